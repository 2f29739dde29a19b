"""Settings: flag over environment over file, and clear words for what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclaim.config import load_settings, topics
from newsclaim.errors import ConfigError


@pytest.fixture
def file(tmp_path, monkeypatch):
    for name in ("NEWSCLAIM_DB", "NEWSCLAIM_MODEL", "NEWSCLAIM_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "newsclaim.toml"


def test_flag_over_environment_over_file_over_default(file, monkeypatch):
    assert load_settings().db == Path("newsclaim.db")
    file.write_text('db = "file.db"\nmodel = "from_file"\n')
    assert load_settings().db == Path("file.db")
    monkeypatch.setenv("NEWSCLAIM_DB", "env.db")
    assert load_settings().db == Path("env.db")
    assert load_settings(db=Path("flag.db")).db == Path("flag.db")
    assert load_settings(model="flag").model == "flag"
    assert load_settings().model == "from_file"


def test_a_topic_may_be_added_or_replaced(file):
    file.write_text('[topics.tents]\ncounted = ["tent"]\n[topics.deaths]\nclasses = ["people-killed"]\nunits = ["x"]\n')
    found = topics(load_settings())
    assert found["tents"].counted == ("tent",)
    assert found["deaths"].units == ("x",)
    assert "troop-counts" in found


BROKEN = [
    ("nonsense", "no valid TOML"),
    ("modell = 1", "'modell' is no setting"),
    ('[topics.a]\ntitle = "A"', "no claim could belong to it"),
    ('[topics.a]\nclasses = ["wombats"]', "topics.a.classes.0"),
    ('[topics.a]\ncounted = "tent"', "must be a list"),
    ('[actors]\nsame = [["Ada"]]', "needs two names"),
    ('[actors]\nsame = [["Ada", "Tom"]]\ndifferent = [["Tom", "Ada"]]', "both `same` and `different`"),
    ('[actors.kinds]\nAda = "wombat"', "actors.kinds.Ada"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_what_cannot_be_used_is_said(file, text, message):
    file.write_text(text)
    with pytest.raises(ConfigError, match=message):
        load_settings()


@pytest.mark.usefixtures("file")
def test_a_file_that_was_named_must_exist():
    with pytest.raises(ConfigError, match="no configuration file"):
        load_settings(Path("other.toml"))
