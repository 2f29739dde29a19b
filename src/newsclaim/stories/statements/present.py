"""Groups of quotes → statements as they are shown: the fullest rendering, what differs in others, who is credited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from newsclaim.models import Context
from newsclaim.models.rows import QuoteRow
from newsclaim.models.statement import Differing, Rendered, RenderedQuote, Rendering, Saying, Statement, Written

#: The gravest first: what a fact-checker wants to see.
_ORDER: tuple[Rendering, ...] = ("negated", "changed", "merged", "paraphrased", "clipped", "identical")
#: Of a quote of so many words, which may be several each, the wording may be that of its beginning (`wording` has 400).
_LONG = 100


def in_order(groups: Sequence[Sequence[Saying]]) -> list[Sequence[Saying]]:
    """Return the groups: those with several wordings first, then those that most articles tell, then the fullest."""
    return sorted(
        groups,
        key=lambda group: (
            len({one.form for one in group}) == 1, -len({one.article for one in group}), -group[0].weight, group[0].id,
        ),
    )  # fmt: skip


def statement(
    group: Mapping[str, Rendered],
    rows: Mapping[str, QuoteRow],
    contexts: Mapping[str, Context],
    outlet: Callable[[str], str],
) -> Statement:
    """Return a group as it is shown.

    Args:
        group: how each of its quotes, by id, renders the fullest one, which is the first.
        rows: the quotes by id.
        contexts: of each article whose text it is and whom it credits.
        outlet: gives the name that stands for an outlet.
    """
    quotes = [_rendered(rows[identifier], found) for identifier, found in group.items()]
    fullest = quotes[0]
    names = Counter(speaker.name or speaker.text for quote in quotes for speaker in quote.speakers)
    articles = {quote.article.id: quote.article.outlet for quote in quotes}
    speakers = tuple(sorted(names, key=lambda name: (-names[name], name)))
    return Statement(
        id=fullest.id,
        speaker=speakers[0] if speakers else None,
        text=" … ".join(span.text for span in fullest.spans),
        kind="identical" if all(quote.rendering == "identical" for quote in quotes) else "varied",
        articles=len(articles),
        outlets=len({outlet(name) if name else article for article, name in articles.items()}),
        origins=len({_origin(quote, contexts, outlet) for quote in quotes}),
        speakers=speakers,
        quotes=(quotes[0], *sorted(quotes[1:], key=lambda quote: _ORDER.index(quote.rendering))),
    )


def is_read(one: Saying, fullest: Saying) -> bool:
    """Tell whether a quote is held against the fullest one: with the same wording only if it is a long one."""
    return one.form != fullest.form or one.words >= _LONG


def renderings(
    group: Sequence[Saying], written: Mapping[str, Written], known: Mapping[str, Rendered]
) -> dict[str, Rendered]:
    """Return how each quote of a group renders the fullest one, by id.

    Args:
        group: its quotes, those of the fullest wording first.
        written: those quotes by id that have to be read, and the fullest one with them.
        known: of some others how they render it.
    """
    from newsclaim.stories.statements.renderings import Renderings

    fullest, *_ = group
    told = Renderings(written[fullest.id]) if fullest.id in written else None
    return {
        one.id: known[one.id] if one.id in known
        else told.of(written[one.id]) if told and is_read(one, fullest)
        else Rendered("identical")
        for one in group
    }  # fmt: skip


def _rendered(row: QuoteRow, found: Rendered) -> RenderedQuote:
    """Return a quote with how it renders the fullest one."""
    differs = tuple(Differing(start=s, end=e, text=_written(row, s, e)) for s, e in found.differs)
    return RenderedQuote.model_construct(**vars(row), rendering=found.rendering, differs=differs)


def _written(row: QuoteRow, start: int, end: int) -> str:
    """Return what stands between two offsets of the article, as far as the quote's spans hold it."""
    return " ".join(
        span.text[max(0, start - span.start) : end - span.start]
        for span in row.spans
        if span.start < end and start < span.end
    )


def _origin(quote: QuoteRow, contexts: Mapping[str, Context], outlet: Callable[[str], str]) -> str:
    """Return where an article has a quote from: who relays it, the agency it credits, the text it copies, itself."""
    if quote.via:
        return outlet(quote.via[0].name or quote.via[0].text).casefold()
    context = contexts.get(quote.article.id)
    seen = set()
    while context and context.copy_of and not context.agency and context.article not in seen:
        seen.add(context.article)
        context = contexts.get(context.copy_of, context)
    if context and context.agency:
        return outlet(context.agency).casefold()
    if context and context.article != quote.article.id:
        return context.article
    return outlet(quote.article.outlet).casefold() if quote.article.outlet else quote.article.id
