"""Files, folders and streams → what was loaded."""

import io
import json
import os
from pathlib import Path

import pytest

from newsclaim.corpus import Failure, Note, Skipped, read, read_stream
from newsclaim.models import Article

TEXT = "Pier reopens\n\nThe pier opened on Monday.\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(**contents):
        for name, content in contents.items():
            path = Path(name.replace("__", "/").replace("_dot_", "."))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return write


def load(*paths, input_format="auto"):
    return list(read([Path(path) for path in paths], input_format=input_format))


def articles(loaded):
    return [entry for entry in loaded if isinstance(entry, Article)]


def ids(loaded):
    return [article.id for article in articles(loaded)]


def failures(loaded):
    return [(entry.path, entry.reason) for entry in loaded if isinstance(entry, Failure)]


def line(**fields):
    return json.dumps(fields) + "\n"


def test_a_folder_means_its_text_and_jsonl_files_in_order(files):
    files(
        in__b_dot_txt=TEXT,
        in__a__z_dot_txt=TEXT,
        in__a__y_dot_TXT=TEXT,
        in__c_dot_jsonl=line(id="q1", text=TEXT),
        in__note_dot_log=TEXT,
        in___dot_hidden__x_dot_txt=TEXT,
    )
    loaded = load("in")
    assert ids(loaded) == ["a/y", "a/z", "b", "q1"]
    assert [article.path for article in articles(loaded)] == ["in/a/y.TXT", "in/a/z.txt", "in/b.txt", "in/c.jsonl"]
    assert [entry.path for entry in loaded if isinstance(entry, Skipped)] == ["in/.hidden", "in/note.log"]
    assert load("in") == loaded


def test_a_named_file_is_read_whatever_its_ending(files):
    files(in__story_dot_md=TEXT, in__lines_dot_json=line(id="q", text=TEXT))
    assert ids(load("in/story.md")) == ["story"]
    assert ids(load("in/lines.json", input_format="jsonl")) == ["q"]


def test_the_format_chooses_the_files_of_a_folder(files):
    files(in__a_dot_txt=TEXT, in__b_dot_jsonl=line(id="q", text=TEXT))
    assert ids(load("in", input_format="text")) == ["a"]
    assert ids(load("in", input_format="jsonl")) == ["q"]


def test_a_folder_without_articles_yields_what_was_skipped(files):
    files(in__note_dot_log=TEXT)
    assert [type(entry) for entry in load("in")] == [Skipped]


def test_a_missing_path_is_a_failure_and_the_others_are_read(files):
    files(a_dot_txt=TEXT)
    loaded = load("nowhere", "a.txt")
    assert ids(loaded) == ["a"]
    assert "no such file or folder" in failures(loaded)[0][1]


def test_a_loop_of_links_is_walked_once(files):
    files(in__a_dot_txt=TEXT)
    Path("in/again").symlink_to(Path("in").resolve())
    Path("in/broken.txt").symlink_to("nowhere")
    loaded = load("in")
    assert ids(loaded) == ["a"]
    assert [entry.path for entry in loaded if isinstance(entry, Skipped)] == ["in/broken.txt"]


def test_a_file_given_twice_is_read_once_with_the_outermost_folders_id(files):
    files(in__sub__a_dot_txt=TEXT)
    for order in (["in/sub/a.txt", "in", "in/sub"], ["in", "in/sub", "in/sub/a.txt"]):
        assert ids(load(*order)) == ["sub/a"]


def test_files_of_the_same_name_are_told_apart_by_their_folders(files):
    files(week1__r_dot_txt=TEXT, week2__r_dot_txt=TEXT, week2__s_dot_txt=TEXT)
    assert ids(load("week1", "week2")) == ["week1/r", "week2/r", "s"]
    assert ids(load("week2/r.txt", "week1/r.txt")) == ["week2/r", "week1/r"]


def test_the_same_name_with_other_endings_keeps_the_ending(files):
    files(a_dot_txt=TEXT, a_dot_md=TEXT)
    assert ids(load("a.txt", "a.md")) == ["a.txt", "a.md"]


