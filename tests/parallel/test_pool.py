"""A worker that dies, hangs or eats memory costs the item it worked on, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import labour
import pytest

from newsclaim.errors import WorkerError
from newsclaim.parallel import Limits, Lost, batched, run

LIMITS = Limits(seconds=lambda _: 3.0, memory=1 << 30)


def done(function, batches, **options):
    return list(run(function, batches, 2, limits=LIMITS, **options))


def test_results_come_in_the_order_of_the_batches():
    batches = [range(n, n + 3) for n in range(0, 60, 3)]
    assert done(labour.squares, batches, prepare=labour.prepared) == [labour.squares(batch) for batch in batches]


def test_one_process_gives_the_same():
    batches = [(1, 2), (3,)]
    assert list(run(labour.squares, batches, 1)) == done(labour.squares, batches) == [[1, 4], [9]]


def test_nothing_to_do_starts_nobody():
    assert done(labour.squares, [], prepare=labour.never_ready) == []


@pytest.mark.parametrize(
    ("bad", "reason"), [("die", "signal 9"), ("stop", "longer than 3 s"), ("eat", "1.0 GB of memory")]
)
def test_what_costs_a_worker_is_tried_once_more_alone_and_passed_over(bad, reason):
    found = done(labour.or_die, [("a", "b"), ("c", bad, "d"), ("e",), ("f", "g")])
    assert [part for part in found if not isinstance(part, Lost)] == [["a", "b"], ["c"], ["d"], ["e"], ["f", "g"]]
    lost = found[2]
    assert isinstance(lost, Lost)
    assert lost.item == bad
    assert reason in lost.reason


def test_what_goes_well_the_second_time_is_kept(tmp_path):
    found = done(partial(labour.once, folder=tmp_path), [("a", "once-1"), ("once-2",)])
    assert found == [["a"], ["once-1"], ["once-2"]]


def test_long_answers_and_long_batches_pass():
    found = done(labour.or_die, [("big",), ("x" * 3_000_000,)])
    assert [len(part[0]) for part in found] == [3_000_000, 3_000_000]


def test_an_exception_ends_the_run():
    with pytest.raises(ZeroDivisionError):
        done(labour.or_die, [("raise",)])


def test_what_keeps_workers_from_getting_ready_is_told():
    with pytest.raises(LookupError, match="no model"):
        done(labour.squares, [(1,)], prepare=labour.not_prepared)
    with pytest.raises(WorkerError, match="exit code 3"):
        done(labour.squares, [(1,)], prepare=labour.never_ready)


def test_who_stops_listening_leaves_no_worker_behind():
    results = run(labour.squares, [(n,) for n in range(100)], 2)
    assert next(results) == [0]
    assert active_children()
    results.close()
    assert not active_children()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs the kernel's word that a parent died")
@pytest.mark.parametrize("stopped", [False, True])
def test_a_killed_parent_takes_its_workers_with_it(tmp_path, stopped):
    words = "import labour, sys; from newsclaim.parallel import run; list(run(labour.slow, [sys.argv[1:]] * 2, 2))"
    folder = str(Path(__file__).parent)
    parent = subprocess.Popen([sys.executable, "-c", words, str(tmp_path)], env={**os.environ, "PYTHONPATH": folder})
    until(lambda: len(list(tmp_path.glob("*"))) == 2)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    if stopped:
        for worker in workers:
            os.kill(worker, signal.SIGSTOP)
    parent.kill()
    parent.wait()
    until(lambda: not any(map(alive, workers)))


def test_batches_hold_so_many_items_and_so_much():
    items = ["aaaa", "b", "c", "d", "eeeeeeeeee", "f"]
    assert list(batched(items, 3, len, 5)) == [("aaaa", "b"), ("c", "d"), ("eeeeeeeeee",), ("f",)]
    assert list(batched(items[1:4], 2, len, 99)) == [("b", "c"), ("d",)]


def alive(pid):
    return state(pid) not in ("", "Z", "X")


def state(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def until(true, seconds=60):
    for _ in range(seconds * 20):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it never came to it")
