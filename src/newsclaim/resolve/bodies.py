"""Organisations, outlets, governments, groups and documents across articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsclaim.lexicon import words
from newsclaim.names import organisations
from newsclaim.names.countries import display_name
from newsclaim.resolve.record import Cluster, Member
from newsclaim.text import fold


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


def cluster_organisations(members: Sequence[Member]) -> list[Cluster]:
    """Return organisations and outlets: the same words and country, abbreviations with the one long name they fit."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[_key(member)].append(member)
    clusters = {key: Cluster(group) for key, group in sorted(groups.items())}
    _join_abbreviations(clusters)
    return list(clusters.values())


def _key(member: Member) -> str:
    actor = member.actor
    parsed = organisations.parse(actor.name)
    if organisations.known(actor.name):
        return "known " + " ".join(parsed.words)
    if parsed.body or _is_common(parsed.words):
        return " ".join((parsed.country or actor.country or "", *sorted(parsed.words)))
    return " ".join(parsed.words) or fold(actor.name)


def _is_common(words_: tuple[str, ...]) -> bool:
    """Whether many countries have a body of that name: "Green Party", "Academy of Sciences"."""
    marks = sum(word in words("organisations", "marks") for word in words_)
    return marks > 0 and len(words_) - marks <= 1


def _join_abbreviations(clusters: dict[str, Cluster]) -> None:
    long_of: dict[str, set[str]] = defaultdict(set)
    for key, cluster in clusters.items():
        for member in cluster.members:
            for form in organisations.initialism(member.actor.name):
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
        proper = member.actor.kind == "group" and any(w[:1].isupper() for w in name.split()) and member.actor.country
        groups[fold(name) if proper else f"{fold(name)}\x1f{member.article}"].append(member)
    return [Cluster(group, tag="" if "\x1f" not in key else group[0].article) for key, group in sorted(groups.items())]


def is_phrase(member: Member) -> bool:
    """Tell whether the actor is a noun phrase that nobody named ("a spokesman", "the statement")."""
    actor = member.actor
    if actor.kind in ("group", "document"):
        return True
    return all(alias.rule == "noun-phrase" for alias in actor.aliases) or any(
        word in words("mentions", "groups") for word in actor.name.split()[-1:] if actor.kind != "person"
    )
