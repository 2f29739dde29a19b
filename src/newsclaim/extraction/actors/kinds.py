"""What kind of actor a name is, decided once for the article from all places where it stands and by other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from newsclaim.extraction.actors.name import Name, by_nickname, key_of, last_of
from newsclaim.extraction.actors.roles import described_as_person
from newsclaim.extraction.actors.trades import is_trade, leaves_place
from newsclaim.extraction.actors.votes import Kind, has_age_or_who, head_of, kind_by_votes
from newsclaim.extraction.page.bodynouns import is_body, is_part
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations, person
from newsclaim.names.countries import is_region, lookup
from newsclaim.names.spelling import one_slip
from newsclaim.names.titles import is_office

#: Family names of one first letter that are looked through for slips of the pen.
_MOST_NAMES = 100
_UNSURE = frozenset({"person", "place", "other", "organisation"})


def kinds_of(
    w: Tokens, names: Sequence[Name], speaking: set[int], shorts: Mapping[str, str] | None = None
) -> dict[str, Kind]:
    """Return the kind of each name by its key; `speaking` are indices of tokens that speak or are credited.

    A short form in brackets and the long one before it are of one kind: an abbreviated name is no person's.
    """
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    kinds = {key: kind_by_votes(w, group, speaking) for key, group in groups.items()}
    kinds |= dict.fromkeys(kinds.keys() & {key_of(n) for name in names for n in by_nickname(name)}, "person")
    _things_of_persons(kinds)
    _full_names_follow(w, kinds, groups, speaking)
    _surnames_follow(w, kinds, groups)
    _bodies_follow(kinds, groups)
    _firms_follow(kinds, groups)
    for short, long in (shorts or {}).items():
        kinds[long] = "media" if "media" in (kinds[long], kinds[short]) else "organisation"
        kinds[short] = kinds[long]
    return kinds


def _two(key: str) -> tuple[str, str]:
    """Return the words of a name that has exactly two, else nothing twice."""
    first, _, last = key.partition(" ")
    return (first, last) if last and " " not in last else ("", "")


def family_names(kinds: Mapping[str, Kind]) -> set[str]:
    """Return the last words of the names of persons that tell a family."""
    return {last_of(key) for key, kind in kinds.items() if kind == "person" and " " in key}


def _things_of_persons(kinds: dict[str, Kind]) -> None:
    """What begins with a person's family name and no first name is no person: "Trump Tower" beside "Donald Trump"."""
    families = {_two(key)[1] for key, kind in kinds.items() if kind == "person"} - {""}
    for key, kind in kinds.items():
        first, last = _two(key)
        if kind != "person" or first not in families or first == last:
            continue
        if not person.is_given(first) and person.parse(key.title()).order == "western":
            kinds[key] = "other"


def _bodies_follow(kinds: dict[str, Kind], groups: dict[str, list[Name]]) -> None:
    """What begins the name of a firm is that firm: "Torvik" beside "Torvik Oil", where no person bears the name."""
    firms = [key for key, kind in kinds.items() if kind in ("organisation", "media")]
    begun = {start for firm in firms for start in _beginnings(firm, groups[firm])} | _towns_of_clubs(kinds)
    _places_follow(kinds, groups, {place for firm in firms for place in _places_of(firm)} - begun)
    for key in begun & kinds.keys() - family_names(kinds):
        titled = any(is_office(word) for name in groups[key] for word in name.title.split())
        if kinds[key] in _UNSURE and not titled and not _known_word(key):
            kinds[key] = "organisation"


def _places_follow(kinds: dict[str, Kind], groups: dict[str, list[Name]], places: set[str]) -> None:
    """What is no more than the place of a body's name is a place."""
    for key in places & kinds.keys():
        if kinds[key] in _UNSURE and not (_known_word(key) or any(name.title for name in groups[key])):
            kinds[key] = "place"


def _places_of(firm: str) -> Iterator[str]:
    """Yield the first words of a body's name that are no more than its place: "Oldport" of "Oldport City Council"."""
    words = firm.split()
    return (" ".join(words[:k]) for k in range(1, len(words)) if leaves_place(words[k:]))


def _towns_of_clubs(kinds: Mapping[str, Kind]) -> set[str]:
    """The first words of names of clubs and the like that no person bears: "Oldport" beside "Oldport City"."""
    pairs = ((key, *_two(key)) for key, kind in kinds.items() if kind in ("place", "other", "organisation"))
    return {first for _, first, last in pairs if last in word_list("organisations", "club_marks")}


def _beginnings(firm: str, group: Sequence[Name]) -> Iterator[str]:
    """Yield the first words of a firm's name that name it alone: only a trade follows, or it is called a part."""
    words = firm.split()
    whole = len(words) > 1 and any(is_part(noun) for name in group for noun in name.called)
    cuts = (k for k in range(1, len(words)) if whole or is_trade(words[k:]))
    return (" ".join(words[:k]) for k in cuts if not leaves_place(words[k:]))


def _firms_follow(kinds: dict[str, Kind], groups: dict[str, list[Name]]) -> None:
    """A name of two words that opens the article is a body where the article goes on with its first word as one.

    "Shares in Brightline Pay fell. Brightline said": no "Apple Watch" beside an Apple that was named before.
    """
    families = family_names(kinds)
    for key, kind in kinds.items():
        first, last = _two(key)
        if not last or first not in kinds or first in families or not _may_be_firm(kind, kinds[first]):
            continue
        if not _tells_itself(groups[key][0].text) and _came_before(groups[key], groups[first]):
            kinds[key] = kinds[first] = "organisation"


def _may_be_firm(one: Kind, other: Kind) -> bool:
    return {one, other} <= _UNSURE and "organisation" in (one, other)


