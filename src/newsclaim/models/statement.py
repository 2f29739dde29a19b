"""The same statement in several articles: wordings, how alike they are, and the groups of `compare --quotes`."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsclaim.models.base import Model
from newsclaim.models.quote import QuoteKind
from newsclaim.models.rows import QuoteRow

#: How a quote renders the fullest one of its group; the gravest first.
Rendering = Literal["negated", "changed", "merged", "clipped", "paraphrased", "identical"]


class Likeness(NamedTuple):
    """Two wordings by their hashes: what the words weigh that they have in common, and their part of each (0 to 1).

    `apart`: each has a number that the other one has not.
    """

    a: int
    b: int
    weight: float
    of_a: float
    of_b: float
    apart: bool = False


class Saying(NamedTuple):
    """A quote as statements are grouped: its wording's hash and weight, who says it, how, in which story, how long."""

    id: str
    form: int
    weight: float
    speakers: tuple[str, ...]
    kind: QuoteKind
    article: str
    outlet: str | None
    published: str | None
    story: int | None = None
    words: int = 0


class Stretch(NamedTuple):
    """A part of a quote: where it begins in the article's text, and what is written there."""

    start: int
    text: str


class Written(NamedTuple):
    """A quote as its rendering is told."""

    kind: QuoteKind
    spans: tuple[Stretch, ...]


class Rendered(NamedTuple):
    """How a quote renders another one; `differs` are the offsets of the words that the other does not have."""

    rendering: Rendering
    differs: tuple[tuple[int, int], ...] = ()


class Differing(Model):
    """A stretch of a rendering that the fullest one does not have in this place: offsets into its article's text."""

    start: int
    end: int
    text: str


class RenderedQuote(QuoteRow):
    """A quote in its group: how it renders the fullest one, and which of its words differ."""

    rendering: Rendering
    differs: tuple[Differing, ...] = ()


class Statement(Model):
    """One statement in several articles; `text` is the fullest rendering, `speakers` all whom the articles credit."""

    id: str
    speaker: str | None
    text: str
    kind: Literal["identical", "varied"]
    articles: int
    outlets: int
    origins: int
    speakers: tuple[str, ...] = ()
    quotes: tuple[RenderedQuote, ...]


class StatementRef(Model):
    """Which statement a row belongs to."""

    id: str
    speaker: str | None
    kind: Literal["identical", "varied"]
    articles: int
    outlets: int
    origins: int


class StatementRow(RenderedQuote):
    """A quote with the statement it renders: a line of `compare --quotes` as CSV."""

    group: StatementRef


class Statements(Model):
    """The answer to `compare --quotes`; `size` counts those groups too that a limit has cut off."""

    size: int = 0
    groups: tuple[Statement, ...] = ()

    def to_dicts(self) -> list[dict[str, str | int | None]]:
        """Return each rendering of each statement as plain values, for a frame of pandas or polars."""
        return [
            {
                "statement": group.id, "speaker": group.speaker, "articles": group.articles, "outlets": group.outlets,
                "origins": group.origins, "id": one.id, "rendering": one.rendering, "kind": one.kind,
                "quote": " … ".join(" ".join(span.text.split()) for span in one.spans), "article": one.article.id,
                "outlet": one.article.outlet, "published": one.article.published,
            }
            for group in self.groups
            for one in group.quotes
        ]  # fmt: skip
