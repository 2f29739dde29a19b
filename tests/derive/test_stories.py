"""What the corpus tells of its articles: stories, events, copies, the same in whatever order the articles came."""

from __future__ import annotations

import itertools

import pytest

from newsclaim.config import Settings
from newsclaim.corpus import make_article
from newsclaim.derive import derive
from newsclaim.models import Extraction
from newsclaim.store import Processed, Store
from newsclaim.stories.account import Account
from newsclaim.stories.reasons import reason
from newsclaim.timings import Timings
from samples import INFO

FIRE = "Harbour fire in Oldport kills nine\n\nA fire at the Brackwater warehouse in Oldport killed nine dockers, Ada Brook and Tomas Lind said.\n"
TOLL = "Toll of Oldport fire rises to twelve\n\nThe fire in the Brackwater warehouse in Oldport has killed twelve, said Ada Brook. Tomas Lind is leading the inquiry.\n"
STORM = "Storm floods Velmora\n\nA storm flooded Velmora, the mayor Jo Prell said.\n"


def article(id_, text, published="2024-09-17", outlet="Harbour Wire"):
    return make_article(text, id=id_, published=published, outlet=outlet)


def own(word):
    """A paragraph of words that no other has."""
    return " ".join(f"{word}{n}" for n in range(40))


def saved(store, *articles):
    store.save([Processed(Extraction(pipeline=INFO, article=one), one.sha256, one.id) for one in articles])
    derive(store, Settings(), Timings())


def told(store):
    found = store.contexts()
    return found, {story: store.ties(story) for story in sorted({c.story for c in found.values()})}


@pytest.fixture
def contexts(tmp_path):
    numbers = itertools.count()

    def made(*articles):
        with Store(tmp_path / f"{next(numbers)}.db", create=True) as store:
            saved(store, *articles)
            return told(store)

    return made


@pytest.fixture
def grown(tmp_path):
    """Articles that come one by one."""
    numbers = itertools.count()

    def made(*articles, gone=None):
        with Store(tmp_path / f"grown{next(numbers)}.db", create=True) as store:
            for one in articles:
                saved(store, one)
            if gone:
                store.delete([gone])
                derive(store, Settings(), Timings())
            return told(store)

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
    told = reason(tie, Account(CORPUS[0]), Account(CORPUS[1]))
    assert "Oldport" in told
    assert told.endswith(", a day apart.")


def test_the_later_article_with_the_same_text_is_the_copy(contexts):
    found, _ = contexts(*CORPUS)
    assert (found["d"].copy_of, found["d"].copy_direction) == ("c", "date")
    assert found["c"].copy_of is None


ORDERS = list(itertools.permutations(CORPUS))


def test_the_order_of_the_articles_does_not_matter(contexts):
    first = contexts(*CORPUS)
    for order in ORDERS:
        assert contexts(*order) == first


@pytest.mark.parametrize("order", ORDERS[::5])
def test_one_article_after_the_other_gives_what_all_at_once_give(contexts, grown, order):
    assert grown(*order) == contexts(*CORPUS)


def test_what_goes_leaves_what_the_others_give_alone(contexts, grown):
    for gone in CORPUS:
        rest = [one for one in CORPUS if one.id != gone.id]
        assert grown(*CORPUS, gone=gone.id) == contexts(*rest)


def test_articles_that_are_written_anew_keep_what_the_corpus_tells(contexts, tmp_path):
    with Store(tmp_path / "again.db", create=True) as store:
        saved(store, *CORPUS)
        saved(store, *CORPUS[1:3])
        assert told(store) == contexts(*CORPUS)


def test_an_agency_is_the_original_of_those_that_credit_it(contexts):
    agency = article("wire", STORM, "2024-09-19", "Coast Press Agency")
    paper = article("paper", STORM + "\nSource: Coast Press Agency\n", "2024-09-18", "The Ledger")
    found, _ = contexts(agency, paper)
    assert (found["paper"].agency, found["paper"].copy_of) == ("Coast Press Agency", "wire")
    assert found["paper"].copy_direction == "credit"


def test_a_passage_is_told_apart_from_an_account_of_its_own(contexts):
    passage = (
        "Divers of the coast guard searched the wreck of the ferry for two nights, while relatives waited on the quay "
        "under blankets that shopkeepers of the old town had carried down to them in the rain."
    )
    first = article("first", f"Ferry sinks\n\nThe ferry Halma sank.\n\n{passage}\n\n{own('a')}\n")
    other = article("other", f"Wait on the quay\n\n{passage}\n\n{own('b')}\n", outlet="The Ledger")
    quoted = article("quoted", f"Witness\n\n{own('c')}\n\n“{passage}” Jo Prell said.\n", outlet="The Post")
    both = article("both", f"Witnesses\n\n{own('d')}\n\nJo Prell said: “{passage}”\n", outlet="The Sun")
    found, _ = contexts(first, other, quoted, both)
    shared = {name: {share.article for share in context.shares} for name, context in found.items()}
    assert shared["first"] == {"other", "quoted", "both"}
    assert "both" not in shared["quoted"]  # a statement that both report
    assert {share.words for share in found["first"].shares} == {36}


def test_what_an_outlet_prints_again_and_again_is_nobodys_passage(contexts):
    line = own("line")
    articles = [
        article(
            f"{outlet}{day}", f"Title {outlet}{day}\n\n{line}\n\n{own(outlet + str(day))}\n", f"2024-09-1{day}", outlet
        )
        for outlet in ("The Post", "The Sun")
        for day in (1, 2, 3)
    ]

    def shared(*several):
        return {name: {share.article for share in one.shares} for name, one in contexts(*several)[0].items()}

    assert shared(*articles)["The Sun1"] == set()  # furniture of both
    assert shared(*articles[:5])["The Post1"] == {"The Sun1", "The Sun2"}  # of the Post only: the Sun has it from there
    assert shared(*articles[1:5])["The Post2"] == {"The Post3", "The Sun1", "The Sun2"}
