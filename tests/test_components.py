"""What newsclaim finds, as components of a pipeline of one's own."""

from __future__ import annotations

import pytest

import newsclaim
from newsclaim import components
from newsclaim.annotate import load
from newsclaim.config import DEFAULT_MODEL

TEXT = '"About 3,000 soldiers have arrived," Ada Brook said.'


@pytest.fixture
def nlp():
    pipeline = load(DEFAULT_MODEL)
    before = list(pipeline.pipe_names)
    yield pipeline
    for name in set(pipeline.pipe_names) - set(before):
        pipeline.remove_pipe(name)


def test_one_component_sets_everything(nlp):
    nlp.add_pipe("newsclaim")
    found = nlp(TEXT)._.newsclaim
    expected = newsclaim.extract(TEXT)
    assert found.quotes == expected.quotes
    assert [claim.value for claim in found.claims] == [3000]
    assert [actor.name for actor in found.actors] == ["Ada Brook"]


@pytest.mark.parametrize("part", ["quotes", "claims", "actors"])
def test_each_part_has_a_component(nlp, part):
    nlp.add_pipe(f"newsclaim_{part}")
    assert len(getattr(nlp(TEXT)._, f"newsclaim_{part}")) == 1


def test_it_is_looked_for_once_however_many_components_ask(nlp, monkeypatch):
    looked = []
    extract_doc = components.extract_doc

    def counted(*arguments):
        looked.append(arguments)
        return extract_doc(*arguments)

    monkeypatch.setattr(components, "extract_doc", counted)
    nlp.add_pipe("newsclaim_quotes")
    nlp.add_pipe("newsclaim_claims")
    nlp(TEXT)
    assert len(looked) == 1
