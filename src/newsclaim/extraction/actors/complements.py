"""Offices with whose they are before a name: "head of the Agency for Fishing X", "Ambassador to the UN X"."""

from __future__ import annotations

from newsclaim.extraction.actors.appositions import LINKS, LONGEST
from newsclaim.extraction.actors.officelinks import LEADING
from newsclaim.extraction.actors.roleparts import tells_role
from newsclaim.extraction.actors.spans import ends_with_body
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.people import is_person_noun, stands_for_person
from newsclaim.extraction.page.tokens import Tokens, back
from newsclaim.lexicon import words as word_list
from newsclaim.names.person import is_given
from newsclaim.names.titles import is_head

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
#: Between an office and whose it is.
_OF = LEADING | {"under"}
#: Tokens of a short form in brackets: "(AfD)".
_BRACKET = 4


def begin_of_office(w: Tokens, start: int) -> int:
    """Return where the office begins that stands with whose it is before a name, the name's own start where none does.

    "Ambassador to the UN X", "director of attractions X", "leader of the Alternative (AfD) X", no "wife of actor X",
    and no "aide to the minister for Trade X", of whom X may be either.
    """
    end = _before_bracket(w, start)
    if end < 2 or not _ends_complement(w, end, start):
        return start
    found = _offices(w, end)
    first = back(start, 0, lambda k: w.iob[k + 1] == "I")  # the model may take in the firm: "Ek Ada Brook"
    if not found or w.low[found[0]] in word_list("nominals", "kin") or "PERSON" in w.ent[found[0] + 1 : first]:
        return start
    phrase = back(found[0], 0, lambda k: w.pos[k] in _NOMINAL)
    either = len(found) > 1 and w.pos[phrase - 1] == "DET"
    return start if either else found[0]


def _before_bracket(w: Tokens, start: int) -> int:
    """Return the end of an office before a name, before its short form in brackets where there is one."""
    reach = max(0, start - _BRACKET)
    return w.text.index("(", reach, start) if w.text[start - 1] == ")" and "(" in w.text[reach:start] else start


def _offices(w: Tokens, end: int) -> list[int]:
    """Return the offices with a link behind them in the phrase that ends at a token, the last one first."""
    k, found = end - 1, []
    while k > max(0, end - LONGEST) and (w.pos[k] in _NOMINAL or _links(w, k)) and not w.opens_sentence(k):
        if w.low[k] in _OF and _is_office(w, k - 1):
            found.append(k - 1)
        k -= 1
    return found


def _ends_complement(w: Tokens, end: int, start: int) -> bool:
    """Whether a name begins behind the last word of what an office is of: a body, a place or a matter."""
    last = end - 1
    if is_head(w.text[last]) or tells_role(w.text[last]) or w.pos[last] not in ("NOUN", "PROPN"):
        return False
    if w.pos[last] == "NOUN" and not w.text[last][:1].isupper():
        return ends_with_body(w, start) or _is_field(w, last)
    named = (w.ent[start] == "PERSON" and w.iob[start] == "B") or is_given(w.text[start]) or ends_with_body(w, start)
    of = back(last, 0, lambda k: w.pos[k] == "PROPN" or w.low[k] == "the") - 1
    return named or (of > 0 and w.low[of] in _OF and _is_office(w, of - 1))


def _is_office(w: Tokens, k: int) -> bool:
    return w.tag[k] in ("NN", "NNP") and tells_role(w.text[k])


def _links(w: Tokens, k: int) -> bool:
    return w.pos[k] == "DET" or w.low[k] in LINKS or w.low[k] in _OF


def _is_field(w: Tokens, k: int) -> bool:
    """Whether a noun says what an office is for: "director of attractions X", not "chief of retailer X"."""
    somebody = is_person_noun(w, k) or stands_for_person(w.lemma[k])
    return not somebody and not is_body(w.lemma[k])
