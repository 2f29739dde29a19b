"""Hand-made articles and findings for tests that need no language model. All names are made up."""

from __future__ import annotations

from newsclaim.models import (
    Actor,
    ActorMention,
    Alias,
    Article,
    Block,
    Counted,
    Cue,
    Extraction,
    Mention,
    NumericClaim,
    PipelineInfo,
    Quote,
    Role,
    Source,
    Span,
)
from newsclaim.store import Processed, Store
from newsclaim.text import sha256, span_of, stable_id

INFO = PipelineInfo(version="0.0.1", model="hand made")

TEXT = (
    "Port | “a [mess]”\n"
    "Minister Ada Brook said about 3,000 dockers had left. “It is a *mess*; we = 5 | 6,” she added.\n"
    "Up to 500 more could follow, according to the union."
)


def article(id_: str = "port", text: str = TEXT, **header) -> Article:
    """An article with a block per line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(start=start, end=start + len(line), kind="body" if start else "title"))
        start += len(line) + 1
    defaults = {"title": text.split("\n")[0], "outlet": "Harbour Wire", "published": "2024-10-23", "path": f"{id_}.txt"}
    return Article(id=id_, text=text, sha256=sha256(text), blocks=tuple(blocks), **(defaults | header))


def at(text: str, piece: str, kind: type = Span, **fields):
    """The first place of a piece of text as a span of some kind."""
    start = text.index(piece)
    return kind(**span_of(text, start, start + len(piece)).model_dump(), **fields)


def extraction(id_: str = "port", **header) -> Extraction:
    """One article with two quotes, two claims and two actors."""
    art = article(id_, **header)
    text = art.text
    brook, union = stable_id("a", "ada brook"), stable_id("a", "the union")
    minister = at(text, "Minister Ada Brook", Mention, actor=brook, name="Ada Brook", how="name")
    she = at(text, "she", Mention, actor=brook, name="Ada Brook", how="pronoun")
    the_union = at(text, "the union", Mention, actor=union, name="the union", how="nominal")
    said = at(text, "said", Cue, lemma="say", stance="says")
    per = at(text, "according to", Cue, lemma="according to", stance="says")
    quotes = (
        Quote(
            id=stable_id("q", id_, 1), kind="indirect", spans=(at(text, "about 3,000 dockers had left"),),
            speakers=(minister,), cue=said, rule="that-clause",
        ),
        Quote(
            id=stable_id("q", id_, 2), kind="direct", spans=(at(text, "It is a *mess*; we = 5 | 6,"),),
            verbatim=(at(text, "It is a *mess*; we = 5 | 6,"),), speakers=(she,),
            cue=at(text, "added", Cue, lemma="add", stance="says"), via=(the_union,), rule="quote-before-cue",
        ),
    )  # fmt: skip
    claims = (
        NumericClaim(
            id=stable_id("n", id_, 1), number=at(text, "3,000"), value=3000, qualifier="approx",
            counted=at(text, "dockers", Counted, head="docker"), sources=(Source(**minister.model_dump(), cue=said),),
            quote=quotes[0].id, rule="count", **at(text, "about 3,000 dockers").model_dump(),
        ),
        NumericClaim(
            id=stable_id("n", id_, 2), number=at(text, "500"), value=500, high=500, qualifier="at_most",
            counted=at(text, "500 more", Counted, head="docker"), role="increment", status="possible",
            sources=(Source(**the_union.model_dump(), cue=per),), rule="count",
            **at(text, "Up to 500 more").model_dump(),
        ),
    )  # fmt: skip
    actors = (
        Actor(
            id=brook, name="Ada Brook", kind="person", country="GB",
            roles=(Role(title="Minister", start=text.index("Minister"), end=text.index("Ada")),),
            aliases=(Alias(text="Ada Brook", rule="name", count=1),),
            mentions=(at(text, "Ada Brook", ActorMention, how="name"), at(text, "she", ActorMention, how="pronoun")),
        ),
        Actor(
            id=union, name="the union", kind="group", aliases=(Alias(text="the union", rule="nominal", count=1),),
            mentions=(at(text, "the union", ActorMention, how="nominal"),),
        ),
    )  # fmt: skip
    actors = tuple(sorted(actors, key=lambda a: a.id))
    return Extraction(
        pipeline=INFO, article=art, quotes=quotes, claims=claims, actors=actors, problems=("none | really",)
    )


def saved(path, *extractions: Extraction) -> None:
    """Store extractions, each actor as one of the corpus."""
    with Store(path, create=True) as store:
        store.save(Processed(e, "fingerprint", f"/files/{e.article.id}.txt") for e in extractions)
        members = {(e.article.id, a.id): a.id for e in extractions for a in e.actors}
        actors = {a.id: a.model_copy(update={"mentions": ()}) for e in extractions for a in e.actors}
        store.save_actors(list(actors.values()), members)
        store.finish_stage("actors", "x")


def without_comparisons(connection) -> None:
    """Take out of a database what version 18 added, so that it can be one of an earlier version."""
    for table in ("comparison_answer", "comparison"):
        connection.execute(f"DROP TABLE {table}")
