"""Topics → answers: the claims that are near one are read and compared, or what was compared before is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import TYPE_CHECKING

from newsclaim import compare as rules
from newsclaim.errors import StoreError
from newsclaim.store import Filter, Store, bytopic
from newsclaim.store.filters import EVERYTHING

if TYPE_CHECKING:
    from newsclaim.models.fact import Fact
    from newsclaim.models.kept import Kept
    from newsclaim.models.story import Context
    from newsclaim.models.topic import Topic
    from newsclaim.models.wanted import Wanted

#: Of topics with more claims, those that tell no class are not looked for: it would take longer than to compare.
_MOST_WITH_UNNAMED = 20_000
#: From so many claims on the comparison of a topic is kept: of fewer it is made as quickly as read.
_MANY = 5_000


class Answering:
    """The part of an open database that reads and compares the claims of a topic."""

    _store: Store

    def _compared(self, topic: Topic, where: Filter, wanted: Wanted) -> rules.Compared:
        """Return the wanted answers of a topic."""
        plain = where == EVERYTHING and _is_plain(wanted)
        kept = self._kept(topic, wanted.limit) if plain else None
        if kept and kept.has(wanted.limit):
            return rules.kept.unpacked(kept, self.contexts)
        facts, others, contexts = self._read(topic, where, copies=wanted.copies)
        there = rules.placed.there(facts, topic, contexts)
        found = rules.compare(there.facts, there.topic, contexts, by=wanted.by, others=others)
        answers = [
            answer for answer in found.answers
            if there.asks(answer)
            and any((fact.published or "") >= (wanted.since or "") for fact in answer.question.facts)
            and (wanted.question is None or wanted.question == answer.id)
        ]  # fmt: skip
        return rules.Compared(answers, found.left_out, plain and kept is None and len(facts) >= _MANY)

    def _kept(self, topic: Topic, limit: int | None) -> Kept | None:
        """Return what was compared before and still holds, with as many of the wanted answers as are kept."""
        kept = self._store.kept_comparison(rules.kept.name_of(topic), rules.kept.MOST if limit is None else limit)
        return kept if kept and kept.rules == rules.kept.rules() else None

    def _keep(self, topic: Topic, compared: rules.Compared) -> None:
        """Keep first answers for whoever asks next; where nothing can be written, they are compared again.

        Comes last of what a question does: until it is answered nobody else can write.
        """
        if compared.worth_keeping:
            with suppress(StoreError):
                self._store.keep_comparison(rules.kept.name_of(topic), rules.kept.packed(compared))

    def _read(
        self, topic: Topic, where: Filter, *, copies: bool
    ) -> tuple[list[Fact], list[Fact], Mapping[str, Context]]:
        """Return claims near a topic, those of their stories without class, and the contexts of all its stories."""
        narrowed = bytopic.there(self._store, topic, where)
        facts = self._store.facts(bytopic.near(topic, narrowed)) if narrowed else []
        contexts = self.contexts({fact.article for fact in facts})
        others, more = self._unnamed(facts, narrowed or where, contexts)
        contexts = self._with(contexts, more)
        if facts and narrowed is not where:
            around = self._store.names_around(bytopic.near(topic, where), where, _MOST_WITH_UNNAMED)
            contexts = self._with(contexts, rules.sagas.around({fact.article for fact in facts}, contexts, around))
        if not copies:
            facts, others = ([f for f in some if contexts[f.article].copy_of is None] for some in (facts, others))
        return facts, others, contexts

    def _unnamed(
        self, facts: Sequence[Fact], wanted: Filter, contexts: Mapping[str, Context]
    ) -> tuple[list[Fact], set[str]]:
        """Return claims without class or noun in a topic's stories, and the articles that have any without class."""
        if len(facts) > _MOST_WITH_UNNAMED:
            return [], set()
        stories = {contexts[fact.article].story for fact in facts}
        # They may tell the topic's numbers.
        return self._store.unnamed_facts(stories, rules.near.Near(facts, contexts).chosen, wanted)

    def _with(self, contexts: Mapping[str, Context], more: AbstractSet[str]) -> Mapping[str, Context]:
        """Return contexts with those of more articles."""
        missing = more - contexts.keys()
        return {**contexts, **self.contexts(missing)} if missing else contexts

    def contexts(self, articles: Iterable[str]) -> Mapping[str, Context]:
        """Return what the corpus tells of articles, and of those whose text they are, by id."""
        from newsclaim.models.story import Context

        asked = set(articles)
        found = dict(self._store.contexts(asked))
        # While an ingest runs, or after one was interrupted, each article is a story of its own.
        found |= {article: Context(article=article, story=article) for article in asked - found.keys()}
        while missing := {c.copy_of for c in found.values() if c.copy_of} - found.keys():
            more = self._store.contexts(missing)
            found |= {article: more.get(article, Context(article=article, story="")) for article in missing}
        return found


def _is_plain(wanted: Wanted) -> bool:
    """Whether all questions of a topic are wanted as they are, however many are shown and whatever of them."""
    return wanted.copies and not (wanted.question or wanted.by or wanted.since)
