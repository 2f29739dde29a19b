"""In which country a place lies: known by its name, told elsewhere in the article, else the country it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from newsclaim.extraction.numbers.fields.places.led import LISTS
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import among
from newsclaim.lexicon import words
from newsclaim.names.countries import is_region, land_of

#: Behind a place, the larger one in which it lies ("Tarn, Osvia", "Tarn in western Osvia").
_LARGER = re.compile(r"(?:,|\s+\(|,?\s+in|\s+of)\s+(?:[a-z]+\s+){0,2}(?P<larger>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})")
#: The same told by the kind of place that it is ("Tarn is a small port in western Osvia").
_KIND_OF = re.compile(
    r"(?:,|\s+(?:is|was|lies))\s+(?:an?|the)\s+(?:(?!of\b|in\b)[\w-]+\s+){0,4}?(?P<kind>[a-z]+)\s+(?:in|of)\s+(?:[a-z]+\s+){0,3}"
    r"(?P<larger>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'-]+){0,2})"
)
#: So often an article names the country that it is about, and in so large a part of all places that it names.
#: (Of 333 known cities in 700 articles 89% lie in that country.)
_OFTEN, _MOSTLY = 2, 0.7
_NATIONS = frozenset({"GPE", "NORP", "LOC"})


class Lands:
    """The countries of an article's places; what the article tells is looked for when a place asks."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, str | None] = {}

    def of(self, name: str) -> str | None:
        """Return the ISO code of the country in which the place of a name lies, None for a continent or sea."""
        if name not in self._known:
            lies_in_none = is_region(name) or not words(LISTS, "waters").isdisjoint(name.split())
            self._known[name] = _of_name(name) or (None if lies_in_none else self._told(name) or self.setting)
        return self._known[name]

    def _told(self, name: str) -> str | None:
        """Return the country that the article names behind the place."""
        text, kinds = self._view.text, words(LISTS, "kinds")
        told = (match["larger"] for match in _behind(text, name, _KIND_OF) if match["kind"] in kinds)
        named = chain(_behind(text, name, _LARGER), _behind(text, name.upper(), _LARGER))  # a dateline's
        behind = chain(told, (match["larger"] for match in named))
        return next((code for larger in behind if (code := _of_first(larger)) is not None), None)

    @cached_property
    def setting(self) -> str | None:
        """Return the country that nearly all of what the article names belongs to, None where there are several."""
        w = self._view.w
        named = (w.name(i) for i in among(w.ent, _NATIONS) if w.iob[i] == "B" and w.block[i] >= 0)
        texts = (self._view.text[w.start[first] : w.end[last]] for first, last in named)
        codes = Counter(code for text in texts if (code := land_of(text)) is not None)
        code, most = codes.most_common(1)[0] if codes else ("", 0)
        return code if most >= _OFTEN and most >= _MOSTLY * codes.total() else None


_BOUND = re.compile(r"\b")


def _behind(text: str, name: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what stands directly behind each place where a text has a name, where it matches a pattern."""
    at = text.find(name)
    while at >= 0:
        match = pattern.match(text, at + len(name)) if _BOUND.match(text, at) else None
        if match is not None:
            yield match
        at = text.find(name, match.end() if match is not None else at + 1)


def _of_name(name: str) -> str | None:
    """Return the country of a known name, also of one that goes on with what it is ("Tarn airport", "Tarn County")."""
    parts = name.split()
    if parts[:1] == ["Co"] and len(parts) > 1 and parts[1] in words(LISTS, "british_counties"):
        return "GB"
    if parts[:1] == ["Co"] and len(parts) > 1 and parts[1] in words(LISTS, "irish_counties"):
        return "IE"
    built = parts[-1].lower() in words(LISTS, "buildings") | _BUILT
    while parts:
        known = " ".join(parts)
        if (code := land_of(known)) is not None:
            return code
        last = parts.pop().lower()
        if last not in words(LISTS, "kinds", "lands", "buildings") | {"international"}:
            first, *rest = name.split()
            if first in _SIDES:
                return land_of(" ".join(rest))  # "Northern Syria"
            return _of_first(known) if built and first not in words(LISTS, "given") else None
    return None


#: Parts of a land that are written as if they were of its name.
_SIDES = frozenset({"Northern", "Southern", "Eastern", "Western", "Central"})
#: Also named by the city they stand in, and by a name of their own ("Tarn Vell airport").
_BUILT = frozenset({"airport", "hospital", "prison", "jail"})


def _of_first(larger: str) -> str | None:
    """Return the country that the first words of a name stand for, or lie in."""
    parts = larger.split()
    names = (" ".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((code for name in names if (code := land_of(name)) is not None), None)
