"""An open database and the questions that can be asked of it, answered in typed models."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from newsclaim.comparing import Comparing
from newsclaim.derive import outdated, unfinished
from newsclaim.errors import UnknownNameError
from newsclaim.export.notebook import Rows
from newsclaim.models.wanted import Wanted
from newsclaim.queries.checked import checked
from newsclaim.queries.corpus import with_contexts
from newsclaim.queries.meaning import Meaning, Named, several
from newsclaim.queries.passages import with_context, with_marks
from newsclaim.store import ActorFilter, Filter, Page, Store
from newsclaim.store.snapshot import of_one_state
from newsclaim.uncollected import uncollected

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.export.findings import Findings
    from newsclaim.models import NumericClaim
    from newsclaim.models.comparison import Comparison, ShownQuestion
    from newsclaim.models.mark import FindingKind
    from newsclaim.models.rows import (
        ActorRow,
        ArticleRow,
        ClaimRow,
        QuoteRow,
        Shown,
    )
    from newsclaim.models.statement import Statements
    from newsclaim.models.stats import StatRow
    from newsclaim.queries.review import Review
    from newsclaim.report.content import Content


class Database(Meaning, Comparing):
    """An open database and the questions that can be asked of it.

    Every method raises StoreError when the file cannot be used, and UnknownNameError for names that are not in it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._store = Store(settings.db)
        #: What was to be said of marks when the file of them had changed.
        self.notes = self.take_over_marks()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._store.__exit__(*error)

    def compare(
        self, topic: str, where: Filter | None = None, wanted: Wanted | None = None, claim: NumericClaim | None = None
    ) -> Comparison:
        """Return the questions of a topic, as `Comparing.compare`, or those that words which are a claim speak to."""
        return super().compare(topic, where, wanted, claim or self.in_hand(topic))

    def in_hand(self, words: str) -> NumericClaim | None:
        """Return the claim that somebody wrote instead of a topic ("12 dead in Oldport"), None where it is none."""
        from newsclaim.queries.inhand import claim_in

        return claim_in(words, self.settings)

    def with_passages(self, found: Comparison, sentences: int) -> Comparison:
        """Return a comparison whose claims hold so many sentences before and after them as their `context`."""
        rows = {claim.id: claim for group in found.groups for claim in group.claims}
        told = {row.id: row.context for row in with_context(self._store, list(rows.values()), sentences)}
        groups = (
            group.model_copy(
                update={"claims": tuple(c.model_copy(update={"context": told[c.id]}) for c in group.claims)}
            )
            for group in found.groups
        )
        return found.model_copy(update={"groups": tuple(groups)})

    @of_one_state
    def articles(
        self, where: Filter | None = None, limit: int | None = None, *, offset: int = 0, sort: str | None = None
    ) -> Rows[ArticleRow]:
        """Return the stored articles by date, undated ones last, or in the order of a key ("words", "-words")."""
        return Rows(with_contexts(self._store, self._store.articles(self._narrowed(where), Page(limit, offset, sort))))

    @of_one_state
    def quotes(  # noqa: PLR0913 - one parameter per option
        self,
        speaker: Named = None,
        where: Filter | None = None,
        limit: int | None = None,
        *,
        offset: int = 0,
        sort: str | None = None,
        context: int = 0,
    ) -> Rows[QuoteRow]:
        """Return quotes by date, or in the order of a key ("speaker", "-date").

        `speaker` finds every quote of the actors known by that name, or by one of several; `context` adds so many
        sentences around.
        """
        wanted, page = self._narrowed(where, speaker), Page(limit, offset, sort)
        rows = self._store.wrong_quotes(wanted, page) if "wrong" in wanted.marked else self._store.quotes(wanted, page)
        rows = with_marks(rows, self._store.mark_refs("quote"))
        return Rows(with_context(self._store, rows, context) if context else rows)

    @of_one_state
    def claims(  # noqa: PLR0913 - one parameter per option
        self,
        topic: Named = None,
        source: Named = None,
        where: Filter | None = None,
        limit: int | None = None,
        *,
        offset: int = 0,
        sort: str | None = None,
        context: int = 0,
    ) -> Rows[ClaimRow]:
        """Return numeric claims by date, or in the order of a key ("value"); `topic` and `source` narrow them down."""
        wanted, page = self._narrowed(where, source), Page(limit, offset, sort)
        if "wrong" in wanted.marked:
            rows = self._store.wrong_claims(wanted, page)
        elif topic is None:
            rows = self._store.claims(wanted, page)
        else:
            rows = self._claims_of(several(topic), wanted, page)
        rows = with_marks(rows, self._store.mark_refs("claim"))
        return Rows(with_context(self._store, rows, context) if context else rows)

    @of_one_state
    def statements(self, speaker: Named = None, where: Filter | None = None, limit: int | None = None) -> Statements:
        """Return the statements that stand in several articles: the fullest rendering of each, and how others differ.

        Args:
            speaker: only statements that some article credits to the actors of this name; who else credits somebody
                else with them is shown too.
            where: which quotes are taken.
            limit: at most so many statements.
        """
        from newsclaim.queries.statements import statements

        actors = None if speaker is None else self.ids_named(speaker)
        wanted, outlets = self._narrowed(where), self.settings.outlets
        return statements(self._store, wanted, actors, limit, contexts=self.contexts, outlets=outlets)

    @of_one_state
    def actors(  # noqa: PLR0913 - one parameter per option
        self,
        name: str | None = None,
        where: ActorFilter | None = None,
        limit: int | None = None,
        *,
        offset: int = 0,
        sort: str | None = None,
        everybody: bool = False,
    ) -> Rows[ActorRow]:
        """Return the actors of the corpus, or those of a name, those with most quotes first.

        Without a name only those who speak, claim or have a role, `everybody` returns the rest too.
        """
        wanted = replace(checked(where or ActorFilter()), active=name is None and not everybody)
        wanted = replace(wanted, outlets=self._outlets(wanted.outlets), articles=self._articles(wanted.articles))
        if name is not None:
            ids = self.ids_named(name)
            wanted = replace(wanted, ids=ids if wanted.ids is None else ids & wanted.ids)
        return Rows(self._store.actor_rows(wanted, Page(limit, offset, sort)))

    def quotes_of(self, actor: str, limit: int | None = None) -> list[QuoteRow]:
        """Return the quotes of the actor with this id, by date."""
        return self._store.quotes(Filter(actors=frozenset({actor})), Page(limit))

    @of_one_state
    @uncollected()
    def stats(
        self,
        by: Named = None,
        where: Filter | None = None,
        speaker: Named = None,
        limit: int | None = None,
        *,
        sort: str | None = None,
    ) -> Rows[StatRow]:
        """Return counts of everything, or of each group: by "outlet", "speaker", "month" … or a joined column.

        Several of them give each combination of their groups that there is: "Harbour Wire · left". Months and years
        come in their order, other groups those with most quotes first, or in the order of a key ("claims", "-words"),
        at most `limit` of them.

        Raises:
            UnknownNameError: nothing can be counted by that name.
            QueryError: counts cannot be sorted by that key.
        """
        from newsclaim.models.stats import BY
        from newsclaim.queries import stats

        wanted = self._narrowed(where, speaker)
        names = [by] if isinstance(by, str) else by or []
        found = stats.counted(self._store, wanted, names)
        if not names:
            return Rows([stats.overall(found, self._store.count_articles(wanted))])
        groupings = [
            stats.grouping_of(name) if name in BY else stats.grouping_by(self.column(name, BY)) for name in names
        ]
        order = sort or ("group" if names[0] in stats.OF_TIME else "")
        return Rows(stats.by_group(found, stats.crossed(groupings), order, limit, cased="article" in names))

    @of_one_state
    def findings(self, where: Filter | None = None, topic: Named = None) -> Findings:
        """Return what an export hands on: the quotes and claims that a filter lets through, with all that they name."""
        from newsclaim.export.findings import Findings

        wanted = self._narrowed(where)
        articles = self._store.articles(replace(wanted, actors=None))
        texts = self._store.texts(row.id for row in articles)
        quotes, claims = self.quotes(where=where), self.claims(topic, where=where)
        refused = replace(where or Filter(), marked=("wrong",))
        wrong: list[QuoteRow | ClaimRow] = [*self.quotes(where=refused), *self.claims(where=refused)]
        return Findings(articles, quotes, claims, self.actors(), texts, wrong)

    @of_one_state
    def report(self, topics: Sequence[str] | None, where: Filter, title: str) -> Content:
        """Return what a report shows: of these topics, or of all that have claims."""
        from newsclaim.report.content import content_of

        names = topics or [row.id for row in self.topics() if row.claims]
        compared = [one for name in names if (one := self.compare(name, where)).groups or topics]
        groups = {by: self.stats(by, where) for by in ("outlet", "speaker", "month")}
        return content_of(title, self.findings(where), self.stats(where=where)[0], groups, compared)

    def review(self, where: Filter | None = None, kinds: Sequence[FindingKind] | None = None) -> Review:
        """Return what marks the findings that a filter lets through."""
        from newsclaim.queries.review import KINDS, Review

        return Review(self._store, self._narrowed(where), kinds or KINDS)

    def take_over_marks(self) -> tuple[str, ...]:
        """Put the marks of the file onto what was found, when it has changed; return notes."""
        if not outdated(self._store, self.settings):
            return ()
        from newsclaim.derive import mark_findings

        return mark_findings(self._store, self.settings)

    @of_one_state
    def show(self, wanted: str, limit: int | None = None) -> Shown | ShownQuestion:
        """Return what an id names: a quote, claim, actor or article with the passage it stands in, or a question.

        The beginning of an id will do where nothing else begins so. Of an actor at most `limit` quotes are shown.

        Raises:
            UnknownNameError: nothing has that id.
        """
        from newsclaim.queries.show import is_of_question, show

        if is_of_question(wanted) and not self._store.beginning_with(wanted, 1):
            with suppress(UnknownNameError):
                return self.question(wanted)
        return show(self._store, wanted, limit)

    def counted(self) -> list[str]:
        """Return the lemmas of all that is counted in the database, the frequent first."""
        return [noun for noun, _, _ in self._store.counted_nouns()]

    def places(self) -> list[str]:
        """Return the places of all claims, the frequent ones first."""
        return [place.title() for place in self._store.places()]

    def days(self) -> tuple[str, str] | None:
        """Return the first and the last day on which an article was published; None where none has a date."""
        return self._store.days()

    def undated(self, where: Filter) -> int:
        """Return how many of the articles a filter asks for have no date, and are left out by `since` and `until`."""
        return self._store.undated(checked(where))

    def is_empty(self) -> bool:
        """Tell whether nothing is stored yet."""
        return self._store.is_empty()

    def is_written(self) -> bool:
        """Tell whether an ingest is running: what is read is what it has stored so far."""
        return self._store.is_written()

    def unresolved(self) -> bool:
        """Tell whether an ingest was interrupted before everything was made that the whole corpus tells."""
        return bool(unfinished(self._store))
