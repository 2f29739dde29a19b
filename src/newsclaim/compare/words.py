"""Words that a user types → the lemmas they may be forms of, without a language model.

"boats" is a form of "boat", "lost" of "lose", "hostages" of "hostage". A wrong guess among the right ones does no harm:
it is held only against lemmas that claims really have.
"""

from __future__ import annotations

from functools import cache

from newsclaim.lexicon import load
from newsclaim.text import fold

#: Endings and what stands in their place, the longest first.
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("men", "man"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"),
    ("es", "e"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"),
)  # fmt: skip
#: What is left of a word has so many letters at least.
_SHORTEST = 3


@cache
def stems(word: str) -> frozenset[str]:
    """Return a word and the lemmas it may be a form of, in lower case and without accents."""
    word = fold(word)
    found = {word}
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            rest = word[: -len(ending)]
            found.add(rest + instead)
            if not instead and rest[-1] == rest[-2]:  # stopped → stop
                found.add(rest[:-1])
    return frozenset(found | {base for form in found for base in _irregular().get(form, ())})


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for base, forms in load("irregular")["forms"].items():
        for form in forms.split():
            found[form] = (*found.get(form, ()), base)
    return found
