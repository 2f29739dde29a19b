"""What `show` prints: the passage with what was asked for marked in it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from newsclaim.models.rows import Passage, Shown
from newsclaim.render.sheet import clean
from newsclaim.text import visible


def passage_text(passage: Passage) -> Text:
    """Return the passage with its marked stretches highlighted."""
    text = Text(visible(passage.text))
    for start, end in passage.marks:
        text.stylize("bold reverse", start, end)
    return text


def plain(passage: Passage) -> str:
    """Return the passage with its marked stretches between » and «, for where no style can be seen."""
    parts: list[str] = []
    done = 0
    for start, end in passage.marks:
        if start < done:
            continue
        parts += [passage.text[done:start], "»", passage.text[start:end], "«"]
        done = end
    return visible("".join(parts) + passage.text[done:])


def heading(passage: Passage) -> str:
    """Return title, outlet and date of the article."""
    article = passage.article
    parts = (article.title or article.id, article.outlet, (article.published or "undated")[:10], article.path)
    return clean(" · ".join(part for part in parts if part))


def lines(shown: Shown) -> Iterator[tuple[str | None, str, Text]]:
    """Yield each passage, plain and styled, with a heading where another article begins."""
    before = None
    for passage in shown.passages:
        head = heading(passage)
        yield (None if head == before else head), plain(passage), passage_text(passage)
        before = head
