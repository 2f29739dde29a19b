"""What a draft tells about and whose it is: its frame, its lead, the sides of two rivals."""

from __future__ import annotations

import re
from itertools import pairwise

from newsclaim.extraction.numbers.classes import surface
from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.measured import antecedents, climb, leads, owners, parties
from newsclaim.extraction.numbers.measured import sides as rival_sides
from newsclaim.extraction.numbers.measured.about import about
from newsclaim.extraction.numbers.measured.agents import is_agent
from newsclaim.extraction.numbers.measured.frame import OF_NOUN, Frame, frame_of
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import About


def frame(view: View, made: Draft) -> None:
    """Fill in what an amount tells about and whose it is."""
    found = frame_of(view, made.quantity, made.sentence.stop)
    if found is None and (owner := parties.in_clause_on(view, made.quantity)) >= 0:
        _give_to(view, made, owner, named=False)
    if found is None or (made.quantity.measure is None and (found.noun < 0 or _are_some(view, made))):
        return
    made.noun, made.rule, made.told_for = found.noun, found.rule, found.sure
    owner = found.owner if found.owner < 0 else antecedents.behind(view, found.owner)
    noun = _topic(view, made, found, owner)
    made.about = about(view, noun, made.quantity.end) if noun >= 0 else None
    owner = _owner(view, made, found, owner)
    owner = owner if owner >= 0 else parties.in_clause_on(view, made.quantity)
    if owner >= 0:
        _give_to(view, made, owner, named=found.rule == "listed")


_THE = re.compile(r"\b(?:the|these|those|all)\s+(?:other\s+|remaining\s+|first\s+|last\s+)?$", re.IGNORECASE)


def _are_some(view: View, made: Draft) -> bool:
    """Are they so many of somebody, known without their noun ("a summit of the remaining 27")?"""
    start = made.quantity.shown_start
    return _THE.search(view.text, max(0, start - 20), start) is not None


def _give_to(view: View, made: Draft, owner: int, *, named: bool) -> None:
    """Let an amount be somebody's, or tell about what only seems to have it ("the port is 12 km away")."""
    numbered = made.quantity.measure == "share" and _is_number_of(view, made, owner)
    if not numbered and _is_anybody(view.w, owner):
        return
    if numbered or (made.quantity.measure == "distance" and view.w.ent[owner] in ("GPE", "LOC", "FAC")):
        made.about = made.about or about(view, owner, made.quantity.end)
    elif not made.quantity.start <= view.w.start[owner] < made.quantity.end:
        made.owner = owners.mention(view, owner, named=named)


def _is_anybody(w: Tokens, owner: int) -> bool:
    """Is it said of people at large or of nobody ("people cannot walk for three hours", "no candidate won 50%")?"""
    nobody = any(w.low[k] in ("no", "any", "neither") for k in w.lefts(owner))
    return nobody or (w.low[owner] == "people" and w.left[owner] == w.right[owner])


#: Words that may stand between a share and its noun of change ("35 percent year on year growth").
_YEAR_ON_YEAR = 4
#: What is said to be a change of something ("reached 40 million, representing a 35 percent growth").
_EQUAL = frozenset({"represent", "mark", "be", "mean", "constitute"})


def _is_number_of(view: View, made: Draft, owner: int) -> bool:
    """Is it a count before it that a share tells of ("40 boats sank, a 20% rise"), nobody who has the share?"""
    w = view.w
    equals = clauses.governing_verb(w, climb.root(view, made.quantity))
    told = w.child(owner, "nummod") >= 0 or (equals >= 0 and w.lemma[equals] in _EQUAL)
    counted = told and w.tag[owner] == "NNS" and w.start[owner] < made.quantity.start
    first = view.at(made.quantity.end)
    near = range(first, min(first + _YEAR_ON_YEAR, len(w)))
    return counted and any(climb.is_step(w, k) or w.low[k] == "growth" for k in near)


#: "The number of applications fell by 5%": it is they that are told of.
_NUMBERS = frozenset({"number", "amount", "proportion", "percentage", "percent", "portion"})


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
    owner = _beside_amount(view, made, found, owner)
    away = found.rule != "verb" or surface.is_away(view.text, made.quantity.end)
    apart = made.quantity.measure == "distance" and away  # "stayed in a hotel 55 miles south of Tarn"
    if owner >= 0 or apart or made.quantity.unit == "magnitude" or _only_describes(view.w, made, found):
        return owner
    return _by_clause(view, made, found)


