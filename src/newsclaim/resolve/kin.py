"""Kin: local actors that can bear on one another. Each is resolved apart from all others, with the same result.

That is what lets one changed article of a large corpus cost little: only the kin of its actors is resolved anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsclaim.resolve.bodies import countries_of_heads, head_of, votes
from newsclaim.resolve.keys import Keyring, Keys, named
from newsclaim.resolve.record import Links, Member, folded
from newsclaim.text import stable_number


@dataclass(slots=True)
class Kin:
    """Actors of articles that may be one, by article and id, with all their keys."""

    members: list[Member]
    keys: Keys

    @property
    def number(self) -> int:
        """The number under which it is kept: made from its first member."""
        return stable_number("kin", *self.members[0].key)


def all_keys(members: Sequence[Member], keyring: Keyring) -> Keys:
    """Return all keys of some sorted members."""
    return united(set(keys_of(members, keyring)))


def keys_of(members: Sequence[Member], keyring: Keyring) -> list[Keys]:
    """Return the keys of each of some members, which are sorted by article."""
    found = [keyring(member.actor) for member in members]
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
    taken: dict[str, set[bool]] = defaultdict(set)
    for member, keys in zip(members, found, strict=True):
        if keys.held and votes(member.actor):
            taken[folded(member.actor.name)].add(member.actor.kind == "person")
    for k, member in enumerate(members):
        if found[k].held and votes(member.actor) and len(taken[folded(member.actor.name)]) > 1:
            found[k] |= keyring.of_either(member.actor)


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
