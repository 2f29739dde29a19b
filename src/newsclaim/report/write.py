"""Content → one HTML file.

The page says itself what it may do (Content Security Policy): run the one script and use the one style that stand in
it, known by their hashes, and load nothing at all. Whatever an article says is escaped, and only addresses of the web
are linked.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from newsclaim._version import __version__
from newsclaim.report import drawings
from newsclaim.report.content import Content
from newsclaim.text import visible

_PAGE = Path(__file__).with_name("page")


def html(content: Content) -> str:
    """Return the page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    surroundings = Environment(
        loader=FileSystemLoader(_PAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    surroundings.filters["plain"] = visible
    style, script = ((_PAGE / name).read_text("utf-8") for name in ("style.css", "script.js"))
    return surroundings.get_template("page.html.j2").render(
        content=content, style=_own(style), script=_own(script), policy=_policy(style, script), version=__version__,
        drawings=drawings,
    )  # fmt: skip


def _own(text: str) -> Markup:
    # Style and script are files of the package; no word of an article is in them.
    return Markup(text)  # noqa: S704


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; base-uri 'none'; "
        "form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
