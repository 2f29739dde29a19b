"""Indirect and mixed speech: what every frame reports that has credited no stretch."""

from __future__ import annotations

from newsclaim.extraction.quotes import complements, extent, noun_cues, speakers
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.frames import Frame
from newsclaim.extraction.quotes.page import Page
from newsclaim.extraction.quotes.speakers import Range

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def report(page: Page) -> None:
    """Add the content of every frame in text order, then that of reporting nouns."""
    for f in page.frames.values():
        if f.used or f.unreal or _narrator(page, f):
            continue
        if f.takes is None:
            _according(page, f)
        else:
            _reported(page, f)
    _headlines(page)
    for f, content in noun_cues.noun_frames(page.w):
        if not _narrator(page, f):
            add(page, f, [content], "noun-that", "clause")


def _headlines(page: Page) -> None:
    """Mayor: Old bridge will not reopen."""
    w = page.w
    for start in page.titles:
        number = w.block[start]
        colon = next((i for i in range(start, min(start + 6, len(w))) if w.text[i] == ":" and w.block[i] == number), -1)
        if colon <= start or not all(w.tag[i].startswith(("NN", "JJ", "DT")) for i in range(start, colon)):
            continue
        stop = page.sentence_end(colon)
        if any(w.tag[i] in _FINITE for i in range(colon + 1, stop)) and speakers.can_say(w, colon - 1):
            f = Frame(colon, (colon, colon + 1), ":", None, "says", speakers=[(start, colon)], head=colon - 1)
            if add(page, f, [(colon + 1, stop)], "headline", "clause"):
                page.found[-1].cue = None


def _as(page: Page, f: Frame) -> int:
    """Return the "as" of an "as X put it", -1 when there is none."""
    w = page.w
    return next((k for k in w.kids[f.verb] if w.low[k] == "as" and k < f.verb), -1)


def _narrator(page: Page, f: Frame) -> bool:
    """I and we outside quotation marks are the writer or a pulled-out quotation."""
    return f.head >= 0 and page.w.low[f.head] in {"i", "we", "you"}


def _reported(page: Page, f: Frame) -> None:
    if _inverted_aside(page, f):
        return
    found = complements.complement(page.w, f)
    if found is not None:
        content, rule, take = found
        if not _fits_speaker(page, f, rule):
            return
        f.used = add(page, f, [extent.extended(page, f, content)], rule, take)
        return
    aside = _parenthetical(page, f)
    if aside is not None:
        f.used = add(page, f, *aside)
        return
    found = complements.read_complement(page.w, f)
    if found is not None:
        if not _fits_speaker(page, f, found[1]):
            return
        f.used = add(page, f, [extent.extended(page, f, found[0])], found[1], found[2])


#: Constructions that only people and bodies do: a treaty commits nobody to a quotation.
_ANIMATE = frozenset({"to-infinitive", "noun-phrase", "gerund", "described-as", "called"})


#: Verbs that also things do without saying anything ("the name suggests"): they need somebody who can say.
_ALSO_THINGS = frozenset(
    "suggest indicate imply show reveal claim confirm signal predict promise threaten allow find determine conclude grant hold".split()
)


def _fits_speaker(page: Page, f: Frame, rule: str) -> bool:
    if f.head < 0:
        return f.passive
    if rule in _ANIMATE:
        return f.passive or speakers.animate(page.w, f.head)
    return f.passive or f.lemma not in _ALSO_THINGS or speakers.can_say(page.w, f.head)


def _inverted_aside(page: Page, f: Frame) -> bool:
    """The bridge, said Marlow, is unsafe."""
    w, i = page.w, f.verb
    if w.text[i - 1] != "," or w.tag[i] not in _FINITE or i + 1 >= len(w) or f.passive or f.takes is None:
        return False
    who = speakers.phrase_after(w, i + 1, page.sentence_end(i))
    if who is None or who[1] >= len(w) or w.text[who[1]] not in {",", "."} or "clause" not in f.takes.takes:
        return False
    if w.tag[who[0]] == "PRP" or not speakers.animate(w, who[1] - 1) or "quote" not in f.takes.takes:
        return False
    start, stop = page.sentence_start(i), page.sentence_end(i)
    if not any(w.tag[x] in _FINITE for x in [*range(start, i), *range(who[1], stop)]):
        return False
    f.speakers, f.head = [who], who[1] - 1
    contents = [(start, i - 1)]
    if w.text[who[1]] == "," and stop - who[1] > 2:
        contents.append((who[1] + 1, stop))
    f.used = add(page, f, contents, "parenthetical", "clause")
    return True


