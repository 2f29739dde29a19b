"""The body that an office is of, by the names that the article has inside the office's words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from newsclaim.extraction.actors.kinds import family_names
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.portfolios import is_field, is_matter, is_portfolio_of_state
from newsclaim.extraction.actors.rolecountries import LINKS
from newsclaim.extraction.actors.roleparts import tells_role
from newsclaim.extraction.actors.votes import Kind
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names import organisations
from newsclaim.names.countries import is_city, is_region, is_state, lookup
from newsclaim.names.titles import is_office

_BODIES = frozenset({"organisation", "media"})
#: Names that are taken for those of a person or of nothing may be a firm's, by where they stand.
_UNTOLD = frozenset({"person", "other"})
#: Tokens between an office's link and the name: "at the property company X".
_BETWEEN = 5
#: Behind them stands where somebody works: "a lecturer at Oldport".
_WHERE = frozenset({"at", "with"})
_CLOSES: tuple[list[str], ...] = ([","], ["."], [";"], [")"], [])
#: The offices behind which they lead to no body.
_OF_NO_BODY = {"for": "of_seats", "of": "of_works"}


class RoleBodies:
    """Finds whose an office is among the names of an article, of which the kinds are known."""

    def __init__(self, w: Tokens, names: Sequence[Name], kinds: Mapping[str, Kind]) -> None:
        self._w = w
        self._names = names
        self._kinds = kinds
        self._families = family_names(kinds)

    def completed(self, role: Role) -> Role:
        """Return the role with the body that its words name in the article, as it is where they name none."""
        i = self._w.at(role.start)
        cut = self._cut(role)
        if cut and self._fits(cut, i):
            title = f"{role.office}{self._w.words(cut.i, cut.j)[role.end - cut.start :]}"
            return role.model_copy(update={"title": title, "organisation": cut.text, "end": cut.end})
        found = [name for name in self._within(role) if self._fits(name, i)]
        if role.organisation and not _holds_more(role.organisation):
            found = [name for name in found if _is_longer(name.text, role.organisation)]
        at_work = [name for name in found if self._link(name, i) in _WHERE]
        body = _without_office((at_work or found)[0].text) if found else role.organisation or self._next(role, i)
        return role.model_copy(update={"organisation": without_seat(body) if body else None})

    def _cut(self, role: Role) -> Name | None:
        """The body in whose name a role's words break off: "attorney for Halvern Market | and Sons"."""
        w, name = self._w, self._last_before(role.end)
        if name is None or name.title or not role.start < name.start < role.end < name.end:
            return None
        whole = w.words(w.at(role.start), w.at(role.end)) == role.title
        return name if whole and self._kinds[name.key] in _BODIES else None

    def _next(self, role: Role, i: int) -> str | None:
        """The body behind a comma: "Ada Lund, Senior Researcher, Halvern Institute,"."""
        w, k = self._w, self._w.at(role.end)
        if i == 0 or w.text[i - 1] != "," or w.text[k : k + 1] != [","] or k + 1 >= len(w):
            return None
        name = self._last_before(w.start[k + 1] + 1)
        if name is None or name.i != k + 1 or name.title or w.text[name.j : name.j + 1] not in _CLOSES:
            return None
        known = " " in name.text or organisations.known(name.text) or organisations.is_acronym(name.text)  # or a town
        body = known and self._kinds[name.key] == "organisation" and not _names_no_body(name.text)
        return name.text if body else None

    def _last_before(self, end: int) -> Name | None:
        """The last name that starts before an offset."""
        last = bisect_left(self._names, end, key=lambda name: name.start) - 1
        return self._names[last] if last >= 0 else None

    def _within(self, role: Role) -> list[Name]:
        first = bisect_left(self._names, role.start, key=lambda name: name.start)
        inside = takewhile(lambda name: name.end <= role.end, islice(self._names, first, None))
        return [name for name in inside if not name.title]

    def _fits(self, name: Name, i: int) -> bool:
        """Whether a name inside an office's words, which begin with token `i`, is that of its body."""
        kind, link = self._kinds[name.key], self._link(name, i)
        if _names_no_body(name.text) or self._is_no_bodys(name, i, link):
            return False
        if kind in _BODIES:
            fits = self._leads(name) if not link else link in _WHERE or not self._is_portfolio(name, i)
            return fits and not self._is_someones(name, link)
        if kind == "place":
            return not is_city(name.text) and (link in _WHERE or (" " in name.text and self._is_run(name, link)))
        if kind not in _UNTOLD:
            return False
        if link in _WHERE or is_called_body(self._w, name):
            return True
        return self._may_be_body(name, link) and self._is_led(name, i, link)

    def _is_no_bodys(self, name: Name, i: int, link: str) -> bool:
        """Whether an office is of no body: a seat ("MP for Oldport North"), a work ("author of The Long Tide")."""
        w = self._w
        if link not in _OF_NO_BODY:
            return False
        office = next((w.low[k] for k in range(name.i - 1, i - 1, -1) if tells_role(w.text[k])), "")
        return office in word_list("titles_parties", _OF_NO_BODY[link])

    def _is_someones(self, name: Name, link: str) -> bool:
        """Whether a name that seems a body's is a person's or a noun: "Trump's adviser", "Boutique owner"."""
        w = self._w
        if w.tag[name.j : name.j + 1] == ["POS"] and lookup(name.text.rpartition(" of ")[2]):
            return True  # "Head of the Executive Committee of Norland's Tea Association"
        noun = name.j == name.i + 1 and w.tag[name.i] == "NN" and w.opens_sentence(name.i)
        untold = link == "from" and name.j == name.i + 1 and not organisations.known(name.text)
        return noun or (not link and name.key in self._families) or (untold and self._kinds[name.key] != "media")

    def _leads(self, name: Name) -> bool:
        """Whether a body before an office has it: "the Halvern president", no "Oldport's police chief", no "son"."""
        office = next(filter(tells_role, self._w.low[name.j :]), "")
        return not is_city(name.text) and office not in word_list("nominals", "kin")

    def _may_be_body(self, name: Name, link: str) -> bool:
        """Whether a name that seems a person's may be a body's: nobody else in the article bears it."""
        if self._kinds[name.key] == "other" or " " in name.text:
            return True
        owner = self._w.tag[name.j : name.j + 1] == ["POS"]
        return not link and not owner and name.key not in self._families

    def _is_portfolio(self, name: Name, i: int) -> bool:
        """Whether a name only says for what a minister is: "Secretary of Transportation"."""
        text = name.text
        told = organisations.known(text) or organisations.has_mark(text) or organisations.is_acronym(text)
        return not told and any(word in word_list("runs", "portfolios") for word in self._w.text[i : name.i])

    def _link(self, name: Name, i: int) -> str:
        """Return the preposition that leads to a name inside an office, "" where there is none near."""
        w = self._w
        for k in range(name.i - 1, max(i, name.i - _BETWEEN) - 1, -1):
            if w.tag[k] == "IN":
                return w.low[k]
            if w.pos[k] not in ("NOUN", "DET", "ADJ", "PUNCT", "PROPN"):
                return ""
        return ""

    def _is_run(self, name: Name, link: str) -> bool:
        """Whether a firm's office is of what seems a place: "CEO of Silver Springs Golf"."""
        firm = link == "of" and not is_region(name.text.partition(" ")[0])
        return firm and self._w.low[name.i - 2] in word_list("titles_parties", "leading_bodies")

    def _is_led(self, name: Name, i: int, link: str) -> bool:
        """Whether only a body has such an office: "founder of X", "X's chief executive", not "mother of X"."""
        w, offices = self._w, word_list("titles_parties", "of_firms")
        if link in ("of", "for"):
            return any(w.low[k] in offices and tells_role(w.text[k]) for k in range(i, name.i))
        offices -= word_list("titles_parties", "speaking_for", "of_matter")  # "the Harbour secretary"
        return not link and not is_city(name.text) and not offices.isdisjoint(w.low[name.j : name.j + _BETWEEN])


