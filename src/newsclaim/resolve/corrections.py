"""Forced and forbidden merges, preferred names and kinds, laid over the clusters; lines that match nothing are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsclaim.config import Corrections
from newsclaim.models.local import LocalActor, Member
from newsclaim.names.countries import display_name
from newsclaim.resolve.record import Cluster, Links
from newsclaim.text import fold


def corrected(clusters: Sequence[Cluster], corrections: Corrections) -> tuple[list[Cluster], list[str]]:
    """Return the clusters as people want them, and notes: what was joined, and each line that matches nothing."""
    notes: list[str] = []
    if corrections == Corrections():
        return list(clusters), notes
    kept = _without_ignored(list(clusters), corrections, notes)
    split = _split(kept, corrections, notes)
    joined = _joined(split, corrections, notes)
    _rename(joined, corrections, notes)
    return joined, notes


def bearing_on(members: Sequence[Member], corrections: Corrections) -> Corrections:
    """Return the lines that name any of some members; of the others these members cannot tell whether they match."""
    if corrections == Corrections():
        return corrections
    forms = _called_anywhere(members)
    return Corrections(
        same=tuple(group for group in corrections.same if forms & set(map(fold, group))),
        different=tuple(pair for pair in corrections.different if forms & set(map(fold, pair))),
        names={name: shown for name, shown in corrections.names.items() if forms & {fold(name), fold(shown)}},
        kinds={name: kind for name, kind in corrections.kinds.items() if fold(name) in forms},
        ignore=tuple(name for name in corrections.ignore if fold(name) in forms),
    )


def _called_anywhere(members: Sequence[Member]) -> set[str]:
    """Return everything that some members are called, and the countries that they belong to."""
    forms = {fold(form) for m in members for form in (m.actor.name, *(alias.text for alias in m.actor.aliases))}
    return forms | {fold(display_name(m.actor.country)) for m in members if m.actor.country}


def _split(clusters: list[Cluster], corrections: Corrections, notes: list[str]) -> list[Cluster]:
    for a, b in corrections.different:
        names = {fold(name) for cluster in clusters for name in _forms(cluster)}
        if not {fold(a), fold(b)} <= names:
            notes.append(f"newsclaim.toml: different = {a!r}, {b!r}: no such actors in this corpus")
            continue
        clusters = [part for cluster in clusters for part in _parted(cluster, fold(a), fold(b))]
        if any({fold(a), fold(b)} <= {fold(form) for form in _forms(cluster)} for cluster in clusters):
            notes.append(
                f"newsclaim.toml: different = {a!r}, {b!r}: one article uses both for one actor; they stay one"
            )
    return clusters


def _parted(cluster: Cluster, a: str, b: str) -> list[Cluster]:
    forms = {fold(form) for form in _forms(cluster)}
    if not {a, b} <= forms:
        return [cluster]
    away = [m for m in cluster.members if _has(m.actor, b) and not _has(m.actor, a)]
    rest = [m for m in cluster.members if m not in away]
    if not away or not rest:
        return [cluster]
    return [Cluster(rest, dict(cluster.rules), cluster.tag), Cluster(away, dict(cluster.rules), cluster.tag)]


def _joined(clusters: list[Cluster], corrections: Corrections, notes: list[str]) -> list[Cluster]:
    links = Links(len(clusters))
    index = _by_form(clusters)
    for group in corrections.same:
        found = {name: sorted(_all(clusters, index.get(fold(name), set()), name)) for name in group}
        numbers = sorted({n for several in found.values() for n in several})
        missing = [name for name, several in found.items() if not several]
        if missing:
            notes.append(f"newsclaim.toml: same: {', '.join(map(repr, missing))}: no such actor in this corpus")
        for number in numbers[1:]:
            links.join(numbers[0], number)
        if len(numbers) > 1:
            counts = ", ".join(f"{len(several)} of {name!r}" for name, several in found.items() if several)
            notes.append(f"newsclaim.toml: same: {len(numbers)} actors are one now ({counts})")
    return [_merged([clusters[n] for n in numbers]) for numbers in links.sets()]


def _by_form(clusters: Sequence[Cluster]) -> dict[str, set[int]]:
    """Return the numbers of the clusters that are called so."""
    index: dict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(clusters):
        for name in _forms(cluster):
            index[fold(name)].add(number)
    return index


def _without_ignored(clusters: list[Cluster], corrections: Corrections, notes: list[str]) -> list[Cluster]:
    """Leave out the actors of the names that are none."""
    for name in corrections.ignore:
        left = [cluster for cluster in clusters if not _called(cluster, name)]
        if len(left) == len(clusters):
            notes.append(f"newsclaim.toml: ignore: {name!r}: no such actor in this corpus")
        clusters = left
    return clusters


def _all(clusters: Sequence[Cluster], numbers: set[int], name: str) -> set[int]:
    """All actors of that name; where nobody has it as a name, the one most often called so."""
    named = {n for n in numbers if _called(clusters[n], name)}
    return named or set(sorted(numbers, key=lambda n: (-len(clusters[n].members), n))[:1])


def _merged(parts: Sequence[Cluster]) -> Cluster:
    if len(parts) == 1:
        return parts[0]
    rules = {form: rule for part in parts for form, rule in part.rules.items()}
    rules.update({name: "correction" for part in parts[1:] for name in part.names()})
    return Cluster([m for part in parts for m in part.members], rules, parts[0].tag, parts[0].name, parts[0].kind)


def _rename(clusters: list[Cluster], corrections: Corrections, notes: list[str]) -> None:
    for field, wanted in (("name", corrections.names), ("kind", corrections.kinds)):
        for called, value in wanted.items():
            found = _known_as(clusters, called)
            for cluster in found:
                setattr(cluster, field, value)
            if not found:
                notes.append(f"newsclaim.toml: {field}s: {called!r}: no such actor in this corpus, or several")


def _known_as(clusters: Sequence[Cluster], name: str) -> list[Cluster]:
    """Those of that name; without any, the one that is also called so, if there is but one."""
    called = [cluster for cluster in clusters if _called(cluster, name)]
    if called:
        return called
    also = [cluster for cluster in clusters if fold(name) in {fold(form) for form in _forms(cluster)}]
    return also if len(also) == 1 else []


def _called(cluster: Cluster, name: str) -> bool:
    wanted = fold(name)
    return any(fold(n) == wanted for n in (*cluster.names(), *([cluster.name] if cluster.name else [])))


def _forms(cluster: Cluster) -> set[str]:
    return {*cluster.names(), *cluster.forms(), *([cluster.name] if cluster.name else [])}


def _has(actor: LocalActor, folded: str) -> bool:
    return folded in {fold(actor.name), *(fold(alias.text) for alias in actor.aliases)}
