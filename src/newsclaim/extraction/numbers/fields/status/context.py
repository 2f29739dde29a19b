"""Numbers of another, earlier event, told for context."""

from __future__ import annotations

import re
from datetime import date

from newsclaim.extraction.numbers.drafts import Draft
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import TimeRef

#: What a study found of earlier years is a result, no event told for context.
_STUDIED = re.compile(r"\b(?:stud(?:y|ies)|survey|census|statistics|data|researchers|figures)\b", re.IGNORECASE)


def earlier(view: View, made: Draft, time: TimeRef | None) -> str | None:
    """Read what is told of another, earlier event; results of earlier periods are facts."""
    quantity = made.quantity
    if (
        made.verb < 0
        or quantity.measure in ("duration", "money", "share", "age")
        or quantity.earlier is not None
        or made.later
        or (quantity.measure is not None and made.rule == "modified-noun")
    ):
        return None
    if made.kind.startswith("people-") and time is not None and time.text.lower() == "last year":
        return "background"
    studied = _STUDIED.search(view.text, made.sentence.start, made.sentence.end) is not None
    told = (not studied and _long_ago(view, made.verb, time)) or _told_for_context(view, made.verb, quantity)
    return "background" if told else None


_SINCE = re.compile(r"\b[Ss]ince\b[^.;]*$")


#: Days after which an event is an earlier one, told for context.
_LONG_AGO = 90


def _days_between(early: str, late: str) -> int:
    try:
        return (date.fromisoformat(late[:10]) - date.fromisoformat(early[:10])).days
    except ValueError:
        return 0


def _long_ago(view: View, verb: int, time: TimeRef | None) -> bool:
    """Is it told of a year before the one of publication, as something over?"""
    if time is None or time.to is None or time.kind == "deadline":
        return False
    published = view.article.published or view.latest_year
    if published is None:
        return False
    since = _SINCE.search(view.text, max(0, time.start - 45), time.start) is not None
    told = (
        view.w.tag[verb] in ("VBD", "VBN", "VBG") and not since and not time.text.lower().startswith(("since", "last"))
    )
    return told and (_is_earlier_year(time, published) or _days_between(time.to, published) > _LONG_AGO)


def _is_earlier_year(time: TimeRef, published: str) -> bool:
    """Is it the whole of a year before the one of publication ("2018 saw 11,187 accidents")?"""
    whole = (time.from_ or "").endswith("-01-01") and (time.to or "").endswith("-12-31")
    return whole and (time.to or "")[:4] < published[:4]


_HISTORY = re.compile(r"\b[Ii]n\s+(?:(?:the|its|\w+['’]s)\s+)?(?:\w+\s+){0,2}history\b|\b[Hh]istorically\b")


#: How far around a number its context is read.
_WINDOW = 250

_EARLIER = frozenset({"past", "previous", "earlier", "prior", "preceding", "bygone"})


def _told_for_context(view: View, verb: int, quantity: Quantity) -> bool:
    """Is it told of earlier events: "past outbreaks", "had previously killed", "in the country's history"?"""
    w = view.w
    first, stop = view.page.sentence(verb)
    start = max(w.start[first], quantity.start - _WINDOW)
    end = min(w.end[stop - 1], quantity.end + _WINDOW)
    after = w.low[min(verb + 1, len(w) - 1)] == "by"  # "hit the gate, followed by two gunmen"
    follows = w.lemma[verb] == "follow" and quantity.start > w.start[verb] and not after
    if w.tag[verb] in ("VBD", "VBN") and (follows or _HISTORY.search(view.text, start, end)):
        return True
    return _opens_earlier(view, first, stop) or _is_earlier(w, verb) or _of_dated_event(view, verb)


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
    return w.low[first] in _EARLIER and w.pos[min(first + 1, stop - 1)] in ("NOUN", "PROPN", "ADJ")


def _is_earlier(w: Tokens, verb: int) -> bool:
    """Is the verb's subject or the verb itself of an earlier time: "previous clashes", "had formerly"?"""
    left = {w.low[k] for k in w.lefts(verb)}
    if left & {"previously", "formerly"} and "had" in left:
        return True
    subject = clauses.subject_of(w, verb)
    if subject < 0 or subject - w.left[subject] > 6:
        return False
    return any(word in _EARLIER for word in w.low[w.left[subject] : subject])
