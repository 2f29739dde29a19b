"""Whose an age is."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.fields.named import entity, mention
from newsclaim.extraction.numbers.measured import antecedents, owners
from newsclaim.extraction.numbers.measured.agents import is_owner_noun
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import person
from newsclaim.extraction.page.tokens import Tokens, back
from newsclaim.lexicon import words
from newsclaim.models import Mention
from newsclaim.names.titles import is_office


def _name_run(view: View, last: int) -> tuple[int, int]:
    """Return the first and last token of the name that ends with a token."""
    w = view.w
    return back(last, 0, lambda first: w.pos[first] == "PROPN" and w.sent[first] == w.sent[last]), last


def owner(view: View, quantity: Quantity) -> Mention | None:
    """Return whose age it is: the name before ("Ana Vell, 23"), the subject ("she is 60"), the noun behind.

    Where no name stands beside it, the noun that it modifies ("the 64-year-old mayor"), those who are listed before it
    ("five girls, all aged fifteen"), or the person that the sentence began with.
    """
    w = view.w
    if (kind := _kind_aged(view, quantity)) is not None:
        return kind
    noun = _noun_aged(view, quantity)
    told = w.pos[max(0, view.at(quantity.start) - 1)] == "AUX"
    found = _name_behind(view, quantity) or (_subject_aged(view, quantity) if told else None)
    found = found or _aged_before(view, quantity, beside=noun >= 0)
    if found is None and (noun < 0 or w.dep[noun] == "attr") and not _is_somebody(view, quantity, noun):
        found = _subject_aged(view, quantity)
    found = found or _name_after(view, quantity, noun)
    return found or _somebody_aged(view, quantity, noun) or _the_aged(view, quantity, noun)


#: An age that tells of all of a kind, and what stands between it and their noun: "ages 7 and" before an 8.
_OF_KIND = re.compile(r"(?:aged|ages|under|over|above|below|between|younger|older)\b", re.IGNORECASE)
_KIND = re.compile(
    r"\b(?P<noun>[A-Za-z]+),?\s+(?:(?:who|that)\s+(?:are|were)\s+|all\s+|both\s+|each\s+|mostly\s+)?"
    r"(?P<listed>(?:aged|ages)\s+(?:\d+(?:,|,?\s+and)\s+)+)?$"
)


def _kind_aged(view: View, quantity: Quantity) -> Mention | None:
    """Read "meals for children under the age of 14", "two daughters, ages 7 and 8": several people right before it."""
    w, start = view.w, quantity.start
    before = _KIND.search(view.text, max(0, start - 40), start)
    if before is None or not (before["listed"] or _OF_KIND.match(view.text, start)):
        return None
    noun = view.at(before.start("noun"))
    several = w.tag[noun] in ("NNS", "NNPS") and person(w, noun)
    return owners.mention(view, noun) if several else None


def _the_aged(view: View, quantity: Quantity, noun: int) -> Mention | None:
    """Read "said the 21-year-old": whoever is called so, for the actors to resolve."""
    w = view.w
    first, last = view.at(quantity.start) - 1, w.before(quantity.end - 1)
    if not _is_somebody(view, quantity, noun) or w.low[first] != "the":
        return None
    return mention(view, first + _is_another(w, last), last)


def _is_another(w: Tokens, aged: int) -> bool:
    """Does he or she do something to or with them, so that it is somebody else ("he met the 21-year-old")?"""
    verb = clauses.governing_verb(w, aged)
    subject = clauses.subject_of(w, verb) if verb >= 0 else -1
    done = 0 <= subject < aged and w.dep[aged] in ("dobj", "obj", "pobj")
    return done and w.low[subject] in ("he", "she")


def _is_somebody(view: View, quantity: Quantity, noun: int) -> bool:
    """Does an age stand for whoever has it ("the 21-year-old", "met a 21-year-old")?"""
    w = view.w
    first, last = view.at(quantity.start) - 1, w.before(quantity.end - 1)
    whole = noun < 0 and w.low[last] == "old" and view.text[quantity.end : quantity.end + 1] != "s"
    as_one = first > 0 and w.low[first - 1] == "as"  # "as a two-year-old" is of whom the clause tells
    return whole and first >= 0 and w.low[first] in ("a", "an", "the") and not as_one


def _somebody_aged(view: View, quantity: Quantity, noun: int) -> Mention | None:
    """Read the person without a name: "the 64-year-old mayor", "a 50-year-old man", "five girls, all aged fifteen"."""
    w = view.w
    told = noun >= 0 and w.child(noun, "det", "poss") >= 0
    if noun < 0:
        before = _SOME_AGED.search(view.text, max(0, quantity.start - 40), quantity.start)
        noun = view.at(before.start("noun")) if before else -1
        told = noun >= 0 and w.dep[noun] != "pobj" and w.tag[noun] == "NNS"
    party = view.text[quantity.end : quantity.end + 2] in ("'s", "’s")  # "an 8-year-old's party"
    told = told and w.pos[noun] == "NOUN" and not party
    return owners.mention(view, noun) if told and is_owner_noun(view, noun) else None


_SOME_AGED = re.compile(r"\b(?P<noun>[a-z]+),?\s+(?:all\s+|both\s+|each\s+|mostly\s+)?$")


def _name_after(view: View, quantity: Quantity, noun: int) -> Mention | None:
    """Return the name close behind an age, or behind the noun that it modifies ("a 6-year-old son, Karl")."""
    w = view.w
    first = view.at(quantity.end)
    for k in range(first, min(max(first, noun) + 4, len(w))):
        if (
            w.text[k] == "."
            or w.pos[k] in ("VERB", "AUX", "ADP")
            or w.low[k : k + 2] in (["and", "her"], ["and", "his"])
        ):
            return None
        if w.ent[k] == "PERSON":
            return mention(view, *entity(w, k))
    return None


def _name_behind(view: View, quantity: Quantity) -> Mention | None:
    """Read "54-year-old police sergeant Ana Vell", "47-year-old Vell's office", "her 2-year-old son Tarn"."""
    w = view.w
    first = view.at(quantity.end)
    for k in range(first, min(first + 6, len(w))):
        if w.ent[k] in ("DATE", "TIME") or w.low[k] in words("phrases", "weekdays"):
            return None  # "shot a 16-year-old girl Friday"
        called = k > first and w.pos[k] == "PROPN" and w.pos[k - 1] == "NOUN" and person(w, k - 1)
        if w.ent[k] == "PERSON" or called or (k == first and _may_be_name(w, k)):
            old = view.text[quantity.start : quantity.end].endswith("old")
            return mention(view, *_name_from(w, k)) if old else None
        if w.pos[k] not in ("PROPN", "NOUN", "ADJ"):
            return None
    return None


def _may_be_name(w: Tokens, k: int) -> bool:
    """May it be a person's name that the tagger does not know, no town of a resident?"""
    place = w.dep[k] == "compound" and w.pos[w.head[k]] == "NOUN"
    return w.pos[k] == "PROPN" and w.ent[k] in ("", "GPE") and not place


