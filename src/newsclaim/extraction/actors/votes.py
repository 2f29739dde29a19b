"""What speaks for each kind of one name: its form, what the language model says of it, and what stands beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.outlets import is_on_a_day, is_on_air, is_outlet_alone, names_outlet
from newsclaim.extraction.actors.roles import described_as_person
from newsclaim.extraction.actors.takenup import (
    does_to_its_own,
    goes_on_speaking,
    next_sentence,
    says_of_itself,
    taken_up_by,
)
from newsclaim.extraction.actors.trades import (
    ends_with_country,
    ends_with_trade,
    is_branch,
    is_collective,
    is_founded,
    is_named_by_trade,
)
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations, person
from newsclaim.names.countries import GOVERNMENT_WAYS, Country, is_city, is_region, is_state, lookup
from newsclaim.names.titles import is_suffix

Kind = Literal["person", "organisation", "government", "media", "place", "other"]

#: Entity labels and what they speak for. The small model confuses persons and places, so a label is one vote of many.
_LABELS: dict[str, Kind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "other",
    "EVENT": "other", "PRODUCT": "other", "LAW": "other", "WORK_OF_ART": "other", "LANGUAGE": "other", "DATE": "other",
}  # fmt: skip
#: Votes: what the model says of one mention; marks in the name itself; what stands beside it, up to a most.
_LABEL_VOTE = 1.0
_TITLE_VOTE = 5.0
_GIVEN_VOTE = 3.0
_MARK_VOTE = 4.0
_COUNTRY_VOTE = 6.0
_SPEAKS_VOTE = 1.0
_SHAPE_VOTE = 0.6
_PEOPLE_VOTE = 2.0
_DESCRIBED_VOTE = 2.5
_PRONOUN_VOTE = 1.5
_MOST_BESIDE = 5.5
_PLACE_VOTE = 2.5
_PLACE_PREPOSITION_VOTE = 0.7
_AGE_VOTE = 2.0
#: More places of one name tell no more of its kind.
_MOST_PLACES = 12
#: The end of a name that is the address of a site: "Oldport.com".
_SITE = re.compile(r"[a-z]\.(?:com|org|net|co\.uk)$")
#: Parts in a sentence that persons have.
_PARTS = frozenset({"nsubj", "nsubjpass", "poss", "appos", "agent", "dobj", "conj", "ROOT"})


def kind_by_votes(w: Tokens, group: Sequence[Name], speaking: set[int]) -> Kind:
    """Return the kind of a name by all places where it stands; `speaking` are indices of tokens that speak."""
    some = group[:_MOST_PLACES]
    beside: dict[Kind, float] = defaultdict(float)
    for name in some:
        _vote_by_place(beside, w, name, speaking)
    votes = _votes_together(w, some, beside, speaking)
    if _is_common_word(group[0], beside["organisation"]):
        return "other"
    if votes["person"] and _is_nobody(w, group):
        votes["person"] = 0.0
    if beside["person"] and any(_is_somebody(w, name) for name in some):
        beside["person"] *= 2
    best = max(votes.items(), key=lambda item: (item[1], beside[item[0]], item[0]), default=("other", 0.0))
    if best[0] == "organisation" and names_outlet(group):
        return "media"
    if best[0] == "person" and is_outlet_alone(group[0]):
        return "media"
    return best[0] if best[1] > 0 else "other"


def _votes_together(
    w: Tokens, some: Sequence[Name], beside: dict[Kind, float], speaking: set[int]
) -> defaultdict[Kind, float]:
    """Add what stands beside a name, up to a most, to what its form says: "Ek Bakery" with an age beside it."""
    votes: defaultdict[Kind, float] = defaultdict(float)
    for kind, weight in beside.items():
        votes[kind] += min(weight, _MOST_BESIDE)
    for kind, weight in _votes_by_form(some[0].text):
        votes[kind] += weight
    votes["organisation"] += _MARK_VOTE * any(is_named_by_trade(w, name) for name in some)
    if ends_with_country(some[0].text) and not any(_speaks_as_one(w, name, speaking) for name in some):
        votes["organisation"] += _MARK_VOTE
    return votes


def _is_nobody(w: Tokens, group: Sequence[Name]) -> bool:
    """Whether a name of one unknown word never stands where persons do: "in Velmora", but "Wong said"."""
    return parse_lone(group[0].text) and not any(_takes_part(w, name) for name in group)


def _is_common_word(name: Name, as_body: float) -> bool:
    """Whether a word is none of a name: the sun where the model takes it for none, "Officials" at a sentence's head."""
    outlet = name.key in word_list("organisations", "common_outlets") and as_body < _LABEL_VOTE
    return outlet or name.text.casefold() in word_list("mentions", "groups")


