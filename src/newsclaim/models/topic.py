"""What a topic takes in: conditions on numeric claims that users write in `newsclaim.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from newsclaim.models.base import Model
from newsclaim.models.claim import ClaimClass

_LABELS = {
    "classes": "class", "counted": "counting", "units": "unit", "about": "about", "whose": "whose", "places": "in",
    "events": "event", "words": "words",
}  # fmt: skip


class Condition(Model):
    """Which claims: `classes` and `counted` (lemmas, lower case) are alternatives, everything else narrows down.

    `units` are ISO codes or unit names, `about` words in what is measured, `whose` actors' names, `places` names of
    where it happened, `events` words for what happened (of the claim, or of its article). Of each list one is enough.
    Each of `words` must stand for something that the claim tells: its thing, class, event, owner or place.
    """

    classes: tuple[ClaimClass, ...] = ()
    counted: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def says(self) -> Iterator[str]:
        """Yield in words what is asked of a claim."""
        for name, label in _LABELS.items():
            if values := getattr(self, name):
                yield f"{label} {', '.join(values)}"

    @property
    def empty(self) -> bool:
        """Whether it takes in every claim."""
        return not list(self.says())


class Topic(Condition):
    """Which numeric claims belong together, and how they are compared.

    `any` holds conditions of which one must fit, `all` those that must all fit, `exclude` those that must not. `apart`
    are counted nouns that cannot be compared with the others (brigades with soldiers). `present` is what the table
    calls a claim about now ("there now").
    """

    title: str = ""
    description: str = ""
    apart: tuple[str, ...] = ()
    present: str = "reported"
    any_: tuple[Condition, ...] = Field(default=(), alias="any")
    all_: tuple[Condition, ...] = Field(default=(), alias="all")
    exclude: tuple[Condition, ...] = ()

    @property
    def definition(self) -> str:
        """Return in words which claims the topic takes."""
        parts = list(self.says())
        parts += [f"and {'; '.join(one.says())}" for one in self.all_]
        if self.any_:
            parts.append("one of " + " / ".join("; ".join(one.says()) for one in self.any_))
        parts += [f"not {'; '.join(one.says())}" for one in self.exclude]
        return "; ".join(parts)

    @property
    def empty(self) -> bool:
        """Whether it takes in every claim."""
        return not any(not one.empty for one in (Condition(**self._own()), *self.any_, *self.all_))

    @property
    def named(self) -> tuple[Condition, ...]:
        """Conditions that name classes or nouns, one of which every claim of the topic fits; none where none must."""
        alone = next((one for one in (self, *self.all_) if one.classes or one.counted), None)
        parts = (alone,) if alone else self.any_
        return parts if all(one.classes or one.counted for one in parts) else ()

    def within(self, narrower: Condition | None) -> Topic:
        """Return the topic of those claims that fit a further condition too."""
        if narrower is None or narrower.empty:
            return self
        return self.model_copy(update={"all_": (*self.all_, narrower)})

    def _own(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in Condition.model_fields}
