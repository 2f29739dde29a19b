"""Whose something is by the noun for it: "Apple's revenue", "shares in Corvane", "Vestrian exports", "its debt"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.measured import antecedents
from newsclaim.extraction.numbers.measured.agents import is_name, is_named_thing, is_owner_noun
from newsclaim.extraction.numbers.measured.climb import LISTS
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens, back, past
from newsclaim.lexicon import words
from newsclaim.models import Mention
from newsclaim.names.countries import display_name, lookup
from newsclaim.text import span_of

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"})

#: Nobody owns what stands farther down a chain ("the debt of the unit of the arm of …").
_STEPS = 8


def of_noun(view: View, noun: int, *, built: bool = False, possessed: bool = False, steps: int = _STEPS) -> int:
    """Return the token of who owns a noun by the words on it, -1 where nobody does.

    What is held or built belongs to whoever does it, not to where it is ("a $3bn plant in Dalmark"). With `possessed`
    only a possessor counts: how long "the Norland process" lasts tells nothing of Norland.
    """
    w = view.w
    if steps == 0 or possessed:
        return _possessor(view, noun, steps) if steps else -1
    held = built or w.lemma[noun] in words(LISTS, "holdings")
    if w.lemma[noun] in words(LISTS, "outlooks") and (found := _behind(view, noun, steps)) >= 0:
        return found
    ways = (_possessor, _modifier, _above) if held else (_possessor, _modifier, _behind, _above)
    return next((found for way in ways if (found := way(view, noun, steps)) >= 0), -1)


def _above(view: View, noun: int, steps: int) -> int:
    """Return who owns what a noun belongs to: "the firm's level of debt", "a firm with debt"; -1 for nobody."""
    w, above = view.w, view.w.head[noun]
    if w.dep[noun] == "compound" and above > noun:
        return of_noun(view, above, steps=steps - 1)
    if w.dep[noun] != "pobj":
        return -1
    if w.low[above] == "with":
        return _with(view, w.head[above], above)
    of = w.low[above] == "of" and w.pos[w.head[above]] == "NOUN" and w.head[above] < noun
    return _possessor(view, w.head[above], steps) if of else -1


def _with(view: View, holder: int, preposition: int) -> int:
    """Read "followed by the US with a volume of $3bn", "a firm with revenue of $5m"."""
    w = view.w
    if w.pos[holder] == "VERB":
        holder = w.child(w.child(holder, "agent"), "pobj") if w.lemma[holder] in ("follow", "lead") else -1
    if not 0 <= holder < preposition:
        return -1
    return holder if is_name(view, holder) or (is_owner_noun(view, holder) and w.tag[holder] != "NNS") else -1


def before_amount(view: View, quantity: Quantity, *, issued: bool = True) -> int:
    """Return whose an amount is by the words right before it, whatever the parse makes of what stands behind.

    With `issued` a noun with "of" may stand between.

    "Norland's $890 billion (£700 billion) wealth fund" · "the bank's issue of $3 billion (£2 billion) of bonds"
    """
    w = view.w
    i = view.at(quantity.start) - 1
    if issued and i > 1 and w.low[i] == "of" and w.pos[i - 1] == "NOUN" and w.tag[i - 2] == "POS":
        i -= 2
    if i < 1 or w.tag[i] != "POS" or w.ent[i - 1] in ("DATE", "TIME"):
        return -1
    owner = i - 1
    return owner if is_name(view, owner) or (is_owner_noun(view, owner) and _is_definite(w, owner)) else -1


def _possessor(view: View, noun: int, steps: int) -> int:
    """Read "Apple's revenue", "its debt"; what a day or a thing has is nobody's ("last year's sales")."""
    w = view.w
    owner = w.child(noun, "poss")
    if owner < 0 or w.ent[owner] in ("DATE", "TIME"):
        return -1
    if w.tag[owner] == "PRP$":
        return antecedents.behind(view, owner, body=w.lemma[noun] in words(LISTS, "results"))
    if w.tag[owner] == "WP$":
        return of_whom(view, noun)
    if is_name(view, owner) or w.ent[owner] in _NAMED:
        return owner
    if steps < _STEPS and w.tag[owner] == "NNS" and w.left[owner] == owner:
        return -1  # "sales of children's books"
    return owner if is_owner_noun(view, owner) else of_noun(view, owner, steps=steps - 1)


