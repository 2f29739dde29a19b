"""Chains without an end: numbers on numbers in one sentence cost no article."""

from __future__ import annotations

import pytest

import newsclaim

CHAINS = {
    "of a share of a share": "12% to 15% of 3,000 ",
    "men": "%d men, ",
    "debt of the unit": "$3m of the debt of the unit of the arm of ",
    "whose": "its 3% share of its ",
    "brackets": "40 (30 (20 ",
}


@pytest.mark.parametrize("piece", CHAINS.values(), ids=CHAINS.keys())
def test_a_chain_of_numbers_is_read(piece):
    found = newsclaim.extract(piece * (8_000 // len(piece)))
    assert all(claim.number.text in claim.text for claim in found.claims)
