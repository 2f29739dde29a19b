"""An article's text cut into blocks, each with its kind, from what the line says and where it stands.

The kinds are settled in the order of certainty: the page's own lines, captions, the lists of links at the end, the
title, summaries under it, headings; everything else is body.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from newsclaim.corpus.blocks import lines as furniture
from newsclaim.corpus.blocks.paragraphs import is_bullet, paragraph_spans
from newsclaim.models import Block, BlockKind
from newsclaim.text import fold

_TITLE_WORDS = 35
_HEADING_WORDS = 12
_STANDFIRST_WORDS = (8, 45)
_LINK_WORDS = 25
_MOST_HEADINGS = 2
#: So much of a line is looked at; longer ones are body anyway.
_LOOK = 20_000
#: Bullet points sum up when they stand this near the top, bylines stand there too.
_TOP = 6
#: A place in capitals, or any place with an agency in brackets; a date between; a dash; then a sentence begins.
_DATELINE = re.compile(
    r"((?:[A-Z][A-Z .’'/-]{2,30}(?:, ?[A-Z][\w .’'-]{1,30}){0,2}(?: ?\([\w ./]{1,30}\))?"
    r"|[A-Z][\w .,’'/-]{2,60} ?\([A-Z][\w ./]{1,30}\)) ?(?:[—–]|--?))\s+(?=[A-Z0-9\"“‘'])"
)
_QUOTED = re.compile(r"[\"“]([^\"“”]{12,200})[\"”]")


def find_blocks(text: str, title: str | None = None, *, body_only: bool = False) -> tuple[Block, ...]:
    """Return the blocks of `text` in order; together they cover everything but white space.

    Args:
        text: the article's text, without a header.
        title: the known headline; its line is the title. Without one the first line is, if it reads like a headline.
        body_only: call every block "body".
    """
    spans = paragraph_spans(text)
    lines = [text[a : min(b, a + _LOOK)] for a, b in spans]
    kinds: Sequence[BlockKind] = ["body"] * len(spans) if body_only else _kinds(lines, title)
    blocks = [Block(start=a, end=b, kind=kind) for (a, b), kind in zip(spans, kinds, strict=True)]
    return tuple(blocks if body_only else _without_datelines(text, blocks))


def _without_datelines(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut "SEOUL, Oct. 23 (HNA) —" off the paragraph it opens: it is no part of the first sentence."""
    left = _TOP
    for block in blocks:
        dateline = _DATELINE.match(text, block.start, block.end) if left and block.kind in ("body", "summary") else None
        left -= left > 0 and block.kind in ("body", "summary")
        if dateline is None:
            yield block
            continue
        yield Block(start=block.start, end=dateline.end(1), kind="boilerplate")
        yield Block(start=dateline.end(), end=block.end, kind=block.kind)


def first_own_line(text: str) -> str | None:
    """Return the first line of `text` that is no boilerplate, None when there is none."""
    lines = (text[start:end] for start, end in paragraph_spans(text))
    return next((line for i, line in enumerate(lines) if not furniture.is_boilerplate(line, opens=i == 0)), None)


def is_title_line(line: str, title: str) -> bool:
    """Return whether `line` is the headline `title`, give or take marks, case, and the outlet's name behind it."""
    if len(line) > 2 * len(title) + 60:
        return False
    return not _stems(line).isdisjoint(_stems(title))


def _stems(title: str) -> set[str]:
    """Return the letters of a headline, with and without what follows its last bar or dash ("… | The Herald")."""
    forms = {title, *(title.rsplit(bar, 1)[0] for bar in (" | ", " - ", " – ", " — ") if bar in title)}
    return {letters for form in forms if (letters := re.sub(r"[\W_]+", "", fold(form)))}


def _kinds(lines: Sequence[str], title: str | None) -> list[BlockKind]:
    kinds: list[BlockKind | None] = [_kind_alone(line, opens=i == 0) for i, line in enumerate(lines)]
    _mark_repeats(lines, kinds)
    _mark_bylines(lines, kinds)
    _mark_link_lists(lines, kinds)
    if all(kind == "boilerplate" for kind in kinds):
        return ["body"] * len(kinds)  # a page has more than a frame: whoever gives a mere line wants it read
    _mark_title(lines, kinds, title)
    _mark_summaries(lines, kinds)
    _mark_headings(lines, kinds)
    return [kind or "body" for kind in kinds]


def _kind_alone(line: str, *, opens: bool) -> BlockKind | None:
    """Return the kind that the line shows by itself."""
    if furniture.is_caption(line):
        return "caption"
    if furniture.is_boilerplate(line, opens=opens):
        return "boilerplate"
    return "caption" if furniture.is_quote_credit(line) else None


