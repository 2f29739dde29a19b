"""The order of the stages: files → Article → Doc → findings → actors → store. Read this file and you have seen it all."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from newsclaim._version import __version__
from newsclaim.models import Article, Extraction, PipelineInfo


def extract(articles: Iterable[Article], model: str, clock: object = None) -> Iterator[Extraction]:
    """Yield the extraction of each article, in order."""
    from newsclaim import annotate
    from newsclaim.extraction import extract_doc

    info = PipelineInfo(version=__version__, model=annotate.model_version(model))
    kept: list[Article] = list(articles)
    for article, doc in zip(kept, annotate.annotate(kept, model), strict=True):
        yield extract_doc(doc, article, info)


_ = time
