"""CSV, TSV, JSON, JSONL and metadata tables: the names of other tools, every field there and back."""

import csv
import io
import json
import tracemalloc

import pytest

from newsclaim.corpus import read
from newsclaim.corpus.given import Given
from newsclaim.corpus.metadata import Metadata
from newsclaim.errors import InputError
from newsclaim.models import Article

TEXT = "The pier opened on Monday.\n\n“It holds,” Ana Brok said."
FULL = {
    "id": "a1", "title": "Pier reopens", "text": TEXT, "outlet": "Herald", "published": "2026-03-02",
    "updated": "2026-03-03T10:00:00Z", "url": "https://herald.example/pier", "authors": "Ana Example; Ben Roe",
    "section": "News", "language": "en", "desk": "city",
}  # fmt: skip


def check(article, text=f"Pier reopens\n\n{TEXT}"):
    assert (article.id, article.title, article.text) == ("a1", "Pier reopens", text)
    assert (article.outlet, article.url) == ("Herald", FULL["url"])
    assert (article.published, article.updated) == (FULL["published"], FULL["updated"])
    assert article.authors == ("Ana Example", "Ben Roe")
    assert article.extra == {"section": "News", "language": "en", "desk": "city"}


def table(*rows, delimiter=",", names=None):
    out = io.StringIO()
    writer = csv.DictWriter(out, names or list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.txt", ","), ("a", "|")]
)
def test_a_row_of_a_table_gives_back_every_field(load, name, delimiter):
    check(load(name, table(FULL, delimiter=delimiter)).only)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_are_read_in_every_encoding(load, encoding):
    check(load("a.csv", table(FULL).encode(encoding)).only)


def test_json_gives_back_every_field(load):
    check(load("a.json", json.dumps([FULL])).only)
    check(load("a.json", json.dumps({"status": "ok", "articles": [FULL]})).only)
    check(load("a.json", json.dumps({"response": {"docs": [FULL]}})).only)
    check(load("a.json", json.dumps({"a1": {k: v for k, v in FULL.items() if k != "id"}})).only)
    check(load("a.txt", json.dumps([FULL])).only)


def test_jsonl_gives_back_every_field_and_the_text_as_it_is(load):
    for name in ("a.jsonl", "a.ndjson", "a.txt", "a"):
        check(load(name, json.dumps(FULL) + "\n" + "\n").only, TEXT)
    assert len(load("a.json", f"{json.dumps(FULL)}\n{json.dumps({'text': TEXT})}\n").articles) == 2


@pytest.mark.parametrize(
    "names",
    [
        {
            "text": "content",
            "title": "headline",
            "outlet": "media_name",
            "published": "publish_date",
            "id": "stories_id",
        },
        {"text": "full_text", "outlet": "Publication", "published": "Pub Date", "url": "web_url", "authors": "byline"},
        {"text": "story-text", "outlet": "publisher", "published": "seendate", "id": "guid", "authors": "creator"},
        {"text": "body", "outlet": "sitename", "published": "publishedAt", "url": "link"},
    ],
)
def test_the_names_of_other_tools_are_known(load, names):
    fields = {names.get(key, key): value for key, value in FULL.items()}
    check(load("a.csv", table(fields)).only)
    check(load("b.json", json.dumps([fields])).only)


def test_objects_inside_objects_are_looked_into(load):
    item = {"source": {"id": None, "name": "Herald"}, "title": "Pier", "content": TEXT, "author": ["Ana Example"],
            "publishedAt": "2026-03-02T10:00:00Z", "url": "https://herald.example/pier"}  # fmt: skip
    article = load("a.json", json.dumps({"totalResults": 1, "articles": [item]})).only
    assert (article.outlet, article.authors, article.id) == (
        "Herald",
        ("Ana Example",),
        "a#https://herald.example/pier",
    )


def test_an_address_is_no_outlet(load):
    item = {"title": "Pier", "text": TEXT, "source": "https://herald.example/pier", "source-hostname": "Herald"}
    article = load("a.json", json.dumps(item)).only
    assert (article.id, article.url, article.outlet) == ("a", "https://herald.example/pier", "Herald")


def test_columns_can_be_named(load):
    row = {"Volltext": TEXT, "Kopf": "Pier reopens", "Tag": "5. November 2002"}
    loaded = load("a.csv", table(row), columns={"text": "volltext", "title": "Kopf", "published": "Tag"})
    assert (loaded.only.title, loaded.only.published) == ("Pier reopens", "2002-11-05")
    assert load("a.json", json.dumps([row]), columns={"text": "Volltext"}).only.text == TEXT


def test_a_table_without_texts_is_skipped_in_a_folder_and_refused_when_named(load):
    assert "--column text=NAME" in load("a.csv", "url,date\nx,2026-01-01\n").failures[0]
    assert "--column text=NAME" in load("a.csv", "url,date\nx,2026-01-01\n", folder=True).skipped[0]
    assert load("a.json", '{"name": "x", "version": 1}', folder=True).failures == []


def test_one_bad_row_costs_itself_only(load):
    rows = "title,text\nA,It rained.\nB,\nC,It snowed.,odd\nD,It blew.\n"
    loaded = load("a.csv", rows)
    assert [article.title for article in loaded.articles] == ["A", "D"]
    assert ["row 4" in one for one in loaded.failures] == [True]
    assert ["empty text" in one for one in loaded.skipped] == [True]


