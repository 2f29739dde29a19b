"""What the grammar of a sentence says of a pronoun and a name in it: who cannot be meant, and who is near at hand."""

from __future__ import annotations

from newsclaim.extraction.page.tokens import Tokens


def is_barred(w: Tokens, i: int, mention: int) -> bool:
    """Tell whether grammar forbids the mention: subject and object of one verb are two persons but for "himself"."""
    if w.dep[i] == "poss":
        return mention > i and w.head[mention] == w.head[i]
    if w.low[i].endswith("self"):
        return False
    verb, other = _clause(w, i), _clause(w, mention)
    core = {"nsubj", "nsubjpass", "dobj", "dative", "pobj"}
    same_verb = verb is not None and verb == other
    return same_verb and w.dep[i] in core and w.dep[mention] in core and w.dep[i] != w.dep[mention]


def _clause(w: Tokens, i: int) -> int | None:
    """The verb that a word is beside or that its preposition hangs on: "told him", "spoke to him"."""
    if w.dep[i] == "pobj":
        i = w.head[i]
    return w.head[i] if w.pos[w.head[i]] in ("VERB", "AUX") else None


def governs(w: Tokens, subject: int, i: int) -> bool:
    """Tell whether a word is the subject of a clause that holds another one.

    A pronoun inside may mean the subject ("Austin said he …"), a name is somebody else's (She says Horn was first).
    """
    return w.dep[subject] in ("nsubj", "nsubjpass") and w.head[subject] in set(w.ancestors(i))
