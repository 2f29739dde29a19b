"""Name mentions of persons → persons of the article: full names by their parts, lone names by who bears them here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.name import Name, by_nickname
from newsclaim.lexicon import words
from newsclaim.names.organisations import has_mark
from newsclaim.names.people import same_person, without_article
from newsclaim.names.person import Person, family_group, gender_of_given, is_given, parse
from newsclaim.names.spelling import loose_form, one_slip, plain
from newsclaim.names.titles import gender_of_title, rank_of

#: More bearers of one family name are compared only with the most frequent ones, so that time stays linear.
_BLOCK = 40
#: In shorter names one letter makes another name.
SHORTEST_SLIP = 5
#: Words of a person's name at the head of a body's.
_NAME = 2
#: Among more names a slip of the pen is as likely another person.
_MOST_NAMES = 100


class _Told:
    """What stands beside the full names of persons: their ranks, and who comes in as somebody's wife or brother."""

    def __init__(self) -> None:
        self.ranks: dict[Entity, set[str]] = {}
        self.kin: set[Entity] = set()

    def add(self, entity: Entity, names: Sequence[Name]) -> None:
        self.ranks[entity] = {rank for name in names if (rank := rank_of(name.title))}
        first = min(names, key=lambda name: name.start)
        if not first.called.isdisjoint(words("nominals", "kin")):
            self.kin.add(entity)


def build_persons(names: Sequence[Name], others: Sequence[Name] = (), headline: str = "") -> list[Entity]:
    """Return the persons of an article with their named mentions; `others` are names of bodies.

    Warhol is Andy Warhol where the article names the Andy Warhol Foundation, or the headline above it himself.
    """
    full, lone = _by_form(names)
    entities: list[Entity] = []
    told = _Told()
    for forms in _clusters(full):
        entity = _entity(forms, full)
        entities.append(entity)
        told.add(entity, [name for form, _ in forms for name in full[form]])
    _place_lone(entities, lone, told)
    _complete(entities, others, headline)
    return entities


def _by_form(names: Sequence[Name]) -> tuple[dict[str, list[Name]], list[Name]]:
    """Return the names by their full form, and those that may be several persons'."""
    full: dict[str, list[Name]] = defaultdict(list)
    lone: list[Name] = []
    families = _double_families(names) | {form for name in names for form in by_nickname(name)}
    for name in names:
        if name.family:
            full[f"{name.text} {name.family}"].append(name)
        elif not name.whole and (parse(name.text).lone or name.text in families):
            lone.append(name)
        else:
            full[name.text].append(name)
    return full, lone


def _complete(entities: Sequence[Entity], bodies: Sequence[Name], headline: str) -> None:
    """Give persons the whole name by which a body is called, or that only the headline has."""
    texts = (n.text.split() for n in bodies)
    eponyms = {plain(parts[1]): " ".join(parts[:2]) for parts in texts if _is_eponym(parts)}
    eponyms |= {plain(e.name): full for e in entities if (full := _in_headline(e.name, headline))}
    for entity in entities if eponyms else ():
        whole = eponyms.get(plain(entity.name), "")
        gender = gender_of_given(whole.partition(" ")[0])
        if whole and whole not in {e.name for e in entities} and {gender, entity.gender} != {"m", "f"}:
            entity.name, entity.gender = whole, entity.gender or gender
            entity.rules = dict.fromkeys(entity.rules, "surname-in-article")


def _in_headline(lone: str, headline: str) -> str:
    """Return a lone name with the first name that a headline has before it, "" for none."""
    found = re.search(rf"(\S+) {re.escape(lone)}\b", headline) if lone in headline and parse(lone).lone else None
    if found is None or not found[1].istitle() or found[1] in words("names_given", "verbs_too"):
        return ""
    return found[0] if is_given(found[1]) else ""


def _is_eponym(parts: Sequence[str]) -> bool:
    """Whether a body's name begins with a person's whole name: "Andy Warhol Foundation"."""
    return len(parts) > _NAME and is_given(parts[0]) and parts[1][:1].isupper() and not has_mark(parts[1])


