"""Attributions set beside what is reported: at its end, in its middle, according to X, as X put it, X: …."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.extraction.attribution import apposition, modality, relays
from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import tagged
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.tokens import FINITE, PRESENT_OR_PAST, Range, Tokens, back, finite_in, past
from newsclaim.extraction.quotes.clauses import share_behind
from newsclaim.extraction.quotes.search import Search
from newsclaim.lexicon import words

#: What may begin a phrase that tells about a speaker.
_TELLING = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "VBN", "RB"})
_RELATIVE = frozenset({"WDT", "WP", "WRB", "WP$"})


def inverted(search: Search, f: Frame) -> tuple[Frame, list[Range]]:
    """The bridge, said Marlow, is unsafe: return the frame that credits who follows the verb, and both parts."""
    w, i = search.w, f.verb
    if i < 2 or w.text[i - 1] != "," or not _inverts(w, f):
        return f, []
    start, stop = search.sentence_start(i), search.sentence_end(i)
    who = tagged.phrase_after(w, i + 1, stop)
    if who is None or w.tag[who[0]] == "PRP" or not animate(w, who[1] - 1):
        return f, []
    who = apposition.named(w, [who])[0]
    if who[1] < len(w) and w.text[who[1]] not in {",", "."}:
        return f, []
    if not finite_in(w, start, i) and not finite_in(w, who[1], stop) and w.low[start] not in listed("fragments"):
        return f, []
    after = _past_apposition(w, who[1], stop)
    goes_on = stop - after > 2 and w.text[after] == ","
    parts = [(start, i - 1), (after + 1, stop)] if goes_on else [(start, i - 1)]
    return search.recredit(f, (who,), who[1] - 1), parts


def _past_apposition(w: Tokens, end: int, stop: int) -> int:
    """Return where what is told about a speaker ends: an age, a place, a role, a relative clause between commas."""
    while end < stop and w.text[end] == "," and (size := _about_speaker(w, end + 1, stop)):
        end += 1 + size
    return end


def _about_speaker(w: Tokens, i: int, stop: int) -> int:
    """Return how many tokens up to the next comma tell about the speaker; 0 when they go on with the sentence."""
    end = next((x for x in range(i, stop) if w.text[x] == ","), stop)
    relative = w.tag[i] in _RELATIVE
    origin = w.low[i] in listed("origin_prepositions")
    return end - i if relative or ((origin or w.tag[i] in _TELLING) and not finite_in(w, i, end)) else 0


def _inverts(w: Tokens, f: Frame) -> bool:
    """Whether the verb may stand before its subject."""
    return f.takes is not None and f.lemma in listed("inverting") and w.tag[f.verb] in FINITE and not f.passive


def parenthetical(search: Search, f: Frame) -> list[Range]:
    """The bridge is unsafe, officials said · The bridge, they say, is unsafe · As they said, the bridge is unsafe."""
    w, low = search.w, f.low
    start, stop = search.sentence_start(low), search.sentence_end(f.verb)
    if low <= 0 or not _may_stand_aside(w, f) or _asked(w, start):
        return []
    after = _aside_end(w, f, stop)
    if low - start <= 1 and w.low[start] == "as" and 0 <= after < stop:
        return [(after, stop)]
    low -= w.low[low - 1] == "as"
    return _around_aside(search, f, (start, low - 1), (after, stop))


def _around_aside(search: Search, f: Frame, left: Range, right: Range) -> list[Range]:
    """Return which of the words before and after an aside are reported; `right` begins at -1 where it is none."""
    w, last = search.w, right[0] == right[1]
    if last and _only_when(w, left):
        return []
    comma = w.text[left[1]] == ","
    if comma and last and search.in_title(f.verb) and w.pos[left[0]] != "ADP":
        return [left]
    set_off = comma or _quote_ends(search, left[1] + 1)
    return _sides(w, left, right) if right[0] >= 0 and set_off and _own_clause(w, f, left, right) else []


def _asked(w: Tokens, start: int) -> bool:
    """Whether the sentence begins with what the speaker was asked: When asked if he would stay, …."""
    asked = start + (w.low[start] in listed("occasion_clauses"))
    return w.lemma[asked] == "ask" and modality.put_to_them(w, asked)


def _sides(w: Tokens, left: Range, right: Range) -> list[Range]:
    """Return the reported ones of the two sides of an aside that is set off from them."""
    if not finite_in(w, *left) and not finite_in(w, right[0], min(right[0] + 3, right[1])):
        return []
    if w.tag[left[1] - 1] in {"WP", "WDT"} and right[0] < right[1]:
        return [right]
    return [left, right] if _goes_on(w, left, right) else [left]


def _may_stand_aside(w: Tokens, f: Frame) -> bool:
    """Whether verb and speaker can stand beside what they report, instead of ruling the sentence that they are in."""
    if f.takes is None or "clause" not in f.takes.takes or not f.speakers:
        return False
    if _tells_of_no_speech(w, f) or _reported_itself(w, f) or not _speaks(w, f):
        return False
    if f.lemma in listed("expressing") and w.child(f.verb, "dobj") > f.verb:
        return False
    return "aside" not in f.takes.takes or any(w.low[k] == "as" and k < f.verb for k in w.kids[f.verb])


def _tells_of_no_speech(w: Tokens, f: Frame) -> bool:
    """Whether the verb tells of nothing that was said: saying, to say, would say, but "went on to say".

    Nor of an answer by deeds: …, as police responded with tear gas.
    """
    tag, low = w.tag[f.verb], w.low[f.verb - 1]
    if f.lemma in listed("by_deeds") and w.low[f.cue[1] : f.cue[1] + 1] == ["with"]:
        return True
    if tag == "VB" and low == "to" and w.lemma[w.head[f.verb]] not in listed("going_on"):
        return True
    gerund = tag == "VBG" and relays.quoted_as(w, f.verb) is None
    return gerund or any(w.tag[k] == "MD" for k in w.kids[f.verb])


def _speaks(w: Tokens, f: Frame) -> bool:
    """Whether the subject can report something, or the parse has a clause before the verb as its object."""
    if w.low[f.head + 1 : f.head + 3] == ["of", "which"]:
        return False  # ", many of which relate to rulings", unlike "of whom"
    if animate(w, f.head) or w.lemma[f.head] in words("nouns", "evidence"):
        return True
    return any(w.dep[k] == "ccomp" and k < f.verb for k in w.kids[f.verb])


def _reported_itself(w: Tokens, f: Frame) -> bool:
    """Whether the verb stands in a clause after "that": "he said that while he respects her, he disagrees"."""
    mark = w.child(f.verb, "mark")
    return w.dep[f.verb] == "ccomp" and 0 <= mark < f.low and w.low[mark] == "that"


def _goes_on(w: Tokens, left: Range, right: Range) -> bool:
    """Whether the sentence goes on after the aside, with its verb or with words that somebody is quoted with."""
    if right[0] >= right[1] or w.tag[right[0]] in _RELATIVE:
        return False
    quoted = any(w.quoted[i] >= 0 for i in range(*right))
    aux = w.pos[left[1] - 1] == "AUX" and w.tag[left[1] - 1] in FINITE
    open_end = aux or (w.tag[right[0]] == "TO" and w.low[left[0]] == "it")
    return quoted or open_end or finite_in(w, *right) or not finite_in(w, *left)


def _quote_ends(search: Search, low: int) -> bool:
    """Whether a quoted part that an attribution may follow ends right before `low`."""
    i = back(low, 1, lambda i: search.w.quoted[i] < 0 and search.w.pos[i] == "PUNCT") - 1
    n = search.w.quoted[i]
    return n >= 0 and search.ends_open(search.marks[n]) and search.marks[n].close <= search.w.start[low]


def _own_clause(w: Tokens, f: Frame, left: Range, right: Range) -> bool:
    """Whether what stands before the aside is a clause of its own or begins the one that goes on after it."""
    verb, first = f.verb, w.pos[left[0]]
    clause = w.dep[verb] in {"ccomp", "advcl"} and w.head[verb] != verb
    if clause or w.low[left[1] + 1] == "as" or w.dep[verb] == "parataxis":
        return True
    preposed = [k for k in w.kids[verb] if k < verb and w.dep[k] in {"ccomp", "advcl"} and w.left[k] <= left[0] + 1]
    if preposed:
        return first not in {"ADP", "SCONJ", "PART"} or any(w.dep[k] == "ccomp" for k in w.kids[verb] if k < verb)
    return first not in {"ADP", "SCONJ", "VERB", "ADV", "PART"} and (_splits(w, left, right) or finite_in(w, *left))


def _splits(w: Tokens, left: Range, right: Range) -> bool:
    """Whether the aside stands between a subject and its verb: The bridge | could …."""
    return right[0] < right[1] and w.tag[right[0]] in FINITE and w.tag[left[1] - 1] not in _RELATIVE


def _only_when(w: Tokens, left: Range) -> bool:
    """Whether all before the verb's subject tells when or why it was said: But when the storm came, | he told her …."""
    first = left[0] + (w.low[left[0]] in listed("coordinators"))
    told = w.dep[first] == "mark" or (w.dep[first] == "advmod" and w.tag[first] == "WRB")
    if w.low[first] not in listed("conditions") or not told:
        return False
    return sum(w.tag[i] in FINITE for i in range(*left)) == 1


