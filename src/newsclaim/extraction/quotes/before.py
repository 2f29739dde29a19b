"""The credit that leads to a stretch: X said: "…" · X, who was there, told Y, "…" · X praised Y: "…" · X: "…"."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.extraction.attribution import apposition, speakers
from newsclaim.extraction.attribution.cues import forms, listed, present_forms
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import tagged
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.subject import doer
from newsclaim.extraction.page.tokens import FINITE, PRESENT_OR_PAST, Range, Tokens, back, finite_in, past
from newsclaim.extraction.quotes import credit
from newsclaim.extraction.quotes.credit import Credit, framed
from newsclaim.extraction.quotes.search import Search
from newsclaim.lexicon import words

_NO_PERSONS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT"})
#: Before the first verb of a stretch that goes on with a sentence stand no more tokens.
_OPENING = 6
#: A quotation right after one of these is part of a phrase of the article.
UNFINISHED = frozenset({"IN", "DT", "PRP$", "TO", "JJ", "VB", "VBG", "VBN", "CC", "RP", "WDT", "WP", "WRB"})


@dataclass(frozen=True, slots=True)
class _Lead:
    """The words before a stretch, without the punctuation that joins them to it."""

    w: Tokens
    a: int
    b: int
    frames: dict[int, Frame]
    colon: bool
    joined: bool  # by a colon, a comma or "that"
    goes_on: bool  # the stretch begins with the verb of the sentence


def before(search: Search, s: Stretch) -> Credit | None:
    """Return the credit that the words before the stretch give."""
    lead = _lead(search, s)
    return None if lead.b <= lead.a else _transcript(lead, s) or _by_cue(lead) or _by_source(lead)


def whole(search: Search, s: Stretch, hit: Credit) -> bool:
    """Whether the stretch is all that is said, and the article's own words after it do not go on with it."""
    w = search.w
    a, b = credit.right_window(w, s)
    if a >= b or w.pos[a] == "PUNCT" or search.ends_open(s) or hit.rule == "colon":
        return True
    if w.low[a] == "than" or _half(search, s, (a, b)):
        return False
    if w.pos[a] in {"CCONJ", "SCONJ"} and s.end - s.start > 15:
        return w.low[a + 1 : a + 2] != ["that"]
    return hit.cue is not None and w.pos[a] in {"ADP", "ADV", "CCONJ", "SCONJ"} and not finite_in(w, a, b)


def _half(search: Search, s: Stretch, behind: Range) -> bool:
    """Whether a phrase or clause is only begun in the marks: vowed "no cuts" for schools."""
    w, (a, b) = search.w, behind
    if search.text[s.start].isupper() or finite_in(w, a, b):
        return False
    if w.low[a] in listed("phrase_joining"):
        return not finite_in(w, w.at(s.start), w.before(s.end))
    subject = w.low[a] in listed("coordinators") and w.tag[b - 1].startswith("NN")
    return subject and b + 1 < len(w) and w.quoted[b] >= 0 and w.tag[b + 1] in FINITE


def _lead(search: Search, s: Stretch) -> _Lead:
    w = search.w
    a, b = credit.lead_in(w, s)
    end = back(b, a, lambda end: w.pos[end] == "PUNCT" or not w.text[end].strip())
    marks = {w.text[i] for i in range(end, b)}
    colon = ":" in marks
    that = end > a and w.low[end - 1] == "that" and not colon
    first = w.at(s.start)
    goes_on = first < len(w) and w.text[first].islower() and _lacks_subject(w, first, w.before(s.end))
    return _Lead(w, a, end - that, search.frames, colon, colon or that or "," in marks, goes_on)


def _lacks_subject(w: Tokens, first: int, end: int) -> bool:
    """Whether the first verb of a stretch has its subject before it: said the move “in effect means war”."""
    verb = next((i for i in range(first, min(end, first + _OPENING)) if w.tag[i] in FINITE), -1)
    if verb <= first:
        return verb == first
    whole = w.head[verb] if w.pos[verb] == "AUX" and w.dep[verb] in {"aux", "auxpass"} else verb
    return 0 <= w.child(whole, "nsubj", "nsubjpass") < first and w.dep[first] != "nsubj"


