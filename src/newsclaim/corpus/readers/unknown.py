"""What a file is that no reader is for, and what to do with it: nothing of this is ever read as prose."""

from __future__ import annotations

import re

from newsclaim.corpus.markup import is_markup
from newsclaim.corpus.readers.source import Source

#: First bytes → what has them, what to do.
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as .docx or .csv"),
    (b"\x89PNG", "a picture", "text in pictures is not read"),
    (b"\xff\xd8\xff", "a picture", "text in pictures is not read"),
    (b"GIF8", "a picture", "text in pictures is not read"),
    (b"II*\0", "a picture", "text in pictures is not read"),
    (b"MM\0*", "a picture", "text in pictures is not read"),
    (b"SQLite format 3", "a database", "give it with --db, or export its articles as .csv or .jsonl"),
    (b"PAR1", "a Parquet file", "save it as .csv or .jsonl"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"Rar!", "a RAR archive", "unpack it"),
    (b"BZh", "a bzip2 archive", "unpack it"),
    (b"\xfd7zXZ", "an xz archive", "unpack it"),
    (b"(\xb5/\xfd", "a zstd archive", "unpack it"),
    (b"bplist", "a web archive of Safari", "save the page as HTML or MHTML"),
)
_OFFICE = (
    ("xl/workbook.xml", "an Excel file", "save it as .csv"),
    ("ppt/presentation.xml", "a presentation", "save its text as .txt"),
)
_BEGINNINGS = (
    (re.compile(r"%!PS"), "PostScript", "save it as PDF or text"),
    (re.compile(r"\\documentclass|\\begin\{document\}"), "LaTeX", "save it as text"),
    (re.compile(r"<\?xml|<!DOCTYPE (?!html)|<[A-Za-z][\w-]*:[\w-]+[ >]", re.IGNORECASE),
     "XML of a kind that is not known", "save the articles as text, CSV or JSON"),
    (re.compile(r"BEGIN:V(?:CARD|CALENDAR)"), "a calendar or address book", "it holds no articles"),
    (re.compile(r"WEBVTT\b|1\r?\n\d\d:\d\d:\d\d,\d{3} -->"), "subtitles", "save the words as text"),
    (re.compile(r"(?:#!|<\?php|import \w+\n|from \w+ import |#include ?<)"), "a program", "it holds no articles"),
)  # fmt: skip
_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?: [^<>]*)?/?>")
#: More tags than this to a word are markup, wherever they begin.
_TAGS_PER_WORD = 0.2
_FEWEST_TAGS = 10
#: So many lines with the same number of separators are a table.
_FEWEST_ROWS = 3
_SENTENCE = re.compile(r"[a-z]{2}[.!?][”\"’']?(?:\s|\Z)")


def foreign(source: Source) -> tuple[str, str] | None:
    """Return what a file is that is no prose and has no reader, and what to do; None when it may be prose."""
    for magic, what, advice in _MAGIC:
        if source.head.startswith(magic):
            return what, advice
    for name, what, advice in _OFFICE:
        if name in source.names:
            return what, advice
    if source.head.startswith(b"PK\x03\x04"):
        return "a damaged or unknown ZIP file", "unpack it"
    start = source.start
    for pattern, what, advice in _BEGINNINGS:
        if pattern.match(start):
            return what, advice
    return _markup_or_table(start)


def _markup_or_table(start: str) -> tuple[str, str] | None:
    if is_markup(start) or _is_full_of_tags(start):
        return "markup", 'pages are read as .html: pip install "newsclaim[html]"'
    if start[:1] in "{[" and re.match(r"[{\[]\s*[\"{\[]", start):
        return "JSON without articles", "name its text with --column text=NAME, or save the articles as text"
    if _is_table(start):
        return "a table", "save it as .csv or .tsv with the names of its columns in the first line"
    return None


def _is_full_of_tags(start: str) -> bool:
    tags = len(_TAG.findall(start))
    return tags >= _FEWEST_TAGS and tags > _TAGS_PER_WORD * len(_TAG.sub(" ", start).split())


def _is_table(start: str) -> bool:
    """Return whether all lines are rows of as many cells, and no sentence ends in them."""
    lines = [line for line in start.split("\n")[:40] if line.strip()]
    if len(lines) < _FEWEST_ROWS or sum(1 for line in lines if _SENTENCE.search(line)) > len(lines) / 4:
        return False
    for mark in "\t;|,":
        counts = {line.count(mark) for line in lines}
        if len(counts) == 1 and counts.pop() >= (3 if mark == "," else 1):
            return True
    return False
