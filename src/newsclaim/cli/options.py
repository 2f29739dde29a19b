"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from newsclaim.config import load_settings, topics
from newsclaim.errors import QueryError
from newsclaim.models import ActorKind, ClaimClass, QuoteKind, Stance, Status
from newsclaim.queries.dates import partial_date
from newsclaim.render import Format

if TYPE_CHECKING:
    pass

Db = Annotated[
    Path | None,
    typer.Option(
        "--db", readable=False, help="The database file (default: newsclaim.db, or NEWSCLAIM_DB).", show_default=False
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        readable=False,
        help="Settings, topics and corrections (default: newsclaim.toml).",
        show_default=False,
    ),
]
Style = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="How to write the result (default: by the ending of -o, else a table).",
        show_default=False,
    ),
]
Target = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", readable=False, help="Write to this file instead of standard output.", show_default=False
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="At most so many rows.", show_default=False)]
Model = Annotated[
    str | None,
    typer.Option("--model", help="An installed English spaCy pipeline (or NEWSCLAIM_MODEL).", show_default=False),
]
Workers = Annotated[
    int, typer.Option("--workers", min=0, help="Processes to work in; 0 chooses by the number of articles.")
]


Timings = Annotated[bool, typer.Option("--timings", help="Say on stderr how long each stage took.")]
ArticleIds = Annotated[
    list[str] | None,
    typer.Option(
        "--article", help="Only this article (its id or the beginning of it); may be repeated.", show_default=False
    ),
]
Outlets = Annotated[
    list[str] | None,
    typer.Option(
        "--outlet", help="Only articles of this outlet, or of those with this word in their name; may be repeated."
    ),
]
Offset = Annotated[int, typer.Option("--offset", min=0, help="Leave out so many rows first.", show_default=False)]
Context = Annotated[
    int, typer.Option("--context", min=0, metavar="N", help="Add N sentences before and after.", show_default=False)
]
Excel = Annotated[
    bool, typer.Option("--excel", help="CSV for Excel: marked as UTF-8, and no cell that becomes a formula.")
]
Wide = Annotated[bool, typer.Option("--wide", help="Every column in full, however wide the table becomes.")]

#: What the ending of an output file says when no format is named.
_ENDINGS = {
    ".txt": Format.table, ".json": Format.json, ".jsonl": Format.jsonl, ".csv": Format.csv, ".tsv": Format.tsv,
    ".md": Format.markdown,
}  # fmt: skip


def written_as(style: Style, output: Target, otherwise: Format = Format.table) -> Format:
    """Return the format to write: the named one, else by the ending of the output file.

    Raises:
        BadParameter: the file has an ending that says no format.
    """
    if style is not None:
        return style
    ending = output.suffix.lower() if output is not None else ""
    if not ending:
        return otherwise
    if ending not in _ENDINGS:
        known = ", ".join(_ENDINGS)
        raise typer.BadParameter(f"{ending!r} is no format that -o can be written in ({known}); name one with --format")
    return _ENDINGS[ending]


def choices(flag: str, values: tuple[str, ...], text: str) -> Any:
    """Return an option that may be repeated and takes only some values (Typer knows no list of literals)."""

    def check(given: list[str] | None) -> list[str] | None:
        return given and [_chosen(value, values) for value in given]

    def complete(begun: str) -> list[str]:
        return [value for value in values if value.startswith(begun)]

    return typer.Option(
        flag, callback=check, autocompletion=complete, metavar="NAME", show_default=False,
        help=f"{text}; may be repeated. One of: {', '.join(values)}.",
    )  # fmt: skip


def _chosen(value: str, values: tuple[str, ...]) -> str:
    """Return the value that was typed, in any case of letters.

    Raises:
        BadParameter: it is none; the message says what comes close.
    """
    if value.lower() in values:
        return value.lower()
    raise unknown(f"{value!r} is none of its values", value, values)


def unknown(told: str, typed: str, known: Collection[str], meant: str | None = None) -> typer.BadParameter:
    """Return the error that says what was typed wrong, what comes close (or is surely meant), and what there is."""
    from newsclaim.names.search import near

    close = [meant] if meant else near(typed, known, limit=2)
    hint = f"Did you mean: {' or '.join(close)}? " if close else ""
    return typer.BadParameter(f"{told}. {hint}There are {', '.join(known)}")


Kinds = Annotated[list[str] | None, choices("--kind", get_args(QuoteKind), "Only this kind")]
ActorKinds = Annotated[list[str] | None, choices("--kind", get_args(ActorKind), "Only this kind")]
Stances = Annotated[list[str] | None, choices("--stance", get_args(Stance), "Only this stance")]
Classes = Annotated[list[str] | None, choices("--class", get_args(ClaimClass), "Only this class")]
Statuses = Annotated[list[str] | None, choices("--status", get_args(Status), "Only this status")]


Marked = Annotated[
    list[str] | None,
    choices("--marked", ("right", "corrected", "flawed", "wrong", "none"), "Only those that a review marked so"),
]


def sorting(keys: Iterable[str]) -> Any:
    """Return the option that sorts by one of some keys."""
    known = tuple(keys)

    def check(value: str | None) -> str | None:
        return value and ("-" if value.startswith("-") else "") + _chosen(value.removeprefix("-"), known)

    def complete(begun: str) -> list[str]:
        return [key for key in known if key.startswith(begun)]

    return typer.Option(
        "--sort", metavar="KEY", callback=check, autocompletion=complete, show_default=False,
        help=f"Sort by {', '.join(known)}; with - before it the other way round.",
    )  # fmt: skip


def several(*flags: str, text: str, metavar: str = "NAME") -> Any:
    """Return an option that may be repeated."""
    return typer.Option(*flags, metavar=metavar, show_default=False, help=f"{text}; may be repeated.")


def _date(value: str | None) -> str | None:
    found = value if value is None else partial_date(value)
    if value is not None and found is None:
        raise typer.BadParameter(f'{value!r} is no date; write it as 2024-10-23, 2024-10, 2024 or "Oct 2024"')
    return found


def _searchable(value: str | None) -> str | None:
    if value is not None:
        from newsclaim.store.search import match_query

        try:
            match_query(value)
        except QueryError as error:
            raise typer.BadParameter(str(error)) from error
    return value


def searching(text: str) -> Any:
    """Return the option that searches."""
    return typer.Option(
        "--search", metavar="WORDS", callback=_searchable, show_default=False,
        help=f'{text}: all of the words; "a phrase", beginn*, OR, NOT and parentheses.',
    )  # fmt: skip


Where = Annotated[
    list[str] | None,
    several("--where", metavar="COLUMN=VALUE", text="Only what a table of [join] in the settings says this of"),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", callback=_date, help="Only articles from this day on.", show_default=False),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", callback=_date, help="Only articles up to this day.", show_default=False),
]


def topic_names(begun: str) -> list[str]:
    """Complete the name of a topic."""
    return [name for name in topics(load_settings()) if name.startswith(begun)]
