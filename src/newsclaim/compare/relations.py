"""How two positions of a question stand to one another: they agree, one follows the other, or they cannot both hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newsclaim.compare.axes import amount, counted, place
from newsclaim.compare.contradict import counted_twice
from newsclaim.compare.followed import by_two, dwindled, grown, level, only_grows, replaced
from newsclaim.compare.positions import Held
from newsclaim.compare.stands import Stands, articles, begins, changed, days_between, ends, stands
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact

#: Days: numbers that begin so close to one another are of one time; one that is claimed so long after another has begun
#: has not given way to it.
_SOON = 2
#: So many times the other no second count is that contradicts it: it may be that of another event.
_CLOSE = 1.3
_AT_LEAST = frozenset({"at_least", "more_than"})


def relation(a: Held, b: Held) -> Stands:
    """Return how two positions stand to one another, by the first rule that says so; the last one always does."""
    return next(replace(found, rule=name) for name, rule in RULES.items() if (found := rule(a, b)))


def _denied(a: Held, b: Held) -> Stands | None:
    """One of the two says that the other's number is untrue."""
    if a.denied == b.denied:
        return None
    denial, other = (a, b) if a.denied else (b, a)
    if _same_number(denial.fact, other.fact):
        return stands("denied", "amount", denial, "is denied, against", other)
    return stands("agree", "amount", other, "does not hold what is denied:", denial)


def _same_number(one: Fact, other: Fact) -> bool:
    """Whether two claims name one number, whatever their hedges."""
    names = [{n for n in (fact.value, fact.low, fact.high) if n is not None} for fact in (one, other)]
    return bool(names[0] & names[1])


def _meet(a: Held, b: Held) -> Stands | None:
    """The hedged intervals meet."""
    return stands("agree", "amount", a, "and", b, "can both hold") if amount.meet(a.interval, b.interval) else None


def _rounded(a: Held, b: Held) -> Stands | None:
    """One number is the other one rounded."""
    plain = {"exact", "approx"}
    values = [held.fact.value for held in (a, b) if held.fact.qualifier in plain and held.fact.value is not None]
    for rounded, exact in ((a, b), (b, a)) if len(values) == 2 else ():
        if amount.rounds_to(rounded.fact.value or 0, exact.fact.value or 0):
            return stands("agree", "amount", rounded, "is the rounded form of", exact)
    return None


def _some(a: Held, b: Held) -> Stands | None:
    """One counts less than the other: a kind of people."""
    kinds = counted.read(a.fact, b.fact)
    if kinds.stand != "compatible":
        return None
    return stands("scope", "counted", a, "counts other things than", b, f": {kinds.words}")


def _part_of_place(a: Held, b: Held) -> Stands | None:
    """One counts in a part of the other's place."""
    places = place.read((a.fact.place, a.fact.country), (b.fact.place, b.fact.country))
    if places.stand != "compatible":
        return None
    return stands("scope", "place", a, "is told of another place than", b, f": {places.words}")


def _linked(a: Held, b: Held) -> Stands | None:
    """The article itself says that one number changed into the other."""
    ids = {f.id for f in a.facts}, {f.id for f in b.facts}
    if any(f.from_ in ids[1] for f in a.facts):
        return stands("update", "time", a, "is told as a change from", b)
    if any(f.from_ in ids[0] for f in b.facts):
        return stands("update", "time", b, "is told as a change from", a)
    return None


def _contrast(a: Held, b: Held) -> Stands | None:
    """One article gives both, each on the word of somebody else."""
    for one in a.facts:
        for other in b.facts:
            if one.article == other.article and _apart(one, other):
                return stands("conflict", "source", a, "and", b, "stand in one article on the word of two sources")
    return None


def _apart(one: Fact, other: Fact) -> bool:
    """Whether two claims rest on two sources, and neither is told of an earlier day than the other."""
    mine, theirs = {s.key for s in one.sources}, {s.key for s in other.sources}
    when = one.time.to if one.time else None, other.time.to if other.time else None
    return bool(mine and theirs) and not mine & theirs and (None in when or when[0] == when[1])


def _counted_otherwise(a: Held, b: Held) -> Stands | None:
    """One article gives one in its own voice, the other as somebody's count: 140 lorries; 90, counts an office."""
    if len(articles(a, b)) > 1 or not _of_one_time(a, b) or changed(a) or changed(b):
        return None
    for own, counted_by in ((a, b), (b, a)):
        if not any(f.sources for f in own.facts) and all(_is_count(f) for f in counted_by.facts):
            return stands("conflict", "source", counted_by, "is somebody's own count, against", own, "in one article")
    return None


