"""Values → the words a reader sees in a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclaim.models import Mention, NumericClaim, Quote, Source
    from newsclaim.models.rows import ArticleRef

#: What stands before a number for each qualifier.
_QUALIFIERS = {
    "exact": "",
    "approx": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "up to ",
    "less_than": "less than ",
    "range": "",
}
_SMALL = {
    "a",
    "an",
    "the",
    "this",
    "that",
    "last",
    "next",
    "by",
    "in",
    "on",
    "at",
    "since",
    "until",
    "so",
    "as",
    "over",
}
_ROLES = {
    "total": "", "level": "", "increment": "added", "part": "part of total", "remainder": "rest", "rate": "rate",
    "change": "change",
}  # fmt: skip


#: Of a topic, in a table.
_MOST_WORDS = 9


def number(value: float | None) -> str:
    """Return a number with thousands separators and no needless decimals."""
    if value is None:
        return ""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0")


def amount(claim: NumericClaim) -> str:
    """Return the number of a claim with its qualifier and unit: "at least 3,000", "1,000 to 10,000", "5 percent"."""
    if claim.form == "vague" and claim.value is None:
        text = claim.number.text
        bounds = f" ({_between(claim)})" if claim.low is not None or claim.high is not None else ""
        text += bounds
    elif claim.value is not None:
        text = _QUALIFIERS[claim.qualifier] + number(claim.value)
    else:
        text = ("about " if claim.qualifier == "approx" else "") + _between(claim)
    return f"{text} {claim.unit}" if claim.unit else text


def quantity(claim: NumericClaim) -> str:
    """Return the amount with what it counts; measures and money as the article writes them, with what is measured."""
    if claim.unit:
        about = claim.about.text if claim.about else (claim.counted.text if claim.counted else None)
        return f"{claim.text} ({about})" if about and about not in claim.text else claim.text
    return f"{amount(claim)} {claim.counted.text or _understood(claim)}" if claim.counted else amount(claim)


def _understood(claim: NumericClaim) -> str:
    # "Five were killed" counts persons that no word stands for.
    head = claim.counted.head if claim.counted else ""
    return "people" if head == "person" and claim.value != 1 else head


def whose(claim: NumericClaim) -> str:
    """Return whose it is."""
    return (claim.whose.name or claim.whose.text) if claim.whose else ""


def place(claim: NumericClaim) -> str:
    """Return where it happened."""
    return (claim.place.name or claim.place.text) if claim.place else ""


def status(claim: NumericClaim) -> str:
    """Return status and role of a claim, and the time it holds for, in a few words."""
    parts = [claim.status, _ROLES[claim.role], _lowered(claim.time.text) if claim.time else ""]
    return ", ".join(part for part in parts if part)


def claimed_by(claim: NumericClaim) -> str:
    """Return who claims a number - those behind the innermost cue - or that the article says it in its own voice."""
    named = ", ".join(who(source) for source in _innermost(claim)) or "(own voice)"
    return f"denied by {named}" if claim.status == "denied" and claim.sources else named


def through(claim: NumericClaim) -> str:
    """Return who relays the claim, outermost first."""
    return " > ".join(who(source) for source in claim.sources[: len(claim.sources) - len(_innermost(claim))])


def who(mention: Mention) -> str:
    """Return the canonical name, or what the article says where nobody was found for it."""
    return mention.name or f"“{mention.text}”"


def credited(quote: Quote) -> str:
    """Return the speakers of a quote; a name that the article did not use there is followed by what it said."""
    return ", ".join(_as_said(m) for m in quote.speakers) or "(nobody credited)"


def content(quote: Quote) -> str:
    """Return the content of a quote; direct speech in quotation marks, pieces joined by an ellipsis."""
    text = " … ".join(" ".join(span.text.split()).rstrip(",") for span in quote.spans)
    return f"“{text}”" if quote.kind == "direct" else text


def cue(quote: Quote) -> str:
    """Return how it was said: the cue, and its stance where the words alone do not say it."""
    if quote.cue is None:
        return ""
    plain = quote.cue.stance == "says" or quote.cue.stance.startswith(quote.cue.lemma[:4])
    return quote.cue.text if plain else f"{quote.cue.text} ({quote.cue.stance})"


def names(mentions: Sequence[Mention]) -> str:
    """Return the names of some mentions."""
    return ", ".join(who(m) for m in mentions)


def first_two(roles: str) -> str:
    """Return the first two of some roles."""
    return "; ".join(roles.split("; ")[:2])


def shortened(definition: str) -> str:
    """Return the definition of a topic with the first of its words only."""
    return "; ".join(map(_first_words, definition.split("; ")))


def _first_words(part: str) -> str:
    known = part.split(", ")
    more = len(known) - _MOST_WORDS
    return part if more <= 0 else f"{', '.join(known[:_MOST_WORDS])} and {more} more"


def article(ref: ArticleRef) -> str:
    """Return the article's id, its outlet and its date."""
    return " · ".join(part for part in (ref.id, ref.outlet, (ref.published or "undated")[:10]) if part)


def _lowered(text: str) -> str:
    # "Last week" stood at the head of a sentence; "Monday" and "October" keep their capital.
    return text[0].lower() + text[1:] if text.split(maxsplit=1)[0].lower() in _SMALL else text


def _innermost(claim: NumericClaim) -> Sequence[Source]:
    # Joint sources ("X and Y say") hang on one cue; a relay has a cue of its own or none.
    if not claim.sources:
        return ()
    last = claim.sources[-1]
    start = len(claim.sources) - 1
    while start > 0 and last.cue is not None and claim.sources[start - 1].cue == last.cue:
        start -= 1
    return claim.sources[start:]


def _between(claim: NumericClaim) -> str:
    if claim.low is None:
        return f"up to {number(claim.high)}"
    if claim.high is None:
        return f"{number(claim.low)} or more"
    return f"{number(claim.low)} to {number(claim.high)}"


def _as_said(mention: Mention) -> str:
    name = who(mention)
    known = {word.strip(".,'’") for word in name.casefold().split()}
    said = {word.strip(".,'’") for word in mention.text.casefold().split()}
    return name if mention.name is None or known & said else f"{name} (“{mention.text}”)"
