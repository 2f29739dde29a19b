"""The questions that can be asked about numbers: comparisons, timelines, topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from newsclaim import compare as rules
from newsclaim.answering import Answering
from newsclaim.config import defined_topics, topics
from newsclaim.errors import UnknownNameError
from newsclaim.models.topic import Topic
from newsclaim.models.wanted import Wanted
from newsclaim.names.search import near
from newsclaim.store import Filter, Page, bytopic
from newsclaim.store.snapshot import of_one_state
from newsclaim.text import stable_id
from newsclaim.uncollected import uncollected

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.models.claim import NumericClaim
    from newsclaim.models.comparison import Comparison, ShownQuestion
    from newsclaim.models.fact import Fact
    from newsclaim.models.rows import ClaimRow, TopicRow
    from newsclaim.models.timeline import Timeline

#: So many claims are read at a time.
_AT_ONCE = 200
#: A list of proposed topics is read by people.
_MOST_PROPOSED = 20
#: In so many articles the words of a claim in hand are looked for.
_MOST_READ = 2_000


class Comparing(Answering):
    """The part of an open database that compares numbers.

    Every method raises StoreError when the file cannot be used, and UnknownNameError for names that are not in it.
    """

    settings: Settings

    @of_one_state
    @uncollected()
    def compare(
        self, topic: str, where: Filter | None = None, wanted: Wanted | None = None, claim: NumericClaim | None = None
    ) -> Comparison:
        """Return the questions that the claims of a topic answer, with their numbers and how these stand together.

        Args:
            topic: its name, or words that make one on the spot.
            where: which claims are taken.
            wanted: what of the comparison is wanted.
            claim: a claim in hand that is held against the corpus; `topic` is then its words.

        Raises:
            UnknownNameError: there is no such topic or question, or no claim tells of the words.
        """
        wanted = wanted or Wanted()
        chosen, compared, elsewhere = self._chosen(topic, self._narrowed(where), wanted, claim)
        nearest = self._nearest(topic, claim, compared.answers) if claim else rules.inhand.Nearest(compared.answers)
        answers = nearest.answers
        if not (answers or compared.left_out or claim):
            self.topic(topic)
        if wanted.question and not answers:
            raise UnknownNameError(f"the comparison of {topic!r} has no question with the id {wanted.question!r}.")
        shown = rules.Compared(answers[: wanted.limit], compared.left_out if wanted.whole else [])
        rows = self._store.claims_numbered(shown.claims(whole=wanted.whole))
        found = rules.comparison(chosen, shown, {row.id: row for row in rows}, wanted.best, claim)
        self._keep(chosen, compared)
        asked = found.asked and found.asked.model_copy(update={"named": nearest.named, "missing": nearest.missing})
        told = {"topic": topic, "size": len(answers), "since": wanted.since, "asked": asked, "elsewhere": elsewhere}
        return found.model_copy(update=told)

    def _chosen(
        self, name: str, where: Filter, wanted: Wanted, claim: NumericClaim | None
    ) -> tuple[Topic, rules.Compared, tuple[str, ...]]:
        """Return the topic that a name or a claim in hand means, its answers, and its words that only articles have."""
        meant = rules.asking.topic_of_claim(name, claim) if claim else self._meant(name)
        chosen = meant.within(wanted.within)
        # What a claim in hand speaks to is looked for among all answers.
        first = self._compared(chosen, where, wanted._replace(limit=None) if claim else wanted)
        if claim or name in topics(self.settings) or first.answers or first.left_out:
            return chosen, first, ()
        for more in self._others(name, chosen, where, wanted):
            compared = self._compared(more.topic, more.where, wanted)
            if compared.answers or compared.left_out:
                return more.topic, compared, more.words
        return chosen, first, ()

    def _others(self, name: str, topic: Topic, where: Filter, wanted: Wanted) -> Iterator[bytopic.Looser]:
        """Yield what words may mean too, of which no claim tells all: the nearest to what they say first.

        It is the topic with whose name they end, one of articles that have the other words, or all that they tell of.
        """
        ending = rules.asking.narrowed_topic(name, topics(self.settings))
        named = ending and ending.within(wanted.within)
        if named:
            yield bytopic.Looser(named, where, ())
        for one in (named, topic):
            if one and (found := bytopic.looser(self._store, one, where)):
                yield found
        told = rules.asking.topic_of_event(name).within(wanted.within)
        if topic.named and (near := bytopic.written(self._store, told, where)):
            yield bytopic.Looser(told, near, ())

    def question(self, wanted: str) -> ShownQuestion:
        """Return the question with an id, or with the only one that begins so, as the comparison of its topic has it.

        Raises:
            UnknownNameError: no comparison of a whole topic has it, or several ids begin so.
        """
        # The id of a question is made from that of one of its claims.
        made = ((stable_id("g", claim), claim) for claim in self._store.claim_ids())
        begun = {claim: one for one, claim in made if one.startswith(wanted.lower())}
        found = [one for fact in self._store.facts_numbered(begun) if (one := self._asked_by(fact, begun[fact.id]))]
        if len(found) == 1:
            return found[0]
        told = f"several begin so: {', '.join(one.row.id for one in found)}" if found else "no topic has it"
        raise UnknownNameError(f"no question has the id {wanted!r}; {told}. `newsclaim compare TOPIC` lists them.")

    def _asked_by(self, fact: Fact, question: str) -> ShownQuestion | None:
        """Return a question in the comparison of the first topic that has it: of those that take the claim, of any."""
        from newsclaim.models.comparison import ShownQuestion

        event = self.contexts([fact.article])[fact.article].event
        known = topics(self.settings)
        likely = [name for name, topic in known.items() if rules.belongs(fact, topic, event)]
        for name in dict.fromkeys([*likely, *filter(None, (fact.counted, fact.about)), *known]):
            with suppress(UnknownNameError):
                found = self.compare(name, wanted=Wanted(question=question))
                return ShownQuestion(topic=name, row=found.groups[0])
        # Narrowed down the comparison began the question with another claim: the whole topic has it under another id.
        holding = ((name, group) for name in likely for group in self.compare(name).groups)
        found_in = next((one for one in holding if any(claim.id == fact.id for claim in one[1].claims)), None)
        return ShownQuestion(topic=found_in[0], row=found_in[1]) if found_in else None

    @of_one_state
    @uncollected()
    def timeline(self, topic: str, where: Filter | None = None, wanted: Wanted | None = None) -> Timeline:
        """Return what the articles tell of each question of a topic, oldest first, a point for each change.

        Raises:
            UnknownNameError: as `compare`.
        """
        wanted = wanted or Wanted()
        chosen, compared, _ = self._chosen(topic, self._narrowed(where), wanted, None)
        if not compared.answers:
            self.topic(topic)
        shown = compared.answers[: wanted.limit]
        phrases = self._store.phrases(held.fact.id for answer in shown for held in answer.held)
        found = rules.timeline.timeline_of(topic, chosen.title, shown, phrases, len(compared.answers))
        self._keep(chosen, compared)
        return found

    def _narrowed(self, where: Filter | None) -> Filter:
        """Return a filter in which names stand as the database has them: `Meaning` tells how."""
        raise NotImplementedError

    def _nearest(self, text: str, claim: NumericClaim, answers: Sequence[rules.Answer]) -> rules.inhand.Nearest:
        """Return the answers that a claim in hand is held against, by what it names beside its number."""
        named = rules.inhand.terms(text, claim)
        articles = {article for answer in answers for article in answer.articles}
        if len(articles) > _MOST_READ:
            answers = rules.inhand.telling(answers, named)
            articles = {article for answer in answers for article in answer.articles}
        forms = {form for term in named for form in term.forms} if len(articles) <= _MOST_READ else set[str]()
        among = tuple(sorted(articles))
        having = {form: self._store.article_ids(Filter(search=f'"{form}"', articles=among)) for form in sorted(forms)}
        return rules.inhand.nearest(answers, having, named, claim)

    @of_one_state
    def topics(self) -> list[TopicRow]:
        """Return all topics, how each is defined, and how many claims it matches."""
        known = topics(self.settings)
        rows = defined_topics(self.settings)
        kinds = rules.kinds.Kinds(self._store.claim_kinds())
        return [row.model_copy(update={"claims": self._count(known[row.id], kinds)}) for row in rows]

    def proposed_topics(self) -> list[TopicRow]:
        """Return topics that are not defined yet: what the claims of the corpus count or measure most."""
        from newsclaim.models.rows import TopicRow

        known = topics(self.settings).values()
        taken = {noun for topic in known for noun in (*topic.counted, *topic.about)}
        return [
            TopicRow(id=noun, title=f"{noun} – in {articles} articles", definition=f"counting {noun}", claims=claims)
            for noun, claims, articles in self._store.counted_nouns()
            if noun not in taken
        ][:_MOST_PROPOSED]

    def topic(self, name: str) -> Topic:
        """Return a topic by its name, or one made on the spot of words that some claim tells of.

        Raises:
            UnknownNameError: there is none of that name, and no claim tells of the words; the message lists those that
                there are, and nouns that come close.
        """
        meant = self._meant(name)
        if name in topics(self.settings) or next(self._in_order(meant, Filter()), None):
            return meant
        raise self._no_topic(name)

    def _meant(self, name: str) -> Topic:
        """Return a topic by its name, or one made of the words: whether some claim tells of them is still open."""
        known = topics(self.settings)
        if name in known:
            return known[name]
        made = rules.asking.topic_on_the_spot(name, self._store.counts_some)
        if made.empty:
            raise self._no_topic(name)
        return made

    def _no_topic(self, name: str) -> UnknownNameError:
        known = topics(self.settings)
        nouns = [noun for noun, _, _ in self._store.counted_nouns()]
        unread = " ".join(word for word in name.split() if not rules.asking.classes_of(word))
        if whole := rules.asking.ending(name, known):
            return UnknownNameError.of_topic(name, known, [whole])
        return UnknownNameError.of_topic(name, known, [*near(name, known), *rules.asking.close_to(unread, nouns)])

    def _count(self, topic: Topic, kinds: rules.kinds.Kinds) -> int:
        counted = rules.kinds.count(topic, kinds, self._store.claim_kinds_told)
        return len(self._of_topic(topic, Filter())) if counted is None else counted

    def _of_topic(self, topic: Topic, where: Filter) -> list[Fact]:
        """Return the claims that a topic takes in."""
        found = self._store.facts(bytopic.near(topic, where))
        contexts = self.contexts({fact.article for fact in found})
        return [fact for fact in found if rules.belongs(fact, topic, contexts[fact.article].event)]

    def _claims_of(self, names: Sequence[str], where: Filter, page: Page) -> list[ClaimRow]:
        """Return the claims of a topic, or of one of several; of a page by date no more are looked at than it shows."""
        chosen = [self.topic(name) for name in names]
        if len(chosen) > 1 or page.limit is None or page.sort not in {None, "date"}:
            ids = [fact.id for topic in chosen for fact in self._of_topic(topic, where)]
            return self._store.claims_numbered(ids, page)
        found = self._in_order(chosen[0], where)
        shown = [fact.id for fact in islice(found, page.offset, page.offset + page.limit)]
        return self._store.claims_numbered(shown)

    def _in_order(self, topic: Topic, where: Filter) -> Iterator[Fact]:
        """Yield the claims of a topic by date, for a reader who stops before the last one."""
        facts = self._store.facts_in_order(bytopic.near(topic, where))
        while some := list(islice(facts, _AT_ONCE)):
            contexts = self.contexts({fact.article for fact in some})
            yield from (fact for fact in some if rules.belongs(fact, topic, contexts[fact.article].event))
