"""Sources that are subject of a verb: "analysts expect", "the institute recorded", "the army 20"."""

from __future__ import annotations

import re
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.fields.sources.names import (
    BREAK,
    LISTS,
    Number,
    is_authority,
    made,
    may_claim,
    name_before,
)
from newsclaim.extraction.numbers.measured.antecedents import subject_before
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.phrases import joint
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Source, Stance
from newsclaim.text import span_of


def said_of(view: View, number: Number) -> tuple[Source, ...]:
    """Read "78 attacks the ministry says were planned": whoever says in a clause on the noun what it counts."""
    w = view.w
    if number.root < 0 or not number.counts:
        return ()
    says = (k for k in w.rights(number.root) if w.dep[k] == "relcl" and w.lemma[k] in ("say", "claim", "believe"))
    verb = next((k for k in says if w.child(k, "ccomp") > k and is_told(w, k)), -1)
    others = verb >= 0 and clauses.own_subject(w, verb) != number.root  # not "two officials, who said that …"
    return speaking(view, verb, "says", number.root) if others else ()


def reports(view: View, number: Number) -> tuple[Source, ...]:
    """Read "analysts expect the bank to cut 1,200 jobs": the subject of a verb that says the number."""
    w, i = view.w, _first_verb(view.w, number)
    for _ in range(3):
        if i < 0 or w.start[i] >= number.start:
            return ()
        stance = lexicon.load(LISTS)["verbs"].get(w.lemma[i])
        of = w.lemma[i] not in lexicon.words(LISTS, "with_of") or " of " in view.text[w.start[i] : number.start]
        if (stance is not None and of and is_told(w, i)) or _is_recorded(w, i) or _is_shown(w, i):
            return speaking(view, i, stance or "says", number.root)
        i = w.head[i] if w.dep[i] in ("xcomp", "ccomp") and w.head[i] < i else -1
    return ()


def _first_verb(w: Tokens, number: Number) -> int:
    """Return the number's verb, or the verb above its clause ("it found 40 boats had sunk")."""
    i = number.verb
    over = w.head[i] if i >= 0 and w.start[i] >= number.start and w.dep[i] == "ccomp" else -1
    finds = over >= 0 and w.lemma[over] in lexicon.words(LISTS, "finding")
    return over if finds and w.low[clauses.own_subject(w, over)] == "it" else i


_INSERTED = re.compile(
    r",\s+(?:the\s+|some\s+)?(?:[\w’'.-]+\s+){0,4}?(?P<last>[\w’'.-]+)\s+"
    r"(?P<cue>reports?|reported|estimates?|estimated|calculates?|calculated|believes?|believed|claims?|claimed|suggests?)\s*[,.]"
)


def inserted(view: View, number: Number) -> tuple[Source, ...]:
    """Read "more than 6,000 lions, scientists report, …": who reports it, set in behind the number."""
    match = _INSERTED.match(view.text, number.end, number.bounds[1])
    if match is None:
        return ()
    i = view.at(match.start("last"))
    name = name_before(view, i, number.end) if may_claim(view.w, i) else None
    return made(view, [name], match.span("cue"), "report") if name else ()


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(
        r",\s+(?:(?:the|an?)\s+)?(?P<name>(?:[\w’'-]+\s+){0,4}?(?P<last>[\w’'-]+))\s+"
        rf"(?P<cue>(?:(?:has|have)\s+)?(?:{lexicon.either(LISTS, 'ending')}))(?:\s+(?:on\s+)?\w+day)?\s*(?:[.\n]|$)"
    )


def ends_shown(view: View, number: Number) -> tuple[Source, ...]:
    """Read "…, court records show.", "…, a poll has found." by its words, which are often parsed as one noun."""
    shows = not number.words.isdisjoint(lexicon.words(LISTS, "ending"))
    match = _ending().search(view.text, number.end, number.bounds[1]) if shows else None
    if match is None or BREAK.search(view.text, number.end, match.start()):
        return ()
    i = view.at(match.start("last"))
    if not _is_finding(view.w, i) or name_before(view, i, match.start()) != match.span("name"):
        return ()
    return made(view, [match.span("name")], match.span("cue"), view.w.lemma[view.within(match.end("cue") - 1)])


def is_told(w: Tokens, verb: int) -> bool:
    """Does the verb's subject do the saying: "expect", "had expected", no passive, no participle, no "can expect"?"""
    helpers = {w.lemma[k] for k in w.lefts(verb) if w.dep[k] == "aux"}
    if helpers & _ABLE:
        return False
    passive = any(w.dep[k] == "auxpass" for k in w.lefts(verb))
    return not passive and (w.tag[verb] not in ("VBN", "VBG") or (w.tag[verb] == "VBN" and "have" in helpers))


_ABLE = frozenset({"can", "could", "may", "might", "should", "must"})


def _is_recorded(w: Tokens, verb: int) -> bool:
    """Does an office record the number ("the institute recorded 611 aftershocks")?"""
    records = w.lemma[verb] in lexicon.words(LISTS, "recording") and w.tag[verb] not in ("VBN", "VBG")
    subject = clauses.subject_of(w, verb) if records else -1
    return subject >= 0 and is_authority(w, subject)


