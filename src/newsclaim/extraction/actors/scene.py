"""What pronouns need to know about an article: who speaks where, in whose words a place lies, what is a headline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsclaim.extraction.actors.entity import NAMES, Entity, Place
from newsclaim.extraction.actors.salience import stands_at
from newsclaim.extraction.actors.spans import head_of_span
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.people import is_person_noun
from newsclaim.extraction.page.tokens import Tokens, among
from newsclaim.models import How, Mention, Quote, Span


@dataclass(slots=True)
class Scene:
    """The article around a mention. `verbatim` and `contents` hold (start, end, head token of the speaker)."""

    page: Page
    headline_tokens: frozenset[int]
    verbatim: list[tuple[int, int, int]] = field(default_factory=list)
    contents: list[tuple[int, int, int]] = field(default_factory=list)
    #: Head tokens of everybody credited with a quote, those in the article's own words in text order, and those whom
    #: nobody named.
    speaking: frozenset[int] = frozenset()
    spoke: tuple[int, ...] = ()
    unnamed: tuple[int, ...] = ()
    #: Head tokens of phrases that credit somebody whose name hangs on a part of them, by the token of the name.
    phrases: Mapping[int, int] = field(default_factory=dict)

    def stands(self, mention: int) -> int:
        """Return the token in whose role a mention stands: Norland's envoy to the league Ada Lund said."""
        return stands_at(self.page.tokens, self.phrases.get(mention, mention))

    def is_at(self, place: Place, head: int) -> bool:
        """Whether a mention is, or is named in, the phrase with a head token."""
        start = self.page.tokens.start[head]
        return place.start <= start < place.end or self.phrases.get(place.token) == head

    def is_speaker(self, entity: Entity, position: int) -> bool:
        """Whether the entity is credited with the quotation around `position`."""
        found = _around(self.verbatim, position)
        if found is None:
            return False
        m = bisect_right(entity.places, self.page.tokens.start[found[2]], key=lambda p: p.start)
        return any(self.is_at(place, found[2]) for place in entity.places[max(0, m - 1) : m + 1])

    def names(self, entity: Entity, speaker: int) -> bool:
        """Whether what the speaker at a token says holds the entity's name."""
        said = [(start, end) for start, end, head in self.contents if head == speaker]
        named = [p.start for p in entity.places if p.how in ("name", "short-name", "title")]
        return any(start <= place < end for start, end in said for place in named)

    def spoke_before(self, i: int) -> int:
        """Return the head token of whoever is credited with a quote last before a token, -1 for nobody."""
        k = bisect_left(self.spoke, i)
        return self.spoke[k - 1] if k else -1

    def apart(self, mention: int, i: int) -> int:
        """Return how many sentences a token stands behind a mention; who spoke last is not put off by his words."""
        w, spoke = self.page.tokens, self.spoke_before(i)
        last = spoke >= 0 and spoke in (mention, self.stands(mention))
        opening = (x for x in range(self.page.sentence(i)[0], i) if w.quoted[x] < 0 and w.pos[x] == "PROPN")
        if not last or any(w.ent[x] == "PERSON" or w.dep[x] == "nsubj" for x in opening):
            return w.sent[i] - w.sent[mention]
        return self.page.apart(mention, i)

    def reported(self, token: int) -> bool:
        """Whether a token stands in what somebody is reported to have said."""
        return _around(self.contents, self.page.tokens.start[token]) is not None

    def bounds(self, i: int, back: int) -> tuple[int, int]:
        """Return the offsets from `back` sentences before that of token `i` to the end of its own."""
        w, starts = self.page.tokens, self.page.sentences
        number = bisect_right(starts, i) - 1
        last = w.start[starts[number + 1]] if number + 1 < len(starts) else len(self.page.text)
        return w.start[starts[max(0, number - back)]], last


def make_scene(
    page: Page,
    quotes: Sequence[Quote],
    found: Mapping[tuple[int, int], Sequence[tuple[Entity, How]]],
    is_unnamed: Callable[[Mention], bool],
    headline: frozenset[int],
) -> Scene:
    """Gather what is needed once for the whole article; `is_unnamed` tells speakers whom nobody named.

    `found` tells who is behind the mentions that are resolved so far.
    """
    credited = [quote for quote in quotes if quote.speakers]
    heads = {m: head_of_span(page.tokens, m) for quote in credited for m in quote.speakers}
    return Scene(
        page,
        headline,
        _spans((quote.verbatim, heads[quote.speakers[0]]) for quote in credited),
        _spans((quote.spans, heads[quote.speakers[0]]) for quote in credited),
        frozenset(heads.values()),
        tuple(sorted(head for head in set(heads.values()) if page.tokens.quoted[head] < 0)),
        tuple(sorted({head for mention, head in heads.items() if is_unnamed(mention)} | set(_come_in(page.tokens)))),
        dict(_named_inside(heads, found)),
    )


def _named_inside(
    heads: Mapping[Mention, int], found: Mapping[tuple[int, int], Sequence[tuple[Entity, How]]]
) -> Iterator[tuple[int, int]]:
    """Yield the token of each name that hangs on a part of the phrase crediting its bearer, and the phrase's head."""
    for mention, head in heads.items():
        for entity, how in found.get((mention.start, mention.end), ()):
            k = bisect_left(entity.places, mention.start, key=lambda p: p.start)
            inside = entity.places[k : k + 1] if how in NAMES else []
            yield from ((p.token, head) for p in inside if p.end <= mention.end and p.token != head)


def _come_in(w: Tokens) -> Iterator[int]:
    """Yield the nouns by which somebody without a name comes in: "a young man asked for syrup"."""
    for i in among(w.dep, ("nsubj",)):
        if w.tag[i] == "NN" and w.quoted[i] < 0 and is_person_noun(w, i):
            opens = w.low[w.left[i]] in ("a", "an", "another", "one")
            after = w.text[i + 1] if i + 1 < len(w) else ""
            if opens and after not in (",", "named", "called", "identified"):
                yield i


def _spans(parts: Iterable[tuple[Sequence[Span], int]]) -> list[tuple[int, int, int]]:
    return sorted((span.start, span.end, head) for spans, head in parts for span in spans)


def _around(spans: Sequence[tuple[int, int, int]], position: int) -> tuple[int, int, int] | None:
    k = bisect_right(spans, position, key=lambda s: s[0]) - 1
    return spans[k] if k >= 0 and position < spans[k][1] else None
