"""Nexis Uni: the paragraphs of an export (DOCX, RTF) → its documents.

A document of Nexis Uni goes from its headline to "End of Document"; "Body" parts the fields from the text. Dates are
taken from the lines above the fields only, never from a headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsclaim.corpus.dates import iso_date
from newsclaim.corpus.fields import header_from, people
from newsclaim.corpus.readers.counted import counted
from newsclaim.corpus.readers.document import Bad, Raw
from newsclaim.corpus.readers.labels import is_line, label_of
from newsclaim.corpus.readers.reader import Item
from newsclaim.corpus.readers.records import digest

_BASE = "nexis"
_COUNT = re.compile(r"\s*(?:Documents|Dokumente|Documenten|Documentos|Documenti)\s*\((\d+)\)\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\s*(?:copyright|\(c\)|©|all rights reserved|alle rechte|tous droits)", re.IGNORECASE)
#: Fields stand in front of the text, those of `after` behind it.
_FRONT = frozenset(["byline", "section", "length", "dateline", "title", "highlight"])
#: So many lines may stand between the outlet and the fields.
_NEAR = 6
_PAGE = re.compile(r"\s*(?:Page|Seite) \d+ (?:of|von) \d+\s*|.*\|About LexisNexis\|.*")


def is_export(lines: Sequence[str]) -> bool:
    """Return whether lines are an export of Nexis Uni: documents that end as its documents do."""
    return any(is_line(line, _BASE, "ends") for line in lines) and any(is_line(line, _BASE, "begins") for line in lines)


def documents(lines: Sequence[str]) -> Iterator[Item]:
    """Yield the documents of an export of Nexis Uni, a line a paragraph, held against the number on its cover."""
    lines = [line.replace("\xa0", " ").strip() for line in lines]
    first = next(n for n, line in enumerate(lines) if is_line(line, _BASE, "begins"))
    stated = next((int(found[1]) for line in lines[:first] if (found := _COUNT.fullmatch(line))), None)
    if stated is None:
        stated = sum(is_line(line, _BASE, "ends") for line in lines)
    yield from counted(_documents(lines), stated)


def _documents(lines: Sequence[str]) -> Iterator[Item]:
    begun: list[str] = []
    number = 0
    for line in lines:
        if not is_line(line, _BASE, "ends"):
            begun.append(line)
            continue
        number += 1
        yield _document(begun, f"document {number}")
        begun = []


def _document(lines: Sequence[str], place: str) -> Item:
    body = next((n for n, line in enumerate(lines) if is_line(line, _BASE, "begins")), None)
    if body is None:
        front = [n for n, line in enumerate(lines) if _front_label(line)]
        if not front:
            return Bad("nothing tells where its text begins (a line 'Body')", place)
        body = front[-1]
    fields = _front(lines[:body])
    text, behind = _text(lines[body + 1 :])
    if not text:
        return Bad("it has no text", place)
    return raw_of_fields(fields | behind, "\n\n".join(text), place)


def _front(lines: Sequence[str]) -> dict[str, Any]:
    """Return the fields over the text: from the labels upward the copyright, the date, the outlet, the headline."""
    labels = [n for n, line in enumerate(lines) if _front_label(line)]
    fields = {label.field: label.value for n in labels if (label := label_of(lines[n], _BASE))}
    rest = _without_copyright(lines[: labels[0]] if labels else lines)
    filled = [n for n, line in enumerate(rest) if line]
    date = next((n for n in reversed(filled[-_NEAR:]) if iso_date(rest[n])), None)
    if date is None:
        return fields | _undated(rest)
    outlet, title = _outlet_and_title(rest[:date])
    return {"published": rest[date], "outlet": outlet, **({"title": title} if title else {}), **fields}


def _without_copyright(lines: Sequence[str]) -> list[str]:
    """Return the lines without those of the copyright, which may stand anywhere between, and of page numbers."""
    above = list(lines)
    # The cover before the first document ends with a blank line.
    while above and (not above[-1] or _COPYRIGHT.match(above[-1])):
        above.pop()
    return [line for line in above if not _COPYRIGHT.match(line) and not _PAGE.fullmatch(line)]


def _undated(rest: Sequence[str]) -> dict[str, Any]:
    """Return headline, outlet and the words of a date that is none, from the last lines that stand together."""
    block: list[str] = []
    for line in reversed(rest):
        if not line and block:
            break
        if line:
            block.insert(0, line)
    names = ("title", "outlet", "published")
    return dict(zip(names, block, strict=False))


def _outlet_and_title(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the outlet, the last line, and the headline, which goes up to a blank line."""
    lines = list(lines)
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        return None, None
    title: list[str] = []
    outlet = lines.pop()
    while lines and not lines[-1]:
        lines.pop()
    while lines and lines[-1]:
        title.insert(0, lines.pop())
    return outlet, " ".join(title) or None


def _front_label(line: str) -> bool:
    label = label_of(line, _BASE)
    return label is not None and label.field in _FRONT


def _text(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return the paragraphs of the text, and the fields behind it."""
    text: list[str] = []
    for number, line in enumerate(lines):
        label = label_of(line, _BASE)
        if is_line(line, _BASE, "stops") or (label and label.field in ("after", "language")):
            found = (label_of(other, _BASE) for other in lines[number:])
            return text, {one.field: one.value for one in found if one and one.field in ("language", "url")}
        if line and not _PAGE.fullmatch(line):
            text.append(line)
    return text, {}


def raw_of_fields(fields: dict[str, Any], text: str, place: str) -> Raw:
    """Return the article of a document, told from the others by a digest of what it says."""
    known = {name: value for name, value in fields.items() if value and name not in ("length", "text")}
    known["authors"] = list(people(f"By {known.pop('byline')}")) if known.get("byline") else []
    header = header_from(known)
    number = digest(header.outlet or "", header.published or "", header.title or "", text)
    return Raw(text=text, header=header, number=number, place=place)
