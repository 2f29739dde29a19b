"""Where reported content begins and ends: mends what the parse gets wrong, cuts off the article's own voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.tokens import FINITE, Range, Tokens, back, past
from newsclaim.extraction.quotes.ends import end
from newsclaim.extraction.quotes.search import Search
from newsclaim.extraction.quotes.starts import begin
from newsclaim.extraction.quotes.works import is_name

_EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "...", "…"})
_BREAKS = frozenset({",", ";", "—", "–"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_FINITE_OR_TO = FINITE | {"TO"}
#: A relative clause of so many tokens is cut even where it is longer than what stands before it.
_SHORT_ASIDE = 9


def trimmed(w: Tokens, content: Range, *, goes_on: bool = False) -> Range:
    """Return the range without "that", or "and" where it goes on, at its beginning and punctuation at its edges."""
    a, b = content
    if goes_on and a + 1 < b and w.low[a] in listed("coordinators"):
        a += 1
    a += a + 1 < b and w.low[a] in listed("only") and w.low[a + 1] == "that"
    a = past(a, b, lambda a: w.text[a] in _EDGE or (w.low[a] == "that" and _conjunction(w, a)))
    b = back(b, a, lambda b: w.text[b] in _EDGE or w.low[b] in listed("ragged") or not w.text[b].strip())
    return a, b


def _conjunction(w: Tokens, i: int) -> bool:
    """Whether "that" opens a clause and does not point at a noun or stand for one."""
    if w.tag[i] in {"IN", "WDT"} or w.dep[i] == "mark" or (w.text[i + 2 : i + 3] == [","] and w.tag[i + 1] == "NN"):
        return True
    if w.tag[i] == "DT" and w.tag[i - 1] in _NOUNS and w.sent[i - 1] == w.sent[i]:
        return True
    return i + 1 < len(w) and w.tag[i + 1] in {"MD", "PRP", "DT", "NNP", "PRP$", "EX"} and w.dep[i] != "nsubj"


def one_block(w: Tokens, content: Range, block: int) -> Range:
    """Return the part of the range that lies in the block."""
    a, b = content
    a = past(a, b, lambda a: w.block[a] != block)
    b = back(b, a, lambda b: w.block[b] != block)
    return a, b


def one_sentence(search: Search, content: Range) -> Range:
    """Return the range up to the first quoted part that ends its sentence, where the splitter has missed the end."""
    a, b = content
    i = a
    while i < b:
        mark = search.marks[search.w.quoted[i]] if search.w.quoted[i] >= 0 else None
        if mark is not None and mark.open in search.anew and a < i:
            return a, search.w.at(mark.open)
        if mark is not None and (mark.final or _another_follows(search, search.w.quoted[i])):
            return a, min(b, search.w.at(mark.close))
        i = search.w.at(mark.close) if mark is not None else i + 1
    return content


def _another_follows(search: Search, n: int) -> bool:
    """Whether a quoted sentence stands right behind a quoted part, the article's full stop lost: a “mess” “It fell"."""
    nearest, behind = search.marks[n], search.marks[n + 1 : n + 2]
    if not behind or search.ends_open(nearest) or search.text[nearest.close : behind[0].open].strip():
        return False
    sentence = search.text[behind[0].start].isupper() and not is_name(search.text, behind[0])
    return sentence and nearest.closed and behind[0].block == nearest.block


def own_voice(search: Search, content: Range, told: int) -> Range:
    """Cut a closing ", which …", ", a move that …", ", marking …" that belongs to the article.

    A relative clause right before whoever is credited, at `told`, is theirs: … , which is poisonous, | the office said.
    """
    w = search.w
    a, b = content
    if 0 <= told - b <= 1:
        return content
    breaks = (i for i in range(a + 4, b) if w.text[i - 1] in _BREAKS and w.quoted[i - 1] < 0)
    return a, next((i - 1 for i in breaks if any(adds(search, i, a, b) for adds in VOICE.values())), b)


def _relative(search: Search, i: int, a: int, b: int) -> bool:
    """Read ", which the mayor denied", ", who left" at the end, or longer only where it reports itself."""
    w = search.w
    if w.text[i - 1] != "," or w.low[i] not in listed("relatives"):
        return False
    if _comes_back(search.w, i, b):
        return False
    reported = any(x in search.frames for x in range(i + 1, min(i + 4, b)))
    if not reported and any(search.w.quoted[x] >= 0 and search.w.quoted[x] not in search.credit for x in range(i, b)):
        return False
    return reported or (w.right[w.head[i]] >= b - 2 and b - i < max(i - a, _SHORT_ASIDE))


