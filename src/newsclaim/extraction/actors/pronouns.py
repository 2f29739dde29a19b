"""he, she, him, his, her … → a person named in the article, by gender, role in the sentence and distance; or nobody."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from newsclaim.extraction.actors.binding import governs, is_barred
from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.scene import Scene
from newsclaim.extraction.page.people import is_person_noun
from newsclaim.extraction.page.tokens import Tokens, among
from newsclaim.lexicon import words
from newsclaim.names.titles import gender_of_title

GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip

#: How much a mention counts by its role in the sentence; measured on news, where subjects are taken up again.
_ROLE = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "attr": 0.9,
    "ROOT": 0.7,
    "poss": 0.6,
    "dobj": 0.55,
    "pobj": 0.5,
    "appos": 0.6,
    "conj": 0.5,
}
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
_EMBRACING_SUBJECT = 3.0
_PARALLEL = 1.25
_AHEAD = 0.5
_OWN_WORDS = 1.6
_COORDINATED = 5.0
_REST = 0.35
_PRONOUN_CHAIN = 0.8
#: Who spoke just before goes on speaking; whom he spoke of does not.
_SPOKE_LAST = 1.7
_SPOKEN_OF = 0.4
#: Nobody speaks of himself by his name.
_SPEAKS_OF_HIMSELF = 0.5
#: Sentences back to whoever spoke last, where nobody was named since.
_SPOKE_REACH = 15
#: Sentences back in which an unnamed speaker is still meant by "he said".
_UNNAMED_REACH = 2


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

    def at(self, i: int) -> list[int]:
        """Return the numbers of the persons who could be meant by the token, each once."""
        k = bisect_left(self._starts, self._scene.page.tokens.start[i])
        first, last = self._scene.bounds(i, _WINDOW)
        near = range(max(0, k - _MOST_BEFORE), min(len(self._who), k + _MOST_AHEAD))
        found = [self._who[m] for m in near if first <= self._starts[m] < last]
        found.extend(n for start, n in self._resolved[-_MOST_BEFORE:] if start >= first)
        return sorted(set(found))

    def add(self, i: int, number: int) -> None:
        """Tell that the token was resolved to a person."""
        self._resolved.append((self._scene.page.tokens.start[i], number))

    def standing(self, number: int, position: int) -> float:
        """How much the article is about a person so far and later, and how sure it is that it is one."""
        starts = self._named[number]
        before = bisect_left(starts, position)
        weight = before + _AHEAD * (len(starts) - before)
        return self._persons[number].sure * (1.0 + _MAIN * math.log(max(1.0, weight)))


def resolve_pronouns(scene: Scene, persons: Sequence[Entity]) -> dict[int, int]:
    """Add the pronouns that can be resolved to the places of their persons, in text order.

    Return the token of each pronoun that stands for a speaker whom nobody named, with the token of that speaker's noun.
    """
    cast = _Cast(scene, persons)
    w = scene.page.tokens
    unnamed = {}
    for i in among(w.low, GENDERS):
        gender = GENDERS[w.low[i]]
        if w.text[i] in ("HER", "HIS") or _is_formula(w, i):
            continue
        number = _antecedent(scene, i, gender, persons, cast)
        if number == len(persons):
            noun = scene.unnamed[bisect_left(scene.unnamed, i) - 1]
            if w.dep[w.head[noun]] != "agent":  # the minister was urged by a nurse: he is the minister, if anybody
                unnamed[i] = noun
        elif number is not None:
            found = persons[number]
            if w.quoted[i] < 0:
                found.gender = found.gender or gender
            found.add(Place(w.start[i], w.end[i], i, "pronoun"), w.text[i], "pronoun")
            cast.add(i, number)
    return unnamed


def _is_formula(w: Tokens, i: int) -> bool:
    """Whether the pronoun stands for nobody in particular: "his/her", "Her Majesty"."""
    after = w.text[i + 1] if i + 1 < len(w) else ""
    before = w.text[i - 1] if i else ""
    return "/" in (after, before) or after in ("Majesty", "Highness", "Excellency", "Honour", "Honor", "Holiness")


def _antecedent(scene: Scene, i: int, gender: str, persons: Sequence[Entity], cast: _Cast) -> int | None:
    """Return the number of the person meant, that behind the last for a speaker whom nobody named."""
    scores = []
    for number in cast.at(i):
        entity = persons[number]
        if entity.gender in (None, gender):
            score = _score(scene, i, entity) * cast.standing(number, scene.page.tokens.start[i])
            scores.append((score * (_GENDER_KNOWN if entity.gender else 1.0), number))
    scores.append((_unnamed(scene, i, gender), len(persons)))
    scores.sort(key=lambda item: (-item[0], item[1]))
    best, number = scores[0]
    if best < _THRESHOLD or (len(scores) > 1 and best < scores[1][0] * _MARGIN):
        fitting = [number for _, number in scores if number < len(persons)]
        told = _told_last(scene, i, {number: persons[number] for number in fitting})
        return told if told is not None or i not in scene.speaking else _spoke_last(scene, i, gender, persons)
    return number


def _spoke_last(scene: Scene, i: int, gender: str, persons: Sequence[Entity]) -> int | None:
    """Return whoever was last credited with words, some paragraphs before: a long answer, then "she says"."""
    w = scene.page.tokens
    spoke = scene.spoke_before(i)
    if spoke < 0 or w.sent[i] - w.sent[spoke] > _SPOKE_REACH:
        return None
    for entity in persons:
        here = _recent(entity, w.start[i])
        if entity.gender in (None, gender) and any(scene.is_at(p, spoke) for p in here):
            return persons.index(entity) if _acts_alone(w, here, range(spoke + 1, i)) else None
    return None


def _acts_alone(w: Tokens, places: Sequence[Place], since: range) -> bool:
    """Whether no other person is a subject in the article's own words since: no "Ek said …. Lund left. She says"."""
    own = {p.token for p in places}
    subjects = (x for x in since if w.dep[x] == "nsubj" and w.quoted[x] < 0)
    return own.issuperset(x for x in subjects if w.ent[x] == "PERSON")


