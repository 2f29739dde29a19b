"""Noun phrases read by the tags alone, to the left or the right of a word, where the parse cannot be trusted."""

from __future__ import annotations

from newsclaim.extraction.page.tokens import Range, Tokens, back, past
from newsclaim.lexicon import words

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "DT", "PDT", "PRP$", "POS", "CD", "HYPH", "VBN", "FW", "ADD", "NFP"})
_INSIDE = _NOUNS | _MODIFIERS
#: What may end a noun phrase.
HEADS = _NOUNS | {"PRP", "CD", "DT", "WP", "JJ", "JJS"}
_TIMES = frozenset({"DATE", "TIME"})


def phrase_before(w: Tokens, verb: int, low: int) -> Range | None:
    """Return the noun phrase that ends before `verb`, read from right to left by tags alone, not below `low`.

    Jumps over adverbs and auxiliaries, and over an aside between commas ("Hill, a doctor, said").
    """
    i = back(verb, low, lambda i: w.pos[i] in {"ADV", "AUX", "PART"} or w.tag[i] in {"MD", "RB"}) - 1
    if i >= low and w.text[i] in {",", ")", "—", "–"}:
        i = _aside_start(w, i, low) - 1
    b = i + 1
    a = past(back(b, low, lambda i: _fits(w, i, low)), b, lambda a: _leads(w, a) or w.pos[a] == "PUNCT")
    return (with_given_name(w, a), b) if a < b and w.tag[b - 1] in HEADS else None


def _leads(w: Tokens, a: int) -> bool:
    """Whether the word joins what stands before to the phrase and is no part of it."""
    return w.low[a] in words("phrases", "joiners") and w.low[a] not in words("phrases", "beginning")


def _fits(w: Tokens, i: int, low: int) -> bool:
    if w.tag[i] in _INSIDE:
        return not (w.tag[i] == "VBN" and i > low and w.pos[i] == "VERB" and w.pos[i - 1] in {"AUX", "PRON"})
    if w.tag[i] in {"PRP", "WP"}:
        return w.tag[i + 1] not in _INSIDE
    if particle(w, i):
        return True
    return w.low[i] in words("phrases", "joiners") and i > low and w.tag[i - 1] in _INSIDE


def particle(w: Tokens, i: int) -> bool:
    """Whether a small word is part of the name behind it, whatever its tag: Paulo dos Anjos Pinto."""
    return w.low[i] == w.text[i] and w.low[i] in words("phrases", "particles") and w.tag[i + 1 : i + 2] == ["NNP"]


def _aside_start(w: Tokens, i: int, low: int) -> int:
    """Return the token that opens the aside which closes at `i`: the farthest mark of the same kind."""
    opening = "(" if w.text[i] == ")" else w.text[i]
    marks = [j for j in range(low, i) if w.text[j] == opening]
    return marks[0] if marks else low


def phrase_after(w: Tokens, i: int, high: int) -> Range | None:
    """Return the noun phrase that begins at `i`, read from left to right by tags alone, not beyond `high`."""
    if i >= high:
        return None
    j = i + 1 if given_name(w, i) else i
    while j < high and _continues(w, i, j, high):
        j += 2 if j > i and hyphenated(w, j) else 1
    j = _past_name(w, i, min(j, high), high)
    while j > i and ((w.tag[j - 1] not in HEADS and not _named_so(w, i, j)) or _dated(w, i, j)):
        j -= 1
    return (i, j) if j > i else None


def _past_name(w: Tokens, i: int, j: int, high: int) -> int:
    """Go on over the rest of a person's name that was tagged as another word."""
    while i < j < high and w.ent[j - 1] == "PERSON" == w.ent[j] and w.text[j].istitle() and w.tag[j] != "POS":
        j += 1
    return j


def _named_so(w: Tokens, i: int, j: int) -> bool:
    """Whether the phrase from `i` to `j` ends with a surname that is a word: Martin How."""
    return j - 1 > i and w.ent[j - 1] == "PERSON" == w.ent[j - 2] and w.text[j - 1].istitle()


def _dated(w: Tokens, i: int, j: int) -> bool:
    """Whether the phrase from `i` to `j` ends with a day or time; in "said Sunday Adeyemi" it is a name."""
    days = words("phrases", "weekdays", "months")
    name = j == i + 2 and w.low[i] in days and w.tag[i + 1] == "NNP" and w.low[i + 1] not in days
    return j - 1 > i and w.ent[j - 1] in _TIMES and not name


def _continues(w: Tokens, i: int, j: int, high: int) -> bool:
    if j > i and (w.tag[j] == "PRP" or (w.tag[j - 1] == "NNS" and w.tag[j] in {"NNP", "DT"})):
        return False
    if w.tag[j] in _INSIDE or w.tag[j] == "PRP":
        return True
    return j > i and (hyphenated(w, j) or (w.low[j] in words("phrases", "going_on") and _goes_on(w, j, high)))


def _goes_on(w: Tokens, j: int, high: int) -> bool:
    """Whether the phrase goes on after the joining word at `j`."""
    after = j + 1
    if after >= high or w.ent[after] in _TIMES:
        return False
    if w.low[j] in {"of", "&"}:
        return w.tag[after] in _INSIDE
    if w.low[j] == "and":
        return w.tag[after] in {"NNP", "NNPS", "PRP$"}
    return w.tag[after] in {"NNP", "NNPS"} or w.low[after] == "the"


def with_given_name(w: Tokens, a: int) -> int:
    """Go back over a given name that is also a word and was tagged as such: "Will Castor said", "Per Lund said"."""
    while a > 0 and w.ent[a] == "PERSON" and w.block[a - 1] == w.block[a] and w.text[a - 1].istitle():
        apart = w.ent[a - 1] != "PERSON" and (w.dep[a - 1] == "prep" or not given_name(w, a - 1))
        if apart or w.tag[a - 1].startswith("VB"):
            break
        a -= 1
    return a


def given_name(w: Tokens, i: int) -> bool:
    """Whether a word that is taken for a small one is a given name: Per, Will, May before the rest of a name."""
    if w.low[i] not in words("phrases", "given") or not w.text[i].istitle() or i + 1 >= len(w):
        return False
    inside = w.text[i] == "Per" and i > 0 and w.sent[i - 1] == w.sent[i] and w.pos[i - 1] in {"NOUN", "PROPN", "VERB"}
    return w.ent[i + 1] == "PERSON" or (inside and w.tag[i + 1] == "NNP")


def hyphenated(w: Tokens, b: int) -> bool:
    """Whether a hyphen without white space joins what ends at `b` to what follows."""
    return b + 1 < len(w) and w.text[b] == "-" and w.tied(b - 1) and w.tied(b)
