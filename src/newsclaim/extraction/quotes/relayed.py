"""An outlet or a text that tells what somebody else said relays it: "Horn said the dam was safe, Reuters reported"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.attribution import speakers
from newsclaim.extraction.page.tokens import FINITE, Range
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.search import Search
from newsclaim.lexicon import words

#: Rules whose content may be nothing more than what another one said.
_OUTER = frozenset({"that-clause", "bare-clause", "parenthetical", "according-to", "as-said"})
#: Stances of those who pass on what they were told.
_TELLING = frozenset({"says", "announces", "confirms", "claims"})
#: What somebody is only said to think of something ("Ort has described it as a threat") is the outlet's account.
_OWN_ACCOUNT = frozenset({"described-as"})


def hand_on(search: Search) -> None:
    """Let each outlet whose content is no more than somebody else's saying relay that, and say nothing itself."""
    relaying = [one for one in search.found if one.rule in _OUTER and _relays(search, one)]
    for outer in relaying:
        inner = [one for one in search.found if one is not outer and _is_all(search, outer, one)]
        if len(inner) == 1:
            for one in _of_same(search, outer, inner[0]):
                through = outer.via or outer.speakers
                one.via = (*through, *(via for via in one.via if via not in through))
            search.found.remove(outer)
            search.credit.update({n: inner[0] for n, found in search.credit.items() if found is outer})
    _pass_on(search)


def _around(told: Sequence[Found], inner: Found, first: int) -> list[Found]:
    """Return the quotes in whose content another one begins."""
    return [one for one in told if one is not inner and one.spans[0][0] <= first < one.spans[0][1]]


def _pass_on(search: Search) -> None:
    """Let whoever says no more than what another one has said relay that: Horn said the mayor had ruled it out.

    Who is only "he" in what somebody says is mostly that one himself.
    """
    w = search.w
    told = [one for one in search.found if one.rule in _OUTER and one.stance in _TELLING and _is_told(search, one)]
    for inner in search.found if told else ():
        if inner.cue is None or inner.via or any(w.tag[a] == "PRP" for a, _ in inner.speakers):
            continue
        first = min(w.start[inner.cue[0]], inner.spans[0][0])
        around = _around(told, inner, first)
        inner.via = tuple(who for one in around if _is_all(search, one, inner) for who in one.speakers)


def _is_told(search: Search, found: Found) -> bool:
    """Whether somebody tells it who is no bare noun of a heading glued to its paragraph: Ferry critic says | Lund …."""
    w = search.w
    bare = found.head >= 0 and w.tag[found.head] == "NN" and w.child(found.head, "det", "poss", "nummod") < 0
    return bool(found.speakers) and not bare


def _of_same(search: Search, outer: Found, inner: Found) -> list[Found]:
    """Return all that the outer content tells of what the inner speaker has said."""
    (a, b), start = outer.spans[0], search.w.start
    same = [one for one in search.found if one is not outer and one.speakers == inner.speakers and one.cue is not None]
    return [one for one in same if one.cue is not None and a <= start[one.cue[0]] < b]


def _relays(search: Search, found: Found) -> bool:
    """Whether an outlet tells it, or it stands in a text."""
    w, head = search.w, found.head
    if head < 0 or not found.speakers or found.stance not in {"says", "announces"}:
        return False
    if found.via and found.speakers[-1][1] != head:
        return False  # not the text of the body whose name stands before it
    text = found.rule == "according-to" and w.lemma[head] in words("nouns", "documents")
    return text or (w.ent[head] != "PERSON" and speakers.is_outlet(w, head))


def _is_all(search: Search, outer: Found, inner: Found) -> bool:
    """Whether the outer content is the inner one with its attribution, which alone has a verb besides."""
    w, spans = search.w, outer.spans
    if len(spans) != 1 or inner.cue is None or not inner.speakers or inner.continued or inner.rule in _OWN_ACCOUNT:
        return False
    content = (w.at(spans[0][0]), w.before(spans[0][1]))
    if inner.speakers == outer.speakers:
        return False  # its own words and nobody else's
    inside = content[0] <= inner.cue[0] < content[1] and inner.spans[-1][1] <= spans[0][1] and inner.spans != spans
    return inside and not any(w.tag[i] in FINITE for i in _rest(search, content, inner))


def _rest(search: Search, content: Range, inner: Found) -> list[int]:
    """Return the tokens of the outer content that are neither the inner one nor its attribution."""
    w = search.w
    cue, who = inner.cue or content, inner.speakers
    credit = range(min(cue[0], who[0][0]), max(cue[1], who[-1][1]))
    told = [range(w.at(a), w.before(b)) for a, b in inner.spans]
    return [i for i in range(*content) if i not in credit and not any(i in part for part in told)]
