"""What kind of actor a name is, decided once for the whole article from all places where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.roles import described_as_person
from newsclaim.extraction.actors.trades import is_trade
from newsclaim.extraction.page.bodynouns import is_body, is_part
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations, person
from newsclaim.names.countries import GOVERNMENT_WAYS, is_city, is_region, is_state, lookup
from newsclaim.names.spelling import one_slip

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
#: Family names of one first letter that are looked through for slips of the pen.
_MOST_NAMES = 100
_PLACE_PREPOSITION_VOTE = 0.7


def kinds_of(
    doc: Doc, names: Sequence[Name], speaking: set[int], shorts: Mapping[str, str] | None = None
) -> dict[str, Kind]:
    """Return the kind of each name by its key; `speaking` are indices of tokens that speak or are credited.

    A short form in brackets and the long one before it are of one kind: an abbreviated name is no person's.
    """
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    kinds = {key: _kind(doc, group, speaking) for key, group in groups.items()}
    _things_of_persons(kinds)
    _full_names_follow(doc, kinds, groups)
    _surnames_follow(doc, kinds, groups)
    _bodies_follow(kinds, groups)
    for short, long in (shorts or {}).items():
        kinds[long] = "media" if "media" in (kinds[long], kinds[short]) else "organisation"
        kinds[short] = kinds[long]
    return kinds


def _kind(doc: Doc, group: Sequence[Name], speaking: set[int]) -> Kind:
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
    joint = _MARK_VOTE if " & " in text or " and " in text else 0.0
    return joint + 2.0 * organisations.is_acronym(text) + _COUNTRY_VOTE * organisations.has_legal_form(text)


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
    if _has_age_or_who(doc, name):
        votes["person"] += 2.0
    if described_as_person(doc, name):
        votes["person"] += _DESCRIBED_VOTE
    votes["person"] += _PRONOUN_VOTE * _taken_up_by(doc, name, root)
    leads = name.j < len(doc) and doc[name.j].text in word_list("mentions", "administrations")
    if (leads and not lookup(name.text)) or _is_called(doc, name):
        votes["person"] += _DESCRIBED_VOTE
    if any(map(is_body, name.called)):
        votes["organisation"] += _MARK_VOTE
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ in word_list("mentions", "personal"):
        votes["person"] += _SPEAKS_VOTE


def _taken_up_by(doc: Doc, name: Name, root: Token) -> bool:
    """Whether he or she takes the subject up at the head of the next sentence: "Brandt said. He said …"."""
    if root.dep_ != "nsubj" or " " in name.text:
        return False
    after = root.sent.end
    return after < len(doc) and doc[after].lower_ in ("he", "she") and doc[after].dep_ == "nsubj"


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


def _has_age_or_who(doc: Doc, name: Name) -> bool:
    after = [t.text for t in doc[name.j : name.j + 2]]
    return len(after) == 2 and after[0] == "," and (after[1].isdigit() or after[1] in ("who", "aged"))


def _things_of_persons(kinds: dict[str, Kind]) -> None:
    """What begins with a person's family name and no first name is no person: "Trump Tower" beside "Donald Trump"."""
    families = {key.split()[-1] for key, kind in kinds.items() if kind == "person" and len(key.split()) == 2}
    for key, kind in kinds.items():
        first, _, last = key.partition(" ")
        if kind != "person" or not last or " " in last or first not in families or first == last:
            continue
        if not person.is_given(first) and person.parse(key.title()).order == "western":
            kinds[key] = "other"


def _bodies_follow(kinds: dict[str, Kind], groups: dict[str, list[Name]]) -> None:
    """What begins the name of a firm is that firm: "Torvik" beside "Torvik Oil", where no person bears the name."""
    families = {key.split()[-1] for key, kind in kinds.items() if kind == "person" and " " in key}
    begun = set()
    for firm in [key for key, kind in kinds.items() if kind in ("organisation", "media")]:
        words = firm.split()
        whole = any(is_part(noun) for name in groups[firm] for noun in name.called)
        begun |= {" ".join(words[:k]) for k in range(1, len(words)) if whole or is_trade(words[k:])}
    for key in begun & kinds.keys() - families:
        titled = any(name.title for name in groups[key])
        if kinds[key] in ("person", "other", "place") and not titled and not _known_word(key):
            kinds[key] = "organisation"


def _full_names_follow(doc: Doc, kinds: dict[str, Kind], groups: dict[str, list[Name]]) -> None:
    """Two words that only the model took for a body are a person where the article goes on with a person's surname.

    "She took over from Arne Dahl. Dahl, now chairman of the guild, said": no "Halvern Power" beside "Power".
    """
    for key, kind in kinds.items():
        first, _, last = key.partition(" ")
        if kind not in ("organisation", "other", "place") or not last or " " in last or kinds.get(last) != "person":
            continue
        text = groups[key][0].text
        named = organisations.known(text) or organisations.has_mark(text) or organisations.has_legal_form(text)
        told = any(name.title or described_as_person(doc, name) or _has_age_or_who(doc, name) for name in groups[last])
        if told and not (named or lookup(text) or any(map(is_body, groups[key][0].called))) and first.isalpha():
            kinds[key] = "person"


def _surnames_follow(doc: Doc, kinds: dict[str, Kind], groups: dict[str, list[Name]]) -> None:
    """A single word that is the family name of a person in the article is that person's, unless it is a known name."""
    families = _families(kinds)
    for key, kind in kinds.items():
        if " " in key or kind == "person" or _known_word(key):
            continue
        if key in families[key[:1]]:
            if kind != "government" or not _stands_as_place(doc, groups[key]):
                kinds[key] = "person"
        elif kind != "government" and any(one_slip(key, f) for f in sorted(families[key[:1]])[:_MOST_NAMES]):
            kinds[key] = "person"


def _families(kinds: dict[str, Kind]) -> dict[str, set[str]]:
    """The words by which the persons of the article may be called, by first letter."""
    families: dict[str, set[str]] = defaultdict(set)
    for key, kind in kinds.items():
        words = key.split()
        if kind == "person" and len(words) > 1:
            families[words[0][0]].add(words[0])
            if person.parse(key.title()).order == "western":
                families[words[-1][0]].add(words[-1])
    return families


def _stands_as_place(doc: Doc, group: Sequence[Name]) -> bool:
    roots = [head_of(doc, name.i, name.j) for name in group]
    places = sum(r.dep_ == "pobj" and r.head.lower_ in ("in", "at", "near", "from", "into", "to") for r in roots)
    return 2 * places > len(roots)


def _known_word(key: str) -> bool:
    return organisations.known(key.upper()) is not None or key in word_list("organisations", "marks") or is_region(key)
