"""Each export against a golden file, from one nasty article. Set NEWSCLAIM_GOLDEN=1 to write the files anew."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from newsclaim._version import __version__
from newsclaim.errors import InputError
from newsclaim.export.columns import tables
from newsclaim.export.findings import Findings
from newsclaim.export.registry import Exporter, export, exporters
from newsclaim.models.rows import ActorRow, ArticleRef, ArticleRow, ClaimRow, QuoteRow
from samples import TEXT, extraction

GOLDEN = Path(__file__).parent / "golden"
#: What an article may hold that must stay text wherever it goes.
HOSTILE = '=HYPERLINK("http://x") <script>alert(1)</script> \x1b[2J \u202e & ]]> \'"@+-\t'


def findings(**header):
    """One article with two quotes, two claims and two actors."""
    found = extraction(**header)
    article = found.article
    ref = ArticleRef(**{key: getattr(article, key) for key in ArticleRef.model_fields})
    return Findings(
        [ArticleRow(**ref.model_dump(), words=30, quotes=2, claims=2)],
        [QuoteRow(**quote.model_dump(), article=ref, sentence="A sentence.") for quote in found.quotes],
        [ClaimRow(**claim.model_dump(), article=ref, sentence="=1+1") for claim in found.claims],
        [
            ActorRow(**{k: getattr(a, k) for k in ("id", "name", "kind", "country", "roles", "aliases")}, articles=1)
            for a in found.actors
        ],
        {article.id: article},
    )


def written(name, folder, found=None):
    target = folder / f"out.{name}"
    export(found or findings(url="https://example.org/port?a=1&b=2"), name, target)
    return sorted(path for path in target.rglob("*") if path.is_file()) if target.is_dir() else [target]


@pytest.mark.parametrize("name", ["annotations", "labelstudio", "gexf", "claimreview", "datapackage"])
def test_golden(name, tmp_path):
    for path in written(name, tmp_path):
        file = GOLDEN / (path.name if path.name.startswith("out.") else f"{name}.{path.name}")
        text = path.read_text("utf-8").replace(f"newsclaim {__version__}", "newsclaim VERSION")
        if os.environ.get("NEWSCLAIM_GOLDEN"):
            file.write_text(text, encoding="utf-8", newline="")
        assert text == file.read_bytes().decode(), f"{file} differs; look at it, then run with NEWSCLAIM_GOLDEN=1"


def test_every_format_is_written(tmp_path):
    for name in exporters().keys() - {"parquet", "gold"}:
        assert all(path.stat().st_size for path in written(name, tmp_path))


def test_annotations_point_at_the_words(tmp_path):
    page = json.loads(written("annotations", tmp_path)[0].read_text("utf-8"))
    for item in page["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            quote, position = target["selector"]
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            assert TEXT[: position["start"]].endswith(quote["prefix"])


def test_label_studio_joins_what_belongs_together(tmp_path):
    files = {path.name: path.read_text("utf-8") for path in written("labelstudio", tmp_path)}
    task = json.loads(files["tasks.json"])[0]
    results = task["predictions"][0]["result"]
    regions = {one["id"]: one["value"] for one in results if one["type"] == "labels"}
    for one in results:
        if one["type"] == "relation":
            assert {one["from_id"], one["to_id"]} <= regions.keys()
        else:
            assert task["data"]["text"][one["value"]["start"] : one["value"]["end"]] == one["value"]["text"]
    labels = {label.get("value") for label in ET.fromstring(files["config.xml"]).iter("Label")}
    assert {value["labels"][0] for value in regions.values()} <= labels


def test_a_workbook_holds_text_and_numbers_but_no_formula(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    found = findings(title=HOSTILE, outlet="=1+1")
    book = openpyxl.load_workbook(written("xlsx", tmp_path, found)[0])
    assert book.sheetnames == ["quotes", "claims", "actors", "articles"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    head, first = list(book["claims"].iter_rows(max_row=2, values_only=True))
    row = dict(zip(head, first, strict=True))
    assert (row["value"], row["outlet"], row["sentence"]) == (3000, "=1+1", "=1+1")
    assert not {"\x1b", "\u202e"} & set(row["title"])


@pytest.mark.parametrize(
    ("published", "cell"),
    [
        ("2024-10-23T10:00Z", dt.date(2024, 10, 23)),
        ("1899-12-31", "1899-12-31"),  # Excel knows no such day
        (None, None),
    ],
)
def test_a_workbook_can_reckon_with_dates(tmp_path, published, cell):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(written("xlsx", tmp_path, findings(published=published))[0])
    for sheet in ("quotes", "claims", "articles"):
        head, first = list(book[sheet].iter_rows(max_row=2))
        found = next(two for one, two in zip(head, first, strict=True) if one.value == "published")
        assert (found.value.date() if found.is_date else found.value) == cell
        assert found.number_format == ("yyyy-mm-dd" if isinstance(cell, dt.date) else "General")


def test_parquet_holds_the_types(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
    table = next(parquet.read_table(path) for path in written("parquet", tmp_path) if path.stem == "claims")
    assert table.column("value").to_pylist() == [3000.0, 500.0]
    assert table.schema.field("value").metadata[b"description"]


def test_a_database_for_datasette_can_be_searched(tmp_path):
    path = next(path for path in written("datasette", tmp_path) if path.suffix == ".db")
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT speaker FROM quotes WHERE rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH 'mess')"
        assert connection.execute(sql).fetchall() == [("Ada Brook",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        described = json.loads((path.parent / "metadata.json").read_text("utf-8"))["databases"]["newsclaim"]
        for table, shown in described["tables"].items():
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            assert shown["columns"].keys() == columns
            assert set(shown["facets"]) <= columns
            # By these words Datasette knows what searches a table.
            known = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?"
            told = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
            assert connection.execute(known, (told,)).fetchall() == [(f"{table}_fts",)]
        for query in described["queries"].values():
            connection.execute(query["sql"], {"class": "troops", "place": "", "speaker": "Brook"}).fetchall()


def test_a_database_is_replaced_whole(tmp_path):
    written("datasette", tmp_path)
    assert written("datasette", tmp_path, findings(outlet="Other"))


def test_a_package_describes_every_column(tmp_path):
    files = {path.name: path for path in written("datapackage", tmp_path)}
    package = json.loads(files["datapackage.json"].read_text("utf-8"))
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        with files[resource["path"]].open(encoding="utf-8", newline="") as stream:
            assert next(csv.reader(stream)) == [field["name"] for field in fields]
        assert all(field["description"].strip() for field in fields)


def test_hostile_text_stays_text(tmp_path):
    found = findings(title=HOSTILE, outlet=HOSTILE)
    graph = ET.parse(written("gexf", tmp_path, found)[0])
    labels = [node.get("label") for node in graph.iter("{http://gexf.net/1.3}node")]
    assert any("<script>" in label for label in labels)
    for name in ("annotations", "claimreview"):
        json.loads(written(name, tmp_path, found)[0].read_text("utf-8"))


@pytest.mark.parametrize("table", [table.name for table in tables(findings())])
def test_cells_are_plain_values(table):
    chosen = next(one for one in tables(findings()) if one.name == table)
    kinds = {"string": str, "date": str, "number": float | int, "integer": int}
    for row in chosen.cells():
        for column, value in zip(chosen.columns, row, strict=True):
            assert value is None or isinstance(value, kinds[column.type]), column.name


def test_a_format_that_nobody_knows(tmp_path):
    with pytest.raises(InputError, match="there are xlsx, datasette"):
        export(findings(), "docx", tmp_path / "a.docx")


def test_what_is_missing_is_told(tmp_path, monkeypatch):
    def write(_found, _target):
        raise ImportError("openpyxl")

    monkeypatch.setattr("newsclaim.export.registry.exporters", lambda: {"x": Exporter("x", "file", write, "xlsx")})
    with pytest.raises(InputError, match=r'pip install "newsclaim\[xlsx\]"'):
        export(findings(), "x", tmp_path / "a.x")
