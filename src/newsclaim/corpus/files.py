"""Which files the given paths mean, and which id each article gets.

A folder means the files in it that a reader is for, recursively and sorted; names that begin with a dot are passed
over, a folder that is reached twice (a loop of links) is read once. A file that is given twice, by name or through
folders, is read once, with the id that the outermost folder gives it.

Ids are the path below the given folder, a named file's own name, both without suffix. Where two files come to the same
id, all of them get as much of the path before it as tells them apart ("week1/report", "week2/report").
"""

from __future__ import annotations

import os
import stat
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsclaim.corpus.loaded import Failure, Skipped
from newsclaim.corpus.readers.registry import endings, lists


@dataclass(frozen=True, slots=True)
class File:
    """A file to read.

    The id its article gets, whether it lists several instead, whether it was given by name, and its absolute path.
    """

    path: Path
    id: str
    lists: bool
    named: bool = False
    place: str = ""


Found = File | Skipped | Failure


def find_files(paths: Sequence[Path], input_format: str, ids: Mapping[str, str] | None = None) -> list[Found]:
    """Return what the paths mean, in the order given, each folder's files sorted; a missing path is a failure.

    `ids` are those that files have already, by their absolute path: they keep them from whichever folder they are
    reached.
    """
    found = [entry for path in paths for entry in _below(path, input_format)]
    entries = _with_own_ids(_once(found))
    return [_with_known_id(entry, ids) if ids and isinstance(entry, File) else entry for entry in entries]


def _with_known_id(file: File, ids: Mapping[str, str]) -> File:
    return replace(file, id=ids.get(file.place, file.id))


def _below(path: Path, input_format: str) -> Iterator[Found]:
    if _is(path, stat.S_ISDIR):
        for file in _walk(path, {_identity(path)}):
            yield _in_folder(file, path, input_format) if isinstance(file, Path) else file
    elif not path.exists():
        yield Failure(shown(path), f"there is no such file or folder (looked from {shown(Path.cwd())}); check the path")
    else:
        yield File(path, path.stem, lists(path.suffix.lower(), input_format), named=True)


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Skipped | Failure]:
    """Yield the files below `folder` in order; `seen` are the folders that were entered."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(shown(folder), f"the folder cannot be opened: {error.strerror}; check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            yield Skipped(shown(entry), "its name begins with a dot")
        elif not _is(entry, stat.S_ISDIR):
            yield entry
        elif _identity(entry) not in seen:
            seen.add(_identity(entry))
            yield from _walk(entry, seen)


def _in_folder(file: Path, folder: Path, input_format: str) -> Found:
    wanted, ending = endings(input_format), file.suffix.lower()
    if ending not in wanted:
        return Skipped(
            shown(file), f"no reader is for files that end in {ending}" if ending else "its name has no ending"
        )
    if not _is(file, stat.S_ISREG):
        return Skipped(shown(file), "it is no regular file (a broken link, a pipe …)")
    name = "/".join(file.parts[len(folder.parts) :]).removesuffix(file.suffix)
    return File(file, name, lists(ending, input_format))


def shown(path: Path) -> str:
    """Return the path as text; bytes of its name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    """Return whether the path is of a kind; what cannot be looked at is of none."""
    try:
        return kind(path.stat().st_mode)
    except OSError:
        return False


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _once(found: Iterable[Found]) -> list[Found]:
    """Keep of each file that was reached several times the place with the longest id, of skipped files the first."""
    kept: dict[Path, Found] = {}
    folders: dict[Path, Path] = {}
    for entry in found:
        key = _resolved(Path(entry.path), folders)
        other = kept.get(key)
        longer = isinstance(entry, File) and isinstance(other, File) and len(entry.id) > len(other.id)
        named = isinstance(entry, File) and isinstance(other, Skipped)
        if other is None or longer or named:
            kept[key] = replace(entry, place=str(key)) if isinstance(entry, File) else entry
    return list(kept.values())


def _resolved(path: Path, folders: dict[Path, Path]) -> Path:
    """Return the absolute path without links; `folders` keeps those of the folders."""
    try:
        if path.name in ("", "..") or path.is_symlink():
            return path.resolve()
        folder = path.parent
        if folder not in folders:
            folders[folder] = folder.resolve()
        return folders[folder] / path.name
    except (OSError, RuntimeError):  # a link that leads to itself
        return path.absolute()


def _with_own_ids(found: Sequence[Found]) -> list[Found]:
    counts = Counter(entry.id for entry in found if isinstance(entry, File) and not entry.lists)
    shared: dict[str, list[Path]] = defaultdict(list)
    for entry in found:
        if isinstance(entry, File) and not entry.lists and counts[entry.id] > 1:
            shared[entry.id].append(entry.path)
    own = {path: name for paths in shared.values() for path, name in _told_apart(paths).items()}
    return [replace(entry, id=own.get(entry.path, entry.id)) if isinstance(entry, File) else entry for entry in found]


def _told_apart(paths: Sequence[Path]) -> dict[Path, str]:
    """Return for each path as many of its last parts as tell all of them apart, the last without suffix."""
    whole = {path: path.resolve().parts for path in paths}
    for length in range(2, max(map(len, whole.values())) + 1):
        names = {path: Path(*parts[-length:]).with_suffix("").as_posix() for path, parts in whole.items()}
        if len(set(names.values())) == len(names):
            return names
    return {path: path.as_posix() for path in paths}  # the same name with other suffixes: a.txt and a.md
