"""Country names, abbreviations, demonyms, capitals and metonyms of governments → ISO 3166-1 alpha-2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from newsclaim.lexicon import load
from newsclaim.text import fold

#: How a word leads to a country. `part`: a region with its own government; `seat`: a metonym of the government itself;
#: `office`: a metonym of one department or agency; `people`: "Russians"; `adjective`: "Russian".
Way = Literal["name", "short", "capital", "seat", "office", "part", "people", "adjective"]
#: Ways that stand for the government of the country when it acts or speaks.
GOVERNMENT_WAYS: frozenset[Way] = frozenset({"name", "short", "capital", "seat"})

#: "the British government", "the government of Britain": the government of Britain.
_RULED = re.compile(
    r"(?:government|administration) of (?P<of>.+)|(?P<by>.+)[ -](?:government|administration|regime|authorities)",
    re.IGNORECASE,
)
_OWN_GOVERNMENT: frozenset[Way] = frozenset({"name", "adjective", "capital", "short"})
#: Where the table has the names of each way; an earlier way wins where two countries share a word.
_FIELDS: dict[Way, str] = {"name": "names", "capital": "capitals", "adjective": "adjectives", "people": "people"}
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_ARTICLE = re.compile(r"^(?:the|The|THE)\s+")


#: No country's name or government is longer.
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Country:
    """A country that a word stands for, and the way it does."""

    code: str
    way: Way


def country_of(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that a name stands for, None when it stands for none.

    Known are names, abbreviations, adjectives, words for the people, capitals, and seats that newspapers name in place
    of a government or of one of its departments ("the Kremlin", "the Pentagon"). American states and other cities are
    none.
    """
    found = lookup(text)
    return found.code if found else None


@lru_cache(maxsize=32768)
def lookup(text: str) -> Country | None:
    """Return the country and the way its name is made, None when the text is no country's."""
    name = bare(text)
    if len(name) > _LONGEST or name == name.lower():
        return None
    folded = _key(name)
    ruled = _RULED.fullmatch(name) if " " in name or "-" in name else None
    if ruled:
        owner = lookup(ruled.group("of") or ruled.group("by"))
        return Country(owner.code, "name") if owner and owner.way in _OWN_GOVERNMENT else None
    if "the " + folded in _short() and text[:3].casefold() == "the":
        return _short()["the " + folded]
    found = _table().get(folded)
    if found and _is_abbreviation(folded) and not _written_as_abbreviation(name):
        return None
    return found


def typed(text: str) -> Country | None:
    """Return the country that somebody has typed, who may write its name without capitals."""
    return lookup(text if any(c.isupper() for c in text) else text.title())


@lru_cache(maxsize=32768)
def begins_country(word: str) -> bool:
    """Tell whether a word is the first of any text that `lookup` may know."""
    return _key(word).partition(" ")[0] in _first_words()


def display_name(code: str) -> str:
    """Return the name under which a country is shown ("KP" → "North Korea"), the code itself when it is unknown."""
    entry = load("countries")["countries"].get(code)
    return str(entry["names"][0]) if entry else code


def codes_named(words: Iterable[str]) -> set[str]:
    """Return the codes of the countries whose shown name holds one of some folded words or phrases as whole words."""
    held = [f" {word} " for word in words]
    codes = load("countries")["countries"]
    return {code for code in codes if any(word in f" {fold(display_name(code))} " for word in held)}


@cache
def forms_of(place: str) -> tuple[str, ...]:
    """Return a place that is asked for as places are compared, a country with its code: "Norway" → "norway", "no"."""
    found = typed(place)
    code = (found.code.lower(),) if found and found.way in {"name", "short"} else ()
    return tuple(dict.fromkeys((fold(place), *code)))


def adjective(code: str) -> str:
    """Return the country's usual adjective ("KP" → "North Korean"), its name when it has none."""
    entry = load("countries")["countries"].get(code, {})
    return str(next(iter(entry.get("adjectives", ())), None) or display_name(code))


def capital_of(code: str) -> str | None:
    """Return the capital of a country, None when it is unknown or there are two."""
    capitals = load("countries")["countries"].get(code, {}).get("capitals", ())
    return str(capitals[0]) if len(capitals) == 1 else None


