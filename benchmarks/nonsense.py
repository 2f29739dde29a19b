"""Inputs that something is wrong with: words and signs that mean something somewhere, and good files damaged."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from functools import cache
from pathlib import Path
from random import Random

Draw = Random
SAMPLES = Path(__file__).parents[1] / "tests/cases/corpus/samples"
#: Signs with a meaning somewhere: to a header, a table, a mail, a page, a search, a path, a terminal.
SIGNS = (
    "\n", "\n\n", "\r\n", "---\n", ":", ": ", "=", "[", "]", "[[", "{", "}", '"', "'", "“", "”", ",", ";", "\t", "|",
    "#", "*", "(", ")", "-", "..", "/", "\\", "<", ">", "&", "&amp;", "<p>", "</p>", "<!--", "]]>", "%", "$", "£",
    "\x00", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\ud800", "é", "e\u0301", "中", "🙂", "\u2028", "\x0c", "\x1c",
    "0", "1", "9" * 30, "²", "٣", "½", "Ⅻ",
)  # fmt: skip
WORDS = {
    "header": ["title", "author", "date", "published", "url", "outlet", "Source", "language", "2024-10-23", "today"],
    "settings": [
        "[topics.x]\n", "counted = ", '["soldier"]', "classes = ", '["troops"]', "any = ", "all = ", "exclude = ",
        "[actors]\n", "merge = ", "split = ", '[["A B", "B"]]', "[outlets]\n", "same = ", "[join.actors]\n", "file = ",
        'db = "x"', "model = ", '[lexicon."cues/words".rejecting]\n', "add = ", "drop = ", "true", "1e999", "title = ",
        "'''", '"""',
    ],
    "search": ["OR", "AND", "NOT", "NEAR(", "soldier", "bor*", '"the border"', "-home", "content:", "^a", "stay-at-it"],
    "date": ["2024", "10", "23", "Oct", "October", "sept.", "st", "th", "Monday", "T", "Z", "+02:00", "-", "/", "0000"],
    "name": ["Kim", "Ada Brook", "Mr.", "President", "the U.S.", "van der", "al-", "O'", "Jr.", "UN", "Mali", "of"],
    "amount": ["3000", "10m", "12m", "..", "k", "million", "bn", "-", "1e9", "inf", "nan", ".5", "5."],
    "id": ["q", "n", "a", "g", "port", "0123456789ab", "vvvvvvvvvvvv", "wwww", "A", "Q0"],
}  # fmt: skip


def text(draw: Draw, kind: str) -> str:
    """Return words and signs that mean something to a target, and any characters between."""
    words = WORDS[kind]
    parts = []
    for _ in range(draw.randrange(0, 40)):
        chosen = draw.random()
        if chosen < 0.5:
            parts.append(draw.choice(words) + draw.choice(("", " ")))
        elif chosen < 0.9:
            parts.append(draw.choice(SIGNS))
        else:
            parts.append(chr(draw.choice((draw.randrange(32, 127), draw.randrange(0x110000)))))
    return "".join(parts)


def damaged(draw: Draw, whole: bytes) -> bytes:
    """Return a file with some of its bytes changed, left out, told twice, or cut off."""
    data = bytearray(whole)
    for _ in range(draw.choice((1, 3, 10))):
        at, length = draw.randrange(len(data) + 1), draw.choice((1, 4, 60))
        match draw.randrange(4):
            case 0:
                data[at : at + length] = draw.randbytes(length)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * draw.choice((1, 20))
            case _:
                data[at:at] = draw.choice(SIGNS).encode("utf-8", "surrogatepass")
    return bytes(data[: draw.randrange(len(data) + 1)] if draw.random() < 0.2 else data)


def a_file(draw: Draw) -> tuple[str, bytes]:
    """Return the name and content of a file: a good one damaged, under its own name or another, or nonsense."""
    ending, whole = draw.choice(good_files())
    if draw.random() < 0.2:
        ending = draw.choice(good_files())[0]
    if draw.random() < 0.15:
        return ending, draw.choice(
            (draw.randbytes(draw.randrange(300)), text(draw, "header").encode("utf-8", "surrogatepass"))
        )
    return ending, damaged(draw, whole)


def a_mark(draw: Draw) -> str:
    mark = {"id": "q0", "kind": "quote", "article": "a", "start": 0, "end": 4, "text": "x", "verdict": "wrong"}
    return damaged(draw, f"{json.dumps(mark)}\n{json.dumps(mark)}\n".encode()).decode("utf-8", "replace")


@cache
def good_files() -> list[tuple[str, bytes]]:
    """Return a file of every format that needs no other program to be made: its ending and its content."""
    prose = b"Title: Pier\nDate: 2024-10-23\n\nThe pier reopens\n\n'We wait,' he said. 12 people came.\n" * 3
    row = json.dumps({"id": "a", "text": "The pier reopens. He said so.", "title": "Pier", "authors": ["x"]})
    mail = b"From x@y.z Mon Oct 21 10:00:00 2024\nFrom: x@y.z\nSubject: Pier\nMIME-Version: 1.0\n\n" + prose
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", prose)
        packed.writestr("b.jsonl", row)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.y/\r\nContent-Length: 60\r\n\r\n"
    warc = head + b"HTTP/1.1 200 OK\r\n\r\n" + prose
    made = [
        (".txt", prose), (".md", b"---\ntitle: Pier\n---\n\n# Pier\n\n- *one*\n\n" + prose), (".eml", mail),
        (".mbox", mail * 2), (".jsonl", row.encode() + b"\n"), (".json", f"[{row}, {row}]".encode()),
        (".zip", archive.getvalue()), (".csv", b"id,text,title,date\na,'The pier, again',Pier,2024-10-23\n"),
        (".tsv", b"id\ttext\na\tThe pier\n"), (".gz", gzip.compress(prose)), (".warc", warc),
        (".warc.gz", gzip.compress(warc)), (".rtf", rb"{\rtf1\ansi The pier\par reopens {\b again} \u8220?x\'94}"),
        (".xml", b"<rss><channel><item><title>Pier</title><description>Open</description></item></channel></rss>"),
        (".pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
    ]  # fmt: skip
    return made + [(path.suffix, path.read_bytes()) for path in sorted(SAMPLES.iterdir())]
