"""An actor while it is being put together: mutable, inside this package only."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from newsclaim.models import Actor, ActorKind, How, Role
from newsclaim.text import stable_id

#: How whatever is a name or a part of one refers to an actor.
NAMES: tuple[How, ...] = ("name", "short-name")


@dataclass(slots=True)
class Place:
    """One mention: offsets, index of its head token, and how it refers to the actor."""

    start: int
    end: int
    token: int
    how: How

    @property
    def is_name(self) -> bool:
        """Whether it is the name or a part of it, no pronoun or noun."""
        return self.how in NAMES


@dataclass(slots=True, eq=False)
class Entity:
    """An actor of one article, no two the same; `forms` counts surface forms, `rules` says which rule joined each."""

    kind: ActorKind
    name: str
    country: str | None = None
    gender: str | None = None
    places: list[Place] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    rules: dict[str, str] = field(default_factory=dict)
    nicknames: set[str] = field(default_factory=set)
    #: Nouns by which the article calls it beside its name: "a charity", "her lawyer".
    called: set[str] = field(default_factory=set)
    #: How sure it is that this is a person at all, 0 to 1: pronouns are not given to doubtful ones.
    sure: float = 1.0

    def add(self, place: Place, text: str, rule: str) -> None:
        """Take a mention in, in text order, and its surface form unless it is a pronoun or a nominal."""
        k = bisect_right(self.places, place.start, key=lambda p: p.start)
        if k and self.places[k - 1].start == place.start and self.places[k - 1].end >= place.end:
            return
        self.places.insert(k, place)
        if place.how not in ("pronoun", "nominal", "title"):
            self.forms[text] += 1
            self.rules.setdefault(text, rule)

    @property
    def is_named(self) -> bool:
        """Whether some form of it is a name, more than the noun phrase that it was made of."""
        return any(rule != "noun-phrase" for rule in self.rules.values())

    def is_told_at(self, position: int) -> bool:
        """Whether what it is stands at a place: an office beside its name."""
        return any(role.start <= position < role.end for role in self.roles)

    def actor(self, text: str, taken: set[str]) -> Actor:
        """Return the finished actor; `taken` holds the ids already given in this article."""
        identity = self.identity(taken)
        taken.add(identity)
        places = sorted({(p.start, p.end): p.how for p in self.places}.items())
        forms = sorted(self.forms.items(), key=lambda item: (-item[1], item[0]))
        # In one call, as validating each mention alone takes most of the time of making an actor.
        return Actor.model_validate(
            {
                "id": identity,
                "name": self.name,
                "kind": self.kind,
                "roles": sorted(self.roles, key=lambda r: (r.start, r.end)),
                "country": self.country,
                "aliases": [{"text": form, "rule": self.rules[form], "count": count} for form, count in forms],
                "mentions": [
                    {"start": start, "end": end, "text": text[start:end], "how": how} for (start, end), how in places
                ],
            }
        )

    def identity(self, taken: set[str]) -> str:
        """Return the id made from the name, and from the kind where another actor of the article has that name."""
        from newsclaim.extraction.actors.name import key_of

        plain = stable_id("a", key_of(self.name))
        number = 0
        while plain in taken:
            number += 1
            plain = stable_id("a", key_of(self.name), self.kind, number)
        return plain
