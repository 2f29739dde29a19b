"""The minister, the South Korean minister, the firm → an actor that the article has named, by office and words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from newsclaim.extraction.actors.calledbodies import CalledBodies
from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.epithets import by_epithet
from newsclaim.extraction.actors.name import key_of
from newsclaim.extraction.actors.namednext import named_next
from newsclaim.extraction.actors.officewords import head_word, holds, is_below, is_held, role_heads, rules
from newsclaim.extraction.actors.phrases import Nominal, is_definite, nominal_at
from newsclaim.extraction.actors.roleparts import role_of, tells_role
from newsclaim.extraction.actors.salience import weight
from newsclaim.extraction.actors.unstated import holder
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.tokens import Tokens, among
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names.countries import display_name
from newsclaim.names.titles import is_office

#: More holders of one office in one article are a list, not a story.
_MOST = 200
#: Characters in which headline and lead stand, which speak of somebody whom a later sentence names.
_LEAD = 500
#: Words that bring in somebody of whom nothing was told yet.
_INTRODUCES = frozenset({"a", "an", "another", "one"})
#: Words that stand for the holders of several offices.
_WIDER = frozenset({"diplomat"})
#: What a justice is called, who is a judge: no minister of justice, nor who is of a campaign for it.
_JUSTICE = re.compile(r"(?!.*\b(?:of|for)\b)(?:.*\b(?:Lord|Lady|Chief|Mrs?|Associate|Court|Former|Retired) )?Justice")
#: Words for whoever leads a body, whatever the office is called, and such offices.
_CHIEF = frozenset({"boss", "head"})
#: Two words for one office, by country.
_CABINET = frozenset({"minister", "secretary"})


class Offices:
    """Who in the article holds which office, what the article calls each name, and which bodies have which words."""

    def __init__(self, page: Page, entities: Sequence[Entity]) -> None:
        self._page = page
        self._holders: dict[str, list[tuple[Entity, Role]]] = defaultdict(list)
        self._described: dict[str, list[Entity]] = defaultdict(list)
        self._persons = [e for e in entities if e.kind == "person"]
        for entity in entities:
            for noun in sorted(entity.called):
                if entity.kind == "person" and is_body(noun) and not is_office(noun):
                    continue  # the council leader is no council
                self._described[head_word(noun)].append(entity)
            for role in entity.roles if entity.kind == "person" else ():
                for head in (*role_heads(role.office), *_wider(role.office)):
                    self._holders[head].append((entity, role))
        self._bodies = CalledBodies(page, entities, self._described)

    def meant(self, nominal: Nominal) -> Entity | None:
        """Return the actor that a definite phrase means, None when nobody or nobody in particular fits."""
        w = self._page.tokens
        if w.tag[nominal.head] == "NNS" and w.low[nominal.head] != "police":
            return None
        if w.low[nominal.head] == "tank" and nominal.modifiers[-1:] == ("think",):
            return self._bodies.meant(replace(nominal, modifiers=nominal.modifiers[:-1]), "think-tank", "think-tank")
        person = self._person(nominal)
        if person and self._another_since(nominal, person):
            return None
        return person or self._bodies.meant(nominal, *self._nouns(nominal))

    def _another_since(self, nominal: Nominal, person: Entity) -> bool:
        """Whether somebody without a name was called so later: "a senior official said …. The official".

        No other one is "Ada Lund, an analyst at Ek Bank, …".
        """
        w = self._page.tokens
        last = _last_before(person, w.start[nominal.first])
        first = w.at(last) if last is not None else nominal.first
        noun = w.low[nominal.head]
        again = (k for k in range(first, nominal.first) if w.low[k] == noun and w.low[w.left[k]] in _INTRODUCES)
        return any(not person.is_told_at(w.start[k]) for k in again)

    def epithet(self, nominal: Nominal) -> Entity | None:
        """Return the person just spoken of whom a noun like "defender" or "actress" means."""
        return by_epithet(self._page, self._persons, nominal)

    def hold(self, entity: Entity, roles: Sequence[Role]) -> None:
        """Take in offices that a phrase tells of whom it means, so that the next one like it means the same."""
        entity.roles += roles
        for role in roles:
            for head in role_heads(role.office):
                self._holders[head].append((entity, role))

    def unstated(self, nominal: Nominal) -> Entity | None:
        """Return the person who holds an office of which the article tells no holder."""
        return holder(self._page, self._persons, nominal) if not self._holding(nominal) else None

    def to_come(self, head: int) -> Entity | None:
        """Return the one person of an office whom the lead names later: "A judge ruled …. Judge Lund said"."""
        w = self._page.tokens
        if w.tag[head] != "NN" or w.end[head] > _LEAD or self._is_one_of_many(head):
            return None
        people = self._people_called(w.low[head])
        if not people:
            return self._named_next(head)
        if not _is_introduced(w, head):
            return None
        later = [e for e in people if e.places and e.places[0].start > w.start[head]]
        return later[0] if len(people) == len(later) == 1 else None

    def _named_next(self, head: int) -> Entity | None:
        """Return the person whom the next sentence names, who now holds the office that the phrase tells."""
        found, w = named_next(self._page, self._persons, head), self._page.tokens
        if found and tells_role(w.low[head]):
            first = w.left[head] + (w.pos[w.left[head]] == "DET")
            self.hold(found, [role_of(w.words(first, w.right[head] + 1), w.start[first])])
        return found

    def _is_one_of_many(self, head: int) -> bool:
        """Whether an article tells of several with this noun; the diplomat of a title is the one it is about."""
        w = self._page.tokens
        noun = w.low[head]
        in_title = self._page.block_kind(w.start[head]) == "title" and noun in _WIDER
        return noun in word_list("nominals", "many_of") and not in_title

    def _people_called(self, noun: str) -> set[Entity]:
        """Return the persons whose stated office has this very noun, or whom the article calls so."""
        holding = self._holders.get(head_word(noun), [])
        people = {e for e, role in holding if noun in _WIDER or noun in role.office.casefold().split()}
        people.update(e for e in self._described.get(head_word(noun), []) if e.kind == "person" and noun in e.called)
        return people

    def _nouns(self, nominal: Nominal) -> tuple[str, str]:
        noun = self._page.tokens.lemma[nominal.head]
        return noun, head_word(noun)

    def stated(self, text: str) -> Entity | None:
        """Return the one person of whom exactly this office is stated: "the general secretary of the union"."""
        wanted = key_of(text)
        head = next(iter(role_heads(wanted)), "")
        found = {e for e, role in self._holders.get(head, []) if key_of(role.office) == wanted}
        return found.pop() if len(found) == 1 else None

    def kin(self, noun: str, position: int) -> Entity | None:
        """Return the one person before who is called somebody's wife, lawyer …: "his father" after "his father, X"."""
        called = [e for e in self._described.get(head_word(noun), []) if e.kind == "person"]
        token = self._page.tokens.at(position)
        near = [e for e in called if weight(self._page, e, token) > 0]
        return near[0] if len(near) == 1 else None

    def own_reporter(self, position: int) -> Entity | None:
        """Return the one person before whom the article calls a correspondent: "our reporter"."""
        nouns = word_list("nominals", "own_reporters")
        called = {e for noun in nouns for e in self._described.get(head_word(noun), []) if e.kind == "person"}
        before = [e for e in called if _last_before(e, position) is not None]
        return before[0] if len(before) == 1 else None

    def _person(self, nominal: Nominal) -> Entity | None:
        """The person whose stated office fits, the nearest one before the phrase."""
        position = self._page.tokens.start[nominal.first]
        people = list(dict.fromkeys(e for e, _ in self._holding(nominal)))
        before = [(last, e) for e in people if (last := _last_before(e, position)) is not None]
        if not before:
            return people[0] if len(people) == 1 else self._described_person(nominal, position)
        return max(before, key=lambda item: item[0])[1]

    def _holding(self, nominal: Nominal) -> list[tuple[Entity, Role]]:
        """Who holds the office that a phrase means, now or once as the phrase says; whoever did where nobody fits."""
        head = head_word(self._page.tokens.low[nominal.head])
        if head == "pm":
            head, nominal = "minister", replace(nominal, modifiers=(*nominal.modifiers, "prime"))
        fitting = self._of_office(head, nominal) or self._by_another_word(head, nominal)
        return [(e, role) for e, role in fitting if is_held(role) == nominal.held] or fitting

    def _by_another_word(self, head: str, nominal: Nominal) -> list[tuple[Entity, Role]]:
        """Who holds what is stated by another word for the office: the foreign minister is the foreign secretary.

        The Norlander leader is its president, the Security Council chief is its secretary.
        """
        if nominal.modifiers and head in _CABINET:
            return self._of_offices(_CABINET - {head}, nominal)
        if head == "leader" and nominal.country:
            ruling = self._of_offices(word_list("nominals", "ruling"), nominal)
            return [pair for pair in ruling if rules(pair[1], nominal)]
        leads = nominal.modifiers and head in _CHIEF
        return self._of_offices(word_list("nominals", "leading"), nominal) if leads else []

    def _of_offices(self, heads: Collection[str], nominal: Nominal) -> list[tuple[Entity, Role]]:
        return [pair for head in heads for pair in self._of_office(head, nominal)]

    def _of_office(self, head: str, nominal: Nominal) -> list[tuple[Entity, Role]]:
        below = frozenset[str]() if head in _WIDER else word_list("nominals", "below")
        if head in word_list("nominals", "ruling"):  # "the right-wing prime minister"
            kept = [word for word in nominal.modifiers if word not in word_list("nominals", "political")]
            nominal = replace(nominal, modifiers=tuple(kept))
        return [(e, role) for e, role in self._holders.get(head, [])[:_MOST] if holds(role, nominal, below)]

    def _described_person(self, nominal: Nominal, position: int) -> Entity | None:
        if nominal.modifiers or nominal.country:
            return None
        noun = head_word(self._page.tokens.low[nominal.head])
        called = [e for e in self._described.get(noun, []) if e.kind == "person" and not is_below(e.roles, noun)]
        before = {e: last for e in called if (last := _last_before(e, position)) is not None}
        if len(before) > 1:  # whoever of them this paragraph is about
            w = self._page.tokens
            here = w.block[nominal.head]
            before = {e: last for e, last in before.items() if w.block[w.at(last)] == here}
        return next(iter(before)) if len(before) == 1 else None


