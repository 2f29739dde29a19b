"""Offices in apposition behind a name ("X, head of the guild,"), and what such a phrase is made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.nextnames import without_next_name
from newsclaim.extraction.actors.officelinks import OF_OWNER
from newsclaim.extraction.actors.roleparts import tells_role
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.tokens import Range, Tokens, back, past
from newsclaim.lexicon import words as word_list

#: Longer phrases are descriptions, not offices.
LONGEST = 20
#: Words behind a name up to the end of where somebody is from.
_HOME = 5
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_WITH_ARTICLES, _WITH_PARTICLES = _NOMINAL | {"DET"}, _NOMINAL | {"PART"}
LINKS = frozenset({"'s", "’s", "'", "’", "-", "of", "for", "to", "at", "the", "and", "&"})
#: What stands behind it before where, on what, or with whom.
_PLACES = frozenset({"in", "on", "with", "from"})
#: Marks that part a name from what is said of it; a hyphen does with blanks around it.
_MARKS = frozenset({",", "(", "—", "–", "--"})
#: Tokens of what explains a body in a bracket.
_BRACKET = 8
#: Tokens of "-in-law".
_IN_LAW = 4
#: Before what somebody is not.
_NONE = frozenset({"no", "neither"})


def behind(w: Tokens, name: Name) -> tuple[int, int]:
    """Find the office in "X, head of the guild," and "X - its head -": tokens, equal when none."""
    k = past_home(w, name.j)
    if k + 1 >= len(w):
        return 0, 0
    if not _parts(w, k):
        return _unmarked(w, name, k)
    k = _past_relative(w, k)
    if w.tag[k + 1] == "CD" and w.text[k + 2 : k + 3] == [","]:
        k += 2  # "Ada Lund, 36, a cook at the camp"
    first, end = phrase(w, k + 1)
    return (0, 0) if _is_subject(w, first, end) else (first, end)


def _unmarked(w: Tokens, name: Name, k: int) -> Range:
    """Find the office in "X a spokeswoman for the guild", where a comma is lost: tokens, equal when none."""
    if w.low[k] not in ("a", "an"):
        return 0, 0
    first, end = phrase(w, k)
    noun = lead(w, first, end) - 1
    return (first, end) if first <= noun and w.dep[noun] == "appos" and name.i <= w.head[noun] < name.j else (0, 0)


def phrase(w: Tokens, k: int) -> tuple[int, int]:
    """Return the office that begins at a token, behind articles and words for when it is held; equal when none."""
    first, k = _behind_tenure(w, k)
    one = w.low[k : k + 2] == ["one", "of"]
    if one:
        k += 2  # "one of the lawyers for Oldport"
        k += w.pos[k : k + 1] == ["DET"]
    end = past(k, len(w), lambda end: end - k < LONGEST and in_apposition(w, end))
    end = without_link(w, k, without_next_name(w, k, end))
    end = _without_rest(w, k, end)
    leads = end > k and (office_leads(w, k, end) or (one and tells_role(w.lemma[lead(w, k, end) - 1])))
    stop = end if leads else _behind_bracket(w, end)
    return (first, stop) if stop else (0, 0)


def _without_rest(w: Tokens, k: int, end: int) -> int:
    """Cut a phrase behind an office that an adjective goes on to describe: "commissioner | responsible for roads"."""
    last = lead(w, k, end)
    noun = back(last, k, lambda i: w.pos[i] in ("ADJ", "ADV") and not _is_hyphened(w, i))
    return noun if k < noun < last and _is_office(w, noun - 1) else end


def _behind_bracket(w: Tokens, k: int) -> int:
    """Return the end of an office behind what explains a body, 0 for none: "Storting (lower house) deputy speaker|"."""
    if w.text[k] != "(" or not w.text[k + 1].islower():
        return 0
    close = past(k, min(len(w), k + _BRACKET), lambda i: w.text[i] != ")")
    if w.text[close] != ")" or w.pos[close + 1] not in ("NOUN", "PROPN"):
        return 0
    first, end = phrase(w, close + 1)
    return 0 if "PERSON" in w.ent[first:end] else end


def past_home(w: Tokens, k: int) -> int:
    """Return the comma behind where somebody is from: "X of Oldport, a teacher, said", "X, of Oldport, who is"."""
    start = k + 1 if w.text[k : k + 1] == [","] else k
    if start + 2 >= len(w) or w.low[start] not in ("of", "from"):
        return k
    end = past(start + 1, min(len(w), start + _HOME), lambda end: w.pos[end] == "PROPN")
    return end if start + 1 < end < len(w) and w.text[end] == "," else k


def without_link(w: Tokens, k: int, end: int) -> int:
    """Return the end of a phrase without what links it to the next, and without dates: "its head for five years"."""

    def is_rest(k: int) -> bool:
        link = w.low[k] in LINKS or w.low[k] in _PLACES or w.pos[k] == "DET" or w.low[k - 1 : k + 1] == ["and", "one"]
        return link or w.ent[k] == "DATE"

    return back(end, k, is_rest)


def _is_office(w: Tokens, k: int) -> bool:
    """Whether a word is an office, or made one by what stands before it: "ranking member", "top Democrat"."""
    beside = k > 0 and w.low[k - 1] in word_list("mentions", "places_first")
    placed = beside and w.text[k] in word_list("mentions", "placed")
    member = w.text[k] in word_list("titles_parties", "members") and w.pos[k + 1 : k + 2] not in (["NOUN"], ["PROPN"])
    return placed or member or tells_role(w.text[in_law(w, k)])


def in_law(w: Tokens, k: int) -> int:
    """Return the token of the noun before "-in-law" for the token at its end, any other token as it is."""
    return k - _IN_LAW if k >= _IN_LAW and w.low[k - 3 : k + 1] == ["-", "in", "-", "law"] else k


def _past_relative(w: Tokens, k: int) -> int:
    """Return the token before what somebody is said to be: "X, who was the mayor", "X, who served as its head"."""
    if k + 4 >= len(w) or w.text[k] != "," or w.low[k + 1] != "who" or w.lemma[k + 2] not in ("be", "serve", "work"):
        return k
    if w.low[k + 3] in ("appointed", "named", "elected"):  # "X, who was named as its head"
        return k + 3 + (w.low[k + 4] == "as")
    return k + 2 + (w.low[k + 3] == "as") if w.low[k + 3] == "as" or w.lemma[k + 2] == "be" else k


def offices_in(w: Tokens, i: int, j: int) -> Iterator[Range]:
    """Yield the offices of a phrase one by one: "chair of the fund" and "former minister" in what joins both.

    What somebody is called beside them at some place ("… at a seminar") belongs to none of them.
    """
    first = i
    for k in range(i + 1, j - 1):
        if w.low[k] != "and":
            continue
        takes, told = _takes_on(w, first, k), w.pos[k + 1] == "DET"
        if (takes and _begins_office(w, k + 1, j)) or (told and (takes or office_leads(w, first, k))):
            yield first, _without_scene(w, first, k)
            first = past(k + 1, j, lambda first: w.pos[first] == "DET")
    if first == i or _begins_office(w, first, j):
        yield first, _without_scene(w, first, j)


def _takes_on(w: Tokens, i: int, j: int) -> bool:
    """Whether an office has told whose it is, so that "and" begins another: no "founder and"."""
    return any(w.low[k] in OF_OWNER or w.low[k] in _PLACES for k in range(i + 1, j))


def _begins_office(w: Tokens, i: int, j: int) -> bool:
    return i < j and w.low[i] not in LINKS and office_leads(w, i, j) and w.tag[lead(w, i, j) - 1] in ("NN", "NNP")


def _without_scene(w: Tokens, i: int, j: int) -> int:
    """Return the end of an office before words for where somebody speaks: "director of the guild at a seminar"."""
    for k in range(i + 1, j - 1):
        if w.low[k] == "at" and w.low[k + 1] in ("a", "an"):
            noun = past(k + 3, j, lambda noun: w.pos[noun] in ("NOUN", "PROPN")) - 1
            lemma = w.lemma[noun]
            if w.pos[noun] == "NOUN" and not is_body(lemma) and lemma not in word_list("nouns", "bodies"):
                return k
    return j


def _parts(w: Tokens, k: int) -> bool:
    """Whether a mark parts a name from what is said of it."""
    return w.text[k] in _MARKS or (w.text[k] == "-" and not w.tied(k) and not w.tied(k - 1))


def _behind_tenure(w: Tokens, k: int) -> tuple[int, int]:
    """Return where an office in apposition begins: as it is shown, and behind words for when it was held.

    "then mayor of Oldport" is shown whole, of "now the mayor of Oldport" only the office.
    """
    first = -1
    while k < len(w) - 1 and (_determines(w, k) or w.low[k] in held_words() or w.text[k] == "-"):
        if w.low[k] == "then" and _determines(w, k + 1):  # who comes next: "Cole, then the mayor"
            break
        if first < 0 and w.low[k] in word_list("mentions", "held_once"):
            first = k
        k += 1
    return (k if first < 0 else first), k


def _determines(w: Tokens, k: int) -> bool:
    """Whether a word stands before an office without a part in it: "its head", no "no lawyer"."""
    return w.tag[k] == "PRP$" or (w.pos[k] == "DET" and w.low[k] not in _NONE)


@cache
def held_words() -> frozenset[str]:
    """Return the words for when an office is held: "former", "then", "current"."""
    return word_list("mentions", "held_once", "held_now")


def _is_subject(w: Tokens, k: int, end: int) -> bool:
    """Whether the phrase begins the next clause ("…, the Queen suspended …") in place of describing the name."""
    closed = end >= len(w) or w.text[end] in (")", ".", ";") or _parts(w, end)
    return not closed and any(dep in ("nsubj", "nsubjpass") for dep in w.dep[k:end])


def in_apposition(w: Tokens, k: int) -> bool:
    """Tell whether a word may stand in a phrase beside a name: "of", "vice", no "whose" of "whose songs"."""
    hyphened = _is_hyphened(w, k)
    if w.low[k] in _PLACES and not hyphened:
        return _says_of_what(w, k)
    if hyphened or w.low[k] in word_list("mentions", "participles") or w.tag[k] == "RBS" or _describes(w, k):
        return True
    if w.text[k].isspace() or w.tag[k] == "WP$":
        return False  # "the composer whose songs"
    return w.pos[k] in _NOMINAL or w.low[k] in LINKS or w.pos[k] == "DET"


def _describes(w: Tokens, k: int) -> bool:
    """Whether a participle describes the noun behind it: "a leading expert", "an elected official"."""
    if w.tag[k] == "VBG" and w.low[k - 1] == "of":
        return True  # "vice-president of organizing at Ek"
    told = w.tag[k] == "VBG" or w.low[k] in word_list("mentions", "renowned")
    return told and w.dep[k] == "amod" and w.pos[k + 1 : k + 2] in (["NOUN"], ["PROPN"], ["ADJ"])


def _is_hyphened(w: Tokens, k: int) -> bool:
    """Whether a token is part of a word with hyphens: "British-Nigerian", "well-known"."""
    if w.text[k] == "-":
        return w.tied(k) and w.tied(k - 1)
    return (w.text[k - 1] == "-" and w.tied(k - 1)) or (w.text[k + 1 : k + 2] == ["-"] and w.tied(k))


def _says_of_what(w: Tokens, k: int) -> bool:
    """Whether "in" or "on" goes on with an office's place or matter: "researcher in Oldport", not "chair on Monday"."""
    after = past(k + 1, len(w), lambda after: w.pos[after] == "DET")
    if k == 0 or after >= len(w) or not _is_office(w, k - 1):
        return False
    field = w.low[k] == "in" and w.low[k - 1] in word_list("mentions", "of_fields")  # "professor in marine law"
    named = w.pos[after] == "PROPN" or _names_body_behind(w, after)
    return w.ent[after] not in ("DATE", "TIME") and (w.low[k] == "on" or field or named)


