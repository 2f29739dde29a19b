"""An article's text → blocks: where its paragraphs stand, and which of them are the article's own words."""

from newsclaim.corpus.blocks.find import find_blocks, first_own_line
from newsclaim.corpus.blocks.neighbours import is_title_line
from newsclaim.corpus.blocks.written import blocks_of

__all__ = ["blocks_of", "find_blocks", "first_own_line", "is_title_line"]
