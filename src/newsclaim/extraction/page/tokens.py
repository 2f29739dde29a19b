"""The tokens of one Doc as plain lists, made once: reading a list is many times faster than asking spaCy each time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count
from operator import add
from typing import TYPE_CHECKING

from newsclaim.extraction.page import firstnames
from newsclaim.models import Article

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

#: A range of tokens, end exclusive.
Range = tuple[int, int]

PRESENT_OR_PAST = frozenset({"VBD", "VBZ", "VBP"})
_FAR = 12
FINITE = PRESENT_OR_PAST | {"MD"}
#: What the language model keeps as numbers of strings, and as numbers; reading a column is faster than asking tokens.
_NAMED: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
_COUNTED: list[int | str] = ["HEAD", "SENT_START", "IDX", "ENT_IOB"]
#: Of the words of a large corpus so many are kept from article to article.
_MOST_WORDS = 1 << 17
_IOB = ("", "I", "O", "B")
#: So many empty tokens stand behind the last one: a rule may look so far beyond either end of a text and finds nothing.
BEYOND = 4


def past(i: int, stop: int, goes_on: Callable[[int], object]) -> int:
    """Return the first index from `i` on that does not go on what stands before it, at most `stop`."""
    while i < stop and goes_on(i):
        i += 1
    return i


def back(i: int, low: int, goes_on: Callable[[int], object]) -> int:
    """Return the lowest index down from `i` up to which each one belongs to what stands behind it, at least `low`."""
    while i > low and goes_on(i - 1):
        i -= 1
    return i


def among(column: Sequence[str], known: Container[str]) -> Iterator[int]:
    """Yield the tokens whose string in a column is one of those known; many times faster than a look at each."""
    return compress(count(), map(known.__contains__, column))


def finite_in(w: Tokens, a: int, b: int) -> bool:
    """Whether a finite verb stands in the range."""
    return not FINITE.isdisjoint(w.tag[a:b])


@dataclass(slots=True)
class Tokens:
    """Tokens as parallel lists. `head`, `left`, `right`, `kids` hold token indexes; `start` and `end` characters.

    `whole` is the text they stand in, with blanks for line breaks. Each list goes on for `BEYOND` empty tokens, which
    hang on nothing, stand in no sentence and do not count (`len`): what looks at the next word, or with an index below
    zero at the one before, needs no question whether there is one.
    """

    whole: str
    text: list[str]
    low: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    ent: list[str]
    iob: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    sent: list[int]
    block: list[int]
    kids: list[list[int]]
    left: list[int]
    right: list[int]
    quoted: list[int]
    _lemmas: dict[str, list[int]] = field(default_factory=dict, repr=False, compare=False)
    _count: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Count the tokens once: rules ask for it a thousand times in an article."""
        self._count = len(self.text) - BEYOND

    def __len__(self) -> int:
        """Return the number of tokens."""
        return self._count

    def words(self, i: int, j: int) -> str:
        """Return the text from token `i` to before token `j`."""
        return self.whole[self.start[i] : self.end[j - 1]]

    def opens_sentence(self, i: int) -> bool:
        """Tell whether a sentence begins with token `i`."""
        return i == 0 or self.sent[i] != self.sent[i - 1]

    def back_from(self, i: int, sentences: int) -> range:
        """Return the tokens before `i`, the nearest first, of its sentence and of so many before that."""
        return range(i - 1, bisect_left(self.sent, self.sent[i] - sentences, 0, i) - 1, -1)

    def at(self, char: int) -> int:
        """Return the first token that starts at or after `char`."""
        return bisect_left(self.start, char, 0, self._count)

    def before(self, char: int) -> int:
        """Return the first token index that ends after `char`: tokens below it lie wholly before `char`."""
        return bisect_right(self.end, char, 0, self._count)

    def child(self, i: int, *deps: str) -> int:
        """Return the first child of `i` with one of these dependencies, -1 when there is none."""
        for k in self.kids[i]:
            if self.dep[k] in deps:
                return k
        return -1

    def of_lemma(self, lemma: str) -> list[int]:
        """Return all tokens with a lemma, in order; whoever asks first has them noted for every lemma."""
        if not self._lemmas:
            for i, one in enumerate(self.lemma):
                self._lemmas.setdefault(one, []).append(i)
        return self._lemmas.get(lemma, [])

    def name(self, i: int) -> tuple[int, int]:
        """Return the first and last token of the named entity around `i`, both included; `i` itself outside of one."""
        first = last = i
        if not self.ent[i]:
            return first, last
        while first > 0 and self.iob[first] == "I":
            first -= 1
        while self.iob[last + 1] == "I":  # those beyond the end are in no name
            last += 1
        return first, last

    def tied(self, i: int) -> bool:
        """Whether no white space stands between token `i` and the next one."""
        return i + 1 < self._count and self.start[i + 1] == self.end[i]

    def lefts(self, i: int) -> list[int]:
        """Return the children of `i` that stand before it."""
        return [k for k in self.kids[i] if k < i]

    def rights(self, i: int) -> list[int]:
        """Return the children of `i` that stand behind it."""
        return [k for k in self.kids[i] if k > i]

    def ancestors(self, i: int) -> Iterable[int]:
        """Yield the heads of `i`, nearest first; those very far up say nothing about it."""
        for _ in range(_FAR):
            if self.head[i] == i:
                return
            i = self.head[i]
            yield i


