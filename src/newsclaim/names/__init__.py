"""Names as strings: are two the same, what kind and country is one, which actors does a query mean. No spaCy, no SQL."""

from newsclaim.names.countries import country_of
from newsclaim.names.same import Verdict, same
from newsclaim.names.search import asked_for, known_as, near

__all__ = ["Verdict", "asked_for", "country_of", "known_as", "near", "same"]
