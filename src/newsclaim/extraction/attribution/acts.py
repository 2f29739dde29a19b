"""Reporting verbs that only tell what somebody does: let in, went on with, agreed to act, called off, reigned."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page.people import is_person, person
from newsclaim.extraction.page.tokens import Tokens, past

#: An amount that is added, or a land that is ruled, ends so near behind its verb.
_NEAR = 7
#: Behind the name of a land: what makes it the subject or a part of another phrase.
_GOES_ON = [["VERB"], ["AUX"], ["NOUN"], ["ADJ"], ["PROPN"]]


def _turning(w: Tokens, i: int) -> bool:
    """Whether the writer only turns to something else: That said, the firm is small."""
    return w.low[i - 1 : i + 1] == ["that", "said"] and w.text[i + 1 : i + 2] == [","]


def _let_in(w: Tokens, i: int) -> bool:
    """Whether a body or a place lets somebody in: admitted to hospital, to the Academy of Arts."""
    to = w.child(i, "prep") if w.lemma[i] == "admit" and w.low[i + 1 : i + 2] == ["to"] else -1
    thing = w.child(to, "pobj") if to > i else -1
    told = any(w.low[k] == "that" for k in range(thing, min(thing + 2, len(w)))) or w.child(i, "ccomp") > i
    return thing > to and not told and (w.pos[thing] == "PROPN" or w.lemma[thing] in listed("admitting"))


def _signing_off(w: Tokens, i: int) -> bool:
    """Whether it tells from where an article comes: Holm reported from Oldport."""
    from_there = w.lemma[i] == "report" and w.low[i + 1 : i + 2] == ["from"] and w.tag[i + 2 : i + 3] == ["NNP"]
    return from_there and w.child(i, "ccomp") < i  # not: reported from Oldport that twelve had died


def _adding(w: Tokens, i: int) -> bool:
    """Whether an amount is added and nothing said: the index added 2.1 percent as banks rose."""
    if w.lemma[i] != "add" or w.child(i, "ccomp") >= 0:
        return False
    thing = next((k for k in range(i + 1, min(len(w), i + _NEAR)) if w.dep[k] in {"dobj", "npadvmod"}), -1)
    if thing < 0 or w.quoted[thing] >= 0 or w.ent[thing] in {"DATE", "TIME"} or person(w, thing):
        return False
    told = range(w.left[thing], thing + 1)
    return any(w.tag[k] == "CD" for k in told) and all(w.pos[k] == "ADV" for k in range(i + 1, told[0]))


def _going_on(w: Tokens, i: int) -> bool:
    """Whether somebody goes on with what he does: the unions continue to resist."""
    return w.lemma[i] == "continue" and w.low[i + 1 : i + 2] == ["to"] and w.tag[i + 2 : i + 3] == ["VB"]


def _agreeing_to_act(w: Tokens, i: int) -> bool:
    """Whether a body takes something on, and nobody states a view: the clubs agreed to move the match."""
    if w.lemma[i] != "agree" or w.low[i + 1 : i + 2] != ["to"] or w.tag[i + 2 : i + 3] != ["VB"]:
        return False
    if any(w.quoted[k] >= 0 for k in range(i, w.right[i] + 1)):
        return False  # agreed to condemn “the attack”
    who = w.child(i, "nsubj")
    return who >= 0 and not (is_person(w, who) or w.low[who] in {"he", "she", "who", "i", "we"} or _is_named(w, who))


def _is_named(w: Tokens, who: int) -> bool:
    """Whether a name is no country's and no body's: what the model takes for a person's or nobody's."""
    return w.pos[who] == "PROPN" and w.ent[who] not in {"ORG", "GPE", "NORP"}


def _called_off(w: Tokens, i: int) -> bool:
    """Whether something does not take place: the march was called off, they called the march off."""
    if w.lemma[i] != "call" or w.low[i + 1 : i + 3] == ["off", "-"]:
        return False  # called off-field rumours “nonsense”
    part = w.child(i, "prt")
    return w.low[i + 1 : i + 2] == ["off"] or (part > i and w.low[part] == "off" and w.text[part + 1] != "-")


def _reigning(w: Tokens, i: int) -> bool:
    """Whether it is a land that is ruled: the family that has ruled Norland since 1600, the ruling guild."""
    if w.lemma[i] != "rule":
        return False
    k = past(i + 1, min(len(w), i + _NEAR), lambda k: w.pos[k] in {"DET", "ADJ"})
    if w.dep[i] == "amod" and w.tag[i] == "VBG":
        return True
    land = k < len(w) and (w.ent[k] == "GPE" or w.lemma[k] in listed("lands"))
    while land and k + 1 < len(w) and w.ent[k + 1] == "GPE":
        k += 1
    return land and w.tag[k + 1 : k + 2] != ["POS"] and w.pos[k + 1 : k + 2] not in _GOES_ON


def _finding_oneself(w: Tokens, i: int) -> bool:
    """Whether somebody only gets somewhere: the surfer found himself stranded."""
    if w.lemma[i] != "find" or w.low[i + 1 : i + 2] == [] or w.low[i + 1] not in listed("reflexives"):
        return False
    who = w.child(i, "nsubj")
    return not (w.low[i + 2 : i + 3] == ["that"] or (who >= 0 and w.lemma[who] in listed("hearing")))


def _sharing(w: Tokens, i: int) -> bool:
    """Whether a thing is shared and no words: the two share a goal, she shared two photos."""
    thing = w.child(i, "dobj") if w.lemma[i] == "share" else -1
    if thing <= i or w.quoted[thing] >= 0 or any(w.dep[k] in {"acl", "ccomp"} for k in w.kids[thing]):
        return False
    return not _beside_quotation(w, i)


def _beside_quotation(w: Tokens, i: int) -> bool:
    """Whether a quotation ends with a comma just before, or begins behind a comma or colon in the sentence."""
    if any(w.text[k] == "," and w.quoted[k] >= 0 for k in range(max(0, i - _NEAR), i)):
        return True
    stops = (k for k in range(i + 1, len(w) - 2) if w.text[k] in {",", ":"} and w.quoted[k] < 0)
    stop = next((k for k in stops if w.quoted[k + 2] >= 0), -1)
    return stop > 0 and w.sent[stop] == w.sent[i]


def _signalling(w: Tokens, i: int) -> bool:
    """Whether the writer says what a statement means: the council said no, signalling that it will not pay."""
    return w.low[i] in {"signaling", "signalling"} and w.text[i - 1 : i] == [","] and w.child(i, "nsubj") < 0


def _supposing(w: Tokens, i: int) -> bool:
    """Whether the writer supposes something: Assuming the polls are right, she will lead."""
    return w.lemma[i] == "assume" and w.tag[i] == "VBG" and w.opens_sentence(i)


#: What looks like a reporting verb and tells nothing, by name.
NO_FRAMES: Mapping[str, Callable[[Tokens, int], bool]] = {
    "let-in": _let_in, "turning": _turning, "signing-off": _signing_off, "adding": _adding, "going-on": _going_on,
    "agreeing-to-act": _agreeing_to_act, "called-off": _called_off, "reigning": _reigning,
    "finding-oneself": _finding_oneself, "sharing": _sharing, "supposing": _supposing, "signalling": _signalling,
}  # fmt: skip


def tells_nothing(w: Tokens, i: int) -> bool:
    """Tell whether the verb at `i` only looks like a reporting one."""
    return any(rule(w, i) for rule in NO_FRAMES.values())
