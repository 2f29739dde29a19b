"""What people say of a finding: right, wrong, or corrected; kept beside the database, and stronger than extraction."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsclaim.models.base import Model

FindingKind = Literal["quote", "claim"]
#: `right`: every field; `wrong`: there is no such quote or number; `corrected`: some fields are wrong.
MarkVerdict = Literal["right", "wrong", "corrected"]
#: What can be wrong in a finding, and what of it can be put right.
FIELDS: dict[FindingKind, tuple[str, ...]] = {
    "quote": ("speaker", "content", "kind", "stance", "cue", "via"),
    "claim": ("source", "value", "counted", "class", "whose", "status", "place", "time", "role"),
}
CORRECTABLE: dict[FindingKind, tuple[str, ...]] = {
    "quote": ("speaker", "kind", "stance"),
    "claim": ("source", "value", "class", "whose", "status", "place", "role"),
}


class Mark(Model):
    """A line of the file of marks.

    `article`, `start`, `end` and `text` tell the place in the article, so that the finding is known again when its id
    has changed. `wrong` names fields that are wrong, `fields` gives what is right in place of some of them. `sample` is
    the random draw in which the finding was looked at ("60:1": 60 by seed 1).
    """

    id: str
    kind: FindingKind
    article: str
    start: int
    end: int
    text: str
    verdict: MarkVerdict
    wrong: tuple[str, ...] = ()
    fields: dict[str, str] = Field(default_factory=dict)
    note: str = ""
    sample: str | None = None


class MarkRef(Model):
    """What a row tells of its mark: `wrong` names fields that were found wrong, `corrected` those put right since."""

    verdict: MarkVerdict
    wrong: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    note: str = ""


class Precision(Model):
    """How many of the findings that were looked at are right in a field, or as a whole row.

    `low` and `high` bound the share at 95% (Wilson's interval: E. B. Wilson, J. Am. Stat. Assoc. 22, 1927).
    """

    kind: FindingKind
    field: str
    right: int
    seen: int
    share: float
    low: float
    high: float
