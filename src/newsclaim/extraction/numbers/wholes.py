"""What a part is a part of: the count before it, or the one that its own words name."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers import parts
from newsclaim.extraction.numbers.classes.words import is_person
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.drafts import phrase_end
from newsclaim.extraction.numbers.view import View

#: Between a whole and what is named of it: "931 crimes, including three of arson".
_INCLUDING = re.compile(r",?\s+including\s+")


def tie_to_whole(view: View, this: Draft, before: Draft, same: list[Draft]) -> None:
    """Tie a part to the count before it; what is named before it ("cases, including 165") is its whole or has none."""
    if before.thing and before.thing.rule == "out-of-them" and before.sentence.first == this.sentence.first:
        this.part_of = before.part_of  # "Of the dead, 12 were children and 20 women"
        return
    if this.thing is not None and this.thing.rule == "including":
        whole = next((one for one in reversed(same) if one.thing and one.thing.token == this.thing.token), None)
    else:
        whole = _whole_before(view, this, before, same)
    this.part_of = None
    if whole is not None:
        parts.make_part(view, this, whole)


def _whole_before(view: View, this: Draft, before: Draft, same: list[Draft]) -> Draft | None:
    """Return the count before a part, behind an amount the last one of its own unit, if it may be of that."""
    whole = before
    if before.quantity.measure is not None:
        said_alike = [one for one in same if one.quantity.unit == this.quantity.unit] or same
        if not said_alike:
            return None
        whole = said_alike[-1]
    return whole if _may_be_of(view, this, whole) else None


def _may_be_of(view: View, this: Draft, whole: Draft) -> bool:
    """May a part with a noun of its own be one of that whole: the same things, or people of people?"""
    own, other = this.thing, whole.thing
    if _INCLUDING.fullmatch(view.text, phrase_end(view, whole), this.quantity.start):
        return True
    if this.quantity.number.form != "point" or own is None or other is None:
        return True
    if own.token < 0 or own.rule != "of-noun" or own.head == other.head:
        return True
    return is_person(view.w, own) and (is_person(view.w, other) or other.token < 0)
