"""Captions and credits of pictures that were glued into a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsclaim import lexicon
from newsclaim.corpus.blocks.piece import Piece
from newsclaim.sentences import sentence_starts

_NAME = r"(?!(?:The|A|An|In|On|At|He|She|It|They|But|And|As|For|After|When|Mr|Mrs|Ms|Dr)\b)[A-Z][\w.’'-]+"
_SENTENCE_END = re.compile(r"[.!?…][”\"’)]*(?=\s|\Z)")
_LABEL = r"(?:Image|Media|Video|Photo|Picture)s? (?P<what>caption|source|copyright|credit)s?(?:\b|(?=[A-Z]))[,:]? *"
#: A caption before its credit has at most so many sentences and words; before it stands the article.
_SENTENCES, _WORDS = 2, 60
#: No sign of a caption is without one of these.
_HINTS = ("/", " via ", "Photo", "PHOTO", "Image", "Picture", "Video", "Media", "Graphic", "Illustration", "Credit",
          "Shutterstock")  # fmt: skip
_PREPOSITIONS = frozenset(["to", "by", "of", "at", "from", "with", "and", "for", "in", "the", "told", "said"])


def captions(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the captions in the paragraph `text[start:end]`, credits included, in order."""
    at = low = start
    line = text[start:end]
    if not any(hint in line for hint in _HINTS):
        return
    while (found := _signs().search(text, at, end)) is not None:
        at = found.end()
        if found["what"]:
            stop = _label_end(text, found, end)
            yield Piece(found.start(), stop, "caption")
            at = low = stop
        elif not _is_object(text, found, low):
            yield Piece(_caption_start(text, low, found.start()), found.end(), "caption")
            low = found.end()


def _label_end(text: str, label: re.Match[str], end: int) -> int:
    """Return the end of what stands behind "Image caption" or "Image source"."""
    if label["what"] != "caption":
        credit = _credit().match(text, label.end(), end)
        return credit.end() if credit else label.end()
    following = _signs().search(text, label.end(), end)
    stop = _SENTENCE_END.search(text, label.end(), end)
    return min(found for found in (following and following.start(), stop and stop.end(), end) if found)


def _is_object(text: str, found: re.Match[str], start: int) -> bool:
    """Return whether the name of an agency stands in a sentence: "sold to Getty Images"."""
    before = text[start : found.start()].split()
    return bool(before) and before[-1].lower() in _PREPOSITIONS


def _caption_start(text: str, start: int, at: int) -> int:
    """Return where the caption of a credit begins: with the paragraph, if that is near, else with its sentence."""
    begins = [begin for begin in sentence_starts(text, start, at) if text[begin:at].strip()]
    if len(begins) <= _SENTENCES and len(text[start:at].split()) <= _WORDS:
        return start
    last = begins[-1]
    return last if len(text[last:at].split()) <= _WORDS else at


@cache
def _signs() -> re.Pattern[str]:
    agency = rf"(?:{_agencies()})\b"
    picture = r"(?:File |AP |Handout |Pool )?(?:Photo|Image|Picture|Photograph|Graphic|Illustration|Credit)s?\b"
    inside = r"[^()\[\]]"
    credited = rf"[A-Z]{inside}{{0,80}}(?:/| via ){agency}{inside}{{0,60}}"
    who = rf"(?:{agency}|{_NAME}(?: {_NAME}){{1,2}})"
    forms = [
        _LABEL,
        # (Photo by Ana Example), [Ben Sample/AFP], (AP/Ana Example)
        rf"[(\[](?:{picture}{inside}{{0,120}}|{credited}|{agency}/{inside}{{2,60}})[)\]]",
        # Ben Sample/AFP/Getty Images
        rf"(?:{_NAME} ){{1,3}}?{_NAME} ?/ ?{agency}(?:(?: ?/ ?| via ){agency})*",
        # REUTERS/Ben Sample/File Photo
        rf"(?:REUTERS|AFP|EPA|AP Photo)/{_NAME}(?: {_NAME}){{1,2}}(?:/File Photo)?",
        # Photo: Ana Example/AP
        rf"(?:Photo|Photograph|Picture|Image|Credit)s?(?: credit| by)?: ?{who}(?:(?: ?/ ?| via |, ){agency})*",
        # Ana Example/The Harbour Herald, at the end of a paragraph
        rf"(?:{_NAME} ){{1,2}}{_NAME} ?/ ?The (?:{_NAME} ?){{1,3}}(?=\s*\Z)",
        r"(?:Getty Images|AP Photo|Shutterstock|Alamy Stock Photo|PA Media|FILE PHOTO)(?= [A-Z]|\Z)",
    ]
    return re.compile(rf"(?<![\w/])(?:{'|'.join(forms)})[.]?")


@cache
def _credit() -> re.Pattern[str]:
    agencies = _agencies()
    return re.compile(rf"(?:(?:{agencies})\b|{_NAME}(?: {_NAME}){{0,2}})(?: ?/ ?(?:(?:{agencies})\b|{_NAME}))*[.]?")


@cache
def _agencies() -> str:
    return "|".join(map(re.escape, sorted(lexicon.words("furniture", "agencies"), key=len, reverse=True)))
