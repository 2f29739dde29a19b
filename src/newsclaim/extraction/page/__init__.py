"""The page: what is read off an annotated article once and used by all finders.

Nothing here knows of quotes, numbers or actors: tokens, sentences, blocks, quoted stretches, noun phrases, who does a
verb, and whether a noun stands for somebody.
"""

from newsclaim.extraction.page.page import Page, page_of

__all__ = ["Page", "page_of"]
