"""Kin: local actors that can bear on one another. Each is resolved apart from all others, with the same result.

That is what lets one changed article of a large corpus cost little: only the kin of its actors is resolved anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsclaim.models import Actor
from newsclaim.models.local import Member
from newsclaim.resolve.bodies import countries_of_heads, head_of, votes
from newsclaim.resolve.keys import Keyring, Keys, named
from newsclaim.resolve.record import Links, folded
from newsclaim.text import number_of, stable_number


@dataclass(slots=True)
class Kin:
    """Actors of articles that may be one, by article and id, with all their keys; `homes`: see `KeptKin`."""

    members: list[Member]
    keys: Keys
    homes: list[int] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number under which it is kept: made from its first member."""
        return stable_number("kin", *self.members[0].key)


def keys_of(members: Sequence[Member], keyring: Keyring) -> list[Keys]:
    """Return the keys of each of some members, which are sorted by article."""
    of = {actor: keyring(actor) for actor in {member.actor for member in members}}
    found = [of[member.actor] for member in members]
    phrases = {k: (members[k].article, folded(members[k].actor.name)) for k, keys in enumerate(found) if not keys.held}
    several = Counter(phrases.values())
    words = {name for _, name in phrases.values()}
    called = {
        (member.article, name)
        for member, keys in zip(members, found, strict=True)
        if keys.held and (name := folded(member.actor.name)) in words
    }
    for k, phrase in phrases.items():
        if phrase in called or several[phrase] > 1:  # in the article something else goes by the same words
            found[k] = Keys(frozenset({named(members[k].actor.name)}))
    _with_either(members, found, keyring)
    return _with_countries(members, found, keyring)


def _with_either(members: Sequence[Member], found: list[Keys], keyring: Keyring) -> None:
    """Tie single words to all that they may be, where articles do not agree on it: what most of them say decides."""
    voters = {actor for actor in {member.actor for member in members} if votes(actor)}
    voting = [k for k, member in enumerate(members) if member.actor in voters and found[k].held]
    taken: dict[str, set[bool]] = defaultdict(set)
    for actor in {members[k].actor for k in voting}:
        taken[folded(actor.name)].add(actor.kind == "person")
    for k in voting:
        if len(taken[folded(members[k].actor.name)]) > 1:
            found[k] |= keyring.of_either(members[k].actor)


def _with_countries(members: Sequence[Member], found: list[Keys], keyring: Keyring) -> list[Keys]:
    """Tie a government of no country to that of its head: "the Biden administration"."""
    lost = [k for k, member in enumerate(members) if member.actor.kind == "government" and not member.actor.country]
    countries = countries_of_heads([members[k] for k in lost], members)
    for k in lost:
        told = countries.get(head_of(members[k].actor.name), set())
        if found[k].held and len(told) == 1:
            found[k] |= keyring.of_country(min(told))
    return found


def kin_of(members: Sequence[Member], keyring: Keyring) -> tuple[list[Kin], list[Member]]:
    """Return the kin that sorted members fall into, and those that bear on nobody outside their article."""
    keys = keys_of(members, keyring)
    nodes: dict[Keys, int] = {}
    of = [nodes.setdefault(one, len(nodes)) if one.held else None for one in keys]
    links = _linked(nodes)
    groups: dict[int, Kin] = {}
    alone: list[Member] = []
    for member, node in zip(members, of, strict=True):
        if node is None:
            alone.append(member)
        else:
            groups.setdefault(links.find(node), Kin([], Keys())).members.append(member)
    parts: dict[int, list[Keys]] = {}
    for one, node in nodes.items():
        parts.setdefault(links.find(node), []).append(one)
    for number, kin in groups.items():
        kin.keys = united(parts[number])
    return list(groups.values()), alone


def settle(kin: Iterable[Kin], actors: Iterable[Actor], home: Mapping[tuple[str, str], str]) -> None:
    """Note in some kin which actor each member is; `home` maps (article id, local actor id) to the actor's id."""
    numbers = {actor.id: number_of(actor.id) for actor in actors}
    for one in kin:
        found = [home.get(member[:2]) for member in one.members]
        one.homes = [0 if actor is None else numbers[actor] for actor in found]


def _linked(nodes: Mapping[Keys, int]) -> Links:
    links = Links(len(nodes))
    holder: dict[str, int] = {}
    for keys, node in nodes.items():
        for key in keys.held:
            links.join(holder.setdefault(key, node), node)
    for keys, node in nodes.items():
        for key in keys.offered:
            links.join(holder.get(key, node), node)
    return links


def united(several: Iterable[Keys]) -> Keys:
    """Return all keys of some; what one of them holds is held."""
    found = list(several)
    held = frozenset[str]().union(*(one.held for one in found))
    return Keys(held, frozenset[str]().union(*(one.offered for one in found)) - held)
