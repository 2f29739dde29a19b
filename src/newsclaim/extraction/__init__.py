"""Doc → page → models: quotes, numeric claims and actors of one article, joined by `link`.

`quotes`, `numbers` and `actors` do not import one another, they share `page` and `attribution`; no spaCy object leaves
this package.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from newsclaim.extraction import corrections
from newsclaim.extraction.actors import find_actors
from newsclaim.extraction.attribution import frames_of, without_papers
from newsclaim.extraction.link import link
from newsclaim.extraction.numbers import find_claims
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes
from newsclaim.models import Article, Extraction, PipelineInfo

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Told after each stage: its name and the seconds it took.
Clock = Callable[[str, float], None]


def extract_doc(
    doc: Doc, article: Article, info: PipelineInfo, problems: tuple[str, ...] = (), clock: Clock | None = None
) -> Extraction:
    """Return everything found in one annotated article, linked and with its actors resolved inside the article.

    `problems` are what annotation left out, in words; they are handed on.
    """
    marks = [time.perf_counter()]
    page = page_of(doc, article)
    marks.append(time.perf_counter())
    frames = frames_of(page)
    quotes = corrections.outside(article, find_quotes(page, frames))
    marks.append(time.perf_counter())
    claims = find_claims(page, frames)
    marks.append(time.perf_counter())
    actors = find_actors(page, without_papers(page, frames, quotes), claims)
    marks.append(time.perf_counter())
    findings = link(article, quotes, claims, actors)
    marks.append(time.perf_counter())
    if clock:
        for name, start, end in zip(("page", "quotes", "numbers", "actors", "link"), marks, marks[1:], strict=False):
            clock(name, end - start)
    return Extraction(
        pipeline=info,
        article=article,
        quotes=findings.quotes,
        claims=corrections.denied(article, findings.claims),
        actors=actors.actors,
        problems=problems,
    )
