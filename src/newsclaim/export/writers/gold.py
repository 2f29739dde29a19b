"""Cases for measuring: every finding that people marked, with its paragraph and what is right of it.

`fields` holds what is right: as found, or as corrected. Fields that are wrong without anybody having said what is right
are named in `unknown`; of a finding that is wrong altogether nothing is right.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newsclaim.export.columns import named
from newsclaim.export.findings import Findings
from newsclaim.models import Article
from newsclaim.models.mark import FIELDS, MarkRef
from newsclaim.models.rows import ClaimRow, QuoteRow


def write(found: Findings, target: Path) -> None:
    """Write one JSON object a line."""
    rows = [*found.quotes, *found.claims, *found.wrong]
    cases = [_case(row, row.mark, found.texts[row.article.id]) for row in rows if row.mark]
    target.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases), encoding="utf-8")


def _case(row: QuoteRow | ClaimRow, mark: MarkRef, article: Article) -> dict[str, Any]:
    start = row.spans[0].start if isinstance(row, QuoteRow) else row.start
    end = row.spans[-1].end if isinstance(row, QuoteRow) else row.end
    block = next((block for block in article.blocks if block.start <= start < block.end), None)
    low, high = (block.start, max(block.end, end)) if block else (start, end)
    values = _quote(row) if isinstance(row, QuoteRow) else _claim(row)
    unknown = [name for name in mark.wrong if name not in mark.corrected]
    right = {} if mark.verdict == "wrong" else {name: value for name, value in values.items() if name not in unknown}
    return {
        "id": row.id, "kind": "quote" if isinstance(row, QuoteRow) else "claim", "article": article.id,
        "url": article.url, "text": article.text[low:high], "start": start - low, "end": end - low,
        "verdict": mark.verdict, "fields": right, "unknown": unknown, "note": mark.note,
    }  # fmt: skip


def _quote(quote: QuoteRow) -> dict[str, Any]:
    values = {
        "speaker": named(quote.speakers), "content": [span.text for span in quote.spans], "kind": quote.kind,
        "stance": quote.cue.stance if quote.cue else None, "cue": quote.cue.text if quote.cue else None,
        "via": named(quote.via),
    }  # fmt: skip
    return {name: values[name] for name in FIELDS["quote"]}


def _claim(claim: ClaimRow) -> dict[str, Any]:
    values = {
        "source": named(claim.sources), "value": claim.value, "counted": claim.counted.head if claim.counted else None,
        "class": claim.class_, "whose": named([claim.whose]) if claim.whose else None, "status": claim.status,
        "place": (claim.place.name or claim.place.text) if claim.place else None,
        "time": claim.time.text if claim.time else None, "role": claim.role,
    }  # fmt: skip
    return {name: values[name] for name in FIELDS["claim"]}