def _name_from(w: Tokens, k: int) -> tuple[int, int]:
    """Return the name around a token, of one that the tagger knows nothing of the capitals up to its head."""
    head = w.head[k] if w.dep[k] == "compound" and w.pos[w.head[k]] == "PROPN" else k
    return entity(w, k) if w.ent[k] else (k, max(k, head))


def _noun_aged(view: View, quantity: Quantity) -> int:
    """Return the noun that an age modifies ("a 66-year-old man"), -1 without."""
    w = view.w
    i = clauses.root_of(w, quantity.shown_start, quantity.end)
    noun = w.head[i]
    return noun if noun > i and w.pos[noun] == "NOUN" and not _acts(w, i, noun) else -1


def _acts(w: Tokens, first: int, noun: int) -> bool:
    """Does whoever has the age do something to whom the noun names ("the 21-year-old asked friends to come")?"""
    asked = words("numbers/measured", "controlling")
    tags = ("VBD", "VBZ", "MD")
    return any(w.tag[k] in tags or (w.tag[k] == "VBN" and w.lemma[k] in asked) for k in range(first, noun))


def _told_of(w: Tokens, verb: int) -> int:
    """Return the subject of a verb that tells an age."""
    subject = clauses.subject_of(w, verb)
    if subject >= 0 and w.pos[subject] == "NUM":  # "I was 18 turning 19"
        return next((k for k in w.lefts(verb) if w.dep[k] == "nsubj" and w.pos[k] != "NUM"), -1)
    if w.low[verb] == "aged" and w.head[verb] == subject and w.lemma[subject] in words("numbers/measured", "bodies"):
        above = clauses.governing_verb(w, w.head[subject])
        return clauses.subject_of(w, above) if above >= 0 else -1  # "joined the navy aged 17"
    return subject