def _aside_end(w: Tokens, f: Frame, stop: int) -> int:
    """Return where the sentence goes on after the aside, or its end; -1 when a clause follows the verb."""
    for i in range(f.cue[1], min(stop, f.verb + 25)):
        if w.text[i] == ",":
            return i + 1
        if i > f.cue[1] and w.low[i] in listed("told_when") and w.dep[i] == "mark":
            return stop
        if w.tag[i] in FINITE and w.low[i - 1] not in listed("subject_relatives"):
            return -1
    return stop


def according(search: Search, f: Frame) -> list[Range]:
    """According to X, the bridge is safe · The bridge, according to X, is safe · The bridge is safe, according to X."""
    w = search.w
    start, stop = search.sentence_start(f.verb), search.sentence_end(f.verb)
    if w.text[stop : stop + 1] == ["?"]:
        return []
    left, right = (start, f.verb), (_source_end(w, f, stop), stop)
    if f.verb - start <= 1:
        return [right]
    if right[0] + 1 < stop and w.text[right[0]] == "," and w.tag[right[0] + 1] in _RELATIVE:
        return [left]
    whole = w.head[f.verb]
    if w.pos[whole] in {"VERB", "AUX"}:
        subject = w.child(whole, "nsubj", "nsubjpass")
        if whole > f.verb and f.verb - w.left[whole] <= 3 and not 0 <= subject < f.verb - 1:
            return [right]
        left = (_clause_start(w, f, whole, start), f.verb)
    if w.text[f.verb - 1] != "," or right[0] >= stop or w.text[right[0]] != ",":
        return [left]
    return _around_source(search, f, left, right)


