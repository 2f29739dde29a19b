"""Reported clauses by the parse: said (that) the bridge was safe, asked whether it was."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.subject import agent
from newsclaim.extraction.page.tokens import FINITE, Tokens
from newsclaim.extraction.quotes.infinitives import is_infinitive
from newsclaim.extraction.quotes.judgements import Found
from newsclaim.extraction.quotes.reading import of_relative
from newsclaim.extraction.quotes.works import in_title

_DASHES = frozenset({"—", "–", "--"})
_WH = frozenset({"WP", "WRB", "WDT"})


def clause(w: Tokens, f: Frame) -> Found:
    """Said (that) the bridge was safe; asked whether it was."""
    kids = [k for k in w.kids[f.verb] if _is_clause(w, f, k)] or _told_clause(w, f)
    if not any(_finite(w, k) and not _seen_doing(w, f, k) for k in kids):
        return None
    a = max(w.left[kids[0]], f.verb + 1)
    b = max(w.right[k] for k in kids) + 1
    if _apart(w, a) or (f.lemma in listed("making") and of_relative(w, f.cue[1], b)):
        return None
    a = _past_aside(w, kids[0], a)
    return (a, b), "that-clause" if w.low[a] == "that" or _marked(w, kids[0]) else "bare-clause"


def _past_aside(w: Tokens, k: int, a: int) -> int:
    """Return where "that" stands behind an aside: said, according to Horn, | that the dam was old."""
    mark = w.child(k, "mark")
    return mark if a < mark and w.low[mark] == "that" and w.text[mark - 1] == "," else a


def _apart(w: Tokens, a: int) -> bool:
    """Whether what begins there is no part of what the verb reports: behind a dash, ", where …", "and in fact …"."""
    where = w.tag[a] == "WRB" and w.text[a - 1] == ","
    return where or w.low[a] in listed("coordinators") or w.text[a - 1] in _DASHES


def _is_clause(w: Tokens, f: Frame, k: int) -> bool:
    """A clause, or right after the verb one with if or whether: did not mention if there were survivors."""
    first = w.left[k]
    if k < f.verb or is_infinitive(w, k):
        return False
    if w.low[first] == "so" and w.dep[first] in {"mark", "advmod"} and first == w.left[k]:
        return False
    if w.quoted[k] >= 0 and in_title(w, k):
        return False
    question = w.dep[k] == "advcl" and first == f.verb + 1 and w.low[first] in listed("question_marks")
    another = w.dep[k] == "conj" and w.tag[first] in _WH and w.tag[f.cue[1]] in _WH
    return w.dep[k] == "ccomp" or question or another


def _told_clause(w: Tokens, f: Frame) -> list[int]:
    """Told the court he had slept: the parser hangs the clause on the listener."""
    if f.takes is None or not ("someone" in f.takes.takes or f.lemma in listed("plain_verbs")):
        return []
    if f.passive:
        return _told_by_clause(w, f)
    to = w.child(f.verb, "prep", "dative")
    listener = w.child(f.verb, "dobj") if to < 0 or w.low[to] != "to" else w.child(to, "pobj")
    return [k for k in w.kids[listener] if _reported(w, f, k)] if listener > f.verb else []


def _told_by_clause(w: Tokens, f: Frame) -> list[int]:
    """Were warned by the service that the wind would turn: the parser hangs the clause on who warns."""
    by = agent(w, f.verb)
    own = (k for k in w.kids[by] if w.dep[k] in {"relcl", "acl"} and w.low[w.left[k]] == "that") if by > f.verb else ()
    return [k for k in own if w.tag[w.left[k]] == "IN" and w.child(k, "nsubj", "nsubjpass") > w.left[k]]


def _reported(w: Tokens, f: Frame, k: int) -> bool:
    first = w.left[k]
    opens = w.dep[first] == "mark" or (w.dep[first] == "dobj" and animate(w, w.head[k]) and f.lemma != "say")
    if w.low[first] == "that" and (w.dep[k] == "acl" or (w.dep[k] == "relcl" and opens)):
        return True
    bare = w.tag[first] not in _WH | {"IN"} and w.low[first] != "that" and w.child(k, "nsubj") >= 0
    return bare and w.dep[k] in {"relcl", "acl", "ccomp"}


def _finite(w: Tokens, k: int) -> bool:
    """Whether the clause has a finite verb; inside quotations and after wrong tags anything goes."""
    if w.tag[k] in FINITE or w.quoted[k] >= 0:
        return True
    verbal = {"aux", "auxpass", "expl"} | ({"nsubj"} if w.pos[k] in {"VERB", "AUX"} else {"cop"})
    return any(w.dep[c] in verbal or w.tag[c] in FINITE for c in w.kids[k])


def _seen_doing(w: Tokens, f: Frame, k: int) -> bool:
    """Whether somebody is only found or shown doing something: "found the clerk sleeping"."""
    return f.takes is not None and "doing" in f.takes.takes and w.tag[k] == "VBG" and w.child(k, "aux", "auxpass") < 0


def _marked(w: Tokens, k: int) -> bool:
    mark = w.child(k, "mark")
    return mark >= 0 and w.low[mark] == "that"
