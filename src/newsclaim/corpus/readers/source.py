"""A file or stream as readers see it: its name, its beginning, and its bytes."""

from __future__ import annotations

import io
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: So much of a file is looked at to tell what it is.
_HEAD = 65_536


class Source:
    """An open file; `stream` stands at its beginning.

    Attributes:
        name: what messages call it.
        ending: that of its name, in lower case with the dot; empty for standard input.
        found: whether it was met in a folder, not named.
    """

    def __init__(self, stream: BinaryIO, name: str, *, found: bool = False) -> None:
        self.name = name
        self.ending = PurePath(name).suffix.lower()
        self.found = found
        self._given = stream

    @cached_property
    def head(self) -> bytes:
        """Return the first bytes; of a pipe only the first line, if it alone tells that the articles are JSONL."""
        if self._given.seekable():
            head = self._given.read(_HEAD)
            self._given.seek(0)
            return head
        first = self._given.readline(_HEAD)
        return first if first.lstrip().startswith(b"{") else first + self._given.read(_HEAD - len(first))

    @cached_property
    def stream(self) -> BinaryIO:
        """Return the bytes from the first one on, whatever was looked at before."""
        head = self.head
        return self._given if self._given.seekable() else io.BufferedReader(_Replay(head, self._given))

    def data(self) -> bytes:
        """Return all bytes."""
        return self.stream.read()


class _Replay(io.RawIOBase):
    """A stream whose beginning was read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill `buffer` with what comes next and return how many bytes that are, 0 at the end."""
        view = memoryview(buffer).cast("B")
        # A pipe gives what it has: articles that come one by one are read one by one.
        read = getattr(self._rest, "read1", self._rest.read)
        data = self._head[: len(view)] or read(len(view))
        self._head = self._head[len(data) :]
        view[: len(data)] = data
        return len(data)
