"""Everything found in the sample corpus against a golden file, one line a finding.

A step that rebuilds must leave it as it is. Where findings are meant to change, look at the difference and write the
file anew: NEWSCLAIM_GOLDEN=1 pytest tests/extraction/test_golden.py
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import read
from newsclaim.models import Article
from newsclaim.pipeline import extract_batch

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden" / "findings.jsonl"


def test_findings_in_the_sample_corpus_are_as_they_were():
    text = "".join(f"{line}\n" for line in lines())
    if os.environ.get("NEWSCLAIM_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    expected = GOLDEN.read_text(encoding="utf-8").splitlines()
    found = text.splitlines()
    gone = [line for line in expected if line not in set(found)]
    new = [line for line in found if line not in set(expected)]
    assert (gone, new) == ([], [])
    assert found == expected


def lines():
    """Yield each finding as JSON: its article, its kind and its fields, without ids, which are made from the rest."""
    articles = [item for item in read([ROOT / "corpus"]) if isinstance(item, Article)]
    for found in extract_batch(articles, DEFAULT_MODEL).found:
        for kind in ("quotes", "claims", "actors"):
            for finding in getattr(found, kind):
                fields = short(finding.model_dump(mode="json", by_alias=True))
                yield json.dumps({"article": found.article.id, "in": kind} | fields, ensure_ascii=False)


def short(value):
    """Write spans as "start-end text", leave out ids and what is empty."""
    if isinstance(value, list):
        return [short(item) for item in value]
    if not isinstance(value, dict):
        return value
    fields = {key: short(item) for key, item in value.items() if key not in {"id", "actor", "quote"}}
    if {"start", "end", "text"} <= fields.keys():
        fields = {"span": f"{fields.pop('start')}-{fields.pop('end')} {fields.pop('text')}"} | fields
    return {key: item for key, item in fields.items() if item not in (None, [], {}, "")}
