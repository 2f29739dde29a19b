"""HTML of press databases: Nexis, Factiva, Europresse. Each is told by marks of its own, and holds many documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.corpus.markup import prose_of
from newsclaim.corpus.readers import europresse, factiva_html, nexis_text, page
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source

_NEXIS = re.compile(r"<a name=\"?DOC_ID_|>\s*\d+ of \d+ DOCUMENTS?\s*<", re.IGNORECASE)


def fits(source: Source) -> bool:
    """Return whether a file is the page of a press database."""
    return page.fits(source) and documents(source.start) is not None


def read(source: Source) -> Iterator[Item]:
    """Yield the documents on the page.

    Raises:
        MissingExtraError: the extra for pages is not installed.
        InputError: it cannot be read.
    """
    html = page.text_of(source.data())
    found = documents(html)
    yield from found if found is not None else [page.article(html)]


def documents(html: str) -> Iterator[Item] | None:
    """Return the documents on a page, None when it is of no database."""
    if factiva_html.is_export(html):
        return factiva_html.documents(html)
    if europresse.is_export(html):
        return europresse.documents(html)
    if _NEXIS.search(html):
        return nexis_text.documents(prose_of(html))
    return None


READER = Reader(name="database-html", endings=(".html", ".htm"), fits=fits, read=read)
