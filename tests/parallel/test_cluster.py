"""A cluster gives the same as one process, also when its workers die."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from threading import Thread

import labour
import pytest

from newsclaim.errors import WorkerError
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.parallel import Lost
from newsclaim.parallel.cluster import run_on_cluster
from newsclaim.store import Store

distributed = pytest.importorskip("distributed")
dask = pytest.importorskip("dask")

TABLES = "article quote claim local_actors credit actor member".split()


@pytest.fixture(scope="module")
def cluster():
    """Two workers of this machine that can import what the tests have them do."""
    path = os.pathsep.join([str(Path(labour.__file__).parent), os.environ.get("PYTHONPATH", "")])
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None, env={"PYTHONPATH": path}) as made,
    ):
        yield made


def test_results_come_in_the_order_of_the_batches(cluster):
    batches = [range(n, n + 3) for n in range(0, 60, 3)]
    found = list(run_on_cluster(labour.squares, batches, cluster.scheduler_address, 0))
    assert found == [labour.squares(batch) for batch in batches]


def test_there_must_be_a_cluster(monkeypatch):
    monkeypatch.setattr("newsclaim.parallel.cluster._PATIENCE", 1)
    with pytest.raises(WorkerError, match="no cluster"):
        list(run_on_cluster(labour.squares, [(1,)], "tcp://127.0.0.1:9", 0))


def test_a_worker_killed_in_mid_run_costs_nothing(cluster, tmp_path):
    (tmp_path / "corpus").mkdir()
    for number in range(60):
        text = f"Ada Brook said that {number + 2} boats had sunk. " * 20
        (tmp_path / "corpus" / f"{number}.txt").write_text(text)
    with Store(tmp_path / "a.db", create=True) as here, Store(tmp_path / "b.db", create=True) as there:
        ingest([tmp_path / "corpus"], here, IngestOptions())
        killer = Thread(target=kill_one, args=(cluster, there))
        killer.start()
        summary = ingest([tmp_path / "corpus"], there, IngestOptions(cluster=cluster.scheduler_address))
        killer.join()
        assert (summary.new, summary.failed) == (60, [])
        assert rows(here) == rows(there)


def kill_one(cluster, store):
    pids = [worker.pid for worker in cluster.workers.values()]
    with Store(store.path) as reader:
        while reader.is_empty():
            time.sleep(0.05)
    os.kill(pids[0], signal.SIGKILL)


def rows(store):
    return {table: sorted(store._connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


def test_an_item_that_kills_its_workers_is_passed_over(cluster):
    found = list(run_on_cluster(labour.or_die, [("a",), ("b", "die")], cluster.scheduler_address, 0))
    assert found[:2] == [["a"], ["b"]]
    assert isinstance(found[2], Lost)
    assert found[2].item == "die"
