"""Articles as their finders read them, and findings led back."""

import json

import pytest

from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.models import Extraction, PipelineInfo, Quote, Span
from newsclaim.pipeline import extract_batch
from newsclaim.repair import legible


def spans(value):
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("text") is not None:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def found_in(text):
    batch = extract_batch([make_article(text)], DEFAULT_MODEL)
    assert not batch.broken
    found = json.loads(batch.found[0].model_dump_json(by_alias=True))
    assert found["article"]["text"] == text
    for kind in ("quotes", "claims", "actors"):
        assert all(text[one["start"] : one["end"]] == one["text"] for one in spans(found[kind]))
    return found


def test_an_article_without_damage_is_its_own_legible_form():
    article = make_article("Pier reopens\n\n“We wait,” said Ana Brok.\nIt rained.")
    assert legible(article).article is article


@pytest.mark.parametrize(
    "text",
    [
        "&ldquo;We lost 3&nbsp;000 boats,&rdquo;said [Anna\u200b Brok](https://ex.example/b), the mayor of **Oldport**.",
        "<p>“We lost 3,000 boats,” said the\n      mayor of Oldport,\n      Anna Brok, who\n      left.</p><p>She left.</p>",
        "\x93We lost 3,000 boats,\x94 said Anna\xa0Brok, the mayor of Oldport. She said she would buy 20 new ones.",
    ],
)
def test_findings_are_led_back_to_the_text_as_written(text):
    found = found_in(text)
    assert [mention["name"] for mention in found["quotes"][0]["speakers"]] == ["Anna Brok"]
    assert "We lost" in found["quotes"][0]["spans"][0]["text"]
    assert found["claims"][0]["value"] == 3000
    assert found["actors"][0]["name"] == "Anna Brok"


def test_silent_blocks_give_no_actors_and_nothing_is_read_across_them():
    text = (
        "Ferry sails again\n\nThe mayor of Oldport, Carla Muster, counted up to seven\n\n"
        "Ben Sample at the pier. Photo: Ana Example/Getty Images\n\nboats in the harbour on Monday."
    )
    found = found_in(text)
    assert {"Ben Sample", "Ana Example", "Getty Images"}.isdisjoint(actor["name"] for actor in found["actors"])
    assert [claim["text"] for claim in found["claims"]] == ["up to seven"]


def test_a_dateline_gives_no_actors_but_stays_to_be_read():
    text = "Ferry sails\n\nOLDPORT, March 4 (Norwire) — The ferry sails again, the Harbour Office said on Monday."
    article = make_article(text)
    assert legible(article).article is article
    assert "Norwire" not in {actor["name"] for actor in found_in(text)["actors"]}


def test_a_wrapped_and_indented_paragraph_is_read_as_one_line():
    text = "Ferry\n\n    The mayor,\n       Carla\n       Muster, left on\n       Monday, and nobody came."
    assert "The mayor, Carla Muster, left on Monday, and" in legible(make_article(text)).article.text


def test_a_finding_that_stands_as_it_was_written_is_not_made_anew():
    text = "Ferry sails again\n\n“We wait,” said Ana Brok.\n\nBen Sample at the pier. Photo: Ana Example/Getty Images"
    article = make_article(text)
    form = legible(article)
    assert form.article.text != text
    start = text.index("We wait")
    quote = Quote(id="q", kind="direct", rule="made-up", spans=(Span(start=start, end=start + 8, text="We wait,"),))
    across = quote.model_copy(update={"spans": (Span(start=start, end=len(text), text="other"),)})
    info = PipelineInfo(version="1", model="none")
    led = form.led_back(Extraction(pipeline=info, article=form.article, quotes=(quote, across)))
    assert led.article is article
    assert led.quotes[0] is quote
    assert led.quotes[1].spans[0].text == text[start:]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_of_white_space_is_its_own_legible_form(text):
    article = make_article(text)
    assert legible(article).article is article


def test_a_name_with_a_lost_letter_is_whole_and_shown_as_the_text_has_it():
    article = make_article(
        "The boat is gone, Anna Halv\ufffd\ufffdrn said. Halv\ufffd\ufffdrn said that 12 boats were lost."
    )
    (found,) = extract_batch([article], DEFAULT_MODEL).found
    assert {actor.name for actor in found.actors} == {"Anna Halv\ufffd\ufffdrn"}
    assert {speaker.name for quote in found.quotes for speaker in quote.speakers} == {"Anna Halv\ufffd\ufffdrn"}
