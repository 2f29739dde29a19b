"""Joins what the three searches found: who speaks, in which quote a number stands, who claims it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsclaim.extraction.actors import ActorFindings
from newsclaim.extraction.actors.found import Resolved
from newsclaim.extraction.attribution.relays import leads_to_owner
from newsclaim.extraction.owners import owner
from newsclaim.models import Article, Cue, Mention, NumericClaim, Quote, Source, Stance, Status


@dataclass(frozen=True, slots=True)
class Findings:
    """Quotes and claims of one article with every mention in a role resolved as far as it can be."""

    quotes: tuple[Quote, ...]
    claims: tuple[NumericClaim, ...]


#: What the stance of a reporting verb makes of a number whose own words leave it open.
_BY_STANCE: Mapping[Stance, Status] = {
    "denies": "denied",
    "disputes": "disputed",
    "predicts": "projected",
    "promises": "planned",
    "demands": "planned",
}
#: Statuses that a reporting verb may overrule; a denial overrules all.
_OPEN = frozenset({"asserted", "background"})


def link(article: Article, quotes: Sequence[Quote], claims: Sequence[NumericClaim], actors: ActorFindings) -> Findings:
    """Return quotes and claims with their mentions resolved and each claim tied to its quote and sources.

    Sources of a claim are, outermost first, those who relay and those who speak the quotes it stands in, then those its
    own words name; the innermost quote is `claim.quote`.
    """
    resolved = _outermost(tuple(_resolved_quote(quote, actors) for quote in quotes))
    index = _Enclosing(resolved)
    around = ((claim, _holding(article, claim, index.around(claim.number.start))) for claim in claims)
    return Findings(resolved, tuple(_linked(article, claim, quotes, actors) for claim, quotes in around))


#: Who agrees or decides to do something does what is counted, and claims nothing.
_DEEDS = frozenset({"agree", "decide", "order"})
#: Opens a clause in which the article sets another source against the one quoted before.
_AGAINST = re.compile(r"[,;]\s*(?:even\s+)?(?:though|although|while|but|whereas)\s+(?:the\s+|an?\s+|its\s+)?$")


def _holding(article: Article, claim: NumericClaim, quotes: list[Quote]) -> list[Quote]:
    """Return the quotes that hold a claim, no indirect one that another source is set against before the claim.

    Nor one that is cited behind the claim's own: 65,000 according to the police, and 200,000 according to the union.
    """
    if not claim.sources:
        return quotes
    own = claim.sources[0].start
    quotes = [quote for quote in quotes if not _cites_later(claim.sources[0], quote)]
    if not _AGAINST.search(article.text, max(0, own - 24), own):
        return quotes
    return [quote for quote in quotes if quote.kind != "indirect" or all(span.start >= own for span in quote.spans)]


def _cites_later(own: Source, quote: Quote) -> bool:
    """Whether a quote is credited behind its content in the same words as a source inside it."""
    if own.cue is None or quote.cue is None or not own.cue.lemma == quote.cue.lemma == "according to":
        return False
    return quote.kind == "indirect" and quote.spans[0].start < own.cue.start < own.end < quote.cue.start


M = TypeVar("M", bound=Mention)
#: (start, end) of a mention in a role → whom it stands for.
Roles = Mapping[tuple[int, int], tuple[Resolved, ...]]


class _Enclosing:
    """Finds the quotes around a position, the widest first."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        spans = sorted((span.start, -span.end, number) for number, quote in enumerate(quotes) for span in quote.spans)
        self._quotes = quotes
        self._spans = spans
        self._starts = [start for start, _, _ in spans]
        self._reach: list[int] = []
        for _, end, _ in spans:
            self._reach.append(max(-end, self._reach[-1] if self._reach else 0))

    def around(self, start: int) -> list[Quote]:
        """Return the quotes in whose content a character stands, a number's first though its end lie outside."""
        end = start + 1
        found: list[tuple[int, int, int]] = []
        i = bisect_right(self._starts, start) - 1
        while i >= 0 and self._reach[i] >= end:
            begin, negative, number = self._spans[i]
            if -negative >= end:
                found.append((begin + negative, begin, number))
            i -= 1
        return [self._quotes[number] for _, _, number in sorted(found)]


