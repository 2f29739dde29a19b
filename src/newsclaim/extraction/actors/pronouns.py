"""he, she, him, his, her … → a person named in the article, by gender, role in the sentence and distance; or nobody."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip

#: How much a mention counts by its role in the sentence; measured on news, where subjects are taken up again.
_ROLE = {"nsubj": 1.0, "nsubjpass": 0.9, "ROOT": 0.7, "poss": 0.6, "dobj": 0.55, "pobj": 0.5, "appos": 0.6, "conj": 0.5}
_OTHER_ROLE = 0.45
_DECAY = 0.55
_WINDOW = 5
#: Mentions looked at before and behind a pronoun; a few sentences hold no more.
_MOST_BEFORE = 60
_MOST_AHEAD = 12
_THRESHOLD = 0.12
_MARGIN = 1.12
_GENDER_KNOWN = 1.3
_HEADLINE = 0.5
_SPEAKER_IN_OWN_QUOTE = 0.05
_CATAPHORA = 0.5
_MAIN = 0.25
_EMBRACING = 1.6
_PARALLEL = 1.25
_AHEAD = 0.5
_OWN_WORDS = 1.6
_SAYING = frozenset(
    {"say", "add", "tell", "continue", "note", "explain", "state", "argue", "claim", "go", "conclude", "describe"}
)
_COORDINATED = 5.0
_REST = 0.35
_PRONOUN_CHAIN = 0.8


class _Cast:
    """Who is on the stage at a position: persons mentioned a few sentences before it, or later in its sentence."""

    def __init__(self, scene: Scene, persons: Sequence[Entity]) -> None:
        named = sorted(((p.start, n) for n, e in enumerate(persons) for p in e.places))
        self._scene = scene
        self._persons = persons
        self._starts = [start for start, _ in named]
        self._who = [n for _, n in named]
        self._resolved: list[tuple[int, int]] = []
        self._named = [[p.start for p in e.places if p.how != "nominal"] for e in persons]

    def at(self, token: Token) -> list[int]:
        """Return the numbers of the persons who could be meant by the token, each once."""
        k = bisect_left(self._starts, token.idx)
        first, last = self._scene.bounds(token.i, _WINDOW)
        near = range(max(0, k - _MOST_BEFORE), min(len(self._who), k + _MOST_AHEAD))
        found = [self._who[m] for m in near if first <= self._starts[m] < last]
        found.extend(n for start, n in self._resolved[-_MOST_BEFORE:] if start >= first)
        return sorted(set(found))

    def add(self, token: Token, number: int) -> None:
        """Tell that the token was resolved to a person."""
        self._resolved.append((token.idx, number))

    def standing(self, number: int, position: int) -> float:
        """How much the article is about a person so far and later, and how sure it is that it is one."""
        starts = self._named[number]
        before = bisect_left(starts, position)
        weight = before + _AHEAD * (len(starts) - before)
        return self._persons[number].sure * (1.0 + _MAIN * math.log(max(1.0, weight)))


def resolve_pronouns(scene: Scene, persons: Sequence[Entity]) -> None:
    """Add the pronouns that can be resolved to the places of their persons, in text order."""
    cast = _Cast(scene, persons)
    for token in scene.doc:
        gender = GENDERS.get(token.lower_)
        if gender is None or token.text in ("HER", "HIS") or _is_formula(scene, token):
            continue
        number = _antecedent(scene, token, gender, persons, cast)
        if number is not None:
            found = persons[number]
            found.gender = found.gender or gender
            found.add(Place(token.idx, token.idx + len(token), token.i, "pronoun"), token.text, "pronoun")
            cast.add(token, number)


def _is_formula(scene: Scene, token: Token) -> bool:
    """Whether the pronoun stands for nobody in particular: "his/her", "Her Majesty"."""
    after = scene.doc[token.i + 1].text if token.i + 1 < len(scene.doc) else ""
    before = scene.doc[token.i - 1].text if token.i else ""
    return "/" in (after, before) or after in ("Majesty", "Highness", "Excellency", "Honour", "Honor", "Holiness")


def _antecedent(scene: Scene, token: Token, gender: str, persons: Sequence[Entity], cast: _Cast) -> int | None:
    scores = []
    for number in cast.at(token):
        entity = persons[number]
        if entity.gender in (None, gender):
            score = _score(scene, token, entity) * cast.standing(number, token.idx)
            scores.append((score * (_GENDER_KNOWN if entity.gender else 1.0), number))
    scores.sort(key=lambda item: (-item[0], item[1]))
    if not scores or scores[0][0] < _THRESHOLD:
        return None
    if len(scores) > 1 and scores[0][0] < scores[1][0] * _MARGIN:
        return None
    return scores[0][1]


def _score(scene: Scene, token: Token, entity: Entity) -> float:
    sentence = scene.sentence[token.i]
    best = total = 0.0
    for place in _recent(entity, token.idx):
        distance = sentence - scene.sentence[place.token]
        if distance > _WINDOW:
            break
        mention = scene.doc[place.token]
        if distance == 0 and _bound(token, mention):
            return 0.0
        weight = _weight(scene, token, mention, distance)
        if place.how == "pronoun":
            weight *= _PRONOUN_CHAIN
        best = max(best, weight)
        total += weight
    if scene.is_speaker(entity, token.idx):
        total *= _SPEAKER_IN_OWN_QUOTE
        best *= _SPEAKER_IN_OWN_QUOTE
    return best + _REST * (total - best) if best else _forward(scene, token, entity)


def _recent(entity: Entity, position: int) -> list[Place]:
    k = bisect_left(entity.places, position, key=lambda p: p.start)
    return entity.places[max(0, k - 6) : k][::-1]


def _weight(scene: Scene, token: Token, mention: Token, distance: int) -> float:
    weight = _ROLE.get(scene.dep(mention), _OTHER_ROLE) * _DECAY ** max(distance, 0)
    if scene.headline(mention.i):
        weight *= _HEADLINE
    if distance == 0 and _subject_of_embracing(token, mention):
        weight *= _EMBRACING
        if token.dep_ == "nsubj" and token.head.head.i == mention.head.i and mention.head.lemma_ in _SAYING:
            weight *= _OWN_WORDS  # "Doe claimed he …"
    if token.dep_ == "nsubj" and distance == 1 and mention.dep_ == "nsubj" and mention.head.dep_ == "ROOT":
        weight *= _PARALLEL
    if token.dep_ == "poss" and token.head.dep_ == "conj" and token.head.head.i == mention.i:
        weight *= _COORDINATED  # "Jane Doe and her son"
    if scene.quoted[token.idx] != scene.quoted[mention.idx] and distance <= 1 and scene.quoted[mention.idx]:
        weight *= 0.5
    return weight


def _subject_of_embracing(token: Token, mention: Token) -> bool:
    """Whether the mention is the subject of a clause that holds the pronoun: "Austin said he …"."""
    if mention.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = mention.head
    node = token
    for _ in range(12):
        if node.head.i == node.i:
            return False
        node = node.head
        if node.i == verb.i:
            return True
    return False


def _bound(token: Token, mention: Token) -> bool:
    """Whether grammar forbids the mention: subject and object of one verb are two persons unless "himself" says so."""
    reflexive = token.lower_.endswith("self")
    if token.dep_ == "poss":
        return mention.i > token.i and mention.head.i == token.head.i
    verb, other = _clause(token), _clause(mention)
    same_verb = verb is not None and other is not None and verb == other
    core = {"nsubj", "nsubjpass", "dobj", "dative", "pobj"}
    if reflexive:
        return False
    return same_verb and token.dep_ in core and mention.dep_ in core and token.dep_ != mention.dep_


def _clause(token: Token) -> int | None:
    node = token
    if node.dep_ == "pobj":
        node = node.head
    return node.head.i if node.head.pos_ in ("VERB", "AUX") else None


def _forward(scene: Scene, token: Token, entity: Entity) -> float:
    """Weigh a name that follows in the same sentence as the subject of the main clause: "In his speech, Johnson …"."""
    k = bisect_left(entity.places, token.idx + 1, key=lambda p: p.start)
    if k == len(entity.places) or entity.places[k].how == "pronoun":
        return 0.0
    mention = scene.doc[entity.places[k].token]
    near = scene.sentence[mention.i] == scene.sentence[token.i] and mention.i - token.i < 25
    return _CATAPHORA if near and mention.dep_ in ("nsubj", "nsubjpass") else 0.0
