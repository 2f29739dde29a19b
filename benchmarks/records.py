"""Made-up findings for databases of any size, without a language model: what the measures of size stand on.

    python -P benchmarks/records.py DATABASE [--articles 75000]     # 1,000,000 quotes and 400,000 claims

Every article has some 16 actors in the proportions of news: persons of whom few are named often (full name, surname
alone, with office and country), bodies with and without abbreviation, governments, groups, documents. Quotes and claims
are those of 1,000 made-up texts with words drawn as in a language, their rows given to each article under its own ids.
The same number gives the same records. Names are drawn from made-up syllables.
"""

from __future__ import annotations

import argparse
import time
from array import array
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from newsclaim import lexicon
from newsclaim.models import (
    Actor,
    Alias,
    Article,
    Block,
    Counted,
    Cue,
    Extraction,
    Mention,
    NumericClaim,
    PipelineInfo,
    Quote,
    Role,
    Source,
    Span,
)
from newsclaim.parallel import batched
from newsclaim.store import Packed, Processed, Store
from newsclaim.store.findings import FindingRows
from newsclaim.text import sha256, stable_id, stable_number

Draw = Random
TEMPLATES = 1_000
QUOTES, CLAIMS = 40, 16  # of three articles
INFO = PipelineInfo(version="0", model="made up")
CLASSES = ("people-killed", "people-injured", "money", "troops", "share", "vehicles", "age", "other", "measure")
STANCES = (("say", "says"), ("warn", "warns"), ("deny", "denies"), ("claim", "claims"), ("demand", "demands"))
HEADS = ("dead", "soldier", "boat", "dollar", "vote", "house", "worker", "patient", "ship", "school", "case", "bus")
_ONSETS = [*"bdfghklmnprstvw", "br", "dr", "gr", "kl", "st", "tr", "sh", "ch"]
_VOWELS = ["a", "e", "i", "o", "u", "a", "e", "o", "ai", "ei"]
_CODAS = ["", "n", "r", "l", "s", "t", "m", "nd", "rt"]
OFFICES = ("President", "Prime Minister", "Defense Minister", "mayor", "spokesman", "chief executive", "coach")
BODIES = ("Institute", "Agency", "Council", "Union", "Bank", "University", "Party", "Group", "Association", "Authority")
FIELDS = ("Research", "Trade", "Health", "Energy", "Labour", "Transport", "Housing", "Justice", "Water", "Harbour")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("database", type=Path)
    options.add_argument("--articles", type=int, default=75_000)
    given = options.parse_args()
    started = time.process_time()
    fill(given.database, given.articles)
    size = given.database.stat().st_size
    print(f"{given.articles} articles in {time.process_time() - started:.0f} s CPU, {size / 1e6:.0f} MB")


def fill(database: Path, articles: int) -> None:
    """Make a database of so many articles; the actors of the corpus are still to be made."""
    templates = [template(number).packed() for number in range(TEMPLATES)]
    with Store(database, create=True) as store:
        for numbers in batched(range(articles), 500, lambda _: 0, 1):
            store.save(packed(number, templates[number % TEMPLATES]) for number in numbers)


def packed(number: int, template: Packed) -> Packed:
    """Return the rows of an article: those of a third of a text under its own ids, and its actors."""
    article = f"outlet-{number % 60}/story-{number:07}"
    key, part, found = stable_number(article), number // TEMPLATES % 3, template.findings
    quotes = {row[0]: stable_number("q", article, row[0]) for row in found.quotes[part::3]}
    claims = {row[0]: stable_number("n", article, row[0]) for row in found.claims[part::3]}
    chosen = found.quotes[part::3]
    rows = FindingRows(
        [(quotes[row[0]], key, *row[2:6], nth, *row[7:]) for nth, row in enumerate(chosen)],
        found.words[part::3],
        [(claims[row[0]], key, *row[2:]) for row in found.claims[part::3]],
        [(*credit, new) for *credit, owner in found.credits if (new := quotes.get(owner) or claims.get(owner))],
        tally(chosen),
    )
    day = number * 400 // 75_000
    published = f"{2020 + day // 336}-{day % 336 // 28 + 1:02}-{day % 28 + 1:02}"
    row = list(template.row)
    row[:5] = key, article, f"{row[2]} {number}", f"Outlet {number % 60}", None if number % 50 == 0 else published
    row[8], row[10], row[11] = f"/corpus/{article}.txt", len(quotes), len(claims)
    return Packed(article, None, str(row[8]), tuple(row), template.body, rows, local_body(number), template.words)


