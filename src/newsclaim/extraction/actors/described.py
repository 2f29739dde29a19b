"""What the article calls a name beside it: "Open Door Trust, a charity for migrants", "her lawyer, Mbeko Tabor"."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.officelinks import OF_BODY
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.tokens import Tokens, back, past
from newsclaim.lexicon import load, words
from newsclaim.names.countries import is_state
from newsclaim.names.organisations import is_outlet
from newsclaim.names.person import is_given
from newsclaim.names.titles import is_office

_NOUNS = frozenset({"NN", "NNS"})
_BEFORE_NOUN = _NOUNS | {"NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH", "VBN", "VBG", "POS", "PRP$", "DT"}
_OPENS = frozenset({"DT", "PRP$", "JJ", "JJS", "NN", "NNP", "CD"})
#: No description of a name has its noun farther away.
_LONGEST = 12
#: Words behind a name among which its state stands: ", a Democrat from New York".
_STATE = 7
_TOLD = frozenset({"of", "from", "democrat", "republican"})
_BEFORE_STATE = frozenset({",", "DT", "NN", "NNP", "JJ"})


def nouns_of(w: Tokens, name: Name, *, adjoins: bool = False) -> set[str]:
    """Return the nouns, in lower case, by which the article describes a name in this place.

    `adjoins`: another name ends where this one begins, so that the noun of a body before both is not its own.
    """
    if _of_outlet(w, name.i):
        return {"reporter", *_behind(w, name.j), *_is(w, name.j)}
    closed = name.j >= len(w) or w.text[name.j] in {",", ".", ")", ";", "—", "–"}
    before = {noun for noun in _before(w, name.i, closed=closed) if not (adjoins and is_body(noun))}
    told = before.union(_behind(w, name.j), _is(w, name.j), _state(w, name.j), _among(w, name.i))
    return told | set(_pleading(w, name))


def _among(w: Tokens, i: int) -> Iterator[str]:
    """Yield what several are of whom a body is one: "firms such as X", "rival banks, including X"."""
    k = i - 1 - (w.low[max(0, i - 2) : i] == ["such", "as"])
    if k > 1 and w.low[k] in ("such", "including", "like"):
        k -= 1 + (w.text[k - 1] == ",")
        if w.tag[k] == "NNS" and is_body(w.lemma[k]):
            yield w.lemma[k]


def _pleading(w: Tokens, name: Name) -> list[str]:
    """X, prosecuting, · Defending, X told the court: whose lawyer somebody is."""
    if "," not in (w.low[name.j], w.low[name.i - 1]):
        return []
    behind, before = w.low[name.j : name.j + 3], w.low[max(0, name.i - 2) : name.i]
    told = behind[1:2] if behind[:1] == [","] and behind[2:] in ([","], ["for"]) else []
    if before[1:] == [","] and w.opens_sentence(name.i - 2):
        told = before[:1]
    nouns: dict[str, str] = load("nominals")["pleading"]
    return nouns.get("".join(told), "").split()


def _state(w: Tokens, j: int) -> Iterator[str]:
    """X of Georgia · X, a Democrat from Oregon, · X (R-Ohio): the words by which "the Ohio Republican" is X."""
    if _TOLD.isdisjoint(w.low[j : j + _STATE]):
        return
    reach = min(len(w), j + _STATE)
    k = next((k for k in range(j, reach) if w.low[k] in {"of", "from"}), reach)
    if k < reach - 1 and all(w.tag[x] in _BEFORE_STATE for x in range(j, k)):
        for size in (2, 1):
            if is_state(" ".join(w.text[k + 1 : k + 1 + size])):
                yield from w.low[k + 1 : k + 1 + size]
                break
    party = next((w.low[k] for k in range(j, min(reach, k)) if w.low[k] in {"democrat", "republican"}), None)
    if party and w.text[j] == ",":
        yield party


def _of_outlet(w: Tokens, i: int) -> bool:
    """The BBC's X · the Herald's X: a reporter of that outlet."""
    if i < 2 or w.text[i - 1] not in {"'s", "’s"}:
        return False
    k = back(i - 1, 0, lambda k: w.tag[k].startswith("NNP"))
    return is_outlet(" ".join(w.text[k : i - 1])) or w.low[i - 2] in words("organisations", "outlet_marks")


def _behind(w: Tokens, j: int) -> Iterator[str]:
    """X, a charity for migrants · X, one of the country's biggest banks · X (an oil firm)."""
    if j + 2 < len(w) and w.text[j] in {",", "(", "—", "–"} and w.tag[j + 1] in _OPENS:
        head = _head(w, j + 1)
        goes_on = head >= 0 and w.dep[head] == "nsubj" and w.pos[head + 1 : head + 2] in (["VERB"], ["AUX"])
        if head >= 0 and not (goes_on and w.text[j] == ","):  # not "Led by X, the club practises"
            yield w.lemma[head]


def _before(w: Tokens, i: int, *, closed: bool) -> Iterator[str]:
    """The oil firm X · her lawyer, X, · the club's president, X, not "she left the bank, X said"."""
    k = i - 1
    if k >= 1 and w.text[k] == ",":
        if not closed or _explains_other(w, i, k - 1):
            return
        k -= 1
    while k >= 0 and k > i - _LONGEST and w.tag[k] in {"NNP", "NNPS"}:
        k -= 1
    if k >= 0 and w.tag[k] == "NN" and w.sent[k] == w.sent[i] and not _ends_office(w, k, i):
        yield w.lemma[k]


def _ends_office(w: Tokens, k: int, i: int) -> bool:
    """Whether somebody, whose first name follows, has an office in a body: "analyst at the Ek group | Ada Lund"."""
    if k < i - 1 or not is_given(w.text[i]):
        return False
    first = max(0, k - _LONGEST)
    link = next((j for j in range(k - 1, first, -1) if w.low[j] in OF_BODY), 0)
    told = is_body(w.lemma[k]) and all(w.tag[j] in _BEFORE_NOUN for j in range(link + 1, k))
    return told and link > 0 and is_office(w.text[link - 1])


def _explains_other(w: Tokens, i: int, noun: int) -> bool:
    """Whether a name behind a comma explains another noun than the last: "the leader of the Harbour party, X,"."""
    name = i
    while w.dep[name] == "compound" and w.head[name] > name:
        name = w.head[name]
    return w.dep[name] == "appos" and w.head[name] < noun and w.tag[w.head[name]] == "NN"


def _is(w: Tokens, j: int) -> Iterator[str]:
    """X is a charity · X, which is a bank."""
    k = past(j, j + 3, lambda k: w.low[k] in {",", "which", "who"})
    if w.lemma[k] == "be" and w.tag[k + 1] in {"DT", "CD"}:
        head = _head(w, k + 1)
        if head >= 0:
            yield w.lemma[head]


def _head(w: Tokens, i: int) -> int:
    """Return the noun that the phrase beginning at `i` ends with: "one of the banks", "a bank owned by Ek"."""
    if w.low[i] == "one" and w.low[i + 1] == "of":
        i += 2
    k = past(i, min(len(w), i + _LONGEST), lambda k: w.tag[k] in _BEFORE_NOUN)
    k -= k > i + 1 and w.tag[k - 1] in ("VBN", "VBG")
    return k - 1 if k > i and w.tag[k - 1] in _NOUNS else -1
