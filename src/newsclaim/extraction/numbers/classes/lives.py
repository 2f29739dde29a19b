"""Lives that are lost, claimed and taken, men that an army loses, and the noun above with "of"."""

from __future__ import annotations

from newsclaim.extraction.numbers.classes import befallen
from newsclaim.extraction.numbers.classes.words import LISTS, class_of_noun
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words


def lives_lost(view: View, made: Draft) -> str | None:
    """Read "claimed 12 lives", "12 lives were lost", "81 lost their lives"; lives that were saved are none."""
    w = view.w
    if (cost := _costs(view, made)) >= 0:
        made.event = cost
        return "people-killed"
    place = befallen.place_of(view, made.root) if made.thing is not None else None
    if place is None or made.thing is None:
        return None
    verb = w.lemma[place.verb]
    if made.thing.head == "life" and verb in words(LISTS, "costing") and place.role in ("patient", "done"):
        return "people-killed"
    lost = clauses.object_of(w, place.verb)
    told = verb == "lose" and lost >= 0 and w.lemma[lost] in ("life", "live") and place.role == "doer"
    return "people-killed" if told else None


def _costs(view: View, made: Draft) -> int:
    """Return the verb that claims "the lives of hundreds of people", -1 for none."""
    w = view.w
    lives = noun_over(view, made.root) if made.thing is not None and made.root >= 0 else -1
    if lives < 0 or w.lemma[lives] not in ("life", "live") or w.dep[lives] not in ("dobj", "obj", "nsubjpass"):
        return -1
    verb = w.head[lives]
    return verb if w.lemma[verb] in words(LISTS, "costing") and not _is_taken_as(w, verb, lives) else -1


def _is_taken_as(w: Tokens, verb: int, lives: int) -> bool:
    """Are lives taken "as" something, or "into account"?"""
    if w.lemma[verb] != "take":
        return False
    into = clauses.preposition_object(w, verb, ("into",))
    if into >= 0 and w.lemma[into] in ("account", "consideration"):
        return True
    beside = (k for noun in (verb, lives) for k in w.rights(noun))
    what = (w.child(k, "pobj") for k in beside if w.low[k] == "as" and w.dep[k] == "prep")
    return any(k >= 0 and w.lemma[k] not in ("part", "result", "consequence") for k in what)


def men_lost(view: View, made: Draft) -> str | None:
    """Read "the army lost 30 men"."""
    thing = made.thing
    if thing is None or not (thing.head == "man" or class_of_noun(thing.head) == "troops"):
        return None
    place = befallen.place_of(view, made.root)
    lost = place is not None and view.w.lemma[place.verb] == "lose" and place.role == "patient"
    return "people-killed" if lost else None


def noun_over(view: View, root: int) -> int:
    """Return the noun above with "of", also one that the tagger takes for a verb ("Killing of three men may …")."""
    w, of = view.w, view.w.head[root]
    verb = w.dep[root] == "pobj" and w.low[of] == "of" and of == w.head[of] + 1 and w.tag[of - 1] == "VBG"
    noun = of - 1 if verb else clauses.noun_above(w, root)
    vague = noun >= 0 and w.low[noun] in ("hundreds", "thousands", "dozens", "scores", "tens", "millions")
    return noun_over(view, noun) if vague else noun  # "the deaths of thousands of people"
