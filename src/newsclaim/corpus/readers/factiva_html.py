"""Factiva, HTML: an element of class "article enArticle" a document; its fields have labels, or a fixed order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsclaim.corpus.dates import iso_date
from newsclaim.corpus.fields import header_from
from newsclaim.corpus.readers.counted import counted
from newsclaim.corpus.readers.document import Bad, Raw
from newsclaim.corpus.readers.reader import Item
from newsclaim.corpus.readers.records import digest
from newsclaim.corpus.readers.tree import by_class, line_in, paragraphs_in, tree_of

_ARTICLE = re.compile(r"class\s*=\s*[\"'][^\"'<>]*\barticle \w\wArticle", re.IGNORECASE)
_CLASS = re.compile(r"\b\w\wArticle\b", re.IGNORECASE)
_LABELS = {
    "HD": "title", "BY": "byline", "SN": "outlet", "PD": "published", "ET": "clock", "SE": "section", "LA": "language",
    "AN": "id", "CR": "credit", "PG": "page", "ED": "edition",
}  # fmt: skip
_WORDS = re.compile(r"\d[\d.,\s]*\s*(?:words|mots|wörter|woorden|palabras|parole|palavras)\b.*", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?:\s*[AP]M)?(?:\s*[A-Z]{2,4})?")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_COPYRIGHT = re.compile(r"\(c\)|©|copyright|tous droits|all rights|alle rechte", re.IGNORECASE)
_OWN = re.compile(r"\s*(?:Document|Dokument|Documento) ([A-Z0-9]{10,})\s*\Z", re.IGNORECASE)


def is_export(html: str) -> bool:
    """Return whether a page holds documents of Factiva."""
    return _ARTICLE.search(html) is not None


def documents(html: str) -> Iterator[Item]:
    """Yield the documents on a page.

    Raises:
        MissingExtraError: lxml is not installed.
        InputError: the page cannot be read.
    """
    nodes = [node for node in tree_of(html).iter("div") if _CLASS.search(node.get("class") or "")]
    yield from counted((_document(node, f"document {n}") for n, node in enumerate(nodes, 1)), len(nodes))


def _document(node: Any, place: str) -> Item:
    labelled = {line_in(cell).upper(): cell for cell in by_class(node, "index") if cell.getnext() is not None}
    fields, text = _of_table(labelled) if labelled else _of_lines(node)
    if not text:
        return Bad(f"it has no text ({fields.get('title', '')[:60]!r})", place)
    clock = fields.pop("clock", None)
    if clock and iso_date(f"{fields.get('published', '')} {clock}"):
        fields["published"] = f"{fields['published']} {clock}"
    own = fields.pop("id", "") or digest(fields.get("published", ""), fields.get("title", ""), *text)
    byline = fields.pop("byline", "")
    header = header_from(fields | {"authors": byline if not byline or byline.lower()[:3] == "by " else f"By {byline}"})
    return Raw(text="\n\n".join(text), header=header, number=own.removeprefix("Document "), place=place)


def _of_table(labelled: dict[str, Any]) -> tuple[dict[str, str], list[str]]:
    fields = {name: line_in(labelled[label].getnext()) for label, name in _LABELS.items() if label in labelled}
    cells = (labelled[label].getnext() for label in ("LP", "TD") if label in labelled)
    return fields, [text for cell in cells for text in paragraphs_in(cell)]


def _of_lines(node: Any) -> tuple[dict[str, str], list[str]]:
    """Return the fields and text of a document whose lines have no labels: each is known by its form or its place."""
    fields: dict[str, str] = {}
    text: list[str] = []
    for child in node:
        line = line_in(child) if isinstance(child.tag, str) else ""
        if not line:
            continue
        own = _OWN.search(line)
        if own and len(line) < 60:
            fields["id"] = own[1]
        elif child.tag == "p" or by_class(child, "articleParagraph"):
            text += paragraphs_in(child)
        elif not text:
            _take(fields, child, line)
    return fields, text


def _take(fields: dict[str, str], child: Any, line: str) -> None:
    """Put a line above the text into the field that it must be; the edition comes before the language."""
    name = next((name for name, holds in _forms(fields, child, line) if holds), None)
    if name is not None and (name == "language" or name not in fields):
        fields[name] = line


def _forms(known: dict[str, str], child: Any, line: str) -> Iterator[tuple[str, bool]]:
    """Yield the fields in the order of their lines, each with whether a line has its form and place."""
    yield "title", child.get("id") == "hd" or child.find(".//*[@id='hd']") is not None
    yield "section", "title" not in known
    yield "words", _WORDS.fullmatch(line) is not None
    yield "published", "published" not in known and iso_date(line) is not None
    yield "byline", "published" not in known
    yield "clock", _CLOCK.fullmatch(line) is not None
    yield "copyright", _COPYRIGHT.search(line) is not None
    yield "outlet", "outlet" not in known
    yield "code", "code" not in known and _CODE.fullmatch(line) is not None
    yield "language", "copyright" not in known
