"""What stands beside an amount: the noun it modifies, the noun behind "of" or "in", the label before it."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.classes.surface import is_away
from newsclaim.extraction.numbers.measured.agents import is_name
from newsclaim.extraction.numbers.measured.climb import LISTS, above, is_step, is_unit, passes
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.bare import Phrase, phrase_from
from newsclaim.extraction.page.clauses import preposition_object
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words

#: A noun and an owner, as tokens; -1 for none.
Found = tuple[int, int]
_NOUNS = frozenset({"NOUN", "PROPN"})


def worth(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "40 jets worth about $3.6 billion", "a flat valued at €300,000"."""
    w = view.w
    i = view.at(quantity.start) - 1
    i -= i > 0 and w.low[i] == "at"
    if quantity.measure != "money" or i < 1 or w.low[i] not in ("worth", "valued", "priced"):
        return None
    return (i - 1, -1) if w.pos[i - 1] in _NOUNS else None


def named_with(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "behind Harlow with 41%": whoever is named directly before "with"."""
    w, i = view.w, view.at(quantity.start) - 2
    if quantity.measure != "share" or i < 0 or w.low[i + 1] != "with" or not is_name(view, i):
        return None
    return None if w.ent[i] in ("GPE", "LOC", "DATE") else (-1, i)


_FAR_OFF = re.compile(
    r"(?:(?:,|\s[–—-]|\s\()\s+(?:(?:located|situated|lying|set|based)\s+)?|\s+(?:located|situated|lying)\s+)"
    r"(?:(?:only|just|some|about|around|roughly|nearly|almost)\s+)*$"
)


def far_off(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "met in Ellport, 20 miles north of Tarn", "a village, located 5 km from there": the place right before."""
    if quantity.measure != "distance" or not is_away(view.text, quantity.end):
        return None
    w = view.w
    start = max(w.start[view.page.sentence(view.within(quantity.front))[0]], quantity.front - 40)
    mark = _FAR_OFF.search(view.text, start, quantity.front)
    i = view.at(mark.start() if mark is not None else quantity.front) - 1
    if mark is None and not _is_place_of_deed(w, i):
        return None
    if i > 1 and w.ent[i] == "GPE" and w.text[w.name(i)[0] - 1] == "," and w.ent[w.name(i)[0] - 2] == "GPE":
        i = w.name(i)[0] - 2  # "in Tarn, Norland, 70 miles from"
    place = i > 1 and w.pos[i] in _NOUNS and w.ent[i] not in ("DATE", "TIME", "PERSON") and w.low[i] != "time"
    return (i, -1) if place and not _is_measured_from(w, w.name(i)[0] - 1) else None


def _is_place_of_deed(w: Tokens, i: int) -> bool:
    """Is it where something is done ("in a hotel 55 miles south of Tarn"), not on what the place itself lies?"""
    behind = i > 1 and w.dep[i] == "pobj" and w.low[w.head[i]] in ("in", "at", "near", "from", "to")
    return behind and w.lemma[w.head[w.head[i]]] not in words(LISTS, "placing")


def _is_measured_from(w: Tokens, i: int) -> bool:
    """Is it a place from which another distance is told ("six miles east of Ellport, 70 miles north of Tarn")?"""
    return w.low[i] == "of" and w.low[i - 1].startswith(("north", "south", "east", "west"))


def modified(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "$5 million loan", "a 12 percent stake", "a 3-km asteroid" by the parse."""
    found = above(view, quantity)
    if found is None or found.is_verb or found.over or found.head < found.below:
        return None
    return _of_head(view, quantity, found.head)


def _of_head(view: View, quantity: Quantity, head: int) -> Found | None:
    """Return the noun; where it only names a step, what has risen or fallen by it."""
    w = view.w
    if w.lemma[head] == "worth":
        head = preposition_object(w, head, ("of",))  # "$200 million worth of tools"
        return (head, -1) if head >= 0 else None
    if is_step(w, head) and quantity.measure != "distance":
        return _of_step(w, quantity, head)
    return None if w.lemma[head] in words(LISTS, "no_topic") or w.ent[head] in ("DATE", "TIME") else (head, -1)


def _of_step(w: Tokens, quantity: Quantity, head: int) -> Found | None:
    """Return what has risen or fallen: "a rise in rents of 5%", "a council tax rise of 5%"."""
    inner = preposition_object(w, head, ("in", "of"))
    inner = -1 if inner >= 0 and passes(w, inner, quantity) else inner
    if inner < 0 and head > 0 and w.dep[head - 1] == "compound" and w.pos[head - 1] == "NOUN" and not w.ent[head - 1]:
        return (head - 1, -1)
    return (inner, -1) if inner >= 0 and w.ent[inner] not in ("DATE", "TIME", "GPE", "LOC") else None


def for_whom(view: View, quantity: Quantity) -> int:
    """Return whose an amount is by the words behind it, -1 without: "42 percent for Brandl", "€1.45 in Lethia".

    A place in which an amount is tells whose it is only where another amount in another place is set beside it.
    """
    w = view.w
    i = view.at(quantity.end)
    if quantity.measure not in ("share", "money", "measure") or i + 1 >= len(w):
        return -1
    if quantity.measure == "money" and w.low[i + 1] == "by" and w.low[i] in words(LISTS, "paid"):
        i += 1
    elif w.low[i] not in ("for", "in"):
        return -1
    first = i + 2 if w.low[i + 1] == "the" and i + 2 < len(w) else i + 1
    if w.pos[first] != "PROPN" or w.ent[first] in ("DATE", "TIME"):
        return -1
    last = w.name(first)[1] if w.ent[first] else first
    return -1 if w.low[i] == "in" and not _is_set_beside(view, first, last) else last


_BESIDE = re.compile(
    r",?\s+(?:and|but|while|against|compared\s+(?:with|to)|versus)\s+(?:[\w.,$€£%]+\s+){1,4}in\s+[A-Z]"
)
_BESIDE_BEFORE = re.compile(
    r"\bin\s+[A-Z][\w’'-]*(?:\s+[A-Z]\w*)?,?\s+(?:and|but|while|against|compared\s+(?:with|to)|versus)\s+(?:[\w.,$€£%]+\s+){1,4}$"
)


def _is_set_beside(view: View, first: int, last: int) -> bool:
    w = view.w
    if _BESIDE.match(view.text, w.end[last]):
        return True
    return _BESIDE_BEFORE.search(view.text, max(0, w.start[first] - 80), max(0, w.start[first] - 3)) is not None


def gap(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "imports rose 4.4 percent and exports 1.2 percent", "the Liberals 11.8": a noun without its verb."""
    w = view.w
    last = view.at(quantity.start) - 1
    last -= last > 0 and w.low[last] in ("just", "only", "at")
    first, _ = view.page.sentence(view.within(quantity.shown_start))
    if not _stands_without_verb(w, first, last) or w.pos[last] not in _NOUNS or w.ent[last] in ("DATE", "TIME"):
        return None
    if passes(w, last, quantity) or w.lemma[last] in words(LISTS, "no_topic") or w.head[last] > last + 6:
        return None
    return (-1, last) if is_name(view, last) else (last, -1)


def _stands_without_verb(w: Tokens, first: int, last: int) -> bool:
    """Does a noun phrase open behind a comma or "and", with another number before it in the sentence?"""
    i = last
    while i > first and (w.pos[i] in (*_NOUNS, "ADJ", "DET") or w.low[i] == "in" or w.tag[i] == "PRP$"):
        i -= 1
    if not first < i < last or not (w.low[i] in ("and", "but", "while") or w.text[i] in (",", ";")):
        return False
    return any(w.pos[k] == "NUM" or w.text[k] == "%" for k in range(first, i))


def kind_of(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "an issue of $3bn of bonds", "a capacity of 200 tonnes of grain": the noun right before "of"."""
    w, i = view.w, view.at(quantity.start) - 2
    if i < 0 or w.low[i + 1] != "of" or w.pos[i] != "NOUN" or passes(w, i, quantity) or is_step(w, i):
        return None
    if w.dep[i] in ("dobj", "obj") and w.lemma[w.head[i]] in words(LISTS, "depriving"):
        return None
    money = quantity.measure == "money" and not view.text.startswith(" worth ", quantity.end)
    if not money and w.lemma[i] not in words(LISTS, "dimensions"):
        return None
    return None if w.lemma[i] in words(LISTS, "no_topic") or w.lemma[i] in words(LISTS, "of_kinds") else (i, -1)


def noun_of(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "a profit of $5m", "winds of 140 km/h", "a rate at 5%"."""
    found = above(view, quantity)
    return None if found is None or found.is_verb or not found.over else _of_head(view, quantity, found.head)


#: The same amount in other units ("30 inches (76 cm) of rain").
_IN_BRACKETS = re.compile(r"\s*\([^)\n]{1,60}\)(?=\s+[a-z])")


def behind(view: View, quantity: Quantity, stop: int) -> Found | None:
    """Read "$50 billion in lending", "5 tonnes of rice", "35 percent of households", and nouns directly behind."""
    w = view.w
    end = quantity.end
    if (again := _IN_BRACKETS.match(view.text, end)) is not None:
        end = again.end()
    i = view.at(end)
    if i >= stop or end >= len(view.text):
        return None
    first = _opening(view, i, end, stop, bracket=again is not None)
    found = phrase_from(w, first, stop) if 0 <= first < stop else None
    if found is None or not _is_topic(w, found) or passes(w, found.head, quantity):
        return None
    where = quantity.measure in ("measure", "distance") and w.pos[found.first] == "PROPN"  # "45 acres in Selin's park"
    if w.low[i] == "in" and (where or is_name(view, found.head) or w.lemma[found.head] in words(LISTS, "regions")):
        return None
    return _of_head(view, quantity, found.head)


_PAID_FOR = re.compile(r"\s*\([^)\n]{1,60}\)\s+(?:on|for)\s+(?:the\s+|an?\s+)?(?=[a-z])")


def behind_bracket(view: View, quantity: Quantity) -> int:
    """Return what is paid for behind the same amount in other money ("spent $3m (€2m) on boats"), -1 for none."""
    paid = _PAID_FOR.match(view.text, quantity.end) if quantity.measure == "money" else None
    i = view.at(paid.end()) if paid is not None else -1
    found = phrase_from(view.w, i, min(len(view.w), i + _REACH)) if i >= 0 else None
    return found.head if found is not None and view.w.tag[found.head] == "NNS" else -1


#: So far a noun phrase may reach.
_REACH = 6


def _opening(view: View, i: int, end: int, stop: int, *, bracket: bool) -> int:
    """Return where a noun phrase behind an amount may begin, -1 where none can."""
    w = view.w
    if w.low[i] in words(LISTS, "joiners"):
        if w.low[i] == "in" and (view.text[end - 1] == "%" or w.low[i - 1] in ("percent", "cent")):
            return -1
        first = i + 1
        if w.low[i] == "in" and first < stop and _is_known(w, first):
            return -1
        first += first < stop and w.low[first] in words(LISTS, "articles")
        return first + 3 * _is_numbered(w, first, stop)
    opens = w.pos[i] in _NOUNS or (w.dep[i] == "amod" and w.head[i] > i)
    if view.text[end] in " -" and w.start[i] <= end + 1 and (opens or not bracket):
        return i + (w.low[i] == "-")
    return -1


def _is_known(w: Tokens, i: int) -> bool:
    """Is it something known that an amount is in ("$5m in the budget"), or no thing at all ("in order to leave")?"""
    return w.tag[i] in ("DT", "PRP$") or w.low[i] == "order"


def _is_numbered(w: Tokens, i: int, stop: int) -> bool:
    """Does a hyphenated number stand there ("three-month bills")?"""
    return i + 3 < stop and w.pos[i] == "NUM" and w.text[i + 1] == "-" and w.tied(i)


def _is_topic(w: Tokens, phrase: Phrase) -> bool:
    """May a noun phrase beside an amount say what the amount is of?"""
    if w.ent[phrase.head] in ("DATE", "TIME") or w.ent[phrase.first] in ("DATE", "TIME"):
        return False
    named = w.ent[phrase.head] == "GPE" and phrase.first == phrase.head
    no_topic = named or w.low[phrase.head] in words(LISTS, "no_topic")
    return not no_topic and w.low[phrase.first] not in words(LISTS, "no_participle")


_LABEL = re.compile(r"(?:\s*:\s*|\s+\(\s*|\s+[–—]\s*|,\s+(?:now\s+|currently\s+|at\s+)?)$")


def label(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "Net debt: €210 million", "its turnover (€5m)", "the budget, now €9 million,"."""
    w = view.w
    first, _ = view.page.sentence(view.within(quantity.shown_start))
    mark = _LABEL.search(view.text, max(w.start[first], quantity.start - 16), quantity.start)
    if mark is None:
        return None
    i = view.at(mark.start()) - (w.start[view.within(mark.start())] >= mark.start())
    i = min(i, view.at(quantity.start) - 1)
    while i >= first and w.pos[i] in ("PUNCT", "ADV", "SPACE"):
        i -= 1
    if i < first or w.pos[i] not in _NOUNS or w.ent[i] in ("DATE", "TIME", "GPE", "PERSON", "ORG"):
        return None
    ends = view.text[quantity.end : quantity.end + 1] in (",", ")", "–", "—")
    closed = ends or ":" in mark.group() or "(" in mark.group()
    fits = not is_unit(w.lemma[i]) and w.lemma[i] not in words(LISTS, "no_topic")
    return (i, -1) if closed and fits else None
