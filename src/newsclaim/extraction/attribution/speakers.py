"""Who is credited, and who relays it: documents speak for their owners, outlets relay what they are told."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.phrases import mentions, noun_phrase
from newsclaim.extraction.page.subject import agent, doer
from newsclaim.extraction.page.tokens import Range, Tokens, back
from newsclaim.lexicon import words


def credited(w: Tokens, i: int) -> tuple[list[Range], list[Range]]:
    """Return speakers and via for the phrase around `i`: a document that belongs to somebody speaks for its owner."""
    lemma = w.lemma[i]
    if lemma in words("nouns", "documents") or lemma in words("nouns", "evidence"):
        owner = _owner(w, i)
        if owner >= 0:
            return [_with_office(w, without_case(w, phrase), i) for phrase in mentions(w, owner)], [noun_phrase(w, i)]
        body = _body_before(w, i)
        if body is not None:
            return [body], [noun_phrase(w, i)]
    if lemma in listed("parts"):
        of = w.child(i, "prep")
        whole = w.child(of, "pobj") if of >= 0 else -1
        if whole >= 0 and w.lemma[whole] in words("nouns", "documents"):
            return credited(w, whole)
    return mentions(w, i), []


def _owner(w: Tokens, i: int) -> int:
    """Return whose document it is: Cole's letter, a letter from Cole, the letter that Cole issued; -1 when unknown."""
    poss = w.child(i, "poss")
    if poss >= 0:
        return poss
    for k in w.kids[i]:
        author = _author(w, i, k)
        if author >= 0:
            return author
        if w.dep[k] == "acl" and w.lemma[k] in listed("issuing") and agent(w, k) >= 0:
            return agent(w, k)
    if w.dep[i] == "dobj" and w.lemma[w.head[i]] in listed("issuing"):
        who = doer(w, w.head[i])
        return who if who >= 0 and animate(w, who) else -1
    return -1


def _body_before(w: Tokens, i: int) -> Range | None:
    """Return the body whose name stands right before its document: a DTL statement, the Bayton University report."""
    a = back(i, 0, lambda a: w.ent[a] == "ORG" and w.dep[a] == "compound" and w.pos[a] == "PROPN")
    if a == i or w.ent[i] == "ORG" or w.lemma[i] not in listed("owned_texts"):
        return None
    return (a, i) if a == 0 or w.ent[a - 1] != "ORG" or w.tag[a - 1] == "DT" else None


def _author(w: Tokens, i: int, k: int) -> int:
    """Return who is named behind "from" or "by" as the author; "Notes from Norland" is the name of a paper."""
    titled = i > 0 and w.sent[i - 1] == w.sent[i] and w.text[i].istitle() and w.left[i] == i
    author = w.child(k, "pobj") if w.dep[k] == "prep" and w.low[k] in listed("authors") and not titled else -1
    return author if author >= 0 and w.ent[author] not in {"DATE", "TIME"} else -1


def owned(w: Tokens, phrase: Range) -> tuple[list[Range], list[Range]]:
    """Return speakers and via of a phrase that was read by tags: "Cole's statement", "a study by Cole" credit Cole."""
    a, b = phrase
    for i in range(a + 1, b - 1):
        if w.low[i] in listed("authors") and w.lemma[i - 1] in words("nouns", "documents", "evidence"):
            return [(i + 1, b)], [phrase]
    if w.lemma[b - 1] in words("nouns", "documents"):
        for i in range(b - 2, a, -1):
            if w.tag[i] == "POS":
                return [_with_office(w, (a, i), b - 1)], [phrase]
    return [phrase], []


def _with_office(w: Tokens, owner: Range, text: int) -> Range:
    """Return the owner with the body that stands between it and its text: "the mayor's office statement"."""
    a, b = owner
    body = b + 1 < text and w.tag[b] == "POS" and w.lemma[b + 1] in listed("offices")
    return (a, b + 2) if body else owner


def without_case(w: Tokens, phrase: Range) -> Range:
    """Return the phrase without a closing "'s"."""
    a, b = phrase
    return (a, b - 1) if b - 1 > a and (w.tag[b - 1] == "POS" or w.text[b - 1] in {"'s", "’s"}) else phrase


def is_outlet(w: Tokens, i: int) -> bool:
    """Whether the noun at `i` is a news outlet: a known one, or one with News, Times, Post … in its name.

    "Daily" behind a name is often taken for how often somebody is told.
    """
    a, b = noun_phrase(w, i)
    name = {w.text[x] for x in range(a, b)}
    noun = w.lemma[i] in listed("outlet_nouns")
    if w.pos[i] in {"NOUN", "ADV"} and (noun or w.lemma[i] in listed("airwaves")):
        named = w.low[a] in listed("run_by") or any(w.text[x][:1].isupper() for x in range(a, b))
        return named or (noun and w.low[a] in listed("definite"))
    if w.pos[i] != "PROPN" or name & listed("outlets"):
        return bool(name & listed("outlets"))
    return any(map(outlet_word, name)) or _called_outlet(w, a, i)


def _called_outlet(w: Tokens, a: int, i: int) -> bool:
    """Whether the noun of an outlet stands before its name in a phrase that begins at `a`: Norland broadcaster SVN."""
    kinds = listed("outlet_nouns", "airwaves")
    nouns = (x for x in range(a, i) if w.low[x] in kinds and w.tag[x] == "NN")
    return w.ent[i] != "PERSON" and any(w.low[x] != "agency" or not _of_state(w, x) for x in nouns)


def _of_state(w: Tokens, agency: int) -> bool:
    """Whether an agency is told by what it deals with, and that is no news: aid agency, spy agency."""
    return w.low[agency - 1] in words("mentions", "agency_of_state")


def outlet_word(word: str) -> bool:
    """Whether the word is the name of an outlet or belongs into one, or is that of a site."""
    return word in listed("outlets", "outlet_words") or word.endswith(".com")
