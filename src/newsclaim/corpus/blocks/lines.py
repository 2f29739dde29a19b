"""Lines that surround an article's own text: navigation, requests, dates, bylines, captions and credits.

Each recogniser takes one line and knows nothing of its place; `blocks` decides with the neighbours.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsclaim import lexicon
from newsclaim.text import fold

#: Longer lines are the article's own.
LONGEST = 400
_EDGES = " \t.,:;!?*|»«<>›‹→←↓↑▶►▼-–—_•·[](){}#=+~\"'“”"
_WORD = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
#: A list item has a space behind its dash.
_CREDITED = re.compile(r"[—–](\w)")
#: A first line with more words is a headline, whatever stands before its colon.
_HEADLINE = 3
_BYLINE = re.compile(r"(?:by|By|BY|Words by|Story by|Report by|Text by)\s+(.+)")
#: "Ana Example/The Harbour Herald" alone on its line.
_OF_PAPER = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?: ?/ ?| for (?:[Tt]he )?)[A-Z][\w.&’'-]+(?: [A-Z][\w.&’'-]+){0,3}"
)
#: "Ana Example is a reporter at The Harbour Herald who covers Norland.", "Ana Example, Osthaven correspondent"
_POST = (
    r"(?:reporter|correspondent|editor|journalist|columnist|writer|producer|contributor|freelancer|bureau chief|anchor)"
)
_BIOGRAPHY = re.compile(
    rf"(?:[A-Z][\w.’'-]+ ){{2,4}}(?:is|was|has been) (?:(?:an?|the|our) )?[^.!?]{{0,60}}\b{_POST}s?\b"
    r"[^.!?]{0,160}[.]?(?: (?:She|He|They) .*)?"
    r"|(?:[A-Z][\w.’'-]+ ){2,3}(?:covers|reports on|reported from|writes about|is based in) [^.!?]{2,100}[.]?(?: .*)?"
    rf"|(?:[A-Z][\w.’'-]+ ){{1,3}}[A-Z][\w.’'-]+, [^.!?,]{{0,40}}\b{_POST}(?:,? [A-Z][\w ]{{1,40}})?"
)
#: A label or an ending with the name that it has is no longer.
_CAPTION_END = 120
_NAME = re.compile(r"[^\W\d_][\w’'.-]*,?")
_DATE_PART = re.compile(r"[^\s|•·–—,-]+")
_DATE_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?(?:[:./-]\d{1,4}){0,2}(?:[ap]\.?m)?|[+-]\d{1,4}")


#: A line is asked about several times in turn.
_folded = lru_cache(maxsize=4)(fold)


def is_boilerplate(line: str, *, opens: bool = False) -> bool:
    """Return whether `line` belongs to the page, not to the article: a menu, request, date, byline, notice ….

    Args:
        line: a paragraph.
        opens: it is the first of the text, where "Video: Storm hits coast" is the headline and no link.
    """
    if not _WORD.search(line):
        return True
    if len(line) > LONGEST:
        return False
    folded = _folded(line)
    bare = folded.strip(_EDGES)
    return (
        bare in lexicon.words("blocks", "lines")
        or is_list_heading(line)
        or _starts_as_boilerplate(folded, opens=opens)
        or any(_patterns().fullmatch(form) for form in (bare, folded))
        or _is_bar(bare)
        or _is_date(bare)
    )


def is_list_heading(line: str) -> bool:
    """Return whether `line` is the heading of a list of links ("Related Posts", "Sources")."""
    return len(line) <= 60 and _folded(line).strip(_EDGES) in lexicon.words("blocks", "list_headings")


def is_summary_heading(line: str) -> bool:
    """Return whether `line` is the heading of bullet points that sum the article up ("Key points")."""
    return len(line) <= 60 and _folded(line).strip(_EDGES) in lexicon.words("blocks", "summary_headings")


def is_byline(line: str) -> bool:
    """Return whether `line` names the writers ("By Jane Doe and John Roe, staff writers") and nothing else."""
    found = _BYLINE.fullmatch(line) if len(line) <= 160 else None
    if not found:
        return False
    words = found[1].split()
    names = [
        word
        for word in words
        if word[0].isupper() and _NAME.fullmatch(word) and fold(word).strip(_EDGES) not in _dates()
    ]
    others = [word for word in words if word not in names]
    return len(names) >= 2 and all(fold(word).strip(",;") in lexicon.words("blocks", "byline_words") for word in others)


def is_labelled_link(line: str) -> bool:
    """Return whether a line in the middle of an article names another: "Editorial: Mend the dike"."""
    name, mark, headline = line.partition(":") if ":" in line else line.partition(" | ")
    short = mark and len(line.split()) <= 20 and headline.strip()[:1].isupper() and line[-1] not in ".!”"
    return bool(short) and fold(name).strip(_EDGES) in lexicon.words("furniture", "link_labels")


def is_biography(line: str) -> bool:
    """Return whether a line at the edge of an article tells who wrote it."""
    return len(line) <= LONGEST and _BIOGRAPHY.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Return whether `line` is the caption or the credit of a picture."""
    if len(line) > 3 * LONGEST or len(line.split()) > _number("caption_words"):
        return False
    folded = _folded(line).lstrip(_EDGES)
    if folded.startswith(_openings("caption_starts")) or _ends_as_caption(line) or _OF_PAPER.fullmatch(line):
        return True
    agency = next((name for name in lexicon.words("blocks", "caption_agencies") if line.startswith(f"{name} ")), "")
    if agency and line[len(agency) + 1 :][:1].isupper():
        return True
    return len(line.split()) <= 30 and any(place in folded for place in lexicon.words("blocks", "caption_places"))


