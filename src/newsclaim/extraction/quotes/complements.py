"""What a reporting verb takes: one function per construction, from a frame to the tokens of its content."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsclaim.extraction.attribution.cues import listed, noun_stances
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.people import is_person
from newsclaim.extraction.page.phrases import Range
from newsclaim.extraction.page.tokens import FINITE, Tokens
from newsclaim.extraction.quotes.judgements import Found, blamed_for, described_as, faulted_for, likened, small_clause
from newsclaim.extraction.quotes.reading import read_clause
from newsclaim.extraction.quotes.rules import Rule
from newsclaim.extraction.quotes.works import in_title
from newsclaim.lexicon import words

_WH = frozenset({"WP", "WRB", "WDT"})


class Complement(NamedTuple):
    """What a verb takes: its tokens, the name of the rule, and the kind of complement."""

    content: Range
    rule: Rule
    take: str


def _subtree(w: Tokens, i: int, low: int) -> Range:
    return max(w.left[i], low), w.right[i] + 1


def clause(w: Tokens, f: Frame) -> Found:
    """Said (that) the bridge was safe; asked whether it was."""
    kids = [k for k in w.kids[f.verb] if k > f.verb and _is_clause(w, f, k) and not _infinitive(w, k)]
    if not kids and f.takes is not None and ("someone" in f.takes.takes or f.lemma in listed("plain_verbs")):
        kids = _told_clause(w, f)
    if not kids or not any(_finite(w, k) and not _seen_doing(w, f, k) for k in kids):
        return None
    a = max(w.left[kids[0]], f.verb + 1)
    b = max(w.right[k] for k in kids) + 1
    if w.tag[a] == "WRB" and w.text[a - 1] == ",":
        return None
    mark = w.child(kids[0], "mark")
    if a < mark and w.low[mark] == "that" and w.text[mark - 1] == ",":
        a = mark
    return (a, b), "that-clause" if w.low[a] == "that" or _marked(w, kids[0]) else "bare-clause"


def _is_clause(w: Tokens, f: Frame, k: int) -> bool:
    """A clause, or right after the verb one with if or whether: did not mention if there were survivors."""
    first = w.left[k]
    if w.low[first] == "so" and w.dep[first] in {"mark", "advmod"} and first == w.left[k]:
        return False
    if w.quoted[k] >= 0 and in_title(w, k):
        return False
    question = w.dep[k] == "advcl" and first == f.verb + 1 and w.low[first] in listed("question_marks")
    return w.dep[k] == "ccomp" or question


def _told_clause(w: Tokens, f: Frame) -> list[int]:
    """Told the court he had slept: the parser hangs the clause on the listener."""
    to = w.child(f.verb, "prep", "dative")
    listener = w.child(f.verb, "dobj") if to < 0 or w.low[to] != "to" else w.child(to, "pobj")
    return [k for k in w.kids[listener] if _reported(w, k)] if listener > f.verb else []


def _reported(w: Tokens, k: int) -> bool:
    first = w.left[k]
    if w.low[first] == "that" and (w.dep[k] == "acl" or (w.dep[k] == "relcl" and w.dep[first] == "mark")):
        return True
    bare = w.tag[first] not in _WH | {"IN"} and w.child(k, "nsubj") >= 0
    return bare and w.dep[k] in {"relcl", "acl", "ccomp"}


def _finite(w: Tokens, k: int) -> bool:
    """Whether the clause has a finite verb; inside quotations and after wrong tags anything goes."""
    if w.tag[k] in FINITE or w.quoted[k] >= 0:
        return True
    verbal = {"aux", "auxpass", "expl"} | ({"nsubj"} if w.pos[k] in {"VERB", "AUX"} else {"cop"})
    return any(w.dep[c] in verbal or w.tag[c] in FINITE for c in w.kids[k])


def _seen_doing(w: Tokens, f: Frame, k: int) -> bool:
    """Whether somebody is only found or shown doing something: "found the clerk sleeping"."""
    return f.takes is not None and "doing" in f.takes.takes and w.tag[k] == "VBG" and w.child(k, "aux", "auxpass") < 0


def _marked(w: Tokens, k: int) -> bool:
    mark = w.child(k, "mark")
    return mark >= 0 and w.low[mark] == "that"


def _infinitive(w: Tokens, k: int) -> bool:
    return any(w.dep[c] == "aux" and w.tag[c] == "TO" for c in w.kids[k])


def infinitive(w: Tokens, f: Frame) -> Found:
    """Promised to leave."""
    if f.passive or (f.lemma == "agree" and w.tag[f.verb] == "VBG"):
        return None
    return _own_infinitive(w, f)


def _own_infinitive(w: Tokens, f: Frame) -> Found:
    for k in w.kids[f.verb]:
        if w.dep[k] == "xcomp" and k > f.verb and _infinitive(w, k) and w.child(f.verb, "dobj") < 0:
            return _subtree(w, k, f.verb + 1), "to-infinitive"
    return None


def passive_infinitive(w: Tokens, f: Frame) -> Found:
    """Is said to have left; was declared to have won."""
    if not f.passive or (w.child(f.verb, "agent") < 0 and f.lemma not in listed("hearsay_verbs")):
        return None
    found = _own_infinitive(w, f)
    if found is not None:
        return found
    later = [k for k in w.kids[f.verb] if w.dep[k] == "advcl" and k > f.verb and _infinitive(w, k)]
    perfect = later and any(w.low[c] == "have" for c in w.kids[later[0]])
    return (_subtree(w, later[0], f.verb + 1), "to-infinitive") if perfect else None


def object_infinitive(w: Tokens, f: Frame) -> Found:
    """Urged NATO to explore …: content from the one who is to do it."""
    for k in w.kids[f.verb]:
        if w.dep[k] in {"xcomp", "ccomp", "advcl"} and k > f.verb and _infinitive(w, k):
            return _with_object(w, f, k)
    thing = w.child(f.verb, "dobj")
    for k in w.kids[thing] if thing > f.verb else []:
        if w.dep[k] in {"acl", "relcl"} and _infinitive(w, k) and w.low[w.left[k]] == "to":
            return (w.left[thing], w.right[thing] + 1), "to-infinitive"
    return None


def _with_object(w: Tokens, f: Frame, k: int) -> Found:
    """Begin with who is to do it; a passive ("were advised to …") needs an agent or quoted words."""
    inner = w.child(k, "nsubj")
    thing = inner if inner >= 0 else w.child(f.verb, "dobj", "dative", "nsubjpass")
    if thing >= 0 and w.left[thing] >= f.verb:
        return (w.left[thing], w.right[k] + 1), "to-infinitive"
    quoted = any(w.quoted[x] >= 0 for x in range(k, w.right[k]))
    told = f.passive and ((quoted and f.lemma != "tell") or w.child(f.verb, "agent") >= 0)
    return (_subtree(w, k, f.verb + 1), "to-infinitive") if told else None


def gerund(w: Tokens, f: Frame) -> Found:
    """Denied sending troops."""
    for k in w.kids[f.verb]:
        joined = w.dep[k] in {"xcomp", "ccomp", "pcomp"} or (w.dep[k] == "advcl" and w.left[k] == f.cue[1] > f.verb + 1)
        if joined and k > f.verb and _gerund(w, k) and w.left[k] - f.verb < 4:
            return _subtree(w, k, f.verb + 1), "gerund"
    return None


def _gerund(w: Tokens, k: int) -> bool:
    """Doing, being done, having done."""
    auxiliaries = [c for c in w.kids[k] if w.dep[c] in {"aux", "auxpass"}]
    return w.tag[auxiliaries[0] if auxiliaries else k] == "VBG"


def doing(w: Tokens, f: Frame) -> Found:
    """Polls showed Cole leading Marsh: what figures show somebody doing."""
    if f.head < 0 or not {w.lemma[f.head], w.low[f.head]} & words("nouns", "evidence"):
        return None
    for k in w.kids[f.verb]:
        if w.dep[k] == "ccomp" and k > f.verb and w.tag[k] == "VBG" and w.child(k, "nsubj") > f.verb:
            return _subtree(w, k, f.verb + 1), "doing"
    thing = w.child(f.verb, "dobj")
    held = max(w.child(thing, "prep"), w.child(f.verb, "prep")) if thing > f.verb and w.tag[thing] == "NNP" else -1
    if held > thing and w.low[held] in listed("standings"):
        return (w.left[thing], w.right[held] + 1), "doing"
    for k in range(f.verb + 2, thing):
        if w.tag[k] == "VBG" and w.tag[k - 1] in {"NNP", "NNPS", "PRP"} and w.head[k] == thing:
            return (f.verb + 1, max(w.right[k] for k in w.kids[f.verb] if w.dep[k] in {"dobj", "prep"}) + 1), "doing"
    return None


def noun_phrase(w: Tokens, f: Frame) -> Found:
    """Denied the report."""
    thing = w.child(f.verb, "dobj")
    if thing <= f.verb or not _reports_things(w, f) or not _reportable(w, f, thing):
        return None
    a, b = _subtree(w, thing, f.verb + 1)
    b = _with_phrases(w, f, b)
    if b < len(w) and w.sent[b] == w.sent[thing] and w.tag[b] in FINITE:
        return None
    return (a, b), "noun-phrase"


def _reports_things(w: Tokens, f: Frame) -> bool:
    """Whether the verb's object is what it reports: not "denied him entry", not "his work in predicting storms"."""
    listener = w.child(f.verb, "dative")
    if f.passive or (listener >= 0 and w.tag[listener] != "IN"):
        return False
    act = w.tag[f.verb] == "VBG" and w.dep[f.verb] == "pcomp"
    return not (act and w.low[w.head[f.verb]] in listed("inside_prepositions"))


