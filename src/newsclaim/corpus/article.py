"""Text → Article: header, title, blocks, identity."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newsclaim.corpus.blocks import blocks_of, first_own_line, is_title_line
from newsclaim.corpus.readers.document import Raw
from newsclaim.corpus.readers.text import raw_of
from newsclaim.models import Article
from newsclaim.text import plain, sha256

#: A first line that is taken for the title of a text without header is cut here.
_TITLE_LENGTH = 200
#: Half of a surrogate pair is no character: it can stand neither in UTF-8 nor in JSON.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


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
    extra: Mapping[str, str] | None = None,
    body_only: bool = False,
) -> Article:
    """Return an Article whose `text` is the given one, code point for code point, cut into blocks.

    Only lone surrogates are replaced, one by one, by U+FFFD, so that offsets hold; in the other fields too.

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
        extra: what else is said of it.
        body_only: call every block "body", whatever it looks like.
    """
    text = _sound(text)
    blocks = blocks_of(text, title, body_only=body_only)
    titled = next((block for block in blocks if block.kind == "title"), None)
    if title is None and titled:
        title = text[titled.start : titled.end]
    return Article(
        id=_sound(id),
        title=title and _sound(title),
        outlet=outlet and _sound(outlet),
        published=published,
        updated=updated,
        url=url and _sound(url),
        authors=tuple(map(_sound, authors)),
        path=path and _sound(path),
        sha256=sha256(text),
        extra={_sound(key): _sound(value) for key, value in (extra or {}).items()},
        text=text,
        blocks=blocks,
    )


def article_from_file_text(raw: str, *, id: str, path: str | None = None) -> Article:  # noqa: A002 - the contract's name
    r"""Return the Article of a text file: its header read and cut off, line ends `\n`, Unicode in NFC.

    Raises:
        InputError: the header is broken, or there is no text.
    """
    return article_of(raw_of(raw), id=id, path=path)


def article_of(raw: Raw, *, id: str, path: str | None) -> Article:  # noqa: A002
    """Return the Article that a document of a file makes."""
    header = raw.header
    text = raw.text if raw.exact else _with_title(plain(raw.text), header.title)
    article = make_article(
        text,
        id=id,
        title=header.title,
        outlet=header.outlet,
        published=header.published,
        updated=header.updated,
        url=header.url,
        authors=header.authors,
        extra=header.extra,
        path=path,
    )
    if article.title is None and not raw.exact:
        article = article.model_copy(update={"title": _cut(first_own_line(text))})
    return article


def _with_title(body: str, title: str | None) -> str:
    """Return the body with the header's title as its first line, unless it begins with it already."""
    if title is None or is_title_line(first_own_line(body) or "", title):
        return body
    return f"{title}\n\n{body}"


def _sound(text: str) -> str:
    return _LONE_SURROGATE.sub("\ufffd", text)


def _cut(line: str | None) -> str | None:
    if line is None or len(line) <= _TITLE_LENGTH:
        return line
    return line[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"
