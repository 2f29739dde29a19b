"""Files → Article: what is read, how its bytes become text, where its header ends, and which block is what.

`read` and `read_stream` yield one `Loaded` after the other: an `Article`; a `Failure` (could not be read); a `Skipped`
file (no article by its name); or a `Note` (was read, but something about it is worth telling). One bad file never
keeps the others from being read.
"""

from newsclaim.corpus.article import article_from_file_text, make_article
from newsclaim.corpus.files import File, Found, find_files
from newsclaim.corpus.load import read, read_files, read_stream
from newsclaim.corpus.loaded import Ended, Failure, Loaded, Note, Skipped
from newsclaim.corpus.state import still

__all__ = [
    "Ended",
    "Failure",
    "File",
    "Found",
    "Loaded",
    "Note",
    "Skipped",
    "article_from_file_text",
    "find_files",
    "make_article",
    "read",
    "read_files",
    "read_stream",
    "still",
]