def _transcript(lead: _Lead, s: Stretch) -> Credit | None:
    """NAME: "…" at the start of a paragraph."""
    w, a, b = lead.w, lead.a, lead.b
    if not lead.colon or b - a > 6 or (a > 0 and w.block[a - 1] == s.block):
        return None
    named = all(w.tag[i] in {"NNP", "NNPS"} or w.text[i].isupper() or _named_elsewhere(w, i) for i in range(a, b))
    return Credit("transcript", ((a, b),)) if named else None


def _named_elsewhere(w: Tokens, i: int) -> bool:
    """Whether a capitalised word that the tagger does not know at the head of a line is a name further down."""
    same = (j for j, text in enumerate(w.text) if text == w.text[i] and j != i)
    return w.text[i][:1].isupper() and any(w.tag[j] == "NNP" for j in same)


def _by_cue(lead: _Lead) -> Credit | None:
    i = _last_cue(lead)
    if i < 0:
        hit = _present(lead)
        return hit or _said_first(lead) or (_by_colon(lead) if lead.colon else None)
    if _leads(lead, i):
        f = lead.frames[i]
        return framed("colon" if lead.colon else "cue-quote", f, _speakers(lead, f))
    if not lead.colon:
        return None
    reported = (lead.frames[j] for j in range(lead.a, i + 1) if j in lead.frames)
    first = next((f for f in reported if f.takes and f.speakers), None)
    return Credit("colon", first.speakers) if first is not None else _by_colon(lead)


def _said_first(lead: _Lead) -> Credit | None:
    """Wrote N. N., a baker: "…", added N. N., "…", where the tagger takes the verb for part of the name."""
    w, i = lead.w, lead.a
    lemma = forms().get(w.low[i]) if lead.joined else None
    who = tagged.phrase_after(w, i + 1, lead.b) if lemma and i + 1 < lead.b else None
    if lemma is None or who is None or not (lead.colon or (w.tag[i] == "NNP" and who[1] == lead.b)):
        return None
    return Credit("colon" if lead.colon else "cue-quote", apposition.named(w, [who]), None, (i, i + 1), lemma)


def _present(lead: _Lead) -> Credit | None:
    """The department notes, "…", where the tagger takes the verb for a plural."""
    w, i = lead.w, lead.b - 1
    lemma = present_forms().get(w.low[i]) if lead.joined and w.tag[i] == "NNS" else None
    who = tagged.phrase_before(w, i, lead.a) if lemma else None
    if lemma is None or who is None or who[0] > lead.a or not animate(w, who[1] - 1):
        return None
    return Credit("cue-quote", apposition.named(w, [who]), None, (i, i + 1), lemma)


def _last_cue(lead: _Lead) -> int:
    for i in range(lead.b - 1, lead.a - 1, -1):
        f = lead.frames.get(i)
        takes = f.takes.takes if f is not None and f.takes is not None and _told(lead, f) else {}
        if f is not None and "quote" in takes and ("aside" not in takes or lead.colon):
            if (f.passive and lead.w.low[i - 1] == "as") or _inside(lead, f) or _of_thing(lead, f):
                continue
            return i
    return -1


def _told(lead: _Lead, f: Frame) -> bool:
    """Whether it was said, or its words are known before: She is expected to say: "…"."""
    return not f.unreal or (lead.colon and lead.w.lemma[lead.w.head[f.verb]] in listed("expecting"))


def _of_thing(lead: _Lead, f: Frame) -> bool:
    """Whether a thing does what only people say with: an auction offering a design by “Wolves”."""
    return f.lemma in listed("offering") and f.head >= 0 and not animate(lead.w, f.head)


def _inside(lead: _Lead, f: Frame) -> bool:
    """Whether a thing shows it inside what somebody says: Cole said the numbers suggested a pattern: "…"."""
    earlier = (lead.frames[j] for j in range(lead.a, f.verb) if j in lead.frames)
    thing = lead.colon and f.head >= 0 and not animate(lead.w, f.head)
    return thing and any(g.takes and g.speakers and animate(lead.w, g.head) for g in earlier)


def _speakers(lead: _Lead, f: Frame) -> tuple[Range, ...]:
    inverted = f.verb == lead.a
    if f.speakers or (f.passive and not (inverted and lead.colon)):
        return f.speakers
    who = tagged.phrase_after(lead.w, f.cue[1], lead.b) if inverted else tagged.phrase_before(lead.w, f.verb, lead.a)
    return apposition.named(lead.w, [who]) if who else ()


