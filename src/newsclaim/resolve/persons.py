"""Persons across articles: distinct full names, blocked by family and given name, joined by the rules for names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from newsclaim.models.local import Member
from newsclaim.names.people import same_person
from newsclaim.names.person import Person, family_group, is_common_family, is_given, parse
from newsclaim.names.spelling import is_transliterated, loose_form, plain, variant_groups
from newsclaim.names.syllables import skeleton
from newsclaim.resolve.bearers import Bearer, bearer_of, choose, rivals
from newsclaim.resolve.record import Cluster, Links

#: Beyond so many names under one key a name is too common for spelling variants to be looked for.
_BLOCK = 60
#: In shorter family names another vowel is another name.
_LONG = 5
#: A name left open in fewer articles is not worth a note.
_WORTH_TELLING = 2
Edge = tuple[int, int]


def cluster_persons(members: Sequence[Member]) -> tuple[list[Cluster], list[tuple[int, str]]]:
    """Return the persons of the corpus, and notes on names that were left open, with in how many articles."""
    full: dict[str, list[Member]] = defaultdict(list)
    lone: dict[str, list[Member]] = defaultdict(list)
    tables = {name: (lone if parse(name).lone else full)[name_key(name)] for name in names_in(members)}
    for member in members:
        tables[member.actor.name].append(member)
    clusters = _of_full_names(full)
    notes = _add_lone(clusters, lone)
    return clusters, notes


def names_in(members: Iterable[Member]) -> set[str]:
    """Return what some articles call some actors."""
    return {member.actor.name for member in members}


def name_key(name: str) -> str:
    """Return a person's name for comparison: its words folded, without title and hyphens, with the suffix."""
    parsed = parse(name)
    return " ".join((*(plain(token) for token in (*parsed.given, *parsed.family.split())), parsed.suffix)).strip()


def _of_full_names(full: dict[str, list[Member]]) -> list[Cluster]:
    keys = sorted(full)
    shown = [min(names_in(full[key])) for key in keys]
    links, rules = join_names([parse(name) for name in shown])
    clusters = []
    for numbers in links.sets():
        cluster = Cluster()
        for i in numbers:
            cluster.members.extend(full[keys[i]])
            for name in names_in(full[keys[i]]):
                cluster.rules.setdefault(name, rules.get(i, "full-name"))
        clusters.append(cluster)
    return clusters


def join_names(names: Sequence[Person]) -> tuple[Links, dict[int, str]]:
    """Return which of the names are one person's, and by which rule each joined; independent of their order."""
    edges = _edges(names)
    neighbours: dict[int, set[int]] = defaultdict(set)
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    torn = {i for i, near in neighbours.items() if _torn(names, near)}
    links, rules = Links(len(names)), {}
    for (a, b), rule in sorted(edges.items()):
        if a not in torn and b not in torn:
            links.join(a, b)
            rules[b] = rule
            rules.setdefault(a, rule)
    return links, rules


def _edges(names: Sequence[Person]) -> dict[Edge, str]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        for key in block_keys(name):
            blocks[key].append(i)
    edges: dict[Edge, str] = {}
    seen: set[Edge] = set()
    for block in blocks.values():
        for pair in combinations(block[:_BLOCK], 2):
            if pair not in seen:
                seen.add(pair)
                verdict = same_person(names[pair[0]], names[pair[1]])
                if verdict.verdict == "same":
                    edges[pair] = verdict.rule
    return edges


def _torn(names: Sequence[Person], near: set[int]) -> bool:
    """Whether a name fits two that are different persons: George Bush between George W. and George H. W. Bush."""
    few = sorted(near)[:_BLOCK]
    return any(same_person(names[a], names[b]).verdict == "different" for a, b in combinations(few, 2))


def block_keys(name: Person) -> Iterable[tuple[str, str]]:
    """Yield the keys under which every name that could be the same person's is found."""
    last = name.family.split()[-1].split("-")[-1] if name.family else ""
    families = {loose_form(last), family_group(name.family, name.order)}
    if name.order in ("korean", "chinese", "vietnamese"):
        givens = {plain(" ".join(name.given)), skeleton(" ".join(name.given))}
    else:
        givens = {loose_form(given) for given in name.given[:3]}
        givens.update(f"v{group}" for group in variant_groups(name.given[0]))
        if len(plain(name.given[0])) == 1 and len(name.given) == 1:
            givens.add("i" + plain(name.given[0]))
    for family in families:
        yield from ((family, given) for given in givens)
    if len(name.tokens) == 2:
        yield "order", " ".join(sorted(plain(token) for token in name.tokens))


def _add_lone(clusters: list[Cluster], lone: dict[str, list[Member]]) -> list[tuple[int, str]]:
    bearers: dict[str, list[Bearer]] = defaultdict(list)
    for cluster in clusters:
        bearer = bearer_of(cluster)
        for key in {family for name in names_in(cluster.members) for family in _family_keys(parse(name))}:
            bearers[key].append(bearer)
    notes: list[tuple[int, str]] = []
    for key in sorted(lone):
        near = [] if is_given(key) else bearers.get(key) or bearers.get("~" + loose_form(key)) or []
        near = rivals(near)
        placed = _Placing(near, common=is_common_family(key))
        open_members = [member for member in lone[key] if not placed(member)]
        clusters.extend(_own(key, open_members, near))
        if len(open_members) >= _WORTH_TELLING and len(near) > 1:
            notes.append((len(open_members), _left_open(open_members, near)))
    return notes


def _left_open(members: Sequence[Member], near: Sequence[Bearer]) -> str:
    name = members[0].actor.name
    who = [bearer.name for bearer in near]
    return (
        f"{name!r} in {len(members)} articles may be any of {', '.join(sorted(who)[:5])}: left open; if it is always "
        f'one, write same = [["{name}", "{who[0]}"]] under [actors] in newsclaim.toml'
    )


def _family_keys(name: Person) -> set[str]:
    last = name.family.split()[-1] if name.family else ""
    keys = {plain(name.family), plain(last)}
    if len(last) >= _LONG and is_transliterated(name.tokens):
        keys.add("~" + loose_form(last))
    return keys


class _Placing:
    """Puts lone names to whom they mean; what countries, offices and days come to is asked once."""

    def __init__(self, near: Sequence[Bearer], *, common: bool) -> None:
        self._near = near
        self._common = common
        self._chosen: dict[object, tuple[Bearer, str] | None] = {}

    def __call__(self, member: Member) -> bool:
        """Return whether somebody is meant."""
        actor = member.actor
        told = actor.country, tuple((role.office, role.country) for role in actor.roles), (member.published or "")[:10]
        if told not in self._chosen:
            self._chosen[told] = choose(member, self._near, common=self._common)
        chosen = self._chosen[told]
        if chosen is None:
            return False
        bearer, rule = chosen
        bearer.cluster.members.append(member)
        bearer.cluster.rules.setdefault(actor.name, rule)
        return True


def _own(key: str, members: Sequence[Member], near: Sequence[Bearer]) -> list[Cluster]:
    """Lone names without a bearer: one actor where the name is rare, one for each article where many may bear it."""
    if not members:
        return []
    if near or is_common_family(key):
        return [Cluster([m], {m.actor.name: "lone-name"}, tag=m.article) for m in members]
    return [Cluster(list(members), {m.actor.name: "lone-name" for m in members})]
