"""Whose an amount is by the clause it stands in: who reports it, deals with it, is given it, or whose clause it is."""

from __future__ import annotations

from newsclaim.extraction.numbers.measured import antecedents
from newsclaim.extraction.numbers.measured.agents import (
    is_agent,
    is_name,
    may_be_body,
    may_own,
)
from newsclaim.extraction.numbers.measured.climb import LISTS, root
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.lexicon import words
from newsclaim.names.person import is_given


def by_clause(view: View, noun: int, verb: int, measure: str | None = None) -> int:
    """Return whose a result is by the clause: the subject that reports it, or whose clause it is told in.

    `measure` is the kind of measure, None where whoever only deals with it is not to be taken for its owner.
    "Quillan reported sales of $1.8bn" · "Sanivel said revenue had dropped" · "Grenvold raised its dividend after net
    profit jumped".
    """
    w = view.w
    while verb >= 0 and w.lemma[verb] in ("include", "exclude") and w.head[verb] != verb:
        verb = clauses.governing_verb(w, w.head[verb])
    if verb < 0:
        return -1
    if (given := _given_to(view, noun, verb)) >= 0:
        return antecedents.behind(view, given)
    subject = clauses.subject_of(w, verb)
    if _only_tells(view, noun, verb, subject):
        return -1
    if not (0 <= subject != noun and _owns_result(view, noun, verb, subject, measure)):
        subject = _outer_body(view, noun, verb) if noun < 0 or w.lemma[noun] in words(LISTS, "company") else -1
    return antecedents.behind(view, subject) if subject >= 0 else -1


def _owns_result(view: View, noun: int, verb: int, subject: int, measure: str | None) -> bool:
    """Does a subject report a value, do something that costs it, or have what is measured?"""
    told = _reports(view, verb, subject) or _does(view, verb, subject, measure)
    return told or (noun >= 0 and _has(view, noun, verb, subject))


def _given_to(view: View, noun: int, verb: int) -> int:
    """Return who is given a value ("giving the company a market value of $4.6 billion"), -1 for nobody."""
    w = view.w
    given = w.child(verb, "dative") if w.lemma[verb] in words(LISTS, "handing") else -1
    return given if 0 <= given < noun and _owns(view, given) else -1


def _only_tells(view: View, noun: int, verb: int, subject: int) -> bool:
    """Does the subject tell of a result that is another's, none that it foresees for itself?"""
    w = view.w
    if w.lemma[verb] not in words(LISTS, "telling"):
        return False
    own = subject >= 0 and noun >= 0 and w.lemma[noun] in words(LISTS, "company") and _is_body(view, subject)
    return not (own and w.lemma[verb] in words(LISTS, "foreseeing"))


_MANY = frozenset({"most", "many", "few", "some", "all"})


def _has(view: View, noun: int, verb: int, subject: int) -> bool:
    """Is it the subject's debt ("he was $11 million in debt"), its votes and seats, or what it was given?"""
    w = view.w
    owes = w.lemma[noun] == "debt" and w.lemma[verb] == "be" and subject < noun
    voted = w.lemma[noun] in ("vote", "seat", "ballot") and not any(w.low[k] in _MANY for k in w.lefts(subject))
    hands = w.lemma[verb] in words(LISTS, "awarding") or w.lemma[verb] in ("give", "hand", "offer")
    given = hands and w.child(verb, "auxpass") >= 0 and noun > verb
    return (owes or voted or given) and _owns(view, subject)


def _outer_body(view: View, noun: int, verb: int) -> int:
    """Return the company in whose report a clause stands, up the parse."""
    w = view.w
    for _ in range(3):
        if w.dep[verb] not in ("ccomp", "advcl", "conj", "pcomp") or w.head[verb] == verb:
            return -1
        below, verb = verb, clauses.governing_verb(w, w.head[verb])
        if verb < 0 or ";" in w.text[min(below, verb) : max(below, verb)]:
            return -1
        subject = clauses.own_subject(w, verb)
        if subject >= 0 and subject != noun and _is_body(view, subject):
            says = w.lemma[verb] in words("numbers/notclaims", "saying") and _is_full_name(view, subject)
            return -1 if says else subject
    return -1


def _reports(view: View, verb: int, subject: int) -> bool:
    """Does the subject tell of a result of its own ("Quillan reported sales"; not "analysts expected earnings")?"""
    w = view.w
    if w.lemma[verb] in words(LISTS, "foreseeing"):
        return _is_body(view, subject)
    return w.lemma[verb] in words(LISTS, "reporting") and _owns(view, subject)


def _does(view: View, verb: int, subject: int, measure: str | None) -> bool:
    """Is it somebody who deals with the amount, or with whom it is dealt ("Ravn axed a $2m plan", "was fined $2m")?"""
    w = view.w
    lemma = w.lemma[verb]
    done = w.child(verb, "auxpass") >= 0
    tells = not done and (lemma in words(LISTS, "no_deeds") or lemma in words(LISTS, "telling"))
    if measure is None or tells or (measure == "duration" and lemma not in words(LISTS, "bearing")):
        return False
    kind = w.tag[subject] == "NNS" and not is_name(view, subject) and w.child(subject, "det", "poss") < 0
    named = w.pos[subject] != "PRON" or w.low[subject] in ("he", "she", "they")
    return named and not kind and w.dep[verb] != "relcl" and _owns(view, subject)


def _owns(view: View, i: int) -> bool:
    return view.w.low[i] in ("he", "she", "it", "they") if view.w.pos[i] == "PRON" else may_own(view, i)


def _is_full_name(view: View, i: int) -> bool:
    """Is it a person by more than one name: who says what something costs does not pay it."""
    first, last = view.w.name(i)
    return last > first and (view.w.ent[i] == "PERSON" or is_given(view.w.text[first]))


def _is_body(view: View, i: int) -> bool:
    w = view.w
    return may_be_body(view, i) if is_name(view, i) else w.lemma[i] in words(LISTS, "bodies") or w.low[i] == "it"


def in_clause_on(view: View, quantity: Quantity) -> int:
    """Return who has or pays an amount by the clause on it ("the 45 cents she makes a day"), -1 for nobody."""
    w = view.w
    i = root(view, quantity)
    verb = clauses.own_clause(w, i) if quantity.measure == "money" else -1
    subject = w.child(verb, "nsubj") if verb >= 0 and w.dep[verb] == "relcl" else -1
    done = {w.lemma[k] for k in (verb, w.child(verb, "xcomp")) if k >= 0}  # "that she used to earn"
    if not i < subject < verb or done.isdisjoint(words(LISTS, "holding")):
        return -1
    return antecedents.behind(view, subject) if is_agent(view, subject, quantity) else -1


def holder_of_share(view: View, quantity: Quantity) -> int:
    """Return who has a share of something, whoever that belongs to ("Tarn has 80% of the Norland market")."""
    w = view.w
    i = root(view, quantity)
    verb = w.head[i]
    if w.dep[i] not in ("dobj", "obj") or w.lemma[verb] not in words(LISTS, "holding_shares"):
        return -1
    subject = clauses.subject_of(w, verb)
    who = antecedents.behind(view, subject) if subject >= 0 else -1
    return who if who >= 0 and w.pos[who] != "PRON" and is_agent(view, who, quantity) else -1
