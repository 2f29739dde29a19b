"""A convolution over words - each with its two neighbours - with maxout and layer norm, as few products as can be.

Two neighbouring words share two of their three words, so that both are had from four products in place of six: the
minimal filtering F(2, 3) of Winograd (Arithmetic Complexity of Computations, 1980), as Lavin and Gray apply it to
networks (Fast Algorithms for Convolutional Neural Networks, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: So many pairs of rows are worked on at a time: with fewer the products take longer, more leave the processor's cache.
_PAIRS = 256


@dataclass(slots=True)
class Room:
    """Room for what is made of a block of rows, used again and again by all layers of one shape."""

    sums: Floats
    product: Floats
    out: Floats
    best: Floats

    @classmethod
    @cache
    def of(cls, width: int, pieces: int) -> Room:
        """Return the room for layers of a shape, which work one after the other."""
        several = pieces * width
        shapes = (4, _PAIRS, width), (4, _PAIRS, several), (2, _PAIRS, several), (2, _PAIRS, width)
        return cls(*(np.empty(shape, dtype=np.float32) for shape in shapes))

    def block(self, pairs: int) -> Room:
        """Return the part of it that some pairs of rows need."""
        return Room(*(part[:, :pairs] for part in (self.sums, self.product, self.out, self.best)))


@dataclass(slots=True)
class Layer:
    """One convolution: the four products' weights (width, pieces · width), bias, and the layer norm's gain and shift.

    Columns stand piece after piece, so that the maximum is taken over whole blocks.
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats
    room: Room

    @classmethod
    def of(cls, window: NDArray[np.float64], pieces: int, bias: Floats, gain: Floats, shift: Floats) -> Layer:
        """Return a layer by its weights for the word before, the word itself and the one behind, end to end."""
        before, here, behind = np.split(window, 3)
        both = (before + behind) / 2
        weights = np.array([before, both + here / 2, both - here / 2, behind], dtype=np.float32)
        return cls(weights, bias, gain, shift, Room.of(len(gain), pieces))

    def apply(self, rows: Floats, out: Floats) -> None:
        """Write rows with the layer's output added; the first and the last one stay as they are.

        Both arrays hold the rows with even numbers, then those with odd ones.
        """
        for begin in range(0, rows.shape[1] - 1, _PAIRS):
            part = slice(begin, begin + _PAIRS + 1)
            self._apply(rows[:, part], out[:, part])

    def _apply(self, rows: Floats, out: Floats) -> None:
        room = self.room.block(rows.shape[1] - 1)
        self._convolve(rows, room)
        self._choose(room)
        self._norm(room.best)
        np.add(rows[1, :-1], room.best[0], out=out[1, :-1])
        np.add(rows[0, 1:], room.best[1], out=out[0, 1:])

    def _convolve(self, rows: Floats, room: Room) -> None:
        """Work out the outputs for the odd rows but the last, and for the even rows but the first."""
        (even, odd), (first, second) = rows, room.out
        np.subtract(even[:-1], even[1:], out=room.sums[0])
        np.add(odd[:-1], even[1:], out=room.sums[1])
        np.subtract(even[1:], odd[:-1], out=room.sums[2])
        np.subtract(odd[:-1], odd[1:], out=room.sums[3])
        before, both, apart, behind = np.matmul(room.sums, self.weights, out=room.product)
        both += self.bias
        np.add(before, both, out=first)
        first += apart
        np.subtract(both, apart, out=second)
        second -= behind

    def _choose(self, room: Room) -> None:
        """Keep the largest of the pieces."""
        width = room.best.shape[-1]
        one, *others = (room.out[..., at : at + width] for at in range(0, room.out.shape[-1], width))
        for other in others:
            one = np.maximum(one, other, out=room.best)

    def _norm(self, best: Floats) -> None:
        width = best.shape[-1]
        best -= best @ np.full((width, 1), 1 / width, dtype=np.float32)
        variance = np.einsum("ijk,ijk->ij", best, best)[..., None] / width + 1e-8
        best *= 1 / np.sqrt(variance)
        best *= self.gain
        best += self.shift
