"""How sure a number is, from the words of its own clause: modal verbs, plans, conditions, denials, other times."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, cast

from newsclaim import lexicon
from newsclaim.extraction.numbers import grammar
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.models import Status, TimeRef

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBORDINATE = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl", "relcl", "conj", "dep"})


_ESTIMATES = re.compile(
    r"\bestimat(?:e|es|ion)\s+(?:of|by|from|rang|put|is|are|was|were|say|said|suggest)[^.;:]{0,60}$"
)


@cache
def _group(name: str) -> dict[str, str]:
    return {word: status for status, words in lexicon.load("numbers/status")[name].items() for word in words}


def status_of(view: View, quantity: Quantity, verb: Token | None, time: TimeRef | None, kind: str) -> Status:
    """Return the status that the claim's own words give; what its quote says is added when quotes are known."""
    words = view.text[quantity.start : quantity.shown_start].lower()
    before = view.text[max(0, quantity.start - 80) : quantity.start].lower()
    if "estimated" in words or "estimated" in before[-16:] or _ESTIMATES.search(before):
        return "estimated"
    found = _object_of(quantity, verb) or _climb(verb) if verb is not None else None
    if found is not None:
        return cast("Status", found)
    if verb is not None and _is_untrue(verb, quantity):
        return "denied"
    if verb is None or quantity.measure == "duration":
        return "asserted"
    if kind.startswith("people-") and time is not None and time.text.lower() == "last year":
        return "background"
    return "background" if _long_ago(view, verb, time) or _told_for_context(view, verb, quantity) else "asserted"


def _is_untrue(verb: Token, quantity: Quantity) -> bool:
    """Is what tells of the number said to be untrue ("reports of 1,500 casualties are exaggerated")?"""
    if verb.lemma_ != "be" and not _has(verb, ("auxpass",)):
        return False
    subject = grammar.subject_of(verb)
    if subject is None or quantity.start > verb.idx or subject.lemma_.lower() not in _group("tellings"):
        return False
    said = [verb, *(child for child in verb.rights if child.dep_ in ("acomp", "attr"))]
    negated = _has(verb, ("neg",))
    return not negated and any(word.lower_ in _group("untrue") for word in said)


def _object_of(quantity: Quantity, verb: Token) -> str | None:
    """Return what a verb of planning or fearing makes of its object or passive subject ("are feared dead")."""
    if quantity.start > verb.idx:
        return _group("objects").get(verb.lemma_.lower())
    return _group("passives").get(verb.lemma_.lower()) if _has(verb, ("auxpass",)) else None


def _climb(verb: Token) -> str | None:
    """Follow the verbs above the number until one says how sure it is; a clause with a tense of its own ends the way.

    Modal verbs tell about the clause they stand in; what governs that clause tells by its own meaning only.
    """
    token, finite = verb, False
    for step in range(4):
        if (found := _of_clause(token, governs=step > 0, finite=finite)) is not None:
            return found
        if (named := _noun_says(token)) is not None:
            return named
        if token.dep_ not in _SUBORDINATE or token.head.i == token.i or token.dep_ in ("relcl", "advcl", "acl"):
            return None
        if token.dep_ == "conj" and _has(token, ("nsubj", "nsubjpass", "aux")):
            return None
        if any(part.text == ";" for part in token.doc[min(token.i, token.head.i) : max(token.i, token.head.i)]):
            return None
        finite = finite or (token.dep_ in ("ccomp", "dep") and _has(token, ("nsubj", "nsubjpass")))
        token = token.head
    return None


def _noun_says(token: Token) -> str | None:
    """Return what a noun above the verb says: "plans to send 3,000"."""
    noun = _noun_above(token) if token.dep_ in ("acl", "pcomp") else None
    return _group("nouns").get(noun.lemma_.lower()) if noun is not None else None


def _noun_above(token: Token) -> Token | None:
    above = token.head.head if token.dep_ == "pcomp" else token.head
    return above if above.pos_ == "NOUN" else None


def _has(token: Token, labels: tuple[str, ...]) -> bool:
    return any(child.dep_ in labels for child in token.children)


def _of_clause(verb: Token, *, governs: bool, finite: bool) -> str | None:
    own = _group("governors").get(verb.lemma_.lower()) if governs else None
    if own is not None or finite:
        return own
    if _under_condition(verb):
        return "hypothetical"
    if _is_to(verb):
        return "planned"
    return next((found for child in verb.lefts if (found := _of_word(verb, child)) is not None), None)


def _of_word(verb: Token, child: Token) -> str | None:
    """Return what one word on the left of a verb says: a conjunction, an adverb, a modal verb."""
    if child.dep_ == "mark" and child.lower_ in _group("marks"):
        return "hypothetical" if child.nbor(1).lower_ != "not" else None
    if child.dep_ == "advmod" and child.i == verb.i - 1:
        return _group("adverbs").get(child.lower_)
    return _modal(verb, child) if child.dep_ in ("aux", "auxpass") else None


