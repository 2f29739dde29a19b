"""What a reader is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsclaim.corpus.readers.document import Bad, Empty, Raw, Remark
from newsclaim.corpus.readers.source import Source

Item = Raw | Bad | Empty | Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A format: how its files are known, and how they are read.

    Attributes:
        name: what `--input-format` calls it.
        endings: those of its files in a folder, in lower case with their dots.
        fits: whether a file is in this format, from its ending and its first bytes (`Source.head`).
        read: yields what the file holds; raises InputError when it cannot be read at all.
        several: whether such a file lists articles, so that its own id is none of an article.
    """

    name: str
    endings: tuple[str, ...]
    fits: Callable[[Source], bool]
    read: Callable[[Source], Iterator[Item]]
    several: bool = False