def office(text: str) -> tuple[str, str | None] | None:
    """Return (name to show, country) of the department or agency that a metonym stands for ("Foggy Bottom")."""
    return _offices().get(_key(bare(text)))


@lru_cache(maxsize=32768)
def is_state(text: str) -> bool:
    """Tell whether the text names an American state, "Georgia" and "Washington" included."""
    return fold(bare(text)) in _states()


@lru_cache(maxsize=32768)
def located(text: str) -> str | None:
    """Return the country in which a state, province or city that is no capital lies, None for an unknown one."""
    name = fold(bare(text))
    return _located().get(name) or ("US" if name in _states() else None)


def land_of(text: str) -> str | None:
    """Return the country that a name stands for, or in which the place of that name lies."""
    return country_of(text) or located(text)


@lru_cache(maxsize=32768)
def is_region(text: str) -> bool:
    """Tell whether the text names a continent, sea or region that is no actor ("Middle East", "Kursk")."""
    return fold(bare(text)) in _places("regions")


@lru_cache(maxsize=32768)
def is_city(text: str) -> bool:
    """Tell whether the text names a large city or province that is no capital."""
    return fold(bare(text)) in _places("cities")


def is_place(text: str) -> bool:
    """Tell whether the text names a state, province, city or region that is no country's government."""
    return is_state(text) or is_city(text) or is_region(text)


@lru_cache(maxsize=1 << 14)
def bare(text: str) -> str:
    """Return the name without a leading "the" and a trailing possessive."""
    return _ARTICLE.sub("", _POSSESSIVE.sub("", text.strip()))


@cache
def _first_words() -> frozenset[str]:
    names = {key.partition(" ")[0] for key in (*_table(), *_short())}
    return frozenset(names | {"the", "government", "administration"})


def _key(name: str) -> str:
    return fold(name).replace(".", "").replace("-", " ").replace(",", "")


def _is_abbreviation(key: str) -> bool:
    return key in _abbreviations()


def _written_as_abbreviation(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return all(c.isupper() for c in letters)


@cache
def _abbreviations() -> frozenset[str]:
    entries = load("countries")["countries"].values()
    return frozenset(
        _key(name) for entry in entries for name in entry["names"] if name.isupper() and " " not in name.strip()
    )


@cache
def _table() -> dict[str, Country]:
    table: dict[str, Country] = {}
    data = load("countries")
    for code, entry in data["countries"].items():
        for way, field in _FIELDS.items():
            for name in entry.get(field, ()):
                _put(table, name, Country(code, way))
        for word in entry.get("adjectives", ()):
            _put(table, word + "s", Country(code, "people"))
    for region, code in data["parts"].items():
        _put(table, region, Country(code, "part"))
    for word, code in data["part_adjectives"].items():
        _put(table, word, Country(code, "part"))
    metonyms = load("metonyms")
    for seat, code in metonyms["governments"].items():
        _put(table, seat, Country(code, "seat"))
    for place, entry in metonyms["organisations"].items():
        if entry["country"]:
            _put(table, place, Country(entry["country"], "office"))
    return table


def _put(table: dict[str, Country], name: str, country: Country) -> None:
    # "Congolese" and "Korea" alone are two countries': the first one wins, names before adjectives.
    table.setdefault(_key(bare(name)), country)


@cache
def _short() -> dict[str, Country]:
    return {_key(words): Country(code, "short") for words, code in load("countries")["short"].items()}


@cache
def _offices() -> dict[str, tuple[str, str | None]]:
    found: dict[str, tuple[str, str | None]] = {}
    for place, entry in load("metonyms")["organisations"].items():
        for name in (place, *entry.get("same", ())):
            found[_key(name)] = (entry["name"], entry["country"] or None)
    return found


@cache
def _places(key: str) -> frozenset[str]:
    return frozenset(fold(name) for name in load("places")[key])


@cache
def _located() -> dict[str, str]:
    return {fold(name): code for code, names in load("places")["located"].items() for name in names}


@cache
def _states() -> frozenset[str]:
    return frozenset(fold(name) for name in load("countries")["states"]["US"])