def _background(search: Search, i: int, a: int, b: int) -> bool:
    """Read ", which aims to link the coasts" of a thing that is known, behind the words that report the rest."""
    w = search.w
    if w.text[i - 1] != "," or w.low[i] != "which" or _comes_back(w, i, b) or w.right[w.head[i]] < b - 2:
        return False
    if any(w.quoted[x] >= 0 and w.quoted[x] not in search.credit for x in range(i, b)):
        return False
    return any(x in search.frames for x in range(search.sentence_start(a), a)) and _is_known(w, i)


def _is_known(w: Tokens, i: int) -> bool:
    """Whether a relative clause tells of a name, or of a thing with "the" or an owner, right before it."""
    verb = w.head[i]
    noun = w.head[verb] if w.dep[verb] == "relcl" and w.head[verb] < i else i - 2
    name = w.tag[i - 2] in {"NNP", "NNPS"} or w.tag[noun] in {"NNP", "NNPS"}
    return name or (w.pos[noun] == "NOUN" and w.low[w.left[noun]] in listed("definite"))


def _comes_back(w: Tokens, i: int, b: int) -> bool:
    """Whether the clause goes on behind the relative one: its profit, which it tells in March, | to be higher."""
    close = next((x for x in range(i + 2, b - 1) if w.text[x] == "," and w.quoted[x] < 0), b)
    return close < b and w.tag[close + 1] in _FINITE_OR_TO


def _sequel(search: Search, i: int, a: int, b: int) -> bool:
    """Read ", a day after the mayor left" behind what holds now or is to come."""
    w = search.w
    noun = next((k for k in range(i, min(i + 4, b - 2)) if w.low[k] in listed("spans_of_time")), -1)
    if noun < 0 or w.text[i - 1] != "," or w.ent[i] not in {"DATE", "TIME"}:
        return False
    first = next((k for k in range(a, i) if w.tag[k] in FINITE), i)
    lasting = w.tag[first] in {"VBZ", "VBP"} or w.low[first] == "will"
    return lasting and _is_over(w, noun + 1, b)


def _is_over(w: Tokens, after: int, b: int) -> bool:
    """Whether a clause with "after" or "before" tells to the end what somebody else has done.

    What is still to come, or befalls whom the content tells of ("… after it opens", "… after they left"), is told.
    """
    verb = w.head[after] if w.low[after] in {"after", "before"} and w.dep[after] == "mark" else -1
    subject = w.child(verb, "nsubj", "nsubjpass") if verb > after else -1
    past_tense = any(w.tag[k] == "VBD" for k in range(after + 1, verb + 1))
    return past_tense and subject >= 0 and w.tag[subject] != "PRP" and w.right[verb] >= b - 2


def _in_what(search: Search, i: int, _a: int, _b: int) -> bool:
    """Read ", in what was his last speech"."""
    w = search.w
    return w.text[i - 1] == "," and w.low[i] == "in" and w.low[i + 1 : i + 2] == ["what"]


def _comment(search: Search, i: int, _a: int, b: int) -> bool:
    """Read ", marking a turn in the talks"."""
    w = search.w
    return w.text[i - 1] == "," and w.low[i] in listed("comments") and w.right[i] >= b - 2


def _resumed(search: Search, i: int, _a: int, b: int) -> bool:
    """Read ", a move that …", "— the first claim of the kind"."""
    w = search.w
    noun = i + 2 if i + 2 < b and w.tag[i + 1] == "JJ" else i + 1
    return w.low[i] in listed("articles") and noun < b and w.low[noun] in listed("resumes")


#: Whether the article adds something in its own voice from token `i` to the end of the content, by name.
VOICE: Mapping[str, Callable[[Search, int, int, int], bool]] = {
    "relative": _relative,
    "background": _background,
    "sequel": _sequel,
    "in-what": _in_what,
    "comment": _comment,
    "resumed": _resumed,
}


def extended(search: Search, f: Frame, content: Range) -> Range:
    """Return the content with the edges mended that the parse gets wrong."""
    a = begin(search, f, *content)
    return a, end(search, f, a, content[1])
