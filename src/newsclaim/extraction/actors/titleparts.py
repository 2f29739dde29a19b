"""Two offices that stand together before a name: "national security adviser | Gen.", "minister and | former mayor"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.extraction.actors.roleparts import tells_role
from newsclaim.lexicon import words as word_list
from newsclaim.names.titles import plain_title, rank_of


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
    return staff or (tells_role(before) and not body and not (_is_rank(before) or whole))


def _is_rank(word: str) -> bool:
    return rank_of(plain_title(word)) == "soldier" or word.casefold() in word_list("titles", "of_force")


def _begins_former(texts: list[str], k: int) -> bool:
    """Whether an office that was held stands behind another one: "minister and former mayor"."""
    link = texts[k - 1] == "and"
    before = texts[k - 1 - link] if k > link else ""
    held = texts[k].casefold() in word_list("nominals", "past") or (link and texts[k] == "the")
    return held and before.casefold() != "fellow" and tells_role(before) and any(map(tells_role, texts[k + 1 :]))
