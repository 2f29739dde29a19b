"""What happened, where and when, by an article's title and lead."""

from __future__ import annotations

import pytest

from newsclaim.corpus import make_article
from newsclaim.stories.account import Account
from newsclaim.stories.event import event_of


def told(title, lead, day="2024-06-14"):
    return event_of(Account(make_article(f"{title}\n\n{lead}", id="a", published=day)))


@pytest.mark.parametrize(
    ("title", "lead", "place"),
    [
        ("Fire kills nine in Oldport", "A fire broke out in Oldport on Monday.", "Oldport"),
        ("Line to open in June", "Work begins in October.", None),
        ("Blast near Rivalton", "It went off on Tuesday.", "Rivalton"),
    ],
)
def test_the_place(title, lead, place):
    assert told(title, lead).place == place


@pytest.mark.parametrize(
    ("title", "lead", "place", "country"),
    [
        ("Fire at a Norwegian mill", "It burnt in Oldport for days.", "Oldport", "NO"),
        ("Fire in Sweden", "It burnt for days.", "Sweden", "SE"),
        ("Swedes leave", "Milan is full of snow.", "Milan", "SE"),
    ],
)
def test_the_country(title, lead, place, country):
    event = told(title, lead)
    assert (event.place, event.country) == (place, country)
