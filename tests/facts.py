"""Claims as comparison reads them, by hand."""

from __future__ import annotations

from newsclaim.models.fact import Fact, Party, When
from newsclaim.models.story import Context, StoryEvent
from newsclaim.text import stable_id

_PLAIN = {
    "article": "a", "outlet": None, "published": "2024-10-21", "position": 0, "value": None, "low": None, "high": None,
    "form": "point", "qualifier": "exact", "unit": None, "class_": "people-killed", "counted": "person", "about": None,
    "whose": None, "event": "kill", "role": "total", "status": "asserted", "trend": None, "place": None,
    "country": None, "time": None, "sources": (),
}  # fmt: skip


def fact(value=None, **fields) -> Fact:
    """A claim of people killed, where nothing else is said. `by` and `whose` are names, `when` is kind, from, to."""
    if "by" in fields:
        fields["sources"] = tuple(Party(name, name) for name in fields.pop("by").split(" & "))
    if isinstance(fields.get("whose"), str):
        fields["whose"] = Party(fields["whose"], fields["whose"])
    if "when" in fields:
        fields["time"] = When(*fields.pop("when"))
    if "class" in fields:
        fields["class_"] = fields.pop("class")
    values = _PLAIN | {"value": value} | fields
    if "low" not in fields and "high" not in fields and value is not None:
        hedge = values["qualifier"]
        values["low"] = value if hedge in {"exact", "at_least", "more_than"} else None
        values["high"] = value if hedge in {"exact", "at_most", "less_than"} else None
    identifier = fields.get("id") or stable_id("n", *(f"{k}={v}" for k, v in sorted(values.items(), key=str)))
    return Fact(**(values | {"id": identifier}))


def told(claim) -> Fact:
    """A claim as a table of cases has it: "" stands for what is not said."""
    claim = dict(claim)
    if "when" in claim:
        claim["when"] = [part or None for part in claim["when"]]
    return fact(**{name: None if value == "" else value for name, value in claim.items()})


def context(article="a", story="s", **event) -> Context:
    """An article of a story, perhaps with an event."""
    return Context(article=article, story=story, event=StoryEvent(**event) if event else None)
