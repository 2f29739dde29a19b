"""Word lists, and what users add to them and drop from them."""

from __future__ import annotations

import pytest

from newsclaim import lexicon
from newsclaim.annotate import model_version
from newsclaim.config import load_settings
from newsclaim.errors import ConfigError


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSCLAIM_LEXICON", "")
    yield tmp_path / "newsclaim.toml"
    lexicon.change({})


def test_words_are_added_and_dropped(config):
    before = lexicon.words("cues/words", "rejecting")
    config.write_text('[lexicon."cues/words".rejecting]\nadd = ["pooh-pooh"]\ndrop = ["deny"]\n')
    load_settings()
    assert lexicon.words("cues/words", "rejecting") == before - {"deny"} | {"pooh-pooh"}


def test_a_table_takes_pairs(config):
    config.write_text('[lexicon."cues/verbs".irregular]\nadd = ["quoth = say"]\ndrop = ["said"]\n')
    load_settings()
    table = lexicon.load("cues/verbs")["irregular"]
    assert table["quoth"] == "say"
    assert "said" not in table


def test_a_changed_list_is_another_version_of_the_pipeline(config):
    plain = model_version()
    config.write_text('[lexicon."cues/words".rejecting]\nadd = ["pooh-pooh"]\n')
    load_settings()
    assert model_version() != plain
    config.write_text("")
    load_settings()
    assert model_version() == plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[lexicon."cues/wrods".rejecting]\nadd = ["x"]\n', "cues/words"),
        ('[lexicon."cues/words".rejectnig]\nadd = ["x"]\n', "rejecting"),
    ],
)
def test_what_there_is_is_told_where_there_is_no_such_list(config, text, told):
    config.write_text(text)
    with pytest.raises(ConfigError, match=told):
        load_settings()


def test_lists_as_alternatives_follow_what_is_added(config):
    config.write_text('[lexicon."numbers/sources"]\nputs = { add = ["pegs it"] }\n')
    load_settings()
    alternatives = lexicon.either("numbers/sources", "puts").split("|")
    assert r"pegs\s+it" in alternatives
    assert alternatives.index("puts") < alternatives.index("put")
