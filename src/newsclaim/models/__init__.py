"""What newsclaim finds, as frozen Pydantic models: the JSON of the contract, field by field. One concept a file.

All offsets are Unicode code points into `Article.text`, `end` exclusive; wherever an object has `start`, `end` and
`text`, `article.text[start:end] == text`. Unknown values are None, never left out.
"""

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
from newsclaim.models.quote import Cue, How, Mention, Quote, QuoteKind, Stance
from newsclaim.models.story import Context, CopyDirection, Origin, OriginKind, Overlap, Share, StoryEvent, Tie

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
