"""Whether a noun stands for somebody: a person, a body, a text that speaks."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsclaim.extraction.page.bodynouns import is_surely_company
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.names.titles import is_office


@cache
def _person_endings() -> tuple[str, ...]:
    return tuple(words("phrases", "person_endings"))


def animate(w: Tokens, i: int) -> bool:
    """Whether the noun at `i` can speak: a name, a personal pronoun, a speaking noun, a text or an outlet."""
    if w.pos[i] == "PROPN" or w.ent[i] in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    if w.tag[i] in {"PRP", "WP", "PRP$"}:
        return w.low[i] != "it" or w.dep[i] == "nsubj"
    if w.low[i] in words("phrases", "somebody"):
        return True
    if w.text[i][:1].isupper() and w.left[i] == i and w.pos[i] in {"NOUN", "ADJ"} and not w.low[i].endswith("ing"):
        return True
    return _speaks(w.lemma[i], w.low[i])


@lru_cache(maxsize=32768)
def _speaks(lemma: str, low: str) -> bool:
    """Whether a noun that is no name can speak."""
    names = {lemma, low}
    if names & words("nouns", "evidence"):
        return False
    listed = any(names & words("nouns", key) for key in words("phrases", "speaking")) or is_office(lemma)
    return listed or (lemma.endswith(_person_endings()) and not is_no_person(lemma))


def is_person_noun(w: Tokens, i: int) -> bool:
    """Whether a noun without a name stands for one person: an office, an occupation, somebody's kin."""
    return _names_person(w.lemma[i], w.low[i])


@lru_cache(maxsize=32768)
def _names_person(lemma: str, low: str) -> bool:
    if any(lemma in words("nouns", key) for key in ("bodies", "documents", "media", "evidence")):
        return False
    if is_surely_company(lemma):
        return False
    if is_office(low) or low in words("nominals", "kin") or lemma in words("nouns", "persons"):
        return True
    return lemma in words("nouns", "speakers") or (lemma.endswith(_person_endings()) and not is_no_person(lemma))


def amount(w: Tokens, i: int) -> bool:
    """Whether the noun is a share of people who were asked: 41%, twelve percent, a third, one in ten bakers."""
    if w.ent[i] == "PERCENT" or w.lemma[i] in words("phrases", "shares"):
        return True
    one = w.left[i]
    of = one + 2 if w.low[one + 1 : one + 3] == ["out", "of"] else one + 1
    return w.tag[one] == "CD" and of + 1 < len(w) and w.low[of] in {"in", "of"} and w.tag[of + 1] == "CD"


def is_person(w: Tokens, i: int) -> bool:
    """Whether the noun names a person or is what somebody is: a name, an office, an occupation."""
    if w.pos[i] == "PROPN":
        return w.ent[i] == "PERSON"
    speaks = w.lemma[i] in words("nouns", "speakers") or is_office(w.lemma[i])
    return speaks and w.lemma[i] not in words("nouns", "bodies")


def can_say(w: Tokens, i: int) -> bool:
    """Whether the noun at `i` can be credited with a statement: whoever can speak, and figures and findings."""
    return animate(w, i) or w.lemma[i] in words("nouns", "evidence") or w.pos[i] != "NOUN"


#: Endings of nouns for persons ("cyclist", "trainee", "gunman"); what ends so and is none stands in the list of things.
_PERSON = re.compile(
    r"(?:[a-z]{2}man|[a-z]{2}men|[a-z]{2}woman|ist|ian|eer|[a-z]{3}ee|[a-z]{3}er|[a-z]{3}or|[a-z]{3}ant)$"
)


def person(w: Tokens, i: int) -> bool:
    """Whether the common noun at `i` stands for persons, by the list of people or its ending; a people's name does."""
    return w.ent[i] == "NORP" or stands_for_person(w.lemma[i]) or w.low[i] in words("people", "people")


@lru_cache(maxsize=32768)
def stands_for_person(lemma: str) -> bool:
    """Whether a noun stands for a person, by the list of people or its ending ("the singer, 67,")."""
    return lemma in words("people", "people") or (_PERSON.search(lemma) is not None and not is_no_person(lemma))


def is_no_person(lemma: str) -> bool:
    """Whether a noun is known to stand for an animal or a thing."""
    return lemma in words("people", "things") or lemma in words("people", "animals")
