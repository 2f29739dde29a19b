"""Noun phrases as token ranges by the parse around a head: what somebody is called, and joint speakers apart."""

from __future__ import annotations

import re

from newsclaim.extraction.page.offices import one_office
from newsclaim.extraction.page.people import animate, can_say, is_person
from newsclaim.extraction.page.tagged import HEADS, given_name, hyphenated, with_given_name
from newsclaim.extraction.page.tokens import FINITE, Range, Tokens, back, finite_in, past
from newsclaim.lexicon import words
from newsclaim.names.titles import begins_name

__all__ = ["Range", "joint", "mentions", "noun_phrase", "one_firm"]

_TIMES = frozenset({"DATE", "TIME"})


def noun_phrase(w: Tokens, i: int) -> Range:
    """Return the phrase around the head `i`: titles and "of" phrases with it, appositions and clauses without."""
    a = _of_body(w, i, with_given_name(w, _from_address(w, i, _with_role(w, i, _start(w, i)))))
    b = _over_hyphen(w, _end(w, i))
    b = next((x for x in range(a + 1, b) if w.text[x] == "(" and ")" not in w.text[x:b]), b)
    if w.pos[i] == "NOUN" and b == i + 1:
        while b < len(w) and w.sent[b] == w.sent[i] and (_person(w, b) or given_name(w, b) or given_name(w, b - 1)):
            b += 1
    return _with_others(w, a, b)


def _with_others(w: Tokens, a: int, b: int) -> Range:
    """Take "et al" with the name before it, whichever of the two the parser took for the head."""
    if w.low[b : b + 1] == ["et"] and w.low[b + 1 : b + 2] in (["al"], ["al."]):
        return a, b + 2
    alone = a > 1 and w.low[a - 1 : a + 1] == ["et", "al"]
    return (a - 2 if alone else a), b


def _person(w: Tokens, i: int) -> bool:
    return w.pos[i] == "PROPN" and w.ent[i] == "PERSON"


def _of_body(w: Tokens, i: int, a: int) -> int:
    """Go back to where the name of a body begins that the parser has cut: The Committee to Protect | Journalists."""
    k = back(i, 0, lambda k: w.ent[k] == w.ent[i] == "ORG" and w.sent[k] == w.sent[i] and w.text[k] not in {",", ";"})
    return min(a, k) if any(w.low[x] == "to" for x in range(k, i)) else a


def _with_role(w: Tokens, i: int, a: int) -> int:
    """Go back over a role that the parser takes for a subject of its own: "the news agency NNA reported"."""
    if w.dep[i] != "nsubj":
        return a
    whole = _before_object(w, i, a)
    if whole >= 0 or w.pos[i] != "PROPN":
        return whole if whole >= 0 else a
    if a > 1 and w.text[a - 2] == "," and w.tag[a - 1] == "NN" and w.lemma[a - 1] in words("nouns", "media"):
        return a - 1
    roles = (k for k in w.kids[w.head[i]] if w.dep[k] == "nsubj" and w.right[k] + 1 == a and w.pos[k] == "NOUN")
    return next((w.left[k] for k in roles), a)


def _before_object(w: Tokens, i: int, a: int) -> int:
    """Return where a phrase begins that the parser cut into two subjects: the staff at | both mills."""
    ends = (k for k in w.kids[w.head[i]] if w.dep[k] == "nsubj" and w.right[k] + 1 == a and k < w.right[k])
    return next((w.left[k] for k in ends if w.dep[w.right[k]] == "prep"), -1)


def _from_address(w: Tokens, i: int, a: int) -> int:
    """Leave out a heading that was joined to a name: The case for wood | Ms Horn, Next election | Mrs Maas."""
    x = next((x for x in range(i - 1, a, -1) if begins_name(w.text[x])), a)
    return x if x > a and w.tag[x - 1] in {"NN", "NNS"} and not is_person(w, x - 1) else a


def _start(w: Tokens, i: int) -> int:
    a = w.left[i]
    for k in w.kids[i]:
        if k == a and k < i and w.dep[k] in {"punct", "cc", "preconj", "mark", "advmod"} and w.tag[k] != "RBR":
            a = k + 1
    a = _past_clause(w, a, i)
    while a < i and (w.pos[a] == "PUNCT" or w.low[a] in words("phrases", "leading") or _day(w, a)):
        a += 1
    return a


def _past_clause(w: Tokens, a: int, i: int) -> int:
    """Return where the phrase begins, where the parser took a clause before it in: the hotel was empty and | police."""
    verb = next((x for x in range(i - 1, a, -1) if w.tag[x] in FINITE and w.pos[x] in {"VERB", "AUX"}), -1)
    return a if verb < 0 else next((x + 1 for x in range(i - 1, verb, -1) if w.tag[x] == "CC"), a)


