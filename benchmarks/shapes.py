"""How time grows with the length of texts of nasty shapes: what is made of twice as much takes about twice as long.

    python -P benchmarks/shapes.py [--size 12000] [--only NAME …] [--model]

Each shape is read and analysed at four lengths, each twice that of the one before; the ratio is that of the two longest
ones, in CPU seconds, the quicker of three runs each, all in one process. Without `--model` the language model's part is
left out where only reading is asked for: blocks, repairs, damages, language. Exit code 1 when a ratio is above 2.3.
"""

from __future__ import annotations

import argparse
import base64
import random
import sys
import time
from collections.abc import Callable

from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.language import foreign
from newsclaim.pipeline import extract_batch
from newsclaim.repair import glue, legible, problems

MOST = 2.3
SENTENCE = "Ada Brook, the mayor of Oldport, said on Monday that 3,000 boats were lost in the storm. "
CHAT = "[12:04] ana: we wait here\n[12:05] ben: “ok,” said ana\n"
ROW = "2024-10-21,Oldport,3000,12.5%,Ada Brook\n"
CODE = '<div class="a"><p>Ada said: &ldquo;no&rdquo;</p><a href="http://a.example/b?c=1&amp;d=2">x</a></div>\n'
_RANDOM = random.Random(1)  # noqa: S311 - a shape, no secret


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def drawn(letters: str) -> Callable[[int], str]:
    return lambda size: "".join(_RANDOM.choices(letters, k=size))


SHAPES: dict[str, Callable[[int], str]] = {
    "one letter": repeated("a"),
    "digits": repeated("1234567890"),
    "digits and blanks": repeated("12 345 "),
    "commas": repeated("a, "),
    "only marks": repeated(".,;:!? "),
    "pipes": repeated("| a | b "),
    "brackets": repeated("(("),
    "closed brackets": repeated("(a) [b] "),
    "open quotes": repeated("“a "),
    "straight quotes": repeated('"a" '),
    "names": repeated("Ada Brook "),
    "said": repeated("said "),
    "said he": repeated("“No,” said he. "),
    "one sentence": repeated("and the boats of the harbour were lost "),
    "sentences": repeated(SENTENCE),
    "one paragraph each": repeated(SENTENCE + "\n\n"),
    "emoji": repeated("🙂🚢 "),
    "Chinese": repeated("海港里的船昨天晚上沉没了。"),
    "base64": lambda size: base64.b64encode(_RANDOM.randbytes(size)).decode()[:size],
    "HTML": repeated(CODE),
    "chat": repeated(CHAT),
    "CSV": repeated(ROW),
    "line breaks": repeated("\n"),
    "blanks": repeated(" "),
    # ten of our own
    "addresses": repeated("www.port.example/a.The "),
    "glued sentences": repeated("boats.The crew,however,left"),
    "capitals inside": repeated("saidRead theUnited "),
    "ampersands": repeated("&amp;&lt;&#8220; "),
    "stars": repeated("**a** _b_ "),
    "links": repeated("[a](http://b.example) "),
    "dashes": repeated("— - – "),
    "percent": repeated("12% to 15% of 3,000 "),
    "titles": repeated("President Prime Minister Gen. "),
    "read more": repeated("Read more: Watch: Photo: "),
    "wrapped lines": repeated("the boats of\nthe harbour\n"),
    "noise": drawn("aB1 .,“”\"'()|&<>\n"),
}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=12_000, help="characters of the shortest text")
    options.add_argument("--only", nargs="*", default=list(SHAPES))
    options.add_argument("--model", action="store_true", help="the whole extraction, with the language model")
    given = options.parse_args()
    worst = 0.0
    work = extracted if given.model else read
    for name in given.only:
        texts = [SHAPES[name](given.size << power) for power in range(3 if given.model else 4)]
        seconds = [min(taken(work, text) for _ in range(3)) for text in texts]
        ratio = seconds[-1] / seconds[-2]
        worst = max(worst, ratio)
        each = "  ".join(f"{one * 1000:8.1f}" for one in seconds)
        print(f"{name:20} {each} ms  × {ratio:.2f}{'  !' if ratio > MOST else ''}", flush=True)
    print(f"worst: × {worst:.2f}")
    return int(worst > MOST)


def read(text: str) -> None:
    glue._kept.cache_clear()  # noqa: SLF001 - what was read before is no measure
    article = make_article(text)
    foreign(legible(article).article)
    list(problems(text))


def extracted(text: str) -> None:
    batch = extract_batch([make_article(text)], DEFAULT_MODEL)
    if batch.broken:
        raise batch.broken[0].error


def taken(work: Callable[[str], None], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


if __name__ == "__main__":
    sys.exit(main())
