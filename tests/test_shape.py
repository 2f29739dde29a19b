"""What every file of the package keeps to: files of one idea, functions of few paths."""

from __future__ import annotations

from pathlib import Path

import pytest
from radon.complexity import cc_visit

import newsclaim

_SOURCE = Path(newsclaim.__file__).parent
_FILES = sorted(path.relative_to(_SOURCE).as_posix() for path in _SOURCE.rglob("*.py"))
#: A file that needs more lines than this holds two ideas.
_LINES = 300
#: McCabe's number by radon, which counts `and`, `or` and comprehensions too (ruff's count, at most 10, does not).
_PATHS = 15


@pytest.mark.parametrize("file", _FILES)
def test_files_and_functions_are_small(file: str) -> None:
    text = (_SOURCE / file).read_text(encoding="utf-8")
    assert text.count("\n") <= _LINES
    assert [block.name for block in cc_visit(text) if block.complexity > _PATHS] == []
