"""Which articles tell of one event, and why."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsclaim.models import StoryEvent, Tie
from newsclaim.names.countries import lookup
from newsclaim.stories.account import Account
from newsclaim.stories.capitals import names
from newsclaim.text import fold

#: Articles of one event are published within so many days.
_DAYS = 5
#: Names are rare among the articles of the corpus and so many others that are not in it.
_OTHERS = 1000
_ENOUGH = 18.0
_MOST = 400


def ties(accounts: Sequence[Account], events: Mapping[str, StoryEvent]) -> Iterable[Tie]:
    """Yield the pairs of articles that tell of one event."""
    told = {account.id: _names(account) for account in accounts}
    days = {account.id: account.day for account in accounts}
    among: dict[str, list[str]] = defaultdict(list)
    for article in sorted(told):
        for name in told[article]:
            among[name].append(article)
    weights = {name: math.log((len(told) + _OTHERS) / len(found)) for name, found in among.items()}
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, found in among.items():
        if len(found) <= _MOST and not lookup(name.title()):
            for k, a in enumerate(found):
                for b in found[k + 1 :]:
                    if _near(days[a], days[b]):
                        shared[a, b].append(name)
    for (a, b), common in sorted(shared.items()):
        same = events[a].what == events[b].what and events[a].what is not None
        if sum(weights[name] for name in common) >= (_ENOUGH if same else 2 * _ENOUGH):
            best = sorted(common, key=lambda name: (-weights[name], name))[:3]
            what = f" and tell of a {events[a].what}" if same else ""
            yield Tie(a=a, b=b, reason=f"Both name {', '.join(best)}{what}.")


def _names(account: Account) -> Counter[str]:
    text = "\n".join(account.article.text[b.start : b.end] for b in account.paragraphs())
    return Counter(fold(name) for _, name in names(account.title + "\n" + text))


def _near(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    return abs((dt.date.fromisoformat(a) - dt.date.fromisoformat(b)).days) <= _DAYS
