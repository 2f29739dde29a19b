"""What readers of pages have in common: the tree of a page, its classes and lines."""

from __future__ import annotations

import re
from typing import Any

from newsclaim.corpus.readers.document import MissingExtraError
from newsclaim.errors import InputError

#: No tree can hold these.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def tree_of(html: str) -> Any:
    """Return the tree of a page.

    Raises:
        MissingExtraError: lxml is not installed.
        InputError: it is empty.
    """
    try:
        from lxml import etree
        from lxml import html as parser
    except ImportError as error:
        raise MissingExtraError("saved pages", "html") from error
    try:
        data = _CONTROLS.sub("", html).encode("utf-8", "replace")
        return parser.fromstring(data, parser=parser.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"the page cannot be read ({error})") from error


def has_class(node: Any, *names: str) -> bool:
    """Return whether an element has one of the classes, in any case of letters."""
    classes = (node.get("class") or "").lower().split()
    return any(name.lower() in classes for name in names)


def by_class(node: Any, *names: str) -> list[Any]:
    """Return the elements below one that have one of the classes, in order."""
    return [one for one in node.iter() if isinstance(one.tag, str) and has_class(one, *names)]


def line_in(node: Any) -> str:
    """Return all text in an element as one line, what no element has as none."""
    return "" if node is None else " ".join(node.text_content().split())


def paragraphs_in(node: Any) -> list[str]:
    """Return the paragraphs in an element."""
    from lxml import html as parser

    from newsclaim.corpus.markup import prose_of

    return [text for text in prose_of(parser.tostring(node, encoding="unicode")).split("\n\n") if text.strip()]
