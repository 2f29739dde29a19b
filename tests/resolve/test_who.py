"""Who is who across made-up articles: every actor that comes out, with its forms and the rules that joined them.

An actor of an article is written `KIND NAME | NO | as prime minister of NO | also Holm, AH | by noun-phrase`; all but kind
and name may be missing. An article is a list of them, or one; `on` gives the articles' dates, and `5 x` before an
article stands for so many.
"""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

import pytest

from newsclaim.config import Corrections
from newsclaim.models import Actor, Alias, Role
from newsclaim.models.local import LocalActor
from newsclaim.resolve import Keyring, LocalActors, kin_of, members_of, resolve, resolve_members
from newsclaim.resolve.bodies import is_phrase

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "resolve" / "who.toml").read_text("utf-8"))["case"]


def local_actor(written: str) -> Actor:
    first, *parts = written.split(" | ")
    kind, name = first.split(" ", 1)
    country = next((part for part in parts if part.isupper() and len(part) == 2), None)
    told = {word: rest for word, _, rest in (part.partition(" ") for part in parts if part != country)}
    forms = [name, *filter(None, told.get("also", "").split(", "))]
    titles = [title.partition(" of ") for title in filter(None, told.get("as", "").split(", "))]
    return Actor(
        id=f"a-{name}-{kind}",
        name=name,
        kind=kind,
        country=country,
        aliases=[Alias(text=form, rule=told.get("by", "full-name"), count=1) for form in forms],
        roles=[Role(title=title, country=code or None, start=0, end=len(title)) for title, _, code in titles],
    )


def articles_of(case) -> list[LocalActors]:
    found = []
    for article, day in zip(case["articles"], case.get("on") or [None] * len(case["articles"]), strict=True):
        times, _, rest = article.partition(" x ") if isinstance(article, str) else ("", "", "")
        several = range(int(times)) if times.isdigit() else range(1)
        written = rest if times.isdigit() else article
        actors = [local_actor(one) for one in ([written] if isinstance(written, str) else written)]
        found += [LocalActors(f"art{len(found) + n:02}", day, actors) for n in several]
    return found


def shown(actor: Actor) -> str:
    forms = ", ".join(
        f"{form.text} {form.rule}{'' if form.count == 1 else f' ×{form.count}'}" for form in actor.aliases
    )
    roles = "".join(f" | as {role.title}{f' of {role.country}' if role.country else ''}" for role in actor.roles)
    return f"{actor.kind} {actor.name}{f' | {actor.country}' if actor.country else ''}{roles}: {forms}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["shows"])
def test_who(case):
    local = articles_of(case)
    corrections = Corrections(**case.get("corrections", {}))
    found = resolve(local, corrections)
    assert sorted(map(shown, found.actors)) == sorted(case["actors"])
    notes = "\n".join(found.notes)
    assert all(re.search(note, notes) for note in case.get("notes", []))
    assert bool(notes) == bool(case.get("notes")), notes
    shuffled = random.Random(3).sample(local, len(local))  # noqa: S311 - an order, no secret
    assert resolve(shuffled, corrections) == found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["shows"])
def test_kin_apart_come_to_the_same(case):
    corrections = Corrections(**case.get("corrections", {}))
    members = members_of(articles_of(case))
    kin, alone = kin_of(members, Keyring(corrections))
    parts = [*(one.members for one in kin), *([member] for member in alone)]
    apart = [actor for part in parts for actor in resolve_members(part, corrections).actors]
    assert sorted(apart, key=lambda actor: actor.id) == sorted(
        resolve_members(members, corrections).actors, key=lambda actor: actor.id
    )


def test_a_mention_of_marks_alone_stops_nothing():
    assert not is_phrase(LocalActor(name="", kind="organisation"))
