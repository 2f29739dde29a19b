"""The sentence around something found, by its marks alone."""

from __future__ import annotations

import pytest

from newsclaim.models import Block
from newsclaim.sentences import sentence_around

#: Text and, in brackets, what was found in it; then the sentence around.
CASES = [
    ("One. Two [three] four. Five.", "Two three four."),
    ("Rain fell. Gen. [Brook] left. He sang.", "Gen. Brook left."),
    ("The U.S. [Senate] met.", "The U.S. Senate met."),
    ("They flew to the U.S. The [senators] met.", "The senators met."),
    ("J. K. [Brook] left. He sang.", "J. K. Brook left."),
    ("At 5 p.m. [Brook] left.", "At 5 p.m. Brook left."),
    ("“It rained,” she said. “[It] poured.” He left.", "“It poured.”"),
    ("Is it [5]? Yes.", "Is it 5?"),
    ("It grew by 3.5 [percent]. Good.", "It grew by 3.5 percent."),
    ("He said [no. We go] on. Good.", "He said no. We go on."),  # over two sentences
    ("The first\nline [goes] on. Next.", "The first\nline goes on."),
    ("[All] of it", "All of it"),
    ("Left at last [.] Then.", "Left at last ."),
]


@pytest.mark.parametrize(("marked", "sentence"), CASES)
def test_sentence_around(marked, sentence):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    first, last = sentence_around(text, [Block(start=0, end=len(text), kind="body")], start, end)
    assert text[first:last] == sentence


def test_a_sentence_never_crosses_a_paragraph():
    text = "A headline\n\nThe text"
    blocks = [Block(start=0, end=10, kind="title"), Block(start=12, end=20, kind="body")]
    assert sentence_around(text, blocks, 2, 4) == (0, 10)
    assert sentence_around(text, blocks, 12, 15) == (12, 20)
    assert sentence_around(text, blocks, 2, 15) == (0, 10)
