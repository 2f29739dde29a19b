"""Character spans → tokens: the head of a mention, and the name that stands in apposition behind it."""

from __future__ import annotations

from newsclaim.extraction.actors.covered import Covered
from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.officelinks import LEADING
from newsclaim.extraction.actors.titleparts import is_rank
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.people import is_person_noun, stands_for_person
from newsclaim.extraction.page.tokens import Range, Tokens, back, past
from newsclaim.lexicon import words
from newsclaim.models import Span
from newsclaim.names.countries import lookup
from newsclaim.names.person import is_given
from newsclaim.names.titles import is_head, is_office, rank_of

#: What may stand behind a name in apposition: "her lawyer, Mbeko Tabor, told", "one evacuee, Kofi Asante, 61".
_CLOSES = frozenset({",", ".", ";", "(", ")", "—", "–", "”", '"', "!", "?", ":"})
_TITLES = frozenset({"PROPN", "NOUN", "ADJ"})
#: No title between the comma and the name is longer.
_TITLE = 8
#: What may lead to where or when somebody is what he is called, and the words behind it: "in Kostav", "at the time".
_WHERE = frozenset({"in", "at", "on", "into", "from", "during", "within"})
_INSIDE = frozenset({"PROPN", "NOUN", "DET", "NUM", "ADJ"})
_PLACE = 8
#: Parts of a parliament, whose name may stand behind: "the lower house, the Halvern Duma, said".
_CHAMBERS = frozenset({"house", "chamber"})
#: What leads from an office to what it is of.
_LINKS = LEADING | {"on"}
_IN_COMPLEMENT = frozenset({"PROPN", "NOUN", "PART", "ADJ", "DET", "ADP", "CCONJ"})
#: Labels of bodies and places.
_NAMED = frozenset({"ORG", "GPE", "FAC", "LOC"})
#: Words of a description between a comma and "called".
_DESCRIBES = frozenset({"NOUN", "DET", "ADJ", "NUM"})


def tokens_of_span(w: Tokens, span: Span) -> Range:
    """Return the tokens that a span touches, end exclusive."""
    first = w.before(span.start)
    return first, max(w.at(span.end), first + 1)


def head_of_span(w: Tokens, span: Span) -> int:
    """Return the token of a span on which the others hang: the one nearest to the root of its sentence."""
    first, last = tokens_of_span(w, span)
    return head_within(w, first, min(last, len(w)))


def head_within(w: Tokens, first: int, last: int) -> int:
    """Return the token of a range on which the others hang; of two alike what is owned: "sheriff's office" (report)."""
    outside = [k for k in range(first, last) if not first <= w.head[k] < last or w.head[k] == k]
    outside = [k for k in outside if w.tag[k] != "DT"] or outside
    return min(outside, key=lambda k: (len(list(w.ancestors(k))), w.tag[k - 1] != "POS", k)) if outside else last - 1


def apposed_name(w: Tokens, covered: Covered, mention: Span) -> tuple[Entity, Place] | None:
    """Return whose name stands behind a noun phrase: "said the foreman, Pieter Lund", "one of the firms, Lund Oil,"."""
    first, last = tokens_of_span(w, mention)
    comma = _past_place(w, last)
    if comma + 1 >= len(w) or w.text[comma] != ",":
        return None
    head = next((k for k in range(first + 1, last) if w.tag[k] == "IN"), last) - 1
    one = w.low[first] in ("one", "another") and w.low[first + 1] == "of"
    if not (one or _introduces(w, head, comma)):
        return None
    found = next(iter(covered.within(w.start[comma + 1], w.end[min(len(w) - 1, comma + 1 + _TITLE)])), None)
    if found is None:
        return None
    entity, place = found
    body = entity.kind in ("organisation", "media")
    fits = one or (is_owner(w, head) if body else _is_personal(w, head))
    named = fits and (body or entity.kind == "person")
    return found if named and _stands_alone(w, comma + 1, place, body=body) else None


