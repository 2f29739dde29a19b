"""What is asked of the store: every method reads one consistent state of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsclaim import store as room
from newsclaim.models.rows import ActorRow, ArticleRow, ClaimRow, QuoteRow
from newsclaim.store.connection import translated
from newsclaim.store.corpusreading import CorpusReading
from newsclaim.store.filters import ALL, ANYBODY, EVERYTHING, ActorFilter, Filter, Page
from newsclaim.store.snapshot import snapshot

if TYPE_CHECKING:
    from newsclaim.models import Actor, Article, Extraction
    from newsclaim.models.fact import ClaimKind, Fact, Unnamed
    from newsclaim.models.kept import Kept
    from newsclaim.models.mark import FindingKind, Mark, MarkRef
    from newsclaim.models.stats import ArticleTally, Figure, Utterance
    from newsclaim.store.articles import Known
    from newsclaim.store.codec import Offsets
    from newsclaim.store.files import StoredFile


class Reading(CorpusReading):
    """The half of the store that only reads: what was found, and what was read.

    Every method raises StoreError when the file cannot be used.
    """

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read everything in the block from one state of the file, whatever others write meanwhile."""
        with translated(self.path), snapshot(self._connection):
            yield

    def known(self) -> dict[str, Known]:
        """Return what is stored of each article, by id."""
        with translated(self.path):
            return room.articles.known(self._connection)

    def made_from(self) -> dict[str, str]:
        """Return from what each article was made, by id: the fingerprint of its input and the version that read it."""
        with translated(self.path):
            return dict(room.articles.made_from(self._connection))

    def files(self) -> dict[str, StoredFile]:
        """Return the files that were read, by absolute path."""
        with translated(self.path):
            return room.files.load_files(self._connection)

    def stages(self) -> dict[str, str]:
        """Return the stages of the corpus that are made, each with what it was made from."""
        with translated(self.path):
            return dict(self._connection.execute("SELECT name, basis FROM stage"))

    def quotes(self, wanted: Filter, page: Page = ALL) -> list[QuoteRow]:
        """Return quotes; by date, article and place where the page says nothing else."""
        with translated(self.path):
            return list(room.listing.quotes(self._connection, wanted, page))

    def places_of_quotes(self, wanted: Filter, page: Page = ALL) -> list[tuple[str, Offsets]]:
        """Return where quotes stand, without reading them: the article's id and the offsets of the content."""
        with translated(self.path):
            return list(room.listing.places(self._connection, wanted, page))

    def claims(self, wanted: Filter, page: Page = ALL) -> list[ClaimRow]:
        """Return numeric claims; by date, article and place where the page says nothing else."""
        with translated(self.path):
            return list(room.listing.claims(self._connection, wanted, page))

    def claims_numbered(self, ids: Iterable[str], page: Page = ALL) -> list[ClaimRow]:
        """Return the claims with these ids; by date, article and place where the page says nothing else."""
        with translated(self.path):
            return list(room.listing.claims_numbered(self._connection, ids, page))

    def phrases(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the articles' own phrases of the claims with these ids, by id."""
        with translated(self.path):
            return room.phrases.load_phrases(self._connection, ids)

    def claim_kinds(self) -> list[ClaimKind]:
        """Return the kinds of claims that there are, with how many claims are of each."""
        with translated(self.path):
            return room.facts.load_kinds(self._connection)

    def claim_kinds_told(self, kind: ClaimKind) -> list[ClaimKind]:
        """Return the kinds into which one falls by what happened."""
        with translated(self.path):
            return room.facts.load_told(self._connection, kind)

    def facts(self, wanted: Filter) -> list[Fact]:
        """Return numeric claims as comparison reads them, by date, article and place."""
        with translated(self.path):
            return list(room.facts.load_facts(self._connection, wanted))

    def kept_comparison(self, topic: str, limit: int) -> Kept | None:
        """Return what is kept of the comparison of a topic, with so many answers; None where nothing is."""
        with translated(self.path):
            return room.comparisons.load_comparison(self._connection, topic, limit)

    def articles_told(self, wanted: Filter) -> list[str]:
        """Return the articles of the stories in which some claim is let through, by id."""
        with translated(self.path):
            found = room.facts.load_articles(self._connection, wanted)
            return room.stories.load_told(self._connection, found)

    def unnamed_facts(
        self, stories: Iterable[str], choose: Callable[[list[Unnamed]], list[int]], wanted: Filter
    ) -> tuple[list[Fact], set[str]]:
        """Return the claims of some stories without class and unit whose numbers are chosen.

        With them come the articles that have any claim without class and unit.
        """
        with translated(self.path):
            return room.facts.load_unnamed(self._connection, stories, choose, wanted)

    def facts_numbered(self, ids: Iterable[str]) -> list[Fact]:
        """Return the claims with these ids as comparison reads them."""
        with translated(self.path):
            return list(room.facts.load_facts_numbered(self._connection, ids))

    def claim_ids(self) -> Iterator[str]:
        """Yield the ids of all claims."""
        with translated(self.path):
            yield from room.facts.load_claim_ids(self._connection)

    def facts_in_order(self, wanted: Filter) -> Iterator[Fact]:
        """Yield numeric claims as `facts` returns them, for a reader who stops before the last one."""
        with translated(self.path):
            yield from room.facts.load_facts(self._connection, wanted, lazily=True)

    def counts_some(self, nouns: Iterable[str], classes: Iterable[str] = ()) -> bool:
        """Tell whether some claim, of one of these classes if there are any, counts one of these lemmas."""
        with translated(self.path):
            return room.facts.counts_some(self._connection, nouns, classes)

    def counted_nouns(self) -> list[tuple[str, int, int]]:
        """Return the lemmas of what is counted, how many claims and articles have them, the frequent first."""
        with translated(self.path):
            return room.facts.counted_nouns(self._connection)

    def tallies(self, wanted: Filter = EVERYTHING) -> Iterator[ArticleTally]:
        """Yield what was counted of each article, for filters that ask for nothing but articles."""
        with translated(self.path):
            yield from room.counting.load_tallies(self._connection, wanted)

    def utterances(self, wanted: Filter) -> Iterator[Utterance]:
        """Yield the quotes that count, as counting needs them."""
        with translated(self.path):
            yield from room.counting.load_utterances(self._connection, wanted)

    def figures(self, wanted: Filter) -> Iterator[Figure]:
        """Yield numeric claims as counting needs them."""
        with translated(self.path):
            yield from room.counting.load_figures(self._connection, wanted)

    def quote(self, identifier: str) -> QuoteRow | None:
        """Return one quote, or None."""
        with translated(self.path):
            return room.listing.quote(self._connection, identifier)

    def claim(self, identifier: str) -> ClaimRow | None:
        """Return one claim, or None."""
        with translated(self.path):
            return room.listing.claim(self._connection, identifier)

    def articles(self, wanted: Filter = EVERYTHING, page: Page = ALL) -> list[ArticleRow]:
        """Return the stored articles; by date where the page says nothing else."""
        with translated(self.path):
            return room.articlelist.load_articles(self._connection, wanted, page)

    def count_articles(self, wanted: Filter = EVERYTHING) -> int:
        """Return how many of the stored articles a filter lets through."""
        with translated(self.path):
            return room.articlelist.count(self._connection, wanted)

    def article_ids(self, wanted: Filter = EVERYTHING) -> list[str]:
        """Return the ids of the stored articles, by date."""
        with translated(self.path):
            return room.articlelist.load_ids(self._connection, wanted)

    def article_row(self, article: str) -> ArticleRow | None:
        """Return one article, or None."""
        return next(iter(self.articles(Filter(articles=(article,)))), None)

    def outlet_names(self) -> list[str]:
        """Return the names of all outlets."""
        with translated(self.path):
            return room.articlelist.load_outlets(self._connection)

    def places(self) -> list[str]:
        """Return the places of all claims, folded."""
        with translated(self.path):
            return room.articlelist.load_places(self._connection)

    def days(self) -> tuple[str, str] | None:
        """Return the first and the last day of publication, None where no article has a date."""
        with translated(self.path):
            return room.articlelist.load_days(self._connection)

    def beginning_with(self, prefix: str, limit: int = 6) -> list[str]:
        """Return ids of quotes, claims, actors and articles that begin so, in any case of letters."""
        with translated(self.path):
            return room.ids.beginning_with(self._connection, prefix, limit)

    def articles_beginning_with(self, prefix: str, limit: int = 6) -> list[str]:
        """Return ids of articles that begin so, in any case of letters; one that is typed whole stands alone."""
        with translated(self.path):
            return list(room.ids.articles_beginning_with(self._connection, prefix, limit))

    def texts(self, ids: Iterable[str]) -> dict[str, Article]:
        """Return articles as they were read, by id."""
        numbers = [room.articles.number_of_article(identifier) for identifier in ids]
        with translated(self.path):
            bodies = room.articles.load_bodies(self._connection, numbers)
            return {body.article.id: body.article for _, body in bodies}

    def quotes_numbered(self, ids: Sequence[str]) -> list[QuoteRow]:
        """Return the quotes with these ids, in their order."""
        with translated(self.path):
            found = {row.id: row for row in room.listing.quotes_numbered(self._connection, ids)}
        return [found[identifier] for identifier in ids if identifier in found]

    def extraction(self, article: str) -> Extraction | None:
        """Return everything found in an article as `extract` gave it, or None."""
        with translated(self.path):
            return room.writing.load_extraction(self._connection, article)

    def actors(self) -> list[Actor]:
        """Return the actors of the whole corpus, by id."""
        with translated(self.path):
            return room.actors.load_actors(self._connection)

    def actors_named(self, forms: Iterable[str]) -> list[Actor]:
        """Return the actors known by the first of some folded forms of a name that anybody is known by."""
        with translated(self.path):
            found = (room.actors.load_actors_named(self._connection, form) for form in forms)
            return next(filter(None, found), [])

    def actor_names(self) -> list[str]:
        """Return the canonical names of all actors."""
        with translated(self.path):
            return room.actors.load_names(self._connection)

    def actor_rows(self, wanted: ActorFilter = ANYBODY, page: Page = ALL) -> list[ActorRow]:
        """Return actors with their counts; those with most quotes first where the page says nothing else."""
        with translated(self.path):
            return room.actors.load_actor_rows(self._connection, wanted, page)

    def is_empty(self) -> bool:
        """Tell whether no article is stored."""
        with translated(self.path):
            return self._connection.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None

    def findings_of(self, kind: FindingKind, article: str) -> list[room.marks.Finding]:
        """Return the quotes or claims of an article as they were found, whatever marks say of them."""
        with translated(self.path):
            return room.marks.load_findings(self._connection, kind, article)

    def marks(self) -> list[Mark]:
        """Return all marks on what is stored."""
        with translated(self.path):
            return room.marked.load_marks(self._connection)

    def mark_refs(self, kind: FindingKind) -> dict[str, MarkRef]:
        """Return what is marked, by id of the finding."""
        with translated(self.path):
            return room.marked.load_mark_refs(self._connection, kind)

    def wrong_quotes(self, wanted: Filter, page: Page = ALL) -> list[QuoteRow]:
        """Return the quotes that are marked wrong, as they were found; only conditions on articles count."""
        with translated(self.path):
            return list(room.listing.wrong(self._connection, QuoteRow, wanted, page))

    def wrong_claims(self, wanted: Filter, page: Page = ALL) -> list[ClaimRow]:
        """Return the claims that are marked wrong, as they were found; only conditions on articles count."""
        with translated(self.path):
            return list(room.listing.wrong(self._connection, ClaimRow, wanted, page))

    def finding_ids(self, kind: FindingKind, wanted: Filter) -> list[str]:
        """Return the ids of the quotes or claims that a filter lets through, those that are marked wrong with them."""
        with translated(self.path):
            return room.listing.ids(self._connection, kind, wanted)

    def undated(self, wanted: Filter) -> int:
        """Return how many of the articles that a filter asks for, its dates aside, have no date."""
        with translated(self.path):
            return room.listing.undated(self._connection, wanted)
