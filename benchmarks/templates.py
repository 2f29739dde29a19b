"""The Wikinews texts as templates: what is fixed in their sentences, and what can stand instead of each other word."""

from __future__ import annotations

import calendar
import datetime as dt
import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from newsclaim import lexicon
from newsclaim.names.countries import lookup

#: Words of the sources that are so common stay as they are: what holds sentences together, and what is said.
COMMON = 400

Draw = random.Random


@dataclass(frozen=True)
class Template:
    """A paragraph cut into fixed text and words to change; every second part is a word with its class."""

    parts: tuple[str, ...]
    slots: tuple[tuple[str, str], ...]

    def filled(self, change: Callable[[str, str], str]) -> str:
        """Return the paragraph with every slot changed by its kind and word."""
        out = [self.parts[0]]
        for (kind, word), part in zip(self.slots, self.parts[1:], strict=True):
            out += [change(kind, word), part]
        return "".join(out)


@dataclass(frozen=True)
class Source:
    """A Wikinews article: its title and paragraphs as templates."""

    title: Template
    paragraphs: tuple[Template, ...]


@dataclass
class Story:
    """A source with its names, places, dates and numbers changed in one way."""

    number: int
    source: Source
    other: Source
    salt: int
    day: dt.date
    growth: float = 1.0
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def change(self, kind: str, word: str) -> str:
        """Return what stands for a word in this story."""
        found = self.known.get((kind, word))
        if found is None:
            found = self.known[kind, word] = CHANGES[kind](word, self.salt)
        if kind == "number" and self.growth > 1 and word.isdigit() and int(found) < 1900:
            return str(round(int(found) * self.growth))
        return found

    def title(self) -> str:
        """Return the changed title."""
        return self.source.title.filled(self.change)

    def paragraphs(self, source: Source | None = None) -> list[str]:
        """Return the changed paragraphs of the source or of another one."""
        return [template.filled(self.change) for template in (source or self.source).paragraphs]


# -- templates ---------------------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"(?<![\w’'])([A-ZÀ-ÖØ-Þ][^\W\d_]+|[a-z]{4,}|\d{1,3}(?:,\d{3})+|\d+)(?![\w,.]\d|\w)")
_DATE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ \d{1,2}, \d{4}\s*")
_MONTHS = calendar.month_name[1:]
_DAYS = calendar.day_name


def load(folder: Path) -> list[Source]:
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    lower = Counter(word for text in texts for word in re.findall(r"\b[a-z]{2,}\b", text))
    common = {word for word, _ in lower.most_common(COMMON)}
    VOCABULARY.clear()
    for word in sorted(lower.keys() - common):
        if len(word) >= 4:
            VOCABULARY.setdefault(_ending(word), []).append(word)
    return [source for text in texts if (source := _source(text, lower)) is not None]


def _source(text: str, lower: Counter[str]) -> Source | None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    body = [line for line in lines[1:] if not _DATE.fullmatch(line) and len(line.split()) >= 12]
    if len(body) < 3:
        return None
    return Source(_template(lines[0], lower), tuple(_template(line, lower) for line in body))


def _template(line: str, lower: Counter[str]) -> Template:
    parts, slots, at = [], [], 0
    for found in _TOKEN.finditer(line):
        kind = _class_of(found[0], lower)
        if kind == "number" and slots and slots[-1][0] == "month" and line[at : found.start()] == " ":
            kind = "day"
        if kind:
            parts.append(line[at : found.start()])
            slots.append((kind, found[0]))
            at = found.end()
    return Template((*parts, line[at:]), tuple(slots))


def _class_of(word: str, lower: Counter[str]) -> str | None:
    if word[0].isdigit():
        return None if word.isdigit() and 1900 <= int(word) <= 2100 else "number"
    if word[0].islower():
        return "word" if word in _changed() else None
    if word in _MONTHS:
        return "month"
    return None if word in _DAYS or lower[word.lower()] > 1 or word.isupper() else _class_of_name(word)


