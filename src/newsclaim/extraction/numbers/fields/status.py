"""How sure a number is, from the words of its own clause: modal verbs, plans, conditions, denials, other times."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import cast

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Status, TimeRef

_SUBORDINATE = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl", "relcl", "conj", "dep"})


_ESTIMATES = re.compile(
    r"\bestimat(?:e|es|ion)\s+(?:of|by|from|rang|put|is|are|was|were|say|said|suggest)[^.;:]{0,60}$"
)


@cache
def _group(name: str) -> dict[str, str]:
    return {word: status for status, words in lexicon.load("numbers/status")[name].items() for word in words}


def status_of(view: View, quantity: Quantity, verb: int, time: TimeRef | None, kind: str) -> Status:
    """Return the status that the claim's own words give; what its quote says is added when quotes are known."""
    words = view.text[quantity.start : quantity.shown_start].lower()
    before = view.text[max(0, quantity.start - 80) : quantity.start].lower()
    if "estimated" in words or "estimated" in before[-16:] or _ESTIMATES.search(before):
        return "estimated"
    if verb < 0:
        return "asserted"
    w = view.w
    untrue = "denied" if _is_untrue(w, verb, quantity) else None
    found = _object_of(w, quantity, verb) or _climb(w, verb) or untrue
    if found is not None:
        return cast("Status", found)
    if quantity.measure == "duration":
        return "asserted"
    if kind.startswith("people-") and time is not None and time.text.lower() == "last year":
        return "background"
    return "background" if _long_ago(view, verb, time) or _told_for_context(view, verb, quantity) else "asserted"


def _is_untrue(w: Tokens, verb: int, quantity: Quantity) -> bool:
    """Is what tells of the number said to be untrue ("reports of 1,500 casualties are exaggerated")?"""
    if w.lemma[verb] != "be" and w.child(verb, "auxpass") < 0:
        return False
    subject = clauses.subject_of(w, verb)
    if subject < 0 or quantity.start > w.start[verb] or w.lemma[subject] not in _group("tellings"):
        return False
    said = [verb, *(k for k in w.rights(verb) if w.dep[k] in ("acomp", "attr"))]
    return w.child(verb, "neg") < 0 and any(w.low[k] in _group("untrue") for k in said)


def _object_of(w: Tokens, quantity: Quantity, verb: int) -> str | None:
    """Return what a verb of planning or fearing makes of its object or passive subject ("are feared dead")."""
    if quantity.start > w.start[verb]:
        return _group("objects").get(w.lemma[verb])
    return _group("passives").get(w.lemma[verb]) if w.child(verb, "auxpass") >= 0 else None


def _climb(w: Tokens, verb: int) -> str | None:
    """Follow the verbs above the number until one says how sure it is; a clause with a tense of its own ends the way.

    Modal verbs tell about the clause they stand in; what governs that clause tells by its own meaning only.
    """
    i, finite = verb, False
    for step in range(4):
        if (found := _of_clause(w, i, governs=step > 0, finite=finite)) is not None:
            return found
        if (named := _noun_says(w, i)) is not None:
            return named
        head, dep = w.head[i], w.dep[i]
        if dep not in _SUBORDINATE or head == i or dep in ("relcl", "advcl", "acl"):
            return None
        if dep == "conj" and w.child(i, "nsubj", "nsubjpass", "aux") >= 0:
            return None
        if ";" in w.text[min(i, head) : max(i, head)]:
            return None
        finite = finite or (dep in ("ccomp", "dep") and w.child(i, "nsubj", "nsubjpass") >= 0)
        i = head
    return None


def _noun_says(w: Tokens, i: int) -> str | None:
    """Return what a noun above the verb says: "plans to send 3,000"."""
    if w.dep[i] not in ("acl", "pcomp"):
        return None
    noun = w.head[w.head[i]] if w.dep[i] == "pcomp" else w.head[i]
    return _group("nouns").get(w.lemma[noun]) if w.pos[noun] == "NOUN" else None


def _of_clause(w: Tokens, verb: int, *, governs: bool, finite: bool) -> str | None:
    own = _group("governors").get(w.lemma[verb]) if governs else None
    if own is not None or finite:
        return own
    if _under_condition(w, verb):
        return "hypothetical"
    if _is_to(w, verb):
        return "planned"
    return next((found for k in w.lefts(verb) if (found := _of_word(w, verb, k)) is not None), None)


def _of_word(w: Tokens, verb: int, k: int) -> str | None:
    """Return what one word on the left of a verb says: a conjunction, an adverb, a modal verb."""
    if w.dep[k] == "mark" and w.low[k] in _group("marks"):
        return "hypothetical" if w.low[k + 1] != "not" else None
    if w.dep[k] == "advmod" and k == verb - 1:
        return _group("adverbs").get(w.low[k])
    return _modal(w, verb, k) if w.dep[k] in ("aux", "auxpass") else None


def _under_condition(w: Tokens, verb: int) -> bool:
    """Does a clause with "if" or "unless" hang on the verb ("If the dam breaks, 30 villages would be flooded")?"""
    clauses = (k for k in w.kids[verb] if w.dep[k] == "advcl")
    return any(w.dep[x] == "mark" and w.low[x] in ("if", "unless") for k in clauses for x in w.lefts(k))


