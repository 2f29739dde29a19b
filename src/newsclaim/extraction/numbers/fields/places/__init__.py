"""Where: `spots` finds a sentence's places, `nearest` chooses, `carried` looks before it, `where` puts it together."""

from newsclaim.extraction.numbers.fields.places.carried import Scenes
from newsclaim.extraction.numbers.fields.places.where import Told, named_owner, where

__all__ = ["Scenes", "Told", "named_owner", "where"]
