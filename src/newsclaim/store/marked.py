"""What people have marked, for those who only read it."""

from __future__ import annotations

import sqlite3

from newsclaim.models.mark import FindingKind, Mark, MarkRef
from newsclaim.text import numbered_id

#: The letter before the number of a finding in its id.
PREFIXES: dict[FindingKind, str] = {"quote": "q", "claim": "n"}


def load_mark_refs(connection: sqlite3.Connection, kind: FindingKind) -> dict[str, MarkRef]:
    """Return what is marked, by id of the finding."""
    rows = connection.execute("SELECT finding, body FROM mark WHERE kind = ?", (kind,))
    found = ((numbered_id(PREFIXES[kind], number), Mark.model_validate_json(body)) for number, body in rows)
    return {one: _ref(mark) for one, mark in found}


def load_marks(connection: sqlite3.Connection) -> list[Mark]:
    """Return all marks on what is stored."""
    return [Mark.model_validate_json(body) for (body,) in connection.execute("SELECT body FROM mark")]


def _ref(mark: Mark) -> MarkRef:
    return MarkRef(verdict=mark.verdict, wrong=mark.wrong, corrected=tuple(mark.fields), note=mark.note)