@lru_cache(maxsize=32768)
def _votes_by_form(text: str) -> tuple[tuple[Kind, float], ...]:
    """What the words of a name say of its kind."""
    country = lookup(text)
    nothing = country is None and not organisations.known(text) and (_is_thing(text) or _ends_in_letters(text))
    votes: list[tuple[Kind, float]] = [("other", _COUNTRY_VOTE)] if nothing else []
    votes.append(_vote_of_lists(text, country))
    votes.append(("organisation", _firm_vote(text)))
    votes.append(("person", _personal_vote(text)))
    return tuple(votes)


def _vote_of_lists(text: str, country: Country | None) -> tuple[Kind, float]:
    """What the lists of countries, bodies and places say of a name."""
    if country and (country.way in GOVERNMENT_WAYS or country.way == "part"):
        return "place" if country.way == "part" else "government", _COUNTRY_VOTE
    if organisations.known(text) or organisations.is_outlet(text) or text in word_list("organisations", "firms"):
        return "organisation", _COUNTRY_VOTE
    if organisations.has_mark(text):
        return "organisation", _MARK_VOTE
    if is_state(text) or is_region(text):
        return "place", _MARK_VOTE
    return "place", _PLACE_VOTE if is_city(text) else 0.0


def _firm_vote(text: str) -> float:
    """How much abbreviation, legal form and a joint "and" say that a name is a body's."""
    first, *rest = text.split()
    joined = " & " in text or " and " in text
    told = joined or is_collective(text) or is_branch(text) or is_founded(text)
    told = told or is_on_air(first, rest) or is_on_a_day((first, *rest)) or _SITE.search(text) is not None
    joint = _MARK_VOTE if told else 0.0
    trade = _DESCRIBED_VOTE if ends_with_trade(text) else 0.0
    form = _COUNTRY_VOTE if organisations.has_legal_form(text) else 0.0
    return joint + trade + form + 2.0 * organisations.is_acronym(text)


def _is_thing(text: str) -> bool:
    """Whether the last word says that it is no actor ("Ek Tower"), and no family name ("Nora Hill")."""
    words = text.split()
    surname = len(words) == 2 and person.is_given(words[0])
    seat = words[-2:] == ["White", "House"] and len(words) > 2  # "the Hale White House"
    return seat or (words[-1].casefold() in word_list("mentions", "things") and not surname)


def _ends_in_letters(text: str) -> bool:
    """Whether letters behind one other word say what of it is meant: "Brightly AI", "Oldport TV"."""
    first, _, last = text.partition(" ")
    letters = len(last) in (2, 3) and last.isalpha() and last.isupper() and not first.isupper()
    return letters and not is_suffix(last) and not lookup(last)


def _personal_vote(text: str) -> float:
    parsed = person.parse(text)
    if parsed.lone:
        if text in word_list("names_families", "alone"):
            return _GIVEN_VOTE
        return 0.5 if person.is_given(text) else 0.0
    if person.is_given(parsed.given[0]) and not organisations.has_mark(text):
        return _GIVEN_VOTE
    if parsed.order != "western":
        return _GIVEN_VOTE - 1
    words = parsed.tokens if len(parsed.tokens) <= 3 and not organisations.has_mark(text) else ()
    shaped = all(t.replace("-", "").isalpha() and not t.isupper() for t in words)
    return _SHAPE_VOTE if words and shaped and not lookup(words[0]) else 0.0


def _vote_by_place(votes: dict[Kind, float], w: Tokens, name: Name, speaking: set[int]) -> None:
    """Add what one place says of a name: labels of the model, its part in the sentence, the words beside it."""
    before = w.low[max(0, name.i - 2) : name.i]
    land = before[:1] in (["of"], ["for"], ["to"]) and before[1:] != ["the"]
    inside = land and w.iob[name.i] == "I"  # "envoy to Norland Roe" has one label
    for label in {label for label in w.ent[name.i : name.j] if label and not (inside and label != "PERSON")}:
        votes[_LABELS.get(label, "other")] += _LABEL_VOTE if label != "NORP" else _PEOPLE_VOTE
    if name.title and name.title not in word_list("titles", "leading"):
        votes["person"] += _TITLE_VOTE
    if not speaking.isdisjoint(range(name.i, name.j)):
        votes["person"] += _SPEAKS_VOTE / 2
        votes["organisation"] += _SPEAKS_VOTE / 2
    _vote_by_part(votes, w, name)
    votes["person"] += _PRONOUN_VOTE * goes_on_speaking(w, name, speaking)
    _vote_by_neighbours(votes, w, name)


