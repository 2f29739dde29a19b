"""Whoever comes next in a list behind a name and an office, and is no part of that: "Ada Lund, clerk, mayor Bo Ek"."""

from __future__ import annotations

from newsclaim.extraction.actors.officelinks import OF_OWNER
from newsclaim.extraction.actors.roleparts import tells_role
from newsclaim.extraction.actors.spans import is_rank_of_leader
from newsclaim.extraction.actors.titleparts import is_rank
from newsclaim.extraction.page.tokens import Tokens, past


def without_next_name(w: Tokens, k: int, end: int) -> int:
    """Cut a phrase before "and" and a person's name: "Jane Doe, candidate and Joe Ek, deputy candidate".

    Nothing is left of the next in a list: "Jane Doe, chief clerk Joe Ek", no "Jane Doe, President Ek's clerk".
    """
    if _is_next_in_list(w, k, end) or _is_next_of_place(w, k, end):
        return k
    return next((i for i in range(k + 1, end - 1) if w.low[i] == "and" and w.ent[i + 1] == "PERSON"), end)


def _is_next_in_list(w: Tokens, k: int, end: int) -> bool:
    """Whether a phrase begins with an office and the name of whoever has it, and goes on with "and" or ends there."""
    i = next((i for i in range(k, end) if w.ent[i] == "PERSON" or w.low[i] in OF_OWNER), end)
    if not k < i < end or w.low[i] in OF_OWNER or not tells_role(w.text[i - 1]):
        return False
    last = next((j for j in range(i, end) if w.ent[j] != "PERSON"), end)
    return last == end or w.low[last] == "and"


def _is_next_of_place(w: Tokens, k: int, end: int) -> bool:
    """Whether a phrase ends with whoever has the office: "X, head of Karelia Bo Ek", no "aide to President Ek"."""
    i = next((i for i in range(k, end) if w.ent[i] == "PERSON" and w.iob[i] == "B"), end)
    link = next((t for t in range(i - 1, k, -1) if w.low[t] in OF_OWNER), 0)
    if i == end or link == 0 or past(i, end, lambda j: w.ent[j] == "PERSON") != end:
        return False
    name = past(i, end, lambda j: is_rank(w.text[j]))
    return is_rank_of_leader(w, link, name) or _is_place(w, link, i)


def _is_place(w: Tokens, link: int, end: int) -> bool:
    """Whether what stands behind a link is where an office is held, and no other's office."""
    place = w.text[link + 1 : end]
    led = w.ent[end - 1] in ("GPE", "LOC") or w.pos[end - 1] == "NOUN"
    return led and any(text[0].isupper() for text in place) and not any(map(tells_role, place))
