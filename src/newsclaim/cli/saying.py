"""What `compare --quotes` writes: the same statement in several articles, and how its wording differs."""

from __future__ import annotations

from newsclaim.cli import remarks
from newsclaim.cli.options import Style, Target, written_as
from newsclaim.cli.session import note_empty
from newsclaim.models.statement import Statement, StatementRow, Statements
from newsclaim.render import Format, Output, Sheet, statements


def write(found: Statements, style: Style, output: Target) -> None:
    """Write statements in the format of the options, and notes on what is not shown."""
    written = written_as(style, output)
    with Output.to(output, written) as out:
        if written is Format.json:
            out.one(found)
        elif written is Format.jsonl:
            out.rows(found.groups, Statement, Sheet((), []))
        elif written in {Format.csv, Format.tsv}:
            out.rows(statements.rows(found), StatementRow, Sheet((), []))
        else:
            out.styled(statements.overview(found))
    remarks.on_cut(found.size - len(found.groups), "statement")
    note_empty(found.groups)
