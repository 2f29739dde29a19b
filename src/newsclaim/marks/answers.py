"""What a person types of a finding → its mark.

r                       right in every field
w                       wrong: there is no such quote or number
w speaker cue           these fields are wrong
c speaker=Ada Brook     what is right in place of what was found; several are parted by a semicolon
… # words               a note, behind any of these
"""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclaim.errors import QueryError
from newsclaim.models.mark import CORRECTABLE, FIELDS, FindingKind, MarkVerdict


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one finding."""

    verdict: MarkVerdict
    wrong: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    note: str = ""


def answer_in(typed: str, kind: FindingKind) -> Answer:
    """Return what was typed as an answer.

    Raises:
        QueryError: it is none; the message says what can be typed.
    """
    said, _, note = typed.partition("#")
    word, _, rest = said.strip().partition(" ")
    match word.lower():
        case "r" | "right" if not rest.strip():
            return Answer("right", note=note.strip())
        case "w" | "wrong":
            return _wrong(rest.split(), kind, note.strip())
        case "c" | "corrected" if rest.strip():
            return _corrected(rest, kind, note.strip())
    raise QueryError(
        "type r (right), w (wrong), w FIELD … (these fields are wrong), c FIELD=VALUE; …, s (skip) or q (quit)"
    )


def _wrong(names: list[str], kind: FindingKind, note: str) -> Answer:
    for name in names:
        if name not in FIELDS[kind]:
            raise QueryError(f"{name!r} is no field of a {kind}; there are {', '.join(FIELDS[kind])}")
    # With fields named, the finding itself is there: what is right in their place is not known.
    return Answer("corrected", tuple(names), note=note) if names else Answer("wrong", note=note)


def _corrected(rest: str, kind: FindingKind, note: str) -> Answer:
    values: dict[str, str] = {}
    for part in rest.split(";"):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign or name not in CORRECTABLE[kind]:
            raise QueryError(
                f"{part.strip()!r} corrects nothing; write FIELD=VALUE, FIELD one of {', '.join(CORRECTABLE[kind])}"
            )
        values[name] = value
    return Answer("corrected", tuple(values), values, note)