def _around_source(search: Search, f: Frame, left: Range, right: Range) -> list[Range]:
    """Return which sides of ", according to X," are X's: both where one clause runs over it."""
    w, stop = search.w, right[1]
    if w.tag[f.verb - 2] in {"IN", "WDT", "WP"} or w.low[f.verb - 2] in listed("go_with_source"):
        return [right]
    where = w.pos[min(right[0] + 1, stop - 1)] == "ADP" and not any(i in search.frames for i in range(*right))
    where = where or w.lemma[left[1] - 2] == "be" or (w.pos[left[1] - 2] == "ADV" and w.lemma[left[1] - 3] == "be")
    where = where or share_behind(w, right[0] + 1, stop) >= 0
    split = where or w.head[f.verb] > f.verb or not finite_in(w, left[0], left[1] - 2)
    return [left, (right[0] + 1, stop)] if split and w.tag[min(right[0] + 1, stop - 1)] not in _RELATIVE else [left]


def _clause_start(w: Tokens, f: Frame, whole: int, start: int) -> int:
    """A sentence of two opposed halves ("…, but …, according to X"): only the second is X's."""
    clause = w.left[whole]
    opposed = start < clause < f.verb and w.dep[whole] == "conj" and w.low[clause - 1] in listed("opposing")
    return clause if opposed else start


