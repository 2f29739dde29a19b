"""What claims are called in their articles, without the claims: most of a claim's row is not needed to quote it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from operator import itemgetter

from newsclaim.models import NumericClaim
from newsclaim.store.articles import load_plain
from newsclaim.store.codec import path_of, unreadable
from newsclaim.text import number_of, numbered_id

_SPAN = itemgetter(path_of(NumericClaim, "start"), path_of(NumericClaim, "end"))


def load_phrases(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the articles' own phrases of the claims with these ids, by id."""
    rows = connection.execute(
        "SELECT number, article, body FROM claim WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(map(number_of, ids))),),
    ).fetchall()
    texts = dict(load_plain(connection, {article for _, article, _ in rows}))
    found: dict[str, str] = {}
    for number, article, body in rows:
        try:
            start, end = _SPAN(json.loads(body))
        except (ValueError, TypeError, LookupError) as error:
            raise unreadable("a claim") from error
        found[numbered_id("n", number)] = texts[article][start:end]
    return found
