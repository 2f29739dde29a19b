"""The installed command, and a small database made with it."""

from __future__ import annotations

import os
import subprocess

import pytest

from program import PROGRAM

#: Three made-up articles on one made-up story, with made-up people.
ARTICLES = {
    "wire.txt": """\
title: Norland sends soldiers to the border
sitename: Harbour Wire
date: 2024-10-21

Norland sends soldiers to the border

Norland has sent about 3,000 soldiers to the border, Defense Minister Ada Brook said on Monday. \
"This is a very serious step," Brook said. "We will answer it."

She added that up to 12,000 soldiers could follow by December.
""",
    "sub/post.txt": """\
title: Brook warns of new troops
sitename: The Morning Ledger
date: 2024-10-23

Brook warns of new troops

Ada Brook warned on Wednesday that at least 4,000 soldiers from Norland were already at the border. \
The government of Norland denied the report. "There are no soldiers there," its spokesman Tom Reed told reporters.
""",
    "undated.txt": "A note without a date\n\nAda Brook said the talks had failed.\n",
}


@pytest.fixture(scope="session")
def run():
    """Run the installed command: returns the finished process with its text."""

    def call(*arguments, cwd=None, text=None, **environment):
        return subprocess.run(
            [PROGRAM, *map(str, arguments)],
            capture_output=True, encoding="utf-8", cwd=cwd, input=text,
            env={**os.environ, "COLUMNS": "200", **environment}, timeout=120, check=False,
        )  # fmt: skip

    return call


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A folder of articles."""
    root = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def database(run, folder, tmp_path_factory):
    """A database of them."""
    path = tmp_path_factory.mktemp("database") / "news.db"
    done = run("ingest", folder, "--db", path)
    assert done.returncode == 0, done.stderr
    assert "3 new" in done.stderr
    return path
