"""A file or stream as readers see it: its name, its beginning, and its bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: So much of a file is looked at to tell what it is.
_HEAD = 65_536
_ZIP = b"PK\x03\x04"


class Source:
    """An open file; `stream` stands at its beginning.

    Attributes:
        name: what messages call it.
        ending: that of its name, in lower case with the dot; empty for standard input.
        found: whether it was met in a folder, not named.
        depth: in so many archives it lies.
        columns: field → the column or key that holds it, where the user names it.
    """

    def __init__(
        self, stream: BinaryIO, name: str, *, found: bool = False, columns: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self.ending = PurePath(name).suffix.lower()
        self.found = found
        self.columns = columns or {}
        self.depth = 0
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

    @cached_property
    def start(self) -> str:
        """Return the beginning as text, to tell formats by: without byte order mark and white space before it."""
        for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
            if self.head.startswith(mark):
                return self.head[len(mark) :].decode(name, "replace").lstrip()
        return self.head.decode("utf-8", "replace").lstrip()

    @cached_property
    def archive(self) -> zipfile.ZipFile | None:
        """Return the ZIP archive that the bytes are, None when they are none or a damaged one."""
        if not self.head.startswith(_ZIP):
            return None
        if not self._given.seekable():
            self._given = io.BytesIO(self.data())
        try:
            return zipfile.ZipFile(self._given)
        except (zipfile.BadZipFile, OSError, ValueError):
            return None

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names of the files in a ZIP archive; none when it is no archive."""
        return frozenset(self.archive.namelist() if self.archive else ())

    def inside(self, stream: BinaryIO, name: str) -> Source:
        """Return a file that was found in this one."""
        inner = Source(stream, name, found=True, columns=self.columns)
        inner.depth = self.depth + 1
        return inner


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
