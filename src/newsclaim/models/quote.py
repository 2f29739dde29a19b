"""Reported speech, and mentions in a role: who speaks, who relays it."""

from __future__ import annotations

from typing import Literal

from newsclaim.models.base import Model, Span

QuoteKind = Literal["direct", "mixed", "indirect"]
How = Literal["name", "short-name", "title", "nominal", "pronoun", "metonym", "continuation"]
Stance = Literal[
    "says", "claims", "confirms", "denies", "warns", "predicts", "demands", "promises", "praises", "condemns",
    "accuses", "asks", "suggests", "announces", "agrees", "disputes", "apologises", "believes", "finds", "withholds",
]  # fmt: skip


class Mention(Span):
    """A mention in a role (speaker, source, via, whose), as the article says it in this place.

    `actor` and `name` are the id and canonical name of the actor it was resolved to, None when nobody is.
    """

    actor: str | None = None
    name: str | None = None
    how: How | None = None


class Cue(Span):
    """The reporting verb, noun or phrase ("said", "according to") with its lemma and stance."""

    lemma: str
    stance: Stance


class Quote(Model):
    """Reported speech: its content, who is credited, by which words, and who relays it. See the contract for fields."""

    id: str
    kind: QuoteKind
    spans: tuple[Span, ...]
    verbatim: tuple[Span, ...] = ()
    speakers: tuple[Mention, ...] = ()
    cue: Cue | None = None
    via: tuple[Mention, ...] = ()
    rule: str
