"""An article without some of its blocks: what was found in them is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsclaim.models import Actor, Article, Extraction, Mention, NumericClaim, Quote


def without(found: Extraction, blocks: Iterable[int]) -> Extraction:
    """Return an extraction in which some blocks, by number, are boilerplate and nothing was found in them.

    A quote goes when all of its content stands there, an actor when nothing else mentions it.
    """
    gone = set(blocks)
    stretches = [(b.start, b.end) for n, b in enumerate(found.article.blocks) if n in gone]

    def inside(start: int) -> bool:
        return any(first <= start < last for first, last in stretches)

    quotes = tuple(q for q in found.quotes if not all(inside(span.start) for span in q.spans))
    told = [claim for claim in found.claims if not inside(claim.start)]
    known = {quote.id for quote in quotes} | {claim.id for claim in told}
    claims = tuple(_without_links(claim, known) for claim in told)
    needed = _needed(quotes, claims)
    actors = (_without_mentions(actor, inside) for actor in found.actors)
    return found.model_copy(
        update={
            "article": _silenced(found.article, gone),
            "quotes": quotes,
            "claims": claims,
            "actors": tuple(actor for actor in actors if actor.mentions or actor.id in needed),
        }
    )


def _silenced(article: Article, gone: set[int]) -> Article:
    blocks = (
        block.model_copy(update={"kind": "boilerplate"}) if n in gone else block
        for n, block in enumerate(article.blocks)
    )
    return article.model_copy(update={"blocks": tuple(blocks)})


def _without_mentions(actor: Actor, inside: Callable[[int], bool]) -> Actor:
    mentions = tuple(mention for mention in actor.mentions if not inside(mention.start))
    roles = tuple(role for role in actor.roles if not inside(role.start))
    return actor.model_copy(update={"mentions": mentions, "roles": roles})


def _without_links(claim: NumericClaim, known: set[str]) -> NumericClaim:
    """Return a claim that points at nothing that is gone."""
    links = {"quote": claim.quote, "part_of": claim.part_of, "adds_to": claim.adds_to}
    gone = {field: None for field, other in links.items() if other is not None and other not in known}
    return claim.model_copy(update=gone) if gone else claim


def _needed(quotes: Iterable[Quote], claims: Iterable[NumericClaim]) -> set[str]:
    """Return the actors that speak, relay, own or are the source of what is left."""
    several: list[Mention] = [mention for quote in quotes for mention in (*quote.speakers, *quote.via)]
    for claim in claims:
        several += [*claim.sources, *([claim.whose] if claim.whose else [])]
    return {mention.actor for mention in several if mention.actor}
