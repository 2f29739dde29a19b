"""What a number counts: the noun behind it, after "of", above it in the sentence, or the one counted before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclaim import lexicon
from newsclaim.extraction.numbers import grammar
from newsclaim.extraction.numbers.phrases import Phrase, phrase_around, phrase_from, span_text
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.models import Counted

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Thing:
    """What is counted or measured: its span (None when understood), head word and token, how it was found.

    `part` tells that the number is taken out of a larger set ("two of them"), `end` where the quantity's phrase ends.
    """

    start: int | None
    stop: int | None
    head: str
    token: Token | None
    rule: str
    part: bool = False
    inside: str = ""
    end: int | None = None

    def counted(self, text: str) -> Counted:
        """Return the model."""
        if self.start is None or self.stop is None:
            return Counted(head=self.head)
        return Counted(start=self.start, end=self.stop, text=text[self.start : self.stop], head=self.head)


_SKIPPED = frozenset(
    {
        "more",
        "additional",
        "extra",
        "further",
        "other",
        "new",
        "remaining",
        "the",
        "a",
        "an",
        "such",
        "different",
        "separate",
        "own",
        "our",
        "their",
        "his",
        "her",
        "its",
        "my",
    }
)
_OF_STARTS = frozenset(
    {"the", "these", "those", "his", "her", "its", "their", "our", "my", "your", "all", "a", "an", "any", "such"}
)
_PRONOUNS = frozenset({"them", "us", "which", "whom", "you", "these", "those", "it", "whose"})
_PEOPLE_PLURALS = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "others": "other",
    "those": "person",
    "lives": "life",
    "dead": "dead",
    "wounded": "wounded",
    "injured": "injured",
    "missing": "missing",
}


def lemma(token: Token) -> str:
    """Return the singular of a noun as the contract writes heads."""
    word = token.lower_
    if word in _PEOPLE_PLURALS:
        return _PEOPLE_PLURALS[word]
    found = token.lemma_.lower()
    if (
        found == word
        and token.tag_ in ("NNPS", "NNP", "NNS")
        and len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
    ):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return found


def find(view: View, quantity: Quantity, stop: int) -> Thing | None:
    """Return what a count counts, from the words of its own sentence."""
    i = view.at(quantity.end)
    if quantity.end < len(view.text) and i < stop and view.text[quantity.end : quantity.end + 1] == "-":
        return None
    partial = quantity.measure == "share" or (
        quantity.number.form == "fraction" and not _HALF_THE.match(view.text, quantity.end)
    )
    for rule in (_of, _subject) if partial else (_behind, _of, _subject, _level):
        if (thing := rule(view, quantity, i, stop)) is not None:
            return thing
    return None


_MORE = re.compile(r"\s+(?:more|other|additional|further)\b")
_HALF_THE = re.compile(r"\s+(?:the|its|their|his|her|our|all|that|those|these|a|people)\b")


def _behind(view: View, quantity: Quantity, i: int, stop: int) -> Thing | None:
    first = i
    while (
        first < stop
        and view.doc[first].lower_ in _SKIPPED
        and view.doc[first].lower_ not in ("the", "a", "an")
        and first < i + 3
    ):
        first += 1
    if first >= stop:
        return None
    if (
        view.doc[first].lower_ in _PEOPLE_PLURALS
        and view.doc[first].pos_ not in ("NOUN", "PROPN")
        and not _adjective(view, first, stop)
    ):
        return _thing(view, Phrase(first, first, first), "noun-behind", i)
    if "\n" in view.text[quantity.end : view.doc[first].idx]:
        return None
    found = phrase_from(view, first, stop)
    if found is None or _is_mistaken_verb(view.doc[found.head], quantity):
        return None
    return _thing(view, found, "noun-behind", i)


def _is_mistaken_verb(token: Token, quantity: Quantity) -> bool:
    """Is the singular "noun" behind several things a verb of what befell them ("at least seven die")?"""
    if token.tag_ != "NN" or quantity.value == 1:
        return False
    events = lexicon.load("numbers/classes")["events"]
    return any(token.lower_ in events[name] for name in _HUMAN_EVENTS) and token.lower_ not in _PEOPLE_PLURALS


def _adjective(view: View, i: int, stop: int) -> bool:
    """Is "wounded", "missing" before a noun ("20 wounded soldiers")?"""
    return i + 1 < stop and view.doc[i + 1].pos_ in ("NOUN", "PROPN")


def _thing(view: View, phrase: Phrase, rule: str, begin: int) -> Thing:
    start, end = span_text(view, phrase)
    head = view.doc[phrase.head]
    start, end = _with_complement(view, phrase, start, end)
    inside = " ".join(view.doc[k].lower_ for k in range(begin, phrase.head))
    return Thing(start, end, lemma(head), head, rule, inside=inside, end=end)


_DESCRIBED = frozenset(
    {
        "count",
        "charge",
        "case",
        "act",
        "member",
        "copy",
        "instance",
        "round",
        "type",
        "kind",
        "victim",
        "survivor",
        "seat",
        "piece",
        "ton",
        "sort",
        "letter",
        "violation",
        "fine",
        "form",
        "set",
        "pair",
        "bottle",
        "group",
        "family",
        "ship",
        "wave",
        "allegation",
        "report",
        "incident",
        "part",
        "day",
        "dose",
        "death",
    }
)


def _with_complement(view: View, phrase: Phrase, start: int, end: int) -> tuple[int, int]:
    """Take in a short "of" phrase that says what kind of thing it is ("counts of fraud"), no name of a place."""
    head = view.doc[phrase.head]
    i = phrase.last + 1
    stop = min(view.sentence(phrase.last)[1], i + 6)
    if i + 1 >= stop or view.doc[i].lower_ != "of" or head.lemma_.lower() not in _DESCRIBED:
        return start, end
    first = i + 2 if view.doc[i + 1].lower_ in ("the", "a", "an") else i + 1
    found = phrase_from(view, first, stop) if first < stop else None
    if found is None or view.doc[found.head].ent_type_ in ("GPE", "LOC", "PERSON", "DATE", "TIME"):
        return start, end
    return start, view.end(view.doc[found.last])


def _of(view: View, quantity: Quantity, i: int, stop: int) -> Thing | None:
    """Read "five of the soldiers", "hundreds of people", "two of them"."""
    if i + 1 >= stop or view.doc[i].lower_ != "of":
        return None
    first = i + 1
    definite = (
        view.doc[first].lower_ in ("the", "these", "those", "his", "her", "its", "their", "our", "my")
        or view.doc[first].tag_ == "PRP$"
    )
    word = view.doc[first].lower_
    if (
        word in ("those", "these")
        and first + 1 < stop
        and view.doc[first + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")
    ):
        return _those(view, first, stop)
    if word in _PRONOUNS and not (
        first + 1 < stop and view.doc[first + 1].pos_ in ("NOUN", "ADJ") and word in ("these", "those")
    ):
        return Thing(None, None, "", None, "pronoun", part=True, end=view.end(view.doc[first]))
    while first < stop and (
        view.doc[first].lower_ in _OF_STARTS or view.doc[first].pos_ == "NUM" or view.doc[first].tag_ == "PRP$"
    ):
        first += 1
    found = phrase_from(view, first, stop) if first < stop else None
    if found is None:
        return None
    thing = _thing(view, found, "of-noun", i)
    owned = any(view.doc[k].tag_ == "POS" for k in range(found.first, found.head))
    thing.part = (definite or owned) and quantity.value is not None
    return thing


def _those(view: View, first: int, stop: int) -> Thing:
    """Read "those known to be infected": up to the end of the participle phrase."""
    last = first
    for k in range(first + 1, min(stop, first + 8)):
        if view.doc[k].pos_ == "PUNCT" or (
            view.doc[k].tag_ in ("VBD", "VBZ", "VBP", "MD") and view.doc[k - 1].tag_ != "WP"
        ):
            break
        last = k
    start, end = view.doc[first].idx, view.end(view.doc[last])
    return Thing(start, end, "person", view.doc[first], "those", part=True, end=end)


# -- the noun stands elsewhere ------------------------------------------------------------------------------------

_NUMBER_NOUN = re.compile(
    r"number|total|toll|count|tally|figure|amount|headcount|population|strength|turnout|attendance|caseload",
    re.IGNORECASE,
)


def _subject(view: View, quantity: Quantity, _i: int, _stop: int) -> Thing | None:
    """Read "the number of deaths is 66", "the death toll rose to 66", "the population reached 10,000"."""
    token = grammar.root_of(view, quantity.shown_start, quantity.end)
    noun = number_noun(token)
    return _of_number_noun(view, noun) if noun is not None else None


def number_noun(token: Token) -> Token | None:
    """Return the noun of number that a number belongs to ("the toll rose to 66", "a number of deaths is 66")."""
    head = token
    for _ in range(4):
        if head.head.i == head.i:
            break
        head = head.head
        if head.pos_ == "NOUN" and _NUMBER_NOUN.search(head.lemma_):
            return head
        if head.pos_ in ("VERB", "AUX"):
            for candidate in (grammar.object_of(head), grammar.subject_of(head)):
                if candidate is not None and candidate.pos_ == "NOUN" and _NUMBER_NOUN.search(candidate.lemma_):
                    return candidate
            break
    return None


def _of_number_noun(view: View, noun: Token) -> Thing | None:
    """Return what a noun of number counts: what stands with "of", deaths for a toll, people for a population."""
    word = noun.lemma_.lower()
    left = noun.nbor(-1).lower_ if noun.i > view.sentence(noun.i)[0] else ""
    if word == "toll" or left in ("death", "fatality", "casualty", "body"):
        return Thing(None, None, "death", None, "toll")
    counted = grammar.preposition_object(noun, ("of", "for", "among"))
    if counted is not None and counted.pos_ in ("NOUN", "PROPN"):
        start, end = span_text(view, phrase_around(view, counted))
        return Thing(start, end, lemma(counted), counted, "number-of")
    if counted is not None and counted.lower_ in _PEOPLE_PLURALS:
        return Thing(counted.idx, view.end(counted), _PEOPLE_PLURALS[counted.lower_], counted, "number-of")
    if noun.i > 0 and noun.nbor(-1).pos_ == "NOUN" and noun.nbor(-1).dep_ == "compound":
        named = noun.nbor(-1)
        return Thing(named.idx, view.end(named), lemma(named), named, "number-of")
    if word in ("population", "turnout", "attendance", "headcount"):
        return Thing(None, None, "person", None, "population")
    return Thing(None, None, "", None, "total")


def _level(view: View, quantity: Quantity, _i: int, _stop: int) -> Thing | None:
    """Read "casualties increased to 167", "cases have reached 300": a plural that rises to, falls to or is a number."""
    token = grammar.root_of(view, quantity.shown_start, quantity.end)
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("to", "at") else token.head
    if verb.lemma_.lower() not in lexicon.words("numbers/topics", "levels") or verb.i >= token.i:
        return None
    subject = grammar.subject_of(verb)
    if subject is None or subject.tag_ not in ("NNS", "NNPS") or subject.i >= verb.i:
        return None
    start, end = span_text(view, phrase_around(view, subject))
    return Thing(start, end, lemma(subject), subject, "level-of")


_HUMAN_EVENTS = (
    "people-killed",
    "people-injured",
    "people-missing",
    "people-displaced",
    "people-detained",
    "protesters",
)


def understood(verb: Token | None) -> bool:
    """Does the verb tell what happens to people ("Five were killed")?"""
    if verb is None:
        return False
    events = lexicon.load("numbers/classes")["events"]
    return any(verb.lemma_.lower() in events[name] or verb.lower_ in events[name] for name in _HUMAN_EVENTS)
