"""The program: its commands, and what becomes of errors."""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer

from newsclaim._version import __version__
from newsclaim.cli.commands import Program
from newsclaim.cli.ending import end_when_asked
from newsclaim.cli.notes import note
from newsclaim.errors import NewsclaimError

#: What Typer raises when the command line cannot be read; it has no name of its own there.
WrongUsage: Any = typer.BadParameter.__base__

app = typer.Typer(
    name="newsclaim",
    cls=Program,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who said what, who claims which number, and where accounts disagree, in a corpus of news articles.",
    epilog="Start with `newsclaim ingest`, then try `newsclaim quotes --speaker Austin` "
    "and `newsclaim compare troop-counts`.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsclaim {__version__}")
        raise typer.Exit


def _manual(wanted: bool) -> None:
    if wanted:
        from typer.main import get_command

        from newsclaim.cli.manual import manual

        typer.echo("\n".join(manual(get_command(app))))
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    man: Annotated[
        bool, typer.Option("--man", callback=_manual, is_eager=True, help="Print the manual page (man -l reads it).")
    ] = False,
) -> None:
    """Who said what, who claims which number, and where accounts disagree, in a corpus of news articles."""


def main() -> None:
    """Run the command line.

    Exits with 1 when something failed, 2 on wrong usage, 130 when interrupted, 143 when asked to end (SIGTERM).
    """
    end_when_asked()
    if hasattr(signal, "SIGPIPE"):
        # A reader that has seen enough (`| head`) ends the program quietly, as with any other tool.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A pipe of Windows would be read and written in an old code page that lacks most of what news holds.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        # In a terminal wrong usage is told in a frame, elsewhere in plain lines.
        sys.exit(app(standalone_mode=sys.stderr.isatty()))
    except WrongUsage as error:
        error.show()
        sys.exit(error.exit_code)
    except typer.Abort:
        sys.exit(1)
    except NewsclaimError as error:
        note(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        note(f"the result could not be written: {error.strerror or error}.")
        sys.exit(1)