def _introduces(w: Tokens, head: int, comma: int) -> bool:
    """Whether a common noun may introduce the name behind the comma.

    In "a spokesman for the minister, Yunis Kanoon" the minister is Kanoon.
    """
    if w.low[head] in _CHAMBERS:
        return head == comma - 1
    capital = w.text[head][:1].isupper() and w.low[head] not in words("nominals", "epithets")
    if w.tag[head] not in ("NN", "NNP") or capital or not (_is_personal(w, head) or is_owner(w, head)):
        return False
    return head == comma - 1 or w.tag[comma - 1] != "NN" or not is_person_noun(w, comma - 1)


def _is_personal(w: Tokens, i: int) -> bool:
    """Whether a noun stands for a person, one of a party too: "a Republican, Mark Ames, said"."""
    return w.low[i] in words("nominals", "epithets") or is_person_noun(w, i) or stands_for_person(w.lemma[i])


def _stands_alone(w: Tokens, first: int, place: Place, *, body: bool) -> bool:
    """Whether only a title stands before a name, from a token on, and a mark or an age behind it."""
    if not place.is_name:
        return False
    name = w.at(place.start)
    the = w.low[first] == "the" and (body or name > first + 1)  # "her boss, the botanist Ada Lund, said"
    titled = all(_in_title(w, k) for k in range(first + the, name))
    return titled and _is_closed(w, w.at(place.end))


def named_before_kind(w: Tokens, covered: Covered, first: int, head: int) -> tuple[Entity, Place] | None:
    """Return the body that stands before the noun for its kind: "the Ek Front (EF) group", "Ek state news agency"."""
    if w.low[head] not in words("mentions", "kinds_behind"):
        return None
    k = back(head, first, lambda k: w.low[k] in words("mentions", "before_kinds")) - 1
    if k > first and w.text[k] == ")" and "(" in w.text[first:k]:
        k = w.text.index("(", first, k) - 1
    news = w.low[head] != "agency" or w.low[head - 1] == "news"
    found = covered.at(w.start[k]) if news and k >= first and w.pos[k] == "PROPN" else None
    return found if found and found[0].kind in ("organisation", "media") and found[1].how == "name" else None


def named_behind(w: Tokens, covered: Covered, mention: Span, last: int) -> tuple[Entity, Place] | None:
    """Return who is named behind a phrase that ends at a token: "the foreman, Pieter Lund", "a student named Wong"."""
    return apposed_name(w, covered, mention) or _called_name(w, covered, last) or _joined_name(w, covered, mention)


def _called_name(w: Tokens, covered: Covered, k: int) -> tuple[Entity, Place] | None:
    """Return who is named behind "called": "a student named Wong", "my teacher, an old sailor called Captain Rolf"."""
    if k < len(w) and w.text[k] == ",":
        k += 1
        k = past(k, len(w), lambda k: w.pos[k] in _DESCRIBES)
    if k + 1 >= len(w) or w.low[k] not in ("named", "called"):
        return None
    name = past(k + 1, min(len(w) - 1, k + _TITLE), lambda name: is_head(w.text[name]))
    found = covered.at(w.start[name])
    return found if found and found[0].kind == "person" else None


def _joined_name(w: Tokens, covered: Covered, mention: Span) -> tuple[Entity, Place] | None:
    """Return who is named behind an office and "and" with another one: "Tory MP and former minister Ada Lund"."""
    first, last = tokens_of_span(w, mention)
    if last + 1 >= len(w) or w.low[last] != "and" or w.pos[first] == "DET" or not is_office(w.text[last - 1]):
        return None
    found = next(iter(covered.within(w.start[last + 1], w.end[min(len(w) - 1, last + 1 + _TITLE)])), None)
    if found is None or found[0].kind != "person" or not found[1].is_name:
        return None
    title = range(last + 1, w.at(found[1].start))
    return found if any(is_office(w.text[k]) for k in title) and all(_in_title(w, k) for k in title) else None


def _past_place(w: Tokens, k: int) -> int:
    """Return the comma behind words for where or when: "his opponent in November, Ada Lund, said"."""
    if k >= len(w) or w.low[k] not in _WHERE:
        return k
    end = past(k + 1, min(len(w), k + _PLACE), lambda end: w.pos[end] in _INSIDE)
    return end if k + 1 < end < len(w) and w.text[end] == "," else k


