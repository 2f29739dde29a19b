"""What is worth a look: two persons credited with one office at the same time, one person with two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from newsclaim.lexicon import load
from newsclaim.names.countries import display_name
from newsclaim.resolve.record import Cluster

#: Two holders of one office in articles so many days apart are a change of office, not a contradiction.
_SAME_TIME = 31
#: More notes of one sort nobody reads.
_MOST_NOTES = 5
Held = dict[tuple[str, str], dict[int, list[str]]]


def office_notes(clusters: Sequence[Cluster]) -> list[str]:
    """Return notes on offices that do not fit together; undated articles are left out."""
    held: Held = defaultdict(lambda: defaultdict(list))
    for number, cluster in enumerate(clusters):
        for member in cluster.members:
            if member.actor.kind == "person" and member.published:
                for role in member.actor.roles:
                    office = not role.organisation and _office(role.title, role.country or member.actor.country)
                    if office:
                        held[office][number].append(member.published[:10])
    names = [cluster.name or min(cluster.names(), key=lambda n: (-len(n), n)) for cluster in clusters]
    return sorted([*_few(_rivals(held, names)), *_few(_pluralists(held, names))])


def _few(notes: Sequence[str]) -> list[str]:
    """The first notes of a sort, and how many more there are."""
    more = len(notes) - _MOST_NOTES
    return sorted(notes)[:_MOST_NOTES] + ([f"{more} more of this sort"] if more > 0 else [])


def told(notes: Sequence[tuple[int, str]]) -> list[str]:
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


@lru_cache(maxsize=1 << 16)
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
