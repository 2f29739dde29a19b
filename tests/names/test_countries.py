"""Words that stand for countries, and words that must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.names.countries import country_of, display_name, located, lookup, office

#: What nests and repeats in names of governments.
PIECES = [" government", "-administration", "Government of ", "the ", "Norway", "'s", " ", "-", "U.S.", "of "]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norway", "NO"),
        ("the Norwegians", "NO"),
        ("Oslo", "NO"),
        ("Oslo's", "NO"),
        ("U.S.", "US"),
        ("US", "US"),
        ("us", None),  # the pronoun
        ("DPRK", "KP"),
        ("the North", "KP"),
        ("North", None),  # a direction
        ("the Kremlin", "RU"),
        ("the Élysée", "FR"),
        ("the Pentagon", "US"),
        ("Georgia", "GE"),
        ("Texas", None),  # a state of a country
        ("Munich", None),  # no capital
        ("turkey", None),  # the bird
        ("Republic of Korea", "KR"),
        ("Democratic People's Republic of Korea", "KP"),
        ("the British government", "GB"),
        ("Scotland", "GB"),
        ("United Nations", None),
        ("Guinea-Bissau", "GW"),
        ("Papua New Guinea", "PG"),
        ("", None),
        ("the", None),
    ],
)
def test_country_of(text, code):
    assert country_of(text) == code


def test_a_city_or_state_lies_in_a_country_that_it_does_not_stand_for():
    assert located("Texas") == "US"
    assert located("the Tuscany") == "IT"
    assert located("Harlow River") is None


def test_ways_tell_government_from_people_and_parts():
    assert lookup("Moscow").way == "capital"
    assert lookup("Russians").way == "people"
    assert lookup("Russian").way == "adjective"
    assert lookup("Scotland").way == "part"
    assert lookup("the Pentagon").way == "office"


def test_offices_have_a_name_and_a_country():
    assert office("Foggy Bottom") == ("U.S. State Department", "US")
    assert office("Main Street") is None


def test_unknown_codes_are_shown_as_they_are():
    assert display_name("KP") == "North Korea"
    assert display_name("QQ") == "QQ"


@given(st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_any_text_has_an_answer(text):
    assert country_of(text) is None or len(country_of(text)) == 2
