"""Ages written without a unit: "aged 41", "Ana Vell, 23,", "she is 60"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.reading import hedges
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.lexicon import words
from newsclaim.names.person import is_given

_AGED = re.compile(
    r"(?i)\b(?:aged|ages?)\s+(?:of\s+)?(?:between\s+|from\s+|just\s+)?$"
    r"|\b(?:average|median|mean)\s+age\s+(?:of\s+(?:[\w’'-]+\s+){1,5})?(?:is|was|at)\s+$"
    r"|\b(?:pension|retirement|voting|minimum|drinking|legal|upper|lower|maximum)\s+age\s+(?:limit\s+)?(?:to|at|from|of|was|is)\s+$"
)
_COMMA = re.compile(r"(?:,|\(|–|—)\s*(?:(?:now|then|just|only|both|all)\s+)?$")
_AFTER = re.compile(r"\s*(?:[,.;)–—]|--)|\s*$|\s+(?:and|was|were|is|of|from|who)\b")
#: The comma behind an age is left out before what is told of one person ("Ana Vell, 29 was found").
_TOLD_OF = re.compile(r"\s+(?:was|is|has|had|who)\b")
_NEXT_AGE = re.compile(r"\s+and\s+\d{1,2}\s*[,.;)]|\s--\s")
#: The next of several who are named each with an age ("Ana Vell, 31 and Ola Ravn, 18").
_NEXT_NAME = re.compile(r"\s+and\s+[A-Z][a-z]")
_SHE_IS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|I|who|[Hh]e['’]s|[Ss]he['’]s)\s*(?:is|was|am|will\s+be|would\s+(?:be|have\s+been)|turn(?:s|ed)|has\s+turned)?\s+(?:now\s+|only\s+|just\s+)?$"
)
_WHEN = re.compile(
    r"\b(?:when|until|since|before|by\s+the\s+time)\s+(?:I|he|she)\s+(?:was|am|is|turned)\s+(?:\w+\s+)?$"
)
_GROUP = re.compile(
    r"(?i)\b(?:those|people|children|men|women|adults|anyone|persons|youths|pupils|voters|residents|citizens|patients|kids|girls|boys|folks|workers|drivers|students|teenagers)"
    r"\s+(?:(?:who\s+)?(?:are|were|now|aged|(?:must|should|have\s+to|had\s+to)\s+be)\s+)*$"
)
_SENTENCE_END = re.compile(
    r"\s*(?:[.,;\n]|$|\s(?:when|turning|going\s+on|now|at\s+the\s+time|years?\b|and\b|on\b"
    r"|in\s+(?:that\s+year|(?:19|20)\d\d)\b))"
)
_OLDEST = 120


_LISTED = re.compile(r"\s*(?:,|\bfrom|,?\s*and|or|to|/|\bturning|\bgoing\s+on)\s*")


def mark(view: View, quantities: list[Quantity]) -> None:
    """Make bare numbers ages where their surroundings say so, or where they are listed behind one."""
    before: Quantity | None = None
    for quantity in quantities:
        _mark(view, quantity, before)
        before = quantity


def _mark(view: View, quantity: Quantity, before: Quantity | None) -> None:
    if before is not None and _is_listed(view.text, before, quantity):
        quantity.unit, quantity.measure, quantity.rule = before.unit, "age", "bare-age"
        return
    if not _may_be_age(quantity):
        return
    if _is_told_as_age(view.text, before, quantity):
        quantity.unit, quantity.measure, quantity.rule = quantity.unit or "year", "age", "bare-age"
        return
    aged = _word_before(view, quantity.start)
    bare = quantity.measure is None
    told = bare and (_behind_name(view, quantity) or _predicate(view, quantity) or _opens_with(view, quantity))
    if aged is None and not told:
        return
    if aged is not None:
        _take_in(view.text, aged, quantity)
    quantity.unit, quantity.measure, quantity.rule = quantity.unit or "year", "age", "bare-age"


def _is_told_as_age(text: str, before: Quantity | None, quantity: Quantity) -> bool:
    """Do the words of the phrase itself tell an age, or is it the bound of one that some have?"""
    opening = text[quantity.start : quantity.shown_start]
    if (quantity.number.form == "range" and "age" in opening) or "young as" in opening:
        return True
    return _is_bound(text, quantity) or (before is not None and _is_of_share(text, before, quantity))


_OLDER = re.compile(r"\b(?:older|younger)\s+than\s+$")


def _is_bound(text: str, quantity: Quantity) -> bool:
    """Is it the age that some are older than ("12 were children and 20 were older than 70")?"""
    compared = _OLDER.search(text, quantity.start, quantity.shown_start) is not None
    return compared and quantity.measure is None and _SENTENCE_END.match(text, quantity.end) is not None


_THEY_ARE = re.compile(r"(?:\s+of\s+(?:\w+\s+){1,3})?\s*(?:are|were|is|was)\s+")


def _is_of_share(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Is it the bound of an age that a share of some have ("seven out of ten were under 35")?"""
    bounded = quantity.qualifier in ("less_than", "more_than") and quantity.measure is None
    some = before.number.form in ("ratio", "fraction") or before.measure == "share"
    alone = bounded and some and _SENTENCE_END.match(text, quantity.end) is not None
    return alone and _THEY_ARE.fullmatch(text, before.end, quantity.start) is not None


