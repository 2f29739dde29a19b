"""A few quoted words inside the article's own sentence that no frame has taken: whose words are they?"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution import cues, speakers
from newsclaim.extraction.attribution.cues import VerbCue, listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import phrases, tagged
from newsclaim.extraction.page.people import animate, is_person
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.subject import surface_subject
from newsclaim.extraction.page.tokens import FINITE, PRESENT_OR_PAST, Range, Tokens, finite_in
from newsclaim.extraction.quotes import credit
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.search import Search
from newsclaim.extraction.quotes.works import is_name, is_title
from newsclaim.lexicon import words

_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our|me|us|I'm|I’m)\b")


def credit_rest(search: Search) -> None:
    """Credit the stretches inside a sentence that are still open, where words around them tell whose they are."""
    for n, s in enumerate(search.marks):
        if n in search.credit or s.end - s.start < 3 or is_title(search, s):
            continue
        credited = (rule(search, s) for rule in WHOSE.values())
        found = next((found for found in credited if found is not None), None)
        if found is not None:
            search.add(found)
            search.credit[n] = found


def _by_word(search: Search, s: Stretch) -> Found | None:
    """A reporting word to the left, even where tagger or parser missed it: Marlow lauded Cole as a "voice …"."""
    a, b = credit.left_window(search.w, s)
    for i in range(b - 1, a, -1):
        entry = _reporting(search.w, i)
        if entry is not None and entry.takes.keys() <= {"as"} and "as" not in search.w.low[i:b]:
            return None
        if entry is not None and "court" in entry.takes:
            continue
        if entry is not None and not _unsaid(search, s, entry.lemma):
            return _said_by_word(search, s, entry, (a, i, b))
    return None


def _by_noun(search: Search, s: Stretch) -> Found | None:
    """Somebody's reporting noun to the left: She pointed to Horn's promise of “a total shutdown”."""
    w = search.w
    a, b = credit.left_window(w, s)
    noun = next((i for i in range(b - 1, a, -1) if w.lemma[i] in cues.noun_stances() and w.pos[i] == "NOUN"), -1)
    who = w.child(noun, "poss") if noun >= 0 else -1
    if who < 0 or w.low[b - 1] not in listed("before_told") or is_name(search.text, s):
        return None
    if w.lemma[noun] in listed("feelings") or finite_in(w, noun + 1, b):
        return None
    holders = speakers.without_case(w, phrases.noun_phrase(w, who))
    stance = cues.noun_stances()[w.lemma[noun]]
    found = Found([(s.start, s.end)], "partial", (holders,), (), (noun, noun + 1), w.lemma[noun], stance, head=who)
    return found if animate(w, who) else None


def _reporting(w: Tokens, i: int) -> VerbCue | None:
    lemma = cues.forms().get(w.low[i]) or (w.lemma[i] if w.tag[i].startswith("VB") else None)
    return cues.verbs().get(lemma) if lemma else None


def _said_by_word(search: Search, s: Stretch, entry: VerbCue, at: tuple[int, int, int]) -> Found | None:
    """Credit who does the verb; `at` are the window's start, the verb and the window's end."""
    w, (a, i, b) = search.w, at
    f = search.frames.get(i)
    if f is not None and _says_nothing(w, f):
        return None
    who = f.speakers if f is not None and f.speakers else _read_speaker(search, i, a)
    inquiry = "doing" in entry.takes and f is not None and w.lemma[f.head] in words("nouns", "evidence")
    first = _content_begins(w, entry.lemma, i, b)
    if not who or first < 0 or not (inquiry or _somebody(w, who[0])) or _clause_between(w, i, b):
        return None
    content = (w.start[first], _phrase_end(search, _with_second(search, s))) if first < b else (s.start, s.end)
    stance = entry.stance("as", "small", "blame", "np", "quote")
    via = f.through if f is not None else ()
    return Found([content], "partial", who, via, (i, i + 1), entry.lemma, stance, head=who[0][1] - 1)


def _content_begins(w: Tokens, lemma: str, i: int, b: int) -> int:
    """Return where content begins, behind where, when or by whom it was said: vowed on his tour | to “end” it.

    `b` where only the quoted words are content, -1 where they are no content: said during the “talks” that ….
    """
    first = next((x for x in range(i + 1, b) if w.pos[x] != "PUNCT"), b)
    if first == b or w.low[first] not in listed("settings"):
        return first
    begins = next((x for x in range(first + 1, b) if w.tag[x] == "TO" or w.low[x] in {"that", "as"}), -1)
    if begins < 0:
        return -1 if lemma in listed("plainest_verbs") else first
    return begins + (w.low[begins] == "that")


def _says_nothing(w: Tokens, f: Frame) -> bool:
    """Whether nobody is credited by the frame, or nobody has said it; a demand is one before it is met."""
    nobody = f.passive and not f.speakers and w.dep[f.verb] != "amod"
    return nobody or (f.unreal and f.lemma != "demand")


def _clause_between(w: Tokens, i: int, b: int) -> bool:
    """Whether a clause of its own stands between the verb and the quoted words."""
    finite = FINITE if w.dep[i] == "relcl" else PRESENT_OR_PAST
    return any(w.tag[x] in finite for x in range(i + 1, b) if w.low[x] != "is")


def _with_second(search: Search, s: Stretch) -> Stretch:
    """Return the quoted part behind "and" that belongs to the same phrase: as “a joke” and “a shame”."""
    n = search.marks.index(s) + 1
    if n >= len(search.marks) or n in search.credit or search.text[s.close : search.marks[n].open].strip() != "and":
        return s
    return search.marks[n]


def _phrase_end(search: Search, s: Stretch) -> int:
    """Return where the phrase with the quoted words ends: "the “immediate” retreat", "the “retreat” of all troops"."""
    w, after = search.w, search.w.at(s.close)
    if after >= len(w):
        return s.close
    last = w.before(s.end) - 1
    head = w.head[last] if w.dep[last] in {"amod", "compound", "nmod"} else -1
    if after <= head < after + 4 and w.tag[head].startswith("NN"):
        return w.end[head]
    thing = w.child(last, "dobj") if w.tag[last] == "VB" else -1
    if thing > after:  # to “cancel” the treaty within a year
        stop = min(w.right[last] + 1, search.sentence_end(after))
        return w.end[next((x for x in range(thing, stop) if w.text[x] == ","), stop) - 1]
    if w.low[after] != "of":
        return s.close
    end = max((w.right[i] for i in range(w.at(s.start), w.before(s.end))), default=after)
    return w.end[min(end, search.sentence_end(after) - 1)] if end > after else s.close


def _somebody(w: Tokens, who: Range) -> bool:
    return w.low[who[0]] not in listed("no_speakers") and animate(w, who[1] - 1)


def _unsaid(search: Search, s: Stretch, lemma: str) -> bool:
    """Whether the verb before the stretch gives a name and no words ("called “Old Faithful”")."""
    return (lemma in listed("naming") and search.text[s.start].isupper()) or is_name(search.text, s)


def _read_speaker(search: Search, i: int, low: int) -> tuple[Range, ...]:
    who = tagged.phrase_before(search.w, i, low)
    if who is None and i > low and search.w.text[i - 1][:1].isupper():
        return ((i - 1, i),)
    return () if who is None or not animate(search.w, who[1] - 1) else (who,)


def _by_subject(search: Search, s: Stretch) -> Found | None:
    """No reporting word, but a person as the subject of the sentence, and words that nobody else would have said."""
    w, text = search.w, search.text[s.start : s.end]
    if text.count(" ") < 3 or s.single or is_name(search.text, s):
        return None
    who = _subject_before(search, s)
    if who < 0 or w.quoted[who] >= 0 or w.low[who] in listed("no_speakers"):
        return None
    person = w.ent[who] == "PERSON" or w.low[who] in listed("he_she")
    if not person and not (_FIRST_PERSON.search(text) and animate(w, who)):
        return None
    return Found([(s.start, s.end)], "partial-subject", tuple(phrases.mentions(w, who)), head=who)


def _subject_before(search: Search, s: Stretch) -> int:
    """Return the subject of the sentence before the stretch; -1 where its verb gives a name or meets with words."""
    w = search.w
    a, b = credit.left_window(w, s)
    verb = next((i for i in range(a, b) if w.tag[i] in PRESENT_OR_PAST and w.quoted[i] < 0), -1)
    tells = verb >= 0 and w.lemma[verb] not in listed("naming", "perceiving")
    return surface_subject(w, verb) if tells else -1


def _viewpoint(search: Search, s: Stretch) -> Found | None:
    """For Merkel, the deal is "a mistake"."""
    w = search.w
    a, b = credit.left_window(w, s)
    if b - a < 4 or w.low[a] not in listed("viewpoint_prepositions") or w.dep[a] != "prep":
        return None
    who = w.child(a, "pobj")
    if who < 0 or not (is_person(w, who) or w.low[who] in listed("him_her")):
        return None
    end = w.right[who] + 1
    if end >= b or w.text[end] != "," or not any(w.lemma[i] == "be" for i in range(end, b)):
        return None
    return Found([(w.start[end + 1], s.close)], "viewpoint", tuple(phrases.mentions(w, who)), head=who)


#: Whose words they are, by name; tried in this order.
WHOSE: Mapping[str, Callable[[Search, Stretch], Found | None]] = {
    "noun": _by_noun,
    "word": _by_word,
    "subject": _by_subject,
    "viewpoint": _viewpoint,
}
