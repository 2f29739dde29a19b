"""Claims → comparison: the questions that they answer, which numbers stand against one another, and why.

`compare` takes plain facts and gives answers; `present` makes the models of the contract from them. Nothing here knows
the store, and nothing says who is right.
"""

from newsclaim.compare.compare import Answer, Compared, compare
from newsclaim.compare.present import comparison
from newsclaim.compare.topics import belongs

__all__ = ["Answer", "Compared", "belongs", "compare", "comparison"]
