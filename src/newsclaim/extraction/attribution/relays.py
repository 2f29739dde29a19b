"""Who relays what another one says: "Y quoted X as saying", "Y, citing X, said", "X told Y"."""

from __future__ import annotations

import re

from newsclaim.extraction.attribution import apposition, speakers
from newsclaim.extraction.attribution.cues import VerbCue, listed
from newsclaim.extraction.page import phrases, tagged, titles
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.subject import agent, doer, surface_subject
from newsclaim.extraction.page.tokens import Range, Tokens, back, past
from newsclaim.lexicon import words

#: The name of a programme has no more words.
_WORDS = 6


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
        if source >= 0 and animate(w, source) and not _goes_by(w, who, source):
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
    """Return whom a source cites right behind its name: "according to X, quoting Y,", "to X, which cited Y,"."""
    if end + 3 >= len(w) or w.text[end] != ",":
        return ()
    relative = w.low[end + 1] in ("which", "who") and w.lemma[end + 2] in listed("quoting")
    if not relative and w.low[end + 1] not in listed("citing"):
        return ()
    a, b = tagged.phrase_after(w, end + 2 + relative, min(len(w), end + 20)) or (end, end)
    b = back(b, a, lambda k: not animate(w, k))  # "sources | close to the talks"
    return ((a, b),) if a < b and not _goes_by(w, end - 1, b - 1) else ()


def _goes_by(w: Tokens, who: int, source: int) -> bool:
    """Whether somebody tells himself what he read in a text: "Ada Lund, who cited a report"; an outlet hands it on."""
    return w.lemma[source] in words("nouns", "documents", "evidence") and not speakers.is_outlet(w, who)


def told(w: Tokens, i: int, size: int, entry: VerbCue) -> tuple[Range, ...]:
    """Return the outlet that is told something at `i` and so relays it: "told Reuters", "said via Reuters"."""
    through = _via(w, i)
    if "someone" not in entry.takes or entry.lemma not in listed("telling"):
        return through
    titled = _titled(w, i + size) or _programme(w, i + size)
    if titled:
        return (titled, *through)
    listener = w.child(i, "dobj", "dative")
    outlet = _outlet(w, listener) if listener > i and w.quoted[listener] < 0 else None
    if outlet is not None:
        return (outlet, *through)
    read = _outlet_at(w, i + size)
    return (read, *through) if read else through


def _outlet(w: Tokens, i: int) -> Range | None:
    """Return the outlet that the noun stands for, with its name behind it: the news agency AFP."""
    a, b = phrases.noun_phrase(w, i)
    titled = _titled(w, a)
    if titled:
        return titled
    employer = w.child(i, "poss") if w.ent[i] == "PERSON" else -1
    if employer >= 0 and speakers.is_outlet(w, employer):
        return speakers.without_case(w, phrases.noun_phrase(w, employer))  # told CNN's | Pia Lund
    if w.pos[i] == "PROPN":
        return (a, b) if speakers.is_outlet(w, i) else None
    named = b
    while b == i + 1 and named < len(w) and w.tag[named] == "NNP" and w.sent[named] == w.sent[i]:
        named += 1
    noun = w.lemma[i] in listed("outlet_nouns")
    return (a, named) if (noun and named > b) or (named == b and speakers.is_outlet(w, i)) else None


def papers(w: Tokens, i: int) -> tuple[Range, ...]:
    """Return where it is said: in which document, or on or to which outlet.

    Said in a statement, wrote on her blog, said in an interview with Radio Selin, said on Selin Today.
    """
    found = []
    for k in (*w.kids[i], *_behind_speaker(w, i)):
        if w.tag[k] == "VBG" and w.lemma[k] in listed("heard"):
            found += _hearing(w, k)
        noun = w.child(k, "pobj") if w.low[k] in listed("relaying_prepositions") or _to_whom(w, i, k) else -1
        noun = _broadcaster(w, noun)
        if noun < 0:
            continue
        if is_paper(w, noun):
            found.append(_paper(w, noun))
        elif w.lemma[noun] in listed("talks"):
            found += _listening(w, i, noun)
        elif (
            (w.low[k] == "on" or _to_whom(w, i, k))
            and w.lemma[i] not in listed("calling")
            and (outlet := _outlet(w, noun)) is not None
        ):
            found.append(speakers.without_case(w, outlet))
    return tuple(found)


def is_paper(w: Tokens, noun: int) -> bool:
    """Whether a noun is a document in which somebody says something: a statement, an op-ed."""
    common = w.pos[noun] != "PROPN" and w.lemma[noun] in listed("papers")
    return common or w.low[noun - 2 : noun + 1] == ["op", "-", "ed"]


def _behind_speaker(w: Tokens, i: int) -> list[int]:
    """Return the prepositions hung on somebody who stands behind the verb: said Lund | on Radio Selin."""
    who = w.child(i, "nsubj")
    return [k for k in w.kids[who] if w.dep[k] == "prep" and k > who] if who > i else []


def _broadcaster(w: Tokens, programme: int) -> int:
    """Return who broadcasts a programme in quotation marks, -1 where it is not told: on Radio Selin's “This Week”.

    What stands outside of quotation marks is no such programme and returned as it is.
    """
    if programme < 0 or w.quoted[programme] < 0:
        return programme
    owner = w.child(programme, "poss")
    return owner if owner >= 0 and w.quoted[owner] < 0 and speakers.is_outlet(w, owner) else -1


def _to_whom(w: Tokens, i: int, k: int) -> bool:
    """Whether it is said to somebody, who may be an outlet: confirmed to Radio Selin that …."""
    return w.low[k] == "to" and k > i and w.lemma[i] in listed("said_to") and w.dep[k] in {"prep", "dative"}


