"""What is cut off a name or spelt out: initials that label an answer, letters for a title, whose a seat is."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import Quote
from newsclaim.names import organisations, person

#: A first and a family name.
_FULL = 2
#: Abbreviated titles have no more letters.
_MOST = 4
#: Words of "White House".
_SEAT = 2


def spell_labels(w: Tokens, names: list[Name], quotes: Sequence[Quote]) -> None:
    """Put the full name behind initials that label what somebody says in an interview: "TM: A piano." is Tove Malm."""
    labels = [m for quote in quotes if quote.rule == "speech" for m in quote.speakers if _are_letters(m.text)]
    whose = {m.text: bearer for m in labels if (bearer := _bearer(m.text, names))}
    names[:] = [name for name in names if name.text not in whose]
    known = [m for m in labels if m.text in whose]
    names.extend(Name(w.before(m.start), w.at(m.end), m.start, m.end, whose[m.text]) for m in known)
    names.sort(key=lambda name: name.start)


def _bearer(initials: str, names: Sequence[Name]) -> str | None:
    """Return the one full name that begins with these letters, without particles; None where there are several."""
    particles = words("names_families", "particles")
    found = {n.text for n in names if " " in n.text and _initials(n.text, particles) == initials}
    found = {text for text in found if not organisations.has_mark(text) and not organisations.is_outlet(text)}
    return found.pop() if len(found) == 1 else None


def _initials(text: str, particles: frozenset[str]) -> str:
    return "".join(word[0] for word in text.split() if word not in particles)


def cut_letters(w: Tokens, names: Sequence[Name]) -> None:
    """Take letters off the front of names that the article also gives without them, or that begin with a first name.

    "GM Ada Holm" is Ada Holm; "JD Holm" and "AJ Foyt" stay, as letters before a family name are first names.
    """
    texts = {name.text for name in names}
    for name in names:
        letters, _, rest = name.text.partition(" ")
        if name.title or not _are_letters(letters) or len(rest.split()) < _FULL or organisations.has_mark(rest):
            continue
        if rest in texts or (person.is_given(rest.split()[0]) and w.ent[name.i + 1] == "PERSON"):
            name.title, name.title_start = letters, name.start
            name.i, name.start, name.text = name.i + 1, w.start[name.i + 1], rest


def _are_letters(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) <= _MOST and organisations.is_acronym(word)


def cut_owners(w: Tokens, names: Sequence[Name]) -> None:
    """Cut whose it is off the seat of a government: "the Lund White House" is the White House."""
    for name in names:
        if name.j - name.i > _SEAT and w.text[name.j - _SEAT : name.j] == ["White", "House"]:
            name.i = name.j - _SEAT
            name.start, name.text, name.title, name.title_start = w.start[name.i], w.words(name.i, name.j), "", -1
