"""The words around what was found: paragraphs with marks, and sentences before and after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from newsclaim.models.rows import ArticleRef, ClaimRow, Passage, QuoteRow
from newsclaim.sentences import sentence_starts

if TYPE_CHECKING:
    from newsclaim.models import Article
    from newsclaim.models.mark import MarkRef
    from newsclaim.store import Store

Mark = tuple[int, int]
#: A paragraph that is longer is no paragraph: its marks of them were lost, or it is a list.
_LONG = 1_500
#: Of such a one this much is shown before and behind what was found, up to the ends of sentences.
_NEAR = 400
Row = TypeVar("Row", QuoteRow, ClaimRow)


def marks_of(row: QuoteRow | ClaimRow) -> list[Mark]:
    """Return the offsets of what was found in its article."""
    return [(span.start, span.end) for span in row.spans] if isinstance(row, QuoteRow) else [(row.start, row.end)]


def passages(store: Store, wanted: Sequence[tuple[str, Sequence[Mark]]]) -> tuple[Passage, ...]:
    """Return the paragraphs around marked stretches; `wanted` pairs articles with offsets, in order."""
    texts = store.texts({article for article, _ in wanted})
    return tuple(passage for article, marks in wanted for passage in around(texts[article], marks))


def around(article: Article, marks: Sequence[Mark]) -> Iterator[Passage]:
    """Yield the blocks of an article in which a marked stretch begins; of a long one the sentences around it."""
    ref = ArticleRef(**{key: getattr(article, key) for key in ArticleRef.model_fields})
    for block in article.blocks:
        inside = [mark for mark in marks if block.start <= mark[0] < block.end]
        if inside:
            start, end = _near(article.text, (block.start, block.end), inside)
            shown = tuple((s - start, e - start) for s, e in inside)
            yield Passage(article=ref, start=start, text=article.text[start:end], marks=shown)


def _near(text: str, block: Mark, marks: Sequence[Mark]) -> Mark:
    """Return the offsets of a block, of a long one those of the sentences that stand near what is marked."""
    start, end = block
    first, last = marks[0][0], min(max(e for _, e in marks), end)
    if end - start <= _LONG:
        return block
    starts = [*sentence_starts(text, start, end), end]
    low = starts[max(0, bisect_right(starts, max(start, first - _NEAR)) - 1)]
    high = starts[min(len(starts) - 1, bisect_right(starts, min(end, last + _NEAR)))]
    return low, high


def with_context(store: Store, rows: Sequence[Row], sentences: int) -> list[Row]:
    """Return rows whose `context` holds so many sentences before and after what was found."""
    texts = store.texts({row.article.id for row in rows})
    starts = {name: _sentences(article) for name, article in texts.items()}
    return [
        row.model_copy(update={"context": _context(row, texts[row.article.id], starts[row.article.id], sentences)})
        for row in rows
    ]


def with_marks(rows: list[Row], marks: Mapping[str, MarkRef]) -> list[Row]:
    """Return rows with what people say of them."""
    if not marks:
        return rows
    return [row.model_copy(update={"mark": marks[row.id]}) if row.id in marks else row for row in rows]


def _context(row: QuoteRow | ClaimRow, article: Article, starts: Sequence[int], sentences: int) -> str:
    marks = marks_of(row)
    first = max(0, bisect_right(starts, marks[0][0]) - 1 - sentences)
    last = bisect_right(starts, marks[-1][1] - 1) + sentences
    end = starts[last] if last < len(starts) else len(article.text)
    return article.text[starts[first] if starts else 0 : end].strip()


def _sentences(article: Article) -> list[int]:
    return [start for block in article.blocks for start in sentence_starts(article.text, block.start, block.end)]
