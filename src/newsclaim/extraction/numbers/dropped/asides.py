"""Numbers that no sentence of the article tells: minutes in a line-up, and what a reader is sent on to."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_PLAYER = r"(?:[A-Z][\w’'.-]*\s){0,2}[A-Z][\w’'-]+"
_SWAP = rf"\b{_PLAYER},?\sfor\s{_PLAYER},?\s\(?"
_APART = r"(?:['’′]|\s?mins?\b)?\)?[,;.]?\s(?:and\s)?"
#: "Vell (Renn 41)", "Vell for Renn (41)" behind another one.
_CHANGED = re.compile(rf"\b{_PLAYER}\s\({_PLAYER},?\s$|\d{_APART}{_SWAP}$")
#: Whoever something is for has an age ("a vigil in Oldport for Ada Vell, 12"): one alone needs a minute's mark.
_ALONE = re.compile(rf"{_SWAP}$")
_IN_LINE_UP = re.compile(rf"['’′]|\s?mins?\b|{_APART}{_SWAP}\d")
_MINUTE = re.compile(r"(?:\+\d)?(?:['’′]|\s?mins?\b)?\s?(?:[),;.]|$)", re.MULTILINE)
#: What a line-up or a list of scorers begins with; the rest of its line counts nothing.
_LISTED = re.compile(
    r"\b(?:[Ss]ubs(?:titut(?:es?|ions?))?|[Rr]eplacements?|[Ss]corers?|[Gg]oals|[Tt]ries|[Cc]on(?:version)?s|[Pp]en(?:altie)?s|[Bb]ookings"
    r"|[Yy]ellow\scards?|[Ss]ent\soff|[Bb]ooked)(?:\s(?:not\s)?used)?:\s(?P<list>[^\n]*)$"
)
_FAR = 500


def is_line_up(view: View, quantity: Quantity) -> bool:
    """Is it the minute of a substitution or goal ("Replacements: Vell for Renn (41), Ode for Tarn (60)")?"""
    plain = quantity.is_bare and quantity.start == quantity.shown_start
    if not plain or (quantity.value or 0) > _LONGEST or not _MINUTE.match(view.text, quantity.end):
        return False
    low = max(0, quantity.start - 70)
    if _CHANGED.search(view.text, low, quantity.start):
        return True
    if _ALONE.search(view.text, low, quantity.start) and _IN_LINE_UP.match(view.text, quantity.end):
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
    start, end = view.w.start[first], view.w.end[stop - 1]
    asked = "?" in view.text[quantity.end : end]
    if asked and (_LEARN_MORE.match(view.text, end) or _LEARN_MORE.search(view.text, quantity.end, end)):
        return _YOU.search(view.text, start, end) is not None
    if _is_heading_in_brackets(view.text, quantity):
        return True
    low = max(start - _LABEL, quantity.start - _HEADING)
    labelled = ":" in view.text[max(0, low) : quantity.start]
    opening = _READ_MORE.search(view.text, low, quantity.start) if labelled else None
    if opening is not None and opening["inside"]:
        return not opening["rest"] and _PLACES.match(view.text, quantity.end) is not None
    return opening is not None and "\n" not in opening["rest"] and _ENDED.search(opening["rest"]) is None


def _is_heading_in_brackets(text: str, quantity: Quantity) -> bool:
    """Is it in the heading of another article ("[10 Things to Know About Boats]"), its longer words in capitals?"""
    low = max(0, quantity.start - 24)
    opened = _IN_BRACKETS.search(text, low, quantity.start) if "[" in text[low : quantity.start] else None
    closed = _TO_BRACKET.match(text, quantity.end) if opened else None
    if opened is None or closed is None:
        return False
    long = [word for word in closed["rest"].split() if len(word) > _SMALL]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= _MOST * len(long)


#: Of an article's own questions ("What of the 12 dead?") none is put to the reader.
_YOU = re.compile(r"\byour?\b", re.IGNORECASE)
_LEARN_MORE = re.compile(r"(?<=\?)\s*(?:Learn|Read|Find\sout|See)\s[Mm]ore\b")
_READ_MORE = re.compile(
    r"(?:\b(?:READ\sMORE|READ\sALSO|ALSO\sREAD|SEE\sALSO|IN\sPICTURES|Read\smore|See\salso)"
    r"|(?P<inside>(?<=[a-z]\s)MORE)"
    r"|(?:^|(?<=[.!?\n”\"]\s)|(?<=\n))(?:RELATED|MORE|WATCH|LISTEN|Related)):-?\s?(?P<rest>.*)$",
    re.DOTALL,
)
#: What a list of an outlet's own counts ("MORE: 11 of the best places").
_PLACES = re.compile(r"\s+(?:of|best|things|ways|reasons|places|tips|facts)\b")
_IN_BRACKETS = re.compile(r"\[(?:[A-Z][\w’'-]*\s){0,3}$")
_TO_BRACKET = re.compile(r"\s(?P<rest>[^\[\]\n]{2,100})\]")
#: Nearly all longer words have a capital in a heading: "of", "and", "in" need none.
_SMALL, _MOST = 3, 0.75
#: A heading is over behind a mark or a full stop, and no longer than this.
_ENDED = re.compile(r"[.?!]\s")
_LABEL, _HEADING = 16, 110
