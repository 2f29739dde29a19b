"""Where reported content begins and ends: mends what the parse gets wrong, cuts off the article's own voice."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.tokens import FINITE, Range, Tokens
from newsclaim.extraction.quotes import clauses
from newsclaim.extraction.quotes.credit import finite_in
from newsclaim.extraction.quotes.cuts import cut
from newsclaim.extraction.quotes.search import Search
from newsclaim.lexicon import words

_EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "...", "…"})
_BREAKS = frozenset({",", ";", "—", "–"})
#: No content begins with one: the parser has cut a phrase in brackets in two.
_CLOSING = frozenset({")", "]"})
_MARKS = frozenset({"'", "’", '"', "”", "''"})
_PHRASE_STARTS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP$", "JJ"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
#: What can only begin a phrase of its own behind a noun.
_NEW_PHRASE = frozenset({"DT", "PRP", "PRP$", "EX"})
#: A relative clause of so many tokens is cut even where it is longer than what stands before it.
_SHORT_ASIDE = 9


def trimmed(w: Tokens, content: Range, *, goes_on: bool = False) -> Range:
    """Return the range without "that", or "and" where it goes on, at its beginning and punctuation at its edges."""
    a, b = content
    if goes_on and a + 1 < b and w.low[a] in listed("coordinators"):
        a += 1
    a += a + 1 < b and w.low[a] in listed("only") and w.low[a + 1] == "that"
    while a < b and (w.text[a] in _EDGE or (w.low[a] == "that" and _conjunction(w, a))):
        a += 1
    while b > a and (w.text[b - 1] in _EDGE or w.low[b - 1] in listed("ragged") or not w.text[b - 1].strip()):
        b -= 1
    return a, b


def _conjunction(w: Tokens, i: int) -> bool:
    """Whether "that" opens a clause and does not point at a noun or stand for one."""
    if w.tag[i] in {"IN", "WDT"} or w.dep[i] == "mark" or (w.text[i + 2 : i + 3] == [","] and w.tag[i + 1] == "NN"):
        return True
    if w.tag[i] == "DT" and w.tag[i - 1] in _NOUNS:
        return True
    return i + 1 < len(w) and w.tag[i + 1] in {"MD", "PRP", "DT", "NNP", "PRP$", "EX"} and w.dep[i] != "nsubj"


def one_block(w: Tokens, content: Range, block: int) -> Range:
    """Return the part of the range that lies in the block."""
    a, b = content
    while a < b and w.block[a] != block:
        a += 1
    while b > a and w.block[b - 1] != block:
        b -= 1
    return a, b


def one_sentence(search: Search, content: Range) -> Range:
    """Return the range up to the first quoted part that ends its sentence, where the splitter has missed the end."""
    a, b = content
    i = a
    while i < b:
        mark = search.marks[search.w.quoted[i]] if search.w.quoted[i] >= 0 else None
        if mark is not None and mark.final:
            return a, min(b, search.w.at(mark.close))
        i = search.w.at(mark.close) if mark is not None else i + 1
    return content


def own_voice(search: Search, content: Range) -> Range:
    """Cut a closing ", which …", ", a move that …", ", marking …" that belongs to the article."""
    w = search.w
    a, b = content
    for i in range(a + 4, b):
        if w.text[i - 1] in _BREAKS and w.quoted[i - 1] < 0 and _adds(search, i, a, b):
            return a, i - 1
    return content


def _adds(search: Search, i: int, a: int, b: int) -> bool:
    """Whether the article adds something in its own voice from token `i` to the end of the content."""
    w = search.w
    if w.text[i - 1] == "," and w.low[i] in listed("relatives"):
        reported = any(x in search.frames for x in range(i + 1, min(i + 4, b)))
        return reported or (w.right[w.head[i]] >= b - 2 and b - i < max(i - a, _SHORT_ASIDE))
    if w.text[i - 1] == "," and w.low[i] == "in" and w.low[i + 1 : i + 2] == ["what"]:
        return True
    if w.text[i - 1] == "," and w.low[i] in listed("comments"):
        return w.right[i] >= b - 2
    noun = i + 2 if i + 2 < b and w.tag[i + 1] == "JJ" else i + 1
    return w.low[i] in listed("articles") and noun < b and w.low[noun] in listed("resumes")


def extended(search: Search, f: Frame, content: Range) -> Range:
    """Return the content with the edges mended that the parse gets wrong."""
    a, b = content
    stop = search.sentence_end(f.verb)
    if search.w.tag[a] in FINITE and f.cue[1] < a:
        a = f.cue[1]
    a = _after_citing(search.w, _after_listener(f, _from_cue(search.w, f, a), b), b)
    a = _after_when(search.w, _after_where(search.w, f, a, b), b)
    if search.w.low[a] in listed("later") and a == f.cue[1]:
        a += 1
    b = min(b, a + 2 * (stop - f.verb) + _SHORT_ASIDE)
    b = _after_condition(search, a, _parallel_verb(search, a, b, stop), stop)
    b = stop if finite_in(search.w, a, b) and _and_that(search.w, b, stop) else b
    if b < stop and (search.w.low[b - 1] in listed("open_ends") or _cut_quote(search, b) or _cut_phrase(search.w, b)):
        b = stop
    b = stop if _half_begun(search.w, a, b) else b
    b = _before_colon(search.w, a, b)
    b = cut(search, f, (a, b))[1]
    b = _over_hyphen(search.w, b, stop)
    return a, _apposed_quote(search, clauses.goes_on(search, f, a, b, stop), stop)


def _from_cue(w: Tokens, f: Frame, a: int) -> int:
    """Begin right behind a verb that has no listener, where the parser has cut the subject of the clause in two."""
    first = f.cue[1]
    if w.text[a] in _CLOSING:
        return first
    plain = f.lemma in listed("plain_verbs") and f.takes is not None and "someone" not in f.takes.takes
    if not first < a or not plain or w.tag[first] not in _PHRASE_STARTS:
        return a
    apart = any(w.pos[i] == "PUNCT" or w.low[i] == "that" or w.ent[i] in {"DATE", "TIME"} for i in range(first, a))
    apart = apart or w.low[a] == "that"
    return a if apart or w.quoted[first] >= 0 else first


def _after_listener(f: Frame, a: int, b: int) -> int:
    """Leave out the outlet that was told it, where the parser has joined it to the clause: "told Reuters arson …"."""
    return max([a, *(end for start, end in f.via if f.cue[1] <= start <= a < end < b)])


def _after_citing(w: Tokens, a: int, b: int) -> int:
    """Leave out on whom it rests: "reported, citing two officials, there were …"."""
    if w.low[a] not in listed("citing"):
        return a
    return next((i + 1 for i in range(a + 1, b) if w.text[i] == ","), a)


def _after_where(w: Tokens, f: Frame, a: int, b: int) -> int:
    """Leave out where it was said: "said at a press conference in Ledra the plant was safe"."""
    noun = w.child(a, "pobj") if a == f.cue[1] and w.low[a] in listed("aside_prepositions") else -1
    if not a < noun < b - 3 or w.lemma[noun] not in listed("occasions") | listed("venues"):
        return a
    return next((i for i in range(noun + 1, b - 2) if w.tag[i] in _NEW_PHRASE and w.tag[i - 1] in _NOUNS), a)


def _after_when(w: Tokens, a: int, b: int) -> int:
    """Leave out when it was said: "told the crowd on Friday she would run", "said last week the plant was safe"."""
    i = a + 1 if w.low[a] == "on" else a
    if w.low[a - 1] == "that" or i + 3 >= b:
        return a
    if w.low[i] in words("phrases", "weekdays"):
        i += 2 if w.low[i + 1] in listed("day_parts") else 1
    elif w.low[i] in listed("this_or_last") and w.low[i + 1] in listed("time_nouns") | words("phrases", "weekdays"):
        i += 2
    else:
        return a
    return i if w.text[i] != "," and w.tag[i] != "POS" and w.tag[i] not in FINITE else a


def _parallel_verb(search: Search, a: int, b: int, stop: int) -> int:
    """Go on with "… but had recently had a cold", when the clause before has the same auxiliary ("she had been")."""
    w = search.w
    joiner = b
    while joiner < stop and (w.text[joiner] == "," or w.pos[joiner] == "PUNCT"):
        joiner += 1
    if joiner + 2 >= stop or w.low[joiner] not in listed("before_verbs"):
        return b
    auxiliary = joiner + 1
    same = w.pos[auxiliary] == "AUX" and any(w.low[i] == w.low[auxiliary] and w.pos[i] == "AUX" for i in range(a, b))
    return w.right[w.head[auxiliary]] + 1 if same and auxiliary < w.head[auxiliary] < stop else b


def _and_that(w: Tokens, b: int, stop: int) -> bool:
    """Whether a second clause follows: "… , but that her deputy might"."""
    i = b + 1 if b < stop and w.text[b] == "," else b
    return i + 2 < stop and w.low[i] in listed("coordinators") and w.low[i + 1] == "that" and w.tag[i + 1] == "IN"


def _after_condition(search: Search, a: int, b: int, stop: int) -> int:
    """A clause that is only a condition ("should they attack, …") goes on to the end of its sentence."""
    w = search.w
    first = a + 1 if w.low[a] == "that" else a
    while first < b and w.text[first] == ",":
        first += 1
    if not first < b < stop or w.text[b] != "," or w.low[first] not in listed("conditions"):
        return b
    return b if any(w.text[i] == "," for i in range(first, b)) else stop


def _before_colon(w: Tokens, a: int, b: int) -> int:
    """Cut before a colon that leads to a quotation of its own."""
    for i in range(a + 2, b - 2):
        if w.text[i] == ":" and w.quoted[i] < 0 <= w.quoted[i + 2] and w.quoted[i + 1] < 0:
            return i
    return b


def _cut_phrase(w: Tokens, b: int) -> bool:
    """Whether the parse ended the content too early: a noun, a finite verb or a reason follows at once."""
    if w.low[b] in listed("cut_clauses"):
        return True
    broken = w.tag[b] in {"NN", "NNS", "NNP", "NNPS"} | FINITE and w.ent[b] not in {"DATE", "TIME"}
    return broken and w.quoted[b] < 0 and w.tag[b - 1] not in {"CC", ",", "."}


def _half_begun(w: Tokens, a: int, b: int) -> bool:
    """Whether the content ends inside a second half that has no verb yet: "… but, over water, | it slowed down"."""
    joiner = next((i for i in range(b - 1, a, -1) if w.low[i] in listed("coordinators")), a)
    opened = a < joiner and w.text[joiner + 1 : joiner + 2] == [","] and w.text[b : b + 1] == [","]
    return opened and not finite_in(w, joiner, b)


def _cut_quote(search: Search, b: int) -> bool:
    """Whether the parse ended the content at quoted words that the sentence goes on from ("he 'can' and 'may' …")."""
    w, i = search.w, b
    while i < len(w) and w.quoted[i] < 0 and w.text[i] in _MARKS:
        i += 1
    n = w.quoted[b - 1]
    if i == b or i >= len(w) or n < 0 or search.marks[n].end - search.marks[n].start > 40:
        return False
    return w.pos[i] not in {"PUNCT", "SPACE"} and not search.marks[n].final


def _over_hyphen(w: Tokens, b: int, stop: int) -> int:
    while b + 1 < stop and w.text[b] == "-" and w.start[b] == w.end[b - 1] and w.start[b + 1] == w.end[b]:
        b += 2
    return b


def _apposed_quote(search: Search, b: int, stop: int) -> int:
    """Described him as a man, "facing …": an open stretch right after a comma belongs to the content."""
    w = search.w
    if b + 2 >= stop or w.text[b] != "," or w.quoted[b + 2] < 0 or w.quoted[b + 1] >= 0:
        return b
    n = w.quoted[b + 2]
    return b if n in search.credit else w.before(search.marks[n].end)
