"""Extractions made elsewhere: folders of compressed JSONL files, each named after its content.

A part that is made twice has the same name and replaces itself, so that work may be repeated anywhere at any time.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from newsclaim.corpus import Failure
from newsclaim.errors import InputError
from newsclaim.models import Extraction

_ENDINGS = (".jsonl", ".jsonl.gz")


def write_part(folder: Path, found: Sequence[Extraction]) -> Path:
    """Write a part of a folder, all at once, and return its path."""
    lines = "".join(one.model_dump_json(by_alias=True) + "\n" for one in found).encode("utf-8", "surrogatepass")
    path = folder / f"part-{sha256(lines).hexdigest()[:32]}.jsonl.gz"
    folder.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f".{path.name}.{os.getpid()}")
    begun.write_bytes(gzip.compress(lines, compresslevel=6, mtime=0))
    begun.replace(path)
    return path


def read_parts(folder: Path) -> Iterator[Extraction | Failure]:
    """Yield what the parts of a folder hold, in the order of their names; what cannot be read is a failure.

    Raises:
        InputError: there is no such folder, or no part in it.
    """
    names = sorted(path for path in folder.glob("*") if path.name.endswith(_ENDINGS) and path.name[0] != ".")
    if not names:
        raise InputError(
            f"there is no part in {str(folder)!r}: a folder of *.jsonl or *.jsonl.gz files is meant, as "
            f"`newsclaim extract --parts DIR` makes it."
        )
    for path in names:
        yield from _in_part(path)


def _in_part(path: Path) -> Iterator[Extraction | Failure]:
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _extraction(line, f"{path}", number)
    except (OSError, EOFError) as error:
        yield Failure(str(path), f"it cannot be read to its end ({error}); have it made again")


def _extraction(line: bytes, path: str, number: int) -> Extraction | Failure:
    try:
        return Extraction.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return Failure(
            path,
            f"line {number}: it is no extraction of this newsclaim ({where}: {first['msg']}); have it made again with "
            f"the newsclaim that reads it",
        )
