"""The manual page, made from the program itself: `newsclaim --man > newsclaim.1`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_ENVIRONMENT = {
    "NEWSCLAIM_DB": "The database file, where --db does not say it.",
    "NEWSCLAIM_CONFIG": "The settings, where --config does not say them.",
    "NEWSCLAIM_MODEL": "The language model, where --model does not say it.",
    "NO_COLOR": "No colours in the terminal.",
}
_STATUS = {
    "0": "Done, also when a filter matches nothing.",
    "1": "Something failed or does not exist.",
    "2": "Wrong usage.",
    "3": "compare --fail-on conflict, and one was found.",
}


def manual(program: Any) -> Iterator[str]:
    """Yield the page in the man macros."""
    yield from (".TH NEWSCLAIM 1", ".SH NAME", "newsclaim \\- who said what, who claims which number")
    yield from (
        ".SH SYNOPSIS",
        ".B newsclaim",
        ".I COMMAND",
        "[OPTIONS]",
        ".SH DESCRIPTION",
        _escaped(program.help or ""),
    )
    yield ".SH COMMANDS"
    for name, command in program.commands.items():
        yield from (f".SS newsclaim {name}", *_paragraphs(command.help or ""))
        for one in command.params:
            if getattr(one, "help", None) and not one.hidden:
                yield from (".TP", f".B {_escaped(_shown(one))}", _escaped(one.help))
    yield from (".SH ENVIRONMENT", *_entries(_ENVIRONMENT), ".SH EXIT STATUS", *_entries(_STATUS))


def _shown(parameter: Any) -> str:
    """Return an option with its flags and what it takes, or the name of an argument."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    takes = "" if parameter.is_flag else f" {(parameter.metavar or parameter.name).upper()}"
    return ", ".join(parameter.opts) + takes


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the lines of a help text, its examples one a line."""
    for line in text.splitlines():
        plain = line.strip().removeprefix("- ")
        if not plain:
            yield ".PP"
        elif line.strip().startswith("- "):
            yield from (".br", _escaped(plain))
        else:
            yield _escaped(plain)


def _entries(told: Mapping[str, str]) -> Iterator[str]:
    for name, meaning in told.items():
        yield from (".TP", f".B {name}", _escaped(meaning))


def _escaped(text: str) -> str:
    """Return text that troff takes as it stands, without the marks of Markdown."""
    plain = re.sub(r"`([^`]*)`", r"\1", text).replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + plain if plain.startswith((".", "'")) else plain
