"""The actors of the whole corpus, made from those of its articles and from people's corrections."""

from __future__ import annotations

from newsclaim.config import Settings
from newsclaim.derive.stage import Stage
from newsclaim.store import Store


def _basis(settings: Settings) -> str:
    return settings.actors.model_dump_json()


def _make(store: Store, settings: Settings) -> tuple[str, ...]:
    from newsclaim.resolve import LocalActors, renamed, resolve

    local = [LocalActors(article, published, tuple(actors)) for article, published, actors in store.local_actors()]
    resolution = resolve(local, settings.actors)
    notes = resolution.notes + renamed(store.shown_names(), resolution)
    store.save_actors(resolution.actors, resolution.members)
    return notes


ACTORS = Stage("actors", _basis, _make)
