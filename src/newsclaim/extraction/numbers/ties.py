"""How numbers belong together: the role of each, the whole it is part of, the sum it adds to."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers import neighbours
from newsclaim.extraction.numbers.classes import surface
from newsclaim.extraction.numbers.classes.words import class_of_noun, event_class, is_person
from newsclaim.extraction.numbers.drafts import Draft
from newsclaim.extraction.numbers.fields import roles, trends
from newsclaim.extraction.numbers.measured import inherit
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.text import stable_id

#: How many numbers back an increment may stand from the sum it leads to.
_BACK = 6


def tie(view: View, drafts: list[Draft]) -> None:
    """Fill in what stands in a neighbour: understood things, parts and what they are parts of, sums of increments."""
    inherit.fill(view, drafts)
    for k, this in enumerate(drafts):
        before = _near(drafts[k - 1] if k else None, this)
        if _OF_THESE.search(view.text, max(0, this.quantity.start - 16), this.quantity.start):
            before = next((one for one in reversed(drafts[max(0, k - _BACK) : k]) if _is_count(one)), before)
        counted = _count_before(drafts, k) if before is not None and this.quantity.measure is None else None
        _tie_one(view, this, counted or before, drafts[k + 1] if k + 1 < len(drafts) else None)
        _belongs(view, this, drafts[max(0, k - _BACK) : k])
    _list_parts(view, drafts)


def loosen(drafts: list[Draft]) -> None:
    """Undo ties to numbers that turned out to be no claims."""
    ids = {one.id for one in drafts}
    for one in drafts:
        if one.part_of not in ids:
            one.part_of = None
        if one.adds_to not in ids:
            one.adds_to = None


#: The number is taken out of those counted before ("Of these, 130 have left").
_OF_THESE = re.compile(r"(?:^|[.;\n]\s+)Of\s+(?:these|those|them),?\s+$")


def _is_count(one: Draft) -> bool:
    return (
        one.quantity.measure is None
        and one.quantity.number.form in ("point", "vague", "range")
        and one.thing is not None
    )


_NEXT = re.compile(r"\s*(?:,|,?\s*and)\s*")


def _list_parts(view: View, drafts: list[Draft]) -> None:
    """Make parts of what is listed behind a part, and of numbers that add up to the one before them."""
    for k, this in enumerate(drafts):
        if this.role != "total" or this.quantity.measure is not None or k == 0:
            continue
        before = drafts[k - 1]
        if this.base and _is_taken_out(before, this):
            before.role, before.part_of = "part", this.id
        if before.role == "part" and before.part_of and _follows(view, before, this):
            this.role, this.part_of = "part", before.part_of
        elif (whole := _sum_before(view, drafts, k)) is not None:
            for one in _run(view, drafts, k):
                _make_part(view, one, whole)


def _is_taken_out(before: Draft, base: Draft) -> bool:
    """Does the number before say how many of a whole ("14 of 22 counts")?"""
    near = before.sentence.first == base.sentence.first and base.quantity.start - before.quantity.end < _NEAR
    counts = before.quantity.measure is None and before.quantity.value is not None
    return near and counts and before.role in ("total", "part")


#: Between a part and its whole there is no more than "of the country's".
_NEAR = 40


def _make_part(view: View, this: Draft, whole: Draft) -> None:
    this.role, this.part_of = "part", whole.id
    if this.kind == "other" and whole.kind.startswith("people-") and _are_people(view, this):
        this.kind = whole.kind


def _follows(view: View, before: Draft, this: Draft) -> bool:
    if this.sentence.first != before.sentence.first:
        return False
    return _NEXT.fullmatch(view.text[phrase_end(view, before) : this.quantity.start]) is not None


def _run(view: View, drafts: list[Draft], k: int) -> list[Draft]:
    """Return the numbers listed from `k` on, five at most."""
    run = [drafts[k]]
    for one in drafts[k + 1 : k + 5]:
        if not _follows(view, run[-1], one):
            break
        run.append(one)
    return run


def _sum_before(view: View, drafts: list[Draft], k: int) -> Draft | None:
    """Return the number before `k` that the listed numbers add up to ("20 bodies, eleven women and nine men")."""
    run, whole = _run(view, drafts, k), drafts[k - 1]
    values = [one.quantity.value for one in run]
    if len(run) < 2 or whole.sentence.first != drafts[k].sentence.first or whole.quantity.measure is not None:
        return None
    known = [value for value in values if value is not None]
    return whole if len(known) == len(run) and whole.quantity.value == sum(known) else None


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
    if before is None or this.sentence.first not in (before.sentence.first, before.sentence.stop):
        return None
    return before


def _tie_one(view: View, this: Draft, before: Draft | None, after: Draft | None) -> None:
    neighbours.take_over(view, this, before, after)
    this.change = trends.change_of(view, this, before)
    topic = this.about.head if this.about is not None else ""
    this.role = roles.role_of(view.text, this.quantity, this.thing, phrase_end(view, this), topic)
    if this.change is not None and this.change.step:
        this.role = "change"
    apart = before is not None and (_out_of(view, before, this) or _is_with(view, before, this))
    apart = apart or _OF_THESE.search(view.text, max(0, this.quantity.start - 16), this.quantity.start) is not None
    if this.role == "total" and (apart or _is_included(view, this, before)):
        this.role = "part"
    this.id = stable_id("n", view.article.id, this.quantity.start, phrase_end(view, this))


# -- parts and sums --------------------------------------------------------------------------------------------------

_WITH = re.compile(r"\bwith\s+$")


def _is_with(view: View, before: Draft, this: Draft) -> bool:
    """Is the smaller number of the same kind added with "with" ("12,000 troops, with 1,500 already there")?"""
    if before.sentence.first != this.sentence.first or this.kind != before.kind or this.kind == "other":
        return False
    start = this.quantity.start
    smaller = (this.quantity.value or 0) < (before.quantity.value or 0)
    return this.quantity.measure is None and smaller and _WITH.search(view.text[max(0, start - 6) : start]) is not None


_OF_THE = re.compile(r"(?:^|[.,;:(“\"\n]\s*|\band\s+)[Oo]f\s+(?:the|its|their|these|those|our|his|her|all)\s+$")


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


def _belongs(view: View, this: Draft, earlier: list[Draft]) -> None:
    """Tie a part to its whole, an increment to its sum; what happened to the whole happened to the part."""
    before = _near(earlier[-1], this) if earlier else None
    if _OF_THESE.search(view.text, max(0, this.quantity.start - 16), this.quantity.start):
        before = next((one for one in reversed(earlier) if _is_count(one)), before)
    same = [one for one in earlier if _alike(one, this)]
    if this.role == "part" and before is not None:
        _to_whole(view, this, before, same)
    if before is not None and this.kind == "other" and before.kind == "votes":
        this.kind = "votes" if event_class(view.w, this.event) == "votes" else "other"
    if this.kind == "other" and this.thing is not None:
        _as_those_before(view, this, before, earlier)
    if this.role == "total" and (whole := _told_of_some(view, this, earlier)) is not None:
        this.role, this.part_of = "part", whole.id
    if roles.is_new_total(view.text, this.quantity):
        for other in same:
            other.adds_to = this.id if other.role == "increment" else other.adds_to


#: What only says who some of those counted before were follows "be" with one of these.
_IDENTIFYING = frozenset({"from", "of", "under", "among", "between", "below", "over"})


def _told_of_some(view: View, this: Draft, earlier: list[Draft]) -> Draft | None:
    """Return those counted before of whom it is told who some were ("Nine died. Four victims were from one family")."""
    w, verb = view.w, this.verb
    if not this.kind.startswith("people-") or this.quantity.value is None or this.quantity.measure is not None:
        return None
    if verb < 0 or w.lemma[verb] != "be" or w.dep[this.root] != "nsubj" or w.head[this.root] != verb:
        return None
    said = [k for k in w.rights(verb) if w.dep[k] == "attr" or w.low[k] in _IDENTIFYING]
    if not said or (w.dep[said[0]] == "attr" and not stands_for_person(w.lemma[said[0]])):
        return None
    whole = next((one for one in reversed(earlier) if one.kind == this.kind and one.role == "total"), None)
    near = whole is not None and whole.sentence.stop >= view.page.sentence(max(0, this.sentence.first - 1))[0]
    larger = whole is not None and (whole.quantity.value or whole.quantity.low or 0) > this.quantity.value
    return whole if near and larger else None


def _to_whole(view: View, this: Draft, before: Draft, same: list[Draft]) -> None:
    """Tie a part to the count before it; what is named before it ("cases, including 165") is its whole or has none."""
    whole = before if before.quantity.measure is None else (same[-1] if same else None)
    if whole is not None and not _may_be_of(view, this, whole):
        whole = None
    if this.thing is not None and this.thing.rule == "including":
        whole = next((one for one in reversed(same) if one.thing and one.thing.token == this.thing.token), None)
    this.part_of = whole.id if whole is not None else None
    if whole is not None and this.kind == "other" and whole.kind.startswith("people-") and _are_people(view, this):
        this.kind = whole.kind


def _may_be_of(view: View, this: Draft, whole: Draft) -> bool:
    """May a part with a noun of its own be one of that whole: the same things, or people of people?"""
    own, other = this.thing, whole.thing
    if this.quantity.number.form != "point" or own is None or other is None:
        return True
    if own.token < 0 or own.rule != "of-noun" or own.head == other.head:
        return True
    return is_person(view.w, own) and (is_person(view.w, other) or other.token < 0)


def _as_those_before(view: View, this: Draft, before: Draft | None, earlier: list[Draft]) -> None:
    """Give people of whom nothing is told the class of those they are listed with, or said to be among."""
    people = _are_people(view, this)
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
    between = view.text[phrase_end(view, before) : this.quantity.start]
    return _IN_OTHER_WORDS.fullmatch(between) is not None


def _alike(one: Draft, other: Draft) -> bool:
    return one.sentence.first == other.sentence.first and one.quantity.measure == other.quantity.measure


def _are_people(view: View, this: Draft) -> bool:
    return this.thing is not None and is_person(view.w, this.thing)


_MORE = re.compile(r"\s+(?:more|others|additional)\b")


def phrase_end(view: View, made: Draft) -> int:
    """Return where the quantity's phrase ends: behind the noun that is counted, when it stands there."""
    quantity, thing = made.quantity, made.thing
    reach = 20 if thing is not None and thing.rule == "antecedent" else 90
    if thing is not None and thing.end is not None and quantity.end < thing.end <= quantity.end + reach:
        return thing.end
    more = _MORE.match(view.text, quantity.end) if quantity.measure is None else None
    return more.end() if more else quantity.end
