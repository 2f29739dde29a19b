"""Quoted stretches and the frame that credits them: after it, before it, or in between two of them.

Works on the words around the stretch, not on the parse of the stretch, which is often wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.extraction.quotes import cues, speakers
from newsclaim.extraction.quotes.cues import nouns
from newsclaim.extraction.quotes.frames import Frame
from newsclaim.extraction.quotes.marks import Stretch
from newsclaim.extraction.quotes.page import Page
from newsclaim.extraction.quotes.speakers import Range
from newsclaim.extraction.quotes.words import Words

_ENDERS = frozenset({".", "!", "?"})
_SOFT = frozenset({",", "-", "–", "—", "--", ";", ")", "]"})
#: What stands before a name or title in quotation marks, not before words that are said.
_NAMING = frozenset({"name", "title", "nickname", "word", "words", "phrase", "term", "slogan", "hashtag", "label"})
_SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: No window around a stretch needs to be longer.
_REACH = 60


@dataclass(slots=True)
class Credit:
    """Who a stretch is credited to and by which frame; `cue` None when there is no reporting word."""

    rule: str
    speakers: list[Range]
    frame: Frame | None = None
    cue: Range | None = None
    lemma: str = ""
    via: list[Range] | None = None
    start: int | None = None


def credit(page: Page, n: int, s: Stretch) -> Credit | None:
    """Return who is credited with a stretch by the words after it, else by those before it."""
    hit = after(page.w, s, page.frames, page.ends_open(s))
    if hit is not None:
        a, b = left_window(page.w, s)
        if a >= b:
            return hit
        if any(page.frames[i].takes is not None and not page.frames[i].unreal for i in range(a, b) if i in page.frames):
            return None
        hit.start = page.w.start[a]
        return hit
    hit = before(page.w, s, page.frames)
    return hit if hit is not None and _whole(page, s, hit) else None


def _whole(page: Page, s: Stretch, hit: Credit) -> bool:
    """Whether the stretch is all that is said, and the article's own words after it do not go on with it."""
    w = page.w
    a, b = right_window(w, s)
    if (
        a >= b
        or w.pos[a] == "PUNCT"
        or page.ends_open(s)
        or hit.rule == "colon"
        or w.pos[a] in {"CCONJ", "SCONJ"}
        and s.end - s.start > 15
    ):
        return True
    if hit.rule == "colon":
        return True
    light = w.pos[a] in {"ADP", "ADV", "CCONJ", "SCONJ"} and not any(
        w.tag[i] in _FINITE or w.tag[i] == "MD" for i in range(a, b)
    )
    return light and hit.cue is not None


def _ends(w: Words, i: int) -> bool:
    """Whether the token ends a sentence; the full stop of "D-Vt.," does not."""
    return w.text[i] in _ENDERS and not (i + 1 < len(w) and w.text[i + 1] == ",")


def right_window(w: Words, s: Stretch) -> Range:
    """Return the article's own words from the closing mark to the end of the sentence or the next stretch."""
    a = w.at(s.close)
    b = a
    if s.final:
        return a, a
    while b < len(w) and b - a < _REACH and w.block[b] == s.block and w.quoted[b] < 0:
        if _ends(w, b):
            break
        b += 1
    return a, b


def left_window(w: Words, s: Stretch) -> Range:
    """Return the article's own words from the start of the sentence or the end of the stretch before to the opening mark."""
    b = w.before(s.open)
    a = b
    while a > 0 and b - a < _REACH and w.block[a - 1] == s.block and w.quoted[a - 1] < 0:
        if _ends(w, a - 1):
            break
        a -= 1
    while a < b and (w.pos[a] == "PUNCT" and w.text[a] not in {"(", "["} or not w.text[a].strip()):
        a += 1
    return a, b


def lead_in(w: Words, s: Stretch) -> Range:
    """Return the left window; at the start of a paragraph the end of the one before, when it leads on with a colon."""
    a, b = left_window(w, s)
    if a < b:
        return a, b
    i = b - 1
    while i >= 0 and not w.text[i].strip():
        i -= 1
    if i <= 0 or w.block[i] == s.block or w.block[i] < s.block - 1 or w.text[i] not in {":", ","}:
        return a, b
    a, b = i, i + 1
    while (
        a > 0
        and b - a < _REACH
        and w.block[a - 1] == w.block[i]
        and w.quoted[a - 1] < 0
        and w.text[a - 1] not in _ENDERS
    ):
        a -= 1
    return a, b


