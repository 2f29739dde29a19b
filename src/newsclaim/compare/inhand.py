"""A claim in hand against the answers of the corpus: those of articles that tell of the same, who says so first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from newsclaim.compare.answers import Answer
from newsclaim.compare.asking import classes_of, is_empty
from newsclaim.compare.axes.amount import interval_of, meet
from newsclaim.compare.positions import Held
from newsclaim.models import NumericClaim
from newsclaim.models.fact import fact_of
from newsclaim.text import fold

#: Shorter words are prepositions and articles.
_SHORTEST = 3


def words_beside(text: str, claim: NumericClaim) -> list[str]:
    """Return the words of a claim in hand that tell what it is about, besides its number and what that counts."""
    beside = f"{text[: claim.start]} {text[claim.end :]}"
    words = dict.fromkeys("".join(c if c.isalnum() or c in "'-" else " " for c in fold(beside)).split())
    told = (word for word in words if len(word) >= _SHORTEST and not word[0].isdigit())
    return [word for word in told if not (is_empty(word) or classes_of(word))]


def nearest(answers: Sequence[Answer], having: Mapping[str, Collection[str]], claim: NumericClaim) -> list[Answer]:
    """Return the answers that a claim in hand is held against, those with a position that says so first.

    Args:
        answers: the answers of its topic, in order.
        having: of each word of the claim the articles that have it: only the answers of articles with most of these
            words are kept, all where no article has any.
        claim: the claim in hand.
    """

    def words_in(answer: Answer) -> int:
        return max(sum(article in articles for articles in having.values()) for article in answer.articles)

    most = max(map(words_in, answers), default=0)
    kept = [answer for answer in answers if words_in(answer) == most]
    return sorted(kept, key=lambda answer: not any(says_so(held, claim) for held in answer.held))


def says_so(held: Held, claim: NumericClaim) -> bool:
    """Whether a position says what a claim in hand says; an open bound says nothing of numbers far beyond it."""
    asked = interval_of(fact_of(claim, "", None, None))
    return asked is not None and not held.denied and meet(held.interval, asked)
