"""What ids name: whole or by their beginnings, in any case of letters, also those of questions."""

from __future__ import annotations

import pytest

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.errors import UnknownNameError
from newsclaim.store import Processed, Store
from samples import extraction


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    path = tmp_path_factory.mktemp("shown") / "a.db"
    given = extraction("port"), extraction("Ports/other")
    soldiers = [claim.model_copy(update={"class_": "troops"}) for claim in given[0].claims]
    with Store(path, create=True) as store:
        store.save(
            Processed(found.model_copy(update={"claims": tuple(claims)}), "f", "/x")
            for found, claims in zip(given, (soldiers, given[1].claims), strict=True)
        )
        actors = [actor.model_copy(update={"mentions": ()}) for actor in given[0].actors]
        store.save_actors(actors, {(found.article.id, a.id): a.id for found in given for a in found.actors})
    with Database(Settings(db=path)) as opened:
        yield opened


def printed(base):
    """Every id that commands print."""
    groups = [group for topic in ("troop-counts", "docker") for group in base.compare(topic).groups]
    rows = [*base.quotes(), *base.claims(), *base.actors(), *base.articles(), *groups]
    return [row.id for row in rows]


def test_every_id_that_is_printed_can_be_shown(base):
    ids = printed(base)
    assert {one[0] for one in ids} == set("qnagpP")
    assert [base.show(one).row.id for one in ids] == ids


def test_the_beginning_of_an_id_will_do_in_any_case(base):
    for one in printed(base):
        if one[0] in "qnag":
            assert base.show(one[:9].upper()).row.id == one
    assert base.show("ports/").row.id == "Ports/other"
    assert base.show("PORT").row.id == "port"  # whole, so nothing that begins so is meant


def test_a_question_comes_with_the_topic_that_has_it(base):
    (first, *_) = base.compare("troop-counts").groups
    shown = base.show(first.id)
    assert (shown.kind, shown.topic, shown.row) == ("question", "troop-counts", first)
    (made, *_) = base.compare("docker").groups
    assert base.show(made.id).topic in {"docker", "troop-counts"}


@pytest.mark.parametrize("wanted", ["g0000", "gaza", "q0000", "nowhere", "ga"])
def test_what_nothing_is_called_is_told(base, wanted):
    with pytest.raises(UnknownNameError, match=f"has the id '{wanted}'"):
        base.show(wanted)


def test_several_that_begin_so_are_told(base):
    with pytest.raises(UnknownNameError, match="several ids begin with 'por': port, Ports/other"):
        base.show("por")
