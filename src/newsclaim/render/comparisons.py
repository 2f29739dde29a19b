"""Comparison → lines: one paragraph a question, or one question in full.

Designed for 80 columns: what a reader needs first stands first, ids stand at the end of a line of their own width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsclaim.models.comparison import GRAVITY, ComparedClaim, ComparedRow, Comparison, Group, GroupRef, Position
from newsclaim.render.bars import bar, scale_of
from newsclaim.render.sheet import clean

#: Colour only repeats what a word says.
_STYLES = {"conflict": "bold red", "denied": "red", "mixed": "yellow", "update": "cyan", "agree": "green"}
_MOST_HOLDERS = 3
_MOST_BESIDE = 3
#: How the others stand to the latest number, by the verdict on the two.
_BESIDE: dict[str, frozenset[str]] = {
    "was": frozenset({"update"}),
    "against": frozenset({"conflict", "denied"}),
    "also": frozenset({"agree", "scope"}),
}
_BOUNDS = {
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "up to ",
    "less_than": "under ",
    "approx": "about ",
}
#: In one question; a reader needs the gravest.
_MOST_RELATIONS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of output with its style; what is folded stands under the place `hang`, else under the first word."""

    text: str
    style: str = ""
    hang: int = 0


def overview(found: Comparison) -> Iterator[Line]:
    """Yield a paragraph for each question: its latest number, what it was before, who says so, the verdict."""
    parts = {part for group in found.groups for position in group.positions for part in position.parts}
    by_id = {group.id: group for group in found.groups}
    where = f" · in articles that have {', '.join(map(repr, found.elsewhere))}" if found.elsewhere else ""
    yield Line(clean(f"{found.title or found.topic}{where}"), "bold underline")
    for group in found.groups:
        if group.id not in parts:
            yield Line("")
            yield from _paragraph(group, by_id, 0, found)


def _paragraph(group: Group, by_id: Mapping[str, Group], depth: int, found: Comparison) -> Iterator[Line]:
    blank = "    " * depth
    yield Line(f"{blank}{clean(group.label)}  [{group.id}]", "bold" if not depth else "")
    yield from (Line(f"{blank}  {line}") for line in (_held_against(group) if found.asked else _answers(group)))
    yield from _first_told(group, f"{blank}  ")
    if found.since:
        yield Line(f"{blank}  new since {found.since}: {_new(group, found.since)}")
    yield from (Line(f"{blank}  {line.text}", line.style) for line in _judged(group))
    for part in dict.fromkeys(part for position in group.positions for part in position.parts):
        if part in by_id and depth < 2:
            yield from _paragraph(by_id[part], by_id, depth + 1, found)


def _first_told(group: Group, blank: str) -> Iterator[Line]:
    """Yield where the first claim of the number on top stands: its id, the article, its context if that is wanted."""
    shown = {*group.said_so} or {latest_of(group).id}
    for claim in [claim for claim in group.claims if claim.position in shown][:1]:
        yield Line(f"{blank}{claim.id}  {_article(claim)}", "dim")
        yield from _passages([claim], blank)


def _article(claim: ComparedClaim) -> str:
    article = claim.article
    day = (article.published or "")[:10]
    return clean(" · ".join(filter(None, (article.outlet, day, article.id, article.title))))


def _new(group: Group, since: str) -> str:
    new = [position for position in group.positions if (position.first or "") >= since]
    return clean(", ".join(map(_told, new))) or "nothing but repetitions"


def _judged(group: Group) -> Iterator[Line]:
    """Yield the verdict, why it is so where a reader would ask, and the number chosen.

    Of a single number told once there is nothing to judge.
    """
    if group.verdict != "single" or group.articles > 1:
        yield Line(_weight(group), _STYLES.get(group.verdict, ""))
    if group.verdict in {"conflict", "denied", "mixed"}:
        yield Line(clean(group.reason))
    if group.best:
        yield Line(f"best: {_plain(group.best.value)} ({group.best.rule})")


def _answers(group: Group) -> Iterator[str]:
    """Yield the latest number with its holders, then what it replaces, what stands against it and what goes with it."""
    latest = latest_of(group)
    yield clean(f"{_said(latest)} · {_holders(latest)}")
    stands = {frozenset((r.a, r.b)): r.verdict for r in group.relations}
    for word, verdicts in _BESIDE.items():
        others = [p for p in group.positions if stands.get(frozenset((p.id, latest.id))) in verdicts]
        others.sort(key=lambda p: (p.last or "", p.articles, p.id), reverse=True)
        told = list(dict.fromkeys(map(_told, others)))
        if told:
            more = f" and {len(told) - _MOST_BESIDE} more" if len(told) > _MOST_BESIDE else ""
            yield clean(f"{word} {', '.join(told[:_MOST_BESIDE])}{more}")


