"""The actors of the whole corpus, made from those of its articles and from people's corrections.

Where few articles have changed only their kin is resolved anew: the actors that theirs can bear on.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from newsclaim._version import __version__
from newsclaim.derive.changes import Changes, changes
from newsclaim.derive.stage import Stage
from newsclaim.models.local import KeptKin
from newsclaim.store import KeptOfActors, Store
from newsclaim.text import sha256, stable_number

if TYPE_CHECKING:
    from newsclaim.config import Corrections, Settings
    from newsclaim.resolve import Keyring, Kin, Member

#: Of what is kept: to be counted up where keys, kin or what resolving makes of them change.
_FORM = 1
#: Where more than one of so many articles has changed all actors are made anew, which is quicker then.
_FEW = 8
#: So many actors of articles are resolved at a time.
_TOGETHER = 20_000


def _basis(settings: Settings) -> str:
    return settings.actors.model_dump_json()


def _make(store: Store, settings: Settings) -> tuple[str, ...]:
    from newsclaim.resolve import no_collection

    form = f"{_FORM} {__version__} {sha256(_basis(settings))[:12]}"
    moved = changes(store, ACTORS.name, store.known(), form)
    if not moved.changed:
        return ()
    with no_collection():
        if len(moved.changed) * _FEW > len(moved.kept):
            return _make_all(store, settings, moved)
        return _make_some(store, settings, moved)


def _make_all(store: Store, settings: Settings, moved: Changes) -> tuple[str, ...]:
    from newsclaim.resolve import Keyring, Remarks, kin_of, resolve_portion

    kin, alone = kin_of(_members(store, None), Keyring(settings.actors))
    remarks = Remarks(store.shown_names())
    portions = (resolve_portion(members, told, remarks) for members, told in _portions(kin, alone, settings.actors))
    store.save_actors_in_portions(portions, KeptOfActors(put=map(_kept, kin), traces=_traces(moved.bases, kin)))
    return remarks.told()


def _portions(
    kin: Sequence[Kin], alone: Sequence[Member], corrections: Corrections
) -> Iterator[tuple[list[Member], Corrections]]:
    """Yield some kin at a time as sorted members, with the corrections that may be about them.

    Those that any correction is about come together, so that a line which is about nobody is known.
    """
    from newsclaim.config import Corrections

    some = corrections != Corrections()
    told = [some and one.keys.corrected for one in kin]
    yield _sorted(chain.from_iterable(one.members for one, about in zip(kin, told, strict=True) if about)), corrections
    together: list[Member] = []
    for members in chain(
        (one.members for one, about in zip(kin, told, strict=True) if not about), ((one,) for one in alone)
    ):
        together += members
        if len(together) >= _TOGETHER:
            yield _sorted(together), Corrections()
            together = []
    yield _sorted(together), Corrections()


def _sorted(members: Iterable[Member]) -> list[Member]:
    return sorted(members, key=lambda member: member.key)


def _make_some(store: Store, settings: Settings, moved: Changes) -> tuple[str, ...]:
    """Resolve what the actors of the changed articles bore on before or bear on now."""
    from newsclaim.resolve import Keyring, bearing_on, kin_of, renamed, resolve_members

    keyring = Keyring(settings.actors)
    old, members = _reached(store, moved, keyring)
    before = store.shown_of(member.key for member in members)
    resolution = resolve_members(members, bearing_on(members, settings.actors))
    kin, _ = kin_of(members, keyring)
    new = {one.number: one for one in map(_kept, kin)}
    kept = KeptOfActors(
        gone=[one for one in old.values() if new.get(one.number) != one],
        put=[one for one in new.values() if old.get(one.number) != one],
        gone_traces=sorted(moved.former.keys() - moved.new.keys()),
        traces=_traces(moved.new, kin),
    )
    store.replace_actors(before, resolution.actors, resolution.members, kept)
    return resolution.notes + renamed({key: name for key, (_, name) in before.items()}, resolution)


def _members(store: Store, articles: Iterable[str] | None) -> list[Member]:
    from newsclaim.resolve import LocalActors, members_of

    found = store.local_actors(articles)
    return members_of(LocalActors(article, published, tuple(actors)) for article, published, actors in found)


def _reached(store: Store, moved: Changes, keyring: Keyring) -> tuple[dict[int, KeptKin], list[Member]]:
    """Return the kept kin of the changed articles, and all its members as they are now."""
    from newsclaim.resolve import Member, all_keys

    members = _members(store, moved.new)
    old: dict[int, KeptKin] = {}
    held = {number for body in moved.former.values() for number in array("Q", body)}
    offered: set[int] = set()
    known: set[int] = set()
    while True:
        # A government whose country its head tells bears on more once the head is known.
        keys = all_keys(members, keyring)
        held |= _numbers(keys.held)
        offered |= _numbers(keys.offered)
        found = {kin.number: kin for kin in store.kin(held - known, offered - known)}
        if not found:
            return old, members
        old |= found
        known |= held | offered | {key for kin in found.values() for key in kin.held | kin.offered}
        placed = (Member(*one) for kin in found.values() for one in kin.members)
        members = _sorted([*members, *(m for m in placed if m.article not in moved.changed)])


def _kept(kin: Kin) -> KeptKin:
    members = tuple((member.article, member.published, member.actor) for member in kin.members)
    return KeptKin(kin.number, members, _numbers(kin.keys.held), _numbers(kin.keys.offered))


def _numbers(keys: Iterable[str]) -> frozenset[int]:
    return frozenset(map(stable_number, keys))


def _traces(bases: Mapping[str, str], kin: Sequence[Kin]) -> list[tuple[str, str, bytes]]:
    """Return of each article by which keys the kin of its actors is found again."""
    from newsclaim.resolve import named

    number = cache(lambda name: stable_number(named(name)))
    found: dict[str, set[int]] = defaultdict(set)
    for one in kin:
        for member in one.members:
            if member.article in bases:
                found[member.article].add(number(member.actor.name))
    return [(article, basis, array("Q", sorted(found[article])).tobytes()) for article, basis in sorted(bases.items())]


ACTORS = Stage("actors", _basis, _make)