def _subject_aged(view: View, quantity: Quantity) -> Mention | None:
    w = view.w
    verb = clauses.governing_verb(w, clauses.root_of(w, quantity.shown_start, quantity.end))
    subject = _told_of(w, verb) if verb >= 0 else -1
    if subject < 0:
        return None
    if w.low[subject] in ("it", "they"):
        if w.lemma[verb] not in _AGING:
            return None  # "it helped those between the ages of 20 and 30"
        found = antecedents.subject_before(view, subject)
        return owners.mention(view, found) if found >= 0 and w.pos[found] != "PRON" else None
    if w.ent[subject] == "PERSON" or w.pos[subject] in ("PRON", "PROPN"):
        return mention(view, *entity(w, subject))
    return _noun_said_to_be(view, quantity, verb, subject)


#: Verbs that tell how old something is.
_AGING = frozenset({"be", "age", "look", "turn", "reach"})


def _noun_said_to_be(view: View, quantity: Quantity, verb: int, subject: int) -> Mention | None:
    """Read "heiress and author Ada Renn dies at 95", "the tools are 50,000 years old"; an average age is nobody's."""
    w = view.w
    if w.start[subject] > quantity.start or w.lemma[subject] in _OF_AGES:
        return None
    inside = range(w.left[subject], w.right[subject] + 1)
    named = next((k for k in inside if w.ent[k] == "PERSON" and not _says_of_where(w, k)), -1)
    if named >= 0 and w.tag[min(w.name(named)[1] + 1, len(w) - 1)] != "POS":
        return mention(view, *entity(w, named))
    return owners.mention(view, subject) if w.lemma[verb] in _AGING or person(w, subject) else None


def _says_of_where(w: Tokens, k: int) -> bool:
    """Is a name in truth that of a place or club before a common noun ("the Yarrow batsman, 26,")?"""
    head, last = w.head[k], w.name(k)[1]
    return last == k and w.dep[k] == "compound" and head > k and w.pos[head] == "NOUN" and w.low[k - 1] == "the"


#: What an age is said of is not these ("the average age was 45").
_OF_AGES = frozenset({"age", "average", "median", "mean", "limit", "minimum", "maximum", "rest", "most"})


#: Between a name and the age of whoever is then told by what he is ("Bo Ravn, a 66-year-old baker").
_APPOSED = re.compile(r",\s+(?:(?:an?|the|now|then)\s+)?(?:[\w-]+\s+){0,2}")


def _is_of_office(w: Tokens, i: int) -> bool:
    """Is a name that of the place of an office ("the mayor of Goa")?"""
    of = w.head[i]
    return w.dep[i] == "pobj" and w.low[of] == "of" and is_office(w.lemma[w.head[of]])


def _aged_before(view: View, quantity: Quantity, *, beside: bool) -> Mention | None:
    w = view.w
    i = view.at(quantity.start)
    aged = view.text[quantity.start : quantity.start + 4].lower() == "aged"
    low = max(view.page.sentence(min(i, len(w) - 1))[0], i - 12)
    for k in range(i - 1, low - 1, -1):
        if w.pos[k] in ("VERB", "AUX") and k < i - 1:
            return None
        if w.ent[k] == "PERSON" and not _is_of_office(w, k):
            return _named_before(view, quantity, k, beside=beside)
        if _ends_name(view, k, i):
            return mention(view, *_name_run(view, k))
        if w.pos[k] == "NOUN" and w.low[k] not in ("age", "years") and not aged:
            return None
    return None


def _named_before(view: View, quantity: Quantity, k: int, *, beside: bool) -> Mention | None:
    """Return the person before an age; nobody whose something it is, nor one in brackets or apart from its noun."""
    w = view.w
    last = w.name(k)[1]
    owns = w.tag[last] == "POS" or w.tag[min(last + 1, len(w) - 1)] == "POS"
    closed = ")" in view.text[w.end[last] : quantity.start]
    apart = closed or (beside and not _APPOSED.fullmatch(view.text, w.end[last], quantity.start))
    return None if owns or apart else mention(view, *entity(w, k))


def _ends_name(view: View, k: int, i: int) -> bool:
    """Does a name end close before the age that the tagger takes for none of a person?"""
    w = view.w
    near = k >= i - 3 and ")" not in w.text[k:i]
    untold = w.ent[k] in ("", "ORG") or w.text[k] in view.family_names
    return w.pos[k] == "PROPN" and untold and near and w.dep[k] != "pobj"
