"""The old text files of Nexis: documents that begin with "3 of 10 DOCUMENTS", centred lines, labels in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsclaim.corpus.dates import iso_date
from newsclaim.corpus.encoding import decode
from newsclaim.corpus.readers.counted import counted
from newsclaim.corpus.readers.document import Bad, Raw, Remark
from newsclaim.corpus.readers.labels import Label, label_of
from newsclaim.corpus.readers.nexis import raw_of_fields
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError
from newsclaim.text import plain

_BEGINS = re.compile(
    r"^[ \t\f]*(\d+) (?:of|von|de|van|di) (\d+) (?:DOCUMENT(?:S|EN|I|OS)?|DOKUMENTEN?)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"\s*(?:copyright|\(c\)|©|all rights reserved|alle rechte|tous droits)", re.IGNORECASE)
_FRONT = frozenset(["byline", "section", "length", "dateline", "title", "highlight"])
#: Labels of such files are written in capitals: a sentence in the text that begins with one is none.
_CAPITALS = re.compile(r"\s*[^a-zß-ÿ:]+:")
#: A table in a text keeps its lines.
_WIDE = re.compile(r"\S {3,}\S")
#: Shorter lines that stand together are no wrapped paragraph.
_WRAPPED = 50


def fits(source: Source) -> bool:
    """Return whether a text has documents that begin as those of Nexis do."""
    return is_export(plain(source.start))


def is_export(text: str) -> bool:
    """Return whether a text has documents that begin as those of Nexis do."""
    return _BEGINS.search(text) is not None


def read(source: Source) -> Iterator[Item]:
    """Yield the documents of a text file, held against the number that each of them states.

    Raises:
        InputError: the bytes are no text.
    """
    yield from documents(plain(decode(source.data()).text))


def documents(text: str) -> Iterator[Item]:
    """Yield the documents in a text, held against the number that each of them states.

    Raises:
        InputError: there is none.
    """
    marks = list(_BEGINS.finditer(text))
    if not marks:
        raise InputError('no document in it begins as those of Nexis do ("1 of 10 DOCUMENTS")')
    yield from counted(_documents(text, marks), int(marks[0][2]))


def _documents(text: str, marks: Sequence[re.Match[str]]) -> Iterator[Item]:
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        part = text[mark.end() : following.start() if following else len(text)]
        yield _document(part, f"document {mark[1]}")


def _document(part: str, place: str) -> Raw | Bad | Remark:
    groups = [group.strip("\n") for group in re.split(r"\n[ \t\f]*\n", part.replace("\f", "\n")) if group.strip()]
    front = next((n for n, group in enumerate(groups) if _label(group)), _behind_date(groups))
    if front is None:
        return Bad("it has neither a date nor a label (LENGTH, BYLINE …) that tells where its text begins", place)
    fields = _head([group for group in groups[:front] if not _COPYRIGHT.match(group)])
    text = _body(groups[front:], fields)
    fields.pop("after", None)
    return raw_of_fields(fields, "\n\n".join(text), place) if text else Bad("it has no text", place)


def _body(groups: Sequence[str], fields: dict[str, Any]) -> list[str]:
    """Return the paragraphs of the text, and note in `fields` what the labels before and behind it say."""
    text: list[str] = []
    ended = False
    for group in groups:
        label = _label(group)
        if label and label.field not in _FRONT and (label.field != "text" or text):
            ended = True
            fields.setdefault(label.field, _joined(label.value))
        elif label and not text:
            if label.field != "text":
                fields[label.field] = fields.get(label.field) or _joined(label.value)
            elif label.value:
                text.append(_paragraph(label.value))
        elif not ended and not (_COPYRIGHT.match(group) and len(group) < 200):
            text.append(_paragraph(group))
    return text


def _behind_date(groups: Sequence[str]) -> int | None:
    """Return where the text begins of a document without labels: behind the date and the headline."""
    date = next((n for n, group in enumerate(groups[:5]) if iso_date(" ".join(group.split()))), None)
    return None if date is None else date + 2


def _head(groups: Sequence[str]) -> dict[str, Any]:
    """Return outlet, date and headline: the first line, the first of the next ones with a date, and what follows."""
    lines = list(_numbered(groups))
    if not lines:
        return {}
    date = next((n for n, (_, line) in enumerate(lines[:6]) if n and iso_date(line)), None)
    if date is None:
        return {"outlet": lines[0][1], "title": _joined("\n".join(line for _, line in lines[1:]))}
    title = [line for number, line in lines[date + 1 :] if number > lines[date][0]]
    above = [line for number, line in lines[1:date] if number > lines[0][0]]
    return {
        "outlet": " ".join(line for number, line in lines[:date] if number == lines[0][0]),
        "published": lines[date][1],
        "title": " ".join(title or above),
    }


def _numbered(groups: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty, each with the number of its group."""
    for number, group in enumerate(groups):
        yield from ((number, " ".join(line.split())) for line in group.split("\n") if line.strip())


def _label(group: str) -> Label | None:
    if not _CAPITALS.match(group):
        return None
    head, _, rest = group.partition("\n")
    label = label_of(head, "nexis")
    return Label(label.field, f"{label.value}\n{rest}".strip()) if label else None


def _paragraph(group: str) -> str:
    """Return a paragraph whose lines were wrapped as one line; those of a table stay."""
    lines = [line.strip() for line in group.split("\n")]
    if any(_WIDE.search(line) for line in lines) or any(len(line) < _WRAPPED for line in lines[:-1]):
        return "\n".join(lines)
    return " ".join(lines)


def _joined(value: str) -> str:
    return " ".join(value.split())


READER = Reader(name="nexis-text", endings=(".txt",), fits=fits, read=read)
