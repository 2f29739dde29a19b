"""Topics are counted by the kinds of claims, which must come to what counting claim by claim comes to."""

from __future__ import annotations

import pytest

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.models.topic import Condition, Topic
from newsclaim.store import Processed, Store
from samples import extraction

TOPICS = {
    "by-class": Topic(classes=("troops",)),
    "by-noun": Topic(counted=("docker",)),
    "by-either": Topic(classes=("troops",), counted=("docker",)),
    "by-unit": Topic(units=("kilometre",)),
    "by-none": Topic(classes=("money",)),
    "by-owner": Topic(classes=("troops",), whose=("Norland",)),
    "without": Topic(counted=("docker",), exclude=(Condition(classes=("troops",)),)),
}


@pytest.fixture
def base(tmp_path):
    found = extraction()
    claims = tuple(
        claim.model_copy(update={"class_": class_, "unit": unit})
        for claim, class_, unit in zip(found.claims, ("troops", "other"), (None, "kilometre"), strict=True)
    )
    with Store(tmp_path / "a.db", create=True) as store:
        store.save([Processed(found.model_copy(update={"claims": claims}), "f", "/a")])
    with Database(Settings(db=tmp_path / "a.db", topics=TOPICS)) as opened:
        yield opened


def test_counts_are_those_of_the_claims(base):
    counts = {row.id: row.claims for row in base.topics() if row.id in TOPICS}
    assert counts == {
        "by-class": 1, "by-noun": 2, "by-either": 2, "by-unit": 1, "by-none": 0, "by-owner": 0, "without": 1,
    }  # fmt: skip
    assert counts == {name: len(base.claims(topic=name)) for name in counts}
