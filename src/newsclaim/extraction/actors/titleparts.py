"""What stands inside a title: two offices ("national security adviser | Gen."), words that were taken for a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.portfolios import is_field
from newsclaim.extraction.actors.roleparts import tells_role
from newsclaim.extraction.page.tokens import Tokens, back
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations
from newsclaim.names.titles import is_office, opens_office, plain_title, rank_of


def offices_before(title: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield the offices of a title before a name, each with its offset."""
    words = list(re.finditer(r"\S+", title))
    texts = [word.group() for word in words]
    first = 0
    for k in range(1, len(words)):
        if _begins_rank(texts, k) or _begins_former(texts, k):
            last = k - 1 - (texts[k - 1] == "and")
            yield title[words[first].start() : words[last].end()], start + words[first].start()
            first = k
    if words:
        yield title[words[first].start() :], start + words[first].start()


def _begins_rank(texts: list[str], k: int) -> bool:
    """Whether a rank stands behind another office: "spokesman | Maj. Gen.", no "Attorney General", "Maj. | Gen."."""
    if rank_of(plain_title(texts[k])) != "soldier" or " ".join(texts[k + 1 :]).islower():
        return False
    before = texts[k - 1]
    staff = [text.casefold() for text in texts[max(0, k - 3) : k]] == ["chief", "of", "staff"]
    whole = plain_title(texts[k]) == "general" and before.casefold() in word_list("titles_parties", "before_general")
    body = before.casefold() in word_list("organisations", "public_marks")  # "Coast Guard Captain"
    return staff or (tells_role(before) and not body and not (is_rank(before) or whole))


def is_rank(word: str) -> bool:
    """Tell whether a word is a rank of a force: "Colonel", "Gen.", "Commissioner"."""
    return rank_of(plain_title(word)) == "soldier" or word.casefold() in word_list("titles", "of_force")


def _begins_former(texts: list[str], k: int) -> bool:
    """Whether an office that was held stands behind another one: "minister and former mayor"."""
    link = texts[k - 1] == "and"
    before = texts[k - 1 - link] if k > link else ""
    held = texts[k].casefold() in word_list("nominals", "past") or (link and texts[k] == "the")
    return held and before.casefold() != "fellow" and tells_role(before) and any(map(tells_role, texts[k + 1 :]))


def without_offices(w: Tokens, names: Sequence[Name]) -> list[Name]:
    """Return the names but those that are the office in another's title: "Cardiac Surgeon at Oldport Hospital X".

    A body is kept without the office: "Oldport Bank | Chief Economist X".
    """
    kept: list[Name] = []
    title = names[-1].end if names else 0
    for name in reversed(names):
        if name.title:
            title = name.title_start
        within = not name.title and name.start >= title and not organisations.known(name.text)
        kept += _body_of(w, name) if within else [name]
    return kept[::-1]


def _body_of(w: Tokens, name: Name) -> list[Name]:
    """Return a name in a title without the office at its end; none where no body is left."""
    j = back(name.j, name.i, lambda k: _tells_office(w.text[k]) and not organisations.has_mark(w.text[k]))
    if is_field([w.text[name.j - 1]]) or j == name.j or name.j == name.i + 1:
        return [name]  # "Tarn Health"
    body = w.words(name.i, j)
    return [replace(name, j=j, end=w.end[j - 1], text=body)] if organisations.has_mark(body) else []


def _tells_office(word: str) -> bool:
    return is_office(word) or opens_office(word) or word == "-"  # "Colonel-General"
