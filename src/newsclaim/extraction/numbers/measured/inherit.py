"""What an amount takes from another: the earlier value from the later one, a bracket, a list, the company spoken of."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.framing import about_thing
from newsclaim.extraction.numbers.measured import antecedents, headings, owners
from newsclaim.extraction.numbers.measured.about import about
from newsclaim.extraction.numbers.measured.agents import may_be_body
from newsclaim.extraction.numbers.measured.climb import LISTS
from newsclaim.extraction.numbers.measured.frame import OF_NOUN
from newsclaim.extraction.numbers.view import View
from newsclaim.lexicon import words
from newsclaim.models import About

#: Rules whose noun stands with the number itself; what others find gives way to what the later value tells of.
_OWN = frozenset({"modified-noun", "noun-behind", "label", "worth"}) | OF_NOUN
_COMPARED = re.compile(
    r"\bcompared\s+(?:with|to)\b|\bagainst\b|\bversus\b|\b(?:up|down)\s+from\b|\bthan\s+the\b|^\s*,?\s+(?:and|or|but)\s+(?:\w+\s+){0,3}$|^\s*\($"
    r"|^\s+(?:for|among|in)\s+(?:\w+\s+){1,3}and\s+$"
)


def fill(view: View, drafts: list[Draft]) -> None:
    """Fill in what is measured and whose, where an amount's own words leave it open."""
    by_quantity = {id(one.quantity): one for one in drafts}
    for k, this in enumerate(drafts):
        if not this.measures and not _is_of_them(this):
            continue
        later = by_quantity.get(id(this.later)) if this.later is not None else None
        if later is not None:
            _from_later(this, later)
        elif k and drafts[k - 1].sentence.first == this.sentence.first:
            _from_before(view, this, drafts[k - 1])
            _from_polled(view, this, drafts[max(0, k - _WITHIN) : k])
        _from_heading(view, this)
        _from_company(view, this)


def _from_later(this: Draft, later: Draft) -> None:
    if this.rule not in _OWN or this.about is None:
        this.about = later.about or this.about
    if this.owner is None or (this.rule not in _OWN and not this.told_for):
        this.owner = later.owner or this.owner


def _from_before(view: View, this: Draft, before: Draft) -> None:
    """Take over from the amount before in a list ("the Liberals 11.8") or comparison ("against 12 percent")."""
    if _is_step_behind(view, this, before):
        this.about, this.owner = before.about or _counted(view, before), before.owner or this.owner
        return
    if _is_of_them(this) and before.thing is not None:
        this.about = before.about or _counted(view, before)
        this.thing = replace(before.thing, rule="antecedent", part=True, end=this.thing.end if this.thing else None)
        return
    if _is_out_of(view, this, before):
        this.about = _counted(view, before)
        return
    if before.quantity.measure == this.quantity.measure and before.measures:
        _from_like(view, this, before)


def _from_like(view: View, this: Draft, before: Draft) -> None:
    """Take over from an amount of the same measure what the words between the two leave open."""
    between = view.text[before.quantity.end : this.quantity.start]
    listed = this.rule == "gap" or (this.told_for and this.about is None)
    if listed or (this.about is None and len(between) < 80 and _COMPARED.search(between)):
        this.about = this.about or before.about
    if listed or (this.about is not None and this.about == before.about and this.owner is None):
        this.owner = this.owner or before.owner


_STEP = re.compile(
    r"(?:\s+(?!and\b|but\b|while\b)[^.;:]{0,40})?,\s+(?:or\s+)?(?:(?:which\s+)?(?:is|was|were|are)\s+)?(?:\w+ly\s+)?"
    r"(?:up|down|an?\s+(?:\w+\s+)?(?:increase|rise|jump|gain|growth|drop|fall|decline|decrease|surge)\s+of)\s+(?:by\s+|sharply\s+)?"
)
#: "a profit of $3bn for the year - a 4 percent increase".
_SET_IN = re.compile(r"\)?(?:\s+(?!and\b|but\b|while\b)[^.;:,]{0,80})?(?:,|\s[-–—]{1,2})\s+an?\s+(?:\w+\s+)?")
_STEPS = re.compile(
    r"\s+(?:annual\s+|year-on-year\s+)?(?:increase|rise|jump|gain|growth|drop|fall|decline|decrease|surge)\b"
)


