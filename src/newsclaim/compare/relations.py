"""How two positions of a question stand to one another: they agree, one follows the other, or they cannot both hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from newsclaim.compare.axes import amount, counted, place
from newsclaim.compare.positions import Held, days_of
from newsclaim.compare.wording import number_of, who
from newsclaim.lexicon import load
from newsclaim.models.comparison import Axis, Verdict
from newsclaim.models.fact import Fact

#: Days: numbers that begin so close to one another are of one time; one that is claimed so long after another has begun
#: has not given way to it.
_SOON = 2


@dataclass(frozen=True, slots=True)
class Stands:
    """A verdict on two positions, the axis they differ on, and the reason in one sentence that names both.

    `rule` is the name of the rule that gave it.
    """

    verdict: Verdict
    axis: Axis
    reason: str
    rule: str = ""


def relation(a: Held, b: Held) -> Stands:
    """Return how two positions stand to one another, by the first rule that says so; the last one always does."""
    return next(replace(found, rule=name) for name, rule in RULES.items() if (found := rule(a, b)))


def _stands(verdict: Verdict, axis: Axis, *words: Held | str) -> Stands:
    told = " ".join(word if isinstance(word, str) else _told(word) for word in words)
    return Stands(verdict, axis, f"{told}.".replace(" :", ":").replace(" ,", ","))


def _told(held: Held) -> str:
    return f"{number_of(held.fact)} ({who(held)}{', ' + held.last if held.last else ''})"


def _denied(a: Held, b: Held) -> Stands | None:
    """One of the two says that the other's number is untrue."""
    if a.denied == b.denied:
        return None
    denial, other = (a, b) if a.denied else (b, a)
    if _same_number(denial.fact, other.fact):
        return _stands("denied", "amount", denial, "is denied, against", other)
    return _stands("agree", "amount", other, "does not hold what is denied:", denial)


def _same_number(one: Fact, other: Fact) -> bool:
    """Whether two claims name one number, whatever their hedges."""
    names = [{n for n in (fact.value, fact.low, fact.high) if n is not None} for fact in (one, other)]
    return bool(names[0] & names[1])


def _meet(a: Held, b: Held) -> Stands | None:
    """The hedged intervals meet."""
    return _stands("agree", "amount", a, "and", b, "can both hold") if amount.meet(a.interval, b.interval) else None


def _rounded(a: Held, b: Held) -> Stands | None:
    """One number is the other one rounded."""
    plain = {"exact", "approx"}
    values = [held.fact.value for held in (a, b) if held.fact.qualifier in plain and held.fact.value is not None]
    for rounded, exact in ((a, b), (b, a)) if len(values) == 2 else ():
        if amount.rounds_to(rounded.fact.value or 0, exact.fact.value or 0):
            return _stands("agree", "amount", rounded, "is the rounded form of", exact)
    return None


def _some(a: Held, b: Held) -> Stands | None:
    """One counts less than the other: a kind of people."""
    kinds = counted.read(a.fact, b.fact)
    if kinds.stand != "compatible":
        return None
    return _stands("scope", "counted", a, "counts other things than", b, f": {kinds.words}")


def _part_of_place(a: Held, b: Held) -> Stands | None:
    """One counts in a part of the other's place."""
    places = place.read((a.fact.place, a.fact.country), (b.fact.place, b.fact.country))
    if places.stand != "compatible":
        return None
    return _stands("scope", "place", a, "is told of another place than", b, f": {places.words}")


def _linked(a: Held, b: Held) -> Stands | None:
    """The article itself says that one number changed into the other."""
    ids = {f.id for f in a.facts}, {f.id for f in b.facts}
    if any(f.from_ in ids[1] for f in a.facts):
        return _stands("update", "time", a, "is told as a change from", b)
    if any(f.from_ in ids[0] for f in b.facts):
        return _stands("update", "time", b, "is told as a change from", a)
    return None


def _contrast(a: Held, b: Held) -> Stands | None:
    """One article gives both, each on the word of somebody else."""
    for one in a.facts:
        for other in b.facts:
            if one.article == other.article and _apart(one, other):
                return _stands("conflict", "source", a, "and", b, "stand in one article on the word of two sources")
    return None


def _apart(one: Fact, other: Fact) -> bool:
    """Whether two claims rest on two sources, and neither is told of an earlier day than the other."""
    mine, theirs = {s.key for s in one.sources}, {s.key for s in other.sources}
    when = one.time.to if one.time else None, other.time.to if other.time else None
    return bool(mine and theirs) and not mine & theirs and (None in when or when[0] == when[1])


def _grown(a: Held, b: Held) -> Stands | None:
    """A count that can only grow: the larger one is later."""
    if not _only_grows(a, b):
        return None
    small, large = sorted((a, b), key=lambda held: held.size)
    for grown, words in _GROWN:
        if grown(small, large):
            return _stands("update", "time", large, words[0], small, *words[1:])
    return None


def _begins_later(small: Held, large: Held) -> bool:
    return _begins(large) > _begins(small)


def _goes_on_longer(small: Held, large: Held) -> bool:
    return _begins(large) == _begins(small) and _ends(large) > _ends(small)


def _told_as_grown(small: Held, large: Held) -> bool:
    return _begins(large) == _begins(small) and _changed(large) and not _changed(small)


def _published_later(small: Held, large: Held) -> bool:
    return _begins(large) == _begins(small) and (large.first or "") > (small.first or "")


