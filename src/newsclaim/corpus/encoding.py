"""Bytes → text: which encoding a file is in, decided from firm signs before any guess.

A byte order mark decides; then valid UTF-8; then the zero bytes of UTF-16; then Windows-1252 (or the old Macintosh
set) for text that is mostly ASCII, as English news is; only what is left is guessed by charset-normalizer.
"""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from newsclaim.errors import InputError

#: Longer marks first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Control characters that text files do hold: tab, line ends, form feed, and the DOS end-of-file mark.
_TEXT_CONTROLS = b"\t\n\r\x0b\x0c\x1a\x1b"
_CONTROLS = bytes(c for c in (*range(32), 127) if c not in _TEXT_CONTROLS)
#: A text may hold a few stray control characters, a binary file is full of them.
_MOST_CONTROLS = 0.02
#: Above this share of bytes outside ASCII a text is no English in a Western single-byte set.
_MOST_WESTERN = 0.2
#: So many sound characters to a damaged one leave a file with a byte order mark readable.
_SOUND_PER_BROKEN = 4
#: Only this much is looked at to tell encodings apart.
_SAMPLE = 200_000
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
#: The curly marks of the Macintosh set, where Windows-1252 would have accented capitals beside small letters.
_MAC_MARKS = re.compile(rb"(?<=[a-z])\xd5(?=[a-z]{1,2}\b)|\xd2(?=[A-Za-z])|(?<=[a-z.,!?])\xd3(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and a note on how it was read where that needs telling."""

    text: str
    note: str | None = None


def decode(data: bytes) -> Decoded:
    """Return the text that `data` holds, without a byte order mark.

    Raises:
        InputError: the bytes are no text, or in an encoding that nobody can tell.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide))
    if _is_binary(data):
        raise InputError("it is no text (it looks like a binary file); give plain text or JSONL")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _other(data)


def text_stream(stream: BinaryIO, head: bytes) -> TextIO:
    """Return a stream of bytes as one of text, line by line, in the encoding that its beginning tells.

    Raises:
        InputError: the beginning is no text.
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            stream.read(len(mark))
            return io.TextIOWrapper(stream, name, "replace", newline="")
    wide = _wide(head)
    if not wide and _is_binary(head):
        raise InputError("it is no text (it looks like a binary file)")
    whole = head[: head.rfind(b"\n") + 1] or head
    name = wide or ("utf-8" if _is_utf8(whole) else "cp1252")
    return io.TextIOWrapper(stream, name, "newsclaim.c1" if name == "cp1252" else "replace", newline="")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4 and error.reason == "unexpected end of data"
    return True


def _marked(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name))
    except UnicodeDecodeError as error:
        text = data.decode(name, errors="replace")
        broken = text.count("\ufffd")
        if broken * _SOUND_PER_BROKEN > len(text):
            raise InputError(f"it begins as {name.upper()} but is damaged; save it as UTF-8") from error
        return Decoded(text, f"{broken} damaged characters in {name.upper()} were read as \ufffd")


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 form that zero bytes at every other place give away."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for name, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if many > 0.4 * half and few < 0.02 * half:
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            if not _is_binary(text[:_SAMPLE].encode("utf-8")):
                return name
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > 1 and controls > _MOST_CONTROLS * len(sample)


def _other(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    sound = len(_UTF8_SEQUENCE.findall(sample))
    broken = high - sum(map(len, _UTF8_SEQUENCE.findall(sample)))
    # Sound UTF-8 sequences do not come about by chance in a single-byte set.
    if sound >= max(broken, 1):
        text = data.decode("utf-8", errors="replace")
        return Decoded(text, "a few bytes are damaged UTF-8 and were read as \ufffd; check the file")
    if high <= _MOST_WESTERN * len(sample):
        return Decoded(_western(data, sample))
    return _guessed(data)


def _western(data: bytes, sample: bytes) -> str:
    if len(_MAC_MARKS.findall(sample)) > 1:
        return data.decode("mac_roman")
    # Five places of Windows-1252 are empty: like browsers, take the control characters there.
    return data.decode("cp1252", errors="newsclaim.c1")


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    name = best.encoding if best else None
    try:
        text = data.decode(name) if name else None
    except (UnicodeDecodeError, LookupError):
        text = None
    if text is None:
        raise InputError("its encoding cannot be told (it is not UTF-8, UTF-16 or Windows-1252); save it as UTF-8")
    return Decoded(text, f"the encoding was guessed to be {name}; save it as UTF-8 if the text looks wrong")


def _empty_places(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("newsclaim.c1", _empty_places)
