"""Actors of single articles → actors of the corpus; every merge keeps its rule."""

from newsclaim.resolve.record import LocalActors
from newsclaim.resolve.resolve import Resolution, renamed, resolve

__all__ = ["LocalActors", "Resolution", "renamed", "resolve"]
