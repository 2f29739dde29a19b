"""Where reported content ends because something else begins inside it: another verb, another speaker, the occasion."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.people import amount
from newsclaim.extraction.page.tokens import FINITE, PRESENT_OR_PAST, Range, Tokens
from newsclaim.extraction.quotes.clauses import occasion_at, turns_away
from newsclaim.extraction.quotes.search import Search

_NEW_CLAUSE = frozenset({"conj", "advcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Between a quoted judgement and what follows it.
_CLOSING = frozenset({"”", '"', "''", "’", ","})
#: What follows the word for the occasion ("a statement on Monday night") is no longer than this.
_SHORT_TAIL = 5
#: How content is told whose first finite verb has this tag: "would stay", "was lawful".
_TOLD = {"MD": "would", "VBD": "past"}


def cut(search: Search, f: Frame, content: Range, only: Collection[str] = ()) -> Range:
    """Return the content up to the first place where one of the cuts applies, or only of those that are named."""
    a, b = content
    for name, step in CUTS.items():
        if not only or name in only:
            b = step(search, f, a, b)
    return a, b


def _second_verb(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before "and urged …" with the same speaker."""
    w = search.w
    for i in range(a + 2, b):
        other = search.frames.get(i)
        if other is None or not f.speakers or other.speakers != f.speakers or w.child(i, "nsubj") >= 0:
            continue
        near = range(max(a + 1, i - 3), i)
        joiners = [x for x in near if w.low[x] in listed("before_verbs") and w.tag[x + 1] != "MD"]
        if joiners and (w.dep[i] == "conj" or w.tag[i] in FINITE):
            return joiners[-1]
    return b


