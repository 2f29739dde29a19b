"""Documents of Nexis Uni, told from their lines."""

import tomllib
from pathlib import Path

import pytest

from newsclaim.corpus.readers import nexis
from newsclaim.corpus.readers.document import Bad

CASES = tomllib.loads((Path(__file__).parents[2] / "cases/corpus/nexis_uni.toml").read_text("utf-8"))["document"]
END = "End of Document"


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_document_says_what_the_case_says(case):
    items = list(nexis.documents([*case["lines"], END, "Body", END]))
    item = items[0]
    if "bad" in case:
        assert isinstance(item, Bad)
        assert (case["bad"] in item.reason, item.place) == (True, "document 1")
        return
    said = {name: getattr(item.header, name) for name in ("title", "outlet", "published", "undated", "extra")} | {
        "authors": list(item.header.authors),
        "text": item.text.split("\n\n"),
    }
    assert {name: said[name] for name in said if name in case} == {name: case[name] for name in said if name in case}


def test_an_export_needs_both_its_marks():
    assert nexis.is_export(["x", "Body", "y", END])
    assert not nexis.is_export(["x", "Body", "y"])
    assert not nexis.is_export(["x", "y", END])
    assert not nexis.is_export(["x", "Bodyguard", END])


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        (["Documents (1)"], []),
        (["Dokumente (3)"], ["holds 3 documents; 1 was read"]),
        (["Documents (3) and more"], []),
        ([], []),
    ],
)
def test_the_count_on_the_cover_is_held_against_what_was_read(cover, told):
    lines = ["Strike", "Valley Post", "November 7, 2002", "Length: 9 words", "Body", "It rained.", END]
    remarks = [item.text for item in nexis.documents([*cover, "", *lines])][1:]
    assert [part in line for part, line in zip(told, remarks, strict=True)] == [True] * len(told)
