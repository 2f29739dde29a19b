"""Whole articles: who is in them and which words mean whom."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from newsclaim.extraction.actors import find_actors
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "actors" / "articles.toml").read_text("utf-8"))["case"]


def found(nlp_doc, text, **header):
    doc, article = nlp_doc(text, **header)
    return find_actors(page_of(doc, article), find_quotes(page_of(doc, article)), ()), article


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"])
def test_article(nlp_doc, case):
    header = {"title": case["headline"]} if "headline" in case else {}
    findings, article = found(nlp_doc, case["text"], **header)
    actors = {actor.name: actor for actor in findings.actors}
    everything = [mention.text for actor in findings.actors for mention in actor.mentions]
    for name, words in case.get("who", {}).items():
        assert name in actors, sorted(actors)
        texts = [mention.text for mention in actors[name].mentions]
        rest = iter(texts)
        assert all(word in rest for word in words), texts
    for name, kind in case.get("kind", {}).items():
        assert actors[name].kind == kind
    for name, kind in case.get("kind_not", {}).items():
        assert name not in actors or actors[name].kind != kind
    for name, country in case.get("country", {}).items():
        assert actors[name].country == country
    for name, title in case.get("roles", {}).items():
        assert title in [role.office for role in actors[name].roles]
    for name, count in case.get("count", {}).items():
        assert len(actors[name].mentions) == count
    for word in case.get("absent", []):
        assert word not in everything
    _check_offsets(findings, article)


def _check_offsets(findings, article):
    ids = [actor.id for actor in findings.actors]
    assert len(ids) == len(set(ids))
    stated = {(actor.id, role.start, role.end) for actor in findings.actors for role in actor.roles}
    bearers = Counter((start, end) for _, start, end in stated)
    for actor in findings.actors:
        for span in actor.mentions:
            assert article.text[span.start : span.end] == span.text
        for role in actor.roles:
            said = " ".join(article.text[role.start : role.end].split())
            shared = bearers[role.start, role.end] > 1
            assert role.title in (None, said) or (shared and role.title in _in_singular(said))
            assert role.title is not None or role.organisation is not None


def _in_singular(title):
    """Return a title without the "s" of one of its words: "Senator" of "Senators Jane Doe and Robert Ek"."""
    return {title[: s.start()] + title[s.end() :] for s in re.finditer(r"s(?!\S)", title)}


def test_every_mention_in_a_role_that_names_somebody_has_an_actor(nlp_doc):
    text = (
        "Norwegian officials said on Monday that the road was safe. The joint communiqué said the work had begun. "
        "They said so again."
    )
    doc, article = nlp_doc(text)
    quotes = find_quotes(page_of(doc, article))
    findings = find_actors(page_of(doc, article), quotes, ())
    named = {resolved.name for found in findings.roles.values() for resolved in found}
    assert "Norwegian officials" in named
    kinds = {actor.name: actor.kind for actor in findings.actors}
    assert kinds["Norwegian officials"] == "group"
    assert {actor.country for actor in findings.actors if actor.name == "Norwegian officials"} == {"NO"}
    resolved = {one.actor for found in findings.roles.values() for one in found}
    assert resolved <= {actor.id for actor in findings.actors}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        '"' * 500,
        "A" * 3000,
        "Kim " * 400,
        "his " * 400,
        "the minister's " * 200,
        "\u0301\u200b…— “",
        "O'N' the' s's 's",
    ],
)
def test_odd_texts_do_not_raise(nlp_doc, text):
    findings, article = found(nlp_doc, text)
    _check_offsets(findings, article)


def test_the_same_text_gives_the_same_actors(nlp_doc):
    text = "Jana Tanberg met Robert Ek in Oslo. She told him that his offer came late."
    assert found(nlp_doc, text)[0] == found(nlp_doc, text)[0]
