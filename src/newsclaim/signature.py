"""What signs a post of a social network that was set into an article.

Saved as text a post has lost its frame and its marks; what is left is "— Name (@account) March 3, 2026".
"""

from __future__ import annotations

import re

_HOUR = r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}}|\b)|\d{{1,2}} {_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d(?:T[\d:.Z+]+)?)"
_DATE = rf"(?:on |at )?(?:{_HOUR},? ?[-–·]? ?)?{_DAY}(?:,? (?:at )?{_HOUR})?"
_HANDLE = r"@[\w.@-]{1,60}"
_NETWORK = r"(?:on (?:X|Twitter|Threads|Bluesky|Mastodon)[,.]?)"
#: An account has a name, a handle in brackets and mostly a date; a dash before it is enough without one.
SIGNATURE = re.compile(
    rf"(?:[—–]|--?|―)\s*(?P<name>(?![\sa-z])[^\n()@—–]{{2,60}}?)\s*\({_HANDLE}\)(?:\s*{_NETWORK}?\s*{_DATE})?"
    rf"|(?<=\s)(?P<bare>(?:[A-Z][\w.’'-]+ ?){{1,4}}) \({_HANDLE}\)\s*{_NETWORK}?\s*{_DATE}"
)
#: Links and pictures at the end of a post are none of its words.
_TRAIL = re.compile(r"(?:\s*(?:https?://\S+|pic\.\S+|\w+\.\w{2,}/\S+))+\s*\Z")


def signed(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the words and the name of the post `text[start:end]`, as offsets; None when nothing signs it."""
    found = SIGNATURE.search(text, start, end)
    if found is None:
        return None
    name = "name" if found["name"] else "bare"
    words = text[start : found.start()]
    words = _TRAIL.sub("", words).rstrip()
    return (start, start + len(words)), (found.start(name), found.start(name) + len(found[name].rstrip()))
