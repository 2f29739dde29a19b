"""Sources that are cited without a verb: "according to", "in its report", "citing"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.extraction.attribution import Frame
from newsclaim.extraction.attribution.relays import leads_to_owner
from newsclaim.extraction.numbers.fields.sources.names import BREAK, Number, apart, made, may_claim, names_from
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Source, Stance

#: Longer sentences are lists or broken text, of which nobody cited is the source.
_SENTENCE = 600


def according(view: View, number: Number) -> tuple[Source, ...]:
    """Read "according to the fire service" close to the number; quotes that hold the number name the same source.

    Of one before and one behind it, that behind is the number's: the other one is that of the number before.
    """
    near: list[tuple[bool, Frame]] = []
    for frame in _source_frames(view, number):
        cue = _span(view, frame.cue)
        if not apart(view, (cue[0], _span(view, frame.speakers[-1])[1]), (number.start, number.end), 25):
            near.append((cue[0] < number.start, frame))
    return _of_frame(view, min(near, key=lambda one: one[0])[1]) if near else ()


def _source_frames(view: View, number: Number) -> Iterator[Frame]:
    """Return the frames without a verb in the number's stretch: "according to X", "per X"."""
    first, last = view.at(number.low), view.at(number.high)
    return (frame for frame in view.cited if first <= frame.verb < last)


def _span(view: View, tokens: tuple[int, int]) -> tuple[int, int]:
    return view.w.start[tokens[0]], view.w.end[tokens[1] - 1]


def _of_frame(view: View, frame: Frame, stance: Stance | None = None) -> tuple[Source, ...]:
    start = _span(view, frame.speakers[0])[0] if frame.speakers else len(view.text)
    via = (phrase for phrase in frame.via if not leads_to_owner(view.text[_span(view, phrase)[1] : start]))
    names = [_span(view, _without_article(view.w, phrase)) for phrase in (*via, *frame.speakers)]
    if frame.speakers and (by := _GIVEN_BY.match(view.text, names[-1][1])) is not None:
        names = names_from(view, by.end(), len(view.text)) or names
    return made(view, names, _span(view, frame.cue), frame.lemma, stance or frame.stance)


#: Behind figures: whose they are ("numbers reported by the Norland Press").
_GIVEN_BY = re.compile(
    r"\s+(?:reported|released|published|compiled|collected|provided|issued|cited|gathered|obtained|given)\s+by\s+(?:the\s+)?"
)


def _without_article(w: Tokens, phrase: tuple[int, int]) -> tuple[int, int]:
    first, end = phrase
    return (first + 1, end) if w.low[first] in ("the", "a", "an") and first + 1 < end else phrase


_IN_REPORT = re.compile(
    r"(?i)[\"“]?(?P<cue>In\s+(?:an?|its|the)\s+(?:[\w-]+\s+){0,3}(?:report|statement|update|bulletin|survey|study|release))\s+"
    r"(?:of|by|from|issued\s+by|released\s+by)\s+(?:the\s+)?"
)


def opens_according(view: View, number: Number) -> tuple[Source, ...]:
    """Read "According to the coast guard, …" at the head of a sentence, which holds for all of it."""
    begin, start = number.bounds[0], number.start
    if start - begin > _SENTENCE:
        return ()
    frame = view.frames.get(view.at(begin))
    if frame is not None and frame.takes is None and frame.speakers:
        behind = _span(view, frame.speakers[-1])[1]
        return () if BREAK.search(view.text, behind, start) else _of_frame(view, frame)
    match = _IN_REPORT.match(view.text, *number.bounds)
    if match is None or BREAK.search(view.text, match.end(), start):
        return ()
    return made(view, names_from(view, match.end(), start), match.span("cue"), "according to")


_CITING = re.compile(r"\b(?P<cue>[Cc]iting|[Qq]uoting)\s+(?:the\s+|an?\s+)?")


def citing(view: View, number: Number, told: tuple[Source, ...]) -> tuple[Source, ...]:
    """Read "Citing police sources, the paper said …": whoever is cited is the inner source."""
    begin, end = number.bounds
    cites = end - begin < _SENTENCE and not number.words.isdisjoint(("citing", "quoting"))
    match = _CITING.search(view.text, begin, end) if cites else None
    if match is None or any(source.cue and source.cue.start == match.start("cue") for source in told):
        return ()
    names = [name for name in names_from(view, match.end(), end) if may_claim(view.w, view.w.before(name[1] - 1))]
    return made(view, names, match.span("cue"), "cite")
