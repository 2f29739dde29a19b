"""Titles split from names."""

import pytest

from newsclaim.names.person import parse
from newsclaim.names.titles import begins_name, gender_of_title, rank_of, split_title


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("Jane Doe", "", "Jane Doe"),
        ("U.S. Defense Secretary Jane Doe", "U.S. Defense Secretary", "Jane Doe"),
        ("Secretary of Defense Jane Doe", "Secretary of Defense", "Jane Doe"),
        ("Lt. Gen. Jane Doe", "Lt. Gen.", "Jane Doe"),
        ("former Prime Minister Jane Doe", "former Prime Minister", "Jane Doe"),
        ("Jane Doe, the opposition leader", "", "Jane Doe"),
        ("Jane “Janey” Doe", "", "Jane Doe"),
        ("Jane Doe's", "", "Jane Doe"),
        ("Major", "", "Major"),  # a lone word is a name, whatever it means
        ("Star Trek", "", "Star Trek"),  # what is an office elsewhere begins a name here
        ("Dean Holm", "", "Dean Holm"),
        ("Elizabeth II", "", "Elizabeth II"),  # a monarch's number belongs to the name
    ],
)
def test_split_title(text, title, name):
    titled = split_title(text)
    assert (titled.title, titled.name) == (title, name)


@pytest.mark.parametrize(
    ("text", "given", "family", "order"),
    [
        ("Jane Doe", ("Jane",), "Doe", "western"),
        ("Kim Ha-neul", ("Ha-neul",), "Kim", "korean"),
        ("Ha-neul Kim", ("Ha-neul",), "Kim", "korean"),
        ("Wang Xiaoming", ("Xiaoming",), "Wang", "chinese"),
        ("Salim bin Omar", ("Salim",), "bin Omar", "western"),
        ("Nguyen Van Minh", ("Van", "Minh"), "Nguyen", "vietnamese"),
        ("Kim Kardashian", ("Kim",), "Kardashian", "western"),  # a first name here
        ("van Dam", (), "van Dam", "western"),
    ],
)
def test_parts_of_a_name(text, given, family, order):
    parsed = parse(text)
    assert (parsed.given, parsed.family, parsed.order) == (given, family, order)


def test_what_titles_tell():
    assert gender_of_title("foreign ministry spokeswoman") == "f"
    assert gender_of_title("Mr") == "m"
    assert gender_of_title("President") is None
    assert rank_of("Foreign Minister") == "minister"
    assert rank_of("ambassador to Norway") == "diplomat"
    assert rank_of("violinist") is None


@pytest.mark.parametrize(
    ("word", "begins"), [("Mr", True), ("Ms.", True), ("Miss", True), ("Sir", False), ("mr", False)]
)
def test_with_mr_and_mrs_a_name_begins(word, begins):
    assert begins_name(word) == begins
    assert not begins or gender_of_title(word) in {"m", "f"}