def of_whom(view: View, noun: int) -> int:
    """Return whom a clause with "whose" tells of ("a president whose approval is now 37%"), -1 for a thing."""
    w = view.w
    verb = clauses.governing_verb(w, noun)
    named = w.head[verb] if verb >= 0 and w.dep[verb] == "relcl" else -1
    return named if named >= 0 and (is_name(view, named) or is_owner_noun(view, named)) else -1


def _modifier(view: View, noun: int, _steps: int) -> int:
    """Read "Marlow shares", "Vestrian exports": a name or the adjective of one before the noun."""
    w = view.w
    opening = view.page.sentence(noun)[0]
    if w.lemma[noun] == "index":
        return -1
    for k in w.lefts(noun):
        entity = w.ent[k] in _NAMED and (k > opening or w.name(k)[1] > k or lookup(w.text[k]) is not None)
        named = entity or (is_name(view, k) and not w.ent[k] and k > opening)
        if w.dep[k] in ("compound", "nmod", "amod") and named and not is_named_thing(view, k):
            return k
    return -1


def _behind(view: View, noun: int, steps: int) -> int:
    """Read "shares in Corvane", "the growth forecast for Lethia", "the debt of the company"."""
    w = view.w
    prepositions = (k for k in w.rights(noun) if w.dep[k] == "prep" and w.low[k] in words(LISTS, "of_owner"))
    return next((owner for k in prepositions if (owner := _behind_preposition(view, k, steps)) >= 0), -1)


def _behind_preposition(view: View, k: int, steps: int) -> int:
    w = view.w
    owner = next((x for x in w.rights(k) if w.dep[x] == "pobj"), -1)
    if owner < 0 or w.ent[owner] in ("DATE", "TIME") or (w.low[k] == "for" and w.ent[owner] == "PERSON"):
        return -1
    if w.pos[owner] == "PROPN" or w.ent[owner] in _NAMED or _is_body_behind(w, k, owner):
        return owner
    if (named := _in_apposition(w, owner)) >= 0:
        return named
    return of_noun(view, owner, steps=steps - 1) if w.low[k] == "of" else -1


def _is_body_behind(w: Tokens, preposition: int, owner: int) -> bool:
    """Is it a known body without its name ("the debt of the company")?"""
    of = w.low[preposition] in ("of", "at", "for", "from")
    return of and w.lemma[owner] in words(LISTS, "bodies") and _is_definite(w, owner)


def _in_apposition(w: Tokens, owner: int) -> int:
    """Return the name behind what somebody is ("its rival Corvane Foods", "the bank's main brand, Corvane,"), or -1."""
    named = w.child(owner, "appos")
    if named <= owner:
        return -1
    first = w.left[named]
    comma = first == owner + 2 and w.text[owner + 1] == "," and w.text[min(w.right[named] + 1, len(w) - 1)] == ","
    joined = any(w.low[k] == "and" for k in range(owner, w.right[named]))
    beside = (first == owner + 1 or first == named or comma) and not joined
    return named if beside and w.pos[named] == "PROPN" else -1


def _is_definite(w: Tokens, noun: int) -> bool:
    return any(w.low[k] in _DETERMINERS for k in w.lefts(noun))


#: A currency and its amount, of which the tagger makes a name ("SEK9 million").
_PRICED = re.compile(r"[A-Z]{3}\d")


