"""Finds the reporting frames of a page, once for all who read them: verbs with whom they credit, and source phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsclaim.extraction.attribution import apposition, modality, relays, sources, speakers
from newsclaim.extraction.attribution.acts import tells_nothing
from newsclaim.extraction.attribution.cues import VerbCue, closing_forms, listed, phrasals, reporting, verbs
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import Page, phrases, tagged
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.subject import doer
from newsclaim.extraction.page.tokens import FINITE, PRESENT_OR_PAST, Range, Tokens, among, finite_in, past
from newsclaim.lexicon import words

#: No subject is looked for farther before its verb than this many tokens.
_REACH = 26
#: Dashes around an aside, with blanks around them.
_DASHES = frozenset({"-", "–", "—", "--"})
#: Between a clause and a name right before the verb stand no more commas than those around a name.
_COMMAS = 2


def frames_of(page: Page) -> dict[int, Frame]:
    """Return the frames outside quotation marks by the token of their verb or source phrase, in text order."""
    w = page.tokens
    found = [*verb_frames(w), *closing_frames(w), *sources.source_frames(w)]
    return {frame.verb: frame for frame in sorted(found, key=lambda frame: frame.verb)}


def verb_frames(w: Tokens) -> Iterator[Frame]:
    """Yield a frame for every reporting verb outside quotation marks, in text order."""
    table = verbs()
    for i in among(w.lemma, reporting()):
        if w.quoted[i] >= 0 or not w.tag[i].startswith("VB") or w.block[i] < 0:
            continue
        size, entry = _phrasal(w, i) or (1, table.get(w.lemma[i]))
        if entry is not None and not tells_nothing(w, i) and ("court" not in entry.takes or _in_court(w, i)):
            yield verb_frame(w, i, size, entry)


def _in_court(w: Tokens, i: int) -> bool:
    """Whether it is a court or an inquiry that hears: what it hears was said, by nobody named."""
    subject = w.child(i, "nsubj")
    return subject >= 0 and w.lemma[subject] in listed("hearing")


def closing_frames(w: Tokens) -> Iterator[Frame]:
    """Yield a frame for every verb taken for a noun: at the end of a sentence, in a relative clause or in an aside."""
    table = closing_forms()
    for i in among(w.low, table):
        if w.tag[i] not in {"NN", "NNS", "NNP"} or w.quoted[i] >= 0 or w.block[i] < 0:
            continue
        start = _closing_subject(w, i) or _subject_in_relative(w, i) or _subject_in_aside(w, i)
        who = tagged.phrase_after(w, start, i) if start else None
        if who is not None:
            entry = verbs()[table[w.low[i]]]
            credited, via = speakers.owned(w, (start, i))
            stance = entry.stance("clause")
            yield Frame(i, (i, i + 1), entry.lemma, entry, stance, tuple(credited), tuple(via), who[1] - 1)


def _closing_subject(w: Tokens, i: int) -> int:
    """Return where the subject of a verb begins that closes a sentence: "…, | figures from X show."; 0 for none."""
    start = _comma_before(w, i) + 1 if i + 1 == len(w) or w.text[i + 1] in {".", "!"} else 0
    told = start > 2 and finite_in(w, max(0, start - _REACH), start)
    return start if told else 0


def _subject_in_relative(w: Tokens, i: int) -> int:
    """Return where it begins in a clause that would have two subjects: which | the media reports cost ten crowns."""
    verb = w.head[i]
    if w.dep[i] != "nsubj" or verb != i + 1 or w.tag[verb] not in FINITE or w.dep[verb] != "relcl":
        return 0
    if w.lemma[verb] in reporting():
        return 0  # "which media reports say cost ten crowns"
    first = w.child(verb, "nsubj", "nsubjpass")
    return first + 1 if w.tag[first] in {"WDT", "WP"} and first + 1 < i else 0


def _subject_in_aside(w: Tokens, i: int) -> int:
    """Return where it begins between the subject and the verb of what is said: Such pumps, | they reason, could …."""
    start = _comma_before(w, i) + 1
    goes_on = start > 1 and w.sent[start] == w.sent[i] and w.text[i + 1 : i + 2] == [","] and w.tag[i + 2] in FINITE
    who = tagged.phrase_after(w, start, i) if goes_on else None
    if who is None or (w.tag[who[0]] == "PRP" and who[1] < i):
        return 0
    if w.lemma[who[1] - 1] in words("nouns", "evidence"):
        return start
    many = w.tag[who[1] - 1] == "NNS" or w.low[who[0]] in {"we", "they"}
    return start if who[1] == i and many != w.low[i].endswith("s") and animate(w, who[1] - 1) else 0


def _comma_before(w: Tokens, i: int) -> int:
    return next((x for x in range(i - 1, max(0, i - 12), -1) if w.text[x] == "," and w.quoted[x] < 0), -1)


def _phrasal(w: Tokens, i: int) -> tuple[int, VerbCue] | None:
    for rest, entry in phrasals().get(w.lemma[i], ()):
        if tuple(w.low[i + 1 : i + 1 + len(rest)]) == rest:
            return 1 + len(rest), entry
    return None


@dataclass(frozen=True, slots=True)
class _Credit:
    """Whom a verb credits: the token of who does it, the speakers and who relays them."""

    head: int = -1
    speakers: tuple[Range, ...] = ()
    via: tuple[Range, ...] = ()


def verb_frame(w: Tokens, i: int, size: int, entry: VerbCue) -> Frame:
    """Return the frame of the reporting verb at `i` that is `size` tokens long."""
    who, passive = _done_by(w, i, entry)
    via: tuple[Range, ...] = ()
    relayed = relays.quoted_as(w, i)
    if relayed is not None:
        who, relay = relayed
        via = tuple(phrases.mentions(w, relay)) if relay >= 0 else ()
    who = _late_agent(w, i) if who < 0 and w.child(i, "auxpass") >= 0 else who
    credit = (None if passive or relayed else _set_off(w, i)) or _credit(w, i, who, passive=passive)
    outlets = (*relays.told(w, i, size, entry), *relays.quoted_by(w, credit.head)) if credit.speakers else ()
    return Frame(
        verb=i,
        cue=(i, i + size),
        lemma=entry.lemma,
        takes=entry,
        stance=entry.stance("quote", "clause"),
        speakers=credit.speakers,
        via=(*via, *credit.via, *outlets),
        papers=relays.papers(w, i) if credit.speakers else (),
        head=credit.head,
        negated=modality.negated(w, i),
        unreal=modality.unreal(w, i),
        passive=passive,
    )


def _done_by(w: Tokens, i: int, entry: VerbCue) -> tuple[int, bool]:
    """Return who does what the verb tells, -1 for nobody named, and whether the verb is passive."""
    if (entry.lemma == "ask" and modality.put_to_them(w, i)) or "court" in entry.takes:
        return -1, True
    if _mistagged(w, i):
        return _whole(w, w.head[i]), False
    has = _has_done(w, i, entry)
    if has >= 0:
        return has, False
    participle = w.tag[i] == "VBN" and w.dep[i] in {"acl", "amod"}
    return doer(w, i), participle or w.child(i, "auxpass", "nsubjpass") >= 0


def _has_done(w: Tokens, i: int, entry: VerbCue) -> int:
    """Return who has said it where the parser reads "is said": She's also said that …; -1 for anybody else.

    Not with a verb that takes who hears it: he's told that he must go.
    """
    who = w.child(i, "nsubjpass") if w.tag[i] == "VBN" else -1
    short = who >= 0 and w.low[who] in {"he", "she"} and w.low[who + 1] == "'s"
    said = w.child(i, "ccomp") > i or w.low[i + 1 : i + 2] == ["for"]
    return who if short and said and "someone" not in entry.takes and w.child(i, "agent") < 0 else -1


def _late_agent(w: Tokens, i: int) -> int:
    """Return by whom, where the parser hung it on what was said: was urged to stay at home | by the council."""
    for x in range(i + 1, w.right[i] + 1):
        if w.low[x] == "by" and w.quoted[x] < 0 and w.dep[x] != "agent" and w.tag[x - 1] != "VB":
            who = w.child(x, "pobj")
            return who if who > x and animate(w, who) else -1
    return -1


def _credit(w: Tokens, i: int, who: int, *, passive: bool) -> _Credit:
    if who >= 0 and w.quoted[who] < 0:
        credited, documents = speakers.credited(w, who)
        cited = relays.cited(w, i, who)
        if cited:
            return _Credit(who, cited, (*credited, *documents))
        return _Credit(who, apposition.named(w, credited), tuple(documents))
    if who < 0 and not passive and w.tag[i] in PRESENT_OR_PAST and w.child(i, "expl") < 0:
        return _read_subject(w, i)
    return _Credit()


def _set_off(w: Tokens, i: int) -> _Credit | None:
    """Where the parse has no subject, and somebody stands between a comma and the verb: …, the mayor told Reuters."""
    last = i - 1 - (w.tag[i] == "VBN" and w.lemma[i - 1] == "have")
    if w.tag[i] not in PRESENT_OR_PAST and last == i - 1:
        return None
    if w.pos[last] == "CCONJ" or w.child(i, "nsubj") >= 0:
        return None
    behind = [x + 1 for x in range(last - 1, max(0, i - _REACH), -1) if w.text[x] == "," and w.sent[x] == w.sent[i]]
    for a in behind[:_COMMAS]:
        phrase = tagged.phrase_before(w, i, a)
        if phrase is not None and phrase[0] == a and w.tag[a] != "PRP" and animate(w, phrase[1] - 1):
            who = apposition.named(w, [phrase])
            return _Credit(phrase[1] - 1, who) if who[-1][1] >= last + (w.text[last] != ",") else None
    return None


def _read_subject(w: Tokens, i: int) -> _Credit:
    """Where the parse has no subject, take the name or person that stands right before the verb."""
    start = next((x + 1 for x in range(i - 1, max(-1, i - _REACH), -1) if w.sent[x] != w.sent[i]), max(0, i - 25))
    dash = _dash_before(w, i, start)
    if dash > start:
        who = _head_of(w, dash - 1, start)
        named = apposition.named(w, phrases.mentions(w, who)) if animate(w, who) else ()
        return _Credit(who, named) if named else _Credit()
    for low in [start, *(x + 1 for x in range(start, i - 1) if w.text[x] == ",")]:
        phrase = tagged.phrase_before(w, i, low)
        if phrase is None:
            continue
        a, last = phrase[0], phrase[1] - 1
        a = past(a, last, lambda a: w.ent[a] in {"DATE", "TIME"})
        apart = a > phrase[0] or w.dep[last] not in {"pobj", "poss"}
        if apart and animate(w, last):
            return _Credit(last, apposition.named(w, [(a, last + 1)]))
    return _Credit()


def _dash_before(w: Tokens, i: int, start: int) -> int:
    """Return the dash that opens an aside which another one closes before the verb: Holm - whose sets failed - said."""
    if w.text[i - 1] not in _DASHES:
        return -1
    return next((x for x in range(i - 3, start, -1) if w.text[x] in _DASHES and not w.tied(x)), -1)


def _head_of(w: Tokens, last: int, start: int) -> int:
    """Return the noun that a phrase is about whose last word is given: the | embassy | in Bayton."""
    k = last
    while w.dep[k] in {"pobj", "prep", "compound"} and start <= w.head[k] < k:
        k = w.head[k]
    return k


def _whole(w: Tokens, noun: int) -> int:
    """Return what the noun is a part of: the summary of the decision | read."""
    over = w.head[noun]
    part = w.dep[noun] == "pobj" and w.low[over] == "of" and w.lemma[w.head[over]] in listed("parts")
    return w.head[over] if part else noun


def _mistagged(w: Tokens, i: int) -> bool:
    """Whether a past tense was taken for a participle: "Prosecutors alleged that …" and no other main verb."""
    noun = w.head[i]
    if w.tag[i] != "VBN" or w.dep[i] != "acl" or noun > i or w.child(i, "agent", "aux", "auxpass") >= 0:
        return False
    named = w.pos[noun] == "PROPN" and noun == i - 1
    leads = ":" in w.text[i + 1 : i + 4] and w.lemma[i] in listed("passage_verbs")
    return leads or named or w.dep[noun] == "ROOT" or (i + 1 < len(w) and w.low[i + 1] == "that")