def tally(quotes: list[tuple]) -> tuple[object, ...]:
    """Return the counts of some rows of quotes; their six speakers are named."""
    kinds, lengths = [row[3] for row in quotes], [row[7] for row in quotes]
    counts = (kinds.count(kind) for kind in ("direct", "mixed", "indirect"))
    return *counts, sum(lengths), sum(row[8] for row in quotes), 6, 0, array("H", lengths).tobytes()


def local_body(number: int) -> bytes:
    """Return the actors of an article as they are stored."""
    from newsclaim.store.actors import body_of_local

    return body_of_local(actors(number))


# -- texts -------------------------------------------------------------------------------------------------------------


def template(number: int) -> Processed:
    draw = Draw(number)
    parts, spans, at = [], [], 0
    for _ in range(QUOTES + CLAIMS):
        words = [_word(int(40_000 ** draw.random())) for _ in range(draw.randrange(8, 32))]
        parts.append(" ".join(words))
        spans.append((at, at + len(parts[-1])))
        at += len(parts[-1]) + 1
    text = " ".join(parts)
    article = Article(
        id=str(number), title=parts[0][:60], text=text, sha256=sha256(text), path="p",
        blocks=(Block(start=0, end=len(text), kind="body"),),
    )  # fmt: skip
    quotes = tuple(_quote(number, k, text, spans[k], draw) for k in range(QUOTES))
    claims = tuple(_claim(number, k, text, spans[QUOTES + k], draw) for k in range(CLAIMS))
    found = Extraction(pipeline=INFO, article=article, quotes=quotes, claims=claims)
    return Processed(found, sha256(text)[:32], "")


def _quote(number: int, k: int, text: str, place: tuple[int, int], draw: Draw) -> Quote:
    lemma, stance = STANCES[min(int(draw.expovariate(1)), len(STANCES) - 1)]
    words = Span(start=place[0], end=place[1], text=text[slice(*place)])
    who = words.model_dump() | {"actor": slot(draw.randrange(6)), "name": "x", "how": "name"}
    kind = draw.choice(("direct", "mixed", "indirect", "indirect"))
    return Quote(
        id=stable_id("q", number, k), kind=kind, spans=(words,), speakers=(Mention(**who),), rule="made-up",
        verbatim=(words,) if kind == "direct" else (), cue=Cue(**words.model_dump(), lemma=lemma, stance=stance),
    )  # fmt: skip


def _claim(number: int, k: int, text: str, place: tuple[int, int], draw: Draw) -> NumericClaim:
    words = Span(start=place[0], end=place[1], text=text[slice(*place)])
    who = words.model_dump() | {"actor": slot(draw.randrange(6)), "name": "x", "how": "name"}
    return NumericClaim(
        id=stable_id("n", number, QUOTES + k), **words.model_dump(), number=words, value=float(draw.randrange(1, 9999)),
        class_=draw.choice(CLASSES), counted=Counted(**words.model_dump(), head=draw.choice(HEADS)), rule="made-up",
        sources=(Source(**who, cue=None),), whose=Mention(**who) if k % 3 == 0 else None,
    )  # fmt: skip


@cache
def _word(rank: int) -> str:
    return "the" if rank < 2 else name_of("word", rank).lower()


# -- actors ------------------------------------------------------------------------------------------------------------


def slot(k: int) -> str:
    """Return the id of the k-th actor of any article."""
    return stable_id("a", "slot", k)


def actors(number: int) -> tuple[Actor, ...]:
    """Return the actors of an article."""
    draw = Draw(f"actors {number}")
    kinds = draw.choices(("person", "body", "government", "media", "group", "document"), (40, 38, 5, 5, 7, 5), k=16)
    made = (MAKERS[kind](slot(k), draw) for k, kind in enumerate(kinds))
    # One local actor of a name, as in an extraction.
    return tuple({actor.name: actor for actor in made}.values())


