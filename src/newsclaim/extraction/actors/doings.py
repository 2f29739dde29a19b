"""What somebody does with a body, by which alone his office is told: "X, who runs the Ek Trust,"."""

from __future__ import annotations

from newsclaim.extraction.actors.appositions import LINKS, LONGEST, past_home, without_link
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Range, Tokens, past
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.names.organisations import has_mark

_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
#: What a verb takes that tells an office: no "to" of "who heads to Oldport".
_TAKEN = _INSIDE | {"PRON"}


def led(w: Tokens, name: Name) -> Range:
    """Find what somebody does in "X, who runs the Ek Trust," and "X runs the Ek Trust": tokens, equal when none.

    Without "who" only by a word for a body: no "X leads Norland into the final".
    """
    verb = _verb(w, name)
    if verb + 1 >= len(w) or w.pos[verb] != "VERB" or w.lemma[verb] not in word_list("mentions", "leads"):
        return 0, 0
    end = past(verb + 1, min(len(w), verb + LONGEST), lambda end: w.pos[end] in _INSIDE or w.low[end] in LINKS)
    end = without_link(w, verb + 1, end)
    told = verb > name.j or has_mark(w.words(verb + 1, max(end, verb + 2))) or _is_small(w, end - 1)
    return (verb, end) if told and w.pos[verb + 1] in _TAKEN and _is_body(w, verb + 1, end) else (0, 0)


def office_of(w: Tokens, doing: Range) -> str:
    """Return the office that somebody has by what he does: "head of the Ek Trust" of "runs the Ek Trust"."""
    verb, end = doing
    offices: dict[str, str] = load("mentions")["leads"]
    return f"{offices[w.lemma[verb]]} of {w.words(verb + 1, end)}"


def _verb(w: Tokens, name: Name) -> int:
    """Return the verb behind ", who", or the one in the present of which the name is the subject; -1 for none."""
    k = past_home(w, name.j)
    if w.low[k : k + 2] == [",", "who"]:
        return k + 2
    told = w.tag[name.j : name.j + 1] == ["VBZ"] and w.dep[name.j - 1] == "nsubj" and w.head[name.j - 1] == name.j
    return name.j if told else -1


def _is_body(w: Tokens, first: int, end: int) -> bool:
    """Whether the object of a verb is a body: no "who led the Tarn rebels", "who ran the Oldport Marathon"."""
    last = w.low[end - 1]
    people = w.tag[end - 1] == "NNS" and stands_for_person(w.lemma[end - 1])
    if first >= end or people or last in word_list("mentions", "contests"):
        return False
    named = any(w.pos[i] == "PROPN" and w.ent[i] != "PERSON" for i in range(first, end))
    return named or _is_small(w, end - 1)


def _is_small(w: Tokens, k: int) -> bool:
    """Whether a phrase ends with a body without a capital: "who chairs the home affairs committee"."""
    return w.low[k] in word_list("titles_parties", "small_bodies")