def _held_against(group: Group) -> Iterator[str]:
    """Yield who says what a claim in hand says, who leaves it open, and who says otherwise."""
    known = {*group.said_so, *group.not_excluded}
    so = [p for p in group.positions if p.id in group.said_so]
    still_open = [p for p in group.positions if p.id in group.not_excluded]
    otherwise = [p for p in group.positions if p.id not in known]
    if not so and otherwise:
        yield "nobody says so"
    for word, told in (("says so:", so), ("does not exclude it:", still_open), ("says otherwise:", otherwise)):
        if told:
            told.sort(key=lambda p: (p.last or "", p.articles, p.id), reverse=True)
            yield clean(f"{word} {', '.join(dict.fromkeys(map(_told, told)))}")


def _told(position: Position) -> str:
    who = f" ({position.holders[0]})" if position.holders else ""
    return f"{'denied: ' if position.denied else ''}{number_of(position)}{who}"


def latest_of(group: Group) -> Position:
    """Return the position that was claimed last; of several, the one that most articles hold, or tell first.

    "Dozens" in a headline give way to the number below it.
    """
    first: dict[str | None, int] = {}
    for claim in group.claims:
        first[claim.position] = min(claim.start, first.get(claim.position, claim.start))

    def rank(p: Position) -> tuple[object, ...]:
        return (
            not p.denied,
            not p.superseded,
            p.last or "",
            p.articles,
            p.origins,
            p.value is not None,
            -first.get(p.id, 0),
            p.id,
        )

    return max(group.positions, key=rank)


def _weight(group: Group) -> str:
    return f"{group.verdict} · {_counted(group.origins, 'origin')} · {_counted(group.articles, 'article')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _said(position: Position) -> str:
    return f"denied: {position.text}" if position.denied else position.text


def number_of(position: Position) -> str:
    """Return a position's number with its bounds: "3,000", "3,000 or more", "10–12"; of vague words, the words."""
    if position.value is None and None not in (position.low, position.high) and position.qualifier in _BOUNDS:
        return position.text
    low, high = (position.low, position.high) if position.value is None else (position.value, position.value)
    if position.qualifier in _BOUNDS:
        return _BOUNDS[position.qualifier] + _plain(position.value if position.value is not None else low or high or 0)
    if low is not None and high is not None and low != high:
        return f"{_plain(low)}–{_plain(high)}"
    return _plain(low if low is not None else high or 0)


def _holders(position: Position) -> str:
    more = len(position.holders) - _MOST_HOLDERS
    return ", ".join(position.holders[:_MOST_HOLDERS]) + (f" and {more} more" if more > 0 else "")


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.10g}"


def whole(group: Group, *, cut: bool = True) -> Iterator[Line]:
    """Yield everything about one question: positions on a common scale, relations, changes, claims.

    With `cut` only the gravest relations: what a reader at a terminal looks at.
    """
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
    most = _MOST_RELATIONS if cut else len(told)
    for relation in told[:most]:
        words = f"  {relation.verdict} ({relation.axis}): {clean(relation.reason)}"
        yield Line(words, _STYLES.get(relation.verdict, ""))
    if len(told) > most:
        yield Line(f"  … and {len(told) - most} more (a pipe, a file and --format json have all)")
    if group.notes:
        yield Line("")
        yield from (Line(f"  {clean(note)}") for note in group.notes)
    if group.changes:
        yield Line("")
        yield from (Line(f"  {clean(change.reason)}") for change in group.changes)


def _claims(group: Group, position: Position) -> Iterator[Line]:
    for claim in group.claims:
        if claim.position == position.id:
            yield Line(f"    {claim.id}  {clean(claim.text)} · {_article(claim)}", "dim")
            yield from _passages([claim], "      ")


def _passages(claims: Iterable[ComparedClaim], blank: str) -> Iterator[Line]:
    """Yield the sentences around claims, where they were asked for."""
    yield from (Line(f"{blank}“{clean(' '.join(claim.context.split()))}”", "dim") for claim in claims if claim.context)


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
