"""What the corpus tells of each article: its story and event, and whose text it is."""

from __future__ import annotations

from newsclaim.config import Settings
from newsclaim.derive.stage import Stage
from newsclaim.models import Context, Tie
from newsclaim.store import Store
from newsclaim.text import stable_id


def _basis(settings: Settings) -> str:
    return settings.outlets.model_dump_json()


def _make(store: Store, settings: Settings) -> tuple[str, ...]:  # noqa: ARG001 - outlets are joined later
    from newsclaim.stories.account import Account
    from newsclaim.stories.copies import copies
    from newsclaim.stories.credits import agency_of
    from newsclaim.stories.event import event_of
    from newsclaim.stories.ties import ties

    accounts = [Account(article) for article in store.texts(store.known()).values()]
    events = {account.id: event_of(account) for account in accounts}
    tied = list(ties(accounts, events))
    stories = _stories(sorted((account.day or "9", account.id) for account in accounts), tied)
    copied = copies(accounts)
    contexts = []
    for account in accounts:
        original, direction = copied.get(account.id, (None, None))
        contexts.append(
            Context(
                article=account.id, story=stories[account.id], event=events[account.id], agency=agency_of(account),
                copy_of=original, copy_direction=direction,
            )
        )  # fmt: skip
    store.save_contexts(contexts, tied)
    return ()


def _stories(order: list[tuple[str, str]], tied: list[Tie]) -> dict[str, str]:
    """Return the story of each article, named after the first article of it."""
    first = {article: article for _, article in order}
    place = {article: k for k, (_, article) in enumerate(order)}

    def root(article: str) -> str:
        while first[article] != article:
            article = first[article]
        return article

    for tie in tied:
        early, late = sorted((root(tie.a), root(tie.b)), key=place.__getitem__)
        first[late] = early
    return {article: stable_id("s", root(article)) for _, article in order}


STORIES = Stage("stories", _basis, _make)
