"""What a user types to search → a query of the full-text index.

Words that stand together must all occur; `"two words"` is a phrase, `deni*` a beginning, `OR`, `NOT` (or `-word`),
`AND` and parentheses join them, `NEAR(one two, 5)` asks for nearness. All else is read as words, never as syntax.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsclaim.errors import QueryError

_TOKEN = re.compile(r'(?P<near>NEAR\((?P<inside>[^()]*)\))|(?P<phrase>-?"[^"]*"\*?)|(?P<mark>[()])|(?P<word>[^\s()"]+)')
_WORD = re.compile(r"[^\W_]+")
_MARKS = '"*'
_NEARNESS = re.compile(r",\s*(\d{1,3})\s*$")
#: Matches nothing.
_NOTHING = '""'


@dataclass(frozen=True, slots=True)
class Query:
    """A query of the full-text index.

    `loose` finds at least what `exact` finds in any part of a text, by words alone: for an index that does not know
    where words stand. `words_only` tells that `exact` does not ask where words stand either.
    """

    exact: str
    loose: str
    words_only: bool


def match_query(text: str) -> Query:
    """Return the full-text query for what a user typed.

    Raises:
        QueryError: parentheses do not match, an operator has nothing to join, or NOT has nothing before it.
    """
    # The index takes neither half characters (bytes that were no UTF-8) nor the sign that ends its strings.
    text = text.encode("utf-8", "replace").decode().replace("\x00", " ")
    reading = _Reading(_tokens(text), text)
    query = reading.either()
    if reading.left():
        raise reading.error("a parenthesis is closed that was not opened")
    return query or Query(_NOTHING, _NOTHING, words_only=True)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "OR", "AND", "NOT", "(", ")" or "term"
    query: Query | None = None


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        part = match[0]
        if match["near"]:
            found += _near(match["inside"])
        elif match["mark"] or part in {"OR", "AND", "NOT"}:
            found.append(_Token(part))
        elif part.startswith("-") and _WORD.search(part):
            found += [_Token("NOT"), *_term(part[1:])]
        else:
            found += _term(part)
    return found


def _term(part: str) -> list[_Token]:
    """Return a word or phrase as a query, nothing when it has no letter or digit."""
    words = _WORD.findall(part)
    if not words:
        return []
    begun = "*" if part.endswith("*") else ""
    exact = f'"{part.strip(_MARKS)}"{begun}'
    loose = [*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"{begun}']
    return [_Token("term", Query(exact, _joined(" AND ", loose), words_only=len(words) == 1))]


def _near(inside: str) -> list[_Token]:
    distance = _NEARNESS.search(inside)
    parts = re.findall(r'"[^"]*"\*?|[^\s"]+', _NEARNESS.sub("", inside))
    terms = [token.query for part in parts for token in _term(part) if token.query]
    if not terms:
        return []
    exact = f"NEAR({' '.join(term.exact for term in terms)}, {distance[1] if distance else 10})"
    return [_Token("term", Query(exact, _joined(" AND ", [term.loose for term in terms]), words_only=False))]


def _joined(sign: str, parts: Sequence[str]) -> str:
    return f"({sign.join(parts)})" if len(parts) > 1 else parts[0]


class _Reading:
    """Goes through the tokens once; `AND` before `OR`, `NOT` belongs to what stands before it."""

    def __init__(self, tokens: list[_Token], text: str) -> None:
        self._tokens = tokens
        self._text = text
        self._at = 0

    def left(self) -> bool:
        return self._at < len(self._tokens)

    def error(self, why: str) -> QueryError:
        return QueryError(f"the search {self._text!r} cannot be read: {why}.")

    def either(self) -> Query | None:
        parts = [self._all()]
        while self._takes("OR"):
            parts.append(self._all())
        found = [part for part in parts if part]
        if len(parts) > 1 and len(found) < len(parts):
            raise self.error("OR needs words on both sides")
        return _all_of(" OR ", found) if found else None

    def _all(self) -> Query | None:
        wanted: list[Query] = []
        unwanted: list[Query] = []
        while self.left() and self._next() not in {"OR", ")"}:
            joined = self._takes("AND")
            negated = self._takes("NOT")
            term = self._one()
            if term is None and (joined or negated):
                raise self.error("AND and NOT need a word behind them")
            if term:
                (unwanted if negated else wanted).append(term)
        if not wanted and unwanted:
            raise self.error("NOT needs something before it that is looked for")
        found = _all_of(" AND ", wanted) if wanted else None
        return _without(found, _all_of(" OR ", unwanted)) if found and unwanted else found

    def _one(self) -> Query | None:
        if not self.left() or self._next() not in {"term", "("}:
            return None
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "term":
            return token.query
        inside = self.either()
        if not self._takes(")"):
            raise self.error("a parenthesis is not closed")
        return inside

    def _next(self) -> str:
        return self._tokens[self._at].kind

    def _takes(self, kind: str) -> bool:
        if self.left() and self._next() == kind:
            self._at += 1
            return True
        return False


def _all_of(sign: str, parts: Sequence[Query]) -> Query:
    return Query(
        _joined(sign, [part.exact for part in parts]),
        _joined(sign, [part.loose for part in parts]),
        words_only=all(part.words_only for part in parts),
    )


def _without(wanted: Query, unwanted: Query) -> Query:
    # What an article has in another sentence must not keep this one out.
    exact = f"({wanted.exact} NOT {unwanted.exact})"
    return Query(exact, wanted.loose, words_only=wanted.words_only and unwanted.words_only)
