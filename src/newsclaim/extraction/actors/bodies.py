"""Name mentions of organisations, outlets and governments → entities of the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.name import Name, key_of
from newsclaim.extraction.actors.namedbodies import kind_of_body
from newsclaim.extraction.actors.owners import country_of_group, full_text, owner, region
from newsclaim.extraction.actors.trades import is_trade, leaves_place
from newsclaim.extraction.actors.votes import Kind, head_of
from newsclaim.extraction.page.bodynouns import is_part
from newsclaim.extraction.page.tokens import Tokens, among
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import ActorKind, How
from newsclaim.names import organisations
from newsclaim.names.countries import Country, bare, display_name, is_state, located, lookup
from newsclaim.names.statebodies import state_body

#: How often an article names the country that it is about: at all, and for each time that it names another one.
_OFTEN, _AHEAD = 2, 1.3
#: Characters in which the lead stands.
_LEAD = 500
_NAMING = frozenset({"GPE", "NORP", "ORG"})
_HOW: dict[str, How] = {"name": "name", "short": "short-name", "capital": "metonym", "seat": "metonym", "part": "name"}


def build_governments(w: Tokens, names: Sequence[Name], speaking: set[int], setting: str | None) -> list[Entity]:
    """Return the governments that act, speak or are spoken to, with the mentions where they do.

    `setting` is the country whose "Federal Government" is meant.
    """
    entities: dict[str, Entity] = {}
    for name in names:
        country = lookup(_with_article(w, name))
        if country is None and is_own_government(name.text, setting):
            country = Country(setting or "", "name")
        if country is None:
            continue
        _take_noun(w, name)
        if not acts(w, name, speaking):
            continue
        code = country.code
        entity = entities.setdefault(code, Entity("government", display_name(code), country=code))
        place = Place(name.start, name.end, name.j - 1, _how(country, name))
        entity.add(place, bare(name.text), f"country-{country.way}")
    return list(entities.values())


def is_own_government(text: str, setting: str | None) -> bool:
    """Tell whether a name without a country is the government of the country the article is about."""
    key = key_of(text)
    if setting is None or key not in word_list("mentions", "own_governments"):
        return False
    return "federal" not in key or setting in load("countries")["kinds"]["federations"]


def _take_noun(w: Tokens, name: Name) -> None:
    """Extend "Norway" to "government of Norway" where that is what stands there."""
    if name.i > 1 and w.low[name.i - 1] == "of" and w.low[name.i - 2] in ("government", "administration"):
        name.i -= 2
        name.start, name.text = w.start[name.i], w.words(name.i, name.j)


def _with_article(w: Tokens, name: Name) -> str:
    before = w.text[name.i - 1] if name.i else ""
    return f"{before} {name.text}" if before.casefold() == "the" else name.text


def _how(country: Country, name: Name) -> How:
    return "short-name" if organisations.is_acronym(name.text) else _HOW.get(country.way, "name")


def acts(w: Tokens, name: Name, speaking: set[int]) -> bool:
    """Tell whether a country or city is an actor in this place: it speaks, acts, or is spoken to."""
    if any(k in speaking for k in range(name.i, name.j)):
        return True
    if name.text.casefold().endswith(("government", "administration", "regime")) or " of " in name.text[:18]:
        return True
    token = head_of(w, name.i, name.j)
    while w.dep[token] == "conj" and w.pos[w.head[token]] == "PROPN":
        token = w.head[token]
    return _does(w, w.dep[token], w.head[token])


def _does(w: Tokens, part: str, above: int) -> bool:
    """Whether a part in a sentence is that of somebody who acts, feels or is spoken to; `above` is its head."""
    match part:
        case "nsubj":
            return w.pos[above] in ("VERB", "AUX") and w.lemma[above] not in word_list("mentions", "not_acting")
        case "nsubjpass":
            return w.lemma[above] in word_list("mentions", "addressed", "felt")
        case "pobj":
            return w.dep[above] == "agent"
    return part in ("dobj", "dative", "obj", "iobj") and w.lemma[above] in word_list("mentions", "addressed")


def countries_named(w: Tokens) -> Counter[str]:
    """Count by which places, peoples and bodies an article names each country."""
    return Counter(code for i in among(w.iob, ("B",)) if (code := _country_named(w, i)))


def places_named(w: Tokens) -> Counter[str]:
    """Count by which places, peoples and bodies an article names each country, without its parties."""
    return Counter(code for i in among(w.iob, ("B",)) if (code := _place_named(w, i)))


def names_state_first(w: Tokens) -> bool:
    """Tell whether the first country that an article names is named in the lead by an American state or city."""
    names = ((i, _country_named(w, i)) for i in among(w.iob, ("B",)))
    i, code = next(((i, code) for i, code in names if code), (0, None))
    return code == "US" and w.start[i] < _LEAD and lookup(w.words(i, w.name(i)[1] + 1)) is None


def setting_of(counts: Counter[str]) -> str | None:
    """Return the country that an article is about, by how often it names each; None when no one stands out."""
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def _country_named(w: Tokens, i: int) -> str | None:
    """Return the country that a place, people or body named from a token on is or belongs to."""
    parties: dict[str, str] = load("mentions")["party_countries"] if w.ent[i] in _NAMING else {}
    return _place_named(w, i) or (parties.get(w.words(i, w.name(i)[1] + 1).casefold()) if parties else None)


def _place_named(w: Tokens, i: int) -> str | None:
    if w.ent[i] not in _NAMING:
        return None
    text = w.words(i, w.name(i)[1] + 1)
    found = lookup(text)
    if found is not None:
        return found.code
    return located(text) if w.ent[i] == "GPE" or is_state(text) else None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article as a whole tells of its bodies: the country they are of when nothing says so, and short forms.

    `shorts` maps the key of each short form in brackets to that of the long one; `headline` stands above the text.
    """

    country: str | None = None
    shorts: Mapping[str, str] = field(default_factory=dict)
    headline: str = ""


