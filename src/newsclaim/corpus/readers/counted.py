"""Documents of a file that says itself how many it holds: what was found is held against that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsclaim.corpus.readers.document import Raw, Remark
from newsclaim.corpus.readers.reader import Item


def counted(items: Iterable[Item], stated: int | None) -> Iterator[Item]:
    """Pass the documents on, told apart where two say the same; at the end tell when not all were read.

    Args:
        items: what a file holds.
        stated: how many documents it says it holds.
    """
    seen: Counter[str] = Counter()
    read = 0
    for item in items:
        if not isinstance(item, Raw):
            yield item
            continue
        read += 1
        number = item.number or str(read)
        seen[number] += 1
        yield replace(item, number=number if seen[number] == 1 else f"{number}-{seen[number]}")
    if stated is not None and read != stated:
        yield Remark(f"the file says that it holds {stated} documents; {read} {'was' if read == 1 else 'were'} read")
