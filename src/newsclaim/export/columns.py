"""The plain columns of findings: one value a cell, with a description each, the same in every tabular format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from newsclaim.export.findings import Findings
    from newsclaim.models import Mention
    from newsclaim.models.rows import ActorRow, ArticleRef, ArticleRow, ClaimRow, QuoteRow

R = TypeVar("R")
Type = Literal["string", "number", "integer", "date"]
Value = str | float | int | None
#: Between several values of one cell.
_AND = "; "


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its name, what it tells, the type of its values, and where they come from."""

    name: str
    tells: str
    get: Callable[[R], Value]
    type: Type = "string"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row is, its columns and rows."""

    name: str
    tells: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Any]

    def cells(self) -> Iterator[list[Value]]:
        """Yield the values of each row, in the order of the columns."""
        for row in self.rows:
            yield [column.get(row) for column in self.columns]


def tables(found: Findings) -> list[Table]:
    """Return the findings as tables of plain values."""
    return [
        Table("quotes", "Who said what: a row for each quote.", QUOTES, found.quotes),
        Table("claims", "Numeric claims: a row for each number that an article gives.", CLAIMS, found.claims),
        Table("actors", "Who is who: a row for each person, organisation, government …", ACTORS, found.actors),
        Table("articles", "The articles that were read.", ARTICLES, found.articles),
    ]


def content(quote: QuoteRow) -> str:
    """Return what was said in one line, its parts joined by an ellipsis."""
    return " … ".join(" ".join(span.text.split()) for span in quote.spans)


def day(article: ArticleRef) -> str | None:
    """Return the day on which an article was published."""
    return article.published[:10] if article.published else None


def named(mentions: Sequence[Mention]) -> str | None:
    """Return the names of mentions, what the article says where nobody is known."""
    return _AND.join(mention.name or mention.text for mention in mentions) or None


def _ids(mentions: Sequence[Mention]) -> str | None:
    return _AND.join(mention.actor for mention in mentions if mention.actor) or None


def _said(mentions: Sequence[Mention]) -> str | None:
    return _AND.join(mention.text for mention in mentions) or None


def _roles(actor: ActorRow) -> str | None:
    return _AND.join(dict.fromkeys(role.shown for role in actor.roles)) or None


def _aliases(actor: ActorRow) -> str | None:
    return _AND.join(alias.text for alias in actor.aliases if alias.text != actor.name) or None


def _where() -> list[Column[Any]]:
    return [
        Column("sentence", "The sentence or sentences of the article in which it stands.", lambda r: r.sentence),
        Column("article", "The article's id.", lambda r: r.article.id),
        Column("title", "The article's title.", lambda r: r.article.title),
        Column("outlet", "Where the article was published.", lambda r: r.article.outlet),
        Column("published", "The day on which the article was published.", lambda r: day(r.article), "date"),
        Column("url", "The article's address.", lambda r: r.article.url),
        Column(
            "mark",
            "What people say of it: right, corrected; empty: not looked at.",
            lambda r: r.mark and r.mark.verdict,
        ),
        Column("note", "What they noted.", lambda r: (r.mark.note or None) if r.mark else None),
        Column("rule", "The name of the rule that found it.", lambda r: r.rule),
    ]


QUOTES: Sequence[Column[QuoteRow]] = [
    Column("id", "The quote's id, for `newsclaim show`.", lambda q: q.id),
    Column("speaker", "Who is credited, by canonical name; semicolons between several.", lambda q: named(q.speakers)),
    Column("quote", "What was said, without the outer quotation marks; its parts are joined by an ellipsis.", content),
    Column("kind", "direct: all in quotation marks; mixed: partly; indirect: not at all.", lambda q: q.kind),
    Column("cue", "The reporting word as written.", lambda q: q.cue.text if q.cue else None),
    Column("stance", "What the cue does: says, denies, warns, …", lambda q: q.cue.stance if q.cue else None),
    Column("speaker_text", "Who is credited, as the article says it here.", lambda q: _said(q.speakers)),
    Column("speaker_id", "The ids of those who are credited, in the table of actors.", lambda q: _ids(q.speakers)),
    Column("via", "Who relays the quote, outermost first.", lambda q: named(q.via)),
    Column("start", "Where it begins in the article's text, in code points.", lambda q: q.spans[0].start, "integer"),
    Column("end", "Where it ends in the article's text, exclusive.", lambda q: q.spans[-1].end, "integer"),
    *_where(),
]  # fmt: skip
CLAIMS: Sequence[Column[ClaimRow]] = [
    Column("id", "The claim's id, for `newsclaim show`.", lambda c: c.id),
    Column("text", "The number with its hedge and what it counts, as written.", lambda c: " ".join(c.text.split())),
    Column("value", "The number in units of one; empty for ranges and vague words.", lambda c: c.value, "number"),
    Column("low", "The least that the words allow; empty: open.", lambda c: c.low, "number"),
    Column("high", "The most that the words allow; empty: open.", lambda c: c.high, "number"),
    Column("qualifier", "exact, approx, at_least, more_than, at_most, less_than or range.", lambda c: c.qualifier),
    Column("form", "point, range, vague, fraction or ratio.", lambda c: c.form),
    Column("unit", "ISO 4217 code of a currency, percent, or a unit's name; empty for counts.", lambda c: c.unit),
    Column("counted", "What is counted, as a lemma.", lambda c: c.counted.head if c.counted else None),
    Column("about", "What is measured, as a lemma.", lambda c: c.about.head if c.about else None),
    Column("class", "people-killed, troops, money …: what topics go by.", lambda c: c.class_),
    Column("whose", "Whose it is.", lambda c: (c.whose.name or c.whose.text) if c.whose else None),
    Column("event", "What happened, as a lemma.", lambda c: c.event.lemma if c.event else None),
    Column("role", "total, increment, part, remainder, rate, level or change.", lambda c: c.role),
    Column("trend", "up or down, where words say it.", lambda c: c.trend),
    Column("status", "asserted, estimated, projected, planned, possible, denied, disputed, …", lambda c: c.status),
    Column("place", "Where it happened.", lambda c: (c.place.name or c.place.text) if c.place else None),
    Column("country", "The country of the place, ISO 3166-1 alpha-2.", lambda c: c.place.country if c.place else None),
    Column("time", "The words that say when it holds.", lambda c: c.time.text if c.time else None),
    Column("from", "Its first day.", lambda c: c.time.from_ if c.time else None, "date"),
    Column("to", "Its last day, included.", lambda c: c.time.to if c.time else None, "date"),
    Column("source", "Who claims it, outermost first; empty: the article's own voice.", lambda c: named(c.sources)),
    Column("source_text", "Who claims it, as the article says it here.", lambda c: _said(c.sources)),
    Column("source_id", "The ids of those who claim it, in the table of actors.", lambda c: _ids(c.sources)),
    Column("quote", "The id of the quote it stands in.", lambda c: c.quote),
    Column("start", "Where it begins in the article's text, in code points.", lambda c: c.start, "integer"),
    Column("end", "Where it ends in the article's text, exclusive.", lambda c: c.end, "integer"),
    *_where(),
]  # fmt: skip
ACTORS: Sequence[Column[ActorRow]] = [
    Column("id", "The actor's id.", lambda a: a.id),
    Column("name", "The fullest form of the name in general use, without title.", lambda a: a.name),
    Column("kind", "person, organisation, government, group, media, document or place.", lambda a: a.kind),
    Column("country", "ISO 3166-1 alpha-2.", lambda a: a.country),
    Column("roles", "Offices as stated, joined by semicolons.", _roles),
    Column("aliases", "Other names in the articles, joined by semicolons.", _aliases),
    Column("articles", "How many articles name the actor.", lambda a: a.articles, "integer"),
    Column("quotes", "How many quotes are credited to it.", lambda a: a.quotes, "integer"),
    Column("claims", "How many numbers it claims.", lambda a: a.claims, "integer"),
]  # fmt: skip
ARTICLES: Sequence[Column[ArticleRow]] = [
    Column("id", "The article's id.", lambda a: a.id),
    Column("title", "Its title.", lambda a: a.title),
    Column("outlet", "Where it was published.", lambda a: a.outlet),
    Column("published", "The day on which it was published.", day, "date"),
    Column("url", "Its address.", lambda a: a.url),
    Column("words", "How long it is.", lambda a: a.words, "integer"),
    Column("quotes", "How many quotes were found.", lambda a: a.quotes, "integer"),
    Column("claims", "How many numeric claims were found.", lambda a: a.claims, "integer"),
]
