"""Whose a count is by the clause: whoever has or wins so many ("Renn won 39 delegates", "a firm with 40 shops")."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.counted import levels
from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.measured import antecedents, listed, owners
from newsclaim.extraction.numbers.measured.agents import is_agent, is_name, is_owner_noun, may_own
from newsclaim.extraction.numbers.measured.climb import LISTS
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import Mention

#: Classes of what can be had; people who were killed are nobody's.
HELD = frozenset({"other", "vehicles", "votes"})
#: No more blanks than that stand between a mark and the number behind it.
_NEAR = 40


def holder(view: View, quantity: Quantity, thing: Thing) -> Mention | None:
    """Return the owner of a count by the clause it stands in, None where nobody has it."""
    if thing.rule == "with":
        found = _named_before_with(view, quantity)
        if found >= 0:
            return owners.mention(view, found)
    if thing.rule == "antecedent" and (named := _in_gap(view, quantity)) >= 0:
        return owners.mention(view, named)
    marked = view.text[max(0, quantity.start - _NEAR) : quantity.start].rstrip()[-1:] in ("-", "–", "—", ":")
    if marked and (item := listed.owner(view, quantity)) >= 0:
        return owners.mention(view, item, named=True)
    if (home := _home_to(view, quantity)) >= 0:
        return owners.mention(view, home)
    i = _counted_head(view, quantity, thing)
    before = _before_number(view, quantity, thing) if thing.rule == "noun-behind" else -1
    ways = (_has, _by_with) if before >= 0 else (_has, _by_with, _makes, _by_holding)
    found = next((found for way in ways if (found := way(view, quantity, i)) >= 0), -1)
    found = antecedents.behind(view, found) if found >= 0 else before
    return owners.mention(view, found) if found >= 0 else None


def _counted_head(view: View, quantity: Quantity, thing: Thing) -> int:
    """Return what hangs on the verb: the noun that is counted, or the number alone ("39 of the 54 delegates", "6")."""
    w = view.w
    if thing.rule == "with":
        return thing.token
    number = clauses.root_of(w, quantity.shown_start, quantity.shown_end)
    apart = thing.rule != "noun-behind" or (w.dep[thing.token] == "pobj" and w.head[w.head[thing.token]] == number)
    return number if apart else thing.token


def _before_number(view: View, quantity: Quantity, thing: Thing) -> int:
    """Return whose a count is by the words before its number ("the nation's 5.5 million people"), -1 for nobody's."""
    w = view.w
    owner = w.child(thing.token, "poss")
    owner = owner if owner >= 0 else _shared(w, thing.token)
    if owner < 0 or w.start[owner] > quantity.start or w.ent[owner] in ("DATE", "TIME"):
        return -1
    if w.tag[owner] == "WP$":
        return owners.of_whom(view, thing.token)
    the = w.low[w.child(owner, "det")] == "the"
    body = is_owner_noun(view, owner) and (the or w.lemma[owner] not in words("numbers/counted", "places"))
    owns = w.tag[owner] == "PRP$" or is_name(view, owner) or body
    return antecedents.behind(view, owner) if owns else -1


def _shared(w: Tokens, i: int) -> int:
    """Return the pronoun for whose people are listed ("his wife, three children and two nephews"), -1 for none."""
    first = i
    while w.dep[first] in ("conj", "appos") and w.head[first] < first:
        first = w.head[first]
    owner = w.child(first, "poss") if first != i and person(w, i) and w.pos[first] == "NOUN" else -1
    return owner if owner >= 0 and w.tag[owner] == "PRP$" and w.sent[owner] == w.sent[i] else -1


_POPULATION_OF = re.compile(r"\bpopulations?\s+of\s+(?:(?!the\b)[a-z]+\s+){0,3}$")


def is_of_population(view: View, quantity: Quantity) -> bool:
    """Are the people those of a place ("has a population of about 3 million people")?"""
    return _POPULATION_OF.search(view.text, max(0, quantity.start - 40), quantity.start) is not None


