"""Why two articles belong to one story, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.furniture.often import day_of
from newsclaim.models import Tie
from newsclaim.stories import words
from newsclaim.stories.account import Account
from newsclaim.stories.terms import keys_of

#: So many of the words that both tell are named.
_NAMED = 4


def reason(tie: Tie, one: Account, other: Account) -> str:
    """Return what two articles of one story have in common: the rarest words that both tell, and how near in time."""
    named = list(dict.fromkeys(_terms(tie, one)))[:_NAMED]
    told = f"Both tell of {_listed(named)}" if named else "Both tell of much the same"
    gap = _gap(one, other)
    return f"{told}, {gap}." if gap else f"{told}."


def _terms(tie: Tie, account: Account) -> Iterator[str]:
    """Yield the words of an article that a tie rests on, the heaviest first, as the article writes them."""
    text = account.article.text
    everything = words.read(text)
    keys = keys_of(everything.hash).tolist()
    for term in tie.terms:
        places = [n for n, key in enumerate(keys) if key == term]
        written = [text[int(everything.start[n]) : int(everything.end[n])] for n in places]
        if written:
            # As it stands inside a sentence, rather than at its beginning or in a dateline.
            yield min(written, key=lambda word: sum(map(str.isupper, word)))


def _gap(one: Account, other: Account) -> str | None:
    first, second = day_of(one.day), day_of(other.day)
    if not first or not second:
        return None
    days = abs(first - second)
    return "on the same day" if not days else "a day apart" if days == 1 else f"{days} days apart"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
