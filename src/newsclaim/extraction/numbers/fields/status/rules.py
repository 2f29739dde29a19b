"""How sure a number is, from the words of its own clause: the rules in order, the first that answers decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from newsclaim import lexicon
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields.status.context import earlier
from newsclaim.extraction.numbers.fields.status.denials import negated, not_so_many, said_falsely, told_untrue
from newsclaim.extraction.numbers.fields.status.governors import climb, doubts, foreseen, group, named
from newsclaim.extraction.numbers.fields.status.settled import is_settled
from newsclaim.extraction.numbers.quantity import AMOUNTS
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Status, TimeRef

_ESTIMATES = re.compile(
    r"\bestimat(?:e|es|ion)\s+(?:of|by|from|rang|put|is|are|was|were|say|said|suggest)[^.;:]{0,60}$"
)

_TOLLS = re.compile(r"\bestimated\s+(?:[a-z]+\s+){0,2}(?:tolls?|totals?|numbers?|counts?|figures?)\b[^.;:]*$")

Rule = Callable[[View, Draft, TimeRef | None], str | None]


def status_of(view: View, made: Draft, time: TimeRef | None) -> Status:
    """Return the status that the claim's own words give; what its quote says is added when quotes are known."""
    for name, rule in RULES:
        found = rule(view, made, time)
        if found is not None:
            made.why["status"] = name
            return cast("Status", found)
    made.why["status"] = "told"
    return "asserted"


def is_ahead(view: View, made: Draft) -> bool:
    """Is what the number tells of still to come, by its own words?"""
    w = view.w
    modal = made.verb >= 0 and any(w.low[k] in ("will", "'ll", "would") for k in w.lefts(made.verb))
    return modal or (_by_object(view, made, None) or _by_clause(view, made, None)) in ("projected", "planned")


