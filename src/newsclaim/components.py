"""spaCy components: what newsclaim finds, in a pipeline of one's own.

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("newsclaim")
    doc = nlp("About 3,000 soldiers have arrived, Ada Brook said.")
    doc._.newsclaim.quotes            # an Extraction: quotes, claims, actors

`newsclaim_quotes`, `newsclaim_claims` and `newsclaim_actors` set only their part, as `doc._.newsclaim_quotes` and so
on. The pipeline needs a tagger, a parser, a lemmatizer and an entity recogniser for English. The article is the text of
the doc, without a header; offsets are those of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsclaim._version import __version__
from newsclaim.corpus import make_article
from newsclaim.extraction import extract_doc
from newsclaim.models import Extraction, PipelineInfo

Component = Callable[[Doc], Doc]


def _extraction(doc: Doc, nlp: Language) -> Extraction:
    """Return what is found in a doc; it is looked for once, however many components ask."""
    found = doc.user_data.get("newsclaim")
    if not isinstance(found, Extraction):
        info = PipelineInfo(version=__version__, model=f"{nlp.lang}_{nlp.meta['name']}")
        found = extract_doc(doc, make_article(doc.text), info)
        doc.user_data["newsclaim"] = found
    return found


def _component(nlp: Language, name: str, of: Callable[[Extraction], Any]) -> Component:
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)

    def set_on(doc: Doc) -> Doc:
        doc._.set(name, of(_extraction(doc, nlp)))
        return doc

    return set_on


@Language.factory("newsclaim", assigns=["doc._.newsclaim"])
def everything(nlp: Language, name: str) -> Component:  # noqa: ARG001 - as spaCy calls factories
    """Set `doc._.newsclaim`: the Extraction of the doc's text."""
    return _component(nlp, "newsclaim", lambda found: found)


@Language.factory("newsclaim_quotes", assigns=["doc._.newsclaim_quotes"])
def quotes(nlp: Language, name: str) -> Component:  # noqa: ARG001 - as spaCy calls factories
    """Set `doc._.newsclaim_quotes`."""
    return _component(nlp, "newsclaim_quotes", lambda found: found.quotes)


@Language.factory("newsclaim_claims", assigns=["doc._.newsclaim_claims"])
def claims(nlp: Language, name: str) -> Component:  # noqa: ARG001 - as spaCy calls factories
    """Set `doc._.newsclaim_claims`."""
    return _component(nlp, "newsclaim_claims", lambda found: found.claims)


@Language.factory("newsclaim_actors", assigns=["doc._.newsclaim_actors"])
def actors(nlp: Language, name: str) -> Component:  # noqa: ARG001 - as spaCy calls factories
    """Set `doc._.newsclaim_actors`."""
    return _component(nlp, "newsclaim_actors", lambda found: found.actors)
