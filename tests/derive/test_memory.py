"""What is kept of words is given back between the stages of a large corpus, and nothing else."""

from __future__ import annotations

from newsclaim.derive import memory
from newsclaim.lexicon import words
from newsclaim.names.person import parse


def test_what_is_kept_of_words_is_forgotten_and_the_lists_of_the_program_stay():
    words("titles", "abbreviations")
    parse("Ada Brook")
    lists = words.cache_info().currsize
    memory.give_back()
    assert parse.cache_info().currsize == 0
    assert words.cache_info().currsize == lists
    assert parse("Ada Brook").family == "Brook"