def _leads(lead: _Lead, i: int) -> bool:
    """Whether what stands between the cue at `i` and the mark is light enough for the quote to be what was said."""
    w, first = lead.w, max(i + 1, lead.frames[i].cue[1])
    tail = range(first, lead.b)
    if finite_in(w, first, lead.b) or any(x in lead.frames for x in tail):
        return False
    if len(tail) == 1 and w.tag[first] == "VBG" and w.lemma[first] in listed("thinking"):
        return True
    if any(w.low[x] == "that" for x in tail):
        return False
    if lead.joined:
        return len(tail) <= 25
    if not tail:
        return True
    return len(tail) <= 14 and not _subject_before(lead, i) and _complete(lead, lead.frames[i])


def _subject_before(lead: _Lead, i: int) -> bool:
    """Whether the stretch begins with a verb whose subject stands before it: said the use of it "costs …"."""
    w, last = lead.w, lead.b - 1
    return lead.goes_on and not (w.dep[last] == "pobj" and w.head[w.head[last]] == i)


def _complete(lead: _Lead, f: Frame) -> bool:
    """Whether the words between cue and mark are whole phrases (to whom, when), so that the quotation begins anew."""
    w, last = lead.w, lead.b - 1
    if w.low[last] in listed("pronouns"):
        return False
    if w.dep[last] == "dobj" and f.takes is not None and "someone" not in f.takes.takes:
        return False
    if w.dep[last] in {"nsubj", "nsubjpass"} and w.head[last] > lead.b:
        return False
    return w.tag[last] not in UNFINISHED or (w.low[last] == "with" and f.lemma in listed("replying"))


def _by_colon(lead: _Lead) -> Credit | None:
    """X praised Y on social media: "…": the subject of the sentence speaks."""
    w = lead.w
    if w.low[lead.b - 1] in listed("list_leads"):
        return None
    verbs = [i for i in range(lead.a, lead.b) if w.tag[i] in FINITE]
    from_somebody = _by_document(lead, written=True)
    if not verbs or from_somebody is not None:
        return from_somebody or _by_document(lead) or _by_name(lead)
    for i in verbs:
        who = doer(w, i) if w.tag[i] in PRESENT_OR_PAST else -1
        if who >= lead.a and w.tag[who] not in {"EX", "WDT"} and w.low[who] not in listed("dummies"):
            return Credit("colon", apposition.named(w, speakers.credited(w, who)[0]))
    return None


def _by_document(lead: _Lead, *, written: bool = False) -> Credit | None:
    """The king's only comment: "…": a document with an owner; `written`: one that says from whom it is."""
    for i in range(lead.b - 1, lead.a, -1):
        who, via = speakers.credited(lead.w, i)
        if via and (not written or who[0][0] > i):
            return Credit("colon", tuple(who), via=tuple(via))
    return None


def _by_name(lead: _Lead) -> Credit | None:
    """And from the board's chair, N. N.: "…" · Mayor N. N. on the night of the storm: "…" · N. N., 34, baker: "…"."""
    w, i = lead.w, lead.a
    i = past(i, lead.b, lambda i: w.low[i] in listed("intro_words"))
    who = tagged.phrase_after(w, i, lead.b) if i < lead.b else None
    if who is None or who[0] != i:
        return None
    who = apposition.named(w, [who])[0]
    if not _person(w, who):
        return None
    apart = who[1] >= lead.b or w.text[who[1]] in {",", "("} or w.tag[who[1]] == "IN"
    return Credit("intro", (who,)) if apart else None


def _person(w: Tokens, who: Range) -> bool:
    """Whether the phrase is a name or says what somebody is."""
    last = who[1] - 1
    name = w.tag[last] == "NNP" and w.ent[last] not in _NO_PERSONS
    return name or w.lemma[last] in words("nouns", "speakers")


def _by_source(lead: _Lead) -> Credit | None:
    """According to X, "…"."""
    w = lead.w
    if not lead.joined or lead.colon or any(w.tag[x] in PRESENT_OR_PAST for x in range(lead.a, lead.b)):
        return None
    sources = (lead.frames[j] for j in range(lead.a, lead.b) if j in lead.frames)
    f = next((f for f in sources if f.takes is None), None)
    return framed("according-to", f) if f is not None and w.right[f.cue[1] - 1] <= lead.b else None
