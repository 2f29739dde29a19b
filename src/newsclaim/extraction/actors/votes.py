"""What speaks for each kind of one name: its form, what the language model says of it, and what stands beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.roles import described_as_person
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations, person
from newsclaim.names.countries import GOVERNMENT_WAYS, is_city, is_region, is_state, lookup

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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


def kind_by_votes(doc: Doc, group: Sequence[Name], speaking: set[int]) -> Kind:
    """Return the kind of a name by all places where it stands; `speaking` are indices of tokens that speak."""
    votes: dict[Kind, float] = defaultdict(float)
    beside: dict[Kind, float] = defaultdict(float)
    for name in group[:12]:
        _vote_by_place(beside, doc, name, speaking)
    for kind, weight in beside.items():
        votes[kind] += min(weight, _MOST_BESIDE)
    _vote_by_form(votes, group[0].text)
    if group[0].key in word_list("organisations", "common_outlets") and beside["organisation"] < _LABEL_VOTE:
        return "other"  # the sun, the independent: only what the model takes for a name is the paper
    if group[0].text.casefold() in word_list("mentions", "groups"):
        return "other"  # "Officials say": a noun at the head of a sentence
    if votes["person"] and parse_lone(group[0].text) and not any(_takes_part(doc, name) for name in group):
        votes["person"] = 0.0
    best = max(votes.items(), key=lambda item: (item[1], item[0]), default=("other", 0.0))
    if best[0] == "organisation" and _is_outlet(group):
        return "media"
    return best[0] if best[1] > 0 else "other"


def _is_outlet(group: Sequence[Name]) -> bool:
    """Whether a body is an outlet: known, ending with "News", or called a newspaper by the article."""
    name = group[0].text
    called = {noun for n in group for noun in n.called}
    return (
        organisations.is_outlet(name)
        or name.endswith(" News")
        or bool(called & word_list("nouns", "media") - {"agency"})
    )


def _vote_by_form(votes: dict[Kind, float], text: str) -> None:
    country = lookup(text)
    if country is None and _is_thing(text) and not organisations.known(text):
        votes["other"] += _COUNTRY_VOTE
    if country and country.way in GOVERNMENT_WAYS:
        votes["government"] += _COUNTRY_VOTE
    elif country and country.way == "part":
        votes["place"] += _COUNTRY_VOTE
    elif organisations.known(text) or organisations.is_outlet(text):
        votes["organisation"] += _COUNTRY_VOTE
    elif organisations.has_mark(text):
        votes["organisation"] += _MARK_VOTE
    elif is_state(text) or is_region(text):
        votes["place"] += _MARK_VOTE
    elif is_city(text):
        votes["place"] += _PLACE_VOTE
    votes["organisation"] += _firm_vote(text)
    _vote_personal(votes, text)


def _firm_vote(text: str) -> float:
    """How much abbreviation, legal form and a joint "and" say that a name is a body's."""
    joint = _MARK_VOTE if " & " in text or " and " in text or _is_branch(text) else 0.0
    trade = _DESCRIBED_VOTE if _ends_with_trade(text) else 0.0
    form = _COUNTRY_VOTE if organisations.has_legal_form(text) else 0.0
    return joint + trade + form + 2.0 * organisations.is_acronym(text)


def _ends_with_trade(text: str) -> bool:
    """Whether a name ends with what a firm makes and begins with no first name: "Kestrel Foods"."""
    first, _, rest = text.partition(" ")
    return rest.rpartition(" ")[2].casefold() in word_list("organisations", "businesses") and not person.is_given(first)


def _is_branch(text: str) -> bool:
    """Whether a name is an abbreviation with its place: "ACLU of Ohio"."""
    first, of, _ = text.partition(" of ")
    return bool(of) and organisations.is_acronym(first) and first.isupper()


def _is_thing(text: str) -> bool:
    """Whether the last word says that it is no actor ("Ek Tower"), and no family name ("Nora Hill")."""
    words = text.split()
    surname = len(words) == 2 and person.is_given(words[0])
    return words[-1].casefold() in word_list("mentions", "things") and not surname


def _vote_personal(votes: dict[Kind, float], text: str) -> None:
    parsed = person.parse(text)
    if parsed.lone:
        votes["person"] += 0.5 if person.is_given(text) else 0.0
        return
    if person.is_given(parsed.given[0]) and not organisations.has_mark(text):
        votes["person"] += _GIVEN_VOTE
    elif parsed.order != "western":
        votes["person"] += _GIVEN_VOTE - 1
    elif (
        len(parsed.tokens) <= 3
        and not organisations.has_mark(text)
        and all(t.replace("-", "").isalpha() and not t.isupper() for t in parsed.tokens)
    ):
        votes["person"] += _SHAPE_VOTE