def build_organisations(w: Tokens, names: Sequence[Name], kinds: dict[str, Kind], setting: Setting) -> list[Entity]:
    """Return organisations and outlets; abbreviations and short forms go with the long name of the same article."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[name.key].append(name)
    shorts = setting.shorts
    apart = _apart(groups, shorts)
    entities: list[Entity] = []
    index: dict[str, Entity] = {}
    for key in sorted(groups, key=lambda k: (k in shorts, -len(k.split()), -len(k), k)):
        group = groups[key]
        text = full_text(w, group, setting.country)
        home, rule = _home(text, index, index.get(f"={shorts[key]}") if key in shorts else None)
        if home is None or (rule == "short-form" and key in apart):
            home, rule = _body(w, group, text, kinds), "name"
            entities.append(home)
        _take(home, group, rule)
        for form in (*_index_keys(group[0].text), f"={_canonical(text)}", f"={key}", _body_key(text)):
            index.setdefault(form, home)
    for entity in entities:
        _spell_out(entity)
    return entities


def _body(w: Tokens, group: Sequence[Name], text: str, kinds: Mapping[str, Kind]) -> Entity:
    """Return a new body with the name to show, its kind and country; `text` is its name with whose it is."""
    key = group[0].key
    kind: ActorKind = "media" if kinds.get(key) == "media" else kind_of_body(w, group)
    owned = state_body(text) is not None and any(owner(w, name) or region(w, name) for name in group)
    full = text if organisations.known(text) or owned else group[0].text
    return Entity(kind, _show(full), country=country_of_group(w, group) or organisations.parse(text).country)


def _spell_out(entity: Entity) -> None:
    """Show an abbreviation that the article spells out by its long form: "Federal Security Service (FSB)"."""
    if not organisations.is_acronym(entity.name):
        return
    long = [f for f in entity.forms if " " in f and not any(organisations.is_acronym(word) for word in f.split())]
    if long:
        entity.name = max(long, key=lambda form: (entity.forms[form], len(form), form))


def _body_key(text: str) -> str:
    """The key that all names of one body of a state share; each name has its own where it is none."""
    body = state_body(text)
    return f"body {body.kind} {body.place}" if body and body.place else f"={text}"


def _apart(groups: Mapping[str, Sequence[Name]], shorts: Mapping[str, str]) -> set[str]:
    """Names that begin another one and are bodies of their own: "Telvar" beside "Telvar Polska", its unit.

    The longer name then adds a place or a name of its own, not a word for a trade, and the shorter one came first.
    """
    found = set()
    for long, group in groups.items():
        words = long.split()
        for size in range(1, len(words)):
            short, rest = " ".join(words[:size]), words[size:]
            if short not in groups or short in shorts or is_trade(rest[:1]) or rest[0] in ("of", "for", "and"):
                continue
            if groups[short][0].start < group[0].start or any(is_part(noun) for n in group for noun in n.called):
                found.add(short)
    return found


def _home(text: str, index: Mapping[str, Entity], bracketed: Entity | None) -> tuple[Entity | None, str]:
    """Return the body that a name is already known by, and the rule that says so; `bracketed` has it in brackets."""
    if bracketed:
        return bracketed, "bracketed-short-form"
    keys = (*_home_keys(text), (_body_key(text), "same-body"))
    return next(((index[key], rule) for key, rule in keys if key in index), (None, "name"))


def _home_keys(text: str) -> Iterator[tuple[str, str]]:
    """Yield the keys under which a body may stand that is called so, each with its rule."""
    known = organisations.known(text)
    if not known and organisations.is_acronym(text):
        yield "~" + bare(text).replace(".", "").upper(), "initials"
    yield f"={_canonical(text)}", "same-organisation"
    if not known:
        yield f"<{key_of(text)}", "short-form"
        yield f">{key_of(text)}", "short-form"


@lru_cache(maxsize=32768)
def _index_keys(text: str) -> tuple[str, ...]:
    """Keys under which shorter forms find this name: initials, the compared form, its first and its last words."""
    keys = [f"={_canonical(text)}", *(f"~{form}" for form in organisations.initialism(text))]
    words = key_of(text).split()
    for size in range(1, min(len(words), 6)):
        first, last = words[:size], words[size:]
        told = not leaves_place(last) and not (size == 1 and _tells_nothing(first[0], text))
        if told and first[-1] not in ("of", "the", "for", "and"):
            keys.append("<" + " ".join(first))
        if last[0] not in ("of", "the", "for", "and"):
            keys.append(">" + " ".join(last))
    if words[1:3] == ["us", "circuit"]:  # "the 9th Circuit (Court of Appeals)"
        keys += [f"<{words[0]} circuit", f"<{' '.join((words[0], *words[2:]))}"]
    return tuple(keys)


def _tells_nothing(word: str, text: str) -> bool:
    """Whether a first word alone cannot be the short form: a country's, "House" of a House committee, an article."""
    sole = word in word_list("mentions", "sole_bodies") or word in word_list("organisations", "empty")
    return sole or lookup(text.split(maxsplit=1)[0]) is not None


@lru_cache(maxsize=32768)
def _canonical(text: str) -> str:
    parsed = organisations.parse(text)
    return " ".join((parsed.country or "", *sorted(parsed.words)))


def _show(text: str) -> str:
    known = organisations.known(text)
    return known[0] if known and not text.endswith(" News") else bare(text)


def _take(entity: Entity, group: Sequence[Name], rule: str) -> None:
    longest = max((n.text for n in group), key=len)
    for name in group:
        how: How = "name" if not entity.places or rule in ("name", "same-organisation") else "short-name"
        entity.add(Place(name.start, name.end, name.j - 1, how), bare(name.text), rule)
    if len(longest) > len(entity.name) and rule == "same-organisation" and not organisations.known(longest):
        entity.name = bare(longest)
