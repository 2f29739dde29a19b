"""Damaged text → text as it was meant, with the way back to every character as it stands in the article.

The article's text is never changed: the finders read the repaired one, and what they find is led back (`legible`).
With `--repair` the repaired text becomes the article's.
"""

from newsclaim.repair.edits import Edit, Repaired
from newsclaim.repair.legible import Legible, legible
from newsclaim.repair.passes import repaired
from newsclaim.repair.problems import problems

__all__ = ["Edit", "Legible", "Repaired", "legible", "problems", "repaired"]
