"""How sure a number is, from the words of its own clause: modal verbs, plans, conditions, denials, other times."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import cast

from newsclaim import lexicon
from newsclaim.extraction.numbers.drafts import Draft
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Status, TimeRef

_SUBORDINATE = frozenset({"xcomp", "ccomp", "conj", "dep"})


_ESTIMATES = re.compile(
    r"\bestimat(?:e|es|ion)\s+(?:of|by|from|rang|put|is|are|was|were|say|said|suggest)[^.;:]{0,60}$"
)


@cache
def _group(name: str) -> dict[str, str]:
    return {word: status for status, words in lexicon.load("numbers/status")[name].items() for word in words}


Rule = Callable[[View, Draft, TimeRef | None], str | None]


def status_of(view: View, made: Draft, time: TimeRef | None) -> Status:
    """Return the status that the claim's own words give; what its quote says is added when quotes are known."""
    for name, rule in RULES:
        found = rule(view, made, time)
        if found is not None:
            made.why["status"] = name
            return cast("Status", found)
    made.why["status"] = "told"
    return "asserted"


def is_ahead(view: View, made: Draft) -> bool:
    """Is what the number tells of still to come, by its own words?"""
    w = view.w
    modal = made.verb >= 0 and any(w.low[k] in ("will", "'ll", "would") for k in w.lefts(made.verb))
    return modal or (_by_object(view, made, None) or _by_clause(view, made, None)) in ("projected", "planned")


_NOT = re.compile(r"(?:[,;–—-]|\b(?:and|but|is|was|are|were))\s+not\s+$", re.IGNORECASE)
#: Verbs of telling by somebody whom the article itself contradicts.
_FALSELY = re.compile(
    r"\b(?:falsely|wrongly|wrongfully|incorrectly|mistakenly|baselessly)\s+\w+(?:ed|s|ing)?\b|\b(?:false|fake|debunked|baseless|bogus|misleading)\s+(?:claim|report|post|rumou?r|figure|number|story|stor|news)\w*\b",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"\b(?:it|this)\s+(?:is|was|['’]s)\s+(?:not\s+(?:true|correct|the\s+case)|untrue|false|wrong|a\s+lie|a\s+myth|nonsense)\s+(?:to\s+say\s+)?that\b"
    r"|\bno\s+truth\s+(?:in|to)\b|\b(?:is|are)\s+not\s+true\s+that\b",
    re.IGNORECASE,
)


_REJECTED = re.compile(
    r"\b(?:dismiss|reject|den[yi]|refut|rebut)\w*\s+(?:[\w’']+\s+){0,3}?"
    r"(?:claims?|reports?|allegations?|suggestions?|rumou?rs?|accusations?)\s+that\b"
)