def _class_of_name(word: str) -> str | None:
    country = lookup(word)
    if country:
        return country.way if country.way in {"name", "adjective"} else None
    given = (gender for gender in ("male", "female") if word.lower() in lexicon.words("names_given", gender))
    return next(given, "name_word")


@cache
def _changed() -> frozenset[str]:
    return frozenset(word for words in VOCABULARY.values() for word in words)


# -- changes -----------------------------------------------------------------------------------------------------------

_ONSETS = [*"bdfghklmnprstvw", "br", "dr", "gr", "kl", "st", "tr", "sh", "ch"]
_VOWELS = ["a", "e", "i", "o", "u", "a", "e", "o", "ai", "ei"]
_CODAS = ["", "n", "r", "l", "s", "t", "m", "nd", "rt"]
_ENDINGS = {
    "surname": ("", "", "er", "sky", "in", "ez", "son", "ov"),
    "place": ("port", "ville", "burg", "ford", "ham", "stad", "grad", "field"),
}
#: So many made-up surnames and places there are; some are drawn much more often than others.
_SIZES = {"surname": 20_000, "place": 4_000}


def drawn(*key: object) -> int:
    """Return a number of 32 bits made from a key: quicker than a generator for each word."""
    return zlib.crc32(" ".join(map(str, key)).encode())


def made(kind: str, *key: object) -> str:
    """Return a made-up name; each tenfold rank is drawn equally often, so that some names are common."""
    size = _SIZES[kind]
    return _made(kind, int(size ** (drawn(*key) / 2**32)) - 1)


@cache
def _made(kind: str, number: int) -> str:
    draw = Draw(f"{kind} {number}")
    syllables = (draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_CODAS) for _ in range(2))
    return ("".join(syllables) + draw.choice(_ENDINGS[kind])).capitalize()


def _country(form: str) -> Callable[[str, int], str]:
    def change(word: str, salt: int) -> str:
        found = lookup(word)
        # The same country in all forms of its name: drawn from its code, not from the word.
        code = _among(_entries(), salt, found.code if found else word)
        return str(lexicon.load("countries")["countries"][code][form][0])

    return change


def _among(several: Sequence[str], *key: object) -> str:
    return several[drawn(*key) % len(several)]


@cache
def _entries() -> tuple[str, ...]:
    return tuple(c for c, e in sorted(lexicon.load("countries")["countries"].items()) if e.get("adjectives"))


def _given(gender: str) -> Callable[[str, int], str]:
    names = sorted(lexicon.words("names_given", gender))
    return lambda word, salt: _among(names, salt, word).capitalize()


def _month(word: str, salt: int) -> str:
    return _among(_MONTHS, salt, word)


def _day(word: str, salt: int) -> str:
    return str(drawn(salt, word) % 28 + 1)


def _name(word: str, salt: int) -> str:
    return made("place" if drawn("kind", salt, word) % 10 < 3 else "surname", salt, word)


def _number(word: str, salt: int) -> str:
    digits = word.replace(",", "")
    size = len(digits)
    low = 2 if size == 1 else 10 ** (size - 1)
    found = low + drawn(salt, word) % (10**size - low)
    if 1900 <= found <= 2100:
        found += 500
    return f"{found:,}" if "," in word else str(found)


def _word(word: str, salt: int) -> str:
    """Return another word of the same ending, nine times of ten: stories of one source share no passages."""
    if drawn("kept", salt, word) % 10 == 0:
        return word
    return _among(VOCABULARY[_ending(word)], salt, word)


def _ending(word: str) -> str:
    return next((ending for ending in ("ing", "ed", "ly", "ion", "ions", "ers", "s") if word.endswith(ending)), "")


#: Words of the sources by their ending; filled by `load`.
VOCABULARY: dict[str, list[str]] = {}
CHANGES: dict[str, Callable[[str, int], str]] = {
    "number": _number, "month": _month, "day": _day, "name": _country("names"), "adjective": _country("adjectives"),
    "male": _given("male"), "female": _given("female"), "name_word": _name, "word": _word,
}  # fmt: skip
