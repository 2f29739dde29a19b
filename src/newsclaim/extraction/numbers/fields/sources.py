"""Sources that the words around a number name: "by the army's count", "put the toll at", "analysts expect"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.attribution import Frame
from newsclaim.extraction.numbers.drafts import Draft
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import can_say, person
from newsclaim.extraction.page.phrases import joint
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Cue, Source, Stance
from newsclaim.text import span_of

_SOURCES = "numbers/sources"
#: How far before and behind a number its source may be named.
_BEFORE, _BEHIND = 130, 110
#: Longer sentences are lists or broken text, of which nobody cited is the source.
_SENTENCE = 600
_BREAK = re.compile(r"[.;:“”\"]|\b(?:while|but|although|though)\b")
_WORD = r"[\w.&-]+"


@dataclass(frozen=True, slots=True)
class _Number:
    """Where a number stands: its phrase, the stretch around it, its sentence, the verb that governs it."""

    start: int
    end: int
    low: int
    high: int
    bounds: tuple[int, int]
    verb: int
    root: int


Rule = Callable[[View, _Number], tuple[Source, ...]]


def sources_of(view: View, made: Draft, start: int, end: int) -> tuple[Source, ...]:
    """Return the sources that the sentence names for a number between two offsets, those of one phrase."""
    bounds = (made.sentence.start, made.sentence.end)
    low, high = max(bounds[0], start - _BEFORE), min(bounds[1], end + _BEHIND)
    number = _Number(start, end, low, high, bounds, made.verb, made.root)
    told: tuple[Source, ...] = ()
    for name, rule in RULES:
        told = rule(view, number)
        if told:
            made.why["sources"] = name
            break
    return told + _citing(view, bounds, told)


@cache
def _joined(key: str) -> str:
    words = sorted(lexicon.load(_SOURCES)[key], key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _by_count_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<cue>\b(?:according\s+to|based\s+on|by|per|citing))\s+(?:(?:the|a)\s+)?"
        rf"(?P<name>(?:{_WORD}\s+){{0,5}}?{_WORD}?)(?P<owns>['’]s?)?\s+(?:(?:{_joined('between')})\s+)*"
        rf"(?P<noun>{_joined('counts')})\b",
        re.IGNORECASE,
    )


@cache
def _puts_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<last>[\w.&’'-]+)(?:,\s+(?:quoting|citing)\s[^,.;]{1,60},)?\s+(?P<cue>(?:has\s+|have\s+|had\s+)?(?:initially\s+|earlier\s+|later\s+|now\s+)?(?:puts?|placed?|gives?|gave|given|estimated?s?|(?P<sets>raised?|lowered|revised|updated|increased|upped|cut)))\s+(?:the\s+)?"
        r"(?:[\w’'-]+\s+){0,4}(?:toll|number|figure|count|total|tally|losses|deaths|cost|costs|damage|dead|casualties|estimate|crowd"
        r"|turnout|attendance|loss)\b[^.;]{0,40}?\b(?:at|to|as)\s+[^.;,]{0,24}$"
    )


@cache
def _counts_by_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<cue>{_joined('counts')})\s+(?:{_joined('made_by')})\s+(?:the\s+)?", re.IGNORECASE)


def _sources(
    view: View, names: list[tuple[int, int]], cue: tuple[int, int], lemma: str, stance: Stance = "says"
) -> tuple[Source, ...]:
    words = span_of(view.text, *cue)
    told = Cue(start=words.start, end=words.end, text=words.text, lemma=lemma, stance=stance)
    spans = (span_of(view.text, *name) for name in names)
    return tuple(Source(start=span.start, end=span.end, text=span.text, cue=told) for span in spans)


def _apart(view: View, one: tuple[int, int], other: tuple[int, int], most: int) -> bool:
    """Do two stretches overlap, stand too far apart, or in different clauses?"""
    if one[1] <= other[0]:
        between = view.text[one[1] : other[0]]
    elif other[1] <= one[0]:
        between = view.text[other[1] : one[0]]
    else:
        return True
    return len(between) > most or _BREAK.search(between) is not None


def _by_count(view: View, number: _Number) -> tuple[Source, ...]:
    """Read "according to the Marran count", "by the army's own tally", "by varying reports"."""
    for match in _by_count_pattern().finditer(view.text, number.low, number.high):
        if _apart(view, match.span(), (number.start, number.end), 50):
            continue
        name = match["name"].strip()
        words = name.lower().split()
        cue, lemma = match.span("cue"), re.sub(r"\s+", " ", match["cue"].lower())
        if words and words[-1] in lexicon.words(_SOURCES, "unowned") and not match["owns"]:
            return _sources(view, [(match.start("name"), match.end("noun"))], cue, lemma)
        if not words or words[-1] in lexicon.words(_SOURCES, "no_owner"):
            continue
        if match["owns"] or name.split()[-1][:1].isupper():
            return _sources(view, [(match.start("name"), match.start("name") + len(name))], cue, lemma)
    return ()


def _puts(view: View, number: _Number) -> tuple[Source, ...]:
    """Read "The ministry puts the death toll at 40"."""
    match = _puts_pattern().search(view.text, number.low, number.start)
    if not match:
        return ()
    i = view.at(match.start("last"))
    if match["sets"] and not _is_authority(view.w, i):
        return ()
    name = _name_before(view, i, number.low) if _may_claim(view.w, i) else None
    return _sources(view, [name], match.span("cue"), "put", "claims") if name else ()


def _is_authority(w: Tokens, i: int) -> bool:
    """May somebody set a toll: a person, an organisation, an office?"""
    return w.ent[i] in ("PERSON", "ORG", "GPE") or w.low[i] in lexicon.words(_SOURCES, "authorities")


def _name_before(view: View, i: int, low: int) -> tuple[int, int] | None:
    """Return the offsets of the noun phrase that ends with token `i`, without its article."""
    w = view.w
    if w.pos[i] not in ("PROPN", "NOUN", "PRON"):
        return None
    first = i
    while first > 0 and w.start[first - 1] >= low and w.pos[first - 1] in ("PROPN", "NOUN", "ADJ", "PART"):
        first -= 1
    return w.start[first], w.end[i]


def _names_from(view: View, position: int, stop: int) -> list[tuple[int, int]]:
    """Return the noun phrases that begin at a position, "of" inside them, joined by "and" or a comma."""
    w = view.w
    names: list[tuple[int, int]] = []
    first = last = -1
    for k in range(view.at(position), min(view.at(position) + 12, len(w))):
        if w.start[k] >= stop or not _belongs_to_name(w, k):
            break
        if w.pos[k] == "CCONJ":
            names += [(w.start[first], w.end[last])] if last >= 0 else []
            first = last = -1
        elif w.pos[k] != "DET":
            first = k if first < 0 else first
            last = k if w.pos[k] in ("PROPN", "NOUN") else last
    return [*names, (w.start[first], w.end[last])] if last >= 0 else names


def _belongs_to_name(w: Tokens, i: int) -> bool:
    return w.pos[i] in ("PROPN", "NOUN", "ADJ", "PART", "DET") or w.low[i] in ("of", "and", "&")


def _counts_by(view: View, number: _Number) -> tuple[Source, ...]:
    """Read "estimates by the Red Cross" before the number."""
    start = number.start
    for match in _counts_by_pattern().finditer(view.text, number.low, start):
        names = _names_from(view, match.end(), start)
        if (
            names
            and not _apart(view, (match.start(), names[-1][1]), (start, start), 40)
            and view.text[names[0][0]].isupper()
        ):
            return _sources(view, names, match.span("cue"), match["cue"].lower())
    return ()


def _according(view: View, number: _Number) -> tuple[Source, ...]:
    """Read "according to the fire service" close to the number; quotes that hold the number name the same source."""
    for frame in _source_frames(view, number):
        cue = _span(view, frame.cue)
        if not _apart(view, (cue[0], _span(view, frame.speakers[-1])[1]), (number.start, number.end), 25):
            return _of_frame(view, frame)
    return ()


def _source_frames(view: View, number: _Number) -> Iterator[Frame]:
    """Yield the frames without a verb in the number's stretch: "according to X", "per X"."""
    first, last = view.at(number.low), view.at(number.high)
    for frame in view.frames.values():
        if frame.takes is None and first <= frame.verb < last and frame.speakers:
            yield frame