def resolve_nominals(page: Page, offices: Offices, taken: Collection[int]) -> None:
    """Add the phrases that can only mean one of the named actors; `taken` are tokens of names."""
    w = page.tokens
    for nominal in _nominals(w, taken):
        found = offices.meant(nominal)
        if found is not None:
            found.add(Place(w.start[nominal.first], w.end[nominal.head], nominal.head, "nominal"), "", "nominal")


def resolve_parliament(page: Page, entities: Sequence[Entity], taken: Collection[int]) -> None:
    """Add "parliament" without a capital to the parliament that the article names."""
    named = [e for e in entities if e.kind == "organisation" and "parliament" in e.name.casefold()]
    if len(named) != 1:
        return
    w = page.tokens
    for i in among(w.text, ("parliament",)):
        if i not in taken:
            named[0].add(Place(w.start[i], w.end[i], i, "short-name"), w.text[i], "same-words")


def resolve_governments(page: Page, entities: list[Entity], setting: str | None, taken: Collection[int]) -> None:
    """Add "the government" of the country that the article is about, where nothing else says whose it is."""
    if setting is None:
        return
    w = page.tokens
    home = next((e for e in entities if e.kind == "government" and e.country == setting), None)
    for i in among(w.low, ("government",)):
        if w.low[i - 1] != "the" or w.dep[i] == "compound":
            continue
        if i in taken or (i + 1 < len(w) and w.low[i + 1] == "of"):
            continue
        if home is None:
            home = Entity("government", display_name(setting), country=setting)
            entities.append(home)
        home.add(Place(w.start[i - 1], w.end[i], i, "nominal"), "", "nominal")