def add(page: Page, f: Frame, contents: list[Range], rule: str, take: str) -> bool:
    """Add a finding with this content; False when nothing is left of it or nobody is credited."""
    w = page.w
    spans = []
    for content in contents:
        inner = extent.one_block(w, content, w.block[f.verb])
        chars = page.chars(extent.trimmed(w, extent.own_voice(page, inner)))
        if chars is not None:
            spans.append(chars)
    if not spans or not (f.speakers or f.passive):
        return False
    inside = [n for a, b in spans for n in page.stretches_in(a, b)]
    if inside and _already(page, spans, inside) or _own_belief(page, f):
        return False
    if rule in complements.NEED_QUOTED and not any(_words(page, n) for n in inside) and not _judged(page, f, rule):
        return False
    if any(x.spans == spans and (not f.speakers or x.speakers == f.speakers) for x in page.found[-8:]):
        return False
    stance = f.takes.stance(take) if f.takes else f.stance
    found = Found(spans, rule, f.speakers, f.via, f.cue, f.lemma, "withholds" if f.negated else stance, head=f.head)
    page.found.append(found)
    for n in inside:
        page.credit.setdefault(n, found)
    return True


def _already(page: Page, spans: list[tuple[int, int]], inside: list[int]) -> bool:
    """Whether the content is nothing more than stretches that have been credited."""
    if any(n not in page.credit for n in inside):
        return False
    outside = page.text[spans[0][0] : spans[-1][1]]
    for n in inside:
        outside = outside.replace(page.text[page.marks[n].start : page.marks[n].end], "")
    return sum(c.isalnum() for c in outside) < 4 or all(
        page.marks[n].start <= a and b <= page.marks[n].end for a, b in spans for n in inside
    )


def _own_belief(page: Page, f: Frame) -> bool:
    """She said she believed …: what the speaker says of their own belief is no second quote."""
    w = page.w
    if f.stance != "believes" or f.head < 0 or w.tag[f.head] != "PRP" or w.dep[f.verb] != "ccomp":
        return False
    outer = page.frames.get(w.head[f.verb])
    return outer is not None and outer.takes is not None and w.left[f.verb] <= f.head <= outer.verb + 3


def _judged(page: Page, f: Frame, rule: str) -> bool:
    """Whether a person calls a thing something, with no word quoted: "she called the plan a mistake"."""
    w = page.w
    if rule != "called" or f.head < 0 or w.tag[f.verb] not in _FINITE | {"VBG"}:
        return False
    person = w.ent[f.head] == "PERSON" or w.low[f.head] in {"he", "she"}
    return (
        person and w.child(f.verb, "dobj", "ccomp") > f.verb and w.low[f.verb - 1] not in {"also", "often", "sometimes"}
    )


def _words(page: Page, n: int) -> bool:
    """Whether a quoted part is somebody's words and not a name ("called “Old Faithful”")."""
    return not page.text[page.marks[n].start].isupper()


def _parenthetical(page: Page, f: Frame) -> tuple[list[Range], str, str] | None:
    """The bridge is unsafe, officials said · The bridge, they say, is unsafe · As they said, the bridge is unsafe."""
    if f.lemma in {"put it", "have it"} and _as(page, f) < 0:
        return None
    w, low = page.w, f.low
    if f.takes is None or "clause" not in f.takes.takes or not f.speakers or low <= 0:
        return None
    start, stop = page.sentence_start(low), page.sentence_end(f.verb)
    after = _aside_end(page, f, stop)
    if not (f.head >= 0 and speakers.animate(w, f.head)):
        return None
    if low - start <= 1 and w.low[start] == "as" and 0 <= after < stop:
        return [(after, stop)], "as-said", "clause"
    if w.low[low - 1] == "as":
        low -= 1
    if after < 0 or w.text[low - 1] != "," and not _quote_ends(page, low):
        return None
    left, right = (start, low - 1), (after, stop)
    if not any(w.tag[i] in _FINITE for i in range(*left) if w.quoted[i] < 0 or True) and not any(
        w.tag[i] in _FINITE for i in range(*right)
    ):
        return None
    if not _own_clause(page, f, left):
        return None
    goes_on = right[0] < right[1] and w.tag[right[0]] not in _WH
    return ([left, right] if goes_on else [left]), "parenthetical", "clause"


