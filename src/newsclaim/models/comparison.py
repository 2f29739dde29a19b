"""The answer to `compare`: questions, with the numbers that answer them and how these stand to one another."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsclaim.models.base import Model
from newsclaim.models.claim import Qualifier
from newsclaim.models.rows import ClaimRow

Standing = Literal["now", "expected", "part", "added", "rate", "earlier"]
Verdict = Literal["agree", "update", "scope", "conflict", "denied"]
#: From the gravest on.
GRAVITY: tuple[Verdict, ...] = ("conflict", "denied", "update", "scope", "agree")
GroupVerdict = Literal["agree", "update", "scope", "conflict", "denied", "single", "mixed"]
Axis = Literal["counted", "whose", "event", "place", "time", "standing", "amount", "source"]
Drift = Literal["hedge lost", "rounded", "scope widened", "projection told as fact", "retracted figure still in use"]
BestRule = Literal["latest", "majority", "conservative"]


class GroupEvent(Model):
    """What a question is about: the event's noun or verb, its place, and its first and last day (ISO)."""

    what: str | None = None
    place: str | None = None
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None


class Position(Model):
    """One number with its hedge: who holds it, in how many articles, since and until when.

    `text` is the article's own phrase, `first` and `last` are days of publication, `parts` ids of groups that tell what
    the number is made of. `superseded`: an article says that another number has replaced it, and no later one tells it.
    """

    id: str
    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    origins: int = 0
    articles: int = 0
    first: str | None = None
    last: str | None = None
    denied: bool = False
    superseded: bool = False
    holders: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class Relation(Model):
    """How two positions of a group stand to one another, on which axis they differ, and why in one sentence."""

    a: str
    b: str
    verdict: Verdict
    axis: Axis
    reason: str


class Change(Model):
    """What became of a number on its way from one article to the next: the later claim, the earlier one, and how."""

    claim: str
    before: str
    what: Drift
    reason: str


class Best(Model):
    """A number that was chosen by a rule that the user asked for; the rule is told with it."""

    value: float
    rule: str


class ComparedClaim(ClaimRow):
    """A claim with the position it belongs to and the origin it rests on."""

    position: str
    origin: str | None = None


class Group(Model):
    """One question that a reader would ask, and the numbers that answer it.

    `said_so` are the positions that give the number of a claim in hand, `not_excluded` those whose bounds or vague
    words leave it open. `notes` tell in words what a reader should know of who
    stands behind the numbers: outlets that cite each other, numbers that nobody is named for.
    """

    id: str
    label: str
    thing: str
    whose: str | None = None
    event: GroupEvent | None = None
    standing: Standing = "now"
    low: float | None = None
    high: float | None = None
    best: Best | None = None
    verdict: GroupVerdict = "single"
    reason: str = ""
    origins: int = 0
    articles: int = 0
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    changes: tuple[Change, ...] = ()
    said_so: tuple[str, ...] = ()
    not_excluded: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    claims: tuple[ComparedClaim, ...] = ()


class ComparedOrigin(Model):
    """Where numbers come from in the end: a named source, an agency, a copied text, an outlet's own word."""

    id: str
    name: str
    kind: Literal["named", "agency", "copy", "own-voice", "unnamed"]
    articles: tuple[str, ...] = ()


class LeftOut(Model):
    """A claim that a topic's words match and that the comparison leaves out, with the reason in words."""

    reason: str
    claim: ClaimRow


class Asked(Model):
    """A claim in hand that was held against the corpus: its words and its number.

    `named` is what it names besides its number (place, owner, other words), `missing` what of that no claim and no
    article held against it tells.
    """

    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    named: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Comparison(Model):
    """The numbers of one topic by question; `size` counts those questions too that a limit has cut off.

    `asked` is a claim in hand, `since` the day from which on claims are new, where one was given. `elsewhere` are words
    of the topic that no claim tells: the questions are those of the articles that have them.
    """

    topic: str
    title: str = ""
    size: int = 0
    asked: Asked | None = None
    since: str | None = None
    elsewhere: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    origins: tuple[ComparedOrigin, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def to_dicts(self) -> list[dict[str, str | float | int | None]]:
        """Return each number of each question as plain values, for a frame of pandas or polars."""
        return [
            {
                "question": group.id, "label": group.label, "standing": group.standing, "verdict": group.verdict,
                "text": one.text, "value": one.value, "low": one.low, "high": one.high, "denied": one.denied,
                "holders": "; ".join(one.holders), "articles": one.articles, "origins": one.origins,
                "first": one.first, "last": one.last,
            }
            for group in self.groups
            for one in group.positions
        ]  # fmt: skip


class ShownQuestion(Model):
    """The answer to `show` for the id of a question: the question, and the topic whose comparison has it."""

    kind: Literal["question"] = "question"
    topic: str
    row: Group


class GroupRef(Model):
    """Which question a row belongs to."""

    id: str
    label: str
    standing: Standing
    verdict: GroupVerdict
    low: float | None = None
    high: float | None = None


class ComparedRow(ComparedClaim):
    """A claim in a comparison with its question: a line of the comparison as CSV or JSON lines."""

    group: GroupRef
