"""What a number takes from the words around it: whose level it is, who is meant, how sure it is."""

from __future__ import annotations

import pytest

from newsclaim.extraction.actors import ActorFindings
from newsclaim.extraction.link import link
from newsclaim.extraction.numbers import find_claims
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

CASES = [
    # what a step or a level belongs to, not the step itself
    ("It posted a 9 percent rise in annual pretax profit.", "9", "about", "annual pretax profit"),
    ("The shares hit a 12-month low of 88 pence.", "88", "about", "shares"),
    ("The insurer raised its dividend 10 percent to 55 cents.", "10", "about", "dividend"),
    ("Marlow shares lost $2.15, or 4 percent, to $51.60.", "51.60", "about", "Marlow shares"),
    ("It will pay $14.50 in cash for each Oakline share.", "14.50", "about", "Oakline share"),
    # a change told again, or by the noun behind; "percent more" is one only with "than"
    ("The index gained 41.3 points, or 0.6 percent.", "0.6", "trend", "up"),
    ("The company said a 6 percent drop in sales hurt margins.", "6", "trend", "down"),
    ("The insurer raised its dividend 10 percent to 55 cents.", "10", "trend", "up"),
    ("The bank holds a 6 percent stake in the mill.", "6", "trend", None),
    ("The bank cut its forecast from 6 percent.", "6", "trend", None),
    # the year that something is compared with dates nothing
    ("Orders tumbled 23.5 percent from a year ago to 81.2 billion yen.", "81.2", "status", "asserted"),
    ("The flood, the worst since 1978, when 900 people drowned, left 60,000 homeless.", "900", "status", "background"),
    ("The flood, the worst since 1978, when 900 people drowned, left 60,000 homeless.", "60,000", "status", "asserted"),
    ("Reports of 1,500 casualties are exaggerated.", "1,500", "status", "denied"),
    ("Reports of 1,500 casualties are not exaggerated.", "1,500", "status", "asserted"),
    # people without a home; a vote lost "without power" is none
    ("The blaze left 12 families without a roof.", "12", "class_", "people-displaced"),
    ("Nearly 10,000 were moved to higher ground.", "10,000", "class_", "people-displaced"),
    ("At least 9 dead, thousands displaced in Kesra", "thousands", "class_", "people-displaced"),
    ("The storm left 4,000 residents without power.", "4,000", "class_", "other"),
    ("Local media put the number of missing at 17.", "17", "class_", "people-missing"),
    ("The quake left five dead and 30 hurt.", "30", "class_", "people-injured"),
]


@pytest.mark.parametrize(("text", "number", "field", "value"), CASES)
def test_a_number_takes_from_its_context(nlp_doc, text, number, field, value):
    doc, article = nlp_doc(text)
    claim = next(one for one in find_claims(page_of(doc, article)) if one.number.text.startswith(number))
    found = getattr(claim, field)
    assert value in found.text if field == "about" else found == value


def test_a_source_set_against_another_stands_alone(nlp_doc):
    doc, article = nlp_doc("Activists say 300 people have been killed, though the government puts the figure at 87.")
    nobody = ActorFindings(actors=(), roles={})
    claims = link(article, find_quotes(page_of(doc, article)), find_claims(page_of(doc, article)), nobody).claims
    assert [[source.text for source in claim.sources] for claim in claims] == [["Activists"], ["government"]]
