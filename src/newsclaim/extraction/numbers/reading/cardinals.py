"""Cardinal numbers from pieces: groups with falling scales, in words, digits or both ("4 thousand 3 hundred")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclaim.extraction.numbers.reading.atoms import Atom

#: What stands between two pieces of one number: a space or a hyphen.
LINK = re.compile(r"[ \t\u00a0]+|[ \t]*-[ \t]*\n?")
AND = re.compile(r",?\s+(?:and|&)\s+")
_COMMA = re.compile(r",\s+")
_ARTICLE = re.compile(r"(?<![\w'’])(?:an?)[\s-]+$", re.IGNORECASE)


class Cardinals:
    """Reads whole numbers from the pieces of a text."""

    def __init__(self, text: str, atoms: Sequence[Atom]) -> None:
        self.text = text
        self.atoms = atoms

    def _gap(self, i: int) -> str:
        return self.text[self.atoms[i - 1].end : self.atoms[i].start] if 0 < i < len(self.atoms) else "|"

    def _linked(self, i: int, pattern: re.Pattern[str] = LINK) -> bool:
        """Does piece `i` follow the one before it with only `pattern` between them?"""
        return 0 < i < len(self.atoms) and pattern.fullmatch(self._gap(i)) is not None

    def _kind(self, i: int) -> str:
        return self.atoms[i].kind if i < len(self.atoms) else ""

    def _article(self, i: int) -> int | None:
        """Return where "a" or "an" directly before piece `i` begins."""
        start = self.atoms[i].start
        match = _ARTICLE.search(self.text, max(0, start - 4), start)
        return match.start() if match else None

    # -- words and digits ---------------------------------------------------------------------------------------

    def _below_hundred(self, i: int) -> tuple[float, int] | None:
        kind = self._kind(i)
        if kind == "y":
            value = self.atoms[i].value
            if self._kind(i + 1) == "u" and self.atoms[i + 1].value > 0 and self._linked(i + 1):
                return value + self.atoms[i + 1].value, i + 2
            return value, i + 1
        return (self.atoms[i].value * self.atoms[i].scale, i + 1) if kind in ("u", "t", "d") else None

    def _hundreds(self, i: int) -> tuple[float, int] | None:
        read = (1.0, i) if self._is_hundred(i) else self._below_hundred(i)
        if read is None:
            return None
        value, after = read
        if not (self._is_hundred(after) and (after == i or self._linked(after))):
            return value, after
        value, after = value * 100, after + 1
        return self._with_tail(value, after)

    def _is_hundred(self, i: int) -> bool:
        return self._kind(i) == "s" and self.atoms[i].value == 100

    def _with_tail(self, value: float, after: int) -> tuple[float, int]:
        """Read what follows "hundred": "and five", "fifty-two"."""
        if not (self._linked(after, AND) or self._linked(after)):
            return value, after
        tail = self._below_hundred(after)
        if tail is None or not 0 < tail[0] < 100 or (self._is_hundred(tail[1]) and self._linked(tail[1])):
            return value, after
        if self._is_fraction_of(tail) or (self._kind(after) == "d" and self._linked(after)):
            return value, after
        return value + tail[0], tail[1]

    def _is_fraction_of(self, tail: tuple[float, int]) -> bool:
        """Does a denominator follow, larger than what was read ("and three quarters")?"""
        value, after = tail
        if self._kind(after) != "f" or not self._linked(after):
            return False
        return value < self.atoms[after].value and (self.atoms[after].plural or value == 1)

    def _cardinal(self, i: int) -> tuple[float, int, float] | None:
        """Read groups with falling scales; returns value, next piece and the last scale."""
        total, last, j, scale = 0.0, float("inf"), i, 1.0
        while (group := self._group(j)) is not None:
            value, after, factor = group
            if factor >= last or (factor == 1 and value >= last):
                break
            if j > i and self._joins_wrongly(j, factor):
                break
            total, last, j, scale = total + value, factor, after, factor
            if factor == 1 or not self._continues(j):
                break
        return None if j == i else (total, j, scale)

    def _joins_wrongly(self, j: int, factor: float) -> bool:
        """Digits after a scale belong to the same number only with a scale of their own ("4 thousand 3 hundred")."""
        return self._kind(j) == "d" and factor == 1 and not self._is_hundred(j + 1)

    def _group(self, j: int) -> tuple[float, int, float] | None:
        if self._kind(j) == "s" and not self._is_hundred(j):
            if not self._may_stand_alone(j):
                return None
            read: tuple[float, int] | None = (1.0, j)
        else:
            read = self._hundreds(j)
        if read is None:
            return None
        factor, after = self._factor(j, read[1])
        return read[0] * factor, after, factor

    def _factor(self, j: int, after: int) -> tuple[float, int]:
        """Return the scales behind a group that begins at `j` and where they end ("million", "thousands")."""
        factor = 1.0
        while self._kind(after) == "s" and not self._is_hundred(after) and (after == j or self._linked(after)):
            factor *= self.atoms[after].value
            after += 1
        while factor == 1 and after > j and self._is_plural_scale(after):
            factor, after = self.atoms[after].value, after + 1
        return factor, after

    def _is_plural_scale(self, i: int) -> bool:
        return self._kind(i) == "v" and self._linked(i) and self.atoms[i].value != 10

    def _may_stand_alone(self, j: int) -> bool:
        start = self.atoms[j].start
        return self._article(j) is not None or self.text[max(0, start - 6) : start].lower() == "every "

    def _continues(self, j: int) -> bool:
        if self._kind(j) not in ("u", "t", "y", "d", "s") or (self._kind(j) == "s" and not self._is_hundred(j)):
            return False
        if self._linked(j):
            return True
        if self._linked(j, AND):
            tail = self._below_hundred(j)
            return self._kind(j) != "d" and not (tail and self._is_fraction_of(tail))
        if self._linked(j, _COMMA):
            return self._kind(j) != "d" and (self._is_hundred(j + 1) or self._kind(j + 1) == "s")
        return False
