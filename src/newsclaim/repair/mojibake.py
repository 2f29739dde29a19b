"""UTF-8 that was read as Windows-1252 ("â€œWeâ€™re", "cafÃ©") or as the old Macintosh set ("‚Äú") → what it was.

Two bytes of UTF-8 may by chance be a letter and a mark that do stand side by side ("CAFÉ”"); such pairs are taken only
in a text where surer ones were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.repair.edits import Edit


def _char(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def _class(first: int, last: int) -> str:
    return f"[{''.join(re.escape(_char(byte)) for byte in range(first, last + 1))}]"


_BYTES = {_char(byte): byte for byte in range(256)}
_NEXT = _class(0x80, 0xBF)
_SURE = re.compile(f"{_class(0xE0, 0xEF)}{_NEXT}{{2}}|{_class(0xF0, 0xF4)}{_NEXT}{{3}}|[ÂÃ]{_class(0xA0, 0xBF)}")
_PAIR = re.compile(f"{_class(0xC2, 0xDF)}{_NEXT}")
#: The last byte of a closing mark is no character of Windows-1252 and is often lost.
_LOST_CLOSE = re.compile(r"â€(?=[\s.,;:)\]]|\Z)")
_MAC = re.compile(r"‚Ä[¶úùòôîì]|√[°©®§≥±∂]")


def mojibake(text: str) -> Iterator[Edit]:
    """Yield an edit for each character that was read in the wrong encoding."""
    if not re.search("[âÂÃ√ð]|‚Ä", text):
        return
    patterns = [_SURE, _LOST_CLOSE, _MAC]
    if _SURE.search(text):
        patterns.append(_PAIR)
    found = [one for pattern in patterns for one in pattern.finditer(text)]
    for one in sorted(found, key=lambda m: (m.start(), -m.end())):
        right = _decoded(one.group())
        if right is not None:
            yield Edit(one.start(), one.end(), right)


def _decoded(wrong: str) -> str | None:
    if wrong == "â€":
        return "”"
    try:
        if wrong[0] in "‚√":
            return wrong.encode("mac_roman").decode("utf-8")
        return bytes(_BYTES[char] for char in wrong).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError, KeyError):
        return None
