"""Files of every format, made of invented text."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from newsclaim.corpus import Failure, Note, Skipped, read
from newsclaim.corpus.given import Given
from newsclaim.models import Article


class Loaded:
    """What a file came to, by kind."""

    def __init__(self, loaded):
        self.articles = [entry for entry in loaded if isinstance(entry, Article)]
        self.failures = [entry.reason for entry in loaded if isinstance(entry, Failure)]
        self.notes = [entry.reason for entry in loaded if isinstance(entry, Note)]
        self.skipped = [entry.reason for entry in loaded if isinstance(entry, Skipped)]

    @property
    def ids(self):
        return [article.id for article in self.articles]

    @property
    def only(self):
        assert not self.failures
        (article,) = self.articles
        return article


@pytest.fixture
def load(tmp_path):
    """Write a file and read it; `folder=True` reads the folder it lies in, as found and not named."""

    def run(name, content, *, input_format="auto", folder=False, **given):
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths = [path.parent if folder else path]
        return Loaded(list(read(paths, input_format=input_format, given=Given(**given))))

    return run


@pytest.fixture
def packed():
    """Return a ZIP archive of names and contents."""

    def pack(members, stored=()):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
                archive.writestr(name, content, kind)
        return out.getvalue()

    return pack


@pytest.fixture
def sample():
    """Return the text of a sample file."""
    return lambda name: (Path(__file__).parents[2] / "cases/corpus/samples" / name).read_text("utf-8")
