"""Whose number it is: as stated, or as the rest of the article leaves no doubt about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsclaim.models.rows import ClaimRow

#: Name of the owner by id of the article.
Owners = Mapping[str, str]


def owner_of(claim: ClaimRow, owners: Owners) -> str | None:
    """Return whose the counted things are, or None when neither the claim nor its article says so."""
    return stated_owner(claim) or owners.get(claim.article.id)


def stated_owner(claim: ClaimRow) -> str | None:
    """Return whose the counted things are in the claim's own words."""
    return (claim.whose.name or claim.whose.text) if claim.whose else None


def sole_owners(claims: Iterable[ClaimRow]) -> Owners:
    """Return the owner that all claims of an article agree on, for each article that has one.

    "3,000 North Korean soldiers … another 1,500 troops": when an article speaks of one owner only, its other claims of
    the same topic are about the same.
    """
    stated: dict[str, set[str]] = {}
    for claim in claims:
        if owner := stated_owner(claim):
            stated.setdefault(claim.article.id, set()).add(owner)
    return {article: next(iter(owners)) for article, owners in stated.items() if len(owners) == 1}
