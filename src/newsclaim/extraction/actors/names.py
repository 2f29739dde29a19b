"""Runs of capitalised words → the name mentions of an article, each with the title before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from newsclaim.extraction.actors.cutting import names_in
from newsclaim.extraction.actors.headlines import KnownNames, headline_names
from newsclaim.extraction.actors.name import Name, key_of
from newsclaim.extraction.actors.spelledout import spelled_out
from newsclaim.extraction.actors.word import Word
from newsclaim.extraction.actors.words import Run, find_runs
from newsclaim.extraction.page.titles import titles
from newsclaim.extraction.page.tokens import Tokens, back
from newsclaim.lexicon import words as word_list
from newsclaim.models import Article
from newsclaim.names import organisations, person
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_head

_NICKNAME = re.compile(r"""\s*[“"‘'(]([A-Z][\w.' -]{1,20})[”"’')]\s+""")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_LONGEST_NICKNAME = 30
_STRIP = frozenset({"ADV", "VERB", "SCONJ", "NUM", "INTJ", "ADP", "CCONJ", "PRON", "DET", "AUX", "PUNCT"})


def find_names(w: Tokens, article: Article) -> list[Name]:
    """Return the name mentions of an article in text order; kinds are decided later, from all of them together."""
    body: list[Name] = []
    heads: list[Run] = []
    for run in find_runs(w, article):
        if run.headline:
            heads.append(run)
        else:
            body.extend(names_in(w, _without_opener(w, run)))
    body = spelled_out(w, _joined_countries(w, _without_false_openers(w, _with_ordinals(w, body))))
    body = _whole_titles(w, _behind_others(w, parted(_with_particles(w, _joined_nicknames(w, body)), w)))
    known = KnownNames({name.key for name in body})
    sure = {name.key for name in body if not _lone_sentence_opener(w, name, known)}
    body = [name for name in body if name.key in sure]
    body.extend(name for run in heads for name in headline_names(w, run, known))
    return sorted(body, key=lambda name: name.start)


def _with_ordinals(w: Tokens, names: list[Name]) -> list[Name]:
    """Take the number of a court into its name: "the 9th U.S. Circuit Court of Appeals", "the 9th Circuit"."""
    for name in names:
        if "Circuit" in name.text.split()[:2] and not name.title and _ORDINAL.fullmatch(w.text[name.i - 1]):
            name.i, name.start = name.i - 1, w.start[name.i - 1]
            name.text = w.words(name.i, name.j)
    return names


def _joined_countries(w: Tokens, names: list[Name]) -> list[Name]:
    """Join "Saint Vincent" and "Grenadines" where both together are one country's name."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last and 0 < name.i - last.j <= 2 and not name.title and _is_country(w.words(last.i, name.j)):
            last.j, last.end, last.text = name.j, name.end, w.words(last.i, name.j)
        else:
            joined.append(name)
    return joined


def _joined_nicknames(w: Tokens, names: list[Name]) -> list[Name]:
    """Join first and family name around a nickname: Edwin “Sparky” Malone."""
    joined: list[Name] = []
    text = w.whole
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


def parted(names: list[Name], w: Tokens) -> list[Name]:
    """Part two names that "and" joins where the article has each of them alone or as a family name: "Lund and Ek"."""
    alone = {word for name in names for word in name.text.split()[-1:] if " and " not in name.text}
    found: list[Name] = []
    for name in names:
        two = name.text.split(" and ")
        if len(two) == 2 and name.j - name.i == len(["A", "and", "B"]) and alone.issuperset(two):
            found += [Name(k, k + 1, w.start[k], w.end[k], w.text[k]) for k in (name.i, name.j - 1)]
        else:
            found.append(name)
    return found


def _with_particles(w: Tokens, names: list[Name]) -> list[Name]:
    """Take the particles before a family name in, where the article has the whole name: "da Silva Velar said"."""
    whole = [f" {name.text}" for name in names if " " in name.text]
    for name in names:
        k = back(name.i, 0, lambda k: w.text[k] in word_list("mentions", "particles"))
        longer = w.words(k, name.j)
        if k < name.i and not name.title and any(text.endswith(f" {longer}") for text in whole):
            name.i, name.start, name.text = k, w.start[k], longer
    return names


def _behind_others(w: Tokens, names: list[Name]) -> list[Name]:
    """Part first and family name from the words before them, where the article has the family name alone.

    "Minister for Integration and Macroeconomy | Ada Lund said …. Lund added", "counsel for the DPP | Ada Lund".
    """
    alone = {name.text for name in names if " " not in name.text}
    found: list[Name] = []
    for name in names:
        *before, first, last = name.text.split() if name.text.count(" ") > 1 else ("", "", "")
        several = len(before) > 1 or organisations.is_acronym(before[0])
        glued = several and last in alone and person.is_given(first) and not person.is_given(before[0])
        k = name.i + len(before)
        if glued and not name.title and name.text == w.words(name.i, k + 2) and w.ent[name.i] != "PERSON":
            found.append(Name(name.i, k, name.start, w.end[k - 1], w.words(name.i, k)))
            found.append(Name(k, name.j, w.start[k], name.end, f"{first} {last}"))
        else:
            found.append(name)
    return found


def _whole_titles(w: Tokens, names: list[Name]) -> list[Name]:
    """Take the names of papers and programmes with a small word inside for one: "Mail on Sunday", "Noon at One"."""
    for a, b in titles(w):
        parts = [name for name in names if a < name.j and name.i < b]
        if parts and all(a <= name.i and name.j <= b for name in parts):
            names = [name for name in names if name not in parts]
            names.append(Name(a, b, w.start[a], w.end[b - 1], w.words(a, b)))
    return sorted(names, key=lambda name: name.start)


def _is_country(text: str) -> bool:
    found = lookup(text)
    return found is not None and found.way in ("name", "capital")


def _without_false_openers(w: Tokens, names: list[Name]) -> list[Name]:
    """Drop a first word that has its capital from opening a sentence, where the rest is a name of the article."""
    counts = Counter(name.key for name in names)
    for name in names:
        first, _, rest = name.text.partition(" ")
        if not rest or name.title or counts[name.key] > 1 or not w.opens_sentence(name.i) or w.pos[name.i] == "PROPN":
            continue
        if counts[key_of(rest)] > 1 and not (person.is_given(first) or lookup(first) or is_head(first)):
            name.i += 1
            name.start, name.text = w.start[name.i], rest
    return names


def _without_opener(w: Tokens, run: Run) -> Sequence[Word]:
    """Return the words of a run without a first one that has its capital only from opening a sentence."""
    words = run.words
    if not run.initial or len(words) < 2:
        return words
    first = words[0].i
    named = is_head(words[0].text) or person.is_given(words[0].text)
    if w.iob[first] == "O" and w.pos[first] in _STRIP and not named:
        words = words[1:]
        while words and not words[0].upper:
            words = words[1:]
    return words


def _lone_sentence_opener(w: Tokens, name: Name, known: KnownNames) -> bool:
    """Whether a single word has its capital only because it opens a sentence or quotation."""
    if " " in name.text or name.title or w.iob[name.i] != "O" or w.pos[name.i] == "PROPN":
        return False
    if lookup(name.text) or organisations.known(name.text) or known.has_surname(name.text):
        return False
    opens = w.opens_sentence(name.i) or name.i == 0 or not w.text[name.i - 1][:1].isalnum()
    return bool(opens)
