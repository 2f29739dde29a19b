"""No text breaks the search, spans are the text, and long texts take time in proportion."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclaim.corpus import make_article
from newsclaim.extraction.numbers import find_claims
from newsclaim.extraction.page import page_of

WORDS = (
    "one half a of the $ 5 1,000 percent dozens people were killed between and to from more than - – ( ) “ in 2019"
    " year-old km , . said Monday 9/11 € bn third others including per day will if"
).split()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_never_raises_and_spans_are_the_text(nlp_doc, text):
    doc, article = nlp_doc(text)
    ids = set()
    for claim in find_claims(page_of(doc, article)):
        for span in (claim, claim.number, claim.whose, claim.event, claim.place, claim.time, *claim.sources):
            assert span is None or article.text[span.start : span.end] == span.text
        assert claim.start <= claim.number.start < claim.number.end <= claim.end
        ids.add(claim.id)
    assert None not in ids


def test_the_same_text_gives_the_same_claims(nlp_doc):
    text = "At least 30 people died on Monday and 12 of them were children."
    assert find_claims(page_of(*nlp_doc(text))) == find_claims(page_of(*nlp_doc(text)))


def test_boilerplate_and_captions_state_nothing(nlp_doc):
    doc, article = nlp_doc("Some 40 boats sank.")
    silent = article.model_copy(
        update={"blocks": tuple(b.model_copy(update={"kind": "caption"}) for b in article.blocks)}
    )
    assert find_claims(page_of(doc, article))
    assert find_claims(page_of(doc, silent)) == ()


def steps(search, *given):
    """Count the calls of functions, ours and built-in ones, that a search makes."""
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        search(*given)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", ["5 cats, ", "on Monday 5 people, ", "$5 (", "half a ", "3/4/"])
def test_twice_the_text_takes_about_twice_the_steps(nlp_doc, piece):
    once, twice = (steps(find_claims, page_of(*nlp_doc(piece * times))) for times in (100, 200))
    assert twice < 3 * once


def test_no_claims_without_words():
    from spacy.lang.en import English

    assert find_claims(page_of(English()(""), make_article("", id="a"))) == ()