def _span(view: View, tokens: tuple[int, int]) -> tuple[int, int]:
    return view.w.start[tokens[0]], view.w.end[tokens[1] - 1]


def _of_frame(view: View, frame: Frame, stance: Stance | None = None) -> tuple[Source, ...]:
    names = [_span(view, _without_article(view.w, phrase)) for phrase in (*frame.via, *frame.speakers)]
    return _sources(view, names, _span(view, frame.cue), frame.lemma, stance or frame.stance)


def _without_article(w: Tokens, phrase: tuple[int, int]) -> tuple[int, int]:
    first, end = phrase
    return (first + 1, end) if w.low[first] in ("the", "a", "an") and first + 1 < end else phrase


_IN_REPORT = re.compile(
    r"[\"“]?(?P<cue>In\s+(?:an?|its|the)\s+(?:[\w-]+\s+){0,3}(?:report|statement|update|bulletin|survey|study|release))\s+"
    r"(?:of|by|from|issued\s+by|released\s+by)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def _opens_according(view: View, number: _Number) -> tuple[Source, ...]:
    """Read "According to the coast guard, …" at the head of a sentence, which holds for all of it."""
    begin, start = number.bounds[0], number.start
    if start - begin > _SENTENCE:
        return ()
    frame = view.frames.get(view.at(begin))
    if frame is not None and frame.takes is None and frame.speakers:
        behind = _span(view, frame.speakers[-1])[1]
        return () if _BREAK.search(view.text, behind, start) else _of_frame(view, frame)
    match = _IN_REPORT.match(view.text, *number.bounds)
    if match is None or _BREAK.search(view.text, match.end(), start):
        return ()
    return _sources(view, _names_from(view, match.end(), start), match.span("cue"), "according to")


_CITING = re.compile(r"\b(?P<cue>[Cc]iting|[Qq]uoting)\s+(?:the\s+|an?\s+)?")


def _citing(view: View, bounds: tuple[int, int], told: tuple[Source, ...]) -> tuple[Source, ...]:
    """Read "Citing police sources, the paper said …": whoever is cited is the inner source."""
    match = _CITING.search(view.text, *bounds) if bounds[1] - bounds[0] < _SENTENCE else None
    if match is None or any(source.cue and source.cue.start == match.start("cue") for source in told):
        return ()
    return _sources(view, _names_from(view, match.end(), bounds[1]), match.span("cue"), "cite")


def _reports(view: View, number: _Number) -> tuple[Source, ...]:
    """Read "analysts expect the bank to cut 1,200 jobs": the subject of a verb that says the number."""
    w, i = view.w, number.verb
    for _ in range(3):
        if i < 0 or w.start[i] >= number.start:
            return ()
        stance = lexicon.load(_SOURCES)["verbs"].get(w.lemma[i])
        of = w.lemma[i] not in lexicon.words(_SOURCES, "with_of") or " of " in view.text[w.start[i] : number.start]
        if (stance is not None and of and _is_told(w, i)) or _is_recorded(w, i):
            return _speaking(view, i, stance or "says", number.root)
        i = w.head[i] if w.dep[i] in ("xcomp", "ccomp") and w.head[i] < i else -1
    return ()


def _is_told(w: Tokens, verb: int) -> bool:
    """Does the verb's subject do the saying: "expect", "had expected", no passive and no participle?"""
    helpers = {w.lemma[k] for k in w.lefts(verb) if w.dep[k] == "aux"}
    passive = any(w.dep[k] == "auxpass" for k in w.lefts(verb))
    return not passive and (w.tag[verb] not in ("VBN", "VBG") or (w.tag[verb] == "VBN" and "have" in helpers))


def _is_recorded(w: Tokens, verb: int) -> bool:
    """Does an office record the number ("the institute recorded 611 aftershocks")?"""
    records = w.lemma[verb] in lexicon.words(_SOURCES, "recording") and w.tag[verb] not in ("VBN", "VBG")
    subject = clauses.subject_of(w, verb) if records else -1
    return subject >= 0 and _is_authority(w, subject)


def _speaking(view: View, verb: int, stance: Stance, root: int) -> tuple[Source, ...]:
    """Return who says the number as sources; what claims lives, and what is measured, claims no number."""
    w = view.w
    subject = clauses.subject_of(w, verb)
    if not 0 <= subject < verb or not _may_claim(w, subject):
        return ()
    if w.lemma[verb] == "claim" and root >= 0 and w.lemma[root] in ("life", "live", "victim"):
        return ()
    low = w.start[view.page.sentence(subject)[0]]
    heads = [head for head in joint(w, subject) if head < verb]
    names = [name for head in heads if (name := _name_before(view, head, low)) is not None]
    return _sources(view, names, (w.start[verb], w.end[verb]), w.lemma[verb], stance)


def _may_claim(w: Tokens, i: int) -> bool:
    """May somebody claim a number: a person, a body, a text, a finding; never an event, a thing, a day?"""
    if w.low[i] in lexicon.words(_SOURCES, "no_speakers") or w.lemma[i] in lexicon.words(_SOURCES, "no_speakers"):
        return False
    if w.ent[i] in ("DATE", "TIME", "EVENT"):
        return False
    if w.pos[i] == "NOUN":
        listed = any(
            w.lemma[i] in lexicon.words("nouns", key)
            for key in ("speakers", "documents", "media", "bodies", "evidence")
        )
        return listed or person(w, i) or w.low[i] in lexicon.words(_SOURCES, "authorities")
    return can_say(w, i)


#: An article that lists who says how many: "the police said 12, the army 20 and the hospital 31".
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|put[s]?|reported|reports|counted|claimed|claims|spoke\s+of)\s+(?:it\s+(?:was|at)\s+)?(?:about\s+|at\s+least\s+|only\s+)?\S+\s*(?:\w+\s*)?(?:,|and)"
)