def _told_last(scene: Scene, i: int, fitting: Mapping[int, Entity]) -> int | None:
    """Return the first who is the subject of the last sentence of the article's own: Brandt sat down. “…,” she said."""
    w, starts = scene.page.tokens, scene.page.sentences
    number = bisect_right(starts, i) - 1
    if i not in scene.speaking or w.quoted[starts[number]] < 0:
        return None
    for k in range(number - 1, max(-1, number - 1 - _WINDOW), -1):
        end = starts[k + 1]
        if any(w.quoted[x] < 0 and w.dep[x] == "ROOT" and w.pos[x] in ("VERB", "AUX") for x in range(starts[k], end)):
            subjects = {x for x in range(starts[k], end) if w.dep[x] == "nsubj" and w.dep[w.head[x]] == "ROOT"}
            places = ((n, p) for n, entity in fitting.items() for p in _recent(entity, w.start[end]))
            return next((n for n, p in places if scene.stands(p.token) in subjects), None)
    return None


def _unnamed(scene: Scene, i: int, gender: str) -> float:
    """How likely the pronoun is a speaker whom nobody named: "A spokesman said …. He added …"."""
    w = scene.page.tokens
    if i not in scene.speaking:
        return 0.0
    k = bisect_left(scene.unnamed, i)
    if k == 0:
        return 0.0
    head = scene.unnamed[k - 1]
    distance = scene.page.apart(head, i)
    told = gender_of_title(w.low[head])
    if distance > _UNNAMED_REACH or told not in (None, gender):
        return 0.0
    return _weight(scene, i, head, distance) * (_GENDER_KNOWN if told else 1.0)


