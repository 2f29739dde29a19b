"""Who speaks: from a cue to the noun phrase that the article credits, as it says it in that place."""

from __future__ import annotations

from newsclaim.extraction.quotes.cues import nouns
from newsclaim.extraction.quotes.words import Words

#: A range of tokens, end exclusive.
Range = tuple[int, int]

#: Verbs whose subject speaks through the document it brings out.
_ISSUING = frozenset("issue release publish send post write sign make put give deliver read share distribute".split())
_RELATIVE = frozenset({"WP", "WDT"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "JJ", "JJS"})
_INSIDE_NP = frozenset(
    {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "DT",
        "PDT",
        "PRP$",
        "POS",
        "CD",
        "HYPH",
        "VBN",
        "FW",
        "ADD",
        "NFP",
    }
)
_JOINERS = frozenset({"of", "and", "&", "for", "at", "-", "–", "'s", "’s", "the", "de", "van", "der", "al"})


def doer(w: Words, verb: int, depth: int = 0) -> int:
    """Return the token of who does `verb`: subject, antecedent, agent of a passive; -1 when nobody is named."""
    if depth > 8:
        return -1
    subject = w.child(verb, "nsubj", "csubj")
    if subject >= 0 and agrees(w, subject, verb):
        return _antecedent(w, subject, verb)
    if w.child(verb, "auxpass") >= 0 or w.child(verb, "nsubjpass") >= 0 or _reduced_passive(w, verb):
        return agent(w, verb)
    return _inherited(w, verb, depth)


def animate(w: Words, i: int) -> bool:
    """Whether the noun at `i` can speak: a name, a personal pronoun, a speaking noun, a text or an outlet."""
    if w.pos[i] == "PROPN" or w.ent[i] in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    if w.tag[i] in {"PRP", "WP", "PRP$"}:
        return w.low[i] != "it" or w.dep[i] == "nsubj"
    if w.text[i][0].isupper() and w.left[i] == i and w.pos[i] in {"NOUN", "ADJ"}:
        return True
    lemma = w.lemma[i]
    if lemma in nouns("evidence"):
        return False
    if lemma in nouns("speakers") or lemma in nouns("documents") or lemma in nouns("media") or lemma in nouns("bodies"):
        return True
    return lemma.endswith(("ist", "man", "men", "woman", "ers", "er", "or", "ian", "ant", "people"))


def can_say(w: Words, i: int) -> bool:
    """Whether the noun at `i` can be credited with a statement: whoever can speak, and texts, figures and findings."""
    return animate(w, i) or w.lemma[i] in nouns("evidence") or w.pos[i] not in {"NOUN"}


def agent(w: Words, verb: int) -> int:
    """Return the token after "by" of a passive verb, -1 when there is none."""
    by = w.child(verb, "agent")
    return w.child(by, "pobj") if by >= 0 else -1


def agrees(w: Words, subject: int, verb: int) -> bool:
    """Whether subject and verb agree in number; a wrong parse shows here ("Paris was a nurse and claim …")."""
    if w.pos[subject] != "PROPN" or w.low[subject] == "who":
        return True
    single = w.tag[subject] == "NNP" and w.child(subject, "conj") < 0
    return not (w.tag[verb] == "VBP" and single and w.dep[verb] == "conj")


def surface_subject(w: Words, verb: int, depth: int = 0) -> int:
    """Return what stands as subject of `verb`, be it active or passive."""
    subject = w.child(verb, "nsubj", "nsubjpass")
    if subject >= 0:
        return _antecedent(w, subject, verb)
    return _inherited(w, verb, depth)


def _reduced_passive(w: Words, verb: int) -> bool:
    return w.tag[verb] == "VBN" and w.dep[verb] in {"acl", "advcl", "amod"} and w.child(verb, "aux") < 0


