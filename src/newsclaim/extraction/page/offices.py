"""Whether what "and" joins is one office or body: "the Comptroller and Auditor General", "for Transport and Sport"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.tokens import Range, Tokens, back
from newsclaim.lexicon import words
from newsclaim.names.titles import is_office

_PLACES = frozenset({"GPE", "LOC"})
_DETERMINED = frozenset({"DT", "PRP$"})
_NOUNS = frozenset({"NN", "NNP"})


def one_office(w: Tokens, heads: Sequence[int], ranges: Sequence[Range]) -> bool:
    """Whether joint heads and the phrases around them are one office of one person, or the name of one body."""
    if len(heads) == 2 and (_two_offices(w, heads, ranges) or leads_to_bearer(w, *ranges)):
        return True
    of = w.child(heads[0], "prep")
    inside = heads[0] < of < heads[1]
    if not inside:
        return False
    if w.ent[heads[0]] == "ORG" and w.low[of] == "of":
        return all(w.ent[k] in _PLACES for k in heads[1:])  # the Front of Norland and the Coast
    field = {w.ent[w.child(of, "pobj")]} if len(heads) == 2 else {"", "ORG"}
    things = all(w.tag[k] == "NNP" and w.ent[k] in field - {"PERSON"} and not is_office(w.text[k]) for k in heads[1:])
    return is_office(w.text[heads[0]]) and things and all(w.tag[a] != "DT" for a, _ in ranges[1:])


def leads_to_bearer(w: Tokens, first: Range, second: Range) -> bool:
    """Whether what an office is of goes on before its bearer: "Head of the Chamber of Trade and Industry Jane Doe"."""
    (a, b), (c, d) = first, second
    k = back(d, c, lambda k: w.ent[k] == "PERSON")
    if not c < k < d or "PERSON" in w.ent[a:b] or w.tag[k - 1] not in _NOUNS | {"NNPS"} or w.tag[c] in _DETERMINED:
        return False
    of = any(w.tag[i] == "IN" and is_office(w.text[i - 1]) for i in range(a + 1, b))
    return of and not any(map(is_office, w.text[c:k]))


def _two_offices(w: Tokens, heads: Sequence[int], ranges: Sequence[Range]) -> bool:
    """Whether two offices are one person's: the second has no article, and a name stands behind both or behind none."""
    (a, b), (c, d) = ranges
    first = heads[0]
    if w.low[c - 1] != "and" or not is_office(w.text[first]) or w.tag[first] not in _NOUNS or w.tag[c] in _DETERMINED:
        return False
    offices = any(is_office(w.text[k]) for k in range(c, d)) and "PERSON" not in w.ent[a:b]
    if w.ent[d - 1] == "PERSON":
        return offices and w.tag[a] not in _DETERMINED
    apart = w.low[d - 1] in words("phrases", "never_joined")
    return offices and not apart and w.tag[first] == w.tag[d - 1] == "NNP" and animate(w, d - 1)
