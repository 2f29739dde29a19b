"""The credit that follows a stretch: "…," X said · "…," said X · "…," according to X · "…" —X.

Works on the words around the stretch, not on the parse of the stretch, which is often wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.extraction.attribution import apposition, cues, speakers
from newsclaim.extraction.attribution.acts import tells_nothing
from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import tagged
from newsclaim.extraction.page.people import animate, stands_for_person
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.tokens import PRESENT_OR_PAST, Range, Tokens, past
from newsclaim.extraction.quotes import credit
from newsclaim.extraction.quotes.credit import Credit, framed
from newsclaim.extraction.quotes.search import Search
from newsclaim.extraction.quotes.signature import signature
from newsclaim.lexicon import words
from newsclaim.names.titles import is_office

#: Ends of what a quotation has inside its marks that an attribution may follow.
_OPEN = frozenset({",", "!", "?"})
_DASHES = frozenset({"-", "–", "—", "--"})
_PHRASE_STARTS = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP"})
#: An attribution that is a sentence of its own has at most so many tokens.
_LONGEST = 8
_SUBJECT_STARTS = _PHRASE_STARTS | {"EX", "PDT", "VBN", "VBG"}


@dataclass(frozen=True, slots=True)
class _Side:
    """The words after a stretch.

    `open` when the stretch ends with a comma, ? or !, as before an attribution; `inside` when words stand before it.
    """

    w: Tokens
    a: int
    b: int
    frames: dict[int, Frame]
    open: bool
    inside: bool


def after(search: Search, s: Stretch) -> Credit | None:
    """Return the credit that the words after the stretch give."""
    w = search.w
    a, b = credit.right_window(w, s)
    if _goes_on_with_that(w, a):
        return None
    ends_open = search.ends_open(s)
    if s.final:
        return _own_sentence(search, s)
    if not ends_open and _embedded(w, s):
        return _right_behind(search, (a, b))
    first = next((x for x in range(a, b) if not _between(w, x)), b)
    if first >= b:
        return None
    side = _Side(w, first, b, search.frames, ends_open, _embedded(w, s))
    signed = w.text[a] in _DASHES or (w.text[a] == ":" and search.in_title(a))
    found = _source(side) or _inverted(side) or _subject_first(side)
    return found or (signature(w, side.a, side.b) if signed else None)


def _goes_on_with_that(w: Tokens, a: int) -> bool:
    """Whether a clause follows that is reported: "…" and that she would; "Winter Light" actor Holt said that …."""
    return w.low[a : a + 1] == ["that"] or (w.low[a + 1 : a + 2] == ["that"] and w.low[a] in listed("coordinators"))


def _between(w: Tokens, x: int) -> bool:
    """Whether the token only stands between the stretch and the words after it."""
    return w.pos[x] == "PUNCT" or w.text[x] in _DASHES or not w.text[x].strip()


def _own_sentence(search: Search, s: Stretch) -> Credit | None:
    """Read: "…." X said. An attribution set off by a full stop is nothing but name and verb."""
    w = search.w
    a, b = _sentence_behind(w, s)
    f = search.frames.get(b - 1)
    if b - a < 2 or f is None or f.takes is None or "quote" not in f.takes.takes:
        return None
    who = tagged.phrase_before(w, b - 1, a)
    return framed("quote-speaker-cue", f, apposition.named(w, [who])) if who is not None and who[0] == a else None


def _right_behind(search: Search, behind: Range) -> Credit | None:
    """Read: It was "a bad idea" the official said. A comma was left out before nothing but name and verb."""
    w, (a, b) = search.w, behind
    f = search.frames.get(b - 1)
    if b - a < 2 or f is None or f.lemma not in listed("inverting") or w.tag[b - 1] not in PRESENT_OR_PAST:
        return None
    who = tagged.phrase_before(w, b - 1, a)
    return framed("quote-speaker-cue", f, apposition.named(w, [who])) if who is not None and who[0] == a else None


def _sentence_behind(w: Tokens, s: Stretch) -> Range:
    """Return the words of the sentence behind a stretch; none where it is longer than an attribution or has quotes."""
    a = b = w.at(s.close)
    while _goes_on(w, s, b) and b - a < _LONGEST and w.quoted[b] < 0:
        b += 1
    if _goes_on(w, s, b):
        return b, b
    a = past(a, b, lambda a: w.pos[a] in {"PUNCT", "SPACE"})
    return a, b


def _goes_on(w: Tokens, s: Stretch, i: int) -> bool:
    """Whether the sentence behind a stretch has not ended before `i`."""
    return i < len(w) and w.block[i] == s.block and w.text[i] not in credit.ENDERS


def _embedded(w: Tokens, s: Stretch) -> bool:
    a, b = credit.left_window(w, s)
    return a < b


def _source(side: _Side) -> Credit | None:
    """Read: "…," according to X."""
    f = side.frames.get(side.a)
    return framed("according-to", f) if f is not None and f.takes is None else None


def _inverted(side: _Side) -> Credit | None:
    """Read: "…," said X."""
    w, i = side.w, side.a
    i = past(i, side.b, lambda i: w.pos[i] == "ADV")
    if i + 1 >= side.b or w.tag[i] == "VBG" or _base(w, i) or not _starts_phrase(w, i + 1):
        return None
    f = _cue_at(side, i)
    if f is None or not _may_quote(side, f) or f.lemma in listed("telling"):
        return None  # "…," -Lund told Radio Selin: who tells it stands before
    who = tagged.phrase_after(w, i + 1, side.b)
    if who is None or (w.low[who[0]] in listed("this_or_last") and w.ent[who[0]] in {"DATE", "TIME"}):
        return None
    return framed("quote-cue-speaker", f, _best(w, who, f))


def _base(w: Tokens, i: int) -> bool:
    """Whether the verb is no past form: "…," read a statement."""
    return w.tag[i] == "VB" and w.low[i] not in cues.forms()


def _may_quote(side: _Side, f: Frame) -> bool:
    return f.takes is not None and (side.open or "quote" in f.takes.takes)


def _starts_phrase(w: Tokens, i: int) -> bool:
    return tagged.given_name(w, i) or (w.tag[i] in _PHRASE_STARTS and w.low[i] not in listed("demonstratives"))


def _cue_at(side: _Side, i: int) -> Frame | None:
    """Return the frame at `i`; next to a quotation a known verb form is one even where its tag is wrong."""
    f = side.frames.get(i)
    lemma = None if f is not None or side.w.quoted[i] >= 0 else cues.forms().get(side.w.low[i])
    if lemma is None or tells_nothing(side.w, i):
        return f
    entry = cues.verbs()[lemma]
    return Frame(i, (i, i + 1), lemma, entry, entry.stance("quote", "clause"))


def _best(w: Tokens, who: Range, f: Frame) -> tuple[Range, ...]:
    """Prefer the parse's own speakers when they begin where the phrase does and are not shorter."""
    if f.speakers and f.speakers[0][0] == who[0] and (len(f.speakers) > 1 or f.speakers[0][1] >= who[1]):
        return f.speakers
    last = who[1] - 1
    if w.low[last] in words("nouns", "documents") and w.left[last] >= who[0]:
        return tuple(speakers.credited(w, last)[0])
    return apposition.named(w, [who])


