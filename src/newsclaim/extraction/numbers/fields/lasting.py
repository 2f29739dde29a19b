"""What goes on for a length of time, or lies so long before or after: the event of a duration."""

from __future__ import annotations

from newsclaim.extraction.numbers.fields import events
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words

_WORDS = "numbers/events"
#: So many words lie between a time and the verb that it belongs to ("for | the first time | in | 45 years").
_DEEP = 6
_BESIDE = frozenset({"compound", "amod", "nummod", "nmod", "npadvmod", "poss"})
_VERBS = frozenset({"VERB", "AUX"})
_IMPOSING = frozenset({"give", "impose"})
#: Between two events of which one lies so long behind the other.
_APART = frozenset({"after", "before"})


def event_of(w: Tokens, i: int) -> int:
    """Return the word for what goes on so long or happens then, -1 for none.

    What fills the time itself goes before the verb that it hangs on: "six hours of talks", "a two-day strike".
    """
    i = clauses.first_joined(w, i)
    if w.child(i, "poss") >= 0:
        return -1  # "thanked him for his six months"
    if (within := _filling(w, i)) >= 0:
        return within
    for _ in range(_DEEP):
        over = w.head[i]
        if over == i:
            return -1
        if w.pos[over] in _VERBS and w.dep[over] not in ("aux", "auxpass", "prep"):
            return _shown(w, i, over)
        if w.pos[over] == "NOUN" and w.lemma[over] not in words(_WORDS, "spans"):
            return _of_noun(w, i, over)
        i = over
    return -1


def lasts(w: Tokens, quantity: Quantity) -> bool:
    """Does something last so long, rather than come so long before or after ("two years later")?"""
    behind = w.before(quantity.end)
    return behind >= len(w) or w.low[behind] not in words(_WORDS, "then")


def _filling(w: Tokens, i: int) -> int:
    """Return what fills a time by the words behind it ("five hours of sitting", "the two years she lived there").

    Not what the time itself does, nor what it is counted from ("two years that followed", "within days of the vote").
    """
    own = clauses.own_clause(w, i)
    told = own >= 0 and w.dep[own] == "relcl" and w.tag[own] != "VB" and w.text[w.left[own] - 1] != ","
    if told and w.tag[w.child(own, "nsubj")] != "WDT" and events.tells(w, own):
        return own
    return -1 if w.dep[i] == "pobj" and w.low[w.head[i]] == "within" else _held(w, i)


def _held(w: Tokens, i: int) -> int:
    """Return what is done or happens for a time, by the "of" behind it."""
    of = next((k for k in w.rights(i) if w.dep[k] == "prep" and w.low[k] == "of"), -1)
    done = w.child(of, "pcomp", "pobj") if of >= 0 else -1
    return done if done >= 0 and (events.tells(w, done) or events.goes_on(w, done)) else -1


def _of_noun(w: Tokens, i: int, noun: int) -> int:
    """Return the event of a time that a noun lasts or happened then ("the breakup of Norland 20 years ago").

    What is done to a noun that is none itself has so long a time only where it stands before the noun or is only its
    own size ("served a five-year term", "faces a penalty of five years").
    """
    verb = w.head[noun]
    measured = w.dep[i] in _BESIDE or (w.dep[i] == "prep" and w.low[i] == "of")
    done = measured and w.dep[noun] in ("dobj", "nsubjpass") and w.pos[verb] == "VERB" and events.tells(w, verb)
    if done and w.lemma[verb] in words("numbers/measured", "bearing") | _IMPOSING:
        return verb
    if events.goes_on(w, noun):
        return noun
    if done and w.dep[i] in _BESIDE:
        return verb
    return _shown(w, i, clauses.governing_verb(w, noun)) if w.dep[i] == "advmod" else -1


def _shown(w: Tokens, i: int, verb: int) -> int:
    """Return the verb that a time belongs to, over one that dates it, or the noun that does; -1 where none tells."""
    if verb < 0:
        return -1
    told = _believed(w, i, events.meant(w, i, verb))
    dating = _dating(w, i, verb)
    if dating == verb:  # "was found two days after she fled"
        above = w.head[verb]
        main = events.meant(w, i, above) if w.pos[above] in _VERBS and above != verb else -1
        told = main if main >= 0 and events.tells(w, main) and not _only_says(w, main) else verb
    elif dating >= 0 and events.goes_on(w, dating) and (not events.tells(w, told) or _only_says(w, told)):
        return dating
    return told if events.tells(w, told) else -1


def _believed(w: Tokens, i: int, verb: int) -> int:
    """Return what somebody now says was or will be ("over the years, they believe it was moved"), else the verb."""
    said = w.child(verb, "ccomp") if i < verb and w.tag[verb] in ("VBP", "VBZ") and _only_says(w, verb) else -1
    return events.meant(w, i, said) if said > verb else verb


def _only_says(w: Tokens, verb: int) -> bool:
    return w.lemma[verb] in words("numbers/notclaims", "saying") | words(_WORDS, "telling")


def _dating(w: Tokens, i: int, verb: int) -> int:
    """Return the event that another comes so long after or before: a clause, or a noun; -1 for none."""
    if w.low[i] in _APART and w.dep[i] == "prep":
        return w.child(i, "pobj")
    if w.dep[i] == "mark" and w.low[i] in _APART:
        return verb
    marked = w.child(verb, "mark") if w.dep[verb] in ("advcl", "relcl", "ccomp") and w.dep[i] == "npadvmod" else -1
    return verb if marked >= i and w.low[marked] in _APART else -1