def _antecedent(w: Words, subject: int, verb: int) -> int:
    if w.text[subject] == "WHO" or w.tag[subject] not in _RELATIVE and w.low[subject] != "that":
        return subject
    if w.dep[verb] == "relcl":
        return w.head[verb]
    for up in w.ancestors(verb):
        if w.dep[up] == "relcl":
            return w.head[up]
    return -1 if w.tag[subject] in _RELATIVE else subject


def _inherited(w: Words, verb: int, depth: int) -> int:
    """A verb without a subject of its own has that of the verb it hangs on, or of the noun it describes."""
    dep, head = w.dep[verb], w.head[verb]
    if head == verb:
        return -1
    if dep in {"acl", "relcl"} and w.pos[head] in {"NOUN", "PROPN", "PRON"}:
        return head
    if dep in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "acl", "parataxis"}:
        while head >= 0 and w.pos[head] not in {"VERB", "AUX"}:
            if w.head[head] == head:
                return -1
            head = w.head[head]
        if depth >= 8:
            return -1
        subject = surface_subject(w, head, depth + 1)
        if subject >= 0 and (not animate(w, subject) or not _plural_fits(w, subject, verb) or _comma_and(w, verb)):
            outer = _inherited(w, head, depth + 1)
            return outer if outer >= 0 and animate(w, outer) else subject
        return subject
    return -1


def noun_phrase(w: Words, i: int) -> Range:
    """Return the tokens of the noun phrase around `i`: titles and "of" phrases with it, appositions and clauses without."""
    a, b = w.left[i], i + 1
    for k in w.kids[i]:
        if k < i and w.dep[k] in {"punct", "cc", "preconj", "mark", "advmod"} and k == a:
            a = k + 1
    while a < i and (w.pos[a] == "PUNCT" or w.low[a] in {"but", "and", "as", "while"}):
        a += 1
    for k in w.kids[i]:
        if k < b or w.left[k] != b:
            continue
        if w.dep[k] == "appos" and w.pos[k] != "PROPN" and w.pos[i] == "PROPN":
            continue
        if w.dep[k] in {"compound", "flat", "appos", "nummod", "poss", "case", "nmod"} or (
            w.dep[k] == "prep"
            and w.low[k] in {"of", "for", "from", "at", "in", "on", "with", "to"}
            and not _when(w, k)
            and (w.ent[i] != "PERSON" or w.low[k] in {"of", "for", "from"})
        ):
            b = w.right[k] + 1
            stop = _clause_inside(w, k, b)
            if stop < b:
                b = stop
                break
    b = _over_hyphen(w, b)
    b = next((x for x in range(a + 1, b) if w.text[x] == "(" and ")" not in w.text[x:b]), b)
    if w.pos[i] == "NOUN" and b == i + 1:
        while b < len(w) and w.pos[b] == "PROPN" and w.head[b] != i and w.sent[b] == w.sent[i] and w.ent[b] == "PERSON":
            b += 1
    return a, b


def _over_hyphen(w: Words, b: int) -> int:
    """ "study co" goes on with "-author Karen Alley"."""
    joined = b + 1 < len(w) and w.text[b] == "-" and w.start[b] == w.end[b - 1] and w.start[b + 1] == w.end[b]
    if not joined:
        return b
    b += 2
    while b < len(w) and w.tag[b] in {"NN", "NNP"}:
        b += 1
    return b


def _when(w: Words, k: int) -> bool:
    thing = w.child(k, "pobj")
    return thing >= 0 and w.ent[thing] in {"DATE", "TIME"}


def _clause_inside(w: Words, k: int, b: int) -> int:
    """Cut a modifier before a comma, a bracket or a relative clause inside it."""
    for i in range(k, b):
        if w.text[i] in {",", "(", ";", ":", "—", "–", "--"} or (w.dep[i] in {"relcl", "acl"} and i > k):
            return w.left[i] if w.dep[i] in {"relcl", "acl"} and w.left[i] > k else i
    return b


