"""Where reported content begins: steps that mend the edge which the parse gives, in their order, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.tokens import FINITE, Tokens
from newsclaim.extraction.quotes.search import Search
from newsclaim.extraction.quotes.works import is_title
from newsclaim.lexicon import words

_PHRASE_STARTS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP$", "JJ"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
#: What can only begin a phrase of its own behind a noun.
_NEW_PHRASE = frozenset({"DT", "PRP", "PRP$", "EX"})
#: No content begins with one: the parser has cut a phrase in brackets in two.
_CLOSING = frozenset({")", "]"})


def begin(search: Search, f: Frame, a: int, b: int) -> int:
    """Return where the content from `a` to `b` begins."""
    for step in STARTS.values():
        a = step(search, f, a, b)
    return a


def _before_verb(search: Search, f: Frame, a: int, _b: int) -> int:
    """Begin right behind the cue, where the content would begin with its verb: its subject was cut off."""
    return f.cue[1] if search.w.tag[a] in FINITE and f.cue[1] < a else a


def _before_bracket(search: Search, f: Frame, a: int, _b: int) -> int:
    """Begin right behind the cue, where the content would begin with a closing bracket."""
    return f.cue[1] if search.w.text[a] in _CLOSING else a


def _from_cue(search: Search, f: Frame, a: int, _b: int) -> int:
    """Begin right behind a verb that has no listener, where the parser has cut the subject of the clause in two."""
    w, first = search.w, f.cue[1]
    plain = f.lemma in listed("plain_verbs") and f.takes is not None and "someone" not in f.takes.takes
    if not first < a or not plain or w.tag[first] not in _PHRASE_STARTS:
        return a
    apart = any(w.pos[i] == "PUNCT" or w.low[i] == "that" or w.ent[i] in {"DATE", "TIME"} for i in range(first, a))
    apart = apart or w.low[a] == "that"
    return a if apart or w.quoted[first] >= 0 else first


def _after_listener(search: Search, f: Frame, a: int, b: int) -> int:
    """Leave out the outlet that was told it, where the parser has joined it to the clause: "told Reuters arson …"."""
    a = max([a, *(end for start, end in f.via if f.cue[1] <= start <= a < end < b)])
    told = f.takes is not None and "someone" in f.takes.takes and a == f.cue[1]
    return _past_listener(search.w, a, b) if told else a


def _past_listener(w: Tokens, a: int, b: int) -> int:
    """Return where the clause begins behind those who hear it: told | the court | Mr Holt had left."""
    noun = next((i for i in range(a, min(a + 4, b - 2)) if w.tag[i] in {"NN", "NNS"}), a)
    if noun + 1 >= b:
        return a  # nothing is said behind them
    anew = w.tag[noun + 1] in _NEW_PHRASE or (w.tag[noun + 1] == "NNP" and w.text[noun + 1].istitle())
    hears = w.lemma[noun] in listed("hearing") | words("nouns", "speakers", "bodies")
    return noun + 1 if anew and hears and w.tag[a] in {"DT", "PRP$", "NN", "NNS"} else a


def _after_citing(search: Search, _f: Frame, a: int, b: int) -> int:
    """Leave out on whom it rests: "reported, citing two officials, there were …"."""
    w = search.w
    return next((i + 1 for i in range(a + 1, b) if w.text[i] == ","), a) if w.low[a] in listed("citing") else a


def _after_where(search: Search, f: Frame, a: int, b: int) -> int:
    """Leave out where it was said: "said at a press conference in Ledra the plant was safe"."""
    w = search.w
    noun = w.child(a, "pobj") if a == f.cue[1] and w.low[a] in listed("aside_prepositions") else -1
    if not a < noun < b - 3 or w.lemma[noun].lower() not in listed("occasions", "venues"):
        return a
    return next((i for i in range(noun + 1, b - 2) if w.tag[i] in _NEW_PHRASE and w.tag[i - 1] in _NOUNS), a)


def _after_when(search: Search, _f: Frame, a: int, b: int) -> int:
    """Leave out when it was said: "told the crowd on Friday she would run", "said last week the plant was safe"."""
    w = search.w
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


def _after_title(search: Search, _f: Frame, a: int, b: int) -> int:
    """Leave out the programme on which it was said: said on Channel Nine's “Meet the Mayor” | that it was late."""
    w = search.w
    n = w.quoted[min(a + 1, b - 1)]
    if n < 0 or search.marks[n].start < w.start[a] - 1 or not is_title(search, search.marks[n]):
        return a
    behind = w.at(search.marks[n].close)
    return behind if behind < b and w.low[behind] == "that" else a


def _after_later(search: Search, f: Frame, a: int, _b: int) -> int:
    """Leave out an adverb of time: "said later the plant was safe"."""
    return a + 1 if search.w.low[a] in listed("later") and a == f.cue[1] else a


#: The steps in their order, by name.
STARTS: Mapping[str, Callable[[Search, Frame, int, int], int]] = {
    "verb": _before_verb,
    "bracket": _before_bracket,
    "cue": _from_cue,
    "listener": _after_listener,
    "citing": _after_citing,
    "title": _after_title,
    "where": _after_where,
    "when": _after_when,
    "later": _after_later,
}
