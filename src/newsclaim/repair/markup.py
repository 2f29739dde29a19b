"""Marks of HTML and Markdown that a converter left in the text: entities, tags, links, emphasis."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator

from newsclaim.repair.edits import Edit

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_INLINE = "a|abbr|b|big|cite|code|em|font|i|mark|q|s|small|span|strike|strong|sub|sup|time|u|wbr"
_BREAKING = (
    "article|blockquote|br|div|figure|figcaption|footer|h[1-6]|header|hr|img|li|ol|p|section|table|tbody|td|tr|ul"
)
_ATTRIBUTES = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))*"
_TAG = re.compile(rf"</?(?:(?P<inline>{_INLINE})|(?:{_BREAKING})){_ATTRIBUTES}\s*/?>", re.IGNORECASE)
#: The target of a link, with a pair of brackets in it or a title behind it.
_BEHIND = r"\([^()\s]{1,2000}(?:\([^()\s]*\)[^()\s]*)?(?: [\"'][^\"'\n]*[\"'])?\)"
_LINK = re.compile(
    rf"(?P<image>!\[[^\[\]\n]{{0,300}}\]{_BEHIND})"
    rf"|(?P<open>\[)(?P<words>[^\[\]\n]{{0,300}})(?P<close>\]{_BEHIND})"
)
#: Links whose targets stand at the end ("[Anna Brok][1]"), targets in pointed brackets, marks of footnotes.
_REFERENCE = re.compile(
    r"(?P<open>\[)(?P<words>[^\[\]\n]{1,300})(?P<close>\] ?\[[\w .-]{0,40}\])|<(?:https?://|mailto:)[^<>\s]{1,2000}>|\[\^[\w-]{1,20}\](?!:)"
)
_TARGET = re.compile(r"\]\((?:https?://|/|#|mailto:|www\.|[\w.-]+/)", re.IGNORECASE)
_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])(?P<words>[^*\n]{1,600}?)(?<=[^\s*])(?P=stars)(?![\w*])"
    r"|(?<![\w_])(?P<lines>_{1,3})(?=[^\s_])(?P<more>[^_\n]{1,600}?)(?<=[^\s_])(?P=lines)(?![\w_])"
)
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>|~\"'-])")
_BULLET = re.compile(r"^[ \t]*([•●▪◦‣·∙■□►▶➤✓✔*])(?=[ \t])", re.MULTILINE)
#: The mark of a quoted paragraph, as in Markdown and mail.
_QUOTED = re.compile(r"^(?:[ \t]{0,3}>[ \t]?)+(?=\S)", re.MULTILINE)


def entities(text: str) -> Iterator[Edit]:
    """Yield an edit for each HTML entity."""
    for found in _ENTITY.finditer(text) if "&" in text else ():
        name = found.group()[1:]
        if name[0] == "#" or name in html.entities.html5:
            yield Edit(found.start(), found.end(), html.unescape(found.group()))


def tags(text: str) -> Iterator[Edit]:
    """Yield an edit for each HTML tag: those inside a line vanish, the others break it."""
    for found in _TAG.finditer(text) if "<" in text else ():
        yield Edit(found.start(), found.end(), "" if found["inline"] else "\n")


def links(text: str) -> Iterator[Edit]:
    """Yield edits that leave of a Markdown link its words, of an image nothing."""
    for found in _LINK.finditer(text) if "](" in text else ():
        if found["image"]:
            yield Edit(found.start(), found.end(), "")
        elif _TARGET.match(found["close"]):
            yield Edit(found.start("open"), found.end("open"), "")
            yield Edit(found.start("close"), found.end("close"), "")


def references(text: str) -> Iterator[Edit]:
    """Yield edits that leave of links with targets elsewhere the words, of targets and marks of footnotes nothing."""
    for found in _REFERENCE.finditer(text) if "][" in text or "<" in text or "[^" in text else ():
        if found["words"]:
            yield Edit(found.start("open"), found.end("open"), "")
            yield Edit(found.start("close"), found.end("close"), "")
        else:
            yield Edit(found.start(), found.end(), "")


def bullets(text: str) -> Iterator[Edit]:
    """Yield edits that make one sign of all that begin the items of lists: a dash, which no name begins with."""
    for found in _BULLET.finditer(text):
        yield Edit(found.start(1), found.end(1), "-")


def emphasis(text: str) -> Iterator[Edit]:
    """Yield edits that take away the stars and underscores around emphasised words."""
    for found in _EMPHASIS.finditer(text) if "*" in text or "_" in text else ():
        words = "words" if found["stars"] else "more"
        yield Edit(found.start(), found.start(words), "")
        yield Edit(found.end(words), found.end(), "")


def escapes(text: str) -> Iterator[Edit]:
    """Yield edits that take away backslashes before marks, and the marks of quoted paragraphs."""
    if "\\" in text:
        yield from (Edit(found.start(), found.end(), "") for found in _ESCAPED.finditer(text))


def quoted(text: str) -> Iterator[Edit]:
    """Yield edits that take away the mark of quoted paragraphs, in a text where whole paragraphs have it."""
    if ">" in text:
        yield from (Edit(found.start(), found.end(), "") for found in _QUOTED.finditer(text))
