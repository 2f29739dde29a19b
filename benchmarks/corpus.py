"""Makes a corpus of any size from the Wikinews texts, with a file that tells what is whose copy, update or story.

    python -P benchmarks/corpus.py 20000 --jsonl build/corpus.jsonl [--truth build/truth.jsonl] [--seed 1]
    python -P benchmarks/corpus.py 3000 --files build/corpus

The same N and seed give the same bytes; of two corpora of one seed the smaller is the beginning of the larger.
Articles are written one by one, in order of publication, so that memory stays flat.

Each story takes one Wikinews article and changes its names, places, dates, numbers and most of its rarer words, in one
way for all its articles. Who tells it, and how, is drawn at the rates below:

* `base`: title, lead and paragraphs of the source in turn with some of another one;
* `copy`: the text of an agency's base, with a dateline, a credit or none, at times cut short, under another title;
* `carrier`: an account of its own that carries one to three paragraphs of the base word for word;
* `update`: a later article of the base's outlet: numbers grown, some paragraphs kept, others new;
* `retelling`: an account of its own of the same event: other sentences of the source, the same names and quotations;
* `single`: a story that nobody else tells.

Every outlet has furniture of its own (requests, a photo credit, a passage of background) that stands in many of its
articles. The truth file has a line for each article, `{"id", "story", "kind", "of", "outlet", "carried": words}`, where
`of` is the id of the article whose text it has or carries.
"""

from __future__ import annotations

import argparse
import datetime as dt
import heapq
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from templates import Draw, Source, Story, drawn, load, made

ROOT = Path(__file__).resolve().parent.parent
FIRST_DAY = dt.date(2023, 1, 2)
#: Articles a day: a corpus of 20,000 spans 100 days.
A_DAY = 200
#: Share of stories that only one article tells; the others have 2 to 12, few of them many.
SINGLE = 0.45
#: What the further articles of a story are.
RATES = {"copy": 0.35, "carrier": 0.2, "update": 0.2, "retelling": 0.25}
#: Copies: how they name the agency, and how often their end is cut off.
CREDITS = {"dateline": 0.4, "credit": 0.2, "none": 0.4}
CUT = 0.3
FURNITURE = 0.35
AGENCIES = ("Harbour Wire", "Norland News Agency", "Continental Press", "Reuters", "AFP")
OUTLETS = 60


@dataclass
class Written:
    """An article with what is true of it."""

    day: dt.date
    outlet: str
    title: str
    paragraphs: list[str]
    story: int
    kind: str
    of: str | None = None
    carried: int = 0
    credit: str = ""
    id: str = ""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jsonl", type=Path)
    options.add_argument("--files", type=Path)
    options.add_argument("--truth", type=Path)
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    given = options.parse_args()
    if not (given.jsonl or given.files):
        options.error("say where to: --jsonl FILE or --files FOLDER")
    write(corpus(given.articles, given.shared, given.seed), given.jsonl, given.files, given.truth)


def write(articles: Iterator[Written], jsonl: Path | None, files: Path | None, truth: Path | None) -> None:
    for place in (jsonl, truth):
        if place:
            place.parent.mkdir(parents=True, exist_ok=True)
    told = truth.open("w", encoding="utf8") if truth else None
    lines = jsonl.open("w", encoding="utf8") if jsonl else None
    for article in articles:
        if lines:
            lines.write(json.dumps(record(article), ensure_ascii=False) + "\n")
        if files:
            place = files / f"{article.id}.txt"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(as_file(article), encoding="utf8")
        if told:
            told.write(json.dumps(truth_of(article)) + "\n")
    for stream in filter(None, (told, lines)):
        stream.close()


def record(article: Written) -> dict[str, Any]:
    return {
        "id": article.id, "title": article.title, "outlet": article.outlet, "published": article.day.isoformat(),
        "url": f"https://news.example/{article.id}", "text": text_of(article),
    }  # fmt: skip


def as_file(article: Written) -> str:
    head = f"title: {json.dumps(article.title, ensure_ascii=False)}\nsitename: {article.outlet}\ndate: {article.day}\n"
    return f"---\n{head}---\n\n{text_of(article)}\n"


