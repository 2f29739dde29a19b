"""What was once told of an article stays known, and what nobody told is noted."""

from __future__ import annotations

import json

import pytest

from newsclaim.corpus.given import Given
from newsclaim.corpus.metadata import Metadata
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.ingest.kept import completed
from newsclaim.store import Store
from samples import article

BODY = "Ada Brook said that the port would open in May. It has been closed since the fire."
EDITED = BODY.replace("May", "June")
OTHER = "A whale was seen near the coast on Sunday, and hundreds came to look."
BARE = {"title": None, "outlet": None, "published": None, "path": None}

CASES = [
    ("a date and an outlet", BODY, {}, {"outlet": "Wire", "published": "2024-10-23"}, ["outlet", "published"]),
    ("what is told now counts", BODY, {"outlet": "Post"}, {"outlet": "Wire"}, []),
    ("other keys of the table", BODY, {"extra": {"desk": "A"}}, {"extra": {"desk": "B", "tag": "port"}}, ["extra"]),
    ("nothing was known", BODY, {}, {}, []),
    ("the article was edited", EDITED, {}, {"published": "2024-10-23"}, ["published"]),
    ("the file holds another article", OTHER, {}, {"published": "2024-10-23"}, []),
]


@pytest.mark.parametrize(("now", "told", "before", "names"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_what_stays_known(now, told, before, names):
    found, kept = completed(article(text=now, **BARE | told), article(text=BODY, **BARE | before))
    assert kept == names
    assert found.text == now
    for name in names:
        assert getattr(found, name) == ({"desk": "A", "tag": "port"} if name == "extra" else before[name])


def test_a_title_that_stood_in_no_file_stays_before_the_text():
    stored = article(text=f"The port\n\n{BODY}", **BARE | {"title": "The port"})
    found, kept = completed(article(text=BODY, **BARE), stored)
    assert kept == ["title"]
    assert (found.text, found.sha256, found.blocks) == (stored.text, stored.sha256, stored.blocks)


@pytest.fixture
def corpus(tmp_path):
    """Two articles in a folder, with a table that tells about them and one that tells of others."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(f"{name} and the port\n\n{BODY}\n")
    rows = [{"file": f"{name}.txt", "date": "2024-10-23", "outlet": "Wire"} for name in ("one", "two")]
    (folder / "about.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "others.jsonl").write_text(json.dumps(rows[0] | {"file": "other.txt"}) + "\n")
    return folder


def test_a_table_that_is_passed_over_is_told_and_one_that_was_taken_stays(corpus, tmp_path):
    table = corpus / "about.jsonl"
    with Store(tmp_path / "a.db", create=True) as store:
        bare = ingest([corpus], store, IngestOptions())
        assert [note.partition(":")[0] for note in bare.notes[:2]] == [
            f"{table} tells about 2 of these articles; --metadata {table} takes it", "2 of 2 articles have no date",
        ]  # fmt: skip
        assert not [note for note in bare.notes if "others.jsonl" in note]
        told = ingest([corpus], store, IngestOptions(given=Given(metadata=Metadata.read(table))))
        assert (told.changed, [note for note in told.notes if "date" in note]) == (2, [])
        (corpus / "one.txt").write_text(f"one and the port\n\n{EDITED}\n")
        for options in (IngestOptions(), IngestOptions(again=True)):
            later = ingest([corpus], store, options)
            assert "of 2 articles more was known than is told now, and stays: outlet, published" in " ".join(
                later.notes
            )
            assert {(row.outlet, row.published) for row in store.articles()} == {("Wire", "2024-10-23")}
            (corpus / "one.txt").touch()
