"""Statements → lines: the fullest rendering, then a line for each other one, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaim.models.rows import QuoteRow
from newsclaim.models.statement import RenderedQuote, Statement, StatementRef, StatementRow, Statements
from newsclaim.render.comparisons import Line
from newsclaim.render.sheet import clean

#: Colour only repeats what a word says.
_STYLES = {"negated": "bold red", "changed": "yellow", "merged": "yellow", "paraphrased": "cyan"}
_MOST_OUTLETS = 4


def overview(found: Statements) -> Iterator[Line]:
    """Yield a paragraph for each statement."""
    for number, group in enumerate(found.groups):
        if number:
            yield Line("")
        yield from _paragraph(group)


def rows(found: Statements) -> list[StatementRow]:
    """Return the quotes of all statements, group by group, each with its statement."""
    return [
        StatementRow.model_construct(**vars(quote), group=_ref(group))
        for group in found.groups
        for quote in group.quotes
    ]


def _ref(group: Statement) -> StatementRef:
    return StatementRef(**{name: getattr(group, name) for name in StatementRef.model_fields})


def _paragraph(group: Statement) -> Iterator[Line]:
    fullest, *others = group.quotes
    yield Line(f"{clean(group.speaker or 'nobody credited')} · {_weight(group)}  [{group.id}]", "bold")
    yield Line(f"  {_as_said(clean(group.text), fullest)}")
    same = [fullest, *(quote for quote in others if quote.rendering == "identical")]
    yield Line(f"    {_identical(same)}", "dim")
    for quote in others:
        if quote.rendering != "identical":
            yield Line(
                f"    {quote.rendering} · {_where(quote)}: {_marked(quote, fullest)}", _STYLES.get(quote.rendering, "")
            )
    yield from _disagreeing(group)


def _weight(group: Statement) -> str:
    counts = ((group.articles, "article"), (group.outlets, "outlet"), (group.origins, "origin"))
    return " · ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)


def _identical(quotes: Sequence[QuoteRow]) -> str:
    named = list(dict.fromkeys(_where(quote) for quote in quotes))
    more = len(named) - _MOST_OUTLETS
    listed = "; ".join(named[:_MOST_OUTLETS]) + (f" and {more} more" if more > 0 else "")
    count = len({quote.article.id for quote in quotes})
    return f"so in {count} article{'' if count == 1 else 's'}: {listed}"


def _where(quote: QuoteRow) -> str:
    article = quote.article
    return clean(", ".join(filter(None, (article.outlet or article.id, (article.published or "")[:10]))))


def _marked(quote: RenderedQuote, fullest: QuoteRow) -> str:
    """Return the words of a rendering: those that differ between » and «, dots where something was cut."""
    parts: list[str] = []
    for span in quote.spans:
        text, done = span.text, 0
        for stretch in quote.differs:
            start, end = max(0, stretch.start - span.start), min(len(text), stretch.end - span.start)
            if start < end:
                parts += [text[done:start], "»", text[start:end], "«"]
                done = end
        parts += [text[done:], " … "]
    before, behind = _cuts(quote, fullest)
    return _as_said(f"{before}{clean(''.join(parts[:-1]))}{behind}", quote)


def _as_said(text: str, quote: QuoteRow) -> str:
    """Return words in quotation marks where they are direct speech: other words are the article's."""
    return f"“{text}”" if quote.kind == "direct" else text


def _cuts(quote: RenderedQuote, fullest: QuoteRow) -> tuple[str, str]:
    if quote.rendering != "clipped":
        return "", ""
    mine, full = (" ".join(span.text for span in row.spans).casefold().strip(" ,.;") for row in (quote, fullest))
    return "" if full.startswith(mine[:12]) else "… ", "" if full.endswith(mine[-12:]) else " …"


def _disagreeing(group: Statement) -> Iterator[Line]:
    """Yield who credits somebody else with it, or nobody."""
    for quote in group.quotes:
        names = [speaker.name or speaker.text for speaker in quote.speakers]
        if group.speaker and group.speaker not in names:
            credited = clean(", ".join(names)) or "nobody"
            yield Line(f"    credited to {credited} · {_where(quote)}  [{quote.id}]", "magenta")
