"""What the stages of the corpus cost, and how well they find what `corpus.py` has put into a corpus of any size.

    python -P benchmarks/corpuscost.py 20000 [--seed 1] [--pipe 200] [--keep build/corpus.db]

Articles are stored as `ingest` would store them, but with quotes that are told by quotation marks alone, since only the
stages are measured: stories, copies and statements over all articles, then with one more article. CPU seconds; the
share is that of the language model as installed (`nlp.pipe` over `--pipe` of the articles, by words). Against the
truth: pairs of articles of one story, with the same text (copies and what they copy, and copies of one text), and with
passages (a carrier or update and its base or the copies of it).
"""

from __future__ import annotations

import argparse
import itertools
import re
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newsclaim.config import Settings
from newsclaim.corpus import make_article
from newsclaim.derive.statements import STATEMENTS
from newsclaim.derive.stories import STORIES
from newsclaim.models import Article, Extraction, PipelineInfo, Quote, Span
from newsclaim.parallel import batched
from newsclaim.store import Processed, Store
from newsclaim.store.filters import Filter
from newsclaim.text import sha256, stable_id

sys.path.insert(0, str(Path(__file__).parent))
import corpus as made_up

INFO = PipelineInfo(version="benchmark", model="none")
SETTINGS = Settings()
_MARKED = re.compile(r"[“\"]([^“”\"\n]{12,})[”\"]")
Pairs = set[frozenset[str]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--pipe", type=int, default=200)
    options.add_argument("--keep", type=Path)
    options.add_argument("--shared", type=Path, default=made_up.ROOT.parent / "shared")
    given = options.parse_args()
    articles = list(made_up.corpus(given.articles + 1, given.shared, given.seed))
    truth = [made_up.truth_of(article) for article in articles[:-1]]
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "corpus.db"
        with Store(path, create=True) as store:
            words, quotes = saved(store, articles[:-1])
            cost = staged(store)
            print(f"{given.articles} articles, {words} words, {quotes} quotes")
            if given.pipe:
                pipe = piped([article_of(a) for a in articles[: given.pipe]]) * words
                print(f"stages {cost:.1f} s, language model {pipe:.0f} s: {cost / pipe:.2%}")
            judge(store, truth)
            saved(store, articles[-1:])
            print("one more article:")
            staged(store)
            with timed("groups of statements"):
                from newsclaim.stories.statements.groups import groups

                found = groups(store.sayings(Filter()), store.likenesses())
            print(f"{len(found)} statements in several articles")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def article_of(written: made_up.Written) -> Article:
    record = made_up.record(written)
    return make_article(record.pop("text"), **record)


def saved(store: Store, articles: Sequence[made_up.Written]) -> tuple[int, int]:
    """Store articles; return how many words and quotes they have."""
    words = quotes = 0
    for portion in batched(articles, 500, lambda _: 0, 1):
        several = [extraction(article_of(written)) for written in portion]
        store.save(Processed(one, sha256(one.article.text), one.article.id) for one in several)
        words += sum(len(one.article.text.split()) for one in several)
        quotes += sum(len(one.quotes) for one in several)
    return words, quotes


def extraction(article: Article) -> Extraction:
    quotes = tuple(
        Quote(
            id=stable_id("q", article.id, found.start()), kind="direct", rule="marks",
            spans=(Span(start=found.start(1), end=found.end(1), text=found[1]),),
        )
        for found in _MARKED.finditer(article.text)
    )  # fmt: skip
    return Extraction(pipeline=INFO, article=article, quotes=quotes)


def staged(store: Store) -> float:
    begin = time.process_time()
    for stage in (STORIES, STATEMENTS):
        with timed(stage.name):
            stage.make(store, SETTINGS)
    return time.process_time() - begin


@contextmanager
def timed(name: str) -> Iterator[None]:
    begin = time.process_time()
    yield
    print(f"  {name}: {time.process_time() - begin:.2f} s")


def piped(articles: Iterable[Article]) -> float:
    """Return CPU seconds of the language model per word."""
    import spacy

    nlp = spacy.load(SETTINGS.model)
    texts = [article.text for article in articles]
    list(nlp.pipe(texts[:5]))
    begin = time.process_time()
    list(nlp.pipe(texts))
    return (time.process_time() - begin) / sum(len(text.split()) for text in texts)


def judge(store: Store, truth: Sequence[dict[str, object]]) -> None:
    contexts = store.contexts()
    story: dict[object, list[str]] = defaultdict(list)
    found: dict[str, list[str]] = defaultdict(list)
    root = {article: context.copy_of or article for article, context in contexts.items()}
    original, texts = {}, defaultdict(list)
    for row in truth:
        story[row["story"]].append(str(row["id"]))
        found[contexts[str(row["id"])].story].append(str(row["id"]))
        original[row["id"]] = row["of"] if row["kind"] == "copy" else row["id"]
    for article in root:
        texts[original[article]].append(article)
    tell("stories", pairs(found.values()), pairs(story.values()))
    copies: dict[str, list[str]] = defaultdict(list)
    for article, of in root.items():
        copies[of].append(article)
    tell("same text", pairs(copies.values()), pairs(texts.values()))
    shares = {frozenset((c.article, share.article)) for c in contexts.values() for share in c.shares}
    carried = {
        frozenset((str(row["id"]), other))
        for row in truth
        if row["kind"] in {"carrier", "update"} and int(str(row["carried"])) >= 30
        for other in texts[row["of"]]
    }
    others = shares - carried
    tell("passages from the base", shares - others, carried)
    print(f"    {len(others)} further pairs with passages (carriers of one base, kept paragraphs of updates)")


def pairs(groups: Iterable[Sequence[str]]) -> Pairs:
    return {frozenset(pair) for group in groups for pair in itertools.combinations(group, 2)}


def tell(name: str, found: Pairs, wanted: Pairs) -> None:
    right = len(found & wanted)
    precision, recall = (right / max(1, len(side)) for side in (found, wanted))
    print(f"  {name}: P {precision:.1%}  R {recall:.1%}  ({right} of {len(wanted)} pairs, {len(found) - right} wrong)")


if __name__ == "__main__":
    main()
