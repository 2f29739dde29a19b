"""Peak of memory while one long text is read, analysed and packed, each size in a process of its own.

    python -P benchmarks/longtexts.py prose 1 2 4 10             # millions of characters
    python -P benchmarks/longtexts.py digits base64 "one letter" 10

`prose` is the Wikinews articles one behind the other, again and again; other names are shapes of `shapes.py`.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from shapes import SHAPES

from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.ingest.work import Input, work

ROOT = Path(__file__).resolve().parent.parent
PROSE = "prose"
A_MILLION = 1_000_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", nargs="+", help="names of texts, then sizes in millions of characters")
    options.add_argument("--articles", type=Path, default=ROOT.parent / "shared/bench/wikinews")
    options.add_argument("--here", action="store_true", help="the only text and size in this process")
    given = options.parse_args()
    names = [one for one in given.what if one in {PROSE, *SHAPES}]
    sizes = [float(one) for one in given.what if one not in names]
    for name in names:
        for size in sizes:
            if given.here:
                measure(name, size, given.articles)
            else:
                command = [sys.executable, "-P", __file__, name, str(size), "--articles", given.articles, "--here"]
                subprocess.run(command, check=False)


def measure(name: str, size: float, articles: Path) -> None:
    length = int(size * A_MILLION)
    text = prose(articles, length) if name == PROSE else SHAPES[name](length)
    done = work([Input(make_article(text), "", "/text")], DEFAULT_MODEL)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    found = sum(len(one.findings.quotes) + len(one.findings.claims) for one in done.packed)
    print(
        f"{name:20} {size:5.1f} million characters: {usage.ru_maxrss / 1024:6.0f} MB, "
        f"{usage.ru_utime + usage.ru_stime:6.0f} s CPU, {found} quotes and claims, {len(done.failed)} failed",
        flush=True,
    )


def prose(articles: Path, length: int) -> str:
    texts = [path.read_text(encoding="utf8") for path in sorted(articles.glob("wn*.txt"))]
    whole = "\n\n".join(texts)
    return (f"{whole}\n\n" * (length // len(whole) + 1))[:length]


if __name__ == "__main__":
    main()
