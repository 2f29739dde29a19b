"""Pieces of numbers → numerals: "two hundred and five", "1.4 million", "three dozen", "tens of thousands"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Numeral
from newsclaim.extraction.numbers.reading.atoms import scan
from newsclaim.extraction.numbers.reading.cardinals import AND, LINK, Cardinals
from newsclaim.models import ClaimForm

_A_AND = re.compile(r"[\s-]+(?:and|&)[\s-]+(?:an?[\s-]+)?")
_POINT = re.compile(r"\s+point\s+", re.IGNORECASE)
#: Behind the half of "two and half million".
_HALF_OF = re.compile(r"half\s+(?:million|billion|trillion|thousand|year|month|week|hour|time)", re.IGNORECASE)
#: More quarters than four are none of one thing.
_QUARTER = 4
_OF = re.compile(r"\s+of\s+")
_TO_SCALE = re.compile(r"\s+(?:of\s+)?(?:an?\s+)?|-")
_FEW_BEFORE = re.compile(r"(?<!\w)(?:a|the|last|past|next|first|these|those|every)\s+$", re.IGNORECASE)
_MINUS = re.compile(r"(?<!\w)(?:minus|negative)\s+$|(?<![^\s($€£<>=])[-−]$|(?:^|\n|(?<=is ))\s*[-−]\s$", re.IGNORECASE)


def read(text: str) -> list[Numeral]:
    """Return the numerals of `text` in order; they do not overlap."""
    return Reader(text, scan(text)).all()


def _exact(numeral: Numeral) -> Numeral:
    """Return the numeral without what multiplying binary fractions adds: 4.1 billion is 4100000000."""
    if numeral.value is not None and numeral.value != int(numeral.value):
        numeral.value = float(f"{numeral.value:.12g}")
    return numeral


class Reader(Cardinals):
    """Reads numerals from the pieces, from left to right, each piece once."""

    def all(self) -> list[Numeral]:
        """Return the numerals in text order."""
        found: list[Numeral] = []
        i = 0
        while i < len(self.atoms):
            numeral, after = self.one(i)
            if numeral:
                found.append(_exact(self._signed(numeral)))
            i = max(after, i + 1)
        return found

    def one(self, i: int) -> tuple[Numeral | None, int]:
        """Return the numeral that begins at piece `i` and the number of the next piece."""
        kind = self.atoms[i].kind
        if kind == "v":
            return self._vague(i)
        if kind == "w":
            return self._several(i)
        if kind == "m":
            return self._multiple(i)
        if kind == "f":
            return self._fraction(i)
        return self._written_fraction(i) if kind == "r" else self._number(i)

    def _number(self, i: int) -> tuple[Numeral | None, int]:
        read = self._cardinal(i)
        if read is None:
            return self._dozen(i) if self._kind(i) == "z" else (None, i + 1)
        value, after, scale = read
        first = self.atoms[i]
        if scale == 1 and after > i + 1 and self._is_hundred(after - 1):
            scale = 100.0
        start = first.start
        if first.kind == "s":
            begin = self._article(i)
            if after == i + 1 and not self._may_stand_alone(i):
                return None, i + 1
            start = begin if begin is not None else start
        end, scale = self.atoms[after - 1].end, max(scale, first.scale)
        numeral = Numeral(start, end, value, scale=scale, digits=first.kind == "d")
        return self._extended(numeral, i, after)

    def _extended(self, numeral: Numeral, i: int, after: int) -> tuple[Numeral, int]:
        for step in (self._decimals, self._denominator, self._tens_denominator, self._plus_fraction, self._dozens):
            if (done := step(numeral, i, after)) is not None:
                return done
        return numeral, after

    def _decimals(self, numeral: Numeral, _i: int, after: int) -> tuple[Numeral, int] | None:
        if not self._linked(after, _POINT) or self._kind(after) not in ("u", "t", "y"):
            return None
        digits, j = "", after
        while j < len(self.atoms) and (j == after or self._linked(j)) and (part := self._below_hundred(j)):
            digits, j = digits + f"{part[0]:.0f}", part[1]
        numeral.value = float(f"{numeral.value:.0f}.{digits}")
        numeral.end = self.atoms[j - 1].end
        return numeral, j

    def _denominator(self, numeral: Numeral, i: int, after: int) -> tuple[Numeral, int] | None:
        if self._kind(after) != "f" or not self._linked(after) or numeral.value is None:
            return None
        below = self.atoms[after]
        if (not below.plural and numeral.value != 1) or below.value < 2:
            return None
        if below.value == _QUARTER and numeral.value > _QUARTER:
            return None  # "for 24 quarters"
        if self._kind(after - 1) == "y" and after - 1 > i and below.value < 10 and not self._linked(after - 1, AND):
            read = self._cardinal_until(i, after - 1)
            if read is not None:
                return self._made_fraction(numeral, read / (self.atoms[after - 1].value + below.value), after + 1)
        return self._made_fraction(numeral, numeral.value / below.value, after + 1)

    def _tens_denominator(self, numeral: Numeral, _i: int, after: int) -> tuple[Numeral, int] | None:
        """Read "one twenty-fifth", "three twenty-firsts"."""
        if self._kind(after) != "y" or self._kind(after + 1) != "f" or numeral.value is None:
            return None
        below = self.atoms[after + 1]
        if not (self._linked(after) and self._linked(after + 1)) or below.value >= 10:
            return None
        if not below.plural and numeral.value != 1:
            return None
        return self._made_fraction(numeral, numeral.value / (self.atoms[after].value + below.value), after + 2)

    def _cardinal_until(self, i: int, stop: int) -> float | None:
        read = Reader(self.text, self.atoms[i:stop])._cardinal(0)  # noqa: SLF001 - the same class on fewer pieces
        return read[0] if read and read[1] == stop - i else None

    def _made_fraction(self, numeral: Numeral, value: float, after: int) -> tuple[Numeral, int]:
        numeral.value, numeral.form = value, "fraction"
        numeral.end = self.atoms[after - 1].end
        return self._scaled(numeral, after)

    def _scaled(self, numeral: Numeral, after: int) -> tuple[Numeral, int]:
        """Multiply a fraction by the scale behind it: "half a million", "three quarters billion", "half a dozen"."""
        if self._kind(after) in ("s", "z") and self._linked(after, _TO_SCALE) and numeral.value is not None:
            numeral.value *= self.atoms[after].value
            numeral.scale = self.atoms[after].value
            numeral.form, numeral.end = "point", self.atoms[after].end
            return numeral, after + 1
        return numeral, after

    def _plus_fraction(self, numeral: Numeral, _i: int, after: int) -> tuple[Numeral, int] | None:
        """Add "and a half", "and three quarters"; behind a scale it is a part of it ("a million and a half")."""
        if numeral.value is None or not self._linked(after, _A_AND):
            return None
        top, j = 1.0, after
        if self._kind(j) != "f":
            read = self._below_hundred(j)
            if read is None or self._kind(j) == "d" or not self._linked(read[1]):
                return None
            top, j = read
        elif not (self._article(j) is not None or self.atoms[j].plural or self._half_of(j)):
            return None
        if self._kind(j) != "f" or not (top == 1 or self.atoms[j].plural) or top >= self.atoms[j].value:
            return None
        return self._add_fraction(numeral, top / self.atoms[j].value, j + 1)

    def _half_of(self, j: int) -> bool:
        """Is it the half of "two and half million", "four and half years", whose article is left out?"""
        return _HALF_OF.match(self.text, self.atoms[j].start) is not None

    def _add_fraction(self, numeral: Numeral, part: float, after: int) -> tuple[Numeral, int]:
        value = numeral.value or 0.0
        scale = numeral.scale if numeral.scale >= 1000 else 1.0
        numeral.end = self.atoms[after - 1].end
        if self._kind(after) == "s" and self._linked(after, _TO_SCALE):
            factor = self.atoms[after].value
            numeral.value = value + part * factor if scale > 1 else (value + part) * factor
            numeral.scale, numeral.end = factor, self.atoms[after].end
            return numeral, after + 1
        numeral.value = value + part * scale
        return numeral, after

    def _dozens(self, numeral: Numeral, _i: int, after: int) -> tuple[Numeral, int] | None:
        if self._kind(after) not in ("z", "v") or not self._linked(after) or self.atoms[after].value != 12:
            return None
        numeral.value = (numeral.value or 0.0) * 12
        numeral.scale, numeral.end = 12, self.atoms[after].end
        return numeral, after + 1

    def _dozen(self, i: int) -> tuple[Numeral | None, int]:
        begin = self._article(i)
        start = begin if begin is not None else self.atoms[i].start
        return Numeral(start, self.atoms[i].end, 12.0, scale=12), i + 1

    # -- fractions, vague words, multiples ------------------------------------------------------------------------

    def _written_fraction(self, i: int) -> tuple[Numeral | None, int]:
        atom = self.atoms[i]
        form: ClaimForm = "fraction" if atom.value < 1 else "point"
        return self._scaled(Numeral(atom.start, atom.end, atom.value, form=form, digits=True), i + 1)

    def _fraction(self, i: int) -> tuple[Numeral | None, int]:
        """Read "half", "a third", "a quarter million"; other ordinals are none."""
        atom = self.atoms[i]
        begin = self._article(i)
        if atom.plural or atom.value < 2 or (begin is None and not self._bare_fraction(i)):
            return None, i + 1
        start = begin if begin is not None else atom.start
        numeral = Numeral(start, atom.end, 1 / atom.value, form="fraction", rule="fraction-word")
        return self._scaled(numeral, i + 1)

    def _bare_fraction(self, i: int) -> bool:
        word = self.text[self.atoms[i].start : self.atoms[i].end].lower()
        return word == "half" or (word == "quarter" and self._kind(i + 1) == "s" and self._linked(i + 1))

    def _vague(self, i: int) -> tuple[Numeral | None, int]:
        """Read "dozens", "tens of thousands", "hundreds of millions"; bounds are the product and ten times it."""
        value, j = self.atoms[i].value, i + 1
        while self._kind(j) == "v" and self._linked(j, _OF) and self.atoms[j].value > self.atoms[j - 1].value:
            value, j = value * self.atoms[j].value, j + 1
        if j == i + 1 and self._kind(j) == "v" and self._linked(j, AND) and self.atoms[j].value == value:
            j += 1  # "billions and billions"
        word = self.text[self.atoms[i].start : self.atoms[i].end].lower()
        if word in ("tens", "scores") and j == i + 1 and not self._bundles(word, self.atoms[i].end):
            return None, j
        start, end = self.atoms[i].start, self.atoms[j - 1].end
        return Numeral(start, end, None, value, value * 10, "vague", value, rule="vague"), j

    def _bundles(self, word: str, end: int) -> bool:
        """Tell "scores of birds" and "scores more" from the scores of a game, "tens of" from other tens."""
        return self.text.startswith((" of ", " more ") if word == "scores" else " of ", end)

    def _several(self, i: int) -> tuple[Numeral | None, int]:
        atom = self.atoms[i]
        word = self.text[atom.start : atom.end].lower()
        before = _FEW_BEFORE.search(self.text, max(0, atom.start - 7), atom.start)
        if word == "few" and not before:
            return None, i + 1
        a = before is not None and self.text[before.start() : before.start() + 2].lower() == "a "
        start = before.start() if before and a else atom.start
        factor, j = 1.0, i + 1
        link = re.compile(r"\s+(?:of\s+)?") if word == "couple" else LINK
        while self._kind(j) in ("s", "z") and self._linked(j, link):
            factor, j = factor * self.atoms[j].value, j + 1
        if word == "couple":
            return self._couple(start, i, j, factor)
        if self._kind(j) == "v" and self._linked(j, link):  # "several tens of thousands"
            unit, j = self._vague(j)
            factor *= unit.low or 1.0 if unit is not None else 1.0
        end = self.atoms[j - 1].end
        return Numeral(start, end, None, atom.value * factor, atom.high * factor, "vague", factor, rule="several"), j

    def _couple(self, start: int, i: int, j: int, factor: float) -> tuple[Numeral | None, int]:
        if j == i + 1 and not self.text.startswith(" of ", self.atoms[i].end):
            return None, j
        return Numeral(start, self.atoms[j - 1].end, 2 * factor, scale=factor, rule="couple"), j

    def _multiple(self, i: int) -> tuple[Numeral | None, int]:
        """Read "twice as many", "double the number"; "twice" alone tells how often and is no count."""
        atom = self.atoms[i]
        if re.match(
            r"\s+(?:as|the|that(?=\s(?:of|in|for|on|number|amount|much|many)|[.,;)]|$)|its|their|what|this|his|her)\b",
            self.text[atom.end : atom.end + 14],
        ) or self.text[atom.start : atom.end].lower().endswith("fold"):
            return Numeral(atom.start, atom.end, atom.value, form="ratio", rule="multiple"), i + 1
        return None, i + 1

    def _is_dash(self, at: int) -> bool:
        """Is the hyphen at `at` a dash behind another number ("1000 - 5000")?"""
        return self.text[at] in "-−" and self.text[max(0, at - 3) : at].rstrip()[-1:].isdigit()

    def _signed(self, numeral: Numeral) -> Numeral:
        match = _MINUS.search(self.text, max(0, numeral.start - 10), numeral.start)
        either_way = match is not None and self.text[: match.start()].rstrip("- ").endswith(("plus or", "plus/"))
        if match and numeral.value is not None and not either_way and not self._is_dash(match.start()):
            numeral.value, numeral.start = -numeral.value, match.start()
        return numeral
