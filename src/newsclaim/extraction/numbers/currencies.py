"""Currencies that no list has, by what is said of an amount: "a fine of 300 florins", "paid 40,000 tarns for the plot".

A noun that stands for money once does so in the whole article. Its unit is the noun in the singular. A bare number is
an amount, of no known currency, where a bracket says how much it is in others ("9.8 billion ($11.9 billion)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsclaim.extraction.numbers.classes.words import class_of_noun
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.reading import beside
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.people import is_no_person, stands_for_person
from newsclaim.lexicon import either, words

_LISTS = "numbers/money"
#: How far before an amount the words that make it one may begin.
_REACH = 60


def mark(view: View, quantities: list[Quantity]) -> None:
    """Make amounts of the numbers whose noun stands for money in the article."""
    bare = [(one, noun) for one in quantities if (noun := _noun(view, one)) >= 0]
    money = {view.w.lemma[noun] for one, noun in bare if _is_amount(view, one, noun)}
    for one, noun in bare:
        if view.w.lemma[noun] in money:
            one.end, one.unit, one.measure, one.rule = view.w.end[noun], view.w.lemma[noun], "money", "by-frame"
            beside.rate(view.text, one)
    for left, right in pairwise(quantities):
        if (unsigned := _unsigned(view.text, left, right)) is not None:
            unsigned.measure, unsigned.rule = "money", "by-conversion"


_CONVERTED = re.compile(r"\s?\((?:about\s|around\s|some\s)?")
_AGAIN = re.compile(r"[;,]\s")


def _unsigned(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return the number without a currency that a bracket has in another, None where neither is one."""
    if left.measure is None and right.measure == "money":
        return left if left.number.digits and _CONVERTED.fullmatch(text, left.end, right.start) else None
    last = left.measure == "money" and right.is_bare and text.startswith(")", right.end)
    listed = last and _AGAIN.fullmatch(text, left.end, right.start) is not None
    return right if listed and text.rfind("(", 0, left.start) > text.rfind(")", 0, left.start) else None


def _noun(view: View, one: Quantity) -> int:
    """Return the noun directly behind a number, over an adjective of a country; -1 where it may be no currency."""
    w = view.w
    i = view.at(one.end)
    if one.measure is not None or one.number.form != "point" or i + 1 >= len(w) or w.start[i] != one.end + 1:
        return -1
    i += w.tag[i] == "JJ" and w.ent[i] == "NORP"
    alone = i + 1 < len(w) and w.pos[i + 1] not in ("NOUN", "PROPN") and w.text[i + 1] != "-"
    return i if alone and w.pos[i] == "NOUN" and w.text[i].islower() and not _is_known(w.lemma[i]) else -1


def _is_known(lemma: str) -> bool:
    """Is a noun known for something else than money: people, animals, things that have prices?"""
    counts = class_of_noun(lemma) is not None or lemma.endswith("ing") or lemma in words(_LISTS, "no_currency")
    return counts or stands_for_person(lemma) or is_no_person(lemma)


def _is_amount(view: View, one: Quantity, noun: int) -> bool:
    before = view.text[max(0, one.start - _REACH) : one.start].rpartition("\n")[2]
    if any(pattern.search(before) for pattern in _prices()):
        return True
    large = (one.value or 0) >= _LARGE
    return large and _PAID.search(before) is not None and _PAID_FOR.match(view.text, view.w.end[noun]) is not None


@cache
def _prices() -> tuple[re.Pattern[str], ...]:
    return tuple(_patterns())


def _patterns() -> Iterator[re.Pattern[str]]:
    nouns = either(_LISTS, "price_nouns")
    yield re.compile(
        rf"(?i)\b(?:{nouns})s?\s+(?:(?!and\b|or\b|for\b)[a-z]+\s+){{0,2}}?(?:of|at|to|is|was|totall?ed|reached|exceed(?:s|ed))\s+$"
    )
    yield re.compile(
        r"\b(?:worth|(?:valued|priced)\s+at|fined(?:\s+[\w’'.]+){0,3}|(?:sold|bought|auctioned|rented|insured)"
        r"(?:\s+\w+){0,2}\s+for)\s+$"
    )


#: A smaller number behind a verb of paying may count visits, jobs, points.
_LARGE = 1_000
_PAID = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|cost(?:s|ing)?|ow(?:e|es|ed)|earn(?:s|ed|ing)?|charg(?:e|es|ed|ing))\s+(?:\w+\s+){0,2}$"
)
_PAID_FOR = re.compile(r"\s+(?:for|to|in|on|per|each|apiece|an?\s+(?:day|week|month|year))\b|\s*(?:[.,;)]|$)")
