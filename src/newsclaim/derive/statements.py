"""Which quotes have the same wording or are alike, brought up to date where quotes have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from newsclaim.derive.changes import changes, portions
from newsclaim.derive.stage import Stage

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.models.statement import Likeness
    from newsclaim.store import Store
    from newsclaim.stories.statements.wording import Wording
    from newsclaim.stories.statements.wordings import Wordings
    from newsclaim.stories.words import Pairs

#: So many wordings are held in memory while pairs are compared.
_HELD = 20_000


def _basis(settings: Settings) -> str:  # noqa: ARG001 - nothing that can be set changes a wording
    return ""


def _make(store: Store, settings: Settings) -> tuple[str, ...]:  # noqa: ARG001
    from newsclaim.stories.statements.wordings import FORM, packed, proposed, wordings

    moved = changes(store, STATEMENTS.name, str(FORM))
    if not moved.changed:
        return ()
    before = wordings([*moved.kept.values(), *moved.former.values()])
    fresh: dict[str, bytes] = {}
    for portion in portions(sorted(moved.new)):
        found = keep_wordings(store, portion)
        fresh.update({article: packed([one for _, one in found[article]]) for article in portion})
    after = wordings([*moved.kept.values(), *fresh.values()])
    touched, pairs = proposed(before, after)
    gone = set(before.forms.tolist()) - set(after.forms.tolist())
    store.replace_likenesses(gone | set(after.forms[touched].tolist()), _alike(after, pairs))
    kept = ((article, basis, fresh[article]) for article, basis in moved.new.items())
    store.save_traces(STATEMENTS.name, moved.former.keys() - moved.new.keys(), kept)
    return ()


def keep_wordings(store: Store, articles: Sequence[str]) -> Mapping[str, list[tuple[int, Wording]]]:
    """Write the wordings of some articles' quotes, and return them with the number of each quote."""
    found = _read(store, articles)
    store.save_wordings((quote, one.form, one.weight) for several in found.values() for quote, one in several)
    return found


def _read(store: Store, articles: Sequence[str]) -> Mapping[str, list[tuple[int, Wording]]]:
    """Return the wordings of the quotes of some articles, with the number of each quote."""
    from newsclaim.stories.statements.wording import wording

    texts = store.plain_texts(articles)
    found: dict[str, list[tuple[int, Wording]]] = defaultdict(list)
    for article, quote, spans, verbatim in store.quote_spans(articles):
        one = wording(texts[article], spans, verbatim)
        if one is not None:
            found[article].append((quote, one))
    return found


def _alike(several: Wordings, pairs: Pairs) -> Iterator[Likeness]:
    from newsclaim.stories.statements.likely import likely
    from newsclaim.stories.statements.likeness import likeness

    wording = lru_cache(_HELD)(several.wording)
    for portion in likely(several, pairs):
        for a, b in portion.tolist():
            found = likeness(wording(a), wording(b))
            if found is not None:
                yield found


STATEMENTS = Stage("statements", _basis, _make)