def _comma_and(w: Words, verb: int) -> bool:
    """ "He noted that the house did not agree, and mentioned …": after a comma the outer subject goes on."""
    return (
        w.dep[verb] == "conj"
        and w.tag[verb] == "VBD"
        and verb > 1
        and w.low[verb - 1] == "and"
        and w.text[verb - 2] == ","
        and w.dep[w.head[verb]] == "ccomp"
    )


def _plural_fits(w: Words, subject: int, verb: int) -> bool:
    present = w.tag[verb] == "VBP" or (
        w.tag[verb] == "VB" and w.dep[verb] == "conj" and w.child(verb, "aux") < 0 and w.tag[w.head[verb]] != "VB"
    )
    return not (present and w.tag[subject] == "NNP" and w.child(subject, "conj") < 0)


def joint(w: Words, i: int) -> list[int]:
    """Return the heads of joint speakers ("Austin and Kim") in text order, only `i` when there is one."""
    twins = [
        k
        for k in w.kids[w.head[i]]
        if w.dep[k] == w.dep[i] == "nsubj" and k != i and w.low[w.left[max(i, k)] - 1] in {"and", "&"}
    ]
    out, stack = [i, *twins], [i]
    while stack:
        for k in w.kids[stack.pop()]:
            if (
                w.dep[k] == "conj"
                and not any(w.tag[x] in {"VBD", "VBZ", "VBP", "MD"} for x in range(i + 1, k))
                and w.tag[k] in _NOMINAL
                and w.pos[k] in {"NOUN", "PROPN", "PRON"}
            ):
                out.append(k)
                stack.append(k)
    return sorted(out)


def mentions(w: Words, i: int) -> list[Range]:
    """Return the ranges of everyone in the phrase around `i`."""
    heads = joint(w, i)
    ranges = [noun_phrase(w, h) for h in heads]
    out: list[Range] = []
    for n, (a, b) in enumerate(ranges):
        low = out[-1][1] if out else 0
        high = ranges[n + 1][0] if n + 1 < len(ranges) and ranges[n + 1][0] > a else b
        a, b = max(a, low), min(b, max(high, a + 1))
        while a < b and w.low[a] in {"and", ",", "or", "both", "&"}:
            a += 1
        while b > a and w.low[b - 1] in {"and", ",", "or", "&"}:
            b -= 1
        if a < b:
            out.append((a, b))
    return out


def owned(w: Words, phrase: Range) -> tuple[list[Range], list[Range]]:
    """Return speakers and via of a phrase that was read by tags: "Turner's statement" credits Turner."""
    a, b = phrase
    if w.lemma[b - 1] in nouns("documents"):
        for i in range(b - 2, a, -1):
            if w.tag[i] == "POS":
                return [(a, i)], [phrase]
    return [phrase], []


def is_outlet(w: Words, i: int) -> bool:
    """Whether the noun at `i` is a news outlet: a known one, or one with News, Times, Post … in its name."""
    a, b = noun_phrase(w, i)
    name = {w.text[x] for x in range(a, b)}
    return bool(name & nouns("outlets") or (w.pos[i] == "PROPN" and name & nouns("outlet_words")))


def credited(w: Words, i: int) -> tuple[list[Range], list[Range]]:
    """Return speakers and via for the phrase around `i`: a document that belongs to somebody speaks for its owner."""
    lemma = w.lemma[i]
    if lemma in nouns("documents"):
        owner = _owner(w, i)
        if owner >= 0:
            return [(a, b - 1 if w.tag[b - 1] == "POS" and b - 1 > a else b) for a, b in mentions(w, owner)], [
                noun_phrase(w, i)
            ]
    if lemma in {"part", "section", "excerpt", "spokesman"} and w.child(i, "prep") >= 0:
        of = w.child(w.child(i, "prep"), "pobj")
        if of >= 0 and w.lemma[of] in nouns("documents"):
            return credited(w, of)
    return mentions(w, i), []


