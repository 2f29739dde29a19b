"""The rare names that an article tells its story by: villages, people and companies that others lack."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from newsclaim import lexicon
from newsclaim.stories.account import Account
from newsclaim.stories.capitals import names, opens
from newsclaim.text import fold

#: An article keeps so many names, those that it tells most often.
_KEPT = 16
#: What stands in the lead counts as much as if it stood so many times below.
_LEAD = 3
#: Shorter words are initials and parts of names.
_LETTERS = 3


def names_of(account: Account) -> tuple[str, ...]:
    """Return the words of the names in an article's text, folded, those that it tells most by first.

    Names that stand in articles of every kind are left out: countries and their people, well-known places, given names,
    days and titles; and words that have a capital only where they open a sentence.
    """
    text, end = account.article.text, account.lead_end()
    counts: Counter[str] = Counter()
    sure: set[str] = set()
    for block in account.paragraphs():
        for start, name in names(text[block.start : block.end]):
            words = _words(name)
            sure.update(words[opens(text, block.start + start) :])
            for word in words:
                counts[word] += _LEAD if block.start + start < end else 1
    told = sorted(sure, key=lambda word: (-counts[word], word))
    return tuple(told[:_KEPT])


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> tuple[str, ...]:
    words = fold(name).replace("-", " ").split()
    return tuple(w for w in words if len(w) >= _LETTERS and w not in _well_known() and not w.isdigit())


@cache
def _well_known() -> frozenset[str]:
    stories, places = lexicon.load("stories"), lexicon.load("places")
    listed = [
        *stories["common"],
        *(stories[table] for table in ("bodies", "outlet_words", "nobody")),
        *places["regions"],
        *places["cities"],
    ]
    listed += [name for gender in ("male", "female") for name in lexicon.words("names_given", gender)]
    for entry in lexicon.load("countries")["countries"].values():
        for field in ("names", "adjectives", "people", "capitals"):
            listed += entry.get(field, ())
    return frozenset(word for name in listed for word in fold(name).replace("-", " ").split())
