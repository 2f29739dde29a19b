"""What happens to what is counted: the word for the event."""

from __future__ import annotations

from newsclaim import lexicon
from newsclaim.extraction.numbers.classes.words import class_of_noun, event_class
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens

_LISTS = "numbers/measured"
_WORDS = "numbers/events"
_LED = frozenset({"oprd", "xcomp", "acomp", "attr", "ccomp", "dep"})


def event_of(w: Tokens, root: int, verb: int) -> int:
    """Return the word that says what happened: a clause on the noun itself, what its verb leads to, or the verb."""
    own = clauses.own_clause(w, root)
    own = own if own >= 0 else verb
    led = -1 if _do_it(w, root, own) else _led_to(w, own)
    event = led if led >= 0 else own
    if led >= 0 and own != verb and event_class(w, verb) == "people-killed":
        return verb  # "of those known to be ill two died"
    return verb if event != verb and event_class(w, event) is None and event_class(w, verb) is not None else event


def _do_it(w: Tokens, i: int, verb: int) -> bool:
    """Do those counted befall others by the verb ("was shot dead by two guards", "two of the guards shot him dead")?"""
    while w.dep[i] == "pobj" and w.low[w.head[i]] == "of" and w.head[w.head[i]] < i:
        i = w.head[w.head[i]]
    if w.dep[i] == "pobj":
        return w.dep[w.head[i]] == "agent" and w.head[w.head[i]] == verb
    done = w.child(verb, "dobj", "ccomp") if w.dep[i] == "nsubj" and w.head[i] == verb else -1
    if done > verb and w.low[done] == "themselves":
        return False
    return done > verb and (w.dep[done] == "dobj" or w.pos[done] == "ADJ")


def tells(w: Tokens, event: int) -> bool:
    """Is the word an event of its own ("killed", "dead"), not an empty verb ("had", "included")?"""
    if w.pos[event] in ("VERB", "ADJ"):
        return w.lemma[event] not in lexicon.words(_LISTS, "no_event") or _is_full(w, event)
    return happens(w, event)


def _is_full(w: Tokens, verb: int) -> bool:
    """Is an empty verb an event after all ("got off", "were seen", "searches continue", "have come to the square")?"""
    if w.child(verb, "prt") >= 0:
        return w.lemma[verb] in ("get", "put", "come")
    if w.lemma[verb] == "come" and w.low[min(verb + 1, len(w) - 1)] in ("together", "forward"):
        return True
    if w.lemma[verb] in ("continue", "begin"):
        return w.child(verb, "xcomp") < 0 and w.low[min(verb + 1, len(w) - 1)] != "to"
    if w.lemma[verb] in ("see", "put"):
        return w.child(verb, "auxpass") >= 0
    subject = w.child(verb, "nsubj")
    return w.lemma[verb] == "come" and subject >= 0 and stands_for_person(w.lemma[subject])


def shown(w: Tokens, root: int, verb: int, event: int) -> int:
    """Return the word to show for what happened: a noun for it goes before the verb that it hangs on.

    "three deaths were reported", "found guilty of the deaths of 14 hikers"; what is only told beside the verb's own
    event has none ("resigned after 59 matches").
    """
    if event != verb and event_class(w, event) is None and w.lemma[root] in lexicon.words(_WORDS, "nouns"):
        return root  # "40 deaths linked to the drug"
    if event != verb:
        return meant(w, root, _of_main_clause(w, root, event))
    over = max(clauses.noun_above(w, root), _changed_by(w, root), _changed_so(w, root))
    noun = next((k for k in (root, over) if k >= 0 and _is_noun(w, k)), -1)
    if noun < 0 and event_class(w, event) is None and happens(w, held := _held(w, root)[0]):
        return held
    if noun >= 0:
        return noun
    return -1 if verb >= 0 and _is_aside(w, root, verb) else meant(w, root, event)


