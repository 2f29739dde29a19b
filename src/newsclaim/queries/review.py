"""What is looked at in a review: findings drawn at random or in order, as they were found, with their passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.errors import UnknownNameError
from newsclaim.marks.file import content_of, file_beside, marks_in, save_marks
from newsclaim.marks.places import place_of, words_of
from newsclaim.marks.precision import draw
from newsclaim.models.mark import FIELDS, FindingKind, Mark
from newsclaim.models.rows import ClaimRow, QuoteRow, Shown
from newsclaim.queries.passages import marks_of, passages
from newsclaim.store import Filter, Store

if TYPE_CHECKING:
    from newsclaim.marks.answers import Answer

KINDS: tuple[FindingKind, ...] = tuple(FIELDS)


class Review:
    """Marks people's answers on findings of a store, and writes each into the file of marks at once."""

    def __init__(self, store: Store, where: Filter, kinds: Sequence[FindingKind] = KINDS) -> None:
        self._store = store
        self._file = file_beside(store.path)
        self._where = where
        self._kinds = kinds
        self.marks = {mark.id: mark for mark in marks_in(content_of(self._file), self._file)}

    def drawn(self, size: int, seed: int) -> list[str]:
        """Return findings drawn at random, as many of each kind; those that are marked are drawn too."""
        return draw({kind: self._store.finding_ids(kind, self._where) for kind in self._kinds}, size, seed)

    def unmarked(self) -> list[str]:
        """Return the findings that have no mark yet, in order, those of each kind together."""
        ids = (one for kind in self._kinds for one in self._store.finding_ids(kind, self._where))
        return [one for one in ids if one not in self.marks]

    def shown(self, identifier: str) -> Shown:
        """Return a finding as it was found, with its passage.

        Raises:
            UnknownNameError: it is not there any more.
        """
        row = self._row(identifier)
        place = [(row.article.id, marks_of(row))]
        return Shown(
            kind="quote" if isinstance(row, QuoteRow) else "claim", row=row, passages=passages(self._store, place)
        )

    def mark(self, row: QuoteRow | ClaimRow, answer: Answer, sample: str | None) -> Mark:
        """Keep what was said of a finding."""
        start, end = place_of(row)
        mark = Mark(
            id=row.id, kind="quote" if isinstance(row, QuoteRow) else "claim", article=row.article.id, start=start,
            end=end, text=words_of(row), verdict=answer.verdict, wrong=answer.wrong, fields=answer.fields,
            note=answer.note, sample=sample,
        )  # fmt: skip
        self.marks[row.id] = mark
        save_marks(self._file, self.marks.values())
        return mark

    def of_sample(self, sample: str) -> list[Mark]:
        """Return the marks that were given in a random draw."""
        return [mark for mark in self.marks.values() if mark.sample == sample]

    def _row(self, identifier: str) -> QuoteRow | ClaimRow:
        row = self._store.quote(identifier) or self._store.claim(identifier)
        if row is None:
            quotes = {quote.id: quote for quote in self._store.wrong_quotes(Filter())}
            claims = {claim.id: claim for claim in self._store.wrong_claims(Filter())}
            row = quotes.get(identifier) or claims.get(identifier)
        if row is None:
            raise UnknownNameError(f"there is no quote or claim {identifier!r} any more.")
        return row
