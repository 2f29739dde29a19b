"""Names by their capitals alone: which words are taken to open a sentence."""

from __future__ import annotations

import pytest

from newsclaim.stories.capitals import names, written


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Brook spoke.", "Brook", True),
        ("They left. Brook spoke.", "Brook", True),
        ("They left! Brook spoke.", "Brook", True),
        ("They left.  Brook spoke.", "Brook", True),
        ("They left\nBrook spoke.", "Brook", True),
        ("She said: Brook spoke.", "Brook", True),
        ("She said, “Brook spoke.", "Brook", True),
        ("HARROW — Brook spoke.", "Brook", True),
        ("  Brook spoke.", "Brook", True),
        ("It was Brook", "Brook", False),
        ("On May 4 Brook spoke.", "Brook", False),
        ("They left, Brook spoke.", "Brook", False),
        ("They left;  Brook spoke.", "Brook", False),
        ("I, Brook, spoke.", "Brook", False),
        ("I saw  Brook", "Brook", False),
        ("They left.    Brook spoke.", "Brook", False),
    ],
)
def test_what_opens_a_sentence(text, word, expected):
    opens = {name.split()[0]: bool(letter) for name, letter in written(text, 0, len(text))}
    assert opens[word] is expected


def test_a_part_of_a_text_is_read_with_what_stands_before_it():
    text = "They left. Brook met Lind in Harrow."
    assert written(text, 11, 26) == [("Brook", "B"), ("Lind", "")]
    assert written(text, 21, 28) == [("Lind", "")]


def test_a_word_that_opens_a_sentence_is_no_part_of_a_name():
    assert list(names("They left. The Brook Trust spoke. It was The Brook Trust.")) == [
        (15, "Brook Trust"),
        (41, "The Brook Trust"),
    ]
