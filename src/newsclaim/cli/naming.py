"""Commands about who is who: actors, and whether two names would be joined."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from newsclaim.cli.options import ActorKinds, Config, Db, Limit, Style, Target, note, written_as
from newsclaim.cli.session import opened, write
from newsclaim.config import Corrections, load_settings
from newsclaim.models.rows import ActorRow, NameAnswer
from newsclaim.render import Format, Output, sheets

if TYPE_CHECKING:
    from newsclaim.api import Database


def actors(
    name: Annotated[str | None, typer.Argument(help="One actor: its roles, names and what it said.")] = None,
    kind: ActorKinds = None,
    everybody: Annotated[bool, typer.Option("--all", help="Also those who neither speak nor have a role.")] = False,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
    limit: Limit = None,
) -> None:
    """List actors, one row each across all articles; with a name, one actor in full.

    Listed are those who speak, claim a number or are named with a role.

    Examples:
    - `newsclaim actors --kind government`
    - `newsclaim actors "Lloyd Austin"`
    """
    with opened(db, config) as base:
        rows = base.actors(name, tuple(kind or ()), limit, everybody=everybody)
        if name and (written := written_as(style, output)) in {Format.table, Format.markdown}:
            with Output.to(output, written) as out:
                for row in rows:
                    _page(base, row, out)
            return
    write(rows, ActorRow, sheets.actors(rows), style, output)


def same(
    names: Annotated[list[str], typer.Argument(help='Two names, or "-" to read JSON lines {"id","a","b"}.')],
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:
    """Would these two names be joined? Answers same, different or unclear, with the rule and the reason.

    Examples:
    - `newsclaim same "Kim Yong Hyun" "Kim Yong-hyun"`
    - `newsclaim same --format jsonl - < pairs.jsonl`
    """
    corrections = load_settings(config).actors
    problems: list[str] = []
    if names == ["-"]:
        rows = list(_answers(corrections, problems))
    elif len(names) == 2 and "-" not in names and all(name.strip() for name in names):
        rows = [_answer(None, names[0], names[1], corrections)]
    else:
        raise typer.BadParameter('give two names, or "-" to read pairs from standard input')
    with Output.to(output, written_as(style, output)) as out:
        out.rows(rows, NameAnswer, sheets.answers(rows))
    for problem in problems:
        note(problem)
    if problems:
        raise typer.Exit(1)


def _page(base: Database, row: ActorRow, out: Output) -> None:
    quotes = base.quotes_of(row.id)
    parts = (row.name, row.kind, row.country, sheets.roles(row), row.id)
    out.lines([" · ".join(part for part in parts if part), ""])
    out.sheets(sheets.aliases(row), *([sheets.quotes(quotes)] if quotes else []))


def _answers(corrections: Corrections, problems: list[str]) -> Iterator[NameAnswer]:
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            pair = json.loads(line)
        except ValueError:
            pair = None
        match pair:
            case {"a": str(a), "b": str(b)} if a.strip() and b.strip():
                yield _answer(None if pair.get("id") is None else str(pair["id"]), a, b, corrections)
            case _:
                problems.append(f'line {number} is no {{"id": …, "a": "NAME", "b": "NAME"}} and was left out')


def _answer(pair_id: str | None, a: str, b: str, corrections: Corrections) -> NameAnswer:
    from newsclaim.names.same import same as verdict_on

    verdict = verdict_on(a, b, corrections)
    return NameAnswer(id=pair_id, a=a, b=b, verdict=verdict.verdict, rule=verdict.rule, reason=verdict.reason)