def without_seat(text: str) -> str | None:
    """Return the name of a body without where it is: "Oldport-based Tarn Trust", None of "Oldport-based agency"."""
    _, seat, body = text.rpartition("-based ")
    return body if not seat or any(map(str.isupper, body)) else None


def _without_office(text: str) -> str:
    """Cut an office off the end of what was taken for a body's name: "Coast Guard | Commandant"."""
    words = text.split()
    while len(words) > 1 and words[-2] not in LINKS and (words[-1] == "Vice" or _ends_with_office(words)):
        words.pop()
    return " ".join(words)


def _ends_with_office(words: list[str]) -> bool:
    return is_office(words[-1]) and organisations.has_mark(" ".join(words[:-1]))


def _is_longer(text: str, cut: str) -> bool:
    """Whether a name was cut at a possessive: "People's Harbour Guard", not "Norlander Foreign Ministry"."""
    return text.endswith(f"s {cut}")


def _holds_more(text: str) -> bool:
    """Whether words that were taken for a body's name are more than that: "England at the Halvern Office"."""
    return " at " in text or text.startswith("of ")


def _names_no_body(text: str) -> bool:
    """Whether words in an office say only what it is for, or are no name: "Finance", "Democratic", "IT"."""
    if lookup(text) or is_state(text) or text.endswith("-based"):
        return True
    told = text.split()
    return (
        is_portfolio_of_state(told)
        or is_matter(told)
        or is_field(told)
        or text in word_list("titles_parties", "no_bodies", "of_party")
    )


def is_called_body(w: Tokens, name: Name) -> bool:
    """Tell whether a noun before a name says that it is a body: "head of ratings at property company X"."""
    return name.i > 0 and w.tag[name.i - 1] == "NN" and is_body(w.lemma[name.i - 1])
