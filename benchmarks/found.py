"""Everything that is found in many articles, with what the whole corpus tells, as digests that can be held together."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclaim import annotate
from newsclaim.annotate import annotate as annotate_freshly
from newsclaim.models import Article, Extraction

sys.path.insert(0, str(Path(__file__).parent))
from breaks import ROOT, Watch, forget_answers


class Findings:
    """What is found in each article, and what the whole corpus tells; with the places that were true meanwhile."""

    def __init__(self, articles: list[Article]) -> None:
        self.articles = articles
        self.folder = tempfile.TemporaryDirectory()
        self.found: list[tuple[str, set[int]]] = []
        self.whole: tuple[str, set[int]] = ("", set())

    def look(self, watch: Watch) -> None:
        """Take down everything that is found without any break."""
        from newsclaim.store import Processed, Store

        with Store(self._database("found.db"), create=True) as store:
            for article in self.articles:
                forget_answers()
                with watch.during() as true:
                    text, found = findings_of(article)
                self.found.append((text, true))
                store.save(Processed(one, "", "") for one in found)
        with watch.during() as true:
            text = self._told()
        self.whole = (text, true)

    def differ(self, number: int) -> bool:
        """Tell whether anything is found otherwise now; looks only where the place of that number was true."""
        for article, (text, true) in zip(self.articles, self.found, strict=True):
            if number in true and findings_of(article)[0] != text:
                return True
        return number in self.whole[1] and self._told() != self.whole[0]

    def _database(self, name: str) -> Path:
        return Path(self.folder.name) / name

    def _told(self) -> str:
        """Return a digest of the actors of the corpus and of all topics."""
        from newsclaim.api import Database
        from newsclaim.config import Settings
        from newsclaim.derive import derive
        from newsclaim.store import Store
        from newsclaim.timings import Timings

        copy = self._database(f"{os.getpid()}.db")
        shutil.copy(self._database("found.db"), copy)
        settings = Settings(db=copy)
        digests = hashlib.sha256()
        with Store(copy) as store:
            derive(store, settings, Timings())
        with Database(settings) as db:
            for row in db.actors():
                digests.update(row.model_dump_json().encode())
            for topic in db.topics():
                digests.update(db.compare(topic.id).model_dump_json().encode())
        copy.unlink()
        return digests.hexdigest()


def findings_of(article: Article) -> tuple[str, list[Extraction]]:
    """Return a digest of all that is found in an article, and the findings."""
    from newsclaim.pipeline import extract

    digests = hashlib.sha256()
    several: list[Extraction] = []
    for batch in extract([article], annotate.DEFAULT_MODEL):
        digests.update(repr([one.article.id for one in batch.broken]).encode())
        several += batch.found
    for found in several:
        digests.update(found.model_dump_json(by_alias=True).encode())
    return digests.hexdigest(), several


def remember_annotations(articles: list[Article]) -> None:
    """Annotate each text once: breaks do not change what the language model says."""
    known: dict[str, Any] = {}

    def remembered(several: Any, model: str = annotate.DEFAULT_MODEL) -> Iterator[Any]:
        for article in several:
            key = article.model_dump_json(include={"text", "blocks"})
            if key not in known:
                known[key] = next(iter(annotate_freshly([article], model)))
            yield known[key]

    annotate.load()
    annotate.annotate = remembered
    list(remembered(articles))


def corpus(shared: Path) -> list[Article]:
    from newsclaim.corpus import make_article, read

    folders = [shared / "bench" / "wikinews", shared / "seeds", ROOT / "corpus"]
    found = [a for a in read([f for f in folders if f.is_dir()]) if isinstance(a, Article)]
    for cases in sorted((shared / "bench" / "cases").glob("*.jsonl")):
        for line in filter(str.strip, cases.read_text("utf-8").split("\n")):
            case = json.loads(line)
            header = {key: case[key] for key in ("published", "outlet") if case.get(key)}
            found.append(make_article(case["text"], id=case["id"], **header))
    return found
