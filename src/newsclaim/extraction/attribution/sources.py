"""Frames without a verb: according to X, per X, in the words of X, in X's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution import apposition, relays, speakers
from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import tagged
from newsclaim.extraction.page.people import animate, stands_for_person
from newsclaim.extraction.page.tokens import Range, Tokens, among, past
from newsclaim.lexicon import words

#: No source is longer than this.
_REACH = 40


def source_frames(w: Tokens) -> list[Frame]:
    """Return a frame for every source phrase outside quotation marks, in text order."""
    out = []
    for i in among(w.low, CUES):
        if w.quoted[i] >= 0 or w.block[i] < 0:
            continue
        size = CUES[w.low[i]](w, i)
        frame = _frame(w, i, size) if size else None
        if frame is not None:
            out.append(frame)
    return out


def _frame(w: Tokens, i: int, size: int) -> Frame | None:
    head = _source(w, i, size)
    if head >= 0 and (w.tag[head] in {"WDT", "WP"} or w.lemma[head] in listed("measures")):
        return None
    who, via = _named(w, i + size, head)
    cited = relays.cited_behind(w, who[-1][1]) if who else ()
    if cited:
        who, via = cited, (*who, *via)
    cue = (i, i + size)
    return Frame(i, cue, " ".join(w.low[i : i + size]), None, "says", who, via, head) if who else None


def _named(w: Tokens, start: int, head: int) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Return speakers and via: by the parse around `head`, or by the words from `start` where it is -1."""
    if head >= 0:
        who, via = speakers.credited(w, head)
        who = [phrase for n, phrase in enumerate(who) if n == 0 or animate(w, phrase[1] - 1)]
        return apposition.named(w, [speakers.without_case(w, phrase) for phrase in who]), tuple(via)
    stop = min(len(w), start + _REACH)
    phrase = tagged.phrase_after(w, start, stop) or _capitals(w, start, stop)
    return apposition.named(w, [phrase]) if phrase else (), ()


def _source(w: Tokens, i: int, size: int) -> int:
    """Return the token of whom the phrase names, -1 where the parse does not tell."""
    if w.low[i] == "in" and w.low[i + 1] != "the":
        return w.child(w.child(i, "pobj"), "poss")
    last = i + size - 1
    who = w.child(last, "pobj")
    return who if who > last else -1


def _capitals(w: Tokens, i: int, stop: int) -> Range | None:
    j = past(i, stop, lambda j: w.text[j][:1].isupper())
    return (i, j) if j > i else None


def _according_to(w: Tokens, i: int) -> int:
    return 2 if i + 2 < len(w) and w.low[i + 1] == "to" else 0


def _in_words(w: Tokens, i: int) -> int:
    """In the words of X · in X's words · in X's view."""
    if i + 4 < len(w) and w.low[i + 1] == "the" and w.low[i + 2] in listed("views") and w.low[i + 3] == "of":
        return 4
    view = w.child(i, "pobj")
    owner = w.child(view, "poss") if i < view < i + 6 and w.low[view] in listed("views") else -1
    owned = owner > i and w.low[owner] not in listed("narrator_owns")
    return view - i + 1 if owned else 0


def _per(w: Tokens, i: int) -> int:
    """Per Reuters, per the decree; "per cent" and "per person" name nobody, and Per is a given name too."""
    given = w.ent[i] == "PERSON" or (w.text[i] == "Per" and not _opens_sentence(w, i))
    who = w.child(i, "pobj")
    if given or w.tag[i] == "NNP" or (i > 0 and w.low[i - 1] == "as"):
        return 0
    if who <= i or not (i == 0 or w.text[i][:1].isupper() or w.text[i - 1] == ","):
        return int(who == i + 1 and w.ent[who] in {"ORG", "PERSON"})
    return int(_says(w, who))


def _says(w: Tokens, who: int) -> bool:
    """Whether it is somebody or a text that can be a source, and no custom or plan."""
    somebody = w.pos[who] == "PROPN" or stands_for_person(w.lemma[who])
    return somebody or any(w.lemma[who] in words("nouns", key) for key in listed("sources"))


def _as_per(w: Tokens, i: int) -> int:
    """As per the ministry; not "as per tradition"."""
    who = w.child(i + 1, "pobj") if i + 2 < len(w) and w.low[i + 1] == "per" else -1
    return 2 if who > i and _says(w, who) else 0


def _opens_sentence(w: Tokens, i: int) -> bool:
    if i == 0 or w.block[i - 1] != w.block[i]:
        return True
    return w.text[i - 1] != "," and (w.pos[i - 1] in {"PUNCT", "SPACE"} or w.sent[i - 1] != w.sent[i])


def _by_accounts(w: Tokens, i: int) -> int:
    """By most accounts, by all accounts, by reports."""
    noun = i + 2 if i + 2 < len(w) and w.low[i + 1] in listed("quantifiers") else i + 1
    opens = i == 0 or w.text[i].istitle() or w.text[i - 1] == ","
    return int(opens and noun + 1 < len(w) and w.low[noun] in listed("accounts"))


#: Source phrases by their first word: how many tokens the phrase has at `i`, 0 when it is none.
CUES: Mapping[str, Callable[[Tokens, int], int]] = {
    "according": _according_to,
    "in": _in_words,
    "per": _per,
    "as": _as_per,
    "by": _by_accounts,
}
