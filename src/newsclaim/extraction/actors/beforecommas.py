"""Offices in apposition before a name: "the guild's head, X,", "As chair of the fund, X is"."""

from __future__ import annotations

from newsclaim.extraction.actors.appositions import (
    LINKS,
    LONGEST,
    held_words,
    holds_owner,
    in_apposition,
    lead,
    office_leads,
)
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.page.tokens import Tokens, back, past
from newsclaim.lexicon import words as word_list

_ONE = frozenset({"NN", "NNP"})
_APART = frozenset({",", ";", ":", "(", "-"})
#: Tokens before a name that an office and a comma need at least: "its", "leader", ",".
_SHORTEST = 2


def before_comma(w: Tokens, name: Name) -> tuple[int, int]:
    """Find the office in "the head of X, Jane Doe, …" and "Norway's minister, Jane Doe": tokens, equal when none."""
    first = _past_address(w, w.at(name.title_start) if name.title else name.i)
    if first < _SHORTEST or w.text[first - 1] != ",":
        return 0, 0
    end = first - 1
    k = _apposition_start(w, end)
    # not "Ek's deputy, Lund's cousin", "according to his agent, Lund had left"
    if not (_is_closed(w, name.j) or _opens_with_office(w, k, name.j)):
        return 0, 0
    definite = _is_definite(w, k, end, name)
    k = past(k, end, lambda k: w.pos[k] == "DET" or w.low[k] == "one")
    head = k + (w.low[k] in held_words())
    if w.low[lead(w, head, end) - 1] in word_list("nominals", "kin") and _opens_as(w, k - 1):
        return 0, 0  # "As the wife of a minister, X"
    return (k, end) if definite and office_leads(w, head, end) else (0, 0)


def _is_definite(w: Tokens, k: int, end: int, name: Name) -> bool:
    """Whether a phrase before a comma can mean one person: "its leader", "the head", "Norway's minister", "As head"."""
    owned = k > 0 and w.tag[k - 1] == "PRP$" and w.low[end - 1] not in word_list("nominals", "kin")
    opens = w.opens_sentence(k) and w.text[name.j : name.j + 1] == [","]
    definite = opens or _opens_as(w, k) or w.pos[k] == "DET" or w.low[k] == "one" or holds_owner(w, k, end)
    return owned or definite or _is_bare(w, k, end, name)


def _is_bare(w: Tokens, k: int, end: int, name: Name) -> bool:
    """Whether an office without an article is explained by the name: "said Oldport police chief, Jane Doe, on Monday".

    One behind a comma may be that of whoever is named before it.
    """
    head = w.head[name.j - 1]
    explained = w.dep[name.j - 1] == "appos" and k < head < end and w.tag[head] in _ONE
    return explained and k > 0 and w.text[k - 1] not in _APART and w.text[name.j] == ","


def _past_address(w: Tokens, first: int) -> int:
    """Return where a form of address with an article begins before a name: "the Very Reverend"."""
    k = back(first, 0, lambda k: w.text[k] in word_list("titles_parties", "reverend"))
    return k - 1 if k > 0 and w.low[k - 1] == "the" else first


def _is_closed(w: Tokens, j: int) -> bool:
    """Whether an apposition ends at a token: with a comma, an age, the sentence."""
    return j >= len(w) or w.pos[j] in ("PUNCT", "NUM") or w.text[j] in (",", "(", "—", "–")


def _opens_with_office(w: Tokens, k: int, after: int) -> bool:
    """Whether an office opens the sentence of its bearer: "As chair of the fund, X is", "A teacher, X has"."""
    if w.text[after + 1 : after + 2] == [","] or w.pos[after] not in ("VERB", "AUX"):
        return False  # "The mayor, Ek said, was late"
    return _opens_as(w, k) or (w.low[k] in ("a", "an") and w.opens_sentence(k))


def _opens_as(w: Tokens, k: int) -> bool:
    return k > 0 and w.low[k - 1] == "as" and w.opens_sentence(k - 1)


def _apposition_start(w: Tokens, end: int) -> int:
    """Return where the phrase begins that ends before a comma."""
    k = end
    while k > max(0, end + 1 - LONGEST) and not w.opens_sentence(k):
        if not (in_apposition(w, k - 1) or (w.low[k - 1] in held_words() and w.tag[k - 2] == "PRP$")):
            break
        k -= 1
    return past(k, end, lambda k: w.low[k] in LINKS and w.pos[k] != "DET")