def _is_step_behind(view: View, this: Draft, before: Draft) -> bool:
    """Is it how much the amount or count before has changed ("assets of $3bn, up 40 percent")?"""
    quantity = this.quantity
    if quantity.measure != "share" or before.quantity.measure == "share" or this.told_for:
        return False
    if _STEP.fullmatch(view.text, before.quantity.end, quantity.start) is not None:
        return True
    steps = this.about is None and _STEPS.match(view.text, quantity.end) is not None
    return steps and _SET_IN.fullmatch(view.text, before.quantity.end, quantity.start) is not None


def _counted(view: View, before: Draft) -> About | None:
    return about_thing(view.text, before.thing) if before.thing is not None else None


def _is_of_them(this: Draft) -> bool:
    """Is it a share of those the amount before tells of ("83% of firms did, and 42% of them …")?"""
    thing = this.thing
    partial = this.quantity.measure == "share" or this.quantity.number.form == "fraction"
    these = thing is not None and thing.rule in ("pronoun", "these") and not thing.head
    return partial and this.about is None and these


_OPENS_OF = re.compile(r"(?:^|[.;:“\"\n]\s*)Of\s+(?:the|its|their|these|those|our|all)\s+(?:\w+\s+)?$")


def _is_out_of(view: View, this: Draft, before: Draft) -> bool:
    """Is it a share of those with whose number the sentence opens ("Of the 1,239 families counted, 85% …")?"""
    shares = this.quantity.measure == "share" and this.about is None and this.thing is None
    if not shares or before.quantity.measure is not None:
        return False
    opened = _OPENS_OF.search(view.text, max(0, before.quantity.start - 24), before.quantity.start) is not None
    return opened and "," in view.text[before.quantity.end : this.quantity.start]


#: So many numbers may stand between the shares of one poll.
_WITHIN = 4


def _from_polled(view: View, this: Draft, earlier: list[Draft]) -> None:
    """Take over those who were asked from the share before in the sentence, whatever counts stand between."""
    near = reversed(earlier)
    same = (one for one in near if _is_share(one) and one.sentence.first == this.sentence.first)
    before = next(same, None)
    if before is not None and _is_polled_too(view, this, before):
        this.about = before.about


def _is_share(one: Draft) -> bool:
    return one.quantity.measure == "share" or one.quantity.number.form == "fraction"


_ALSO = re.compile(r"(?:,|,?\s(?:and|but|while))\s+(?:only\s+|just\s+|another\s+)?$")


def _is_polled_too(view: View, this: Draft, before: Draft) -> bool:
    """Is it the share of the same people who think another thing ("51% of voters oppose it, 60% want more")?"""
    w, i = view.w, view.at(this.quantity.end)
    shares = _is_share(this) and _is_share(before) and this.about is None
    listed = shares and _ALSO.search(view.text, before.quantity.end, this.quantity.start) is not None
    return listed and i < len(w) and w.tag[i] in ("VBP", "VBD", "VBZ", "MD") and this.owner is None


def _from_heading(view: View, this: Draft) -> None:
    if this.about is not None or this.rule not in ("gap", "label", "verb", ""):
        return
    noun = headings.noun_over(view, this.quantity)
    if noun >= 0:
        this.about = about(view, noun)


_NO_FIRMS = frozenset({"GPE", "LOC", "FAC", "DATE", "NORP", "EVENT"})


def _from_company(view: View, this: Draft) -> None:
    """Give a company's result without an owner to the company spoken of just before ("The shares lost 3.8%")."""
    if this.owner is not None or this.about is None or this.noun < 0 or this.quantity.rival is not None:
        return
    w = view.w
    argument = w.dep[this.noun] in ("nsubj", "nsubjpass", "dobj", "pobj")
    of_all = w.low[min(this.noun + 1, len(w) - 1)] == "of"  # "the share of people over 80", "sales of picture books"
    result = this.about.head == "share" or this.about.head in words(LISTS, "results")
    if not result or not argument or of_all:
        return
    subject = antecedents.subject_before(view, this.noun)
    told = w.dep[this.noun].startswith("nsubj") or subject >= this.sentence.first  # "firms affect $5bn in assets"
    if told and subject >= 0 and w.ent[subject] not in _NO_FIRMS and may_be_body(view, subject):
        this.owner = owners.mention(view, subject)
