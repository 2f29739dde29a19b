"""What counts once of the quotes of an article, and who is a named source."""

from __future__ import annotations

import pytest

from newsclaim.models import Mention, Quote, Span
from newsclaim.models.mark import Mark
from newsclaim.store import Filter, Processed, Store
from newsclaim.store.speech import tally_of, told_again
from newsclaim.text import stable_id
from samples import extraction

TEXT = "The mayor left the town and the mayor left."
BROOK, OFFICIALS = stable_id("a", "brook"), stable_id("a", "officials")
WHO = {BROOK: ("Ada Brook", "person"), OFFICIALS: ("Officials", "group")}


def quote(number, *spans, speaker=BROOK, called="she"):
    who = Mention(start=0, end=0, text=called, actor=speaker, name=None, how="name")
    return Quote(
        id=stable_id("q", number), kind="indirect", rule="x", speakers=(who,), cue=None,
        spans=tuple(Span(start=start, end=end, text=TEXT[start:end]) for start, end in spans),
    )  # fmt: skip


#: Quotes of one article, and which of them are told again.
AGAIN = [
    ([quote(1, (0, 9)), quote(2, (15, 23))], []),
    ([quote(1, (0, 23)), quote(2, (4, 9))], [2]),  # inside another one
    ([quote(1, (4, 9)), quote(2, (0, 23))], [1]),  # whatever comes first
    ([quote(1, (0, 9), (20, 30)), quote(2, (3, 9), (22, 25))], [2]),
    ([quote(1, (0, 9), (20, 30)), quote(2, (10, 15))], []),  # between its parts
    ([quote(1, (4, 14)), quote(2, (32, 42))], [2]),  # word for word again
    ([quote(1, (0, 14)), quote(2, (28, 42))], [2]),  # in capitals or not
    ([quote(1, (4, 14)), quote(2, (32, 42), speaker=OFFICIALS)], []),  # by somebody else
    ([quote(1, (4, 14), speaker=None), quote(2, (32, 42), speaker=None, called="he")], []),
    ([quote(1, (0, 9)), quote(2, (4, 14))], []),  # one goes on where the other ends
]


@pytest.mark.parametrize(("quotes", "again"), AGAIN)
def test_what_counts_once(quotes, again):
    assert told_again(quotes) == {stable_id("q", number) for number in again}


def test_what_is_counted():
    quotes = [quote(1, (0, 9)), quote(2, (4, 23)), quote(3, (0, 3), speaker=OFFICIALS), quote(4, (4, 9), speaker=None)]
    again = told_again(quotes)
    direct, mixed, indirect, words, verbatim, named, unnamed, lengths = tally_of(quotes, again, WHO)
    assert (direct, mixed, indirect, words, verbatim) == (0, 0, 2, 6, 0)
    assert (named, unnamed, len(lengths)) == (1, 0, 4)
    assert tally_of(quotes, frozenset(), WHO)[5:7] == (1, 2)


def test_what_is_marked_wrong_neither_counts_nor_is_found(tmp_path):
    found = extraction()
    wrong = found.quotes[1]
    mark = Mark(id=wrong.id, kind="quote", article="port", start=0, end=1, text="x", verdict="wrong")
    with Store(tmp_path / "a.db", create=True) as store:
        store.save([Processed(found, "f", "/x")])
        for marks, counted in (([(wrong.id, mark)], 1), ([], 2), ([(wrong.id, mark)], 1)):
            store.save_marks(marks, {}, None)
            (tally,) = store.tallies()
            assert tally.direct + tally.mixed + tally.indirect == store.article_row("port").quotes == counted
            assert len(store.quotes(Filter(search="mess"))) == counted - 1
        store.delete(["port"])
        store._connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab (quote_text, row)")
        assert store._connection.execute("SELECT * FROM words").fetchall() == []
