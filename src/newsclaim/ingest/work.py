"""What is done with a batch of articles, here or in a worker process: extracted, and packed for the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsclaim.corpus import Failure
from newsclaim.errors import InternalError
from newsclaim.models import Article
from newsclaim.pipeline import extract_batch
from newsclaim.store import Packed, Processed
from newsclaim.timings import Timings


@dataclass(frozen=True, slots=True)
class Input:
    """An article on its way in, with its fingerprint and the absolute path of its file."""

    article: Article
    fingerprint: str
    location: str

    def failure(self, error: InternalError) -> Failure:
        """Return that it could not be analysed or stored, and why."""
        return Failure(self.article.path or self.article.id, str(error))


@dataclass
class Done:
    """What became of a batch: rows for the store, articles that failed with their file, seconds."""

    packed: list[Packed] = field(default_factory=list)
    failed: list[tuple[str, Failure]] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)

    def fail(self, one: Input, error: InternalError) -> None:
        """Note that an article failed."""
        self.failed.append((one.location, one.failure(error)))

    @property
    def size(self) -> int:
        """Return how many articles the batch had."""
        return len(self.packed) + len(self.failed)


def work(batch: Sequence[Input], model: str) -> Done:
    """Return the rows of all articles; one that breaks a rule of ours costs itself only."""
    inputs = {one.article.id: one for one in batch}
    found = extract_batch([one.article for one in batch], model)
    done = Done(timings=found.timings)
    for broken in found.broken:
        done.fail(inputs[broken.article.id], broken.error)
    with done.timings.of("pack"):
        for extraction in found.found:
            one = inputs[extraction.article.id]
            try:
                done.packed.append(Processed(extraction, one.fingerprint, one.location).packed())
            except ValueError as error:
                done.fail(one, InternalError.of(f"store the article {one.article.id!r}", error))
    return done
