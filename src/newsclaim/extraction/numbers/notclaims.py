"""Numbers that count nothing: years, names and labels, results of games, pronouns, hyphenated modifiers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclaim import lexicon
from newsclaim.extraction.numbers.masks import MONTH
from newsclaim.extraction.numbers.quantities import is_list_number
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _words(key: str) -> frozenset[str]:
    return lexicon.words("numbers/notclaims", key)


def is_none(view: View, quantity: Quantity) -> str | None:
    """Return the name of the rule that makes this number no claim, None for a claim."""
    for rule in (
        _list,
        _mark,
        _base,
        _called,
        _year,
        _one,
        _modifier,
        _label,
        _name_word,
        _score,
        _half,
        _date_word,
        _ordinal,
    ):
        if rule(view, quantity):
            return rule.__name__.strip("_")
    return None


def is_known_label(view: View, quantity: Quantity, labels: set[str]) -> bool:
    """Is a bare number one that is part of a name elsewhere in the article ("Boeing 707 … the 707")?"""
    shown = view.text[quantity.shown_start : quantity.shown_end]
    if not quantity.number.digits or quantity.measure is not None or quantity.start != quantity.shown_start:
        return False
    before = view.text[max(0, quantity.start - 14) : quantity.start]
    return (
        shown in labels
        and (re.search(r"(?:\b[Tt]he|[A-Z][\w.-]*)\s+(?:\w+\s+)?$", before) is not None)
        and not re.match(r"\s+[a-z-]+s\b", view.text[quantity.end : quantity.end + 20])
    )


def _base(view: View, quantity: Quantity) -> bool:
    """The base of a rate: "per 100,000 people"."""
    return (
        quantity.start >= 4
        and view.text[quantity.start - 4 : quantity.start].lower() == "per "
        and quantity.measure is None
    )


_ADDRESS = re.compile(
    r"\s(?:[A-Z][\w.’'-]*\s){1,3}(?:Avenue|Ave|Street|St|Road|Rd|Drive|Lane|Boulevard|Blvd|Place|Court|Square|Highway|Parkway|Terrace|Crescent|Quai|Way)\b|\s(?:Rue|Avenue|Via|Calle|Quai|Boulevard)\s"
)


def _address(view: View, quantity: Quantity) -> bool:
    """The number of a house ("12 Larch Street")."""
    return quantity.number.digits and quantity.measure is None and _ADDRESS.match(view.text, quantity.end) is not None


_CALL = re.compile(
    r"\b(?:call|calls|called|calling|phone|phoned|phoning|dial|dials|dialed|dialled|dialing|text|texting|hotline|helpline)\s+(?:on\s+)?$",
    re.IGNORECASE,
)


def _called(view: View, quantity: Quantity) -> bool:
    """A telephone number behind a verb of calling ("dial 112")."""
    bare = quantity.number.digits and quantity.measure is None and not _noun_follows(view, quantity)
    return bare and _CALL.search(view.text, max(0, quantity.start - 14), quantity.start) is not None


def _mark(view: View, quantity: Quantity) -> bool:
    """A note or the mark of a point: "map[3]", "— 1) estimating"."""
    if not quantity.number.digits or quantity.measure is not None:
        return False
    before, after = view.text[max(0, quantity.start - 3) : quantity.start], view.text[quantity.end : quantity.end + 1]
    if after == "]":
        return re.search(r"[\w.,;”\"]\[$", before) is not None
    return (
        after == ")"
        and "(" not in view.text[max(0, quantity.start - 30) : quantity.start]
        and (quantity.value or 99) < 20
    )


def _list(view: View, quantity: Quantity) -> bool:
    return is_list_number(view.text, quantity)


_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|of|from|by|until|till|during|before|after|for|late|early|mid|the|year|and|or|to|between|through|summer|spring|autumn|fall|winter|circa|season|his|her|its|their|our|ago|last|fiscal|class of|-|–)|['’]s|[(\[/,;–—-])\s*$|\b"
    + MONTH
    + r",?\s*$",
    re.IGNORECASE,
)
_PEOPLE_AFTER = re.compile(
    r"\s+(?:(?:[a-z]+-)?[a-z]+\s+){0,2}(?:people|soldiers|troops|men|women|children|workers|jobs|houses|homes|families|refugees|deaths|cases|employees|students|fighters|miles|hectares|buildings|prisoners|police|officers|residents|members|protesters|patients|civilians|inmates|migrants|survivors|personnel|passengers|others|units|schools|villages|firefighters|households|victims|staff)\b"
)


def looks_like_year(quantity: Quantity) -> bool:
    """Is this a bare four-digit number of a year?"""
    value, number = quantity.value, quantity.number
    return (
        quantity.unit is None and number.digits and value is not None and number.end - number.start == 4
        and 1500 <= value <= 2100 and value == int(value) and number.form == "point"
    )  # fmt: skip


def _year(view: View, quantity: Quantity) -> bool:
    if not looks_like_year(quantity) or "," in view.text[quantity.shown_start : quantity.shown_end]:
        return False
    if quantity.qualifier != "exact" and not re.search(
        r"(?:about|around|circa|c\.|ca\.|under|before|past|to)\s*$", view.text[quantity.start : quantity.shown_start]
    ):
        return False
    before = view.text[max(0, quantity.start - 14) : quantity.start]
    if _PEOPLE_AFTER.match(view.text, quantity.end):
        return bool(re.search(r"\bthe\s+$|\b(?:since|during)\s+$", before))
    if 1900 <= (quantity.value or 0) <= 2035:
        return True
    return _BEFORE_YEAR.search(before) is not None and not _counts_noun(view, quantity)


def _counts_noun(view: View, quantity: Quantity) -> bool:
    i = view.at(quantity.end)
    return i < len(view.doc) and (
        view.doc[i].tag_ == "NNS"
        or (i + 1 < len(view.doc) and view.doc[i].pos_ == "ADJ" and view.doc[i + 1].tag_ == "NNS")
    )


def _one(view: View, quantity: Quantity) -> bool:
    """Is "one" a pronoun, or part of a phrase ("no one", "one day", "one another")?"""
    text = view.text[quantity.shown_start : quantity.shown_end].lower()
    if text not in ("one", "zero") or quantity.measure in ("money", "age", "share", "distance", "measure"):
        return False
    if quantity.qualifier in ("at_least", "more_than", "at_most"):
        return False
    before = _word_before(view.text, quantity.start)
    after = _word_after(view.text, quantity.end)
    if text == "zero":
        return after in _words("zero_after") or before in ("ground", "year", "patient", "absolute", "net")
    if quantity.measure == "duration":
        return before in ("this", "that", "any", "every") or (
            text == "one"
            and quantity.unit == "day"
            and before not in ("in", "for", "about", "after", "within", "least", "than")
        )
    if after in ("more", "of", "out"):
        return before in ("any", "every", "each", "which", "no") or (
            after == "of" and view.text.startswith(" of a kind", quantity.end)
        )
    return before in _words("one_before") or after in _words("one_after") or _stands_alone(view, quantity)


def _stands_alone(view: View, quantity: Quantity) -> bool:
    """A pronoun: nothing is counted behind it ("one should know", "an old one.")."""
    i = view.at(quantity.shown_start)
    if i >= len(view.doc):
        return True
    token = view.doc[i]
    if token.pos_ == "PRON" or (token.tag_ == "PRP"):
        return True
    following = view.doc[i + 1] if i + 1 < len(view.doc) else None
    if following is None:
        return quantity.end - quantity.start != len(view.text.strip())
    return (
        following.pos_ == "PUNCT"
        and token.dep_ not in ("nsubj", "nsubjpass", "attr")
        and token.head.pos_ == "VERB"
        and following.text != ","
    )


def _word_before(text: str, start: int) -> str:
    match = re.search(r"([\w’']+)[\s-]*$", text[max(0, start - 20) : start])
    return match[1].lower() if match else ""


def _word_after(text: str, end: int) -> str:
    match = re.match(r"[\s-]*([\w]+|['’]\w+)", text[end : end + 24])
    return match[1].lower() if match else ""


_MODIFIER = re.compile(r"\s?[-‑–][A-Za-z]")
_KEPT_MODIFIER = re.compile(r"-(?:fold|plus|odd)\b|[-–]\s")


def _modifier(view: View, quantity: Quantity) -> bool:
    """A hyphenated modifier that counts ("21-paragraph"); measures, ages and money are claims."""
    if quantity.measure is not None or quantity.number.form == "fraction":
        return False
    text = view.text
    return (
        _MODIFIER.match(text, quantity.end) is not None
        and text[quantity.end] in "-‑–"
        and not _KEPT_MODIFIER.match(text, quantity.end)
    )


_LABEL_BEFORE = re.compile(r"(?P<word>[A-Za-z§#][\w.&’'-]*|§|#)[ \u00a0]?$")


def _label(view: View, quantity: Quantity) -> bool:
    """A number behind a designator or a name: "page 4", "Boeing 737", "Lost 52"."""
    if quantity.measure is not None or quantity.start != quantity.shown_start or quantity.number.form == "vague":
        return False
    match = _LABEL_BEFORE.search(view.text, max(0, quantity.start - 24), quantity.start)
    if not match or _starts_sentence(view, quantity.shown_start):
        return False
    word = match["word"].lower()
    if word in _words("designators") or word.rstrip("s") in _words("designators"):
        if word == "no" and not match["word"][0].isupper():
            return False
        if (
            word in _words("products")
            or word in ("no.", "nos.", "page", "pages", "room", "flight", "channel", "§", "#")
            or not _noun_follows(view, quantity)
        ):
            return True
        return (
            match["word"][0].isupper()
            and match.start() > 0
            and not _starts_sentence(view, match.start())
            and not _plural_follows(view, quantity)
        )
    return match["word"][0].isupper() and _is_name(view, quantity, match.start())


def _starts_sentence(view: View, position: int) -> bool:
    i = view.at(position)
    return view.sentence(i)[0] == i


def _noun_follows(view: View, quantity: Quantity) -> bool:
    i = view.at(quantity.end)
    return i < len(view.doc) and view.doc[i].pos_ in ("NOUN", "ADJ", "PROPN") and view.doc[i].idx <= quantity.end + 1


def _plural_follows(view: View, quantity: Quantity) -> bool:
    i = view.at(quantity.end)
    for k in range(i, min(i + 4, len(view.doc))):
        token = view.doc[k]
        if token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "personnel"):
            return True
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB"):
            return False
    return False


def _is_name(view: View, quantity: Quantity, position: int) -> bool:
    """Does a capitalised word before the number make it part of a name ("Apollo 11"), not a place ("In Verra 20 people")?"""
    i = view.at(position)
    if i >= len(view.doc):
        return False
    token = view.doc[i]
    if token.pos_ != "PROPN" or _in_capitals_block(view, position):
        return False
    if not quantity.number.digits and not view.text[quantity.shown_start].isupper():
        return False
    if "," in view.text[quantity.shown_start : quantity.shown_end] or (quantity.value or 0) != int(quantity.value or 0):
        return False
    return not _plural_follows(view, quantity) or _entity_covers(view, quantity, token)


def _entity_covers(view: View, quantity: Quantity, token: Token) -> bool:
    number = view.doc[view.at(quantity.shown_start)]
    return (
        number.ent_type_ in ("PRODUCT", "FAC", "ORG", "WORK_OF_ART", "LAW", "EVENT")
        and number.ent_iob_ == "I"
        and token.ent_type_ == number.ent_type_
    )


def _in_capitals_block(view: View, position: int) -> bool:
    return view.block_kind(position) in ("title", "heading")


def _name_word(view: View, quantity: Quantity) -> bool:
    """A number word inside a name ("Big Ten", "Seven Network"), or a number in a fixed expression ("S&P 500")."""
    low, high = max(0, quantity.shown_start - 16), quantity.shown_end + 16
    around = view.text[low:high].lower()
    if any(name in around and _overlaps(around, name, quantity.shown_start - low) for name in _words("names")):
        return True
    first = view.text[quantity.shown_start]
    if (
        quantity.number.digits
        or not first.isupper()
        or _in_capitals_block(view, quantity.start)
        or quantity.start != quantity.shown_start
    ):
        return False
    i = view.at(quantity.shown_start)
    if (
        i >= len(view.doc)
        or view.sentence(i)[0] == i
        or (i > 0 and view.doc[i - 1].is_punct)
        or view.text[max(0, quantity.start - 2) : quantity.start].strip() in ("“", '"', "‘", ":", "-", "—", "–")
    ):
        return False
    return (
        view.doc[i].pos_ == "PROPN"
        or view.doc[i - 1].text[:1].isupper()
        or view.text[quantity.end : quantity.end + 2].strip()[:1].isupper()
    )


def _overlaps(around: str, name: str, offset: int) -> bool:
    at = around.find(name)
    return at <= offset < at + len(name)


def _score(view: View, quantity: Quantity) -> bool:
    """A result: "3-2", "2–1 win". Ranges never fall, so a falling pair or a word of results makes a score."""
    if quantity.measure is not None or not quantity.number.digits or quantity.number.form not in ("point", "range"):
        return False
    text = view.text
    pair = re.compile(r"\d{1,3}\s?[-–—‑:]\s?\d{1,3}(?![\d,%])")
    for at in {
        quantity.shown_start,
        max(0, quantity.shown_start - 4),
        max(0, quantity.shown_start - 3),
        max(0, quantity.shown_start - 2),
    }:
        match = pair.match(text, at)
        if (
            not match
            or not (match.start() <= quantity.shown_start < match.end())
            or (at > 0 and text[at - 1].isdigit())
        ):
            continue
        if quantity.number.form == "point":
            return not _votes_near(text, at)
        near = set(re.findall(r"[a-z-]+", text[max(0, at - 40) : match.end() + 25].lower()))
        return (
            bool(near & _words("score_words"))
            and not _plural_follows(view, quantity)
            and not (near & {"vote", "votes", "voted"})
        )
    return False


def _votes_near(text: str, at: int) -> bool:
    near = set(re.findall(r"[a-z-]+", text[max(0, at - 60) : at + 40].lower()))
    return bool(near & _words("vote_words")) and not near & {"goal", "goals", "match", "beat", "game", "half", "league"}


_HALF_OF_GAME = re.compile(
    r"(?:first|second|latter|other|top|bottom|better|this|that|each|the|my|his|her|its|their)[\s-]+$", re.IGNORECASE
)
_HALF_AFTER = re.compile(
    r"[- ](?:time|way|hearted|brother|sister|an hour|century|back|marathon|life|moon|term|year\b|hour\b|day\b|naked|dressed|finished|empty|full|heartedly|dozen)"
)


def _half(view: View, quantity: Quantity) -> bool:
    """ "The first half", "half-time", "a third party", "a quarter" of the year: no fractions."""
    if quantity.number.rule != "fraction-word" or quantity.number.form != "fraction":
        return False
    text, word = view.text, view.text[quantity.shown_start : quantity.shown_end].lower()
    if quantity.measure == "money":
        return False
    if word.endswith("half"):
        before = _HALF_OF_GAME.search(text, max(0, quantity.shown_start - 8), quantity.shown_start)
        return (
            before is not None
            or _HALF_AFTER.match(text, quantity.end) is not None
            or not re.match(
                r"\s+(?:of|the|a|an|its|their|his|her|that|those|all|people|\w+s\b)|\s*[,.;)]|\s*$",
                text[quantity.end : quantity.end + 20],
            )
        )
    if re.match(r"\s+of\b|\s*[.,;)]|\s*$", text[quantity.end : quantity.end + 6]):
        return (
            word.endswith("quarter")
            and not re.match(r"\s+of\b", text[quantity.end : quantity.end + 4])
            and quantity.qualifier == "exact"
            and not re.search(r"\b(?:by|to|a)\s+$", text[: quantity.start][-4:])
        )
    return _noun_follows(view, quantity) or (
        quantity.qualifier == "exact"
        and not re.search(r"\b(?:by|to|up)\s+$", text[max(0, quantity.start - 4) : quantity.start])
    )


_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?{MONTH}\b")


def _date_word(view: View, quantity: Quantity) -> bool:
    """A number in digits beside a month that no mask took ("June 21 and 22")."""
    return (
        quantity.number.digits
        and quantity.unit is None
        and (quantity.value or 99) <= 31
        and _MONTH_AFTER.match(view.text, quantity.end) is not None
    )


_ORDINAL_AFTER = re.compile(r"[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)


def _ordinal(view: View, quantity: Quantity) -> bool:
    """The front part of an ordinal in words: "twenty-first"."""
    return (
        not quantity.number.digits
        and quantity.number.form == "point"
        and quantity.measure is None
        and _ORDINAL_AFTER.match(view.text, quantity.end) is not None
        and view.text[quantity.end] == "-"
    )
