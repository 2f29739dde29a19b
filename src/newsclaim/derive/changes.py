"""Which articles are new to a stage of the corpus, and which have gone since it was made last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from newsclaim.store import Store

T = TypeVar("T")
#: So many articles are read at a time.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Changes:
    """What a stage keeps of articles, and what has moved since.

    `kept` has the traces that still hold, `former` those of articles that have changed or gone; `new` maps each article
    that is to be traced to what its trace is made from, `bases` every article.
    """

    kept: Mapping[str, bytes]
    former: Mapping[str, bytes]
    new: Mapping[str, str]
    bases: Mapping[str, str]

    @property
    def changed(self) -> set[str]:
        """The articles that are new or other than before, or have gone."""
        return self.new.keys() | self.former.keys()


def changes(store: Store, stage: str, form: str) -> Changes:
    """Return what has moved since a stage was made last.

    Args:
        store: what is stored.
        stage: the stage's name.
        form: of the traces; those of another form are made anew.
    """
    bases = {article: f"{made_from} {form}" for article, made_from in store.made_from().items()}
    kept: dict[str, bytes] = {}
    former: dict[str, bytes] = {}
    for article, basis, body in store.traces(stage):
        (kept if bases.get(article) == basis else former)[article] = body
    new = {article: basis for article, basis in bases.items() if article not in kept}
    return Changes(kept, former, new, bases)


def portions(several: Iterable[T]) -> Iterator[list[T]]:
    """Yield some articles, or pairs of them, at a time."""
    rest = iter(several)
    while portion := list(islice(rest, _AT_ONCE)):
        yield portion
