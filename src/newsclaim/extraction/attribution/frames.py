"""Reporting frames: a cue in the article's own words, with who is credited by it and who relays it."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclaim.extraction.attribution import modality, speakers
from newsclaim.extraction.attribution.cues import VerbCue, phrasals, verbs
from newsclaim.extraction.page import phrases
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.phrases import Range
from newsclaim.extraction.page.subject import agent, doer, surface_subject
from newsclaim.extraction.page.tokens import PRESENT_OR_PAST, Tokens
from newsclaim.models import Stance


@dataclass(slots=True)
class Frame:
    """One cue: `verb` its main token, `cue` its tokens, and whom it credits."""

    verb: int
    cue: Range
    lemma: str
    takes: VerbCue | None
    stance: Stance
    speakers: list[Range] = field(default_factory=list)
    via: list[Range] = field(default_factory=list)
    head: int = -1
    negated: bool = False
    unreal: bool = False
    passive: bool = False
    used: bool = False
    leads: bool = False

    def stance_of(self, *takes: str) -> Stance:
        """Return the stance for the first of these complements; a denied saying withholds."""
        if self.negated:
            return "withholds"
        return self.takes.stance(*takes) if self.takes else self.stance

    @property
    def low(self) -> int:
        """First token of the frame."""
        return min([self.cue[0], *(a for a, _ in self.speakers), *(a for a, _ in self.via)])


def verb_frames(w: Tokens) -> list[Frame]:
    """Return a frame for every reporting verb outside quotation marks, in text order."""
    table = verbs()
    out = []
    for i, lemma in enumerate(w.lemma):
        if w.quoted[i] >= 0 or not w.tag[i].startswith("VB") or w.block[i] < 0:
            continue
        size, entry = _phrasal(w, i) or (1, table.get(lemma))
        if entry is not None:
            frame = verb_frame(w, i, entry)
            frame.cue = (i, i + size)
            out.append(frame)
    return out


def _phrasal(w: Tokens, i: int) -> tuple[int, VerbCue] | None:
    for rest, entry in phrasals().get(w.lemma[i], ()):
        if tuple(w.low[i + 1 : i + 1 + len(rest)]) == rest:
            return 1 + len(rest), entry
    return None


def verb_frame(w: Tokens, i: int, entry: VerbCue) -> Frame:
    """Return the frame of the reporting verb at `i`."""
    frame = Frame(i, (i, i + 1), entry.lemma, entry, entry.stance("quote", "clause"))
    frame.negated, frame.unreal = modality.negated(w, i), modality.unreal(w, i)
    frame.passive = w.child(i, "auxpass", "nsubjpass") >= 0 or (w.tag[i] == "VBN" and w.dep[i] in {"acl", "amod"})
    who = doer(w, i)
    if entry.lemma == "ask" and modality.put_to_them(w, i):
        frame.passive, who = True, -1
    elif _mistagged(w, i):
        frame.passive, who = False, w.head[i]
    relayed = _relay(w, i)
    if relayed is not None:
        who, via = relayed
        frame.via = phrases.mentions(w, via) if via >= 0 else []
    _credit(w, frame, who)
    return frame


def _credit(w: Tokens, frame: Frame, who: int) -> None:
    if who >= 0 and w.quoted[who] < 0:
        frame.head = who
        frame.speakers, documents = speakers.credited(w, who)
        frame.via = [*frame.via, *documents]
        _cited(w, frame)
        _told(w, frame)
    elif who < 0 and not frame.passive and w.tag[frame.verb] in PRESENT_OR_PAST and w.child(frame.verb, "expl") < 0:
        _read_subject(w, frame)


def _cited(w: Tokens, frame: Frame) -> None:
    """X, citing Y, said: credits Y and is relayed by X."""
    for k in [*w.kids[frame.verb], *w.kids[frame.head]]:
        apart = w.low[k] in {"citing", "quoting"} and w.text[k - 1] == ","
        source = w.child(k, "dobj") if apart else -1
        if source >= 0 and animate(w, source):
            frame.via = [*frame.speakers, *frame.via]
            frame.speakers = phrases.mentions(w, source)
            return


def _told(w: Tokens, frame: Frame) -> None:
    """Told Reuters: relayed by Reuters."""
    listener = w.child(frame.verb, "dobj", "dative") if frame.lemma == "tell" else -1
    if listener > frame.verb and w.quoted[listener] < 0 and speakers.is_outlet(w, listener):
        frame.via = [*frame.via, phrases.noun_phrase(w, listener)]


def _read_subject(w: Tokens, frame: Frame) -> None:
    """Where the parse has no subject, take the name or person that stands right before the verb."""
    i = frame.verb
    start = next((x + 1 for x in range(i - 1, max(-1, i - 26), -1) if w.sent[x] != w.sent[i]), max(0, i - 25))
    for low in [start, *(x + 1 for x in range(start, i - 1) if w.text[x] == ",")]:
        phrase = phrases.phrase_before(w, i, low)
        if phrase is None:
            continue
        a, last = phrase[0], phrase[1] - 1
        while a < last and w.ent[a] in {"DATE", "TIME"}:
            a += 1
        apart = a > phrase[0] or w.dep[last] not in {"pobj", "poss"}
        if apart and animate(w, last):
            frame.speakers, frame.head = [(a, last + 1)], last
            return


def _mistagged(w: Tokens, i: int) -> bool:
    """Whether a past tense was taken for a participle: "Prosecutors alleged that …" and no other main verb."""
    noun = w.head[i]
    if w.tag[i] != "VBN" or w.dep[i] != "acl" or noun > i or w.child(i, "agent", "aux", "auxpass") >= 0:
        return False
    named = w.pos[noun] == "PROPN" and noun == i - 1
    return named or w.dep[noun] == "ROOT" or (i + 1 < len(w) and w.low[i + 1] == "that")


def _relay(w: Tokens, i: int) -> tuple[int, int] | None:
    """Return (speaker, relaying) for "Y quoted X as saying" and "X was quoted (by Y) as saying"."""
    if w.dep[i] != "pcomp" or w.low[w.head[i]] != "as":
        return None
    verb = w.head[w.head[i]]
    if w.lemma[verb] not in {"quote", "cite", "report", "describe"}:
        return None
    if w.child(verb, "auxpass", "nsubjpass") >= 0 or w.tag[verb] == "VBN":
        by = agent(w, verb)
        if by < 0:
            by = next((w.child(k, "pobj") for k in [*w.kids[i], *w.kids[verb]] if w.low[k] == "by"), -1)
        return surface_subject(w, verb), by
    return w.child(verb, "dobj"), doer(w, verb)
