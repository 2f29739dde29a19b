"""The sample corpus at the top of the repository is read as a demonstration should be."""

from pathlib import Path

import pytest

from newsclaim.corpus import read
from newsclaim.models import Article

LOADED = list(read([Path(__file__).parents[2] / "corpus"]))


def test_all_of_it_is_articles():
    assert [entry for entry in LOADED if not isinstance(entry, Article)] == []
    assert 8 <= len(LOADED) <= 12


@pytest.mark.parametrize("article", LOADED, ids=lambda article: article.id)
def test_an_article_has_what_a_header_gives(article):
    assert article.title
    assert article.outlet
    assert article.authors
    assert article.published.startswith("2024-10")
    assert ".example/" in article.url
    assert [block.kind for block in article.blocks].count("title") == 1


@pytest.mark.parametrize("article", LOADED, ids=lambda article: article.id)
def test_an_article_is_short_and_in_paragraphs(article):
    body = [block for block in article.blocks if block.kind == "body"]
    assert 5 <= len(body) <= 12
    assert 120 <= len(article.text.split()) <= 300
