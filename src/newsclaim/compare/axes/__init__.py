"""Axes: the ways in which two numbers can differ without contradicting one another. One idea a file.

An axis says of two claims `same`, `compatible` (one is broader, or they can hold side by side), `differs` or `unknown`
(one of them does not say), with words for the reason. Whatever differs on an axis other than time and amount answers
another question.
"""

from newsclaim.compare.axes.axis import Reading, Stand

__all__ = ["Reading", "Stand"]