def is_beside(w: Tokens, root: int, event: int) -> bool:
    """Is the event that of another noun, which those counted only belong to ("the leaders of three states met")?"""
    if event < 0 or w.pos[event] == "NOUN" or event_class(w, event) is not None:
        return False
    over, by = _held(w, root)
    if over >= 0 and by not in _OTHERS:
        over, by = _held(w, over)  # "a ban | on visitors | from seven states"
    told_on = over < w.head[event] <= root < event  # "the leaders of three states | that fell"
    told_on = told_on or is_aboard(w, root) or (by == "with" and class_of_noun(w.lemma[over]) == "vehicles")
    return over >= 0 and by in _OTHERS and not told_on


def deed_over(w: Tokens, i: int) -> int:
    """Return the noun for what is done to or by those in whose phrase a number stands, -1 for none.

    "the support of 27 governments", "a ban on visitors from seven states", "the division of Norland into two halves"
    """
    for _ in range(_DEEP):
        over, _by = _held(w, i)
        if over < 0 or goes_on(w, over) or w.lemma[over] in lexicon.words(_WORDS, "deeds"):
            return over
        if clauses.own_clause(w, over) >= 0:
            return -1
        i = over
    return -1


def is_aboard(w: Tokens, i: int) -> bool:
    """Are those counted in what something happens to ("a ferry with 40 people on board sank")?"""
    return w.low[i + 1 : i + 2] == ["aboard"] or w.low[i + 1 : i + 3] == ["on", "board"]


def _held(w: Tokens, i: int) -> tuple[int, str]:
    """Return the noun in whose phrase a number stands and the preposition between, over parts and groups; -1 for none.

    "assaults | on | two posts", "the leaders | of | three states", but "four | of the eight boats".
    """
    for _ in range(_DEEP):
        i = clauses.first_joined(w, i)
        by = w.head[i]
        over = w.head[by]
        if w.dep[i] != "pobj" or w.dep[by] != "prep" or over > by:
            break
        stands = w.lemma[over] in lexicon.words(_WORDS, "standing_for") or w.lemma[over] in lexicon.words(
            _LISTS, "steps"
        )
        if w.pos[over] == "NOUN" and not stands and w.low[by] in _HELD:
            return over, w.low[by]
        i = over
    return -1, ""


#: Between a noun and those whom something else befalls than the noun.
_OTHERS = frozenset({"of", "between", "for", "to", "with", "on", "against", "by"})
_HELD = _OTHERS | {"in", "at", "from", "among", "across", "near", "into", "under", "through"}


def _changed_by(w: Tokens, i: int) -> int:
    """Return the noun for a change that is one by so much ("would see its cash cut by $3m"), -1 for none."""
    by = i if w.dep[i] == "prep" and w.low[i] == "in" else w.head[i]  # "a rise | in excess of 10%"
    told = by == i or (w.dep[i] == "pobj" and w.low[by] in ("by", "to"))
    return w.head[by] if told and _is_noun(w, w.head[by]) else -1


def _changed_so(w: Tokens, i: int) -> int:
    """Return the noun for a change that the number stands before ("a 20 percent increase"), -1 for none."""
    noun = w.head[i]
    before = w.dep[i] in ("nummod", "compound", "amod", "nmod", "npadvmod") and noun > i
    return noun if before and _is_noun(w, noun) else -1


def _of_main_clause(w: Tokens, root: int, own: int) -> int:
    """Return the verb that a noun is subject or object of, where its own clause only says who they are.

    "nine people convicted of theft were sentenced", "looked into six firms suspected of fraud".
    """
    says_who = w.dep[own] in ("acl", "relcl") and w.head[own] == root and event_class(w, own) is None
    verb = w.head[w.head[root]] if w.dep[root] == "pobj" else w.head[root]
    behind = w.dep[root] == "pobj" and w.dep[w.head[root]] in ("prep", "agent") and verb < root
    behind = behind and (w.low[w.head[root]] != "with" or w.dep[own] == "relcl")  # "a record with 900 boats built"
    stands = behind or w.dep[root] in ("nsubj", "nsubjpass", "dobj")
    return verb if says_who and stands and w.pos[verb] == "VERB" and tells(w, verb) else own


