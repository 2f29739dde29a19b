"""Text → Article: blocks, title, identity."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from newsclaim.corpus.blocks import find_blocks
from newsclaim.models import Article
from newsclaim.text import sha256


def make_article(  # noqa: PLR0913 - the fields of an article
    text: str,
    *,
    id: str = "text",  # noqa: A002 - the contract's name
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    updated: str | None = None,
    url: str | None = None,
    authors: Sequence[str] = (),
    path: str | None = None,
    body_only: bool = False,
) -> Article:
    """Return an Article whose `text` is the given one, code point for code point, cut into blocks.

    Args:
        text: the article without a header.
        id: the article's id.
        title: the headline; without one the first line is taken where it reads like a headline.
        outlet: who published it.
        published: ISO 8601 date or time.
        updated: ISO 8601 date or time.
        url: where it was found.
        authors: names in order.
        path: the file it came from.
        body_only: call every block "body", whatever it looks like.
    """
    return Article(
        id=id,
        title=title,
        outlet=outlet,
        published=published,
        updated=updated,
        url=url,
        authors=tuple(authors),
        path=path,
        sha256=sha256(text),
        text=text,
        blocks=find_blocks(text, title, body_only=body_only),
    )


def article_from_file_text(raw: str, *, id: str, path: str | None = None) -> Article:  # noqa: A002 - the contract's name
    """Return the Article of a text file: its header read and cut off, line ends `\\n`, Unicode in NFC.

    Raises:
        InputError: the header is broken, or there is no text.
    """
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    return make_article(text, id=id, path=path)