def test_ids_stay_when_an_export_is_made_again(load):
    rows = [{"title": name, "text": f"{name} rained."} for name in "ABC"]
    first = load("a.csv", table(*rows)).ids
    assert load("a.csv", table(rows[2], rows[0])).ids == [first[2], first[0]]
    assert len(set(first)) == 3


def test_markup_in_a_cell_is_read(load):
    row = {"title": "Pier", "text": "<p>The pier&nbsp;opened.</p><script>x()</script><p><q>It holds</q>, she said.</p>"}
    assert load("a.csv", table(row)).only.text == "Pier\n\nThe pier\xa0opened.\n\n“It holds”, she said."


def test_a_list_that_was_written_into_a_cell_is_a_list(load):
    row = {"text": TEXT, "authors": "['Ana Example', 'Ben Roe']"}
    assert load("a.csv", table(row)).only.authors == ("Ana Example", "Ben Roe")


def test_a_large_table_is_read_row_by_row(tmp_path):
    def peak(rows):
        path = tmp_path / f"{rows}.csv"
        with path.open("w") as out:
            out.write("id,text\n")
            out.writelines(f'{n},"{"It rained. " * 100}"\n' for n in range(rows))
        tracemalloc.start()
        # Ids are kept, texts are not.
        assert sum(isinstance(entry, Article) for entry in read([path])) == rows
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return held

    peak(240)  # what is loaded once
    assert peak(480) < peak(240) + 240 * 600


def metadata(tmp_path, content, name="list.csv"):
    path = tmp_path / name
    path.write_text(content)
    return Metadata.read(path)


def test_a_metadata_table_tells_about_files_by_name_id_and_url(load, tmp_path):
    rows = "file,title,outlet,date,desk\npier.txt,Pier reopens,Herald,2026-03-02,city\ngone.txt,Gone,Post,2026-03-02,\n"
    loaded = load("pier.txt", "The pier opened.", metadata=metadata(tmp_path, rows), outlet="Other")
    article = loaded.only
    assert (article.title, article.outlet, article.published) == ("Pier reopens", "Herald", "2026-03-02")
    assert article.text == "Pier reopens\n\nThe pier opened."
    assert article.extra == {"desk": "city"}
    assert loaded.notes == ["1 of 2 rows are about no article that was read now"]
    by_id = metadata(tmp_path, json.dumps([{"id": "pier", "outlet": "Herald"}]), "list.json")
    assert load("pier.txt", "The pier opened.", metadata=by_id).only.outlet == "Herald"
    by_url = metadata(
        tmp_path, json.dumps({"url": "http://www.herald.example/pier/", "date": "2026-03-02"}) + "\n", "l.jsonl"
    )
    text = "---\nurl: https://herald.example/pier\n---\nThe pier opened."
    assert load("pier.txt", text, metadata=by_url).only.published == "2026-03-02"


def test_a_metadata_table_that_names_nothing_is_refused(tmp_path):
    with pytest.raises(InputError, match="names a file, an id or a url"):
        metadata(tmp_path, "title,date\nA,2026-01-01\n")
    with pytest.raises(InputError, match="cannot be opened"):
        Metadata.read(tmp_path / "nowhere.csv")


def test_the_metadata_table_is_no_article(load, tmp_path):
    path = tmp_path / "in" / "list.csv"
    path.parent.mkdir()
    path.write_text("file,text\npier.txt,a note of ours\n")
    loaded = load("pier.txt", "The pier opened.", folder=True, metadata=Metadata.read(path))
    assert loaded.ids == ["pier"]


@pytest.mark.parametrize(
    ("written", "read_on", "published"),
    [
        ("September 25", "2026-11-26", "2026-09-25"),
        ("8 days ago", "2026-11-26T10:00:00Z", "2026-11-18"),
        ("Sep 25", None, None),
    ],
)
def test_dates_without_a_year_are_counted_from_the_day_of_reading(load, written, read_on, published):
    loaded = load("a.csv", table({"text": TEXT, "date": written}), read_on=read_on)
    assert loaded.only.published == published
    assert bool(loaded.notes) is (published is None)


def test_dates_that_could_not_be_used_are_told_in_one_line(load):
    loaded = load("a.csv", table(*({"id": n, "text": TEXT, "date": "soon"} for n in range(5))))
    assert len(loaded.notes) == 1
    assert loaded.notes[0].count("soon") == 3


def test_a_given_outlet_fills_what_is_missing(load):
    rows = [{"text": TEXT, "outlet": ""}, {"text": "It rained.", "outlet": "Post"}]
    assert [article.outlet for article in load("a.csv", table(*rows), outlet="Herald").articles] == ["Herald", "Post"]


def test_a_text_can_be_kept_mended(load):
    written = "Pier reopens\n\n&ldquo;It holds,&rdquo; said Ana\u00a0Brok."
    assert load("a.txt", written).only.text == written
    assert load("a.txt", written, repair=True).only.text == "Pier reopens\n\n“It holds,” said Ana Brok."


def test_what_is_given_reads_the_same_in_every_run(tmp_path):
    rows = "file,title\npier.txt,Pier\n"
    first, second = (Given(metadata=metadata(tmp_path, rows)) for _ in range(2))
    assert repr(first) == repr(second) != repr(Given(metadata=metadata(tmp_path, rows.replace("Pier", "Quay"))))
