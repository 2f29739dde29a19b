"""A text with edits made in it, and the way back: which stretch of the text as written is behind one as read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Edit:
    """`new` stands for `text[start:end]`; an insertion where both are equal, a deletion where `new` is empty."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class _Layer:
    """One round of edits, as parallel lists: where each begins in the new text, and what it replaced in the old."""

    at: list[int]
    sizes: list[int]
    starts: list[int]
    ends: list[int]

    def old_start(self, new: int) -> int:
        k = bisect_right(self.at, new) - 1
        if k < 0:
            return new
        behind = new - self.at[k] - self.sizes[k]
        return self.starts[k] if behind < 0 else self.ends[k] + behind

    def old_end(self, new: int) -> int:
        last = new - 1
        k = bisect_right(self.at, last) - 1
        if k < 0:
            return new
        behind = last - self.at[k] - self.sizes[k]
        return self.ends[k] if behind < 0 else self.ends[k] + behind + 1

    def new_start(self, old: int) -> int:
        k = bisect_right(self.starts, old) - 1
        if k < 0:
            return old
        behind = old - self.ends[k]
        inside = 0 if old == self.starts[k] else self.sizes[k]
        return self.at[k] + (inside if behind < 0 else self.sizes[k] + behind)

    def new_end(self, old: int) -> int:
        last = old - 1
        k = bisect_right(self.starts, last) - 1
        if k < 0:
            return old
        behind = last - self.ends[k]
        return self.at[k] + self.sizes[k] + (0 if behind < 0 else behind + 1)


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after edits; offsets lead back to the text as it was written."""

    text: str
    _layers: tuple[_Layer, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything was edited."""
        return bool(self._layers)

    def edited(self, edits: Iterable[Edit]) -> Repaired:
        """Return this text with more edits made: in order, of this text; one that reaches into the last is left out."""
        pieces: list[str] = []
        layer = _Layer([], [], [], [])
        done = length = 0
        for edit in edits:
            if edit.start < done:
                continue
            pieces += [self.text[done : edit.start], edit.new]
            length += edit.start - done
            layer.at.append(length)
            layer.sizes.append(len(edit.new))
            layer.starts.append(edit.start)
            layer.ends.append(edit.end)
            length += len(edit.new)
            done = edit.end
        if not layer.at:
            return self
        pieces.append(self.text[done:])
        return Repaired("".join(pieces), (*self._layers, layer))

    def way_back(self) -> Repaired:
        """Return what leads offsets back, without the text: of a long one it takes as much memory as the article."""
        return replace(self, text="")

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the text as written that `text[start:end]` stands for.

        What was deleted at either edge is left out, a replacement that is met in part is taken whole; what was put in
        stands for nothing.
        """
        for layer in reversed(self._layers):
            start, end = layer.old_start(start), layer.old_end(end)
        return min(start, end), end

    def as_read(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of `text` that a stretch of the text as written became; empty where all was deleted."""
        for layer in self._layers:
            start, end = layer.new_start(start), layer.new_end(end)
        return start, end
