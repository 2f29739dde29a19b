"""Part of speech, morphology and lemma by table: what the attribute ruler and the lemmatizer say of a word.

Both look at nothing but a word with its tag and dependency, a few patterns also at the word before or behind. So the
real components are asked once for each such combination, on a document of one to three words, and the answer is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: A word, its tag and dependency, and the same of its neighbours where they matter.
Key = tuple[int, ...]
#: Part of speech, morphology, lemma, tag, dependency.
Answer = tuple[int, int, int, int, int]

#: So many combinations are kept.
_MOST = 400_000
_KNOWN_FIELDS = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})


class TableOfLemmas:
    """One component in place of two: sets tag, part of speech, morphology, dependency and lemma as they would."""

    def __init__(self, nlp: Language, sensitive: Callable[[str], bool]) -> None:
        self._nlp = nlp
        self._sensitive = sensitive
        self._ruler = nlp.get_pipe("attribute_ruler")
        self._lemmatizer = nlp.get_pipe("lemmatizer")
        self._answers: dict[Key, Answer] = {}
        self._looks_around: dict[int, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document in place."""
        if not len(doc):
            return doc
        if len(self._answers) > _MOST:
            self._answers.clear()
        words: list[Key] = list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist()))
        keys = [self._key(words, i) for i in range(len(words))]
        self._learn({key: words[i] for i, key in enumerate(keys) if key not in self._answers})
        found = [self._answers[key] for key in keys]
        values: Any = np.array([answer[:3] for answer in found], dtype=np.uint64)
        doc.from_array(["POS", "MORPH", "LEMMA"], values)
        for token, word, answer in zip(doc, words, found, strict=True):
            if word[1:] != answer[3:]:
                token.tag, token.dep = answer[3:]
        return doc

    def pipe(self, docs: Any, **_: Any) -> Any:
        """Annotate a stream of documents."""
        return map(self, docs)

    def _key(self, words: Sequence[Key], i: int) -> Key:
        word = words[i]
        around = self._looks_around.get(word[0])
        if around is None:
            around = self._looks_around[word[0]] = self._sensitive(self._nlp.vocab.strings[word[0]].lower())
        if not around:
            return word
        # The position in the key tells a word behind nothing from one before nothing.
        first = max(0, i - 1)
        return (i - first, *(part for near in words[first : i + 2] for part in near))

    def _learn(self, new: Mapping[Key, Key]) -> None:
        """Ask for new combinations: those that look around each on its own, all others together."""
        plain = [key for key, word in new.items() if key == word]
        self._answers.update(zip(plain, self._asked(plain), strict=True))
        for key in new.keys() - set(plain):
            words = [key[k : k + 3] for k in range(1, len(key), 3)]
            self._answers[key] = self._asked(words)[key[0]]

    def _asked(self, words: Sequence[Key]) -> list[Answer]:
        from spacy.tokens import Doc

        if not words:
            return []
        strings = self._nlp.vocab.strings
        doc = Doc(
            self._nlp.vocab,
            words=[strings[word] for word, _, _ in words],
            tags=[strings[tag] for _, tag, _ in words],
            deps=[strings[dep] for _, _, dep in words],
            heads=list(range(len(words))),
        )
        answered: Any = self._lemmatizer(self._ruler(doc))
        return [(t.pos, t.morph.key, t.lemma, t.tag, t.dep) for t in answered]


def table_of_lemmas(nlp: Language) -> TableOfLemmas | None:
    """Return the component, None where the pipeline's rules look at more than it knows of."""
    if not {"attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names):
        return None
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    if getattr(lemmatizer, "mode", None) != "rule" or getattr(lemmatizer, "overwrite", True):
        return None
    tests: list[Callable[[str], bool]] = []
    for rule in getattr(ruler, "patterns", ()):
        for pattern in rule["patterns"]:
            if any(set(token) - _KNOWN_FIELDS for token in pattern) or len(pattern) > 2:
                return None
            if len(pattern) == 2:
                test = _test_of(pattern[rule["index"]].get("LOWER"))
                if test is None:
                    return None
                tests.append(test)
    return TableOfLemmas(nlp, lambda word: any(test(word) for test in tests))


def _test_of(wanted: Any) -> Callable[[str], bool] | None:
    """Return the test that a pattern makes of a word in lower case, None when it is of another kind."""
    if isinstance(wanted, str):
        return lambda word: word == wanted
    if isinstance(wanted, dict) and set(wanted) == {"IN"}:
        return lambda word: word in wanted["IN"]
    if isinstance(wanted, dict) and set(wanted) == {"REGEX"}:
        return lambda word: re.search(wanted["REGEX"], word) is not None
    return None


def faster_exceptions(nlp: Language) -> None:
    """Turn the lemmatizer's lists of forms, which it searches from end to end, into sets."""
    tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = tables.get_table("lemma_index", {})
    for part, forms in index.items():
        index[part] = forms if isinstance(forms, frozenset) else frozenset(forms)
