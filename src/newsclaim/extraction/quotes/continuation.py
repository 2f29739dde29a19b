"""Quoted sentences without an attribution of their own: they stay with who spoke last."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution import apposition
from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page import phrases
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.tokens import Tokens, back
from newsclaim.extraction.quotes import credit
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.search import Search
from newsclaim.lexicon import words
from newsclaim.names.organisations import has_mark
from newsclaim.names.person import is_given

_TERMINAL = ".!?…"
#: So many earlier speakers are remembered.
_MEMORY = 12
_SELF = re.compile(r"\b(?:I|we|my|our|me|us|I[’']\w+|we[’']\w+)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_NO_PERSONS = frozenset({"GPE", "LOC", "FAC", "EVENT", "DATE"})
#: A shorter stretch is a word and no sentence.
_SHORTEST = 6


def go_on(search: Search) -> None:
    """Credit every quoted sentence that nobody is credited with to the speaker before it."""
    able = (f for f in search.found if f.speakers and _able(search, f))
    spoken = sorted(able, key=lambda f: f.spans[0][0])
    earlier, last = 0, None
    for n, s in enumerate(search.marks):
        while earlier < len(spoken) and spoken[earlier].spans[0][0] < s.start:
            last = _later(search, last, spoken[earlier])
            earlier += 1
        if n in search.credit or _joined_on(search, n, s) or not _utterance(search, s):
            continue
        heard = (rule(search, s, spoken[:earlier], last) for rule in SPEAKERS.values())
        who = next((found for found in heard if found is not None), None)
        if who is None:
            continue
        last = Found([(s.start, s.end)], "continuation", who.speakers, continued=True, head=who.head)
        search.add(last)
        search.credit[n] = last


def _joined_on(search: Search, n: int, s: Stretch) -> bool:
    """Add a quotation to the one before in its block that it runs on from, and tell whether it does."""
    if n - 1 not in search.credit or s.block != search.marks[n - 1].block or not search.runs_on(search.marks[n - 1], s):
        return False
    search.credit[n] = search.credit[n - 1]
    search.credit[n].spans.append((s.start, s.end))
    return True


def _able(search: Search, f: Found) -> bool:
    """Whether somebody speaks who can go on: findings and figures do not."""
    w = search.w
    if f.rule == "according-to" and any(search.credit.get(n, f) is not f for n in _inside(search, f)):
        return False
    thing = f.head >= 0 and w.lemma[f.head] in words("nouns", "documents", "evidence")
    return not thing or animate(w, f.speakers[0][1] - 1)


def _inside(search: Search, f: Found) -> list[int]:
    """Return the stretches inside what somebody is the source of."""
    return search.stretches_in(f.spans[0][0], f.spans[-1][1])


def _later(search: Search, one: Found | None, other: Found) -> Found:
    return other if one is None or _end(search, other) > _end(search, one) else one


def _end(search: Search, f: Found) -> int:
    """Return where a finding ends, its cue included."""
    return max(f.spans[-1][1], search.w.end[f.cue[1] - 1] if f.cue else 0)


def _near(search: Search, s: Stretch, _spoken: list[Found], last: Found | None) -> Found | None:
    """Return the last finding when it stands in this paragraph or in the one before."""
    if last is None:
        return None
    block = search.w.block[min(search.w.at(last.spans[-1][0]), len(search.w) - 1)]
    return last if block in (s.block, s.block - 1) else None


def _utterance(search: Search, s: Stretch) -> bool:
    """Whether the stretch is a sentence of its own, not words inside the article's sentence and no title."""
    a, b = credit.left_window(search.w, s)
    if a < b or s.end - s.start < _SHORTEST:
        return False
    a, b = credit.right_window(search.w, s)
    if _remark(search, a, b):
        return True
    after = search.text[s.close : s.close + 1]
    last = search.text[s.start : s.end].rstrip("'’\" ")[-1:]
    ends = (last and last in _TERMINAL) or (after and after in _TERMINAL) or not s.closed
    return bool(ends) and (a >= b or (not s.closed and _opened_again(search, s)))


def _opened_again(search: Search, s: Stretch) -> bool:
    """Whether a sentence that opens with a mark follows a stretch that has no closing one."""
    following = search.text[s.close : s.close + 2]
    return following[1:].isupper() and not following[0].isalnum()


def _remark(search: Search, a: int, b: int) -> bool:
    """Whether only a bracketed remark follows: "…" ((it))."""
    return 0 < b - a <= 6 and search.w.text[a].startswith("(") and search.w.text[b - 1].endswith(")")


def _narrated(search: Search, s: Stretch, _spoken: list[Found], _last: Found | None) -> Found | None:
    """The sentence before, in the article's own words, tells who speaks next: the one person it is about."""
    end = _sentence_before(search, s)
    if end < 0:
        end = _paragraph_before(search, s)
    if end < 0:
        return None
    sentence = range(search.sentence_start(end), end + 1)
    if _attributes(search, sentence):
        return None
    who = _about(search, sentence, s)
    if who < 0:
        return None
    speakers = apposition.named(search.w, phrases.mentions(search.w, who))
    return Found([(s.start, s.end)], "continuation", speakers, head=who)


