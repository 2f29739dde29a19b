"""What newsclaim finds, as frozen Pydantic models: the JSON of the contract, field by field. One concept a file.

All offsets are Unicode code points into `Article.text`, `end` exclusive; wherever an object has `start`, `end` and
`text`, `article.text[start:end] == text`. Unknown values are None, never left out.

A model is made when it is first asked for: a query needs few of them, and start-up counts.
"""

from typing import TYPE_CHECKING

from newsclaim.lazy import loader

if TYPE_CHECKING:
    from newsclaim.models.actor import Actor, ActorKind, ActorMention, Alias, Role
    from newsclaim.models.article import SILENT, Article, Block, BlockKind
    from newsclaim.models.base import Model, Span
    from newsclaim.models.claim import (
        About,
        ClaimClass,
        ClaimForm,
        ClaimRole,
        Counted,
        Event,
        NumericClaim,
        Phrase,
        Place,
        Qualifier,
        Source,
        Status,
        TimeKind,
        TimeRef,
    )
    from newsclaim.models.extraction import Extraction, ExtractionSchema, PipelineInfo
    from newsclaim.models.pairs import Overlap, Tie
    from newsclaim.models.quote import Cue, How, Mention, Quote, QuoteKind, Stance
    from newsclaim.models.story import Context, CopyDirection, Origin, OriginKind, Share, StoryEvent

#: What each file has that others ask for here.
_OFFERED = {
    "actor": "Actor ActorKind ActorMention Alias Role",
    "article": "SILENT Article Block BlockKind",
    "base": "Model Span",
    "claim": "About ClaimClass ClaimForm ClaimRole Counted Event NumericClaim Phrase "
    "Place Qualifier Source Status TimeKind TimeRef",
    "extraction": "Extraction ExtractionSchema PipelineInfo",
    "quote": "Cue How Mention Quote QuoteKind Stance",
    "pairs": "Overlap Tie",
    "story": "Context CopyDirection Origin OriginKind Share StoryEvent",
}  # fmt: skip
_HOMES = {name: home for home, names in _OFFERED.items() for name in names.split()}

__all__ = [
    "SILENT",
    "About",
    "Actor",
    "ActorKind",
    "ActorMention",
    "Alias",
    "Article",
    "Block",
    "BlockKind",
    "ClaimClass",
    "ClaimForm",
    "ClaimRole",
    "Context",
    "CopyDirection",
    "Counted",
    "Cue",
    "Event",
    "Extraction",
    "ExtractionSchema",
    "How",
    "Mention",
    "Model",
    "NumericClaim",
    "Origin",
    "OriginKind",
    "Overlap",
    "Phrase",
    "PipelineInfo",
    "Place",
    "Qualifier",
    "Quote",
    "QuoteKind",
    "Role",
    "Share",
    "Source",
    "Span",
    "Stance",
    "Status",
    "StoryEvent",
    "Tie",
    "TimeKind",
    "TimeRef",
]  # fmt: skip


__getattr__ = loader(__name__, _HOMES)
