"""Are two names of organisations one organisation's? Compared by words, country, abbreviation and legal form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from newsclaim.lexicon import load, words
from newsclaim.names.countries import Country, bare, begins_country, display_name, lookup, office
from newsclaim.names.verdict import Verdict, no, open_, yes
from newsclaim.text import fold

_WORD = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*\.?|&")


@dataclass(frozen=True, slots=True)
class Organisation:
    """What of an organisation's name is compared: its words in order, its country, and whether it is a public body."""

    name: str
    words: tuple[str, ...]
    country: str | None
    body: bool


@lru_cache(maxsize=32768)
def parse(text: str) -> Organisation:
    """Take an organisation's name apart; well-known abbreviations and metonyms are replaced by the usual name."""
    name = bare(text)
    meant = known(name)
    country = meant[1] if meant else None
    tokens = _tokens(meant[0] if meant else name)
    kept, found = _without_country(tokens)
    body = any(token in words("organisations", "bodies") for token in kept)
    return Organisation(name, tuple(_meaning(t) for t in kept), country or found, body)


@lru_cache(maxsize=32768)
def known(name: str) -> tuple[str, str | None] | None:
    """Return (usual name, country) of a well-known body by its abbreviation, short name or metonym."""
    return office(name) or _known().get(_known_key(name)) or _known_by_words(name)


def _known_by_words(name: str) -> tuple[str, str | None] | None:
    """A public body of a known country in other words: "Department of State of the United States"."""
    kept, country = _without_country(_tokens(name))
    if country is None:
        return None
    if len(kept) == 1:  # "UK RAF": an abbreviation with its own country before it
        meant = _known().get(kept[0].upper())
        return meant if meant and meant[1] == country else None
    return _known_bodies().get((country, frozenset(map(_meaning, kept))))


@cache
def _known_bodies() -> dict[tuple[str, frozenset[str]], tuple[str, str | None]]:
    found: dict[tuple[str, frozenset[str]], tuple[str, str | None]] = {}
    metonyms = load("metonyms")["organisations"]
    entries = [((place, *e.get("same", ())), e["name"], e["country"]) for place, e in metonyms.items()]
    entries += [(tuple(e["names"]), e["names"][0], e["country"]) for e in load("organisations")["known"]]
    for names, shown, country in entries:
        for name in names:
            kept, code = _without_country(_tokens(name))
            if code and len(kept) > 1:
                found[code, frozenset(map(_meaning, kept))] = (shown, country or None)
    return found


def same_organisation(a: str, b: str) -> Verdict:
    """Tell whether two names are one organisation's."""
    one, two = known(bare(a)), known(bare(b))
    if one and two:
        if one[0] == two[0]:
            return yes("known-abbreviation", f"both are the {one[0]}")
        return no("known-body", f"{one[0]} and {two[0]} are two bodies")
    if " and " in a and " and " in b:
        return _pairwise(a, b)
    x, y = parse(a), parse(b)
    if _bag(x) == _bag(y) and _bag(x):
        return _same_words(x, y)
    return _unlike(x, y)


def _pairwise(a: str, b: str) -> Verdict:
    """Two bodies named together are those of the other name one by one: "GM and Chrysler"."""
    one, two = a.split(" and "), b.split(" and ")
    if len(one) == len(two) and all(
        fold(p) == fold(q) or same_organisation(p, q).verdict == "same" for p, q in zip(one, two, strict=True)
    ):
        return yes("each-part", "each part of one is the same as that of the other")
    return no("words", "the names have different words")


@lru_cache(maxsize=32768)
def initialism(name: str) -> frozenset[str]:
    """Return the abbreviations that the first letters of a name make, with and without its small words and country."""
    tokens = [t for t in re.split(r"[\s-]+", bare(name)) if t and t[0].isalnum()]
    while len(tokens) > 1 and tokens[-1].casefold().rstrip(".") in words("organisations", "legal"):
        tokens.pop()
    big = [t[0] for t in tokens if t[0].isupper() or t[0].isdigit()]
    every = [t[0].upper() for t in tokens]
    # "U.S. Rowing Council" is the USRC.
    dotted = [t.replace(".", "") if t.count(".") > 1 else t[0] for t in tokens if t[0].isupper()]
    return frozenset(form for form in ("".join(big).upper(), "".join(every), "".join(dotted).upper()) if len(form) >= 2)


@lru_cache(maxsize=32768)
def is_acronym(text: str) -> bool:
    """Tell whether a text is written like an abbreviation: two to seven capitals ("NIS", "U.A.W.", "BoA")."""
    letters = bare(text).replace(".", "")
    return (
        2 <= len(letters) <= 7 and " " not in letters and letters.isalnum() and sum(c.isupper() for c in letters) >= 2
    )


@lru_cache(maxsize=32768)
def has_mark(text: str) -> bool:
    """Tell whether one of the words makes the name an organisation's ("Council", "Bank", "Inc.")."""
    return any(token in words("organisations", "marks") for token in _tokens(bare(text)))


@lru_cache(maxsize=32768)
def has_legal_form(text: str) -> bool:
    """Tell whether a name of several words ends with the legal form of a firm: "Halvern Steel ASA", "Brightly Ltd"."""
    *before, last = text.split()
    plain = last.rstrip(".")
    return (
        bool(before)
        and plain.casefold() in words("organisations", "legal")
        and (len(plain) > 2 or plain.isupper() or plain == "Co")
    )


@lru_cache(maxsize=32768)
def is_outlet(text: str) -> bool:
    """Tell whether the name is that of a newspaper, broadcaster or news agency."""
    return fold(bare(text)) in _outlets()


