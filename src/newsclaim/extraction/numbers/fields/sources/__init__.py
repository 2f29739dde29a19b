"""Sources that the words around a number name: "by the army's count", "put the toll at", "analysts expect"."""

from newsclaim.extraction.numbers.fields.sources.rules import sources_of

__all__ = ["sources_of"]
