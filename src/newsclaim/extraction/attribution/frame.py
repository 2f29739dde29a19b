"""A reporting frame: a cue in the article's own words, with who is credited by it and who relays it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsclaim.extraction.attribution.cues import VerbCue
from newsclaim.extraction.page.tokens import Range
from newsclaim.models import Stance


@dataclass(frozen=True, slots=True)
class Frame:
    """One cue: `verb` its main token, `cue` its tokens, and whom it credits. Shared by all finders, never changed.

    `takes` is None for cues that are no verbs ("according to"). `head` is the token of who does the verb, -1 when the
    parse does not tell. `unreal` means that the saying is only supposed, `negated` that it was withheld. `papers` are
    the documents and programmes in which it is said.
    """

    verb: int
    cue: Range
    lemma: str
    takes: VerbCue | None
    stance: Stance
    speakers: tuple[Range, ...] = ()
    via: tuple[Range, ...] = ()
    head: int = -1
    negated: bool = False
    unreal: bool = False
    passive: bool = False
    papers: tuple[Range, ...] = ()

    def stance_of(self, *takes: str) -> Stance:
        """Return the stance for the first of these complements; a denied saying withholds."""
        if self.negated:
            return "withholds"
        return self.takes.stance(*takes) if self.takes else self.stance

    @property
    def through(self) -> tuple[Range, ...]:
        """Who relays it, and in what it is said."""
        return (*self.via, *(paper for paper in self.papers if paper not in self.via))

    @property
    def low(self) -> int:
        """First token of the frame."""
        return min([self.cue[0], *(a for a, _ in self.speakers), *(a for a, _ in self.via)])

    def crediting(self, speakers: Sequence[Range], head: int) -> Frame:
        """Return the frame with other speakers, where more is known than its own words tell."""
        return replace(self, speakers=tuple(speakers), head=head)
