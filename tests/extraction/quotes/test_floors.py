"""Whole articles: what is missed and what is found too much is pinned by number, and may only fall.

Counted as in the field: a finding is right when at least half of the words of both contents are shared and the speakers
are the same.
"""

from __future__ import annotations

import re

from extraction.quotes.notation import table
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

#: Rows that are not found, and rows that are found and stand in no article's list. Lower them when they fall.
MISSED = 0
TOO_MUCH = 1


def test_misses_are_pinned(nlp_doc):
    missed, much = [], []
    for article in table("articles")["article"]:
        quotes = find_quotes(page_of(*nlp_doc(article["text"])))
        rows = [(speakers(q), " ".join(s.text for s in q.spans)) for q in quotes]
        missed += unmatched([read(row) for row in article["quotes"]], rows)
        much += unmatched(rows, [read(row) for row in article["quotes"]])
    assert (len(missed), len(much)) == (MISSED, TOO_MUCH), [missed, much]


def speakers(quote):
    return " & ".join(s.text + ("*" if s.how == "continuation" else "") for s in quote.speakers) or "-"


def read(row):
    who, _, content = row.split(" | ", 2)
    return who.split(" < ")[0], content.replace(" // ", " ")


def unmatched(one, other):
    """Return the rows of the first list without a row of their own in the second."""
    free = list(other)
    left = []
    for who, content in one:
        same = [row for row in free if row[0] == who and shared(row[1], content) >= 0.5]
        if same:
            free.remove(max(same, key=lambda row: shared(row[1], content)))
        else:
            left.append((who, content))
    return left


def shared(one, other):
    a, b = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(a & b) / len(a | b)
