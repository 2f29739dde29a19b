"""What looking back for a phrase costs: no walk through the whole article before each."""

from __future__ import annotations

from dataclasses import fields

import pytest

from newsclaim.extraction.actors.documents import earlier
from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.phrases import Nominal
from newsclaim.extraction.actors.unstated import goes_on
from newsclaim.extraction.page.tokens import BEYOND, Tokens


class Read(list):
    """A column of tokens that counts what is read of it."""

    def __init__(self, column):
        super().__init__(column)
        self.read = 0

    def __getitem__(self, item):
        found = super().__getitem__(item)
        self.read += len(found) if isinstance(item, slice) else 1
        return found


def tokens_of(sentence, times):
    """The same sentence many times, with a number in place of "…", its tokens without any analysis but that of nouns."""
    text = [word for n in range(times) for word in sentence.replace("…", str(n)).split()]
    columns = {
        field.name: Read([""] * (len(text) + BEYOND)) for field in fields(Tokens) if field.init and field.name[0] != "_"
    }
    text += [""] * BEYOND
    return Tokens(
        **columns | {"whole": "", "text": text, "low": text, "lemma": Read(text), "tag": Read(["NN"] * len(text))}
    )


def read_of(sentence, noun, times, look):
    """How many tokens are read when a phrase is looked back from wherever it stands."""
    w = tokens_of(sentence, times)
    for head in [i for i, word in enumerate(w.text) if word == noun]:
        look(w, head)
    return w.lemma.read + w.tag.read


def back(w, head):
    """Look for what "the report", "the second report" means."""
    return list(earlier(w, head - 1 - (w.low[head - 1] != "the"), head))


def on(w, head):
    """Look whether "the expert" is the first one."""
    return goes_on(w, Nominal(head - 1, head, (), None), Entity("person", "Ada Lund"))


@pytest.mark.parametrize(
    ("sentence", "look"),
    [
        ("the report said that the boats were lost on the river", back),
        ("the … report said that the boats were lost on the river", back),
        ("the … letter said that the boats were lost on the river", back),
        ("the expert said that the boats were lost on the river", on),
    ],
)
def test_looking_back_grows_with_the_article_and_no_faster(sentence, look):
    noun = sentence.removeprefix("the … ").removeprefix("the ").split()[0]
    once, twice = (read_of(sentence, noun, times, look) for times in (100, 200))
    assert 0 < twice <= 2.2 * once


def test_the_nearest_come_first_and_no_more_than_a_dozen():
    w = tokens_of("a study told the report so", 20)
    head = len(w) - 2
    found = back(w, head)
    assert len(found) == 12
    assert found == sorted(found, reverse=True)
    assert {w.text[k] for k in found} == {"study", "report"}
