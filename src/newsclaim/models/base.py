"""What all models share: frozen, strict about fields; and the span, a stretch of an article's text."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Base of all models: frozen, no unknown fields, fields may be filled by name or by JSON alias."""

    # Validators are built when a model is first used: a query needs few of them, and start-up counts.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Span(Model):
    """A stretch of the article's text."""

    start: int
    end: int
    text: str
