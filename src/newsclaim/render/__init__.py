"""Models → text: Rich tables, JSON, JSON lines, CSV, TSV, Markdown. No queries, no arithmetic beyond formatting."""

from newsclaim.render.output import Format, Output
from newsclaim.render.sheet import Section, Sheet

__all__ = ["Format", "Output", "Section", "Sheet"]