def is_mere_mark(text: str) -> bool:
    """Tell whether a word says what kind of body is meant, but not which one: "Party", "Council"."""
    word = text.casefold()
    mark = word in words("organisations", "marks") and word not in words("mentions", "sole_bodies")
    return mark and not is_outlet(text)


def _same_words(x: Organisation, y: Organisation) -> Verdict:
    if x.country == y.country:
        if x.words == y.words:
            return yes("same-words", "the same words, without articles and legal forms")
        if x.body and y.body:
            return yes("same-body", "the same body of the same country in another order of words")
        return open_("word-order", "the same words in another order")
    if x.country and y.country:
        return no("country", f"one is of {display_name(x.country)}, the other of {display_name(y.country)}")
    return _one_country(x, y)


def _one_country(x: Organisation, y: Organisation) -> Verdict:
    country = display_name(x.country or y.country or "")
    if x.body or not x.words or all(w in words("organisations", "marks") for w in x.words):
        return open_("country", f"only one is said to be of {country}; other countries have such a body")
    if x.words != y.words:
        return open_("word-order", "the same words in another order")
    return yes("country-added", f"the same name, once with {country}")


def _unlike(x: Organisation, y: Organisation) -> Verdict:
    short, long = (x, y) if len(x.name) <= len(y.name) else (y, x)
    letters = short.name.replace(".", "").upper()
    if is_acronym(short.name) and not is_acronym(long.name) and letters in initialism(long.name):
        return yes("initials", f"{short.name} are the first letters of {long.name}")
    if _is_trade_name(x, y):
        return yes("trade-name", "the same name, once with its trade")
    if short.words and short.words == long.words[: len(short.words)] and x.country == y.country:
        return open_("part-of-name", f"{long.name} may be a part of {short.name}, or another body")
    return no("words", "the names have different words")


def _is_trade_name(x: Organisation, y: Organisation) -> bool:
    trade = words("organisations", "trade")
    one, two = (tuple(w for w in o.words if w not in trade) for o in (x, y))
    if not one or one != two or (x.country and y.country and x.country != y.country):
        return False
    # What is left must be a name ("Nissan", not the "Air" of "Air China"), and only one may name its trade.
    extra = {w for w in (*x.words, *y.words) if w in trade}
    return not (set(x.words) & extra and set(y.words) & extra) and not all(
        w in words("organisations", "marks") for w in one
    )


def _bag(organisation: Organisation) -> frozenset[str]:
    return frozenset(organisation.words)


def _tokens(name: str) -> list[str]:
    return [word.removesuffix("'s").removesuffix("’s").strip(".'’") for word in _WORD.findall(name.casefold())]


def _without_country(tokens: list[str]) -> tuple[list[str], str | None]:
    kept: list[str] = []
    country = None
    legal, empty = words("organisations", "legal"), words("organisations", "empty")
    i = 0
    while i < len(tokens):
        size, found = _country_at(tokens, i)
        code = found.code if found else None
        if code and (country is None or code == country) and len(tokens) > size and not _is_name_part(tokens, i, size):
            if found and found.way == "part":
                kept += tokens[i : i + size]  # the Scottish Parliament is not the Welsh one
            country, i = code, i + size
            continue
        if tokens[i] not in empty and not (tokens[i] in legal and kept):
            kept.append(tokens[i])
        i += 1
    if "national" in kept and {"defense", "defence"} & set(kept):
        kept.remove("national")  # South Korea's ministry has it, newspapers have not
    return kept, country


def _is_name_part(tokens: list[str], i: int, size: int) -> bool:
    # "Bank of America", "Air China", "China Eastern": the country is the name itself unless a body is left without it.
    if i == 0 and (size > 1 or tokens[0].replace(".", "") in ("us", "uk", "usa")):
        return False
    rest = [t for t in (*tokens[:i], *tokens[i + size :]) if t not in words("organisations", "empty")]
    if any(t in words("organisations", "bodies") for t in rest):
        return False
    found = lookup(" ".join(t.capitalize() for t in tokens[i : i + size]))
    if found is None or found.way == "adjective":
        return found is None
    return not (i == 0 and len(rest) > 2 and rest[-1] in words("organisations", "marks"))


def _country_at(tokens: list[str], i: int) -> tuple[int, Country | None]:
    if not begins_country(tokens[i]):
        return 1, None
    for size in (4, 3, 2, 1):
        part = tokens[i : i + size]
        if len(part) < size:
            continue
        text = " ".join(part)
        found = lookup(text.upper() if size == 1 and len(text) <= 4 else text.title().replace(" Of ", " of "))
        if found and found.way != "office":
            return size, found
    return 1, None


def _meaning(word: str) -> str:
    if word.endswith("s") and word[:-1] in words("organisations", "trade"):
        word = word[:-1]
    return _synonyms().get(word, word)


@cache
def _synonyms() -> dict[str, str]:
    lines = [line.split() for line in load("organisations")["synonyms"]]
    return {word: line[0] for line in lines for word in line} | {"affairs": "foreign-affairs"}


@cache
def _known() -> dict[str, tuple[str, str | None]]:
    return {
        _known_key(name): (entry["names"][0], entry["country"] or None)
        for entry in load("organisations")["known"]
        for name in entry["names"]
    }


def _known_key(name: str) -> str:
    # "who" and "is" are words, WHO and IS are bodies: abbreviations keep their capitals.
    letters = name.replace(".", "")
    return letters if letters.isupper() and " " not in letters else fold(letters)


@cache
def _outlets() -> frozenset[str]:
    return frozenset(fold(bare(name)) for name in load("organisations")["outlets"])
