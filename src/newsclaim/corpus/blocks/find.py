"""An article's text cut into blocks, each with its kind, from what the line says and where it stands.

The kinds are settled in the order of certainty: tables, corrections, posts, the page's own lines, captions, what was
set into a paragraph, the lists of links at the end, the title, summaries under it, headings; the rest is body. At last
what opens a paragraph and is no part of it is cut off: labels, bylines, stamps of the hour, datelines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsclaim.corpus.blocks import asides, captions, crossheads, lines, neighbours, openings, posts
from newsclaim.corpus.blocks.paragraphs import paragraph_spans
from newsclaim.corpus.blocks.piece import Piece
from newsclaim.corpus.blocks.tables import table_rows
from newsclaim.models import Block, BlockKind

#: So much of a line is looked at; longer ones are body anyway.
_LOOK = 20_000
#: Fewer words behind a credit belong to it.
_FEWEST = 4
#: Datelines and bylines stand this near the top.
_TOP = 6


def find_blocks(text: str, title: str | None = None, *, body_only: bool = False) -> tuple[Block, ...]:
    """Return the blocks of `text` in order; together they cover everything but white space.

    Args:
        text: the article's text, without a header.
        title: the known headline; its line is the title. Without one the first line is, if it reads like a headline.
        body_only: call every block "body".
    """
    spans = paragraph_spans(text)
    if body_only:
        return tuple(Block(start=a, end=b, kind="body") for a, b in spans)
    pieces = _pieces(text, spans)
    known = [(text[p.start : min(p.end, p.start + _LOOK)], p.kind) for p in pieces]
    kinds = neighbours.settled([line for line, _ in known], [kind for _, kind in known], title)
    found = (Block(start=p.start, end=p.end, kind=kind) for p, kind in zip(pieces, kinds, strict=True))
    return tuple(_without_openings(text, found))


def first_own_line(text: str) -> str | None:
    """Return the first line of `text` that is no boilerplate, None when there is none."""
    found = (text[start:end] for start, end in paragraph_spans(text))
    return next((line for i, line in enumerate(found) if not lines.is_boilerplate(line, opens=i == 0)), None)


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """Return the paragraphs, with their kind where they show it by themselves, cut where something was set in."""
    rows = table_rows([text[a : min(b, a + _LOOK)] for a, b in spans])
    found: list[Piece] = []
    for number, (start, end) in enumerate(spans):
        if number in rows:
            found.append(Piece(start, end, "table"))
        else:
            found += _paragraph(text, start, end, opens=number == 0)
    return list(posts.joined(found, text))


def _paragraph(text: str, start: int, end: int, *, opens: bool) -> Iterator[Piece]:
    line = text[start : min(end, start + _LOOK)]
    own = _kind_alone(line, opens=opens)
    if (own is not None and not (own == "caption" and _goes_on(text, start, end))) or end - start > _LOOK:
        yield Piece(start, end, own)
        return
    post = posts.post_in(text, start, end)
    yield from _rest(text, start, post.start if post else end, opens=opens)
    if post:
        yield post
        behind = _skip_space(text, post.end, end)
        yield from _paragraph(text, behind, end, opens=False) if behind < end else ()


def _goes_on(text: str, start: int, end: int) -> bool:
    """Return whether a paragraph that looks like a caption has the article's words behind the caption's credit."""
    found = list(captions.captions(text, start, end))
    rest = text[found[-1].end : end].strip() if found else ""
    return len(rest.split()) >= _FEWEST and lines.ends_sentence(rest)


def _rest(text: str, start: int, end: int, *, opens: bool) -> Iterator[Piece]:
    """Yield a paragraph without posts: what was set or run into it, and the stretches between."""
    headings = list(crossheads.crossheads(text, start, end))
    found = [*asides.asides(text, start, end, opens=opens), *captions.captions(text, start, end), *headings]
    kind: BlockKind | None = "body" if headings or (found and not opens) else None
    at = start
    for piece in sorted(found, key=lambda piece: piece.start):
        if piece.end <= at:
            continue
        yield from _stretch(text, at, max(at, piece.start), kind)
        yield from _stretch(text, max(at, piece.start), piece.end, piece.kind)
        at = piece.end
    yield from _stretch(text, at, end, kind)


def _stretch(text: str, start: int, end: int, kind: BlockKind | None) -> Iterator[Piece]:
    start = _skip_space(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Piece(start, end, kind if any(map(str.isalnum, text[start:end])) else "boilerplate")


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _kind_alone(line: str, *, opens: bool) -> BlockKind | None:
    """Return the kind that a whole paragraph shows by itself."""
    if asides.is_correction(line):
        return "correction"
    if lines.is_caption(line):
        return "caption"
    if lines.is_boilerplate(line, opens=opens):
        return "boilerplate"
    return "caption" if lines.is_quote_credit(line) else None


#: Looks at a place and returns the end of an opening there, and where what it opens begins.
_Opening = Callable[[str, int, int], tuple[int, int] | None]


def _without_openings(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    left, first = _TOP, True
    for block in blocks:
        wanted: list[_Opening] = []
        if block.kind in ("title", "heading", "summary") or (first and block.kind == "body"):
            wanted.append(openings.label)
        if block.kind in ("body", "summary"):
            wanted += (openings.byline, openings.stamp, openings.dateline) if left else (openings.stamp,)
            left -= left > 0
        first = first and block.kind in ("boilerplate", "caption")
        yield from _opened(text, block, wanted)


def _opened(text: str, block: Block, wanted: Iterable[_Opening]) -> Iterator[Block]:
    """Yield a block, before it what opens it."""
    start = block.start
    for opening in wanted:
        found = opening(text, start, block.end)
        if found and found[1] < block.end:
            yield Block(start=start, end=found[0], kind="boilerplate")
            start = found[1]
    yield Block(start=start, end=block.end, kind=block.kind)
