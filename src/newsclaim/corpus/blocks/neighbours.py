"""Kinds of paragraphs that only their place and their neighbours tell."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsclaim.corpus.blocks import lines as furniture
from newsclaim.corpus.blocks.openings import dateline
from newsclaim.corpus.blocks.paragraphs import is_bullet
from newsclaim.models import BlockKind
from newsclaim.text import fold

_TITLE_WORDS = 35
_HEADING_WORDS = 12
_STANDFIRST_WORDS = (8, 45)
_LINK_WORDS = 25
_MOST_HEADINGS = 2
#: Bullet points sum up when they stand this near the top, bylines stand there too.
_TOP = 6
#: Who wrote the article is told below the title and behind the last long paragraph.
_BYLINES, _LONG = 3, 40
_QUOTED = re.compile(r"[\"“]([^\"“”]{12,200})[\"”]")


def settled(lines: Sequence[str], known: Sequence[BlockKind | None], title: str | None) -> list[BlockKind]:
    """Return the kinds of an article's paragraphs; `known` are those that they show by themselves."""
    kinds = list(known)
    _mark_repeats(lines, kinds)
    _mark_bylines(lines, kinds)
    _mark_link_lists(lines, kinds)
    _mark_links(lines, kinds)
    if all(kind == "boilerplate" for kind in kinds):
        return ["body"] * len(kinds)  # a page has more than a frame: whoever gives a mere line wants it read
    _mark_title(lines, kinds, title)
    _mark_summaries(lines, kinds)
    _mark_headings(lines, kinds)
    return [kind or "body" for kind in kinds]


def is_title_line(line: str, title: str) -> bool:
    """Return whether `line` is the headline `title`, give or take marks, case, and the outlet's name behind it."""
    if len(line) > 2 * len(title) + 60:
        return False
    return not _stems(line).isdisjoint(_stems(title))


def _stems(title: str) -> set[str]:
    """Return the letters of a headline, with and without what follows its last bar or dash ("… | The Herald")."""
    forms = {title, *(title.rsplit(bar, 1)[0] for bar in (" | ", " - ", " – ", " — ") if bar in title)}
    return {letters for form in forms if (letters := re.sub(r"[\W_]+", "", fold(form)))}


def _mark_repeats(lines: Sequence[str], kinds: list[BlockKind | None]) -> None:
    """The same short line twice in a row is the credit of a picture and of its enlarged copy."""
    for line, run in itertools.groupby(range(len(lines)), key=lines.__getitem__):
        same = list(run)
        if len(same) == 2 and kinds[same[0]] is None and _is_short(line) and " " in line:
            kinds[same[0]] = kinds[same[1]] = "caption"


def _mark_bylines(lines: Sequence[str], kinds: list[BlockKind | None]) -> None:
    last = max((i for i, line in enumerate(lines) if kinds[i] is None and len(line.split()) > _LONG), default=-1)
    for i, line in enumerate(lines):
        edge = 0 < i < _BYLINES or i > last
        if kinds[i] is None and (furniture.is_byline(line) or (edge and furniture.is_biography(line))):
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


def _mark_links(lines: Sequence[str], kinds: list[BlockKind | None]) -> None:
    """Behind the first two lines, one of them the headline, a label and a headline are a link to another article."""
    for i in range(2, len(lines)):
        if kinds[i] is None and furniture.is_labelled_link(lines[i]):
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
    if not rest or not fewest <= len(first.split()) <= most or dateline(first, 0, len(first)):
        return
    follows = dateline(rest[0], 0, len(rest[0]))
    said = _QUOTED.findall(first)
    later = fold(" ".join(rest)) if said else ""
    again = any(fold(quoted).strip(" .,!?") in later for quoted in said)
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