def _not_so_many(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "3 ships sank, not 12 as the rebels claim"."""
    return "denied" if _NOT.search(view.text, max(0, made.quantity.start - 8), made.quantity.start) else None


def _said_falsely(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "It is not true that 40 ships sank", "a blog falsely claimed that 260 tents had burned"."""
    low, start = max(made.sentence.start, made.quantity.start - 160), made.quantity.start
    if (found := _UNTRUE.search(view.text, low, start)) is not None:
        return None if ";" in view.text[found.end() : start] else "denied"
    if (found := _REJECTED.search(view.text, low, start)) is not None and ";" not in view.text[found.end() : start]:
        return "denied"
    found = _FALSELY.search(view.text, low, start)
    return "disputed" if found is not None and not re.search(r"[;.]\s", view.text[found.end() : start]) else None


def _negated(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "3,000 people did not die", "40 hikers were not hurt": what befalls the people, negated."""
    w = view.w
    if (
        made.event < 0
        or not made.kind.startswith("people-")
        or made.quantity.rule == "zero"
        or made.why.get("class") != "event"
    ):
        return None
    verbs = [made.event]
    if w.dep[made.event] in ("acomp", "oprd", "attr", "xcomp"):
        verbs.append(w.head[made.event])
    return "denied" if any(w.dep[k] == "neg" or w.low[k] == "never" for verb in verbs for k in w.lefts(verb)) else None


def _estimated(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "an estimated 40", "estimates range from 10"."""
    quantity = made.quantity
    words = view.text[quantity.start : quantity.shown_start].lower()
    before = view.text[max(0, quantity.start - 80) : quantity.start].lower()
    told = "estimated" in words or "estimated" in before[-16:] or _ESTIMATES.search(before) is not None
    return "estimated" if told else None


def _presumed(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "presumed dead"."""
    behind = view.text[made.quantity.end : made.quantity.end + 60].lower()
    return "estimated" if made.kind == "people-killed" and "presumed dead" in behind else None


def _already(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "will join 900 already there": what is there is no plan."""
    thing = made.thing
    end = thing.end if thing is not None and thing.end is not None else made.quantity.end
    return "asserted" if _THERE.match(view.text, end) else None


_THERE = re.compile(r"\s+(?:(?:who|that|which)\s+(?:are|were)\s+)?(?:already|currently)\b")


def _polled(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "8% would back her": an answer in a poll."""
    w, verb = view.w, made.verb
    if made.quantity.measure != "share" or verb < 0 or w.lemma[verb] not in lexicon.words("numbers/status", "polled"):
        return None
    would = any(w.low[k] in ("would", "'d") for k in w.lefts(verb))
    return "asserted" if would and made.quantity.start < w.start[verb] else None


def _by_object(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Return what a verb of planning or fearing makes of its object or passive subject ("are feared dead")."""
    w, verb = view.w, made.verb
    if verb < 0:
        return None
    if made.quantity.start > w.start[verb]:
        return _group("objects").get(w.lemma[verb])
    return _group("passives").get(w.lemma[verb]) if w.child(verb, "auxpass") >= 0 else None


def _by_clause(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Return what modal verbs, conditions, plans and the verbs above say."""
    return _climb(view.w, made.verb) if made.verb >= 0 else None


def _told_untrue(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "Reports of 1,500 casualties are exaggerated"."""
    return "denied" if made.verb >= 0 and _is_untrue(view.w, made.verb, made.quantity) else None


def _earlier(view: View, made: Draft, time: TimeRef | None) -> str | None:
    """Read what is told of another, earlier event; results of earlier periods are facts."""
    quantity = made.quantity
    if (
        made.verb < 0
        or quantity.measure in ("duration", "money", "share")
        or quantity.earlier is not None
        or made.later
    ):
        return None
    if made.kind.startswith("people-") and time is not None and time.text.lower() == "last year":
        return "background"
    told = _long_ago(view, made.verb, time) or _told_for_context(view, made.verb, quantity)
    return "background" if told else None


def _is_untrue(w: Tokens, verb: int, quantity: Quantity) -> bool:
    """Is what tells of the number said to be untrue ("reports of 1,500 casualties are exaggerated")?"""
    if w.lemma[verb] != "be" and w.child(verb, "auxpass") < 0:
        return False
    subject = clauses.subject_of(w, verb)
    if subject < 0 or quantity.start > w.start[verb] or w.lemma[subject] not in _group("tellings"):
        return False
    said = [verb, *(k for k in w.rights(verb) if w.dep[k] in ("acomp", "attr"))]
    return w.child(verb, "neg") < 0 and any(w.low[k] in _group("untrue") for k in said)


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
        if w.dep[i] == "pcomp":
            return _group("governors").get(w.lemma[w.head[w.head[i]]])
        if not _is_under(w, i):
            return None
        finite = finite or (w.dep[i] in ("ccomp", "dep") and w.child(i, "nsubj", "nsubjpass") >= 0)
        i = w.head[i]
    return None


def _is_under(w: Tokens, verb: int) -> bool:
    """Does what is said of the verb above hold for this one: no clause of its own, joined without a subject?"""
    head, dep = w.head[verb], w.dep[verb]
    if dep not in _SUBORDINATE or head == verb or ";" in w.text[min(verb, head) : max(verb, head)]:
        return False
    return not (dep == "conj" and w.child(verb, "nsubj", "nsubjpass", "aux") >= 0)


def _noun_says(w: Tokens, i: int) -> str | None:
    """Return what a noun above the verb says: "plans to send 3,000"."""
    if w.dep[i] not in ("acl", "pcomp"):
        return None
    noun = w.head[w.head[i]] if w.dep[i] == "pcomp" else w.head[i]
    return _group("nouns").get(w.lemma[noun]) if w.pos[noun] == "NOUN" else None


def _of_clause(w: Tokens, verb: int, *, governs: bool, finite: bool) -> str | None:
    own = _group("governors").get(w.lemma[verb]) if governs else None
    if governs and w.lemma[verb] == "go" and w.tag[verb] == "VBG":
        own = "planned"
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


RULES: tuple[tuple[str, Rule], ...] = (
    ("estimated", _estimated),
    ("presumed", _presumed),
    ("not-so-many", _not_so_many),
    ("said-falsely", _said_falsely),
    ("negated", _negated),
    ("already", _already),
    ("polled", _polled),
    ("object", _by_object),
    ("clause", _by_clause),
    ("untrue", _told_untrue),
    ("earlier", _earlier),
)