def _under_condition(verb: Token) -> bool:
    """Does a clause with "if" or "unless" hang on the verb ("If the dam breaks, 30 villages would be flooded")?"""
    for child in verb.children:
        if child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in child.lefts):
            return True
    return False


def _is_to(verb: Token) -> bool:
    """Is it to happen by somebody's plan: "is to cut 300 jobs", "to be performed", a headline's "Army to send 300"?"""
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts):
        return False
    if verb.dep_ in ("acl", "relcl"):
        return _has(verb, ("auxpass",))
    if verb.dep_ == "ROOT":
        return _has(verb, ("nsubj", "nsubjpass"))
    return (
        verb.dep_ == "xcomp"
        and verb.head.lemma_ == "be"
        and verb.head.i < verb.i
        and not _has(verb.head, ("acomp", "expl"))
    )


def _modal(verb: Token, aux: Token) -> str | None:
    word = aux.lower_
    modals = lexicon.load("numbers/status")["modals"]
    if (
        any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
        and word in modals["possible_have"]
    ):
        return "possible"
    if word in modals["projected"]:
        polite = word in ("could", "would", "'d", "’d", "should") and verb.lemma_.lower() in lexicon.words(
            "numbers/status", "polite"
        )
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


def _long_ago(view: View, verb: Token, time: TimeRef | None) -> bool:
    """Is it told of a year before the one of publication, as something over?"""
    if time is None or time.to is None or time.kind == "deadline":
        return False
    published = view.article.published or view.latest_year
    if published is None:
        return False
    since = _SINCE.search(view.text, max(0, time.start - 45), time.start) is not None
    told = verb.tag_ in ("VBD", "VBN", "VBG") and not since and not time.text.lower().startswith(("since", "last"))
    return told and (_is_earlier_year(time, published) or _days_between(time.to, published) > _LONG_AGO)


def _is_earlier_year(time: TimeRef, published: str) -> bool:
    """Is it the whole of a year before the one of publication ("2018 saw 11,187 accidents")?"""
    whole = (time.from_ or "").endswith("-01-01") and (time.to or "").endswith("-12-31")
    return whole and (time.to or "")[:4] < published[:4]


_HISTORY = re.compile(r"\b[Ii]n\s+(?:(?:the|its|\w+['’]s)\s+)?(?:\w+\s+){0,2}history\b|\b[Hh]istorically\b")
#: How far around a number its context is read.
_WINDOW = 250
_EARLIER = frozenset({"past", "previous", "earlier", "prior", "preceding", "bygone"})


def _told_for_context(view: View, verb: Token, quantity: Quantity) -> bool:
    """Is it told of earlier events: "past outbreaks", "had previously killed", "in the country's history"?"""
    first, stop = view.sentence(verb.i)
    start = max(view.starts[first], quantity.start - _WINDOW)
    end = min(view.end(view.doc[stop - 1]), quantity.end + _WINDOW)
    past = verb.tag_ in ("VBD", "VBN")
    if past and (_HISTORY.search(view.text, start, end) or (verb.lemma_ == "follow" and quantity.start > verb.idx)):
        return True
    return _opens_earlier(view, first, stop) or _is_earlier(view, verb) or _of_dated_event(view, verb)


_YEAR = re.compile(r"(?:19|20)\d\d")


def _of_dated_event(view: View, verb: Token) -> bool:
    """Does the verb tell of an event named with an earlier year ("a 2011 attack that killed 89 people")?"""
    if verb.dep_ != "relcl" or verb.tag_ != "VBD":
        return False
    published = (view.article.published or view.latest_year or "")[:4]
    named = (verb.head, *verb.head.lefts)
    years = (token.text for token in named if _YEAR.fullmatch(token.text))
    return any(not published or year < published for year in years)


def _opens_earlier(view: View, first: int, stop: int) -> bool:
    """Does the sentence begin with what was before: "Earlier this year", "Past outbreaks"?"""
    if view.text[view.starts[first] : view.starts[first] + 13].lower() == "earlier this ":
        return True
    return view.doc[first].lower_ in _EARLIER and view.doc[min(first + 1, stop - 1)].pos_ in ("NOUN", "PROPN", "ADJ")


def _is_earlier(view: View, verb: Token) -> bool:
    """Is the verb's subject or the verb itself of an earlier time: "previous clashes", "had formerly"?"""
    left = {child.lower_ for child in verb.lefts}
    if left & {"previously", "formerly"} and "had" in left:
        return True
    subject = grammar.subject_of(verb)
    if subject is None or subject.i - subject.left_edge.i > 6:
        return False
    return any(view.doc[k].lower_ in _EARLIER for k in range(subject.left_edge.i, subject.i))