def _subject_first(side: _Side) -> Credit | None:
    """Read: "…," X said. Its verb is the first one whose subject begins where the words after the stretch begin."""
    w, start = side.w, side.a
    start = past(start, side.b, lambda start: w.pos[start] in {"ADV", "CCONJ", "SCONJ"} or w.text[start] == ",")
    opens = start < side.b and (w.tag[start] in _SUBJECT_STARTS or w.ent[start] == "PERSON" or _office(w, start))
    if not opens or w.low[start] in listed("demonstratives"):
        return None
    for i in range(start + 1, min(side.b, start + 40)):
        f = _cue_at(side, i)
        if not _is_verb(side, i, f):
            continue
        who = _speakers_at(w, i, start, f)
        if who is None:
            continue
        if f is not None or w.tag[i] in PRESENT_OR_PAST:
            return _said(side, i, f, who)
    return None


def _office(w: Tokens, i: int) -> bool:
    """Whether what somebody is, or a small word of the name, was taken for a verb: "…," warden Ana Ruiz said."""
    if tagged.particle(w, i):
        return True
    named = w.tag[i].startswith("VB") and w.tag[i + 1 : i + 2] == ["NNP"]
    return named and (is_office(w.text[i]) or stands_for_person(w.low[i]))


def _is_verb(side: _Side, i: int, f: Frame | None) -> bool:
    """Whether the token at `i` may be the verb of the attribution, and no auxiliary of one and no noun in disguise."""
    w = side.w
    if w.tag[i - 1] == "WP" or (w.tag[i] == "VBG" and w.child(i, "aux") < 0 and w.low[i - 1] != "as"):
        return False  # "the abbot, who refused to give his name, told Channel Nine"; "…, the council recommending …"
    if f is not None and w.pos[i] != "VERB" and w.tag[i] not in PRESENT_OR_PAST:
        return i + 1 >= side.b or w.pos[i + 1] == "PUNCT"
    return not (f is None and _disguised(side, i)) and (w.pos[i] == "VERB" or w.tag[i] in PRESENT_OR_PAST)


