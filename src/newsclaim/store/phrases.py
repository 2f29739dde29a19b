"""What claims are called in their articles, without the claims: most of a claim's row is not needed to quote it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from operator import itemgetter

from newsclaim.models import NumericClaim
from newsclaim.store.articles import load_found
from newsclaim.store.codec import path_of, unreadable
from newsclaim.text import number_of, numbered_id

_SPAN = itemgetter(path_of(NumericClaim, "start"), path_of(NumericClaim, "end"))


def load_phrases(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the articles' own phrases of the claims with these ids, by id."""
    found: dict[str, str] = {}
    for number, body, text in load_found(connection, "claim", map(number_of, ids)):
        try:
            start, end = _SPAN(json.loads(body))
        except (ValueError, TypeError, LookupError) as error:
            raise unreadable("a claim") from error
        found[numbered_id("n", number)] = text[start:end]
    return found
