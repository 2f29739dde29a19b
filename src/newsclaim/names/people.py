"""Are two names of persons one person's? Family names first, then given names; every answer with its rule."""

from __future__ import annotations

import re

from newsclaim.lexicon import words
from newsclaim.names.person import Person, family_group, is_given
from newsclaim.names.spelling import alike, is_transliterated, loose_form, plain, variant_groups
from newsclaim.names.syllables import same_korean
from newsclaim.names.verdict import Verdict, no, open_, yes

_ARTICLES = ("al", "el")


def same_person(a: Person, b: Person) -> Verdict:
    """Tell whether two full names can be one person's; a lone name never decides."""
    if a.lone or b.lone:
        return _lone(a, b)
    if "western" != a.order == b.order or {a.order, b.order} == {"korean", "chinese"}:
        return _family_first(a, b)
    if a.order != b.order:
        return _mixed_order(a, b)
    return _western(a, b)


def _lone(a: Person, b: Person) -> Verdict:
    lone, other = (a, b) if a.lone else (b, a)
    loose = is_transliterated(other.tokens) or is_transliterated(lone.tokens)
    if other.lone:
        if alike(lone.family, other.family, loose=loose):
            return open_("lone-name", "both are a single name, which many may bear")
        return no("lone-name", "two different single names")
    if _family_alike(lone, other, loose=loose):
        return open_("lone-surname", f"{lone.family} alone may be anybody of that family name")
    if any(alike(lone.family, name, loose=False) for name in other.given):
        return open_("lone-given-name", f"{lone.family} alone may be anybody of that first name")
    return no("lone-name", f"{lone.family} is no part of the other name")


def _family_first(a: Person, b: Person) -> Verdict:
    if _family_key(a) != _family_key(b):
        return no("family-name", f"family names {a.family} and {b.family} differ")
    one, two = " ".join(a.given), " ".join(b.given)
    if plain(one) == plain(two):
        return yes("family-first", "family and given name are equal without hyphens and spaces")
    if "korean" in (a.order, b.order) and same_korean(one, two):
        return yes("korean-romanisation", "the same syllables in two romanisations")
    return no("given-name", f"given names {one} and {two} differ, and likeness does not count for such names")


def _family_key(person: Person) -> str:
    return family_group(person.family, person.order)


def _mixed_order(a: Person, b: Person) -> Verdict:
    one, two = sorted(plain(t) for t in a.tokens), sorted(plain(t) for t in b.tokens)
    if one == two:
        return yes("name-order", "the same names, family name first in one of them")
    if a.order == "western" or b.order == "western":
        return _western(a, b)
    return no("family-name", "the names differ")


def _western(a: Person, b: Person) -> Verdict:
    loose = is_transliterated(a.tokens) and is_transliterated(b.tokens)
    if not _family_alike(a, b, loose=loose):
        return _double_family(a, b, loose=loose)
    given = _given(a, b, loose=loose)
    if given.verdict != "same":
        return given
    return _with_suffix(a, b, given)


def _with_suffix(a: Person, b: Person, given: Verdict) -> Verdict:
    if a.suffix == b.suffix:
        return given
    if a.suffix and b.suffix:
        return no("suffix", f"{a.suffix} and {b.suffix} are two generations")
    full, short = (a, b) if a.suffix else (b, a)
    # The formal style gives first name, initial and Jr. together where newspapers drop all three: Joseph R. Biden Jr.
    if full.suffix == "jr" and len(full.given) > 1 and plain(full.given[0]) != plain(short.given[0]):
        return given
    return open_("suffix", f"only one of them is {full.suffix}, who may be a relative of the same name")