def _reportable(w: Tokens, f: Frame, thing: int) -> bool:
    """Whether the object can be content: no person, no pronoun, no noun whose own clause is the content."""
    if w.tag[thing] in {"PRP", "WP", "WDT", "DT"} or w.ent[thing] == "PERSON":
        return False
    if w.lemma[thing] in noun_stances() and w.low[min(thing + 1, len(w) - 1)] == "that":
        return False
    if f.lemma in listed("expressing"):
        return any(w.low[k] in listed("expressed_for") or _infinitive(w, k) for k in w.kids[thing] if k > thing)
    if f.lemma in listed("examining") and (w.tag[f.verb] == "VBG" or is_person(w, thing)):
        return False
    if f.lemma == "mention" and f.negated:
        return False
    return f.lemma != "deny" or w.lemma[thing] in listed("deniable")


def _with_phrases(w: Tokens, f: Frame, b: int) -> int:
    """Go on over phrases that the parser hung on the verb: proposed an amendment | to the law."""
    joining = listed("proposal_phrases" if f.lemma == "propose" else "object_phrases")
    for k in w.kids[f.verb]:
        thing = w.child(k, "pobj")
        when = thing >= 0 and w.ent[thing] in {"DATE", "TIME"}
        if w.low[k] == "as" and w.low[k + 1] == "of":
            continue
        aside = w.low[k] == "including" and w.left[k] == k == b + 1 and w.text[b] == ","
        if aside or (w.dep[k] == "prep" and w.left[k] == b and w.low[k] in joining and not when):
            b = w.right[k] + 1
    return b


