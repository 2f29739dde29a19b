"""Whose troops, victims, money, age it is."""

from __future__ import annotations

from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.fields import aged, armies, holders, lengths
from newsclaim.extraction.numbers.fields.named import entity, mention
from newsclaim.extraction.numbers.measured import antecedents, owners
from newsclaim.extraction.numbers.measured.agents import is_owner_noun
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import Mention

_OWNERS = frozenset({"GPE", "NORP", "ORG", "PERSON"})


class Owners:
    """Finds whose something is; looks once through the article for the sides whose troops it names."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._armies: list[tuple[int, Mention]] | None = None

    def whose(self, quantity: Quantity, thing: Thing | None, verb: int, kind: str) -> Mention | None:
        """Return the owner as the article says it, unresolved."""
        view = self._view
        if kind == "age":
            return aged.owner(view, quantity)
        if kind == "duration":
            return lengths.owner(view, quantity)
        owner = self._beside(quantity, thing, kind)
        if owner is not None:
            return owner
        subject = _acting(view.w, thing, verb, kind)
        if subject is not None:
            return mention(view, *entity(view.w, _named_beside(view.w, subject))) if subject >= 0 else None
        if kind == "troops" and thing is not None and thing.token >= 0:
            unit = armies.unit_of(view, thing.token)
            return unit or armies.side_behind(view, thing.token, verb) or self._spoken_of(thing.token)
        return None

    def _beside(self, quantity: Quantity, thing: Thing | None, kind: str) -> Mention | None:
        """Return the owner by the words of the noun, of a population, or of whoever has or sends so many."""
        if thing is None:
            return None
        if thing.rule == "population" or (thing.head == "person" and holders.is_of_population(self._view, quantity)):
            return holders.populated(self._view, quantity)
        if thing.rule == "parent-of":
            parent = self._view.at(quantity.start) - 2
            return owners.mention(self._view, parent) if parent >= 0 else None
        if thing.token < 0:
            return None
        inside = _inside(self._view, quantity, thing)
        if inside is None and kind in holders.HELD:
            inside = holders.holder(self._view, quantity, thing)
        return inside or _of_body(self._view, thing)

    def possessor(self, quantity: Quantity, thing: Thing | None) -> Mention | None:
        """Return whose the whole is that a share is of ("half his sentence", "a third of Norland's exports")."""
        if thing is None or thing.token < 0:
            return None
        w = self._view.w
        own = next((k for k in range(self._view.at(quantity.shown_end), thing.token) if w.tag[k] == "PRP$"), -1)
        result = w.lemma[thing.token] in words("numbers/measured", "results")
        found = antecedents.behind(self._view, own, body=result) if own >= 0 else -1
        found = found if found >= 0 else owners.of_noun(self._view, thing.token, possessed=True)
        return owners.mention(self._view, found) if found >= 0 else None

    def _spoken_of(self, noun: int) -> Mention | None:
        if self._armies is None:
            self._armies = list(armies.named_armies(self._view))
        return armies.side_spoken_of(self._view, noun, self._armies)


def _acting(w: Tokens, thing: Thing | None, verb: int, kind: str) -> int | None:
    """Return the subject whose the thing is by the verb, None where the verb tells of no owner."""
    if verb < 0:
        return None
    subject = clauses.subject_of(w, verb)
    if kind == "troops":
        return subject if _sends(w, subject, verb) else None
    if not (_receives(w, thing, verb) or (kind == "measure" and w.lemma[verb] in ("stand", "weigh", "measure"))):
        return None
    named = subject >= 0 and (w.ent[subject] == "PERSON" or w.pos[subject] in ("PRON", "PROPN"))
    return subject if named else -1


def _sends(w: Tokens, subject: int, verb: int) -> bool:
    """Does a side send or lose its troops: a name, a body, whoever a pronoun stands for?"""
    if subject < 0 or w.lemma[verb] not in words("numbers/classes", "sending"):
        return False
    body = w.dep[subject] == "nsubj" and w.lemma[subject] in words("numbers/measured", "bodies")
    return body or w.ent[subject] in _OWNERS or w.pos[subject] == "PRON"


def _named_beside(w: Tokens, i: int) -> int:
    """Return the name that stands beside what somebody is ("An Osvian, Ivo Renn, was charged")."""
    apposed = w.child(i, "appos")
    return apposed if apposed >= 0 and w.ent[apposed] == "PERSON" and w.ent[i] != "PERSON" else i


_RECEIVED = {
    "vote": ("receive", "win", "get", "earn", "have", "secure", "poll", "take", "gather", "garner", "attract"),
    "count": ("plead", "face", "charge", "convict", "indict", "sentence"),
    "charge": ("plead", "face", "deny", "admit"),
    "seat": ("win", "hold", "have", "take", "lose", "gain"),
}


def _receives(w: Tokens, thing: Thing | None, verb: int) -> bool:
    """Are the votes, charges or seats those of the verb's subject?"""
    return thing is not None and w.lemma[verb] in _RECEIVED.get(thing.head, ())


def _inside(view: View, quantity: Quantity, thing: Thing) -> Mention | None:
    """An owner before the noun: "Valdorian soldiers", "its troops", "the ministry's staff"."""
    w = view.w
    for i in range(view.at(quantity.shown_end), thing.token):
        if (w.ent[i] in _OWNERS and w.iob[i] == "B") or w.tag[i] == "PRP$":
            first, last = entity(w, i)
            if _owns_nothing(w, thing, i, last):
                return None
            if w.low[i] in ("its", "their") and (found := antecedents.behind(view, i, body=True)) != i:
                return owners.mention(view, found) if found >= 0 else None
            named = view.text[w.start[first] : w.end[last]].lower() not in words("numbers/measured", "no_owners")
            return mention(view, first, last) if named else None
    return None


def _of_body(view: View, thing: Thing) -> Mention | None:
    """An owner of the whole that so many are of: "two of the firm's units"."""
    w = view.w
    body = w.child(thing.token, "poss") if thing.rule == "of-noun" else -1
    owns = body >= 0 and w.low[w.child(body, "det")] == "the" and is_owner_noun(view, body)
    return owners.mention(view, antecedents.behind(view, body)) if owns else None


def _owns_nothing(w: Tokens, thing: Thing, i: int, last: int) -> bool:
    """Whether a name before the noun says what is counted or where, and not whose it is."""
    if last >= thing.token and thing.rule == "noun-behind":
        return True  # "five Golden Globes": the name is what is counted
    if w.ent[i] == "ORG" and w.tag[i] == "JJ":
        return True  # "three Congressional inquiries"
    if w.tag[last] == "JJ" and "-" in w.text[i : last + 1]:
        return True  # "three Norse-Tarnish films": they are of two
    # "several Ellport and New Tarn concerts", "40 Osvian and Norland troops"
    named = w.ent[i] in _OWNERS and w.tag[i] != "PRP$"
    return named and last + 2 < thing.token and w.low[last + 1] in ("and", "or") and w.text[last + 2][:1].isupper()
