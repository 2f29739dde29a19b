"""What the corpus tells of each article: its story and event, whose text it is, and what it shares with others.

Only what has changed is read: of every article a trace is kept, by which later ones are held against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newsclaim.derive.chains import chained
from newsclaim.derive.changes import Changes, changes, portions
from newsclaim.derive.grouping import stories
from newsclaim.derive.overlapping import HELD, overlapping
from newsclaim.derive.stage import Stage
from newsclaim.models import Context
from newsclaim.text import sha256, stable_id

if TYPE_CHECKING:
    from newsclaim.config import Outlets, Settings
    from newsclaim.models import Overlap
    from newsclaim.store import Store
    from newsclaim.stories.account import Account
    from newsclaim.stories.copies import Published
    from newsclaim.stories.imprint import Imprint
    from newsclaim.stories.index import Index


def _basis(settings: Settings) -> str:
    return settings.outlets.model_dump_json()


def _make(store: Store, settings: Settings) -> tuple[str, ...]:
    from newsclaim.stories.index import index_of
    from newsclaim.stories.trace import FORM

    moved = changes(store, STORIES.name, f"{FORM} {sha256(_basis(settings))[:12]}")
    if not moved.changed:
        return ()
    traces = dict(moved.kept)
    before = index_of({**moved.kept, **moved.former})
    fresh, imprints = _trace(store, moved, settings.outlets, traces)
    after = index_of(traces)
    _place(store, before, after, moved.changed, fresh, imprints)
    _keep(store, moved, traces)
    return ()


def _trace(
    store: Store, moved: Changes, outlets: Outlets, traces: dict[str, bytes]
) -> tuple[dict[str, Context], dict[str, Imprint]]:
    """Trace the articles that have changed.

    Return what each tells by itself (its event, the agency it credits), and the imprints of as many texts as are held.
    """
    from newsclaim.stories.credits import agency_of
    from newsclaim.stories.event import event_of
    from newsclaim.stories.imprint import imprint
    from newsclaim.stories.naming import names_of
    from newsclaim.stories.trace import packed, traced

    fresh: dict[str, Context] = {}
    imprints: dict[str, Imprint] = {}
    held = 0
    for portion in portions(sorted(moved.new)):
        for account in _accounts(store, portion):
            trace, told = traced(account, outlets.one(account.article.outlet))
            traces[account.id] = packed(trace)
            if held < HELD:
                imprints[account.id] = imprint(told)
                held += len(told)
            fresh[account.id] = Context(
                article=account.id, story=stable_id("s", account.id), event=event_of(account),
                agency=agency_of(account), names=names_of(account), dateline=account.dateline(),
            )  # fmt: skip
    return fresh, imprints


def _accounts(store: Store, articles: Sequence[str]) -> Iterator[Account]:
    from newsclaim.stories.account import Account

    quotes: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for article, _, spans, _ in store.quote_spans(articles):
        quotes[article] += spans
    for article, text in store.texts(articles).items():
        yield Account(text, tuple(quotes[article]))


def _place(  # noqa: PLR0913, PLR0917 - what was, what is, and what is known of what has changed
    store: Store, before: Index, after: Index, changed: set[str], fresh: dict[str, Context],
    imprints: dict[str, Imprint],
) -> None:  # fmt: skip
    """Write the contexts of the articles whose story, copies or shares are other than before."""
    from newsclaim.stories.copies import Copying, copying

    touched = overlapping(store, before, after, changed, lambda articles: _accounts(store, articles), imprints)
    told = stories(store, before, after, changed)
    near, families, kin = _near(store, touched)
    contexts = store.contexts((kin | told.keys()) - fresh.keys()) | fresh
    known = store.copies({article for one in near for article in (one.a, one.b)} - families)
    copied = copying(near, kin, _published(store, contexts, after, families.union(filter(None, known.values()))), known)
    written = []
    for article, context in contexts.items():
        update: dict[str, object] = {"story": told.get(article, context.story)}
        if article in kin:
            mine = copied.get(article, Copying())
            update |= {"copy_of": mine.copy_of, "copy_direction": mine.direction, "shares": mine.shares}
        new = context.model_copy(update=update)
        if article in fresh or new != context:
            written.append(new)
    store.save_contexts(written)


def _near(store: Store, touched: set[str]) -> tuple[list[Overlap], set[str], set[str]]:
    """Return the overlaps that tell of some articles, those whose text they have, and these with all that share any.

    Whose text an article has is told by those with the same text alone, what it shares by that of all that share it.
    """
    read: dict[tuple[str, str], Overlap] = {}

    def same(articles: set[str]) -> dict[tuple[str, str], Overlap]:
        found = {(one.a, one.b): one for one in store.overlaps(articles)}
        read.update(found)
        return {pair: one for pair, one in found.items() if one.same}

    _, families = chained(same, touched)
    kin = families.union(*read)
    read.update(((one.a, one.b), one) for one in store.overlaps(kin - families))
    return list(read.values()), families, kin


def _published(store: Store, contexts: Mapping[str, Context], index: Index, originals: set[str]) -> Published:
    """Return what tells of two articles which was first, where the one that others credit may be an original."""
    from newsclaim.names.outlets import same_outlet
    from newsclaim.stories.copies import Published

    outlets = store.outlets(originals)

    def credits_outlet(article: str, other: str) -> bool:
        agency, outlet = contexts[article].agency, outlets.get(other)
        return bool(agency and outlet and same_outlet(agency, outlet))

    return Published(lambda article: int(index.day[index.number[article]]), credits_outlet)


def _keep(store: Store, moved: Changes, traces: Mapping[str, bytes]) -> None:
    kept = ((article, basis, traces[article]) for article, basis in moved.new.items())
    store.save_traces(STORIES.name, moved.former.keys() - moved.new.keys(), kept)


STORIES = Stage("stories", _basis, _make)
