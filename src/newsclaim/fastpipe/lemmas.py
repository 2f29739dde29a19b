"""Part of speech, morphology and lemma by table: what the attribute ruler and the lemmatizer say of a word.

Both look at nothing but a word with its tag and dependency, a few patterns also at the word before or behind. So the
real components are asked once for each such combination, on a document of one to three words, and the answer is kept.
Dependencies, and neighbours, that no rule tells apart are taken for the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclaim.fastpipe.rules import Rules

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Numbers = NDArray[np.uint64]

#: A word, its tag and dependency.
Word = Sequence[int]
#: Part of speech, morphology, lemma; then tag and dependency where they become others, else 0.
Answer = tuple[int, int, int, int, int]

#: So many combinations are kept (30 MB); then all are forgotten, since a corpus has no end of names.
_MOST = 150_000
#: In place of the row of an answer: the answer is kept by the neighbours, too.
_LOOKS_AROUND = -1
#: A word, its tag and dependency as one number.
_MIXED = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


class TableOfLemmas:
    """One component in place of two: sets tag, part of speech, morphology, dependency and lemma as they would."""

    def __init__(self, nlp: Language, rules: Rules) -> None:
        self._strings = nlp.vocab.strings
        self._rules = rules
        self._asked = _asking(nlp)
        self._rows: dict[Hashable, int] = {}
        self._answers = np.zeros((1024, 5), dtype=np.uint64)
        self._neighbours: dict[int, Hashable] = {}
        self._standing: dict[int, int] = {}
        self._seen_as: dict[Hashable, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document in place."""
        if not len(doc):
            return doc
        if len(self._rows) > _MOST:
            self._rows.clear()
            self._neighbours.clear()
        words: Any = doc.to_array(["ORTH", "TAG", "DEP"])
        words[:, 2] = self._standing_for(words[:, 2].tolist())
        rows = self._rows_for(words)  # which may make new ones
        answers = self._answers[rows]
        kept: Any = np.ascontiguousarray(answers[:, :3])
        doc.from_array(["POS", "MORPH", "LEMMA"], kept)
        for i in np.flatnonzero(answers[:, 3:].any(axis=1)).tolist():
            tag, dep = answers[i, 3:].tolist()
            doc[i].tag = tag or doc[i].tag
            doc[i].dep = dep or doc[i].dep
        return doc

    def pipe(self, docs: Any, **_: Any) -> Any:
        """Annotate a stream of documents."""
        return map(self, docs)

    def _standing_for(self, deps: Sequence[int]) -> list[int]:
        """Return the dependencies that stand for some: one for all that the rules do not tell apart."""
        for dep in set(deps) - self._standing.keys():
            self._standing[dep] = self._seen_as.setdefault(self._rules.seen_as(self._strings[dep]), dep)
        return [self._standing[dep] for dep in deps]

    def _rows_for(self, words: Numbers) -> list[int]:
        """Return the rows of the answers for a text's words; new combinations are asked first."""
        keys = (words @ _MIXED).tolist()
        rows = self._rows
        new = {key: words[i].tolist() for i, key in enumerate(keys) if key not in rows}
        if new:
            self._learn(new)
        found = [rows[key] for key in keys]
        if _LOOKS_AROUND in found:
            for i in [i for i, row in enumerate(found) if row == _LOOKS_AROUND]:
                found[i] = self._row_among(i, keys, words)
        return found

    def _learn(self, new: dict[int, Word]) -> None:
        """Ask for new words that need no neighbours, all together."""
        plain: dict[int, Word] = {}
        for key, word in new.items():
            if self._rules.look_around(self._strings[word[0]].lower()):
                self._rows[key] = _LOOKS_AROUND
            else:
                plain[key] = word
        if plain:
            self._keep(plain, self._asked(list(plain.values())))

    def _row_among(self, i: int, keys: Sequence[int], words: Numbers) -> int:
        """Return the row of the answer for a word among its neighbours."""
        first, end = max(0, i - 1), min(i + 2, len(keys))
        sides = range(first, i), range(i + 1, end)
        key = (keys[i], *(tuple(self._neighbour(keys[near], words[near]) for near in side) for side in sides))
        if key not in self._rows:
            self._keep([key], [self._asked(words[first:end].tolist())[i - first]])
        return self._rows[key]

    def _neighbour(self, key: int, word: Numbers) -> Hashable:
        if key not in self._neighbours:
            text, tag, dep = (self._strings[part] for part in word.tolist())
            self._neighbours[key] = self._rules.as_neighbour(text.lower(), tag, dep)
        return self._neighbours[key]

    def _keep(self, keys: Iterable[Hashable], answers: Sequence[Answer]) -> None:
        first = len(self._rows)
        while first + len(answers) > len(self._answers):
            self._answers = np.concatenate([self._answers, np.zeros_like(self._answers)])
        self._answers[first : first + len(answers)] = answers
        self._rows.update((key, first + n) for n, key in enumerate(keys))


def table_of_lemmas(nlp: Language) -> TableOfLemmas | None:
    """Return the component, None where the pipeline's rules look at more than it knows of."""
    if not {"attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names):
        return None
    lemmatizer = nlp.get_pipe("lemmatizer")
    if getattr(lemmatizer, "mode", None) != "rule" or getattr(lemmatizer, "overwrite", True):
        return None
    rules = Rules.of(nlp.get_pipe("attribute_ruler"))
    return TableOfLemmas(nlp, rules) if rules else None


def _asking(nlp: Language) -> Callable[[Sequence[Word]], list[Answer]]:
    """Return what asks the real components for words that stand together."""
    from spacy.tokens import Doc

    strings = nlp.vocab.strings
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")

    def asked(words: Sequence[Word]) -> list[Answer]:
        texts, tags, deps = ([strings[part] for part in column] for column in zip(*words, strict=True))
        doc = Doc(nlp.vocab, words=texts, tags=tags, deps=deps, heads=list(range(len(words))))
        answered: Any = lemmatizer(ruler(doc))
        return [
            (t.pos, t.morph.key, t.lemma, t.tag if t.tag != tag else 0, t.dep if t.dep != dep else 0)
            for t, (_, tag, dep) in zip(answered, words, strict=True)
        ]

    return asked


def faster_exceptions(nlp: Language) -> None:
    """Turn the lemmatizer's lists of forms, which it searches from end to end, into sets."""
    tables = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = tables.get_table("lemma_index", {})
    for part, forms in index.items():
        index[part] = forms if isinstance(forms, frozenset) else frozenset(forms)
