"""Who says it: reporting words and the frames they make, found once per page for quotes and for numbers."""

from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.attribution.frames import frames_of
from newsclaim.extraction.attribution.papers import without_papers

__all__ = ["Frame", "frames_of", "without_papers"]
