"""The commands: where each stands, and the line that the overview shows of it. One is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

#: A command's module and function, and the first line of the function's documentation.
Listed = tuple[str, str, str]

COMMANDS: dict[str, Listed] = {
    "ingest": (
        "ingesting",
        "ingest",
        "Load articles, find quotes, actors and numeric claims in them, and store what was found.",
    ),
    "articles": ("asking", "articles", "List the stored articles: title, outlet, date, words, quotes, claims."),
    "quotes": ("asking", "quotes", "List quotes: who said what, how, and in which article."),
    "actors": ("naming", "actors", "List actors, one row each across all articles; with a name, one actor in full."),
    "same": (
        "naming",
        "same",
        "Would these two names be joined? Answers same, different or unclear, with the rule and the reason.",
    ),
    "claims": (
        "asking",
        "claims",
        "List numeric claims: the number, what it counts, whose, how sure, and according to whom.",
    ),
    "compare": (
        "comparing",
        "compare",
        "Compare the numbers that the articles give for a topic, question by question.",
    ),
    "timeline": (
        "comparing",
        "timeline",
        "Show how the number of each question went, oldest first, a line for each change.",
    ),
    "stats": (
        "counting",
        "stats",
        "Count quotes, claims and sources: per article, how long, how much of it in direct speech.",
    ),
    "topics": (
        "comparing",
        "topics",
        "List the topics that can be compared, how each is defined, and how many claims each matches.",
    ),
    "report": (
        "reporting",
        "report",
        "Write one HTML file, complete in itself: the corpus, each topic's questions, every quote and claim.",
    ),
    "review": (
        "reviewing",
        "review",
        "Look at findings one by one and mark them right, wrong or corrected; then see how many are right.",
    ),
    "export": (
        "exporting",
        "export",
        "Hand quotes, claims, actors and articles on to other programs: spreadsheets, Datasette, annotation tools.",
    ),
    "show": (
        "showing",
        "show",
        "Show quotes, claims, actors or articles with the passage around each highlighted, or questions in full.",
    ),
    "extract": (
        "extracting",
        "extract",
        "Read articles and print what is in them, one JSON object per article; nothing is stored.",
    ),
}


#: What somebody means who types an option of another command, or of another program.
_MEANT: Mapping[str, tuple[str, ...]] = {
    "--speaker": ("--source",), "--source": ("--speaker",), "--actor": ("--speaker", "--source"),
    "--name": ("--speaker", "--source"), "--person": ("--speaker", "--source"), "--who": ("--speaker", "--source"),
    "--from": ("--since",), "--after": ("--since",), "--to": ("--until",), "--before": ("--until",),
    "--date": ("--since", "--until"), "--query": ("--search",), "--text": ("--search",), "--word": ("--search",),
    "--location": ("--place",), "--country": ("--place",), "--type": ("--kind", "--class"),
    "--class": ("--kind",), "--kind": ("--class",), "--order": ("--sort",), "--group": ("--by",),
    "--max": ("--limit",), "--json": ("--format",), "--csv": ("--format", "--to"), "--out": ("--output",),
}  # fmt: skip


class Command(TyperCommand):
    """A command that builds what checks an option only where the option is given: most are not, and it takes time."""

    def __init__(self, *given: Any, **attributes: Any) -> None:
        super().__init__(*given, **attributes)
        for option in self.params:
            _check_when_given(option)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the arguments; of an option that is not there, say which one is meant."""
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            # Typer does not export the error of an unknown option.
            known = {flag for option in self.params for flag in option.opts}
            if meant := [flag for flag in _MEANT.get(getattr(error, "option_name", ""), ()) if flag in known]:
                error.possibilities = meant  # type: ignore[attr-defined] # of that error only
            raise


class _WhenGiven:
    """Stands for what turns the words of an option into its value."""

    def __init__(self, build: Callable[[], Any]) -> None:
        self._build = build

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value of an option, as what it stands for does."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        return self._build().coerce(value, param=param, ctx=ctx)


def _check_when_given(option: Any) -> None:
    build = getattr(option, "get_runtime_param", None)
    if build is not None:  # an earlier Typer builds nothing
        option.get_runtime_param = partial(_WhenGiven, build)


class Commands(Mapping[str, Any]):
    """The commands by name, as Typer makes them."""

    def __getitem__(self, name: str) -> Any:
        """Return a command; its module is loaded now."""
        return _loaded(name)

    def __iter__(self) -> Iterator[str]:
        """Yield the names in order."""
        return iter(COMMANDS)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(COMMANDS)


class Program(TyperGroup):
    """The program: its overview is written without a command being loaded."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands: Any = Commands()
        self._is_overview = False

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's
        """Return the names in order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, in the overview only what is shown of it."""
        if self._is_overview:
            return TyperCommand(cmd_name, help=COMMANDS[cmd_name][2])
        return super().get_command(ctx, cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the overview."""
        self._is_overview = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self._is_overview = False


@cache
def _loaded(name: str) -> Any:
    module, function, _ = COMMANDS[name]
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="markdown")
    alone.command(name, cls=Command)(getattr(import_module(f"newsclaim.cli.{module}"), function))
    return typer.main.get_command(alone)