def _vote_by_part(votes: dict[Kind, float], w: Tokens, name: Name) -> None:
    """Add what the part of a name in its sentence says."""
    root = head_of(w, name.i, name.j)
    above = w.head[root]
    match w.dep[root]:
        case "pobj":
            votes["place"] += _PLACE_PREPOSITION_VOTE * (w.low[above] in ("in", "at", "near", "from", "into"))
        case "nsubj":
            votes["person"] += _PRONOUN_VOTE * taken_up_by(w, name, root)
            votes["organisation"] += _DESCRIBED_VOTE * does_to_its_own(w, name, root)
            votes["person"] += _SPEAKS_VOTE * (w.lemma[above] in word_list("mentions", "personal"))
            if w.lemma[above] == "report" and parse_lone(name.text) and not name.title:
                votes["organisation"] += _DESCRIBED_VOTE  # "Harbourpost reports": outlets and offices report
        case "nsubjpass":
            votes["person"] += _SPEAKS_VOTE * (w.lemma[above] in word_list("mentions", "personal"))


def _vote_by_neighbours(votes: dict[Kind, float], w: Tokens, name: Name) -> None:
    """Add what the words beside a name say."""
    if has_age_or_who(w, name):
        votes["person"] += _AGE_VOTE
    if described_as_person(w, name) or name.called & word_list("nominals", "kin"):
        votes["person"] += _DESCRIBED_VOTE
    said = says_of_itself(w, name)
    votes["organisation"] += _PRONOUN_VOTE * (said == "it") + _DESCRIBED_VOTE * _is_traded(w, name)
    votes["person"] += _PRONOUN_VOTE * (said in ("he", "she"))
    leads = w.text[name.j] in word_list("mentions", "administrations")
    if (leads and not lookup(name.text)) or _is_called(w, name):
        votes["person"] += _DESCRIBED_VOTE
    votes["organisation"] += _called_vote(w, name)


def _called_vote(w: Tokens, name: Name) -> float:
    """How much the nouns beside a name say that it is a body's: a firm, a rival of a single name ("rival Fjordly")."""
    lone = parse_lone(name.text)
    rival = name.i > 0 and w.low[name.i - 1] == "rival" and lone
    called = any(map(is_body, name.called)) * (_MOST_BESIDE if lone and not name.title else _MARK_VOTE)
    return called + _DESCRIBED_VOTE * rival


def _is_somebody(w: Tokens, name: Name) -> bool:
    """Whether words beside a name can only be said of a person: an age, "who", a "he" for the subject."""
    if has_age_or_who(w, name):
        return True
    root = head_of(w, name.i, name.j)
    return w.dep[root] == "nsubj" and taken_up_by(w, name, root)


def _speaks_as_one(w: Tokens, name: Name, speaking: set[int]) -> bool:
    """Whether he or she goes on behind a name: "Skylar Norland said she was ill"."""
    if says_of_itself(w, name) in ("he", "she") or goes_on_speaking(w, name, speaking):
        return True
    root = head_of(w, name.i, name.j)
    after = next_sentence(w, root)
    return w.dep[root] == "nsubj" and w.low[after : after + 1] in (["he"], ["she"])


def _is_traded(w: Tokens, name: Name) -> bool:
    """Whether shares of it are bought: "shares in Brightly", "Brightly shares"."""
    if w.low[name.j] in ("shares", "stock"):
        return True
    return w.low[max(0, name.i - 2) : name.i] in (["shares", "in"], ["shares", "of"], ["stake", "in"])


def parse_lone(text: str) -> bool:
    """Tell whether a name is one word that is no known first name."""
    return person.parse(text).lone and not person.is_given(text)


def _takes_part(w: Tokens, name: Name) -> bool:
    """Whether a lone name has a title or stands where persons stand: as subject, owner or apposition."""
    return bool(name.title) or _is_called(w, name) or w.dep[head_of(w, name.i, name.j)] in _PARTS


def _is_called(w: Tokens, name: Name) -> bool:
    """Whether somebody is introduced by the name: "a student named Wong"."""
    return name.i > 1 and w.low[name.i - 1] in ("named", "called") and w.tag[name.i - 2] == "NN"


def head_of(w: Tokens, i: int, j: int) -> int:
    """Return the last token of a range whose head stands outside of it."""
    for k in range(j - 1, i - 1, -1):
        if not i <= w.head[k] < j or w.head[k] == k:
            return k
    return j - 1


def has_age_or_who(w: Tokens, name: Name) -> bool:
    """Tell whether an age or "who" follows: "Jane Doe, 54, said"."""
    k = name.j
    return w.text[k] == "," and (w.text[k + 1].isdigit() or w.text[k + 1] in ("who", "aged"))