def _mark_repeats(lines: Sequence[str], kinds: list[BlockKind | None]) -> None:
    """The same short line twice in a row is the credit of a picture and of its enlarged copy."""
    for line, run in itertools.groupby(range(len(lines)), key=lines.__getitem__):
        same = list(run)
        if len(same) == 2 and kinds[same[0]] is None and _is_short(line) and " " in line:
            kinds[same[0]] = kinds[same[1]] = "caption"


def _mark_bylines(lines: Sequence[str], kinds: list[BlockKind | None]) -> None:
    for i in (*range(min(_TOP, len(lines))), *range(max(_TOP, len(lines) - 3), len(lines))):
        if kinds[i] is None and furniture.is_byline(lines[i]):
            kinds[i] = "boilerplate"


def _mark_link_lists(lines: Sequence[str], kinds: list[BlockKind | None]) -> None:
    """Under "Related Posts" stand links: short lines that do not end as sentences do."""
    inside = False
    for i, line in enumerate(lines):
        if furniture.is_list_heading(line):
            inside = i > 0
        elif inside and kinds[i] is None:
            inside = len(line.split()) <= _LINK_WORDS and not line.endswith(".")
            if inside:
                kinds[i] = "boilerplate"


def _mark_title(lines: Sequence[str], kinds: list[BlockKind | None], title: str | None) -> None:
    own = [i for i, kind in enumerate(kinds) if kind is None]
    if title:
        here = next((i for i in (*own[:_TOP], *range(min(_TOP, len(lines)))) if is_title_line(lines[i], title)), None)
        if here is not None:
            kinds[here] = "title"
    elif len(own) > 1 and _is_headline(lines[own[0]]):
        kinds[own[0]] = "title"


def _mark_summaries(lines: Sequence[str], kinds: list[BlockKind | None]) -> None:
    own = [i for i, kind in enumerate(kinds) if kind is None]
    for run in _bullet_runs(lines, own):
        if len(run) > 1 and (run[0] in own[:_TOP] or _under_summary_heading(lines, own, run[0])):
            for i in run:
                kinds[i] = "summary"
    if "title" in kinds and own and kinds[own[0]] is None and kinds.index("title") < own[0]:
        _mark_standfirst(lines, kinds, own)


def _mark_standfirst(lines: Sequence[str], kinds: list[BlockKind | None], own: Sequence[int]) -> None:
    """Under the title a line without full stop, before a dateline, or whose quote comes again is a standfirst."""
    first, rest = lines[own[0]], [lines[i] for i in own[1:]]
    fewest, most = _STANDFIRST_WORDS
    if not rest or not fewest <= len(first.split()) <= most or _DATELINE.match(first):
        return
    follows = _DATELINE.match(rest[0])
    later = fold(" ".join(rest))
    again = any(fold(quoted).strip(" .,!?") in later for quoted in _QUOTED.findall(first))
    if follows or again or not (furniture.ends_sentence(first) or first.endswith((":", "”", '"'))):
        kinds[own[0]] = "summary"


def _mark_headings(lines: Sequence[str], kinds: list[BlockKind | None]) -> None:
    following: str | None = None
    for i in range(len(lines) - 1, -1, -1):
        if kinds[i] is None and following is not None and _is_heading(lines[i], following):
            kinds[i] = "heading"
        elif kinds[i] in (None, "summary"):
            following = lines[i][: furniture.LONGEST]
    _unmark_lists(kinds)


def _unmark_lists(kinds: list[BlockKind | None]) -> None:
    """Three short lines in a row are a list of results or names, not headings."""
    for _, run in itertools.groupby(range(len(kinds)), key=lambda i: kinds[i] == "heading"):
        found = list(run)
        if kinds[found[0]] == "heading" and len(found) > _MOST_HEADINGS:
            for i in found:
                kinds[i] = None


def _is_heading(line: str, following: str) -> bool:
    if furniture.is_summary_heading(line) or line.startswith("#"):
        return True
    opens = len(following.split()) > _HEADING_WORDS or furniture.ends_sentence(following)
    begins = line[0] not in "\"“‘'(" and not is_bullet(line) and any(map(str.isalpha, line))
    return opens and begins and _is_short(line)


def _is_short(line: str) -> bool:
    """Return whether a line is as short as a heading or a credit and no sentence."""
    return len(line.split()) <= _HEADING_WORDS and line[-1] not in ".!?:;,…\"”’'-–—"


def _is_headline(line: str) -> bool:
    return len(line.split()) <= _TITLE_WORDS and not line.endswith((".", ":", ";", ",")) and not is_bullet(line)


def _bullet_runs(lines: Sequence[str], own: Sequence[int]) -> list[list[int]]:
    """Return the runs of list items among the article's own lines."""
    runs: list[list[int]] = []
    before = -1
    for at, i in enumerate(own):
        if not is_bullet(lines[i]):
            continue
        if runs and before == at - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
        before = at
    return runs


def _under_summary_heading(lines: Sequence[str], own: Sequence[int], first: int) -> bool:
    at = own.index(first)
    return at > 0 and furniture.is_summary_heading(lines[own[at - 1]])