def is_quote_credit(line: str) -> bool:
    """Return whether `line` is what stands under a pulled quote: "—The minister on the new law"."""
    found = _CREDITED.match(line)
    return found is not None and found[1].isupper() and len(line.split()) <= 25 and not ends_sentence(line)


def ends_sentence(line: str) -> bool:
    """Return whether `line` ends as a sentence does."""
    return _SENTENCE_END.search(line[-8:]) is not None


def _starts_as_boilerplate(folded: str, *, opens: bool) -> bool:
    if folded[:1] in "\"“'":
        return False
    line = folded.lstrip(_EDGES.replace("@", ""))
    words = len(line.split())
    if line.startswith(_openings("credit_starts")):
        return words <= _number("credit_words")
    if not line.startswith(_openings("starts")) or words > _number("start_words"):
        return False
    start = next(start for start in _openings("starts") if line.startswith(start))
    return not (opens and ":" in start and words > _HEADLINE)


def _is_bar(bare: str) -> bool:
    words = re.split(r"[\s|/,•·]+", bare)
    return len(words) > 1 and all(word in lexicon.words("blocks", "bar_words") for word in words)


def _is_date(bare: str) -> bool:
    """Return whether a line is a date or time and nothing else; bare numbers are none."""
    has_number = has_name = False
    for part in _DATE_PART.finditer(bare):
        word = part[0].strip(".,:;()")
        is_number = _DATE_NUMBER.fullmatch(word) is not None
        if word and not is_number and word not in _dates():
            return False
        has_number |= is_number
        has_name |= word in lexicon.words("blocks", "date_names")
    return has_number and has_name


def _ends_as_caption(line: str) -> bool:
    return _caption_end().search(line, max(0, len(line.rstrip(".)] \t\n")) - _CAPTION_END)) is not None


@cache
def _dates() -> frozenset[str]:
    return lexicon.words("blocks", "date_words") | lexicon.words("blocks", "date_names")


@cache
def _openings(key: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("blocks", key)))


def _number(key: str) -> int:
    return int(lexicon.load("blocks")[key])


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in lexicon.load("blocks")["patterns"]))


@cache
def _caption_end() -> re.Pattern[str]:
    labels = "|".join(f"{label}|{label.upper()}" for label in lexicon.load("blocks")["caption_labels"])
    ends = "|".join(end.replace("*", r"[\w@].{1,60}?") for end in lexicon.load("blocks")["caption_ends"])
    return re.compile(
        rf"(?:(?:^|[\s(\[/])(?:{labels}): ?[^\s\da-z][^:;!?]{{1,60}}|(?:^|[./(\[|;]) ?(?i:{ends}))[.)\]\s]*$"
    )
