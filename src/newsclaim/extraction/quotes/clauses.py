"""Whether a second clause behind "and" or "but" still belongs to what is reported: its tense tells."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.tokens import FINITE, Tokens
from newsclaim.extraction.quotes.search import Search

_SUBJECTS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "EX"})
#: The verb of a clause stands no farther from its beginning.
_REACH = 14


def occasion_at(w: Tokens, k: int) -> int:
    """Return the noun of where something is said or told that begins here ("in a letter"), -1 where none does."""
    opens = w.low[k] in listed("occasion_prepositions") and w.low[k + 1] in listed("indefinite")
    noun = w.child(k, "pobj") if opens else -1
    return noun if noun >= 0 and w.lemma[noun] in listed("occasions") else -1


def goes_on(search: Search, f: Frame, a: int, b: int, stop: int) -> int:
    """Return where the content ends when a clause in the same voice follows it: "… would close, and they could …"."""
    w = search.w
    joiner = b + 1 if b < stop and w.text[b] == "," else b
    verb = _second(search.w, joiner, stop)
    if verb < 0 or any(i in search.frames for i in range(joiner, min(stop, verb + 4))):
        return b
    if w.tag[joiner + 1] in {"PRP", "EX"} and joiner == b and w.low[joiner] != "but":
        return stop
    first, second = _tense(w, _finite(w, a, b)), _tense(w, verb)
    shifted = w.tag[f.verb] == "VBD" and (second == "would" or first == second == "present")
    return stop if shifted else b


def turns_away(search: Search, f: Frame, a: int, b: int) -> int:
    """Return where the content ends when a clause inside it is the article's: "… would not run | and N. has …"."""
    w = search.w
    if w.tag[f.verb] != "VBD":
        return b
    first = _tense(w, _finite(w, a, b))
    for joiner in range(a + 3, b - 2):
        comma = w.text[joiner - 1] == ","
        verb = _second(w, joiner, b) if w.low[joiner] in listed("coordinators") else -1
        second = _tense(w, verb)
        if (first in {"would", "past"} and second == "present") or (comma and first == "present" and second == "past"):
            return joiner - comma
    return b


def _second(w: Tokens, joiner: int, stop: int) -> int:
    """Return the verb of a clause with a subject of its own behind the joining word; -1 when there is none."""
    start = joiner + 1
    if joiner + 2 >= stop or w.low[joiner] not in listed("before_verbs") or w.tag[start] not in _SUBJECTS:
        return -1
    verb = _finite(w, start, min(stop, start + _REACH))
    return -1 if verb <= start or any(w.quoted[i] >= 0 or w.text[i] == "," for i in range(start, verb)) else verb


def _finite(w: Tokens, a: int, b: int) -> int:
    return next((i for i in range(a, b) if w.tag[i] in FINITE), -1)


def _tense(w: Tokens, verb: int) -> str:
    """Return "present", "past" or "would" for a finite verb or auxiliary."""
    if verb < 0:
        return ""
    if w.tag[verb] == "MD":
        return "would" if w.low[verb] in listed("shifted") else "present"
    return "past" if w.tag[verb] == "VBD" else "present"
