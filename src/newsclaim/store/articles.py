"""Articles: their rows, and their bodies (text, blocks, what else was read), compressed."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newsclaim.models import Article, Block, Extraction, PipelineInfo
from newsclaim.models.rows import ArticleRef
from newsclaim.store.codec import build, unreadable
from newsclaim.text import sha256, stable_number

#: The columns of an `ArticleRef`, in the order of its fields.
REF = "article.id, article.title, article.outlet, article.published, article.url, article.path"


class Known(NamedTuple):
    """What the store knows of an article without reading it."""

    fingerprint: str
    pipeline: str
    location: str
    #: The form of its rows; see `codec.FORM`.
    form: int


class Body(NamedTuple):
    """What is kept of an article besides its row."""

    article: Article
    pipeline: PipelineInfo
    problems: tuple[str, ...]


def number_of_article(article: str) -> int:
    """Return the number of an article's row, made from its id."""
    return stable_number(article)


def listed(articles: Iterable[str]) -> str:
    """Return the numbers of some articles as a list that a query takes (`json_each`)."""
    return json.dumps([number_of_article(article) for article in articles])


def row_of_article(found: Extraction, fingerprint: str, location: str, form: int) -> tuple[object, ...]:
    """Return the row of an article."""
    article = found.article
    return (
        number_of_article(article.id), article.id, article.title, article.outlet, article.published, article.updated,
        article.url, article.path, location, len(article.text.split()), len(found.quotes), len(found.claims),
        fingerprint, f"{found.pipeline.version} {found.pipeline.model}", form,
    )  # fmt: skip


def save_article(connection: sqlite3.Connection, row: tuple[object, ...], body: bytes) -> None:
    """Write the row and the body of an article that is not there yet."""
    connection.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO article_body VALUES (?, ?)", (row[0], body))


def known(connection: sqlite3.Connection) -> dict[str, Known]:
    """Return what is stored of each article, by id."""
    rows = connection.execute("SELECT id, fingerprint, pipeline, location, form FROM article ORDER BY id")
    return {article: Known(*rest) for article, *rest in rows}


def made_from(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield every article, by id, and from what it was made; quicker than `known`."""
    yield from connection.execute("SELECT id, fingerprint || ' ' || pipeline FROM article")


def load_bodies(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Body]]:
    """Yield what was read of some articles, by the numbers of their rows, in one query."""
    rows = connection.execute(
        f"SELECT article.number, article_body.body, article.updated, {REF} FROM article "
        "JOIN article_body ON article_body.article = article.number "
        "WHERE article.number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(numbers)),),
    )
    for number, body, updated, *ref in rows:
        yield number, _read(body, dict(zip(ArticleRef.model_fields, ref, strict=True)) | {"updated": updated})


def load_texts(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, str, list[Block]]]:
    """Yield number, text and blocks of some articles, in one query and without a check of what was stored."""
    for number, (text, blocks, *_) in _expanded(connection, numbers):
        yield number, text, [Block.model_construct(start=start, end=end, kind=kind) for start, end, kind in blocks]


def load_plain(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield number and text of some articles, in one query and without a check of what was stored."""
    yield from ((number, text) for number, (text, *_) in _expanded(connection, numbers))


def load_found(connection: sqlite3.Connection, table: str, numbers: Iterable[int]) -> Iterator[tuple[int, str, str]]:
    """Yield number and body of some quotes or claims, and the text of the article of each."""
    rows = connection.execute(
        f"SELECT number, article, body FROM {table} WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(numbers)),),
    ).fetchall()
    texts = dict(load_plain(connection, {article for _, article, _ in rows}))
    yield from ((number, body, texts[article]) for number, article, body in rows)


def _expanded(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Any]]:
    rows = connection.execute(
        "SELECT article, body FROM article_body WHERE article IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(numbers)),),
    )
    for number, body in rows:
        try:
            yield number, expanded(body)
        except ValueError as error:
            raise unreadable("an article") from error


def body_of_article(found: Extraction) -> bytes:
    """Return what is kept of an article besides its row."""
    article = found.article
    blocks = [(block.start, block.end, block.kind) for block in article.blocks]
    whole = (
        article.text, blocks, article.authors, article.extra, found.problems, found.pipeline.version,
        found.pipeline.model,
    )  # fmt: skip
    return compressed(whole)


def _read(body: bytes, ref: dict[str, Any]) -> Body:
    what = f"the article {ref['id']!r}"
    try:
        text, blocks, authors, extra, problems, version, model = expanded(body)
        spans = [dict(zip(("start", "end", "kind"), block, strict=True)) for block in blocks]
    except ValueError as error:
        raise unreadable(what) from error
    fields = {"text": text, "sha256": sha256(text), "blocks": spans, "authors": authors, "extra": extra}
    return Body(build(Article, ref | fields, what), PipelineInfo(version=version, model=model), tuple(problems))


def compressed(value: object, level: int = zlib.Z_DEFAULT_COMPRESSION) -> bytes:
    """Return JSON data, compressed."""
    return deflated(json.dumps(value, ensure_ascii=False, separators=(",", ":")), level)


def deflated(data: str, level: int = zlib.Z_DEFAULT_COMPRESSION) -> bytes:
    """Return JSON data that is written already, compressed."""
    return zlib.compress(data.encode("utf-8", "surrogatepass"), level)


def expanded(data: bytes) -> Any:
    """Return the JSON data of `compressed`.

    Raises:
        ValueError: it is none.
    """
    try:
        return json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    except zlib.error as error:
        raise ValueError(str(error)) from error
