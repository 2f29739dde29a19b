"""What must stay light: the package, and commands that need no language model."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module

import pytest
from typer.main import get_command

from newsclaim.cli.app import app
from newsclaim.cli.commands import COMMANDS

HEAVY = {"spacy", "numpy", "pandas", "thinc", "rapidfuzz"}

LIGHT = [
    "import newsclaim",
    "import newsclaim.cli.app",
    "import newsclaim.api, newsclaim.render.table, newsclaim.render.records",
    "import newsclaim.store, newsclaim.compare, newsclaim.names, newsclaim.resolve, newsclaim.corpus",
    "from newsclaim.names.same import same; same('Ada Brook', 'A. Brook')",
]


@pytest.mark.parametrize("code", LIGHT)
def test_no_heavy_import(code):
    script = f"{code}\nimport sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)


def test_the_command_line_alone_opens_no_room_behind_it():
    script = "import newsclaim.cli.app, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    rooms = {name.split(".")[1] for name in loaded if name.startswith("newsclaim.")}
    assert not {"store", "api", "queries", "marks", "compare", "stories", "report", "corpus", "derive"} & rooms


SCRIPT = """
import sys
from newsclaim.cli import main
try:
    main()
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""
#: All that the overview needs; pydantic and the models alone would take half as long as Typer with its help.
OVERVIEW = {"_version", "cli", "cli.app", "cli.commands", "cli.ending", "cli.notes", "errors"}


def test_the_overview_loads_no_command_and_no_model():
    done = subprocess.run([sys.executable, "-c", SCRIPT, "--help"], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert {name.removeprefix("newsclaim.") for name in loaded if name.startswith("newsclaim.")} == OVERVIEW
    assert not {"pydantic", "sqlite3", "tomllib", "multiprocessing", *HEAVY} & loaded


@pytest.mark.parametrize(("name", "listed"), COMMANDS.items(), ids=list(COMMANDS))
def test_the_overview_tells_of_a_command_what_its_documentation_begins_with(name, listed):
    function = getattr(import_module(f"newsclaim.cli.{listed[0]}"), listed[1])
    assert " ".join(function.__doc__.split("\n\n")[0].split()) == listed[2]
    assert listed[2] in " ".join(get_command(app).commands[name].help.split())


def test_a_command_loads_its_own_module_only():
    done = subprocess.run([sys.executable, "-c", SCRIPT, "same", "--help"], capture_output=True, text=True, check=True)
    assert "Would these two names be joined?" in done.stdout
    assert not {"newsclaim.cli.ingesting", "newsclaim.cli.exporting"} & set(done.stderr.split())


QUERIES = [
    ["--help"], ["quotes", "--speaker", "Brook"], ["claims"], ["compare", "troop-counts"], ["actors", "Brook"],
    ["compare", "4,000 soldiers at the border"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", QUERIES)
def test_queries_never_load_the_language_model(database, arguments):
    command = [sys.executable, "-c", SCRIPT, *arguments]
    environment = {**os.environ, "NEWSCLAIM_DB": str(database)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout
    assert not {"spacy", "numpy", "pandas", "thinc"} & set(done.stderr.split())


AT_ITS_END = """
import atexit, gc
atexit.register(lambda: print(len(gc.get_objects()), file=sys.stderr))
import sys
from newsclaim.cli import main
main()
"""


def test_nothing_is_looked_through_for_garbage_at_the_end():
    # Handlers run last in, first out: the one above after that of the command line.
    done = subprocess.run([sys.executable, "-c", AT_ITS_END, "--help"], capture_output=True, text=True, check=True)
    assert int(done.stderr.split()[-1]) < 100, "tens of thousands otherwise"


#: Beside what every query needs: what some commands need, or only those who write.
_WRITING = {"store.writing", "store.findings", "store.recounting", "store.corpusactors", "store.conversion"}
_STAGES = {"derive.stage", "derive.actors", "derive.stories", "derive.marks", "resolve", "stories"}
_OTHERS = {
    "api", "names.same", "export.columns", "queries.stats", "queries.review", "report", "corpus", "pipeline",
    "models.local", "models.fact", "models.stats", "models.statement", "models.timeline", "store.facts", "store.counting",
    "names.countries",
}  # fmt: skip
LISTING = [
    (["quotes", "--speaker", "Brook"], {"models.comparison", "models.topics", "compare.answers", "store.articlelist"}),
    (["claims"], {"models.comparison", "compare.answers", "store.search", "store.sentencesearch"}),
    (["articles"], {"models.comparison", "compare.answers", "store.listing", "store.slices"}),
    (["actors"], {"models.comparison", "compare.answers", "store.listing", "names.organisations", "names.person"}),
]


@pytest.mark.parametrize(("arguments", "others"), LISTING, ids=[one[0] for one, _ in LISTING])
def test_a_query_loads_nothing_that_it_does_not_need(database, arguments, others):
    environment = {**os.environ, "NEWSCLAIM_DB": str(database)}
    command = [sys.executable, "-c", SCRIPT, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    loaded = {name.removeprefix("newsclaim.") for name in done.stderr.split()}
    assert "store.reading" in loaded
    assert not (_WRITING | _STAGES | _OTHERS | others) & loaded
    assert not {"importlib.metadata", "email"} & loaded, "what reads the metadata of packages: a fifteenth of a query"


NOT_GIVEN = """
from typer import _adapters
asked = []
build = _adapters.try_build_adapter
_adapters.try_build_adapter = lambda annotation, parameter_info: asked.append(1) or build(annotation, parameter_info)
import sys
from newsclaim.cli import main
try:
    main()
except SystemExit:
    pass
print(len(asked), file=sys.stderr)
"""


def test_an_option_that_is_not_given_is_not_checked(database):
    command = [sys.executable, "-c", NOT_GIVEN, "quotes", "--db", str(database), "--since", "2024"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    # The two that are given, three that stand for themselves (--in, --offset, --context), and four of Typer's own.
    assert int(done.stderr.split()[-1]) == 9


@pytest.mark.parametrize("home", ["models", "store", "compare", "derive"])
def test_what_a_room_offers_is_there(home):
    room = import_module(f"newsclaim.{home}")
    assert all(getattr(room, name) is not None for name in room.__all__)
    with pytest.raises(AttributeError):
        room.nothing  # noqa: B018 - the access is what is tested


def test_the_package_offers_its_functions():
    import newsclaim

    assert callable(newsclaim.open_db)
    assert callable(newsclaim.extract)
    assert newsclaim.same("Kim Yong Hyun", "Kim Yong-hyun").verdict == "same"
    assert newsclaim.Filter(outlets=("fox",)).outlets == ("fox",)
    assert issubclass(newsclaim.errors.StoreError, newsclaim.NewsclaimError)
    assert set(newsclaim.__all__) == set(dir(newsclaim))
    with pytest.raises(AttributeError):
        newsclaim.nothing  # noqa: B018 - the access is what is tested
