"""An open database: what is written to it. Each method asks the file of this room that knows how."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from newsclaim import store as room
from newsclaim.errors import InternalError
from newsclaim.store.connection import connect, translated
from newsclaim.store.reading import Reading
from newsclaim.store.transactions import savepoint, transaction

if TYPE_CHECKING:
    from newsclaim.models import Actor, Context, Overlap, Tie
    from newsclaim.models.kept import Kept
    from newsclaim.models.mark import Mark
    from newsclaim.models.statement import Likeness
    from newsclaim.store.files import StoredFile
    from newsclaim.store.kin import KeptOfActors
    from newsclaim.store.renderings import Told
    from newsclaim.store.writing import Packed, Processed, Unsaved

#: The stage whose traces are written together with the actors, and the one that no longer holds when marks move.
_ACTORS, _OF_MARKED = "actors", "renderings"


class Store(Reading):
    """An open database. Use it as a context manager.

    Raises:
        StoreError: from any method, when the file is missing, damaged, locked or of a newer version.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._connection = connect(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.close()

    def alone(self) -> AbstractContextManager[None]:
        """Return a context in which no other ingest writes to the database.

        Raises:
            StoreError: another one is running.
        """
        return room.alone.alone(self.path)

    def is_written(self) -> bool:
        """Tell whether an ingest is running."""
        return room.alone.is_written(self.path)

    # -- writing ---------------------------------------------------------------------------------------------------

    def save(self, batch: Iterable[Processed | Packed]) -> list[Unsaved]:
        """Write a batch of articles in one transaction; the stages of the corpus are to be made anew after it.

        An article that breaks a rule of the database is left as it was before and returned with the reason; the others
        are written.
        """
        unsaved: list[Unsaved] = []
        with self._compared_anew():
            self._forget_stages()
            for item in batch:
                article = item.article if isinstance(item, room.writing.Packed) else item.extraction.article.id
                try:
                    rows = item if isinstance(item, room.writing.Packed) else item.packed()
                    with savepoint(self._connection):
                        room.writing.save_packed(self._connection, rows)
                except (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError, ValueError) as error:
                    unsaved.append(
                        room.writing.Unsaved(article, InternalError.of(f"store the article {article!r}", error))
                    )
        return unsaved

    def save_files(self, read: Iterable[StoredFile]) -> None:
        """Note how files looked when they were read, in one transaction."""
        with translated(self.path), transaction(self._connection):
            room.files.save_files(self._connection, read)

    def delete(self, ids: Iterable[str]) -> None:
        """Remove articles with everything found in them."""
        with self._compared_anew():
            self._forget_stages()
            room.writing.delete_articles(self._connection, ids)

    def shrink(self) -> None:
        """Give back the memory that holds pages of the database."""
        with translated(self.path):
            self._connection.execute("PRAGMA shrink_memory")

    def save_actors(
        self, found: Sequence[Actor], members: room.corpusactors.Members, kept: KeptOfActors | None = None
    ) -> None:
        """Write the actors of the whole corpus in one transaction; `members` maps (article, its actor) to them.

        `kept` is what a later change of some articles starts from.
        """
        self.save_actors_in_portions([(found, members)], kept)

    def save_actors_in_portions(
        self,
        portions: Iterable[tuple[Iterable[Actor], room.corpusactors.Members]],
        kept: KeptOfActors | None = None,
    ) -> None:
        """Write the actors of the whole corpus as `save_actors` does; all portions are asked for before that begins."""
        rows = room.corpusactors.rows_of(portions)
        with self._compared_anew():
            room.corpusactors.save_actors(self._connection, rows)
            room.kin.save_kin(self._connection, kept.put if kept else ())
            room.traces.forget_traces(self._connection, _ACTORS)
            room.traces.save_traces(self._connection, _ACTORS, (), kept.traces if kept else ())

    def replace_actors(
        self,
        before: room.corpusactors.Homes,
        found: Sequence[Actor],
        members: room.corpusactors.Members,
        kept: KeptOfActors,
    ) -> None:
        """Write some actors of the corpus in place of those their members belonged to before, in one transaction."""
        with self._compared_anew():
            changed = {*kept.gone_traces, *(article for article, _, _ in kept.traces)}
            room.corpusactors.replace_actors(self._connection, before, found, members, changed)
            room.kin.replace_kin(self._connection, kept.gone, kept.put)
            room.traces.save_traces(self._connection, _ACTORS, kept.gone_traces, kept.traces)

    def save_contexts(self, contexts: Iterable[Context]) -> None:
        """Write what the corpus tells of some articles."""
        with self._compared_anew():
            room.stories.save_contexts(self._connection, contexts)

    def replace_ties(self, gone: Iterable[tuple[str, str]], ties: Iterable[Tie]) -> None:
        """Take some ties between articles out and write others."""
        with translated(self.path), transaction(self._connection):
            room.stories.replace_ties(self._connection, gone, ties)

    def replace_overlaps(self, gone: Iterable[Overlap], overlaps: Iterable[Overlap]) -> None:
        """Forget what some texts have in common, and write what others have."""
        with translated(self.path), transaction(self._connection):
            room.stories.replace_overlaps(self._connection, gone, overlaps)

    def save_traces(self, stage: str, gone: Iterable[str], kept: Iterable[tuple[str, str, bytes]]) -> None:
        """Forget what a stage keeps of some articles, and write what it keeps of others: id, basis, bytes."""
        with translated(self.path), transaction(self._connection):
            room.traces.save_traces(self._connection, stage, gone, kept)

    def rewrite(self, articles: Iterable[Processed], kept: Mapping[str, Sequence[tuple[str, str, bytes]]]) -> None:
        """Write articles that are stored in another form, and what stages keep of them, in one transaction.

        Args:
            articles: what is written in place of what was found in them.
            kept: by stage, of each article: id, basis, bytes. What other stages keep of a rewritten one is outdated.
        """
        with self._compared_anew():
            for article in articles:
                room.writing.save_packed(self._connection, article.packed())
            for stage, several in kept.items():
                room.traces.save_traces(self._connection, stage, (), several)

    def save_wordings(self, forms: Iterable[tuple[int, int, float]]) -> None:
        """Write of each of some quotes, by number, the wording and what its words weigh."""
        with translated(self.path), transaction(self._connection):
            room.likeness.save_wordings(self._connection, forms)

    def replace_likenesses(self, forms: Iterable[int], found: Iterable[Likeness]) -> None:
        """Write which wordings are alike in place of all that some wordings were in."""
        with translated(self.path), transaction(self._connection):
            room.likeness.replace_likenesses(self._connection, forms, found)

    def save_statements(self, found: Iterable[Told], form: int) -> None:
        """Write all statements in the order in which they are shown, in place of those before; `form` is today's."""
        with translated(self.path), transaction(self._connection):
            room.renderings.save_statements(self._connection, found, form)

    def keep_comparison(self, topic: str, kept: Kept) -> None:
        """Keep the comparison of a topic until anything that it is made from is written; not while an ingest runs.

        Raises:
            StoreError: others have written since it was made, or nothing can be written.
        """
        if self.is_written():
            return
        with translated(self.path), savepoint(self._connection):
            room.comparisons.save_comparison(self._connection, topic, kept)

    def save_marks(
        self,
        found: Iterable[tuple[str, Mark]],
        members: Mapping[tuple[str, str], str],
        correct: room.marks.Correct,
        actors: Sequence[Actor] = (),
    ) -> None:
        """Put marks onto the findings with these ids, in place of those before, in one transaction.

        `members` maps (article, an actor that only a mark names) to actors; `actors` are those that only marks name.
        """
        with self._compared_anew():
            self._connection.execute("DELETE FROM stage WHERE name = ?", (_OF_MARKED,))
            room.marks.apply_marks(self._connection, found, members, correct, actors)

    def finish_stage(self, name: str, basis: str) -> None:
        """Note that a stage of the corpus is made, and from what; any change of the articles undoes that."""
        with translated(self.path):
            self._connection.execute("INSERT OR REPLACE INTO stage VALUES (?, ?)", (name, basis))

    @contextmanager
    def _compared_anew(self) -> Iterator[None]:
        """Write, in one transaction, what comparisons are made from: those that are kept no longer hold."""
        with translated(self.path), transaction(self._connection):
            room.comparisons.forget_comparisons(self._connection)
            yield

    def _forget_stages(self) -> None:
        self._connection.execute("DELETE FROM stage")
