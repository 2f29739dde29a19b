"""What databases of earlier versions held, in today's rows: steps of a migration that SQL alone cannot do."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from newsclaim.models import Extraction
from newsclaim.store.recounting import fill_columns, fill_nameless
from newsclaim.store.writing import packed, save_packed

_OLD = ("old_quote", "old_claim", "old_local_actor", "old_article")
#: No article has this form: what was converted is readable, and made anew by the next ingest.
_CONVERTED = 0


def compact_rows(connection: sqlite3.Connection) -> None:
    """Write the articles of versions 1 to 3, whose rows held whole models as JSON, in compact rows.

    Findings that today's models cannot hold are left out; the next ingest makes all of them anew.
    """
    columns = "id, payload, fingerprint, location"
    for article, payload, fingerprint, location in connection.execute(f"SELECT {columns} FROM old_article").fetchall():
        found = _extraction(connection, article, payload)
        if found is not None:
            save_packed(connection, packed(found, fingerprint, location or "", _CONVERTED))
    for table in _OLD:
        connection.execute(f"DROP TABLE {table}")


def _extraction(connection: sqlite3.Connection, article: str, payload: str) -> Extraction | None:
    shell = json.loads(payload)
    shell["schema"] = "newsclaim.extraction/2"
    whole = {
        "quotes": _payloads(connection, "old_quote", article),
        "claims": [_with_phrase(claim) for claim in _payloads(connection, "old_claim", article)],
        "actors": _payloads(connection, "old_local_actor", article),
    }
    for findings in (whole, {}):
        try:
            return Extraction.model_validate(shell | findings)
        except ValidationError:
            continue
    return None


def _payloads(connection: sqlite3.Connection, table: str, article: str) -> list[dict[str, Any]]:
    # Old ids are of another make; the rows' numbers are made from them all the same.
    rows = connection.execute(f"SELECT payload FROM {table} WHERE article = ?", (article,))
    return [json.loads(payload) for (payload,) in rows]


def _with_phrase(claim: dict[str, Any]) -> dict[str, Any]:
    """Return a claim with what it is about as a phrase; the first schema had its words alone."""
    about = claim.get("about")
    if isinstance(about, str):
        claim["about"] = {"start": None, "end": None, "text": None, "head": about.split()[-1].lower() if about else ""}
    return claim


#: By the version that a migration leads to; they write today's rows, so they come behind the last one.
CONVERSIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {
    4: compact_rows,
    12: fill_columns,
    17: fill_nameless,
}
