"""Who can own an amount: persons, organisations, countries, and the nouns that stand for them."""

from __future__ import annotations

from newsclaim.extraction.numbers.measured.climb import LISTS
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.people import person
from newsclaim.lexicon import words
from newsclaim.names.person import is_given

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "it", "who", "you"})


def is_agent(view: View, i: int, quantity: Quantity) -> bool:
    """Does a subject own an amount, rather than being what is measured ("Norland", "the firm"; not "the price")?"""
    w = view.w
    physical = quantity.measure in ("measure", "distance") and quantity.unit not in ("basis point", "percentage point")
    if (quantity.unit or "").startswith("degree"):
        return False  # "it was 30 degrees"
    if w.low[i] in _PRONOUNS and w.pos[i] == "PRON":
        return True
    if is_name(view, i):
        return not is_named_thing(view, i) and not (physical and w.ent[i] not in ("PERSON", "NORP"))
    return is_owner_noun(view, i) and (not physical or w.lemma[i] in words("people", "people"))


def is_name(view: View, i: int) -> bool:
    """Is the word part of a name, and no common noun that has its capital at the head of a sentence?"""
    w = view.w
    if w.tag[i] in ("NNS", "NN") and w.text[i] in view.family_names:
        return True  # "Sanders", which the tagger takes for a plural
    capital = w.text[i][:1].isupper() or (w.ent[i] == "PERSON" and w.text[i - 1] == "-")  # "Kwong Chun-yu"
    if not capital or (w.pos[i] != "PROPN" and (w.pos[i] != "NOUN" or w.ent[i] != "GPE")):
        return False
    opens = view.page.sentence(i)[0] == i
    return not (opens and (w.low[i] in words(LISTS, "goods") or w.low[i] in words(LISTS, "company")))


def is_owner_noun(view: View, i: int) -> bool:
    """Does a common noun stand for somebody who owns: a body or a person?"""
    w = view.w
    if w.low[i] in words(LISTS, "goods") or w.lemma[i] in words(LISTS, "company"):
        return False
    if w.low[i] == "funds":
        return False  # money, no bodies
    return w.lemma[i] in words(LISTS, "bodies") or person(w, i)


def may_be_body(view: View, i: int) -> bool:
    """May a name be that of a body: no person by the given name it begins with, whatever the tagger took it for?"""
    w = view.w
    if not is_name(view, i) or is_named_thing(view, i):
        return False
    if w.low[w.left[i]] in words(LISTS, "addressed"):
        return False
    first, last = w.name(i)
    if w.text[last] in view.family_names and (first == last or w.ent[i] == "PERSON"):
        return False
    return w.ent[i] != "PERSON" or not is_given(w.text[first])


def is_named_thing(view: View, i: int) -> bool:
    """Is a name one of an index, a currency, a river ("the Nikkei", "Brent"), which is itself what is measured?"""
    w = view.w
    first, last = w.name(i)
    if w.text[i] in view.storms:
        return True
    if {w.low[k] for k in range(first, last + 1)} & words(LISTS, "named_things"):
        return True
    article = first > 0 and (w.low[first - 1] == "the" or w.low[first] == "the")
    return article and w.ent[i] not in _NAMED


def may_own(view: View, i: int) -> bool:
    """Is it a name, of no thing, or a noun for somebody who owns?"""
    return (is_name(view, i) and not is_named_thing(view, i)) or is_owner_noun(view, i)
