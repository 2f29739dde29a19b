"""What must stay light: the package, and commands that need no language model."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

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


QUERIES = [["--help"], ["quotes", "--speaker", "Brook"], ["claims"], ["compare", "troop-counts"], ["actors", "Brook"]]
SCRIPT = """
import sys
from newsclaim.cli import main
try:
    main()
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", QUERIES)
def test_queries_never_load_the_language_model(database, arguments):
    command = [sys.executable, "-c", SCRIPT, *arguments]
    environment = {**os.environ, "NEWSCLAIM_DB": str(database)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout
    assert not {"spacy", "numpy", "pandas", "thinc"} & set(done.stderr.split())


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
