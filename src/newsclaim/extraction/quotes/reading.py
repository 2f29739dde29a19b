"""Reported clauses by the words alone, where the parse has none: said the bridge was safe."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import tagged
from newsclaim.extraction.page.tokens import FINITE, Range, Tokens, past
from newsclaim.extraction.quotes.rules import Rule
from newsclaim.extraction.quotes.works import in_title
from newsclaim.lexicon import words

_WH = frozenset({"WP", "WRB", "WDT"})
#: No reported clause is read farther than this many tokens.
_REACH = 120
_TIMES = frozenset({"DATE", "TIME"})
_CLAUSE_STARTS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "EX"})


def read_clause(w: Tokens, f: Frame) -> tuple[Range, Rule] | None:
    """Return the clause after the cue: that, a question word, or a phrase with a finite verb later in the sentence."""
    if f.passive or not _may_report(w, f):
        return None
    stop = _stop(w, f)
    i = _skip_aside(w, f, f.cue[1], stop)
    if i >= stop or (w.low[i] != "that" and _about_thing(w, f)) or _about_hearer(w, f, i):
        return None
    if i == f.cue[1] and w.tag[i] in FINITE and _of_thing_before(w, f):
        return (i, w.right[i] + 1), "bare-clause"
    if _leads_clause(w, i):
        return ((i, stop), "that-clause") if stop - i > 2 else None
    return ((i, stop), "bare-clause") if _is_bare_clause(w, f, i, stop) else None


def _is_bare_clause(w: Tokens, f: Frame, i: int, stop: int) -> bool:
    """Whether a clause without "that" stands there: said | the bridge was safe."""
    return f.lemma not in listed("topical") and _opens(w, f, i) and _has_verb(w, f, i, stop)


def _about_hearer(w: Tokens, f: Frame, i: int) -> bool:
    """Whether a clause goes on about whom it is said to: said to Ms Holm, | who looked away."""
    return i > f.cue[1] and w.tag[i] in _WH and w.text[i - 1] == ","


def _leads_clause(w: Tokens, i: int) -> bool:
    """Whether a word is "that" before a clause, or asks a question."""
    return w.tag[i] in _WH or (w.low[i] == "that" and w.tag[i] == "IN")


def _may_report(w: Tokens, f: Frame) -> bool:
    """Whether the words alone may tell a clause: behind "that", or behind a verb that nearly always has one."""
    if w.low[f.cue[1] : f.cue[1] + 1] == ["that"] and w.tag[f.cue[1]] == "IN":
        return True
    of_noun = w.dep[f.verb] == "pcomp" and w.pos[w.head[w.head[f.verb]]] == "NOUN"
    return not of_noun and (f.lemma in listed("plain_verbs") or " " in f.lemma or _finding(w, f))


def _of_thing_before(w: Tokens, f: Frame) -> bool:
    """The plan, which the paper reported | left some disappointed: what is told of stands before the verb.

    Also where the verb was taken for a noun: which the media reports | cost ten crowns.
    """
    return w.dep[f.verb] == "nsubj" or (w.dep[f.verb] == "relcl" and 0 <= w.child(f.verb, "dobj") < f.verb)


def _about_thing(w: Tokens, f: Frame) -> bool:
    """Under the rules the ministry announced in May, | mills will close: what is told of stands right before."""
    subject = w.child(f.verb, "nsubj")
    thing = w.left[subject] - 1
    told = w.dep[f.verb] == "relcl" and w.head[f.verb] == thing and w.pos[thing] == "NOUN"
    return told and 0 <= subject < f.verb and w.child(f.verb, "ccomp") < 0


def _finding(w: Tokens, f: Frame) -> bool:
    """Whether figures show it: a poll found 54 percent of voters disapprove."""
    figures = f.takes is not None and "doing" in f.takes.takes and w.lemma[f.head] in words("nouns", "evidence")
    first = f.cue[1]
    return figures and first < len(w) and w.tag[f.verb] != "VBG" and w.ent[first] in {"PERCENT", "CARDINAL"}


def _opens(w: Tokens, f: Frame, i: int) -> bool:
    """Whether a clause without "that" may begin at `i`."""
    joined = w.tag[i] == "IN" and w.low[i] in listed("clause_openers") and w.text[i - 1] != ","
    gerund = w.tag[i] == "VBG" and i == f.cue[1] and w.low[i] not in listed("citing") and w.dep[i] == "xcomp"
    return w.tag[i] in _CLAUSE_STARTS or joined or gerund


def _has_verb(w: Tokens, f: Frame, i: int, stop: int) -> bool:
    """Whether a finite verb follows that belongs to the phrase at `i` and to no other clause."""
    if of_relative(w, i, stop):
        return False
    if any(_like_plural(w, x) for x in range(i + 1, stop - 2)):
        return True
    finite = next((x for x in range(i + 1, stop) if w.tag[x] in FINITE and not in_title(w, x)), -1)
    if finite < 0 and _past_as_participle(w, f, i, stop):
        return True
    if finite < 0 or (_beside(w, f, finite) and "VBN" not in w.tag[i:finite]):
        return False
    return not any(w.tag[x] in _WH or _turns(w, i, x) for x in range(i, finite))


def _past_as_participle(w: Tokens, f: Frame, i: int, stop: int) -> bool:
    """Whether a past tense was taken for a participle: the museum said the vase dated from 1890."""
    thing = w.child(f.verb, "dobj")
    if f.lemma != "say" or not 0 <= f.head < f.verb or not i <= thing < stop or w.pos[thing] != "NOUN":
        return False
    acts = [k for k in w.kids[thing] if w.dep[k] == "acl" and w.tag[k] == "VBN" and w.low[k].endswith("ed")]
    return any(w.child(k, "agent") < 0 and k + 1 < stop for k in acts)


def _beside(w: Tokens, f: Frame, x: int) -> bool:
    """Whether the verb goes on with the cue's own sentence: declared a state of emergency and | deployed the guard."""
    joined = w.dep[x] == "conj" and w.head[x] == f.verb and w.low[x - 1] in listed("coordinators")
    return joined and w.tag[x] == w.tag[f.verb]


