"""What the options of a question mean: actors by name, outlets by a word, articles by the beginning of their ids."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from newsclaim.compare.words import stems
from newsclaim.errors import UnknownNameError
from newsclaim.names.search import asked_for, did_you_mean, near
from newsclaim.queries.checked import checked
from newsclaim.queries.ids import article_id
from newsclaim.queries.outlets import outlets_named
from newsclaim.store import ActorFilter, Filter, Store
from newsclaim.text import fold

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.models import Actor
    from newsclaim.queries.joins import Column

#: One name, or several.
Named = str | Sequence[str] | None


class Meaning:
    """The part of an open database that knows what people mean.

    Every method raises StoreError when the file cannot be used, and UnknownNameError for names that are not in it.
    """

    settings: Settings
    _store: Store

    def actors_named(self, name: str) -> list[Actor]:
        """Return the actors known by a name, wherever an article called them so; of a title those who bear it.

        Raises:
            UnknownNameError: nobody is; the message names those that come close.
        """
        found = self._store.actors_named(asked_for(name))
        if all(actor.name[:1].islower() for actor in found):
            # "president" is the name of nobody, or of one whom an article did not name.
            found += self._bearing(name, {actor.id for actor in found})
        if not found:
            close = near(name, self._store.actor_names())
            raise UnknownNameError(f"nobody called {name!r} is in the database. {did_you_mean(close)}")
        return found

    def _bearing(self, title: str, known: Collection[str]) -> list[Actor]:
        """Return the actors that bear a title and are not known yet."""
        asked = fold(title)
        if not asked:
            return []
        rows = self._store.actor_rows(ActorFilter(search=title))
        ids = [row.id for row in rows if any(fold(role.office) == asked for role in row.roles)]
        return [one for identifier in ids if identifier not in known for one in self._store.actors_named([identifier])]

    def column(self, name: str, others: Sequence[str] = ()) -> Column:
        """Return a column of a table that `[join]` in the settings names; `others` could be meant instead.

        Raises:
            UnknownNameError: there is none.
            ConfigError: the table cannot be used.
        """
        from newsclaim.queries.joins import column_named, joined_columns

        return column_named(joined_columns(self._store, self.settings.join, self.settings.folder), name, others)

    def unmatched(self, column: Column) -> list[tuple[str, str | None]]:
        """Return the keys of a joined table that nothing in the database is called, each with what comes close."""
        match column.of:
            case "actors":
                known = self._store.actor_names()
            case "outlets":
                known = self._outlet_names
            case "articles":
                known = list(self._store.known())
        return [(name, next(iter(near(name, known, 1)), None)) for name in column.unmatched]

    def ids_named(self, names: str | Sequence[str]) -> frozenset[str]:
        """Return the ids of the actors known by a name, or by one of several."""
        return frozenset(actor.id for name in several(names) for actor in self.actors_named(name))

    def outlets_named(self, word: str) -> tuple[str, ...]:
        """Return the outlets that a word means: by name or by a part of it.

        Raises:
            UnknownNameError: there is none; the message says what comes close.
        """
        return outlets_named(word, self._outlet_names, self.settings.outlets.same)

    @cached_property
    def _outlet_names(self) -> list[str]:
        return self._store.outlet_names()

    def having(self, where: Filter, name: str, *values: str) -> Filter:
        """Return a filter narrowed to what has a value, or one of several, in a column of a joined table.

        Raises:
            UnknownNameError: there is no such column, or nothing with that value.
        """
        from newsclaim.queries.joins import having

        return having(self._store, where, self.column(name), values)

    def actors_having(self, name: str, *values: str) -> frozenset[str]:
        """Return the ids of the actors that have a value, or one of several, in a column of a joined table.

        Raises:
            UnknownNameError: there is no such column, it tells of something else, or nobody has that value.
        """
        from newsclaim.queries.joins import keys_having

        column = self.column(name)
        if column.of != "actors":
            raise UnknownNameError(f"{name!r} is a column of {column.of}, not of actors.")
        return frozenset(keys_having(column, values))

    def _narrowed(self, where: Filter | None, actor: Named = None) -> Filter:
        """Return a filter in the terms of the store: whole ids, outlets by name, lemmas, folded places."""
        wanted = checked(where or Filter())
        wanted = replace(
            wanted,
            articles=self._articles(wanted.articles),
            outlets=self._outlets(wanted.outlets),
            counted=tuple(lemma for word in wanted.counted for lemma in sorted(stems(word))),
            places=_forms(wanted.places) if wanted.places else (),
        )
        if actor is None:
            return wanted
        ids = self.ids_named(actor)
        return replace(wanted, actors=ids if wanted.actors is None else ids & wanted.actors)

    def _articles(self, typed: Sequence[str]) -> tuple[str, ...]:
        return tuple(article_id(self._store, one) for one in typed)

    def _outlets(self, typed: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(outlet for one in typed for outlet in self.outlets_named(one)))


def _forms(places: Sequence[str]) -> tuple[str, ...]:
    """Return places as the store compares them; the table of countries is read only where a place is asked for."""
    from newsclaim.names.countries import forms_of

    return tuple(form for place in places for form in forms_of(place))


def several(names: str | Sequence[str]) -> Sequence[str]:
    """Return one name, or several, as several."""
    return [names] if isinstance(names, str) else names
