"""What an office's words name: its body, and the party behind a lawmaker's name ("R-Ky.")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.officelinks import OF_BODY
from newsclaim.extraction.actors.owners import is_domestic
from newsclaim.extraction.actors.portfolios import is_field, is_portfolio_of_state
from newsclaim.extraction.actors.rolecountries import LINKS, country_in_title, plain
from newsclaim.extraction.actors.smallbodies import small_body
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names import organisations
from newsclaim.names.countries import is_state, lookup
from newsclaim.names.titles import is_head, is_office, may_stand_before

#: Forms of address that are no office.
_HONOURS = frozenset({"Sir", "Dame", "Lady"})
_PARTY = re.compile(r"(?P<party>[RDI])[-–](?P<state>(?:(?:New|North|South|West|Rhode)\s)?[A-Z][a-zA-Z.]*)")
_MEMBER = re.compile(r" (?:from|of|in|on|for) ")
_EX = re.compile(r"\b[Ee]x-")
#: Tokens behind a name among which party and state stand.
_REACH = 8


@dataclass(frozen=True, slots=True)
class Party:
    """Party and state behind an American lawmaker's name, with the offset: "R-Ky."."""

    text: str
    start: int
    name: str | None


def party_behind(w: Tokens, name: Name) -> Party | None:
    """Return the party that stands behind a name with a state: "(R-Ohio)", ", D-Calif.,"."""
    first = name.j + 1
    if first >= len(w) or w.text[name.j] not in (",", "("):
        return None
    found = _PARTY.match(w.words(first, min(len(w), name.j + _REACH)))
    if found is None:
        return None
    state = found["state"].rstrip(".,")
    if not (is_state(state) or state in word_list("titles_parties", "states")):
        return None
    return Party(found[0].rstrip(","), w.start[first], load("titles_parties")["parties"].get(found["party"]))


def without_address(title: str) -> str:
    """Cut a form of address off the end of an office: "Former transport secretary Lord"."""
    words = title.split()
    while (
        words[-1:]
        and words[-1] in _address()
        and words[-2:] != ["First", "Lady"]
        and tells_office(" ".join(words[:-1]))
    ):
        title = title[: title.rindex(words.pop())].rstrip(" ,")
    return title


@cache
def _address() -> frozenset[str]:
    return frozenset(word for group in load("titles")["address"].values() for word in group)


def tells_office(title: str) -> bool:
    """Whether some word of a title says what somebody is, more than "Sir"."""
    words = (word for word in re.split(r"[\s-]+", title) if word not in _HONOURS)
    member = title.rpartition(" ")[2] in word_list("titles_parties", "members")
    return member or "First Lady" in title or any(map(tells_role, words))


def tells_role(word: str) -> bool:
    """Tell whether a noun says what somebody is: an office or any occupation, not only that it is a person."""
    if word.casefold() in word_list("people", "whoever") or word.startswith("anti-"):
        return False
    return is_office(word) or (word.islower() and stands_for_person(word))


def role_of(title: str, start: int, party: Party | None = None, *, end: int | None = None) -> Role:
    """Return the office with the country and body that its words name, or the party that stands behind the name.

    `end` is where its words end in the text, where they are other words there: a plural.
    """
    kin = title.rsplit(maxsplit=1)[-1].casefold() in word_list("nominals", "kin")  # "Jordan's mother"
    country, organisation = None if kin else country_in_title(title), body_in_title(title)
    if party is not None:
        country, organisation = country or "US", organisation or party.name
    end, title = end or start + len(title), " ".join(title.split())
    return Role(title=title, organisation=organisation, country=country, start=start, end=end)


def body_in_title(title: str) -> str | None:
    """Return the body that an office's words name: "European Union" of its foreign policy chief."""
    title = _EX.sub("", title)
    party = _party_of_member(title)
    if party and not _MEMBER.search(title):
        return party  # "House Democrat"
    small, text = small_body(title), _named_body(title)
    if text:
        return small if small and small.startswith(text) else text  # "House | intelligence committee"
    found = small or party or next(filter(None, map(_firm, _capitalised(title))), None)
    return found or _party(title) or _abbreviated(title)


def _party_of_member(title: str) -> str | None:
    """The party of which a title says that somebody is a member: "House Democrat", "Social Democrat from Oldport"."""
    words = _MEMBER.split(title, maxsplit=1)[0].split()
    if not words or words[-1] not in word_list("titles_parties", "members"):
        return None
    names = _party_names()
    return names.get(" ".join(words[-2:])) or names[words[-1]]


def _abbreviated(title: str) -> str | None:
    """The abbreviation with which a title begins: "UN envoy for children", "HHB Corporate Sales Manager"."""
    first, last = title.partition(" ")[0], title.rpartition(" ")[2]
    if not first.isupper():
        return None
    if organisations.known(first):
        return first
    firms = word_list("titles_parties", "of_firms") - word_list("titles_parties", "of_matter")
    told = last.casefold() in firms and organisations.is_acronym(first) and first.isalpha() and not is_office(first)
    return first if told and _may_be_firm(first) and first not in word_list("titles_parties", "no_bodies") else None


def _named_body(title: str) -> str | None:
    """Return the first run of words with capitals in a title that is a body's name."""
    for run in _capitalised(title):
        text = " ".join(_without_matter(_trimmed(run), title))
        words = text.removesuffix(" Government").split()
        told = text and _is_body(text) and not (is_field(words) or is_portfolio_of_state(words))
        if told and not _is_adjective(title, text) and not _is_anothers(title, text):
            return text
    return None


