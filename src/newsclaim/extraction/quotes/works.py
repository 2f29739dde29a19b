"""Quotation marks around a name: the title of a work or programme, a nickname; nobody says it."""

from __future__ import annotations

import re

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.tokens import Tokens, back
from newsclaim.extraction.quotes.search import Search

_SMALL = r"of|the|and|a|an|for|in|into|to|on|at|from|with|by|or|&"
_NAMES = re.compile(rf"(?:[A-Z0-9][\w'’.&-]*|{_SMALL})(?: (?:[A-Z0-9][\w'’.&-]*|{_SMALL}))*[.,]?")


#: No title has more words; what is longer is a sentence that somebody says.
_LONGEST = 7


def is_name(text: str, s: Stretch) -> bool:
    """Whether all words of the stretch are written as in a title or a name: on NBC's "Meet the Nation"."""
    return text[s.start].isupper() and _NAMES.fullmatch(text, s.start, s.end) is not None


def is_title(search: Search, s: Stretch) -> bool:
    """Whether the word right before the stretch says that a title or name follows: her novel "…", sang "…", on "…"."""
    w, i = search.w, search.w.before(s.open) - 1
    if i < 0 or w.block[i] != s.block or w.quoted[i] >= 0 or w.pos[i] == "PUNCT":
        return False
    named = w.lemma[i] in listed("name_nouns") and w.pos[i] in {"NOUN", "PROPN"}
    if (named and _words(search.text, s) <= _LONGEST) or _nickname(w, i, s):
        return True
    if not (is_name(search.text, s) or _of_programme(search, i, s)):
        return False
    if w.lemma[i] in listed("work_verbs", "telling"):
        return True
    return _places_title(w, i) and _words(search.text, s) > 1


def _of_programme(search: Search, i: int, s: Stretch) -> bool:
    """Whether a name with "the" stands behind whose it is: on Channel Nine's "the Ada Lund Show"."""
    the = search.text.startswith("the ", s.start) and search.w.tag[i] == "POS"
    return the and _NAMES.fullmatch(search.text, s.start + 4, s.end) is not None


def in_title(w: Tokens, x: int) -> bool:
    """Whether the verb stands in a quotation that the word before it names: a chapter headed "Why we stay"."""
    first = max(back(x + 1, 1, lambda k: w.quoted[k] == w.quoted[x] >= 0) - 1, 0)
    before = first - 1 if w.pos[first] == "PUNCT" else first
    return first < x and (w.lemma[before] in listed("naming") or w.lemma[before] in listed("name_nouns"))


def _nickname(w: Tokens, i: int, s: Stretch) -> bool:
    """Whether the stretch stands inside a name: Pavel "the Fox" Horn."""
    after = w.at(s.close)
    return w.tag[i] == "NNP" and w.tag[after : after + 1] == ["NNP"] and w.block[after] == s.block


def _places_title(w: Tokens, i: int) -> bool:
    """Whether a title may stand behind the word: on "Good Morning Ledra", in NBC's "Meet the Nation"."""
    return w.low[i] in listed("before_titles") or w.tag[i] in {"POS", "NNP"}


def _words(text: str, s: Stretch) -> int:
    return text.count(" ", s.start, s.end) + 1
