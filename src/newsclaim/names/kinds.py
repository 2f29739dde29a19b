"""What kind of thing a name alone looks like: government, organisation, person, place; None when it does not say."""

from __future__ import annotations

import re
from typing import Literal

from newsclaim.names import organisations, person
from newsclaim.names.countries import GOVERNMENT_WAYS, bare, is_state, lookup
from newsclaim.names.titles import split_title

NameKind = Literal["government", "organisation", "person", "place"]

_PLACE = re.compile(
    r"^(?P<city>[^,]+),\s*(?P<region>[^,]+)$|^(?P<name>[^()]+)\s\((?:[^()]*\b(?:state|city|town|province|county)\b[^()]*)\)$"
)


def kind_of_name(text: str) -> NameKind | None:
    """Return what the name looks like when nothing else is known about it."""
    if _is_place(text):
        return "place"
    country = lookup(text)
    if country and country.way in GOVERNMENT_WAYS | {"people", "adjective", "part"}:
        return "government"
    if organisations.known(bare(text)) or organisations.has_mark(text):
        return "organisation"
    if organisations.is_acronym(text):
        return "organisation"
    return "person" if _is_person(text) else None


def _is_place(text: str) -> bool:
    match = _PLACE.match(text.strip())
    if match is None:
        return False
    region = match.group("region")
    return region is None or is_state(region) or lookup(region) is not None


def _is_person(text: str) -> bool:
    titled = split_title(text)
    if titled.title:
        return True
    parsed = person.parse(text)
    return parsed.order != "western" or (not parsed.lone and person.is_given(parsed.given[0]))
