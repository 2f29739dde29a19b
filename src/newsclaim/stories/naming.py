"""The rare names that an article tells its story by: villages, people and companies that others lack."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from newsclaim import lexicon
from newsclaim.stories.account import Account
from newsclaim.stories.capitals import kept, written
from newsclaim.text import fold

#: An article keeps so many names, those that it tells most often.
_KEPT = 16
#: What stands in the lead counts as much as if it stood so many times below.
_LEAD = 3
#: Shorter words are initials and parts of names.
_LETTERS = 3
#: A name as it is written, and what tells that a sentence opens there.
Written = tuple[str, str]
#: Tells so of a name that opens a paragraph, behind a dateline on the same line.
_PARAGRAPH = "paragraph"


def names_of(account: Account) -> tuple[str, ...]:
    """Return the words of the names in an article's text, folded, those that it tells most by first.

    Names that stand in articles of every kind are left out: countries and their people, well-known places, given names,
    days and titles; and words that have a capital only where they open a sentence.
    """
    counts: Counter[str] = Counter()
    sure: set[str] = set()
    for weight, told in zip((_LEAD, 1), _written(account), strict=True):
        for (name, opens), times in told.items():
            words, certain = _words(name, opens)
            sure.update(certain)
            for word in words:
                counts[word] += weight * times
    ranked = sorted(sure, key=lambda word: (-counts[word], word))
    return tuple(ranked[:_KEPT])


def _written(account: Account) -> tuple[Counter[Written], Counter[Written]]:
    """Return how often each name is written in the lead and below, apart where a sentence or paragraph opens."""
    text, end = account.article.text, account.lead_end()
    lead: Counter[Written] = Counter()
    below: Counter[Written] = Counter()
    for block in account.paragraphs():
        found = written(text, block.start, block.end)
        if found and not found[0][1] and text.startswith(found[0][0], block.start):
            found[0] = found[0][0], _PARAGRAPH
        (lead if block.start < end else below).update(found)
    return lead, below


@lru_cache(maxsize=1 << 14)
def _words(name: str, opens: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the telling words of a name, and those of which more than where they stand gives them a capital."""
    before, rest = kept(name, opening=bool(opens))
    words = fold(rest).replace("-", " ").split()
    telling = tuple(w for w in words if len(w) >= _LETTERS and w not in _well_known() and not w.isdigit())
    return telling, telling[1 if opens and opens != _PARAGRAPH and not before else 0 :]


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
