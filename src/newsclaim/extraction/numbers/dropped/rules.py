"""Numbers that count nothing: the rules in order, and those for marks, rates' bases, ranks and phrases."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsclaim import lexicon
from newsclaim.extraction.numbers.classes.words import class_of_event
from newsclaim.extraction.numbers.dropped.asides import is_line_up, is_teaser
from newsclaim.extraction.numbers.dropped.codes import (
    is_address,
    is_called,
    is_code,
    is_code_of_share,
    is_title_of_law,
)
from newsclaim.extraction.numbers.dropped.halves import is_no_fraction
from newsclaim.extraction.numbers.dropped.labels import is_label, is_list_number, is_name_word, is_numbered
from newsclaim.extraction.numbers.dropped.modifiers import is_modifier, is_of_members, is_of_talks
from newsclaim.extraction.numbers.dropped.pronouns import RATIO, is_denied_pair, is_enumerator, is_pronoun
from newsclaim.extraction.numbers.dropped.scores import is_innings, is_score
from newsclaim.extraction.numbers.dropped.years import is_clock, is_short_year, is_year
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.people import stands_for_person

LISTS = "numbers/notclaims"
Rule = Callable[[View, Quantity], bool]


def is_none(view: View, quantity: Quantity) -> str | None:
    """Return the name of the rule that makes this number no claim, None for a claim."""
    return next((name for name, rule in _RULES if rule(view, quantity)), None)


def _is_base(view: View, quantity: Quantity) -> bool:
    """Find the base of a rate: "per 100,000 people"."""
    return view.text[max(0, quantity.start - 4) : quantity.start].lower() == "per " and quantity.measure is None


_LISTED = re.compile(r"\d\s+(?:and|or|to)\s+$")
#: A number at the end of a name in quotation marks ("severe syndrome virus 2"), no object of a verb.
_TITLED = re.compile(
    r"\b[a-z]{4,}(?<!ed)(?<!ing)(?<!of)(?<!than)(?<!about)(?<!some)\s[A-Za-z]{4,}(?<!ed)(?<!than)(?<!about)(?<!only)(?<!just)\s$"
)
#: Points of one list in brackets stand nearer together.
_POINTS_APART = 400
_NOTE = re.compile(r"[\w.,;”\"]\[$")


def _is_mark(view: View, quantity: Quantity) -> bool:
    """Find a note or the mark of a point: "map[3]", "— 1) estimating"."""
    if not quantity.is_bare:
        return False
    after = view.text[quantity.end : quantity.end + 1]
    if after in ('"', "”") and view.text[quantity.start - 1 : quantity.start] in ('"', "“"):
        return True
    if after in ('"', "”") and _TITLED.search(view.text[max(0, quantity.start - 24) : quantity.start]):
        return True
    if after == "]":
        return _NOTE.search(view.text[max(0, quantity.start - 3) : quantity.start]) is not None
    before = view.text[max(0, quantity.start - 30) : quantity.start]
    if before.endswith("(") and after == ")":
        first = view.text.find("(1)", max(0, quantity.start - _POINTS_APART), quantity.start)
        return (quantity.value == 1 and "(2)" in view.text[quantity.end : quantity.end + _POINTS_APART]) or first >= 0
    opened = "(" in before or _LISTED.search(before) is not None
    return after == ")" and not opened and (quantity.value or 99) < 20


_AIRCRAFT = re.compile(r"7[0-9]7|A?3[1-8]0")
_MAKERS = re.compile(r"\b(?:Boeing|Airbus)\b")
_AIRCRAFT_AFTER = re.compile(r"[-\s](?:aircraft|airliner|airplane|aeroplane|plane|jet|freighter|jumbo|crash)\b")


def _is_aircraft(view: View, quantity: Quantity) -> bool:
    """Find the number of a type of aircraft ("a 747 aircraft")."""
    shown = view.text[quantity.shown_start : quantity.shown_end]
    bare = quantity.is_bare and quantity.qualifier == "exact"
    if not bare or _AIRCRAFT.fullmatch(shown) is None:
        return False
    listed = not view.noun_follows(quantity.end) and _MAKERS.search(view.text) is not None
    return listed or _AIRCRAFT_AFTER.match(view.text, quantity.end) is not None


def _is_one_of_the_best(view: View, quantity: Quantity) -> bool:
    """Find "one of the highest towers", "one of Norland's main ports"."""
    w = view.w
    i = view.at(quantity.shown_start)
    if quantity.value != 1 or i + 2 >= len(w) or w.low[i] != "one" or w.low[i + 1] != "of":
        return False
    for k in range(i + 2, min(i + 8, len(w))):
        if w.tag[k] in ("JJS", "RBS") or w.low[k] in lexicon.words(LISTS, "of_the_best"):
            return True
        if w.pos[k] in ("VERB", "AUX", "PUNCT") or w.tag[k] == "NNS":
            return False
    return False


def _is_one_speaker(view: View, quantity: Quantity) -> bool:
    """Find "one official said", "one of them told reporters", "according to one witness"."""
    w = view.w
    i = view.at(quantity.shown_start)
    if quantity.value != 1 or i >= len(w) or w.low[i] != "one":
        return False
    if RATIO.match(view.text, quantity.end):
        return False  # "more than one in three said"
    head = w.head[i] if w.dep[i] in ("nummod", "det") else i
    if view.text.endswith("ccording to ", 0, quantity.start) and head > i and stands_for_person(w.lemma[head]):
        return True
    says = w.dep[head] == "nsubj" and w.lemma[w.head[head]] in lexicon.words(LISTS, "saying")
    return says and class_of_event(w.low[w.head[head] + 1]) is None  # not "one soldier reported missing"


_RANKS = re.compile(r"\brank(?:s|ed|ing)?\s+(?:at\s+|only\s+|just\s+)?$")
_TOP = re.compile(r"\btop[\s-]$", re.IGNORECASE)
#: A list by its title ("Top 10 Mysteries of the Sea"), no "Top 20 Osvian clubs", no "Carrot Top 300 Workers".
_TITLE = re.compile(r"(?:^|[^\w\s]\s?|\n|\b[a-z]\w*\s)Top\s$")
_PLURAL = re.compile(r"\s[A-Z][a-z]+s(?:[\"”’\]]|(?:\s(?:of|in|for|to|from|on|at|and|the|that)){0,2}\s[A-Z])")


def _is_rank(view: View, quantity: Quantity) -> bool:
    """Find a place in a ranking ("in the top 10"); the top ten teams are ten."""
    bare = quantity.measure is None and not view.noun_follows(quantity.end)
    low = max(0, quantity.start - 6)
    if _PLURAL.match(view.text, quantity.end) and _TITLE.search(view.text, max(0, quantity.start - 30), quantity.start):
        return quantity.number.digits
    if bare and quantity.number.digits and _RANKS.search(view.text, max(0, quantity.start - 16), quantity.start):
        return True
    return bare and _TOP.search(view.text, low, quantity.start) is not None


_FORMULA = re.compile(
    r"[^\"“”‘’']{0,30}[\"”’']\s+(?:\w+\s+)?(?:model|policy|principle|rule|formula|approach|strategy|campaign|slogan|system|doctrine)\b"
)
_OPENED = re.compile(r"[\"“‘][^\"“”‘’']{0,30}$")


def _is_formula(view: View, quantity: Quantity) -> bool:
    """Find a number in the quoted name of a policy (the “one land, two laws” principle)."""
    if quantity.measure is not None or _FORMULA.match(view.text, quantity.end) is None:
        return False
    return _OPENED.search(view.text, max(0, quantity.start - 32), quantity.start) is not None


def _is_foreign(view: View, quantity: Quantity) -> bool:
    """Find a number in words of another script: what it counts cannot be read."""
    if quantity.measure is not None:
        return False
    shown = view.text[quantity.shown_start : quantity.shown_end]
    behind = view.text[quantity.end : quantity.end + 6].lstrip(" ~-0123456789")[:1]
    return (shown[:1].isdecimal() and not shown[:1].isascii()) or (behind.isalpha() and ord(behind) > _LATIN)


#: Letters up to here are Latin.
_LATIN = 0x24F


def _is_discipline(view: View, quantity: Quantity) -> bool:
    """Find the length in the name of a contest ("the 400 metres hurdles")."""
    if quantity.measure != "distance" or quantity.unit not in ("metre", "kilometre", "mile", "yard"):
        return False
    words = _NEXT_WORDS.match(view.text, quantity.end)
    return words is not None and not lexicon.words(LISTS, "disciplines").isdisjoint(words[0].lower().split())


_NEXT_WORDS = re.compile(r"[\s-](?:(?:individual|mixed|women['’]s|men['’]s)\s)?[\w-]+")


def _is_count_aloud(view: View, quantity: Quantity) -> bool:
    """Find "one, two, three", as one counts aloud."""
    if quantity.number.digits or quantity.measure is not None or (quantity.value or 0) > _ALOUD:
        return False
    low = max(0, quantity.shown_start - 24)
    run = _COUNTING.search(view.text, low, quantity.shown_end + 24)
    return run is not None and run.start() <= quantity.shown_start < run.end()


#: Who counts aloud in an article stops here.
_ALOUD = 5
_COUNTING = re.compile(r"\b[Oo]ne, two, three(?:, four(?:, five)?)?\b")


def _is_unit_price(view: View, quantity: Quantity) -> bool:
    """Find the one that is priced ("one bitcoin is worth $8,000")."""
    word = view.text[quantity.shown_start : quantity.shown_end].lower()
    return quantity.measure == "money" and word == "one" and _IS_WORTH.match(view.text, quantity.end) is not None


_IS_WORTH = re.compile(
    r"\s+(?:is|was|are)\s+(?:now\s+)?(?:worth|equal)|\s+(?:costs?|equals?|buys?|bought|fetche[sd])\b"
)


def _is_unmeasured(view: View, quantity: Quantity) -> bool:
    """Find "half as good", and roofs that "double as" gardens, which are no number of anything."""
    as_such = _AS.match(view.text, quantity.end)
    if as_such is None:
        return False
    w, i = view.w, view.within(quantity.shown_start)
    serves = w.low[i] == "double" and w.tag[i] in ("VB", "VBP") and w.dep[view.at(quantity.end)] == "prep"
    return serves or as_such["what"].lower() in lexicon.words(LISTS, "unmeasured")


_AS = re.compile(r"\s+as\s+(?P<what>\w+)\b")


def _is_of_pieces(view: View, quantity: Quantity) -> bool:
    """Find the two of "split the firm into two"."""
    alone = quantity.measure is None and not quantity.number.digits and _NAMED.match(view.text, quantity.end)
    if not alone or not view.text.endswith(" into ", 0, quantity.start):
        return False
    w = view.w
    return w.lemma[w.head[view.at(quantity.start) - 1]] in lexicon.words(LISTS, "parting")


def _is_named_few(view: View, quantity: Quantity) -> bool:
    """Find the "few" of "cars, boats and planes, to name a few"."""
    alone = quantity.measure is None and _NAMED.match(view.text, quantity.end) is not None
    return alone and _TO_NAME.search(view.text, max(0, quantity.start - 24), quantity.start) is not None


_TO_NAME = re.compile(r"[,;–—-]\s*(?:just\s+|only\s+)?to\s+name\s+(?:but\s+|just\s+|only\s+)?$")
_NAMED = re.compile(r"\s*(?:[.,;:!?)”\"–—-]|$)")


_RULES: tuple[tuple[str, Rule], ...] = (
    ("list-number", is_list_number),
    ("line-up", is_line_up),
    ("teaser", is_teaser),
    ("mark", _is_mark),
    ("base-of-rate", _is_base),
    ("telephone", is_called),
    ("address", is_address),
    ("statute", is_title_of_law),
    ("code-of-share", is_code_of_share),
    ("code", is_code),
    ("year", is_year),
    ("short-year", is_short_year),
    ("pronoun", is_pronoun),
    ("enumerator", is_enumerator),
    ("no-two", is_denied_pair),
    ("modifier", is_modifier),
    ("label", is_label),
    ("name", is_name_word),
    ("numbered", is_numbered),
    ("score", is_score),
    ("innings", is_innings),
    ("no-fraction", is_no_fraction),
    ("aircraft", _is_aircraft),
    ("one-of-the-best", _is_one_of_the_best),
    ("one-speaker", _is_one_speaker),
    ("rank", _is_rank),
    ("formula", _is_formula),
    ("foreign", _is_foreign),
    ("discipline", _is_discipline),
    ("clock", is_clock),
    ("sides-of-talks", is_of_talks),
    ("of-members", is_of_members),
    ("unit-price", _is_unit_price),
    ("counted-aloud", _is_count_aloud),
    ("half-as-good", _is_unmeasured),
    ("to-name-a-few", _is_named_few),
    ("into-two", _is_of_pieces),
)
