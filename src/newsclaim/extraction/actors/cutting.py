"""A run of capitalised words → names: cut where one ends and another begins, titles split off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsclaim.extraction.actors.descriptors import descriptor, looks_personal, only_opens
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.pieces import is_body_name, is_land, pieces
from newsclaim.extraction.actors.portfolios import is_matter
from newsclaim.extraction.actors.word import Word
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens, past
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations, person
from newsclaim.names.countries import is_city, is_state, lookup
from newsclaim.names.titles import is_head, is_honour, is_office, is_suffix, opens_office, tells_portfolio, title_length

_SHIPS = frozenset({"USS", "U.S.S.", "HMS", "H.M.S.", "RMS", "MV", "SS"})

#: First words of places that go on with what may be a first name: "Mayor of Fort Wayne Tom Roe".
_OPENS_PLACE = frozenset(["San", "Santa", "Saint", "St.", "Fort", "Port", "El", "La", "Los", "Las", "New", "Mount"])


def names_in(w: Tokens, words: Sequence[Word]) -> list[Name]:
    """Return the names of a run in text order."""
    body = _lower_body(w, words)
    if body:
        return [body]
    cut = pieces(w, words[1:] if _is_platform(w, words) else words)
    return [name for piece in cut for name in _titled(w, piece)]


def _is_platform(w: Tokens, words: Sequence[Word]) -> bool:
    """Whether a run begins with where something was posted: "On Twitter West accused his wife"."""
    first = words[0].i if len(words) > 1 else 0
    return first > 0 and w.low[first] in word_list("mentions", "platforms") and w.low[first - 1] == "on"


def _lower_body(w: Tokens, words: Sequence[Word]) -> Name | None:
    """A body whose noun has no capital: "UK parliament", "Russian foreign ministry", "Labour party"."""
    if not words or len(words) > 3:
        return None
    k, end = words[-1].j, len(w)
    k = past(k, end, lambda k: k < words[-1].j + 2 and w.low[k] in word_list("mentions", "lower_between"))
    if k >= end or w.text[k] not in word_list("mentions", "lower_bodies"):
        return None
    if k + 1 < end and (is_office(w.text[k + 1]) or w.pos[k + 1] in ("NOUN", "PROPN")):
        return None
    owner = w.words(words[0].i, words[-1].j)
    party = w.text[k] == "party" and k == words[-1].j
    if not lookup(owner) and not party:
        return None
    return Name(words[0].i, k + 1, words[0].start, w.end[k], w.words(words[0].i, k + 1))


def _titled(w: Tokens, words: list[Word]) -> list[Name]:
    """Return the name of a piece with the title before it, and the body that stands inside the title."""
    if len(words) > 1 and _is_given_here(w, words):
        return [replace(name, whole=True) for name in _single(w, words)]
    texts = [x.text for x in words]
    cut = _title_cut(w, words, texts)
    body = _single(w, words[: cut - 1]) if cut > 1 and _is_body_in_title(texts[: cut - 1]) else []
    if cut == len(words) or _only_title(texts[cut:]):
        return body + (_body_of_office(w, words[texts.index("of") + 1 :]) if "of" in texts[1:-1] else [])
    names = _single(w, words[cut:])
    if cut and not (cut == 1 and only_opens(w, words)):
        title = w.words(words[0].i, words[cut - 1].j)
        names = [replace(name, title=title, title_start=words[0].start) for name in names]
    return body + names


def _title_cut(w: Tokens, words: list[Word], texts: list[str]) -> int:
    """How many of the words are a title and no part of a name: 0 for "General Motors"."""
    if len(words) == 1 or lookup(" ".join(texts)):
        return 0
    cut = _title_size(w, words)
    if 0 < cut < len(words) and organisations.has_mark(" ".join(texts[cut:])) and not person.is_given(texts[cut]):
        return 0
    return cut


def _is_given_here(w: Tokens, words: Sequence[Word]) -> bool:
    """Whether a title is the given name, by the job that follows: "Major Tolliver, a broker", "Prince Adebayo, 24,".

    A prince with a given name is a prince, and a major who is an officer a major.
    """
    end = words[-1].j
    two = len(words) == len(("given", "family")) and words[0].text in word_list("titles", "given_too")
    if not two or w.text[end : end + 1] != [","] or person.is_given(words[1].text):
        return False
    if w.low[end + 1 : end + 2] not in (["a"], ["an"]):
        return False
    k = past(end + 2, len(w), lambda k: w.tag[k] in ("JJ", "NN", "NNP", "HYPH", "CD"))
    job = w.lemma[k - 1]
    return w.tag[k - 1] == "NN" and stands_for_person(job) and job not in word_list("titles", "of_rank")


def _body_of_office(w: Tokens, words: Sequence[Word]) -> list[Name]:
    """The body in "Chief Technology Officer of Red Hat"."""
    while words and not words[0].upper:
        words = words[1:]
    return _single(w, words) if words and not lookup(words[0].text) else []


def _is_body_in_title(texts: list[str]) -> bool:
    """Whether the words before an office name a body, not what the office is for: "Energy and Mines Minister"."""
    return is_body_name(" ".join(texts)) and not is_matter(texts)


def _title_size(w: Tokens, words: list[Word]) -> int:
    """How many of the words are a title: 0 for none, all of them for an office of which no bearer is named."""
    texts = [x.text for x in words]
    cut = title_length(texts) or _inner_title(w, words) or descriptor(w, words)
    if cut == 0 and len(texts) > 1 and (texts[0] in word_list("titles", "leading") or only_opens(w, words)):
        cut = 1
    if cut and _is_rest_of_office(texts[cut:]):
        return len(words)
    if cut:
        cut += _inner_title(w, words[cut:])
    return _past_office_of(w, words, cut) or len(words) if cut and texts[cut] in ("of", "for") else cut


def _is_rest_of_office(texts: Sequence[str]) -> bool:
    """Whether words behind an office only go on with what it is for: "Minister for Tourism | and Sport"."""
    return all(text == "and" or tells_portfolio(text) for text in texts)


def _past_office_of(w: Tokens, words: list[Word], cut: int) -> int:
    """Where the person begins in "Co-founder of Google Sergey Brin", "Envoy for Norland Sol"; 0 for nobody."""
    first = cut + 2 + any(x.text in _OPENS_PLACE for x in words[cut + 1 : cut + 2])
    found = next((k for k in range(first, len(words) - 1) if looks_personal(w, words[k:])), 0)
    texts = [x.text for x in words[cut + 1 :]]
    land = next((n for n in range(1, min(4, len(texts) - 1)) if is_land(" ".join(texts[:n]))), 0)
    return found or (land and cut + 1 + land)


def _inner_title(w: Tokens, words: list[Word]) -> int:
    """The title behind the name of a body: "House of Commons Speaker John Bercow", "NEF Commissioner for Trade Roe"."""
    for k in range(1, len(words) - 1):
        if is_head(words[k].text) and words[k + 1].text in ("of", "for") and _past_office_of(w, words, k + 1):
            return k + 1
        if is_head(words[k].text) and not is_head(words[k + 1].text) and looks_personal(w, words[k + 1 :]):
            return k + 1
    return 0


def _only_title(texts: list[str]) -> bool:
    """Whether the words are an office without a bearer: "Prime Minister", "Secretary of State"."""
    last = texts.index("of") - 1 if "of" in texts else len(texts) - 1
    whole = " ".join(texts)
    if not is_office(texts[last]) or organisations.known(whole) or organisations.is_outlet(whole):
        return False
    if "of" in texts:
        return True
    return _is_before_office(texts[:last]) or _is_no_family_name(texts[: last + 1])


def _is_before_office(texts: list[str]) -> bool:
    """Whether words before an office are none, other offices or a place: "Senate", "US"."""
    rest = " ".join(texts)
    if not rest or lookup(rest) or is_city(rest) or is_state(rest) or organisations.is_acronym(rest):
        return True
    return all(is_office(t) or opens_office(t) or lookup(t) for t in texts)


def _is_no_family_name(texts: list[str]) -> bool:
    """Whether an office is nobody's family name behind words of which none is a first name: "Commercial Officer"."""
    return texts[-1] in word_list("titles", "no_family_names") and not any(map(person.is_given, texts))