def _score(scene: Scene, i: int, entity: Entity) -> float:
    w = scene.page.tokens
    best = total = 0.0
    for place in _recent(entity, w.start[i]):
        distance = scene.apart(place.token, i)
        if distance > _WINDOW:
            break
        if distance == 0 and is_barred(w, i, place.token):
            return 0.0
        weight = _weight(scene, i, place.token, distance)
        if place.how == "pronoun":
            weight *= _PRONOUN_CHAIN
        best = max(best, weight)
        total += weight
    if scene.is_speaker(entity, w.start[i]):
        total *= _SPEAKER_IN_OWN_QUOTE
        best *= _SPEAKER_IN_OWN_QUOTE
    if not best:
        return _forward(w, i, entity)
    named = i in scene.speaking and scene.names(entity, i)
    return (best + _REST * (total - best)) * (_SPEAKS_OF_HIMSELF if named else 1.0)


def _recent(entity: Entity, position: int) -> list[Place]:
    k = bisect_left(entity.places, position, key=lambda p: p.start)
    return entity.places[max(0, k - 6) : k][::-1]


def _weight(scene: Scene, i: int, mention: int, distance: int) -> float:
    w = scene.page.tokens
    stands = scene.stands(mention)
    role = "nsubjpass" if _did_it(w, stands) else w.dep[stands]
    weight = _ROLE.get(role, _OTHER_ROLE) * _DECAY ** max(distance, 0)
    if mention in scene.headline_tokens:
        weight *= _HEADLINE
    weight *= _by_clause(w, i, mention, stands, distance)
    if w.quoted[mention] >= 0 > w.quoted[i] and distance <= 1:
        weight *= 0.5
    return weight * _speech(scene, i, mention, distance)


def _did_it(w: Tokens, i: int) -> bool:
    """Whether a sentence is about whom it names behind "by": it was denied by Doe; not: he was pardoned by Doe."""
    if w.dep[i] != "pobj" or w.dep[w.head[i]] != "agent":
        return False
    verb = w.head[w.head[i]]
    whom = w.child(verb, "nsubjpass")
    return whom < 0 or not (w.ent[whom] == "PERSON" or is_person_noun(w, whom) or w.low[whom] in GENDERS)


def _by_clause(w: Tokens, i: int, mention: int, stands: int, distance: int) -> float:
    """How much more a mention counts for what the clauses of both have in common; `stands` is where it has its role."""
    verb, above = w.head[stands], w.head[i]
    joined = w.dep[i] == "poss" and w.dep[above] == "conj" and w.head[above] == mention
    weight = _COORDINATED if joined else 1.0  # "Jane Doe and her son"
    if distance == 0 and governs(w, stands, i):
        said = w.dep[i] == "nsubj" and w.head[above] == verb and w.lemma[verb] in words("nominals", "saying")
        embraced = _EMBRACING_SUBJECT if w.dep[i] in ("nsubj", "nsubjpass") else _EMBRACING
        return weight * embraced * (_OWN_WORDS if said else 1.0)  # "Doe claimed he …"
    parallel = distance == 1 and w.dep[i] == w.dep[stands] == "nsubj" and w.dep[verb] == "ROOT"
    return weight * (_PARALLEL if parallel else 1.0)


def _speech(scene: Scene, i: int, mention: int, distance: int) -> float:
    """Whoever spoke in the sentence before goes on; a person spoken of in what was said hardly speaks next."""
    if i not in scene.speaking or distance > _UNNAMED_REACH:
        return 1.0
    if mention in scene.speaking or scene.stands(mention) in scene.speaking:
        return _SPOKE_LAST if distance > 0 else 1.0
    return _SPOKEN_OF if scene.reported(mention) and not scene.reported(i) else 1.0


def _forward(w: Tokens, i: int, entity: Entity) -> float:
    """Weigh a name that follows in the same sentence as the subject of the main clause: "In his speech, Johnson …"."""
    k = bisect_left(entity.places, w.start[i] + 1, key=lambda p: p.start)
    if k == len(entity.places) or entity.places[k].how == "pronoun":
        return 0.0
    mention = entity.places[k].token
    near = w.sent[mention] == w.sent[i] and mention - i < 25 and not governs(w, i, mention)
    return _CATAPHORA if near and w.dep[mention] in ("nsubj", "nsubjpass") else 0.0
