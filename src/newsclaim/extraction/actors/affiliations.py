"""The body of somebody whose office is not told: "X of the guild", "X, from the firm Y,", "the BBC's X"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.rolebodies import is_called_body, without_seat
from newsclaim.extraction.actors.rolecountries import country_in_title
from newsclaim.extraction.actors.votes import Kind
from newsclaim.extraction.page.people import is_person_noun
from newsclaim.extraction.page.tokens import Tokens, past
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names.countries import is_city, is_state, lookup

_BODIES = frozenset({"organisation", "media"})
#: Names that are taken for those of nothing in particular; a noun before them tells that they are a body's.
_UNTOLD = frozenset({"other", "person", "place"})
_LINKS = frozenset({"of", "from", "at", "with"})
#: Tokens between the link and the name: "from the manufacturers' organisation X".
_BETWEEN = 6
_DESCRIBES = frozenset({"DET", "ADJ", "NOUN", "PART", "PROPN", "NUM"})
_CLOSES = frozenset({",", ".", ";", ":", ")", "—", "–", "-"})


class Affiliations:
    """Finds to whom somebody belongs, among the names of an article of which the kinds are known."""

    def __init__(self, w: Tokens, names: Sequence[Name], kinds: Mapping[str, Kind]) -> None:
        self._w = w
        self._kinds = kinds
        self._from = {name.i: name for name in names}
        self._to = {name.j: name for name in names}

    def beside(self, name: Name) -> Role | None:
        """Return a role without a title for the body that the words beside a person's name say he is of, or None."""
        return self._owner(name) or self._behind(name)

    def _owner(self, name: Name) -> Role | None:
        """The BBC's X · Labour's X."""
        w, k = self._w, name.i - 1
        body = self._to.get(k) if k > 0 and w.tag[k] == "POS" and not name.title else None
        return self._role(body.i, body.j, body) if body and self._is_body(body, told=False) else None

    def _behind(self, name: Name) -> Role | None:
        w = self._w
        comma = w.text[name.j : name.j + 1] == [","]
        link = name.j + comma
        if link >= len(w) or w.low[link] not in _LINKS:
            return None
        if comma and (small := self._small(link)):
            return small
        body = self._led(link)
        if body is None or not self._is_body(body, told=is_called_body(w, body)):
            return None
        if body.j < len(w) and w.pos[body.j] == "NOUN":
            return None  # "of the Oldport police force"
        closed = body.j >= len(w) or w.text[body.j] in _CLOSES or w.low[body.j] == "in"
        if not (closed if comma else self._hangs(name, link, closed=closed)):
            return None
        return self._role(link, body.j, body)

    def _small(self, link: int) -> Role | None:
        """The body behind a comma that has a name only for where it is: "X, of the Oldport police force,"."""
        w = self._w
        first = past(link + 1, len(w), lambda k: w.pos[k] == "DET")
        end = past(first, min(len(w), first + _BETWEEN), lambda k: w.pos[k] in _DESCRIBES and w.tag[k] != "POS")
        told = first < end < len(w) and w.text[end] in _CLOSES and w.text[first][:1].isupper()
        body = w.low[end - 1] in word_list("titles_parties", "small_bodies") or w.low[end - 1] == "force"
        if not (told and body and w.text[end - 1].islower()):
            return None
        name = w.words(first, end)
        return Role(
            title=None, organisation=name, country=country_in_title(name), start=w.start[link], end=w.end[end - 1]
        )

    def _led(self, link: int) -> Name | None:
        """The name to which a preposition leads, past what says what is named."""
        w = self._w
        for k in range(link + 1, min(len(w), link + _BETWEEN + 1)):
            if k in self._from:
                owner = w.tag[self._from[k].j : self._from[k].j + 1] == ["POS"]
                return None if owner else self._from[k]
            if not (w.pos[k] in _DESCRIBES or "-" in w.text[k - 1 : k + 2]) or _is_somebody(w, k):
                break
        return None

    def _hangs(self, name: Name, link: int, *, closed: bool) -> bool:
        """Whether a preposition without a comma belongs to the name: "X at Ek Ltd warned", no "met X at Ek Ltd"."""
        w = self._w
        if name.i <= w.head[link] < name.j:
            return w.low[link] == "of" or w.dep[name.j - 1] in ("nsubj", "appos", "pobj")
        return name.i > 0 and w.tag[name.i - 1] in ("VBD", "VBZ") and w.dep[name.j - 1] == "nsubj" and closed

    def _is_body(self, name: Name, *, told: bool) -> bool:
        kind = self._kinds.get(name.key)
        street = name.text.rpartition(" ")[2].casefold() in word_list("titles_parties", "streets")
        if name.title or street or is_city(name.text) or is_state(name.text) or lookup(name.text):
            return False
        return kind in _BODIES or (told and kind in _UNTOLD)

    def _role(self, i: int, j: int, body: Name) -> Role:
        w = self._w
        return Role(title=None, organisation=without_seat(body.text), country=None, start=w.start[i], end=w.end[j - 1])


def _is_somebody(w: Tokens, k: int) -> bool:
    return w.tag[k] == "NN" and is_person_noun(w, k)
