"""Actors of single articles → actors of the corpus; every merge keeps its rule."""

from newsclaim.resolve.resolve import LocalActors, Resolution, resolve

__all__ = ["LocalActors", "Resolution", "resolve"]
