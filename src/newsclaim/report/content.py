"""What the report shows, cut to what the page needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from newsclaim.export.columns import day, named
from newsclaim.export.findings import Findings
from newsclaim.models import Article
from newsclaim.models.comparison import Comparison
from newsclaim.models.rows import ArticleRef, ClaimRow, QuoteRow
from newsclaim.models.stats import StatRow
from newsclaim.render.words import amount
from newsclaim.sentences import sentence_around

#: A passage that is longer is cut to what was found.
_LONGEST = 1500
#: So many of those who are cited most are named for each outlet.
_MOST_CITED = 12
#: So many bars are drawn.
_MOST_DRAWN = 24
_OWN_VOICE = "(own voice)"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: found or around it."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A quote or claim with its passage and where it comes from."""

    id: str
    kind: str
    who: str
    how: str
    pieces: Sequence[Piece]
    title: str
    outlet: str
    day: str
    url: str | None
    mark: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Whom an outlet cites, most cited first, with how often."""

    outlet: str
    sources: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything on the page."""

    title: str
    whole: StatRow
    outlets: Sequence[StatRow]
    speakers: Sequence[StatRow]
    months: Sequence[StatRow]
    first: str | None
    last: str | None
    topics: Sequence[Comparison]
    cited: Sequence[Cited]
    quotes: Sequence[tuple[str, Sequence[Item]]]
    claims: Sequence[Item]


def content_of(
    title: str, found: Findings, whole: StatRow, groups: Mapping[str, Sequence[StatRow]], topics: Sequence[Comparison]
) -> Content:
    """Return what the page shows; `groups` are counts by outlet, speaker and month."""
    first, last = span_of_days(found)
    months = sorted(groups["month"], key=lambda row: row.group)
    speakers = [row for row in groups["speaker"] if not row.group.startswith("(")]
    return Content(
        title=title, whole=whole, outlets=groups["outlet"], speakers=speakers[:_MOST_DRAWN],
        months=months[-_MOST_DRAWN:], first=first, last=last, topics=topics, cited=cited(found),
        quotes=quotes_by_speaker(found), claims=claims(found),
    )  # fmt: skip


def quotes_by_speaker(found: Findings) -> list[tuple[str, list[Item]]]:
    """Return the quotes under who is credited, those with most quotes first."""
    groups: dict[str, list[Item]] = {}
    for quote in found.quotes:
        item = _quote(quote, found.texts[quote.article.id])
        groups.setdefault(item.who, []).append(item)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def claims(found: Findings) -> list[Item]:
    """Return the claims in order."""
    return [_claim(claim, found.texts[claim.article.id]) for claim in found.claims]


def cited(found: Findings) -> list[Cited]:
    """Return whom each outlet cites for its quotes and numbers."""
    counts: dict[str, Counter[str]] = {}
    for quote in found.quotes:
        counts.setdefault(quote.article.outlet or "(unknown)", Counter()).update(
            m.name for m in quote.speakers if m.name
        )
    for claim in found.claims:
        counts.setdefault(claim.article.outlet or "(unknown)", Counter()).update(
            m.name for m in claim.sources if m.name
        )
    return [Cited(outlet, counter.most_common(_MOST_CITED)) for outlet, counter in sorted(counts.items())]


def _quote(quote: QuoteRow, article: Article) -> Item:
    cue = f"{quote.cue.text} ({quote.cue.stance})" if quote.cue else quote.kind
    through = f", through {named(quote.via)}" if quote.via else ""
    spans = [(span.start, span.end) for span in quote.spans]
    return _item(quote, named(quote.speakers) or "(nobody credited)", cue + through, list(_pieces(article, spans)))


def _claim(claim: ClaimRow, article: Article) -> Item:
    counted = claim.counted or claim.about
    what = f"{amount(claim)} {counted.text or counted.head}" if counted else amount(claim)
    how = " · ".join(filter(None, (what, claim.class_, claim.status)))
    return _item(claim, named(claim.sources) or _OWN_VOICE, how, list(_pieces(article, [(claim.start, claim.end)])))


def _item(row: QuoteRow | ClaimRow, who: str, how: str, pieces: Sequence[Piece]) -> Item:
    ref: ArticleRef = row.article
    return Item(
        id=row.id, kind="quote" if isinstance(row, QuoteRow) else "claim", who=who, how=how, pieces=pieces,
        title=ref.title or ref.id, outlet=ref.outlet or "", day=day(ref) or "undated", url=web_address(ref.url),
        mark=row.mark.verdict if row.mark else "",
    )  # fmt: skip


def _pieces(article: Article, spans: list[tuple[int, int]]) -> Iterator[Piece]:
    """Yield the sentences around what was found, cut where it begins and ends."""
    low, _ = sentence_around(article.text, article.blocks, *spans[0])
    _, high = sentence_around(article.text, article.blocks, *spans[-1])
    if high - low > _LONGEST:
        low, high = spans[0][0], spans[-1][1]
    done = low
    for start, end in spans:
        if start > done:
            yield Piece(article.text[done:start], found=False)
        yield Piece(article.text[start:end], found=True)
        done = end
    if high > done:
        yield Piece(article.text[done:high], found=False)


def web_address(url: str | None) -> str | None:
    """Return an address that may be linked: one of the web, nothing that a browser would run."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def span_of_days(found: Findings) -> tuple[str | None, str | None]:
    """Return the first and the last day of publication."""
    days = sorted(one for article in found.articles if (one := day(article)))
    return (days[0], days[-1]) if days else (None, None)