def mention(view: View, i: int, *, named: bool = False) -> Mention | None:
    """Return the mention of an owner: a name without article and case, a noun with its determiner, a pronoun.

    A country, also by its adjective, and a place have their full name already: they own without being actors. Another
    bare adjective is nobody, unless it is known to be `named`.
    """
    w = view.w
    named_so = _in_apposition(w, i) if w.pos[i] == "NOUN" else -1
    i = named_so if named_so >= 0 else i
    first, last = _extent(view, i)
    words_of = span_of(view.text, w.start[first], w.end[last])
    if _PRICED.match(words_of.text):
        return None
    country = lookup(words_of.text) if w.pos[i] != "PRON" else None
    if country is not None and country.way in _OF_COUNTRIES:
        whole = country.way != "part" or w.tag[i] == "JJ"
        return Mention(**words_of.model_dump(), name=display_name(country.code) if whole else words_of.text, how="name")
    if w.ent[i] in ("GPE", "LOC") and w.pos[i] != "ADJ":
        return Mention(**words_of.model_dump(), name=words_of.text, how="name")
    if named:
        return Mention(**words_of.model_dump())
    return None if w.pos[i] == "ADJ" or (w.ent[i] == "NORP" and w.tag[i] == "JJ") else Mention(**words_of.model_dump())


#: Ways in which a word stands for a country as a place, not for its government.
_OF_COUNTRIES = frozenset({"name", "short", "adjective", "part", "people"})


_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})


def _extent(view: View, i: int) -> tuple[int, int]:
    w = view.w
    if w.pos[i] == "PRON":
        return i, i
    if w.ent[i] in _NAMED or w.pos[i] == "PROPN":
        return _name_extent(view, i)
    last = _of_name(w, i)
    if w.low[i] in words(LISTS, "named_so") and last > i:
        return i + 2, last
    first = back(i, 0, lambda first: first >= w.left[i] and (w.pos[first] in _INSIDE or w.text[first] == "-"))
    return first, max(last, _origin(w, i))


def _origin(w: Tokens, i: int) -> int:
    """Return the last token of where several come from ("people from Norland"), -1 where nothing says it."""
    if w.tag[i] != "NNS" or i + 2 >= len(w) or w.low[i + 1] != "from" or w.ent[i + 2] != "GPE":
        return -1
    return w.name(i + 2)[1]


def _name_extent(view: View, i: int) -> tuple[int, int]:
    """Return the name around a token without its article, its trade, its case and a number behind it."""
    w = view.w
    first, last = w.name(i) if w.ent[i] else _run(w, i)
    last = next((k - 1 for k in range(i + 1, last + 1) if w.text[k][:1].isdigit() or w.pos[k] == "NUM"), last)
    first += w.low[first] == "the" and first < last
    first += first < last and _opens_as_trade(view, first)
    last -= w.tag[last] == "POS" and first < last
    last -= first < last and not any(c.isalnum() for c in w.text[last])
    return first, last


def _opens_as_trade(view: View, i: int) -> bool:
    """Does a sentence open with what a firm is, before its name ("Chipmaker Ardent Micro")?"""
    w = view.w
    trade = w.low[i] in words(LISTS, "firms") or w.low[i].endswith(("maker", "builder", "giant"))
    return trade and view.page.sentence(i)[0] == i


def _of_name(w: Tokens, i: int) -> int:
    """Return the last token of "of Norland" behind a noun that it names ("the central bank of Norland")."""
    named = i + 2 < len(w) and w.pos[i + 2] == "PROPN" and w.text[i + 2][:1].isupper()
    if named and w.low[i + 1] == "of" and w.ent[i + 2] not in ("DATE", "TIME"):
        last = w.name(i + 2)[1] if w.ent[i + 2] else i + 2
        last -= w.tag[last] == "POS"
        owned = w.head[last] if w.tag[min(last + 1, len(w) - 1)] == "POS" and w.dep[last] == "poss" else last
        return w.name(owned)[1] if w.pos[owned] == "PROPN" and w.ent[owned] else owned
    return i


def _run(w: Tokens, i: int) -> tuple[int, int]:
    """Return the run of proper nouns around a token."""
    first = last = i
    first = back(first, 0, lambda first: w.pos[first] == "PROPN" and w.sent[first] == w.sent[i])
    last = past(last + 1, len(w), lambda last: w.pos[last] == "PROPN" and w.sent[last] == w.sent[i]) - 1
    return first, last