def _is_introduced(w: Tokens, head: int) -> bool:
    """Whether a noun brings in somebody: "a judge", "judge", but not "the judge" or "her judge"."""
    first = w.left[head]
    return w.low[first] in _INTRODUCES or w.tag[first] not in ("DT", "PRP$", "WP$")


def _wider(title: str) -> list[str]:
    """Return the wider words for who has an office: an ambassador or the foreign ministry's spokesman is a diplomat."""
    words = {*title.casefold().split()}
    if _JUSTICE.fullmatch(title):
        return ["judge"]
    return [noun for noun in sorted(_WIDER) if words & word_list("nominals", f"{noun}s")]


def _nominals(w: Tokens, taken: Collection[int]) -> Iterator[Nominal]:
    bodies = load("mentions")["bodies"]
    for i in among(w.pos, ("NOUN", "PROPN")):
        if (is_office(w.text[i]) or w.low[i] in bodies) and i not in taken and _refers(w, i, taken):
            nominal = nominal_at(w, i)
            if is_definite(w, nominal) and not _holds_name(w, nominal, taken):
                yield nominal


def _refers(w: Tokens, i: int, taken: Collection[int]) -> bool:
    """Whether the noun stands for somebody: no title, apposition or predicate, nor the half of "head of X"."""
    after = i + 1
    if after < len(w) and (after in taken or w.pos[after] in ("NOUN", "PROPN") or w.low[after] in ("of", "-")):
        return False
    return w.dep[i] not in ("appos", "attr") and w.low[w.head[i]] != "as"


def _holds_name(w: Tokens, nominal: Nominal, taken: Collection[int]) -> bool:
    """Whether a name inside a phrase tells who it is: "the Norland Army militia" is no other group named before."""
    before = nominal.head - 1
    if w.low[nominal.head] in word_list("mentions", "kinds_behind") and before in taken and w.ent[before] == "ORG":
        return True
    return any(k in taken and w.pos[k] != "PROPN" for k in range(nominal.first, nominal.head))


def _last_before(entity: Entity, position: int) -> int | None:
    k = bisect_left(entity.places, position, key=lambda p: p.start)
    return entity.places[k - 1].start if k else None
