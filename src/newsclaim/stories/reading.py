"""What is compared of an article's text: the words of its telling blocks, and which of them somebody is said to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from newsclaim.stories import words
from newsclaim.stories.account import Account
from newsclaim.stories.words import Flags, Hashes, Places, Words

#: Passages are found by so many words in a row, of which one in so many is kept.
SIZE, SAMPLED = 5, 8
#: Words between quotation marks, inside a paragraph.
_MARKED = re.compile(r"“[^”\n]*”|«[^»\n]*»|\"[^\"\n]*\"")


@dataclass(frozen=True)
class Reading:
    """The words of an article's telling blocks below its title, in order.

    `said` are those between quotation marks or in a quote: a statement may stand in many articles without one being a
    copy of another.
    """

    words: Words
    said: Flags

    def __len__(self) -> int:
        return len(self.said)

    @cached_property
    def grams(self) -> Hashes:
        """The hash of every `SIZE` words in a row."""
        return words.grams(self.words.hash, SIZE)

    @cached_property
    def sampled(self) -> Places:
        """The places of the grams that are kept of the article, one in `SAMPLED`, which their hashes alone choose."""
        return np.flatnonzero(self.grams % np.uint64(SAMPLED) == 0)


def reading(account: Account, everything: Words | None = None) -> Reading:
    """Return the words of an article that are compared; captions, tables, embeds and the page's own lines are none.

    Args:
        account: the article.
        everything: all words of its text, where they are read already.
    """
    text = account.article.text
    everything = words.read(text) if everything is None else everything
    told = everything.only(everything.among([(block.start, block.end) for block in account.paragraphs()]))
    marked = [found.span() for found in _MARKED.finditer(text)]
    return Reading(told, told.among(marked) | told.among(_apart(account.quotes)))


def _apart(spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Return the spans in order, those that overlap as one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart
