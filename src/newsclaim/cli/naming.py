"""Commands about who is who: actors, and whether two names would be joined."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from newsclaim.cli.notes import MOST_QUOTES, note, note_more
from newsclaim.cli.nothing import note_why
from newsclaim.cli.options import (
    ActorKinds,
    ArticleIds,
    Config,
    Db,
    Excel,
    Limit,
    Offset,
    Outlets,
    Style,
    Target,
    Where,
    Wide,
    several,
    sorting,
    written_as,
)
from newsclaim.cli.session import opened, write
from newsclaim.cli.wanted import name_outlets, note_unmatched, values_asked
from newsclaim.config import Corrections, load_settings
from newsclaim.models.rows import ActorRow, NameAnswer
from newsclaim.models.sorts import ACTOR_SORTS
from newsclaim.render import Format, Output, sheets

if TYPE_CHECKING:
    from newsclaim.api import Database
    from newsclaim.store import ActorFilter


def actors(
    name: Annotated[str | None, typer.Argument(help="One actor: its roles, names and what it said.")] = None,
    kind: ActorKinds = None,
    country: Annotated[
        list[str] | None, several("--country", text="Only actors of this country (name or code)", metavar="COUNTRY")
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="WORDS", help="Only those with these words in a name or role.")
    ] = None,
    article: ArticleIds = None,
    outlet: Outlets = None,
    where: Where = None,
    everybody: Annotated[bool, typer.Option("--all", help="Also those who neither speak nor have a role.")] = False,
    sort: Annotated[str | None, sorting(ACTOR_SORTS)] = None,
    offset: Offset = 0,
    limit: Limit = None,
    wide: Wide = False,
    excel: Excel = False,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:
    """List actors, one row each across all articles; with a name, one actor in full.

    Listed are those who speak, claim a number or are named with a role.

    Examples:
    - `newsclaim actors --kind government`
    - `newsclaim actors --search minister --country Norway --sort -claims`
    - `newsclaim actors --where party=Labour`
    - `newsclaim actors "Lloyd Austin"`
    """
    from newsclaim.store import ActorFilter

    with opened(db, config) as base:
        for word in outlet or ():
            name_outlets(base, word)
        asked = ActorFilter(
            kinds=tuple(kind or ()), countries=tuple(map(_code, country or ())), search=search,
            articles=tuple(article or ()), outlets=tuple(outlet or ()),
        )  # fmt: skip
        asked = _joined(base, asked, where)
        rows = base.actors(name, asked, limit, offset=offset, sort=sort, everybody=everybody)
        if not rows:
            note_why(base, asked, lambda one: base.actors(None, one, 1, everybody=everybody))
            if where:
                note(f"nothing has all of {', '.join(f'--where {one}' for one in where)} and what else is asked")
        if name and (written := written_as(style, output)) in {Format.table, Format.markdown}:
            with Output.to(output, written) as out:
                out.wide = wide
                for row in rows:
                    _page(base, row, out, limit or (MOST_QUOTES if out.is_terminal else None))
            return
    write(rows, ActorRow, sheets.actors(rows), style, output, wide=wide, excel=excel)


def _joined(base: Database, asked: ActorFilter, conditions: Sequence[str] | None) -> ActorFilter:
    """Return the filter narrowed by columns of tables that are joined to actors."""
    columns = values_asked(conditions)
    for name, values in columns.items():
        ids = base.actors_having(name, *values)
        asked = replace(asked, ids=ids if asked.ids is None else ids & asked.ids)
    note_unmatched(base, columns)
    return asked


def _code(country: str) -> str:
    """Return the code of a country that was typed by code or name.

    Raises:
        BadParameter: there is no such country.
    """
    from newsclaim.names.countries import country_of, typed

    if len(country) == len("GB"):
        return country_of(country.upper()) or country.upper()  # "UK" is no code
    found = typed(country)
    if found is None:
        raise typer.BadParameter(f"{country!r} is no country; write its name or its code of two letters (ISO 3166-1)")
    return found.code


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


def _page(base: Database, row: ActorRow, out: Output, most: int | None) -> None:
    from newsclaim.render.comparisons import Line

    quotes = base.quotes_of(row.id, most)
    note_more(row, most)
    parts = (row.name, row.kind, row.country, sheets.roles(row), row.id)
    out.styled([Line(" · ".join(part for part in parts if part)), Line("")])
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
