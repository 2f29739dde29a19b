"""Paths and streams → what they hold, in a fixed order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from newsclaim.corpus.article import article_from_file_text, make_article
from newsclaim.corpus.loaded import InputFormat, Loaded
from newsclaim.errors import InputError


def read(paths: Sequence[Path], *, input_format: InputFormat = "auto") -> Iterator[Loaded]:
    """Yield what the given files and folders hold, in the order given, each folder's files sorted.

    Raises:
        InputError: a path does not exist (before anything is read).
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"there is no file or folder {str(path)!r}")
    for path in paths:
        files = sorted([*path.rglob("*.txt"), *path.rglob("*.jsonl")]) if path.is_dir() else [path]
        for file in files:
            if input_format == "jsonl" or (input_format == "auto" and file.suffix == ".jsonl"):
                with file.open("rb") as stream:
                    yield from read_stream(stream, "jsonl")
            else:
                name = file.relative_to(path).with_suffix("").as_posix() if path.is_dir() else file.stem
                yield article_from_file_text(file.read_text("utf-8"), id=name, path=str(file))


def read_stream(stream: BinaryIO, input_format: InputFormat = "auto") -> Iterator[Loaded]:
    """Yield what a stream (standard input) holds: one text with the id "stdin", or JSONL articles."""
    if input_format != "jsonl":
        yield article_from_file_text(stream.read().decode("utf-8"), id="stdin")
        return
    for line in stream:
        if line.strip():
            record = json.loads(line)
            yield make_article(record["text"], id=record["id"], title=record.get("title"))
