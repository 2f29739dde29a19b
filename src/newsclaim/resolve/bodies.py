"""Organisations, outlets, governments, groups and documents across articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from newsclaim.lexicon import words
from newsclaim.models.local import LocalActor, Member
from newsclaim.names import organisations
from newsclaim.names.countries import display_name, lookup
from newsclaim.names.person import parse
from newsclaim.names.statebodies import StateBody, state_body
from newsclaim.resolve.record import Cluster, folded

#: Country (behind "known" that of a body on the lists, "*" where none is needed) and words.
Key = tuple[str, str]
#: A shorter abbreviation joins a long name only where some article of the corpus uses both for one body.
_TELLING = 4


def cluster_governments(members: Sequence[Member]) -> list[Cluster]:
    """Return one cluster a country."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[member.actor.country or folded(member.actor.name)].append(member)
    return [
        Cluster(group, name=display_name(code) if code.isupper() else None) for code, group in sorted(groups.items())
    ]


def of_their_heads(members: Sequence[Member], everybody: Sequence[Member]) -> list[Member]:
    """Give "the Biden administration" of an article that does not tell its country that of its head in the corpus."""
    lost = [m for m in members if m.actor.country is None]
    countries = countries_of_heads(lost, everybody)
    return [_with_country(m, countries) if m.actor.country is None else m for m in members]


def countries_of_heads(lost: Sequence[Member], everybody: Iterable[Member]) -> dict[str, set[str]]:
    """Return the countries that are told of persons with the family names after which some governments are called."""
    countries: dict[str, set[str]] = {head_of(m.actor.name): set() for m in lost}
    for member in everybody if lost else ():
        actor = member.actor
        if actor.kind == "person" and actor.country and not is_phrase(actor):  # of another kin may be a mere phrase
            family = parse(actor.name).family.split()[-1:]
            if family and family[0] in countries:
                countries[family[0]].add(actor.country)
    return countries


def head_of(government: str) -> str:
    """Return the word before the last: "Biden" in "the Biden administration"."""
    return government.split()[-2:][0]


def _with_country(member: Member, countries: Mapping[str, set[str]]) -> Member:
    found = countries.get(head_of(member.actor.name), set())
    return member._replace(actor=member.actor._replace(country=min(found))) if len(found) == 1 else member


def cluster_organisations(members: Sequence[Member]) -> list[Cluster]:
    """Return organisations and outlets: the same words and country, abbreviations with the one long name they fit."""
    groups: dict[Key, list[Member]] = defaultdict(list)
    keys = {actor: body_key(actor) for actor in {member.actor for member in members}}
    for member in members:
        groups[keys[member.actor]].append(member)
    _join_countries(groups)
    clusters = {key: Cluster(group) for key, group in sorted(groups.items())}
    _join_abbreviations(clusters)
    return list(clusters.values())


def body_key(actor: LocalActor) -> Key:
    """Return what organisations that are one share: country, and the words or the kind of body of a state."""
    parsed = organisations.parse(actor.name)
    body = _state_body(actor)
    if body is not None:
        return f"body {body.place or actor.country}", body.kind
    if known := organisations.known(actor.name):
        return f"known {known[1]}", " ".join(parsed.words)
    if parsed.body or _marks(parsed.words)[1] <= 1:
        return parsed.country or actor.country or "", " ".join(sorted(parsed.words))
    return "*", " ".join(parsed.words) or folded(actor.name)


def _state_body(actor: LocalActor) -> StateBody | None:
    """The body of a state that an actor is, by its name or another of its forms; None where no place is told."""
    return _body_called(actor.name, tuple([alias.text for alias in actor.aliases]), told=bool(actor.country))


@lru_cache(maxsize=1 << 14)
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
        if "" in found and len(there) == 1 and tells_which(name):
            groups[there[0], name].extend(groups.pop(("", name)))


def tells_which(name: str) -> bool:
    """Tell whether the words of a body say which one of its kind it is: "green party", not "parliament"."""
    return 0 < _marks(name.split())[1] < 99 and name not in words("mentions", "own_governments")


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
        fitting &= clusters.keys()  # "IT" and "I.T" may both have been joined to their long form
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
        called = folded(member.actor.name)
        groups[called if is_proper(member.actor) else f"{called}\x1f{member.article}"].append(member)
    return [Cluster(group, tag="" if "\x1f" not in key else group[0].article) for key, group in sorted(groups.items())]


def votes(actor: LocalActor) -> bool:
    """Tell whether an actor is a single word that another article may take for a body in place of a person."""
    return " " not in actor.name and actor.kind in ("person", "organisation", "media")


def is_proper(actor: LocalActor) -> bool:
    """Tell whether a noun phrase means the same in every article: a group or body whose words name its country."""
    return actor.kind in ("group", "organisation", "media") and bool(actor.country) and _names_country(actor.name)


@lru_cache(maxsize=1 << 14)
def _names_country(name: str) -> bool:
    words_ = name.split()
    runs = (words_[k : k + size] for size in (1, 2, 3) for k in range(len(words_) - size + 1))
    return any(lookup(" ".join(run)) for run in runs if run[0][:1].isupper())


def is_phrase(actor: LocalActor) -> bool:
    """Tell whether the actor is a noun phrase that nobody named ("a spokesman", "the statement")."""
    if actor.kind == "organisation" and _state_body(actor) is not None:
        return False
    if actor.kind in ("group", "document", "government"):
        return actor.kind != "government"
    if actor.aliases and all(alias.rule == "noun-phrase" for alias in actor.aliases):
        return True
    # A mention of marks alone ("'s") has no word left as a name.
    return actor.kind != "person" and "".join(actor.name.split()[-1:]) in words("mentions", "groups")
