"""What a number counts behind "of": the set that it is taken out of, by a noun or a pronoun."""

from __future__ import annotations

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted.phrases import owners_counted, thing_of
from newsclaim.extraction.numbers.counted.things import LISTS, Thing, head_of_people
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.bare import Phrase, phrase_from
from newsclaim.extraction.page.tokens import Tokens, past

_NOUNS = ("NOUN", "PROPN")


def counted(view: View, quantity: Quantity, i: int, stop: int) -> Thing | None:
    """Read "five of the soldiers", "hundreds of people", "two of them"."""
    w = view.w
    i += i + 1 < stop and w.low[i] == "out"  # "four out of the last six fires"
    if i + 1 >= stop or w.low[i] != "of":
        return None
    if (pronoun := _of_pronoun(view, i, stop)) is not None:
        return pronoun
    found = _phrase(w, _past_openers(w, i + 1, stop), stop)
    if found is None:
        return None
    thing = thing_of(view, owners_counted(w, found, quantity), "of-noun", i)
    thing.part = quantity.value is not None and _is_known_set(w, i + 1, found)
    return thing


def _past_openers(w: Tokens, first: int, stop: int) -> int:
    """Return the first token of the noun phrase behind "of" ("of the last eight | matches")."""
    return past(first, stop, lambda first: _opens(w, first) and not (w.tied(first) and w.text[first + 1] == "-"))


def _phrase(w: Tokens, first: int, stop: int) -> Phrase | None:
    """Return the noun phrase at `first`; an adjective may name people alone ("two of the injured")."""
    if first >= stop:
        return None
    people = head_of_people(w.low[first]) or (w.low[first] == "public" and w.dep[first] == "pobj")
    return phrase_from(w, first, stop) or (Phrase(first, first, first) if people else None)


def _of_pronoun(view: View, i: int, stop: int) -> Thing | None:
    """Read "two of them", "five of those known to be hurt", "five of these."; none where a noun follows."""
    w = view.w
    opener = w.low[i + 1]
    following = w.pos[i + 2] if i + 2 < stop else ""
    if opener in ("those", "these"):
        if following in ("NOUN", "ADJ"):
            return None
        if following not in ("", *_NOUNS, "NUM"):
            return _those(w, i + 1, stop) if _are_told_of(w, i + 2, stop) else _them(w, i + 1, "these")
    if opener not in lexicon.words(LISTS, "pronouns") or w.text[i + 1] == "US":
        return None
    one = opener == "it" or (opener == "which" and view.w.low[i - 1] in _PARTS)
    return _of_them(view, i + 2, stop) or _them(w, i + 1, "it" if one else "pronoun")


#: Of these "which" is one thing ("half of which").
_PARTS = frozenset({"half", "third", "thirds", "quarter", "quarters", "percent", "%", "most", "part"})


def _them(w: Tokens, i: int, rule: str = "pronoun") -> Thing:
    return Thing(None, None, "", -1, rule, part=True, end=w.end[i])


def _of_them(view: View, first: int, stop: int) -> Thing | None:
    """Read "600 of them children": the noun of people that says what the part is."""
    if first >= stop or view.w.tag[first] != "NNS" or view.w.low[first - 1] not in ("them", "whom"):
        return None
    thing = thing_of(view, Phrase(first, first, first), "of-noun", first)
    thing.part = True
    return thing


def _opens(w: Tokens, i: int) -> bool:
    pointing = w.low[i] in ("that", "this") and w.dep[i] == "det"
    known = pointing or w.low[i] in lexicon.words(LISTS, "openers") or w.low[i] in _ORDERED
    return known or w.pos[i] == "NUM" or w.tag[i] == "PRP$"


#: Before the number of a set that something is taken out of ("six of their last eight matches").
_ORDERED = frozenset({"last", "first", "next", "past", "previous"})


def _is_known_set(w: Tokens, opener: int, phrase: Phrase) -> bool:
    """Is the number taken out of a set that is known: "of the soldiers", "of Maren's rivals"?"""
    definite = w.low[opener] in lexicon.words(LISTS, "definite") or w.tag[opener] == "PRP$"
    return definite or "POS" in w.tag[phrase.first : phrase.head]


def _are_told_of(w: Tokens, i: int, stop: int) -> bool:
    """Does a clause behind "those" say who they are ("of those known to be infected")?"""
    return i < stop and (w.tag[i] in ("WP", "VBN", "VBG", "IN", "RB", "JJ") or w.low[i] in ("dead", "who"))


def _those(w: Tokens, first: int, stop: int) -> Thing:
    """Read "those known to be infected": up to the end of the participle phrase."""
    last = first
    for k in range(first + 1, min(stop, first + 8)):
        finite = w.tag[k] in ("VBD", "VBZ", "VBP", "MD") and w.tag[k - 1] != "WP"
        if w.pos[k] == "PUNCT" or finite:
            break
        last = k
    return Thing(w.start[first], w.end[last], "person", first, "those", part=True, end=w.end[last])
