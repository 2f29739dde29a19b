"""Doc → the actors of one article: mentions, kinds, roles, and who is who inside the article."""

from newsclaim.extraction.actors.find import find_actors
from newsclaim.extraction.actors.found import ActorFindings

__all__ = ["ActorFindings", "find_actors"]
