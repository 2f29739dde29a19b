"""The names and words that tell an article's story, as hashes with weights."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from newsclaim import lexicon
from newsclaim.stories import words
from newsclaim.stories.account import Account
from newsclaim.stories.shingles import Keys
from newsclaim.stories.words import Hashes, Words

Weights = npt.NDArray[np.uint8]

#: A name in the title counts so much, in the lead, below; a word that is no name half of it and not below the lead.
_TITLE, _LEAD, _BELOW = 6, 4, 2
#: How often a name is counted that stands several times.
_MOST = 5
#: Shorter words tell nothing.
_LETTERS = 4
#: An article keeps so many terms, those of most weight.
_KEPT = 96
#: In a title of which more words than that begin with a capital, capitals make no name.
_CAPITALS = 0.6


def terms(account: Account, everything: Words) -> tuple[Keys, Weights]:
    """Return the terms of an article by their keys, each once, in order of the keys, and what each weighs in it."""
    title, body = account.title_span(), [(b.start, b.end) for b in account.paragraphs()]
    told = everything.only(everything.among(sorted([*([title] if title else []), *body])))
    in_title = told.among([title] if title else [])
    in_lead = (told.start < account.lead_end()) & ~in_title
    is_name = told.capital & ~told.opening
    if in_title.any() and told.capital[in_title].mean() > _CAPITALS:
        is_name &= ~in_title
    names = np.sort(told.hash[is_name])
    named = words.is_in(told.hash, names) & told.capital
    weight = np.select([in_title, in_lead], [_TITLE, _LEAD], _BELOW) * np.where(named, 1.0, 0.5)
    weight[~named & ~in_title & ~in_lead] = 0
    weight[(told.end - told.start < np.where(named, 2, _LETTERS)) | words.is_in(told.hash, common())] = 0
    return _heaviest(told.hash[weight > 0], weight[weight > 0])


def keys_of(hashes: Hashes) -> Keys:
    """Return the upper half of each hash: enough to find by, and half as large."""
    return (hashes >> np.uint64(32)).astype(np.uint32)


@cache
def common() -> Hashes:
    """Return the words that say nothing of a story, in order."""
    listed = lexicon.load("stories")["common"]
    return np.unique(words.hashes_of(" ".join(listed).split()))


def _heaviest(hashes: Hashes, weight: npt.NDArray[np.float64]) -> tuple[Keys, Weights]:
    found, place, times = np.unique(keys_of(hashes), return_inverse=True, return_counts=True)
    best = np.zeros(len(found))
    np.maximum.at(best, place, weight)
    total = best + np.minimum(times - 1, _MOST)
    kept = np.sort(np.lexsort((found, -total))[:_KEPT])
    return found[kept], total[kept].astype(np.uint8)
