"""What is counted: its words, its head, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim import lexicon
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import Counted

LISTS = "numbers/counted"


@dataclass(slots=True)
class Thing:
    """What is counted or measured: its span (None when understood), head word and token (-1 without), how it was found.

    `part` tells that the number is taken out of a larger set ("two of them"), `inside` the words between number and
    head, `end` where the quantity's phrase ends.
    """

    start: int | None
    stop: int | None
    head: str
    token: int
    rule: str
    part: bool = False
    inside: str = ""
    end: int | None = None

    def counted(self, text: str) -> Counted:
        """Return the model; those who are "dead" or "missing", and those of a toll, are persons."""
        head = "person" if self.head in lexicon.words(LISTS, "states") or self.rule == "toll" else self.head
        if self.start is None or self.stop is None:
            return Counted(head=head)
        return Counted(start=self.start, end=self.stop, text=text[self.start : self.stop], head=head)


def understood(head: str, rule: str) -> Thing:
    """Return a thing that no words name ("Five were killed" counts people)."""
    return Thing(None, None, head, -1, rule)


def head_of_people(word: str) -> str | None:
    """Return the head for a word that names people ("dead", "others"), None for other words."""
    heads: dict[str, str] = lexicon.load(LISTS)["heads"]
    return heads.get(word)


def lemma(w: Tokens, i: int) -> str:
    """Return the singular of a noun as the contract writes heads."""
    word, found = w.low[i], w.lemma[i]
    people = head_of_people(word)
    if people is not None:
        return people
    singulars: dict[str, str] = lexicon.load(LISTS)["singulars"]
    if word in singulars:
        return singulars[word]
    single = w.tag[i] == "NNP" and w.ent[i] in ("ORG", "GPE", "EVENT", "FAC", "PRODUCT")
    if single or (w.tag[i] in ("NNP", "NNPS") and w.ent[i] == "PERSON"):
        return word  # "Mears" is no plural, "200 Marines" are
    plural = w.tag[i] in ("NNPS", "NNP", "NNS") and len(word) > 3 and not word.endswith(("ss", "us", "is"))
    if found != word or not plural or not word.endswith("s"):
        return found
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def befalls_people(w: Tokens, event: int) -> bool:
    """Does the event befall people, so that a bare number with it counts them?"""
    return event >= 0 and (names_human_event(w.lemma[event]) or names_human_event(w.low[event]))


def names_human_event(word: str) -> bool:
    """Is the word one for what befalls people ("killed", "die", "missing")?"""
    events = lexicon.load("numbers/classes")["events"]
    return any(word in events[name] for name in lexicon.words(LISTS, "human_events"))