def _clusters(full: dict[str, list[Name]]) -> list[list[tuple[str, str]]]:
    """Group the full forms; each with the rule that joined it."""
    blocks: dict[str, list[list[tuple[str, str]]]] = defaultdict(list)
    clusters: list[list[tuple[str, str]]] = []
    for form in sorted(full, key=lambda f: (-len(full[f]), -len(f), f)):
        parsed = parse(form)
        keys = block_keys(parsed)
        home = _home(parsed, [c for key in keys for c in blocks[key][:_BLOCK]])
        if home is None:
            cluster = [(form, "full-name")]
            clusters.append(cluster)
        else:
            cluster, rule = home
            cluster.append((form, rule))
        for key in keys:
            if cluster not in blocks[key]:
                blocks[key].append(cluster)
    return clusters


def _home(parsed: Person, near: list[list[tuple[str, str]]]) -> tuple[list[tuple[str, str]], str] | None:
    for cluster in near:
        verdicts = [same_person(parsed, parse(form)) for form, _ in cluster]
        joined = next((v for v in verdicts if v.verdict == "same"), None)
        if joined and all(v.verdict != "different" for v in verdicts):
            return cluster, joined.rule
    return None


@lru_cache(maxsize=32768)
def block_keys(parsed: Person) -> tuple[str, ...]:
    """Return the keys under which names that could be this person's are found."""
    last = parsed.family.split()[-1] if parsed.family else ""
    keys = {loose_form(last.split("-")[-1]), family_group(parsed.family, parsed.order)}
    if len(parsed.given) == 1:
        keys.add(plain(parsed.given[0].split()[-1]))
    return tuple(sorted(keys))


def _entity(forms: list[tuple[str, str]], full: dict[str, list[Name]]) -> Entity:
    counts = {form: len(full[form]) for form, _ in forms}
    best = max(counts, key=lambda form: (counts[form], len(form), form))
    entity = Entity("person", best)
    for form, rule in forms:
        for name in full[form]:
            _add(entity, name, form, rule)
    named = [name for form, _ in forms for name in full[form]]
    entity.sure = _sure(best, named)
    entity.gender = next((n.gender for n in named if n.gender), None)
    entity.gender = entity.gender or _gender(best, [n.title for n in named if n.title])
    entity.nicknames = {n.nickname for n in named if n.nickname}
    return entity


def _add(entity: Entity, name: Name, form: str, rule: str) -> None:
    """Take a name in under its full form; that of a couple's first one is shown as it stands."""
    if name.family:
        entity.add(Place(name.start, name.end, name.j - 1, "short-name"), name.text, "shared-family-name")
    else:
        entity.add(Place(name.start, name.end, name.j - 1, "name"), form, rule)


def _double_families(names: Sequence[Name]) -> set[str]:
    """Return the names of several words that are the end of a longer one without its first names.

    "Silva Velar" and "Herrera Montes" beside "Lucía Herrera Montes", not "Jane Doe" beside "Mary Jane Doe".
    """
    texts = {name.text for name in names}
    ends = {" ".join(text.split()[k:]) for text in texts for k in range(1, text.count(" "))}
    ends |= {end[:1].upper() + end[1:] for end in ends}  # "Dos Santos Velar said" at the head of a sentence
    return {text for text in texts & ends if not is_given(text.split()[0])}


def _sure(name: str, names: Sequence[Name]) -> float:
    parsed = parse(name)
    if any(n.title for n in names) or parsed.order != "western" or (parsed.given and is_given(parsed.given[0])):
        return 1.0
    return 0.8 if parsed.given else 0.5


def _gender(name: str, titles: Sequence[str]) -> str | None:
    for title in titles:
        told = gender_of_title(title)
        if told:
            return told
    parsed = parse(name)
    return gender_of_given(parsed.given[0]) if parsed.given else None


def _place_lone(entities: list[Entity], lone: Sequence[Name], told: _Told) -> None:
    """Give each lone name to a bearer of it; those that nobody bears are persons of their own."""
    index = _Bearers(entities)
    own: dict[tuple[str, str | None], Entity] = {}
    longer = {plain(name.text.split()[-1]): name.text for name in lone if " " in name.text}
    for name in lone:
        gender = name.gender or gender_of_title(name.title)
        bearers = _of_gender(index.of(name.text), gender)
        home = _bearer(bearers, name, told) or _own(own, longer.get(plain(name.text), name.text), name, gender)
        first = home.name == name.text or not home.places
        place = Place(name.start, name.end, name.j - 1, "name" if first else "short-name")
        home.add(place, name.text, "surname-in-article" if bearers else "lone-name")
        if home.gender is None and name.title:
            home.gender = gender_of_title(name.title)
    entities.extend(own.values())


