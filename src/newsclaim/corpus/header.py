"""The header of a text file: YAML front matter or `Key: value` lines, cut off and understood.

Front matter stands between `---` lines and may hold any keys; only known ones are used. Lines `Key: value` are a
header only when every key is known and a blank line follows: an article that begins "Update: …" is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from newsclaim.corpus.fields import Header, header_from
from newsclaim.errors import InputError

#: The closed list for `Key: value` lines.
_KEYS = frozenset(
    {"title", "author", "outlet", "source", "sitename", "hostname", "date", "published", "updated", "url", "language"}
)
#: Keys that make an opening --- a header even when nothing closes it.
_KNOWN = _KEYS | {"authors", "description", "categories", "tags", "fingerprint", "id", "license", "image", "pagetype"}
_FENCE = re.compile(r"\s*^---[ \t]*\n", re.MULTILINE)
#: A fence closes front matter; YAML also ends a document with three dots.
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_YAML_KEY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[\"']?([A-Za-z][\w-]*)[\"']?[ \t]*:(?:\s|\Z)")
_PLAIN_LINE = re.compile(r"([A-Za-z][\w-]*):(|[ \t].*)\Z")
_OPEN_VALUE = re.compile(r"\[[^\]]*\Z|\{[^}]*\Z|\"[^\"]*\Z|'[^']*\Z|[&*!|>%@`]")
_KEY_LINE = re.compile(r"([A-Za-z]+)[ \t]*:[ \t]*(.*?)[ \t]*\Z")
#: No header is longer; beyond it the opening fence is a ruled line.
_LONGEST = 20_000
#: So many known keys at the top are no chance.
_SURELY = 2


def split_header(text: str) -> tuple[Header, str]:
    r"""Return the header of `text` (line ends `\n`) and the rest, which is left as it is.

    Raises:
        InputError: front matter that is never closed or is no YAML mapping.
    """
    fence = _FENCE.match(text)
    if fence and _opens_header(text, fence.end()):
        return _front_matter(text, fence.end())
    return _key_lines(text)


def is_key_line(line: str) -> bool:
    """Return whether a line is a `Key: value` of a header."""
    found = _KEY_LINE.match(line)
    return found is not None and found[1].lower() in _KEYS


def _front_matter(text: str, start: int) -> tuple[Header, str]:
    closing = _CLOSING.search(text, start, start + _LONGEST)
    if closing is None:
        raise InputError("its header opens with --- and is never closed; put a line --- between header and text")
    return header_from(_yaml(text[start : closing.start()])), text[closing.end() :]


def _opens_header(text: str, start: int) -> bool:
    """Return whether a line --- at the very top opens front matter, not a text that begins with a ruled line."""
    key = _YAML_KEY.match(text, start)
    if key and key[1].lower() in _KNOWN:
        return True
    closing = _CLOSING.search(text, start, start + _LONGEST)
    return closing is not None and (key is not None or "\n\n" not in text[start : closing.start()])


def _yaml(block: str) -> dict[str, Any]:
    import yaml

    try:
        # Scalars stay as they are written: `title: 2024` and `title: No` are titles, odd dates are read elsewhere.
        fields = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - makes text, lists and mappings only
    except (yaml.YAMLError, RecursionError) as error:
        return _unquoted(block) or _fail(error)
    if not fields:
        return {}
    if not isinstance(fields, dict):
        raise InputError("its header between --- lines is no list of `key: value` lines; mend or remove it")
    return fields


def _unquoted(block: str) -> dict[str, Any]:
    """Return the fields of front matter whose writer forgot YAML's quotes (`title: "Stop," says minister: report`).

    Empty when a line is no `key: value`, or a value opens a list or a quotation mark that it never closes.
    """
    fields: dict[str, Any] = {}
    for line in filter(str.strip, block.split("\n")):
        found = _PLAIN_LINE.match(line)
        if not found or _OPEN_VALUE.match(found[2].strip()):
            return {}
        fields[found[1]] = found[2]
    return fields


def _fail(error: Exception) -> dict[str, Any]:
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 2}: " if mark else ""
    what = getattr(error, "problem", None) or "nested too deeply"
    raise InputError(f"its header is no valid YAML ({where}{what}); put values with special signs in quotes") from error


def _key_lines(text: str) -> tuple[Header, str]:
    fields: dict[str, str] = {}
    at = 0
    while (end := text.find("\n", at, _LONGEST)) >= 0:
        if not text[at:end].strip():
            break
        found = _KEY_LINE.match(text[at:end])
        if not found or found[1].lower() not in _KEYS or found[1].lower() in fields:
            return _no_header(fields, text[at:end]), text
        fields[found[1].lower()] = found[2]
        at = end + 1
    else:
        return _no_header(fields, ""), text
    return (header_from(fields), text[end + 1 :]) if fields else (Header(), text)


def _no_header(fields: Mapping[str, str], stop: str) -> Header:
    # One known key may be how a text begins ("Update: the count goes on"); two are a header that went wrong.
    if len(fields) < _SURELY:
        return Header()
    why = f"the line {stop[:40]!r} is no known `Key: value`" if stop else "no blank line ends it"
    return Header(notes=(f"it begins like a header, but {why}, so all of it was read as text",))
