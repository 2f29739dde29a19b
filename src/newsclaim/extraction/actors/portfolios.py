"""What an office or a body is for: "Minister for Trade", "Minister for Housing, Planning and Reform"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.names import organisations
from newsclaim.names.countries import lookup
from newsclaim.names.titles import tells_portfolio


def is_matter(texts: Sequence[str]) -> bool:
    """Tell whether words say only what an office or a body is for: "Energy and Mines"."""
    return all(text.casefold() in words("runs", "subjects") or text == "and" for text in texts)


def is_field(texts: Sequence[str]) -> bool:
    """Tell whether words say only what somebody in an office deals with: "Corporate Affairs", "Economic Activity"."""
    if organisations.known(" ".join(texts)):
        return False
    return all(
        is_matter([text]) or tells_portfolio(text) or text.casefold() in words("runs", "fields") for text in texts
    )


def is_portfolio_of_state(texts: Sequence[str]) -> bool:
    """Tell whether words are a country and what its minister deals with: "Norlander Energy", "European Affairs"."""
    land = lookup(texts[0]) if texts else None
    if land and land.way == "adjective" and len(texts) > 1 and is_field(texts[1:]):
        return True
    return list(texts[-1:]) == ["Affairs"] and not {"of", "for"} & set(texts)


def is_portfolio(w: Tokens, i: int, j: int, office: str) -> bool:
    """Whether "for" at token `i` says what an office is for: "Minister for Trade", not "Secretary for Norland"."""
    after = w.text[j]
    named = after[:1].isupper() and after not in words("mentions", "breakers")
    of_state = office == "State" and w.text[i - 3] == "Minister"  # "Minister of State for Trade"
    return named and (of_state or office in words("runs", "portfolios")) and lookup(after) is None


def lists_portfolio(w: Tokens, texts: Sequence[str], comma: int) -> bool:
    """Whether a comma goes on with what an office is for: "Minister for Housing | , Planning and Reform Ada Lund"."""
    if "for" not in texts or texts[texts.index("for") - 1] not in words("runs", "portfolios"):
        return False
    return is_matter((texts[-1], w.text[comma + 1]))
