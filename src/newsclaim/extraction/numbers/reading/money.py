"""Currencies before and behind a number: "US$5", "5 million euros", "34 cents", "€5"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from newsclaim import lexicon
from newsclaim.models import Article

#: A sign outside ASCII that was lost on the way to us ("worth ?36bn"), and how it is recognised.
LOST = "?"
_LOST = re.compile(r"(?:^|[\s(\[\u2013\u2014-])[?\ufffd]$")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as found: ISO code ("$" or "?" until the outlet's country is known), its other end, its divisor."""

    code: str
    at: int
    divisor: float = 1.0


@cache
def _signs() -> dict[str, str]:
    money = lexicon.load("numbers/money")
    codes: dict[str, str] = {code: code for code in money["codes"]["list"]}
    codes.update(money["codes"]["other"])
    codes.update(money["signs"])
    return codes


@cache
def _before() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign).replace(r"\ ", " ?") for sign in sorted(_signs(), key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{signs})[ \u00a0]?(?P<minus>[-−])?$")


@cache
def _after() -> re.Pattern[str]:
    signs = [sign for sign in _signs() if not sign.isascii() or sign[-1] == "$" or (sign.isalpha() and len(sign) == 3)]
    joined = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    return re.compile(
        rf"[ \u00a0-]?(?P<million>M(?=[A-Z]{{3}}\b))?(?P<sign>{joined})(?![A-Za-z]|[ ]?\d)"
        r"(?:\s(?P<scale>million|billion|trillion)\b)?"
    )


@cache
def _named() -> re.Pattern[str]:
    money = lexicon.load("numbers/money")
    national = sorted(money["national"], key=len, reverse=True)
    names = sorted([*money["names"], *money["small"]], key=len, reverse=True)
    adjective = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in national)
    plain = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?i)[\s-]+(?:of\s+)?(?P<name>{adjective}|(?:new\s+)?(?:{plain}))(?P<plural>s)?(?![\w])")


def before(text: str, start: int) -> Currency | None:
    """Return the currency sign or code that ends at `start`."""
    piece = text[max(0, start - 8) : start]
    match = _before().search(piece)
    if not match:
        return Currency(LOST, start - 1) if _LOST.search(piece) else None
    return Currency(_signs()[match["sign"]], start - len(piece) + match.start())


#: Behind the currency: "75 USD million".
_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}


def after(text: str, end: int) -> Currency | None:
    """Return the currency that is written behind `end` as a sign, a code or a name."""
    if match := _after().match(text, end):
        factor = 1e-6 if match["million"] else 1 / _SCALES.get(match["scale"], 1)
        return Currency(_signs()[match["sign"]], match.end(), factor)
    match = _named().match(text, end)
    return _by_name(text, match) if match else None


def _by_name(text: str, match: re.Match[str]) -> Currency | None:
    money = lexicon.load("numbers/money")
    name = re.sub(r"\s+", " ", match["name"].lower())
    for table in ("national", "names"):
        if (code := money[table].get(name)) and not (name == "won" and _WON.match(text, match.end())):
            return Currency(code, match.end())
    small = money["small"].get(name)
    return Currency(small[0], match.end(), float(small[1])) if small else None


_NATION = re.compile(
    r"\s(?P<nation>[A-Z]{2}|[A-Z][a-z]+)\b(?=\s*(?:[.,;:)\]–—]|-\s|$)|\s+(?:a|an|per|to|in|for|on|from|and|or|at|of|as|by|over|each|with|is|was"
    r"|which|that|this|worth|more|less|last|into)\b)"
)


def nation_behind(text: str, end: int) -> Currency | None:
    """Return whose dollars they are by the country behind them ("$10 million Canadian a year", "$ 26 million NZ")."""
    match = _NATION.match(text, end)
    code = lexicon.load("numbers/money")["dollars_of"].get(match["nation"]) if match else None
    return Currency(code, match.end()) if match and code else None


_WON = re.compile(r"\s+(?:the|a|an|by|in|gold|at|seats?|their|his|her|its|more|and|over|with)\b")


_HOST = re.compile(r"//[^/:]*\.([a-z]{2})(?=[/:]|$)")


def iso_code(code: str, article: Article) -> str | None:
    """Return the ISO code of "$": the dollar of the outlet's country where that is known, else USD.

    A sign that was lost is that of the outlet's country, None where no country is known.
    """
    if code not in ("$", LOST):
        return code
    table: dict[str, str] = lexicon.load("numbers/money")["dollars" if code == "$" else "lost"]
    return table.get(outlet_country(article) or "", "USD" if code == "$" else None)


@lru_cache(maxsize=1 << 14)
def _country(url: str, outlet: str) -> str | None:
    money = lexicon.load("numbers/money")
    host = _HOST.search(url + "/")
    if host and host[1].upper() in money["dollars"] | money["lost"]:
        return host[1].upper()
    lowered = outlet.lower()
    return next((country for name, country in money["outlets"].items() if name in lowered), None)


def outlet_country(article: Article) -> str | None:
    """Return the country of an article's outlet (ISO 3166-1 alpha-2) by its address or name."""
    return _country(article.url or "", article.outlet or "")
