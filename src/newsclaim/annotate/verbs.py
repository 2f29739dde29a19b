"""Mends the tables by which the language model's lemmatizer finds the verb of a form, where they take another verb."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from newsclaim import lexicon

if TYPE_CHECKING:
    from spacy.language import Language

#: "hop", "stag": the last letter is doubled before an ending, so "hoped" and "staging" are of the verb with an "e".
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def mend_verbs(nlp: Language) -> None:
    """Have "hoped" be of "hope", not of "hop"; a lemmatizer that has no such tables stays as it is."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    if getattr(lemmatizer, "mode", None) != "rule":
        return
    index = lemmatizer.lookups.get_table("lemma_index", {})
    exceptions = lemmatizer.lookups.get_table("lemma_exc", {})
    if "verb" in index and "verb" in exceptions:
        index["verb"] = _known(index["verb"])
        exceptions["verb"] = _irregular(exceptions["verb"])


def _known(verbs: Collection[str]) -> list[str]:
    """Return the verbs that a form may be of by its ending alone; doubled forms ("hopped") are among the exceptions."""
    known = set(verbs) - lexicon.words("lemmas", "shadowing")
    short = {verb for verb in known if f"{verb}e" in known and _DOUBLES.fullmatch(verb)}
    return sorted((known - short) | lexicon.words("lemmas", "lacking"))


def _irregular(exceptions: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the forms that no ending explains, each with its verbs."""
    shadowing = lexicon.words("lemmas", "shadowing")
    doubled = {
        f"{verb}{verb[-1]}{ending}": [verb] for verb in lexicon.words("lemmas", "doubling") for ending in ("ed", "ing")
    }
    kept = {form: [verb for verb in verbs if verb not in shadowing] for form, verbs in exceptions.items()}
    return kept | doubled
