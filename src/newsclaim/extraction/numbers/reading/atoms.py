"""The pieces of numbers in a text: digits, number words, fractions; found in one fast scan."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsclaim import lexicon

#: What kinds of pieces there are: d digits, u 0-9, t 10-19, y 20-90, s hundred and larger, z dozen, f denominators,
#: v vague plurals, w "several", m "twice", r digits written as a fraction.
KINDS = "dutyszfvwmr"


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a number; `end` covers a magnitude written behind digits ("3k"), whose factor is `scale`."""

    start: int
    end: int
    kind: str
    value: float
    scale: float = 1.0
    plural: bool = False
    high: float = 0.0


_TABLES = (
    ("units", "u"), ("teens", "t"), ("tens", "y"), ("scales", "s"), ("dozens", "z"), ("fractions", "f"),
    ("vague", "v"), ("several", "w"), ("multiples", "m"),
)  # fmt: skip
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = rf"""
    \d{{1,12}}(?:\.\d{{1,12}})?\s?[x×]\s?10\s?(?:\^\s?[-−+]?|[-−⁻])\d{{1,3}}      # 1.3x10^6
  | \d{{1,12}}(?:\.\d{{1,12}})?\^[-+]?\d{{1,3}}                               # 2.5^-1
  | \d{{1,12}}(?:\.\d{{1,12}})?[eE][-+]?\d{{1,2}}(?![\w])                           # 4e14
  | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d])                                        # 1,234,567.8
  | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d)                                  # 12,34,567
  | \d{{1,3}}(?:\.\d{{3}})+,\d+(?!\d)                                               # 1.111,11
  | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d,])                                            # 1.250.000
  | \d{{1,3}}(?:[’']\d{{3}})+(?![\d])                                                # 12’500
  | \d+[ \u00a0]+\d{{1,2}}/\d{{1,3}}(?![\d/])                                       # 2 1/4
  | \d+/\d+(?![\d/])                                                                # 3/4
  | \d*{_SPACE}?[{_VULGAR}]
  | \d{{1,3}}(?:{_SPACE}\d{{3}})+(?:\.\d+)?(?![\d])                                 # 1 234 567
  | \d+,\d{{1,2}}(?![\d,])                                                          # 1,3
  | (?:\d+|(?<![A-Za-z]))\.\d+
  | \d+
"""
_SHORT_SIGNS = r"(?<=\bRs\.)|(?<=\bRM)|(?<=\bRs)|(?<=\bRp)|(?<=\bR)|(?<=\bkr)"
_MAGNITUDE = re.compile(
    r"\s{0,2}(?:(k|K|mn|mln|mil|bn|Bn|BN|bln|tn|trn|tln|MM|mm|M|B|G|T|m|b)(?!\w|\.\w|[\^/²³°'’]|-(?!(?:to|for|and|from|in|of|on|at|by|with|as|but)\b)[A-Za-z]))"
)
_SUPERSCRIPT = str.maketrans("⁻−", "--")


@cache
def _words() -> dict[str, tuple[str, Any]]:
    table = lexicon.load("numbers/numerals")
    found = {word: (kind, value) for name, kind in _TABLES for word, value in table[name].items()}
    plurals = {f"{word}s": ("f", value) for word, (kind, value) in found.items() if kind == "f" and word != "halves"}
    plurals["dozens"] = ("v", 12.0)
    plurals["seconds"] = ("", 0)
    return found | {word: entry for word, entry in plurals.items() if entry[0]}


@cache
def _scanner() -> re.Pattern[str]:
    codes = "|".join(f"(?<={code})" for code in lexicon.load("numbers/money")["codes"]["list"])
    return re.compile(rf"(?:(?<![A-Za-z0-9_])|{codes}|{_SHORT_SIGNS})(?:{_DIGITS})", re.VERBOSE)


def scan(text: str) -> list[Atom]:
    """Return the pieces of numbers in `text`, in order."""
    found = list(_word_atoms(text))
    found += [atom for match in _in_digits(text) if (atom := _digit_atom(text, match)) is not None]
    found.sort(key=lambda atom: atom.start)
    return found


_WORD = re.compile(r"\w+")
#: All numbers in digits begin with one of these; looking for them alone first is what makes the scan fast.
_OPENING = re.compile(rf"[\d.{_VULGAR}]")


def _in_digits(text: str) -> Iterator[re.Match[str]]:
    at, scanner = 0, _scanner()
    for opening in _OPENING.finditer(text):
        if opening.start() >= at and (match := scanner.match(text, opening.start())) is not None:
            at = match.end()
            yield match


def _word_atoms(text: str) -> Iterator[Atom]:
    """Yield the words of numbers; which of them a text has is asked of all its words together, as it has but a few."""
    known = _words()
    for word in set(_WORD.findall(text)):
        if word.lower() in known:
            yield from (_word_atom(word, start) for start in _places(text, word))


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands alone in a text."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_joins(text[start - 1 : start]) or _joins(text[end : end + 1])):
            yield start
        start = text.find(word, end)


