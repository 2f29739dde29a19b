"""What two sequences of words have in common, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

#: A stretch that two sequences have in common: where it begins in each, and how long it is.
Block = tuple[int, int, int]
#: Between which places of one sequence, and between which of the other one.
_Piece = tuple[int, int, int, int]


def blocks(a: Sequence[object], b: Sequence[object]) -> list[Block]:
    """Return what two sequences have in common, in order: the longest stretch, then the longest on each side of it.

    Of equally long ones the first is taken. It is what `difflib` finds without junk, in half the time.
    """
    return blocks_at(a, places_in(b), len(b))


def places_in(words: Sequence[object]) -> Mapping[object, list[int]]:
    """Return where each word of a sequence stands."""
    places: dict[object, list[int]] = {}
    for n, word in enumerate(words):
        places.setdefault(word, []).append(n)
    return places


def blocks_at(a: Sequence[object], places: Mapping[object, list[int]], length: int) -> list[Block]:
    """Return the blocks of a sequence and another one, of which the places of its words are known."""
    found: list[Block] = []
    pieces = [(0, len(a), 0, length)]
    while pieces:
        begin, end, start, stop = piece = pieces.pop()
        i, j, size = _longest(a, places, piece)
        if size == 1:
            # Nothing lies before it, and behind it there are single words alone.
            found += _in_turn(a, places, (i, end, j, stop))
        elif size:
            found.append((i, j, size))
            if begin < i and start < j:
                pieces.append((begin, i, start, j))
            if i + size < end and j + size < stop:
                pieces.append((i + size, end, j + size, stop))
    return _joined(sorted(found))


def _longest(a: Sequence[object], places: Mapping[object, list[int]], piece: _Piece) -> Block:
    """Return the longest stretch that a piece of a sequence has in common with one of the other, of size 0 for none."""
    begin, end, start, stop = piece
    at, other, longest = begin, start, 0
    ending: dict[int, int] = {}
    for i in range(begin, end):
        longer: dict[int, int] = {}
        for j in places.get(a[i], ()):
            if j >= stop:
                break
            if j >= start:
                size = longer[j] = ending.get(j - 1, 0) + 1
                if size > longest:
                    at, other, longest = i - size + 1, j - size + 1, size
        ending = longer
    return at, other, longest


def _in_turn(a: Sequence[object], places: Mapping[object, list[int]], piece: _Piece) -> Iterator[Block]:
    """Yield single words in common, each the first one behind the last."""
    begin, end, start, stop = piece
    for i in range(begin, end):
        j = next((j for j in places.get(a[i], ()) if start <= j < stop), None)
        if j is not None:
            yield i, j, 1
            start = j + 1


def _joined(found: Sequence[Block]) -> list[Block]:
    """Return blocks of which none goes on where another one ends."""
    kept: list[Block] = []
    for i, j, size in found:
        if kept and (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) == (i, j):
            kept[-1] = (*kept[-1][:2], kept[-1][2] + size)
        else:
            kept.append((i, j, size))
    return kept
