"""Who is who across articles: clusters of local actors → corpus actors with every alias and its rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsclaim.config import Corrections
from newsclaim.lexicon import words
from newsclaim.models import Actor, ActorKind, Alias, Role
from newsclaim.models.local import LocalActor, LocalRole, Member, by_article
from newsclaim.names import organisations
from newsclaim.names.countries import is_place
from newsclaim.resolve.bodies import (
    cluster_governments,
    cluster_organisations,
    cluster_phrases,
    is_phrase,
    of_their_heads,
    votes,
)
from newsclaim.resolve.corrections import corrected
from newsclaim.resolve.notes import Remarks
from newsclaim.resolve.persons import cluster_persons
from newsclaim.resolve.record import Cluster, LocalActors, folded
from newsclaim.text import stable_id
from newsclaim.uncollected import uncollected

_KIND_ORDER: tuple[ActorKind, ...] = ("person", "government", "media", "organisation", "group", "document", "place")
#: A single word is a family name where so many full names end with it, and so many times as many as there are bodies.
_BORNE = 5
_TIMES = 2


#: Actors of the corpus, and (article id, local actor id) → actor of the corpus.
Resolved = tuple[tuple[Actor, ...], dict[tuple[str, str], str]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Corpus actors, (article id, local actor id) → corpus actor id, and notes on what is worth a look."""

    actors: tuple[Actor, ...]
    members: dict[tuple[str, str], str]
    notes: tuple[str, ...]


def resolve(local: Iterable[LocalActors], corrections: Corrections) -> Resolution:
    """Return the corpus-wide actors with their aliases summed over the corpus; see `resolve_members`."""
    return resolve_members(members_of(local), corrections)


def members_of(local: Iterable[LocalActors]) -> list[Member]:
    """Return the actors of some articles by article and id."""
    with uncollected():
        return sorted(
            (
                Member(one.article, actor.id, one.published, LocalActor.of(actor))
                for one in local
                for actor in one.actors
            ),
            key=by_article,
        )


def resolve_members(members: Sequence[Member], corrections: Corrections) -> Resolution:
    """Return the actors that sorted actors of articles come to; kin apart from all others come to the same.

    The result does not depend on the order or the batches of the articles. Ids are made from the canonical name, with
    kind and country added where two actors share it, and with the article for phrases that name nobody ("a witness").
    """
    remarks = Remarks()
    with uncollected():
        actors, home = resolve_portion(members, corrections, remarks)
    return Resolution(actors, home, remarks.told())


def resolve_portion(members: Sequence[Member], corrections: Corrections, remarks: Remarks) -> Resolved:
    """Return the actors that some whole kin come to, and which of them each member is; remarks are added to.

    `members` are sorted, and so are the actors: by their names.
    """
    clusters = _clusters(members, remarks)
    clusters, lines = corrected(clusters, corrections)
    remarks.lines += lines
    remarks.look_at(clusters)
    finished = _finished(clusters)
    actors = tuple(sorted((actor for actor, _ in finished), key=lambda a: (folded(a.name), a.id)))
    home = {member[:2]: actor.id for actor, cluster in finished for member in cluster.members}
    remarks.look_at_names(actors, home)
    return actors, home


def renamed(before: Mapping[tuple[str, str], str], after: Resolution) -> tuple[str, ...]:
    """Return notes on actors that are shown under another name than before.

    `before` maps (article id, local actor id) to the name that was shown; actors of new articles are not in it.
    """
    remarks = Remarks(before)
    remarks.look_at_names(after.actors, after.members)
    return remarks.told()


def _clusters(members: Sequence[Member], remarks: Remarks) -> list[Cluster]:
    groups: dict[str, list[Member]] = {"person": [], "government": [], "organisation": [], "phrase": []}
    sorts = _sorts(Counter([member.actor for member in members]))
    for member in members:
        groups[sorts[member.actor]].append(member)
    persons, left_open = cluster_persons(groups["person"])
    remarks.open += left_open
    bodies = cluster_organisations(groups["organisation"])
    governments = cluster_governments(of_their_heads(groups["government"], members))
    return [*persons, *governments, *bodies, *cluster_phrases(groups["phrase"])]


def _sorts(told: Mapping[LocalActor, int]) -> dict[LocalActor, str]:
    """Return as what each of some actors is resolved; beside it stands how many articles tell of it."""
    phrases = {actor for actor in told if is_phrase(actor)}
    kinds = _single_word_kinds({actor: times for actor, times in told.items() if actor not in phrases})
    sorts: dict[LocalActor, str] = dict.fromkeys(phrases, "phrase")
    for actor in told.keys() - phrases:
        kind = actor.kind if " " in actor.name else kinds.get(folded(actor.name), actor.kind)
        sorts[actor] = "organisation" if kind == "media" else kind
    return sorts


def _single_word_kinds(told: Mapping[LocalActor, int]) -> dict[str, ActorKind]:
    """What a single word is that some articles take for a person and others for a body: what most of them say.

    The family name of somebody whom many more articles name in full is a person's, though some take it for a body.
    """
    said: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for actor, times in told.items():
        if votes(actor):
            said[folded(actor.name)][actor.kind] += times
    borne = _borne(told, {name for name, kinds in said.items() if kinds["organisation"]})
    return {
        name: min(kinds, key=lambda kind: (-kinds[kind], _KIND_ORDER.index(kind)))
        for name, kinds in said.items()
        if len(kinds) > 1
    } | {name: "person" for name, count in borne.items() if _is_surely_borne(name, count, said[name]["organisation"])}


