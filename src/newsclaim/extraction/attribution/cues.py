"""The lexicon of reporting words: what each verb and noun takes, and the stance it gives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from newsclaim import lexicon
from newsclaim.models import Stance


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A reporting verb: the complements it takes, each with the stance it then gives."""

    lemma: str
    takes: dict[str, Stance]

    def stance(self, *takes: str) -> Stance:
        """Return the stance for the first of these complements that the verb takes, else its first one."""
        for take in takes:
            if take in self.takes:
                return self.takes[take]
        return next(iter(self.takes.values()))


@cache
def verbs() -> dict[str, VerbCue]:
    """Return all reporting verbs by lemma."""
    table: dict[str, dict[str, Stance]] = {}
    group: dict[str, Any]
    for group in lexicon.load("cues/verbs")["group"]:
        for lemma in group["lemmas"].split():
            takes = table.setdefault(lemma, {})
            for take in group["takes"].split():
                takes.setdefault(take, group["stance"])
    return {lemma: VerbCue(lemma, takes) for lemma, takes in table.items()}


@cache
def phrasals() -> dict[str, list[tuple[tuple[str, ...], VerbCue]]]:
    """Return verbs with fixed words after them by the verb's lemma: the words, longest first, and the cue."""
    table: dict[str, list[tuple[tuple[str, ...], VerbCue]]] = {}
    for group in lexicon.load("cues/verbs")["phrasal"]:
        takes: dict[str, Stance] = dict.fromkeys(group["takes"].split(), group["stance"])
        for phrase in group["phrases"]:
            verb, *rest = phrase.split()
            table.setdefault(verb, []).append((tuple(rest), VerbCue(phrase, takes)))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def reporting() -> frozenset[str]:
    """Return the lemmas of all reporting verbs, those that report only with another word too."""
    return frozenset((*verbs(), *phrasals()))


@cache
def forms() -> dict[str, str]:
    """Return past forms of the verbs that introduce quotations, for words that the tagger got wrong."""
    irregular: dict[str, str] = lexicon.load("cues/verbs")["irregular"]
    table = dict(irregular)
    known = set(irregular.values())
    for lemma, entry in verbs().items():
        if "quote" in entry.takes and lemma not in known:
            stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in "aeou" else lemma.removesuffix("e")
            table.setdefault(f"{stem}ed", lemma)
    return table


@cache
def present_forms() -> dict[str, str]:
    """Return present forms of the verbs that introduce quotations, for words that the tagger took for plurals."""
    return {f"{lemma}s": lemma for lemma, entry in verbs().items() if "quote" in entry.takes}


@cache
def closing_forms() -> dict[str, str]:
    """Return verbs by those of their forms that look like nouns where they close a sentence ("…, data show.")."""
    table: dict[str, str] = lexicon.load("cues/verbs")["closing"]
    return table


@cache
def noun_stances() -> dict[str, Stance]:
    """Return the reporting nouns with the stance they give."""
    return _nouns("clause")


@cache
def owned_stances() -> dict[str, Stance]:
    """Return the nouns that report only what they are said to be, where they are somebody's, with their stance."""
    return _nouns("owned")


@cache
def adjective_stances() -> dict[str, Stance]:
    """Return the adjectives that take a reported clause with the stance they give."""
    return _nouns("adjectives")


def _nouns(section: str) -> dict[str, Stance]:
    groups: dict[Stance, str] = lexicon.load("cues/nouns")[section]
    return {word: stance for stance, words in groups.items() for word in words.split()}


@cache  # asked for a hundred times a page
def listed(*keys: str) -> frozenset[str]:
    """Return lists of `data/cues/words.toml` as a set."""
    return lexicon.words("cues/words", *keys)
