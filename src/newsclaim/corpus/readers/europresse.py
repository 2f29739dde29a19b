"""Europresse, HTML: an `article` a document with a header, or in the old form a cell of a table."""

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

_OUTLET = "DocPublicationName"
_TITLE = ("titreArticle", "TitreArticleVisu", "titreArticleVisu")
_TEXT = ("docOcurrContainer", "DocText", "docText")
_AUTHOR = ("docAuthors", "DocAuthors", "docAuthor", "auteur", "sm-margin-bottomNews")
#: What stands around the text in the old form, and below it in both.
_AROUND = ("DocHeader", "DocPublicationName", "publiC-lblCertificatIssuedTo", "apd-sources-date")
_CERTIFICATE = re.compile(
    r"^(?:certificat|certificate|émis le|issued|tous droits réservés|all rights reserved|©|\(c\)"
    r"|cet article est paru dans|note\(s\)\s*:|le présent document|news·)",
    re.IGNORECASE,
)
_OWN = re.compile(r"news·\d{8}·[\w·.-]+")
_ISSUE = re.compile(r"[,;]? (?:no|n°|nº|nos)\.? ?\S+.*\Z", re.IGNORECASE)


def is_export(html: str) -> bool:
    """Return whether a page holds documents of Europresse."""
    return _OUTLET.lower() in html.lower()


def documents(html: str) -> Iterator[Item]:
    """Yield the documents on a page.

    Raises:
        MissingExtraError: lxml is not installed.
        InputError: the page cannot be read.
    """
    marks: dict[Any, Any] = {}
    for mark in by_class(tree_of(html), _OUTLET):
        # An edition beside the name has the same class: the first of a cell counts.
        marks.setdefault(next(mark.iterancestors("article", "td"), mark), mark)
    nodes = [node for mark in marks.values() if (node := _around(mark, set(marks.values()))) is not None]
    yield from counted((_document(node, f"document {n}") for n, node in enumerate(nodes, 1)), len(nodes))


def _around(mark: Any, marks: set[Any]) -> Any:
    """Return the element that is the whole document: an article, or the outermost cell with this outlet only."""
    whole = None
    for node in mark.iterancestors():
        if sum(one in marks for one in by_class(node, _OUTLET)) > 1:
            break
        if node.tag == "article":
            return node
        whole = node
    return whole


def _document(node: Any, place: str) -> Item:
    # Elements that are read as fields are taken out, so that none of them is read as text.
    outlet = _ISSUE.sub("", _taken(node, _OUTLET))
    titles = [line_in(one) for one in by_class(node, *_TITLE)]
    about, authors = _taken(node, "DocHeader"), _taken(node, *_AUTHOR)
    containers = by_class(node, *_TEXT)
    own = _OWN.search(line_in(node))
    _drop(by_class(node, *_TITLE))
    _drop([] if containers else list(node.iter("header", "footer")))
    if not containers:
        _laid_out(node)
    text = [one for part in containers[:1] or [node] for one in paragraphs_in(part)]
    text = _without_certificate(text)
    if not text:
        return Bad(f"it has no text ({' '.join(titles)[:60]!r})", place)
    fields = {
        "title": titles[0] if titles else None, "outlet": outlet, "authors": f"By {authors}" if authors else None,
    }  # fmt: skip
    header = header_from(fields | _dated(about))
    number = own[0] if own else digest(outlet, header.published or "", header.title or "", *text)
    return Raw(text="\n\n".join(text), header=header, number=number, place=place)


def _dated(about: str) -> dict[str, str | None]:
    """Return what the line under the outlet says: section and date."""
    date = next((one for one in [*about.split(", "), about] if iso_date(one)), "")
    section = about.partition(",")[0].strip()
    is_section = section and not iso_date(section) and section.lower() not in date.lower()
    return {"published": date, "section": section if is_section else None}


def _taken(node: Any, *names: str) -> str:
    found = by_class(node, *names)
    line = line_in(found[0]) if found else ""
    _drop(found)
    return line


def _laid_out(node: Any) -> None:
    """Make the tables of the old form, which only lay the page out, to what they stand for."""
    for one in node.iter("table", "tbody", "tr", "td"):
        one.tag = "div"


def _drop(nodes: list[Any]) -> None:
    for one in nodes:
        if one.getparent() is not None:
            one.drop_tree()


def _without_certificate(text: list[str]) -> list[str]:
    """Return the text up to the certificate or notice of rights that ends it."""
    last = next((n for n, line in enumerate(text) if n and _CERTIFICATE.match(line) and n > len(text) - 8), len(text))
    return [line for line in text[:last] if not _OWN.fullmatch(line)]