def _came_before(long: Sequence[Name], short: Sequence[Name]) -> bool:
    """Whether a name stands before its short form, which no title makes a person's."""
    start = min((name.start for name in short if not name.headline), default=0)
    return long[0].start < start and not any(name.title for name in short)


def _tells_itself(text: str) -> bool:
    """Whether a name of two words is known, has a word for what it is, or begins with a place or a first name."""
    first, _, last = text.partition(" ")
    named = organisations.known(text) or organisations.has_mark(text) or lookup(first) or person.is_given(first)
    return bool(named) or _known_word(first.casefold()) or _known_word(last.casefold())


def _full_names_follow(w: Tokens, kinds: dict[str, Kind], groups: dict[str, list[Name]], speaking: set[int]) -> None:
    """Two words that only the model took for a body are a person where the article goes on with a person's surname.

    "She took over from Arne Dahl. Dahl, now chairman of the guild, said": no "Halvern Power" beside "Power".
    """
    for key, kind in kinds.items():
        first, _, family = groups[key][0].text.partition(" ")
        last = key_of(family)
        if kind not in _UNSURE or " " in family or kinds.get(last) != "person" or not _may_be_given(first, groups):
            continue
        told = any(_told_as_person(w, name) or _speaks(w, name, speaking) for name in groups[last])
        told = told or any(map(_has_office, groups[key]))
        if (told and not _told_as_body(groups[key][0])) or all(_is_labelled(w, name) for name in groups[key]):
            kinds[key] = "person"


def _may_be_given(word: str, names: Collection[str]) -> bool:
    """Whether a word may be a first name: no land, no letters, nothing that the article has as a name of its own."""
    shaped = word.replace("-", "").isalpha() and not word.isupper()
    return shaped and not lookup(word) and key_of(word) not in names


def _speaks(w: Tokens, name: Name, speaking: set[int]) -> bool:
    """Whether a name without "the" before it speaks: "Dahl said", no "the Mint said"."""
    return not speaking.isdisjoint(range(name.i, name.j)) and w.low[max(0, name.i - 1)] != "the"


def _has_office(name: Name) -> bool:
    """Whether the article calls somebody by an office behind the name: "Ada Ek, the mill's secretary"."""
    return any(map(is_office, name.called))


def _is_labelled(w: Tokens, name: Name) -> bool:
    """Whether a first name begins what the language model takes for a person's name, word by word."""
    return person.is_given(w.text[name.i]) and set(w.ent[name.i : name.j]) == {"PERSON"}


def _told_as_person(w: Tokens, name: Name) -> bool:
    """Whether what stands beside a surname says that a person bears it; an interview's label does ("Kowal: We do")."""
    labels = w.text[name.j : name.j + 1] == [":"]
    return bool(name.title) or labels or described_as_person(w, name) or has_age_or_who(w, name)


def _told_as_body(name: Name) -> bool:
    """Whether the words of a name, or what the article calls it, say that it is no person."""
    named = organisations.known(name.text) or organisations.has_mark(name.text)
    called = any(map(is_body, name.called)) and not person.is_given(name.text.split()[0])
    return bool(named or organisations.has_legal_form(name.text) or lookup(name.text) or called)


def _surnames_follow(w: Tokens, kinds: dict[str, Kind], groups: dict[str, list[Name]]) -> None:
    """A single word that is the family name of a person in the article is that person's, unless it is a known name."""
    families = _families(kinds)
    doubles = _double_families(kinds, groups)
    for key, kind in kinds.items():
        if key in doubles and not _known_word(key):
            kinds[key] = "person"
        if " " in key or kind == "person" or (_known_word(key) and not _is_bare_region(w, key, groups[key])):
            continue
        if key in families[key[:1]]:
            if kind != "government" or not _stands_as_place(w, groups[key]):
                kinds[key] = "person"
        elif kind != "government" and any(one_slip(key, f) for f in sorted(families[key[:1]])[:_MOST_NAMES]):
            kinds[key] = "person"


def _double_families(kinds: Mapping[str, Kind], groups: Mapping[str, list[Name]]) -> set[str]:
    """The family names of persons that are two words: "Danny Peters-Hale", "Greta La Torre"."""
    texts = (groups[key][0].text.partition(" ") for key, kind in kinds.items() if kind == "person" and " " in key)
    return {key_of(rest) for first, _, rest in texts if _is_double(rest) and person.is_given(first)}


def _is_double(family: str) -> bool:
    first, _, last = family.partition(" ")
    return ("-" in family and not last) or (last.isalpha() and first.casefold() in word_list("mentions", "particles"))


def _families(kinds: dict[str, Kind]) -> dict[str, set[str]]:
    """The words by which the persons of the article may be called, by first letter."""
    families: dict[str, set[str]] = defaultdict(set)
    for key, kind in kinds.items():
        words = key.split()
        if kind == "person" and len(words) > 1:
            families[words[0][0]].add(words[0])
            if person.parse(key.title()).order == "western":
                families[last_of(key)[0]].add(last_of(key))
    return families


def _stands_as_place(w: Tokens, group: Sequence[Name]) -> bool:
    roots = [head_of(w, name.i, name.j) for name in group]
    places = sum(w.dep[r] == "pobj" and w.low[w.head[r]] in ("in", "at", "near", "from", "into", "to") for r in roots)
    return 2 * places > len(roots)


def _is_bare_region(w: Tokens, key: str, group: Sequence[Name]) -> bool:
    """Whether a word for a part of the world never has its article: "West said" of Ina West, not "the West said"."""
    return is_region(key) and not any(name.i and w.low[name.i - 1] == "the" for name in group)


def _known_word(key: str) -> bool:
    return organisations.known(key.upper()) is not None or key in word_list("organisations", "marks") or is_region(key)
