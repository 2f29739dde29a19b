"""Indirect and mixed speech: what every frame reports that has credited no stretch."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.people import animate, can_say
from newsclaim.extraction.page.tokens import FINITE, PRESENT_OR_PAST, Range
from newsclaim.extraction.quotes import adjective_cues, asides, complements, cuts, extent, noun_cues
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.clauses import is_survey
from newsclaim.extraction.quotes.rules import Rule
from newsclaim.extraction.quotes.search import Search

#: Constructions that only people and bodies do: a treaty commits nobody to a quotation.
_ANIMATE = frozenset(
    {"to-infinitive", "noun-phrase", "gerund", "described-as", "called", "accused-of", "faulted-for", "likened"}
)
#: Evaluations are content where the article quotes words of them, or somebody passes them.
_NEED_QUOTED = frozenset({"called"})
#: Stances of what somebody only thinks.
_INWARD = frozenset({"believes", "finds", "predicts"})
#: The cuts that apply to what stands beside an attribution.
_BESIDE = ("participle", "with-other")


def report(search: Search) -> None:
    """Add the content of every frame in text order, then that of headlines and reporting nouns."""
    for f in search.frames.values():
        used = f.verb in search.used and f.verb not in search.leads
        if used or f.unreal or _narrator(search, f):
            continue
        if f.takes is None:
            add(search, f, _own_part(search, f, asides.according(search, f)), "according-to")
        else:
            _reported(search, f)
    for f, content in asides.headlines(search):
        add(search, f, [content], "headline")
    for f, content in noun_cues.noun_frames(search.w):
        if not _narrator(search, f):
            add(search, f, [content], "noun-that")
    for f, content in adjective_cues.adjective_frames(search.w):
        if not _narrator(search, f):
            add(search, f, [content], "adjective-that")


def _narrator(search: Search, f: Frame) -> bool:
    """I, we and you, my and our outside quotation marks are the writer, an interview or a pulled-out quotation."""
    if f.head < 0:
        return False
    w, low = search.w, search.w.low[f.head]
    return low in listed("narrators") or low in listed("narrator_owns") or w.low[w.left[f.head]] == "your"


def _reported(search: Search, f: Frame) -> None:
    """Add what one verb reports: an inverted aside, its complement, an aside, a clause by the words alone."""
    leads = f.verb in search.leads
    f = f if f.speakers and animate(search.w, f.head) else _after_quote(search, f)
    contents: list[Range] = []
    if not leads:
        f, contents = asides.inverted(search, f)
    if contents and add(search, f, _own_part(search, f, contents), "parenthetical"):
        return
    found = complements.complement(search.w, f)
    if found is not None and _only_credits(search, f, found.content):
        return
    if found is None and not leads:
        contents = _own_part(search, f, asides.parenthetical(search, f))
        if _tell(search, contents):
            add(search, f, contents, "as-said" if f.low <= contents[0][0] else "parenthetical")
            return
        found = complements.read_complement(search.w, f)
    if found is not None and _fits_speaker(search, f, found.rule):
        behind = found.content[0] > f.verb
        add(search, f, [extent.extended(search, f, found.content) if behind else found.content], found.rule, found.take)


def _tell(search: Search, contents: Sequence[Range]) -> bool:
    """Whether the parts beside an aside tell something: not "Last May, the Herald revealed parts of it, saying …"."""
    w = search.w
    said = (i for part in contents for i in range(*part))
    return any(w.tag[i] in FINITE or w.quoted[i] >= 0 or search.in_title(i) for i in said)


def _only_credits(search: Search, f: Frame, content: Range) -> bool:
    """Whether a complement says nothing itself: it only attributes other words, or is only a verb."""
    return _only_attributes(search, content) or _only_verb(search, f, content)


def _only_attributes(search: Search, content: Range) -> bool:
    """Whether it only tells who said what stands before: "…, the agency reported | the governor said."."""
    other = search.frames.get(content[1] - 1)
    told = other is not None and other.lemma in listed("plainest_verbs") and search.w.tag[other.verb] in PRESENT_OR_PAST
    return told and other is not None and other.low == content[0]


def _only_verb(search: Search, f: Frame, content: Range) -> bool:
    """Whether an infinitive tells nothing: guests it agreed | to take, is expected | to say: “…”."""
    w, (a, b) = search.w, extent.trimmed(search.w, content)
    leads = w.tag[a] == "TO" and a + 1 in search.leads
    return leads or (b - a == 2 and w.tag[a] == "TO" and w.dep[f.verb] == "relcl")


def _own_part(search: Search, f: Frame, contents: Sequence[Range]) -> list[Range]:
    """Return what stands beside an attribution without what its speaker, or another, goes on to say (", adding …")."""
    steps = (*_BESIDE, "next-speaker") if is_survey(search.w, f) else _BESIDE
    cut = [cuts.cut(search, f, content, steps) for content in contents]
    return [(a, b) for a, b in cut if a < b]


def _after_quote(search: Search, f: Frame) -> Frame:
    """Read: "…," she said, calling it a mistake. A participle after a quotation has its speaker.

    One after an attribution has that one's, when the parser gives it a thing: The dam, she said, will fail, adding ….
    """
    w, i = search.w, f.verb - 1
    if w.tag[f.verb] != "VBG" or f.passive:
        return f
    if f.speakers:
        return _after_attribution(search, f)
    while i > 0 and w.quoted[i] < 0 and w.sent[i] == w.sent[f.verb] and w.text[i] != ".":
        i -= 1
    found = search.credit.get(w.quoted[i]) if w.quoted[i] >= 0 and f.verb - i < 20 else None
    return f if found is None or search.marks[w.quoted[i]].final else search.recredit(f, found.speakers, found.head)


def _after_attribution(search: Search, f: Frame) -> Frame:
    w = search.w
    comma = f.verb - 2 if w.pos[f.verb - 1] == "ADV" else f.verb - 1
    if w.text[comma] != "," or w.child(f.verb, "nsubj", "aux") >= 0:
        return f
    for i in range(comma, search.sentence_start(f.verb) - 1, -1):
        other = search.frames.get(i)
        if other is not None and other.speakers and not other.unreal and animate(w, other.head):
            return search.recredit(f, other.speakers, other.head)
    return f


def _fits_speaker(search: Search, f: Frame, rule: Rule) -> bool:
    if f.passive or f.head < 0:
        return f.passive
    if rule in _ANIMATE:
        return animate(search.w, f.head)
    w = search.w
    pointing = w.low[f.head] in listed("pointing")
    listener = w.child(f.verb, "dobj", "dative")
    if pointing and listener > f.verb and w.low[listener] in listed("us"):
        return False
    return f.lemma not in listed("also_things") or (can_say(search.w, f.head) and not pointing)


def add(search: Search, f: Frame, contents: Sequence[Range], rule: Rule, take: str = "clause") -> bool:
    """Add a finding with this content; False when nothing is left of it, nobody is credited or it is known already."""
    spans = _spans(search, f, contents)
    if not spans or not (f.speakers or f.passive):
        return False
    inside = [n for a, b in spans for n in search.stretches_in(a, b)]
    if _known(search, f, spans, inside) or _own_belief(search, f) or _unquoted(search, f, rule, inside):
        return False
    cue = None if rule == "headline" else f.cue
    quote = Found(spans, rule, f.speakers, f.through, cue, f.lemma, f.stance_of(take), head=f.head)
    search.add(quote)
    search.used.update({f.verb, *(content[0] for content in contents if content[0] == f.cue[1])})
    search.credit.update({n: quote for n in inside if n not in search.credit})
    return True


def _spans(search: Search, f: Frame, contents: Sequence[Range]) -> list[tuple[int, int]]:
    found = (_chars(search, f, content, goes_on=n > 0) for n, content in enumerate(contents))
    return [chars for chars in found if chars is not None]


def _unquoted(search: Search, f: Frame, rule: Rule, inside: Sequence[int]) -> bool:
    """Whether an evaluation has no quoted words and is nobody's judgement either."""
    quoted = rule not in _NEED_QUOTED or any(_words(search, n) for n in inside)
    return not quoted and not _judged(search, f, rule)