def _owner(w: Words, i: int) -> int:
    poss = w.child(i, "poss")
    if poss >= 0:
        return poss
    verb = w.head[i]
    if w.dep[i] == "dobj" and w.lemma[verb] in _ISSUING:
        who = doer(w, verb)
        return who if who >= 0 and animate(w, who) else -1
    for k in w.kids[i]:
        if w.dep[k] == "prep" and w.low[k] in {"from", "by"}:
            return w.child(k, "pobj")
        if w.dep[k] == "acl" and w.lemma[k] in _ISSUING and agent(w, k) >= 0:
            return agent(w, k)
    return -1


def phrase_before(w: Words, verb: int, low: int) -> Range | None:
    """Return the noun phrase that ends before `verb`, read from right to left by tags alone, not below `low`.

    Jumps over adverbs and auxiliaries, and over an aside between commas ("Hill, a doctor, said").
    """
    i = verb - 1
    while i >= low and (w.pos[i] in {"ADV", "AUX", "PART"} or w.tag[i] in {"MD", "RB"}):
        i -= 1
    if i >= low and w.text[i] in {",", ")", "—", "–"}:
        i = _aside_start(w, i, low) - 1
    b = i + 1
    while i >= low and _fits(w, i, low):
        i -= 1
    a = i + 1
    while a < b and (w.low[a] in _JOINERS - {"the", "al", "de", "van"} or w.pos[a] == "PUNCT"):
        a += 1
    return (a, b) if a < b and w.tag[b - 1] in _NOMINAL else None


def _fits(w: Words, i: int, low: int) -> bool:
    if w.tag[i] in _INSIDE_NP:
        return not (w.tag[i] == "VBN" and i > low and w.pos[i] == "VERB" and w.pos[i - 1] in {"AUX", "PRON"})
    if w.tag[i] in {"PRP", "WP"}:
        return w.tag[i + 1] not in _INSIDE_NP
    return w.low[i] in _JOINERS and i > low and w.tag[i - 1] in _INSIDE_NP


def _aside_start(w: Words, i: int, low: int) -> int:
    """Return the token that opens the aside which closes at `i`: the farthest comma with a noun phrase before it."""
    first = -1
    for j in range(i - 1, low - 1, -1):
        if w.text[j] == w.text[i] or (w.text[i] == ")" and w.text[j] == "("):
            first = j
    return first if first > low else low


def phrase_after(w: Words, i: int, high: int) -> Range | None:
    """Return the noun phrase that begins at `i`, read from left to right by tags alone, not beyond `high`."""
    j = i
    while (
        j < high
        and not (j > i and w.tag[j - 1] == "NNS" and w.tag[j] in {"NNP", "PRP", "DT"})
        and (
            w.tag[j] in _INSIDE_NP
            or w.tag[j] == "PRP"
            or (j > i and w.low[j] in {"of", "for", "and", "&", "at", "in"} and _goes_on(w, j, high))
        )
    ):
        j += 1
    if i < j < high - 1 and w.text[j] == "-" and w.start[j] == w.end[j - 1] and w.start[j + 1] == w.end[j]:
        rest = phrase_after(w, j + 1, high)
        j = rest[1] if rest is not None else j
    while j > i and w.tag[j - 1] not in _NOMINAL:
        j -= 1
    while j - 1 > i and w.ent[j - 1] in {"DATE", "TIME"}:
        j -= 1
    return (i, j) if j > i else None


def _goes_on(w: Words, j: int, high: int) -> bool:
    after = j + 1
    if after >= high or w.ent[after] in {"DATE", "TIME"}:
        return False
    if w.low[j] in {"of", "&"}:
        return w.tag[after] in _INSIDE_NP
    if w.low[j] == "and":
        return w.tag[after] in {"NNP", "NNPS", "PRP$"}
    return w.low[j] != "in" and (w.tag[after] in {"NNP", "NNPS"} or w.low[after] == "the")
