"""Who does a verb: its subject, the noun a relative clause hangs on, the agent of a passive, the subject further up."""

from __future__ import annotations

from newsclaim.extraction.page.people import animate, can_say, stands_for_person
from newsclaim.extraction.page.tokens import FINITE, Tokens, finite_in
from newsclaim.lexicon import words

_RELATIVE = frozenset({"WP", "WDT"})
#: A verb in one of these roles shares the subject of the verb it hangs on.
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "acl", "parataxis"})
#: Labels of dates and places, which are nobody.
_WHEN_AND_WHERE = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
#: Nobody's subject stands farther up than this.
_DEPTH = 8


def doer(w: Tokens, verb: int) -> int:
    """Return the token of who does `verb`; -1 when nobody is named."""
    blamed = _blamed(w, verb)
    if blamed >= 0:
        return blamed
    subject = _nearest_subject(w, verb)
    thing = w.tag[verb] == "VBG" and w.dep[verb] == "advcl" and not can_say(w, subject)
    if subject >= 0 and agrees(w, subject, verb) and not thing:
        return _antecedent(w, subject, verb)
    passive = w.child(verb, "auxpass", "nsubjpass") >= 0
    if passive or (w.tag[verb] == "VBN" and w.dep[verb] in {"acl", "advcl", "amod"} and w.child(verb, "aux") < 0):
        return agent(w, verb)
    return _inherited(w, verb, 0)


def _blamed(w: Tokens, verb: int) -> int:
    """Return who is praised or blamed for what he says, -1 for nobody: Lund accused | the mayor | of calling it …."""
    by = w.head[verb]
    if w.tag[verb] != "VBG" or w.dep[verb] != "pcomp" or w.low[by] not in {"for", "of"}:
        return -1
    whom = w.child(w.head[by], "dobj") if w.dep[by] == "prep" and w.pos[w.head[by]] == "VERB" else -1
    return whom if 0 <= whom < by and animate(w, whom) else -1


def _nearest_subject(w: Tokens, verb: int) -> int:
    """Return the subject; of two, the one inside the aside ("Cole, as the report said, had left"), or the name.

    The parser takes a role and the name right behind it for two: "the news agency NNA reported".
    """
    subjects = [_behind_source(w, k) for k in w.kids[verb] if w.dep[k] == "nsubj"]
    if not subjects:
        return _behind_date(w, verb)
    if len(subjects) != 2 or subjects[1] > verb:
        return subjects[0]
    if w.quoted[subjects[0]] >= 0 > w.quoted[subjects[1]]:
        return subjects[1]
    start = w.left[subjects[1]]
    beside = w.right[subjects[0]] + 1 == start
    aside = w.dep[verb] == "parataxis" and w.text[start - 1] == ","
    aside = aside or (w.low[start - 1] == "as" and w.text[start - 2] == ",")
    # a small firm, it has two boats, | the mayor said
    aside = aside or (w.text[start - 1] == "," and w.right[subjects[1]] == verb - 1 and finite_in(w, *subjects))
    return subjects[1] if beside or aside else subjects[0]


def _behind_date(w: Tokens, verb: int) -> int:
    """Return who was taken for what a date or place is: it may rain on Friday, a source in the ministry | told PNA."""
    k = verb - 1 if w.tag[verb] in FINITE and w.child(verb, "nsubjpass") < 0 else -1
    while k > 0 and w.dep[k] in {"pobj", "prep", "compound", "amod"} and w.head[k] < k:
        k = w.head[k]
    named = k > 0 and w.dep[k] == "appos" and w.ent[w.head[k]] in _WHEN_AND_WHERE and w.left[k] - 4 < w.head[k]
    return k if named and w.text[w.left[k] - 1] == "," and w.pos[k] == "NOUN" and animate(w, k) else -1


def _behind_source(w: Tokens, subject: int) -> int:
    """Return who stands behind a source that was taken for the subject: according to the LNA, the coroner | said."""
    a = w.left[subject]
    return max(subject, w.child(subject, "appos") if a > 1 and w.low[a - 2] == "according" else -1)


def agent(w: Tokens, verb: int) -> int:
    """Return the token after "by" of a passive verb, -1 when there is none."""
    by = w.child(verb, "agent")
    return w.child(by, "pobj") if by >= 0 else -1


def surface_subject(w: Tokens, verb: int, depth: int = 0) -> int:
    """Return what stands as subject of `verb`, be it active or passive."""
    subject = w.child(verb, "nsubj", "nsubjpass")
    return _antecedent(w, subject, verb) if subject >= 0 else _inherited(w, verb, depth)


