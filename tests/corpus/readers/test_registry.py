"""Which reader a file is for, and readers of other packages."""

import importlib.metadata
import io

import pytest

from newsclaim.corpus import Failure, read, read_stream
from newsclaim.corpus.readers import Bad, Raw, Reader, Remark, Source, registry
from newsclaim.errors import InputError

LINES = Reader(
    name="verses",
    endings=(".verse",),
    fits=lambda source: source.head.startswith(b"%%"),
    read=lambda source: (
        Raw(text=line.decode(), number=str(n), place=f"verse {n}") if line.strip() else Bad("it is empty", f"verse {n}")
        for n, line in enumerate(source.stream.read().split(b"%%")[1:], start=1)
    ),
    several=True,
)


@pytest.fixture
def another(monkeypatch):
    """Offer something as a reader of another package."""

    def offer(thing, name="verses"):
        entry = type("Entry", (), {"name": name, "value": "other:READER", "load": lambda _: thing()})()
        monkeypatch.setattr(
            importlib.metadata, "entry_points", lambda group: [entry] if group == registry.GROUP else []
        )
        registry.readers.cache_clear()

    yield offer
    registry.readers.cache_clear()


def test_a_reader_of_another_package_is_asked_first(another, tmp_path):
    another(lambda: LINES)
    (tmp_path / "a.verse").write_text("%%It rained.%% %%It snowed.")
    found = list(read([tmp_path]))
    assert [getattr(entry, "id", None) for entry in found] == ["a#1", None, "a#3"]
    assert found[1] == Failure(str(tmp_path / "a.verse"), "verse 2: it is empty")
    assert [entry.text for entry in read_stream(io.BytesIO(b"%%It rained."))] == ["It rained."]
    assert [entry.id for entry in read_stream(io.BytesIO(b"%%It rained."), "verses")] == ["stdin#1"]


@pytest.mark.parametrize(("thing", "says"), [(lambda: 1 / 0, "cannot be loaded"), (lambda: "text", "is no")])
def test_a_reader_that_cannot_be_loaded_is_named(another, thing, says):
    another(thing)
    with pytest.raises(InputError, match=f"'verses'.*{says}"):
        registry.readers()


def test_an_unknown_format_is_refused_with_those_that_there_are():
    with pytest.raises(InputError, match="no input format 'x'; there are auto, .*text"):
        registry.named("x")


def test_every_built_in_reader_has_a_name_and_endings_of_its_own():
    assert all(name == reader.name for name, reader in registry.readers().items())
    assert all(ending[0] == "." and ending == ending.lower() for ending in registry.endings("auto"))


def test_the_beginning_of_a_pipe_is_looked_at_and_read():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    data = b"first line\n" + b"x" * 200_000
    source = Source(Pipe(data), "")
    assert source.head == data[:65_536]
    assert source.data() == data
    line = b'{"text": "x"}\n'
    source = Source(Pipe(line * 3), "")
    assert source.head == line
    assert list(source.stream) == [line] * 3


def test_remarks_and_documents_say_where_they_stand():
    assert (Remark("x", "line 1").place, Bad("x").place, Raw(text="x").place) == ("line 1", "", "")
