"""What the pronoun that takes a name up says of its kind: "Brandt said. He …", "Brightly said it was calm"."""

from __future__ import annotations

from bisect import bisect_right

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list

#: Tokens to whoever is credited next.
_NEXT = 80
#: Tokens to what a subject does to something of its own.
_OWN = 9


def next_sentence(w: Tokens, k: int) -> int:
    """Return the first token of the sentence behind that of a token."""
    return bisect_right(w.sent, w.sent[k])


def taken_up_by(w: Tokens, name: Name, root: int) -> bool:
    """Whether he or she takes the subject up at the head of the next sentence: "Brandt said. He said …"."""
    if " " in name.text:
        return False
    after = next_sentence(w, root)
    return after < len(w) and w.low[after] in ("he", "she") and w.dep[after] == "nsubj"


def goes_on_speaking(w: Tokens, name: Name, speaking: set[int]) -> bool:
    """Whether he or she speaks next after a full name that is credited: Rima Horn told Radio Selin. “…,” she said."""
    credited = next((k for k in range(name.i, name.j) if k in speaking), -1)
    if credited < 0 or " " not in name.text:
        return False
    after = next((k for k in range(name.j, min(len(w), name.j + _NEXT)) if k in speaking), -1)
    return after > 0 and w.low[after] in ("he", "she")


def says_of_itself(w: Tokens, name: Name) -> str:
    """Return the word with which begins what somebody says, "" for none: "he" in "Brandt also said that he would"."""
    k = name.j + (w.tag[name.j : name.j + 1] == ["RB"])
    if k + 2 >= len(w) or w.low[k] not in word_list("mentions", "announcing"):
        return ""
    return w.low[k + 1 + (w.low[k + 1] == "that")]


def does_to_its_own(w: Tokens, name: Name, root: int) -> bool:
    """Whether a subject does something to what is "its": "Brightly Grid gave up its forecast", with no name between."""
    after = range(name.j, min(name.j + _OWN, next_sentence(w, root)))
    own = next((k for k in after if w.pos[k] == "PROPN" or w.low[k] == "its"), -1)
    if own < 0 or w.low[own] != "its":
        return False
    thing = clauses.first_joined(w, w.head[own])
    return w.dep[thing] in ("dobj", "obj") and w.head[thing] == w.head[root]
