"""The statements that stand in several articles, and how each quote renders the fullest one: made for those who ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsclaim.derive.changes import portions
from newsclaim.derive.stage import Stage

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.models.statement import Rendered, Saying
    from newsclaim.store import Filter, Store


#: All statements are looked for anew after each change: 0.2 s CPU in 1,000 articles.
_MOST = 5_000


def _basis(settings: Settings) -> str:  # noqa: ARG001 - nothing that can be set changes a rendering
    from newsclaim.stories.statements.renderings import FORM

    return str(FORM)


def render_statements(store: Store, settings: Settings) -> tuple[str, ...]:  # noqa: ARG001
    """Find all statements and how their quotes render them; of which that is known are not read again."""
    from newsclaim.store.filters import EVERYTHING
    from newsclaim.stories.statements.renderings import FORM

    found = in_groups(store, EVERYTHING)
    store.save_statements([told for portion in portions(found) for told in rendered(store, portion)], FORM)
    return ()


def in_groups(store: Store, wanted: Filter) -> list[Sequence[Saying]]:
    """Return the statements of the quotes that a filter lets through, in the order in which they are shown."""
    from newsclaim.stories.statements.groups import groups
    from newsclaim.stories.statements.present import in_order

    return in_order(groups(store.sayings(wanted), store.likenesses()))


def rendered(store: Store, several: Sequence[Sequence[Saying]]) -> Iterator[dict[str, Rendered]]:
    """Yield how the quotes of each group, by id, render the fullest one; what the store knows of them is not read."""
    from newsclaim.models.statement import Written
    from newsclaim.stories.statements.present import is_read, renderings
    from newsclaim.stories.statements.renderings import FORM

    known = store.statements_under((group[0].id for group in several), FORM)
    wanted: dict[str, Saying] = {}
    for fullest, *others in several:
        before = known.get(fullest.id, {})
        unread = [one for one in others if one.id not in before and is_read(one, fullest)]
        wanted.update((one.id, one) for one in (fullest, *unread) if unread)
    spans = store.written(wanted)
    written = {identifier: Written(one.kind, spans[identifier]) for identifier, one in wanted.items()}
    for group in several:
        yield renderings(group, written, known.get(group[0].id, {}))


RENDERINGS = Stage(
    "renderings", _basis, render_statements, needs=("actors", "stories", "statements", "marks"), most_articles=_MOST
)