def _paragraph_before(search: Search, s: Stretch) -> int:
    """Return the last word of the paragraph before, when the stretch opens its own and that one is running text."""
    w, i = search.w, search.w.before(s.open) - 1
    if i < 0 or w.block[i] == s.block or search.blocks[s.block - 1].kind != "body":
        return -1
    i = back(i + 1, 1, lambda i: w.pos[i] in {"PUNCT", "SPACE"} and w.quoted[i] < 0) - 1
    return i if w.block[i] == s.block - 1 and w.quoted[i] < 0 else -1


def _about(search: Search, sentence: range, s: Stretch) -> int:
    """Return the person whom a sentence tells about: who issues a statement, its subject, whom something moves."""
    w = search.w
    who = next((i for i in sentence if w.dep[i] in {"nsubj", "nsubjpass"}), -1)
    if who >= 0 and animate(w, who) and w.tag[who] != "WP" and any(w.lemma[i] in listed("heralds") for i in sentence):
        return who
    if who >= 0 and w.low[who] in listed("he_she"):
        return who
    if (who >= 0 and _silent(w, who)) or _about_another(search.text[s.start : s.end]):
        return -1
    return who if who >= 0 and _person(w, who) else _moved(w, sentence, who)


def _person(w: Tokens, i: int) -> bool:
    """Whether the noun names a person or is the one who holds an office: the coach, her lawyer."""
    name = w.child(i, "appos")
    if w.pos[i] == "PROPN" and (w.ent[i] == "PERSON" or _called_like_one(w, i)):
        return True
    if name > i and w.ent[name] == "PERSON":
        return True
    known = w.lemma[i] in words("nouns", "speakers") - words("nouns", "bodies")
    return w.tag[i] == "NN" and known and (w.low[w.left[i]] == "the" or w.tag[w.left[i]] == "PRP$")


def _called_like_one(w: Tokens, i: int) -> bool:
    """Whether a name that the recogniser knows as no place has a given name: Nurse Grace Okello."""
    first = w.left[i]
    inside = first < i and w.ent[i] not in _NO_PERSONS and all(w.pos[k] == "PROPN" for k in range(first, i))
    return inside and is_given(w.text[i - 1]) and not has_mark(w.text[i])


def _moved(w: Tokens, sentence: range, subject: int) -> int:
    """Return the person for whom something is the case (For N. N., it was the end), or whom it pleases or hurts."""
    first = sentence[0]
    who = w.child(first, "pobj") if w.low[first] in listed("viewpoint_prepositions") else -1
    if who < 0 and subject >= 0 and w.lemma[w.head[subject]] in listed("moving"):
        who = w.child(w.head[subject], "dobj")
    return who if who >= 0 and _person(w, who) else -1


def _silent(w: Tokens, who: int) -> bool:
    """Whether the sentence tells of somebody's death, after which another one speaks."""
    return w.lemma[w.head[who]] in listed("silencing")


def _about_another(text: str) -> bool:
    """Whether the words speak of him or her and not of the speaker, and so are somebody else's."""
    return _OTHER.search(text) is not None and _SELF.search(text) is None


def _attributes(search: Search, sentence: range) -> bool:
    """Whether the sentence quotes or reports, so that it is no mere narration."""
    return any(search.w.quoted[i] >= 0 or i in search.used for i in sentence)


def _named(search: Search, s: Stretch, spoken: list[Found], _last: Found | None) -> Found | None:
    """The sentence before names somebody who has spoken earlier: that one speaks again."""
    w, end = search.w, _sentence_before(search, s)
    if end < 0 or not spoken:
        return None
    names = {w.text[f.speakers[0][1] - 1] for f in spoken[-_MEMORY:] if w.pos[f.speakers[0][1] - 1] == "PROPN"}
    sentence = range(end, search.sentence_start(end) - 1, -1)
    if _attributes(search, sentence):
        return None
    i = next((i for i in sentence if w.text[i] in names), -1)
    return Found([(s.start, s.end)], "continuation", ((i, i + 1),), head=i) if i >= 0 else None


def _sentence_before(search: Search, s: Stretch) -> int:
    """Return the last word before the stretch in its paragraph, -1 when there is none or it is quoted."""
    w, i = search.w, search.w.before(s.open) - 1
    while i > 0 and w.pos[i] in {"PUNCT", "SPACE"} and w.quoted[i] < 0 and w.block[i] in {s.block, -1}:
        i -= 1
    return i if i > 0 and w.block[i] == s.block and w.quoted[i] < 0 else -1


#: Who speaks on, by name: tried in this order, with those who have spoken before and the last of them.
SPEAKERS: Mapping[str, Callable[[Search, Stretch, list[Found], Found | None], Found | None]] = {
    "narrated": _narrated,
    "named": _named,
    "near": _near,
}
