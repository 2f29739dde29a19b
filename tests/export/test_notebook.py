"""Rows in a notebook: plain values, and a table of text."""

from __future__ import annotations

from newsclaim.export.notebook import Rows
from newsclaim.models.rows import ArticleRef, ArticleRow, QuoteRow
from samples import extraction


def rows(count, title="Port"):
    return Rows(ArticleRow(id=f"a{n}", title=title, published="2024-10-23T10:00Z", words=n) for n in range(count))


def test_dictionaries_hold_plain_values():
    first = rows(2).to_dicts()[1]
    assert first == {
        "id": "a1", "title": "Port", "outlet": None, "published": "2024-10-23", "url": None, "words": 1, "quotes": 0,
        "claims": 0,
    }  # fmt: skip


def test_what_was_asked_for_is_no_less_in_a_frame_than_in_a_row():
    ref = ArticleRef(id="port")
    quotes = [QuoteRow(**quote.model_dump(), article=ref) for quote in extraction().quotes]
    more = Rows([quotes[0], quotes[1].model_copy(update={"context": "Around."})]).to_dicts()
    assert "context" not in Rows(quotes).to_dicts()[0]
    assert [one["context"] for one in more] == [None, "Around."]


def test_a_notebook_shows_text():
    shown = rows(40, "<script>alert(1)</script>" + "x" * 300)._repr_html_()
    assert "<script" not in shown
    assert "10 more rows" in shown
    assert "x" * 200 not in shown
    assert rows(0)._repr_html_() == "<p>no rows</p>"


def test_rows_are_a_list():
    assert rows(2) == list(rows(2))
