"""Whose troops, victims, money, age it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaim.extraction.numbers import armies, grammar
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.things import Thing
from newsclaim.extraction.numbers.view import View
from newsclaim.models import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNERS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_SENDING = frozenset(
    {
        "deploy",
        "send",
        "dispatch",
        "station",
        "mobilise",
        "mobilize",
        "lose",
        "commit",
        "provide",
        "contribute",
        "supply",
        "field",
        "have",
        "withdraw",
        "pull",
    }
)


def whose_of(view: View, quantity: Quantity, thing: Thing | None, verb: Token | None, kind: str) -> Mention | None:
    """Return the owner as the article says it, unresolved."""
    if kind == "age":
        return _aged(view, quantity)
    if thing is not None and thing.token is not None and (owner := _inside(view, quantity, thing)) is not None:
        return owner
    if kind == "troops" and verb is not None and verb.lemma_.lower() in _SENDING:
        subject = grammar.subject_of(verb)
        if subject is not None and (subject.ent_type_ in _OWNERS or subject.pos_ == "PRON"):
            return _mention(view, *_entity(subject))
    if kind == "troops" and thing is not None and thing.token is not None:
        return armies.side_behind(view, thing.token, verb) or armies.side_spoken_of(view, thing.token)
    if verb is not None and (
        _receives(thing, verb) or (kind == "measure" and verb.lemma_.lower() in ("stand", "weigh", "measure"))
    ):
        subject = grammar.subject_of(verb)
        if subject is not None and (subject.ent_type_ == "PERSON" or subject.pos_ in ("PRON", "PROPN")):
            return _mention(view, *_entity(subject))
    return None


_RECEIVED = {
    "vote": ("receive", "win", "get", "earn", "have", "secure"),
    "count": ("plead", "face", "charge", "convict", "indict", "sentence"),
    "charge": ("plead", "face", "deny", "admit"),
    "seat": ("win", "hold", "have", "take", "lose", "gain"),
}


def _receives(thing: Thing | None, verb: Token) -> bool:
    """Are the votes, charges or seats those of the verb's subject?"""
    return thing is not None and verb.lemma_.lower() in _RECEIVED.get(thing.head, ())


def _mention(view: View, first: Token, last: Token) -> Mention:
    start, end = first.idx, last.idx + len(last)
    return Mention(start=start, end=end, text=view.text[start:end])


def _entity(token: Token) -> tuple[Token, Token]:
    """Return the first and last token of the entity around a token, without an article or a possessive ending."""
    first = last = token
    if not token.ent_type_:
        return first, last
    while first.i > 0 and first.ent_iob_ == "I":
        first = first.nbor(-1)
    while last.i + 1 < len(token.doc) and last.nbor(1).ent_iob_ == "I":
        last = last.nbor(1)
    if first.lower_ == "the" and first.i < last.i:
        first = first.nbor(1)
    if last.tag_ == "POS" and first.i < last.i:
        last = last.nbor(-1)
    return first, last


def _inside(view: View, quantity: Quantity, thing: Thing) -> Mention | None:
    """An owner before the noun: "Valdorian soldiers", "its troops", "the ministry's staff"."""
    if thing.token is None:
        return None
    low = view.at(quantity.shown_end)
    low = min(low, thing.token.i)
    for i in range(low, thing.token.i):
        token = view.doc[i]
        if (token.ent_type_ in _OWNERS and token.ent_iob_ == "B") or token.tag_ == "PRP$":
            return _mention(view, *_entity(token))
    return None


def _name_run(token: Token) -> tuple[Token, Token]:
    """Return the first and last token of the name that ends with a token."""
    first = token
    while first.i > 0 and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).sent == token.sent:
        first = first.nbor(-1)
    return first, token


def _aged(view: View, quantity: Quantity) -> Mention | None:
    """The person whose age it is: the name before ("Ana Vell, 23"), the subject ("she is 60"), the noun behind."""
    token = grammar.root_of(view, quantity.shown_start, quantity.end)
    i = view.at(quantity.start)
    aged = view.text[quantity.start : quantity.start + 4].lower() == "aged"
    low = max(view.sentence(min(i, len(view.doc) - 1))[0], i - 12)
    for k in range(i - 1, low - 1, -1):
        before = view.doc[k]
        if before.ent_type_ == "PERSON":
            return _mention(view, *_entity(before))
        if before.pos_ == "PROPN" and before.ent_type_ in ("", "ORG") and k >= i - 3:
            return _mention(view, *_name_run(before))
        if before.pos_ == "NOUN" and before.lower_ not in ("age", "years") and not aged:
            break
    verb = grammar.governing_verb(token)
    subject = grammar.subject_of(verb) if verb is not None else None
    if subject is not None and (subject.ent_type_ == "PERSON" or subject.pos_ in ("PRON", "PROPN")):
        return _mention(view, *_entity(subject))
    for k in range(view.at(quantity.end), min(view.at(quantity.end) + 4, len(view.doc))):
        if view.doc[k].ent_type_ == "PERSON":
            return _mention(view, *_entity(view.doc[k]))
    return None
