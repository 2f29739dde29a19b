"""Nouns of bodies and what they stand for: any firm, any body of people, an outlet, a part of a firm."""

from __future__ import annotations

from functools import cache

from newsclaim.lexicon import load, words


def is_company(noun: str) -> bool:
    """Tell whether a noun, in lower case, stands for any firm: "firm", "lender", "steelmaker"; not "lawmaker"."""
    return noun in _nouns("company") or (noun.endswith("maker") and noun not in words("nominals", "makers_of_nothing"))


def is_surely_company(noun: str) -> bool:
    """Tell whether a noun stands for a firm and never for a person: "carmaker", not "builder"."""
    return is_company(noun) and noun not in words("nominals", "firm_or_person")


def is_group(noun: str) -> bool:
    """Tell whether a noun stands for a body of people: "charity", "union"."""
    return noun in _nouns("group")


def is_outlet(noun: str) -> bool:
    """Tell whether a noun stands for an outlet: "newspaper", "network"."""
    return noun in _nouns("outlet")


def is_part(noun: str) -> bool:
    """Tell whether a noun stands for what belongs to a firm: "unit", "subsidiary"."""
    return noun in _nouns("part")


def is_body(noun: str) -> bool:
    """Tell whether a noun stands for any of these."""
    return is_company(noun) or is_group(noun) or is_outlet(noun) or is_part(noun)


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(load("nominals")["nouns"][key])
