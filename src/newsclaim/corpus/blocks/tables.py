"""Tables in plain text: rows of cells between bars or tabs, or of a name and figures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsclaim.corpus.blocks.lines import ends_sentence

_BARS = re.compile(r"\s*\|\s*")
_TABS = re.compile(r"(?<=\S)\t+(?=\S)")
#: Typists put two spaces behind a sentence; between cells no mark stands.
_WIDE = re.compile(r"(?<=[^\s.?!:;,)”\"’'])(?: {2,}|\t)(?=\S)")
#: "Rivalton 3 7", "Osthaven  12%  40": a name and two figures or more.
_FIGURES = re.compile(r"[^\W\d_][^\d\n]{0,40}?(?:[\s|:]+[-+–$€£]?\d[\d.,]*%?(?=\s|\Z)){2,}\s*")
#: A rule of Markdown: |---|:--:|
_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?")
_LONGEST = 400


def table_rows(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines that are rows of a table."""
    shapes = [_shape(line) for line in lines]
    rows: set[int] = set()
    for shape, run in itertools.groupby(range(len(lines)), key=shapes.__getitem__):
        numbers = list(run)
        if shape and len(numbers) >= (3 if shape in ("wide", "figures") else 2):
            rows.update(numbers)
    return frozenset(rows | {number for number, line in enumerate(lines) if _is_rule(lines, number) and "|" in line})


def _shape(line: str) -> str:
    if len(line) > _LONGEST:
        return ""
    if "|" in line and len(_BARS.split(line.strip("| "))) >= 3:
        return "bars"
    if line.count("|") >= 2 and line.startswith("|"):
        return "bars"
    if len(_TABS.findall(line)) >= (2 if ends_sentence(line) else 1):
        return "tabs"
    if _FIGURES.fullmatch(line):
        return "figures"
    return "wide" if len(_WIDE.findall(line)) >= 2 and not ends_sentence(line) else ""


def _is_rule(lines: Sequence[str], number: int) -> bool:
    return _RULE.fullmatch(lines[number].strip()) is not None
