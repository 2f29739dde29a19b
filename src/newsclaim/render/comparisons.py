"""Comparison → lines: one paragraph a question, or one question in full.

Designed for 80 columns: what a reader needs first stands first, ids stand at the end of a line of their own width.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsclaim.models.comparison import GRAVITY, ComparedRow, Comparison, Group, GroupRef, Position
from newsclaim.render.bars import bar, scale_of
from newsclaim.render.sheet import clean

#: Colour only repeats what a word says.
_STYLES = {"conflict": "bold red", "denied": "red", "mixed": "yellow", "update": "cyan", "agree": "green"}
_MOST_HOLDERS = 3
#: In one question; a reader needs the gravest.
_MOST_RELATIONS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of output with its style."""

    text: str
    style: str = ""


def overview(found: Comparison) -> Iterator[Line]:
    """Yield a paragraph for each question: its latest number, what it was before, who says so, the verdict."""
    parts = {part for group in found.groups for position in group.positions for part in position.parts}
    by_id = {group.id: group for group in found.groups}
    yield Line(clean(found.title or found.topic), "bold underline")
    for group in found.groups:
        if group.id not in parts:
            yield Line("")
            yield from _paragraph(group, by_id, 0)


def _paragraph(group: Group, by_id: Mapping[str, Group], depth: int) -> Iterator[Line]:
    blank = "    " * depth
    yield Line(f"{blank}{clean(group.label)}  [{group.id}]", "bold" if not depth else "")
    yield Line(f"{blank}  {_answer(group)}")
    yield Line(f"{blank}  {_weight(group)}", _STYLES.get(group.verdict, ""))
    if group.verdict in {"conflict", "denied", "mixed"}:
        yield Line(f"{blank}  {clean(group.reason)}")
    if group.best:
        yield Line(f"{blank}  best: {_plain(group.best.value)} ({group.best.rule})")
    for part in dict.fromkeys(part for position in group.positions for part in position.parts):
        if part in by_id and depth < 2:
            yield from _paragraph(by_id[part], by_id, depth + 1)


def _answer(group: Group) -> str:
    latest = latest_of(group)
    was = [p for p in group.positions if p is not latest and (p.last or "") <= (latest.last or "")]
    before = ", ".join(_short(p) for p in sorted(was, key=lambda p: p.last or "", reverse=True)[:_MOST_HOLDERS])
    return clean(_said(latest) + (f"; before or beside it {before}" if before else "") + f" · {_holders(latest)}")


def latest_of(group: Group) -> Position:
    """Return the position that was claimed last; of several, the one that most articles hold."""
    return max(group.positions, key=lambda p: (not p.denied, p.last or "", p.articles, p.origins, p.id))


def _weight(group: Group) -> str:
    return f"{group.verdict} · {_counted(group.origins, 'origin')} · {_counted(group.articles, 'article')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _said(position: Position) -> str:
    return f"denied: {position.text}" if position.denied else position.text


def _short(position: Position) -> str:
    low = position.value if position.value is not None else position.low
    high = position.value if position.value is not None else position.high
    if low is not None and high is not None and low != high:
        return f"{_plain(low)}–{_plain(high)}"
    return _plain(low if low is not None else high or 0)


def _holders(position: Position) -> str:
    more = len(position.holders) - _MOST_HOLDERS
    return ", ".join(position.holders[:_MOST_HOLDERS]) + (f" and {more} more" if more > 0 else "")


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.10g}"


def whole(group: Group) -> Iterator[Line]:
    """Yield everything about one question: positions on a common scale, relations, changes, claims."""
    yield Line(f"{clean(group.label)}  [{group.id}]", "bold")
    yield Line(f"  {_weight(group)}", _STYLES.get(group.verdict, ""))
    yield Line(f"  {clean(group.reason)}")
    scale = scale_of(group.positions)
    for position in group.positions:
        yield Line("")
        yield Line(f"  {bar(position, scale)}  {clean(_said(position))}", "bold")
        since = " – ".join(dict.fromkeys(filter(None, (position.first, position.last)))) or "undated"
        yield Line(f"    {clean(_holders(position))} · {since} · {_counted(position.articles, 'article')}")
        yield from _claims(group, position)
    told = sorted((r for r in group.relations if r.verdict != "agree"), key=lambda r: GRAVITY.index(r.verdict))
    if told:
        yield Line("")
    for relation in told[:_MOST_RELATIONS]:
        words = f"  {relation.verdict} ({relation.axis}): {clean(relation.reason)}"
        yield Line(words, _STYLES.get(relation.verdict, ""))
    if len(told) > _MOST_RELATIONS:
        yield Line(f"  … and {len(told) - _MOST_RELATIONS} more (--format json has all)")
    if group.changes:
        yield Line("")
        yield from (Line(f"  {clean(change.reason)}") for change in group.changes)


def _claims(group: Group, position: Position) -> Iterator[Line]:
    for claim in group.claims:
        if claim.position == position.id:
            article = claim.article
            where = " · ".join(filter(None, (article.outlet or article.id, (article.published or "")[:10])))
            yield Line(f"    {claim.id}  {clean(claim.text)} · {clean(where)}", "dim")


def compared(found: Comparison) -> list[ComparedRow]:
    """Return the claims of a comparison as rows that carry their question."""
    return [
        ComparedRow.model_construct(
            **dict(claim),
            group=GroupRef(
                id=g.id, label=g.label, standing=g.standing, verdict=g.verdict, low=g.low, high=g.high,
            ),
        )
        for g in found.groups
        for claim in g.claims
    ]  # fmt: skip
