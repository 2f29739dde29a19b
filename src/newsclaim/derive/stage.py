"""Stages of the corpus: each is made from what is stored, and made anew when that has moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclaim._version import __version__
from newsclaim.derive.memory import MANY, give_back
from newsclaim.errors import InternalError, NewsclaimError
from newsclaim.text import sha256

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.store import Known, Store
    from newsclaim.timings import Timings


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing that is made from the whole corpus.

    `basis` returns all that it is made from besides the stored articles, as text; `make` makes it, stores it and
    returns notes worth a look; `needs` are the stages before it that it reads.
    """

    name: str
    basis: Callable[[Settings], str]
    make: Callable[[Store, Settings], tuple[str, ...]]
    needs: tuple[str, ...] = ()
    #: With more articles whoever asks makes it: to make it anew after each change would take longer than to ask.
    most_articles: int | None = None


def derive(store: Store, settings: Settings, timings: Timings) -> list[str]:
    """Make every stage anew whose basis has moved, in order; return notes worth a look.

    Raises:
        InternalError: a stage broke a rule of ours; what was stored stays, and the next ingest makes the stage again.
    """
    notes: list[str] = []
    known = store.known()
    articles, size = _digest_of(known), len(known)
    made: dict[str, str] = {}
    for stage in stages():
        parts = (articles, stage.basis(settings), *(made[name] for name in stage.needs), __version__)
        made[stage.name] = sha256("\n".join(parts))
        if stage.most_articles is not None and size > stage.most_articles:
            continue
        if store.stages().get(stage.name) != made[stage.name]:
            with timings.of(stage.name):
                notes += _made(stage, store, settings)
            if size > MANY:
                store.shrink()
                give_back()
            store.finish_stage(stage.name, made[stage.name])
    return notes


def _made(stage: Stage, store: Store, settings: Settings) -> tuple[str, ...]:
    try:
        return stage.make(store, settings)
    except (NewsclaimError, OSError):
        raise
    except Exception as error:
        raise InternalError.of(f"make the {stage.name} of the corpus", error) from error


def stages() -> tuple[Stage, ...]:
    """Return all stages in the order in which they are made."""
    from newsclaim.derive.actors import ACTORS
    from newsclaim.derive.furniture import FURNITURE
    from newsclaim.derive.marks import MARKS
    from newsclaim.derive.renderings import RENDERINGS
    from newsclaim.derive.statements import STATEMENTS
    from newsclaim.derive.stories import STORIES

    return (FURNITURE, ACTORS, STORIES, STATEMENTS, MARKS, RENDERINGS)


def _digest_of(known: Mapping[str, Known]) -> str:
    return sha256(repr([(name, entry.fingerprint, entry.pipeline) for name, entry in sorted(known.items())]))