def _own_tense(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before what the speaker does now or then: ruled it was lawful | and plans a report, would stay | but left."""
    w = search.w
    first = next((i for i in range(a, b) if w.tag[i] in FINITE), b)
    told = _TOLD.get("".join(w.tag[first : first + 1]), "")
    if not told or w.tag[f.verb] != "VBD" or w.quoted[first] >= 0:
        return b
    for joiner in range(first + 2, b - 1):
        verb = joiner + 1 + (w.pos[joiner + 1] == "ADV")
        if w.low[joiner] not in listed("before_verbs") or w.quoted[joiner] >= 0 or w.child(verb, "nsubj") >= 0:
            continue
        if _is_own_act(w, verb, told) and _one_subject(w, first, verb):
            return joiner
    return b


def _is_own_act(w: Tokens, verb: int, told: str) -> bool:
    """Whether a verb in another tense than what is told is an act of the speaker: was lawful and | plans a report."""
    if w.low[verb] == "declined" and w.child(verb, "dobj", "xcomp") > verb:
        return True
    act = _main(w, verb)
    other = w.tag[verb] == "VBZ" or (told == "would" and w.tag[verb] == "VBD" and w.low[verb] != "had")
    return other and w.lemma[act] in listed("own_acts") and w.child(act, "auxpass") < 0


def _main(w: Tokens, verb: int) -> int:
    """Return the verb that an auxiliary helps, any other verb itself."""
    return w.head[verb] if w.pos[verb] == "AUX" else verb


def _one_subject(w: Tokens, first: int, verb: int) -> bool:
    """Whether a second verb is joined to the content's first one, or to the cue, and to no clause inside."""
    whole = _main(w, verb)
    main = w.head[first] if w.dep[first] in {"aux", "auxpass"} else first
    return w.dep[whole] == "conj" and w.head[whole] in {main, first, w.head[main]}


def _own_deed(search: Search, _f: Frame, a: int, b: int) -> int:
    """Cut behind a gerund before what the speaker does: denied firing a shot | and went home."""
    w = search.w
    if w.tag[a] != "VBG":
        return b
    first = next((i for i in range(a, b) if w.tag[i] in FINITE and w.quoted[i] < 0), b)
    joiner = next((i for i in range(first - 1, max(a, first - 3), -1) if w.low[i] in listed("before_verbs")), -1)
    return joiner if joiner > a and w.child(first, "nsubj") < 0 else b


def _participle(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before ", insisting …" and ", saying …": the speaker of `f` goes on with a verb of their own."""
    w = search.w
    if f.takes is None and f.verb >= b:
        return b  # sales rose, posting the best month, according to the firm
    for i in range(a, b):
        other = search.frames.get(i)
        if other is None or other.takes is None or w.tag[i] != "VBG" or w.child(i, "nsubj", "aux") >= 0:
            continue
        comma = _mark_before(w, i)
        if w.text[comma] == "," and other.head < i and (comma > a + 1 or comma < a):
            if other.head < 0 or search.sentence_start(a) <= other.head:
                search.recredit(other, f.speakers, f.head)
            return max(comma, a)
    return b


def _mark_before(w: Tokens, verb: int) -> int:
    """Return the mark before a participle and its adverb: the comma before a closing mark or a dash."""
    comma = verb - 2 if w.pos[verb - 1] == "ADV" else verb - 1
    return comma - (w.pos[comma] == "PUNCT" and w.text[comma - 1] == "," and w.quoted[comma] < 0)


def _citing(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before "citing sources": on whom the report rests."""
    w = search.w
    citing = (i for i in range(max(a + 3, f.verb + 1), b) if w.low[i] in listed("citing") and w.quoted[i] < 0)
    return next((i - (w.text[i - 1] == ",") for i in citing if w.child(i, "dobj") > i), b)


def _main_clause(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before the main clause behind a verb that opens the sentence: asked if he would go | , he said no."""
    w = search.w
    b = _question_end(search, a, b) if f.passive and f.lemma == "ask" else b
    if f.verb - search.sentence_start(f.verb) > 1 or w.tag[f.verb] not in {"VBG", "VBN"}:
        return b
    others = (search.frames[i] for i in range(a, b) if i in search.frames and search.frames[i].speakers)
    starts = (other.speakers[0][0] for other in others if other.speakers[0][0] <= other.verb)
    start = next((start for start in starts if f.verb < start - 1 and w.text[start - 1] == ","), -1)
    return max(a, start - 1) if start >= 0 else b


def _question_end(search: Search, a: int, b: int) -> int:
    """Return where a question that is put to somebody between commas ends: "asked if she would run | , said no"."""
    w = search.w
    return next((i for i in range(a, b - 1) if w.text[i] == "," and w.quoted[i] < 0 and w.tag[i + 1] in FINITE), b)


def _behind_clause(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before the main clause where the verb's own clause opens the sentence: After Cole said …, | the firm left."""
    w = search.w
    start = search.sentence_start(f.verb)
    if w.low[start] not in listed("opening_clauses") or not f.speakers or f.speakers[0][0] != start + 1:
        return b
    first = a + 1 if w.low[a] == "that" else a
    commas = [i for i in range(a + 2, b - 1) if w.text[i] == "," and w.quoted[i] < 0 and _opens_clause(w, i + 1, b)]
    if w.low[first] in listed("conditions"):
        commas = commas[1:]
    return commas[0] if commas else b


def _opens_clause(w: Tokens, i: int, b: int) -> bool:
    """Whether the subject of a clause begins here."""
    return any(w.dep[k] in _SUBJECTS and w.left[k] == i for k in range(i, b))


def _judged(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut behind a quoted judgement before when or where it was passed: called it “a joke” | after the vote."""
    w = search.w
    if f.takes is None or f.takes.takes.keys().isdisjoint({"small", "as"}):
        return b
    last = next((i for i in range(b - 1, a, -1) if w.quoted[i] >= 0), b)
    tail = next((i for i in range(last + 1, b) if w.text[i] not in _CLOSING), b)
    opens = w.low[tail] in listed("passing") or (occasion_at(w, tail) > tail) if tail < b else False
    return tail if opens else b


def _went_on(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before what the speaker did then, or what came of it: "…, | before reversing course", "…, | sending …"."""
    w = search.w
    if f.verb >= b:
        return b  # all of it was said: sales fell, sending shares down, the firm said
    for i in range(a + 3, b - 2):
        if w.text[i] != "," or w.quoted[i] >= 0:
            continue
        then = w.low[i + 1] == "before" and w.tag[i + 2] == "VBG"
        if then or (w.tag[i + 1] == "VBG" and w.lemma[i + 1] in listed("effects")):
            return i
    return b


def _with_other(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before ", with Cole saying …": another speaker has taken over."""
    w = search.w
    for i in range(a + 3, b):
        other = search.frames.get(i)
        if other is not None and w.tag[i] == "VBG" and other.speakers and other.speakers != f.speakers:
            start = other.speakers[0][0]
            if a < start - 2 and w.low[start - 1] == "with" and w.text[start - 2] == ",":
                return start - 2
    return b


def _occasion(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut a closing "in a statement on Monday", ", in a speech in Reno": where it was said, not what."""
    w = search.w
    if f.lemma not in listed("plainest_verbs") or b < search.sentence_end(f.verb):
        return b
    for i in range(a + 4, b - 1):
        noun = occasion_at(w, i) if w.quoted[i] < 0 else -1
        if noun > i and (w.text[i - 1] == "," or b - noun <= _SHORT_TAIL):
            return i
    return b


def _next_speaker(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before ", and his campaign said …", ", while Cole said …": a new clause with a speaker of its own."""
    w = search.w
    for i in range(a + 4, b):
        other = search.frames.get(i)
        if other is None or other.speakers == f.speakers or w.child(i, "nsubj") < 0:
            continue
        start = w.left[w.child(i, "nsubj")]
        if _more_asked(w, i, a, start):
            continue
        if a + 3 >= start or w.low[start - 1] not in listed("joining") or w.low[start] == "that":
            continue
        if w.dep[i] in _NEW_CLAUSE and w.text[start - 2] == ",":
            return start - 2
        if w.dep[i] == "conj" and w.head[i] == f.verb:
            return start - 1
    return b


def _more_asked(w: Tokens, verb: int, a: int, start: int) -> bool:
    """Whether those who say it are a share like some before: 41 percent like it, while | 77 percent say it is dear."""
    return amount(w, w.child(verb, "nsubj")) and any(amount(w, k) for k in range(a, start))


def _bracket(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut where the bracket closes in which all of it stands: (the firm said it was cheap | ) and later sold it."""
    w = search.w
    close = next((i for i in range(a + 1, b) if w.text[i] == ")" and w.quoted[i] < 0), b)
    if close == b or "(" in w.text[a:close]:
        return b
    start = search.sentence_start(f.verb)
    return close if w.text[start : f.verb].count("(") > w.text[start : f.verb].count(")") else b


def _closing(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before who passes all of it on, at the end of the sentence: … | , Reuters reported on Monday."""
    w = search.w
    for i in range(a + 3, b):
        other = search.frames.get(i)
        if other is None or other is f or not other.speakers or other.lemma not in listed("passing_on"):
            continue
        start = other.speakers[0][0]
        last = w.tag[i] in PRESENT_OR_PAST and w.child(i, "ccomp", "dobj") < i and b >= search.sentence_end(i)
        if last and a + 2 < start < i and w.text[start - 1] == "," and search.sentence_end(i) - i < _SHORT_TAIL:
            return start - 1
    return b


def _agent(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before by whom, where the parser hung it on the content: was described as “reckless” | by Cole."""
    by = search.w.head[f.head]
    return by if f.passive and a < by < f.head < b and search.w.low[by] == "by" else b


def _source(search: Search, f: Frame, a: int, b: int) -> int:
    """Cut before ", according to X": X is told of by a frame of its own."""
    for i in range(a + 3, b):
        other = search.frames.get(i)
        if other is not None and other is not f and other.takes is None and search.w.text[i - 1] == ",":
            return i - 1
    return b


#: The cuts in their order, by name: each returns where the content from `a` to `b` ends.
CUTS: Mapping[str, Callable[[Search, Frame, int, int], int]] = {
    "occasion": _occasion,
    "second-verb": _second_verb,
    "own-tense": _own_tense,
    "own-deed": _own_deed,
    "participle": _participle,
    "main-clause": _main_clause,
    "behind-clause": _behind_clause,
    "judged": _judged,
    "went-on": _went_on,
    "citing": _citing,
    "with-other": _with_other,
    "next-speaker": _next_speaker,
    "bracket": _bracket,
    "closing": _closing,
    "agent": _agent,
    "source": _source,
    "tense": turns_away,
}