def _borne(told: Mapping[LocalActor, int], names: Collection[str]) -> Counter[str]:
    """Count the full names of persons in articles that end with one of some single words."""
    counts: Counter[str] = Counter()
    for actor, times in told.items():
        given, _, last = actor.name.rpartition(" ") if actor.kind == "person" else ("", "", "")
        if given and (word := folded(last)) in names:
            counts[word] += times
    return counts


def _is_surely_borne(name: str, full_names: int, as_body: int) -> bool:
    """Whether a word that some articles take for a body is a family name: not Halden, a firm that has a founder."""
    return full_names >= max(_BORNE, _TIMES * as_body) and not organisations.known(name)


def _finished(clusters: Sequence[Cluster]) -> list[tuple[Actor, Cluster]]:
    shown = [(cluster.name or canonical_name(cluster), cluster) for cluster in clusters]
    shared = Counter(folded(name) for name, cluster in shown if not cluster.tag)
    finished: list[tuple[Actor, Cluster]] = []
    taken: set[str] = set()
    for name, cluster in sorted(shown, key=lambda item: (folded(item[0]), _kind(item[1]), item[1].members[0].key)):
        parts: list[str] = [folded(name), cluster.tag] if cluster.tag else [folded(name)]
        if shared[folded(name)] > 1 and not cluster.tag:
            parts += [_kind(cluster), _country(cluster) or ""]
        identity = stable_id("a", *parts)
        while identity in taken:
            parts.append(cluster.members[0].article)
            identity = stable_id("a", *parts)
        taken.add(identity)
        finished.append((_actor(identity, name, cluster), cluster))
    return finished


def canonical_name(cluster: Cluster) -> str:
    """Return the name in widest use: given by most articles, then the longest, then the first in the alphabet."""
    if len(cluster.members) == 1:
        return cluster.members[0].actor.name
    names = cluster.names()
    full = {name for name in names if " " in name} or set(names)
    return min(full, key=lambda name: (_described(name), -names[name], -len(name), name))


def _described(name: str) -> bool:
    """Whether a name says who runs the body, as other names of it do not: "Hamas-run health ministry"."""
    return any(word.rpartition("-")[2] in words("runs", "descriptive_ends") for word in name.split() if "-" in word)


def _actor(identity: str, name: str, cluster: Cluster) -> Actor:
    return Actor(
        id=identity,
        name=name,
        kind=_kind(cluster),
        roles=_roles(cluster),
        country=_country(cluster),
        aliases=_aliases(cluster),
    )


def _kind(cluster: Cluster) -> ActorKind:
    if cluster.kind:
        return cluster.kind
    if len(cluster.members) == 1:
        actor = cluster.members[0].actor
        return "place" if actor.kind == "organisation" and is_place(actor.name) else actor.kind
    counts = Counter([member.actor.kind for member in cluster.members])
    if counts["organisation"]:
        bodies = {member.actor.name for member in cluster.members if member.actor.kind == "organisation"}
        if any(map(is_place, bodies)):
            return "place"
    return min(counts, key=lambda kind: (-counts[kind], _KIND_ORDER.index(kind)))


def _country(cluster: Cluster) -> str | None:
    if len(cluster.members) == 1:
        return cluster.members[0].actor.country
    told = [m.actor.country for m in cluster.members if m.actor.country]
    stated = [m.actor.country for m in cluster.members if m.actor.country in {role.country for role in m.actor.roles}]
    counts = Counter([code for code in stated if code] or told)  # an article may only guess it by what it is about
    return min(counts, key=lambda code: (-counts[code], code), default=None)


def _aliases(cluster: Cluster) -> tuple[Alias, ...]:
    if len(cluster.members) == 1 and not cluster.rules:
        seen = sorted(cluster.members[0].actor.aliases, key=lambda alias: (-alias.times, alias.text))
        return tuple(Alias(text=alias.text, rule=alias.rule, count=alias.times) for alias in seen)
    counts = cluster.forms()
    rules: dict[str, str] = {}
    for alias in {alias for actor in cluster.told() for alias in actor.aliases}:
        rules[alias.text] = min(rules.get(alias.text, alias.rule), alias.rule)
    rules.update({form: rule for form, rule in cluster.rules.items() if form in counts})
    ordered = sorted(counts, key=lambda form: (-counts[form], form))
    return tuple(Alias(text=form, rule=rules[form], count=counts[form]) for form in ordered)


def _roles(cluster: Cluster) -> tuple[Role, ...]:
    """The distinct offices in the order of how often they are stated; offsets are those of the first article.

    One that is stated with its country is one with those of the same words that are stated without.
    """
    counts: Counter[tuple[str, str | None, str | None]] = Counter()
    first: dict[tuple[str, str | None, str | None], LocalRole] = {}
    stated = [(role, times) for actor, times in cluster.told().items() for role in actor.roles]
    told = {(folded(role.office), role.organisation): role.country for role, _ in stated if role.country}
    for role, times in stated:
        words_ = folded(role.office), role.organisation
        key = (*words_, role.country or told.get(words_))
        counts[key] += times
        if key not in first or (role.country and not first[key].country):
            first[key] = role
    ordered = sorted(counts, key=lambda key: (-counts[key], key[0], key[1] or "", key[2] or ""))
    return _without_bodies(_role(first[key]) for key in ordered)


def _without_bodies(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Leave out the bodies of which nothing more is told, where an office of them is."""
    found = tuple(roles)
    held = {role.organisation for role in found if role.title}
    return tuple(role for role in found if role.title or role.organisation not in held)


def _role(held: LocalRole) -> Role:
    return Role(title=held.title, organisation=held.organisation, country=held.country, start=held.start, end=held.end)
