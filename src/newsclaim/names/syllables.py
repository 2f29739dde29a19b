"""Korean and Chinese names in Latin letters: is a word made of their syllables, are two spellings one syllable?"""

from __future__ import annotations

import re
from functools import lru_cache

from newsclaim.names.spelling import plain

_KOREAN = re.compile(
    r"(kk|gg|tt|dd|pp|bb|jj|ss|sh|ch|[bcdghjkmnprstlwyz]|hw|kw|gw)?"
    r"(w?y?(?:aeo|ae|eo|eui|eu|ee|oo|ou|oe|ui|ai|ay|ah|eh|oh|uh|a|e|i|o|u|y))"
    r"(ng|ck|lk|[klmnptgbr])?"
)
_ONSETS = {
    "k": "g", "kk": "g", "gg": "g", "c": "g", "t": "d", "tt": "d", "dd": "d", "p": "b", "pp": "b", "bb": "b",
    "ch": "j", "jj": "j", "z": "j", "l": "r", "sh": "s", "ss": "s",
}  # fmt: skip
_CODAS = {"g": "k", "ck": "k", "b": "p", "r": "l", "lk": "k"}
#: What a written vowel may stand for: o in Jong is ㅗ or ㅓ, u in Suk is ㅜ, ㅓ or ㅡ.
_VOWELS = {
    "a": "a", "ah": "a", "eo": "V", "uh": "V", "o": "oV", "oh": "o", "u": "uVe", "oo": "u", "ou": "uV", "eu": "e",
    "i": "i", "ee": "i", "y": "i", "ui": "iU", "eui": "iU", "oe": "O",
    "ae": "A", "ai": "A", "ay": "A", "e": "A", "eh": "A", "aeo": "A",
}  # fmt: skip
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouv])){1,2}"
)


def is_korean(word: str) -> bool:
    """Tell whether one syllable, or two joined by a hyphen, could be Korean ("Yong", "Yong-hyun")."""
    parts = word.split("-")
    return len(parts) <= 2 and all(_KOREAN.fullmatch(plain(part)) is not None for part in parts)


def is_pinyin(word: str) -> bool:
    """Tell whether a word is one or two syllables of Chinese, with or without a hyphen ("Jinping", "Jin-ping")."""
    return _PINYIN.fullmatch(plain(word)) is not None


def same_korean(a: str, b: str) -> bool:
    """Tell whether two Korean given names are one name in two romanisations (Suk Yeol, Seok-youl)."""
    if plain(a) == plain(b):
        return True
    one, two = _parts(a), _parts(b)
    return len(one) == len(two) and all(_same_syllable(x, y) for x, y in zip(one, two, strict=True))


def _parts(given: str) -> list[str]:
    return [plain(part) for part in re.split(r"[-\s]+", given) if part]


@lru_cache(maxsize=8192)
def _same_syllable(a: str, b: str) -> bool:
    if a == b:
        return True
    one, two = _analysis(a), _analysis(b)
    if one is None or two is None:
        return False
    return one[0] == two[0] and one[1] == two[1] and bool(set(one[2]) & set(two[2])) and one[3] == two[3]


def _analysis(syllable: str) -> tuple[str, str, str, str] | None:
    match = _KOREAN.fullmatch(syllable)
    if match is None:
        return None
    onset, vowel, coda = match.group(1) or "", match.group(2), match.group(3) or ""
    glide = ""
    if onset in ("y", "w"):
        onset, glide = "", onset
    while vowel[:1] in "wy" and len(vowel) > 1:
        glide, vowel = glide + vowel[0], vowel[1:]
    return _ONSETS.get(onset, onset), glide, _VOWELS.get(vowel, vowel), _CODAS.get(coda, coda)


def skeleton(given: str) -> str:
    """Return a key that all romanisations of a Korean given name share: its syllables without their vowels."""
    parts = []
    for part in _parts(given):
        analysis = _analysis(part)
        parts.append(part if analysis is None else f"{analysis[0]}{analysis[1]}.{analysis[3]}")
    return "-".join(parts)