class _Words(dict[int, str]):
    """Strings by their numbers in the language model, each made once."""

    def __init__(self, make: Callable[[int], str]) -> None:
        self._make = make

    def __missing__(self, number: int) -> str:
        if len(self) == _MOST_WORDS:
            self.clear()
        self[number] = made = self._make(number)
        return made

    def column(self, numbers: list[int]) -> list[str]:
        """Return the string of each number."""
        return list(map(self.__getitem__, numbers))


@lru_cache(maxsize=1)
def _words(strings: StringStore) -> tuple[_Words, _Words, _Words]:
    """Return the strings of a language model as they are, in lower case, and so with straight apostrophes."""
    names = _Words(strings.__getitem__)
    lower = _Words(lambda number: names[number].lower())
    return names, lower, _Words(lambda number: lower[number].replace("’", "'"))


def tokens_of(doc: Doc, article: Article) -> Tokens:
    """Return the tokens of `doc` as lists; sentences are cut at blocks, `quoted` is filled by the mark scanner."""
    names, lower, plain = _words(doc.vocab.strings)
    orth, lemma, *named = doc.to_array(_NAMED).T.tolist()
    above, opens, begins, marks = doc.to_array(_COUNTED).view("int64").T
    pos, tag, dep, ent = map(names.column, named)
    text, starts, iob = names.column(orth), begins.tolist(), list(map(_IOB.__getitem__, marks.tolist()))
    count, ends = len(text), list(map(add, starts, map(len, text)))
    head = list(map(add, above.tolist(), range(count)))
    parse = firstnames.mended(firstnames.Parse(text, pos, tag, dep, head, ent, iob))
    left, right = _edges(head)
    own, empty, outside = list(range(count, count + BEYOND)), [""] * BEYOND, ends[-1:] * BEYOND
    return Tokens(
        whole=article.text.replace("\n", " "),
        text=text + empty,
        low=plain.column(orth) + empty,
        lemma=lower.column(lemma) + empty,
        pos=parse.pos + empty,
        tag=parse.tag + empty,
        dep=parse.dep + empty,
        ent=parse.ent + empty,
        iob=parse.iob + empty,
        head=head + own,
        start=starts + outside,
        end=ends + outside,
        sent=[0, *(opens[1:] == 1).cumsum().tolist()][:count] + [count] * BEYOND,
        block=_blocks(article, starts) + [-1] * BEYOND,
        kids=_kids(head, count + BEYOND),
        left=left + own,
        right=right + own,
        quoted=[-1] * (count + BEYOND),
    )


def _kids(head: list[int], count: int) -> list[list[int]]:
    """Return the children of so many tokens; those without any, which are most, share one empty list."""
    none: list[int] = []
    kids = [none] * count
    for i, h in enumerate(head):
        if h == i:
            continue
        if kids[h] is none:
            kids[h] = [i]
        else:
            kids[h].append(i)
    return kids


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    """Return the outermost tokens of each subtree: the first and the last one from which a way up leads to its head."""
    left, right = [-1] * len(head), [-1] * len(head)
    for edge, order in ((left, range(len(head))), (right, range(len(head) - 1, -1, -1))):
        for i in order:
            over = i
            while edge[over] < 0:  # who came here before has gone all the way up
                edge[over] = i
                over = head[over]
    return left, right


def _blocks(article: Article, start: list[int]) -> list[int]:
    """Return the number of the block that each token begins in, -1 between blocks."""
    found = [-1] * len(start)
    for number, block in enumerate(article.blocks):
        first, after = bisect_left(start, block.start), bisect_left(start, block.end)
        found[first:after] = [number] * (after - first)
    return found
