"""HTML → paragraphs, without any package: for books, mails, feeds and cells, where all of the text is the article.

Pages of news sites need more than that: `readers/page.py` finds the article among what surrounds it.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from newsclaim import lexicon

_BLOCKS = lexicon.words("markup", "blocks")
_SILENT = lexicon.words("markup", "silent")
_HEADINGS = frozenset(["h1", "h2"])
#: Tags that text begins with when it is markup and no prose.
_BEGINS = re.compile(
    r"\s*<(?:!doctype|!--|\?xml|html|head|body|meta|title|link|style|script|div|p|article|section|main|header|span|table"
    r"|h[1-6]|ul|ol|a|img|figure|center|font|blockquote|br|b|strong|em|i)\b[^<>]*/?>|\s*<!--",
    re.IGNORECASE,
)


def is_markup(text: str) -> bool:
    """Return whether a text begins with a tag of HTML."""
    return _BEGINS.match(text) is not None


def prose_of(html: str) -> str:
    """Return the text of HTML: paragraphs, headings and items of lists with blank lines between, cells with bars.

    Marks that a `<q>` stands for are written.
    """
    return read_markup(html).text


def read_markup(html: str) -> Prose:
    """Return what HTML holds."""
    reader = Prose()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader


class Prose(HTMLParser):
    """Collects the paragraphs of HTML; `finish` ends the last one.

    Attributes:
        title: that of the page.
        heading: the first heading of the first or second rank.
        text: all paragraphs.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: str | None = None
        self.heading: str | None = None
        self._paragraphs: list[str] = []
        self._now: list[str] = []
        self._silent: list[str] = []
        self._open: list[str] = []
        self._cells = 0
        self._row = False

    @property
    def text(self) -> str:
        """Return the paragraphs, with blank lines between; the rows of a table follow one another."""
        return "\n\n".join(self._paragraphs).replace("\0\n\n", "\n").replace("\0", "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        """Begin what a tag begins."""
        if tag in _SILENT or tag == "title":
            self._silent += [tag]
        elif tag in ("td", "th"):
            self._now += [" | "] if self._cells else []
            self._cells += 1
        elif tag == "br":
            self._break()
        elif tag == "q":
            self._now.append("“")
        elif tag in _BLOCKS and not self._cells:
            self.finish()
            self._open = [*self._open[-50:], tag]
            self._now += ["- "] if tag == "li" else []
        elif tag in _BLOCKS:
            self._now.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag == "q":
            self._now.append("”")
        elif tag in ("tr", "table"):
            self._cells = 0
            self.finish(row=tag == "tr")
            if tag == "table":
                self._paragraphs[-1:] = [last.removesuffix("\0") for last in self._paragraphs[-1:]]
        elif tag in _BLOCKS and not self._cells:
            self.finish()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._silent:
            self._now.append(data if "pre" in self._open[-1:] else re.sub(r"[ \t\r\n\f]+", " ", data))
        elif self._silent[-1] == "title" and "svg" not in self._silent:
            self.title = " ".join(f"{self.title or ''}{data}".split()) or None

    def _break(self) -> None:
        """Break the line; a second break behind it ends the paragraph."""
        last = next((piece for piece in reversed(self._now) if piece.strip(" ")), "")
        if last == "\n" and not self._cells:
            self.finish()
        else:
            self._now.append("\n")

    def finish(self, *, row: bool = False) -> None:
        """End the paragraph that was begun."""
        lines = "".join(self._now).split("\n")
        paragraph = "\n".join(filter(None, (re.sub(r"[ \t]+", " ", line).strip(" ") for line in lines)))
        if paragraph not in ("", "-"):
            self._paragraphs.append(paragraph + ("\0" if row else ""))
            if self._open[-1:] and self._open[-1] in _HEADINGS and self.heading is None:
                self.heading = " ".join(paragraph.split())
        self._now = []
