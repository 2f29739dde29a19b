"""The parent's side: hands batches to workers, waits for answers, replaces workers that are lost."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Generic, Self, TypeVar

from newsclaim.errors import WorkerError
from newsclaim.parallel.worker import Answer, serve

A = TypeVar("A")
#: So many batches per worker are begun or done before the oldest is finished.
_AHEAD = 4
#: A worker has so many seconds to get ready; so many in a row that do not mean that none ever will.
_START = 300.0
_MOST_STILLBORN = 3


def _a_minute(batch: Sequence[Any]) -> float:  # noqa: ARG001 - a batch of anything
    return 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What a batch may take: seconds, by the batch, and bytes of memory beyond what a prepared worker has."""

    seconds: Callable[[Sequence[Any]], float] = _a_minute
    memory: int = 3 << 30


@dataclass(frozen=True, slots=True)
class Lost(Generic[A]):
    """An item that cost a worker twice, and what became of the second one."""

    item: A
    reason: str


@dataclass(slots=True)
class _Slot:
    """The place of a batch in the order of results, and the answers for its parts."""

    parts: int = 1
    answers: dict[int, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Task:
    """Items for a worker; `part` is their place in the slot, `alone` says that they were lost before."""

    items: Sequence[Any]
    slot: _Slot
    part: int = 0
    alone: bool = False


class _Worker:
    """A process, and a thread that talks to it: neither a stopped nor a dead process ever blocks the parent."""

    def __init__(self, events: SimpleQueue[tuple[_Worker, Answer | None]], *work: object) -> None:
        context = get_context("spawn")  # a forked process would inherit an open database connection
        self._connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, os.getpid(), *work), daemon=True)
        self.process.start()
        theirs.close()
        self.task: _Task | None = None
        self.ready = False
        self.overdue = False
        self.deadline = time.monotonic() + _START
        self._events = events
        self._batches: SimpleQueue[Sequence[Any] | None] = SimpleQueue()
        Thread(target=self._talk, daemon=True).start()

    def begin(self, task: _Task) -> None:
        self.task = task
        self._batches.put(task.items)

    def kill(self, patience: float = 0.0) -> None:
        self.process.join(patience)
        self.process.kill()
        self.process.join()
        self._batches.put(None)

    def _talk(self) -> None:
        try:
            self._events.put((self, self._connection.recv()))
            while (batch := self._batches.get()) is not None:
                self._connection.send(batch)
                self._events.put((self, self._connection.recv()))
        except (EOFError, OSError):
            self._events.put((self, None))
        self._connection.close()


class Pool:
    """Some workers; use it as a context manager, so that none outlives it."""

    def __init__(
        self, function: Callable[[Any], Any], prepare: Callable[[], object], workers: int, limits: Limits
    ) -> None:
        self._work = (function, prepare, limits.memory)
        self._limits = limits
        self._size = workers
        self._events: SimpleQueue[tuple[_Worker, Answer | None]] = SimpleQueue()
        self._workers: set[_Worker] = set()
        self._again: deque[_Task] = deque()
        self._stillborn = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self._workers:
            worker.kill()

    def outcomes(self, batches: Iterable[Sequence[Any]]) -> Iterator[Any]:
        """Yield what became of each batch, in order: its result, or that of each of its items alone."""
        slots: deque[_Slot] = deque()
        source = iter(batches)
        while True:
            while self._has_room() and (task := self._next(source, slots)):
                self._give(task)
            if slots and len(slots[0].answers) == slots[0].parts:
                slot = slots.popleft()
                yield from (slot.answers[part] for part in range(slot.parts))
            elif slots:
                self._listen()
            else:
                return

    def _has_room(self) -> bool:
        return len(self._workers) < self._size or any(worker.task is None for worker in self._workers)

    def _next(self, source: Iterator[Sequence[Any]], slots: deque[_Slot]) -> _Task | None:
        if self._again:
            return self._again.popleft()
        if len(slots) >= _AHEAD * self._size or (items := next(source, None)) is None:
            return None
        slots.append(_Slot())
        return _Task(items, slots[-1])

    def _give(self, task: _Task) -> None:
        worker = next((worker for worker in self._workers if worker.task is None), None)
        if worker is None:
            worker = _Worker(self._events, *self._work)
            self._workers.add(worker)
        worker.begin(task)
        if worker.ready:
            worker.deadline = time.monotonic() + self._limits.seconds(task.items)

    def _listen(self) -> None:
        """Take one answer, or end the workers whose time is over."""
        now = time.monotonic()
        busy = [worker for worker in self._workers if worker.task and not worker.overdue]
        nearest = min((worker.deadline for worker in busy), default=now + 1)
        try:
            worker, answer = self._events.get(timeout=max(0.0, nearest - now))
        except Empty:
            for late in (worker for worker in busy if worker.deadline <= time.monotonic()):
                late.overdue = True
                late.process.kill()  # the end of the pipe is the event that follows
            return
        if worker in self._workers and worker.task:
            self._take(worker, worker.task, answer)

    def _take(self, worker: _Worker, task: _Task, answer: Answer | None) -> None:
        if answer is not None and answer.error is not None:
            raise answer.error
        if answer is None or answer.no_memory:
            self._bury(worker, task, answer)
        elif worker.ready:
            task.slot.answers[task.part] = answer.value
            worker.task = None
        else:
            worker.ready = True
            self._stillborn = 0
            worker.deadline = time.monotonic() + self._limits.seconds(task.items)

    def _bury(self, worker: _Worker, task: _Task, answer: Answer | None) -> None:
        """Take leave of a worker; its items are tried again, each alone, those that were alone are lost."""
        worker.kill(patience=0.0 if answer else 1.0)  # for the exit code of one that is ending
        self._workers.remove(worker)
        reason = self._reason(worker, task, answer)
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn == _MOST_STILLBORN:
                raise WorkerError(f"worker processes do not start: {reason}. Work in one process with --workers 1.")
            self._again.appendleft(task)
        elif task.alone:
            task.slot.answers[task.part] = Lost(task.items[0], reason)
        else:
            task.slot.parts = len(task.items)
            self._again.extend(_Task((item,), task.slot, part, alone=True) for part, item in enumerate(task.items))

    def _reason(self, worker: _Worker, task: _Task, answer: Answer | None) -> str:
        if answer is not None:
            return f"it took more than {self._limits.memory / (1 << 30):.1f} GB of memory"
        if worker.overdue:
            return f"it took longer than {self._limits.seconds(task.items) if worker.ready else _START:.0f} s"
        code = worker.process.exitcode or 0
        return f"the worker process died ({f'signal {-code}' if code < 0 else f'exit code {code}'})"
