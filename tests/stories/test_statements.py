"""Which quotes are one statement, and how each renders the fullest one."""

from __future__ import annotations

import itertools
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.models import Quote, Span
from newsclaim.models.statement import Saying
from newsclaim.stories.statements import wordings
from newsclaim.stories.statements.groups import groups
from newsclaim.stories.statements.likeness import likeness
from newsclaim.stories.statements.renderings import Renderings, _common, _steps, read, rendered
from newsclaim.stories.statements.tokens import tokens
from newsclaim.stories.statements.wording import wording

FOLDER = Path(__file__).parents[1] / "cases" / "stories"
RENDERINGS = tomllib.loads((FOLDER / "renderings.toml").read_text("utf-8"))["case"]
STATEMENTS = tomllib.loads((FOLDER / "statements.toml").read_text("utf-8"))["case"]


def quote(text, kind="direct"):
    span = Span(start=0, end=len(text), text=text)
    return Quote(id="q", kind=kind, spans=(span,), rule="made-up")


@pytest.mark.parametrize("case", RENDERINGS, ids=lambda case: case["name"])
def test_rendering(case):
    words = re.sub("[»«]", "", case["quote"])
    found = rendered(quote(case["full"]), quote(words, "indirect" if case.get("indirect") else "direct"))
    marked = words
    for start, end in reversed(found.differs):
        marked = f"{marked[:start]}»{marked[start:end]}«{marked[end:]}"
    assert (found.rendering, marked) == (case["rendering"], case["quote"])


def test_renderings_with_the_same_words_are_compared_once(monkeypatch):
    fullest, said = quote("The council will close both harbours before the winter."), "The council will close both."
    renderings = Renderings(fullest)
    first = renderings.of(quote(said))
    monkeypatch.setattr("newsclaim.stories.statements.renderings.blocks", None)
    later = Quote(id="r", kind="direct", spans=(Span(start=7, end=7 + len(said), text=said),), rule="made-up")
    assert renderings.of(later).rendering == first.rendering
    assert [(start - 7, end - 7) for start, end in renderings.of(later).differs] == list(first.differs)


def test_what_is_written_and_cut_alike_is_read_once(monkeypatch):
    reads = []
    monkeypatch.setattr("newsclaim.stories.statements.renderings.read", lambda one: reads.append(one) or read(one))
    renderings = Renderings(quote("The council will close both harbours before the winter."))
    said = ("The council will", "close all of both")

    def at(begin, gap, kind="direct"):
        second = begin + len(said[0]) + gap
        spans = (Span(start=begin, end=begin + len(said[0]), text=said[0]),
                 Span(start=second, end=second + len(said[1]), text=said[1]))  # fmt: skip
        return Quote(id="q", kind=kind, spans=spans, rule="made-up")

    first, moved, wider = (renderings.of(one) for one in (at(5, 9), at(40, 9), at(5, 12)))
    assert len(reads) == 3  # the fullest, and two of these
    assert [(start + 35, end + 35) for start, end in first.differs] == list(moved.differs)
    assert moved.rendering == wider.rendering == first.rendering
    assert (
        wider.differs == rendered(quote("The council will close both harbours before the winter."), at(5, 12)).differs
    )


@given(st.lists(st.sampled_from("abcd"), max_size=9), st.lists(st.sampled_from("abcd"), max_size=9))
def test_what_two_wordings_have_in_common_tells_each_of_the_other(one, other):
    common = _common(one, other)
    steps = list(_steps(common, len(one), len(other)))
    assert all(one[i : i + size] == other[j : j + size] for i, j, size in common)
    for side, words in ((1, one), (3, other)):
        assert [word for step in steps for word in words[step[side] : step[side + 1]]] == words
    assert all(one[i:end] == other[j:stop] for same, i, end, j, stop in steps if same)


