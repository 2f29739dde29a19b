"""How a worker's memory grows over many articles, MB of its process after each tenth of them.

    python -P benchmarks/growth.py 20000 [--words 60] [--seed 1]

The articles are those of `corpus.py`, of each no more words than are asked for (0: all), so that the number of names
and words that a worker keeps something of is measured without the hours that whole articles take. They come in batches
as an ingest makes them, in one process, and what is found is thrown away.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import corpus as made_up
from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.ingest.work import Input, work
from newsclaim.models import Article
from newsclaim.parallel import batched
from newsclaim.pipeline import BATCH_ROOM, BATCH_SIZE


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int)
    options.add_argument("--words", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--shared", type=Path, default=made_up.ROOT.parent / "shared")
    given = options.parse_args()
    done, tenth, begin = 0, max(1, given.articles // 10), time.process_time()
    articles = cut(made_up.corpus(given.articles, given.shared, given.seed), given.words)
    for batch in batched(articles, BATCH_SIZE, lambda one: len(one.text), BATCH_ROOM):
        work([Input(article, article.sha256, article.id) for article in batch], DEFAULT_MODEL)
        before, done = done, done + len(batch)
        if done // tenth > before // tenth:
            print(f"{done:7} articles: {resident():4.0f} MB, {time.process_time() - begin:5.0f} s CPU", flush=True)
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def cut(several: Iterator[made_up.Written], words: int) -> Iterator[Article]:
    """Yield the articles, each cut off behind the paragraph in which it has so many words."""
    for written in several:
        fields = made_up.record(written)
        text, kept = fields.pop("text"), 0
        paragraphs: list[str] = []
        for paragraph in text.split("\n\n"):
            if words and kept >= words:
                break
            paragraphs.append(paragraph)
            kept += len(paragraph.split())
        yield make_article("\n\n".join(paragraphs), **fields)


def resident() -> float:
    """Return the memory that the process holds now, in MB."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / (1 << 20)


if __name__ == "__main__":
    main()