def meant(w: Tokens, root: int, verb: int) -> int:
    """Return the verb that another leads to ("is expected to be completed", "are due to meet", "forced 90 to flee").

    What is done with an object has its own end ("offered 90 jobs to end the strike").
    """
    for _ in range(_DEEP):
        verb, led = _leads(w, verb) if verb >= 0 else (verb, -1)
        if led < 0 or (not tells(w, led) and w.lemma[verb] in _SAID_OF):
            return verb  # "were suspected to have had"
        if w.dep[root] == "dobj" and w.head[root] == verb and w.lemma[verb] != "force":
            return verb
        verb = led
    return verb


def _leads(w: Tokens, verb: int) -> tuple[int, int]:
    """Return a verb, or the adjective said with it, and the verb that it leads to ("used to earn"), -1 for none."""
    due = w.child(verb, "acomp") if w.lemma[verb] == "be" else -1
    if due >= 0 and w.lemma[due] in _DUE and w.child(due, "xcomp") >= 0:
        verb = due
    led = w.child(verb, "xcomp") if event_class(w, verb) is None else -1
    to_come = w.low[verb + 1 : verb + 2] == ["to"] and (w.tag[verb], w.lemma[verb]) in (("VBD", "use"), ("VBG", "go"))
    leads = to_come or w.lemma[verb] in _DUE or w.lemma[verb] in lexicon.words(_WORDS, "leading")
    return verb, led if leads and led > verb and w.pos[led] in ("VERB", "AUX") else -1


#: Those of whom these are said will or can do something.
_DUE = frozenset({"due", "likely", "unlikely", "able", "unable", "ready", "poised", "eligible"})
#: These befall those of whom they are said, whatever they are said to have or be.
_SAID_OF = frozenset({"suspect", "force", "oblige"})
#: So many verbs lead to one another ("is expected to begin to be built").
_DEEP = 3


def _is_noun(w: Tokens, i: int) -> bool:
    return w.pos[i] == "NOUN" and w.lemma[i] in lexicon.words(_WORDS, *_NOUNS)


def happens(w: Tokens, i: int) -> bool:
    """Is it a noun for what happens or for how something changes?"""
    return i >= 0 and (_is_noun(w, i) or w.lemma[i] in lexicon.words(_WORDS, "happenings"))


def goes_on(w: Tokens, i: int) -> bool:
    """Is it a noun for what happens, or for what goes on for a time?"""
    return happens(w, i) or w.lemma[i] in lexicon.words(_WORDS, "lasting")


#: Nouns that tell of an event beside the number.
_NOUNS = ("nouns", "changes")


def _is_aside(w: Tokens, root: int, verb: int) -> bool:
    """Is the number told beside what the verb tells ("resigned after 59 matches")?"""
    i = root
    while i not in (verb, w.head[i]):
        if w.dep[i] == "prep" and w.low[i] in lexicon.words(_WORDS, "aside"):
            return True
        i = w.head[i]
    return False


def _led_to(w: Tokens, verb: int) -> int:
    """Return what a verb of telling or being leads to: "are confirmed killed", "were left homeless", "are dead"."""
    if verb < 0 or w.lemma[verb] not in lexicon.words(_LISTS, "leads"):
        return -1
    for k in w.rights(verb):
        led = w.dep[k] in _LED and w.pos[k] in ("VERB", "ADJ") and w.child(k, "nsubj", "nsubjpass") < 0
        if (led or w.low[k] == "ill") and event_class(w, k) is not None:
            return k if w.dep[k] not in ("ccomp", "dep") or k <= verb + 3 else -1
    return -1
