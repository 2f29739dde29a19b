"""A page as the rules for numbers see it: tokens by position, and what stands beside a position."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from newsclaim.extraction.attribution import Frame
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.tokens import among
from newsclaim.lexicon import words
from newsclaim.names.organisations import is_mere_mark
from newsclaim.names.person import is_given
from newsclaim.names.titles import is_office

YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,]|\.\d)")


#: An article that names diseases so often is about one.
_AGAIN = 4


class View:
    """What the rules need of a page and its frames; positions are character offsets, tokens (`w`) are numbered."""

    def __init__(self, page: Page, frames: Mapping[int, Frame]) -> None:
        self.page = page
        self.frames = frames
        self.w = page.tokens
        self.article = page.article
        self.text = page.text

    def at(self, position: int) -> int:
        """Return the number of the token that covers or follows `position`; len(w) behind the last."""
        return self.w.before(position)

    def within(self, position: int) -> int:
        """Return the number of the token that covers or follows `position`, the last one at the end."""
        return min(self.w.before(position), len(self.w) - 1)

    @cached_property
    def latest_year(self) -> str | None:
        """Return the first day of the latest year that an article without a date of its own mentions."""
        years = YEAR.findall(self.text)
        return f"{max(years)}-01-01" if years else None

    @cached_property
    def cited(self) -> list[Frame]:
        """Return the frames without a verb that name somebody: "according to X"."""
        return [frame for frame in self.frames.values() if frame.takes is None and frame.speakers]

    @cached_property
    def sources(self) -> frozenset[int]:
        """Return the tokens of all whom the article's reporting frames name."""
        phrases = (phrase for frame in self.frames.values() for phrase in (*frame.speakers, *frame.via))
        return frozenset(i for first, stop in phrases for i in range(first, stop))

    @cached_property
    def family_names(self) -> frozenset[str]:
        """Return the last words of names that begin with a given name, or stand beside what a person is."""
        w = self.w
        opens = (i for i in among(w.ent, ("PERSON",)) if w.iob[i] == "B")
        return frozenset(w.text[w.name(i)[1]] for i in opens if is_given(w.text[i]) or self._has_office(w.name(i)[1]))

    def _has_office(self, last: int) -> bool:
        """Does a name stand beside an office or trade ("Ivo Renn, the chairman,", "chairman Ivo Renn")?"""
        w = self.w
        beside = (k for k in (*w.kids[last], w.head[last]) if w.pos[k] == "NOUN")
        apposed = w.dep[last] == "appos" and is_office(w.lemma[w.head[last]])
        return apposed or any(w.dep[k] in ("appos", "compound", "nmod") and is_office(w.lemma[k]) for k in beside)

    @cached_property
    def storms(self) -> frozenset[str]:
        """Return the names that storms are called by ("Hurricane Odo", whose winds are those of Odo)."""
        w, kinds = self.w, words("numbers/measured", "storms")
        return frozenset(w.text[i + 1] for i in among(w.low, kinds) if self._names_storm(i + 1))

    def _names_storm(self, k: int) -> bool:
        """Is the word behind a kind of storm its name, no place and no body (the storm Norland, Hurricane Center)?"""
        w = self.w
        tropical = k > 1 and w.low[k - 2] == "tropical"
        first, last = w.name(k)
        whole = first >= k - 1 - tropical and last == k and not is_mere_mark(w.text[k])
        called = (tropical or w.text[k - 1][:1].isupper()) and w.text[k][:1].isupper()
        return called and whole and w.ent[k] not in ("GPE", "NORP")

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return the words of the article in lower case, each once."""
        return frozenset(self.w.low)

    @cached_property
    def names_disease(self) -> bool:
        """Does the article speak of a disease?"""
        return not words("numbers/classes", "diseases").isdisjoint(self.vocabulary)

    @cached_property
    def tells_of_disease(self) -> bool:
        """Is the article about a disease, which it names again and again?"""
        diseases = words("numbers/classes", "diseases")
        return self.names_disease and sum(word in diseases for word in self.w.low) >= _AGAIN

    @cached_property
    def tells_of_cricket(self) -> bool:
        """Does the article report an innings?"""
        told = words("numbers/notclaims", "cricket") & self.vocabulary
        return len(told) > 1 and not told.isdisjoint(words("numbers/notclaims", "only_cricket"))

    def starts_sentence(self, position: int) -> bool:
        """Does a sentence begin at the word at `position`?"""
        i = self.within(position)
        return self.page.sentence(i)[0] == i

    def is_headline(self, position: int) -> bool:
        """Is the position in a title or heading, where capital letters tell nothing?"""
        return self.page.block_kind(position) in ("title", "heading")

    def noun_follows(self, position: int) -> bool:
        """Does a noun or adjective follow directly behind `position`?"""
        i = self.at(position)
        return i < len(self.w) and self.w.pos[i] in ("NOUN", "ADJ", "PROPN") and self.w.start[i] <= position + 1

    def plural_follows(self, position: int) -> bool:
        """Does a phrase behind `position` hold a plural noun?"""
        w = self.w
        i = self.at(position)
        for k in range(i, min(i + 4, len(w))):
            if w.tag[k] in ("NNS", "NNPS") or w.low[k] in ("people", "personnel"):
                return True
            if w.pos[k] not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB"):
                return False
        return False
