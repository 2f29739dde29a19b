"""First names that the tagger takes for small words: "Per Haglund" is no preposition, "Will Castor" no auxiliary."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.lexicon import words

_FINITE = frozenset({"VBD", "VBZ"})
#: What tells of a name stands within so many words behind it.
_FAR = 12
#: … and the mark that ends its sentence within so many.
_SENTENCE = 60


@dataclass(slots=True)
class Parse:
    """What the language model says of each token, as parallel lists that may be mended."""

    text: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    ent: list[str]
    iob: list[str]


def mended(p: Parse) -> Parse:
    """Return the parse with such words tagged as names and hung on the family name behind them."""
    listed = words("runs", "small_first_names")
    if listed.isdisjoint(p.text):
        return p
    for i in [i for i, text in enumerate(p.text[:-1]) if text in listed]:
        if not p.tag[i].startswith("NNP") and _is_first_name(p, i):
            _hang(p, i)
    return p


def _is_first_name(p: Parse, i: int) -> bool:
    """Inside a person's name, or with a capital in the middle of a sentence, before a word with a capital."""
    following = p.text[i + 1]
    if not following[0].isupper() or not following[1:].islower():
        return False
    if p.text[i] == "Will" and not (i and p.text[i - 1].isalpha()) and _asks_nothing(p, i):
        return True
    if p.tag[i + 1] not in ("NNP", "NNPS", "NN"):
        return False
    if p.ent[i] == "PERSON" and p.iob[i + 1] == "I":
        return True
    if i > 0 and p.text[i - 1].isalpha():
        return p.text[i - 1].islower() and p.ent[i] not in ("DATE", "TIME")
    return p.tag[i] in ("IN", "MD") and p.text[i] != "So" and _is_told_of(p, i + 1)


def _asks_nothing(p: Parse, i: int) -> bool:
    """Whether a sentence that seems to begin with a verb ends with a full stop: "Will Castor and his wife moved.".

    Not so "May": "May God protect you." asks for something.
    """
    marks = (text for text in p.text[i : i + _SENTENCE] if text in (".", "?", "!"))
    return next(marks, "") == "."


def _is_told_of(p: Parse, name: int) -> bool:
    """At the head of a sentence somebody, not a source: "Per Haglund said", "Per Haglund, who …" or ", 54,"."""
    j = name
    while j < len(p.text) and p.tag[j] in ("NNP", "NNPS"):
        j += 1
    behind, tags = p.text[j : j + _FAR], p.tag[j : j + _FAR]
    if tags[:1] and tags[0] in _FINITE:
        return True
    if behind[:1] != [","] or len(behind) < len(("name", ",", "who")):
        return False
    if behind[1] in ("who", "whose") or (tags[1] == "CD" and behind[2] == ","):
        return True
    closing = behind.index(",", 1) if "," in behind[1:] else -1
    return tags[1] == "DT" and 0 < closing < len(tags) - 1 and tags[closing + 1] in _FINITE


def _hang(p: Parse, i: int) -> None:
    p.tag[i], p.pos[i] = "NNP", "PROPN"
    name = i + 1
    if not p.tag[name].startswith("N"):
        p.tag[name], p.pos[name] = "NNP", "PROPN"
    while name + 1 < len(p.text) and p.dep[name] == "compound" and p.head[name] == name + 1:
        name += 1
    if p.head[name] == i:
        over = p.head[i]
        p.head[name] = over if over != i else name
        p.dep[name] = p.dep[i] if over == i else "nsubj" if p.pos[over] == "VERB" else "pobj"
    p.head[i], p.dep[i] = name, "compound"
