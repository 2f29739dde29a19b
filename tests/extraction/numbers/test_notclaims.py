"""Each rule for numbers that count nothing: what it takes, and what it must leave."""

from __future__ import annotations

import pytest

from newsclaim.extraction.numbers import find_claims, reading
from newsclaim.extraction.numbers.dropped.rules import is_none
from newsclaim.extraction.numbers.reading.numerals import read
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import page_of

TAKEN = [
    ("list-number", "1. Boil the water for the soup."),
    ("mark", "They drew a map[3] of the coast."),
    ("base-of-rate", "It kills some per 100,000 people."),
    ("telephone", "In danger, dial 112 at once."),
    ("address", "They met at 12 Larch Street in the rain."),
    ("year", "He retired in 1984 for good."),
    ("pronoun", "No one knew the way."),
    ("modifier", "A six-member team came."),
    ("label", "See page 4 of the law."),
    ("name", "He works at Seven News in Selin."),
    ("score", "Selin beat Verra 3-2 at home."),
    ("no-fraction", "A third party spoke."),
    ("no-fraction", "Renn wins a free kick in the defensive half."),
]
#: Close to the ones above, and claims.
LEFT = [
    "They mapped 3 islands.",
    "Some 100,000 people came.",
    "They called 112 doctors.",
    "They sold 12 streets of houses.",
    "In 1984 people-movers, 1,984 people rode.",
    "One house burned.",
    "A three-ton truck came.",
    "They wrote 4 pages.",
    "Ten men met in the hall.",
    "They met for 2-3 hours.",
    "Half of the village burned.",
    "The court ruled 5-4 against the town in the vote.",
]


@pytest.mark.parametrize(("rule", "text"), TAKEN, ids=[rule for rule, _ in TAKEN])
def test_rule_takes(nlp_doc, rule, text):
    doc, article = nlp_doc(text)
    view = View(page_of(doc, article), {})
    assert rule in {is_none(view, quantity) for quantity in reading.quantities(article, text, read(text))}


@pytest.mark.parametrize("text", LEFT)
def test_close_by_is_a_claim(nlp_doc, text):
    doc, article = nlp_doc(text)
    assert find_claims(page_of(doc, article))


def test_a_name_known_from_elsewhere_is_none_where_it_stands_alone(nlp_doc):
    doc, article = nlp_doc("The Boeing 707 fell into the sea. The 707 was old.")
    assert find_claims(page_of(doc, article)) == ()
