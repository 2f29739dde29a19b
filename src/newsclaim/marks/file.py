"""The file of marks beside the database: one JSON object a line, sorted, so that it can be kept in version control."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from newsclaim.errors import InputError
from newsclaim.models.mark import Mark


def file_beside(database: Path) -> Path:
    """Return the file of marks of a database: "news.marks.jsonl" beside "news.db"."""
    return database.with_name(f"{database.stem}.marks.jsonl")


def content_of(file: Path) -> str | None:
    """Return what stands in the file, None when there is none.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the marks in {str(file)!r} cannot be read: {error}.") from error


def marks_in(content: str | None, file: Path) -> list[Mark]:
    """Return the marks of a file; of several on one finding the last one counts.

    Raises:
        InputError: a line is no mark.
    """
    found: dict[str, Mark] = {}
    for number, line in enumerate((content or "").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            mark = Mark.model_validate_json(line)
        except ValidationError as error:
            what = error.errors()[0]
            place = ".".join(map(str, what["loc"])) or "the line"
            raise InputError(f"line {number} of {str(file)!r} is no mark: {place}: {what['msg']}.") from error
        found[mark.id] = mark
    return list(found.values())


def save_marks(file: Path, marks: Iterable[Mark]) -> None:
    """Write marks in place of those in the file, by article and place; what was there stays when that fails."""
    lines = [mark.model_dump_json(exclude_defaults=True) for mark in sorted(marks, key=_place)]
    written = file.with_name(f".{file.name}.new")
    written.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    written.replace(file)


def _place(mark: Mark) -> tuple[str, int, str, str]:
    return mark.article, mark.start, mark.kind, mark.id
