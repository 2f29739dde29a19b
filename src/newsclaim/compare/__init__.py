"""Claims → comparison: the questions that they answer, which numbers stand against one another, and why.

`compare` takes plain facts and gives answers; `present` makes the models of the contract from them. Nothing here knows
the store, and nothing says who is right. What is not asked for is not loaded: most commands compare nothing.
"""

from typing import TYPE_CHECKING

from newsclaim.lazy import loader

if TYPE_CHECKING:
    from newsclaim.compare import asking, inhand, kept, kinds, near, placed, sagas, timeline
    from newsclaim.compare.answers import Answer, Compared, compare
    from newsclaim.compare.present import comparison
    from newsclaim.compare.topics import belongs

__all__ = [
    "Answer", "Compared", "asking", "belongs", "compare", "comparison", "inhand", "kept", "kinds", "near", "placed",
    "sagas", "timeline",
]  # fmt: skip

_HOMES = {
    "Answer": "answers",
    "Compared": "answers",
    "compare": "answers",
    "comparison": "present",
    "belongs": "topics",
}


__getattr__ = loader(__name__, _HOMES, __all__)