def _disguised(side: _Side, i: int) -> bool:
    """Whether the token is an auxiliary of a verb behind it, or a noun between names that was taken for a verb."""
    w = side.w
    helps = w.pos[i] == "AUX" and any(w.pos[x] == "VERB" for x in range(i + 1, min(side.b, i + 4)))
    return helps or tagged.particle(w, i) or (w.tag[i] == "VBP" and w.dep[i] == "ccomp" and _between_names(w, i))


def _between_names(w: Tokens, i: int) -> bool:
    """A noun between names that the tagger took for a verb: "Ledra coach Rolf Maas said"."""
    return i + 1 < len(w) and w.tag[i + 1] in {"NNP", "NNPS"} and w.tag[i - 1] in {"NNP", "NN", "JJ"}


def _said(side: _Side, i: int, f: Frame | None, who: tuple[Range, ...]) -> Credit | None:
    light = _light_verb(side, i) if f is None else f
    if light is not None and (side.inside or not side.open) and _goes_on_with_that(side.w, light.cue[1]):
        return None
    if light is not None and _may_quote(side, light) and not light.unreal:
        return _owned(side.w, framed("quote-speaker-cue", light, who), light)
    if f is None and side.open and not tells_nothing(side.w, i) and side.w.lemma[i] not in listed("auxiliaries"):
        return _quoted_as(side, i) or _manner(side.w, i, who)
    return _quoted_as(side, i)


def _owned(w: Tokens, hit: Credit, f: Frame) -> Credit:
    """Let a document that was read by tags speak for its owner."""
    if hit.speakers is not f.speakers and len(hit.speakers) == 1:
        owners, documents = speakers.owned(w, hit.speakers[0])
        hit.speakers, hit.via = tuple(owners), (*hit.via, *documents)
    return hit


def _light_verb(side: _Side, i: int) -> Frame | None:
    """Went on to say, continued to argue, was quick to add: the frame of the infinitive."""
    for j in range(i + 2, min(side.b, i + 5)):
        f = side.frames.get(j)
        if f is not None and side.w.tag[j] == "VB" and side.w.low[j - 1] == "to":
            return f
    return None


def _quoted_as(side: _Side, i: int) -> Credit | None:
    """The agency quoted the minister as saying."""
    for j in range(i + 1, min(side.b, i + 25)):
        f = side.frames.get(j)
        if f is not None and side.w.tag[j] == "VBG" and side.w.low[j - 1] == "as" and f.speakers:
            return framed("quoted-as-saying", f)
    return None


def _manner(w: Tokens, i: int, who: tuple[Range, ...]) -> Credit | None:
    """A verb that no list has, by whoever can speak: "…," he snorted, he banged the table; not: she takes a picture."""
    thing = w.child(i, "dobj")
    before = range(max(0, who[0][0] - 3), who[0][0])
    done = w.tag[i] == "VBD" and any(w.text[k] in _OPEN and w.quoted[k] >= 0 for k in before)
    act = thing > i and not done and w.tag[w.left[thing]] not in {"PRP", "PRP$"}
    if act or not animate(w, who[0][1] - 1):
        return None
    return Credit("quote-speaker-manner", who, None, (i, i + 1), w.lemma[i])


def _speakers_at(w: Tokens, verb: int, start: int, f: Frame | None) -> tuple[Range, ...] | None:
    """Return the speakers whose phrase begins at `start` and who do `verb`, by the parse or else by the tags."""
    if f is not None and f.speakers and f.head < verb:
        first = f.speakers[0][0]
        between = range(start, first)
        light = bool(between) and all(w.pos[x] in {"ADV", "DET", "PUNCT"} for x in between)
        if first == start or w.left[f.head] == start or light:
            return f.speakers
    who = tagged.phrase_before(w, verb, start)
    if who is None:
        return None
    title = all(w.tag[x].startswith("NN") or _between_names(w, x) or _office(w, x) for x in range(start, who[0]))
    return apposition.named(w, [(start, who[1])]) if title else None
