"""What the corpus tells of its articles: stories, events, copies, the same in whatever order the articles came."""

from __future__ import annotations

import itertools

import pytest

from newsclaim.config import Settings
from newsclaim.corpus import make_article
from newsclaim.derive import derive
from newsclaim.models import Extraction
from newsclaim.store import Processed, Store
from newsclaim.timings import Timings
from samples import INFO

FIRE = "Harbour fire in Oldport kills nine\n\nA fire at the Brackwater warehouse in Oldport killed nine dockers, Ada Brook and Tomas Lind said.\n"
TOLL = "Toll of Oldport fire rises to twelve\n\nThe fire in the Brackwater warehouse in Oldport has killed twelve, said Ada Brook. Tomas Lind is leading the inquiry.\n"
STORM = "Storm floods Velmora\n\nA storm flooded Velmora, the mayor Jo Prell said.\n"


def article(id_, text, published="2024-09-17", outlet="Harbour Wire"):
    return make_article(text, id=id_, published=published, outlet=outlet)


@pytest.fixture
def contexts(tmp_path):
    numbers = itertools.count()

    def made(*articles):
        with Store(tmp_path / f"{next(numbers)}.db", create=True) as store:
            for one in articles:
                store.save([Processed(Extraction(pipeline=INFO, article=one), "f", one.id)])
            derive(store, Settings(), Timings())
            found = store.contexts([one.id for one in articles])
            return found, {story: store.ties(story) for story in sorted({c.story for c in found.values()})}

    return made


CORPUS = (
    article("a", FIRE),
    article("b", TOLL, "2024-09-18", "The Ledger"),
    article("c", STORM, "2024-09-18"),
    article("d", STORM, "2024-09-19", "The Ledger"),
)


def test_articles_of_one_event_are_one_story(contexts):
    found, ties = contexts(*CORPUS)
    assert found["a"].story == found["b"].story != found["c"].story
    assert found["a"].event.what == "fire"
    assert found["a"].event.place == "Oldport"
    (tie,) = ties[found["a"].story]
    assert (tie.a, tie.b) == ("a", "b")
    assert "oldport" in tie.reason.lower()


def test_the_later_article_with_the_same_text_is_the_copy(contexts):
    found, _ = contexts(*CORPUS)
    assert (found["d"].copy_of, found["d"].copy_direction) == ("c", "date")
    assert found["c"].copy_of is None


def test_the_order_of_the_articles_does_not_matter(contexts):
    first = contexts(*CORPUS)
    for order in itertools.permutations(CORPUS):
        assert contexts(*order) == first