def _quote_ends(page: Page, low: int) -> bool:
    """Whether a quoted part with a comma ends right before `low`."""
    i = low - 1
    while i > 0 and page.w.quoted[i] < 0 and page.w.pos[i] == "PUNCT":
        i -= 1
    n = page.w.quoted[i]
    return n >= 0 and page.ends_open(page.marks[n]) and page.marks[n].close <= page.w.start[low]


def _own_clause(page: Page, f: Frame, left: Range) -> bool:
    """Whether what stands before the aside is a clause of its own or begins the one that goes on after it."""
    w = page.w
    if w.dep[f.verb] == "parataxis":
        return True
    if any(w.dep[k] in {"ccomp", "advcl"} and k < f.verb and w.left[k] <= left[0] + 1 for k in w.kids[f.verb]):
        return w.pos[left[0]] not in {"ADP", "SCONJ"} or any(w.dep[k] == "ccomp" and k < f.verb for k in w.kids[f.verb])
    if w.dep[f.verb] in {"ccomp", "advcl"} and w.head[f.verb] != f.verb:
        return w.head[f.verb] < f.low or w.head[f.verb] > f.verb
    return w.pos[left[0]] not in {"ADP", "SCONJ", "VERB", "ADV"} and any(w.tag[i] in _FINITE for i in range(*left))


def _aside_end(page: Page, f: Frame, stop: int) -> int:
    """Return where the sentence goes on after the aside: past a comma, or its end; -1 when a clause follows the verb."""
    w = page.w
    for i in range(f.verb + 1, min(stop, f.verb + 25)):
        if w.text[i] == ",":
            return i + 1
        if w.tag[i] in _FINITE and not (w.low[i - 1] in {"who", "which", "that"}):
            return -1
    return stop


def _according(page: Page, f: Frame) -> None:
    """According to X, the bridge is safe · The bridge, according to X, is safe · The bridge is safe, according to X."""
    w = page.w
    end = max([f.cue[1], *(b for _, b in f.speakers)])
    start, stop = page.sentence_start(f.verb), page.sentence_end(f.verb)
    if f.head >= 0 and end < w.right[f.head] + 1 < stop and w.text[w.right[f.head] + 1] == ",":
        end = w.right[f.head] + 1
    elif (
        end + 2 < stop and w.text[end] == "," and w.pos[end + 1] == "PROPN" and f.head >= 0 and w.pos[f.head] == "NOUN"
    ):
        name = end + 1
        while name < stop and w.pos[name] == "PROPN":
            name += 1
        end = name if name < stop and w.text[name] == "," else end
    while end < stop and w.text[end] in {")", "'s"}:
        end += 1
    left, right = (start, f.verb), (end, stop)
    if f.verb - start <= 1:
        add(page, f, [right], "according-to", "clause")
        return
    whole = w.head[f.verb]
    clause = w.left[whole]
    subject = w.child(whole, "nsubj", "nsubjpass")
    split = whole > f.verb and 0 <= subject < f.verb - 1
    if w.pos[whole] in {"VERB", "AUX"} and whole > f.verb and f.verb - clause <= 3 and not split:
        add(page, f, [right], "according-to", "clause")
        return
    if (
        start < clause < f.verb
        and w.pos[whole] in {"VERB", "AUX"}
        and w.dep[whole] == "conj"
        and w.low[clause - 1] in {"but", "while", ";"}
    ):
        left = (clause, f.verb)
    aside = w.text[f.verb - 1] == "," and end < stop and w.text[end] == ","
    if aside and (w.tag[f.verb - 2] in {"IN", "WDT", "WP"} or w.low[f.verb - 2] in {"that", "including", "and", "but"}):
        add(page, f, [right], "according-to", "clause")
        return
    add(
        page,
        f,
        [left, right]
        if aside
        and not any(w.tag[i] in _WH for i in range(end, min(end + 2, stop)))
        and (whole > f.verb or not _has_predicate(page, left))
        else [left],
        "according-to",
        "clause",
    )


_WH = frozenset({"WDT", "WP", "WRB", "WP$"})


def _has_predicate(page: Page, left: Range) -> bool:
    """Whether the words before the aside are more than a subject and its verb."""
    w = page.w
    return any(w.tag[i] in _FINITE and i < left[1] - 2 for i in range(*left))
