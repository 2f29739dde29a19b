"""Whether a time belongs to another clause than the number does, by the parse."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.extraction.numbers.fields.times.phrases import TimePhrase
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens

#: These tell on which day something happened, which is that of all that came of it.
_DAYS = frozenset({"on", "weekend", "ago"})
_SINCE = frozenset({"since", "since_event"})
#: Clauses with these tell of another time than the verb above them.
_OTHER_TIME = frozenset({"since", "until", "till", "before"})
#: What is said of these kinds holds by itself, whatever else happened then.
_LEVELS = frozenset({"duration", "distance", "measure", "age"})


def is_elsewhere(view: View, verb: int, root: int, kind: str, phrase: TimePhrase) -> bool:
    """Is a time phrase said of another clause than the claim with this verb, root noun and class?

    "the largest since a truce collapsed in August" · "in Tarn, where floods came in January, 27 people died" · "the
    recorder found in November was 50 m away" · "the firm, which employs 900, lost money in the first half".
    """
    if phrase.shape in _SINCE:
        return False
    w = view.w
    own = verb if verb >= 0 else clauses.governing_verb(w, root)
    its = clauses.governing_verb(w, view.within(phrase.start))
    if own < 0 or its < 0 or own == its:
        return False
    if own in _above(w, its):
        between = _clause_between(w, own, its, root)
        apart = kind in _LEVELS or (between == "relcl" and phrase.shape not in _DAYS)
        return between == "before" or (between != "" and apart)
    return its in _above(w, own) and _outside_relative(view, own, its, root, phrase)


def _above(w: Tokens, verb: int) -> Iterator[int]:
    """Yield the verbs over a verb, nearest first."""
    for _ in range(6):
        if w.head[verb] == verb:
            return
        verb = clauses.governing_verb(w, w.head[verb])
        if verb < 0:
            return
        yield verb


def _clause_between(w: Tokens, own: int, its: int, root: int) -> str:
    """Return what parts the time's clause from the claim's above it.

    "before" for one with a time of its own ("since a truce collapsed"), "relcl" or "acl" for one on another noun.
    """
    while its >= 0 and its not in (own, w.head[its]):
        dep = w.dep[its]
        if dep == "advcl" and any(w.low[k] in _OTHER_TIME for k in w.lefts(its)):
            return "before"
        if dep in ("acl", "relcl") and w.head[its] not in (root, w.head[root]):
            return dep
        its = clauses.governing_verb(w, w.head[its])
    return ""


def _outside_relative(view: View, own: int, its: int, root: int, phrase: TimePhrase) -> bool:
    """Is the claim told in a clause set in with commas, of what is or had been, around which something happened?"""
    w = view.w
    while w.dep[own] != "relcl" and w.head[own] != own and w.head[own] != its:
        own = w.head[own]
    low, high = sorted((root, view.within(phrase.start)))
    if w.dep[own] != "relcl" or "," not in w.text[low:high]:
        return False
    if w.left[own] <= view.within(phrase.start) <= w.right[own]:
        return False
    lasting = w.tag[own] in ("VBZ", "VBP") or any(w.lemma[k] == "have" and w.dep[k] == "aux" for k in w.lefts(own))
    return lasting and w.tag[its] in ("VBD", "VBN")
