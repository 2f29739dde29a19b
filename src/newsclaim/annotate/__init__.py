"""Article → spaCy Doc: the only place that loads a language model.

A Doc covers the article's text from its first character, so token offsets are offsets into `Article.text`; line breaks
inside a block are blanks in it. Sentences never cross a block. A text longer than `LONGEST` characters is read in
sections (`sections`), and each goes through the language model in parts, cut where blocks begin: nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsclaim.annotate.model import LONGEST, forget, load, model_version
from newsclaim.annotate.parts import PART, Part, in_parts, joined, unwrapped
from newsclaim.annotate.sections import in_sections, is_long
from newsclaim.config import DEFAULT_MODEL
from newsclaim.models import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "DEFAULT_MODEL",
    "PART",
    "annotate",
    "forget",
    "in_sections",
    "is_long",
    "load",
    "model_version",
    "unwrapped",
]

#: 16 to 32 articles per batch keep memory flat; at 1,024 the pipeline takes 10 GB.
BATCH_SIZE = 24
#: So many characters go through the language model together: more take more memory and are no faster.
BATCH_ROOM = 50_000
#: What spaCy is told instead: its parsers take a quarter of that at a time, and a step of theirs for twelve articles
#: costs less than two for six.
_AT_ONCE = 2 * BATCH_SIZE


def annotate(articles: Iterable[Article], model: str = DEFAULT_MODEL, longest: int = LONGEST) -> Iterator[Doc]:
    """Yield a Doc for each article, in order, annotated in batches; what is longer than `longest` goes in parts.

    Raises:
        ModelError: as `load`.
    """
    from newsclaim.fastpipe import one_thread

    nlp = load(model)
    batches = _batches(in_parts(nlp, articles, longest))
    with one_thread():
        yield from joined(part for batch in batches for part in nlp.pipe(batch, as_tuples=True, batch_size=_AT_ONCE))


def _batches(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Yield the parts in batches: at most `BATCH_SIZE`, and of `BATCH_ROOM` characters unless it is only one."""
    batch: list[Part] = []
    size = 0
    for part in parts:
        length = _length(part[0])
        if batch and (len(batch) == BATCH_SIZE or size + length > BATCH_ROOM):
            yield batch
            batch, size = [], 0
        batch.append(part)
        size += length
    if batch:
        yield batch


def _length(doc: Doc) -> int:
    """Return how many characters a Doc has; its text would be put together from all words."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0