def _word_before(view: View, start: int) -> re.Match[str] | None:
    """Return the words before a number that make it an age ("aged", "at the age of", "dies at")."""
    low = max(0, start - 20)
    match = _AGED.search(view.text, low, start)
    if match is None and (match := _DIES_AT.search(view.text, low, start)) is not None and match["left"]:
        return None if _leaves_by_clock(view, start) else match
    return match


def _leaves_by_clock(view: View, start: int) -> bool:
    """Does something leave that is nobody ("the train left home at 14")?"""
    w = view.w
    verb = clauses.governing_verb(w, view.at(start) - 1)
    subject = clauses.subject_of(w, verb) if verb >= 0 else -1
    if subject < 0 or w.pos[subject] != "NOUN":
        return subject >= 0 and w.low[subject] == "it"
    of = clauses.preposition_object(w, subject, ("of",))
    people = any(noun >= 0 and stands_for_person(w.lemma[noun]) for noun in (subject, of))
    return not people and w.low[subject] not in ("star", "stars", "pair")


def _take_in(text: str, aged: re.Match[str], quantity: Quantity) -> None:
    """Let the phrase begin at "aged", or at the bound before it."""
    if aged.group().lower().startswith(("aged", "age ", "ages ")) and not aged.group().lower().startswith("age of"):
        quantity.start = aged.start()
    if quantity.qualifier == "exact":
        _hedge_before(text, aged.start(), quantity)


_OVER = re.compile(r"\b(?P<hedge>over|under|above|below|beyond|past)\s+(?:the\s+)?$", re.IGNORECASE)


def _hedge_before(text: str, at: int, quantity: Quantity) -> None:
    """Read the bound before the word for the age ("over the age of 18")."""
    match = _OVER.search(text, max(0, at - 12), at)
    if match is not None:
        below = match["hedge"].lower() in ("under", "below")
        hedges.qualify(quantity, hedges.Hedge("less_than" if below else "more_than", match.start()))
        quantity.start = match.start()


#: "Actor dies at 97", "she left school at 14": the age is only the number.
_DIES_AT = re.compile(
    r"(?:\b(?:dies|died|married|divorced|widowed|orphaned|(?P<left>left|quit|leaves?)\s+(?:school|home)|gave\s+birth|['’]s\s+death)\s+)at\s+$"
)


