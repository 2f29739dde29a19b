"""The agency or outlet that an article itself names as the source of its text."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.stories.account import Account

_AGENCY = r"(?P<name>(?:The |the )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4})"
#: "(Reuters) -" at the top; "The Associated Press contributed to this report"; "first reported by the Post".
_DATELINE = re.compile(r"\(" + _AGENCY + r"\) ?[-–—]")
_CREDITS = (
    re.compile(_AGENCY + r" contributed to this (?:report|story|article)"),
    re.compile(r"(?:was )?first reported by " + _AGENCY),
    re.compile(r"(?i:source|agency|agencies): " + _AGENCY),
    re.compile(r"(?:Reporting|Report) by " + _AGENCY + r"(?=$|[.;\n])"),
)
#: A dateline stands so near the top.
_TOP = 400


def agency_of(account: Account) -> str | None:
    """Return the agency or outlet that the article names as the source of its text, None when it names none.

    The outlet's own name in a dateline ("(CNN) -") is no source.
    """
    text = account.article.text
    dateline = _DATELINE.search(text, 0, _TOP)
    if dateline and _is_agency(dateline["name"]) and not _is_own(dateline["name"], account):
        return dateline["name"]
    for pattern in _CREDITS:
        for found in pattern.finditer(text):
            if _is_agency(found["name"]) and not _is_own(found["name"], account):
                return found["name"].removeprefix("The ").removeprefix("the ")
    return None


def _is_agency(name: str) -> bool:
    return name.removeprefix("The ").removeprefix("the ") in lexicon.words("organisations", "outlets")


def _is_own(name: str, account: Account) -> bool:
    return bool(account.article.outlet) and name.casefold() in (account.article.outlet or "").casefold()
