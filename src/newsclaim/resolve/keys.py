"""By what an actor of an article can bear on those of others: everything that resolving compares has a key here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from newsclaim.config import Corrections
from newsclaim.models.local import LocalActor
from newsclaim.names import organisations
from newsclaim.names.countries import display_name
from newsclaim.names.person import Person, family_group, is_given, parse
from newsclaim.names.spelling import loose_form, plain
from newsclaim.resolve.bodies import body_key, head_of, is_phrase, is_proper, tells_which, votes
from newsclaim.resolve.persons import name_key
from newsclaim.resolve.record import folded

#: How the keys begin that lines of the configuration give.
_LINE = "line "


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one actor: it bears on every actor that has a key it holds, and on those that hold one it offers.

    Without any it bears on nobody outside its article.
    """

    held: frozenset[str] = frozenset()
    offered: frozenset[str] = frozenset()

    @property
    def corrected(self) -> bool:
        """Whether a line of the configuration is about it."""
        return any(key.startswith(_LINE) for key in self.held)

    def __or__(self, other: Keys) -> Keys:
        return Keys(self.held | other.held, self.offered | other.offered)


class Keyring:
    """Returns the keys of actors; those of equal names are worked out once."""

    def __init__(self, corrections: Corrections) -> None:
        self._lines = _lines(corrections)
        self._shown = {folded(name): folded(value) for name, value in corrections.names.items()}
        self._known: dict[object, Keys] = {}

    def __call__(self, actor: LocalActor) -> Keys:
        """Return the keys of an actor by its name, kind, country and aliases."""
        forms = tuple([(alias.text, alias.rule) for alias in actor.aliases])
        what = actor.name, actor.kind, actor.country, forms
        found = self._known.get(what)
        if found is None:
            found = self._known[what] = self._corrected(actor, _keys(actor))
        return found

    def of_either(self, actor: LocalActor) -> Keys:
        """Return the keys of a name that some articles take for a person's and others for a body's."""
        return self(actor) | _person(actor.name) | _body(actor)

    def of_country(self, code: str) -> Keys:
        """Return the keys of the government of a country."""
        shown = folded(display_name(code))
        return _government_of(code) | Keys(self._told_of({shown}))

    def _corrected(self, actor: LocalActor, keys: Keys) -> Keys:
        """Tie an actor to all that the lines of the configuration which name it are about."""
        if not self._lines:
            return keys
        forms = {folded(actor.name), *(folded(alias.text) for alias in actor.aliases)}
        if actor.kind == "government" and actor.country:
            forms.add(folded(display_name(actor.country)))
        told = self._told_of(forms)
        return keys | Keys(told | {named(actor.name)}) if told else keys

    def _told_of(self, forms: Iterable[str]) -> frozenset[str]:
        found = {form for form in forms if form in self._lines}
        shown = {f"name {self._shown[form]}" for form in found if form in self._shown}
        return frozenset({f"{_LINE}{self._lines[form]}" for form in found} | shown)


def named(name: str) -> str:
    """Return the key that all actors of a name hold: ids tell apart what is shown by one name."""
    return f"name {folded(name)}"


def _keys(actor: LocalActor) -> Keys:
    name = actor.name
    if is_phrase(actor):
        return Keys(frozenset({named(name)})) if is_proper(actor) else Keys()
    if actor.kind == "government":
        keys = _government_of(actor.country) if actor.country else _government_without(name)
    else:
        keys = _person(name) if actor.kind == "person" else _body(actor) | _may_be_family(actor)
    return keys | Keys(frozenset({named(name)}))


def _government_of(code: str) -> Keys:
    return Keys(frozenset({f"government {code}", named(display_name(code))}))


def _government_without(name: str) -> Keys:
    """A government whose country only its head may tell."""
    return Keys(frozenset({f"government {folded(name)}", _family(head_of(name))}))


@lru_cache(maxsize=1 << 14)
def _person(name: str) -> Keys:
    parsed = parse(name)
    last = parsed.family.split()[-1] if parsed.family else ""
    if not parsed.lone:
        return Keys(frozenset({*_families(parsed, last), *_either_order(parsed)}))
    key = name_key(name)
    if is_given(key):
        return Keys(frozenset({f"given {key}"}), frozenset({_family(last)}))
    return Keys(frozenset({f"family {key}", f"spelt {loose_form(key)}", _family(last)}))


def _families(name: Person, last: str) -> Iterable[str]:
    yield from (_family(name.family), _family(last), f"family {family_group(name.family, name.order)}")
    yield from (f"spelt {loose_form(last)}", f"spelt {loose_form(last.rsplit('-', maxsplit=1)[-1])}")


def _family(family: str) -> str:
    return f"family {plain(family)}"


def _either_order(name: Person) -> Iterable[str]:
    """Yield a key of two words of which nobody can say which one is the family name."""
    if len(name.tokens) == 2:
        orders = {name.order, parse(" ".join(name.tokens)).order, parse(" ".join(reversed(name.tokens))).order}
        if orders != {"western"}:
            yield "order " + " ".join(sorted(plain(token) for token in name.tokens))


def _body(actor: LocalActor) -> Keys:
    place, called = body_key(actor)
    held, offered = {f"body {place} {called}"}, {f"initials {form}" for form in organisations.initialism(actor.name)}
    if tells_which(called):
        (offered if place else held).add(f"body {called}")
    if organisations.is_acronym(actor.name):
        held.add(f"initials {actor.name.replace('.', '').upper()}")
    return Keys(frozenset(held), frozenset(offered))


def _may_be_family(actor: LocalActor) -> Keys:
    """Tie a body of one word to the persons whose family name that is: it may be one of them."""
    return Keys(frozenset({_family(actor.name)} if votes(actor) else ()))


def _lines(corrections: Corrections) -> dict[str, str]:
    """Map the names in the lines of corrections to the first name of all lines that hang together by some names."""
    lines = [*corrections.same, *corrections.different, *corrections.names.items()]
    lines += [(name,) for name in (*corrections.kinds, *corrections.ignore)]
    first: dict[str, str] = {}
    together: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        names = {folded(name) for name in line}
        whole = names.union(*(together[first[name]] for name in names if name in first))
        together[min(whole)] = whole
        first.update(dict.fromkeys(whole, min(whole)))
    return first
