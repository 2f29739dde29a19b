"""Noun phrases that nobody named → actors of their own: "officials", "a spokesman for the lenders"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from newsclaim.extraction.actors.documents import is_text
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.bodynouns import is_body, is_company, is_group, is_outlet
from newsclaim.extraction.page.people import is_person_noun, stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.models import ActorKind
from newsclaim.names import organisations
from newsclaim.names.countries import is_city, is_region, lookup
from newsclaim.names.person import is_given
from newsclaim.names.titles import is_office

_BEFORE_NOUN = frozenset({"DT", "JJ", "NN", "CD", "HYPH", "POS", "NNP", "PRP$", "VBN"})
#: A phrase of more words may begin with a place and a hyphen.
_BASED = 3
#: Labels of somebody, whatever the word.
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
#: Parts of speech in the name of an outlet, and labels of what only tells where, when or for whom it is printed.
_NAME_TAGS = frozenset({"NNP", "NNPS", "CD"})
_NO_OUTLETS = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "PERSON"})
#: Before the noun for a broadcaster: the Rossel 24 TV channel.
_ON_AIR = frozenset({"tv", "television", "radio", "news"})
#: Words behind "one of" among which its noun stands.
_FAR = 8
#: Sentences after which a noun no longer points to the name of a place.
_RECALLED = 3


def phrase_text(page: Page, tokens: Sequence[int], head: int) -> str:
    """Return the words that name a noun phrase, without determiner; empty when they name nobody."""
    w = page.tokens
    kept = _who(w, _told(w, [k for k in tokens if w.text[k].strip()]))
    if len(kept) > _BASED and w.text[kept[1]] == "-" and w.low[kept[2]] in word_list("runs", "descriptive_ends"):
        kept = kept[3:]  # "the Yemen-based Houthi movement"
    if _is_nobody(w, kept):
        return ""
    text = page.text[w.start[kept[0]] : _end(w, kept, head)].strip(' ,"“”')
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub('["“”]', "", text)  # a "well placed" source
    return text if sum(c.isascii() and c.isalnum() for c in text) > 1 else ""


def _is_nobody(w: Tokens, kept: Sequence[int]) -> bool:
    """Whether a phrase means nobody in particular, or words of another script: "everyone", "many people"."""
    asked = w.low[kept[0]] == "how"  # "how many people say"
    return asked or all(w.low[k] in _empty_words() or w.tag[k] in ("CD", "UH", ",") for k in kept)


def _told(w: Tokens, kept: list[int]) -> list[int]:
    """Return the words of a phrase without its determiners."""
    while len(kept) > 1 and _is_determiner(w, kept[0]):
        kept = kept[1:]
    return kept


def _who(w: Tokens, kept: list[int]) -> list[int]:
    """Return the words of a phrase behind those that only tell how many: "a large number of | residents"."""
    large = [w.low[k] for k in kept[1:2]] == ["number"] and w.tag[kept[0]] in ("JJ", "JJR", "VBG")
    number, of, *who = kept[large:] if len(kept) > large + 2 else (0, 0)
    return _told(w, who) if who and w.low[of] == "of" and _counts(w, number) else kept


def _counts(w: Tokens, i: int) -> bool:
    """Whether a word before "of" only tells how many: "some of his supporters", not "one of the aides"."""
    return w.low[i] in word_list("mentions", "how_many") or (w.tag[i] == "CD" and w.low[i] != "one")


@cache
def _empty_words() -> frozenset[str]:
    return word_list("mentions", "determiners", "pronouns") | word_list("nominals", "nobody")


def _is_determiner(w: Tokens, i: int) -> bool:
    """Whether a first word tells nobody apart: "a spokesman", but "one of the aides"."""
    return w.pos[i] == "PUNCT" or (w.low[i] in word_list("mentions", "determiners") and w.tag[i + 1] != "IN")


def behind_noun(page: Page, tokens: Sequence[int], head: int) -> tuple[str, ActorKind] | None:
    """Return name and kind of what a noun introduces: "the journal Science" is Science, an outlet."""
    w = page.tokens
    kept = [k for k in tokens if w.text[k].strip()]
    names = [k for k in kept if w.pos[k] == "PROPN" and w.text[k][:1].isupper()]
    if w.pos[head] != "PROPN" or not names or names[0] == kept[0]:
        return None
    noun = names[0] - 1
    if w.tag[noun] != "NN" or any(w.tag[k] not in _BEFORE_NOUN for k in kept if k < noun):
        return None
    kind = _introduced(w, noun)
    return (page.text[w.start[names[0]] : _end(w, kept, head)], kind) if kind else None


def before_noun(page: Page, tokens: Sequence[int], head: int) -> tuple[str, ActorKind] | None:
    """Return name and kind of what the noun behind it closes: "the Izve daily" is Izve, no "Chicago daily"."""
    w = page.tokens
    if not _closes_outlet(w.low[head]):
        return None
    names = [k for k in tokens if k < head and not _is_determiner(w, k)]
    while len(names) > 1 and w.low[names[-1]] in _ON_AIR:
        names.pop()
    if not names or not _is_outlets_name(w, names):
        return None
    text = w.words(names[0], names[-1] + 1)
    return (text, "media") if text[0].isupper() and not _is_place(text) else None


def _closes_outlet(noun: str) -> bool:
    """Whether a noun stands behind the name of an outlet: "the Izve daily", not the "agency" of any name."""
    return noun in word_list("mentions", "kinds_behind") and noun != "agency" and is_outlet(noun)


def _is_place(text: str) -> bool:
    """Whether words only tell where an outlet is: "the Chicago daily"."""
    return lookup(text) is not None or is_city(text) or is_region(text)


def _is_outlets_name(w: Tokens, names: Sequence[int]) -> bool:
    """Whether words before the noun for an outlet are its name: "Rossel 24", no "Sunday" or "Norwegian"."""
    named = all(w.tag[k] in _NAME_TAGS and w.ent[k] not in _NO_OUTLETS for k in names)
    return named and w.tag[names[0]] == "NNP"


def _introduced(w: Tokens, noun: int) -> ActorKind | None:
    if is_outlet(w.lemma[noun]):
        return "media"
    if is_company(w.lemma[noun]) or is_group(w.lemma[noun]):
        return "organisation"
    return "person" if is_person_noun(w, noun) else None


def named_before(w: Tokens, tokens: range, head: int) -> str | None:
    """Return the name before that ends with the noun of "the gallery": the National Gallery; None without just one."""
    if w.low[tokens[0]] != "the" or tokens[0] + 1 != head or w.tag[head] != "NN":
        return None
    near = [k for k in w.of_lemma(w.lemma[head]) if _is_near(w, k, head)]
    ends = [k for k in near if w.pos[k] == "PROPN" and w.pos[k + 1] != "PROPN"]
    names = {w.words(first, k + 1) for k in ends if (first := _first_of_name(w, k)) < k}
    return names.pop() if len(names) == 1 and not any(_is_another(w, k) for k in near if k > ends[0]) else None


def _is_near(w: Tokens, k: int, head: int) -> bool:
    return k < head and w.sent[head] - w.sent[k] <= _RECALLED


def _is_another(w: Tokens, k: int) -> bool:
    """Whether a noun tells of one that was not told of before: "a small hotel by the sea"."""
    return w.pos[k] == "NOUN" and w.low[w.left[k]] != "the"


def _first_of_name(w: Tokens, k: int) -> int:
    while k > 0 and w.sent[k - 1] == w.sent[k] and w.pos[k - 1] == "PROPN" and w.text[k - 1][:1].isupper():
        k -= 1
    return k


def kind_of_noun(w: Tokens, head: int, text: str) -> ActorKind:
    """Return what kind of actor a noun phrase without a name is, by its head."""
    head = _counted(w, head)
    while head + 2 < len(w) and w.text[head + 1] == "-" and w.tied(head) and w.tied(head + 1):
        head += 2  # "co-author", "brother-in-law"
    word = w.text[head].lower()
    # "the news agency", "the Harbour Wire agency", but "the intelligence agency".
    outlet = word in word_list("mentions", "media") and not (word == "agency" and _is_public_body(text))
    kinds: tuple[tuple[ActorKind, bool], ...] = (
        ("person", w.low[max(0, head - 3) : head + 1] == ["-", "in", "-", "law"]),
        ("media", outlet and _is_told(w, head)),
        ("document", word in word_list("mentions", "documents") or _is_evidence(w, head)),
        ("government", word in word_list("mentions", "administrations")),
        ("media", outlet),
        ("person", _is_one(w, head) or w.text[head] in word_list("mentions", "placed")),
        ("organisation", word == "police" and _is_of_place(w, head)),
        ("group", word in word_list("mentions", "groups") or _are_people(w, head)),
        ("person", _is_person(w, head, text)),
        ("organisation", _is_think_tank(w, head)),
        ("document", _is_thing(w, head)),
    )
    return next((kind for kind, told in kinds if told), "organisation")


def _is_of_place(w: Tokens, head: int) -> bool:
    """Whether a place or country before a noun tells which force is meant: "Oldport police", no "local police"."""
    named = w.ent[w.left[head]] in ("GPE", "NORP", "ORG") or w.pos[w.left[head]] == "PROPN"
    return head > 0 and w.left[head] == head - 1 and named


def _is_told(w: Tokens, head: int) -> bool:
    """Whether a noun, or somebody of it, is told something: "told the paper", "told the paper's Karl Venn"."""
    told = w.head[head] if w.dep[head] == "poss" else head
    return w.dep[told] in ("dobj", "dative") and w.lemma[w.head[told]] == "tell"


def is_mere_thing(w: Tokens, head: int) -> bool:
    """Tell whether a noun is nobody who could be credited: "growth showed …", "the storm said", a day of the week.

    Whatever is written or worked out is somebody: "the budget says", "the app said", and so is any other noun, known
    or not, that speaks: "the lido said".
    """
    if w.ent[head] in ("DATE", "TIME") and w.low[head].capitalize() in word_list("mentions", "breakers"):
        return True
    head = _counted(w, head)
    lemma = w.lemma[head].casefold()
    known = lemma in word_list("mentions", "events") and w.ent[head] not in _NAMED
    if known or w.quoted[head] >= 0 or speaks(w, head):
        return known and _is_thing(w, head, opening=w.tag[head] == "NN")
    told = lemma in word_list("mentions", "written")
    return not told and _is_thing(w, head) and not (_is_think_tank(w, head) or is_text(w, head))


def thing_before_name(w: Tokens, head: int, name: int) -> bool:
    """Tell whether a noun that cannot speak is said to, and a first name tells who does: "Flag of Norland Ada Lund"."""
    if not (speaks(w, head) and is_given(w.text[name]) and _is_thing(w, head)):
        return False
    return not (w.lemma[head] in word_list("mentions", "written") or _is_evidence(w, head) or is_text(w, head))


def speaks(w: Tokens, head: int) -> bool:
    """Tell whether a noun does what only somebody does: it says, tells, warns; a thing may show or mean."""
    return w.dep[head] == "nsubj" and w.lemma[w.head[head]] in word_list("mentions", "speech")


def _is_think_tank(w: Tokens, head: int) -> bool:
    return w.low[max(0, head - 1) : head + 1] == ["think", "tank"]


def _counted(w: Tokens, head: int) -> int:
    """Return the noun that is counted by another: "a number of senators", "eight of the men"; others as they are."""
    counting = _counts(w, head) or w.lemma[head] in word_list("mentions", "counting")
    if not counting or w.low[head + 1 : head + 2] != ["of"]:
        return head
    if w.low[head] in ("host", "couple") and w.low[w.left[head]] not in ("a", "whole"):
        return head  # "the host of two shows"
    return next((k for k in range(head + 2, min(len(w), head + _FAR)) if _is_plural(w, k)), head)


def _is_plural(w: Tokens, k: int) -> bool:
    """Whether a noun means several, letters too: "aides", "MPs"."""
    letters = w.text[k].endswith("s") and len(w.text[k]) > 1 and w.text[k][:-1].isupper()
    return w.tag[k] in ("NNS", "NNPS") or (letters and w.pos[k] == "PROPN")


def _is_one(w: Tokens, head: int) -> bool:
    """Whether one of several people is meant: "one of the children", not "one of the groups"."""
    if w.low[head] != "one" or w.low[head + 1 : head + 2] != ["of"]:
        return False
    of = next((k for k in range(head + 2, min(len(w), head + _FAR)) if _is_plural(w, k)), -1)
    return of > 0 and (stands_for_person(w.lemma[of]) or is_person_noun(w, of))


def _are_people(w: Tokens, head: int) -> bool:
    """Whether a plural stands for people or bodies: "neighbours", "Armenians", "the two teams"; not "banners"."""
    if w.tag[head] not in ("NNS", "NNPS") or w.text[head].isupper():
        return False  # "PETA"
    return not _is_thing(w, head) or w.ent[head] == "NORP"


def _is_thing(w: Tokens, head: int, *, opening: bool = False) -> bool:
    """Whether a common noun stands neither for people nor for a body, so that only what is written can be meant.

    A word that begins its sentence is one only where `opening` says so.
    """
    lemma = w.lemma[head]
    small = w.text[head][:1].islower() or (opening and w.opens_sentence(head))
    if w.pos[head] != "NOUN" or not small or is_body(lemma) or lemma in word_list("nouns", "bodies"):
        return False
    people = stands_for_person(lemma) or is_person_noun(w, head) or w.low[head] in word_list("mentions", "groups")
    return not people and lemma not in word_list("nominals", "more_bodies")


def _is_evidence(w: Tokens, head: int) -> bool:
    """Whether a noun is a finding or a figure, with a capital too: "Findings suggested"."""
    nouns = word_list("nouns", "evidence")
    return w.lemma[head] in nouns or w.low[head].removesuffix("s") in nouns


def _is_person(w: Tokens, head: int, text: str) -> bool:
    if w.pos[head] != "PROPN" or is_office(w.text[head]):
        body = is_body(w.lemma[head]) or w.lemma[head] in word_list("nouns", "bodies")
        aged = w.low[head] in ("old", "something") and head > 0 and w.low[head - 1] in ("-", "year")
        return is_person_noun(w, head) or aged or (not body and stands_for_person(w.lemma[head]))
    return not organisations.has_mark(text) and w.ent[head] == "PERSON"


def _end(w: Tokens, tokens: Sequence[int], head: int) -> int:
    """The end of the noun phrase: before a relative clause, apposition or comma behind its head."""
    behind = ((one, k) for one, k in pairwise(tokens) if k > head)
    ends = (one for one, k in behind if w.text[k] in (",", "(", "—", "–") or w.tag[k] in ("WDT", "WP", "WP$"))
    return w.end[next(ends, tokens[-1])]


def _is_public_body(text: str) -> bool:
    return bool(set(text.casefold().split()) & word_list("mentions", "agency_of_state"))
