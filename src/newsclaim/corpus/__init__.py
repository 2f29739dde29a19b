"""Files → Article."""

from newsclaim.corpus.article import make_article

__all__ = ["make_article"]
