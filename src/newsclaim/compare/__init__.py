"""Claims → comparison: which claims of a topic can stand side by side, and how far they spread."""

from newsclaim.compare.topic import belongs, compare, shortened

__all__ = ["belongs", "compare", "shortened"]