def test_what_begins_and_ends_alike_is_compared_between_alone(monkeypatch):
    seen = []
    monkeypatch.setattr("newsclaim.stories.statements.renderings.blocks", lambda *sides: seen.append(sides) or [])
    fullest, other = "The council will close both harbours before the winter.", "The council may close both harbours."
    Renderings(quote(fullest)).of(quote(other))
    assert seen == [
        (["will", "close", "both", "harbours", "before", "the", "winter"], ["may", "close", "both", "harbours"])
    ]


def spans_of(words):
    """The content without its quotation marks, and the parts that stand in them."""
    bare = re.sub("[“”]", "", words)
    marked, at = [], 0
    for part in re.split("([“”])", words):
        if part in {"“", "”"}:
            marked.append(at)
        else:
            at += len(part)
    return [(0, len(bare))], list(zip(marked[::2], marked[1::2], strict=True))


def sayings(told, stories):
    for number, (speaker, words, *kind) in enumerate(told):
        one = wording(words.replace("“", "").replace("”", ""), *spans_of(words))
        if one is not None:
            yield one, Saying(
                id=str(number), form=one.form, weight=one.weight, speakers=(speaker,),
                kind=kind[0] if kind else "direct", article=str(number), outlet=None, published=None,
                story=stories[number] if stories else None,
            )  # fmt: skip


@pytest.mark.parametrize("case", STATEMENTS, ids=lambda case: case["name"])
def test_statements(case):
    told = list(sayings(case["quotes"], case.get("stories")))
    alike = [found for (a, _), (b, _) in itertools.combinations(told, 2) if (found := likeness(a, b))]
    expected = sorted(case["groups"])
    for order in (told, told[::-1]):
        found = groups([saying for _, saying in order], alike)
        assert sorted(sorted(int(one.id) for one in group) for group in found) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s 10,000 of the brother’s", "it is 10000 of the brother"),
        ("We won't, can't, needn't", "we will not can not need not"),
        ("U.S. troops [sic] at 3.5%", "us troops at 3.5 percent"),
        ("forty-two, twenty boats, sixty", "42 20 boats 60"),
        ("Let's go, they'd said", "let us go they would said"),
    ],
)
def test_words(text, words):
    assert " ".join(token.word for token in tokens(text)) == words


@given(
    st.lists(
        st.lists(st.sampled_from("keeper beacon unlit nights captain cliffs radar 14 the of".split()), max_size=12),
        max_size=12,
    )
)
def test_wordings_that_come_one_by_one_are_held_against_all_others(several):
    """Whatever the order, the pairs that were proposed are those that all at once would have given."""
    made = [one for words in several if (one := wording(" ".join(words), [(0, 1000)])) is not None]
    whole = wordings.wordings([wordings.packed(made)])
    every = {
        frozenset((int(whole.forms[a]), int(whole.forms[b])))
        for a, b in wordings.proposed(wordings.wordings([]), whole)[1].tolist()
    }
    found, before = set(), wordings.wordings([])
    for count in range(1, len(made) + 1):
        after = wordings.wordings([wordings.packed([one]) for one in made[:count]])
        touched, pairs = wordings.proposed(before, after)
        forms = {int(after.forms[n]) for n in touched}
        found = {pair for pair in found if not pair & forms}
        found |= {frozenset(after.forms[pair].tolist()) for pair in pairs}
        before = after
    assert found == every


def test_what_many_wordings_have_proposes_no_pair():
    made = [
        wording(f"the keeper left beacon number{n} unlit{n} again{n}", [(0, 1000)]) for n in range(wordings._MOST + 1)
    ]
    none = wordings.wordings([])
    assert not len(wordings.proposed(none, wordings.wordings([wordings.packed(made)]))[1])
    some = wordings.wordings([wordings.packed(made[:-1])])
    assert len(wordings.proposed(none, some)[1]) == wordings._MOST * (wordings._MOST - 1) // 2
    touched, pairs = wordings.proposed(some, wordings.wordings([wordings.packed(made)]))
    assert len(touched) == len(made)  # the last one makes the pairs of the others undone
    assert not len(pairs)
