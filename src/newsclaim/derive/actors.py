"""The actors of the whole corpus, made from those of its articles and from people's corrections.

Where few articles have changed only their kin is resolved anew: the actors that theirs can bear on.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from newsclaim._version import __version__
from newsclaim.derive.changes import Changes, changes
from newsclaim.derive.stage import Stage
from newsclaim.models.local import KeptKin, Member, by_article
from newsclaim.store import KeptOfActors, Store
from newsclaim.text import sha256, stable_number
from newsclaim.uncollected import uncollected

if TYPE_CHECKING:
    from newsclaim.config import Corrections, Settings
    from newsclaim.resolve import Keyring, Kin, Remarks, Resolved

#: Of what is kept: to be counted up where keys, kin or what resolving makes of them change.
_FORM = 2
#: Where more than one of so many articles has changed all actors are made anew, which is quicker then.
_FEW = 8
#: So many actors of articles are resolved at a time.
_TOGETHER = 20_000
#: Names recur by the thousand.
_number = lru_cache(maxsize=1 << 15)(stable_number)


def _basis(settings: Settings) -> str:
    return settings.actors.model_dump_json()


def _make(store: Store, settings: Settings) -> tuple[str, ...]:
    form = f"{_FORM} {__version__} {sha256(_basis(settings))[:12]}"
    moved = changes(store, ACTORS.name, form)
    if not moved.changed:
        return ()
    with uncollected():
        if len(moved.changed) * _FEW > len(moved.kept):
            return _make_all(store, settings, moved)
        return _make_some(store, settings, moved)


def _make_all(store: Store, settings: Settings, moved: Changes) -> tuple[str, ...]:
    from newsclaim.resolve import Keyring, Remarks, kin_of

    kin, alone = kin_of(list(store.members()), Keyring(settings.actors))
    remarks = Remarks(store.shown_names())
    portions = _resolved(kin, alone, settings.actors, remarks)
    store.save_actors_in_portions(portions, KeptOfActors(put=map(_kept, kin), traces=_traces(moved.bases, kin)))
    return remarks.told()


def _resolved(
    kin: Sequence[Kin], alone: Sequence[Member], corrections: Corrections, remarks: Remarks
) -> Iterator[Resolved]:
    """Yield what some kin at a time come to, and note in each which actors its members are."""
    from newsclaim.resolve import resolve_portion, settle

    for several, others, told in _portions(kin, alone, corrections):
        members = sorted(chain(others, *(one.members for one in several)), key=by_article)
        actors, home = resolve_portion(members, told, remarks)
        settle(several, actors, home)
        yield actors, home


def _portions(
    kin: Sequence[Kin], alone: Sequence[Member], corrections: Corrections
) -> Iterator[tuple[Sequence[Kin], Sequence[Member], Corrections]]:
    """Yield some kin at a time, or some that bear on nobody, with the corrections that may be about them.

    Those that any correction is about come together, so that a line which is about nobody is known.
    """
    from newsclaim.config import Corrections

    some = corrections != Corrections()
    told = [some and one.keys.corrected for one in kin]
    yield [one for one, about in zip(kin, told, strict=True) if about], (), corrections
    together: list[Kin] = []
    size = 0
    for one in (one for one, about in zip(kin, told, strict=True) if not about):
        together.append(one)
        size += len(one.members)
        if size >= _TOGETHER:
            yield together, (), Corrections()
            together, size = [], 0
    yield together, (), Corrections()
    for begin in range(0, len(alone), _TOGETHER):
        yield (), alone[begin : begin + _TOGETHER], Corrections()


def _make_some(store: Store, settings: Settings, moved: Changes) -> tuple[str, ...]:
    """Resolve what the actors of the changed articles bore on before or bear on now."""
    from newsclaim.resolve import Keyring, bearing_on, renamed, resolve_members, settle

    old, kin, members = _reached(store, moved, Keyring(settings.actors))
    resolution = resolve_members(members, bearing_on(members, settings.actors))
    settle(kin, resolution.actors, resolution.members)
    new = {one.number: one for one in map(_kept, kin)}
    kept = KeptOfActors(
        gone=[one for one in old.values() if new.get(one.number) != one],
        put=[one for one in new.values() if old.get(one.number) != one],
        gone_traces=sorted(moved.former.keys() - moved.new.keys()),
        traces=_traces(moved.new, kin),
    )
    before = _homes(old.values(), moved.changed)
    names = store.names_of(set(before.values()))
    store.replace_actors(before, resolution.actors, resolution.members, kept)
    return resolution.notes + renamed({key: names[home] for key, home in before.items()}, resolution)


def _homes(kin: Iterable[KeptKin], changed: set[str]) -> dict[tuple[str, str], int]:
    """Return which actor each member of some kin was; whoever was none, or is of a changed article, is left out."""
    pairs = ((member, home) for one in kin for member, home in zip(one.members, one.homes, strict=True))
    return {member[:2]: home for member, home in pairs if home and member.article not in changed}


def _reached(store: Store, moved: Changes, keyring: Keyring) -> tuple[dict[int, KeptKin], list[Kin], list[Member]]:
    """Return the kept kin of the changed articles, what kin it is now, and all members of that with those of no kin."""
    from newsclaim.resolve import kin_of

    changed, members = moved.changed, list(store.members(moved.new))
    old: dict[int, KeptKin] = {}
    held = {number for body in moved.former.values() for number in array("Q", body)}
    offered: set[int] = set()
    known: set[int] = set()
    while True:
        # A government whose country its head tells bears on more once the head is known.
        kin, _ = kin_of(members, keyring)
        for one in kin:
            held |= _numbers(one.keys.held)
            offered |= _numbers(one.keys.offered)
        found = {one.number: one for one in store.kin(held - known, offered - known)}
        if not found:
            return old, kin, members
        old |= found
        known |= held | offered | {key for one in found.values() for key in one.held | one.offered}
        placed = (member for one in found.values() for member in one.members if member.article not in changed)
        members = sorted(chain(members, placed), key=by_article)


def _kept(kin: Kin) -> KeptKin:
    return KeptKin(kin.number, kin.members, kin.homes, _numbers(kin.keys.held), _numbers(kin.keys.offered))


def _numbers(keys: Iterable[str]) -> frozenset[int]:
    return frozenset(map(_number, keys))


def _traces(bases: Mapping[str, str], kin: Sequence[Kin]) -> list[tuple[str, str, bytes]]:
    """Return of each article by which keys the kin of its actors is found again."""
    from newsclaim.resolve import named

    found: dict[str, set[int]] = defaultdict(set)
    for one in kin:
        for member in one.members:
            if member.article in bases:
                found[member.article].add(_number(named(member.actor.name)))
    return [(article, basis, array("Q", sorted(found[article])).tobytes()) for article, basis in sorted(bases.items())]


ACTORS = Stage("actors", _basis, _make)
