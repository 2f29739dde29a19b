"""Whatever the text: extraction never raises, every span slices back, and the result is the same every time."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsclaim.corpus import article_from_file_text, make_article
from newsclaim.extraction import extract_doc
from newsclaim.models import PipelineInfo

INFO = PipelineInfo(version="0", model="test")

#: What quotations, numbers and names are made of, so that random texts come close to news.
WORDS = [
    "said", "told", "according to", "denied", "that", "Ada Brook", "Brook", "she", "the minister", "Norland", "Mr.",
    "3,000", "at least", "up to", "$5", "50%", "dozens", "soldiers", "between", "and", "to", "10", "killed", "U.S.",
]  # fmt: skip
MARKS = [
    '"',
    "“",
    "”",
    "'",
    "‘",
    "’",
    "''",
    "«",
    "»",
    "(",
    ")",
    "-",
    "—",
    ":",
    ",",
    ".",
    "?",
    "…",
    " ",
    " ",
    "\n",
    "\n\n",
]
ODD = ["\u00a0", "\ud7ff", "🙂", "e\u0301", "\x00", "İ", "ﬁ", "1/2", "½", "٣", "²"]
PIECES = st.sampled_from([*WORDS, *MARKS, *ODD])
NEWSY = st.lists(PIECES, max_size=60).map(" ".join) | st.lists(PIECES, max_size=60).map("".join)
ANY = st.text(max_size=200) | NEWSY

PATIENT = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

WRAPPED = """title: Norland sends soldiers
date: 2024-10-21

Norland has sent at least 3,000
soldiers to the border, Defense Minister Ada
Brook said on Monday. "This is
a very serious step," she said. Up to
12,000 soldiers could follow by
December, according to the
union of dockers, and between 10 and
20 ships.
"""


def spans(value: Any):
    """Yield every (start, end, text) in a dumped extraction, whatever it hangs on."""
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("text") is not None:
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def check(doc, article):
    found = extract_doc(doc, article, INFO).model_dump(mode="json", by_alias=True)
    text = found["article"]["text"]
    for start, end, piece in spans({key: found[key] for key in ("quotes", "claims", "actors")}):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == piece
    ids = [item["id"] for key in ("quotes", "claims", "actors") for item in found[key]]
    assert len(ids) == len(set(ids))
    return found


@PATIENT
@given(text=ANY)
@example(text="f Told sAID")  # a verb whose content has the last word alone
def test_any_text(nlp_doc, text):
    check(*nlp_doc(text))


#: Sentences with several cues, several ways to credit the same words, and reports inside reports.
WHO = st.sampled_from(["the abbot", "Ada Brook", "she", "a spokesman", "the report", "Norland"])
SAYS = st.sampled_from(["said", "told Channel Nine", "claimed", "snorted", "was quoted as saying", "denied"])
ASIDE = st.sampled_from(
    ["", " – who refused to give his name –", ", who said he was afraid,", ", he claimed,", " (he said)"]
)
SAID = st.sampled_from(
    ['"They have lost their minds,"', '"No."', "“We ‘won’,”", "the claim that it rained", "that it rained"]
)
CREDITED = st.one_of(
    st.builds("{} {}{} {}.".format, SAID, WHO, ASIDE, SAYS),
    st.builds("{}{} {} {}.".format, WHO, ASIDE, SAYS, SAID),
    st.builds("{} {} {} {} {}.".format, WHO, SAYS, WHO, SAYS, SAID),
    st.builds("{} {} {} on Monday, according to {}.".format, WHO, SAYS, SAID, WHO),
)


@PATIENT
@given(text=st.lists(CREDITED, min_size=1, max_size=12).map(" ".join))
def test_no_two_findings_share_an_id(nlp_doc, text):
    check(*nlp_doc(text))


#: No chain of words is followed by recursion: lists of counted things, of places, of clauses, of joined names.
CHAINS = [
    " ".join(f"{n} men," for n in range(2000)),
    "5 died in " + ", ".join(["Verra"] * 2000),
    "He said " * 1500,
    "Ada Brook and " * 1500 + "Ada Brook said it rained.",
    "the government of " * 1500 + "Norway said no.",
]


@pytest.mark.parametrize("text", CHAINS, ids=lambda text: text[:16])
def test_long_chains(nlp_doc, text):
    check(*nlp_doc(text))


@pytest.mark.parametrize(
    "text", ["", " ", "\n", '"', '"' * 3000, '" ' * 1500, "said " * 400, "3,000 " * 400, "(" * 2000]
)
def test_odd_texts(nlp_doc, text):
    check(*nlp_doc(text))


def test_hard_wrapped_text_gives_what_the_unwrapped_gives(nlp_doc):
    wrapped = article_from_file_text(WRAPPED, id="a", path=None)
    flat = make_article(wrapped.text.replace("\n", " ").replace("soldiers  ", "soldiers\n\n", 1), id="a")
    doc, article = nlp_doc(wrapped.text)
    found = check(doc, article)
    other = check(*nlp_doc(flat.text))
    for key in ("quotes", "claims"):
        assert len(found[key]) == len(other[key]) > 0
    assert {s["name"] for q in found["quotes"] for s in q["speakers"]} >= {"Ada Brook"}


def test_references_between_findings_exist(nlp_doc):
    found = check(*nlp_doc(WRAPPED))
    actors = {actor["id"] for actor in found["actors"]}
    quotes = {quote["id"] for quote in found["quotes"]}
    claims = {claim["id"] for claim in found["claims"]}
    for quote in found["quotes"]:
        assert {m["actor"] for m in quote["speakers"] + quote["via"]} <= actors | {None}
    for claim in found["claims"]:
        assert {m["actor"] for m in claim["sources"]} <= actors | {None}
        assert claim["quote"] in quotes | {None}
        assert {claim["part_of"], claim["adds_to"], claim["from"]} <= claims | {None}
