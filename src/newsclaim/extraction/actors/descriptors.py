"""First words of a run that say what the name behind them is: "Podcaster Jane Doe", "Rival Sandhurst Micro"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.word import Word
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations, person

#: Plural titles that are also the name of a chamber.
_PLURALS = frozenset({"Representatives", "Commons", "Lords", "Delegates"})
#: Endings of words for what somebody does: a craft, which no name ends like, and other work, before a first name only.
_TRADES = ("monger", "maker", "keeper", "smith", "wife")
_OCCUPATIONS = ("er", "or", "ist", "ian", "ant", "ent", "ite")


def looks_personal(w: Tokens, words: Sequence[Word]) -> bool:
    """Tell whether words may be a person's name, by the first name, the recogniser or the order of the parts."""
    texts = [x.text for x in words]
    if organisations.has_mark(" ".join(texts)) or "of" in texts:
        return False
    return w.ent[words[0].i] == "PERSON" or personal(texts)


def personal(texts: list[str]) -> bool:
    """Tell whether the first word is a first name, or the order of the words that of a person's name."""
    return person.is_given(texts[0]) or person.parse(" ".join(texts)).order != "western"


def only_opens(w: Tokens, words: Sequence[Word]) -> bool:
    """Tell whether the first word has its capital from the sentence: "Rival Sandhurst Micro said"."""
    return words[0].text in word_list("runs", "openers") and w.opens_sentence(words[0].i)


def descriptor(w: Tokens, words: list[Word]) -> int:
    """1 where the first word tells what the person is: "Podcaster Jane Doe", "Scientologist John Doe"."""
    texts = [x.text for x in words]
    member = texts[0] in _PLURALS and len(texts) > 1 and looks_personal(w, words[1:])
    return int(member or _are_partners(texts) or _is_trade(texts) or _is_occupation(w, words, texts))


def _are_partners(texts: list[str]) -> bool:
    """Whether a plural says what a firm of partners does: "Auditors Ernst & Lindh"."""
    return "&" in texts[2:] and texts[0].endswith("s") and stands_for_person(texts[0][:-1].casefold())


def _is_trade(texts: list[str]) -> bool:
    """Whether the first word is what somebody does and no name: "Fishmonger Rauni Salo"."""
    if len(texts) != len(("trade", "given", "family")) or not texts[0].endswith(_TRADES):
        return False
    return not person.is_given(texts[0]) and not organisations.has_mark(" ".join(texts))


def _is_occupation(w: Tokens, words: list[Word], texts: list[str]) -> bool:
    """Whether the first of several words is no first name, the second is one, and the model sees a person or a job."""
    if len(texts) < 3 or person.is_given(texts[0]) or not person.is_given(texts[1]) or "of" in texts:
        return False
    apart = w.ent[words[1].i] == "PERSON" and w.iob[words[1].i] == "B"
    return apart or texts[0].endswith(_OCCUPATIONS)
