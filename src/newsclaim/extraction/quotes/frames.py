"""Reporting frames: a cue in the article's own words, with who is credited by it and who relays it."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclaim.extraction.quotes import doers, phrases, speakers
from newsclaim.extraction.quotes.cues import VerbCue, phrasals, verbs
from newsclaim.extraction.quotes.phrases import Range
from newsclaim.extraction.quotes.words import Words
from newsclaim.models import Stance

_NEGATIONS = frozenset({"not", "n't", "never", "nor", "hardly"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})
_UNREAL = frozenset({"can", "could", "may", "might", "should", "must", "shall"})


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

    def stance_of(self, *takes: str) -> Stance:
        """Return the stance for the first of these complements; a denied saying withholds."""
        if self.negated:
            return "withholds"
        return self.takes.stance(*takes) if self.takes else self.stance

    @property
    def low(self) -> int:
        """First token of the frame."""
        return min([self.cue[0], *(a for a, _ in self.speakers)])


def verb_frames(w: Words) -> list[Frame]:
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


def _phrasal(w: Words, i: int) -> tuple[int, VerbCue] | None:
    for rest, entry in phrasals().get(w.lemma[i], ()):
        if tuple(w.low[i + 1 : i + 1 + len(rest)]) == rest:
            return 1 + len(rest), entry
    return None


def verb_frame(w: Words, i: int, entry: VerbCue) -> Frame:
    """Return the frame of the reporting verb at `i`."""
    frame = Frame(i, (i, i + 1), entry.lemma, entry, entry.stance("quote", "clause"))
    frame.negated = any(w.low[k] in _NEGATIONS and k < i for k in w.kids[i]) or _declined(w, i)
    frame.unreal = _unreal(w, i)
    frame.passive = w.child(i, "auxpass", "nsubjpass") >= 0 or (w.tag[i] == "VBN" and w.dep[i] in {"acl", "amod"})
    who = doers.doer(w, i)
    if _mistagged(w, i):
        frame.passive, who = False, w.head[i]
    relayed = _relay(w, i)
    if relayed is not None:
        who, via = relayed
        frame.via = phrases.mentions(w, via) if via >= 0 else []
    if who >= 0 and w.quoted[who] < 0:
        frame.head = who
        frame.speakers, owned = speakers.credited(w, who)
        frame.via += owned
        _cited(w, frame)
    elif who < 0 and not frame.passive and w.tag[i] in {"VBD", "VBZ", "VBP"} and w.child(i, "expl") < 0:
        _read_subject(w, frame)
    return frame


def _cited(w: Words, frame: Frame) -> None:
    """ "X, citing Y, said" credits Y and is relayed by X; "told Reuters" is relayed by Reuters."""
    for anchor in {frame.verb, frame.head}:
        for k in w.kids[anchor]:
            if w.low[k] in {"citing", "quoting"}:
                source = w.child(k, "dobj")
                if source >= 0 and doers.animate(w, source):
                    frame.via = [*frame.speakers, *frame.via]
                    frame.speakers = phrases.mentions(w, source)
                    return
    if frame.lemma == "tell":
        outlet = w.child(frame.verb, "dobj", "dative")
        if outlet > frame.verb and w.quoted[outlet] < 0 and speakers.is_outlet(w, outlet):
            frame.via = [*frame.via, phrases.noun_phrase(w, outlet)]


def _read_subject(w: Words, frame: Frame) -> None:
    """Where the parse has no subject, take the name or person that stands right before the verb."""
    i = frame.verb
    phrase = phrases.phrase_before(w, i, max(0, i - 25))
    if (
        phrase is None
        or w.sent[phrase[0]] != w.sent[i]
        or not doers.animate(w, phrase[1] - 1)
        or w.dep[phrase[1] - 1] in {"pobj"}
    ):
        return
    frame.speakers, frame.head = [phrase], phrase[1] - 1


def _mistagged(w: Words, i: int) -> bool:
    """A past tense that the tagger took for a participle: "Prosecutors alleged that …" with no other verb in the sentence."""
    noun = w.head[i]
    if w.tag[i] != "VBN" or w.dep[i] != "acl" or noun > i or w.kids[i] and w.child(i, "agent", "aux", "auxpass") >= 0:
        return False
    return w.dep[noun] == "ROOT" or i + 1 < len(w) and w.low[i + 1] == "that"


#: Verbs after which a saying in the infinitive has really taken place.
_FACTUAL = frozenset(
    """go come continue begin start proceed appear seem refuse decline fail hesitate write speak call respond add rise hasten rush return
    quick first say report believe allege know claim quote move post have manage choose""".split()
)


def _unreal(w: Words, i: int) -> bool:
    """Whether the saying is only supposed: under a condition, a bare possibility, an aim, an order to say."""
    to = any(w.tag[k] == "TO" and w.dep[k] == "aux" for k in w.kids[i])
    if (to or w.tag[i] == "VB" and w.dep[i] == "conj") and _aimed(w, i):
        return True
    for k in w.kids[i]:
        if w.dep[k] == "mark" and w.low[k] in _CONDITIONS:
            return True
        if w.dep[k] == "aux" and w.low[k] in _UNREAL and not (w.low[k] == "can" and w.lemma[i] == "reveal"):
            return True
    return False


def _aimed(w: Words, i: int) -> bool:
    """Whether an infinitive names an aim ("asked her to say") and not something that happened ("went on to say")."""
    while w.dep[i] == "conj" and w.tag[w.head[i]] == "VB":
        i = w.head[i]
    if not any(w.tag[k] == "TO" and w.dep[k] == "aux" for k in w.kids[i]):
        return False
    return not (w.dep[i] in {"xcomp", "ROOT", "advcl"} and w.lemma[w.head[i]] in _FACTUAL)


def _declined(w: Words, i: int) -> bool:
    """Declined to say, refused to confirm."""
    return w.dep[i] == "xcomp" and w.lemma[w.head[i]] in {"decline", "refuse", "fail"}


def _relay(w: Words, i: int) -> tuple[int, int] | None:
    """Return (speaker, relaying) for "quoted X as saying", "was quoted (by Y) as saying", "told by X"."""
    if w.tag[i] != "VBG" or w.dep[i] != "pcomp" or w.low[w.head[i]] != "as":
        return None
    verb = w.head[w.head[i]]
    if w.lemma[verb] not in {"quote", "cite", "report", "describe"}:
        return None
    if w.child(verb, "auxpass", "nsubjpass") >= 0 or w.tag[verb] == "VBN":
        by = doers.agent(w, verb)
        if by < 0:
            by = next((w.child(k, "pobj") for k in [*w.kids[i], *w.kids[verb]] if w.low[k] == "by"), -1)
        return doers.surface_subject(w, verb), by
    return w.child(verb, "dobj"), doers.doer(w, verb)


def source_frames(w: Words) -> list[Frame]:
    """Return a frame for every "according to X", "per X", "in the words of X"."""
    out = []
    for i, low in enumerate(w.low):
        if w.quoted[i] >= 0 or w.block[i] < 0:
            continue
        size = _source_cue(w, i, low)
        if not size:
            continue
        who = _source(w, i, size)
        frame = Frame(i, (i, i + size), " ".join(w.low[i : i + size]), None, "says")
        if who >= 0:
            frame.head = who
            frame.speakers, frame.via = speakers.credited(w, who)
        else:
            phrase = phrases.phrase_after(w, i + size, len(w)) or _capitals(w, i + size)
            frame.speakers = [phrase] if phrase else []
        if frame.speakers:
            out.append(frame)
    return out


def _capitals(w: Words, i: int) -> Range | None:
    j = i
    while j < len(w) and w.text[j][:1].isupper():
        j += 1
    return (i, j) if j > i else None


def _source_cue(w: Words, i: int, low: str) -> int:
    if low == "according" and i + 2 < len(w) and w.low[i + 1] == "to":
        return 2
    if low == "in" and w.low[i + 1 : i + 4] == ["the", "words", "of"]:
        return 4
    if low == "in" and i + 2 < len(w) and w.child(i, "pobj") >= 0 and w.low[w.child(i, "pobj")] == "words":
        return 1 if w.child(w.child(i, "pobj"), "poss") >= 0 else 0
    if low == "per" and i + 1 < len(w) and w.tag[i + 1] in {"NNP", "DT"} and w.low[i + 1] != "a":
        return 1 if w.ent[i + 1] in {"ORG", "PERSON"} else 0
    return 0


def _source(w: Words, i: int, size: int) -> int:
    last = i + size - 1
    who = w.child(last, "pobj")
    if who > last and w.low[i] == "in" and size == 1:
        return w.child(who, "poss")
    return who if who > last else -1
