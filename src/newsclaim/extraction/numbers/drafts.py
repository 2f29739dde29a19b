"""Quantities → drafts of claims: what is counted or measured, by which verb, of which class."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from newsclaim.extraction.numbers.classes import surface
from newsclaim.extraction.numbers.counted import find as counted
from newsclaim.extraction.numbers.counted.things import Thing, befalls_people, understood
from newsclaim.extraction.numbers.fields import events, times
from newsclaim.extraction.numbers.measured import antecedents, climb, leads, owners, parties, sides
from newsclaim.extraction.numbers.measured.about import about
from newsclaim.extraction.numbers.measured.agents import is_agent
from newsclaim.extraction.numbers.measured.frame import OF_NOUN, Frame, frame_of
from newsclaim.extraction.numbers.quantity import Change, Quantity
from newsclaim.extraction.numbers.reading import hedges as qualifiers
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import About, ClaimClass, ClaimRole, Mention


@dataclass(slots=True)
class Sentence:
    """What the claims of one sentence share: its bounds (tokens and characters) and times."""

    first: int
    stop: int
    start: int
    end: int
    times: list[times.TimePhrase]


@dataclass(slots=True)
class Draft:
    """A claim in the making; `twin` is the measure that it repeats in another unit."""

    quantity: Quantity
    sentence: Sentence
    thing: Thing | None = None
    about: About | None = None
    owner: Mention | None = None
    noun: int = -1
    rule: str = ""
    change: Change | None = None
    later: Quantity | None = None
    root: int = -1
    base: bool = False
    told_for: bool = False
    why: dict[str, str] = field(default_factory=dict)
    verb: int = -1
    event: int = -1
    kind: ClaimClass = "other"
    role: ClaimRole = "total"
    id: str = ""
    part_of: str | None = None
    adds_to: str | None = None
    twin: Draft | None = None

    @property
    def measures(self) -> bool:
        """Is it an amount or a measure, which tells about something, rather than a count of things?"""
        measured = self.quantity.measure is not None and self.quantity.measure not in ("age", "duration")
        return measured or (self.thing is None and self.about is not None)


def drafted(view: View, quantities: list[Quantity]) -> list[Draft]:
    """Return the draft of each quantity; the sentences they stand in are looked at once."""
    known: dict[int, Sentence] = {}
    made = [draft(view, quantity, sentence_of(view, quantity.shown_start, known)) for quantity in quantities]
    by_quantity = {id(one.quantity): one for one in made}
    for one in made:
        if one.quantity.earlier is not None and (earlier := by_quantity.get(id(one.quantity.earlier))):
            earlier.later = one.quantity
    for before, one in pairwise(made):
        one.base = _is_base(view, before, one)
    _sides(view, made)
    return made


_OF_THE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|these|those|all|some|an?|[\w-]+['’]s?|[\w-]+\s+[\w-]+['’]s?)\s+(?:[\w’'-]+\s+){0,3})?"
)


def _is_base(view: View, before: Draft, one: Draft) -> bool:
    """Is it the whole that the number before is taken out of ("none of the 40", "half of the army's 40,000")?"""
    gap = view.text[before.quantity.end : one.quantity.start]
    return len(gap) < 40 and before.quantity.measure is None and _OF_THE.fullmatch(gap) is not None


def sentence_of(view: View, position: int, known: dict[int, Sentence]) -> Sentence:
    """Return the sentence around a position; its times and places are looked for once."""
    first, stop = view.page.sentence(view.within(position))
    if first not in known:
        start, end = view.w.start[first], view.w.end[stop - 1]
        found = times.phrases(view.text, start, end)
        known[first] = Sentence(first, stop, start, end, found)
    return known[first]


def draft(view: View, quantity: Quantity, sentence: Sentence) -> Draft:
    """Return the claim with what is counted or measured, its event and class, before it is tied to others."""
    made = Draft(quantity, sentence)
    if quantity.measure in (None, "share") or quantity.number.form in ("fraction", "ratio"):
        made.thing = counted.find(view, quantity, sentence.stop)
    if made.thing is not None:
        _hedge_behind(view, quantity, made.thing)
    if quantity.measure is not None or made.thing is None or made.thing.head == "point":
        _frame(view, made)
    _lead(view, made)
    root = made.thing.token if made.thing else -1
    root = root if root >= 0 else clauses.root_of(view.w, quantity.shown_start, quantity.end)
    made.root = root
    made.verb = clauses.governing_verb(view.w, root)
    made.event = events.event_of(view.w, root, made.verb)
    if made.thing is None and made.about is not None and _is_item(view, made):
        item = made.about
        made.thing, made.about = Thing(item.start, item.end, item.head, made.noun, made.rule), None
    elif made.thing is None and quantity.measure is None and _are_understood(view, made):
        made.thing = understood("person", "understood")
        made.about = made.owner = None
    return made


def _lead(view: View, made: Draft) -> None:
    """Make points that one side is ahead or behind its lead."""
    thing = made.thing
    if thing is None or thing.end is None or thing.head not in ("point", "vote", "seat"):
        return
    if made.quantity.measure is not None and thing.head != "point":
        return  # "won it by 70% of the vote"
    found = leads.lead(view, made.quantity, thing.end)
    if found is None:
        return
    made.about, made.owner, made.rule = found, None, "lead"
    side = leads.side(view, made.quantity)
    side = antecedents.behind(view, side) if side >= 0 else -1
    if side >= 0 and is_agent(view, side, made.quantity):
        made.owner = owners.mention(view, side)


def _is_item(view: View, made: Draft) -> bool:
    """Is it the count of an item of a list, named before it ("Norland 34,000; Lethia 19,700", "Hares: 3")?"""
    if made.quantity.measure is not None or made.quantity.number.form in ("fraction", "ratio"):
        return False
    labelled = (
        made.rule == "label" and made.quantity.number.digits and view.text[: made.quantity.start].rstrip().endswith(":")
    )
    return made.rule == "listed" or labelled


def _frame(view: View, made: Draft) -> None:
    """Fill in what an amount tells about and whose it is."""
    found = frame_of(view, made.quantity, made.sentence.stop)
    if found is None or (made.quantity.measure is None and found.noun < 0):
        return
    made.noun, made.rule, made.told_for = found.noun, found.rule, found.sure
    owner = found.owner if found.owner < 0 else antecedents.behind(view, found.owner)
    noun = _topic(view, made, found, owner)
    made.about = about(view, noun, made.quantity.end) if noun >= 0 else None
    owner = _owner(view, made, found, owner)
    if owner >= 0 and made.quantity.measure == "distance" and view.w.ent[owner] in ("GPE", "LOC", "FAC"):
        made.about = made.about or about(view, owner, made.quantity.end)  # how far off a place is
    elif owner >= 0 and not made.quantity.start <= view.w.start[owner] < made.quantity.end:
        made.owner = owners.mention(view, owner, named=found.rule == "listed")


#: "The number of applications fell by 5%": it is they that are told of.
_NUMBERS = frozenset({"number", "amount", "proportion", "percentage"})


def _topic(view: View, made: Draft, found: Frame, owner: int) -> int:
    """Return the noun of what is measured; what "it" and "they" stand for where they own nothing."""
    noun = found.noun
    if found.rule == "noun-behind" and made.thing is not None and made.thing.rule == "of-noun":
        noun = made.thing.token  # "12 percent of nurses smoke", where the tagger takes the verb for a noun
    if noun >= 0:
        counted = clauses.preposition_object(view.w, noun, ("of",)) if view.w.lemma[noun] in _NUMBERS else -1
        noun = counted if counted >= 0 and view.w.pos[counted] in ("NOUN", "PROPN") else noun
        return antecedents.thing_behind(view, noun) if view.w.pos[noun] == "PRON" else noun
    return antecedents.thing_behind(view, found.owner) if owner < 0 <= found.owner else -1


def _owner(view: View, made: Draft, found: Frame, owner: int) -> int:
    """Return whose it is: by the noun that is measured, by the frame, or by the clause."""
    if made.quantity.measure == "duration" and found.rule in OF_NOUN:
        return -1
    if made.quantity.measure == "share" and (holder := parties.holder_of_share(view, made.quantity)) >= 0:
        return holder
    if found.noun >= 0 and not found.sure and (found.rule != "listed" or found.owner < 0):
        lasts = made.quantity.measure == "duration"
        of_noun = owners.of_noun(view, found.noun, built=found.rule == "modified-noun", possessed=lasts)
        owner = antecedents.behind(view, of_noun) if of_noun >= 0 else owner
    if owner < 0 and not found.sure:
        owner = owners.before_amount(view, made.quantity)
    if owner >= 0 or made.quantity.unit == "magnitude" or _only_describes(view.w, made, found):
        return owner
    verb = clauses.governing_verb(view.w, climb.root(view, made.quantity))
    return parties.by_clause(view, found.noun, verb, made.quantity.measure)


def _only_describes(w: Tokens, made: Draft, found: Frame) -> bool:
    """Is it the size of a thing that somebody does something with or in ("sat in the 6C water", "sold 10mg pills")?"""
    sized = made.quantity.measure in ("measure", "distance") and found.rule == "modified-noun"
    return sized and w.dep[found.noun] == "pobj"


#: Rules by which a noun beside a rival's number says what it counts.
_KEEPS = OF_NOUN | {"noun-behind", "modified-noun"}


def _sides(view: View, drafts: list[Draft]) -> None:
    """Give the numbers of two rivals their sides; what the verb is about is not what they measure."""
    for left, right in pairwise(drafts):
        if left.quantity.rival is not right.quantity:
            continue
        for one, owner in zip((left, right), sides.of_pair(view, left.quantity, right.quantity), strict=True):
            own = one.owner if one.told_for or one.rule == "gap" else None
            if one.rule not in _KEEPS:
                one.about = None
            named = owner >= 0 and not one.told_for
            one.owner = owners.mention(view, owner, named=_is_called(view.w, owner)) if named else own
            one.rule = "rivals"


def _is_called(w: Tokens, i: int) -> bool:
    """Is it a name that the tagger takes for an adjective ("Harlow outspent Brask")?"""
    return w.text[i][0].isupper() and w.ent[i] != "NORP"


_OR_MORE = re.compile(r",?\s+(?:or|and)\s+(?:more|less|fewer|so|above|over)\b(?!\s+\w+\s+than)")


def _hedge_behind(view: View, quantity: Quantity, thing: Thing) -> None:
    """Read a hedge behind the noun ("500 people or more")."""
    if thing.end is None or quantity.qualifier != "exact" or quantity.measure is not None:
        return
    if _OR_MORE.match(view.text, thing.end):
        found = qualifiers.after(view.text, thing.end)
        qualifiers.qualify(quantity, found)
        thing.end = found.at if found is not None else thing.end


#: So many who watch something are people, not parties or firms.
_MANY = 99

_WHO = re.compile(r"\s+who\b")


def _many(view: View, quantity: Quantity) -> bool:
    """Are people understood: "thousands marched", "the 2.8 million who voted"?"""
    return quantity.number.rule == "vague" or _WHO.match(view.text, quantity.end) is not None


def _are_understood(view: View, made: Draft) -> bool:
    """Are people counted without a word for them: "Five were killed", "10,000 were moved to higher ground"?"""
    quantity = made.quantity
    if (
        _many(view, quantity)
        or surface.beside(view.text, quantity.end) is not None
        or surface.are_drawn(view.text, quantity.start)
        or surface.are_aboard(view.text, quantity.end)
        or counted.is_done_to_people(view, quantity)
        or (surface.do_so(view.text, quantity.start) and (quantity.value or 0) > _MANY)
        or befalls_people(view.w, made.event)
        or counted.acts_behind(view, quantity)
    ):
        return True
    return _WERE.match(view.text, quantity.end) is not None and _uprooted_near(view, made)


_WERE = re.compile(r"\s+(?:was|were|are|have|had|would|could|will)\b")


def _uprooted_near(view: View, made: Draft) -> bool:
    quantity = made.quantity
    low, high = max(made.sentence.start, quantity.start - 50), min(made.sentence.end, quantity.end + 80)
    return surface.are_uprooted(view.text, low, high)


_MORE = re.compile(r"\s+(?:more|others|additional)\b")


def phrase_end(view: View, made: Draft) -> int:
    """Return where the quantity's phrase ends: behind the noun that is counted, when it stands there."""
    quantity, thing = made.quantity, made.thing
    reach = 20 if thing is not None and thing.rule == "antecedent" else 90
    if thing is not None and thing.end is not None and quantity.end < thing.end <= quantity.end + reach:
        return thing.end
    more = _MORE.match(view.text, quantity.end) if quantity.measure is None else None
    return more.end() if more else quantity.end
