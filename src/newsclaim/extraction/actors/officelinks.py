"""Small words that lead from an office to what it is of: a body, a place, a matter, somebody."""

from __future__ import annotations

#: Behind them stands the body: "head of the Ek Trust", "clerk at Ek Foods", "spokeswoman for the guild".
OF_BODY = frozenset({"of", "for", "at"})
#: Behind them stands whose an office is, if only somebody's: "aide to the minister".
OF_OWNER = OF_BODY | {"to"}
#: Behind them stands also where somebody is what he is, and with whom: "envoy in Norland", "analyst with Ek Bank".
LEADING = OF_OWNER | {"in", "with"}
