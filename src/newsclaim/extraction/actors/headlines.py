"""Names in title-cased lines, where every word has a capital: only those that the article or the lists know."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsclaim.extraction.actors.name import Name, key_of, last_of
from newsclaim.extraction.actors.word import Word
from newsclaim.extraction.actors.words import Run
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.names import organisations
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_head

#: No name has more words.
_LONGEST = 6


class KnownNames:
    """The names of an article's body, by key and by last word."""

    def __init__(self, keys: Collection[str]) -> None:
        self._keys = frozenset(keys)
        self._last = frozenset(last_of(key) for key in keys if " " in key)

    def __contains__(self, text: str) -> bool:
        return key_of(text) in self._keys

    def has_surname(self, text: str) -> bool:
        """Tell whether a single word is the last word of a longer name."""
        key = key_of(text)
        return not (" " in key or len(key) < 4 or is_head(text) or organisations.has_mark(text)) and key in self._last


def headline_names(w: Tokens, run: Run, known: KnownNames) -> Iterator[Name]:
    """Yield the names of a title-cased run, the longest first."""
    words = run.words
    k = 0
    while k < len(words):
        size = _known_size(words, k, known)
        if size:
            first, last = words[k], words[k + size - 1]
            yield Name(first.i, last.j, first.start, last.end, w.words(first.i, last.j), headline=True)
        k += max(size, 1)


def _known_size(words: Sequence[Word], k: int, known: KnownNames) -> int:
    for size in range(min(_LONGEST, len(words) - k), 0, -1):
        text = " ".join(x.text for x in words[k : k + size])
        country = lookup(text)
        if country and country.way in ("adjective", "people"):
            continue
        if country or text in known or known.has_surname(text) or (size > 1 and organisations.known(text)):
            return size
    return 0