def _in_title(w: Tokens, k: int) -> bool:
    """Whether a word may stand between the comma and the name: "retired Gen.", "co-founder"."""
    small = w.text[k] == "-" or w.low[k] in ("and", "retired") or w.low[k] in words("nominals", "past")
    return small or w.pos[k] in _TITLES


def _is_closed(w: Tokens, after: int) -> bool:
    """Whether an apposition ends behind the name: at a mark, an age, where somebody is from and a comma."""
    if after < len(w) and w.low[after] in ("of", "from", "at"):
        end = past(after + 1, min(len(w), after + _PLACE), lambda end: w.pos[end] in _INSIDE or w.low[end] == "of")
        return end < len(w) and w.text[end] == ","
    return after >= len(w) or w.text[after] in _CLOSES or w.tag[after] == "CD"


def is_owner(w: Tokens, i: int) -> bool:
    """Whether a noun says what a body is or does, so that the name behind it may be a body's: "the home's owner"."""
    lemma = w.lemma[i]
    return is_body(lemma) or lemma in _CHAMBERS or lemma in words("nominals", "doing_bodies")


def leads_to_name(w: Tokens, first: int, name: int) -> bool:
    """Whether a phrase names a person at its end, whatever the parse says: "the Bureau's X", "Globe editor X"."""
    if name <= first:
        return False
    title = name - 1
    if w.low[max(0, title - 3) : title + 1] == ["-", "in", "-", "law"]:
        return True  # "his brother-in-law X"
    while title > first and _is_title(w, title):
        title -= 1
    if w.text[title] == ",":
        return not _is_nested(w, first, title)
    link = next((k for k in range(first + 1, name - 1) if w.low[k] in _LINKS), 0)
    if link and _is_holders(w, link, name):
        return True
    if link and is_person_noun(w, link - 1):
        return False
    return w.tag[name - 1] == "POS" or (w.tag[name - 1] in ("NN", "NNP") and is_office(w.text[name - 1]))


def _is_holders(w: Tokens, link: int, name: int) -> bool:
    """Whether a name behind "of" or "for" and a complement is that of whoever has the office or seat before it."""
    if w.low[link] == "for" and w.low[link - 1] in words("nominals", "seats"):
        return True  # "the MP for Oldport X"
    holds = (is_office(w.text[link - 1]) or is_person_noun(w, link - 1)) and _bears_name(w, link - 1, name)
    return holds or is_rank_of_leader(w, link, name)


def is_rank_of_leader(w: Tokens, link: int, name: int) -> bool:
    """Tell whether a rank before a name stands behind an office and its body: "head of the Tarn Service Major Ek".

    Not "the wife of Army Major Ek", "a lawyer for Fire Service Major Ek".
    """
    rank = back(name, link, lambda k: w.text[k] == "-" or is_rank(w.text[k]))
    if rank == name or rank - link < len(("of", "the", "body")) or not is_office(w.text[link - 1]):
        return False
    if w.low[link] != "of" and rank_of(w.text[link - 1]) != "speaker":
        return False
    return w.low[link - 1] not in words("nominals", "kin") and (is_body(w.low[rank - 1]) or w.low[rank - 1] == "staff")


def _bears_name(w: Tokens, noun: int, name: int) -> bool:
    """Whether a name behind a complement is that of the noun before it.

    "speaker of the parliament X", not "the wife of actor X", "a spokesman for the X".
    """
    if (ends_with_body(w, name) or _is_begun(w, noun, name)) and w.low[noun] not in words("nominals", "kin"):
        return True
    return w.pos[name - 1] == "NOUN" and is_office(w.text[noun]) and not is_person_noun(w, name - 1)


def _is_begun(w: Tokens, noun: int, name: int) -> bool:
    """Whether a first name tells where somebody is named behind what his office is for: "for Human Rights Ada Lund"."""
    if not is_given(w.text[name]) or w.pos[name - 1] not in ("NOUN", "PROPN") or _tells_person(w, name - 1):
        return False
    between = range(noun + 2, name)
    other = any(w.low[k + 1] in _LINKS and is_person_noun(w, k) for k in between)  # "aide to the minister for Sport X"
    return not other and all(w.pos[k] in _IN_COMPLEMENT for k in between)


