"""Names that are cut or joined after they were found."""

import pytest

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.names import parted
from newsclaim.extraction.page import page_of


@pytest.mark.parametrize(
    ("text", "joined", "names"),
    [
        ("Ina Graham met Whitman . Graham and Whitman lead .", (5, 8), ["Ina Graham", "Whitman", "Graham", "Whitman"]),
        ("Ina Graham met Ek . Marks and Graham lead .", (5, 8), ["Ina Graham", "Ek", "Marks and Graham"]),
    ],
)
def test_names_that_stand_alone_are_parted(nlp_doc, text, joined, names):
    doc, article = nlp_doc(text)
    w = page_of(doc, article).tokens
    found = [Name(i, j, w.start[i], w.end[j - 1], w.words(i, j)) for i, j in ((0, 2), (3, 4), joined)]
    assert [name.text for name in parted(found, w)] == names
