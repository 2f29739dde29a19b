"""The command that writes one HTML file of everything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsclaim.cli.notes import note
from newsclaim.cli.options import ArticleIds, Config, Db, Outlets, Since, Until, Where, topic_names
from newsclaim.cli.session import opened
from newsclaim.cli.wanted import joined, note_undated, wanted
from newsclaim.render import Format, Output


def report(
    output: Annotated[
        Path, typer.Option("--output", "-o", readable=False, help="The HTML file to write.", show_default=False)
    ],
    topic: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TOPIC", help="Only these topics (default: all that have claims).", autocompletion=topic_names
        ),
    ] = None,
    title: Annotated[str, typer.Option("--title", help="What stands above it.")] = "What the articles say",
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    where: Where = None,
    db: Db = None,
    config: Config = None,
) -> None:  # fmt: skip
    """Write one HTML file, complete in itself: the corpus, each topic's questions, every quote and claim.

    It opens in any browser, on a phone too, and prints; search and filters need no server, nothing is loaded from
    elsewhere, and whatever the articles say is shown as text.

    Examples:
    - `newsclaim report -o report.html`
    - `newsclaim report troop-counts --since 2024-10 --title "Soldiers at the border" -o soldiers.html`
    """
    from newsclaim.report.write import html

    if output.suffix.lower() not in {".html", ".htm"}:
        raise typer.BadParameter(f"{str(output)!r} is no HTML file; name one that ends in .html")
    with opened(db, config) as base:
        asked = wanted(base, articles=article, outlets=outlet, since=since, until=until)
        content = base.report(topic, joined(base, asked, where), title)
        note_undated(base, asked)
    with Output.to(output, Format.table) as out:
        out.stream.write(html(content))
    questions = sum(len(one.groups) for one in content.topics)
    note(f"{output}: {content.whole.articles} articles, {len(content.topics)} topics with {questions} questions")
