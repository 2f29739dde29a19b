"""Skeletons of schema.org ClaimReview: what the articles say is filled in, the review itself is left to people.

A skeleton is no finished review: `author`, `url`, `datePublished` and `reviewRating` are for whoever checks the claim.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsclaim.export.columns import day
from newsclaim.export.findings import Findings
from newsclaim.models import Mention
from newsclaim.models.rows import ClaimRow

_TYPES = {"person": "Person", "organisation": "Organization", "government": "GovernmentOrganization",
          "media": "NewsMediaOrganization", "group": "Organization"}  # fmt: skip


def write(found: Findings, target: Path) -> None:
    """Write a list of skeletons as JSON-LD, one for each claim."""
    kinds = {actor.id: actor.kind for actor in found.actors}
    reviews = [_review(claim, kinds) for claim in found.claims]
    target.write_text(json.dumps(reviews, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _review(claim: ClaimRow, kinds: Mapping[str, str]) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"urn:newsclaim:{claim.id}",
        "claimReviewed": claim.sentence or claim.text,
        "itemReviewed": _claim(claim, kinds),
        "author": None,
        "url": None,
        "datePublished": None,
        "reviewRating": {
            "@type": "Rating", "ratingValue": None, "bestRating": None, "worstRating": None, "alternateName": None,
        },
    }  # fmt: skip


def _claim(claim: ClaimRow, kinds: Mapping[str, str]) -> dict[str, Any]:
    article = claim.article
    authors = [_author(source, kinds) for source in claim.sources[-1:]]
    if not authors and article.outlet:
        authors = [{"@type": "NewsMediaOrganization", "name": article.outlet}]
    appearance = {
        "@type": "NewsArticle", "url": article.url, "headline": article.title, "datePublished": article.published,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None,
    }  # fmt: skip
    return {
        "@type": "Claim", "name": claim.text, "author": authors[0] if authors else None, "datePublished": day(article),
        "appearance": {key: value for key, value in appearance.items() if value is not None},
    }  # fmt: skip


def _author(source: Mention, kinds: Mapping[str, str]) -> dict[str, Any]:
    kind = _TYPES.get(kinds.get(source.actor or "", ""), "Organization")
    return {"@type": kind, "name": source.name or source.text}
