"""Is an article English? By the share of words that are English function words, which no dictionary is needed for.

Of the words of English news (names left out) some 40 of 100 are among those of `data/language.toml`, in other
languages hardly one is.
"""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.models import SILENT, Article

#: Below this share a text is not English. Lists of results in English have about twice as many.
_LEAST = 0.06
#: A text of fewer words is taken for English: headlines and lists of names and results do without function words.
_TOO_FEW = 20
#: So many words are enough to tell.
_ENOUGH = 5_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def foreign(article: Article) -> str | None:
    """Return why an article was not analysed when it is not English, else None.

    Only its readable blocks count, and in them only words without a capital, which names have. Where letters have no
    capitals and words no spaces between them (Chinese, Thai), each letter counts as a word.
    """
    words = _words(article)
    if len(words) < _TOO_FEW:
        return None
    known = lexicon.words("language", "function_words")
    share = sum(word in known for word in words) / len(words)
    if share >= _LEAST:
        return None
    return (
        f"it is not in English: {share:.0%} of its words are English function words, where some 40% are usual; "
        f"it was stored and not analysed"
    )


def _words(article: Article) -> list[str]:
    words: list[str] = []
    for block in article.blocks:
        if block.kind not in SILENT and len(words) < _ENOUGH:
            piece = article.text[block.start : block.end]
            for word in _WORD.findall(piece.replace("’", "'")):
                if not word[0].isupper():
                    words += [word] if word[0] < "\u0e00" else word
    return words
