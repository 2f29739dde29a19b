"""The command that asks a person whether findings are right."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsclaim.cli.notes import note
from newsclaim.cli.options import ArticleIds, Config, Db, Outlets, Since, Style, Target, Until, written_as
from newsclaim.cli.session import opened
from newsclaim.cli.wanted import wanted
from newsclaim.errors import QueryError
from newsclaim.models.mark import FIELDS, Precision
from newsclaim.models.rows import ClaimRow, QuoteRow
from newsclaim.render import Format, Output, reviews

if TYPE_CHECKING:
    from newsclaim.queries.review import Review


Only = Annotated[
    Literal["quotes", "claims"] | None, typer.Option("--only", help="Only quotes, or only claims.", show_default=False)
]


def review(
    sample: Annotated[
        int | None,
        typer.Option("--sample", min=1, help="Draw so many at random, as many quotes as claims.", show_default=False),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Which draw: the same number gives the same findings.")] = 1,
    only: Only = None,
    again: Annotated[bool, typer.Option("--again", help="Also those that are marked already.")] = False,
    report: Annotated[bool, typer.Option("--report", help="Ask nothing, only print the precision.")] = False,
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:  # fmt: skip
    """Look at findings one by one and mark them right, wrong or corrected; then see how many are right.

    Answer r (right), w (wrong: there is no such thing), w speaker cue (these fields are wrong), c speaker=Ada Brook
    (what is right instead), each with a # note behind it if you like; s skips, q ends. Marks are written at once into
    a text file beside the database (news.marks.jsonl beside news.db): keep it in version control, it is stronger than
    what is found, also when articles are ingested again.

    Examples:
    - `newsclaim review --sample 60 --seed 1`
    - `newsclaim review --only claims --outlet "Harbour Wire"`
    - `newsclaim review --sample 60 --report --format csv`
    """
    from newsclaim.marks.precision import precision

    written = written_as(style, output)
    name = f"{sample}:{seed}" if sample else None
    with opened(db, config) as base:
        asked = wanted(base, articles=article, outlets=outlet, since=since, until=until)
        kinds = [kind for kind in FIELDS if only in {None, f"{kind}s"}]
        looking = base.review(asked, kinds)
        if not report:
            ids = looking.drawn(sample, seed) if sample else looking.unmarked()
            _ask(looking, [one for one in ids if again or one not in looking.marks], name)
            for remark in base.take_over_marks():
                note(remark)
        marks = looking.of_sample(name) if name else list(looking.marks.values())
    rows = precision(marks)
    if rows or written not in {Format.table, Format.markdown}:
        with Output.to(output, written) as out:
            out.rows(rows, Precision, reviews.precision(rows))
    else:
        note("nothing is marked yet")


def _ask(looking: Review, ids: list[str], sample: str | None) -> None:
    """Show findings one by one, on standard error so that the result can be piped, and keep the answers."""
    from newsclaim.marks.answers import answer_in

    out = Output(sys.stderr, Format.table)
    for number, identifier in enumerate(ids, start=1):
        shown = looking.shown(identifier)
        out.lines(["", f"{number} of {len(ids)} · {identifier}", ""])
        out.passages(shown)
        row = shown.row
        if not isinstance(row, QuoteRow | ClaimRow):
            continue
        out.sheet(reviews.fields(row))
        kind: Literal["quote", "claim"] = "quote" if isinstance(row, QuoteRow) else "claim"
        for typed in _lines():
            if typed in {"q", "quit"}:
                return
            if typed in {"", "s", "skip"}:
                break
            try:
                answer = answer_in(typed, kind)
            except QueryError as error:
                note(f"{error}. Fields: {', '.join(FIELDS[kind])}")
                continue
            looking.mark(row, answer, sample)
            break
        else:
            return


def _lines() -> Iterator[str]:
    """Yield what is typed, until the input ends."""
    while True:
        print("right, wrong, corrected? ", end="", file=sys.stderr, flush=True)  # noqa: T201 - a question, no result
        line = sys.stdin.readline()
        if not line:
            return
        yield line.strip()
