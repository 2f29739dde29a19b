"""Quality floors on whole articles: what is found may only become more and righter.

Counted as in the field: a finding is right when at least half of the words of both contents are shared and the speakers
are the same. Raise a floor when the figure rises.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

ARTICLES = Path(__file__).resolve().parents[2] / "cases" / "quotes" / "articles.toml"
FLOOR_F1 = 0.97


def test_attributed_f1(nlp_doc):
    right = found = wanted = 0
    for article in tomllib.loads(ARTICLES.read_text(encoding="utf8"))["article"]:
        quotes = find_quotes(page_of(*nlp_doc(article["text"])))
        rows = [(speakers(q), " ".join(s.text for s in q.spans)) for q in quotes]
        gold = [read(row) for row in article["quotes"]]
        right += matched(gold, rows)
        found += len(rows)
        wanted += len(gold)
    f1 = 2 * right / (found + wanted)
    assert f1 >= FLOOR_F1, f"{right} right, {found} found, {wanted} wanted: {f1:.3f}"


def speakers(quote):
    return " & ".join(s.text + ("*" if s.how == "continuation" else "") for s in quote.speakers) or "-"


def read(row):
    who, _, content = row.split(" | ", 2)
    return who.split(" < ")[0], content.replace(" // ", " ")


def matched(gold, rows):
    """How many gold rows have a finding of their own with the same speakers and at least half of the words."""
    free = list(rows)
    hits = 0
    for who, content in gold:
        best = max((row for row in free if row[0] == who), key=lambda row: shared(row[1], content), default=None)
        if best is not None and shared(best[1], content) >= 0.5:
            free.remove(best)
            hits += 1
    return hits


def shared(one, other):
    a, b = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(a & b) / len(a | b)
