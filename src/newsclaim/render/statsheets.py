"""Counts → sheets: one line a measure for everything, one line a group."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.models.stats import StatRow
from newsclaim.render.sheet import Section, Sheet

_NUMBERS = frozenset({
    "Articles", "Quotes", "Share", "Direct", "Mixed", "Indirect", "Claims", "Named", "Unnamed", "Median words",
    "Direct share", "Value",
})  # fmt: skip


def whole(row: StatRow) -> Sheet:
    """Return the counts of everything, a line each."""
    cells = [
        ("Articles", f"{row.articles:,}"),
        ("Articles without a quote", f"{row.without_quotes:,}"),
        ("Quotes", f"{row.quotes:,}"),
        ("Quotes / article", _mean(row.quotes, row.articles)),
        ("Quotes that are direct", f"{row.direct:,}"),
        ("Quotes that are mixed", f"{row.mixed:,}"),
        ("Quotes that are indirect", f"{row.indirect:,}"),
        ("Words of a quote (median)", _number(row.median_words)),
        ("Words in quotation marks", _percent(row.direct_share)),
        ("Named sources / article", _number(row.named_per_article)),
        ("Unnamed sources / article", _number(row.unnamed_per_article)),
        ("Claims", f"{row.claims:,}"),
        ("Claims / article", _mean(row.claims, row.articles)),
    ]
    return Sheet(("Measure", "Value"), [Section(cells)], right=_NUMBERS)


def groups(rows: Sequence[StatRow], by: Sequence[str], sort: str | None = None) -> Sheet:
    """Return a line for each group, or combination of several groups; the column they are sorted by always shows."""
    cells = [
        (
            row.group, f"{row.articles:,}", f"{row.quotes:,}", _percent(row.share),
            f"{row.claims:,}", f"{row.direct:,}", f"{row.mixed:,}", f"{row.indirect:,}",
            f"{row.named:,}", f"{row.unnamed:,}", _number(row.median_words), _percent(row.direct_share),
        )
        for row in rows
    ]  # fmt: skip
    columns = (
        " · ".join(by).capitalize(), "Articles", "Quotes", "Share", "Claims", "Direct", "Mixed", "Indirect", "Named",
        "Unnamed", "Median words", "Direct share",
    )  # fmt: skip
    spare = ("Direct share", "Median words", "Unnamed", "Named", "Indirect", "Mixed", "Direct", "Share")
    key = (sort or "").removeprefix("-").replace("_", " ").capitalize()
    return Sheet(columns, [Section(cells)], right=_NUMBERS, spare=tuple(name for name in spare if name != key))


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.1f}".removesuffix(".0")


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def _mean(part: int, whole: int) -> str:
    return _number(part / whole if whole else None)
