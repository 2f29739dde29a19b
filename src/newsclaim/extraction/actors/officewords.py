"""Whether a stated office is the one that a phrase means, by their words, countries and parties."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from newsclaim.extraction.actors.phrases import Nominal, country_in
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_office, plain_title

#: Letters of clubs, as in "Ek FC".
_CLUBS = frozenset({"fc", "afc", "cf", "sc"})
#: Words of which a country's adjective is made, once the country as a whole fits.
_COUNTRY_WORDS = frozenset({"north", "south", "u.s.", "us", "united", "states", "white", "house", "new"})


def role_heads(title: str) -> set[str]:
    """Return the office words of a title without those of its complements: "leader of the Labour Party" → leader."""
    front = re.split(r"\b(?:of|for|to|at|in)\b", title.casefold())[0]
    return {head_word(word.strip(",")) for word in front.split()[-2:] if is_office(word.strip(","))}


def is_below(roles: Iterable[Role], noun: str) -> bool:
    """Tell whether somebody is only the deputy of an office: the vice president is not "the president"."""
    titles = [role.office for role in roles if noun in role_heads(role.office)]
    below = word_list("nominals", "below")
    return bool(titles) and all(below & {*title.casefold().split()} for title in titles)


def is_held(role: Role) -> bool:
    """Tell whether an office is held now: no word says that it was once or will be."""
    title = role.office.casefold()
    return not {*title.split(), *re.split(r"[\s-]+", title)} & word_list("nominals", "past")


def rules(role: Role, nominal: Nominal) -> bool:
    """Tell whether an office is that of whoever leads the country of a phrase, and of no part of it."""
    words = {*role.office.casefold().split()}
    if role.organisation or role.country != nominal.country or ("minister" in words and "prime" not in words):
        return False
    return not any((found := lookup(word.title())) and found.way == "part" for word in nominal.modifiers)


def holds(role: Role, nominal: Nominal, below: AbstractSet[str]) -> bool:
    """Whether an office is that of a phrase; words of `below` make another one of it."""
    if nominal.country and role.country and nominal.country not in (role.country, country_in(role.office)):
        return False  # but the Norland ambassador to Velmora is of both
    plain = role.office.replace("’s", "").replace("'s", "").casefold()
    words = {head_word(word.strip(",")) for word in plain.split()}
    if words & below - set(nominal.modifiers):
        return False  # the secretary is not the deputy secretary
    if role.organisation and role.organisation in _parties(nominal.modifiers):
        return True
    told = [m for m in nominal.modifiers if not _is_of_body(m, role.organisation)]
    return all(_fits(modifier, words, role.country, nominal.country) for modifier in told)


def _is_of_body(noun: str, organisation: str | None) -> bool:
    """Whether a noun means the body of an office: "the bank's director" of Ek Bank, "the firm's" of Ek Oil."""
    words = organisation.casefold().split() if organisation else []
    club = noun == "club" and not (_CLUBS | word_list("organisations", "club_marks")).isdisjoint(words)
    firm = noun in word_list("nominals", "any_trade") and word_list("organisations", "marks").isdisjoint(words)
    return bool(words) and (noun in words or club or firm)


def _parties(modifiers: Sequence[str]) -> Collection[str]:
    """Return the parties that words before an office mean: "the Lib Dem leader", any party of "the party leader"."""
    named: dict[str, str] = load("titles_parties")["party_names"]
    if list(modifiers) == ["party"]:
        return named.values()
    party = named.get(" ".join(word.capitalize() for word in modifiers))
    return [party] if party else []


def _fits(modifier: str, words: set[str], country: str | None, wanted: str | None) -> bool:
    if head_word(modifier) in words:
        return True
    if wanted is None:
        return False
    written = modifier.upper() if len(modifier) < 5 else modifier.title()
    if country is None:
        return country_in(written) is not None
    return wanted == country and (country_in(written) == wanted or modifier in _COUNTRY_WORDS)


def head_word(word: str) -> str:
    """The word that stands for all that name one office: chairman, chairwoman and chair; Col. and colonel."""
    plain = plain_title(word)
    return _synonyms().get(plain, plain)


@cache
def _synonyms() -> dict[str, str]:
    lines = (line.split() for line in (*load("titles")["offices"]["synonyms"], *load("nominals")["synonyms"]))
    return {word: line[0] for line in lines for word in line}
