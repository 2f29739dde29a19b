"""Numbers of what is there already, whatever the sentence says is to become of it."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.classes.words import class_of_noun
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields import ages
from newsclaim.extraction.numbers.fields.status.governors import climb, group
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses

#: Known to the reader: "these three hurdles", "its 48 stores", "the city's existing 20 halls".
_KNOWN = re.compile(
    r"(?<![\w-])(?:(?:these|those|its|their|his|her|our|my|your|the|both)(?:\s+(?:existing|current|present))?|\w+['’]s|\w+s['’])\s+$"
)
_PAST = re.compile(
    r"(?i)\b(?:the|these|its|his|her|their|our|my)\s+(?:last|past|previous|preceding)\s+$"
    r"|\b(?:the|an?|its|his|her|their|our|my|\w+['’]s)\s+first\b(?:(?!\b(?:will|would|shall|could|can|may|might|must|should)\b)[^.,;:]){0,90}"
    r"\b(?:in|for)\s+$"
    r"|\bfor\s+(?:his|her|their|its|[A-Z]\w+['’]s)\s+$"
)
_AGO = re.compile(r"\s+(?:ago|earlier)\b")


def is_settled(view: View, made: Draft) -> bool:
    """Is the number there already: an age told by the way, a time gone by, what something was before, known things?"""
    quantity, text = made.quantity, view.text
    if made.kind == "age":
        return ages.is_by_the_way(view, quantity)
    if made.later is not None or _is_of_deaths(view, made) or _is_aside(view, made) or _is_compared(view, made):
        return True
    if quantity.measure == "distance" and _AWAY.match(text, quantity.end):
        return True
    before = text[max(0, quantity.start - 110) : quantity.start]
    if quantity.measure == "duration":
        over = _PAST.search(before) is not None or _AGO.match(text, quantity.end) is not None
        ended = made.verb >= 0 and view.w.lemma[made.verb] in group("ending")
        return over or ((ended or _is_known(view, made)) and view.noun_follows(quantity.end))
    return _is_known(view, made) and _is_thing(view, made)


def _is_known(view: View, made: Draft) -> bool:
    """Does an article or possessive stand before the number, within its hedge or outside ("exceed the 40 seats")?"""
    ends = (made.quantity.start, made.quantity.front)
    return any(_KNOWN.search(view.text, max(0, end - 50), end) is not None for end in ends)


#: Before what stands beside what is to come ("is likely to win 14 seats, compared to just four in the outgoing house").
_COMPARED = re.compile(r"\b(?:compared\s+(?:to|with)|(?:up|down)\s+(?:on|from))\s+(?:[\w’'-]+\s+){0,5}$")


def _is_compared(view: View, made: Draft) -> bool:
    """Does what is to come stand against the number, which has no clause that says it is to come as well?"""
    clause = clauses.own_clause(view.w, made.root) if made.root >= 0 else -1
    return clause < 0 and _COMPARED.search(view.text, max(0, made.quantity.start - 60), made.quantity.start) is not None


#: By how much something is to change is none ("will raise pay (by 5%)").
_OPEN = re.compile(r"\((?!(?:by|to|from)\b)[^()]*$")


def _is_aside(view: View, made: Draft) -> bool:
    """Does a share stand in brackets that hold no verb ("people chose to stay at home (Tarn down 33 percent)")?"""
    quantity, low = made.quantity, made.sentence.start
    if quantity.measure != "share" or made.verb < 0:
        return False
    opened = _OPEN.search(view.text, max(low, quantity.start - 80), quantity.start)
    return opened is not None and view.w.start[made.verb] < opened.start()


#: Where a place lies, whatever will happen there ("Ellport, 180 km east of Selin, would host the games").
_AWAY = re.compile(r"\s+(?:\(\S+\s\w+\)\s+)?(?:to\s+the\s+)?(?:north|south|east|west)[a-z-]*\b")


def _is_of_deaths(view: View, made: Draft) -> bool:
    """Is it of "the deaths of 40 people" that something is told, none that something may lead to?

    Lives are still there when something "could claim the lives of 40 people".
    """
    w = view.w
    noun = clauses.noun_above(w, made.root) if made.kind.startswith("people-") else -1
    if noun < 0 or w.lemma[noun] in ("life", "live") or w.lemma[made.verb] in group("producing"):
        return False
    return class_of_noun(w.lemma[noun]) is not None and any(w.low[k] == "the" for k in w.lefts(noun))


def _is_thing(view: View, made: Draft) -> bool:
    """Is it a set of things or people to whom nothing is said to happen, or an amount that only names something?"""
    quantity, thing = made.quantity, made.thing
    if made.change is not None or made.role == "increment" or quantity.number.form not in ("point", "vague"):
        return False
    if quantity.measure in ("money", "measure", "distance"):
        return view.noun_follows(quantity.end)
    counts = quantity.measure is None and thing is not None and made.kind not in ("votes", "share")
    if not counts or made.kind.startswith("people-") or (thing is not None and "new" in thing.inside.split()):
        return False
    return made.event == made.verb or climb(view.w, made.event) is None
