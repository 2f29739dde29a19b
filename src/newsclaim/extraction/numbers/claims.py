"""Drafts → numeric claims: every field that the claim's own sentence gives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.drafts import phrase_end
from newsclaim.extraction.numbers.fields import ages, happening, places, status, times
from newsclaim.extraction.numbers.fields import sources as own_sources
from newsclaim.extraction.numbers.fields.status.governors import group
from newsclaim.extraction.numbers.fields.whose import Owners
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import About, Counted, Mention, NumericClaim, Source, TimeRef
from newsclaim.text import span_of


def build(view: View, made: Draft, owners: Owners, scenes: places.Scenes) -> NumericClaim:
    """Return the finished claim; sources are those its own words name."""
    quantity, text = made.quantity, view.text
    start, end = _span(view, made)
    when = _time(view, made, end)
    told = places.Told((start, end), when, status.status_of(view, made, when))
    sources = own_sources.sources_of(view, made, start, end)
    return NumericClaim(
        id=made.id, start=start, end=end, text=text[start:end],
        number=span_of(text, quantity.shown_start, quantity.shown_end),
        value=quantity.value, low=quantity.low, high=quantity.high, form=quantity.number.form,
        qualifier=quantity.qualifier, trend=made.change.trend if made.change else None, unit=_unit(quantity),
        counted=_counted(made, text),
        about=_about(made, sources), class_=made.kind,
        whose=places.named_owner(view, scenes, _whose(owners, made)), event=happening.event_of(view, made),
        role=made.role, part_of=made.part_of, adds_to=made.adds_to,
        place=places.where(view, scenes, made, told), time=when,
        status=told.status,
        sources=sources,
        rule=made.thing.rule if made.thing is not None else quantity.rule,
    )  # fmt: skip


def _counted(made: Draft, text: str) -> Counted | None:
    """Return what is counted; points by which somebody leads measure the lead."""
    thing = made.thing
    return thing.counted(text) if thing is not None and thing.head and made.rule != "lead" else None


def _about(made: Draft, sources: Sequence[Source]) -> About | None:
    """Return what a measure tells about, which is nobody who says it; a count has what it counts."""
    noun = made.about.start if made.about is not None else None
    if noun is not None and any(source.start <= noun < source.end for source in sources):
        return None
    thing = made.thing
    counts = made.quantity.measure is None and not made.quantity.is_part
    lead = made.rule == "lead"
    return None if counts and not lead and thing is not None and thing.head not in ("", "point") else made.about


#: A magnitude is a measure on a scale without a unit.
_NO_UNIT = "magnitude"
_OPENERS = re.compile(
    r"(?i)(?<![\w-])(?:(?:an?|the)\s+(?:additional|other|further|extra|remaining|total\s+of)|another|additional)\s+$"
)


def _phrase_start(text: str, start: int) -> int:
    """Return where the phrase begins with the words of its role ("an additional", "the other")."""
    low = max(0, start - 22)
    match = _OPENERS.search(text[low:start])
    return low + match.start() if match else start


def _span(view: View, made: Draft) -> tuple[int, int]:
    """Return where the phrase stands, with both of the marks around a quoted number or with none."""
    quantity, text = made.quantity, view.text
    start, end = _phrase_start(text, quantity.start), phrase_end(view, made)
    if end > quantity.end and text[quantity.end] in _MARKS:
        return (start - 1, end) if text[max(0, start - 1)] in _MARKS else (start, quantity.end)
    return start, end


_MARKS = frozenset('"“”')


def _unit(quantity: Quantity) -> str | None:
    return None if quantity.unit == _NO_UNIT else quantity.unit


def _time(view: View, made: Draft, end: int) -> TimeRef | None:
    if not made.sentence.times or (made.kind == "age" and ages.is_by_the_way(view, made.quantity)):
        return None
    phrase = _time_phrase(view, made, end)
    if phrase is None or _is_of_another(view, made, phrase):
        return None
    ahead = times.is_set_for(view.text, phrase) or status.is_ahead(view, made)
    if ahead and times.is_over(view, (made.verb, made.event), phrase):
        return None
    when = _resolved(view, made, phrase, ahead=ahead)
    published = view.article.published
    if not ahead and published is not None and (when.from_ or "") > published[:10] and _is_past(view.w, made.verb):
        return None  # "in next year's ballot, under a law by which 40 were jailed"
    return when


def _resolved(view: View, made: Draft, phrase: times.TimePhrase, *, ahead: bool) -> TimeRef:
    """Return a time with its dates, a deadline by which something had come before the article as what was then."""
    by_then = phrase.kind == "deadline" and phrase.text.lower().startswith("by")
    over = by_then and not ahead and _had_happened(view.w, made.verb)
    anchor = times.anchor_of(view.article.published)
    before = times.named_before(view.text, phrase, anchor) if phrase.shape in times.THEN else None
    when = times.resolved(phrase, anchor, ahead=ahead, over=over, before=before)
    return when.model_copy(update={"kind": "as_of", "from_": when.to}) if over and _stood(view.w, made.verb) else when


def _time_phrase(view: View, made: Draft, end: int) -> times.TimePhrase | None:
    """Return the nearest time phrase that is not told of something else; for people, also the only one there is."""
    first = made.twin.quantity if made.twin is not None else made.quantity
    start, end = first.start, max(first.end, end)
    told = times.Told(made.verb, made.root, view.within(first.shown_start), made.kind)
    found = made.sentence.times
    phrase = times.nearest(found, start, end, view.text, made.sentence.start)
    while phrase is not None and times.is_elsewhere(view, told, phrase):
        found = [one for one in found if one != phrase]
        phrase = times.nearest(found, start, end, view.text, made.sentence.start)
    if phrase is None and (made.kind.startswith("people-") or made.kind == "protesters"):
        phrase = times.only(made.sentence.times, start, end, view.text)
    if phrase is not None or any(one.start < end and start < one.end for one in made.sentence.times):
        return phrase
    return times.of_verb(view, told, made.sentence.times, (start, end))


_PERFECT = frozenset({"had", "'d", "has", "have", "'ve"})


def _had_happened(w: Tokens, verb: int) -> bool:
    """Does a verb tell what was done or so by then ("had come in by Tuesday evening", "by Saturday there were 35")?"""
    if verb < 0 or w.child(verb, "neg") >= 0:
        return False
    return _stood(w, verb) or (w.tag[verb] == "VBN" and any(w.low[k] in _PERFECT for k in w.lefts(verb)))


def _is_past(w: Tokens, verb: int) -> bool:
    """Does a verb tell of what was or has been done, none that is set for a time to come?"""
    if verb < 0 or w.tag[verb] not in ("VBD", "VBN") or w.lemma[verb] in group("governors"):
        return False  # "was set for 40 men"
    helping = [k for k in w.lefts(verb) if w.dep[k] in ("aux", "auxpass")]
    done = w.tag[verb] == "VBD" or any(w.low[k] in _PERFECT or w.low[k] in ("was", "were") for k in helping)
    return done and not any(w.tag[k] == "MD" for k in helping)


def _stood(w: Tokens, verb: int) -> bool:
    """Does a verb tell how it stood then ("by Saturday there were 35")?"""
    return verb >= 0 and w.lemma[verb] == "be" and w.tag[verb] == "VBD"


def _ends_another(view: View, made: Draft, phrase: times.TimePhrase) -> bool:
    """Is it until when something else than the event lasts ("a woman arrested in Tarn is on bail until May")?"""
    if not phrase.text.lower().startswith(("until", "till")) or not made.kind.startswith("people-") or made.event < 0:
        return False
    w = view.w
    return w.pos[made.event] == "VERB" and clauses.governing_verb(w, view.within(phrase.start)) != made.event


def _is_of_another(view: View, made: Draft, phrase: times.TimePhrase) -> bool:
    return _is_of_later(made, phrase) or _ends_another(view, made, phrase) or _is_aim(view, made, phrase)


#: Behind these a dated event is what something is for or about, not when it is.
_AIMING = frozenset({"for", "about", "over", "against", "of"})


def _is_aim(view: View, made: Draft, phrase: times.TimePhrase) -> bool:
    """Is it the day of an event that something is for ("spoke in several towns for the May 16 vote")?"""
    w = view.w
    last = view.within(phrase.end - 1)
    day = last - 1 if w.tag[last] == "POS" else last
    if view.within(phrase.start) <= w.head[day] < day:
        day = w.head[day]  # "April 16"
    noun = w.head[day]
    named = w.dep[day] == "poss" or not phrase.text.lower().startswith(("for ", "in ", "on ", "of "))
    if not (named and last < noun <= last + _MODIFIED and w.pos[noun] == "NOUN" and w.dep[noun] == "pobj"):
        return False
    leads = w.head[noun]
    own = noun in (made.root, made.event, made.noun) or w.left[noun] <= made.root <= w.right[noun]
    ahead = w.low[leads] != "of" or w.low[w.head[leads]] in ("ahead", "run")
    return ahead and not own and w.low[leads] in _AIMING


#: So far behind its date an event stands ("the May 16 runoff vote").
_MODIFIED = 3


def _is_of_later(made: Draft, phrase: times.TimePhrase) -> bool:
    """Is the time that of the later value, which stands between ("$4bn at the end of May, down from $5bn")?"""
    later = made.later
    return later is not None and later.start < made.quantity.start and phrase.end <= made.quantity.start


def _whose(owners: Owners, made: Draft) -> Mention | None:
    if made.owner is not None:
        return made.owner
    if made.kind == "share":
        return owners.possessor(made.quantity, made.thing)
    return owners.whose(made.quantity, made.thing, made.event, made.kind)