def _is_listed(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Does it follow an age in a list ("aged 4, 6 and 9")?"""
    if before.measure != "age" or before.rule != "bare-age" or quantity.measure is not None:
        return False
    gap = text[before.end : quantity.start]
    listed = (_LISTED.fullmatch(gap) or _NAMED_TOO.fullmatch(gap)) and _AFTER.match(text, quantity.end)
    return listed is not None and 0 < (quantity.value or 0) <= _OLDEST


#: "Ana, 11, Ola, 8, and Bo, 5"
_NAMED_TOO = re.compile(r",?\s+(?:and\s+)?(?:[A-Z][\w’'-]+\s?){1,3},\s+")


def _may_be_age(quantity: Quantity) -> bool:
    if quantity.measure not in (None, "duration") or not 0 < (quantity.value or quantity.high or 0) <= _OLDEST:
        return False
    if quantity.measure == "duration" and quantity.unit not in ("year", "month"):
        return False
    return quantity.number.scale == 1 and quantity.number.form in ("point", "range")


#: Between commas before a verb of one person an age stands even far behind its name ("Vell of Tarn, 79, died").
_APART = re.compile(r",\s+(?:died|was|is|has|had|said|told|who|pleaded|appeared|passed)\b")
_YOUNGEST = 14
_NAME_LEFT = frozenset({"PROPN", "ADJ", "PUNCT", "DET", "NOUN", "SPACE", "ADP", "CCONJ", "VERB"})


def _behind_name(view: View, quantity: Quantity) -> bool:
    """Does the number stand between a person's name and a comma ("Ana Vell, 23, pleaded")?"""
    match = _COMMA.search(view.text, max(0, quantity.start - 10), quantity.start)
    if match is None or not _AFTER.match(view.text, quantity.end) or quantity.number.form == "range":
        return False
    if _APART.match(view.text, quantity.end) and (quantity.value or 0) > _YOUNGEST and quantity.number.digits:
        return True
    last = len(view.text[max(0, match.start() - 4) : match.start()].rstrip()) + max(0, match.start() - 4) - 1
    return _may_have_age(view, view.within(max(0, last)), quantity.end)


def _may_have_age(view: View, i: int, end: int) -> bool:
    """May the word before the comma be a person, by what stands behind the number?"""
    w, after = view.w, view.text[end : end + 1]
    closed = after in (",", ")", ";")
    listed = _NEXT_AGE.match(view.text, end) is not None
    if w.ent[i] == "PERSON" or (w.pos[i] == "PROPN" and w.text[i] in view.family_names):
        return closed or after == "." or w.pos[i] != "PROPN" or listed or _goes_on(view, i, end)
    if w.tag[i] == "NN" or (w.tag[i] == "NNS" and w.low[i + 2] in ("both", "all")):
        return closed and stands_for_person(w.lemma[i])
    return (closed or listed) and _is_untold_name(view, i)


def _goes_on(view: View, i: int, end: int) -> bool:
    """Does the next of several, or what is told of this one, follow without a comma, unlike "for Renn, 50 is few"?"""
    first = view.w.name(i)[0]
    # "said Ivo Renn, 70 is no limit"
    said = first > 0 and view.w.lemma[first - 1] in words("numbers/notclaims", "saying")
    told = view.w.dep[i] != "pobj" and not said and _TOLD_OF.match(view.text, end) is not None
    return told or _NEXT_NAME.match(view.text, end) is not None


def _is_untold_name(view: View, i: int) -> bool:
    """Does the last word of a name stand here that the model takes for no person's, or for a place's at the opening?"""
    w = view.w
    if w.pos[i] != "PROPN" or i == 0 or w.pos[i - 1] not in _NAME_LEFT:
        return False
    return w.ent[i] in ("ORG", "") or (w.ent[i] in ("GPE", "NORP") and view.page.sentence(i)[0] == i)


def _predicate(view: View, quantity: Quantity) -> bool:
    """Is a person said to be a number ("She is 60.")?"""
    before = max(0, quantity.start - 26)
    if _WHEN.search(view.text, before, quantity.start) and not view.noun_follows(quantity.end):
        return True
    if quantity.qualifier in ("less_than", "more_than") and _GROUP.search(view.text, before, quantity.start):
        return not _FOLLOWED.match(view.text, quantity.end)
    if not _SENTENCE_END.match(view.text, quantity.end):
        return False
    if _SHE_IS.search(view.text, before, quantity.start):
        return True
    if quantity.qualifier != "exact" and _GROUP.search(view.text, before, quantity.start):
        return True
    return _WAS.search(view.text, before, quantity.start) is not None and _is_of_person(view, quantity)


#: "At 77, Ivo Renn became the oldest mayor."
_AT = re.compile(r"(?:^|[.!?\n“\"]\s*)(?:At|Now)\s+(?:just\s+|only\s+)?$")
_THEN_WHO = re.compile(r",\s+(?:[A-Z][\w’'-]+\s|(?:he|she|I)\s)")


def _opens_with(view: View, quantity: Quantity) -> bool:
    """Does a sentence open with the age of the person that it tells of?"""
    if _THEN_WHO.match(view.text, quantity.end) is None or (quantity.value or 0) <= _YOUNGEST:
        return False
    return _AT.search(view.text, max(0, quantity.start - 16), quantity.start) is not None


#: Behind a bound that counts something ("children under two roofs").
_FOLLOWED = re.compile(r"\s+(?:[a-z]+s\b|per\s?cent|of\b|%)")

_WAS = re.compile(r"\b(?:is|was|been|turn(?:s|ed))\s+(?:only\s+|just\s+|now\s+)?$")
_ANYBODY = frozenset({"someone", "somebody", "anyone", "anybody"})


def _is_of_person(view: View, quantity: Quantity) -> bool:
    """Is the subject of "was 68" a person by name?"""
    w = view.w
    verb = clauses.governing_verb(w, clauses.root_of(view.w, quantity.shown_start, quantity.end))
    subject = clauses.subject_of(w, verb) if verb >= 0 else -1
    somebody = subject >= 0 and (w.low[subject] in _ANYBODY or stands_for_person(w.lemma[subject]))
    if somebody and w.tag[subject] == "NN":
        return w.start[subject] < quantity.start and quantity.number.digits
    if subject < 0 or w.pos[subject] != "PROPN":
        return subject >= 0 and w.ent[subject] == "PERSON"
    return w.ent[subject] in ("PERSON", "") or is_given(w.text[max(w.left[subject], subject - 2)])


def is_by_the_way(view: View, quantity: Quantity) -> bool:
    """Is an age told by the way ("the 62-year-old singer", "Ana Vell, 30, arrived on Monday")?"""
    text = view.text
    if view.noun_follows(quantity.end) or text.endswith(("-old", "-year old"), quantity.start, quantity.end):
        return True
    bare = text[quantity.start : quantity.end].isdigit() and text.endswith(", ", 0, quantity.start)
    return bare and text[quantity.end : quantity.end + 1] in (",", ".", ";")