def populated(view: View, quantity: Quantity) -> Mention | None:
    """Return the place whose population it is ("the population of Ostmark is", "Ostmark's", "Ostmark, population")."""
    w = view.w
    noun = levels.number_noun(w, clauses.root_of(w, quantity.shown_start, quantity.end))
    if noun < 1 or w.lemma[noun] != "population":
        return None
    before = noun - 2 if w.text[noun - 1] == "," else -1
    if w.dep[noun] == "dobj" and w.lemma[w.head[noun]] == "have":
        before = clauses.subject_of(w, w.head[noun])
    for place in (clauses.preposition_object(w, noun, ("of", "in")), w.child(noun, "poss"), before):
        if place >= 0 and (is_name(view, place) or w.tag[place] == "PRP$"):
            found = antecedents.behind(view, place)
            return owners.mention(view, found) if found >= 0 else None
    return None


_GAP = re.compile(r"(?:,|;|\band|\bwhile)\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+)*[A-Z][\w’'-]+,?\s+$")


def _in_gap(view: View, quantity: Quantity) -> int:
    """Return the name that has so many without its verb ("Ostmark has 70 boats and Lethia 60"), -1 for none."""
    if _GAP.search(view.text, max(0, quantity.start - 60), quantity.start) is None:
        return -1
    i = view.at(quantity.start) - 1
    i -= view.w.text[i] == ","
    return i if is_name(view, i) and view.w.ent[i] not in ("DATE", "TIME", "EVENT") else -1


_ANY = frozenset({"every", "each", "any", "both", "no", "all", "some", "many", "most", "several"})


_HOME = re.compile(r"\bhome\s+(?:to|of)\s+(?:\w+\s+)?$")


def _home_to(view: View, quantity: Quantity) -> int:
    """Return the place that is home to so many ("Ostmark, home to 700 people"), -1 for none."""
    w = view.w
    match = _HOME.search(view.text, max(0, quantity.start - 20), quantity.start)
    if match is None:
        return -1
    i = view.at(match.start()) - 1
    i -= i > 0 and w.text[i] in (",", "is", "was")
    return i if i >= 0 and is_name(view, i) else -1


def _somebody(view: View, i: int, quantity: Quantity) -> int:
    """Return who has something: not any, nor all of a kind ("every artist has", "households with"); -1 for nobody."""
    w = view.w
    kind = w.tag[i] == "NNS" and not is_name(view, i) and w.ent[i] != "PERSON" and w.child(i, "det", "poss") < 0
    if (kind and not _come_from(w, i)) or w.low[i] in _ANY or any(w.low[k] in _ANY for k in w.lefts(i)):
        return -1
    return i if is_agent(view, i, quantity) else -1


def _come_from(w: Tokens, i: int) -> bool:
    """Are they those of a place ("people from Ostmark")?"""
    origin = clauses.preposition_object(w, i, ("from", "of", "in"))
    return origin >= 0 and w.ent[origin] in ("GPE", "LOC")


def over_place(view: View, i: int) -> int:
    """Return whom a place is named of ("Ivo Renn of Ostmark", "Renn, the mayor of Ostmark")."""
    w = view.w
    while w.ent[i] in ("GPE", "LOC") and w.dep[i] in ("pobj", "appos", "compound") and w.head[i] < i:
        i = w.head[w.head[i]] if w.dep[i] == "pobj" else w.head[i]
    while w.dep[i] == "appos" and w.head[i] < i:
        i = w.head[i]
    return i


def _has(view: View, quantity: Quantity, i: int) -> int:
    """Read "Renn had 60 delegates and 12 aides", "who had 26 delegates"."""
    return _by_verb(view, quantity, i, words(LISTS, "having", "sending"))


def _makes(view: View, quantity: Quantity, i: int) -> int:
    """Read "the firm plans to open 40 shops", "the party needs 12 votes"."""
    noun = view.w.lemma[_listed_first(view.w, i)]
    needed = {"need"} if noun in words(LISTS, "needed") else set()
    running = words(LISTS, "running") if noun in words(LISTS, "run") else set()
    return _by_verb(view, quantity, i, words(LISTS, "making") | needed | running)