def _joins(sign: str) -> bool:
    """Whether a sign, if any, makes one word with a letter beside it."""
    return sign.isalnum() or sign == "_"


def _word_atom(written: str, start: int) -> Atom:
    word, end = written.lower(), start + len(written)
    kind, value = _words()[word]
    if kind == "w":
        return Atom(start, end, kind, value[0], high=value[1])
    return Atom(start, end, kind, float(value), plural=word.endswith(("s", "halves")) and kind in "fv")


def _digit_atom(text: str, match: re.Match[str]) -> Atom | None:
    start, end = match.span()
    raw = match.group()
    start += len(raw) - len(raw.lstrip())
    value = digits_value(raw.strip())
    if value is None:
        return None
    if "/" in raw or raw[-1] in _VULGAR:
        return Atom(start, end, "r", value)
    scale, end = _magnitude(text, end, value)
    return Atom(start, end, "d", value, scale)


def _magnitude(text: str, end: int, value: float) -> tuple[float, int]:
    match = _MAGNITUDE.match(text, end)
    if not match:
        return 1.0, end
    sign, apart = match[1], match.start(1) > end
    if apart and (sign in _NEVER_APART or (sign == "k" and not _ENDS.match(text, match.end()))):
        return 1.0, end
    if sign == "G" and value < 10:  # generations of networks: "5G"
        return 1.0, end
    if sign in _AMBIGUOUS and not _counts(text, end, sign):
        return 1.0, end
    return float(lexicon.load("numbers/numerals")["magnitudes"][sign]), match.end(1)


#: Apart from the digits these are words or units; "k" is a magnitude there only where the clause ends.
_NEVER_APART = frozenset({"m", "b", "B", "T", "mm"})
_AMBIGUOUS = frozenset({"mm", "m", "b"})
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")


_MONEY_BEFORE = re.compile(
    r"(?:[$€£¥₹₽₩₪₺₴₦₱]|(?<![^\s(])[?\ufffd]|\b(?:[A-Z]{3}|Rs\.?|RM|kr|R))[ \u00a0]?[\d,. ]{1,15}$"
)
_WORD_AFTER = re.compile(r"[mb]{1,2}[ \u00a0]+(?:new\s+|more\s+)?([A-Za-z]+)")


@cache
def _counted_in_millions() -> frozenset[str]:
    money = lexicon.load("numbers/money")
    first = {name.split()[0] for name in (*money["names"], *money["national"])}
    names = first | {f"{word}s" for word in first}
    return lexicon.words("numbers/numerals", "in_millions") | names | {code.lower() for code in money["codes"]["list"]}


def _counts(text: str, end: int, sign: str) -> bool:
    """Is "m" million, not metre? After money, or when something is counted behind it; "b" also alone ("1.2b")."""
    if sign == "b" or _MONEY_BEFORE.search(text, max(0, end - 22), end):
        return True
    word = _WORD_AFTER.match(text, end)
    return word is not None and (word[1].lower() in _counted_in_millions() or _is_counted_elsewhere(text, word[1]))


def _is_counted_elsewhere(text: str, noun: str) -> bool:
    """Does the article count thousands or millions of the plural elsewhere ("412m tarns … 200,000 tarns")?"""
    if not noun.islower() or not noun.endswith("s"):
        return False
    return re.search(rf"(?:\d,\d{{3}}|\b(?:thousand|[mb]illion)|\dbn)[ \u00a0]{noun}\b", text) is not None


def digits_value(raw: str) -> float | None:
    """Return the value of a number in digits, None when it is none (division by zero, a power too large)."""
    try:
        value = _digits_value(raw.translate(_SUPERSCRIPT))
        return value if math.isfinite(value) else None
    except (ValueError, ZeroDivisionError, OverflowError):
        return None


def _digits_value(raw: str) -> float:
    if raw[-1] in _VULGAR:
        whole = raw[:-1].strip()
        return float(whole or 0) + float(lexicon.load("numbers/numerals")["vulgar"][raw[-1]])
    if "/" in raw:
        whole, _, fraction = raw.replace("\u00a0", " ").rpartition(" ")
        above, below = fraction.split("/")
        return float(whole or 0) + float(above) / float(below)
    if power := re.fullmatch(r"([\d.]+)\s?[x×]\s?10\s?\^?\s?([-+]?\d+)", raw):
        return float(power[1]) * 10.0 ** int(power[2])
    if power := re.fullmatch(r"([\d.]+)\^([-+]?\d+)", raw):
        return float(power[1]) ** int(power[2])
    return float(_plain(raw))


def _plain(raw: str) -> str:
    raw = re.sub(rf"{_SPACE}|[’']", "", raw)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", raw):
        return raw.replace(".", "")
    if re.fullmatch(r"\d+,\d{1,2}", raw):
        return raw.replace(",", ".")
    if re.fullmatch(r"[\d.]+,\d+", raw) and "." in raw:
        return raw.replace(".", "").replace(",", ".")
    return raw.replace(",", "")
