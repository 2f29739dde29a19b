"""How numbers belong together: the role of each, the whole it is part of, the sum it adds to."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers import neighbours, parts, wholes
from newsclaim.extraction.numbers.classes import surface
from newsclaim.extraction.numbers.classes.words import class_of_noun, event_class
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.drafts import phrase_end
from newsclaim.extraction.numbers.fields import roles, trends
from newsclaim.extraction.numbers.measured import inherit
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import ClaimRole
from newsclaim.text import stable_id

#: How many numbers back an increment may stand from the sum it leads to.
_BACK = 6


def tie(view: View, drafts: list[Draft]) -> None:
    """Fill in what stands in a neighbour: understood things, parts and what they are parts of, sums of increments."""
    inherit.fill(view, drafts)
    for k, this in enumerate(drafts):
        earlier = drafts[max(0, k - _BACK) : k]
        before = _before(view, this, earlier)
        counted = _count_before(drafts, k) if before is not None and this.quantity.measure is None else None
        _tie_one(view, this, counted or before, drafts[k + 1] if k + 1 < len(drafts) else None)
        _belongs(view, this, before, earlier)
    parts.list_parts(view, drafts)


#: The number is taken out of those counted before ("Of these, 130 have left").
_OF_THESE = re.compile(r"(?:^|[.;\n]\s+)Of\s+(?:these|those|them),?\s+$")


def _is_out_of_these(view: View, this: Draft) -> bool:
    return _OF_THESE.search(view.text, max(0, this.quantity.start - 16), this.quantity.start) is not None


def _is_count(one: Draft) -> bool:
    bare = one.quantity.measure is None and one.quantity.number.form in ("point", "vague", "range")
    return bare and one.thing is not None


def _count_before(drafts: list[Draft], k: int) -> Draft | None:
    """Return the count before an age or a share in the same sentence ("two were aged above 60, two below")."""
    for one in reversed(drafts[max(0, k - _BACK) : k]):
        if one.sentence.first != drafts[k].sentence.first or (one.quantity.measure is None and one.thing is None):
            return None
        if one.quantity.measure is None:
            return one
        if one.quantity.measure not in ("age", "share", "duration"):
            return None
    return None


def _near(before: Draft | None, this: Draft) -> Draft | None:
    """Return the draft before when it stands in the same sentence or the one before."""
    near = before is not None and this.sentence.first in (before.sentence.first, before.sentence.stop)
    return before if near else None


def _tie_one(view: View, this: Draft, before: Draft | None, after: Draft | None) -> None:
    neighbours.take_over(view, this, before, after)
    this.change = this.twin.change if this.twin is not None else trends.change_of(view, this, before)
    this.role = _role_alone(view, this)
    if _is_of_others(view, this, before):
        this.role = "part"
    this.id = stable_id("n", view.article.id, this.quantity.start, phrase_end(view, this))


def _role_alone(view: View, this: Draft) -> ClaimRole:
    """Return the role that a number has by its own clause ("a total of 12", "another 12", "added 12 beds")."""
    topic = this.about.head if this.about is not None else ""
    role = roles.role_of(view.text, this.quantity, this.thing, phrase_end(view, this), topic)
    if this.change is not None and this.change.step:
        role = "change"
    if role == "total" and _is_added(view.w, this):
        role = "increment"
    return "total" if this.base and role == "increment" else role  # "72 of 106 extra beds"


def _is_of_others(view: View, this: Draft, before: Draft | None) -> bool:
    """Are they some of a number beside them ("72 of 106 extra beds", "Of the 40 passengers, 22 were Osvian")?"""
    if this.role == "increment":
        return _NEXT_OF.match(view.text, this.quantity.end) is not None
    if this.role != "total":
        return False
    apart = before is not None and (_out_of(view, before, this) or _is_with(view, before, this))
    return apart or _is_out_of_these(view, this) or _is_included(view, this, before)


#: Of how many some are taken ("72 of 106 extra beds").
_NEXT_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+)?\d")


def _is_added(w: Tokens, this: Draft) -> bool:
    """Are they added to those there are ("the firm added 300 customers"), no number that somebody adds in words?"""
    counts = this.quantity.measure is None and this.thing is not None and this.thing.token >= 0
    return counts and this.verb >= 0 and w.lemma[this.verb] == "add" and _is_object(w, this)


def _is_object(w: Tokens, this: Draft) -> bool:
    return w.dep[this.root] == "dobj" and w.head[this.root] == this.verb


# -- parts and sums --------------------------------------------------------------------------------------------------

_WITH = re.compile(r"\bwith\s+$")


def _is_with(view: View, before: Draft, this: Draft) -> bool:
    """Is the smaller number of the same kind added with "with" ("12,000 troops, with 1,500 already there")?"""
    if before.sentence.first != this.sentence.first or this.quantity.measure is not None:
        return False
    start = this.quantity.start
    smaller = (this.quantity.value or 0) < (before.quantity.value or 0)
    if not smaller or _WITH.search(view.text[max(0, start - 6) : start]) is None:
        return False
    return (this.kind == before.kind and this.kind not in ("other", "votes")) or _is_of_same(view, before, this)


def _is_of_same(view: View, before: Draft, this: Draft) -> bool:
    """Is it said of some of the same what they do ("sold 500 cars, with 90 units going to Osvia")?"""
    own, other = this.thing, before.thing
    if own is None or other is None or before.quantity.measure is not None or own.rule == "bundle":
        return False
    if not view.text.endswith(", with ", 0, this.quantity.start):
        return False
    return own.rule == "antecedent" or own.head in (other.head, "unit")


_OF_THE = re.compile(r"(?:^|[.,;:(“\n]\s*|(?<=\s)\"|\band\s+)[Oo]f\s+(?:the|its|their|these|those|our|his|her|all)\s+$")


def _out_of(view: View, before: Draft, this: Draft) -> bool:
    """Is the number taken out of the one before ("Of the 40 passengers, 22 were Osvian")?"""
    if before.sentence.first != this.sentence.first or this.quantity.measure is not None or before.base:
        return False
    start = before.quantity.start
    opened = _OF_THE.search(view.text[max(0, start - 16) : start]) is not None
    return opened and "," in view.text[start : this.quantity.start]


def _is_included(view: View, this: Draft, before: Draft | None) -> bool:
    """Are they some of whom the subject names ("The 36 people infected included 26 soldiers", "the dead include")?"""
    w = view.w
    if this.verb < 0 or w.lemma[this.verb] != "include" or this.quantity.measure is not None:
        return False
    subject = clauses.subject_of(w, this.verb)
    if not 0 <= subject < this.verb < this.root or w.tag[this.verb] == "VBG":
        return False
    counted = before is not None and before.thing is not None and before.thing.token == subject
    return counted or (class_of_noun(w.lemma[subject]) or class_of_noun(w.low[subject]) or "").startswith("people-")


def _belongs(view: View, this: Draft, before: Draft | None, earlier: list[Draft]) -> None:
    """Tie a part to its whole, an increment to its sum; what happened to the whole happened to the part."""
    same = [one for one in earlier if _alike(one, this)]
    if this.role == "part" and before is not None:
        wholes.tie_to_whole(view, this, before, same)
    _by_class(view, this, before, earlier)
    if this.role == "increment" and _is_first_of_its_kind(view, this, earlier):
        this.role = "total"
    if this.role == "total" and (whole := _told_of_some(view, this, earlier)) is not None:
        this.role, this.part_of = "part", whole.id
    if roles.is_new_total(view.text, this.quantity):
        for other in same:
            other.adds_to = this.id if other.role == "increment" else other.adds_to


def _is_first_of_its_kind(view: View, this: Draft, earlier: list[Draft]) -> bool:
    """Did something else befall those before ("killed nine and left another 61 hurt"), so that these add to none?"""
    if not view.text.endswith("another ", 0, this.quantity.start):
        return False
    befell = {one.kind for one in earlier if one.sentence.first == this.sentence.first}
    people = this.kind.startswith("people-") and any(kind.startswith("people-") for kind in befell)
    return people and this.kind not in {one.kind for one in earlier}


def _before(view: View, this: Draft, earlier: list[Draft]) -> Draft | None:
    """Return the number before, near by; for "Of these, 130 …" the last count."""
    near = _near(earlier[-1], this) if earlier else None
    return next((one for one in reversed(earlier) if _is_count(one)), near) if _is_out_of_these(view, this) else near


def _by_class(view: View, this: Draft, before: Draft | None, earlier: list[Draft]) -> None:
    """Give a number the class of those it belongs to where its own words give none."""
    if before is not None and this.kind == "other" and before.kind == "votes":
        this.kind = "votes" if event_class(view.w, this.event) == "votes" else "other"
    if this.kind == "other" and this.thing is not None:
        _as_those_before(view, this, before, earlier)


#: What only says who some of those counted before were follows "be" with one of these.
_IDENTIFYING = frozenset({"from", "of", "under", "among", "between", "below", "over"})


def _told_of_some(view: View, this: Draft, earlier: list[Draft]) -> Draft | None:
    """Return those counted before of whom it is told who some were ("Nine died. Four victims were from one family")."""
    counts = this.kind.startswith("people-") and this.quantity.value is not None and this.quantity.measure is None
    if not counts or not _only_identifies(view.w, this):
        return None
    whole = next((one for one in reversed(earlier) if one.kind == this.kind and one.role == "total"), None)
    if whole is None or whole.sentence.stop < view.page.sentence(max(0, this.sentence.first - 1))[0]:
        return None
    return whole if (whole.quantity.value or whole.quantity.low or 0) > (this.quantity.value or 0) else None


def _only_identifies(w: Tokens, this: Draft) -> bool:
    """Does the verb only say who they were ("were from a single family", "were children")?"""
    verb = this.verb
    if verb < 0 or w.lemma[verb] != "be" or w.dep[this.root] != "nsubj" or w.head[this.root] != verb:
        return False
    said = next((k for k in w.rights(verb) if w.dep[k] == "attr" or w.low[k] in _IDENTIFYING), -1)
    return said >= 0 and (w.dep[said] != "attr" or stands_for_person(w.lemma[said]))


def _as_those_before(view: View, this: Draft, before: Draft | None, earlier: list[Draft]) -> None:
    """Give people of whom nothing is told the class of those they are listed with, or said to be among."""
    people = parts.are_people(view, this)
    if before is not None and people and (_same_ones(view, before, this) or _is_listed_with(view, before, this)):
        this.kind = before.kind
    elif this.thing is not None and this.thing.head == "victim":
        this.kind = "people-killed" if any(one.kind == "people-killed" for one in earlier) else "other"
    if this.kind == "other" and people:
        this.kind = surface.among(view.text, this.quantity.end, this.sentence.end) or "other"


_AND = re.compile(r"(?:[^.;:,]{0,40})?,?\s+(?:and|as\s+well\s+as)\s+")


def _is_listed_with(view: View, before: Draft, this: Draft) -> bool:
    """Does the number go on the list of those before ("killed five children in a bus and two drivers")?"""
    if before.sentence.first != this.sentence.first or not before.kind.startswith("people-"):
        return False
    if not _AND.fullmatch(view.text, phrase_end(view, before), this.quantity.start):
        return False
    w, end = view.w, view.at(phrase_end(view, this))
    apart = end < len(w) and w.pos[end] in ("VERB", "AUX")
    return not apart and (this.verb < 0 or this.verb == before.verb or this.verb < view.at(before.quantity.start))


_IN_OTHER_WORDS = re.compile(r",?\s+or\s+|\s*[(\[](?:or\s+)?|,?\s+(?:or\s+)?(?:comprising|totall?ing|making\s+up)\s+")


def _same_ones(view: View, before: Draft, this: Draft) -> bool:
    """Are the same people counted again ("12,000 displaced persons, or about 2,300 households")?"""
    if before.sentence.first != this.sentence.first or not before.kind.startswith("people-"):
        return False
    return _IN_OTHER_WORDS.fullmatch(view.text[phrase_end(view, before) : this.quantity.start]) is not None


def _alike(one: Draft, other: Draft) -> bool:
    return one.sentence.first == other.sentence.first and one.quantity.measure == other.quantity.measure
