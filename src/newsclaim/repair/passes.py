"""The order of repairs: each reads what the one before has made."""

from __future__ import annotations

import re
from functools import lru_cache

from newsclaim.repair.characters import characters, pairs
from newsclaim.repair.edits import Repaired
from newsclaim.repair.glue import KEPT, SHORT, glue
from newsclaim.repair.letters import letters
from newsclaim.repair.lost import lost
from newsclaim.repair.markup import bullets, emphasis, entities, escapes, links, quoted, references, tags
from newsclaim.repair.mojibake import mojibake

#: Twice where one damage hides another: "&amp;ldquo;", text that was read in the wrong encoding twice.
_PASSES = (
    mojibake,
    mojibake,
    entities,
    entities,
    tags,
    pairs,
    characters,
    links,
    references,
    emphasis,
    escapes,
    quoted,
    bullets,
    letters,
    lost,
    glue,
)
#: Plain text has none of these; what it may have still are spaces that were lost.
_SIGNS = re.compile(r"[^\x00-\x7f“”‘’–—…£€é]|[&<*_\\>]|\][(\[]|\[\^")


def repaired(text: str) -> Repaired:
    """Return the text with its damages undone as far as they can be for certain."""
    return _repaired(text) if len(text) > SHORT else _kept(text)


@lru_cache(maxsize=KEPT)
def _kept(text: str) -> Repaired:
    return _repaired(text)


def _repaired(text: str) -> Repaired:
    now = Repaired(text)
    for find in _PASSES if _SIGNS.search(text) else (pairs, letters, lost, glue):
        now = now.edited(find(now.text))
    return now