def _source_end(w: Tokens, f: Frame, stop: int) -> int:
    """Return the token after the source and an apposition to it ("the mayor, Dee Marlow,")."""
    end = _past_cited(w, f, max([f.cue[1], *(b for _, b in f.speakers)]), stop)
    subtree = w.right[f.head] + 1 if f.head >= 0 else end
    subtree -= w.text[subtree - 1] == ","
    if end < subtree < stop and w.text[subtree] == ",":
        return _before_subject(w, w.head[f.verb], end, subtree)
    if end < stop and w.text[end] == "(":
        end = next((i for i in range(end, stop) if w.text[i] == ")"), end)
    end = past(end, stop, lambda end: w.text[end] in listed("after_source"))
    return _past_where_or_when(w, end, stop) if end + 2 < stop else end


def _past_cited(w: Tokens, f: Frame, end: int, stop: int) -> int:
    """Return the token after what is told of those whom a source cites: citing sources | close to the talks,."""
    cites = any(w.low[a - 1] in listed("citing") for a, _ in f.speakers)
    comma = next((i for i in range(end, min(stop, end + 8)) if w.text[i] == ","), end) if cites else end
    return end if finite_in(w, end, comma) else comma


def _before_subject(w: Tokens, clause: int, end: int, stop: int) -> int:
    """Return where a source ends whose last apposition is what the clause tells of: Lee | , the dam, old, broke."""
    if not finite_in(w, stop, clause + 1) or w.child(clause, "nsubj", "nsubjpass", "csubj", "expl", "attr") >= 0:
        return stop
    apart = (x for x in range(end + 1, stop) if w.dep[x] == "appos" and not _explains_noun(w, x, end))
    told = (a for a in map(w.left.__getitem__, apart) if a > end)
    comma = max((a - 1 for a in told if w.text[a - 1] == "," and w.low[a] not in {"a", "an"}), default=stop)
    before = next((x for x in range(comma - 1, end - 1, -1) if w.text[x] == ","), comma)
    return before if w.pos[before + 1] == "ADP" else comma


def _explains_noun(w: Tokens, x: int, end: int) -> bool:
    """Whether an apposition only goes on with a noun behind the source: the man, | 34, the minister, | Ada Lund,."""
    noun = w.head[x]
    return noun > end and (w.tag[w.left[x]] == "CD" or (w.ent[x] == "PERSON" and w.low[w.left[noun]] == "the"))


def _past_where_or_when(w: Tokens, end: int, stop: int) -> int:
    """Return the token after when a source said it: the mayor | on Friday,."""
    if w.low[end] == "on" and w.ent[end + 1] in {"DATE", "TIME"}:
        return next((i for i in range(end + 1, min(stop, end + 5)) if w.text[i] == ","), end)
    return end


def _heads_line(w: Tokens, i: int) -> bool:
    """Whether a headline before a colon names a speaker and not a subject ("Railways: new line opens")."""
    return any(w.lemma[i] in words("nouns", key) for key in listed("line_heads")) or w.ent[i] == "PERSON"


def headlines(search: Search) -> Iterator[tuple[Frame, Range]]:
    """Mayor: Old bridge will not reopen."""
    w = search.w
    for start in search.titles:
        block = w.block[start]
        within = range(start, min(start + 6, len(w)))
        colon = next((i for i in within if w.text[i] == ":" and w.block[i] == block), -1)
        if colon <= start or not all(w.tag[i].startswith(("NN", "JJ", "DT")) for i in range(start, colon)):
            continue
        stop = search.sentence_end(colon)
        verbal = any(w.tag[i] in PRESENT_OR_PAST | {"MD", "TO"} for i in range(colon + 1, stop))
        if verbal and _heads_line(w, colon - 1):
            credited = ((start, colon),)
            yield Frame(colon, (colon, colon + 1), "", None, "says", credited, head=colon - 1), (colon + 1, stop)