def _may_be_later(small: Held, large: Held) -> bool:
    dated = bool(_begins(large) and _begins(small))
    return not dated and not _by_two(small, large) and len(_articles(small, large)) > 1


#: What makes the larger of two numbers of what only grows an update, and in words.
_GROWN: tuple[tuple[Callable[[Held, Held], bool], tuple[str, ...]], ...] = (
    (_begins_later, ("is later and larger than",)),
    (_goes_on_longer, ("goes on longer than",)),
    (_told_as_grown, ("is told as grown, and is larger than",)),
    (_published_later, ("was published later and is larger than",)),
    (_may_be_later, ("is larger than", "and may be later: not all are dated")),
)


def _only_grows(a: Held, b: Held) -> bool:
    """Whether what is counted cannot become less while it goes on: the dead, and what was taken, lost or fired."""
    table = load("compare")["cumulative"]
    if a.fact.class_ in table["classes"]:
        return True
    verbs = set(table["verbs"])
    return a.fact.unit is None and all(any(f.event in verbs for f in held.facts) for held in (a, b))


def _by_two(a: Held, b: Held) -> bool:
    """Whether both rest on the word of somebody, and not of the same."""
    mine, theirs = ({s.key for f in held.facts for s in f.sources} for held in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _later(a: Held, b: Held) -> Stands | None:
    """The same source has said both, one after the other, or words of change lead to the later one."""
    early, late = sorted((a, b), key=_begins)
    same = {p.key for p in early.holders()} & {p.key for p in late.holders()}
    if (same or _changed(late)) and _begins(late) > _begins(early):
        return _stands("update", "time", late, "replaces", early)
    return None


def _level(a: Held, b: Held) -> Stands | None:
    """What stands at one height today stood at another one yesterday: a price, a rate."""
    early, late = sorted((a, b), key=_begins)
    if {f.role for f in (*a.facts, *b.facts)} != {"level"} or _begins(early) == _begins(late):
        return None
    return _stands("update", "time", late, "is the level of a later day than", early)


def _at_once(a: Held, b: Held) -> Stands | None:
    """Two sources at the same time, and neither gives way to the other."""
    if _one_word(a, b):
        return None
    early, late = sorted((a, b), key=_begins)
    if _days_between(_begins(early), _begins(late)) < _SOON or _days_between(_begins(late), _ends(early)) >= _SOON:
        if amount.meet(a.interval, b.interval, open_is_near=False):
            return _stands("conflict", "amount", a, "and", b, "are claimed at the same time and lie far apart")
        return _stands("conflict", "amount", a, "and", b, "are claimed at the same time and cannot both hold")
    return None


def _shrunk(a: Held, b: Held) -> Stands | None:
    """Two sources, and the later number would have to shrink."""
    if _one_word(a, b):
        return None
    early, late = sorted((a, b), key=_begins)
    table = load("compare")["cumulative"]
    grows = a.fact.class_ in table["classes"] and a.fact.class_ not in table["shrinking"]
    if grows and late.size < early.size:
        return _stands("conflict", "amount", late, "is later and smaller than", early, ", which cannot shrink")
    return None


def _in_one_article(a: Held, b: Held) -> Stands | None:
    """One article gives both on one day: a change where its words tell of one, else two things."""
    if len(_articles(a, b)) > 1 or (_begins(a), _ends(a)) != (_begins(b), _ends(b)):
        return None
    if _changed(a) or _changed(b):
        return _stands("update", "time", a, "and", b, "are told as a change")
    return _stands(
        "scope", "counted", a, "and", b, "stand in one article, and nothing says that one replaces the other"
    )


def _changed(held: Held) -> bool:
    """Whether words of change tell it: "rises to", "revised"."""
    return any(f.trend or f.event in load("compare")["change"]["words"] for f in held.facts)


def _another_time(a: Held, b: Held) -> Stands | None:
    """Nothing else is told."""
    return _stands("update", "time", a, "was said at another time than", b)


#: In the order in which they are asked.
RULES: dict[str, Callable[[Held, Held], Stands | None]] = {
    "denied": _denied, "meet": _meet, "rounded": _rounded, "some": _some, "part-of-place": _part_of_place,
    "linked": _linked, "contrast": _contrast, "grown": _grown, "replaced": _later, "level": _level, "at-once": _at_once,
    "shrunk": _shrunk, "in-one-article": _in_one_article, "another-time": _another_time,
}  # fmt: skip


def _one_word(a: Held, b: Held) -> bool:
    """Whether all who hold one number hold the other, or one article tells both in its own voice."""
    mine, theirs = {p.key for p in a.holders()}, {p.key for p in b.holders()}
    return mine <= theirs or theirs <= mine or _one_voice(a, b)


def _one_voice(a: Held, b: Held) -> bool:
    """Whether one article tells both, and one of them on nobody's word: it does not contradict itself."""
    return len(_articles(a, b)) == 1 and not (all(f.sources for f in a.facts) and all(f.sources for f in b.facts))


def _articles(a: Held, b: Held) -> set[str]:
    return {f.article for f in (*a.facts, *b.facts)}


def _days_between(first: str, last: str) -> int:
    """Return the days from one date to another; undated ones are taken to be of one day."""
    if not first or not last:
        return 0
    try:
        return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
    except ValueError:
        return 0


def _begins(held: Held) -> str:
    return next(iter(days_of(held.facts)), "")


def _ends(held: Held) -> str:
    return next(iter(reversed(days_of(held.facts))), "")