def _linked(article: Article, claim: NumericClaim, quotes: list[Quote], actors: ActorFindings) -> NumericClaim:
    sources: list[Source] = []
    for quote in quotes:
        speakers = () if _claims_nothing(quote, claim) else quote.speakers
        for mention in (*_relays(article, quote), *speakers):
            _add(sources, Source(**mention.model_dump(), cue=quote.cue))
    for source in claim.sources:
        for mention in resolve(source, actors.roles):
            _add(sources, mention)
    whose = _whose(claim, claim.whose, quotes, sources, actors) if claim.whose else None
    return claim.model_copy(
        update={
            "sources": tuple(sources),
            "quote": quotes[-1].id if quotes else None,
            "whose": whose,
            "status": _status(claim.status, [quote.cue for quote in quotes if not _is_settled(article, claim, quote)]),
        }
    )


def _whose(
    claim: NumericClaim, told: Mention, quotes: list[Quote], sources: Sequence[Source], actors: ActorFindings
) -> Mention | None:
    """Return the owner that a claim's own words tell of, resolved; None for an outlet that only tells it."""
    whose = owner(_spoken(told, quotes), actors, thing=claim.class_ == "age")
    if whose is None or _only_told_it(whose, claim.sources, actors):
        return None
    of_another = claim.class_ == "age" and whose.how == "nominal" and _says_it(whose, sources)
    return told if of_another else whose


def _says_it(whose: Mention, sources: Sequence[Source]) -> bool:
    """Whether the person found is who says it of another: the Yard said that the 52-year-old had been arrested."""
    return whose.actor is not None and any(one.actor == whose.actor and one.end <= whose.start for one in sources)


def _only_told_it(whose: Mention, cited: Sequence[Source], actors: ActorFindings) -> bool:
    """Whether the owner found is the outlet that is cited for the number: $3bn, according to Radio Selin."""
    told = any(source.start < whose.end and whose.start < source.end for source in cited)
    return told and any(actor.id == whose.actor and actor.kind == "media" for actor in actors.actors)


def _claims_nothing(quote: Quote, claim: NumericClaim) -> bool:
    """Whether it tells what somebody does, or what is there and he praises or condemns: hailed the $8bn deal."""
    cue = quote.cue
    if cue is None:
        return False
    uttered = any(span.start <= claim.number.start < span.end for span in quote.verbatim)
    return cue.lemma in _DEEDS or (cue.lemma in _JUDGING and not uttered)


#: Of what stands behind them these say nothing but how good it is.
_JUDGING = frozenset({"praise", "laud", "hail", "welcome", "applaud", "commend", "condemn", "denounce", "slam"})


_OF_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})


def _spoken(whose: Mention, quotes: list[Quote]) -> Mention:
    """Return the speaker of a quote for its "I" and "my", other owners as they are."""
    speakers = quotes[-1].speakers if quotes else ()
    if whose.text.casefold() not in _OF_SPEAKER or len(speakers) != 1 or speakers[0].name is None:
        return whose
    return whose.model_copy(update={"actor": speakers[0].actor, "name": speakers[0].name, "how": "pronoun"})


#: Before where something is said: in a statement, in remarks to an outlet, on a programme.
_WHERE = re.compile(r"\b(?:in|on|to|with|for)\s+$", re.IGNORECASE)


def _relays(article: Article, quote: Quote) -> tuple[Mention, ...]:
    """Return who relays a quote and so claims it too.

    An outlet that was told something claims nothing itself ("he told Radio Selin"), nor does what it is said in, nor a
    text that is only a speaker's: "a statement released by the court".
    """
    cue = quote.cue
    if cue is None:
        return quote.via
    heard = cue.lemma in ("tell", "inform")
    return tuple(
        mention
        for mention in quote.via
        if not (heard and mention.start >= cue.end)
        and not _is_own_text(article.text, quote, mention)
        and not _said_in(article.text, cue, mention)
        and not any(mention.start < speaker.end and speaker.start < mention.end for speaker in quote.speakers)
    )


def _is_own_text(text: str, quote: Quote, mention: Mention) -> bool:
    """Whether the mention is only a text of the speaker: a statement released by the court."""
    if mention.name is None and mention.text[:1].islower():
        return bool(quote.speakers)
    behind = (text[mention.end : speaker.start] for speaker in quote.speakers)
    return mention.how in (None, "nominal") and any(map(leads_to_owner, behind))


