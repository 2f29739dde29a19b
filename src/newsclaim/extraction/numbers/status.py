"""How sure a number is, from the words of its own clause: modal verbs, plans, conditions, denials, other times."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, cast

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.models import Status, TimeRef

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBORDINATE = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl", "relcl", "conj", "dep"})


@cache
def _group(name: str) -> dict[str, str]:
    return {word: status for status, words in lexicon.load("numbers/status")[name].items() for word in words}


def status_of(view: View, quantity: Quantity, verb: Token | None, time: TimeRef | None) -> Status:
    """Return the status that the claim's own words give; what its quote says is added when quotes are known."""
    words = view.text[quantity.start : quantity.shown_start].lower()
    before = view.text[max(0, quantity.start - 28) : quantity.start].lower()
    if "estimated" in words or "estimated" in before[-16:] or "estimate of" in before or "estimates of" in before:
        return "estimated"
    found = _object_of(view, quantity, verb) or _climb(verb) if verb is not None else None
    if found is not None:
        return cast("Status", found)
    past = verb is not None and quantity.measure != "duration" and _long_ago(view, verb, time)
    return "background" if past else "asserted"


def _object_of(view: View, quantity: Quantity, verb: Token) -> str | None:
    """Return what a verb of planning or predicting makes of its object ("predicted a surge of six feet", "are feared dead")."""
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
    for child in verb.lefts:
        if child.dep_ == "mark" and child.lower_ in _group("marks"):
            return "hypothetical"
        if child.dep_ == "advmod" and child.i == verb.i - 1 and (named := _group("adverbs").get(child.lower_)):
            return named
        if child.dep_ == "aux" and child.lower_ == "to" and verb.dep_ in ("acl", "relcl") and _has(verb, ("auxpass",)):
            return "planned"
        if child.dep_ in ("aux", "auxpass") and (modal := _modal(verb, child)) is not None:
            return modal
    return None


def _modal(verb: Token, aux: Token) -> str | None:
    word = aux.lower_
    modals = lexicon.load("numbers/status")["modals"]
    if (
        any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
        and word in modals["possible_have"]
    ):
        return "possible"
    if word in modals["projected"]:
        return "projected"
    return "possible" if word in modals["possible"] else None


#: Days after which an event is an earlier one, told for context.
_LONG_AGO = 150


def _days_between(early: str, late: str) -> int:
    try:
        return (date.fromisoformat(late[:10]) - date.fromisoformat(early[:10])).days
    except ValueError:
        return 0


def _long_ago(view: View, verb: Token, time: TimeRef | None) -> bool:
    """Is it told of a year before the one of publication, as something over?"""
    published = view.article.published
    if time is None or time.to is None or not published or time.kind == "deadline":
        return False
    return (
        int(time.to[:4]) < int(published[:4])
        and verb.tag_ in ("VBD", "VBN")
        and not time.text.lower().startswith(("since", "last"))
    )
