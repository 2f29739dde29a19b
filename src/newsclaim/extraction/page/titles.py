"""Names of papers and programmes with a small word inside: the Mail on Sunday, Noon at One, Face the Harbour.

A day, an hour or a place behind a name looks the same; what is no known name is one only where the article says so.
"""

from __future__ import annotations

from functools import cache

from newsclaim.extraction.page.tokens import Range, Tokens, among, back, past
from newsclaim.lexicon import load, words

#: Words of a name before its small word, and behind it.
_LONGEST = 4


def titles(w: Tokens) -> list[Range]:
    """Return where such names stand, in text order and without overlap."""
    known = _known()
    starts = {k for k in among(w.text, known) if _first_of(w, k) == k}
    starts |= {_first_of(w, k) for k in among(w.low, ("on", "at"))}
    found: list[Range] = []
    for a in sorted(starts):
        b = title_end(w, a)
        if b > a and (not found or a >= found[-1][1]):
            found.append((a, b))
    return found


def title_end(w: Tokens, a: int) -> int:
    """Return the token behind the name with a small word that begins at `a`; `a` where none does."""
    for name in _known().get(w.text[a], ()) if a < len(w) else ():
        if tuple(w.text[a : a + len(name)]) == name:
            return a + len(name)
    k = _past_capitals(w, a)
    if k == a or k + 1 >= len(w) or w.quoted[k] != w.quoted[a]:
        return a
    if w.low[k] == "at":
        return k + 2 if _at_hour(w, a, k) else a
    b = _past_capitals(w, k + 1)
    return b if w.low[k] == "on" and b > k + 1 and (_closed(w, a, b) or _dated(w, a, k)) else a


def past_kind(w: Tokens, b: int) -> int:
    """Return the token behind the noun that says what kind of outlet the name before `b` is, `b` without one."""
    return b + 1 if w.low[b : b + 1] and w.low[b] in words("phrases", "titled") else b


@cache
def _known() -> dict[str, list[tuple[str, ...]]]:
    """Return the outlets whose names have a small word inside, by the first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(map(str.split, load("organisations")["outlets"]), key=len, reverse=True):
        if any(word.islower() for word in name[1:-1]):
            found.setdefault(name[0], []).append(tuple(name))
    return found


def _first_of(w: Tokens, k: int) -> int:
    """Return where the words with a capital begin that end before `k`, without an article."""
    a = back(k, max(0, k - _LONGEST), lambda a: _of_name(w, a) and w.sent[a] == w.sent[k])
    return a + 1 if a < k and w.low[a] == "the" else a


def _past_capitals(w: Tokens, a: int) -> int:
    """Return the token behind the words with a capital that begin at `a`."""
    return past(a, min(len(w), a + _LONGEST), lambda b: _of_name(w, b, opening=b == a) and w.sent[b] == w.sent[a])


def _of_name(w: Tokens, k: int, *, opening: bool = False) -> bool:
    return w.text[k][:1].isupper() or (w.text[k].isdigit() and not opening)


def _at_hour(w: Tokens, a: int, k: int) -> bool:
    """Whether an hour with a capital ends a programme's name: the station's Noon at One, not at One Harbour Square."""
    hour = w.text[k + 1] in words("phrases", "hours") and _past_capitals(w, k + 1) == k + 2
    known = tuple(w.text[k - 1 : k + 2]) in _known().get(w.text[k - 1], ())  # the station's own "News at Ten"
    return hour and (known or w.tag[a - 1 : a] == ["POS"] or past_kind(w, k + 2) > k + 2)


def _closed(w: Tokens, a: int, b: int) -> bool:
    """Whether a noun for its kind closes the name: the Harbour on Sunday newspaper, not on Sunday newspaper sales."""
    end = past_kind(w, b)
    alone = end > b and not (w.pos[end : end + 1] and w.pos[end] in {"NOUN", "PROPN"})
    return alone and a > 0 and (w.low[a - 1] == "the" or w.tag[a - 1] == "POS" or w.ent[a] != "PERSON")


def _dated(w: Tokens, a: int, k: int) -> bool:
    """Whether the day behind "on" is no day here: another one follows, or the article has it in a name elsewhere."""
    if w.low[k + 1] not in words("phrases", "weekdays") or w.low[a - 1 : a] != ["the"]:
        return False
    name = w.text[a : k + 2]
    ends = [x + 1 for x in w.of_lemma(w.lemma[k + 1]) if w.text[max(0, x + 1 - len(name)) : x + 1] == name]
    return any(_day_behind(w, b) or _closed(w, b - len(name), b) for b in ends)


def _day_behind(w: Tokens, b: int) -> bool:
    """Whether a day of its own stands at `b`: on Monday, not on Monday's vote."""
    day = w.low[b : b + 1] == ["on"] and w.low[b + 1 : b + 2] and w.low[b + 1] in words("phrases", "weekdays")
    return bool(day) and w.tag[b + 2 : b + 3] != ["POS"]
