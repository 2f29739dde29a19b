"""Where it happened when its own sentence does not say: the sentences before, the lead, the title, the dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from newsclaim.extraction.numbers.dropped.masks import MONTH
from newsclaim.extraction.numbers.fields.places.lands import Lands
from newsclaim.extraction.numbers.fields.places.led import LISTS
from newsclaim.extraction.numbers.fields.places.nearest import anywhere
from newsclaim.extraction.numbers.fields.places.spots import Spot, spots_of
from newsclaim.extraction.numbers.view import YEAR, View
from newsclaim.extraction.page.tokens import among
from newsclaim.lexicon import words
from newsclaim.names.countries import country_of, display_name, is_city, lookup

#: A place holds for so many sentences behind its own; farther on the lead's is taken.
_BACK = 3
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}"
#: "OSTERVIK, Norland, March 3 (Agency) —": the place, and the larger one behind it.
_DATELINE = re.compile(rf"\s*(?P<place>{_NAME})(?P<larger>,? ?\(?(?!\w+day\b){_NAME}\)?)?(?=[\s,.(:/—–-]|$)")
_NO_CITY = re.compile(
    rf"(?i)(?:By|In|On|Updated?|Posted|Published|Read|Watch|Video|Photos?|Opinion|Analysis|More|Exclusive|Breaking|Live|\w+day|{MONTH})\b"
)
_EARLIER = re.compile(r"\b(?:last year|years? ago|previous|similar|earlier this)\b", re.IGNORECASE)
#: Blocks whose places are those of what the article tells.
_TOLD = frozenset({"title", "heading", "summary", "body"})


class Scenes:
    """Where the article is, sentence by sentence; looked for once, when a claim asks."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.text = view.text
        self.lands = Lands(view)
        self._known: dict[int, list[Spot]] = {}

    def spots(self, first: int, stop: int) -> list[Spot]:
        """Return the places of the sentence between two tokens."""
        if first not in self._known:
            self._known[first] = spots_of(self._view, first, stop)
        return self._known[first]

    def before(self, first: int, start: int, end: int) -> Spot | None:
        """Return the place of what the sentence at token `first` tells, which names none beside the number."""
        stop = self._view.page.sentence(first)[1]
        own = anywhere(self._view.text, self.spots(first, stop), start, end)
        if own is not None or self._goes_on_before(first):
            return own
        return self._in_sentences_before(first) or self._lead or self.dateline

    def named(self, position: int, kind: str) -> Spot | None:
        """Return what "the city" stands for, the last place named before a position, or "the country".

        A capital without a name is that of the dateline rather than the town spoken of last.
        """
        if kind in ("country", "nation"):
            return self._country
        if kind == "capital" and self.dateline is not None:
            return self.dateline
        token = self._view.within(position)
        first, stop = self._view.page.sentence(token)
        beside = next((spot for spot in reversed(self.spots(first, stop)) if spot.end <= position), None)
        return beside or self._in_sentences_before(token, back=8) or self._lead or self.dateline

    def _in_sentences_before(self, first: int, back: int = _BACK) -> Spot | None:
        page = self._view.page
        at = bisect_right(page.sentences, first) - 1
        for number in range(at - 1, max(-1, at - 1 - back), -1):
            token = page.sentences[number]
            if page.block_kind(self._view.w.start[token]) in _TOLD and (spot := self._scene(token)) is not None:
                return spot
        return None

    def _goes_on_before(self, first: int) -> bool:
        """Does the sentence directly before tell of an earlier event at another place?"""
        if first == 0:
            return False
        start, stop = self._view.page.sentence(first - 1)
        return bool(self.spots(start, stop)) and self._tells_of_before(start, stop)

    def _scene(self, token: int) -> Spot | None:
        """Return the last place of a sentence where something happens, none of an earlier event."""
        first, stop = self._view.page.sentence(token)
        spots = [spot for spot in self.spots(first, stop) if not spot.told and spot.led != "where"]
        real = [spot for spot in spots if spot.led not in words(LISTS, "away")]
        real = real or [spot for spot in spots if spot.led == "of"]
        return real[-1] if real and not self._tells_of_before(first, stop) else None

    def _tells_of_before(self, first: int, stop: int) -> bool:
        view = self._view
        words_of = view.text[view.w.start[first] : view.w.end[stop - 1]]
        return _EARLIER.search(words_of) is not None or any(year != self._year for year in YEAR.findall(words_of))

    @cached_property
    def _year(self) -> str:
        """Return the year of publication, else the last one that the article names."""
        return (self._view.article.published or self._view.latest_year or "")[:4]

    @cached_property
    def _country(self) -> Spot | None:
        """Return the country that title and first sentence name, else the one that the article names most often.

        None where another is named as often.
        """
        w = self._view.w
        opening = self._opening
        named = [i for i in among(w.ent, ("GPE",)) if w.block[i] >= 0]
        for tokens in ([i for i in named if i < opening], named):
            most = Counter(code for i in tokens if (code := _code(w.text[i]))).most_common(2)
            if most and (len(most) == 1 or most[0][1] != most[1][1]):
                return Spot(0, 0, display_name(most[0][0]), "country", most[0][0])
        return None

    @cached_property
    def setting(self) -> Spot | None:
        """Return the country to which nearly all belongs that the article names, where title or lead speak of it."""
        w, code = self._view.w, self.lands.setting
        if code is None or all(country_of(w.text[i]) != code for i in range(self._opening)):
            return None
        for first, last in (w.name(i) for i in among(w.ent, ("GPE",)) if w.iob[i] == "B" and w.block[i] >= 0):
            start, end = w.start[first] + 4 * (w.low[first] == "the"), w.end[last - (w.tag[last] == "POS")]
            if _code(self.text[start:end]) == code:
                return Spot(start, end, self.text[start:end], "country", code)
        return None

    @property
    def _opening(self) -> int:
        """Return the token behind the title and the first sentence of the body."""
        page, view = self._view.page, self._view
        first = next((t for t in page.sentences if page.block_kind(view.w.start[t]) == "body"), 0)
        return page.sentence(first)[1] if len(view.w) else 0

    @cached_property
    def _lead(self) -> Spot | None:
        """Return the place of the first sentences of the body, else of the title."""
        page, view = self._view.page, self._view
        kinds = [(page.block_kind(view.w.start[token]), token) for token in page.sentences]
        body, title = ([token for kind, token in kinds if kind == wanted] for wanted in ("body", "title"))
        tokens = [*body[:2], *title[:1]]
        return next((spot for token in tokens if (spot := self._scene(token)) is not None), None)

    @cached_property
    def dateline(self) -> Spot | None:
        """Return the place of the dateline."""
        text = self._view.text
        for block in self._view.article.blocks[:8]:
            if block.kind != "boilerplate":
                continue
            match = _DATELINE.match(text, block.start, block.end)
            if match and not _NO_CITY.match(match["place"]) and _is_town(match["place"], text[match.end() : block.end]):
                larger = (match["larger"] or "").strip(" ,()")
                name = _cased(match["place"])
                country = country_of(name) or country_of(_cased(larger))
                return Spot(match.start("place"), match.end("place"), name, "dateline", country)
        return None


def _code(name: str) -> str | None:
    found = lookup(name)
    return found.code if found is not None and found.way in ("name", "short") else None


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name


def _is_town(name: str, rest: str) -> bool:
    """Is it the place of a dateline: in capitals, known, or followed by its dash or agency?"""
    known = name.isupper() or country_of(name) is not None or is_city(name)
    return known and (re.search(r"[—–(:/-]|\d", rest) is not None or not rest.strip())
