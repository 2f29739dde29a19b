"""Who relays what another one says: "Y quoted X as saying", "Y, citing X, said", "X told Y"."""

from __future__ import annotations

from newsclaim.extraction.attribution import apposition, speakers
from newsclaim.extraction.attribution.cues import VerbCue, listed
from newsclaim.extraction.page import phrases, tagged
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.subject import agent, doer, surface_subject
from newsclaim.extraction.page.tokens import Range, Tokens


def quoted_as(w: Tokens, i: int) -> tuple[int, int] | None:
    """Return the tokens of (speaker, relaying) for "Y quoted X as saying" and "X was quoted (by Y) as saying"."""
    if w.dep[i] != "pcomp" or w.low[w.head[i]] != "as":
        return None
    verb = w.head[w.head[i]]
    if w.lemma[verb] not in listed("relaying"):
        return None
    if w.child(verb, "auxpass", "nsubjpass") >= 0 or w.tag[verb] == "VBN":
        by = agent(w, verb)
        if by < 0:
            by = next((w.child(k, "pobj") for k in [*w.kids[i], *w.kids[verb]] if w.low[k] == "by"), -1)
        return surface_subject(w, verb), by
    return w.child(verb, "dobj"), doer(w, verb)


def cited(w: Tokens, i: int, who: int) -> tuple[Range, ...]:
    """Return whom `who` cites as they do the verb at `i`: "X, citing Y, said"."""
    for k in [*w.kids[i], *w.kids[who], *range(i + 2, min(i + 6, len(w)))]:
        apart = w.low[k] in listed("citing") and w.text[k - 1] == ","
        source = w.child(k, "dobj") if apart else -1
        if source >= 0 and animate(w, source):
            return apposition.named(w, phrases.mentions(w, source))
    return ()


def quoted_by(w: Tokens, who: int) -> tuple[Range, ...]:
    """Return who is said to quote the speaker: "a sailor quoted by the agency said"."""
    for k in w.kids[who] if who >= 0 else ():
        by = agent(w, k) if w.dep[k] == "acl" and w.lemma[k] in listed("quoting") else -1
        if by > k and w.quoted[by] < 0:
            return (phrases.noun_phrase(w, by),)
    return ()


def cited_behind(w: Tokens, end: int) -> tuple[Range, ...]:
    """Return whom a source cites right behind its name: "according to X, quoting Y,"."""
    if end + 2 >= len(w) or w.text[end] != "," or w.low[end + 1] not in listed("citing"):
        return ()
    phrase = tagged.phrase_after(w, end + 2, min(len(w), end + 20))
    return (phrase,) if phrase is not None and animate(w, phrase[1] - 1) else ()


def told(w: Tokens, i: int, size: int, entry: VerbCue) -> tuple[Range, ...]:
    """Return the outlet that is told something at `i` and so relays it: "told Reuters", "said via Reuters"."""
    through = _via(w, i)
    if "someone" not in entry.takes or entry.lemma not in listed("telling"):
        return through
    listener = w.child(i, "dobj", "dative")
    if listener > i and w.quoted[listener] < 0 and speakers.is_outlet(w, listener):
        phrase = phrases.noun_phrase(w, listener)
        if w.pos[listener] == "PROPN" or w.lemma[listener] in listed("outlet_nouns"):
            return (phrase, *through)
    read = _outlet_at(w, i + size)
    return (read, *through) if read else through


def _outlet_at(w: Tokens, i: int) -> Range | None:
    """Return the outlet whose name begins at `i`, where the parser has lost it: "told Reuters arson had been …"."""
    a = i + 1 if w.low[i : i + 1] == ["the"] else i
    first = a
    a += a < len(w) and w.low[a] in listed("outlet_nouns")
    b = a
    while b < len(w) and w.quoted[b] < 0 and (w.text[b][:1].isupper() or (b > a and w.text[b] == "-")):
        b += 1
    while b > a == first and not speakers.outlet_word(w.text[b - 1]):
        b -= 1
    while b > a and b < len(w) and w.low[b] in listed("outlet_nouns"):
        b += 1
    return (i, b) if b > a else None


def _via(w: Tokens, i: int) -> tuple[Range, ...]:
    """Return through whom something is said: "said via the Nordia news agency"."""
    for k in w.kids[i]:
        medium = w.child(k, "pobj") if w.low[k] == "via" else -1
        if medium > k and w.quoted[medium] < 0:
            return (phrases.noun_phrase(w, medium),)
    return ()
