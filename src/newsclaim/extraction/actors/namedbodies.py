"""What a named body is that is no outlet: a law, the government of a part of a country, people."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.name import Name, key_of
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import ActorKind
from newsclaim.names import organisations
from newsclaim.names.titles import is_office

#: No plural of people is shorter: "MPs", no "US".
_SHORTEST = 2
_BEFORE_PEOPLE = frozenset({"the", "many", "most", "some", "few", "all", "these", "those"})


def kind_of_body(w: Tokens, group: Sequence[Name]) -> ActorKind:
    """Return what a name that is no outlet's is: a law, the government of a part of a country, people."""
    text, key = group[0].text, group[0].key
    if _is_law(key):
        return "document"
    *before, last = text.split()
    if last.casefold() in ("government", "regime") and not {"for", "of"} & set(before):
        return "government"
    if _is_somebody(before, last):
        return "person"
    letters = last.endswith("s") and len(last) > _SHORTEST and last[:-1].isupper() and last.isalpha()
    return "group" if letters or _are_a_people(w, group) else "organisation"


def _are_a_people(w: Tokens, group: Sequence[Name]) -> bool:
    """Whether a plural is that of a people or of believers: "the Kurds", no party."""
    text = group[0].text
    last = key_of(text).rsplit(maxsplit=1)[-1]
    befores = [name.i - 1 for name in group if name.i]
    told = any(w.low[k] in _BEFORE_PEOPLE or w.tag[k] == "CD" for k in befores)
    people = told and last.endswith("s") and all(w.ent[name.j - 1] == "NORP" for name in group)
    return people and last not in word_list("mentions", "collectives") and not organisations.known(text)


def _is_law(key: str) -> bool:
    """Whether a name is that of a text: "Section 1", "Halvern Act"."""
    first, last, laws = key.split(maxsplit=1)[0], key.rsplit(maxsplit=1)[-1], word_list("mentions", "laws")
    return last in laws or (first in laws and last.isdigit())


def _is_somebody(before: Sequence[str], last: str) -> bool:
    """Whether a name is an office behind whose it is, or a word for one of a people: "Halvern CEO", "Irishman"."""
    people: dict[str, str] = load("nominals")["peoples"]
    if not before:
        return last.casefold() in people
    if last.casefold() in word_list("organisations", "marks"):
        return False  # "Coast Guard"
    return is_office(last) and (stands_for_person(last.casefold()) or last.isupper())
