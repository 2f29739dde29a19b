"""What an identifier names, also when only its beginning was typed, in whatever case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.errors import UnknownNameError
from newsclaim.names.search import asked_for, did_you_mean, near

if TYPE_CHECKING:
    from newsclaim.store import Store

#: The beginning of an id that the store does not look for.
_TOO_SHORT = re.compile(r"[qna][0-9a-v]{0,2}")
#: So many are named in a message.
_MOST = 5


def whole_id(store: Store, wanted: str) -> str:
    """Return the identifier of a quote, claim, actor or article that was typed whole or by its beginning.

    Raises:
        UnknownNameError: nothing begins so, or several do; the message says where else to ask.
    """
    found = _chosen(wanted, store.beginning_with(wanted, _MOST + 1))
    if found is None:
        instead = _instead(store, wanted)
        raise UnknownNameError(f"no quote, claim, actor, article or question has the id {wanted!r}. {instead}")
    return found


def article_id(store: Store, wanted: str) -> str:
    """Return the id of an article that was typed whole or by its beginning.

    Raises:
        UnknownNameError: there is none, or there are several.
    """
    found = _chosen(wanted, store.articles_beginning_with(wanted, _MOST + 1))
    if found is None:
        close = did_you_mean(near(wanted, store.known()))
        raise UnknownNameError(f"no article {wanted!r} is in the database. {close} `newsclaim articles` lists them.")
    return found


def _chosen(wanted: str, found: Sequence[str]) -> str | None:
    """Return the one id that is meant: as it was typed, else in another case, else the only one that begins so."""
    if wanted in found:
        return wanted
    exact = [identifier for identifier in found if identifier.lower() == wanted.lower()]
    if len(exact or found) > 1:
        more = ", …" if len(found) > _MOST else ""
        listed = ", ".join((exact or found)[:_MOST])
        raise UnknownNameError(f"several ids begin with {wanted!r}: {listed}{more}. Type more of it.")
    return next(iter(exact or found), None)


def _instead(store: Store, wanted: str) -> str:
    """Return where to ask for something that is no id: a name, a word."""
    if _TOO_SHORT.fullmatch(wanted.lower()):
        return "Of the id of a quote, claim or actor type at least four characters."
    quoted = f'"{wanted}"'
    actors = store.actors_named(asked_for(wanted))
    if actors:
        names = ", ".join(f"{actor.name} ({actor.id})" for actor in actors[:_MOST])
        return f"It is the name of {names}: newsclaim actors {quoted}, newsclaim quotes --speaker {quoted}"
    close = near(wanted, store.known())
    return f"{did_you_mean(close)} To look for words: newsclaim quotes --search {quoted}"
