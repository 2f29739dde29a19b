"""What befalls the people counted: the verbs they are subject or object of, the clauses on their noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsclaim.extraction.numbers.classes.words import LISTS, class_of_noun, event_class, is_person
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import is_no_person, stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import load, words


@dataclass(frozen=True, slots=True)
class Place:
    """Where a noun stands to a verb: it does it ("doer"), suffers it ("patient"), has it as a participle ("done")."""

    verb: int
    role: str


def class_of(view: View, made: Draft) -> tuple[str, int] | None:
    """Return the class of what happens to what is counted and its verb, the graver of two; None where nothing does."""
    w = view.w
    found: dict[str, int] = {}
    for place in places_of(view, made.root):
        for verb in _joined(w, place):
            name = event_class(w, verb) or _of_fighters(w, made, verb)
            if name == "votes" and place.role == "patient":
                continue  # "the fund supports 3,000 writers"
            if name is not None and _suffers(w, place, verb) and may_be_people(view, made, w.lemma[verb]):
                found.setdefault(name, verb)
    if made.thing is not None and class_of_noun(made.thing.head) == "person":
        found.pop("troops", None)
    return next(((name, found[name]) for name in load(LISTS)["gravest"] if name in found), None)


def _of_fighters(w: Tokens, made: Draft, verb: int) -> str | None:
    """Return the class of what is said of fighters for their death ("the airstrike eliminated 67 terrorists")."""
    if made.thing is None or w.lemma[verb] not in words(LISTS, "of_fighters"):
        return None
    return "people-killed" if made.thing.head in words(LISTS, "fighters") else None


def _suffers(w: Tokens, place: Place, verb: int) -> bool:
    """Does the verb befall the noun in its place: whoever dies, whoever is killed?"""
    if place.role in ("patient", "done", ""):
        return bool(place.role)
    whom = clauses.object_of(w, verb)
    if whom >= 0 and w.low[whom] in ("themselves", "himself", "herself"):
        return True  # "four inmates killed themselves"
    state = w.pos[verb] == "ADJ" or (w.low[verb] == "missing" and whom < 0)
    return state or w.lemma[verb] in words(LISTS, "of_doers") or is_passive(w, verb)


def is_passive(w: Tokens, verb: int) -> bool:
    """Is something done to the subject of a verb, also where the helping verb is left out?"""
    if w.child(verb, "auxpass") >= 0:
        return True
    if w.tag[verb] == "VBN":
        alone = w.child(verb, "aux") < 0
    else:  # "12 were killed and 20 others wounded", taken for the past tense
        alone = w.tag[verb] == "VBD" and w.child(verb, "aux", "dobj", "obj", "ccomp") < 0
        alone = alone and w.lemma[verb] in words(LISTS, "done_to")
    return alone and not _shares_object(w, verb)


def _shares_object(w: Tokens, verb: int) -> bool:
    """Is it done to somebody whom only a verb joined to it has as object ("kidnapped and murdered a priest")?"""
    rights = list(w.rights(verb))
    if any(w.dep[k] in ("prep", "agent") for k in rights):
        return False  # "those arrested in May and told"
    for k in rights:
        if w.dep[k] != "conj" or w.pos[k] != "VERB" or w.child(k, "nsubj", "nsubjpass", "auxpass") >= 0:
            continue
        whom = clauses.object_of(w, k)
        if _is_somebody(w, whom) if whom >= 0 else _shares_object(w, k):
            return True
    return False


def _is_somebody(w: Tokens, noun: int) -> bool:
    if w.pos[noun] in ("PRON", "PROPN"):
        return w.ent[noun] not in ("GPE", "LOC", "FAC")
    name = class_of_noun(w.lemma[noun]) or ""
    return name in ("person", "troops") or name.startswith("people-") or stands_for_person(w.lemma[noun])


def may_be_people(view: View, made: Draft, lemma: str) -> bool:
    """May what is counted be people that the event befalls: any noun, unless it is an animal or a thing?"""
    thing = made.thing
    if thing is None or thing.rule == "understood" or is_person(view.w, thing):
        return thing is not None
    if lemma in words(LISTS, "of_things_too") or is_no_person(thing.head) or class_of_noun(thing.head) is not None:
        return False
    return thing.token >= 0 and view.w.pos[thing.token] in ("NOUN", "PROPN", "ADJ")


def class_in_clause(view: View, made: Draft) -> str | None:
    """Return the class of what a clause on the noun itself tells ("the 15 people who died there")."""
    w = view.w
    for k in w.rights(made.root) if made.root >= 0 else ():
        name = event_class(w, k) if w.dep[k] in ("acl", "relcl") else None
        suffers = name is not None and _suffers(w, Place(k, _role_in_clause(w, k)), k)
        if suffers and may_be_people(view, made, w.lemma[k]):
            return name
    return None


def place_of(view: View, i: int) -> Place | None:
    """Return the first place of a noun: in its own clause, else in that of its verb."""
    return next(places_of(view, i), None)


def places_of(view: View, i: int) -> Iterator[Place]:
    """Yield the places of a noun: participles and relative clauses on it, then the verb it belongs to."""
    if i < 0:
        return
    w = view.w
    for k in w.rights(i):
        if w.dep[k] in ("acl", "relcl", "amod") and (w.pos[k] in ("VERB", "AUX", "ADJ") or w.tag[k] == "VBN"):
            yield Place(k, _role_in_clause(w, k))
            for led in _led_to(w, k):
                yield Place(led, "done")
    place = _in_verb(w, i)
    if place is not None:
        yield place
        if place.role == "doer":
            them = clauses.object_of(w, place.verb)
            leads = them < 0 or w.low[them] == "themselves"  # not "two guards shot him dead"
        else:
            leads = is_passive(w, place.verb) or w.lemma[place.verb] in ("leave", "find", "see")
        if leads:
            for led in _led_to(w, place.verb):
                yield Place(led, "done")


def _role_in_clause(w: Tokens, verb: int) -> str:
    """Return what a noun is to a clause on it; "" in "a woman whose eye was hurt", where another suffers."""
    if w.dep[verb] in ("acl", "amod"):
        return "doer" if w.tag[verb] == "VBG" else "done"
    subject = w.child(verb, "nsubj", "nsubjpass")
    relative = subject < 0 or w.tag[subject] in ("WP", "WDT") or w.low[subject] == "that"
    if relative:
        return "patient" if w.child(verb, "nsubjpass") >= 0 else "doer"
    other = w.dep[subject] == "nsubjpass"  # "two blasts in which three people were hurt"
    other = other or any(w.low[k] in ("where", "when", "why") for k in w.kids[verb])  # "places where residents vote"
    return "" if other or any(w.tag[k] == "WP$" for k in range(w.left[subject], subject)) else "patient"


#: What a noun is to its verb by its dependency.
_ROLES = {"nsubjpass": "patient", "dobj": "patient", "obj": "patient", "oprd": "patient", "dative": "patient",
          "nsubj": "doer", "attr": "doer", "csubj": "doer"}  # fmt: skip
_INSIDE = frozenset({"conj", "appos", "nummod", "quantmod", "compound", "nmod"})


def _in_verb(w: Tokens, i: int) -> Place | None:
    """Return the verb a noun belongs to as subject or object, over lists and bundles ("a group of 12 people")."""
    for _ in range(6):
        dep, head = w.dep[i], w.head[i]
        if head == i:
            return Place(i, "doer") if w.pos[i] == "VERB" else None
        if dep in _ROLES:
            return Place(head, _ROLES[dep])
        if dep in ("ccomp", "npadvmod", "dep") and w.pos[head] == "VERB":
            return Place(head, "patient" if head < i else "doer")
        above = _above(w, i)
        if isinstance(above, Place) or above < 0:
            return above if isinstance(above, Place) else None
        i = above
    return None


def _above(w: Tokens, i: int) -> int | Place:
    """Return the noun above in a list or bundle, or the verb over a hedge; -1 where it goes no farther."""
    dep, head = w.dep[i], w.head[i]
    over = w.head[head]
    if dep in _INSIDE or (dep == "dep" and head < i) or (dep == "amod" and w.low[head] == "more"):
        return head
    if dep != "pobj":
        return -1
    if (w.low[head] == "of" and _bundles(w, over)) or (w.low[head] == "from" and w.lemma[i] in ("family", "household")):
        return over
    if w.low[head] in _HEDGING and w.pos[over] == "VERB":
        return Place(over, "patient" if over < head else "doer")
    return -1


#: Prepositions of hedges, which stand between a verb and its object ("uprooted between 3,000 and 4,000 people").
_HEDGING = frozenset({"between", "about", "around", "over", "under", "above", "below", "near", "than"})


def _bundles(w: Tokens, noun: int) -> bool:
    some = w.pos[noun] == "NUM" or w.low[noun] in ("one", "none", "some", "many", "most")
    return some or w.lemma[noun] in words(LISTS, "groups")


_LED = frozenset({"oprd", "xcomp", "acomp", "attr", "prep"})


def _led_to(w: Tokens, verb: int) -> Iterator[int]:
    """Yield what a verb of telling or being leads to: "are confirmed killed", "were left homeless", "are dead"."""
    if w.lemma[verb] not in words("numbers/measured", "leads"):
        return
    for k in w.rights(verb):
        near = w.dep[k] in _LED or w.low[k] == "ill" or (w.dep[k] in ("ccomp", "dep") and k <= verb + 3)
        near = near and w.child(k, "nsubj", "nsubjpass") < 0  # not "she said that he died"
        name = event_class(w, k) if near else None
        if name is not None and (w.pos[k] != "NOUN" or name.startswith("people-")):  # not "one reason was support"
            yield k


#: A verb with auxiliaries of its own shares the subject of the one it is joined to only when it stands close behind.
_CLOSE = 8


def _joined(w: Tokens, place: Place) -> list[int]:
    """Return a verb and those joined to it that share the noun ("were shot and killed", "killed or captured half")."""
    verb = place.verb
    found = [verb]
    for k in w.kids[verb]:
        shares = w.dep[k] == "conj" and w.pos[k] == "VERB" and w.child(k, "nsubj", "nsubjpass", "dobj") < 0
        if shares and (w.child(k, "aux", "auxpass") < 0 or k <= verb + _CLOSE):
            found.append(k)
    shared = place.role == "patient" and w.child(verb, "nsubj", "nsubjpass") < 0
    while shared and w.dep[verb] == "conj" and w.pos[w.head[verb]] == "VERB":
        verb = w.head[verb]
        if w.child(verb, "dobj") >= 0:
            break
        found.append(verb)
    return found


_EQUATING = frozenset({"be", "include", "comprise", "number", "total"})


def equated(view: View, made: Draft) -> str | None:
    """Return the class of the noun that the people are said to be ("the dead include three children")."""
    w = view.w
    verb = clauses.governing_verb(w, made.root) if made.root >= 0 else -1
    if verb < 0 or w.lemma[verb] not in _EQUATING:
        return None
    subject = clauses.subject_of(w, verb)
    if subject < 0 or subject == made.root:
        return None
    if w.low[subject] == "body":
        return None  # "my body is a temple"
    name = class_of_noun(w.lemma[subject]) or class_of_noun(w.low[subject])
    return name if (name or "").startswith("people-") else None
