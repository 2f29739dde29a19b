"""Articles with the same text: which one is a copy of which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsclaim.models import CopyDirection
from newsclaim.stories.account import Account
from newsclaim.text import fold


def copies(accounts: Iterable[Account]) -> dict[str, tuple[str, CopyDirection]]:
    """Return the article whose text each copy has, and what tells which was first."""
    by_text: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        body = " ".join(account.article.text[b.start : b.end] for b in account.paragraphs())
        by_text[fold(body)].append(account)
    found: dict[str, tuple[str, CopyDirection]] = {}
    for same in by_text.values():
        first, *others = sorted(same, key=lambda account: (account.day or "9", account.id))
        for other in others:
            found[other.id] = first.id, "date" if first.day and first.day != other.day else "unknown"
    return found