def _cue_at(w: Words, i: int, frames: dict[int, Frame]) -> Frame | None:
    """Return the frame at `i`; next to a quotation a known verb form is one even where its tag is wrong."""
    f = frames.get(i)
    if f is not None or w.quoted[i] >= 0:
        return f
    lemma = cues.forms().get(w.low[i])
    if lemma is None:
        return None
    entry = cues.verbs()[lemma]
    return Frame(i, (i, i + 1), lemma, entry, entry.stance("quote", "clause"))


def after(w: Words, s: Stretch, frames: dict[int, Frame], ends_open: bool) -> Credit | None:
    """Return the credit that follows a stretch: "…," X said · "…," said X · "…," according to X · "…" —X."""
    a, b = right_window(w, s)
    if not ends_open and left_window(w, s)[0] < left_window(w, s)[1]:
        return None
    dash = a < b and w.text[a] in {"-", "–", "—", "--"}
    while a < b and (w.text[a] in _SOFT or w.pos[a] == "PUNCT" or not w.text[a].strip()):
        a += 1
    if a >= b:
        return None
    return (
        _source_after(w, a, frames)
        or _inverted(w, a, b, frames, ends_open)
        or _subject_then_cue(w, a, b, frames, ends_open)
        or (_signature(w, a, b) if dash else None)
    )


def _source_after(w: Words, a: int, frames: dict[int, Frame]) -> Credit | None:
    f = frames.get(a)
    if f is not None and f.takes is None:
        return _credit("according-to", f)
    return None


def _credit(rule: str, f: Frame, who: list[Range] | None = None) -> Credit:
    return Credit(rule, who if who is not None else f.speakers, f, f.cue, f.lemma, f.via)


def _inverted(w: Words, a: int, b: int, frames: dict[int, Frame], ends_open: bool) -> Credit | None:
    i = a
    while i < b and w.pos[i] == "ADV":
        i += 1
    f = _cue_at(w, i, frames) if i < b else None
    if (
        f is None
        or f.takes is None
        or i + 1 >= b
        or w.tag[i] in {"VBG", "VB"}
        or not ends_open
        and "quote" not in f.takes.takes
    ):
        return None
    j = i + 1
    if not _starts_phrase(w, j):
        return None
    who = speakers.phrase_after(w, j, b)
    if who is None:
        return None
    inside = [x for x in f.speakers if x[0] >= j and x[0] < who[1] + 1]
    return _credit("quote-cue-speaker", f, _split(w, who, f, j)) if inside or f.head < j or True else None


def _split(w: Words, who: Range, f: Frame, low: int) -> list[Range]:
    """Prefer the parse's own speakers when they begin in the same place as the phrase that was read."""
    if (
        f.speakers
        and f.speakers[0][0] == who[0]
        and f.head >= low
        and (len(f.speakers) > 1 or f.speakers[0][1] >= who[1])
    ):
        return f.speakers
    for i in range(who[0], who[1]):
        if w.low[i] in nouns("documents") and i + 1 == who[1]:
            return speakers.credited(w, i)[0] if w.left[i] >= who[0] else [who]
    return [who]


def _starts_phrase(w: Words, j: int) -> bool:
    return w.tag[j] in {"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP"} and w.low[j] not in {
        "that",
        "this",
    }


