"""Fixtures that more than one room needs: the language model is loaded once per session."""

from __future__ import annotations

import pytest
from hypothesis import settings

from newsclaim import annotate
from newsclaim.corpus import make_article

# How long an example takes says more about the machine than about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def nlp_doc():
    """Annotate a text: returns (Doc, Article)."""

    def build(text, **header):
        article = make_article(text, **header)
        return next(iter(annotate.annotate([article]))), article

    return build
