"""A post that was set into the article: its words are those of the account that signs it."""

from __future__ import annotations

from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.search import Search
from newsclaim.signature import signed


def credit_posts(search: Search) -> None:
    """Credit each embedded post to its account; what its signature made of its last words is left out."""
    w = search.w
    for block in search.blocks:
        parts = signed(search.text, block.start, block.end) if block.kind == "embed" else None
        if parts is None:
            continue
        words, name = parts
        speaker = (w.at(name[0]), w.before(name[1]))
        search.found = [one for one in search.found if not _ends_at(one, words[1], block.end)]
        if words[0] < words[1] and speaker[0] < speaker[1]:
            search.add(Found([words], "post", (speaker,), verbatim=True))


def _ends_at(found: Found, start: int, end: int) -> bool:
    """Whether a finding reaches into the signature, or has its speaker from there."""
    return found.rule == "signature" or any(a < end and b > start for a, b in found.spans)
