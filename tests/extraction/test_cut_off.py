"""An article may break off behind any word: whatever a rule looks for next, the article is read as far as it goes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from zlib import crc32

import pytest

from newsclaim import annotate
from newsclaim.corpus import make_article
from newsclaim.extraction import extract_doc
from newsclaim.extraction.page import page_of
from newsclaim.extraction.page.tokens import BEYOND
from newsclaim.models import PipelineInfo

CASES = Path(__file__).parents[1] / "cases"
INFO = PipelineInfo(version="0", model="test")
#: Of the texts of all tables every so manieth is cut, by its checksum; the same ones each time.
EVERY = 4
SHORT = 40
#: Words behind which something was asked of the next one.
ENDS = [
    "The Norland News Agency reported that",
    "Ada Brook announced a candidacy in",
    "The league confirmed Oldport as",
    "Anyone accused of",
    "He denied firing a single shot and”",
    "The dam is old, said Ana Ruiz, 47, ",
    "Ada Brook told",
    "newsclaim: 2 actors are one now (1 of",
]


def texts(value: object) -> set[str]:
    """All texts of a table, however deep they stand."""
    if isinstance(value, str):
        return {value} if len(value) > SHORT and " " in value else set()
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for part in parts for text in texts(part)}


def cut_off() -> list[str]:
    """Texts of all tables, each cut off behind some word."""
    tables = (texts(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(CASES.rglob("*.toml")))
    cut = []
    for text in sorted(set().union(*tables)):
        number, words = crc32(text.encode()), text.split(" ")
        if not number % EVERY:
            cut.append(" ".join(words[: 1 + number // EVERY % len(words)]))
    return cut


def test_whatever_the_last_word_is() -> None:
    kept = [article for n, text in enumerate([*ENDS, *cut_off()]) if (article := make_article(text, id=str(n))).text]
    lost = []
    for doc, article in zip(annotate.annotate(kept), kept, strict=True):
        try:
            extract_doc(doc, article, INFO)
        except Exception as error:  # noqa: BLE001 - all of them are told at once
            lost.append((article.text, repr(error)))
    assert not lost
    assert len(kept) > 1000


@pytest.mark.parametrize("text", ["", "Told", "Ada Brook told"])
def test_empty_tokens_stand_beyond_both_ends(text: str) -> None:
    article = make_article(text, id="a")
    w = page_of(next(iter(annotate.annotate([article]))), article).tokens
    for i in (-1, len(w), len(w) + BEYOND - 1):
        assert (w.text[i], w.low[i], w.lemma[i], w.tag[i], w.pos[i], w.dep[i], w.ent[i]) == ("",) * 7
        assert w.quoted[i] < 0
        assert not w.kids[i]
    assert w.at(10**6) == w.before(10**6) == len(w)
