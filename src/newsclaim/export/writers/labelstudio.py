"""Tasks for Label Studio: each article with what was found in it as a prediction, and the labelling configuration.

Regions carry labels, their fields stand as text areas of the region, and relations join a quote with its speakers and
cue. Offsets are code points of the task's text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newsclaim._version import __version__
from newsclaim.export.findings import Findings
from newsclaim.models import Mention, Span
from newsclaim.models.rows import ClaimRow, QuoteRow

_CONFIG = """\
<View>
  <Relations>
    <Relation value="said by"/>
    <Relation value="cue"/>
    <Relation value="claimed by"/>
  </Relations>
  <Header value="$title"/>
  <Labels name="label" toName="text">
    <Label value="Quote" background="#1f77b4"/>
    <Label value="Speaker" background="#2ca02c"/>
    <Label value="Cue" background="#9467bd"/>
    <Label value="Claim" background="#ff7f0e"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="kind" toName="text" perRegion="true" whenTagName="label" whenLabelValue="Quote">
    <Choice value="direct"/><Choice value="mixed"/><Choice value="indirect"/>
  </Choices>
</View>
"""


def write(found: Findings, target: Path) -> None:
    """Write `tasks.json` and `config.xml` into a folder."""
    tasks = [_task(article.id, found) for article in found.articles]
    (target / "tasks.json").write_text(json.dumps(tasks, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (target / "config.xml").write_text(_CONFIG, encoding="utf-8")


def _task(article: str, found: Findings) -> dict[str, Any]:
    text = found.texts[article]
    regions = _Regions()
    for quote in found.quotes:
        if quote.article.id == article:
            regions.add_quote(quote)
    for claim in found.claims:
        if claim.article.id == article:
            regions.add_claim(claim)
    data = {"text": text.text, "title": text.title, "outlet": text.outlet, "published": text.published}
    prediction = {"model_version": f"newsclaim {__version__}", "result": regions.result}
    return {"data": data | {"article": article, "url": text.url}, "predictions": [prediction]}


class _Regions:
    """The results of one task."""

    def __init__(self) -> None:
        self.result: list[dict[str, Any]] = []
        self._known: dict[tuple[int, int, str], str] = {}

    def add_quote(self, quote: QuoteRow) -> None:
        for number, span in enumerate(quote.spans):
            own = f"{quote.id}-{number}"
            self.result += [self._region(own, span, "Quote"), self._choice(own, span, quote.kind)]
        if quote.cue:
            self._relate(f"{quote.id}-0", quote.cue, "Cue", "cue")
        for speaker in quote.speakers:
            self._relate(f"{quote.id}-0", speaker, "Speaker", "said by")

    def add_claim(self, claim: ClaimRow) -> None:
        self.result.append(self._region(claim.id, Span(start=claim.start, end=claim.end, text=claim.text), "Claim"))
        for source in claim.sources:
            self._relate(claim.id, source, "Speaker", "claimed by")

    def _relate(self, owner: str, span: Span | Mention, label: str, relation: str) -> None:
        key = (span.start, span.end, label)
        if key not in self._known:
            self._known[key] = f"{label.lower()}-{span.start}-{span.end}"
            self.result.append(self._region(self._known[key], span, label))
        related = {"from_id": owner, "to_id": self._known[key], "direction": "right", "labels": [relation]}
        self.result.append({"type": "relation", **related})

    @staticmethod
    def _region(own: str, span: Span, label: str) -> dict[str, Any]:
        value = {"start": span.start, "end": span.end, "text": span.text, "labels": [label]}
        return {"id": own, "from_name": "label", "to_name": "text", "type": "labels", "value": value}

    @staticmethod
    def _choice(own: str, span: Span, kind: str) -> dict[str, Any]:
        value = {"start": span.start, "end": span.end, "text": span.text, "choices": [kind]}
        return {"id": own, "from_name": "kind", "to_name": "text", "type": "choices", "value": value}
