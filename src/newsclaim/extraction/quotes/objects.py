"""Reported things: denied the report, warned of a flood, pleaded not guilty."""

from __future__ import annotations

from collections.abc import Callable

from newsclaim.extraction.attribution.cues import listed, noun_stances
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.people import is_person
from newsclaim.extraction.page.phrases import noun_phrase as noun_phrase_around
from newsclaim.extraction.page.tokens import FINITE, Tokens
from newsclaim.extraction.quotes.clauses import occasion_at
from newsclaim.extraction.quotes.infinitives import is_infinitive, subtree
from newsclaim.extraction.quotes.judgements import Found
from newsclaim.lexicon import words


def noun_phrase(w: Tokens, f: Frame) -> Found:
    """Denied the report; the report was denied by Cole."""
    if f.passive:
        return _passive(w, f)
    thing = w.child(f.verb, "dobj")
    if thing <= f.verb or not _reports_things(w, f) or not _reportable(w, f, thing):
        return None
    a, b = subtree(w, thing, f.verb + 1)
    if _has_verb_behind(w, b):
        return None
    b = _with_aim(w, _without_date(w, thing, _with_phrases(w, f, b)))
    return None if b < len(w) and w.sent[b] == w.sent[thing] and w.tag[b] in FINITE else ((a, b), "noun-phrase")


def _has_verb_behind(w: Tokens, b: int) -> bool:
    """Whether the thing is the subject of a clause behind an aside: claimed Cole, among others, | is to blame."""
    if w.text[b : b + 1] != [","]:
        return False
    comma = next((x for x in range(min(b + 14, len(w) - 2), b, -1) if w.text[x] == "," and w.sent[x] == w.sent[b]), b)
    return comma > b and w.tag[comma + 1] in FINITE


def _passive(w: Tokens, f: Frame) -> Found:
    """Return what stands before a passive verb that tells by whom."""
    thing = w.child(f.verb, "nsubjpass")
    told = 0 <= thing < f.verb and w.child(f.verb, "agent") > f.verb and w.tag[f.verb] in {"VBN", "VBD"}
    news = f.lemma == "report" and w.lemma[thing] in listed("news")
    if not told or not f.speakers or news or w.lemma[thing] in words("nouns", "speakers"):
        return None
    return (noun_phrase_around(w, thing), "noun-phrase") if _reportable(w, f, thing) else None


def _reports_things(w: Tokens, f: Frame) -> bool:
    """Whether the verb's object is what it reports: not "denied him entry", not "his work in predicting storms"."""
    listener = w.child(f.verb, "dative")
    if f.passive or (listener >= 0 and w.tag[listener] != "IN"):
        return False
    act = w.tag[f.verb] == "VBG" and w.dep[f.verb] == "pcomp"
    return not (act and w.low[w.head[f.verb]] in listed("inside_prepositions"))


def _reportable(w: Tokens, f: Frame, thing: int) -> bool:
    """Whether the object can be content: no person, no pronoun, no noun whose own clause is the content."""
    nobody = w.tag[thing] in {"PRP", "WP", "WDT", "DT"} or w.ent[thing] == "PERSON"
    if nobody or w.low[thing] in listed("reciprocals"):
        return False
    if f.lemma == "confirm" and w.pos[thing] == "PROPN":
        return not _appoints(w, f, thing)
    if w.lemma[thing] in noun_stances() and w.low[min(thing + 1, len(w) - 1)] == "that":
        return False
    if f.lemma in listed("expressing"):
        return any(w.low[k] in listed("expressed_for") or is_infinitive(w, k) for k in w.kids[thing] if k > thing)
    if f.lemma in listed("examining") and (w.tag[f.verb] == "VBG" or is_person(w, thing)):
        return False
    return _told_of(w, f, thing)


def _appoints(w: Tokens, f: Frame, thing: int) -> bool:
    """Whether somebody is confirmed in an office and nothing is told: the Senate confirmed Holm."""
    agent = w.child(f.verb, "agent")
    body = w.child(agent, "pobj") if agent >= 0 else w.child(f.verb, "nsubj")
    return w.ent[thing] not in {"GPE", "LOC"} and body >= 0 and w.lemma[body].lower() in listed("appointing")


def _told_of(w: Tokens, f: Frame, thing: int) -> bool:
    """Whether words are meant: innocence is maintained and wrongdoing denied in words, a garden and a visa are not."""
    if f.lemma in listed("maintaining"):
        return w.lemma[thing] in listed("maintained")
    return not f.negated if f.lemma == "mention" else f.lemma != "deny" or w.lemma[thing] in listed("deniable")


def _with_phrases(w: Tokens, f: Frame, b: int) -> int:
    """Go on over phrases that the parser hung on the verb: proposed an amendment | to the law."""
    b += b + 1 < len(w) and w.low[b] == "yet"
    joining = listed("proposal_phrases" if f.lemma == "propose" else "object_phrases")
    for k in w.kids[f.verb]:
        thing = w.child(k, "pobj")
        when = thing >= 0 and w.ent[thing] in {"DATE", "TIME"}
        if w.low[k] == "as" and w.low[k + 1] == "of":
            continue
        aside = w.low[k] == "including" and w.left[k] == k == b + 1 and w.text[b] == ","
        joins = w.dep[k] == "prep" and w.left[k] == b and w.low[k] in joining
        if aside or (joins and not (when or occasion_at(w, k) >= 0)):
            b = w.right[k] + 1
    return b


def _with_aim(w: Tokens, b: int) -> int:
    """Go on with an infinitive that the parser hung on the verb: denied the existence of a warrant | to search."""
    aim = b + 1
    end = w.right[aim] + 1 if w.tag[b : aim + 1] == ["TO", "VB"] and w.head[b] == aim else b
    return b if end < len(w) and w.tag[end] in FINITE else end


def _without_date(w: Tokens, thing: int, b: int) -> int:
    """Leave out when or where it was reported, where the parser hangs it on the noun: announced his plan | in 2013."""
    last = next((k for k in reversed(w.kids[thing]) if w.right[k] == b - 1), -1)
    when = w.child(last, "pobj") if last > thing and w.low[last] in {"in", "on"} else -1
    return last if when >= 0 and (w.ent[when] == "DATE" or occasion_at(w, last) >= 0) else b


def preposition(*words: str) -> Callable[[Tokens, Frame], Found]:
    """Warned of a crisis, called for talks."""

    def found(w: Tokens, f: Frame) -> Found:
        if w.child(f.verb, "dobj") >= 0 and f.lemma in listed("calling"):
            return None
        for k in w.kids[f.verb]:
            if w.dep[k] in {"prep", "agent"} and k > f.verb and w.low[k] in words:
                thing = w.child(k, "pobj", "pcomp")
                if thing > k and w.tag[thing] != "PRP":
                    return (k + 1, w.right[k] + 1), "noun-phrase"
        return None

    return found


def plea(w: Tokens, f: Frame) -> Found:
    """Pleaded not guilty to all charges; who pleads guilty denies and tells nothing."""
    guilty = f.verb + 2
    if guilty >= len(w) or w.low[f.verb + 1 : guilty + 1] != ["not", "guilty"]:
        return None
    to = w.child(guilty, "prep")
    return (f.verb + 1, w.right[to] + 1 if to > guilty and w.low[to] == "to" else guilty + 1), "plea"