def _names_body_behind(w: Tokens, k: int) -> bool:
    """Whether a body's noun and its name begin here: "in the | racing team Tides", no "in a | band Lund led"."""
    end = past(k, len(w), lambda end: w.pos[end] in ("NOUN", "ADJ") or _describes(w, end))
    body = end > k and (is_body(w.lemma[end - 1]) or w.lemma[end - 1] in word_list("nouns", "bodies"))
    after = past(end, len(w), lambda after: w.pos[after] == "PROPN")
    named = end < after < len(w) and w.ent[end] not in ("DATE", "TIME") and w.pos[after] not in ("VERB", "AUX")
    return bool(body and named)


def office_leads(w: Tokens, k: int, end: int) -> bool:
    """Tell whether the office is the head of the phrase: "chairman of the committee", "a Ukrainian defense analyst"."""
    last = lead(w, k, end)
    if last > k and _is_office(w, last - 1):
        return True
    if last > k and w.low[last : last + 1] == ["of"] and names_body(w, last - 1) and _is_office(w, end - 1):
        return True  # "a Department of Roads spokesman"
    owner = next((i for i in range(last, end - 1) if w.tag[i] == "POS"), 0)  # "the Guild of Bakers' head"
    return owner > 0 and office_leads(w, owner + 1, end)


def lead(w: Tokens, k: int, end: int) -> int:
    """Return where the first words of a phrase end, before what an office is of."""
    first, inside, participles = k, _WITH_PARTICLES, word_list("mentions", "participles")
    while k < end and w.low[k] not in OF_OWNER:
        field = w.low[k] == "and" and k > first and not _is_office(w, k - 1)  # "policy and campaigns director"
        described = w.tag[k] == "RBS" or w.low[k] in participles or _describes(w, k)
        if not (field or described or w.pos[k] in inside or _is_hyphened(w, k)):
            break
        k += 1
    return k


def names_body(w: Tokens, k: int) -> bool:
    """Tell whether a noun with a capital begins the name of a public body: "Department" of "Department of Roads"."""
    return w.text[k][:1].isupper() and w.low[k] in word_list("organisations", "state_marks", "of_learning")


def holds_owner(w: Tokens, i: int, j: int) -> bool:
    """Tell whether somebody's possessive stands in a range."""
    return any(text in ("'s", "’s") for text in w.text[i:j])