def _day(w: Tokens, a: int) -> bool:
    """A weekday that the parser took into the name after it: "on Friday Sundvik Motors said"."""
    return w.low[a] in words("phrases", "weekdays") and w.tag[a + 1] != "POS"


def _end(w: Tokens, i: int) -> int:
    b = _past_body(w, i)
    for k in w.kids[i]:
        if k < b or w.left[k] != b or not _belongs(w, i, k):
            continue
        b = w.right[k] + 1
        stop = _clause_inside(w, k, b)
        if stop < b:
            return stop
    return b


def _past_body(w: Tokens, i: int) -> int:
    """Return the token behind the head, or behind the rest of a body's name: Committee | to Protect Journalists."""
    b = i + 1
    if w.ent[i] == "ORG" and w.low[b : b + 1] == ["to"]:
        b = past(b, len(w), lambda b: w.ent[b] == "ORG")
    return b


def _belongs(w: Tokens, i: int, k: int) -> bool:
    """Whether the modifier `k` to the right of the head `i` is part of what the article calls somebody."""
    if w.dep[k] == "prep":
        return _tells_who(w, i, k) and not _is_said_in(w, i, k)
    if w.dep[k] == "appos" and w.tag[k] != "PRP":
        return w.pos[k] == "PROPN" or w.pos[i] != "PROPN"
    if w.dep[k] in {"cc", "conj"}:
        twin = k if w.dep[k] == "conj" else w.child(i, "conj")
        return twin > i and one_firm(w, i, twin)
    return w.dep[k] in {"compound", "flat", "nummod", "poss", "case", "nmod"}


def _tells_who(w: Tokens, i: int, k: int) -> bool:
    """Whether what begins with the preposition `k` says who somebody is: the head | of the mill, not: | on Monday."""
    thing = w.child(k, "pobj")
    if w.text[k].istitle() and thing == k + 1 and w.tag[thing] in {"NNP", "NNPS"}:
        return True  # Doctors Without Frontiers
    if w.low[k] == "by":
        return w.lemma[i] in words("nouns", "documents", "evidence")
    when = thing >= 0 and w.ent[thing] in _TIMES
    return not when and w.low[k] in words("phrases", "of_names" if w.ent[i] == "PERSON" else "of_nouns")


def _is_said_in(w: Tokens, i: int, k: int) -> bool:
    """Whether the words behind somebody who is named behind the verb tell where he says it: said Lund | in a letter."""
    if not w.head[i] < i < k or w.dep[i] != "nsubj" or w.low[k] not in {"in", "on"}:
        return False
    if w.lemma[i] in words("phrases", "writing"):
        return False  # the lead author on the report
    where = w.child(k, "pobj")
    return w.child(k, "pcomp") > k or (where > k and w.lemma[where] in words("phrases", "said_in") and animate(w, i))


def _clause_inside(w: Tokens, k: int, b: int) -> int:
    """Cut a modifier before a comma, a bracket or a relative clause inside it."""
    for i in range(k, b):
        if w.dep[i] in {"relcl", "acl"} and i > k:
            return w.left[i] if w.left[i] > k else i
        if w.text[i] in {",", "(", ";", ":", "—", "–", "--"}:
            return i
    return b


def _over_hyphen(w: Tokens, b: int) -> int:
    """Go on from "study co" to "study co-author Karin Alm"."""
    if not hyphenated(w, b):
        return b
    while hyphenated(w, b):  # "brother-in-law"
        b += 2
    return past(b, len(w), lambda b: w.tag[b] in {"NN", "NNP"})


def joint(w: Tokens, i: int) -> list[int]:
    """Return the heads of joint speakers ("Marek and Maas") in text order, only `i` when there is one."""
    out, stack = [i, *_twins(w, i)], [i]
    while stack:
        for k in _beside(w, stack.pop()):
            if w.pos[k] in {"NOUN", "PROPN", "PRON"} and w.tag[k] in HEADS:
                if finite_in(w, i + 1, k) or one_firm(w, i, k):
                    continue
                out.append(k)
                stack.append(k)
    return sorted(out)


def _beside(w: Tokens, i: int) -> list[int]:
    """Return what is joined to `i`, and who to the name behind it by a comma: the head, N. N., and the mayor.

    Of a list of persons the parser often takes the second for what the first one is: N. N. | , N. N. and N. N.
    """
    joined = _conjuncts(w, i)
    for name in (k for k in w.kids[i] if k > i and w.dep[k] == "appos" and w.ent[k] == "PERSON"):
        joined += _behind_name(w, i, name)
    return joined


