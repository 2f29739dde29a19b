"""Actors of single articles → actors of the corpus; every merge keeps its rule."""

from newsclaim.resolve.corrections import bearing_on
from newsclaim.resolve.keys import Keyring, named
from newsclaim.resolve.kin import Kin, kin_of, settle
from newsclaim.resolve.notes import Remarks
from newsclaim.resolve.record import LocalActors
from newsclaim.resolve.resolve import (
    Resolution,
    Resolved,
    members_of,
    renamed,
    resolve,
    resolve_members,
    resolve_portion,
)

__all__ = [
    "Keyring",
    "Kin",
    "LocalActors",
    "Remarks",
    "Resolution",
    "Resolved",
    "bearing_on",
    "kin_of",
    "members_of",
    "named",
    "renamed",
    "resolve",
    "resolve_members",
    "resolve_portion",
    "settle",
]