def agrees(w: Tokens, subject: int, verb: int) -> bool:
    """Whether subject and verb agree in number; a wrong parse shows here ("Paris was a nurse and claim …")."""
    if w.tag[subject] != "NNP" or w.dep[verb] != "conj" or w.child(subject, "conj") >= 0:
        return True
    bare = w.tag[verb] == "VB" and w.child(verb, "aux") < 0 and w.tag[w.head[verb]] != "VB"
    return w.tag[verb] != "VBP" and not bare


def _antecedent(w: Tokens, subject: int, verb: int) -> int:
    """Return the noun that a relative pronoun stands for; other subjects stand for themselves."""
    relative = w.tag[subject] in _RELATIVE
    if w.text[subject] == "WHO" or (not relative and w.low[subject] != "that"):
        return subject
    for up in (verb, *w.ancestors(verb)):
        if w.dep[up] == "relcl":
            return _named_before(w, subject, _thing(w, subject, w.head[up]))
    return -1 if relative else subject


def _thing(w: Tokens, relative: int, noun: int) -> int:
    """Return the thing that "which" stands for, no person in its phrase: "a study | of 40 pupils, which found"."""
    above = w.head[w.head[noun]]
    persons = w.low[relative] == "which" and w.dep[noun] == "pobj" and stands_for_person(w.lemma[noun])
    return above if persons and w.pos[above] == "NOUN" else noun


def _named_before(w: Tokens, relative: int, noun: int) -> int:
    """Return the name right before ", who": "a baker called Tom Berg, who said", "a baker, Tom Berg, who said"."""
    name = relative - 2
    named = name > noun and w.text[relative - 1] == "," and w.ent[name] == "PERSON" and w.dep[name] in {"oprd", "appos"}
    return name if named else noun


def _inherited(w: Tokens, verb: int, depth: int) -> int:
    """A verb without a subject of its own has that of the verb it hangs on, or of the noun it describes."""
    dep, head = w.dep[verb], w.head[verb]
    if head == verb or depth >= _DEPTH:
        return -1
    if dep in {"acl", "relcl"} and w.pos[head] in {"NOUN", "PROPN", "PRON"}:
        return _described(w, verb, head, depth)
    if dep not in _SHARING:
        return -1
    head = _verb_above(w, verb, head)
    if head < 0:
        return -1
    subject = surface_subject(w, head, depth + 1)
    if subject < 0 or _shares(w, verb, head, subject):
        return subject
    outer = _inherited(w, head, depth + 1)
    return outer if outer >= 0 and animate(w, outer) else subject


def _shares(w: Tokens, verb: int, head: int, subject: int) -> bool:
    """Whether a verb may share the subject of the one it hangs on: it can speak, agrees, and is no mere "he" inside."""
    inside = w.dep[head] in {"ccomp", "advcl"} and w.tag[subject] == "PRP"
    loose = w.tag[verb] == "VBG" and w.dep[verb] == "advcl" and inside
    return animate(w, subject) and agrees(w, subject, verb) and _parallel(w, verb) and not loose


def _verb_above(w: Tokens, verb: int, head: int) -> int:
    """Return the next verb from `head` upwards, no quoted one for a verb of the article; -1 when there is none."""
    while w.pos[head] not in {"VERB", "AUX"} or (w.quoted[head] >= 0 > w.quoted[verb]):
        if w.head[head] == head:
            return -1
        head = w.head[head]
    return head


def _described(w: Tokens, verb: int, noun: int, depth: int) -> int:
    """Return the noun that a participle describes; where it cannot speak, who does the verb it is the object of."""
    over = w.head[noun]
    base = w.head[over]
    if w.tag[verb] == "VBG" and w.dep[noun] == "pobj" and w.low[over] in words("phrases", "means"):
        if w.pos[base] == "VERB":
            return surface_subject(w, base, depth + 1)
        if w.dep[base] == "dobj":
            return surface_subject(w, w.head[base], depth + 1)
    if w.tag[verb] != "VBG" or w.dep[noun] != "dobj" or animate(w, noun) or w.pos[over] != "VERB":
        return noun
    who = surface_subject(w, over, depth + 1)
    return who if who >= 0 and animate(w, who) else noun


def _parallel(w: Tokens, verb: int) -> bool:
    """Whether a joined verb may share the subject of a verb inside what is reported, or goes on with the outer one.

    "He noted that the house did not agree, and mentioned …": a comma, or a past tense beside "had agreed", says no.
    """
    head = w.head[verb]
    if w.dep[verb] != "conj" or w.tag[verb] != "VBD" or w.dep[head] != "ccomp" or verb < 2:
        return True
    if w.low[verb - 1] == "and" and w.text[verb - 2] == ",":
        return False
    return w.tag[head] not in {"VBN", "VB", "VBG"} or w.child(head, "aux") < 0
