"""Topics are counted by the kinds of claims, which must come to what counting claim by claim comes to."""

from __future__ import annotations

import pytest

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.models import Context
from newsclaim.models.claim import About, Event
from newsclaim.models.story import StoryEvent
from newsclaim.models.topic import Condition, Topic
from newsclaim.store import Processed, Store
from newsclaim.text import stable_id
from samples import extraction

TOPICS = {
    "by-class": Topic(classes=("troops",)),
    "by-noun": Topic(counted=("docker",)),
    "by-either": Topic(classes=("troops",), counted=("docker",)),
    "by-unit": Topic(units=("kilometre",)),
    "by-none": Topic(classes=("money",)),
    "by-measured": Topic(about=("harbour fee",)),
    "by-event": Topic(classes=("troops", "other"), events=("deploy",)),
    "by-event-of-the-article": Topic(counted=("docker",), events=("walkout",)),
    "any-of-two": Topic(any=(Condition(classes=("troops",), events=("fire",)), Condition(units=("kilometre",)))),
    "not-that-event": Topic(counted=("docker",), exclude=(Condition(events=("deploy",)),)),
    "by-owner": Topic(classes=("troops",), whose=("Norland",)),
    "without": Topic(counted=("docker",), exclude=(Condition(classes=("troops",)),)),
}
FEE = About(start=None, end=None, text=None, head="Harbour fee")
DEPLOYED = Event(start=0, end=4, text="Port", lemma="Deploy")


@pytest.fixture
def base(tmp_path):
    found = extraction()
    claims = tuple(
        claim.model_copy(update={"class_": class_, "unit": unit, "about": about, "event": event})
        for claim, class_, unit, about, event in zip(
            found.claims, ("troops", "other"), (None, "kilometre"), (None, FEE), (DEPLOYED, None), strict=True
        )
    )
    with Store(tmp_path / "a.db", create=True) as store:
        store.save([Processed(found.model_copy(update={"claims": claims}), "f", "/a")])
        store.save_contexts([Context(article="port", story=stable_id("s", 1), event=StoryEvent(what="walkout"))])
    with Database(Settings(db=tmp_path / "a.db", topics=TOPICS)) as opened:
        yield opened


def test_counts_are_those_of_the_claims(base):
    counts = {row.id: row.claims for row in base.topics() if row.id in TOPICS}
    assert counts == {
        "by-class": 1, "by-noun": 2, "by-either": 2, "by-unit": 1, "by-none": 0, "by-owner": 0, "without": 1,
        "by-measured": 1, "by-event": 1, "by-event-of-the-article": 2, "any-of-two": 1, "not-that-event": 1,
    }  # fmt: skip
    assert counts == {name: len(base.claims(topic=name)) for name in counts}