def _is_shown(w: Tokens, verb: int) -> bool:
    """Does a text or a finding show the number ("ministry figures show 40 cases", "figures showing 40 cases")?"""
    if w.lemma[verb] not in lexicon.words(LISTS, "finding") or w.tag[verb] == "VBN" or w.dep[verb] == "relcl":
        return False  # "the data it sent, which revealed a wreck": who found it tells it
    subject = w.head[verb] if w.tag[verb] == "VBG" and w.dep[verb] == "acl" else clauses.own_subject(w, verb)
    return subject >= 0 and (_is_finding(w, subject) or w.low[subject] == "it")


def _is_finding(w: Tokens, noun: int) -> bool:
    return w.lemma[noun] in lexicon.words("nouns", "documents", "evidence")


def _found_before(view: View, it: int) -> int:
    """Return the text or finding of the sentences before that "it" stands for ("a survey of 400 … It found"), or -1."""
    w = view.w
    subject = subject_before(view, it, fits=lambda _view, k, _it: w.low[k] == "it" or _is_finding(w, k))
    if subject >= 0:
        return subject if _is_finding(w, subject) else -1
    first, stop = view.page.sentence(max(0, view.page.sentence(it)[0] - 1))
    told = (k for k in range(stop - 1, first, -1) if w.tag[k] == "NN" and w.dep[k] in ("dobj", "attr", "nsubjpass"))
    found = next((k for k in told if _is_finding(w, k)), -1)
    return -1 if found < 0 or w.lemma[w.head[found]] in lexicon.words(LISTS, "judging") else found


def speaking(view: View, verb: int, stance: Stance, root: int) -> tuple[Source, ...]:
    """Return who says the number as sources; what claims lives, and what is measured, claims no number."""
    w = view.w
    subject = clauses.subject_of(w, verb)
    if subject >= 0 and w.low[subject] == "it" and w.lemma[verb] in lexicon.words(LISTS, "finding", "putting"):
        subject = _found_before(view, subject)
    if not 0 <= subject < verb or w.tag[subject] in ("DT", "WDT") or not may_claim(w, subject):
        return ()
    if w.lemma[verb] == "claim" and root >= 0 and w.lemma[root] in ("life", "live", "victim"):
        return ()
    low = w.start[view.page.sentence(subject)[0]]
    heads = [head for head in joint(w, subject) if head < verb]
    names = [name for head in heads if (name := name_before(view, head, low)) is not None]
    return made(view, names, (w.start[verb], w.end[verb]), w.lemma[verb], stance)


#: An article that lists who says how many: "the police said 12, the army 20 and the hospital 31".
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|put[s]?|reported|reports|counted|claimed|claims|spoke\s+of)\s+(?:it\s+(?:was|at)\s+)?(?:about\s+|at\s+least\s+|only\s+)?\S+\s*(?:\w+\s*)?(?:,|and)"
)


def gap(view: View, number: Number) -> tuple[Source, ...]:
    """Read "…, the army 20 and the hospital 31" behind "the police said 12": a source without its verb, and no cue."""
    w = view.w
    last = view.at(number.start) - 1
    if last < 1 or w.pos[last] not in ("NOUN", "PROPN") or not may_claim(w, last):
        return ()
    name = name_before(view, last, number.low)
    if name is None or not _SAID_BEFORE.search(view.text, number.low, name[0]):
        return ()
    i = view.at(name[0]) - 1
    i -= w.low[i] in ("the", "a", "an")
    if w.text[i] not in (",", "and", ";"):
        return ()
    span = span_of(view.text, *name)
    return (Source(start=span.start, end=span.end, text=span.text),)


@cache
def _says_that_pattern() -> re.Pattern[str]:
    forms = (form for lemma in lexicon.load(LISTS)["verbs"] for form in (lemma, f"{lemma}s", f"{lemma.rstrip('e')}ed"))
    return re.compile(rf"(?<=[\w’'])\s+(?P<cue>{'|'.join(forms)}|said)\s+that\b")


def says_that(view: View, number: Number) -> tuple[Source, ...]:
    """Read "The two armies report that …" by its words, where the parse took the verb for a noun."""
    low, start = number.low, number.start
    if "that" not in number.words:
        return ()
    for match in _says_that_pattern().finditer(view.text, low, start):
        if BREAK.search(view.text, match.end(), start):
            continue
        last = view.at(match.start() - 1)
        names = _coordinated(view, last, low)
        lemma = match["cue"].removesuffix("s")
        if names and may_claim(view.w, last):
            return made(view, names, match.span("cue"), lemma, lexicon.load(LISTS)["verbs"].get(lemma, "says"))
    return ()


def _coordinated(view: View, last: int, low: int) -> list[tuple[int, int]]:
    """Return the noun phrase that ends with a token and the one joined to it by "and", in text order."""
    name = name_before(view, last, low)
    if name is None:
        return []
    first = view.at(name[0])
    w = view.w
    if first >= 2 and w.low[first - 1] == "the":
        first -= 1
    if first >= 2 and w.low[first - 1] == "and" and w.start[first - 2] >= low:
        before = name_before(view, first - 2, low)
        return [before, name] if before else [name]
    return [name]