def _subject_then_cue(w: Words, a: int, b: int, frames: dict[int, Frame], ends_open: bool) -> Credit | None:
    start = a
    while start < b and (w.pos[start] in {"ADV", "CCONJ", "SCONJ"} or w.text[start] == ","):
        start += 1
    if start >= b or not _starts_phrase(w, start) and w.tag[start] not in {"PRP", "EX", "PDT", "VBN", "VBG"}:
        return None
    for i in range(start + 1, min(b, start + 40)):
        f = _cue_at(w, i, frames)
        if f is None and w.pos[i] == "VERB" and w.dep[i] == "ccomp" and w.tag[i] == "VBP" and _noun_like(w, i):
            continue
        if w.pos[i] != "VERB" and w.tag[i] not in _FINITE and (f is None or i + 1 < b and w.pos[i + 1] != "PUNCT"):
            continue
        if f is None and w.pos[i] == "AUX" and any(w.pos[x] == "VERB" for x in range(i + 1, min(b, i + 4))):
            continue
        who = _speakers_at(w, i, start, f)
        if who is None:
            continue
        light = _light_verb(w, i, b, frames) if f is None else None
        if light is not None:
            return _credit("quote-speaker-cue", light, who)
        if f is not None and f.takes is not None and ("quote" in f.takes.takes or ends_open) and not f.unreal:
            hit = _credit("quote-speaker-cue", f, who)
            if who is not f.speakers and len(who) == 1:
                hit.speakers, documents = speakers.owned(w, who[0])
                hit.via = [*f.via, *documents]
            return hit
        if f is None and ends_open and w.tag[i] in _FINITE and w.lemma[i] not in {"be", "have", "do"}:
            return _quoting(w, i, b, frames) or _manner(w, i, who)
        if w.tag[i] in _FINITE:
            return _quoting(w, i, b, frames)
    return None


def _noun_like(w: Words, i: int) -> bool:
    """A noun between names that the tagger took for a verb ("Caloundra coach Geoff Ingram said")."""
    return i + 1 < len(w) and w.tag[i + 1] in {"NNP", "NNPS"} and w.tag[i - 1] in {"NNP", "NN", "JJ"}


def _light_verb(w: Words, i: int, b: int, frames: dict[int, Frame]) -> Frame | None:
    """Went on to say, continued to argue, was quick to add: the frame of the infinitive."""
    for j in range(i + 2, min(b, i + 5)):
        f = frames.get(j)
        if f is not None and w.tag[j] == "VB" and w.low[j - 1] == "to" and not f.unreal:
            return f
    return None


def _quoting(w: Words, i: int, b: int, frames: dict[int, Frame]) -> Credit | None:
    """The agency quoted the minister as saying."""
    for j in range(i + 1, min(b, i + 25)):
        f = frames.get(j)
        if f is not None and w.tag[j] == "VBG" and w.low[j - 1] == "as" and f.speakers:
            return _credit("quoted-as-saying", f)
    return None


def _manner(w: Words, i: int, who: list[Range]) -> Credit | None:
    return (
        Credit("quote-speaker-manner", who, None, (i, i + 1), w.lemma[i])
        if speakers.animate(w, who[0][1] - 1)
        else None
    )


def _speakers_at(w: Words, verb: int, start: int, f: Frame | None) -> list[Range] | None:
    """Return the speakers whose phrase begins at `start` and who do `verb`, by the parse or else by the tags."""
    if f is not None and f.speakers and f.head < verb:
        first = f.speakers[0][0]
        if (
            first == start
            or w.left[f.head] == start
            or first > start
            and all(w.pos[x] in {"ADV", "DET", "PUNCT"} for x in range(start, first))
        ):
            return f.speakers
    who = speakers.phrase_before(w, verb, start)
    return [who] if who is not None and who[0] == start else None


def _signature(w: Words, a: int, b: int) -> Credit | None:
    """A name after a dash ends the paragraph: "…" —Name."""
    names = [i for i in range(a, b) if w.tag[i] in {"NNP", "NNPS"}]
    if not names or names[0] != a or any(w.tag[i] in _FINITE for i in range(a, b)):
        return None
    if b < len(w) and w.block[b] == w.block[a] and w.text[b] not in _ENDERS:
        return None
    end = a
    while end < b and w.tag[end] in {"NNP", "NNPS", "HYPH"}:
        end += 1
    return Credit("signature", [(a, end)])


