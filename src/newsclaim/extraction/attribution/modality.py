"""Whether something was really said: negation, condition, possibility, aim."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page.people import amount
from newsclaim.extraction.page.tokens import Tokens


def negated(w: Tokens, i: int) -> bool:
    """Whether the saying at `i` was withheld."""
    return any(rule(w, i) for rule in NEGATED.values())


def unreal(w: Tokens, i: int) -> bool:
    """Whether nobody has said it."""
    return any(rule(w, i) for rule in UNREAL.values())


def _neither(w: Tokens, i: int) -> bool:
    """Neither X nor Y would say."""
    subject = w.child(i, "nsubj")
    return subject >= 0 and w.low[w.left[subject]] == "neither"


def _yet_to(w: Tokens, i: int) -> bool:
    """Has yet to say."""
    return w.low[max(0, i - 2) : i] == ["yet", "to"]


def _not(w: Tokens, i: int) -> bool:
    """Did not say."""
    return not listed("negations").isdisjoint([w.low[k] for k in w.kids[i] if k < i and w.quoted[k] < 0])


def _declined(w: Tokens, i: int) -> bool:
    """Declined to say · failed to tell the panel or say why."""
    while w.dep[i] == "conj" and w.tag[i] == "VB":
        i = w.head[i]
    return w.dep[i] == "xcomp" and w.lemma[w.head[i]] in listed("withholding")


def _not_done(w: Tokens, i: int) -> bool:
    """Left without saying why · is suspected of threatening the judge."""
    over = w.head[i]
    undone = w.low[over] in listed("not_done") or w.lemma[w.head[over]] == "suspect"
    return w.tag[i] == "VBG" and w.dep[i] == "pcomp" and undone


def _blamed(w: Tokens, i: int) -> bool:
    """Accused her of driving away and failing to say where: nothing is told but what she is blamed for."""
    over = w.head[i]
    whole = w.head[over] if w.dep[over] == "conj" else over
    return w.dep[i] == "xcomp" and w.lemma[over] in listed("withholding") and w.dep[whole] == "pcomp"


def _as_aim(w: Tokens, i: int) -> bool:
    """Asked her to say that it rained."""
    return (_with_to(w, i) or (w.tag[i] == "VB" and w.dep[i] == "conj")) and _aimed(w, i)


def _supposed(w: Tokens, i: int) -> bool:
    """If he says no."""
    return not listed("suppositions").isdisjoint([w.low[k] for k in w.kids[i] if w.dep[k] == "mark"])


def _possible(w: Tokens, i: int) -> bool:
    """May say no; "can reveal" tells what is revealed."""
    modal = listed("possible").intersection([w.low[k] for k in w.kids[i] if w.dep[k] == "aux"])
    return bool(modal - {"can"} if w.lemma[i] == "reveal" else modal)


def _by_nobody(w: Tokens, i: int) -> bool:
    """No group claimed the attack · nobody said why · 41% say · this image shows …."""
    subject = w.child(i, "nsubj")
    if subject < 0:
        return i > 0 and w.low[i - 1] in listed("nobody") and w.sent[i - 1] == w.sent[i]
    first = w.low[w.left[subject]]
    shown = first in listed("demonstrative_determiners") and w.lemma[subject] in listed("images")
    return w.low[subject] in listed("nobody") or first == "no" or shown or amount(w, subject)


def _for_example(w: Tokens, i: int) -> bool:
    """Let's say it rains · imagine that he says no · for, say, ten boats."""
    over = w.head[i]
    if w.lemma[over] in listed("supposing") and over < i and (w.lemma[over] == "let" or w.child(over, "nsubj") < 0):
        return True
    return w.low[i] == "say" and w.text[i - 1] == "," and w.text[i + 1 : i + 2] == [","] and w.child(i, "nsubj") < 0


def _asked_to(w: Tokens, i: int) -> bool:
    """But when asked to explain, she …: what the speaker was asked for is no news."""
    return w.lemma[i] == "ask" and w.low[i + 1 : i + 2] == ["to"] and put_to_them(w, i)


def _sought(w: Tokens, i: int) -> bool:
    """To determine whether it rained: what is looked for is not told yet."""
    open_end = w.tag[i + 1 : i + 2] in (["WP"], ["WRB"], ["WDT"]) or w.low[i + 1 : i + 2] in (["if"], ["whether"])
    return w.lemma[i] in listed("finding_out") and open_end


def put_to_them(w: Tokens, i: int) -> bool:
    """Asked whether he would run, he said …: the one who speaks is asked."""
    loose = w.dep[i] == "advcl" or w.low[i - 1] in listed("occasion_clauses")
    return w.tag[i] in {"VBD", "VBN"} and ((loose and w.child(i, "nsubj") < 0) or _between_commas(w, i))


def _between_commas(w: Tokens, i: int) -> bool:
    """Falk, asked whether she would run, said …: the verb of the sentence follows the second comma."""
    end = next((x for x in range(i + 1, len(w)) if w.sent[x] != w.sent[i] or (w.text[x] == "," and w.quoted[x] < 0)), i)
    return w.text[i - 1] == "," and w.sent[end] == w.sent[i] and w.tag[end + 1 : end + 2] in (["VBD"], ["VBZ"], ["MD"])


def _with_to(w: Tokens, i: int) -> bool:
    return "TO" in [w.tag[k] for k in w.kids[i] if w.dep[k] == "aux"]


def _aimed(w: Tokens, i: int) -> bool:
    """Whether an infinitive names an aim ("asked her to say") and not something that happened ("went on to say")."""
    while w.dep[i] == "conj" and w.tag[w.head[i]] == "VB":
        i = w.head[i]
    if not _with_to(w, i):
        return False
    happened = w.dep[i] in {"xcomp", "ROOT", "advcl"} and w.lemma[w.head[i]] in listed("factual_verbs")
    return not happened


Rule = Callable[[Tokens, int], bool]

#: How a saying is withheld, by name.
NEGATED: Mapping[str, Rule] = {"neither": _neither, "yet-to": _yet_to, "not": _not, "declined": _declined}

#: Why a saying has not taken place, by name.
UNREAL: Mapping[str, Rule] = {
    "nobody": _by_nobody,
    "example": _for_example,
    "sought": _sought,
    "not-done": _not_done,
    "blamed": _blamed,
    "asked-to": _asked_to,
    "aim": _as_aim,
    "supposed": _supposed,
    "possible": _possible,
}