def _gap(view: View, number: _Number) -> tuple[Source, ...]:
    """Read "…, the army 20 and the hospital 31" behind "the police said 12": a source without its verb, and no cue."""
    w = view.w
    last = view.at(number.start) - 1
    if last < 1 or w.pos[last] not in ("NOUN", "PROPN") or not _may_claim(w, last):
        return ()
    name = _name_before(view, last, number.low)
    if name is None or not _SAID_BEFORE.search(view.text, number.low, name[0]):
        return ()
    i = view.at(name[0]) - 1
    i -= w.low[i] == "the"
    if w.text[i] not in (",", "and", ";"):
        return ()
    span = span_of(view.text, *name)
    return (Source(start=span.start, end=span.end, text=span.text),)


@cache
def _says_that_pattern() -> re.Pattern[str]:
    forms = (
        form for lemma in lexicon.load(_SOURCES)["verbs"] for form in (lemma, f"{lemma}s", f"{lemma.rstrip('e')}ed")
    )
    return re.compile(rf"(?<=[\w’'])\s+(?P<cue>{'|'.join(forms)}|said)\s+that\b")


def _says_that(view: View, number: _Number) -> tuple[Source, ...]:
    """Read "The two armies report that …" by its words, where the parse took the verb for a noun."""
    low, start = number.low, number.start
    for match in _says_that_pattern().finditer(view.text, low, start):
        if _BREAK.search(view.text, match.end(), start):
            continue
        last = view.at(match.start() - 1)
        names = _coordinated(view, last, low)
        lemma = match["cue"].removesuffix("s")
        if names and _may_claim(view.w, last):
            return _sources(view, names, match.span("cue"), lemma, lexicon.load(_SOURCES)["verbs"].get(lemma, "says"))
    return ()


def _coordinated(view: View, last: int, low: int) -> list[tuple[int, int]]:
    """Return the noun phrase that ends with a token and the one joined to it by "and", in text order."""
    name = _name_before(view, last, low)
    if name is None:
        return []
    first = view.at(name[0])
    w = view.w
    if first >= 2 and w.low[first - 1] == "the":
        first -= 1
    if first >= 2 and w.low[first - 1] == "and" and w.start[first - 2] >= low:
        before = _name_before(view, first - 2, low)
        return [before, name] if before else [name]
    return [name]


RULES: tuple[tuple[str, Rule], ...] = (
    ("puts", _puts),
    ("by-count", _by_count),
    ("counts-by", _counts_by),
    ("according", _according),
    ("opens-according", _opens_according),
    ("gap", _gap),
    ("reports", _reports),
    ("says-that", _says_that),
)