def _is_anothers(title: str, text: str) -> bool:
    """Whether a part of another body ends with that one's country: "Committee of Norway | 's Tea Association"."""
    owner = " of " in text and lookup(text.rpartition(" of ")[2]) and not organisations.known(text)
    return bool(owner) and re.search(rf"{re.escape(text)}['’]s? [A-Z]", title) is not None


def _is_adjective(title: str, text: str) -> bool:
    """Whether the word for a party only describes an office: "Labour Minister", no "leader of Labour"."""
    return text in _party_names() and re.search(rf"\b(?:of|for|in|at|the) {re.escape(text)}\b", title) is None


def _firm(run: list[str]) -> str | None:
    """The one word before an office that only a firm or another body has: "Halvern CEO", "Halvern Chief Economist"."""
    if len(run) < 2 or not _may_be_firm(run[0]):
        return None
    leading = run[1].casefold() in word_list("titles_parties", "leading_bodies")
    chief = run[1] == "Chief" and run[-1] in ("Officer", "Economist", "Strategist", "Executive")
    return run[0] if leading or chief else None


def _may_be_firm(word: str) -> bool:
    """Whether a word with a capital before an office is neither a place nor a part of the office."""
    told = _is_before_office(word) or word in word_list("titles_parties", "no_firms")
    return not (told or organisations.is_mere_mark(word) or word in _party_names())


def _party(title: str) -> str | None:
    """The party that an adjective before an office names: "Conservative MP", "former Liberal Democrat leader"."""
    past = word_list("nominals", "past")
    words = list(dropwhile(lambda word: word.casefold() in past, plain(title)))
    words = words[next((n for n in (2, 1) if is_state(" ".join(words[:n]))), 0) :]  # "Ohio Democratic Sen."
    names = _party_names()
    found = next(((text, words[n:]) for n in (3, 2, 1) if (text := " ".join(words[:n])) in names), None)
    return names[found[0]] if found and _is_of_politics(*found) else None


def _is_of_politics(party: str, office: list[str]) -> bool:
    """Whether an office behind an adjective is a politician's: no "Guard commander", "columnist", "Labour Minister"."""
    head = office[: next((k for k, word in enumerate(office) if word in LINKS), len(office))]
    if not head or (party == "Labour" and head[0].casefold() in word_list("titles_parties", "ministers")):
        return False
    topic = head[0].islower() or head[0] in word_list("titles_parties", "topics") or _is_before_office(head[0])
    return topic and any(word.casefold() in word_list("titles_parties", "politicians") for word in head)


def _is_before_office(word: str) -> bool:
    """Whether a word with a capital belongs to an office or tells its country: "Senate", "Shadow", "Norland"."""
    return _is_part_of_office(word) or may_stand_before(word)


def _party_names() -> dict[str, str]:
    names: dict[str, str] = load("titles_parties")["party_names"]
    return names


def _capitalised(title: str) -> list[list[str]]:
    """Return the words with capitals that stand together, with the small ones that link them."""
    runs: list[list[str]] = [[]]
    for word in re.sub(r"['’](?:s\b|(?=\s))", " | ", title).replace(",", " ").split():
        if word[:1].isupper() or (runs[-1] and word in LINKS):
            runs[-1].append(word)
        else:
            runs.append([])
    return runs


def _trimmed(words: list[str]) -> list[str]:
    """Cut what is no name of a body off both ends: offices, links, "Deputy", the adjective of a state's own body."""
    kept = _behind_office(words)
    while kept and (kept[0] in LINKS or _is_part_of_office(kept[0]) or _is_partys(kept)):
        kept = kept[1:]
    while kept and (kept[-1] in LINKS or _is_part_of_office(kept[-1])):
        kept = kept[:-1]
    first = lookup(kept[0]) if len(kept) > 1 else None
    return kept[1:] if first and first.way == "adjective" and is_domestic(" ".join(kept[1:])) else kept


def _without_matter(words: list[str], title: str) -> list[str]:
    """Cut the country that somebody of a body knows off its end: "Tarn University Norland" of its Norland expert."""
    for size in (1, 2):
        place = " ".join(words[-size:])
        knows = title.partition(f"{place} ")[2].partition(" ")[0] in word_list("titles_parties", "of_matters")
        if len(words) > size + 1 and knows and words[-size - 1] not in LINKS and lookup(place):
            return words[:-size]
    return words


def _behind_office(words: list[str]) -> list[str]:
    """Return what an office is of: "Staff Attorney of the Reed Foundation"."""
    links = (k for k in range(1, len(words)) if words[k] in OF_BODY and is_office(words[k - 1]))
    return words[next(links, -1) + 1 :]


def _is_partys(words: list[str]) -> bool:
    """Whether a first word only says of which party somebody is: "Republican Senate Majority Leader"."""
    chamber = len(words) > 1 and (words[1] in word_list("titles_parties", "chambers") or _is_part_of_office(words[1]))
    return words[0] in ("Republican", "Democratic") and chamber


def _is_part_of_office(word: str) -> bool:
    return is_head(word) or is_office(word) or word.casefold() in word_list("titles_parties", "around")


def _is_body(text: str) -> bool:
    country = lookup(text)
    if country is not None:
        return country.way in ("seat", "office") or organisations.known(text) is not None
    if organisations.known(text) or text in word_list("titles_parties", "chambers"):
        return True
    first, _, rest = text.partition(" ")
    if rest and lookup(first) and organisations.known(rest):
        return True
    if organisations.is_acronym(text):
        return text.upper() not in word_list("titles_parties", "no_bodies")
    return " " in text and organisations.has_mark(text)