def _person(identifier: str, draw: Draw) -> Actor:
    rank = int(150_000 ** draw.random())
    given, family, country, office = person(rank)
    lone = draw.random() < 0.15
    name = family if lone else f"{given} {family}"
    aliases = [Alias(text=name, rule="lone-name" if lone else "full-name", count=draw.randrange(1, 4))]
    if not lone and draw.random() < 0.5:
        aliases.append(Alias(text=family, rule="surname-in-article", count=draw.randrange(1, 6)))
    roles = (Role(title=office, country=country, start=0, end=9),) if office and draw.random() < 0.5 else ()
    told = country if roles or draw.random() < 0.3 else None
    return Actor(id=identifier, name=name, kind="person", roles=roles, country=told, aliases=tuple(aliases))


def _body(identifier: str, draw: Draw) -> Actor:
    words = body(int(60_000 ** draw.random()))
    name, letters = " ".join(words), "".join(word[0] for word in words)
    if draw.random() < 0.15:
        return Actor(id=identifier, name=letters, kind="organisation", aliases=(_alias(letters, "name"),))
    aliases = [_alias(name, "name")] + [_alias(letters, "initials")] * (draw.random() < 0.3)
    return Actor(id=identifier, name=name, kind="organisation", aliases=tuple(aliases))


def _government(identifier: str, draw: Draw) -> Actor:
    code = _codes()[int(len(_codes()) ** draw.random()) - 1]
    name = str(lexicon.load("countries")["countries"][code]["names"][0])
    return Actor(id=identifier, name=name, kind="government", country=code, aliases=(_alias(name, "country-name"),))


def _media(identifier: str, draw: Draw) -> Actor:
    name = f"{name_of('place', int(2_000 ** draw.random()))} {draw.choice(('Herald', 'Post', 'News', 'Times'))}"
    return Actor(id=identifier, name=name, kind="media", aliases=(_alias(name, "name"),))


def _group(identifier: str, draw: Draw) -> Actor:
    name = f"the {_word(int(500 ** draw.random()) + 2)} residents"
    return Actor(id=identifier, name=name, kind="group", aliases=(_alias(name, "noun-phrase"),))


def _document(identifier: str, draw: Draw) -> Actor:
    name = draw.choice(("the statement", "the report", "a letter", "the communiqué"))
    return Actor(id=identifier, name=name, kind="document", aliases=(_alias(name, "noun-phrase"),))


MAKERS = {
    "person": _person, "body": _body, "government": _government, "media": _media, "group": _group,
    "document": _document,
}  # fmt: skip


def _alias(text: str, rule: str) -> Alias:
    return Alias(text=text, rule=rule, count=1)


@cache
def person(rank: int) -> tuple[str, str, str, str | None]:
    draw = Draw(f"person {rank}")
    given = draw.choice(_given()).capitalize()
    office = OFFICES[draw.randrange(len(OFFICES))] if draw.random() < 0.3 else None
    return given, name_of("family", int(30_000 ** draw.random())), draw.choice(_codes()), office


@cache
def body(rank: int) -> tuple[str, ...]:
    draw = Draw(f"body {rank}")
    return name_of("place", rank % 9_000), draw.choice(FIELDS), draw.choice(BODIES)


@cache
def name_of(kind: str, rank: int) -> str:
    draw = Draw(f"{kind} {rank}")
    syllables = (
        draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_CODAS) for _ in range(draw.choice((2, 2, 3)))
    )
    return "".join(syllables).capitalize()


@cache
def _given() -> tuple[str, ...]:
    return tuple(sorted(name for gender in ("male", "female") for name in lexicon.words("names_given", gender)))


@cache
def _codes() -> tuple[str, ...]:
    return tuple(
        code for code, entry in sorted(lexicon.load("countries")["countries"].items()) if entry.get("adjectives")
    )


def local(articles: int) -> Iterator[tuple[str, str | None, tuple[Actor, ...]]]:
    """Yield id, date and actors of so many articles, for the search across articles alone."""
    for number in range(articles):
        day = number * 400 // 75_000
        yield f"story-{number:07}", f"{2020 + day // 336}-{day % 336 // 28 + 1:02}-{day % 28 + 1:02}", actors(number)


if __name__ == "__main__":
    main()