def test_one_bad_file_does_not_stop_the_others(files):
    files(
        in__a_dot_txt=b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        in__b_dot_txt=b"",
        in__c_dot_txt="---\ntitle: never closed\n\nx",
        in__d_dot_txt=TEXT.encode("utf-16"),
        in__e_dot_jsonl=b"",
        in__f_dot_txt="---\ntitle: x\ndate: soon\n---\nIt rained.",
    )
    loaded = load("in")
    assert ids(loaded) == ["d", "f"]
    reasons = dict(failures(loaded))
    assert [word in reasons[f"in/{name}"] for name, word in (("a.txt", "a picture"), ("b.txt", "empty"))] == [
        True,
        True,
    ]
    assert "never closed" in reasons["in/c.txt"]
    assert "empty" in reasons["in/e.jsonl"]
    assert [entry.reason.split("(")[1][:8] for entry in loaded if isinstance(entry, Note)] == ["in/f.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_a_failure(files):
    files(in__a_dot_txt=TEXT, in__shut__b_dot_txt=TEXT)
    Path("in/a.txt").chmod(0)
    Path("in/shut").chmod(0)
    assert [path for path, _ in failures(load("in"))] == ["in/a.txt", "in/shut"]


def test_a_file_that_cannot_be_opened_is_a_failure(files, monkeypatch):
    files(a_dot_txt=TEXT, b_dot_jsonl=TEXT)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert [path for path, reason in failures(load("a.txt", "b.jsonl")) if "Permission denied" in reason] == [
        "a.txt",
        "b.jsonl",
    ]


def test_a_name_that_is_no_utf_8_is_shown_and_read(files):
    files(in__b_dot_txt=TEXT)
    Path(os.fsdecode(b"in/caf\xe9.txt")).write_text(TEXT, "utf-8")
    assert ids(load("in")) == ["b", "caf\ufffd"]


def test_jsonl_lines_are_read_with_their_fields(files):
    full = {
        "id": 7, "text": "Pier reopens\r\n\nIt rained.", "title": "Pier", "outlet": "Herald", "published": "2024-10-23",
        "updated": None, "url": "https://herald.example/1", "authors": ["Ana Example"], "more": [1],
    }  # fmt: skip
    files(a_dot_jsonl="\ufeff" + line(**full) + "\n" + line(id="b", text="---\ntitle: x\n---\nIt rained."))
    first, second = articles(load("a.jsonl"))
    assert (first.id, first.text, first.title) == ("7", full["text"], "Pier")
    assert (first.outlet, first.published, first.authors) == ("Herald", "2024-10-23", ("Ana Example",))
    assert second.text.startswith("---\ntitle: x")


def test_an_article_with_an_empty_text_is_left_out_and_has_not_failed(files):
    files(a_dot_jsonl="".join(line(id=f"a{n}", text=text) for n, text in enumerate((TEXT, "", " \n"))))
    loaded = load("a.jsonl")
    assert (ids(loaded), failures(loaded)) == (["a0"], [])
    skipped = [one for one in loaded if isinstance(one, Skipped)]
    assert [one.path for one in skipped] == ["a.jsonl, line 2", "a.jsonl, line 3"]
    assert {one.reason for one in skipped} == {"article with an empty text in a.jsonl"}


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ('{"id": "x", "text": "y"', "no valid JSON"),
        ("[1, 2]", "no JSON object"),
        ('{"id": true, "text": "y"}', "no text and no number"),
        ('{"id": "x"}', 'no "text"'),
        ('{"id": "x", "text": ["y"]}', 'no "text"'),
        ('{"id": "ok1", "text": "y"}', "already used"),
        ('{"id": 1' + "0" * 5000 + "}", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        (b"\xff\xfe\xfd", "not UTF-8"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(files, broken, says):
    data = broken if isinstance(broken, bytes) else broken.encode()
    files(a_dot_jsonl=line(id="ok1", text=TEXT).encode() + data + b"\n" + line(id="ok2", text=TEXT).encode())
    loaded = load("a.jsonl")
    assert ids(loaded) == ["ok1", "ok2"]
    ((path, reason),) = failures(loaded)
    assert path == "a.jsonl"
    assert says in reason
    assert reason.startswith("line 2: ")


def test_an_id_that_two_files_use_is_named_with_both(files):
    files(a_dot_jsonl=line(id="a", text=TEXT), b_dot_jsonl=line(id="a", text=TEXT) + line(id="b", text=TEXT))
    loaded = load("a.jsonl", "b.jsonl")
    assert ids(loaded) == ["a", "b"]
    assert failures(loaded) == [
        ("b.jsonl", "line 1: the id 'a' was already used (in a.jsonl); give every article an id of its own")
    ]


def test_a_file_that_is_no_jsonl_at_all_is_given_up_soon(files):
    files(a_dot_jsonl="no json\n" * 5000)
    assert len(load("a.jsonl")) == 21


def test_jsonl_in_utf_16_is_read(files):
    files(a_dot_jsonl=line(id="a", text="Café").encode("utf-16"))
    assert [article.text for article in articles(load("a.jsonl"))] == ["Café"]


def test_half_a_character_in_jsonl_is_replaced(files):
    files(a_dot_jsonl='{"id": "a", "text": "A \\ud83d B \\ud83d\\ude00", "title": "\\ud83d"}\n')
    assert articles(load("a.jsonl"))[0].text == "A \ufffd B 😀"


@pytest.mark.parametrize(
    ("data", "input_format", "found"),
    [
        (TEXT, "auto", ["stdin"]),
        (line(id="a", text=TEXT) + line(id="b", text=TEXT), "auto", ["a", "b"]),
        (line(id="a", text=TEXT), "text", ["stdin"]),
        (line(id="a", text=TEXT), "jsonl", ["a"]),
        ('{"a": 1}', "auto", []),
    ],
)
def test_a_stream_is_text_or_jsonl(data, input_format, found):
    assert ids(read_stream(io.BytesIO(data.encode()), input_format)) == found


@pytest.mark.parametrize("input_format", ["auto", "text", "jsonl"])
def test_an_empty_stream_is_a_failure(input_format):
    assert failures(read_stream(io.BytesIO(b""), input_format)) == [("standard input", "it is empty")]


def test_a_list_of_other_things_beside_the_articles_is_skipped(tmp_path):
    (tmp_path / "a.txt").write_text("It rained all day in the harbour.\n")
    listed = tmp_path / "metadata.jsonl"
    listed.write_text('{"file": "a.txt", "title": "Rain"}\n' * 3)
    kinds = [type(entry) for entry in read([tmp_path])]
    assert kinds == [Article, Skipped]
    # Given by name, it is an input that cannot be read; one article among its lines makes it a file of articles.
    assert all(isinstance(entry, Failure) for entry in read([listed]))
    listed.write_text('{"file": "a.txt"}\n{"id": "b", "text": "It snowed all night."}\n')
    assert [type(entry) for entry in read([tmp_path])] == [Article, Failure, Article]