def _said_in(text: str, cue: Cue, mention: Mention) -> bool:
    """Whether the mention tells where the words were said and is no part of what credits them."""
    where = _WHERE.search(text, max(0, mention.start - 8), mention.start)
    return where is not None and not cue.start <= where.start() < cue.end


def _add(sources: list[Source], new: Source) -> None:
    """Add a source unless the same words, or the same actor, stand there already."""
    for known in sources:
        if (known.start < new.end and new.start < known.end) or (known.actor is not None and known.actor == new.actor):
            return
    sources.append(new)


def _status(own: Status, cues: Sequence[Cue | None]) -> Status:
    """Return the claim's status with what the reporting verbs around it say, the innermost first."""
    for cue in reversed(cues):
        told = _BY_STANCE.get(cue.stance) if cue else None
        if told == "denied" or (told is not None and own in _OPEN) or (told == "planned" and own == "projected"):
            return told
    return own


#: Nouns for what somebody is said to have done, which is there whether he denies it or not.
_ACCUSED = frozenset({"charge", "allegation", "accusation", "count"})
_ROLE_IN = re.compile(r"\b(?:role|part|involvement|hand|responsibility|complicity|guilt)\s+(?:in|for)\s+[^.;]{0,40}$")
_WHO = re.compile(r"\b(?:who|which|that)\s+(?:had\s+)?[a-z]+\s+$")


def _is_settled(article: Article, claim: NumericClaim, quote: Quote) -> bool:
    """Whether a number is there whatever is denied or demanded: denied six charges, ordered that who killed 49 stay."""
    stance = quote.cue.stance if quote.cue else None
    before = article.text[max(0, claim.start - 80) : claim.start]
    if stance == "denies":
        accused = claim.counted is not None and claim.counted.head in _ACCUSED
        return accused or _ROLE_IN.search(before) is not None
    return stance == "demands" and claim.class_ == "people-killed" and _WHO.search(before) is not None


#: Between what is said in one sentence and what is said in the next.
_NEXT_SENTENCE = re.compile(r"[.!?][”’\"']?\s+[A-Z]")


def _outermost(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return the quotes without those that are told inside one of the same speaker: Lund said she had denied it."""
    index = _Enclosing(quotes)
    return tuple(q for q in quotes if not (q.cue and any(_says_of_self(q, o) for o in index.around(q.cue.start))))


def _says_of_self(inner: Quote, outer: Quote) -> bool:
    """Whether a quote is a part of what its speaker says in one sentence; a content that runs on holds others."""
    if inner.cue is None or len(inner.speakers) != 1 or [inner.speakers[0].actor] != [m.actor for m in outer.speakers]:
        return False
    own = inner.speakers[0]
    around = next((s for s in outer.spans if s.start <= own.start and inner.spans[-1].end <= s.end), None)
    if around is None or around.end < inner.cue.end or own.how != "pronoun" or own.text[:1].isupper():
        return False
    return inner is not outer and not _NEXT_SENTENCE.search(around.text[: own.start - around.start])


def _resolved_quote(quote: Quote, actors: ActorFindings) -> Quote:
    """Return the quote with its mentions resolved; a text that means who owns it ("the report") relays it as well."""
    texts = (m for m in quote.speakers if (m.start, m.end) in actors.texts and m.how != "continuation")
    speakers = tuple(one for mention in quote.speakers for one in resolve(mention, actors.roles))
    credited = {speaker.actor for speaker in speakers}
    relays = (one if one.actor not in credited else m for m in quote.via for one in resolve(m, actors.roles))
    return quote.model_copy(update={"speakers": speakers, "via": (*relays, *texts)})


def resolve(mention: M, roles: Roles) -> list[M]:
    """Return the mention with its actor, name and way of resolution, once for each of those it stands for."""
    found = roles.get((mention.start, mention.end))
    if not found:
        return [mention]
    kept = {"how": "continuation"} if mention.how == "continuation" else {}
    return [mention.model_copy(update={"actor": one.actor, "name": one.name, "how": one.how} | kept) for one in found]
