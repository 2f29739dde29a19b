"""Runs of capitalised words → the name mentions of an article, each with the title before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.cutting import names_in
from newsclaim.extraction.actors.headlines import KnownNames, headline_names
from newsclaim.extraction.actors.name import Name, key_of
from newsclaim.extraction.actors.words import Run, Word, find_runs
from newsclaim.lexicon import words as word_list
from newsclaim.models import Article
from newsclaim.names import organisations, person
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_head

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NICKNAME = re.compile(r"""\s*[“"‘'(]([A-Z][\w.' -]{1,20})[”"’')]\s+""")
_LONGEST_NICKNAME = 30
_STRIP = frozenset({"ADV", "VERB", "SCONJ", "NUM", "INTJ", "ADP", "CCONJ", "PRON", "DET", "AUX", "PUNCT"})


def find_names(doc: Doc, article: Article) -> list[Name]:
    """Return the name mentions of an article in text order; kinds are decided later, from all of them together."""
    body: list[Name] = []
    heads: list[Run] = []
    for run in find_runs(doc, article):
        if run.headline:
            heads.append(run)
        else:
            body.extend(_names_of(doc, run))
    body = _joined_countries(doc, _without_false_openers(doc, body))
    body = _with_particles(doc, _joined_nicknames(doc, body))
    known = KnownNames({name.key for name in body})
    sure = {name.key for name in body if not _lone_sentence_opener(doc, name, known)}
    body = [name for name in body if name.key in sure]
    body.extend(name for run in heads for name in headline_names(doc, run, known))
    return sorted(body, key=lambda name: name.start)


def _joined_countries(doc: Doc, names: list[Name]) -> list[Name]:
    """Join "Saint Vincent" and "Grenadines" where both together are one country's name."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last and 0 < name.i - last.j <= 2 and not name.title and _is_country(doc[last.i : name.j].text):
            last.j, last.end, last.text = name.j, name.end, doc[last.i : name.j].text
        else:
            joined.append(name)
    return joined


def _joined_nicknames(doc: Doc, names: list[Name]) -> list[Name]:
    """Join first and family name around a nickname: Edwin “Sparky” Malone."""
    joined: list[Name] = []
    text = doc.text
    for name in names:
        for first in joined[-2:]:
            between = text[first.end : name.start] if name.start - first.end < _LONGEST_NICKNAME else ""
            nickname = _NICKNAME.fullmatch(between)
            if nickname and not name.title and not lookup(first.text) and not organisations.has_mark(first.text):
                del joined[joined.index(first) + 1 :]
                first.j, first.end, first.nickname = name.j, name.end, nickname.group(1)
                first.text = f"{first.text} {name.text}"
                break
        else:
            joined.append(name)
    return joined


def _with_particles(doc: Doc, names: list[Name]) -> list[Name]:
    """Take the particles before a family name in, where the article has the whole name: "da Silva Velar said"."""
    whole = [f" {name.text}" for name in names if " " in name.text]
    for name in names:
        k = name.i
        while k > 0 and doc[k - 1].text in word_list("mentions", "particles"):
            k -= 1
        longer = doc[k : name.j].text
        if k < name.i and not name.title and any(text.endswith(f" {longer}") for text in whole):
            name.i, name.start, name.text = k, doc[k].idx, longer
    return names


def _is_country(text: str) -> bool:
    found = lookup(text)
    return found is not None and found.way in ("name", "capital")


def _without_false_openers(doc: Doc, names: list[Name]) -> list[Name]:
    """Drop a first word that has its capital from opening a sentence, where the rest is a name of the article."""
    counts = Counter(name.key for name in names)
    for name in names:
        first, _, rest = name.text.partition(" ")
        if not rest or name.title or counts[name.key] > 1 or not doc[name.i].is_sent_start:
            continue
        if counts[key_of(rest)] > 1 and not (person.is_given(first) or lookup(first) or is_head(first)):
            name.i += 1
            name.start, name.text = doc[name.i].idx, rest
    return names


def _names_of(doc: Doc, run: Run) -> Iterator[Name]:
    yield from names_in(doc, _without_opener(doc, run))


def _without_opener(doc: Doc, run: Run) -> list[Word]:
    words = list(run.words)
    if not run.initial or len(words) < 2:
        return words
    token = doc[words[0].i]
    if (
        token.ent_iob_ == "O"
        and token.pos_ in _STRIP
        and not is_head(words[0].text)
        and not person.is_given(words[0].text)
    ):
        words = words[1:]
        while words and not words[0].upper:
            words = words[1:]
    return words


def _lone_sentence_opener(doc: Doc, name: Name, known: KnownNames) -> bool:
    """Whether a single word has its capital only because it opens a sentence or quotation."""
    if " " in name.text or name.title or doc[name.i].ent_iob_ != "O" or doc[name.i].pos_ == "PROPN":
        return False
    if lookup(name.text) or organisations.known(name.text) or known.has_surname(name.text):
        return False
    opens = doc[name.i].is_sent_start or name.i == 0 or not doc[name.i - 1].text[0].isalnum()
    return bool(opens)