def _listed_first(w: Tokens, i: int) -> int:
    """Return the first noun of a list."""
    while w.dep[i] == "conj" and w.pos[w.head[i]] in ("NOUN", "PROPN", "NUM"):
        i = w.head[i]
    return i


def _by_verb(view: View, quantity: Quantity, i: int, verbs: frozenset[str]) -> int:
    """Return the subject of one of the verbs whose object is counted, -1 for others."""
    w = view.w
    i = _summed(w, _listed_first(w, i))
    verb = w.head[i]
    what = ("dobj", "obj") if clauses.object_of(w, verb) >= 0 else ("npadvmod",)
    done = f"{w.lemma[verb]} {w.low[w.child(verb, 'prt')]}" if w.child(verb, "prt") >= 0 else w.lemma[verb]
    if w.dep[i] not in what or not {done, w.lemma[verb]} & verbs:
        return -1
    if w.lemma[verb] == "hold" and w.lemma[i] not in words(LISTS, "holdable"):
        return -1
    subject = clauses.subject_of(w, verb)
    if w.low[w.child(verb, "nsubj")] == "who":
        subject = over_place(view, subject)
    return _somebody(view, subject, quantity) if 0 <= subject < i else -1


def _by_holding(view: View, _quantity: Quantity, i: int) -> int:
    """Read "the airline's fleet comprises 12 jets", "its network includes 37 towns": who has what holds them."""
    w = view.w
    verb = w.head[i]
    if w.dep[i] not in ("dobj", "obj") or w.lemma[verb] not in words(LISTS, "containing"):
        return -1
    subject = clauses.own_subject(w, verb)
    stock = 0 <= subject < i and w.lemma[subject] in words(LISTS, "stock")
    owner = w.child(subject, "poss") if stock else -1
    return owner if owner >= 0 and (w.tag[owner] == "PRP$" or may_own(view, owner)) else -1


def _by_with(view: View, quantity: Quantity, i: int) -> int:
    """Read "a firm with 40 shops", "Lamont is the largest firm in Norland, with 40 shops", "Renn came in with 12"."""
    w = view.w
    i = _summed(w, _listed_first(w, i))
    preposition = w.head[i]
    head = w.head[preposition]
    if w.dep[i] != "pobj" or w.low[preposition] != "with":
        return -1
    if w.lemma[head] in words(LISTS, "finishing"):
        subject = clauses.subject_of(w, head)
        return _somebody(view, subject, quantity) if 0 <= subject < i else -1
    if w.low[min(i + 1, len(w) - 1)] in _TO_COME and (verb := clauses.governing_verb(w, head)) >= 0:
        subject = clauses.subject_of(w, verb)
        return _somebody(view, subject, quantity) if 0 <= subject < i else -1
    if head > preposition or w.pos[head] not in ("NOUN", "PROPN"):
        return -1
    return _somebody(view, _told_of(w, head), quantity)


#: Behind what is still to come for whoever the clause tells of ("are third with 12 games left").
_TO_COME = frozenset({"left", "remaining"})


def _summed(w: Tokens, i: int) -> int:
    """Return the total before a noun ("a total of 815 delegates"), the noun itself without one."""
    of = w.head[i]
    summed = w.dep[i] == "pobj" and w.low[of] == "of" and w.lemma[w.head[of]] in ("total", "number")
    return w.head[of] if summed else i


def _told_of(w: Tokens, noun: int) -> int:
    """Return whom a noun tells of: the subject of "is the largest firm", the name that it stands beside."""
    head = w.head[noun]
    if w.dep[noun] == "attr" and 0 <= (subject := clauses.subject_of(w, head)) < noun:
        return subject
    return head if w.dep[noun] == "appos" and head < noun else noun


def _named_before_with(view: View, quantity: Quantity) -> int:
    """Return the name in "followed by Kamp, with 54"."""
    w = view.w
    i = view.at(quantity.start) - 1
    comma = i - 1
    named = comma > 1 and w.low[i] == "with" and w.text[comma] == "," and w.pos[comma - 1] == "PROPN"
    return over_place(view, comma - 1) if named and w.ent[comma - 1] in _NAMED else -1


_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
