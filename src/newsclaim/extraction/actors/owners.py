"""Whose body it is: the country or region beside its name, or the one the article is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsclaim.extraction.actors.name import Name, key_of
from newsclaim.extraction.actors.phrases import nominal_at
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations
from newsclaim.names.countries import adjective, bare, is_state, land_of, lookup
from newsclaim.names.statebodies import place_name, region_of, shown, state_body

#: Tokens before a name among which stands where a body is based.
_BEFORE = 6
#: Words behind a name that may say of which region a body is.
_BEHIND = 6


def is_domestic(text: str) -> bool:
    """Tell whether a name without a country is one that every state has: "Parliament", "Foreign Ministry"."""
    key = key_of(text)
    return key in word_list("mentions", "domestic") or bool(set(key.split()) & word_list("mentions", "domestic_heads"))


def full_text(w: Tokens, group: Sequence[Name], setting: str | None) -> str:
    """Return the name of a body with the country or region that tells it from its like."""
    text = group[0].text
    if setting and key_of(text) in word_list("mentions", "shared_names"):
        return f"{_before_name(setting)} {bare(text)}"
    place = next((r for name in group if (r := region(w, name))), None)
    body = state_body(text)
    if place and body and body.place != place:
        return shown(replace(body, place=place)) if body.place else f"{place_name(place)} {bare(text)}"
    code = country_of_group(w, group) or setting
    own = is_domestic(text) or (code == "US" and _is_federal(text))
    return f"{_before_name(code)} {bare(text)}" if code and own and not organisations.parse(text).country else text


def _is_federal(text: str) -> bool:
    """Whether a name is that of a department which only a federal government has: "Department of Justice"."""
    words = set(key_of(text).split())
    return "department" in words and words - {"department", "of", "the"} <= word_list("mentions", "federal") != words


def region(w: Tokens, name: Name) -> str | None:
    """Return the region beside a body's name: "Gaza's Health Ministry", "the Health Ministry in the enclave"."""
    before = owner(w, name)
    if before and not before.isupper():
        return before
    if name.j >= len(w) or w.low[name.j] not in ("in", "of"):
        return None
    for size in range(_BEHIND, 1, -1):
        body = state_body(w.words(name.i, min(name.j + size, len(w))))
        if body and body.place and not body.place.isupper():
            return body.place
    return None


def _before_name(code: str) -> str:
    return "U.S." if code == "US" else adjective(code)


def country_of_group(w: Tokens, group: Sequence[Name]) -> str | None:
    """Return the country that stands in or beside the names of a body."""
    for name in group:
        found = _based(w, name) or organisations.parse(name.text).country or owner(w, name)
        found = found or _country_described(w, name) or _country_behind(name.text)
        if found and found.isupper():
            return found
    return None


def _based(w: Tokens, name: Name) -> str | None:
    """Return the country where a body is at home before its name: "the UK-based Tarn Institute", no "… Tarn boss"."""
    known = organisations.known(name.text) and organisations.parse(name.text).country
    if known or _is_of_many(name.key) or _is_ones(w, name):
        return None
    first = max(0, name.i - _BEFORE)
    for k in range(name.i - 1, first, -1):
        if w.low[k - 1 : k + 1] == ["-", "based"] and k > 1:
            return land_of(w.text[k - 2])
        if w.pos[k] not in ("NOUN", "ADJ"):
            return None
    return None


def _is_of_many(key: str) -> bool:
    """Whether a body is one of many countries, wherever it sits: "European Harbour Council", "Interpol"."""
    return key in word_list("homes", "many") or not word_list("homes", "international").isdisjoint(key.split())


def _is_ones(w: Tokens, name: Name) -> bool:
    """Whether a name only says whose person or firm is meant: "Tarn | supplier"; no "Tarn | movement"."""
    head = w.head[name.j - 1]
    owned = name.j <= head and w.dep[name.j - 1] in ("compound", "nmod")
    return owned and w.low[head] not in word_list("mentions", "kinds_behind")


def _country_behind(text: str) -> str | None:
    """Return the country of which a body is by its name: "National Bank of Norland", no "Friends of Norland"."""
    body, of, place = text.rpartition(" of ")
    noun = body.rsplit(maxsplit=1)[-1].casefold() if of else ""
    if not noun or not (is_body(noun) or noun in word_list("nouns", "bodies")) or is_state(place):
        return None
    found = lookup(place)
    return found.code if found and found.way == "name" else None


def _country_described(w: Tokens, name: Name) -> str | None:
    """Return the country of what a body is called beside its name: "Norland's agency, X,", "the Norlander firm X"."""
    k = name.i - 1
    closed = name.j >= len(w) or w.text[name.j] in (",", ".", ")")
    if k > 0 and w.text[k] == "," and closed:
        k -= 1
    if k < 0 or w.tag[k] != "NN" or not is_body(w.lemma[k]):
        return None
    nominal = nominal_at(w, k)
    owned = any(text in ("'s", "’s") for text in w.text[nominal.first : k])
    return nominal.country if k == name.i - 1 or owned or w.pos[nominal.first] == "DET" else None


def owner(w: Tokens, name: Name) -> str | None:
    """Return the country or region in a possessive before the name: "South Korea's National Intelligence Service"."""
    k = name.i - 1
    if k < 1 or w.text[k] not in ("'s", "’s", "'", "’"):
        return None
    for size in (3, 2, 1):
        found = region_of(w.words(k - size, k)) if k - size >= 0 else None
        if found:
            return found
    return None