def _behind_name(w: Tokens, i: int, name: int) -> list[int]:
    """Return who is joined by the name that the parser takes for what `i` is."""
    more = _conjuncts(w, name)
    if w.ent[i] == "PERSON":
        return [name] if w.text[w.left[name] - 1] == "," and any(w.ent[k] == "PERSON" for k in more) else []
    return more if w.tag[i] == "NN" and w.text[name + 1 : name + 2] == [","] else []


def _conjuncts(w: Tokens, i: int) -> list[int]:
    return [k for k in w.kids[i] if w.dep[k] == "conj"]


def one_firm(w: Tokens, i: int, k: int) -> bool:
    """Whether two names are one firm's: Marsh & Tolle, Harlow and Sons, an "and" inside what is taken for one body."""
    between = w.low[i + 1 : k]
    if w.low[k] in words("phrases", "firm_endings") or ("&" in between and w.tag[k].startswith("NNP")):
        return True
    if "and" not in between or "the" in between:
        return False
    if k == i + 2 and {w.low[i], w.low[k]} <= words("runs", "subjects"):
        return True  # Oldport Fire and Rescue
    return all(w.iob[x] == "I" and w.ent[x] == "ORG" for x in range(i + 1, k + 1))


def _twins(w: Tokens, i: int) -> list[int]:
    """Return a second subject that the parser did not join to the first one."""
    if w.dep[i] != "nsubj":
        return []
    both = [k for k in w.kids[w.head[i]] if w.dep[k] == "nsubj" and k != i]
    return [k for k in both if w.low[w.left[max(i, k)] - 1] in words("phrases", "twins")]


def mentions(w: Tokens, i: int) -> list[Range]:
    """Return the phrases of everyone in the phrase around `i`, in text order and without overlap."""
    heads = joint(w, i)
    if len(heads) > 1 and _is_of_clause_before(w, heads):
        heads = heads[1:]
    ranges = [past_clutter(w, *noun_phrase(w, head)) for head in heads]
    if len(heads) > 1 and (_one_person(w, heads[0], ranges[1]) or one_office(w, heads, ranges)):
        ranges = [(ranges[0][0], ranges[-1][1])]
    out: list[Range] = []
    for n, (first, last) in enumerate(ranges):
        following = ranges[n + 1][0] if n + 1 < len(ranges) and ranges[n + 1][0] > first else last
        a = max(first, out[-1][1] if out else 0)
        b = min(last, max(following, a + 1))
        a, b = _without_links(w, a, b, paired=len(ranges) > 1)
        if a < b:
            out.append((a, b))
    return out


def _is_of_clause_before(w: Tokens, heads: list[int]) -> bool:
    """Whether only the second can speak: the flight was held after its diversion and | Sundvik Air said."""
    return not can_say(w, heads[0]) and animate(w, heads[1]) and _ends_clause(w, heads[0])


def _without_links(w: Tokens, a: int, b: int, *, paired: bool) -> Range:
    """Return a phrase without the words that join it to the next one: and | Maas, both | Marek and Maas."""
    links = words("phrases", "between") | (words("phrases", "pairing") if paired else frozenset())
    a = past(a, b, lambda a: w.low[a] in links)
    b = back(b, a, lambda b: w.low[b] in links)
    return a, b


#: What something comes to or somebody does, by its ending: never a museum or an orchestra.
_DEED = re.compile(r"(?:ion|ment|ance|ence|ing|al|ure|age)s?$")


def _ends_clause(w: Tokens, i: int) -> bool:
    """Whether a noun that nobody is called by is the end of the clause before, though taken for a subject."""
    return w.dep[i] != "nsubj" or _DEED.search(w.low[i]) is not None


def past_clutter(w: Tokens, a: int, b: int) -> Range:
    """Return a phrase behind an address or a bracket glued to it: Permalink http://ex.example/b | Holm said."""
    for x in range(b - 2, a - 1, -1):
        if "://" in w.text[x] or w.text[x].startswith("pic.") or (w.text[x] == ")" and "(" not in w.text[a:x]):
            return x + 1, b
    return a, b


def _one_person(w: Tokens, i: int, second: Range) -> bool:
    """Whether the second of two is the name of the first: "study co-author and geochemist Seth Holm"."""
    a, b = second
    if w.tag[i] != "NN" or w.tag[b - 1] != "NNP" or w.tag[a] != "NN":
        return False
    return animate(w, i) and w.low[i] not in words("nouns", "bodies") and w.low[a - 1] == "and"
