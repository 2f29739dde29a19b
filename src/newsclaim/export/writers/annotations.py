"""Web Annotations: each finding as an annotation on the article's text, by its offsets and by its words.

W3C Recommendation "Web Annotation Data Model" (2017): a body that says what was found, targets with a TextQuoteSelector
and a TextPositionSelector each. Offsets are code points, as the recommendation has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclaim.export.columns import named
from newsclaim.export.findings import Findings
from newsclaim.models import Article, Span
from newsclaim.models.rows import ClaimRow, QuoteRow

#: So many characters before and after tell which of several like words is meant.
_AROUND = 32


def write(found: Findings, target: Path) -> None:
    """Write a page of annotations as JSON-LD."""
    items = [*_quotes(found), *_claims(found)]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    target.write_text(json.dumps(page, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _quotes(found: Findings) -> Iterator[dict[str, Any]]:
    for quote in found.quotes:
        said = f"{named(quote.speakers) or 'nobody credited'}: {quote.cue.text if quote.cue else 'said'}"
        tags = ["quote", quote.kind, *([quote.cue.stance] if quote.cue else [])]
        yield _annotation(quote, said, tags, quote.spans, found.texts[quote.article.id])


def _claims(found: Findings) -> Iterator[dict[str, Any]]:
    for claim in found.claims:
        said = f"{claim.text} ({claim.status}), according to {named(claim.sources) or 'the article itself'}"
        span = Span(start=claim.start, end=claim.end, text=claim.text)
        yield _annotation(claim, said, ["claim", claim.class_, claim.status], (span,), found.texts[claim.article.id])


def _annotation(
    row: QuoteRow | ClaimRow, said: str, tags: list[str], spans: tuple[Span, ...], article: Article
) -> dict[str, Any]:
    bodies = [{"type": "TextualBody", "value": said, "purpose": "describing", "format": "text/plain"}]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags]
    targets = [_target(span, article) for span in spans]
    return {
        "id": f"urn:newsclaim:{row.id}", "type": "Annotation", "motivation": "describing", "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }  # fmt: skip


def _target(span: Span, article: Article) -> dict[str, Any]:
    text = article.text
    quote = {
        "type": "TextQuoteSelector", "exact": span.text, "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }  # fmt: skip
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": article.url or f"urn:newsclaim:article:{article.id}", "selector": [quote, position]}
