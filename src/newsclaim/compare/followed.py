"""One number follows another: what can only grow has grown, who was missing is found, a source says something new."""

from __future__ import annotations

from collections.abc import Callable

from newsclaim.compare.positions import Held
from newsclaim.compare.stands import Stands, articles, begins, changed, ends, stands
from newsclaim.lexicon import load


def grown(a: Held, b: Held) -> Stands | None:
    """A count that can only grow: the larger one is later."""
    if not only_grows(a, b):
        return None
    small, large = sorted((a, b), key=lambda held: held.size)
    for grown, words in _GROWN:
        if grown(small, large):
            return stands("update", "time", large, words[0], small, *words[1:])
    return None


def _begins_later(small: Held, large: Held) -> bool:
    return begins(large) > begins(small)


def _goes_on_longer(small: Held, large: Held) -> bool:
    return begins(large) == begins(small) and ends(large) > ends(small) and not by_two(small, large)


def _told_as_grown(small: Held, large: Held) -> bool:
    return begins(large) == begins(small) and changed(large) and not changed(small)


def _published_later(small: Held, large: Held) -> bool:
    return begins(large) == begins(small) and (large.first or "") > (small.first or "")


def _may_be_later(small: Held, large: Held) -> bool:
    dated = bool(begins(large) and begins(small))
    return not dated and not by_two(small, large) and len(articles(small, large)) > 1


#: What makes the larger of two numbers of what only grows an update, and in words.
_GROWN: tuple[tuple[Callable[[Held, Held], bool], tuple[str, ...]], ...] = (
    (_begins_later, ("is later and larger than",)),
    (_goes_on_longer, ("goes on longer than",)),
    (_told_as_grown, ("is told as grown, and is larger than",)),
    (_published_later, ("was published later and is larger than",)),
    (_may_be_later, ("is larger than", "and may be later: not all are dated")),
)


def only_grows(a: Held, b: Held) -> bool:
    """Whether what is counted cannot become less while it goes on: the dead, and what was taken, lost or fired."""
    table = load("compare")["cumulative"]
    if a.fact.class_ in table["classes"]:
        return True
    verbs = set(table["verbs"])
    return a.fact.unit is None and all(any(f.event in verbs for f in held.facts) for held in (a, b))


def by_two(a: Held, b: Held) -> bool:
    """Whether both rest on the word of somebody, and not of the same."""
    mine, theirs = ({s.key for f in held.facts for s in f.sources} for held in (a, b))
    return bool(mine and theirs) and not mine & theirs


def dwindled(a: Held, b: Held) -> Stands | None:
    """People who are missing, held or away from home are found, freed or come back: the smaller one is later."""
    early, late = sorted((a, b), key=begins)
    shrinks = a.fact.class_ in load("compare")["cumulative"]["shrinking"]
    if shrinks and late.size < early.size and ends(early) < begins(late):
        return stands("update", "time", late, "is later and smaller than", early)
    return None


def replaced(a: Held, b: Held) -> Stands | None:
    """The same source has said both, one after the other, or words of change lead to the later one."""
    early, late = sorted((a, b), key=begins)
    same = {p.key for p in early.holders()} & {p.key for p in late.holders()}
    if (same or changed(late)) and begins(late) > begins(early):
        return stands("update", "time", late, "replaces", early)
    return None


def level(a: Held, b: Held) -> Stands | None:
    """What stands at one height today stood at another one yesterday: a price, a rate."""
    early, late = sorted((a, b), key=begins)
    if {f.role for f in (*a.facts, *b.facts)} != {"level"} or begins(early) == begins(late):
        return None
    return stands("update", "time", late, "is the level of a later day than", early)