def _is_to(w: Tokens, verb: int) -> bool:
    """Is it to happen by somebody's plan: "is to cut 300 jobs", "to be performed", a headline's "Army to send 300"?"""
    if not any(w.dep[k] == "aux" and w.low[k] == "to" for k in w.lefts(verb)):
        return False
    if w.dep[verb] in ("acl", "relcl"):
        return w.child(verb, "auxpass") >= 0
    if w.dep[verb] == "ROOT":
        return w.child(verb, "nsubj", "nsubjpass") >= 0
    head = w.head[verb]
    governed = w.dep[verb] == "xcomp" and w.lemma[head] == "be" and head < verb
    return governed and w.child(head, "acomp", "expl") < 0


def _modal(w: Tokens, verb: int, aux: int) -> str | None:
    word = w.low[aux]
    modals = lexicon.load("numbers/status")["modals"]
    perfect = any(w.low[k] == "have" and w.dep[k] == "aux" for k in w.kids[verb])
    if perfect and word in modals["possible_have"]:
        return "possible"
    if word in modals["projected"]:
        able = word in ("could", "would", "'d", "should")
        polite = able and w.lemma[verb] in lexicon.words("numbers/status", "polite")
        return None if polite else "projected"
    return "possible" if word in modals["possible"] else None


_SINCE = re.compile(r"\b[Ss]ince\b[^.;]*$")
#: Days after which an event is an earlier one, told for context.
_LONG_AGO = 90


def _days_between(early: str, late: str) -> int:
    try:
        return (date.fromisoformat(late[:10]) - date.fromisoformat(early[:10])).days
    except ValueError:
        return 0


def _long_ago(view: View, verb: int, time: TimeRef | None) -> bool:
    """Is it told of a year before the one of publication, as something over?"""
    if time is None or time.to is None or time.kind == "deadline":
        return False
    published = view.article.published or view.latest_year
    if published is None:
        return False
    since = _SINCE.search(view.text, max(0, time.start - 45), time.start) is not None
    told = (
        view.w.tag[verb] in ("VBD", "VBN", "VBG") and not since and not time.text.lower().startswith(("since", "last"))
    )
    return told and (_is_earlier_year(time, published) or _days_between(time.to, published) > _LONG_AGO)


def _is_earlier_year(time: TimeRef, published: str) -> bool:
    """Is it the whole of a year before the one of publication ("2018 saw 11,187 accidents")?"""
    whole = (time.from_ or "").endswith("-01-01") and (time.to or "").endswith("-12-31")
    return whole and (time.to or "")[:4] < published[:4]


_HISTORY = re.compile(r"\b[Ii]n\s+(?:(?:the|its|\w+['’]s)\s+)?(?:\w+\s+){0,2}history\b|\b[Hh]istorically\b")
#: How far around a number its context is read.
_WINDOW = 250
_EARLIER = frozenset({"past", "previous", "earlier", "prior", "preceding", "bygone"})


def _told_for_context(view: View, verb: int, quantity: Quantity) -> bool:
    """Is it told of earlier events: "past outbreaks", "had previously killed", "in the country's history"?"""
    w = view.w
    first, stop = view.page.sentence(verb)
    start = max(w.start[first], quantity.start - _WINDOW)
    end = min(w.end[stop - 1], quantity.end + _WINDOW)
    follows = w.lemma[verb] == "follow" and quantity.start > w.start[verb]
    if w.tag[verb] in ("VBD", "VBN") and (follows or _HISTORY.search(view.text, start, end)):
        return True
    return _opens_earlier(view, first, stop) or _is_earlier(w, verb) or _of_dated_event(view, verb)


_YEAR = re.compile(r"(?:19|20)\d\d")


def _of_dated_event(view: View, verb: int) -> bool:
    """Does the verb tell of an event named with an earlier year ("a 2011 attack that killed 89 people")?"""
    w = view.w
    if w.dep[verb] != "relcl" or w.tag[verb] != "VBD":
        return False
    published = (view.article.published or view.latest_year or "")[:4]
    named = (w.head[verb], *w.lefts(w.head[verb]))
    years = (w.text[k] for k in named if _YEAR.fullmatch(w.text[k]))
    return any(not published or year < published for year in years)


def _opens_earlier(view: View, first: int, stop: int) -> bool:
    """Does the sentence begin with what was before: "Earlier this year", "Past outbreaks"?"""
    w = view.w
    if w.low[first : first + 2] == ["earlier", "this"]:
        return True
    return w.low[first] in _EARLIER and w.pos[min(first + 1, stop - 1)] in ("NOUN", "PROPN", "ADJ")


def _is_earlier(w: Tokens, verb: int) -> bool:
    """Is the verb's subject or the verb itself of an earlier time: "previous clashes", "had formerly"?"""
    left = {w.low[k] for k in w.lefts(verb)}
    if left & {"previously", "formerly"} and "had" in left:
        return True
    subject = clauses.subject_of(w, verb)
    if subject < 0 or subject - w.left[subject] > 6:
        return False
    return any(word in _EARLIER for word in w.low[w.left[subject] : subject])
