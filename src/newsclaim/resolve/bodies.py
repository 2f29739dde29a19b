"""Organisations, outlets, governments, groups and documents across articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from newsclaim.lexicon import words
from newsclaim.models.local import LocalActor
from newsclaim.names import organisations
from newsclaim.names.countries import display_name
from newsclaim.names.person import parse
from newsclaim.names.statebodies import StateBody, state_body
from newsclaim.resolve.record import Cluster, Member
from newsclaim.text import fold

#: Country ("known" and "*" where none is needed) and words.
Key = tuple[str, str]
#: A shorter abbreviation joins a long name only where some article of the corpus uses both for one body.
_TELLING = 4


def cluster_governments(members: Sequence[Member]) -> list[Cluster]:
    """Return one cluster a country."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[member.actor.country or fold(member.actor.name)].append(member)
    return [
        Cluster(group, name=display_name(code) if code.isupper() else None) for code, group in sorted(groups.items())
    ]


def of_their_heads(members: Sequence[Member], persons: Sequence[Cluster]) -> list[Member]:
    """Give "the Biden administration" of an article that does not tell its country that of its head in the corpus."""
    lost = {m.actor.name.split()[-2:][0] for m in members if m.actor.country is None}
    countries: dict[str, set[str]] = defaultdict(set)
    for cluster in persons if lost else ():
        family = parse(cluster.members[0].actor.name).family.split()[-1:]
        if family and family[0] in lost:
            countries[family[0]] |= {m.actor.country for m in cluster.members if m.actor.country}
    return [_with_country(m, countries) if m.actor.country is None else m for m in members]


def _with_country(member: Member, countries: Mapping[str, set[str]]) -> Member:
    found = countries.get(member.actor.name.split()[-2:][0], set())
    return replace(member, actor=replace(member.actor, country=min(found))) if len(found) == 1 else member


def cluster_organisations(members: Sequence[Member]) -> list[Cluster]:
    """Return organisations and outlets: the same words and country, abbreviations with the one long name they fit."""
    groups: dict[Key, list[Member]] = defaultdict(list)
    for member in members:
        groups[_key(member)].append(member)
    _join_countries(groups)
    clusters = {key: Cluster(group) for key, group in sorted(groups.items())}
    _join_abbreviations(clusters)
    return list(clusters.values())


def _key(member: Member) -> Key:
    actor = member.actor
    parsed = organisations.parse(actor.name)
    body = _state_body(actor)
    if body is not None:
        return f"body {body.place or actor.country}", body.kind
    if organisations.known(actor.name):
        return "known", " ".join(parsed.words)
    if parsed.body or _marks(parsed.words)[1] <= 1:
        return parsed.country or actor.country or "", " ".join(sorted(parsed.words))
    return "*", " ".join(parsed.words) or fold(actor.name)


def _state_body(actor: LocalActor) -> StateBody | None:
    """The body of a state that an actor is, by its name or another of its forms; None where no place is told."""
    return _body_called(actor.name, tuple(alias.text for alias in actor.aliases), told=bool(actor.country))


@lru_cache(maxsize=1 << 16)
def _body_called(name: str, aliases: tuple[str, ...], *, told: bool) -> StateBody | None:
    known = organisations.known(name)
    forms = (known[0] if known else name, *aliases)
    found = [body for form in forms if (body := state_body(form))]
    placed = [body for body in found if body.place] or (found if told else [])
    return placed[0] if placed else None


def _marks(words_: Sequence[str]) -> tuple[int, int]:
    """How many words say what kind of body it is, and how many tell which one; no kind at all tells enough."""
    marks = sum(word in words("organisations", "marks") for word in words_)
    return (marks, len(words_) - marks) if marks else (0, 99)


def _join_countries(groups: dict[Key, list[Member]]) -> None:
    """Put "Green Party" to the one "Norwegian Green Party" of the corpus; a mere "Parliament" joins nobody."""
    countries: dict[str, set[str]] = defaultdict(set)
    for country, name in groups:
        countries[name].add(country)
    for name, found in countries.items():
        there = sorted(found - {""})
        if "" in found and len(there) == 1 and 0 < _marks(name.split())[1] < 99:
            groups[there[0], name].extend(groups.pop(("", name)))


def _join_abbreviations(clusters: dict[Key, Cluster]) -> None:
    long_of: dict[str, set[Key]] = defaultdict(set)
    for key, cluster in clusters.items():
        for name in {member.actor.name for member in cluster.members}:
            for form in organisations.initialism(name):
                long_of[form].add(key)
    for key in list(clusters):
        name = clusters[key].members[0].actor.name
        if not organisations.is_acronym(name):
            continue
        fitting = long_of.get(name.replace(".", "").upper(), set()) - {key}
        fitting = {k for k in fitting if not organisations.is_acronym(clusters[k].members[0].actor.name)}
        letters = name.replace(".", "")
        paired = {k for k in fitting if any(form.replace(".", "") == letters for form in clusters[k].forms())}
        fitting = paired or (fitting if len(letters) >= _TELLING else set())
        if len(fitting) == 1:
            home = clusters[fitting.pop()]
            home.members.extend(clusters[key].members)
            home.rules[name] = "initials"
            del clusters[key]


def cluster_phrases(members: Sequence[Member]) -> list[Cluster]:
    """Return groups, documents and unnamed persons: groups of one country are one by their words, others stay apart."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        name = member.actor.name
        proper = (
            member.actor.kind in ("group", "organisation", "media")
            and any(w[:1].isupper() for w in name.split())
            and member.actor.country
        )
        groups[fold(name) if proper else f"{fold(name)}\x1f{member.article}"].append(member)
    return [Cluster(group, tag="" if "\x1f" not in key else group[0].article) for key, group in sorted(groups.items())]


def is_phrase(member: Member) -> bool:
    """Tell whether the actor is a noun phrase that nobody named ("a spokesman", "the statement")."""
    actor = member.actor
    if actor.kind == "organisation" and _state_body(actor) is not None:
        return False
    if actor.kind in ("group", "document", "government"):
        return actor.kind != "government"
    if actor.aliases and all(alias.rule == "noun-phrase" for alias in actor.aliases):
        return True
    return actor.kind != "person" and actor.name.split()[-1] in words("mentions", "groups")
