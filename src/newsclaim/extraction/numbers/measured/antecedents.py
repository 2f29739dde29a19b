"""What "it", "its", "they", "their" stand for, by the subjects before them; he and she are the actors' to resolve."""

from __future__ import annotations

from collections.abc import Callable

from newsclaim.extraction.numbers.measured.agents import is_name, may_be_body, may_own
from newsclaim.extraction.numbers.measured.climb import LISTS
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import person
from newsclaim.lexicon import words

#: May a subject be what a pronoun stands for?
Fits = Callable[[View, int, int], bool]
_SINGULAR = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "their", "them", "themselves"})
_EITHER = _SINGULAR | _PLURAL
#: How many sentences back a pronoun may reach.
_BACK = 2


def behind(view: View, i: int, *, body: bool = False) -> int:
    """Return the owner that a pronoun stands for: a subject before it, -1 for a thing; other words for themselves.

    With `body` things are passed over, which have no revenue ("the unit made up half of its revenue").
    """
    w = view.w
    if w.lemma[i] in words(LISTS, "firms") and (firm := _firm(view, i)) >= 0:
        return firm
    if w.low[i] not in _EITHER or w.pos[i] != "PRON":
        return i
    subject = subject_before(view, i, fits=_is_body if body and w.low[i] in _SINGULAR else _fits)
    if subject < 0:
        return i
    return subject if _owns(view, subject) else -1


def _is_body(view: View, subject: int, i: int) -> bool:
    """May the subject be the body that "its" stands for?"""
    return _fits(view, subject, i) and (view.w.pos[subject] == "PRON" or _owns(view, subject))


def thing_behind(view: View, i: int) -> int:
    """Return the thing that "it" or "they" stand for where that is what is measured; -1 for none, or for an owner."""
    w = view.w
    if w.low[i] not in ("it", "they"):
        return -1
    found = subject_before(view, i)
    first = view.page.sentence(i)[0]
    noun = w.pos[found] in ("NOUN", "PROPN") and w.low[found] != "one"
    if not noun or found < view.page.sentence(max(0, first - 1))[0]:
        return -1
    return -1 if _owns(view, found) else found


def _firm(view: View, i: int) -> int:
    """Return the firm that "the company" stands for: the named subject before it."""
    w = view.w
    if i == 0 or w.low[i - 1] != "the" or w.right[i] > i + 1:
        return -1
    found = subject_before(view, i)
    named = found >= 0 and may_be_body(view, found) and w.ent[found] not in ("GPE", "LOC", "FAC", "DATE")
    return found if named else -1


def subject_before(view: View, i: int, *, fits: Fits | None = None) -> int:
    """Return the subject that a pronoun stands for, in its own sentence or one of those before; -1 for none."""
    w = view.w
    fits = fits or _fits
    found = _in_sentence(view, i, fits)
    first = view.page.sentence(i)[0]
    for _ in range(_BACK):
        if found >= 0 or first == 0:
            break
        first = view.page.sentence(first - 1)[0]
        found = _chief_subject(view, first)
        if w.low[i] == "its" and (owner := _possessor(view, found)) >= 0:
            found = owner
        found = found if found >= 0 and fits(view, found, i) else -1
    if found >= 0 and w.pos[found] == "PRON" and w.low[found] in _EITHER:
        return subject_before(view, found, fits=fits) if first < view.page.sentence(i)[0] else -1
    return found


def _possessor(view: View, subject: int) -> int:
    """Return who has the thing that a sentence tells of, and is still spoken of by "its" ("Its network grew.")."""
    w = view.w
    owner = w.child(subject, "poss") if subject >= 0 else -1
    if owner < 0 or w.ent[owner] in ("DATE", "TIME"):
        return -1
    if w.tag[owner] == "PRP$":
        return subject_before(view, owner, fits=_is_body) if w.low[owner] == "its" else -1
    return owner if not _owns(view, subject) and _owns(view, owner) else -1


def _chief_subject(view: View, first: int) -> int:
    """Return the subject of a sentence that begins at a token, of what is told where it begins so; -1 for none."""
    w = view.w
    root = next((k for k in range(first, view.page.sentence(first)[1]) if w.head[k] == k), -1)
    if root < 0:
        return -1
    told = w.child(root, "ccomp")
    return clauses.own_subject(w, told if 0 <= told < root else root)


def _in_sentence(view: View, i: int, fits: Fits) -> int:
    w = view.w
    verb = clauses.governing_verb(w, i)
    for _ in range(5):
        if verb < 0:
            return -1
        subject = clauses.own_subject(w, verb)
        if 0 <= subject < i and not w.left[subject] <= i <= w.right[subject]:
            if fits(view, subject, i):
                return subject
            if w.low[i] in _SINGULAR and (body := _body_of(view, subject)) >= 0:
                return body
        if w.head[verb] == verb:
            return -1
        verb = clauses.governing_verb(w, w.head[verb])
    return -1


def _body_of(view: View, subject: int) -> int:
    """Return whose head somebody is ("Ivo Renn, chief executive of Calder Foods, said it …")."""
    w = view.w
    of = (k for k in range(w.left[subject], w.right[subject] + 1) if w.low[k] in ("of", "at"))
    return next((body for k in of if (body := w.child(k, "pobj")) > k and is_name(view, body)), -1)


def _fits(view: View, subject: int, i: int) -> bool:
    """May the subject be what the pronoun stands for: one thing or body, or several?"""
    w = view.w
    if w.low[i] in _PLURAL:
        several = w.tag[subject] in ("NNS", "NNPS") or w.child(subject, "conj") >= 0
        body = is_name(view, subject) and (w.ent[subject] != "PERSON" or may_be_body(view, subject))
        return several or w.low[subject] in _PLURAL or body
    if w.pos[subject] == "PRON":
        return w.low[subject] == "it"
    if is_name(view, subject) and w.ent[subject] == "PERSON" and not may_be_body(view, subject):
        return False
    alone = w.tag[subject] in ("NN", "NNP", "NNPS") and w.ent[subject] not in ("DATE", "TIME")
    return alone and not (person(w, subject) and w.pos[subject] == "NOUN")


def _owns(view: View, i: int) -> bool:
    w = view.w
    return w.ent[i] in ("ORG", "GPE") or may_own(view, i)