def _single(w: Tokens, words: Sequence[Word]) -> list[Name]:
    """Return the words as one name, without honours behind it; nothing where they name nobody."""
    while words and not (words[-1].upper or words[-1].text.isdigit()):
        words = words[:-1]
    if not words:
        return []
    end = words[-1]
    while len(words) > 2 and is_honour(words[-1].text):
        words = words[:-1]  # "Jane Doe KC"
    text = w.words(words[0].i, words[-1].j)
    return [] if _names_nobody(w, words, text) else [Name(words[0].i, end.j, words[0].start, end.end, text)]


def _names_nobody(w: Tokens, words: Sequence[Word], text: str) -> bool:
    """Whether words are no name: "Jr" behind a comma, a number, "Council", a ship, "2 p.m. ET"."""
    first, country = words[0].i, lookup(text)
    if (is_suffix(text) and first > 0 and w.text[first - 1] == ",") or (len(words) == 1 and w.pos[first] == "NUM"):
        return True
    if len(text) < 2 or organisations.is_mere_mark(text) or words[0].text in _SHIPS:
        return True
    if text.isupper() and w.low[first - 1] in ("a.m.", "p.m."):
        return True
    adjective = text in word_list("mentions", "region_adjectives")
    return adjective or (country is not None and country.way in ("adjective", "people"))
