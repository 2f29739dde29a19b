""" "the minister", "the South Korean minister", "the agency" → an actor that the article has named, by role and words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.lexicon import load
from newsclaim.names.countries import display_name, is_state, lookup
from newsclaim.names.titles import is_office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEFINITE = frozenset({"the", "this", "that"})
_SKIP = frozenset(
    {"former", "then", "late", "current", "same", "new", "top", "chief", "senior", "newly", "veteran", "the"}
)
#: Words for one office that articles change about.
_SYNONYMS = {
    "spokesperson": "spokes", "spokesman": "spokes", "spokeswoman": "spokes", "chairwoman": "chair", "chairman": "chair", "chairperson": "chair",
    "adviser": "advisor", "premier": "prime minister", "congresswoman": "congressman", "politician": "politician", "lawmaker": "lawmaker",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Nominal:
    """A definite noun phrase: head token, first token, and the words between."""

    first: int
    head: int
    modifiers: tuple[str, ...]
    country: str | None


def resolve_nominals(doc: Doc, entities: Sequence[Entity], taken: set[int]) -> None:
    """Add the nominals that can only mean one of the entities; `taken` are tokens of names."""
    for nominal in _nominals(doc, taken):
        found = person_of(doc, nominal, entities) or body_of(doc, nominal, entities)
        if found is not None:
            start, end = doc[nominal.first].idx, doc[nominal.head].idx + len(doc[nominal.head])
            found.add(Place(start, end, nominal.head, "nominal"), "", "nominal")


def resolve_parliament(doc: Doc, entities: Sequence[Entity], taken: set[int]) -> None:
    """Add "parliament" without a capital to the parliament that the article names."""
    named = [e for e in entities if e.kind == "organisation" and "parliament" in e.name.casefold()]
    if len(named) != 1:
        return
    for token in doc:
        if token.text == "parliament" and token.i not in taken:
            named[0].add(Place(token.idx, token.idx + len(token), token.i, "short-name"), token.text, "same-words")


def resolve_governments(doc: Doc, entities: list[Entity], setting: str | None, taken: set[int]) -> None:
    """Add "the government" of the country that the article is about, where nothing else says whose it is."""
    if setting is None:
        return
    home = next((e for e in entities if e.kind == "government" and e.country == setting), None)
    for token in doc:
        if token.lower_ != "government" or token.i == 0 or doc[token.i - 1].lower_ != "the" or token.dep_ == "compound":
            continue
        if token.i in taken or (token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of"):
            continue
        if home is None:
            home = Entity("government", display_name(setting), country=setting)
            entities.append(home)
        home.add(Place(doc[token.i - 1].idx, token.idx + len(token), token.i, "nominal"), "", "nominal")


def nominal_at(doc: Doc, head: Token) -> Nominal:
    """Return the noun phrase of a head with its modifiers to the left."""
    first = head.i
    while first > 0 and _modifies(doc[first - 1], doc[first]):
        first -= 1
    words = [t for t in doc[first : head.i] if t.pos_ != "DET" and t.text not in ("'s", "’s", "-")]
    text = doc[first : head.i].text
    return Nominal(first, head.i, tuple(t.lower_ for t in words if t.lower_ not in _SKIP), country_in(text))


def country_in(text: str) -> str | None:
    """Return the first country that the words of a phrase name."""
    words = text.replace("’s", " ").replace("'s", " ").replace(",", " ").split()
    if words and words[0].casefold() in ("the", "a", "an"):
        words = words[1:]
    for k in range(len(words)):
        if is_state(" ".join(words[k : k + 2])) or (k and is_state(" ".join(words[k - 1 : k + 1]))):
            continue
        for size in (4, 3, 2, 1):
            found = lookup(" ".join(words[k : k + size])) if k + size <= len(words) else None
            if found:
                return found.code
    return None


def _nominals(doc: Doc, taken: set[int]) -> Iterator[Nominal]:
    bodies = load("mentions")["bodies"]
    for token in doc:
        if (
            token.pos_ not in ("NOUN", "PROPN")
            or token.i in taken
            or not (is_office(token.text) or token.lower_ in bodies)
        ):
            continue
        after = token.i + 1
        if after < len(doc) and (after in taken or doc[after].pos_ in ("NOUN", "PROPN")):
            continue
        nominal = nominal_at(doc, token)
        if (
            (after < len(doc) and doc[after].lower_ == "of")
            or token.dep_ in ("appos", "attr")
            or token.head.lower_ == "as"
        ):
            continue
        if is_definite(doc, nominal) and not any(
            k in taken for k in range(nominal.first, token.i) if doc[k].pos_ != "PROPN"
        ):
            yield nominal


def is_definite(doc: Doc, nominal: Nominal) -> bool:
    """Tell whether the phrase means one that the reader knows: "the minister", "Malaysia's prime minister"."""
    return doc[nominal.first].lower_ in _DEFINITE or any(
        t.text in ("'s", "’s") for t in doc[nominal.first : nominal.head]
    )


def _modifies(left: Token, right: Token) -> bool:
    if right.pos_ == "DET" or left.is_space:
        return False
    return left.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or left.text in ("'s", "’s", "-")


def person_of(doc: Doc, nominal: Nominal, entities: Sequence[Entity]) -> Entity | None:
    """Return the person whose stated office fits the nominal, the nearest one before it."""
    position = doc[nominal.first].idx
    fitting = [e for e in entities if e.kind == "person" and _holds(doc, e, nominal)]
    before = [e for e in fitting if any(p.start < position for p in e.places)]
    if not before and len(fitting) == 1:
        return fitting[0]
    return max(before, key=lambda e: max(p.start for p in e.places if p.start < position), default=None)


def _holds(doc: Doc, entity: Entity, nominal: Nominal) -> bool:
    head = _head(doc[nominal.head].lower_)
    for role in entity.roles:
        words = [_head(w.strip(",").casefold()) for w in role.title.replace("’s", "").replace("'s", "").split()]
        if head not in role_heads(role.title):
            continue
        if nominal.country and role.country and nominal.country != role.country:
            continue
        if all(_fits(m, words, role.country, nominal.country) for m in nominal.modifiers):
            return True
    return False


def role_heads(title: str) -> set[str]:
    """Return the office words of a title, those of its complements left out: "leader of the Labour Party" → leader."""
    front = re.split(r"\b(?:of|for|to|at|in)\b", title.casefold())[0]
    return {_head(word.strip(",")) for word in front.split()[-2:] if is_office(word.strip(","))}


def _fits(modifier: str, words: list[str], country: str | None, wanted: str | None) -> bool:
    if (
        wanted is not None
        and country is None
        and country_in(modifier.upper() if len(modifier) < 5 else modifier.title())
    ):
        return True
    return (
        _head(modifier) in words
        or (wanted is not None and wanted == country and country_in(modifier.title()) == wanted)
        or (
            wanted is not None
            and wanted == country
            and modifier in ("north", "south", "u.s.", "us", "united", "states", "white", "house", "new")
        )
    )


def _head(word: str) -> str:
    return _SYNONYMS.get(word, word)


def body_of(doc: Doc, nominal: Nominal, entities: Sequence[Entity]) -> Entity | None:
    """Return the organisation whose name has a word that the nominal's head calls for, the one most spoken of before it."""
    wanted = load("mentions")["bodies"].get(doc[nominal.head].lower_)
    if wanted is None:
        return None
    position = doc[nominal.first].idx
    fitting = []
    for entity in entities:
        if entity.kind not in ("organisation", "media") or not _fits_body(entity, wanted, nominal):
            continue
        before = [p.start for p in entity.places if p.start < position]
        if before:
            fitting.append((len(before), max(before), entity))
    return max(fitting, key=lambda item: item[:2], default=(0, 0, None))[2]


def _fits_body(entity: Entity, wanted: Sequence[str], nominal: Nominal) -> bool:
    names = {w for form in (entity.name, *entity.forms) for w in form.casefold().replace(".", "").split()}
    if not names & set(wanted):
        return False
    if nominal.country and entity.country and nominal.country != entity.country:
        return False
    rest = [m for m in nominal.modifiers if not (nominal.country and country_in(m.title()))]
    return all(
        m in names or m in ("military", "news", "international", "national", "three-judge", "north", "south")
        for m in rest
    )
