"""A place that is asked for chooses questions, not claims: "dead in Oldport" wants all numbers of the fire there.

Articles name the place of an event now by its town, now by its country, now not at all. A claim that names the place
leads to its story; the question in which it stands is shown whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsclaim.compare.answers import Answer
from newsclaim.compare.topics import belongs
from newsclaim.models.fact import Fact
from newsclaim.models.story import Context
from newsclaim.models.topic import Topic


@dataclass(frozen=True, slots=True)
class There:
    """The claims of the stories that a place leads to, the topic without the place, and the claims that name it."""

    facts: Sequence[Fact]
    topic: Topic
    named: frozenset[str] | None = None

    def asks(self, answer: Answer) -> bool:
        """Whether some claim of an answer names the place, where one was asked for."""
        return self.named is None or any(fact.id in self.named for fact in answer.question.facts)


def there(facts: Sequence[Fact], topic: Topic, contexts: Mapping[str, Context]) -> There:
    """Return what is compared of claims when a topic may ask for a place; everything where it asks for none."""
    if not (topic.places or any(one.places for one in topic.all_)):
        return There(facts, topic)
    named = [fact for fact in facts if belongs(fact, topic, contexts[fact.article].event)]
    stories = {contexts[fact.article].story for fact in named}
    told = [fact for fact in facts if contexts[fact.article].story in stories]
    anywhere = {"places": (), "all_": tuple(one.model_copy(update={"places": ()}) for one in topic.all_)}
    return There(told, topic.model_copy(update=anywhere), frozenset(fact.id for fact in named))