def _double_family(a: Person, b: Person, *, loose: bool) -> Verdict:
    """Two family names where the other has one: "Pedro Sánchez Pérez" may be Pedro Sánchez."""
    longer, shorter = (a, b) if len(a.tokens) > len(b.tokens) else (b, a)
    first = alike(longer.given[0], shorter.given[0], loose=loose)
    if first and len(longer.given) > 1 and any(alike(name, shorter.family, loose=loose) for name in longer.given[1:]):
        return open_("second-family-name", f"{longer.family} may be a second family name, or another person's")
    return no("family-name", f"family names {a.family} and {b.family} differ")


def _family_alike(a: Person, b: Person, *, loose: bool) -> bool:
    one, two = without_article(a.family), without_article(b.family)
    if alike(one, two, loose=loose):
        return True
    parts_one, parts_two = one.split("-"), two.split("-")
    return len(parts_one) != len(parts_two) and bool(
        {plain(p) for p in parts_one[-1:]} & {plain(two)} | {plain(p) for p in parts_two[-1:]} & {plain(one)}
    )


def without_article(family: str) -> str:
    """Return a family name without its Arabic article: "al-Khouri" and "Al Khouri" are "Khouri"."""
    words_ = family.replace("’", "'").replace("'", "").split() or [""]
    if len(words_) > 1 and words_[0].casefold() in _ARTICLES:
        words_ = words_[1:]
    first, _, rest = words_[0].partition("-")
    return " ".join([rest, *words_[1:]]) if rest and first.casefold() in _ARTICLES else " ".join(words_)


def _given(a: Person, b: Person, *, loose: bool) -> Verdict:
    if alike("".join(a.given), "".join(b.given), loose=loose):
        strict = alike("".join(a.tokens), "".join(b.tokens), loose=False)
        spelled = "full-name" if strict else "transliteration"
        return yes(spelled, _REASONS[spelled])
    rule = _first_names(a.given[0], b.given[0], loose=loose)
    if rule is None:
        if _goes_by_middle_name(a, b):
            return yes("middle-name", "one goes by the other's middle name")
        return no("given-name", f"given names {a.given[0]} and {b.given[0]} differ")
    if _middles_clash(a.given[1:], b.given[1:]):
        return no("middle-name", f"middle names {' '.join(a.given[1:])} and {' '.join(b.given[1:])} differ")
    if rule == "initial" and plain(a.family) in words("names_families", "common"):
        return open_("initial", f"an initial does not tell one {a.family} from another")
    return yes(rule, _REASONS[rule])


_REASONS = {
    "full-name": "given and family name are equal",
    "transliteration": "two transliterations of one name",
    "given-name-form": "forms of one given name",
    "initial": "the initial fits the given name",
}


def _first_names(a: str, b: str, *, loose: bool) -> str | None:
    if alike(a, b, loose=False):
        return "full-name"
    if loose and len(plain(a)) > 3 and _without_final_y(a) == _without_final_y(b):
        return "transliteration"
    one, two = plain(a), plain(b)
    if len(one) == 1 or len(two) == 1:
        return "initial" if one[:1] == two[:1] else None
    if variant_groups(a) & variant_groups(b):
        return "given-name-form"
    if loose and len(one) > 3 and len(two) > 3 and loose_form(a) == loose_form(b) and not (is_given(a) and is_given(b)):
        return "transliteration"
    return None


def _without_final_y(given: str) -> str:
    # Valery, Valeriy, Valerii: one Cyrillic ending in many spellings.
    return re.sub(r"(?:iy|ii|ij|yy|y|i|ey|ei|ej)$", "", plain(given))


def _goes_by_middle_name(a: Person, b: Person) -> bool:
    return any(plain(x) == plain(b.given[0]) for x in a.given[1:] if is_given(x)) or any(
        plain(x) == plain(a.given[0]) for x in b.given[1:] if is_given(x)
    )


def _middles_clash(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two middle names that fit in none of their places: W. against H. W., not R. against Robinette."""
    if not a or not b:
        return False
    return len(a) != len(b) or any(plain(x)[:1] != plain(y)[:1] for x, y in zip(a, b, strict=True))
