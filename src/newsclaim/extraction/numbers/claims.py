"""Quantities → numeric claims: every field that the claim's own sentence gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclaim.extraction.numbers import (
    qualifiers,
    classes,
    counted,
    grammar,
    own_sources,
    places,
    roles,
    status,
    times,
    whose,
)
from newsclaim.extraction.numbers.counted import Thing
from newsclaim.extraction.numbers.phrases import Phrase, phrase_around, phrase_from, span_text
from newsclaim.extraction.numbers.qualifiers import bounds
from newsclaim.extraction.numbers.quantities import qualify
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.ranges import change_before
from newsclaim.extraction.numbers.view import View
from newsclaim.models import ClaimClass, ClaimRole, Event, NumericClaim, Place
from newsclaim.text import span_of, stable_id

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True)
class Sentence:
    """What the claims of one sentence share: its bounds (tokens and characters), times and places."""

    first: int
    stop: int
    start: int
    end: int
    times: list[times.TimePhrase]
    places: list[tuple[int, int, str]]


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    quantity: Quantity
    sentence: Sentence
    thing: Thing | None = None
    about: str | None = None
    verb: Token | None = None
    event: Token | None = None
    kind: ClaimClass = "other"
    role: ClaimRole = "total"
    id: str = ""
    part_of: str | None = None
    adds_to: str | None = None
    twin: Draft | None = None


def sentence_of(view: View, position: int, known: dict[int, Sentence]) -> Sentence:
    """Return the sentence around a position; its times and places are looked for once."""
    i = min(view.at(position), len(view.doc) - 1)
    first, stop = view.sentence(i)
    if first not in known:
        start, end = view.doc[first].idx, view.end(view.doc[stop - 1])
        known[first] = Sentence(
            first, stop, start, end, times.phrases(view.text, start, end), places.places_of(view, first, stop)
        )
    return known[first]


def draft(view: View, quantity: Quantity, sentence: Sentence) -> Draft:
    """Return the claim with what is counted or measured, its event and class, before it is tied to others."""
    made = Draft(quantity, sentence)
    if quantity.measure in (None, "share") or quantity.number.form in ("fraction", "ratio"):
        made.thing = counted.find(view, quantity, sentence.stop)
    if (
        made.thing is not None
        and made.thing.end is not None
        and quantity.qualifier == "exact"
        and quantity.measure is None
    ):
        _hedge_behind(view, quantity, made.thing)
    if quantity.measure is not None or made.thing is None:
        made.about = about(view, quantity, sentence)
    root = made.thing.token if made.thing and made.thing.token is not None else None
    if root is None:
        root = grammar.root_of(view, quantity.shown_start, quantity.end)
    made.verb = grammar.governing_verb(root)
    made.event = grammar.own_clause(root) or made.verb
    made.event = _told(made.event) or made.event
    if (
        made.event is not made.verb
        and classes.event_class(made.event) is None
        and classes.event_class(made.verb) is not None
    ):
        made.event = made.verb
    if made.thing is None and quantity.measure is None and (_many(view, quantity) or counted.understood(made.event)):
        made.thing = Thing(None, None, "person", None, "understood")
    made.kind = classes.classify(quantity, made.thing, made.event, _around(view, quantity, made.about))
    if made.kind == "other" and _is_toll(view, quantity, made.thing):
        made.kind = "people-killed"
    elif made.kind == "other" and made.thing is not None and classes.is_person(made.thing) and _is_uprooted(view, made):
        made.kind = "people-displaced"
    return made


_BRACKETS = re.compile(r"^\s*\([^)]*\)")
_SIZED = frozenset(
    {
        "surge",
        "rain",
        "rainfall",
        "snow",
        "snowfall",
        "height",
        "wave",
        "waves",
        "width",
        "length",
        "diameter",
        "storm surge",
    }
)


def _around(view: View, quantity: Quantity, about_words: str | None) -> str:
    """Return the words behind a quantity, or a size it tells about ("a surge of six feet")."""
    if quantity.measure == "distance" and about_words is not None and about_words.split()[-1].lower() in _SIZED:
        return " tall"
    return _BRACKETS.sub("", view.text[quantity.end : quantity.end + 60])


_LEADS = frozenset(
    {
        "be",
        "confirm",
        "report",
        "leave",
        "find",
        "believe",
        "fear",
        "presume",
        "pronounce",
        "declare",
        "become",
        "go",
        "remain",
        "list",
        "feel",
        "say",
        "get",
        "render",
        "make",
    }
)


_UPROOTED = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|flee(?:ing)?|fled|abandon(?:ed|ing)?|lost|los(?:e|ing)|driven\s+from|forced\s+(?:from|out\s+of)|chased\s+from)"
    r"\s+(?:their|its|the)?\s*(?:\w+\s+){0,2}(?:homes?|houses?|villages?|dwellings?)\b"
    r"|\b(?:driven|forced|chased|pushed)(?:\s+\S+){0,5}?\s+(?:from|out\s+of)\s+(?:their|its)\s+(?:homes?|houses?|villages?|land)\b"
    r"|\b(?:sought|seek(?:ing)?|tak(?:e|en|ing)|took|found)\s+(?:refuge|shelter|sanctuary)\b|\bforced\s+to\s+(?:flee|leave|move)\b"
    r"|\b(?:liv(?:e|ing)|stay(?:ing)?|hous(?:ed|ing)|shelter(?:ed|ing))\s+in\s+(?:\S+\s+){0,3}(?:tents|camps?|shelters?|evacuation\s+cent(?:re|er)s?)\b",
    re.IGNORECASE,
)


def _is_uprooted(view: View, made: Draft) -> bool:
    """Do people lose their homes by the words around ("forced 12,000 families to leave their homes")?"""
    low = max(made.sentence.start, made.quantity.start - 50)
    high = min(made.sentence.end, made.quantity.end + 80)
    return _UPROOTED.search(view.text, low, high) is not None


def _is_toll(view: View, quantity: Quantity, thing: Thing | None) -> bool:
    """Are the people behind the number those of a death toll ("the toll rose to 22 people")?"""
    if thing is None or not classes.is_person(thing):
        return False
    noun = counted.number_noun(grammar.root_of(view, quantity.shown_start, thing.end or quantity.end))
    return noun is not None and noun.lemma_.lower() == "toll"


def _hedge_behind(view: View, quantity: Quantity, thing: Thing) -> None:
    """Read a hedge behind the noun ("500 people or more")."""
    if thing.end is not None and _OR_MORE.match(view.text, thing.end):
        found = qualifiers.after(view.text, thing.end)
        qualify(quantity, found)
        thing.end = found.at if found is not None else thing.end


_OR_MORE = re.compile(r",?\s+(?:or|and)\s+(?:more|less|fewer|so|above|over)\b(?!\s+\w+\s+than)")


def _told(verb: Token | None) -> Token | None:
    """Return what a verb of telling or being leads to: "are confirmed killed", "were left homeless", "are dead"."""
    if verb is None or verb.lemma_.lower() not in _LEADS:
        return None
    for child in verb.rights:
        if (
            child.dep_ in ("oprd", "xcomp", "acomp", "attr", "ccomp", "dep")
            and child.pos_ in ("VERB", "ADJ")
            and classes.event_class(child) is not None
        ):
            return child if child.dep_ not in ("ccomp", "dep") or child.i <= verb.i + 3 else None
    return None


_WHO = re.compile(r"\s+who\b")


def _many(view: View, quantity: Quantity) -> bool:
    """Are people understood: "thousands marched", "the 2.8 million who voted"?"""
    return quantity.number.rule == "vague" or _WHO.match(view.text, quantity.end) is not None


_NO_TOPIC = frozenset(
    "trading cash all total addition part response quarter month year session week day afternoon morning average"
    " return turn exchange".split()
)
_NOT_PARTICIPLES = frozenset(
    {"including", "excluding", "according", "compared", "following", "depending", "starting", "during", "based"}
)


def _is_topic(view: View, phrase: Phrase) -> bool:
    """May a noun phrase beside an amount say what the amount is of?"""
    head, first = view.doc[phrase.head], view.doc[phrase.first]
    if head.ent_type_ in ("DATE", "GPE", "TIME") or first.ent_type_ in ("DATE", "TIME"):
        return False
    return head.lower_ not in _NO_TOPIC and first.lower_ not in _NOT_PARTICIPLES


def about(view: View, quantity: Quantity, sentence: Sentence) -> str | None:
    """Return the words for what a measure tells about: the noun behind it, of it, in it, or above it."""
    i = view.at(quantity.end)
    if i < sentence.stop and quantity.end < len(view.text):
        word = view.doc[i].lower_
        if word in ("of", "in", "worth", "for") and word != "for" and i + 1 < sentence.stop:
            skip = (
                i + 1 + (view.doc[i + 1].lower_ in ("the", "a", "an", "its", "their", "his", "her", "of", "all", "our"))
            )
            found = phrase_from(view, skip, sentence.stop) if skip < sentence.stop else None
            if found is not None and _is_topic(view, found):
                return view.text[slice(*span_text(view, found))]
        elif view.text[quantity.end : quantity.end + 1] in (" ", "-") and view.doc[i].idx <= quantity.end + 1:
            skip = i + 1 if word == "-" and i + 1 < sentence.stop else i
            found = phrase_from(view, skip, sentence.stop)
            if found is not None and _is_topic(view, found):
                return view.text[slice(*span_text(view, found))]
    noun = grammar.measured(view, quantity)
    if noun is None or quantity.start <= noun.idx < quantity.end:
        return None
    return view.text[slice(*span_text(view, phrase_around(view, noun)))]


_DIMENSIONS = frozenset({"distance", "measure", "money"})


def _is_conversion(view: View, before: Draft, this: Draft) -> bool:
    """Is this the number before it in another unit, in brackets ("75 miles per hour (120 kph)")?"""
    one, other = before.quantity, this.quantity
    between = view.text[one.end : other.start]
    return (
        between.strip() in ("(", "[", "(~", "(about", "or") and one.measure in _DIMENSIONS and other.measure in _DIMENSIONS
        and one.unit != other.unit and (between.strip() == "or" or view.text[other.end : other.end + 1] in (")", "]"))
    )  # fmt: skip


def _convert(before: Draft, this: Draft) -> None:
    """Give a converted measure what the original has: its hedge, what it tells about, its verb."""
    this.about, this.verb, this.event, this.kind, this.twin = (
        before.about,
        before.verb,
        before.event,
        before.kind,
        before,
    )
    quantity = this.quantity
    if quantity.qualifier == "exact" and before.quantity.qualifier != "range" and quantity.value is not None:
        quantity.qualifier = before.quantity.qualifier
        quantity.low, quantity.high = bounds(quantity.qualifier, quantity.value)


def tie(view: View, drafts: list[Draft]) -> None:
    """Fill in what stands in a neighbour: understood things, parts and what they are parts of, sums of increments."""
    for k, this in enumerate(drafts):
        before = drafts[k - 1] if k else None
        if before is not None and this.sentence.first not in (before.sentence.first, before.sentence.stop):
            before = None
        if before is not None and _is_conversion(view, before, this):
            _convert(before, this)
        _understand(this, before, drafts[k + 1] if k + 1 < len(drafts) else None)
        this.role = roles.role_of(view.text, this.quantity, this.thing, _phrase_end(view, this))
        if before is not None and this.role == "total" and _out_of(view, before, this):
            this.role = "part"
        this.id = stable_id("n", view.article.id, this.quantity.start, _phrase_end(view, this))
        if before is not None:
            _belongs(view, this, before, drafts[max(0, k - 3) : k])
        _among(view, this)


def _understand(this: Draft, before: Draft | None, after: Draft | None) -> None:
    """Take over the thing counted next door where the number has none of its own."""
    if this.quantity.measure is not None and not (this.thing and not this.thing.head):
        return
    if this.thing is not None and this.thing.head and not _same_people(this, before):
        return
    near = (
        before
        if before is not None and before.thing is not None and before.thing.head and before.quantity.measure is None
        else None
    )
    if this.thing is None and after is not None and _listed(this, after) and after.thing is not None:
        near = after
    if near is None or near.thing is None:
        if this.thing is not None and not this.thing.head:
            this.thing = (
                None
                if this.thing.rule == "total"
                else Thing(None, None, "person", None, "understood", part=this.thing.part, end=this.thing.end)
            )
        return
    part, end = (this.thing.part, this.thing.end) if this.thing is not None else (False, None)
    other = near.thing
    assert other is not None
    this.thing = Thing(other.start, other.stop, other.head, other.token, "antecedent", part=part, end=end)
    this.kind = classes.classify(this.quantity, this.thing, this.event)
    if this.kind == "other" and near.kind != "other":
        this.kind = near.kind


def _same_people(this: Draft, before: Draft | None) -> bool:
    """Are the people that are understood those counted just before ("killing seven riders and injuring three more")?"""
    if before is None or before.thing is None or this.thing is None or this.thing.rule != "understood":
        return False
    return (
        before.sentence.first == this.sentence.first
        and before.thing.token is not None
        and classes.is_person(before.thing)
    )


_OF_THE = re.compile(r"\b[Oo]f\s+(?:the|its|their|these|those|our|his|her|all)\s+$")


def _out_of(view: View, before: Draft, this: Draft) -> bool:
    """Is the number taken out of the one before ("Of the 40 passengers, 22 were Osvian")?"""
    if before.sentence.first != this.sentence.first or this.quantity.measure is not None:
        return False
    start = before.quantity.start
    return (
        _OF_THE.search(view.text[max(0, start - 10) : start]) is not None
        and "," in view.text[start : this.quantity.start]
    )


def _listed(this: Draft, after: Draft) -> bool:
    return after.sentence.first == this.sentence.first and 0 <= after.quantity.start - this.quantity.end <= 8


def _belongs(view: View, this: Draft, before: Draft, earlier: list[Draft]) -> None:
    same = [
        d for d in earlier if d.sentence.first == this.sentence.first and d.quantity.measure == this.quantity.measure
    ]
    if this.role == "part":
        whole = before if before.quantity.measure is None else next((d for d in reversed(same)), None)
        this.part_of = whole.id if whole is not None else None
        if (
            whole is not None
            and this.kind == "other"
            and whole.kind.startswith("people-")
            and this.thing
            and classes.is_person(this.thing)
        ):
            this.kind = whole.kind
    if this.kind == "other" and before.kind == "votes" and classes.event_class(this.event) == "votes":
        this.kind = "votes"
    if roles.is_new_total(view.text, this.quantity):
        for other in same:
            if other.role == "increment":
                other.adds_to = this.id


_AMONG = re.compile(
    r"[^.;]{0,70}?\b(?:was|were|is|are|be)\b[^.;]{0,50}?\bamong\s+(?:the|those)\s+(?P<what>dead|killed|injured|wounded|missing|deceased|victims)\b"
)
_BY_WORD: dict[str, ClaimClass] = {
    "injured": "people-injured",
    "wounded": "people-injured",
    "missing": "people-missing",
}


def _among(view: View, this: Draft) -> None:
    """Give people the class of those they are among ("One child was among the dead")."""
    if this.kind != "other" or this.thing is None or not classes.is_person(this.thing):
        return
    match = _AMONG.match(view.text, this.quantity.end, this.sentence.end)
    if match:
        this.kind = _BY_WORD.get(match["what"], "people-killed")


def _phrase_end(view: View, made: Draft) -> int:
    quantity, thing = made.quantity, made.thing
    end = quantity.end
    if (
        thing is not None
        and thing.end is not None
        and thing.rule != "antecedent"
        and quantity.end < thing.end <= quantity.end + 90
    ) or (
        thing is not None
        and thing.rule == "antecedent"
        and thing.end is not None
        and quantity.end < thing.end <= quantity.end + 20
    ):
        end = thing.end
    more = re.match(r"\s+(?:more|others|additional)\b", view.text[quantity.end : quantity.end + 12])
    if end == quantity.end and more and quantity.measure is None:
        end = quantity.end + more.end()
    return end


def _extended_start(view: View, start: int) -> int:
    match = re.search(
        r"(?<![\w-])(?:(?:an?|the)\s+(?:additional|other|further|extra|remaining|total\s+of)|a\s+total\s+of|another|additional|the\s+other)\s+$",
        view.text[max(0, start - 22) : start],
        re.IGNORECASE,
    )
    return start - (len(view.text[max(0, start - 22) : start]) - match.start()) if match else start


def build(view: View, made: Draft) -> NumericClaim:
    """Return the finished claim; sources are those its own words name."""
    quantity, sentence, text = made.quantity, made.sentence, view.text
    start, end = quantity.start, _phrase_end(view, made)
    first = made.twin.quantity if made.twin is not None else quantity
    phrase = (
        times.nearest(sentence.times, first.start, max(first.end, end), text, sentence.start)
        if sentence.times
        else None
    )
    when = times.resolved(phrase, times.anchor_of(view.article.published)) if phrase else None
    begin = _extended_start(view, start)
    return NumericClaim(
        id=made.id, start=begin, end=end, text=text[begin:end],
        number=span_of(text, quantity.shown_start, quantity.shown_end),
        value=quantity.value, low=quantity.low, high=quantity.high, form=quantity.number.form,
        qualifier=quantity.qualifier, trend=_trend(view, made), from_=None, unit=quantity.unit,
        counted=made.thing.counted(text) if made.thing is not None and made.thing.head else None,
        about=made.about, class_=made.kind,
        whose=whose.whose_of(view, quantity, made.thing, made.event, made.kind) if made.kind != "share" else None,
        event=_event(view, made), role=made.role, part_of=made.part_of, adds_to=made.adds_to,
        place=_place(view, made, begin, end),
        time=when, status=status.status_of(view, quantity, made.verb, when),
        sources=own_sources.sources_of(view, begin, end, (sentence.start, sentence.end), made.verb),
        rule=made.thing.rule if made.thing is not None else quantity.rule,
    )  # fmt: skip


def _place(view: View, made: Draft, begin: int, end: int) -> Place | None:
    sentence = made.sentence
    if not sentence.places or made.kind in ("age", "duration"):
        return None
    return places.place_of(view, sentence.places, begin, end, sentence.start)


_STEP = re.compile(r"\s*(?:by|of|in|as\s+much\s+as|another|a\s+further|more\s+than|to|for)?\s*")
_LEVELS = frozenset({"toll", "number-of", "population", "total"})


def _trend(view: View, made: Draft) -> str | None:
    """Return whether the number tells of a rise or a fall ("rose 5%", "the toll rose to 66")."""
    quantity = made.quantity
    if quantity.trend is not None:
        return quantity.trend
    levelled = made.thing is not None and made.thing.rule in _LEVELS
    if quantity.measure not in ("share", "money", "measure") and made.kind != "share" and not levelled:
        return None
    change = change_before(view.text, quantity.start)
    if change is None or not _STEP.fullmatch(view.text[change[1] : quantity.start]):
        return None
    return change[0]


def _inside(made: Draft, token: Token) -> bool:
    """Does the word stand in the quantity's own phrase?"""
    stop = made.thing.end if made.thing is not None and made.thing.end is not None else made.quantity.end
    if made.quantity.start <= token.idx < made.quantity.end:
        return True
    return made.quantity.start <= token.idx < stop and made.thing is not None and made.thing.token is not token.head


_NO_EVENT = frozenset({"age", "share", "duration"})
_EMPTY = frozenset(
    {"be", "have", "say", "include", "come", "appear", "see", "report", "show", "get", "do", "begin", "continue"}
)


def _event(view: View, made: Draft) -> Event | None:
    token = made.event
    if token is None or token.pos_ not in ("VERB", "ADJ") or made.kind in _NO_EVENT or token.lemma_.lower() in _EMPTY:
        return None
    return Event(start=token.idx, end=view.end(token), text=token.text, lemma=token.lemma_.lower())