def _like_plural(w: Tokens, x: int) -> bool:
    """Whether a verb in the present was taken for a plural: methane traps some 80 times more heat."""
    after = w.tag[x + 1] in {"DT", "PRP$", "CD", "PRP"} and w.dep[x + 1] != "appos"
    return w.tag[x] == "NNS" and w.tag[x - 1] == "NN" and w.dep[x - 1] == "compound" and after and w.dep[x] == "dobj"


def of_relative(w: Tokens, i: int, stop: int) -> bool:
    """Whether the phrase at `i` is a thing with a clause about it: to write songs | he would mail."""
    j = past(i, stop, lambda j: w.tag[j] in {"DT", "JJ", "NN", "NNS", "PRP$", "CD"})
    return i < j < stop and w.tag[j] == "PRP" and w.tag[j - 1] in {"NN", "NNS"} and w.tag[i] not in {"NNP", "EX"}


def _turns(w: Tokens, i: int, x: int) -> bool:
    """Whether another clause begins at `x`, so that the finite verb after it says nothing of the phrase from `i`."""
    joined = w.text[x] == "," and w.low[x + 1] in listed("coordinators") and "VBN" not in w.tag[i:x]
    marked = w.low[x] == "that" and w.dep[x] == "mark" and w.tag[x - 1] == "VBG"
    return w.low[x] in listed("turning") or joined or marked


def _stop(w: Tokens, f: Frame) -> int:
    stop, verb = f.cue[1], f.verb
    end = min(len(w), stop + _REACH)
    while stop < end and w.sent[stop] == w.sent[verb] and w.block[stop] == w.block[verb]:
        if w.text[stop] in {".", ";", ":"} and w.quoted[stop] < 0:
            break
        stop += 1
    return stop


def _skip_aside(w: Tokens, f: Frame, i: int, stop: int) -> int:
    """Skip whom it is said to, when and where: told Reuters on Monday (that)."""
    i = next((x for x in range(i, stop) if not _adverbial(w, x)), stop)
    if i < stop and f.takes is not None and "someone" in f.takes.takes and w.pos[i] != "ADP":
        i = _past_phrase(w, i, stop) or i
    while i < stop and _aside_begins(w, i) and f.lemma != "estimate":
        after = _past_phrase(w, i + 1, stop)
        if after is None:
            break
        i = after
    return _past_commas(w, f, past(i, stop, lambda i: _when(w, i)), stop)


def _adverbial(w: Tokens, i: int) -> bool:
    """Whether the word only tells how or when it was said."""
    return (w.pos[i] == "ADV" and w.tag[i] != "WRB") or w.ent[i] in _TIMES


def _past_commas(w: Tokens, f: Frame, i: int, stop: int) -> int:
    """Skip an aside between commas before "that": said, to laughter in the hall, that …."""
    if w.text[f.cue[1] : f.cue[1] + 1] != [","]:
        return i
    that = (x for x in range(f.cue[1] + 2, min(stop, f.cue[1] + 14)) if w.low[x] == "that" and w.text[x - 1] == ",")
    return next(that, i)


def _aside_begins(w: Tokens, i: int) -> bool:
    if w.low[i] in listed("topic_prepositions"):
        return True
    if w.low[i] == "for":
        return i + 1 < len(w) and (w.ent[i + 1] in _TIMES or w.lemma[i + 1] in listed("time_nouns"))
    return w.low[i] in listed("aside_prepositions")


def _past_phrase(w: Tokens, i: int, stop: int) -> int | None:
    phrase = tagged.phrase_after(w, i, stop)
    return phrase[1] if phrase is not None else None


def _when(w: Tokens, i: int) -> bool:
    if w.ent[i] in _TIMES or w.text[i] == ",":
        return i + 1 < len(w)
    return w.low[i] == "on" and i + 1 < len(w) and w.ent[i + 1] in _TIMES