def _hearing(w: Tokens, k: int) -> list[Range]:
    """Return the outlet that somebody speaks to or writes in: Speaking to Radio Selin, …."""
    nouns = (_broadcaster(w, w.child(x, "pobj")) for x in w.kids[k] if w.low[x] in listed("heard_by"))
    outlets = (_outlet(w, noun) for noun in nouns if noun > k)
    return [speakers.without_case(w, outlet) for outlet in outlets if outlet is not None]


def _paper(w: Tokens, noun: int) -> Range:
    """Return the phrase of a document, with whom it goes to and without what it is about: a letter to the council."""
    a, b = phrases.noun_phrase(w, noun)
    return a, b if w.low[noun + 1 : noun + 2] and w.low[noun + 1] in listed("paper_prepositions") else noun + 1


def _listening(w: Tokens, i: int, noun: int) -> list[Range]:
    """Return the outlet that hears it: in remarks to Selin television, an interview on Radio Selin, a BBC interview."""
    inside = [k for k in w.kids[noun] if k < noun and _airs(w, k)]
    if inside:
        return [(w.left[inside[0]], inside[-1] + 1)]
    for k in (*w.kids[noun], *(k for k in w.kids[i] if k == noun + 1)):
        outlet = _broadcaster(w, w.child(k, "pobj")) if w.low[k] in listed("listening_prepositions") else -1
        if outlet < 0:
            continue
        phrase = phrases.noun_phrase(w, outlet)
        titled = _titled(w, phrase[0])
        if titled or speakers.is_outlet(w, outlet):
            return [titled or speakers.without_case(w, phrase)]
    return []


def _airs(w: Tokens, k: int) -> bool:
    """Whether a name before an interview is the outlet that has it: a BBC interview, not an FBI interview."""
    return w.dep[k] == "compound" and w.ent[k] == "ORG" and speakers.is_outlet(w, k)


def _titled(w: Tokens, i: int) -> Range | None:
    """Return the outlet at `i` whose name has small words inside, or its programme: Radio Selin's Noon at One."""
    if i >= len(w) or w.quoted[i] >= 0:
        return None
    a = i + (w.low[i] == "the")
    owned = _owner_end(w, a)
    programme = _programme_end(w, owned + (w.low[owned : owned + 1] == ["the"])) if owned > a else a
    if programme > owned:
        return i, programme
    b = titles.title_end(w, a)
    return (i, titles.past_kind(w, b)) if b > a else None


def _programme(w: Tokens, mark: int) -> Range | None:
    """Return the programme whose name stands in quotation marks that open at `mark`: told “Noon at One”."""
    a = mark + 1
    b = past(a, min(len(w), a + _WORDS), lambda b: w.quoted[b] == w.quoted[a] >= 0 and w.text[b] not in {".", ","})
    named = all(w.text[x][:1].isupper() or w.low[x] in listed("in_programmes") for x in range(a, b))
    return (a, b) if a < b < len(w) and named and w.quoted[mark] < 0 and not _bears(w, b + 1) else None


def _bears(w: Tokens, k: int) -> bool:
    """Whether what is named in quotation marks goes on with whose it is: told “The Long Tide” | author X."""
    return w.pos[k] in {"NOUN", "PROPN"}


def _programme_end(w: Tokens, a: int) -> int:
    """Return the token behind the programme that begins at `a`, told by its kind or an hour; `a` without one."""
    b = titles.title_end(w, a)
    if b > a:
        return titles.past_kind(w, b)
    b = past(b, len(w), lambda b: w.text[b][:1].isupper() or (b > a and w.low[b] in listed("in_programmes")))
    end = titles.past_kind(w, b)
    return end if b > a and (end > b or (b > a + 1 and titles.past_kind(w, b - 1) == b)) else a


def _owner_end(w: Tokens, a: int) -> int:
    """Return the token behind the outlet at `a` that owns what follows: Radio Selin 4's | Today; `a` without one."""
    b = titles.title_end(w, a)
    known = b > a
    b = past(b, len(w), lambda b: w.text[b][:1].isupper() or w.text[b].isdigit())
    owner = b < len(w) and w.text[b] in {"'s", "’s"} and (known or any(map(speakers.outlet_word, w.text[a:b])))
    return b + 1 if owner else a


def _outlet_at(w: Tokens, i: int) -> Range | None:
    """Return the outlet whose name begins at `i`, where the parser has lost it: "told Reuters arson had been …"."""
    a = i + 1 if w.low[i : i + 1] == ["the"] else i
    first = a
    a += a < len(w) and w.low[a] in listed("outlet_nouns")
    b = past(a, len(w), lambda b: w.quoted[b] < 0 and (w.text[b][:1].isupper() or (b > a and w.text[b] == "-")))
    while b > a == first and not speakers.outlet_word(w.text[b - 1]):
        b -= 1
    b = past(b, len(w), lambda b: w.low[b] in listed("outlet_nouns")) if b > a else b
    return (i, b) if b > a else None


def _via(w: Tokens, i: int) -> tuple[Range, ...]:
    """Return through whom something is said: "said via the Nordia news agency"."""
    for k in w.kids[i]:
        medium = w.child(k, "pobj") if w.low[k] == "via" else -1
        if medium > k and w.quoted[medium] < 0:
            return (phrases.noun_phrase(w, medium),)
    return ()


#: Between a text and whose it is: a survey published in May by the society.
_BY_WHOM = re.compile(r"\s[^.;“”\"]{0,60}\b(?:by|from|of)\s+(?:the\s+|an?\s+)?")


def leads_to_owner(between: str) -> bool:
    """Whether the words behind a text lead to whose it is, so that it relays nobody else."""
    return _BY_WHOM.fullmatch(between) is not None