def _estimated(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "an estimated 40", "estimates range from 10"."""
    quantity = made.quantity
    words = view.text[quantity.start : quantity.shown_start].lower()
    before = view.text[max(0, quantity.start - 80) : quantity.start].lower()
    tolls = made.thing is not None and made.thing.rule in ("toll", "total", "number-of") and _TOLLS.search(before)
    told = tolls or "estimated" in words or "estimated" in before[-16:] or _ESTIMATES.search(before) is not None
    return "estimated" if told else None


def _by_estimate(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "40, according to Norland's estimates", "By the army's estimate, 40": a fact as somebody estimates it."""
    if made.sentence.words.isdisjoint(("estimate", "estimates")):
        return None
    before = _BY_ESTIMATE.search(view.text, max(made.sentence.start, made.quantity.start - _NEAR), made.quantity.start)
    behind = _BY_ESTIMATE.search(view.text, made.quantity.end, min(made.sentence.end, made.quantity.end + _NEAR))
    apart = behind is not None and _APART.search(view.text, made.quantity.end, behind.start())
    opens = before is not None and not _APART.search(view.text, before.end(), made.quantity.start)
    return "estimated" if opens or (behind is not None and not apart) else None


_NEAR = 110
_BY_ESTIMATE = re.compile(r"\b(?i:according\s+to|based\s+on|by)\s+(?:[\w.’'-]+\s+){0,4}?estimates?\b")
_APART = re.compile(r"\d|[;:]|\b(?:while|but|and|although)\b")


def _presumed(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "presumed dead"."""
    behind = view.text[made.quantity.end : made.quantity.end + 60].lower()
    return "estimated" if made.kind == "people-killed" and "presumed dead" in behind else None


def _already(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "will join 900 already there": what is there is no plan."""
    thing = made.thing
    end = thing.end if thing is not None and thing.end is not None else made.quantity.end
    return "asserted" if _THERE.match(view.text, end) else None


_THERE = re.compile(r"\s+(?:(?:who|that|which)\s+(?:are|were)\s+)?(?:already|currently)\b")


def _polled(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "8% would back her": an answer in a poll."""
    w, verb = view.w, made.verb
    if made.quantity.measure != "share" or verb < 0 or w.lemma[verb] not in lexicon.words("numbers/status", "polled"):
        return None
    would = any(w.low[k] in ("would", "'d") for k in w.lefts(verb))
    return "asserted" if would and made.quantity.start < w.start[verb] else None


def _by_object(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Return what a verb of planning or fearing makes of its object or passive subject ("are feared dead")."""
    w, verb = view.w, _telling(view.w, made)
    if verb < 0:
        return None
    if made.quantity.start > w.start[verb] and not _is_hit(w, verb, made):
        objects, phrase = group("objects"), " ".join((w.lemma[verb], *w.low[verb + 1 : verb + 2]))
        return objects.get(phrase) or objects.get(w.lemma[verb])
    return group("passives").get(w.lemma[verb]) if w.child(verb, "auxpass") >= 0 else None


def _is_hit(w: Tokens, verb: int, made: Draft) -> bool:
    """Is it what somebody has gone for, no aim that is set ("the raiders targeted three posts")?"""
    hits = w.lemma[verb] == "target" and w.tag[verb] in ("VBD", "VBN", "VBG") and made.quantity.measure is None
    return hits and made.root >= 0 and w.head[clauses.first_joined(w, made.root)] == verb


def _is_doubted(w: Tokens, verb: int) -> bool:
    """Is it unlikely, or not expected, that something will be so ("it is unlikely that 40 boats will come")?"""
    over = w.head[verb]
    if w.dep[verb] != "ccomp" or over >= verb:
        return False
    said = w.child(over, "acomp") if w.lemma[over] == "be" else over
    return said >= 0 and doubts(w, said)


def _by_clause(view: View, made: Draft, time: TimeRef | None) -> str | None:
    """Return what modal verbs, conditions, plans and the verbs above say."""
    verb = _telling(view.w, made)
    if verb < 0:
        return None
    said = climb(view.w, verb)
    if said == "projected" and _is_doubted(view.w, verb):
        said = "denied"
    if said == "denied" and made.quantity.measure in ("age", "duration"):
        return "projected"  # "is unlikely to be back for two weeks"
    return said if said or _tells_size(view.w, made) or _was_of_old(view, verb, time) else foreseen(view.w, verb)


def _was_of_old(view: View, verb: int, time: TimeRef | None) -> bool:
    """Is it told of an earlier year in the past tense ("were set to merge last year")?"""
    w, to, published = view.w, time.to if time is not None else None, view.article.published
    if to is None or published is None or to[:4] >= published[:4]:
        return False
    return any(w.tag[k] == "VBD" for k in (verb, *w.lefts(verb)))


def _tells_size(w: Tokens, made: Draft) -> bool:
    """Does an amount only tell of what size a thing is ("a $3 million hall is set to be opened")?"""
    return made.quantity.measure in AMOUNTS and made.root >= 0 and w.dep[made.root] in ("nummod", "compound", "nmod")


def _telling(w: Tokens, made: Draft) -> int:
    """Return the verb that tells of the number: what befell people in a clause of their own, else the verb above.

    "two women injured on the ride could not be reached": they are injured, whoever is reached.
    """
    event = made.event
    own = made.kind.startswith("people-") and event >= 0 and w.dep[event] in ("acl", "relcl")
    counted = own and event != made.verb and w.head[event] == made.root and made.quantity.start <= w.start[made.root]
    return event if counted else made.verb


def _unsettled(rule: Rule) -> Rule:
    """Return the rule for numbers only that are not settled, whatever is to become of what they count."""

    def only(view: View, made: Draft, time: TimeRef | None) -> str | None:
        found = rule(view, made, time)
        return None if found is None or is_settled(view, made) else found

    return only


RULES: tuple[tuple[str, Rule], ...] = (
    ("estimated", _estimated),
    ("presumed", _presumed),
    ("not-so-many", not_so_many),
    ("said-falsely", said_falsely),
    ("negated", negated),
    ("already", _already),
    ("polled", _polled),
    ("named", named),
    ("object", _unsettled(_by_object)),
    ("clause", _unsettled(_by_clause)),
    ("untrue", told_untrue),
    ("by-estimate", _by_estimate),
    ("earlier", earlier),
)