def _vote_by_place(votes: dict[Kind, float], doc: Doc, name: Name, speaking: set[int]) -> None:
    for label in {token.ent_type_ for token in doc[name.i : name.j] if token.ent_type_}:
        votes[_LABELS.get(label, "other")] += _LABEL_VOTE if label != "NORP" else _PEOPLE_VOTE
    if name.title:
        votes["person"] += _TITLE_VOTE
    if any(k in speaking for k in range(name.i, name.j)):
        votes["person"] += _SPEAKS_VOTE / 2
        votes["organisation"] += _SPEAKS_VOTE / 2
    root = head_of(doc, name.i, name.j)
    if root.dep_ == "pobj" and root.head.lower_ in ("in", "at", "near", "from", "into"):
        votes["place"] += _PLACE_PREPOSITION_VOTE
    if has_age_or_who(doc, name):
        votes["person"] += 2.0
    if described_as_person(doc, name) or name.called & word_list("nominals", "kin"):
        votes["person"] += _DESCRIBED_VOTE
    votes["person"] += _PRONOUN_VOTE * _taken_up_by(doc, name, root)
    votes["organisation"] += _PRONOUN_VOTE * _is_it(doc, name) + _DESCRIBED_VOTE * _is_traded(doc, name)
    if root.dep_ == "nsubj" and root.head.lemma_ == "report" and parse_lone(name.text) and not name.title:
        votes["organisation"] += _DESCRIBED_VOTE  # "Harbourpost reports": outlets and offices report
    leads = name.j < len(doc) and doc[name.j].text in word_list("mentions", "administrations")
    if (leads and not lookup(name.text)) or _is_called(doc, name):
        votes["person"] += _DESCRIBED_VOTE
    votes["organisation"] += _called_vote(doc, name)
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ in word_list("mentions", "personal"):
        votes["person"] += _SPEAKS_VOTE


def _called_vote(doc: Doc, name: Name) -> float:
    """How much the nouns beside a name say that it is a body's: a firm, a rival of a single name ("rival Fjordly")."""
    rival = name.i > 0 and doc[name.i - 1].lower_ == "rival" and parse_lone(name.text)
    return _MARK_VOTE * any(map(is_body, name.called)) + _DESCRIBED_VOTE * rival


def _taken_up_by(doc: Doc, name: Name, root: Token) -> bool:
    """Whether he or she takes the subject up at the head of the next sentence: "Brandt said. He said …"."""
    if root.dep_ != "nsubj" or " " in name.text:
        return False
    after = root.sent.end
    return after < len(doc) and doc[after].lower_ in ("he", "she") and doc[after].dep_ == "nsubj"


def _is_it(doc: Doc, name: Name) -> bool:
    """Whether what somebody says begins with "it": "Brightly said it was calm", "Brightly said that it would"."""
    k = name.j
    if k + 2 >= len(doc) or doc[k].lower_ not in word_list("mentions", "announcing"):
        return False
    return doc[k + 1 + (doc[k + 1].lower_ == "that")].lower_ == "it"


def _is_traded(doc: Doc, name: Name) -> bool:
    """Whether shares of it are bought: "shares in Brightly", "Brightly shares"."""
    before = [doc[k].lower_ for k in range(max(0, name.i - 2), name.i)]
    after = doc[name.j].lower_ if name.j < len(doc) else ""
    return after in ("shares", "stock") or before in (["shares", "in"], ["shares", "of"], ["stake", "in"])


def parse_lone(text: str) -> bool:
    """Tell whether a name is one word that is no known first name."""
    return person.parse(text).lone and not person.is_given(text)


def _takes_part(doc: Doc, name: Name) -> bool:
    """Whether a lone name has a title or stands where persons stand: as subject, owner or apposition."""
    return (
        bool(name.title)
        or _is_called(doc, name)
        or head_of(doc, name.i, name.j).dep_
        in (
            "nsubj",
            "nsubjpass",
            "poss",
            "appos",
            "agent",
            "dobj",
            "conj",
            "ROOT",
        )
    )


def _is_called(doc: Doc, name: Name) -> bool:
    """Whether somebody is introduced by the name: "a student named Wong"."""
    return name.i > 1 and doc[name.i - 1].lower_ in ("named", "called") and doc[name.i - 2].tag_ == "NN"


def head_of(doc: Doc, i: int, j: int) -> Token:
    """Return the token of a span whose head stands outside of it."""
    for k in range(j - 1, i - 1, -1):
        if not i <= doc[k].head.i < j or doc[k].head.i == k:
            return doc[k]
    return doc[j - 1]


def has_age_or_who(doc: Doc, name: Name) -> bool:
    """Tell whether an age or "who" follows: "Jane Doe, 54, said"."""
    after = [t.text for t in doc[name.j : name.j + 2]]
    return len(after) == 2 and after[0] == "," and (after[1].isdigit() or after[1] in ("who", "aged"))