def _counted_twice(a: Held, b: Held) -> Stands | None:
    """One article gives two counts of the same people that lie close, and nothing tells which one holds."""
    if len(articles(a, b)) > 1 or not _of_one_time(a, b) or changed(a) or changed(b):
        return None
    if not counted_twice(a.fact, b.fact, _CLOSE):
        return None
    return stands("conflict", "amount", a, "and", b, "stand in one article, and it does not say which one holds")


def _vague(a: Held, b: Held) -> Stands | None:
    """One is a vague word, and the other number lies so near its bounds that it may be meant: dozens, who are 250."""
    if "vague" not in (a.fact.form, b.fact.form) or amount.times_beyond(a.fact, b.fact) > amount.VAGUE:
        return None
    return stands("agree", "amount", a, "and", b, "can both hold: one is told by a vague word")


def _of_one_time(a: Held, b: Held) -> bool:
    """Whether two numbers of an article hold for the same days, give or take the one on which it is told."""
    return all(abs(days_between(*sorted(days))) < _SOON for days in ((begins(a), begins(b)), (ends(a), ends(b))))


def _is_count(fact: Fact) -> bool:
    """Whether somebody is said to count, and not only to say so; of a crowd whoever says so has counted."""
    counting = fact.class_ == "protesters" or fact.event in load("compare")["carried"]["counting"]
    return bool(fact.sources) and counting


def _lower_bounds(a: Held, b: Held) -> Stands | None:
    """Both only say how many there are at least: over 100 and at least 250 are no two accounts."""
    if not {a.fact.qualifier, b.fact.qualifier} <= _AT_LEAST or not _near(a, b):
        return None
    return stands("agree", "amount", a, "and", b, "can both hold: both are lower bounds")


def _at_once(a: Held, b: Held) -> Stands | None:
    """Two sources at the same time, and neither gives way to the other."""
    if _one_word(a, b):
        return None
    early, late = sorted((a, b), key=begins)
    lasting = days_between(begins(late), ends(early))
    if days_between(begins(early), begins(late)) < _SOON or lasting >= _SOON or (lasting >= 0 and by_two(a, b)):
        if amount.meet(a.interval, b.interval, open_is_near=False):
            return stands("conflict", "amount", a, "and", b, "are claimed at the same time and lie far apart")
        return stands("conflict", "amount", a, "and", b, "are claimed at the same time and cannot both hold")
    return None


def _shrunk(a: Held, b: Held) -> Stands | None:
    """Two sources, and the later number would have to shrink."""
    if _one_word(a, b):
        return None
    early, late = sorted((a, b), key=begins)
    grows = only_grows(a, b) and a.fact.class_ not in load("compare")["cumulative"]["shrinking"]
    if grows and late.size < early.size and late.fact.qualifier in _AT_LEAST and _near(late, early):
        return stands("agree", "amount", late, "is a lower bound that", early, "does not break")
    if grows and late.size < early.size:
        return stands("conflict", "amount", late, "is later and smaller than", early, ", which cannot shrink")
    return None


def _near(a: Held, b: Held) -> bool:
    return amount.times(a.fact, b.fact) <= amount.VAGUE


def _in_one_article(a: Held, b: Held) -> Stands | None:
    """One article gives both on one day: a change where its words tell of one, else two things."""
    if len(articles(a, b)) > 1 or (begins(a), ends(a)) != (begins(b), ends(b)):
        return None
    if changed(a) or changed(b):
        return stands("update", "time", a, "and", b, "are told as a change")
    return stands("scope", "counted", a, "and", b, "stand in one article, and nothing says that one replaces the other")


def _another_time(a: Held, b: Held) -> Stands | None:
    """Nothing else is told."""
    return stands("update", "time", a, "was said at another time than", b)


#: In the order in which they are asked.
RULES: dict[str, Callable[[Held, Held], Stands | None]] = {
    "denied": _denied, "linked": _linked, "meet": _meet, "rounded": _rounded, "some": _some,
    "part-of-place": _part_of_place, "contrast": _contrast, "counted-otherwise": _counted_otherwise,
    "vague": _vague, "dwindled": dwindled, "counted-twice": _counted_twice, "grown": grown, "replaced": replaced,
    "level": level, "lower-bounds": _lower_bounds, "at-once": _at_once,
    "shrunk": _shrunk, "in-one-article": _in_one_article, "another-time": _another_time,
}  # fmt: skip


def _one_word(a: Held, b: Held) -> bool:
    """Whether all who hold one number hold the other, or one article tells both in its own voice."""
    mine, theirs = {p.key for p in a.holders()}, {p.key for p in b.holders()}
    return mine <= theirs or theirs <= mine or _one_voice(a, b)


def _one_voice(a: Held, b: Held) -> bool:
    """Whether one article tells both, and one of them on nobody's word: it does not contradict itself."""
    return len(articles(a, b)) == 1 and not (all(f.sources for f in a.facts) and all(f.sources for f in b.facts))
