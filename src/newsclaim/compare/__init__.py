"""Claims → comparison: the questions that they answer, which numbers stand against one another, and why.

`compare` takes plain facts and gives answers; `present` makes the models of the contract from them. Nothing here knows
the store, and nothing says who is right. What is not asked for is not loaded: most commands compare nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclaim.compare import asking, carried, inhand, kinds, placed, timeline, uncollected
    from newsclaim.compare.answers import Answer, Compared, compare
    from newsclaim.compare.present import comparison
    from newsclaim.compare.topics import belongs

__all__ = [
    "Answer", "Compared", "asking", "belongs", "carried", "compare", "comparison", "inhand", "kinds", "placed",
    "timeline", "uncollected",
]  # fmt: skip

_HOMES = {
    "Answer": "answers",
    "Compared": "answers",
    "compare": "answers",
    "comparison": "present",
    "belongs": "topics",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
