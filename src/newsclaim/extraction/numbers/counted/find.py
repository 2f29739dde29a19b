"""What a number counts, from the words of its own sentence: the noun behind it, after "of", or before it."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted import before, levels
from newsclaim.extraction.numbers.counted.things import LISTS, Thing, head_of_people, lemma, names_human_event
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.bare import Phrase, phrase_from, span_text
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens

_NOUNS = ("NOUN", "PROPN")
_MORE = re.compile(r"\s+(?:more|other|additional|further|dead|injured|wounded|missing)\b")
_HALF_THE = re.compile(r"\s+(?:the|its|their|his|her|our|all|that|those|these|a|people)\b")


def find(view: View, quantity: Quantity, stop: int) -> Thing | None:
    """Return what a number counts; `stop` is the token behind its sentence."""
    i = view.at(quantity.end)
    i += i < stop and quantity.number.rule == "vague" and view.w.text[i] in ('"', "”")  # "tens of millions" of users
    if i < stop and (view.text[quantity.end : quantity.end + 1] == "-" or view.w.start[i] < quantity.end):
        return None
    if quantity.rule == "multiple" and i < stop and view.w.low[i] in ("those", "that"):
        return None  # "eight times those of Lethia"
    fraction = quantity.number.form == "fraction"
    partial = quantity.measure == "share" or (fraction and not _HALF_THE.match(view.text, quantity.end))
    thing = (None if partial else _behind(view, quantity, i, stop)) or _of(view, quantity, i, stop)
    if thing is not None:
        return thing
    if partial and quantity.measure == "share":
        return None
    thing = (
        levels.by_bundle(view, quantity) or before.named(view, quantity, stop) or levels.by_number_noun(view, quantity)
    )
    return thing if thing is not None or partial else levels.by_level(view, quantity)


def _behind(view: View, quantity: Quantity, i: int, stop: int) -> Thing | None:
    """Read "3,000 more North Korean soldiers", "20 dead"; vague plurals take no noun directly."""
    w = view.w
    if (quantity.number.rule == "vague" and not _MORE.match(view.text, quantity.end)) or _decides(w, quantity, i):
        return None
    first = _over_skipped(w, quantity, i, stop)
    if first >= stop or "\n" in view.text[quantity.end : w.start[first]]:
        return None
    noun_next = first + 1 < stop and w.pos[first + 1] in _NOUNS
    if head_of_people(w.low[first]) and w.pos[first] not in _NOUNS and not noun_next:
        return _thing(view, Phrase(first, first, first), "noun-behind", i)
    if w.low[first] in ("last", "next", "this") or _is_clause(w, first, stop):
        return None  # "1,200 last week", "one of three facing Renn"
    found = phrase_from(w, first, stop)
    if found is None or _is_mistaken_verb(w, found.head, quantity):
        return None
    thing = _thing(view, _shared(w, _owners_counted(w, found, quantity), quantity, stop), "noun-behind", i)
    if (noun := _listed_with(w, found.head, quantity)) >= 0:
        thing.head = lemma(w, noun)
    return thing


def _over_skipped(w: Tokens, quantity: Quantity, i: int, stop: int) -> int:
    """Return the first token that may belong to the noun phrase, over "more", "other", a quotation mark."""
    skipped = lexicon.words(LISTS, "articles" if quantity.number.form == "fraction" else "skipped")
    first = i
    while first < min(stop, i + 3) and (w.low[first] in skipped or _opens_quotation(w, first, stop)):
        first += 1
    return first


def _is_clause(w: Tokens, i: int, stop: int) -> bool:
    """Does a participle with an object or time of its own stand behind the number ("of the 300 killed last year")?"""
    if w.dep[i] == "acl" and w.tag[i] == "VBN" and i + 1 < stop and w.ent[i + 1] in ("DATE", "TIME"):
        return True
    does = w.dep[i - 1] == "nsubj" and w.head[i - 1] == i  # "with 31 receiving treatment"
    return w.tag[i] == "VBG" and i + 1 < stop and (does or w.pos[i + 1] in ("PROPN", "DET") or w.low[i] == "facing")


def _decides(w: Tokens, quantity: Quantity, i: int) -> bool:
    """Is the word behind a side of a vote what was decided ("a 7-2 decision")?"""
    rival = quantity.rival is not None and i < len(w)
    return rival and w.tag[i] == "NN" and w.low[i] in lexicon.words("numbers/rivals", "votes")


def _shared(w: Tokens, phrase: Phrase, quantity: Quantity, stop: int) -> Phrase:
    """Return the phrase up to the plural that two names share ("several Ellport and New Tarn concerts")."""
    if quantity.value == 1:
        return phrase
    above = w.head[phrase.head] if w.dep[phrase.head] in ("nmod", "compound", "amod") else _joined_to(w, phrase.head)
    if phrase.head < above < min(stop, phrase.head + 7) and (w.tag[above] == "NNS" or _are_people(w, above)):
        return Phrase(phrase.first, above, above)
    return phrase


def _joined_to(w: Tokens, name: int) -> int:
    """Return the noun that a name is joined to as if it were one itself ("40 Harlow Foods and Brask staff"), or -1."""
    noun = w.child(name, "conj") if w.tag[name] == "NNP" else -1
    named = noun > name + 2 and w.pos[noun] == "NOUN" and w.text[noun - 1][0].isupper() and w.head[noun - 1] == noun
    return noun if named and w.low[name + 1] in ("and", "or") else -1


def _are_people(w: Tokens, noun: int) -> bool:
    return w.pos[noun] == "NOUN" and (
        stands_for_person(w.lemma[noun])
        or w.low[noun] in ("staff", "personnel", "crew", "police", "servicemen", "servicewomen")
    )


def _listed_with(w: Tokens, head: int, quantity: Quantity) -> int:
    """Return the noun that is said once for two numbers ("18 FM and five AM stations"), -1 for none."""
    if quantity.value == 1 or w.tag[head] not in ("NN", "NNP", "JJ"):
        return -1
    other = w.child(head, "conj")
    return other if other > head and w.tag[other] == "NNS" and w.child(other, "nummod") >= 0 else -1


def _owners_counted(w: Tokens, phrase: Phrase, quantity: Quantity) -> Phrase:
    """Return the several whose something is, which are what is counted ("two doctors' approval").

    The same where the tagger takes a verb for a noun ("12 percent of nurses smoke").
    """
    verb = w.dep[phrase.head] == "ROOT" or w.low[phrase.head].endswith("ing")
    if verb and w.tag[phrase.head] == "NN" and w.tag[phrase.head - 1] == "NNS":
        return Phrase(phrase.first, phrase.head - 1, phrase.head - 1) if phrase.head > phrase.first else phrase
    for k in range(phrase.first + 1, phrase.head):
        if w.tag[k] == "POS" and w.tag[k - 1] == "NNS" and quantity.value != 1 and w.tag[phrase.head] != "NNS":
            return Phrase(phrase.first, k - 1, k - 1)
    return phrase


def _opens_quotation(w: Tokens, i: int, stop: int) -> bool:
    """Does a quotation mark open on the noun ("23 “terrorists” were killed")?"""
    marked = w.text[i] in ('"', "“", "‘") and w.tied(i)
    return marked and i > 0 and not w.tied(i - 1) and i + 1 < stop and w.pos[i + 1] == "NOUN"


def _is_mistaken_verb(w: Tokens, i: int, quantity: Quantity) -> bool:
    """Is the singular "noun" behind several things a verb of what befell them ("at least seven die")?"""
    if w.tag[i] != "NN" or quantity.value == 1 or head_of_people(w.low[i]):
        return False
    return names_human_event(w.low[i]) or _PAST.fullmatch(w.low[i]) is not None


def acts_behind(view: View, quantity: Quantity) -> bool:
    """Does a verb of what only people do stand behind a number, or one that the tagger takes for a noun?"""
    i = view.at(quantity.end)
    if i >= len(view.w) or quantity.measure is not None or view.w.start[i] != quantity.end + 1:
        return False
    human = view.w.tag[i] in ("VBD", "VBP", "VBN") and view.w.lemma[i] in lexicon.words(LISTS, "human_acts")
    return (human and quantity.value != 1) or _is_mistaken_verb(view.w, i, quantity)


def is_done_to_people(view: View, quantity: Quantity) -> bool:
    """Does a verb directly before a bare number tell what is done only to people ("will hire 3,000")?"""
    w, i = view.w, view.at(quantity.start) - 1
    verb = i >= 0 and w.pos[i] == "VERB" and w.lemma[i] in lexicon.words(LISTS, "done_to_people")
    return verb and quantity.value != 1 and not view.noun_follows(quantity.end)


#: A past tense that the tagger takes for a noun ("A quarter of a million stayed").
_PAST = re.compile(r"(?!hundred|moped|biped)\w*[a-z](?<!e)(?<!sh)(?<!b)(?<!sl)ed")


def _thing(view: View, phrase: Phrase, rule: str, begin: int) -> Thing:
    w = view.w
    if (
        w.lemma[phrase.head] in lexicon.words(LISTS, "told")
        and phrase.head + 2 < len(w)
        and w.low[phrase.head + 1] == "of"
    ):
        told = phrase_from(w, phrase.head + 2, min(len(w), phrase.head + 7))
        phrase = told if told is not None else phrase
    start, end = span_text(w, phrase)
    end = max(_with_complement(view, phrase, end), _with_joined(w, phrase))
    inside = " ".join(w.low[k] for k in range(begin, phrase.head) if w.pos[k] != "PROPN")
    return Thing(start, end, lemma(w, phrase.head), phrase.head, rule, inside=inside, end=end)


def _with_joined(w: Tokens, phrase: Phrase) -> int:
    """Return the end of a second plural that the number counts too ("189 other galleries and museums"), 0 for none."""
    first = i = phrase.head + 2
    if i >= len(w) or w.tag[phrase.head] != "NNS" or w.low[i - 1] not in ("and", "or"):
        return 0
    i += w.tag[i] == "NN" and i + 1 < len(w)  # "banks and post offices"
    alone = w.tag[i] == "NNS" and w.dep[i] == "conj" and w.head[i] == phrase.head and w.left[i] == first
    alone = alone and w.low[min(i + 1, len(w) - 1)] not in ("of", "to")  # "nations and reports of fighting"
    return w.end[i] if alone else 0


def _with_complement(view: View, phrase: Phrase, end: int) -> int:
    """Take in a short "of" phrase that says what kind of thing it is ("counts of fraud"), no name of a place."""
    w = view.w
    i = phrase.last + 1
    stop = min(view.page.sentence(phrase.last)[1], i + 6)
    described = w.lemma[phrase.head] in lexicon.words(LISTS, "described")
    if i + 1 >= stop or w.low[i] != "of" or not described:
        return end
    first = i + 2 if w.low[i + 1] in ("the", "a", "an") else i + 1
    found = phrase_from(w, first, stop) if first < stop else None
    if found is None or w.ent[found.head] in ("GPE", "LOC", "PERSON", "DATE", "TIME"):
        return end
    return w.end[found.last]


def _of(view: View, quantity: Quantity, i: int, stop: int) -> Thing | None:
    """Read "five of the soldiers", "hundreds of people", "two of them"."""
    w = view.w
    if i + 1 >= stop or w.low[i] != "of":
        return None
    if (pronoun := _of_pronoun(view, i, stop)) is not None:
        return pronoun
    first = i + 1
    while first < stop and _opens(w, first) and not (w.tied(first) and w.text[first + 1] == "-"):
        first += 1
    found = phrase_from(w, first, stop) if first < stop else None
    people = first < stop and (head_of_people(w.low[first]) or (w.low[first] == "public" and w.dep[first] == "pobj"))
    if found is None and people:
        found = Phrase(first, first, first)
    if found is None:
        return None
    thing = _thing(view, _owners_counted(w, found, quantity), "of-noun", i)
    thing.part = quantity.value is not None and _is_known_set(w, i + 1, found)
    return thing


def _of_pronoun(view: View, i: int, stop: int) -> Thing | None:
    """Read "two of them", "five of those known to be hurt", "five of these."; none where a noun follows."""
    w = view.w
    opener = w.low[i + 1]
    following = w.pos[i + 2] if i + 2 < stop else ""
    if opener in ("those", "these"):
        if following in ("NOUN", "ADJ"):
            return None
        if following not in ("", *_NOUNS, "NUM"):
            return _those(w, i + 1, stop) if _are_told_of(w, i + 2, stop) else _them(w, i + 1, "these")
    if opener not in lexicon.words(LISTS, "pronouns"):
        return None
    one = opener == "it" or (opener == "which" and view.w.low[i - 1] in _PARTS)
    return _of_them(view, i + 2, stop) or _them(w, i + 1, "it" if one else "pronoun")


#: Of these "which" is one thing ("half of which").
_PARTS = frozenset({"half", "third", "thirds", "quarter", "quarters", "percent", "%", "most", "part"})


def _them(w: Tokens, i: int, rule: str = "pronoun") -> Thing:
    return Thing(None, None, "", -1, rule, part=True, end=w.end[i])


def _of_them(view: View, first: int, stop: int) -> Thing | None:
    """Read "600 of them children": the noun of people that says what the part is."""
    if first >= stop or view.w.tag[first] != "NNS" or view.w.low[first - 1] not in ("them", "whom"):
        return None
    thing = _thing(view, Phrase(first, first, first), "of-noun", first)
    thing.part = True
    return thing


def _opens(w: Tokens, i: int) -> bool:
    pointing = w.low[i] in ("that", "this") and w.dep[i] == "det"
    known = pointing or w.low[i] in lexicon.words(LISTS, "openers") or w.low[i] in _ORDERED
    return known or w.pos[i] == "NUM" or w.tag[i] == "PRP$"


#: Before the number of a set that something is taken out of ("six of their last eight matches").
_ORDERED = frozenset({"last", "first", "next", "past", "previous"})


def _is_known_set(w: Tokens, opener: int, phrase: Phrase) -> bool:
    """Is the number taken out of a set that is known: "of the soldiers", "of Maren's rivals"?"""
    definite = w.low[opener] in lexicon.words(LISTS, "definite") or w.tag[opener] == "PRP$"
    return definite or "POS" in w.tag[phrase.first : phrase.head]


def _are_told_of(w: Tokens, i: int, stop: int) -> bool:
    """Does a clause behind "those" say who they are ("of those known to be infected")?"""
    return i < stop and (w.tag[i] in ("WP", "VBN", "VBG", "IN", "RB", "JJ") or w.low[i] in ("dead", "who"))


def _those(w: Tokens, first: int, stop: int) -> Thing:
    """Read "those known to be infected": up to the end of the participle phrase."""
    last = first
    for k in range(first + 1, min(stop, first + 8)):
        finite = w.tag[k] in ("VBD", "VBZ", "VBP", "MD") and w.tag[k - 1] != "WP"
        if w.pos[k] == "PUNCT" or finite:
            break
        last = k
    return Thing(w.start[first], w.end[last], "person", first, "those", part=True, end=w.end[last])
