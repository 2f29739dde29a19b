"""A few quoted words inside the article's own sentence that no frame has taken: whose words are they?"""

from __future__ import annotations

import re

from newsclaim.extraction.quotes import credit, cues, doers, phrases
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.marks import Stretch
from newsclaim.extraction.quotes.page import Page
from newsclaim.extraction.quotes.phrases import Range

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our|me|us|I'm|I’m)\b")
_NAMES = re.compile(
    r"^(?:[A-Z0-9][\w'’.&-]*|of|the|and|a|for|in|to|on)(?: (?:[A-Z0-9][\w'’.&-]*|of|the|and|a|for|in|to|on))*[.,]?$"
)
_NAMING = frozenset(
    "call name know nickname dub title entitle term refer headline caption label brand mean sing wear write".split()
)


def credit_rest(page: Page) -> None:
    """Credit the stretches inside a sentence that are still open, where words around them tell whose they are."""
    for n, s in enumerate(page.marks):
        if n in page.credit or s.end - s.start < 3:
            continue
        found = _by_word(page, s) or _by_subject(page, s) or _viewpoint(page, s)
        if found is not None:
            page.found.append(found)
            page.credit[n] = found


def _by_word(page: Page, s: Stretch) -> Found | None:
    """A reporting word to the left, even where the tagger or the parser missed it: Marlow lauded Cole as a "voice …"."""
    w = page.w
    a, b = credit.left_window(w, s)
    for i in range(b - 1, a, -1):
        lemma = cues.forms().get(w.low[i]) or (w.lemma[i] if w.tag[i].startswith("VB") else None)
        entry = cues.verbs().get(lemma) if lemma else None
        if entry is None or _unsaid(page, s, entry.lemma):
            continue
        f = page.frames.get(i)
        if f is not None and f.passive and not f.speakers:
            return None
        if f is not None and f.unreal and f.lemma != "demand":
            return None
        who = f.speakers if f is not None and f.speakers else _read_speaker(page, i, a)
        if (
            not who
            or not _somebody(page, who[0])
            or any(w.tag[x] in _FINITE and w.low[x] != "is" for x in range(i + 1, b))
        ):
            return None
        first = i + 1
        while first < b and w.pos[first] == "PUNCT":
            first += 1
        start = w.start[first] if first < b else s.start
        whole = (start, _phrase_end(page, s)) if start < s.open else (s.start, s.end)
        stance = entry.stance("as", "small", "blame", "np", "quote")
        return Found([whole], "partial", who, f.via if f else [], (i, i + 1), entry.lemma, stance, head=who[0][1] - 1)
    return None


def _phrase_end(page: Page, s: Stretch) -> int:
    """Return where the phrase with the quoted words ends: "the “immediate withdrawal” of all troops"."""
    w = page.w
    a, b = w.at(s.start), w.before(s.end)
    after = w.at(s.close)
    if after >= len(w) or w.tag[after] != "IN" or w.low[after] != "of":
        return s.close
    end = max(w.right[i] for i in range(a, b)) if a < b else a
    stop = page.sentence_end(after)
    return w.end[min(end, stop - 1)] if end > after else s.close


def _somebody(page: Page, who: Range) -> bool:
    return page.w.low[who[0]] not in {"it", "i", "we", "you"} and doers.animate(page.w, who[1] - 1)


def _unsaid(page: Page, s: Stretch, lemma: str) -> bool:
    """Whether the verb before the stretch gives a name and no words ("called “Old Faithful”")."""
    return lemma in _NAMING and page.text[s.start].isupper() or _is_name(page, s)


def _is_name(page: Page, s: Stretch) -> bool:
    return _NAMES.match(page.text[s.start : s.end]) is not None and page.text[s.start].isupper()


def _read_speaker(page: Page, i: int, low: int) -> list[Range]:
    who = phrases.phrase_before(page.w, i, low)
    if who is None or not doers.animate(page.w, who[1] - 1):
        return []
    return [who]


def _by_subject(page: Page, s: Stretch) -> Found | None:
    """No reporting word, but a person as the subject of the sentence, and words that nobody else would have said."""
    w = page.w
    text = page.text[s.start : s.end]
    first = _FIRST_PERSON.search(text) is not None
    if text.count(" ") < 3 or _is_name(page, s) or s.single:
        return None
    a, b = credit.left_window(w, s)
    for i in range(a, b):
        if w.tag[i] in _FINITE and w.quoted[i] < 0:
            who = doers.surface_subject(w, i)
            if w.lemma[i] in _NAMING or who < 0 or w.quoted[who] >= 0:
                return None
            if w.ent[who] == "PERSON" or w.low[who] in {"he", "she"} or first and doers.animate(w, who):
                return Found([(s.start, s.end)], "partial-subject", phrases.mentions(w, who), head=who)
            return None
    return None


def _viewpoint(page: Page, s: Stretch) -> Found | None:
    """For Merkel, the deal is "a mistake"."""
    w = page.w
    a, b = credit.left_window(w, s)
    if b - a < 4 or w.low[a] not in {"for", "to"} or w.dep[a] != "prep":
        return None
    who = w.child(a, "pobj")
    if who < 0 or not (w.ent[who] == "PERSON" or w.low[who] in {"him", "her"}):
        return None
    end = w.right[who] + 1
    if end >= b or w.text[end] != "," or not any(w.lemma[i] == "be" for i in range(end, b)):
        return None
    return Found([(w.start[end + 1], s.close)], "viewpoint", phrases.mentions(w, who), head=who)
