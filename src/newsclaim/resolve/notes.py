"""What is worth a look: names left open, two persons credited with one office at the same time, one with two."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from newsclaim.lexicon import load
from newsclaim.models import Actor
from newsclaim.models.local import Member
from newsclaim.names.countries import display_name
from newsclaim.resolve.record import Cluster

#: Two holders of one office in articles so many days apart are a change of office, not a contradiction.
_SAME_TIME = 31
#: More notes of one sort nobody reads.
_MOST_NOTES = 5
Held = dict[tuple[str, str], dict[int, list[str]]]


class Remarks:
    """What is noted while actors are resolved, portion by portion, and what of it is worth telling.

    Attributes:
        lines: notes on lines of corrections.
        open: names that were left open, each with the number of articles it stands in.
    """

    def __init__(self, before: Mapping[tuple[str, str], str] | None = None) -> None:
        """Begin; `before` maps (article id, its actor) to the name that was shown, if any."""
        self.lines: list[str] = []
        self.open: list[tuple[int, str]] = []
        self._held: Held = defaultdict(lambda: defaultdict(list))
        self._names: list[str] = []
        self._before = before or {}
        self._renamed: Counter[tuple[str, str]] = Counter()

    def look_at(self, clusters: Sequence[Cluster]) -> None:
        """Note the offices of persons; undated articles are left out."""
        for number, cluster in enumerate(clusters, start=len(self._names)):
            offices = [office for member in cluster.members for office in _offices(member)]
            for office, day in offices:
                self._held[office][number].append(day)
            name = cluster.name or min(cluster.names(), key=lambda n: (-len(n), n)) if offices else ""
            self._names.append(name)

    def look_at_names(self, actors: Sequence[Actor], members: Mapping[tuple[str, str], str]) -> None:
        """Note who is shown under another name than before; of articles that are new nobody was."""
        names = {actor.id: actor.name for actor in actors}
        shown = ((self._before[key], names[actor]) for key, actor in members.items() if key in self._before)
        self._renamed.update((old, name) for old, name in shown if old != name)

    def told(self) -> tuple[str, ...]:
        """Return the notes: lines of corrections, names left open, offices that do not fit, other names than before."""
        offices = [*_few(_rivals(self._held, self._names)), *_few(_pluralists(self._held, self._names))]
        changes = sorted(self._renamed.items())
        renamed = (f"{old!r} is now shown as {new!r} ({n} article(s))" for (old, new), n in changes)
        return (*self.lines, *_most(self.open), *sorted(offices), *renamed)


def _offices(member: Member) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the offices that only one can hold, each with the day on which an article tells of it."""
    if member.actor.kind == "person" and member.published:
        for role in member.actor.roles:
            office = None if role.organisation else _office(role.office, role.country or member.actor.country)
            if office:
                yield office, member.published[:10]


def _few(notes: Sequence[str]) -> list[str]:
    """The first notes of a sort, and how many more there are."""
    more = len(notes) - _MOST_NOTES
    return sorted(notes)[:_MOST_NOTES] + ([f"{more} more of this sort"] if more > 0 else [])


def _most(notes: Sequence[tuple[int, str]]) -> list[str]:
    """Return the notes that matter most, and how many more there are; the number tells in how many articles."""
    ranked = [note for _, note in sorted(notes, key=lambda item: (-item[0], item[1]))]
    more = len(ranked) - _MOST_NOTES
    return ranked[:_MOST_NOTES] + ([f"{more} more names were left open in fewer articles"] if more > 0 else [])


def _rivals(held: Held, names: Sequence[str]) -> list[str]:
    notes = []
    for (office, country), holders in held.items():
        ranked = sorted(holders, key=lambda n: (names[n], n))
        for k, one in enumerate(ranked):
            for two in ranked[k + 1 : k + 5]:
                days = _meeting(holders[one], holders[two])
                if days:
                    where = f"{office} of {display_name(country)}"
                    notes.append(f"{names[one]} and {names[two]} are both called {where} ({days[0]}, {days[1]})")
    return notes


def _pluralists(held: Held, names: Sequence[str]) -> list[str]:
    offices: dict[int, list[tuple[str, str, list[str]]]] = defaultdict(list)
    for (office, country), holders in held.items():
        for number, days in holders.items():
            offices[number].append((office, country, days))
    notes = []
    for number, several in offices.items():
        for one, two in zip(sorted(several), sorted(several)[1:], strict=False):
            meeting = _meeting(one[2], two[2])
            if meeting:
                both = " and ".join(f"{office} of {display_name(country)}" for office, country, _ in (one, two))
                notes.append(f"{names[number]} is called {both} ({meeting[0]}, {meeting[1]})")
    return notes


@lru_cache(maxsize=1 << 14)
def _office(title: str, code: str | None) -> tuple[str, str] | None:
    data = load("titles")["unique"]
    title = re.sub(r"['’]s\b", "", title.casefold())
    words = re.split(r"[\s-]+", title)
    if code is None or {*words, *title.split()} & set(data["not_held"]) - {"vice"}:
        return None
    found = max((o for o in data["offices"] if re.search(rf"\b{re.escape(o)}\b", title)), key=len, default=None)
    if found is None or (("vice" in words) != (found == "vice president")):
        return None
    return _SPELLING.get(found, found), code


_SPELLING = {
    "defence minister": "defense minister",
    "defence secretary": "defense secretary", "secretary of defense": "defense secretary",
    "secretary of the treasury": "treasury secretary", "premier": "prime minister",
}  # fmt: skip


def _meeting(one: Sequence[str], two: Sequence[str]) -> tuple[str, str] | None:
    """Two dates, one of each list, so near that both must have held the office then; None without any."""
    for a in sorted(set(one)):
        for b in sorted(set(two)):
            if _apart(a, b) <= _SAME_TIME:
                return a, b
    return None


def _apart(a: str, b: str) -> int:
    try:
        return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return _SAME_TIME + 1
