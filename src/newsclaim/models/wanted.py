"""What of a comparison is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from newsclaim.models.comparison import BestRule
    from newsclaim.models.topic import Condition

By = Literal["place", "source", "date", "event", "outlet"]


class Wanted(NamedTuple):
    """What of a comparison is wanted.

    `best` is a rule by which one number is chosen for each question, `question` the only one to show, `by` what parts
    the questions further. `since` leaves only those with claims published from that day on, `limit` shows at most so
    many. Without `copies` articles that repeat another one's text count for nothing; `whole` brings all claims,
    otherwise only the first one of each number. `within` narrows the topic down.
    """

    best: BestRule | None = None
    question: str | None = None
    by: By | None = None
    since: str | None = None
    limit: int | None = None
    copies: bool = True
    whole: bool = True
    within: Condition | None = None
