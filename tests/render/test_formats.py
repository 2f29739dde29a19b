"""Each output format against a golden file, from one nasty input. Set NEWSCLAIM_GOLDEN=1 to write the files anew."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from newsclaim.compare import compare, comparison
from newsclaim.config import Topic
from newsclaim.models import Extraction
from newsclaim.models.fact import fact_of
from newsclaim.models.rows import ArticleRef, ClaimRow, QuoteRow
from newsclaim.models.story import Context
from newsclaim.render import Format, Output, comparisons, records, sheets
from samples import extraction

GOLDEN = Path(__file__).parent / "golden"


def quote_rows():
    found = extraction()
    ref = ArticleRef(**{key: getattr(found.article, key) for key in ArticleRef.model_fields})
    return [QuoteRow(**quote.model_dump(), article=ref) for quote in found.quotes]


def claim_rows():
    found = extraction()
    ref = ArticleRef(**{key: getattr(found.article, key) for key in ArticleRef.model_fields})
    return [ClaimRow(**claim.model_dump(), article=ref) for claim in found.claims]


def check(name, text):
    file = GOLDEN / name
    if os.environ.get("NEWSCLAIM_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_bytes().decode(), f"{file} differs; look at it, then run with NEWSCLAIM_GOLDEN=1"


@pytest.mark.parametrize("style", list(Format))
def test_quotes(style):
    stream = io.StringIO()
    Output(stream, style).rows(quote_rows(), QuoteRow, sheets.quotes(quote_rows()))
    check(f"quotes.{style}", stream.getvalue())


@pytest.mark.parametrize("style", list(Format))
def test_claims(style):
    stream = io.StringIO()
    Output(stream, style).rows(claim_rows(), ClaimRow, sheets.claims(claim_rows()))
    check(f"claims.{style}", stream.getvalue())


def compared():
    rows = claim_rows()
    topic = Topic(title="Dockers", counted=("docker",))
    facts = [fact_of(row, row.article.id, row.article.outlet, row.article.published) for row in rows]
    found = compare(facts, topic, {"port": Context(article="port", story="s")})
    return comparison(topic, found, {row.id: row for row in rows}, "latest")


@pytest.mark.parametrize("style", [Format.table, Format.markdown, Format.json])
def test_comparison(style):
    stream = io.StringIO()
    out = Output(stream, style)
    if style is Format.json:
        out.one(compared())
    else:
        out.styled(comparisons.overview(compared()))
        out.styled(line for group in compared().groups for line in comparisons.whole(group))
    check(f"comparison.{style}", stream.getvalue())


def test_json_is_the_models_own():
    stream = io.StringIO()
    Output(stream, Format.jsonl).one(extraction())
    assert Extraction.model_validate_json(stream.getvalue()) == extraction()


def test_csv_has_the_same_columns_for_no_rows():
    full, empty = io.StringIO(), io.StringIO()
    Output(full, Format.csv).rows(quote_rows(), QuoteRow, sheets.quotes(quote_rows()))
    Output(empty, Format.csv).rows([], QuoteRow, sheets.quotes([]))
    assert next(csv.reader(io.StringIO(full.getvalue()))) == next(csv.reader(io.StringIO(empty.getvalue())))
    assert len(list(csv.DictReader(io.StringIO(full.getvalue())))) == 2


def test_json_of_no_rows_is_an_empty_list():
    stream = io.StringIO()
    Output(stream, Format.json).rows([], QuoteRow, sheets.quotes([]))
    assert json.loads(stream.getvalue()) == []


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C'", "'+cmd|' /C'"), ("- said he", "'- said he"),
        ("\t=1", "'\t=1"), (" =1", "' =1"), ("-5", "-5"), ("-5.25", "-5.25"), ("plain", "plain"), ("", ""),
        ("＝1", "'＝1"), ("-5+A1", "'-5+A1"),
    ],
)  # fmt: skip
def test_no_cell_becomes_a_formula(cell, shown):
    assert records.guarded(cell) == shown


def test_csv_for_excel_begins_with_its_mark():
    plain, marked = io.StringIO(), io.StringIO()
    records.write_delimited(quote_rows(), QuoteRow, plain, ",")
    records.write_delimited(quote_rows(), QuoteRow, marked, ",", excel=True)
    assert marked.getvalue().startswith("\ufeffid,")
    assert not plain.getvalue().startswith("\ufeff")


@pytest.mark.parametrize("style", [Format.table, Format.markdown, Format.csv])
def test_hostile_words_stay_words(style):
    row = quote_rows()[0].model_copy(update={"sentence": "=1+1 \x1b[2J \u202egnorw"})
    row = row.model_copy(update={"article": row.article.model_copy(update={"outlet": "[red]\x1b[31m \u202e<b>"})})
    stream = io.StringIO()
    out = Output(stream, style)
    out.excel = style is Format.csv
    out.rows([row], QuoteRow, sheets.quotes([row]))
    assert not {"\x1b", "\u202e"} & set(stream.getvalue())
    assert "red]" in stream.getvalue()  # no markup of Rich is read
