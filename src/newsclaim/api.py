"""The queries, as typed models: what a notebook calls, and what the command line prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from newsclaim.compare import Compared, belongs, compare, comparison
from newsclaim.config import Settings, Topic, load_settings, topics
from newsclaim.derive import unfinished
from newsclaim.errors import UnknownNameError
from newsclaim.models import Actor, Article, Context, Extraction, Tie
from newsclaim.models.comparison import BestRule, Comparison
from newsclaim.models.fact import Fact
from newsclaim.models.rows import (
    ActorRow,
    ArticleRef,
    ArticleRow,
    ClaimRow,
    Passage,
    QuoteRow,
    Related,
    Shown,
    TopicRow,
)
from newsclaim.models.statement import Statements
from newsclaim.names.search import asked_for, near
from newsclaim.store import Filter, Store

if TYPE_CHECKING:
    from newsclaim.stories.account import Account


def extract(text: str, *, model: str | None = None, **header: Any) -> Extraction:
    """Return everything found in one text; nothing is stored.

    Args:
        text: the article; its text is kept code point for code point.
        model: an installed spaCy pipeline; None takes the one of the settings.
        header: what is known of the article: `id`, `title`, `outlet`, `published` (ISO 8601), `url`, `authors`.

    Raises:
        ModelError: the language model is not installed or does not fit.
        InternalError: the text broke a rule of extraction, which is a mistake in newsclaim.
    """
    from newsclaim.corpus import make_article
    from newsclaim.pipeline import extract_batch

    chosen = load_settings(model=model).model
    batch = extract_batch([make_article(text, **header)], chosen)
    if batch.broken:
        raise batch.broken[0].error
    return batch.found[0]


def open_db(path: str | Path | None = None, *, config: str | Path | None = None) -> Database:
    """Open a database that `newsclaim ingest` has made; use it as a context manager.

    Args:
        path: the file; None takes the one of the settings.
        config: a `newsclaim.toml` with topics; None takes the one in the current folder, if there is one.

    Raises:
        StoreError: there is no such database, or it cannot be used.
        ConfigError: the configuration cannot be used.
    """
    settings = load_settings(Path(config) if config else None, db=Path(path) if path else None)
    return Database(settings)


class Database:
    """An open database and the questions that can be asked of it.

    Every method raises StoreError when the file cannot be used, and UnknownNameError for names that are not in it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._store = Store(settings.db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._store.__exit__(*error)

    def articles(self, limit: int | None = None) -> list[ArticleRow]:
        """Return the stored articles by date, undated ones last."""
        rows = self._store.articles(limit)
        contexts = self._store.contexts(row.id for row in rows)
        return [_with_context(row, contexts.get(row.id)) for row in rows]

    def quotes(
        self, speaker: str | None = None, where: Filter | None = None, limit: int | None = None
    ) -> list[QuoteRow]:
        """Return quotes by date; `speaker` finds every quote of the actors known by that name."""
        return self._store.quotes(self._narrowed(where, speaker), limit)

    def claims(
        self,
        topic: str | None = None,
        source: str | None = None,
        where: Filter | None = None,
        limit: int | None = None,
    ) -> list[ClaimRow]:
        """Return numeric claims by date; `topic` and `source` narrow them down."""
        wanted = self._narrowed(where, source)
        if topic is None:
            return self._store.claims(wanted, limit)
        chosen = self.topic(topic)
        ids = [fact.id for fact in self._of_topic(chosen, wanted) if belongs(fact, chosen)]
        return self._store.claims_numbered(ids[:limit])

    def compare(  # noqa: PLR0913 - one parameter per option
        self,
        topic: str,
        where: Filter | None = None,
        *,
        best: BestRule | None = None,
        question: str | None = None,
        limit: int | None = None,
        whole: bool = True,
    ) -> Comparison:
        """Return the questions that the claims of a topic answer, with their numbers and how these stand together.

        Args:
            topic: its name.
            where: which claims are taken.
            best: a rule by which one number is chosen for each question.
            question: only the question with this id.
            limit: at most so many questions.
            whole: with all claims; otherwise only with the first one of each number.

        Raises:
            UnknownNameError: there is no such topic or question.
        """
        chosen = self.topic(topic)
        facts = self._of_topic(chosen, self._narrowed(where, None))
        compared = compare(facts, chosen, self._store.contexts({fact.article for fact in facts}))
        answers = [answer for answer in compared.answers if question in (None, answer.id)]
        if question and not answers:
            raise UnknownNameError(f"the comparison of {topic!r} has no question with the id {question!r}.")
        shown = Compared(answers[:limit], compared.left_out if whole else [])
        rows = self._store.claims_numbered(shown.claims(whole=whole))
        found = comparison(topic, chosen, shown, {row.id: row for row in rows}, best)
        return found.model_copy(update={"size": len(answers)})

    def statements(
        self, speaker: str | None = None, where: Filter | None = None, limit: int | None = None
    ) -> Statements:
        """Return the statements that stand in several articles: the fullest rendering of each, and how others differ.

        Args:
            speaker: only statements that some article credits to the actors of this name; who else credits somebody
                else with them is shown too.
            where: which quotes are taken.
            limit: at most so many statements.
        """
        from newsclaim.stories.statements.groups import groups
        from newsclaim.stories.statements.present import in_order, statement

        sayings = self._store.sayings(self._narrowed(where, None))
        found = in_order(groups(sayings, self._store.likenesses()))
        if speaker is not None:
            ids = {actor.id for actor in self.actors_named(speaker)}
            found = [group for group in found if any(ids & set(one.speakers) for one in group)]
        shown = found[:limit]
        rows = {row.id: row for row in self._store.quotes_numbered([one.id for group in shown for one in group])}
        contexts = self._store.contexts()
        outlets = self.settings.outlets
        return Statements(
            size=len(found),
            groups=tuple(statement(group, rows, contexts, lambda name: outlets.one(name) or name) for group in shown),
        )

    def actors(
        self,
        name: str | None = None,
        kinds: Sequence[str] = (),
        limit: int | None = None,
        *,
        everybody: bool = False,
    ) -> list[ActorRow]:
        """Return the actors of the corpus, or those of a name, those with most quotes first.

        Without a name only those who speak, claim or have a role, `everybody` returns the rest too.
        """
        ids = None if name is None else frozenset(actor.id for actor in self.actors_named(name))
        return self._store.actor_rows(ids, kinds, limit, active=name is None and not everybody)

    def quotes_of(self, actor: str) -> list[QuoteRow]:
        """Return the quotes of the actor with this id, by date."""
        return self._store.quotes(Filter(actors=frozenset({actor})))

    def actors_named(self, name: str) -> list[Actor]:
        """Return the actors known by a name, wherever an article called them so.

        Raises:
            UnknownNameError: nobody is; the message names those that come close.
        """
        found = self._store.actors_named(asked_for(name))
        if not found:
            close = near(name, self._store.actor_names())
            raise UnknownNameError(f"nobody called {name!r} is in the database. {_did_you_mean(close)}")
        return found

    def topics(self) -> list[TopicRow]:
        """Return all topics, how each is defined, and how many claims it matches."""
        known = topics(self.settings)
        rows = defined_topics(self.settings)
        return [row.model_copy(update={"claims": self._count(known[row.id])}) for row in rows]

    def topic(self, name: str) -> Topic:
        """Return a topic by its name.

        Raises:
            UnknownNameError: there is none of that name; the message lists those that there are.
        """
        return topic_named(self.settings, name)

    def show(self, wanted: str) -> Shown:
        """Return what an id names - a quote, claim, actor or article - with the passage it stands in.

        Raises:
            UnknownNameError: nothing has that id.
        """
        quote = self._store.quote(wanted)
        if quote:
            return Shown(kind="quote", row=quote, passages=self._passages([(quote.article.id, _content(quote))]))
        claim = self._store.claim(wanted)
        if claim:
            marks = [(claim.start, claim.end)]
            return Shown(kind="claim", row=claim, passages=self._passages([(claim.article.id, marks)]))
        actor = self._store.actor_rows(frozenset({wanted}))
        if actor:
            sayings = [(quote.article.id, _content(quote)) for quote in self.quotes_of(actor[0].id)]
            return Shown(kind="actor", row=actor[0], passages=self._passages(sayings))
        return self._show_article(wanted)

    def check_articles(self, wanted: Sequence[str]) -> None:
        """Raise UnknownNameError for an article that is not in the database."""
        known = self._store.known()
        for article in wanted:
            if article not in known:
                raise UnknownNameError(
                    f"no article {article!r} is in the database. {_did_you_mean(near(article, known))} "
                    f"`newsclaim articles` lists them."
                )

    def undated(self, where: Filter) -> int:
        """Return how many of the articles a filter asks for have no date, and are left out by `since` and `until`."""
        return self._store.undated(where)

    def is_empty(self) -> bool:
        """Tell whether nothing is stored yet."""
        return self._store.is_empty()

    def unresolved(self) -> bool:
        """Tell whether an ingest was interrupted before everything was made that the whole corpus tells."""
        return bool(unfinished(self._store))

    def _narrowed(self, where: Filter | None, actor: str | None) -> Filter:
        wanted = where or Filter()
        if wanted.articles:
            self.check_articles(wanted.articles)
        if actor is None:
            return wanted
        return replace(wanted, actors=frozenset(found.id for found in self.actors_named(actor)))

    def _count(self, topic: Topic) -> int:
        return sum(belongs(fact, topic) for fact in self._of_topic(topic, Filter()))

    def _of_topic(self, topic: Topic, where: Filter) -> list[Fact]:
        return self._store.facts(replace(where, classes=topic.classes, heads=topic.counted))

    def _show_article(self, wanted: str) -> Shown:
        row = self._store.article_row(wanted)
        if row is None:
            close = near(wanted, self._store.known())
            raise UnknownNameError(f"no quote, claim, actor or article has the id {wanted!r}. {_did_you_mean(close)}")
        row = _with_context(row, self._store.contexts([wanted]).get(wanted))
        text = self._store.texts([wanted])[wanted].text
        quotes = self._store.quotes(Filter(articles=(wanted,)))
        marks = sorted(mark for quote in quotes for mark in _content(quote))
        passage = Passage(article=row, start=0, text=text, marks=tuple(marks))
        return Shown(kind="article", row=row, passages=(passage,), related=tuple(self._related(wanted)))

    def _related(self, article: str) -> Iterator[Related]:
        """Yield the other articles of an article's story, by date, each with what ties it to this one."""
        from newsclaim.stories.account import Account

        contexts = self._store.contexts([article])
        story = contexts[article].story if article in contexts else None
        if story is None:
            return
        ties = {frozenset((tie.a, tie.b)): tie for tie in self._store.ties(story)}
        texts = self._store.texts({article, *self._store.articles_of(story)})
        for other in sorted(texts.values(), key=lambda text: (text.published or "9", text.id)):
            tie = ties.get(frozenset((article, other.id)))
            if other.id != article:
                yield Related(article=_ref(other), reason=_reason(tie, Account(texts[article]), Account(other)))

    def _passages(self, wanted: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> tuple[Passage, ...]:
        """Return the paragraphs around marked stretches; `wanted` pairs articles with offsets, in order."""
        texts = self._store.texts({article for article, _ in wanted})
        return tuple(passage for article, marks in wanted for passage in _around(texts[article], marks))


def _reason(tie: Tie | None, one: Account, other: Account) -> str | None:
    if tie is None:
        return None
    from newsclaim.stories.reasons import reason

    return reason(tie, one, other)


def _with_context(row: ArticleRow, context: Context | None) -> ArticleRow:
    if context is None:
        return row
    told = {key: getattr(context, key) for key in ("copy_of", "copy_direction", "shares")}
    return row.model_copy(update=told | {"origin": context.agency})


def _content(quote: QuoteRow) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in quote.spans]


def _around(article: Article, marks: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """Yield the blocks of an article in which a marked stretch begins."""
    ref = _ref(article)
    for block in article.blocks:
        inside = tuple((s - block.start, e - block.start) for s, e in marks if block.start <= s < block.end)
        if inside:
            yield Passage(article=ref, start=block.start, text=article.text[block.start : block.end], marks=inside)


def _ref(article: Article) -> ArticleRef:
    return ArticleRef(**{key: getattr(article, key) for key in ArticleRef.model_fields})


def defined_topics(settings: Settings) -> list[TopicRow]:
    """Return the topics of the package and of the settings, without counts."""
    return [
        TopicRow(id=name, title=topic.title, definition=topic.definition) for name, topic in topics(settings).items()
    ]


def topic_named(settings: Settings, name: str) -> Topic:
    """Return a topic of the settings or of the package.

    Raises:
        UnknownNameError: there is none of that name; the message lists those that there are.
    """
    known = topics(settings)
    if name not in known:
        close = near(name, known)
        raise UnknownNameError(
            f"there is no topic {name!r}. {_did_you_mean(close)} Topics: {', '.join(known)}. "
            f"Define others in newsclaim.toml under [topics.NAME]."
        )
    return known[name]


def _did_you_mean(close: Sequence[str]) -> str:
    return f"Did you mean: {'; '.join(close)}?" if close else "No name comes close."
