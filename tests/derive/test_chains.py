"""What is read of pairs to tell what hangs together."""

from __future__ import annotations

from newsclaim.config import Settings
from newsclaim.corpus import make_article
from newsclaim.derive import derive
from newsclaim.derive.chains import chained
from newsclaim.models import Extraction
from newsclaim.store import Processed, Store
from newsclaim.timings import Timings
from samples import INFO


def test_only_pairs_that_hang_together_with_an_article_are_read():
    pairs = [*((f"a{n}", f"b{n}") for n in range(100)), ("b7", "c7"), ("c7", "d7")]
    read = []

    def linked(articles):
        found = {pair: None for pair in pairs if articles & {*pair}}
        read.extend(found)
        return found

    assert sorted(chained(linked, {"a7"})[0]) == [("a7", "b7"), ("b7", "c7"), ("c7", "d7")]
    assert len(read) <= 6


def written(number, month, outlet):
    """One of two accounts of a fire, with the same text."""
    text = f"Fire at Mill{number}x\n\nA fire at Mill{number}x killed Ada Brook{number}x, said Tomas Lind{number}x.\n"
    text += " ".join(f"word{number}x{n}" for n in range(60))
    one = make_article(text, id=f"{outlet}-{number:02}", published=f"2024-{month:02}-11", outlet=outlet)
    return Processed(Extraction(pipeline=INFO, article=one), one.sha256, one.id)


def test_one_more_article_reads_the_pairs_of_its_own_days_only(tmp_path, monkeypatch):
    rows = []
    for name in ("tie_rows", "overlaps"):
        plain = getattr(Store, name)
        monkeypatch.setattr(Store, name, lambda s, ids, plain=plain: rows.append(plain(s, ids)) or rows[-1])
    with Store(tmp_path / "corpus.db", create=True) as store:
        store.save(written(number, 1 + number, outlet) for number in range(12) for outlet in ("Ledger", "Post"))
        derive(store, Settings(), Timings())
        assert len(store.ties()) == 12
        rows.clear()
        store.save([written(3, 4, "Sun")])
        derive(store, Settings(), Timings())
        assert len(store.ties()) == 14
        assert max(map(len, rows)) == 3
        contexts = store.contexts()
        assert contexts["Sun-03"].story == contexts["Post-03"].story == contexts["Ledger-03"].story
