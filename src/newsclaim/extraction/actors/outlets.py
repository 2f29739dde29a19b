"""Names of outlets by their words and by what the article calls them: "Velmora Herald", "Radio Velmora"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.name import Name
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations
from newsclaim.names.countries import is_place, lookup

#: Numbers of broadcasters in words.
_FEW = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"}
)


def names_outlet(group: Sequence[Name]) -> bool:
    """Tell whether a body is an outlet: known, ending with "News", or called a newspaper by the article."""
    name = group[0].text
    called = {noun for n in group for noun in n.called} & word_list("nouns", "media") - {"agency"}
    return organisations.is_outlet(name) or _called_outlet(name) or bool(called)


def is_outlet_alone(name: Name) -> bool:
    """Tell whether a name is an outlet's, whatever stands beside it: a known one that is no other word."""
    plain = not name.title and name.text.casefold() not in word_list("organisations", "common_outlets")
    return plain and organisations.is_outlet(name.text)


def _called_outlet(name: str) -> bool:
    """Whether the words of a name say that it is an outlet: "Velmora Herald", "KTLS-TV", "BBC Radio Oldport"."""
    words = name.split()
    first, rest = words[0], words[1:]
    marks = word_list("organisations", "outlet_marks")
    return (
        (words[-1].casefold() in marks and not _is_water(words))
        or is_on_air(first, rest)
        or name.endswith(("-TV", " News Agency", " Press Agency"))
        or is_on_a_day(words)
        or (organisations.is_outlet(first) and rest[:1] in (["Radio"], ["Television"], ["TV"], ["News"]))
    )


def _is_water(name: Sequence[str]) -> bool:
    """Whether a channel is called after a country or a city, as those of the sea are: "Norlander Channel"."""
    place = " ".join(name[:-1])
    return name[-1].casefold() == "channel" and (lookup(place) is not None or is_place(place))


def is_on_a_day(name: Sequence[str]) -> bool:
    """Tell whether a name ends with a day or an hour, as papers do: "Mail on Sunday", "Noon at One"."""
    small, last = ("", *name)[-2:]
    day = small == "on" and last.casefold() in word_list("phrases", "weekdays")
    return day or (small == "at" and last in word_list("phrases", "hours"))


def is_on_air(first: str, rest: Sequence[str]) -> bool:
    """Tell whether a name begins as that of a broadcaster: "Radio Velmora", "Channel Nine"; no "Channel Islands"."""
    if first == "Channel" and rest:
        return rest[0].isdigit() or rest[0].casefold() in _FEW
    last = rest[-1].casefold() if rest else ""
    return first == "Radio" and bool(rest) and not (last in ("law", "bill") or last in word_list("mentions", "laws"))
