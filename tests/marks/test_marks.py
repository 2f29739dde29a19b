"""Marks: what can be answered, which finding a mark is about, what it puts right, how many are right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.errors import InputError, QueryError
from newsclaim.marks.answers import answer_in
from newsclaim.marks.correct import corrected, local_id
from newsclaim.marks.file import content_of, file_beside, marks_in, save_marks
from newsclaim.marks.places import found_again, place_of, words_of
from newsclaim.marks.precision import ROW, draw, precision, wilson
from newsclaim.models.mark import Mark
from samples import extraction

FOUND = extraction()
QUOTES, CLAIMS = FOUND.quotes, FOUND.claims


def mark(finding, verdict="right", **fields):
    start, end = place_of(finding)
    kind = "quote" if finding in QUOTES else "claim"
    values = {"id": finding.id, "kind": kind, "article": "port", "start": start, "end": end, "text": words_of(finding)}
    return Mark(**(values | {"verdict": verdict} | fields))


ANSWERS = [
    ("r", "quote", ("right", (), {}, "")),
    ("Right # sure", "claim", ("right", (), {}, "sure")),
    ("w", "quote", ("wrong", (), {}, "")),
    ("w speaker cue # who?", "quote", ("corrected", ("speaker", "cue"), {}, "who?")),
    ("c speaker=Ada Brook", "quote", ("corrected", ("speaker",), {"speaker": "Ada Brook"}, "")),
    ("c value=5; class = troops", "claim", ("corrected", ("value", "class"), {"value": "5", "class": "troops"}, "")),
]


@pytest.mark.parametrize(("typed", "kind", "expected"), ANSWERS)
def test_answers(typed, kind, expected):
    answer = answer_in(typed, kind)
    assert (answer.verdict, answer.wrong, answer.fields, answer.note) == expected


@pytest.mark.parametrize("typed", ["", "x", "r speaker", "c", "c speaker", "w value", "c content=x", "c value=5"])
def test_what_is_no_answer_is_told(typed):
    with pytest.raises(QueryError, match="type r|no field|corrects nothing"):
        answer_in(typed, "quote")


def test_a_mark_finds_its_finding_again():
    first, second = CLAIMS
    moved = mark(first, id="n000000000000", start=first.start + 400, end=first.end + 400)
    assert found_again(mark(second), CLAIMS) == second  # by its id
    assert found_again(moved, CLAIMS) == first  # by its words
    assert found_again(moved.model_copy(update={"text": "other words"}), CLAIMS) is None
    near = mark(first, id="n000000000000", end=first.end + 4, text="about 3,000 dockers had")
    assert found_again(near, CLAIMS) == first  # by its place
    assert found_again(mark(first, id="n0", end=first.end + 60, text="x"), CLAIMS) is None
    assert found_again(moved, ()) is None


CORRECTIONS = [
    (QUOTES[0], {"speaker": "Tom Reed"}, lambda q: [(m.name, m.actor, m.text) for m in q.speakers], [("Tom Reed", None, "Minister Ada Brook")]),
    (QUOTES[0], {"speaker": "nobody"}, lambda q: q.speakers, ()),
    (QUOTES[0], {"stance": "denies"}, lambda q: q.cue.stance, "denies"),
    (QUOTES[0], {"kind": "mixed"}, lambda q: q.kind, "mixed"),
    (CLAIMS[0], {"value": "4,000"}, lambda c: (c.value, c.low, c.high), (4000, None, None)),
    (CLAIMS[1], {"value": "600"}, lambda c: (c.value, c.low, c.high), (600, None, 600)),
    (CLAIMS[0], {"class": "troops", "status": "denied"}, lambda c: (c.class_, c.status), ("troops", "denied")),
    (CLAIMS[0], {"place": "Norway"}, lambda c: (c.place.name, c.place.country), ("Norway", "NO")),
    (CLAIMS[0], {"place": "-"}, lambda c: c.place, None),
    (CLAIMS[0], {"whose": "the union"}, lambda c: c.whose.name, "the union"),
    (CLAIMS[0], {"source": "none"}, lambda c: c.sources, ()),
    (CLAIMS[0], {"source": "Tom Reed"}, lambda c: (c.sources[0].name, c.sources[0].cue.text), ("Tom Reed", "said")),
]  # fmt: skip


@pytest.mark.parametrize(("finding", "fields", "get", "expected"), CORRECTIONS)
def test_a_mark_puts_right(finding, fields, get, expected):
    assert get(corrected(finding, mark(finding, "corrected", fields=fields), {})) == expected


def test_a_name_that_is_an_actor_leads_to_it():
    speaker = corrected(
        QUOTES[0], mark(QUOTES[0], "corrected", fields={"speaker": "Reed"}), {"Reed": "Tom Reed"}
    ).speakers[0]
    assert (speaker.actor, speaker.name) == (local_id("port", "Reed"), "Tom Reed")


@pytest.mark.parametrize("fields", [{"value": "lots"}, {"class": "tents"}, {"content": "x"}])
def test_what_cannot_be_is_told(fields):
    with pytest.raises(InputError, match="a mark"):
        corrected(CLAIMS[0], mark(CLAIMS[0], "corrected", fields=fields), {})


def test_the_file_keeps_what_was_marked(tmp_path):
    file = file_beside(tmp_path / "news.db")
    assert file.name == "news.marks.jsonl"
    assert content_of(file) is None
    given = [mark(CLAIMS[0], "wrong", note="“no”"), mark(QUOTES[1], "corrected", wrong=("cue",), sample="60:1")]
    save_marks(file, given)
    assert {one.id: one for one in marks_in(content_of(file), file)} == {one.id: one for one in given}
    before = file.read_bytes()
    save_marks(file, reversed(given))
    assert file.read_bytes() == before


def test_a_line_that_is_no_mark_is_told(tmp_path):
    with pytest.raises(InputError, match=r"line 2 of .* is no mark: kind"):
        marks_in(mark(QUOTES[0]).model_dump_json() + "\n{}\n".replace("{}", '{"id": "q"}'), tmp_path / "x")


def test_a_draw_is_the_same_for_the_same_seed():
    ids = {"quote": [f"q{n}" for n in range(90)], "claim": [f"n{n}" for n in range(3)]}
    drawn = draw(ids, 21, 1)
    assert drawn == draw({kind: one[::-1] for kind, one in ids.items()}, 21, 1) != draw(ids, 21, 2)
    assert [one[0] for one in drawn] == ["q", "n"] * 3 + ["q"] * 8  # by turns
    assert len(set(drawn)) == 14


def test_precision():
    marks = [mark(QUOTES[0]), mark(QUOTES[1], "corrected", wrong=("cue",)), mark(CLAIMS[0], "wrong")]
    found = {(one.kind, one.field): (one.right, one.seen) for one in precision(marks)}
    assert found["quote", ROW] == (1, 2)
    assert found["quote", "speaker"] == (2, 2)
    assert found["quote", "cue"] == (1, 2)
    assert found["claim", ROW] == found["claim", "value"] == (0, 1)


@pytest.mark.parametrize(
    ("right", "seen", "interval"),
    [(30, 60, (0.3774, 0.6226)), (60, 60, (0.9398, 1.0)), (0, 10, (0.0, 0.2775)), (81, 263, (0.2553, 0.3662))],
)
def test_wilsons_interval(right, seen, interval):
    assert wilson(right, seen) == interval  # the last one is Newcombe's example of 1998


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_the_share(right, more):
    low, high = wilson(right, right + more - 1 or 1)
    assert 0 <= low <= round(right / (right + more - 1 or 1), 4) <= high <= 1