def text_of(article: Written) -> str:
    return "\n\n".join([article.title, *article.paragraphs])


def truth_of(article: Written) -> dict[str, Any]:
    return {
        "id": article.id, "story": article.story, "kind": article.kind, "of": article.of, "outlet": article.outlet,
        "carried": article.carried,
    }  # fmt: skip


# -- stories -----------------------------------------------------------------------------------------------------------


def corpus(wanted: int, shared: Path, seed: int = 1) -> Iterator[Written]:
    """Yield articles in order of publication; the articles of a story that begins later are later."""
    sources = load(shared / "bench" / "wikinews")
    waiting: list[tuple[dt.date, int, Written]] = []
    count, made = 0, 0
    for number in range(wanted):
        day = FIRST_DAY + dt.timedelta(days=made // A_DAY)
        while waiting and waiting[0][0] < day and count < wanted:
            yield heapq.heappop(waiting)[2]
            count += 1
        if count >= wanted:
            return
        for article in told(number, sources, day, seed):
            heapq.heappush(waiting, (article.day, made, article))
            made += 1


def told(number: int, sources: Sequence[Source], day: dt.date, seed: int) -> Iterator[Written]:
    """Yield the articles of one story."""
    draw = Draw(f"{seed} {number}")
    story = Story(number, draw.choice(sources), draw.choice(sources), draw.getrandbits(40), day)
    size = 1 if draw.random() < SINGLE else min(12, 2 + int(draw.expovariate(0.4)))
    kinds = draw.choices(list(RATES), list(RATES.values()), k=size - 1)
    outlets = draw.sample(outlet_names(), size)
    base = Written(day, outlets[0], story.title(), based(story, draw), number, "base" if kinds else "single")
    if "copy" in kinds:
        base.outlet = draw.choice(AGENCIES)
    named(base, number, 0)
    own = list(base.paragraphs)
    yield furnished(base, draw)
    for place, kind in enumerate(kinds, start=1):
        article = MAKERS[kind](story, base, own, draw)
        article.outlet = base.outlet if kind == "update" else outlets[place]
        named(article, number, place)
        yield furnished(credited(article, base, draw) if kind == "copy" else article, draw)


def named(article: Written, story: int, place: int) -> None:
    folder = re.sub(r"\W+", "-", article.outlet.lower())
    article.id = f"{folder}/{article.day}-{story:06}-{place:02}"


def based(story: Story, draw: Draw) -> list[str]:
    """The source's paragraphs, and some of another article's among them."""
    own = story.paragraphs()
    fill = story.paragraphs(story.other)
    draw.shuffle(fill)
    for paragraph in fill[: draw.randrange(3)]:
        own.insert(draw.randrange(1, len(own) + 1), paragraph)
    return own


def copied(story: Story, base: Written, own: list[str], draw: Draw) -> Written:
    kept = own[: max(2, round(len(own) * draw.uniform(0.6, 0.95)))] if draw.random() < CUT else own
    title = base.title if draw.random() < 0.4 else other_title(story, draw)
    day = story.day + dt.timedelta(days=draw.choice((0, 0, 0, 1)))
    return Written(day, "", title, list(kept), story.number, "copy", base.id, count(kept))


def carrier(story: Story, base: Written, own: list[str], draw: Draw) -> Written:
    long = [paragraph for paragraph in own if len(paragraph.split()) >= 40] or own[:1]
    taken = draw.sample(long, min(len(long), draw.choice((1, 1, 2, 3))))
    rest = retold(story, own, draw)
    for paragraph in taken:
        rest.insert(draw.randrange(1, len(rest) + 1), paragraph)
    day = story.day + dt.timedelta(days=draw.choice((0, 1, 1, 2)))
    return Written(day, "", other_title(story, draw), rest, story.number, "carrier", base.id, count(taken))


def updated(story: Story, base: Written, own: list[str], draw: Draw) -> Written:
    later = Story(story.number, story.source, story.other, story.salt, story.day, draw.uniform(1.1, 2), story.known)
    grown = later.paragraphs()
    kept = [paragraph for paragraph in own[1:] if draw.random() < 0.4]
    fresh = [paragraph for paragraph in grown[:1] if paragraph not in kept]
    new = later.paragraphs(story.other)[: draw.randrange(1, 4)]
    day = story.day + dt.timedelta(days=draw.choice((1, 1, 2, 3)))
    text = [*fresh, *new, *kept]
    return Written(day, "", later.title(), text, story.number, "update", base.id, count(kept))


def retelling(story: Story, _base: Written, own: list[str], draw: Draw) -> Written:
    day = story.day + dt.timedelta(days=draw.choice((0, 0, 1, 2)))
    return Written(day, "", other_title(story, draw), retold(story, own, draw), story.number, "retelling")


def retold(story: Story, own: list[str], draw: Draw) -> list[str]:
    """Another account: sentences cut short and set together in another way, quotations as they are."""
    sentences = [s for paragraph in own for s in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", paragraph)]
    kept = [_outside_marks(s, draw) for s in sentences if draw.random() < 0.45]
    draw.shuffle(kept)
    fill = story.paragraphs(story.other)
    paragraphs = [" ".join(kept[k : k + 3]) for k in range(0, len(kept), 3)] or [other_title(story, draw) + "."]
    return paragraphs + draw.sample(fill, min(len(fill), 2))


def _outside_marks(sentence: str, draw: Draw) -> str:
    parts = re.split(r"([“\"][^“”\"]*[”\"])", sentence)
    return "".join(part if place % 2 else reworded(part, draw) for place, part in enumerate(parts))


def reworded(text: str, draw: Draw) -> str:
    """Return the text with every run of words broken: no five in a row are the source's."""
    parts = re.split(r"( +)", text)
    for place in range(6, len(parts), 8):
        parts[place] += draw.choice((" also", " now", " then", " there", " still", " too", " again", " later"))
    return "".join(parts)


MAKERS: dict[str, Callable[[Story, Written, list[str], Draw], Written]] = {
    "copy": copied, "carrier": carrier, "update": updated, "retelling": retelling,
}  # fmt: skip


def other_title(story: Story, draw: Draw) -> str:
    words = story.title().split()
    cut = words[: max(3, len(words) - draw.randrange(1, 4))]
    return draw.choice(("{}, officials say", "{}: what is known", "Latest: {}", "{} - reports")).format(" ".join(cut))


def credited(article: Written, base: Written, draw: Draw) -> Written:
    article.credit = draw.choices(list(CREDITS), list(CREDITS.values()))[0]
    if article.credit == "dateline":
        place = made("place", "dateline", article.story).upper()
        article.paragraphs[0] = f"{place} ({base.outlet}) - {article.paragraphs[0]}"
    elif article.credit == "credit":
        article.paragraphs.append(f"{base.outlet} contributed to this report.")
    return article


def furnished(article: Written, draw: Draw) -> Written:
    """The article with some of its outlet's furniture."""
    lines = furniture(article.outlet)
    for line in lines:
        if draw.random() < FURNITURE:
            article.paragraphs.insert(draw.randrange(1, len(article.paragraphs) + 1), line)
    return article


@cache
def furniture(outlet: str) -> tuple[str, ...]:
    place, person = made("place", outlet), made("surname", outlet)
    return (
        f"Sign up for the {outlet} newsletter to get the day's news every morning.",
        f"Photo: A street in {place}. © AFP",
        (
            f"{outlet} has covered {place} for more than {drawn(outlet) % 70 + 20} years; its reporters, led by the "
            f"editor {person}, follow the courts, the council and the schools of the county every working day."
        ),
    )


@cache
def outlet_names() -> tuple[str, ...]:
    kinds = ("Herald", "Courier", "Tribune", "Gazette", "Post", "Ledger", "Daily", "Observer")
    draw = Draw("outlets")
    names: dict[str, None] = {}
    while len(names) < OUTLETS:
        names[f"{made('place', draw.random())} {draw.choice(kinds)}"] = None
    return tuple(names)


def count(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


if __name__ == "__main__":
    main()