def _own(own: dict[tuple[str, str | None], Entity], text: str, name: Name, gender: str | None) -> Entity:
    """Return the person of whom the article has no more than this lone name; `text` is its longest form: "Al Brok"."""
    key = plain(text)
    home = own.get((key, gender)) or own.get((key, None)) or (None if gender else _one_of(own, key))
    if home is None:
        home = own[key, gender] = Entity("person", text, gender=gender or gender_of_given(text))
        home.sure = 1.0 if name.title or is_given(text) else 0.5
    return home


def _one_of(own: dict[tuple[str, str | None], Entity], key: str) -> Entity | None:
    """The lone bearer of a name without "Mr" or "Ms": whoever of the two was named first."""
    return own.get((key, "m")) or own.get((key, "f"))


def _of_gender(bearers: Sequence[Entity], gender: str | None) -> list[Entity]:
    """Those whom "Mr" or "Mrs" can mean, first those of whom it is known: "Mr Auster" is not his wife."""
    if gender is None:
        return list(bearers)
    return [e for e in bearers if e.gender == gender] or [e for e in bearers if e.gender is None]


class _Bearers:
    """Finds who bears a lone name, or one that is a slip of the pen away from it."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._index: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            family = entity.name.split()[-1]
            nicknames = {form for nickname in entity.nicknames for form in (nickname, f"{nickname} {family}")}
            for key in {*_lone_keys(parse(entity.name)), *map(plain, nicknames)}:
                self._index[key].append(entity)
        self._near: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
        for key, bearers in self._index.items():
            if len(key) >= SHORTEST_SLIP and not key.startswith("~"):
                self._near[key[0]].extend((key, e) for e in bearers)

    def of(self, text: str) -> list[Entity]:
        """Return the bearers of a name: as it is spelt, as it sounds, as a middle part, or with a slip."""
        key = plain(text)
        found = self._index.get(key) or self._index.get("~" + loose_form(text)) or self._index.get("+" + key)
        return found or self._by_slip(key)

    def _by_slip(self, key: str) -> list[Entity]:
        """Return the one bearer, or nobody when there are several or the name is short."""
        near = self._near.get(key[:1], [])
        if len(key) < SHORTEST_SLIP or len(near) > _MOST_NAMES:
            return []
        found = {e for other, e in near if one_slip(key, other)}
        return list(found) if len(found) == 1 else []


@lru_cache(maxsize=32768)
def _lone_keys(parsed: Person) -> frozenset[str]:
    """Return what a person may be called: "~" before what sounds so, "+" before what only the bearer has."""
    family = parsed.family.split()
    keys = {plain(parsed.family), plain(family[-1]) if family else "", "~" + loose_form(family[-1] if family else "")}
    if family:
        keys.add(plain(without_article(family[-1])))
    if parsed.given:
        keys.add(plain(parsed.given[0]))
    # Lucía Herrera Montes is called Herrera, where nobody else is.
    keys.update("+" + plain(word) for word in parsed.given[1:] if len(word) > 2 and not is_given(word))
    if len(family) > 1:
        keys.update("+" + plain(" ".join(family[k:])) for k in range(1, len(family)))
    keys.update("+" + plain(" ".join(parsed.tokens[k:])) for k in range(1, len(parsed.tokens) - 1))
    if parsed.order == "vietnamese":
        keys.add(plain(parsed.given[-1]))
    return frozenset(keys - {"", "~"})


def _bearer(bearers: Sequence[Entity], name: Name, told: _Told) -> Entity | None:
    if len(bearers) <= 1:
        return bearers[0] if bearers else None
    rank = rank_of(name.title)
    fitting = (
        [e for e in bearers if rank and rank in told.ranks[e]]
        or [e for e in bearers if not rank or not told.ranks[e]]
        or list(bearers)
    )
    family = [e for e in fitting if plain(parse(e.name).family.split()[-1]) == plain(name.text)] or fitting
    return max(family, key=lambda e: _use_before(e, name.start, is_kin=e in told.kin))


def _use_before(entity: Entity, position: int, *, is_kin: bool) -> tuple[int, bool, int]:
    """How often a bearer was named before, whether for his own sake, and how near.

    Papers keep the bare surname for whom the story is about: for Tom Wexler, not for "his wife, Inga Wexler".
    """
    k = bisect_left(entity.places, position, key=lambda p: p.start)
    if k > 0:
        return k, not is_kin, entity.places[k - 1].start
    return 0, not is_kin, -entity.places[0].start if entity.places else 0
