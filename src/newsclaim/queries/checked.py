"""A filter as somebody wrote it → the same filter with every field of its kind, or an error that says what is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar, get_args

from newsclaim.errors import QueryError
from newsclaim.models import ActorKind, ClaimClass, QuoteKind, Stance, Status
from newsclaim.queries.amounts import stretch
from newsclaim.queries.dates import last_day, partial_date
from newsclaim.store.filters import ActorFilter, Filter

F = TypeVar("F", Filter, ActorFilter)
VERDICTS = ("right", "corrected", "flawed", "wrong", "none")
_CHOICES: dict[str, tuple[str, ...]] = {
    "stances": get_args(Stance), "classes": get_args(ClaimClass), "statuses": get_args(Status), "marked": VERDICTS,
}  # fmt: skip
_KINDS: dict[type, tuple[str, ...]] = {Filter: get_args(QuoteKind), ActorFilter: get_args(ActorKind)}
#: Fields that hold one word.
_SINGLE = {"search", "within", "since", "until"}
#: Fields that hold ids of actors.
_IDS = {"actors", "via", "whose", "ids"}


def checked(where: F) -> F:
    """Return a filter whose fields are what they should be: one word where several may stand is one of them.

    Raises:
        QueryError: a field holds what it cannot mean (a date that is none, a kind that there is not, an amount), or the
            days end before they begin.
    """
    values = {one.name: _field(one.name, getattr(where, one.name), type(where)) for one in fields(where)}
    since, until = values.get("since"), values.get("until")
    if since and until and since > until:
        raise QueryError(
            f"no day is since {since} and until {until.removesuffix('-99')}: the first lies after the second."
        )
    return replace(where, **values)


def _field(name: str, value: Any, of: type) -> Any:
    if value is None or name == "active":
        return value
    if name in {"since", "until"}:
        return _day(name, value)
    if name == "value":
        return _stretch(value)
    if name in _SINGLE:
        return _word(name, value)
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, Iterable):
        raise QueryError(f"{name} of a filter is {value!r}; it takes words: {name}=('…',).")
    words = [_word(name, one) for one in several]
    if name in _IDS:
        return frozenset(words)
    known = _KINDS[of] if name == "kinds" else _CHOICES.get(name)
    return tuple(_chosen(name, word, known) if known else word for word in words)


def _word(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise QueryError(f"{name} of a filter is {value!r}, which is no text.")
    return value


def _chosen(name: str, value: str, known: tuple[str, ...]) -> str:
    if value.lower() in known:
        return value.lower()
    from newsclaim.names.search import did_you_mean, near

    close = near(value, known, limit=2)
    hint = f"{did_you_mean(close)} " if close else ""
    raise QueryError(f"{name} of a filter has {value!r}, which there is not. {hint}There are {', '.join(known)}.")


def _day(name: str, value: Any) -> str:
    text = value.isoformat() if hasattr(value, "isoformat") else value
    if isinstance(text, str) and text.endswith("-99"):
        return text  # the end of a month, as it is compared
    found = partial_date(text[:10] if _is_time(text) else text) if isinstance(text, str) else None
    if found is None:
        raise QueryError(f'{name} of a filter is {value!r}, which is no date; write 2024-10-23, 2024-10 or "Oct 2024".')
    return last_day(found) if name == "until" else found


def _is_time(text: Any) -> bool:
    """Tell whether it is a day with a time behind it, as `datetime.isoformat` writes it."""
    return isinstance(text, str) and text[10:11] == "T"


def _stretch(value: Any) -> tuple[float | None, float | None]:
    """Return a number, an amount in words ("10m..12m") or two ends as two ends."""
    found: tuple[float | None, float | None] | None
    match value:
        case bool():
            found = None
        case int() | float():
            found = (float(value), float(value))
        case str():
            found = stretch(value)
        case (low, high) if all(
            isinstance(end, int | float | None) and not isinstance(end, bool) for end in (low, high)
        ):
            found = (low, high)
        case _:
            found = None
    if found is None or found == (None, None):
        raise QueryError(
            f'value of a filter is {value!r}, which is no amount; write 39, (10, 12), (10, None) or "10m..12m".'
        )
    low, high = found
    return (high, low) if low is not None and high is not None and low > high else found
