"""Numbers that no sentence of the article tells: minutes in a line-up, and what a reader is sent on to."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_PLAYER = r"(?:[A-Z][\w’'.-]*\s){0,2}[A-Z][\w’'-]+"
#: "Vell for Renn (41)", "Vell (Renn 41)", "Vell for Renn 41,".
_CHANGED = re.compile(rf"\b{_PLAYER}(?:,?\sfor\s{_PLAYER},?\s\(?|\s\({_PLAYER},?\s)$")
_MINUTE = re.compile(r"(?:\+\d)?(?:['’′]|\s?mins?\b)?\s?(?:[),;.]|$)", re.MULTILINE)
#: What a line-up or a list of scorers begins with; the rest of its line counts nothing.
_LISTED = re.compile(
    r"\b(?:[Ss]ubs(?:titut(?:es?|ions?))?|[Rr]eplacements?|[Ss]corers?|[Gg]oals|[Tt]ries|[Cc]on(?:version)?s|[Pp]en(?:altie)?s|[Bb]ookings"
    r"|[Yy]ellow\scards?|[Ss]ent\soff|[Bb]ooked)(?:\s(?:not\s)?used)?:\s(?P<list>[^\n]*)$"
)
_FAR = 500


def is_line_up(view: View, quantity: Quantity) -> bool:
    """Is it the minute of a substitution or goal ("Replacements: Vell for Renn (41), Ode for Tarn (60)")?"""
    plain = quantity.measure is None and quantity.number.digits and quantity.start == quantity.shown_start
    if not plain or (quantity.value or 0) > _LONGEST or not _MINUTE.match(view.text, quantity.end):
        return False
    if _CHANGED.search(view.text, max(0, quantity.start - 60), quantity.start):
        return True
    listed = _LISTED.search(view.text, max(0, quantity.start - _FAR), quantity.start)
    return listed is not None and _NAMED.search(listed["list"]) is not None


#: No match lasts longer, in minutes.
_LONGEST = 130
#: The one who came on or scored stands directly before.
_NAMED = re.compile(rf"(?:^|[\s(]){_PLAYER},?\s\(?$")


def is_teaser(view: View, quantity: Quantity) -> bool:
    """Does it stand in what a reader is sent on to ("How will the first 40 days change you? Learn more")?"""
    first, stop = view.page.sentence(view.within(quantity.start))
    end = view.w.end[stop - 1]
    if _LEARN_MORE.match(view.text, end) or _LEARN_MORE.search(view.text, quantity.end, end):
        return True
    if _IN_BRACKETS.search(view.text, max(0, quantity.start - 24), quantity.start) and _TITLE.match(
        view.text, quantity.end
    ):
        return True
    opening = _READ_MORE.search(view.text, max(view.w.start[first] - _LABEL, quantity.start - _HEADING), quantity.start)
    return opening is not None and "\n" not in opening["rest"] and _ENDED.search(opening["rest"]) is None


_LEARN_MORE = re.compile(
    r"(?<=\?)\s*(?:Learn|Read|Find\sout|See)\s[Mm]ore\b|(?<=[.?!])\s*(?:Sign\sup|Subscribe)\W?(?:here|now|to)\b"
)
_READ_MORE = re.compile(
    r"\b(?:READ\sMORE|RELATED|READ\sALSO|ALSO\sREAD|SEE\sALSO|MORE|WATCH|LISTEN|IN\sPICTURES|Read\smore|See\salso|Related):-?\s?(?P<rest>.*)$",
    re.DOTALL,
)
#: The heading of another article in brackets ("[10 Things You Should Know About Boats]").
_IN_BRACKETS = re.compile(r"\[(?:[A-Z][\w’'-]*\s){0,3}$")
_TITLE = re.compile(r"\s[A-Z][\w’'-]*\s(?:[\w’'\"-]+\s?){1,12}\]")
#: A heading is over behind a mark or a full stop, and no longer than this.
_ENDED = re.compile(r"[.?!]\s")
_LABEL, _HEADING = 16, 110
