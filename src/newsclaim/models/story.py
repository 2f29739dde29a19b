"""What an article tells beyond its own findings: its story, its event, and where its text comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from newsclaim.models.base import Model

#: What tells which of two articles with the same text was first.
CopyDirection = Literal["credit", "quotation", "date", "unknown"]
#: `named`: somebody outside the press whom the article names; `agency`: an agency or outlet whose report it is; `copy`:
#: the article whose text it is; `own-voice`: nobody is named, the outlet itself tells it; `unnamed`: somebody without a
#: name ("officials", "reports").
OriginKind = Literal["named", "agency", "copy", "own-voice", "unnamed"]


class StoryEvent(Model):
    """What happened, where and when.

    `what` is the lemma of the noun or verb of the event ("fire", "strike"), `place` the named place, `country` its ISO
    3166-1 alpha-2 code, `from` and `to` the first and last day as ISO dates, both included.
    """

    what: str | None = None
    place: str | None = None
    country: str | None = None
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None


class Share(Model):
    """Passages that an article has in common with another one, statements and quotations not counted.

    `words` is their length, `share` their part of this article's own words (0 to 1).
    """

    article: str
    words: int
    share: float


class Context(Model):
    """An article in its corpus: its story and event, whom it names as its source, what it copies or shares.

    `agency` is the agency or outlet that the article itself names as the source of its text (credit, dateline,
    "contributed to this report", "first reported by"). `copy_of` is the article whose text it is. `names` are the rare
    names that it tells its story by, word by word and folded. `dateline` is where the place stands that it is sent from
    (offsets), or null.
    """

    article: str
    story: str
    event: StoryEvent | None = None
    agency: str | None = None
    copy_of: str | None = None
    copy_direction: CopyDirection | None = None
    shares: tuple[Share, ...] = ()
    names: tuple[str, ...] = ()
    dateline: tuple[int, int] | None = None


class Named(NamedTuple):
    """The story of an article and the rare names that it tells it by."""

    story: str
    names: Sequence[str]


class Origin(Model):
    """Where findings come from in the end, with the articles that rest on it."""

    id: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...] = ()