def _tells_person(w: Tokens, k: int) -> bool:
    """Whether a word before a name tells what somebody else is: "an aide to Democrat Ada Lund"."""
    return is_head(w.text[k]) or w.ent[k] in ("NORP", "PERSON") or is_person_noun(w, k) or is_given(w.text[k])


def behind_own_body(w: Tokens, covered: Covered, first: int, name: int) -> bool:
    """Tell whether a name stands behind an office and the body that it is of: "head of the Agency for Fishing X"."""
    found = covered.at(w.start[name - 1]) if name > first else None
    if found is None or found[0].kind not in ("organisation", "government", "media") or found[1].end != w.end[name - 1]:
        return False
    link = w.at(found[1].start) - 1
    link -= w.low[link] == "the"
    owned = any(w.low[k] in _LINKS for k in range(first, link - 1))  # "an aide to the head of the Agency for Fishing X"
    return link > first and w.low[link] in ("of", "for", "to") and is_office(w.text[link - 1]) and not owned


def ends_with_body(w: Tokens, name: int) -> bool:
    """Tell whether the word before a name ends that of a body or place, of which nobody bears a name behind it."""
    if name == 0 or w.pos[name - 1] not in ("NOUN", "PROPN") or is_head(w.text[name - 1]):
        return False
    found = lookup(w.text[name - 1])
    place = found is not None and found.way in ("name", "part", "capital")
    told = w.ent[name - 1] in _NAMED and w.iob[name] != "I"  # "of Oldport Airport Tom Grell"
    return place or told or w.lemma[name - 1].casefold() in words("organisations", "public_marks")


def _is_nested(w: Tokens, first: int, comma: int) -> bool:
    """Whether a name behind a comma is not the speaker's: "a spokesman for the minister, X", not "chief of Y, X"."""
    nested = any(w.tag[k] == "IN" for k in range(first, comma)) and w.tag[comma - 1] == "NN"
    return nested and is_person_noun(w, comma - 1)


def _is_title(w: Tokens, i: int) -> bool:
    return w.pos[i] in ("PROPN", "NOUN") and (is_head(w.text[i]) or is_person_noun(w, i))


def owns_text(w: Tokens, i: int) -> bool:
    """Tell whether what a possessive belongs to is written: "its website said", not "its speed"."""
    thing = w.lemma[w.head[i]]
    listed = (("nouns", "documents"), ("mentions", "documents"), ("nouns", "evidence"))
    return any(thing in words(*key) for key in listed)


def is_own_reporter(w: Tokens, first: int, head: int) -> bool:
    """Tell whether a phrase means the outlet's own reporter: "our correspondent"."""
    return w.low[first] in words("nominals", "own") and w.lemma[head] in words("nominals", "own_reporters")


def describes(w: Tokens, tokens: range, head: int, entity: Entity, place: Place) -> bool:
    """Tell whether a noun phrase with a name inside only describes the named: "the bank Ek & Son", "one of …, Ek"."""
    first, last, name = tokens[0], tokens[-1], w.at(place.start)
    ends = place.token == last or place.end == w.end[last]  # "the group Observatory for Human Rights"
    if w.dep[place.token] == "poss" or not (w.dep[place.token] == "appos" or ends):
        return False
    one = w.low[first : first + 2] == ["one", "of"] and w.text[name - 1] == ","
    if not one and any(w.tag[k] in ("IN", "TO") for k in range(head + 1, name)):
        return False
    return entity.kind == "person" or (ends and _leads_to_body(w, head, name))


def _leads_to_body(w: Tokens, head: int, name: int) -> bool:
    """Whether a noun stands before a body's name or is renamed by it: "the bank Ek & Son", "its owner, Ek Ltd"."""
    name = back(name, head + 1, lambda name: w.low[name] == "the")
    return name == head + 1 or (name == head + 2 and w.text[name - 1] == "," and is_owner(w, head))
