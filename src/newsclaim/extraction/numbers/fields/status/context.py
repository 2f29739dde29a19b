"""Numbers of another, earlier event, told for context."""

from __future__ import annotations

import re
from datetime import date

from newsclaim.extraction.numbers.classes.words import event_class
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import TimeRef

_LISTS = "numbers/status"
#: What a study found of earlier years is a result, no event told for context; whole years are also told by these.
_STUDIED = re.compile(r"\b(?:stud(?:y|ies)|survey|census|statistics|data|researchers|figures)\b", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:reports?|according\s+to|ranking|index)\b", re.IGNORECASE)


def earlier(view: View, made: Draft, time: TimeRef | None) -> str | None:
    """Read what is told of another, earlier event; results of earlier periods are facts."""
    quantity = made.quantity
    if made.verb < 0 or quantity.measure in ("duration", "money", "share", "age") or quantity.earlier is not None:
        return None
    if made.later or (quantity.measure is not None and made.rule == "modified-noun"):
        return None
    once = _befalls(view, made) and (_last_year(view, made, time) or _long_ago(view, made, time))
    return "background" if once or _told_for_context(view, made.verb, quantity) else None


def _befalls(view: View, made: Draft) -> bool:
    """Is it what befell people, or what forces and attackers did, rather than a result, a text or a deal of then?"""
    if made.kind.startswith("people-") or made.kind in ("troops", "protesters", "votes"):
        return True
    w, thing = view.w, made.thing
    befell = (event_class(w, made.event) or "").startswith("people-") or w.lemma[made.verb] in words(_LISTS, "wrecking")
    return befell or (thing is not None and thing.head in words(_LISTS, "violence"))


def _last_year(view: View, made: Draft, time: TimeRef | None) -> bool:
    """Is it what befell people last year, no result of that year?"""
    then = time is not None and time.text.lower() == "last year"
    return then and made.kind.startswith("people-") and not _is_result(view, made)


def _is_result(view: View, made: Draft) -> bool:
    """Does a study or report tell it, or did nothing happen but that a number stood or fell?"""
    told = _in_sentence(view, made, _STUDIED) or _in_sentence(view, made, _REPORTED)
    happened = made.event if made.event >= 0 else made.verb
    return told or view.w.lemma[happened] in words("numbers/measured", "levels")


def _in_sentence(view: View, made: Draft, pattern: re.Pattern[str]) -> bool:
    return pattern.search(view.text, made.sentence.start, made.sentence.end) is not None


_SINCE = re.compile(r"\b[Ss]ince\b[^.;]*$")


#: Days after which an event is an earlier one, told for context.
_LONG_AGO = 90
#: So many of the year before are what it summed up to, no single event.
_MANY = 100


def _days_between(early: str, late: str) -> int:
    try:
        return (date.fromisoformat(late[:10]) - date.fromisoformat(early[:10])).days
    except ValueError:
        return 0


def _long_ago(view: View, made: Draft, time: TimeRef | None) -> bool:
    """Is it told of a time well before the article, as something over?

    What was counted over whole years may be a result (`_is_result`); that of the year before is one, unless it is
    what befell a few.
    """
    if time is None or time.to is None or time.kind == "deadline":
        return False
    published = view.article.published or view.latest_year
    if published is None or not _is_told_as_past(view, made.verb, time):
        return False
    if not _is_of_years(time):
        return _days_between(time.to, published) > _LONG_AGO and not _in_sentence(view, made, _STUDIED)
    lately = int(time.to[:4]) == int(published[:4]) - 1
    if lately and (not made.kind.startswith("people-") or (made.quantity.value or made.quantity.low or 0) >= _MANY):
        return False
    return time.to[:4] < published[:4] and not _is_result(view, made)


def _is_told_as_past(view: View, verb: int, time: TimeRef) -> bool:
    w = view.w
    since = _SINCE.search(view.text, max(0, time.start - 45), time.start) is not None
    if since or time.text.lower().startswith(("since", "last")):
        return False
    over = clauses.governing_verb(w, w.head[verb]) if w.tag[verb] == "VBG" else verb
    return over >= 0 and w.tag[over] in ("VBD", "VBN", "VBG")


def _is_of_years(time: TimeRef) -> bool:
    """Is it a year or several as a whole ("2018 saw 11,187 accidents")?"""
    return (time.from_ or "").endswith("-01-01") and (time.to or "").endswith("-12-31")


_HISTORY = re.compile(r"\b[Ii]n\s+(?:(?:the|its|\w+['’]s)\s+)?(?:\w+\s+){0,2}history\b|\b[Hh]istorically\b")


#: How far around a number its context is read.
_WINDOW = 250


def _told_for_context(view: View, verb: int, quantity: Quantity) -> bool:
    """Is it told of earlier events: "past outbreaks", "had previously killed", "in the country's history"?"""
    w = view.w
    first, stop = view.page.sentence(verb)
    start = max(w.start[first], quantity.start - _WINDOW)
    end = min(w.end[stop - 1], quantity.end + _WINDOW)
    after = w.low[min(verb + 1, len(w) - 1)] == "by"  # "hit the gate, followed by two gunmen"
    follows = w.lemma[verb] == "follow" and quantity.start > w.start[verb] and not after
    if w.tag[verb] in ("VBD", "VBN") and (follows or _is_history(view.text, start, end)):
        return True
    opens = _opens_earlier(view, first, stop) and w.tag[verb] not in ("VBZ", "VBP")
    return opens or _is_earlier(w, verb) or _of_dated_event(view, verb)


def _is_history(text: str, start: int, end: int) -> bool:
    return "istor" in text[start:end] and _HISTORY.search(text, start, end) is not None


_YEAR = re.compile(r"(?:19|20)\d\d")


def _of_dated_event(view: View, verb: int) -> bool:
    """Does the verb tell of an event named with an earlier year ("a 2011 attack that killed 89 people")?"""
    w = view.w
    if w.dep[verb] != "relcl" or w.tag[verb] != "VBD":
        return False
    published = (view.article.published or view.latest_year or "")[:4]
    named = (w.head[verb], *w.lefts(w.head[verb]))
    years = (w.text[k] for k in named if _YEAR.fullmatch(w.text[k]))
    return any(not published or year < published for year in years)


def _opens_earlier(view: View, first: int, stop: int) -> bool:
    """Does the sentence begin with what was before: "Earlier this year", "Past outbreaks"?"""
    w = view.w
    if w.low[first : first + 2] == ["earlier", "this"]:
        return True
    return w.low[first] in words(_LISTS, "earlier") and w.pos[min(first + 1, stop - 1)] in ("NOUN", "PROPN", "ADJ")


def _is_earlier(w: Tokens, verb: int) -> bool:
    """Is the verb's subject or the verb itself of an earlier time: "previous clashes", "had formerly"?"""
    left = {w.low[k] for k in w.lefts(verb)}
    if left & {"previously", "formerly"} and "had" in left:
        return True
    subject = clauses.subject_of(w, verb)
    if subject < 0 or subject - w.left[subject] > 6:
        return False
    before = (k for k in range(w.left[subject], subject) if w.low[k] in words(_LISTS, "earlier"))
    return any(w.low[k] != "past" or w.tag[k + 1] != "CD" for k in before)  # the last three
