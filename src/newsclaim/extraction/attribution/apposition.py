"""A name set off by commas behind a role belongs to it: "the foreman, Pieter Lund, said"; "said her lawyer, N. N."."""

from __future__ import annotations

from collections.abc import Iterable

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page.offices import leads_to_bearer
from newsclaim.extraction.page.people import is_person
from newsclaim.extraction.page.tokens import Range, Tokens, past
from newsclaim.lexicon import words
from newsclaim.names.titles import is_head, is_office

_PROPER = frozenset({"NNP", "NNPS"})
_DETERMINED = frozenset({"DT", "PRP$"})
#: A role before a name has no more words than this.
_LONGEST_ROLE = 6
_NO_SPEAKERS = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME"})


def named(w: Tokens, phrases: Iterable[Range]) -> tuple[Range, ...]:
    """Return the phrases, two titled names taken apart and each role with the name that stands behind it.

    Several roles before one name ("the founder of Havline and head of its board, N. N.,") are one person's.
    """
    single = [one for phrase in phrases for one in _apart(w, phrase)]
    name = _with_name(w, single[-1]) if len(single) > 1 else None
    if name and w.tag[single[-1][0]] not in _DETERMINED and all(_role(w, one) >= 0 for one in single):
        return ((single[0][0], name[1]),)
    out: list[Range] = []
    for one in single:
        if not out or one[1] > out[-1][1]:
            out.append(_with_name(w, one) or one)
    return tuple(out)


def _apart(w: Tokens, phrase: Range) -> tuple[Range, ...]:
    """Take "both Mayor Ana Ruiz and Chief Tom Berg" apart; "Ernst and Lindh" and "Health and Care Minister N." stay."""
    a, b = phrase
    for i in range(a + 2, b - 2):
        if w.low[i] == "and" and _titled(w, a, i) and (w.ent[b - 1] == "PERSON" or _titled(w, i + 1, b)):
            if leads_to_bearer(w, (a, i), (i + 1, b)):
                return (phrase,)
            return (a + (w.low[a] in words("phrases", "pairing")), i), (i + 1, b)
    return (phrase,)


def _titled(w: Tokens, a: int, b: int) -> bool:
    """Whether an office and a name stand there: the last word is a name, and an office stands before it."""
    named = w.tag[b - 1] in _PROPER and not is_office(w.text[b - 1])
    return named and (any(is_office(w.text[i]) for i in range(a, b - 1)) or w.ent[b - 1] == "PERSON")


def _with_name(w: Tokens, phrase: Range) -> Range | None:
    a, b = phrase[0], _past_participle(w, phrase[1])
    if b < len(w) and w.text[b] in {"”", '"', "’"} and any(w.quoted[k] >= 0 for k in range(a, b)):
        b += 1  # the director of “Salt Road”, N. N.,
    if b + 1 >= len(w) or w.text[b] != "," or w.quoted[b] >= 0:
        return None
    role = _role(w, phrase)
    start = _past_second_role(w, b + 1)
    start += role >= 0 and w.low[role] in listed("one_of") and w.low[start] == "the"
    end = _name_end(w, start, w.block[a]) if role >= 0 else start
    if end == start or not _fits(w, role, start, end) or not (_closed(w, end) or _one_subject(w, role, end - 1)):
        return None
    return a, end


def _past_second_role(w: Tokens, i: int) -> int:
    """Return where the name begins behind a second role: his friend, the painter | N. N.,; author, student | N. N.,."""
    stop = min(len(w) - 1, i + _LONGEST_ROLE)
    j = past(i, stop, lambda j: w.tag[j] in {"DT", "JJ", "NN"} and w.text[j].islower())
    return j if j > i and w.ent[j] == "PERSON" and w.tag[j - 1] == "NN" else i


def _past_participle(w: Tokens, b: int) -> int:
    """Return where a participle behind the role ends: the judge | presiding over the case, N. N.,."""
    if b >= len(w) or w.dep[b] != "acl" or w.tag[b] not in {"VBG", "VBN"}:
        return b
    return next((i for i in range(b, min(len(w), b + 8)) if w.text[i] == ","), b)


def _role(w: Tokens, phrase: Range) -> int:
    """Return the noun that says what somebody is, before any "of …"; -1 when the phrase says who it is."""
    a, b = phrase
    if w.tag[b - 1] == "NN" and w.dep[b - 1] != "pobj" and is_person(w, b - 1):
        return b - 1
    last = next((x for x in range(a + 1, b) if w.tag[x] in {"IN", "TO"}), b) - 1
    noun = w.tag[last] == "NN" or (w.text[last].islower() and w.tag[last] == "NNP")
    known = noun or is_office(w.text[last]) or w.low[last] in listed("one_of")
    return last if known and not any(w.lemma[last] in words("nouns", key) for key in listed("texts")) else -1


def _name_end(w: Tokens, start: int, block: int) -> int:
    """Return the token behind the capitalised words from `start`, small words of names between them included."""
    i = start
    while i < len(w) and w.block[i] == block and w.quoted[i] < 0:
        joins = i > start and w.low[i] in listed("name_particles") and i + 1 < len(w) and w.tag[i + 1] in _PROPER
        if w.tag[i] not in _PROPER and not joins:
            break
        i += 1
    return i


def _fits(w: Tokens, role: int, a: int, b: int) -> bool:
    """Whether the words can be the name of the role: a full name of a person, of a body that of a body."""
    if any(w.ent[i] in _NO_SPEAKERS for i in range(a, b)):
        return False
    if _collective(w, role):
        return w.ent[b - 1] not in {"PERSON", ""}
    whole = w.tag[role + 1] not in {"IN", "TO"}
    if b - a == 1:
        return whole and w.ent[a] == "PERSON"
    return w.ent[a] == "PERSON" or is_head(w.text[a]) or whole or not _collective(w, a - 2)


def _collective(w: Tokens, i: int) -> bool:
    """Whether the noun stands for a body, which is not named like a person."""
    return any(w.lemma[i] in words("nouns", key) for key in listed("collective"))


def _one_subject(w: Tokens, role: int, name: int) -> bool:
    """Whether both do what the verb right behind tells: the party's leader, N. N. announced; N. N. has announced."""
    verb = w.head[role]
    if w.dep[role] != "nsubj" or verb <= name or any(w.pos[k] != "AUX" for k in range(name + 1, verb)):
        return False
    return (w.dep[name], w.head[name]) in {("nsubj", verb), ("appos", role)}


def _closed(w: Tokens, end: int) -> bool:
    """Whether the name ends there and no list or sentence goes on ("the mayor, Lena Ruud and Tom Berg")."""
    return end >= len(w) or w.pos[end] == "PUNCT" or w.quoted[end] >= 0 or not w.text[end].strip()
