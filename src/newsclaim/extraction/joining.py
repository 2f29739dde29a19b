"""What was found in the sections of a long article becomes what was found in the article, section by section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from newsclaim.models import Actor, ActorMention, Alias, Extraction, Mention, Model, NumericClaim, Quote, Role
from newsclaim.names.person import parse
from newsclaim.text import fold

M = TypeVar("M", bound=Model)
#: Actors of a section that are others of the article: id → id and name there.
Others = Mapping[str, tuple[str, str]]


@dataclass(slots=True)
class _Known:
    """An actor as the sections so far tell of it."""

    actor: Actor
    roles: list[Role] = field(default_factory=list)
    aliases: dict[str, Alias] = field(default_factory=dict)
    mentions: list[ActorMention] = field(default_factory=list)

    def add(self, other: Actor) -> None:
        self.roles += other.roles
        self.mentions += other.mentions
        for alias in other.aliases:
            known = self.aliases.get(alias.text)
            self.aliases[alias.text] = known.model_copy(update={"count": known.count + alias.count}) if known else alias
        if self.actor.country is None and other.country is not None:
            self.actor = self.actor.model_copy(update={"country": other.country})

    def whole(self) -> Actor:
        aliases = sorted(self.aliases.values(), key=lambda alias: (-alias.count, alias.text))
        update = {"roles": tuple(self.roles), "aliases": tuple(aliases), "mentions": tuple(self.mentions)}
        return self.actor.model_copy(update=update)


class Joining:
    """Takes the findings of sections in order.

    An actor of a section is the one of the same name before; a person of whom it tells only the family name is the one
    who bears it in the section nearest before, unless there are several.
    """

    def __init__(self) -> None:
        self.quotes: list[Quote] = []
        self.claims: list[NumericClaim] = []
        self._actors: dict[str, _Known] = {}
        self._bearers: dict[str, set[str]] = {}

    def add(self, found: Extraction, start: int, led_back: Callable[[Extraction], Extraction]) -> None:
        """Take what was found in the section that begins at a character.

        `led_back` makes findings in the article as it was read findings in the article as it was written.
        """
        others = dict(self._others(found))
        moved = {
            "quotes": tuple(_placed(quote, start, others) for quote in found.quotes),
            "claims": tuple(_placed(claim, start, others) for claim in found.claims),
            "actors": tuple(_placed(actor, start, {}) for actor in found.actors),
        }
        led = led_back(found.model_copy(update=moved))
        self.quotes += map(_kept, led.quotes)
        self.claims += map(_kept, led.claims)
        for actor in map(_kept, led.actors):
            self._add_actor(actor, others.get(actor.id, (actor.id,))[0])
        self._note_bearers(found)

    def _add_actor(self, actor: Actor, identifier: str) -> None:
        if identifier != actor.id:
            actor = actor.model_copy(update={"mentions": tuple(map(_short, actor.mentions))})
        known = self._actors.get(identifier) or self._actors.setdefault(identifier, _Known(actor))
        known.add(actor)

    def actors(self) -> tuple[Actor, ...]:
        """Return the actors of the article, in the order in which they come in."""
        return tuple(known.whole() for known in self._actors.values())

    def _others(self, found: Extraction) -> Iterator[tuple[str, tuple[str, str]]]:
        for actor in found.actors:
            person = parse(actor.name)
            if actor.kind == "person" and person.lone and actor.id not in self._actors:
                bearers = self._bearers.get(fold(person.family), ())
                if len(bearers) == 1:
                    (one,) = bearers
                    yield actor.id, (one, self._actors[one].actor.name)

    def _note_bearers(self, found: Extraction) -> None:
        here: dict[str, set[str]] = defaultdict(set)
        for actor in found.actors:
            person = parse(actor.name)
            if actor.kind == "person" and not person.lone:
                here[fold(person.family)].add(actor.id)
        self._bearers |= here


def _placed(found: M, start: int, others: Others) -> M:
    """Return a finding of a section with its offsets in the article, and with the article's actors."""
    values = {name: _value(value, start, others) for name, value in vars(found).items()}
    if values.get("start") is not None:
        values |= {"start": values["start"] + start, "end": values["end"] + start}
    if isinstance(found, Mention) and (other := others.get(found.actor or "")):
        values["actor"], values["name"] = other
        values["how"] = "short-name" if found.how == "name" else found.how
    return found.model_copy(update=values)


def _kept(found: M) -> M:
    """Return a finding with less around it: models of one class share the set that tells which fields were given."""
    values = {name: _kept_value(value) for name, value in vars(found).items()}
    kind: Any = type(found)
    made: M = kind.model_construct(_given(kind), **values)
    return made


def _kept_value(value: Any) -> Any:
    if isinstance(value, Model):
        return _kept(value)
    return tuple(map(_kept_value, value)) if isinstance(value, tuple) else value


@cache
def _given(kind: type[Model]) -> set[str]:
    return set(kind.model_fields)


def _value(value: Any, start: int, others: Others) -> Any:
    if isinstance(value, Model):
        return _placed(value, start, others)
    return tuple(_value(one, start, others) for one in value) if isinstance(value, tuple) else value


def _short(mention: ActorMention) -> ActorMention:
    return _kept(mention.model_copy(update={"how": "short-name"})) if mention.how == "name" else mention
