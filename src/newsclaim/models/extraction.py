"""Everything found in one article: a line of `newsclaim extract`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsclaim.models.actor import Actor
from newsclaim.models.article import Article
from newsclaim.models.base import Model
from newsclaim.models.claim import NumericClaim
from newsclaim.models.quote import Quote

ExtractionSchema = Literal["newsclaim.extraction/2"]


class PipelineInfo(Model):
    """Which version of the program and which language model made an extraction."""

    version: str
    model: str


class Extraction(Model):
    """Everything found in one article: a line of `newsclaim extract`."""

    schema_: ExtractionSchema = Field(default="newsclaim.extraction/2", alias="schema")
    pipeline: PipelineInfo
    article: Article
    quotes: tuple[Quote, ...] = ()
    claims: tuple[NumericClaim, ...] = ()
    actors: tuple[Actor, ...] = ()
    problems: tuple[str, ...] = ()
