"""Whole files as tables: what each comes to, article by article, and what is told about the rest.

In `tests/cases/corpus/files/` a case gives `name` and `content` of a file (`named` false: it lies in a folder), the options
of reading it, and what it comes to: `articles` with those fields that the case is about, and words of each failure, note and
skipped file. What is not listed must not be there.
"""

import re
import tomllib
from pathlib import Path

import pytest

TABLES = sorted((Path(__file__).parents[2] / "cases/corpus/files").glob("*.toml"))
CASES = [(table.stem, case) for table in TABLES for case in tomllib.loads(table.read_text("utf-8"))["file"]]


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{table}: {case['why'][:60]}") for table, case in CASES])
def test_a_file_comes_to_what_the_case_says(load, case):
    options = {name: case[name] for name in ("columns", "outlet", "read_on") if name in case}
    content = case["content"].encode(case.get("encoding", "utf-8"))
    loaded = load(
        case["name"],
        content,
        input_format=case.get("format", "auto"),
        folder=not case.get("named", True),
        **options,
    )
    wanted = case.get("articles", [])
    found = [said(article) for article in loaded.articles]
    assert [{name: one.get(name) for name in asked} for one, asked in zip(found, wanted, strict=True)] == wanted
    for kind in ("failures", "notes", "skipped"):
        told = getattr(loaded, kind)
        words = case.get(kind, [])
        assert len(told) == len(words), told
        assert [part for part, line in zip(words, told, strict=True) if part not in line] == []


def said(article):
    fields = {name: "" if value is None else value for name, value in article.model_dump(mode="json").items()}
    return {**fields, "paragraphs": re.split(r"\n\s*\n", article.text.strip())}
