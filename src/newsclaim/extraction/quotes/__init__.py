"""Page → quotes, whose speakers are mentions not yet resolved to actors."""

from newsclaim.extraction.quotes.find import find_quotes

__all__ = ["find_quotes"]
