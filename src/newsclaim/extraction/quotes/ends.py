"""Where reported content ends: steps that mend the edge which the parse gives, in their order, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.tokens import FINITE, Tokens, finite_in, past
from newsclaim.extraction.quotes import clauses
from newsclaim.extraction.quotes.cuts import cut
from newsclaim.extraction.quotes.search import Search

_MARKS = frozenset({"'", "’", '"', "”", "''"})
#: So many tokens more than twice the rest of its sentence are the most that a content has.
_SPARE = 9
#: A longer quoted part is a sentence.
_SHORT = 40


def end(search: Search, f: Frame, a: int, b: int) -> int:
    """Return where the content from `a` to `b` ends."""
    stop = search.sentence_end(f.verb)
    b = min(b, a + 2 * (stop - f.verb) + _SPARE)
    for step in ENDS.values():
        b = step(search, f, a, b, stop)
    return b


def _after_condition(search: Search, _f: Frame, a: int, b: int, stop: int) -> int:
    """A clause that is only a condition ("should they attack, …") goes on to the end of its sentence."""
    w = search.w
    first = past(a + 1 if w.low[a] == "that" else a, b, lambda first: w.text[first] == ",")
    if not first < b < stop or w.text[b] != "," or w.low[first] not in listed("conditions"):
        return b
    return b if any(w.text[i] == "," for i in range(first, b)) else stop


def _and_that(search: Search, _f: Frame, a: int, b: int, stop: int) -> int:
    """Go on with a second clause: "… , but that her deputy might"."""
    w = search.w
    i = b + 1 if b < stop and w.text[b] == "," else b
    second = i + 2 < stop and w.low[i] in listed("coordinators") and w.low[i + 1] == "that" and w.tag[i + 1] == "IN"
    return stop if second and finite_in(w, a, b) else b


def _open_end(search: Search, _f: Frame, _a: int, b: int, stop: int) -> int:
    """Go on where the content would end with a joining word."""
    return stop if b < stop and search.w.low[b - 1] in listed("open_ends") else b


def _label_ends(w: Tokens, f: Frame, b: int) -> bool:
    """Whether a quoted label ends there and the sentence goes on around it: what he called “a joke” | has begun."""
    after = next((i for i in range(b, len(w)) if w.pos[i] != "PUNCT"), b - 1)
    return w.quoted[b - 1] >= 0 and w.low[f.low - 1] == "what" and w.tag[after] in FINITE


def _cut_quote(search: Search, f: Frame, _a: int, b: int, stop: int) -> int:
    """Go on where the parse ended at quoted words that the sentence goes on from ("he 'can' and 'may' …")."""
    w, i = search.w, b
    i = past(i, len(w), lambda i: w.quoted[i] < 0 and w.text[i] in _MARKS)
    n = w.quoted[b - 1]
    if i == b or i >= stop or n < 0 or _label_ends(w, f, b) or search.marks[n].end - search.marks[n].start > _SHORT:
        return b
    return stop if w.pos[i] not in {"PUNCT", "SPACE"} and not search.marks[n].final else b


def _reason(search: Search, f: Frame, a: int, b: int, stop: int) -> int:
    """Go on where a reason follows at once that the parser hung elsewhere: "… | because it was old".

    Not with that for withholding something: declined to confirm the visit | because of the strike.
    """
    if b >= stop or search.w.low[b] not in listed("cut_clauses"):
        return b
    because = search.w.low[b] == "because"
    return b if because and f.negated and not finite_in(search.w, a, b) else stop


def _cut_phrase(search: Search, f: Frame, _a: int, b: int, stop: int) -> int:
    """Go on where the parse ended too early: a noun or a finite verb follows at once."""
    w = search.w
    if b >= stop or _label_ends(w, f, b):
        return b
    broken = w.tag[b] in {"NN", "NNS", "NNP", "NNPS"} | FINITE and w.ent[b] not in {"DATE", "TIME"}
    return stop if broken and w.quoted[b] < 0 and w.tag[b - 1] not in {"CC", ",", "."} else b


def _half_begun(search: Search, _f: Frame, a: int, b: int, stop: int) -> int:
    """Go on where the content ends inside a second half without a verb: "… but, over water, | it slowed down"."""
    w = search.w
    joiner = next((i for i in range(b - 1, a, -1) if w.low[i] in listed("coordinators")), a)
    opened = a < joiner and w.text[joiner + 1 : joiner + 2] == [","] and w.text[b : b + 1] == [","]
    return stop if opened and not finite_in(w, joiner, b) else b


def _before_colon(search: Search, _f: Frame, a: int, b: int, _stop: int) -> int:
    """Cut before a colon that leads to a quotation of its own."""
    w = search.w
    colons = (i for i in range(a + 2, b - 2) if w.text[i] == ":" and w.quoted[i] < 0)
    return next((i for i in colons if w.quoted[i + 1] < 0 <= w.quoted[i + 2]), b)


def _cut(search: Search, f: Frame, a: int, b: int, _stop: int) -> int:
    """Cut where something else begins inside the content."""
    return cut(search, f, (a, b))[1]


def _apposed_quote(search: Search, f: Frame, _a: int, b: int, stop: int) -> int:
    """Described him as a man, "facing …": an open stretch right after a comma belongs to the content.

    Not the verb of a sentence behind its relative clause: the plan, which police say is old, | "must be dropped".
    """
    w = search.w
    if b + 2 >= stop or w.text[b] != "," or w.quoted[b + 2] < 0 or w.quoted[b + 1] >= 0:
        return b
    if w.tag[b + 2] in FINITE and w.tag[f.low - 1] in {"WDT", "WP"}:
        return b
    n = w.quoted[b + 2]
    return b if n in search.credit else w.before(search.marks[n].end)


#: The steps in their order, by name.
ENDS: Mapping[str, Callable[[Search, Frame, int, int, int], int]] = {
    "parallel-verb": clauses.parallel_verb,
    "condition": _after_condition,
    "and-that": _and_that,
    "open-end": _open_end,
    "cut-quote": _cut_quote,
    "reason": _reason,
    "cut-phrase": _cut_phrase,
    "half-begun": _half_begun,
    "second-share": clauses.second_share,
    "colon": _before_colon,
    "cuts": _cut,
    "second-clause": clauses.goes_on,
    "second-phrase": clauses.second_phrase,
    "quoted-half": clauses.quoted_half,
    "apposed-quote": _apposed_quote,
}