def preposition(*words: str) -> Callable[[Tokens, Frame], Found]:
    """Warned of a crisis, called for talks."""

    def found(w: Tokens, f: Frame) -> Found:
        if w.child(f.verb, "dobj") >= 0 and f.lemma in listed("calling"):
            return None
        for k in w.kids[f.verb]:
            if w.dep[k] in {"prep", "agent"} and k > f.verb and w.low[k] in words:
                thing = w.child(k, "pobj", "pcomp")
                if thing > k:
                    return (k + 1, w.right[k] + 1), "noun-phrase"
        return None

    return found


def for_infinitive(w: Tokens, f: Frame) -> Found:
    """Called for the ban to be lifted; asked for the price to be kept secret."""
    for k in w.kids[f.verb]:
        mark = w.child(k, "mark")
        if k > f.verb and mark > f.verb and w.low[mark] == "for" and _infinitive(w, k):
            return (mark + 1, w.right[k] + 1), "to-infinitive"
    thing = w.child(f.verb, "prep")
    deed = w.child(f.verb, "xcomp", "advcl")
    if f.verb < thing < deed and w.low[thing] == "for" and w.child(thing, "pobj") > thing and _infinitive(w, deed):
        return (thing + 1, w.right[deed] + 1), "to-infinitive"
    return None


