"""What an outlet prints again and again is no part of its accounts: such blocks give nothing.

The whole extraction of an article that has such blocks is kept: when they recur no longer, it comes back.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from newsclaim.derive.changes import Changes, changes, portions
from newsclaim.derive.stage import Stage
from newsclaim.models import Extraction
from newsclaim.store import Known, Processed, Store
from newsclaim.text import sha256

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.furniture.often import Keys
    from newsclaim.furniture.printed import Printed

#: Under which the whole extractions are kept.
_WHOLE = "furniture-whole"


def _basis(settings: Settings) -> str:
    return settings.outlets.model_dump_json()


def _make(store: Store, settings: Settings) -> tuple[str, ...]:
    import numpy as np

    from newsclaim.furniture.printed import FORM, unpacked
    from newsclaim.furniture.recurring import blocks_of, recurring

    known = cache(store.known)  # where an article is written anew
    moved = changes(store, FURNITURE.name, f"{FORM} {sha256(_basis(settings))[:12]}")
    if not moved.changed:
        return ()
    store.save_traces(_WHOLE, _outdated(store, moved), ())
    kept = {article: unpacked(body) for article, body in moved.kept.items()}
    new = {article: page for ids in portions(sorted(moved.new)) for article, page in _read(store, ids, settings)}
    pages, unmoved = kept | new, blocks_of(kept)
    before = unmoved + blocks_of({article: unpacked(body) for article, body in moved.former.items()})
    after = unmoved + blocks_of(new)
    often = recurring(after)
    affected = moved.new.keys() | after.with_any(np.setxor1d(recurring(before), often))
    store.save_traces(FURNITURE.name, moved.former.keys() - moved.new.keys(), ())
    for ids in portions(sorted(affected)):
        _silence(store, {article: pages[article] for article in ids}, often, known, moved.bases)
    return ()


def _outdated(store: Store, moved: Changes) -> list[str]:
    """Return the articles that have changed or gone since they were kept whole."""
    return [
        article for article, basis, _ in store.traces(_WHOLE, moved.changed) if not basis or article not in moved.bases
    ]


def _read(store: Store, ids: list[str], settings: Settings) -> Iterator[tuple[str, Printed]]:
    from newsclaim.furniture.printed import printed

    whole = {article: found.article for article, _, found in _wholes(store, ids)}
    for article, read in store.texts(ids).items():
        yield article, printed(whole.get(article, read), settings.outlets.one(read.outlet))


def _wholes(store: Store, ids: Iterable[str]) -> Iterator[tuple[str, str, Extraction]]:
    """Yield the articles that are stored without some of their blocks: id, which blocks, the whole extraction."""
    for article, blocks, body in store.traces(_WHOLE, ids):
        yield article, blocks, Extraction.model_validate_json(zlib.decompress(body))


def _silence(
    store: Store,
    pages: Mapping[str, Printed],
    often: Keys,
    known: Callable[[], Mapping[str, Known]],
    bases: Mapping[str, str],
) -> None:
    """Write some articles without what is furniture now, and note how all of them were read."""
    from newsclaim.furniture.printed import packed
    from newsclaim.furniture.recurring import furniture
    from newsclaim.furniture.without import without

    stored = {article: (blocks, found) for article, blocks, found in _wholes(store, pages)}
    written, whole, back = [], [], []
    for article, page in pages.items():
        blocks = furniture(page, often)
        told = " ".join(map(str, blocks))
        before, found = stored.get(article, ("", None))
        found = found if told == before else found or store.extraction(article)
        if told == before or found is None:
            continue
        entry = known()[article]
        written.append(Processed(without(found, blocks), entry.fingerprint, entry.location))
        if blocks:
            whole.append((article, told, zlib.compress(found.model_dump_json(by_alias=True).encode())))
        else:
            back.append(article)
    kept = [(article, bases[article], packed(page)) for article, page in pages.items()]
    store.rewrite(written, {FURNITURE.name: kept, _WHOLE: whole})
    store.save_traces(_WHOLE, back, ())


FURNITURE = Stage("furniture", _basis, _make)
