"""Paragraphs that a word processor holds: an export of a press database, or one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaim.corpus.header import is_key_line
from newsclaim.corpus.readers import nexis, nexis_text, proquest
from newsclaim.corpus.readers.reader import Item
from newsclaim.corpus.readers.text import raw_of


def of_lines(lines: Sequence[str]) -> Iterator[Item]:
    """Yield the articles in the paragraphs of a document.

    Raises:
        InputError: there is no text.
    """
    found = database(lines)
    if found is not None:
        yield from found
    else:
        yield raw_of(joined(lines))


def database(lines: Sequence[str]) -> Iterator[Item] | None:
    """Return the documents of an export of Nexis or ProQuest, None when the paragraphs are none."""
    if nexis.is_export(lines):
        return nexis.documents(lines)
    text = "\n".join(lines)
    if nexis_text.is_export(text):
        return nexis_text.documents(text)
    if proquest.is_export(text):
        return proquest.documents(text)
    return None


def joined(lines: Sequence[str]) -> str:
    """Return paragraphs with blank lines between; lines `Key: value` at the top stay together, as a header."""
    filled = [line.strip() for line in lines if line.strip()]
    top = next((n for n, line in enumerate(filled) if not is_key_line(line)), len(filled))
    head = "\n".join(filled[:top])
    return (f"{head}\n\n" if head else "") + "\n\n".join(filled[top:])