def plea(w: Tokens, f: Frame) -> Found:
    """Pleaded not guilty to all charges; who pleads guilty denies and tells nothing."""
    guilty = f.verb + 2
    if guilty >= len(w) or w.low[f.verb + 1 : guilty + 1] != ["not", "guilty"]:
        return None
    to = w.child(guilty, "prep")
    return (f.verb + 1, w.right[to] + 1 if to > guilty and w.low[to] == "to" else guilty + 1), "plea"


def call_on(w: Tokens, f: Frame) -> Found:
    """Called on the North to lay down its arms."""
    for k in w.kids[f.verb]:
        if w.low[k] not in listed("called_on") or w.dep[k] not in {"prep", "prt"} or k < f.verb:
            continue
        thing = w.child(k, "pobj")
        deeds = [x for x in w.kids[f.verb] if w.dep[x] in {"xcomp", "advcl", "ccomp"} and x > k and _infinitive(w, x)]
        if deeds:
            return (k + 1, w.right[deeds[0]] + 1), "to-infinitive"
        if thing > k and any(_infinitive(w, x) for x in w.kids[thing]):
            return (k + 1, w.right[thing] + 1), "to-infinitive"
    return None


#: The complement a verb may take, and the function that finds it; tried in this order.
CONSTRUCTIONS: tuple[tuple[str, Callable[[Tokens, Frame], Found]], ...] = (
    ("clause", clause),
    ("clause", passive_infinitive),
    ("inf", infinitive),
    ("objinf", object_infinitive),
    ("plea", plea),
    ("forto", for_infinitive),
    ("on", call_on),
    ("as", described_as),
    ("small", small_clause),
    ("blame", blamed_for),
    ("fault", faulted_for),
    ("liken", likened),
    ("ger", gerund),
    ("doing", doing),
    ("of", preposition("of", "about")),
    ("against", preposition("against")),
    ("at", preposition("at")),
    ("to", preposition("to")),
    ("for", preposition("for")),
    ("np", noun_phrase),
)


def complement(w: Tokens, f: Frame) -> Complement | None:
    """Return the content to the right of the frame's verb by the parse, None when there is none."""
    if f.takes is None:
        return None
    if " " in f.lemma and "clause" in f.takes.takes:
        return read_complement(w, f)
    for take, find in CONSTRUCTIONS:
        if take in f.takes.takes:
            found = find(w, f)
            if found is not None:
                return Complement(*found, take)
    return None


def read_complement(w: Tokens, f: Frame) -> Complement | None:
    """Return the content that the words alone tell, where the parse has none."""
    if f.takes is None or "clause" not in f.takes.takes:
        return None
    found = read_clause(w, f)
    return Complement(*found, "clause") if found is not None else None
