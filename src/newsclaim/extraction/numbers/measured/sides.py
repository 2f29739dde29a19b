"""Whose the numbers of two rivals are: the larger is the winner's, whatever the order ("trailed her 41% to 46%")."""

from __future__ import annotations

from newsclaim.extraction.numbers.measured.climb import root
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.rivals import COMPARED
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens, past
from newsclaim.lexicon import words

_LISTS = "numbers/rivals"
_FAR = 6
#: How far before a pair it may be said who does more than whom.
_REACH = 90


def of_pair(view: View, left: Quantity, right: Quantity) -> tuple[int, int]:
    """Return the tokens of whose the left and the right number are, -1 where nobody is named."""
    w = view.w
    theirs = _possessor_between(view, left, right)
    if (compared := _compared(view, left)) is not None:
        return compared
    verb = _contest(view, left)
    if verb < 0:
        return _by_words(view, left) or (-1, theirs)
    subject = clauses.subject_of(w, verb)
    other = theirs if theirs >= 0 else _opponent(w, verb, left)
    if subject >= 0 and w.low[subject] == "it":
        subject = -1
    if theirs >= 0:
        return subject, theirs
    loses = w.lemma[verb] in words(_LISTS, "losing")
    larger_first = (left.value or 0) >= (right.value or 0)
    return (subject, other) if loses != larger_first else (other, subject)


def _compared(view: View, left: Quantity) -> tuple[int, int] | None:
    """Read "Ravn raised more than Kamp, $2m to $1m": who does more or less of it than whom."""
    match = COMPARED.search(view.text, max(0, left.start - _REACH), left.start)
    if match is None:
        return None
    w = view.w
    verb = clauses.governing_verb(w, view.within(match.start("how")))
    return (clauses.subject_of(w, verb) if verb >= 0 else -1), view.within(match.end("other") - 1)


def _by_words(view: View, left: Quantity) -> tuple[int, int] | None:
    """Read "Ravn outspent Kamp, $2m to $1m" where the parse sees no verb: the names around the word."""
    w = view.w
    first, _ = view.page.sentence(view.within(left.start))
    for k in range(view.at(left.start) - 1, first, -1):
        if w.low[k] in words(_LISTS, "outdoing"):
            last = past(k + 2, view.at(left.start), lambda last: w.text[last][:1].isupper()) - 1
            return (k - 1, last) if w.text[k - 1][:1].isupper() and w.text[last][:1].isupper() else None
    return None


def _possessor_between(view: View, left: Quantity, right: Quantity) -> int:
    """Read "52 percent to Dabney's 48"."""
    w = view.w
    last = view.at(right.start) - 1
    named = last > view.at(left.end) and w.tag[last] == "POS" and w.pos[last - 1] == "PROPN"
    return last - 1 if named else -1


def _contest(view: View, left: Quantity) -> int:
    """Return the verb that sets one side against the other, above the number or before it in its sentence."""
    w = view.w
    verb = clauses.governing_verb(w, root(view, left))
    for _ in range(_FAR):
        if verb < 0:
            break
        if _sets_against(w, verb):
            return verb
        verb = clauses.governing_verb(w, w.head[verb]) if w.head[verb] != verb else -1
    first, _ = view.page.sentence(view.within(left.start))
    near = (k for k in range(view.at(left.start) - 1, first - 1, -1) if w.pos[k] in ("VERB", "AUX"))
    return next((k for k in near if _sets_against(w, k)), -1)


def _sets_against(w: Tokens, verb: int) -> bool:
    if w.lemma[verb] in words(_LISTS, "winning") or w.lemma[verb] in words(_LISTS, "losing"):
        return True
    lead = clauses.object_of(w, verb)
    return (lead >= 0 and w.lemma[lead] == "lead") or any(w.low[k] in ("ahead", "behind") for k in w.rights(verb))


def _opponent(w: Tokens, verb: int, left: Quantity) -> int:
    """Return who is set against the subject: the object, or whoever stands behind "over", "against", "ahead of"."""
    thing = clauses.object_of(w, verb)
    if thing >= 0 and w.start[thing] < left.start and w.pos[thing] in ("PROPN", "PRON"):
        return thing
    heads = [verb, thing, *(k for k in w.rights(verb) if w.low[k] in ("ahead", "behind"))]
    for head in heads:
        found = clauses.preposition_object(w, head, ("over", "against", "of", "to")) if head >= 0 else -1
        if found >= 0 and w.pos[found] == "PROPN":
            return found
    behind = next((k for k in w.rights(verb) if w.low[k] in ("behind", "over")), -1)
    return w.child(behind, "pobj") if behind >= 0 else -1
