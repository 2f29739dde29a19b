"""Memory and time of reading one large file: a table and a web archive of N articles, against a quarter of it.

    python -P benchmarks/reading.py 10000

Each file is made of invented words and read in a process of its own. Printed are the CPU seconds, the highest memory of
the process, and its growth from N/4 to N articles: flat means some 1.0.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

#: Paragraphs of an article, and words of each.
_PARAGRAPHS, _WORDS = 8, 60
_READ = """
import resource, sys
from pathlib import Path
from newsclaim.corpus import read
from newsclaim.models import Article
read_ = sum(isinstance(entry, Article) for entry in read([Path(sys.argv[1])]))
used = resource.getrusage(resource.RUSAGE_SELF)
print(read_, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int, nargs="?", default=10_000)
    several = options.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        for kind, write in (("csv", table), ("warc.gz", archive)):
            measured = []
            for number in (several // 4, several):
                path = Path(folder, f"articles.{kind}")
                write(path, number)
                measured.append(reading(path))
            (_, _, small), (read, seconds, large) = measured
            growth = f"{large / small:.2f} x the memory of a quarter"
            print(f"{kind}: {read} articles, {seconds:.1f} s CPU, {large:.0f} MB, {growth}")


def reading(path: Path) -> tuple[int, float, float]:
    """Return articles read, CPU seconds and megabytes at most."""
    command = [sys.executable, "-P", "-c", _READ, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    read, seconds, megabytes = done.stdout.split()
    return int(read), float(seconds), float(megabytes)


def texts(number: int) -> Iterator[tuple[str, str, list[str]]]:
    """Yield day, title and paragraphs of articles of invented words."""
    draw = random.Random(number)  # noqa: S311 - no secret
    words = ["".join(draw.choices("aeioubdfklmnprst", k=draw.randrange(2, 10))) for _ in range(5000)]
    for n in range(number):
        paragraphs = [" ".join(draw.choices(words, k=_WORDS)).capitalize() + "." for _ in range(_PARAGRAPHS)]
        yield f"2024-{1 + n % 12:02}-{1 + n % 28:02}", " ".join(draw.choices(words, k=6)).capitalize(), paragraphs


def table(path: Path, number: int) -> None:
    """Write a table of so many articles."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["date", "title", "outlet", "text"])
        for day, title, paragraphs in texts(number):
            rows.writerow([day, title, "Harbour Wire", "\n\n".join(paragraphs)])


def archive(path: Path, number: int) -> None:
    """Write a web archive of so many pages."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for n, (day, title, paragraphs) in enumerate(texts(number)):
            body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            page = (
                f"<html><head><title>{title}</title><meta property='article:published_time' content='{day}'></head>"
                f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
            )
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            address = f"http://news.example/{n}"
            writer.write_record(
                writer.create_warc_record(address, "response", payload=io.BytesIO(page.encode()), http_headers=headers)
            )


if __name__ == "__main__":
    main()