def _chars(search: Search, f: Frame, content: Range, *, goes_on: bool) -> tuple[int, int] | None:
    inner = extent.one_sentence(search, extent.one_block(search.w, content, search.w.block[f.verb]))
    return search.chars(extent.trimmed(search.w, extent.own_voice(search, inner, f.low), goes_on=goes_on))


def _known(search: Search, f: Frame, spans: list[tuple[int, int]], inside: list[int]) -> bool:
    """Whether the same content is found already, or is nothing more than stretches that have been credited."""
    same = [x for x in search.beginning(spans[0][0]) if x.spans == spans]
    if any(not f.speakers or x.speakers == f.speakers or x.rule == "colon" for x in same):
        return True
    if not inside or any(n not in search.credit or search.credit[n].speakers != f.speakers for n in inside):
        return False
    quoted = sum(_letters(search, search.marks[n].start, search.marks[n].end) for n in set(inside))
    return sum(_letters(search, a, b) for a, b in spans) - quoted < 4


def _letters(search: Search, a: int, b: int) -> int:
    return sum(c.isalnum() for c in search.text[a:b])


def _own_belief(search: Search, f: Frame) -> bool:
    """She said she believed …: what the speaker says of their own belief is no second quote."""
    w = search.w
    if f.stance not in _INWARD or f.head < 0 or w.tag[f.head] != "PRP" or w.dep[f.verb] != "ccomp":
        return False
    outer = search.frames.get(w.head[f.verb])
    tells = outer is not None and outer.takes is not None and "clause" in outer.takes.takes
    return tells and outer is not None and w.left[f.verb] <= f.head <= outer.verb + 3


def _judged(search: Search, f: Frame, rule: Rule) -> bool:
    """Whether somebody calls a thing something, with no word quoted: "she called the plan a mistake"."""
    w = search.w
    told = w.tag[f.verb] in FINITE | {"VBG"} or w.child(f.verb, "aux") >= 0
    if rule != "called" or f.head < 0 or not told:
        return False
    habitual = w.low[f.verb - 1] in listed("habitual") or w.low[w.child(f.verb, "dobj")] in listed("reciprocals")
    return animate(w, f.head) and w.child(f.verb, "dobj", "ccomp") > f.verb and not habitual


def _words(search: Search, n: int) -> bool:
    """Whether a quoted part is somebody's words and not a name ("called “Old Faithful”")."""
    return not search.text[search.marks[n].start].isupper()