def before(w: Words, s: Stretch, frames: dict[int, Frame]) -> Credit | None:
    """Return the credit that leads to a stretch: X said: "…" · X, who was there, told Y, "…" · X praised Y: "…"."""
    a, b = lead_in(w, s)
    end = b
    while end > a and (w.pos[end - 1] == "PUNCT" or not w.text[end - 1].strip()):
        end -= 1
    marks = {w.text[i] for i in range(end, b)}
    colon, comma = ":" in marks, "," in marks
    that = end > a and w.low[end - 1] == "that" and not colon
    if that:
        end -= 1
    if end <= a:
        return None
    if colon and (hit := _transcript(w, a, end, s)) is not None:
        return hit
    i = _last_cue(w, a, end, frames)
    if i >= 0:
        f = frames[i]
        if _leads(w, i, end, colon, comma or that, f):
            return _credit("colon" if colon else "cue-quote", f, _lead_speakers(w, i, a, f))
        if colon:
            first = next(
                (frames[j] for j in range(a, i + 1) if j in frames and frames[j].takes and frames[j].speakers), None
            )
            return Credit("colon", first.speakers) if first is not None else None
    if colon:
        return _colon(w, a, end)
    f2 = next((frames[j] for j in range(a, end) if j in frames and frames[j].takes is None), None)
    if (
        f2 is not None
        and comma
        and w.right[f2.cue[1] - 1] <= end
        and not any(w.tag[x] in _FINITE for x in range(a, end))
    ):
        return _credit("according-to", f2)
    return None


def _lead_speakers(w: Words, i: int, a: int, f: Frame) -> list[Range]:
    if f.speakers or f.passive:
        return f.speakers
    who = speakers.phrase_before(w, i, a)
    return [who] if who else []


def _last_cue(w: Words, a: int, end: int, frames: dict[int, Frame]) -> int:
    for i in range(end - 1, a - 1, -1):
        f = frames.get(i)
        if f is not None and f.takes is not None and "quote" in f.takes.takes and not f.unreal:
            return i
    return -1


def _leads(w: Words, i: int, end: int, colon: bool, comma: bool, f: Frame) -> bool:
    """Whether what stands between the cue at `i` and the mark is light enough for the quote to be what was said."""
    tail = range(i + 1, end)
    if any(w.tag[x] in _FINITE or w.tag[x] == "MD" for x in tail):
        return False
    if (
        not colon
        and not comma
        and len(tail)
        and (w.low[end - 1] in _NAMING or w.dep[end - 1] == "dobj" and "someone" not in f.takes.takes)
    ):  # type: ignore[union-attr]
        return False
    if (
        len(tail) == 1
        and w.tag[i + 1] == "VBG"
        and w.lemma[i + 1] in {"think", "realize", "realise", "say", "wonder", "ask", "feel"}
    ):
        return True
    if any(w.low[x] == "that" for x in tail):
        return False
    if (
        not colon
        and not comma
        and (
            w.dep[end - 1] in {"nsubj", "nsubjpass"}
            and w.head[end - 1] > end
            or w.low[end - 1] in _SUBJECT_PRONOUNS
            and len(tail)
        )
    ):
        return False
    if len(tail) > (25 if colon or comma else 14):
        return False
    if colon or comma or not len(tail):
        return True
    if w.low[end - 1] == "with" and f.lemma in {
        "respond",
        "reply",
        "answer",
        "counter",
        "conclude",
        "begin",
        "open",
        "end",
        "retort",
    }:
        return True
    return w.tag[end - 1] not in {"IN", "DT", "PRP$", "TO", "JJ", "VB", "VBG", "VBN", "CC", "RP"} or w.low[end - 1] in {
        "out"
    }


def _transcript(w: Words, a: int, end: int, s: Stretch) -> Credit | None:
    """NAME: "…" at the start of a paragraph."""
    if end - a > 6 or (a > 0 and w.block[a - 1] == s.block):
        return None
    if all(w.tag[i] in {"NNP", "NNPS"} or w.text[i].isupper() for i in range(a, end)):
        return Credit("transcript", [(a, end)])
    return None


def _colon(w: Words, a: int, end: int) -> Credit | None:
    """X praised Y on social media: "…": the subject of the sentence speaks."""
    if w.low[end - 1] in {"including", "include", "as", "follows"}:
        return None
    for i in range(a, end):
        if w.tag[i] in _FINITE and w.quoted[i] < 0:
            who = speakers.doer(w, i)
            if who >= a and w.tag[who] not in {"EX", "WDT"} and w.low[who] not in {"it", "this", "that", "there"}:
                return Credit("colon", speakers.credited(w, who)[0])
    return None
