"""Mentions in a role (speakers, sources, via, whose) → their actors, in a fixed order of ways."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Sequence

from newsclaim.extraction.actors.administrations import administration_meant, government_of
from newsclaim.extraction.actors.covered import Covered, is_pronoun, titled
from newsclaim.extraction.actors.documents import body_before, earlier, is_text, issuer, owner_of_text
from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.makings import thing_before_name
from newsclaim.extraction.actors.name import Name, key_of
from newsclaim.extraction.actors.nominals import Offices
from newsclaim.extraction.actors.origins import by_origin
from newsclaim.extraction.actors.phrases import Nominal, is_definite, nominal_at
from newsclaim.extraction.actors.salience import is_subject
from newsclaim.extraction.actors.spans import (
    apposed_name,
    behind_own_body,
    describes,
    head_within,
    is_own_reporter,
    leads_to_name,
    named_before_kind,
    named_behind,
    owns_text,
    tokens_of_span,
)
from newsclaim.extraction.actors.states import (
    actor_of_body,
    body_meant,
    country_meant,
    how_meant,
    last_of_noun,
    only_force,
    well_known,
)
from newsclaim.extraction.actors.together import group_before, spoke_together
from newsclaim.extraction.actors.unnamed import Unnamed
from newsclaim.extraction.actors.unstated import goes_on, has_office, stated_by
from newsclaim.extraction.page import Page
from newsclaim.models import How, Mention
from newsclaim.names.countries import bare, display_name

Found = tuple[Entity, How]
_THINGS = ("media", "document")
_REACH_OF_IT = 300  # characters back to which "it" may reach for its subject: about two sentences


class Credits:
    """Finds or makes the actors behind each mention in a role."""

    def __init__(self, page: Page, entities: list[Entity], names: Sequence[Name], offices: Offices) -> None:
        self.page = page
        self.entities = entities
        self.found: dict[tuple[int, int], list[Found]] = {}
        #: Pronouns that stand for a speaker whom nobody named, and the noun of that speaker.
        self.unnamed: dict[int, int] = {}
        self._unnamed = Unnamed(page, entities)
        self.things = self._unnamed.things
        #: Mentions that name a text and mean who owns it: "the statement said".
        self.texts: set[tuple[int, int]] = set()
        self._titles = titled(entities, names)
        self._forms = {key_of(form): e for e in reversed(entities) for form in e.forms}
        self._offices = offices
        self._spoke: list[tuple[int, int]] = []

    def resolve(self, mentions: Iterable[Mention]) -> None:
        """Resolve mentions in text order; pronouns last, when all others are."""
        self._places = Covered(self.entities)
        for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
            key = (mention.start, mention.end)
            if key not in self.found and (found := self._resolve(mention)):
                self.found[key] = found
                insort(self._spoke, key)

    def is_unnamed(self, mention: Mention) -> bool:
        """Whether one person is credited whom the article does not name: "a spokesman for the lenders"."""
        found = self.found.get((mention.start, mention.end), [])
        return any(e.kind == "person" and e in self._unnamed for e, _ in found)

    def _resolve(self, mention: Mention) -> list[Found]:
        w = self.page.tokens
        first, last = tokens_of_span(w, mention)
        while last - 1 > first and w.tag[last - 1] in ("WP", "WDT"):
            last -= 1  # "according to CNN who …"
        head = head_within(w, first, last)
        if is_pronoun(mention):
            return self._pronoun(mention, head)
        if is_own_reporter(w, first, head):
            person = self._offices.own_reporter(mention.start)
            return self._with_place(person, mention, head, "nominal") if person else []
        by_name = (self._state_body, self._placed, self._apposed, self._by_title, self._by_form)
        for way in (*by_name, self._meant, self._government, self._owned):
            result = way(mention, first, last, head)
            if result:
                return [result]
        return self._nominal(mention, range(first, last), head)

    def _pronoun(self, mention: Mention, head: int) -> list[Found]:
        placed = self._places.at(mention.start)
        if placed and placed[1].end <= mention.end:  # not "its website", of which "its" is the owner
            return [(placed[0], placed[1].how)]
        noun = self.unnamed.get(head)
        spoke = self._places.at(self.page.tokens.start[noun]) if noun is not None else None
        if spoke:
            return self._with_place(spoke[0], mention, head, "pronoun")
        word = mention.text.casefold()
        if word in ("they", "both"):
            together = spoke_together(self.page, self._places, head)
            if together:
                return [found for e in together for found in self._with_place(e, mention, head, "pronoun")]
        owns = word in ("its", "their") and owns_text(self.page.tokens, head)
        return self._same_as_before(mention, head) if owns or word in ("it", "they") else []

    def _with_place(self, entity: Entity, mention: Mention, head: int, how: How) -> list[Found]:
        entity.add(Place(mention.start, mention.end, head, how), mention.text, how)
        return [(entity, how)]

    def _placed(self, mention: Mention, first: int, last: int, head: int) -> Found | None:
        """The actor named at the head of the mention, or the person whom its noun only describes."""
        w = self.page.tokens
        ended = self._places.at(w.start[last - 1])
        name = w.at(ended[1].start) if ended and ended[0].kind == "person" else first
        speaks = first < name and (leads_to_name(w, first, name) or thing_before_name(w, head, name))
        if ended and (speaks or behind_own_body(w, self._places, first, name)):
            return ended[0], ended[1].how
        covering = self._places.at(w.start[head]) or named_before_kind(w, self._places, first, head)
        if covering:  # but "the top Democrat on the board, Ada Lund" is not the one named before
            another = covering[1].how == "nominal" and apposed_name(w, self._places, mention)
            return None if another else (covering[0], covering[1].how)
        inside = self._places.within(w.start[first], w.end[last - 1])
        return next(((e, p.how) for e, p in inside if describes(w, range(first, last), head, e, p)), None)

    def _apposed(self, mention: Mention, _first: int, last: int, head: int) -> Found | None:
        """The person named behind the phrase: "said the foreman, Pieter Lund", "a student named Wong"."""
        w = self.page.tokens
        found = named_behind(w, self._places, mention, last)
        return self._with_place(found[0], mention, head, "title")[0] if found else None

    def _same_as_before(self, mention: Mention, head: int) -> list[Found]:
        """The body that was the last subject or spoke last ("it went on to say"), the group that did ("they said")."""
        one = mention.text.casefold() in ("it", "its")
        entity = self._last_subject(mention.start, owner=mention.text.casefold() == "its") if one else None
        entity = entity or self._last_speaker(mention.start, but=() if one else _THINGS)
        if entity is None or entity.kind in ("person", "group" if one else "government"):
            entity = None if one else group_before(self.page, self._places, self._unnamed, head)
        return self._with_place(entity, mention, head, "pronoun") if entity else []

    def _last_speaker(self, position: int, *, reach: int = _REACH_OF_IT, but: Collection[str] = ()) -> Entity | None:
        """Who was last credited and is of none of the kinds: "insiders told Radio Selin …. They said"."""
        k = bisect_left(self._spoke, (position, position))
        near = (self.found[key][0][0] for key in reversed(self._spoke[max(0, k - 2) : k]) if position - key[1] < reach)
        return next((entity for entity in near if entity.kind not in but), None)

    def _last_person(self, position: int, nominal: Nominal) -> Entity | None:
        """The named person who spoke last: "Ada Lund said …. The expert noted", where nobody else is an expert."""
        w, last = self.page.tokens, self._last_speaker(position, reach=3 * _REACH_OF_IT, but=_THINGS)
        if last is None or last.kind != "person" or not goes_on(w, nominal, last) or last in self._unnamed:
            return None
        before = (k for k in w.of_lemma(w.lemma[nominal.head]) if k < nominal.first)
        so_called = (last.is_told_at(w.start[k]) or self._at(k) is last for k in before)
        return last if (nominal.country is None or last.country in (None, nominal.country)) and all(so_called) else None

    def _last_subject(self, position: int, *, owner: bool) -> Entity | None:
        w = self.page.tokens
        barred = {"person", "group", "document"} if owner else {"person", "group"}
        near = reversed(self._places.within(position - _REACH_OF_IT, position))
        subjects = (e for e, place in near if is_subject(w, place))
        return next((entity for entity in subjects if entity.kind not in barred), None)

    def _by_title(self, mention: Mention, _first: int, _last: int, head: int) -> Found | None:
        """The person to whose stated office the mention belongs."""
        owner = self._titles.get(self.page.tokens.start[head])
        if owner is None or any(e is owner for e, _ in self._places.within(mention.start, mention.end)):
            return (owner, "title") if owner else None
        return self._with_place(owner, mention, head, "title")[0]  # the name stands behind it

    def _by_form(self, mention: Mention, _first: int, _last: int, head: int) -> Found | None:
        """A name that was not taken for one in this place, though the article has it elsewhere."""
        entity = self._forms.get(key_of(mention.text)) or well_known(self.entities, mention.text)
        if entity is None:
            return None
        entity.add(Place(mention.start, mention.end, head, "short-name"), bare(mention.text), "same-words")
        return entity, "short-name"

    def _state_body(self, mention: Mention, first: int, last: int, head: int) -> Found | None:
        """A body that every state has, by kind and place: "the health ministry in the enclave"."""
        w = self.page.tokens
        there = " there" if last < len(w) and w.low[last] == "there" else ""
        body = body_meant(self.page, mention.text + there, first)
        entity = actor_of_body(self.entities, body, mention.text) if body else None
        if entity is None:
            return None
        entity.add(Place(mention.start, mention.end, head, "name"), bare(mention.text), "same-body")
        return entity, "name"

    def _meant(self, mention: Mention, first: int, _last: int, head: int) -> Found | None:
        """Somebody whom the words can only mean: the Dutchman, the minister, the firm, his father."""
        w = self.page.tokens
        entity = by_origin(self.page, self.entities, head)
        if entity is None and w.tag[first] == "PRP$":
            entity = self._offices.kin(w.low[head], mention.start)
        entity = entity or self._by_phrase(mention, head)
        if entity and entity.kind == "person" and not has_office(entity):
            self._offices.hold(entity, stated_by(w, nominal_at(w, head)))
        return self._with_place(entity, mention, head, "nominal")[0] if entity else None

    def _by_phrase(self, mention: Mention, head: int) -> Entity | None:
        """Who is meant by office, trade or epithet: "the minister", "the firm", "the defender", "police"."""
        w = self.page.tokens
        nominal = nominal_at(w, head)
        simple = head + 1 >= len(w) or w.low[head + 1] not in ("of", "for")
        force = w.low[head] == "police" and w.pos[nominal.first] == "PROPN"  # "Oldport police"
        known = force or is_definite(w, nominal) or self.page.block_kind(mention.start) in ("title", "heading")
        entity = self._offices.meant(nominal) if simple and known else self._offices.stated(mention.text)
        entity = entity or (self._last_person(mention.start, nominal) if simple else None)
        return entity or self._loosely(nominal, mention.start, simple=simple, known=known)

    def _loosely(self, nominal: Nominal, position: int, *, simple: bool, known: bool) -> Entity | None:
        """Who was spoken of just before and may be called so; nobody by a phrase that goes on with "of"."""
        noun, opening = self.page.tokens.low[nominal.head], self.page.tokens.low[nominal.first]
        found = only_force(self.entities, position) if opening == noun == "police" else None
        if found is None and simple and opening == "the":
            found = self._offices.epithet(nominal)
        if found is None and known:
            found = self._offices.unstated(nominal)
        if found is None and simple and known and not (nominal.modifiers or nominal.country):
            found = last_of_noun(self.entities, noun, position)
        return found

    def _government(self, mention: Mention, first: int, _last: int, head: int) -> Found | None:
        code = country_meant(self.page, mention.text, first, head)
        if code is None:
            found = administration_meant(self.page, self.entities, head)
            return self._with_place(found, mention, head, "nominal")[0] if found else None
        entity = government_of(code, display_name(code), self.entities)
        how = how_meant(mention.text, self.page.tokens.low[head])
        entity.add(Place(mention.start, mention.end, head, how), mention.text, "country-nominal")
        return entity, how

    def _owned(self, mention: Mention, first: int, _last: int, head: int) -> Found | None:
        """Who owns the text that is credited, where the article names him: "the bank's report", "figures from X"."""
        if not is_text(self.page.tokens, head):
            return None
        owner = self._owner_of(mention, first, head) or self._issued(mention, head, head)
        owner = owner or self._introduced(mention, first, head)
        self.texts |= {(mention.start, mention.end)} if owner else set()
        return owner

    def _issued(self, mention: Mention, head: int, noun: int) -> Found | None:
        """Who issued the text `noun`, for which the mention stands: "the trust sent a letter saying"."""
        made = issuer(self.page.tokens, noun)
        found = self._at(made) if made >= 0 else None
        return self._with_place(found, mention, head, "nominal")[0] if found and self._may_own(found) else None

    def _at(self, token: int) -> Entity | None:
        """Who is named or credited at a token, as far as the article has been read."""
        position = self.page.tokens.start[token]
        placed = self._places.at(position)
        k = bisect_right(self._spoke, (position, len(self.page.text)))
        credited = not placed and k > 0 and position < self._spoke[k - 1][1]
        return placed[0] if placed else self.found[self._spoke[k - 1]][0][0] if credited else None

    def _may_own(self, entity: Entity) -> bool:
        """Whether a text may be said to be an actor's: one with a name, or a body ("the interior ministry")."""
        return entity not in self._unnamed or entity.kind == "organisation"

    def _introduced(self, mention: Mention, first: int, head: int) -> Found | None:
        """Who owns the text that a definite phrase means, by where the article first spoke of it."""
        w, issued, owner = self.page.tokens, self._issued, self._owner_of
        ways = (issued(mention, head, k) or owner(mention, w.left[k], k) for k in earlier(w, first, head))
        found = next((found for found in ways if found and self._may_own(found[0])), None)
        return self._with_place(found[0], mention, head, "nominal")[0] if found else None

    def _owner_of(self, mention: Mention, first: int, head: int) -> Found | None:
        """Who owns a text by the words beside its noun."""
        w = self.page.tokens
        owner = owner_of_text(w, first, head)
        if owner is None:
            body = body_before(w, self._places, first, head)
            return (body, "nominal") if body else None
        start, end = w.start[owner[0]], w.end[owner[1] - 1]
        phrase = mention.model_copy(update={"start": start, "end": end, "text": self.page.text[start:end]})
        inner = head_within(w, *owner)
        if w.pos[owner[1] - 1] == "PROPN":
            named = self._places.at(w.start[owner[1] - 1])
            return (named[0], "nominal") if named else None
        ways = (way(phrase, *owner, inner) for way in (self._state_body, self._placed, self._by_form, self._meant))
        found = next(filter(None, ways), None)
        whose = found[0] if found else self._at(inner)
        return (whose, "nominal") if whose and self._may_own(whose) else None

    def _nominal(self, mention: Mention, tokens: range, head: int) -> list[Found]:
        """A new actor whose name is the phrase, or what its noun introduces."""
        ahead = self._offices.to_come(head)
        if ahead is not None:
            return self._with_place(ahead, mention, head, "nominal")
        return list(filter(None, [self._unnamed.credit(mention, tokens, head)]))
