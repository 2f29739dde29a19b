"""Statements as `compare --quotes` writes them."""

from __future__ import annotations

import pytest

from newsclaim.models import Span
from newsclaim.models.rows import ArticleRef
from newsclaim.models.statement import RenderedQuote, Statement, Statements
from newsclaim.render import statements


def rendering(text, kind, how):
    return RenderedQuote(
        id="q1", kind=kind, spans=(Span(start=0, end=len(text), text=text),), rule="made-up",
        article=ArticleRef(id="a", outlet="Harbour Wire"), rendering=how,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("direct", "“the port would open”"),
        ("indirect", "the port would open"),  # the article's words
        ("mixed", "the port would open"),  # they have marks of their own
    ],
)
def test_only_direct_speech_stands_in_quotation_marks(kind, shown):
    quotes = tuple(rendering("the port would open", kind, how) for how in ("identical", "paraphrased"))
    group = Statement(
        id="s1", speaker="Ada Brook", text="the port would open", kind="varied", articles=2, outlets=1, origins=1,
        quotes=quotes,
    )  # fmt: skip
    lines = [line.text.strip() for line in statements.overview(Statements(size=1, groups=(group,)))]
    assert lines[1] == shown
    assert lines[3] == f"paraphrased · Harbour Wire: {shown}"


def test_statements_as_dictionaries():
    group = Statement(
        id="s1", speaker=None, text="x", kind="identical", articles=2, outlets=1, origins=1,
        quotes=(rendering("it would open", "indirect", "identical"),),
    )  # fmt: skip
    (told,) = Statements(groups=(group,)).to_dicts()
    assert (told["statement"], told["quote"], told["outlet"]) == ("s1", "it would open", "Harbour Wire")
