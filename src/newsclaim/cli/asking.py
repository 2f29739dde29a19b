"""Commands that list what is stored: articles, quotes and claims."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from newsclaim.cli.nothing import note_why
from newsclaim.cli.options import (
    ArticleIds,
    Classes,
    Config,
    Context,
    Db,
    Excel,
    Kinds,
    Limit,
    Marked,
    Offset,
    Outlets,
    Since,
    Stances,
    Statuses,
    Style,
    Target,
    Until,
    Where,
    Wide,
    searching,
    several,
    sorting,
    topic_names,
)
from newsclaim.cli.session import opened, write
from newsclaim.cli.wanted import ids, joined, name_actors, note_uncounted, note_undated, wanted
from newsclaim.models.rows import ArticleRow, ClaimRow, QuoteRow
from newsclaim.models.sorts import ARTICLE_SORTS, CLAIM_SORTS, QUOTE_SORTS
from newsclaim.queries.amounts import stretch
from newsclaim.render import sheets


def _value(text: str | None) -> str | None:
    if text is not None and stretch(text) is None:
        raise typer.BadParameter(f"{text!r} is no amount; write 3000, 10m..12m, 5000.. or ..300")
    return text


Speakers = Annotated[list[str] | None, several("--speaker", "-s", text="Only quotes of the actors known by this name")]
Voices = Annotated[
    list[str] | None, several("--speaker", "-s", text="Only articles in which the actors of this name say something")
]
Relays = Annotated[list[str] | None, several("--via", text="Only quotes relayed by the actors of this name")]
Sources = Annotated[list[str] | None, several("--source", "-s", text="Only claims of the actors of this name")]
Owners = Annotated[list[str] | None, several("--whose", text="Only numbers that belong to the actors of this name")]
Counted = Annotated[
    list[str] | None, several("--counted", text="Only claims that count or measure this", metavar="WORD")
]
Places = Annotated[list[str] | None, several("--place", text="Only claims of this place or country", metavar="PLACE")]
Value = Annotated[
    str | None,
    typer.Option(
        "--value",
        metavar="AMOUNT",
        callback=_value,
        show_default=False,
        help="Only numbers that may lie there: 3000, 10m..12m, 5000.. or ..300.",
    ),
]


def articles(
    search: Annotated[str | None, searching("Only articles in whose title or text stand")] = None,
    speaker: Voices = None,
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    where: Where = None,
    sort: Annotated[str | None, sorting(ARTICLE_SORTS)] = None,
    offset: Offset = 0,
    limit: Limit = None,
    wide: Wide = False,
    excel: Excel = False,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:
    """List the stored articles: title, outlet, date, words, quotes, claims.

    Examples:
    - `newsclaim articles --outlet fox --since "Oct 2024"`
    - `newsclaim articles --search "harbour NOT fire" --sort -claims --limit 10`
    """
    with opened(db, config) as base:
        name_actors(base, speaker)
        asked = wanted(
            base, search=search, articles=article, outlets=outlet, since=since, until=until, actors=ids(base, speaker)
        )
        asked = joined(base, asked, where)
        rows = base.articles(asked, limit, offset=offset, sort=sort)
        note_undated(base, asked)
        if not rows:
            note_why(base, asked, lambda one: base.articles(one, 1))
    write(rows, ArticleRow, sheets.articles(rows), style, output, wide=wide, excel=excel)


def quotes(
    speaker: Speakers = None,
    kind: Kinds = None,
    stance: Stances = None,
    via: Relays = None,
    search: Annotated[str | None, searching("Only quotes in which stand")] = None,
    within: Annotated[
        Literal["content", "text"],
        typer.Option("--in", help="Where --search looks: in what was said, or in the sentence of the article."),
    ] = "content",
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    where: Where = None,
    marked: Marked = None,
    sort: Annotated[str | None, sorting(QUOTE_SORTS)] = None,
    offset: Offset = 0,
    limit: Limit = None,
    context: Context = 0,
    wide: Wide = False,
    excel: Excel = False,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:
    """List quotes: who said what, how, and in which article.

    A speaker is found under every name the articles use.

    Examples:
    - `newsclaim quotes --speaker Austin`
    - `newsclaim quotes --speaker Kim --kind direct --since 2024-10`
    - `newsclaim quotes --stance denies --search "troop* OR soldiers" --format csv -o denials.csv`
    """
    with opened(db, config) as base:
        name_actors(base, speaker)
        asked = wanted(
            base, articles=article, outlets=outlet, since=since, until=until, kinds=kind, stances=stance,
            search=search, within=within, via=ids(base, via), marked=marked, actors=ids(base, speaker),
        )  # fmt: skip
        asked = joined(base, asked, where)
        rows = base.quotes(None, asked, limit, offset=offset, sort=sort, context=context)
        note_undated(base, asked)
        if not rows:
            note_why(base, asked, lambda one: base.quotes(None, one, 1))
    write(rows, QuoteRow, sheets.quotes(rows), style, output, wide=wide, excel=excel)


def claims(
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", "-t", help="Only claims of this topic; may be repeated.", autocompletion=topic_names,
            show_default=False,
        ),
    ] = None,
    source: Sources = None,
    whose: Owners = None,
    counted: Counted = None,
    place: Places = None,
    value: Value = None,
    claim_class: Classes = None,
    status: Statuses = None,
    search: Annotated[str | None, searching("Only claims in whose sentence stand")] = None,
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    where: Where = None,
    marked: Marked = None,
    sort: Annotated[str | None, sorting(CLAIM_SORTS)] = None,
    offset: Offset = 0,
    limit: Limit = None,
    context: Context = 0,
    wide: Wide = False,
    excel: Excel = False,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:  # fmt: skip
    """List numeric claims: the number, what it counts, whose, how sure, and according to whom.

    Examples:
    - `newsclaim claims --topic troop-counts`
    - `newsclaim claims --class people-killed --place Oldport --status asserted --sort value`
    - `newsclaim claims --counted soldiers --value 10k..12k --source "National Intelligence Service" --format json`
    """
    with opened(db, config) as base:
        name_actors(base, source)
        asked = wanted(
            base, articles=article, outlets=outlet, since=since, until=until, classes=claim_class, statuses=status,
            search=search, counted=counted, places=place, value=value and stretch(value), whose=ids(base, whose),
            marked=marked, actors=ids(base, source),
        )  # fmt: skip
        asked = joined(base, asked, where)
        rows = base.claims(topic, None, asked, limit, offset=offset, sort=sort, context=context)
        note_undated(base, asked)
        if not rows:
            note_why(base, asked, lambda one: base.claims(topic, None, one, 1), actors="--source")
        note_uncounted(base, counted)
    write(rows, ClaimRow, sheets.claims(rows), style, output, wide=wide, excel=excel)
