"""Every rule that gives a name to an actor of an article has a case: the alias and the rule that joined it."""

import pytest

from newsclaim.extraction.actors import find_actors
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

CASES = [
    ("full-name", "Ada Holm", "Ada Holm left."),
    ("initial", "A. Holm", "Ada Holm left. A. Holm said no."),
    ("surname-in-article", "Holm", "Ada Holm left. Holm said no."),
    ("lone-name", "Holm", "Mr Holm left. Holm said no."),
    ("name", "Halden Institute for Peace", "The Halden Institute for Peace said no."),
    ("name", "General Motors", "General Motors has announced it is moving 450 jobs back."),
    ("bracketed-short-form", "HIP", "The Halden Institute for Peace (HIP) left. HIP said no."),
    ("initials", "HIP", "The Halden Institute for Peace left. HIP said no."),
    ("short-form", "Halden Institute", "The Halden Institute for Peace left. The Halden Institute said no."),
    ("same-organisation", "UN", "The United Nations left. The UN said no."),
    (
        "same-body",
        "health ministry in the enclave",
        "The Gaza Health Ministry said it was late. The health ministry in the enclave said it was dark.",
    ),
    ("same-words", "parliament", "The Norwegian Parliament met. Nobody in parliament spoke."),
    ("country-name", "Norway", "Norway said no."),
    ("country-capital", "Oslo", "Oslo said no."),
    ("country-seat", "Kremlin", "The Kremlin said no."),
    ("administration", "Hale administration", "President Ellen Hale left. The Hale administration said no."),
    ("noun-phrase", "witness", "A witness said the door was open."),
    ("name-behind-noun", "Record", "The student Record said it was rare."),
]


@pytest.mark.parametrize(("rule", "alias", "text"), CASES, ids=[rule for rule, _, _ in CASES])
def test_alias(nlp_doc, rule, alias, text):
    doc, article = nlp_doc(text)
    page = page_of(doc, article)
    actors = find_actors(page, find_quotes(page), ()).actors
    assert (alias, rule) in {(found.text, found.rule) for actor in actors for found in actor.aliases}
