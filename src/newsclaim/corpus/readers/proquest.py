"""ProQuest: records of labelled fields between lines of underscores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from newsclaim import lexicon
from newsclaim.corpus.encoding import decode
from newsclaim.corpus.fields import header_from
from newsclaim.corpus.readers.counted import counted
from newsclaim.corpus.readers.document import Bad, Raw
from newsclaim.corpus.readers.labels import label_of
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.records import digest
from newsclaim.corpus.readers.source import Source
from newsclaim.text import plain

_BASE = "proquest"
_RULE = re.compile(r"[ \t]*_{40,}[ \t]*")
_NUMBER = re.compile(r"\s*Document (\d+) of (\d+)\s*", re.IGNORECASE)
_SIGN = re.compile(
    r"^[ \t]*(?:ProQuest document ID|Publication title|Document URL)[ \t]*:", re.MULTILINE | re.IGNORECASE
)
_TEXT = re.compile(r"^[ \t]*Full ?text[ \t]*:", re.MULTILINE | re.IGNORECASE)
_NONE = re.compile(r"(?:full text )?(?:not available|unavailable)\W*|.{0,40}\bnot available\b.{0,40}", re.IGNORECASE)
_DATED = re.compile(r"\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}")
#: "Doe, Jane" → "Jane Doe".
_TURNED = re.compile(r"([^\W\d_][\w’'. -]+), ([^\W\d_][\w’'. -]+)")


def fits(source: Source) -> bool:
    """Return whether a text has the labels of ProQuest's records."""
    return is_export(source.start)


def is_export(text: str) -> bool:
    """Return whether a text holds records of ProQuest."""
    return bool(_SIGN.search(text)) and (bool(_TEXT.search(text)) or "____________" in text)


def read(source: Source) -> Iterator[Item]:
    """Yield the records of a text file, held against the number that each of them states.

    Raises:
        InputError: the bytes are no text.
    """
    yield from documents(plain(decode(source.data()).text))


def documents(text: str) -> Iterator[Item]:
    """Yield the records in a text."""
    lines = text.split("\n")
    stated = next((int(found[2]) for line in lines if (found := _NUMBER.fullmatch(line))), None)
    records = [record for record in _records(lines) if any(label_of(line, _BASE) for line in record)]
    records = [record for record in records if _is_record(record)]
    yield from counted((_document(record, f"document {n}") for n, record in enumerate(records, 1)), stated)


def _records(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each record; where no rules part them, a record ends with its database."""
    record: list[str] = []
    for line in lines:
        if _RULE.fullmatch(line) or _NUMBER.fullmatch(line):
            yield record
            record = []
        else:
            record.append(line)
            label = label_of(line, _BASE)
            if label and line.strip().lower().startswith("database:"):
                yield record
                record = []
    yield record


def _is_record(lines: Sequence[str]) -> bool:
    fields = {label.field for line in lines if (label := label_of(line, _BASE))}
    return bool(fields & {"text", "abstract"}) or {"title", "outlet"} <= fields


def _document(lines: Sequence[str], place: str) -> Item:
    values: dict[str, list[str]] = {}
    now, blank = "", True
    for number, line in enumerate(lines):
        label = label_of(line, _BASE)
        # Not every "Word:" in the text is a label: where one ends it, others follow.
        if label and (now != "text" or (blank and _label_follows(lines, number))):
            now = label.field
            values.setdefault(now, []).append(label.value)
        elif now:
            values[now].append(line.strip())
        blank = not line.strip()
    text = _paragraphs(values.get("text", []))
    if not text or _NONE.fullmatch(text):
        return Bad("it has no full text, only what is said about it", place)
    header = header_from(_fields(values) | _missing(values, lines))
    own = _line(values.get("id")) or header.url
    return Raw(
        text=text, header=header, place=place, number=own or digest(header.outlet or "", header.title or "", text)
    )


def _label_follows(lines: Sequence[str], number: int) -> bool:
    """Return whether the next paragraph begins with a label too; nothing may follow the last one."""
    rest = lines[number + 1 :]
    start = next((n for n, line in enumerate(rest) if not line.strip()), len(rest))
    following = next((line for line in rest[start:] if line.strip()), None)
    return following is None or label_of(following, _BASE) is not None


def _missing(values: dict[str, list[str]], lines: Sequence[str]) -> dict[str, str]:
    """Return what older exports tell without labels: the headline on top, the date beside the publication."""
    found: dict[str, str] = {}
    top = next((line.strip() for line in lines if line.strip()), "")
    if "title" not in values and not label_of(top, _BASE):
        found["title"] = top
    if "published" not in values:
        date = _DATED.search(_line(values.get("info")))
        found |= {"published": date[0]} if date else {}
    return found


def _fields(values: dict[str, list[str]]) -> dict[str, Any]:
    names = [
        name for name in lexicon.load("databases")[_BASE] if name not in ("text", "abstract", "others", "id", "info")
    ]
    fields: dict[str, Any] = {name: line for name in names if (line := _line(values.get(name)))}
    people = re.split(r";|\band\b", fields.get("authors", ""))
    fields["authors"] = [_TURNED.sub(r"\2 \1", one.strip(" .")) for one in people if one.strip(" .")]
    if "outlet" in fields:
        fields["outlet"] = re.split(r"; | \[", fields["outlet"])[0]
    return fields


def _line(lines: list[str] | None) -> str:
    """Return a field that may go on over lines, up to a blank one."""
    found: list[str] = []
    for line in lines or ():
        if not line and found:
            break
        found += [line] if line else []
    return " ".join(found)


def _paragraphs(lines: Sequence[str]) -> str:
    groups = re.split(r"\n\s*\n", "\n".join(lines))
    if len(groups) < 3 and len(lines) > len(groups) + 2:
        groups = list(lines)  # a paragraph a line, without blank ones
    return "\n\n".join(" ".join(group.split()) for group in groups if group.strip())


READER = Reader(name="proquest", endings=(".txt",), fits=fits, read=read)
