"""One small file per format: what a file holds → `Raw` documents, one after the other.

A reader is a `Reader` with a name, the endings of its files, a look at a file's beginning that tells whether it is for
it, and `read`, which yields a `Raw` for every article, a `Bad` for every document that is none, a `Remark` for what is
worth telling. It holds one document in memory at a time wherever the format lets it, and knows nothing of paths, of the
ids of other files or of the store. `registry` chooses.
"""

from newsclaim.corpus.readers.document import (
    Bad,
    Empty,
    MissingExtraError,
    NoArticlesError,
    Raw,
    Remark,
    UnknownFormatError,
)
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source

__all__ = [
    "Bad",
    "Empty",
    "Item",
    "MissingExtraError",
    "NoArticlesError",
    "Raw",
    "Reader",
    "Remark",
    "Source",
    "UnknownFormatError",
]
