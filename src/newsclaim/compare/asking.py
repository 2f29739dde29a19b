"""What a user typed instead of a topic's name → a topic on the spot, or a claim in hand to hold against the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from newsclaim.compare.axes.counted import family_of
from newsclaim.compare.words import stems
from newsclaim.lexicon import load
from newsclaim.models import NumericClaim
from newsclaim.models.topic import Topic
from newsclaim.text import fold

#: Shorter nouns come close to any word.
_LETTERS = 3


def topic_on_the_spot(words: str, counts: Callable[..., bool]) -> Topic:
    """Return the topic of some words ("boats lost", "deaths in Gaza").

    What follows "in", "at" or "near" is the place, a word for a class is its class, the first other word that claims
    count is what is counted; the rest must stand for something that the claims tell. Beside a noun that says what is
    asked for ("attack deaths") only what claims of its class count is counted: attacks are none.

    Args:
        words: what the user typed.
        counts: whether some claim, of one of some classes if there are any, counts one of these lemmas.
    """
    told, place = _split(words)
    wanted = [word for word in told if word not in _empty()] or [word for word in told if counts(stems(word))]
    asked = _asked_for(wanted)
    counted = _counted_in(wanted, (lambda nouns: counts(nouns, asked)) if asked else counts)
    if counted:
        rest = [word for word in wanted if not stems(word) & counted]
        chosen: dict[str, object] = {"counted": sorted({noun for one in counted for noun in family_of(one)})}
    else:
        rest, chosen = [word for word in wanted if not classes_of(word)], _of_classes(wanted, counts)
    return Topic.model_validate(chosen | {"title": words, "words": rest, "places": [place] if place else []})


def topic_of_event(words: str) -> Topic:
    """Return the topic of all that claims tell of some words ("Oldport attack"), whatever they count."""
    told, place = _split(words)
    wanted = [word for word in told if word not in _empty()]
    return Topic.model_validate({"title": words, "words": wanted, "places": [place] if place else []})


def narrowed_topic(words: str, known: Mapping[str, Topic]) -> Topic | None:
    """Return the topic with whose name some words end, narrowed by those before it ("Oldport house prices")."""
    name = ending(words, known)
    if name is None or known[name].words or known[name].places:
        return None
    told, place = _split(words.replace("-", " "))
    rest = tuple(word for word in told[: -len(name.split("-"))] if word not in _empty())
    return known[name].model_copy(update={"title": words, "words": rest, "places": (place,) if place else ()})


def ending(words: str, known: Iterable[str]) -> str | None:
    """Return the name of a topic with which some words end, before the place if they name one."""
    told, _ = _split(words.replace("-", " "))
    return next((name for name in known if told[-len(name.split("-")) :] == fold(name).split("-")), None)


def _asked_for(wanted: Iterable[str]) -> list[str]:
    """Return the classes that nouns among words ask for by themselves; none where no such noun is there."""
    nouns = frozenset(load("compare")["asking"]["nouns"])
    return _classes_of(word for word in wanted if stems(word) & nouns)


def _counted_in(wanted: Iterable[str], counts: Callable[[frozenset[str]], bool]) -> frozenset[str]:
    """Return the lemmas of the first word that claims count and that is no name of a class; none if there is none."""
    return next((stems(word) for word in wanted if not classes_of(word) and counts(stems(word))), frozenset())


def _of_classes(wanted: Iterable[str], counts: Callable[[frozenset[str]], bool]) -> dict[str, object]:
    """Return the classes that words are names of, and those of the words that claims count, too ("cases").

    Where one word tells who and another what happened to them ("soldiers killed"), both are asked for.
    """
    named = [word for word in wanted if classes_of(word)]
    if not named:
        return {}
    told = [word for word in named if counts(stems(word))]
    happened = [word for word in named if classes_of(word) & {*load("compare")["asking"]["happened"]}]
    who = [word for word in told if word not in happened]
    if happened and who:
        nouns = {noun for one in _stems_of(who) for noun in family_of(one)}
        return {"classes": _classes_of(happened), "all": [{"counted": sorted(nouns)}]}
    return {"classes": _classes_of(named), "counted": sorted(_stems_of(told))}


def _classes_of(words: Iterable[str]) -> list[str]:
    return sorted({name for word in words for name in classes_of(word)})


def _stems_of(words: Iterable[str]) -> set[str]:
    return {noun for word in words for noun in stems(word)}


def topic_of_claim(words: str, claim: NumericClaim) -> Topic:
    """Return the topic of a claim in hand: the same class or thing, and unit; of a rate or price what is measured."""
    counted, about = claim.counted.head if claim.counted else "", claim.about.head if claim.about else ""
    classes: list[str] = [claim.class_]
    if claim.class_ in {"other", "measure"}:
        classes = sorted(classes_of(counted or about)) if claim.class_ == "other" else []
    asked: dict[str, object] = {"title": words, "units": [claim.unit] if claim.unit else [], "classes": classes}
    if not classes and counted:
        asked["counted"] = [counted.lower()]
    if claim.class_ == "other" and counted.lower() in load("compare")["generic"]["people"]:
        # What happened to these people is of no known class: who was killed or hurt is another question.
        asked["exclude"] = [{"classes": sorted(load("compare")["called"])}]
    if about and claim.class_ != "money" and not (classes and claim.class_ == "other"):
        asked["about"] = [about]
    return Topic.model_validate(asked)


def may_be_claim(words: str) -> bool:
    """Whether words may tell a number, so that reading them as a claim in hand is worth it: "12 dead", "six boats"."""
    told = words.casefold().replace("-", " ").split()
    return len(told) > 1 and any(word[0].isdigit() or word.removesuffix("s") in _number_words() for word in told)


@cache
def _number_words() -> frozenset[str]:
    numerals = load("numbers/numerals")
    return frozenset(word for group in ("units", "teens", "tens", "scales") for word in numerals[group])


def classes_of(word: str) -> set[str]:
    """Return the classes that a word is a name of."""
    return {name for name, lemmas in load("compare")["called"].items() if stems(word) & set(lemmas)}


def close_to(words: str, known: Iterable[str]) -> list[str]:
    """Return counted nouns that come close to one of the words."""
    from rapidfuzz import process

    pool = [noun for noun in known if len(noun) >= _LETTERS]
    found = [
        match for word in fold(words).split() for match, *_ in process.extract(word, pool, limit=3, score_cutoff=75)
    ]
    return list(dict.fromkeys(found))


def _split(words: str) -> tuple[list[str], str | None]:
    """Return the words before a preposition of place, and the place behind it as it was typed."""
    typed = words.split()
    for n, word in enumerate(typed):
        if n and word.casefold() in load("compare")["asking"]["prepositions"] and n + 1 < len(typed):
            place, more = _place_and_event(w for w in typed[n + 1 :] if w.casefold() not in _empty())
            return [fold(w) for w in (*typed[:n], *more)], " ".join(place) or None
    return [fold(word) for word in typed], None


def _place_and_event(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the words of a place apart from those of an event there: "the Oldport attack", "a fire in Oldport"."""
    asking, events = load("compare")["asking"], frozenset(load("compare")["labels"]["events"])
    kept = [word for word in words if word.casefold() not in {*asking["prepositions"], "on", "off"}]
    event = [word for word in kept if stems(word) & events]
    return [word for word in kept if word not in event], event


def is_empty(word: str) -> bool:
    """Whether a folded word tells nothing of what is asked for."""
    return word in _empty()


def is_hedge(word: str) -> bool:
    """Whether a folded word only says how sure a number is ("at least")."""
    return word in load("compare")["asking"]["hedges"]


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("compare")["asking"]["empty"])
