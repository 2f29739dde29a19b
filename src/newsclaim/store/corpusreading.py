"""What is asked of the store by the stages of the corpus, and of what they made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newsclaim import store as room
from newsclaim.store.connection import translated

if TYPE_CHECKING:
    from newsclaim.models import Context, Overlap, Tie
    from newsclaim.models.local import KeptKin, Member
    from newsclaim.models.statement import Likeness, Saying, Stretch
    from newsclaim.models.story import Named
    from newsclaim.store.codec import Offsets
    from newsclaim.store.filters import Filter
    from newsclaim.store.renderings import Told


class CorpusReading:
    """The part of the store that reads what the whole corpus tells, and what that is made from.

    Every method raises StoreError when the file cannot be used.
    """

    path: Path
    _connection: sqlite3.Connection

    def contexts(self, ids: Iterable[str] | None = None) -> dict[str, Context]:
        """Return what the corpus tells of some articles, or of all (story, event, copies), by id."""
        with translated(self.path):
            return room.stories.load_contexts(self._connection, ids)

    def names_around(self, kinds: Filter, wanted: Filter, most: int) -> dict[str, Named]:
        """Return story and names of the articles that have claims of some kinds, by id.

        Where those are no more than `most` claims, these are also the articles of the same stories with claims that are
        `wanted` and have neither class nor unit.
        """
        with translated(self.path):
            found = room.facts.load_around(self._connection, kinds, wanted, most)
            return room.stories.load_names(self._connection, found)

    def ties(self, story: str | None = None) -> list[Tie]:
        """Return why the articles of a story, or of every story, belong together."""
        with translated(self.path):
            return room.stories.load_ties(self._connection, story)

    def tie_rows(self, ids: Iterable[str]) -> dict[tuple[str, str], tuple[float, str]]:
        """Return what is written of the ties of some articles, by the ids of both; see `Store.replace_ties`."""
        with translated(self.path):
            return room.stories.load_tie_rows(self._connection, ids)

    def outlets(self, articles: Iterable[str]) -> dict[str, str | None]:
        """Return the outlet of each of some articles, by id."""
        with translated(self.path):
            return dict(room.articlelist.outlets_of(self._connection, articles))

    def copies(self, articles: Iterable[str]) -> dict[str, str | None]:
        """Return whose text each of some articles has, by id: what `contexts` tells, without making them."""
        with translated(self.path):
            return dict(room.stories.load_copies(self._connection, articles))

    def articles_of(self, story: str) -> list[str]:
        """Return the articles of a story, by id."""
        with translated(self.path):
            return room.stories.load_members(self._connection, story)

    def overlaps(self, ids: Iterable[str]) -> list[Overlap]:
        """Return what the texts of some articles have in common with others."""
        with translated(self.path):
            return room.stories.load_overlaps(self._connection, ids)

    def traces(self, stage: str, ids: Iterable[str] | None = None) -> Iterator[tuple[str, str, bytes]]:
        """Yield what a stage keeps of articles, of all or of some: id, basis, bytes."""
        with translated(self.path):
            yield from room.traces.load_traces(self._connection, stage, ids)

    def plain_texts(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the texts of some articles by id, without a check of what was stored."""
        numbers = {room.articles.number_of_article(identifier): identifier for identifier in ids}
        with translated(self.path):
            return {numbers[number]: text for number, text in room.articles.load_plain(self._connection, numbers)}

    def quote_spans(self, ids: Iterable[str]) -> Iterator[tuple[str, int, Offsets, Offsets]]:
        """Yield of each quote of some articles the article's id, its number, and the offsets of its content.

        The last ones are of those parts of the content that stand in quotation marks.
        """
        with translated(self.path):
            yield from room.traces.load_quote_spans(self._connection, ids)

    def sayings(self, wanted: Filter) -> list[Saying]:
        """Return the quotes a filter asks for whose wording stands elsewhere too or is like another, by date."""
        with translated(self.path):
            return list(room.likeness.load_sayings(self._connection, wanted))

    def likenesses(self) -> list[Likeness]:
        """Return which wordings are alike, and how much."""
        with translated(self.path):
            return room.likeness.load_likenesses(self._connection)

    def statements(self, limit: int | None = None) -> tuple[int, list[Told]]:
        """Return how many statements there are, and the first of them."""
        with translated(self.path):
            return room.renderings.load_statements(self._connection, limit)

    def statements_of(self, actors: Iterable[str], limit: int | None = None) -> tuple[int, list[Told]]:
        """Return how many statements are credited to one of some actors, and the first of them."""
        with translated(self.path):
            return room.renderings.load_statements_of(self._connection, actors, limit)

    def statements_under(self, heads: Iterable[str], form: int) -> dict[str, Told]:
        """Return the statements of which these are the fullest quotes, by them, if they were told in a form."""
        with translated(self.path):
            return room.renderings.load_statements_under(self._connection, heads, form)

    def written(self, quotes: Iterable[str]) -> dict[str, tuple[Stretch, ...]]:
        """Return what is written in each part of some quotes, by id."""
        with translated(self.path):
            return dict(room.renderings.load_written(self._connection, quotes))

    def shown_names(self) -> dict[tuple[str, str], str]:
        """Return the name under which each actor of each article is shown, by article and the article's actor."""
        with translated(self.path):
            return room.actors.load_shown(self._connection)

    def names_of(self, actors: Iterable[int]) -> dict[int, str]:
        """Return the names of some actors, by number."""
        with translated(self.path):
            return room.corpusactors.names_of(self._connection, actors)

    def kin(self, held: Iterable[int], offered: Iterable[int]) -> list[KeptKin]:
        """Return the kept kin that have one of some keys, or hold one of others."""
        with translated(self.path):
            return list(room.kin.load_kin(self._connection, held, offered))

    def members(self, ids: Iterable[str] | None = None) -> Iterator[Member]:
        """Yield the actors of some articles, or of all, without the places of their mentions, by article and id."""
        with translated(self.path):
            yield from room.local.load_local(self._connection, ids)
