"""The agency or outlet that an article itself names as the source of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.names.outlets import is_outlet, same_outlet, without_article
from newsclaim.stories.account import Account
from newsclaim.text import fold

_AGENCY = r"(?P<name>(?:The |the )?[A-ZÀ-Þ][\w.&’'-]*(?: (?:of |de |and |& )?[A-ZÀ-Þ][\w.&’'-]*){0,5})"
#: At the top of a paragraph: "OLDPORT, Norland (Reuters) - ", "Oldport, Sept 17 (AP) — "; no photo's credit, no poll.
_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*(?P<place>(?:(?:[A-ZÀ-Þ][\w.’'-]*|\d{1,2}|\d{4})[,./]?[ \t]+){0,6})"
    r"\((?P<name>[A-ZÀ-Þ][\w.&’'-]*(?: [A-ZÀ-Þ][\w.&’'-]*){0,4})\)[ \t]*[-–—:]"
)
#: Inside a paragraph, with words that are looked for first.
_IN_TEXT = {
    "contributed to this": re.compile(_AGENCY + r" (?:also )?contributed to this (?:report|story|article)"),
    "his ": re.compile(
        r"[Tt]his (?:article|story|report|text) (?:(?:is|was|has|been|originally|first|appeared|provided|supplied"
        r"|published|written|adapted) )+(?:by|from|in|on) " + _AGENCY
    ),
    "ith ": re.compile(r"[Ww]ith (?:material|reporting|files|information) (?:from|by) " + _AGENCY),
}
#: A line of its own.
_ALONE = re.compile(
    r"[ \t(]*(?:(?i:source|sources|agency|agencies|via)[:：] ?|(?i:reporting|report|story|text|written)(?i: by) "
    r"|(?:By|From) )" + _AGENCY + r"[ \t.,;)]*"
)
#: At the end of the text: "(AFP)", "– Xinhua".
_LAST = re.compile(r"(?:\(" + _AGENCY.replace("name", "inside") + r"\)|[-–—] ?" + _AGENCY + r")[ \t]*$")
#: Lines that are longer are no credits.
_LINE = 100
#: A dateline stands so near the top.
_TOP = 600
#: So much of its end is looked at.
_TAIL = 120


def agency_of(account: Account) -> str | None:
    """Return the agency or outlet that the article names as the source of its text, None when it names none.

    The outlet's own name in a dateline ("(CNN) -") is no source, nor is an outlet that is cited for one fact, the
    credit of a picture, or a reporter.
    """
    text = account.article.text
    dateline = _DATELINE.search(text, 0, _TOP)
    if dateline and _is_agency(dateline["name"], account) and _opens(dateline):
        return without_article(dateline["name"])
    for name in _credited(text):
        if is_outlet(name) and _is_agency(name, account):
            return without_article(name)
    return None


def _credited(text: str) -> Iterator[str]:
    for hint, pattern in _IN_TEXT.items():
        if hint in text:
            yield from (found["name"] for found in pattern.finditer(text))
    for line in text.splitlines():
        if len(line) <= _LINE and (found := _ALONE.fullmatch(line)):
            yield found["name"]
    for line in text.rstrip()[-_TAIL:].splitlines():
        if last := _LAST.search(line):
            yield last["name"] or last["inside"]


def _opens(dateline: re.Match[str]) -> bool:
    """Whether it is a place and an agency, not a body with its short name in brackets."""
    place = dateline["place"].split(",")[0].strip()
    return is_outlet(dateline["name"]) or (place.isupper() and len(place) > 1)


def _is_agency(name: str, account: Account) -> bool:
    """Whether a name in the place of a credit is another outlet's."""
    own = account.article.outlet
    return not (own and (same_outlet(name, own) or fold(without_article(name)) in fold(own)))