def _beside_amount(view: View, made: Draft, found: Frame, owner: int) -> int:
    """Return whose the measured noun or the amount is by the words beside it ("the firm's $3m profit")."""
    if found.noun >= 0 and not _stands(view, found, made):
        lasts = made.quantity.measure in ("duration", "distance")
        of_noun = owners.of_noun(view, found.noun, built=found.rule == "modified-noun", possessed=lasts)
        owner = antecedents.behind(view, of_noun) if of_noun >= 0 else owner
    if not found.sure and (owner < 0 or found.rule == "verb"):
        beside = owners.before_amount(view, made.quantity, issued=owner < 0)
        owner = beside if beside >= 0 else owner
    return owner


def _stands(view: View, found: Frame, made: Draft) -> bool:
    """Is it whose the frame says, whatever stands on the noun: listed, or who pays ("spent $3m on the firm's app")?"""
    if found.sure or (found.rule == "listed" and found.owner >= 0):
        return True
    verb = clauses.governing_verb(view.w, climb.root(view, made.quantity)) if found.rule == "verb" else -1
    pays = verb >= 0 and view.w.lemma[verb] in words(climb.LISTS, "holding") and view.w.dep[found.noun] == "pobj"
    buys = (
        verb >= 0 and view.w.lemma[verb] in ("buy", "acquire", "purchase", "sell") and view.w.head[found.noun] == verb
    )
    return (pays or buys) and found.owner >= 0


def _by_clause(view: View, made: Draft, found: Frame) -> int:
    """Return whose it is by the verb over the amount ("Brask lost 12 percent of its customers")."""
    verb = clauses.governing_verb(view.w, climb.root(view, made.quantity))
    taken_from = made.thing is not None and made.thing.rule == "of-noun"
    noun = made.thing.token if found.noun < 0 and made.thing is not None and taken_from else found.noun
    return parties.by_clause(view, noun, verb, made.quantity.measure)


def _only_describes(w: Tokens, made: Draft, found: Frame) -> bool:
    """Is it the size of a thing that somebody does something with or in ("sat in the 6C water", "sold 10mg pills")?"""
    sized = made.quantity.measure in ("measure", "distance") and found.rule == "modified-noun"
    return sized and w.dep[found.noun] == "pobj"


def of_whom(view: View, made: Draft) -> None:
    """Let a share tell about those it is taken out of ("46% of the 1,237 people asked")."""
    thing = made.thing
    part = made.quantity.is_part and made.quantity.rule != "multiple"
    if made.about is not None or thing is None or not (part or made.quantity.measure == "share"):
        return
    if thing.rule == "of-noun" or (part and thing.rule == "noun-behind"):
        made.about = about_thing(view.text, thing) if thing.head not in words(climb.LISTS, "bundles") else None


def about_thing(text: str, thing: Thing) -> About | None:
    """Return what is counted as what a measure tells about."""
    if thing.start is None or thing.stop is None:
        return None
    return About(start=thing.start, end=thing.stop, text=text[thing.start : thing.stop], head=thing.head)


def lead(view: View, made: Draft) -> None:
    """Make points that one side is ahead or behind its lead."""
    end = _end_of_points(made)
    found = leads.lead(view, made.quantity, end) if end is not None else None
    if found is None:
        return
    made.about, made.owner, made.rule = found, None, "lead"
    for named in leads.sides(view, made.quantity):
        side = antecedents.behind(view, named)
        if side >= 0 and is_agent(view, side, made.quantity):
            made.owner = owners.mention(view, side)
            return


def _end_of_points(made: Draft) -> int | None:
    """Return where points, votes or seats end that may be a lead, None for anything else ("won 70% of the vote")."""
    thing = made.thing
    if made.quantity.unit == "percentage point":
        return made.quantity.end
    if thing is None or thing.head not in ("point", "vote", "seat"):
        return None
    return None if made.quantity.measure is not None and thing.head != "point" else thing.end


#: Rules by which a noun beside a rival's number says what it counts.
_KEEPS = OF_NOUN | {"noun-behind", "modified-noun"}


def sides(view: View, drafts: list[Draft]) -> None:
    """Give the numbers of two rivals their sides; what the verb is about is not what they measure."""
    for left, right in pairwise(drafts):
        if left.quantity.rival is not right.quantity:
            continue
        for one, owner in zip((left, right), rival_sides.of_pair(view, left.quantity, right.quantity), strict=True):
            own = one.owner if one.told_for or one.rule == "gap" else None
            if one.rule not in _KEEPS:
                one.about = None
            named = owner >= 0 and not one.told_for
            one.owner = owners.mention(view, owner, named=_is_called(view.w, owner)) if named else own
            one.rule = "rivals"


def _is_called(w: Tokens, i: int) -> bool:
    """Is it a name that the tagger takes for an adjective ("Harlow outspent Brask")?"""
    return w.text[i][:1].isupper() and w.ent[i] != "NORP"
