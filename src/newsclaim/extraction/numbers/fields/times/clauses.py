"""Whether a time belongs to another clause than the number does, by the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsclaim.extraction.numbers.fields.times.nearest import NOW, is_of_another
from newsclaim.extraction.numbers.fields.times.phrases import DAYS, SINCE, TimePhrase
from newsclaim.extraction.numbers.quantity import AMOUNTS
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words

#: Clauses with these tell of another time than the verb above them.
_OTHER_TIME = frozenset({"since", "until", "till", "before"})
#: What is said of these kinds holds by itself, whatever else happened then.
_LEVELS = frozenset({"duration", "distance", "measure", "age"})


@dataclass(frozen=True, slots=True)
class Told:
    """Where a claim stands: its verb (-1 for none), the tokens of its noun and its number, its class."""

    verb: int
    noun: int
    number: int
    kind: str


def is_elsewhere(view: View, told: Told, phrase: TimePhrase) -> bool:
    """Is a time phrase said of another clause than the claim?

    "the largest since a truce collapsed in August" · "in Tarn, where floods came in January, 27 people died" · "the
    recorder found in November was 50 m away" · "the firm, which employs 900, lost money in the first half".
    """
    w = view.w
    own = told.verb if told.verb >= 0 else clauses.governing_verb(w, told.noun)
    its = clauses.governing_verb(w, view.within(phrase.start))
    if phrase.text.lower() in NOW:
        return told.kind in ("age", "duration") or not _is_now(view, phrase, own)
    if own < 0 or its < 0:
        return False
    if phrase.shape in SINCE and phrase.start > w.start[told.number]:
        apart = own != its and w.start[told.number] < w.start[its] < phrase.start
        return apart and (_clause_between(w, own, its, told) != "" or _is_done_since(w, own, its))
    return _is_of_verb(view, own, its, told, phrase)


def of_verb(view: View, told: Told, found: list[TimePhrase], span: tuple[int, int]) -> TimePhrase | None:
    """Return the only day or span that hangs on the claim's own verb, however far it stands, unless it tells or lasts.

    "won five prizes – more than any other – at the fair in Tarn on Sunday"
    """
    w, verb = view.w, told.verb
    if verb < 0 or told.kind in _LEVELS or w.low[verb] in words("numbers/times", "telling"):
        return None
    own = [one for one in found if clauses.governing_verb(w, view.within(one.start)) == verb]
    if len(own) != 1 or own[0].shape not in _HAPPENING or own[0].shape == "ago":
        return None
    opening = w.start[view.page.sentence(verb)[0]]
    return None if is_of_another(own[0], *span, view.text, opening) else own[0]


#: Shapes of times in which something happens once.
_HAPPENING = DAYS | {"span"}


def _is_done_since(w: Tokens, own: int, its: int) -> bool:
    """Does "since" belong to its own verb in the perfect ("arrested 12 who have been in hiding since May")?

    Whoever only counts or tells of them did nothing to them at another time ("counted 300 who have come since May").
    """
    return w.lemma[own] not in words("numbers/counted", "listing") and _has_perfect(w, its) and w.tag[own] == "VBD"


def _is_now(view: View, phrase: TimePhrase, own: int) -> bool:
    """Does "now" hang on the claim's verb, or open its sentence?"""
    i, w = view.within(phrase.start), view.w
    over = w.head[i]
    hangs = own == over or (own == w.head[over] and w.dep[over] != "conj")
    return hangs or view.starts_sentence(phrase.start)


def _is_of_verb(view: View, own: int, its: int, told: Told, phrase: TimePhrase) -> bool:
    """Does a time belong to its own verb alone, another than the claim's?"""
    w = view.w
    if own == its:
        return _of_noun_before(view, own, told, phrase)
    if w.dep[its] == "acl" and _is_set_in(view, its, told, phrase):
        return True
    if own in _above(w, its):
        if phrase.text.isdigit() or _is_of_object(w, own, its, told) or _is_of_next(w, its, told, phrase):
            return True
        return _is_apart(w, told, _clause_between(w, own, its, told), phrase)
    if its not in _above(w, own):
        return _is_of_branch(w, own, its, told, phrase)
    outside = _comes_before(view, own, its, phrase) or _outside_relative(view, own, its, told.noun, phrase)
    return outside or _is_of_telling(view, own, its, phrase)


def _is_of_branch(w: Tokens, own: int, its: int, told: Told, phrase: TimePhrase) -> bool:
    """Do both hang on one verb, and is the time of its branch ("before war came in May, it thrived, selling 40")?"""
    if w.dep[own] != "advcl" or w.child(own, "nsubj", "nsubjpass", "mark") >= 0 or w.head[own] not in _above(w, its):
        return False
    between = _clause_between(w, w.head[own], its, told)
    return between in ("before", "relcl") and _is_apart(w, told, between, phrase)


def _is_of_next(w: Tokens, its: int, told: Told, phrase: TimePhrase) -> bool:
    """Does the time open the clause joined behind the number ("talks between 40 firms failed, and in May it sold")?"""
    return w.dep[its] == "conj" and w.start[told.number] < phrase.start < w.start[its]


def _comes_before(view: View, own: int, its: int, phrase: TimePhrase) -> bool:
    """Is it told in a clause of what was before ("after two men were killed, the mayor shut the port in May")?"""
    w, at = view.w, view.within(phrase.start)
    over = next((k for k in (own, *_above(w, own)) if w.dep[k] == "advcl" and w.head[k] == its), -1)
    if over < 0 or w.left[over] <= at <= w.right[over]:
        return False
    return any(w.dep[k] == "mark" and w.low[k] in ("after", "before", "once") for k in w.lefts(over))


def _is_of_telling(view: View, own: int, its: int, phrase: TimePhrase) -> bool:
    """Is it when somebody was told or accused of it, or what was over when something else has come since?

    "told a court today that he had paid $3m" · "accused the firm in May of raising prices by 5%" · "was freed in 2004
    and has earned $3m"
    """
    w = view.w
    if w.left[own] <= view.within(phrase.start) <= w.right[own]:
        return False
    if w.dep[own] == "ccomp" and w.head[own] == its:
        return phrase.start > w.start[its] and w.low[its] in words("numbers/times", "telling")
    if w.dep[own] == "pcomp":
        return w.lemma[its] in words("numbers/measured", "accusing")
    if w.dep[own] == "conj" and w.lemma[own] == "have":
        return True  # "married in 1948 and had four children"
    return _has_now(w, own) and w.dep[own] == "conj" and w.tag[its] in ("VBD", "VBN") and not _has_perfect(w, its)


def _has_now(w: Tokens, verb: int) -> bool:
    """Has somebody done something by now ("has met"), none that had done it before?"""
    return any(w.low[k] in ("has", "have", "'ve") and w.dep[k] == "aux" for k in w.lefts(verb))


def _has_perfect(w: Tokens, verb: int) -> bool:
    return any(w.lemma[k] == "have" and w.dep[k] == "aux" for k in w.lefts(verb))


def is_over(view: View, own: tuple[int, int], phrase: TimePhrase) -> bool:
    """Is it the time of another verb, which tells of the past ("signed a deal in May, which will bring 40 jobs")?"""
    w = view.w
    its = clauses.governing_verb(w, view.within(phrase.start))
    return its >= 0 and its not in own and phrase.kind != "deadline" and w.tag[its] == "VBD"


def _is_apart(w: Tokens, told: Told, between: str, phrase: TimePhrase) -> bool:
    """Does what stands between give the time to another clause ("a fridge bought in May uses $3 a day")?"""
    if between == "conj":
        return told.kind in AMOUNTS or told.kind == "duration"
    of_year = between == "relcl" and phrase.shape not in DAYS
    of_subject = between != "" and phrase.end <= w.start[told.number]
    return between == "before" or of_subject or of_year or (between != "" and told.kind in _LEVELS)


def _is_of_object(w: Tokens, own: int, its: int, told: Told) -> bool:
    """Does the time's clause only say which thing is meant ("two panels passed the bill unveiled last week")?"""
    thing = w.head[its]
    says_which = w.dep[its] in ("acl", "relcl") and w.dep[thing] in ("dobj", "obj") and w.head[thing] == own
    return says_which and told.number < thing and thing != told.noun and not told.kind.startswith("people-")


def _is_set_in(view: View, its: int, told: Told, phrase: TimePhrase) -> bool:
    """Is a clause of another year set in before the number ("the ship, built in 1984, holds 120")?"""
    closed = view.text[phrase.end : phrase.end + 1] == "," and phrase.end <= view.w.start[told.number]
    return closed and phrase.shape not in DAYS and not view.w.left[its] <= told.number <= view.w.right[its]


def _above(w: Tokens, verb: int) -> Iterator[int]:
    """Yield the verbs over a verb, nearest first."""
    for _ in range(6):
        if w.head[verb] == verb:
            return
        verb = clauses.governing_verb(w, w.head[verb])
        if verb < 0:
            return
        yield verb


def _clause_between(w: Tokens, own: int, its: int, told: Told) -> str:
    """Return what parts the time's clause from the claim's above it.

    "before" for one with a time of its own ("since a truce collapsed"), "relcl" or "acl" for one on another noun,
    "conj" for one joined to it ("cost $8 million and opened only last year").
    """
    while its >= 0 and its not in (own, w.head[its]):
        dep = w.dep[its]
        if dep == "advcl" and any(w.low[k] in _OTHER_TIME for k in w.lefts(its)):
            return "before"
        if dep == "conj" and w.head[its] == own:
            return "conj"
        if dep in ("acl", "relcl") and w.head[its] not in (told.noun, w.head[told.noun], told.number):
            return dep
        its = clauses.governing_verb(w, w.head[its])
    return ""


def _of_noun_before(view: View, verb: int, told: Told, phrase: TimePhrase) -> bool:
    """Is it the time of an earlier event that a noun names ("have been arrested over a raid in 2019")?"""
    w = view.w
    first = view.within(phrase.start)
    if phrase.shape != "when" or first == 0 or w.pos[first - 1] != "NOUN" or first - 1 in _its_own(told):
        return False
    return _has_now(w, verb)


def _its_own(told: Told) -> tuple[int, ...]:
    """Return the noun of the claim and the unit behind its number ("would have risen to 10% in 2018")."""
    return told.noun, told.number, told.number + 1


def _lasts(w: Tokens, k: int) -> bool:
    """Is it a helping verb by which something lasts ("has met", "are based")?"""
    return (w.lemma[k] == "have" and w.dep[k] == "aux") or (w.dep[k] == "auxpass" and w.tag[k] in ("VBZ", "VBP"))


def _outside_relative(view: View, own: int, its: int, root: int, phrase: TimePhrase) -> bool:
    """Is the claim told in a clause set in with commas, of what is or had been, around which something happened?"""
    w = view.w
    while w.dep[own] != "relcl" and w.head[own] != own and w.head[own] != its:
        own = w.head[own]
    low, high = sorted((root, view.within(phrase.start)))
    if w.dep[own] != "relcl" or "," not in w.text[low:high]:
        return False
    if w.left[own] <= view.within(phrase.start) <= w.right[own]:
        return False
    apart = low == root or w.text[max(0, w.left[own] - 1)] == ","  # not "in two years, attacks have come that cost 90"
    lasting = w.tag[own] in ("VBZ", "VBP") or (apart and any(_lasts(w, k) for k in w.lefts(own)))
    return lasting and w.tag[its] in ("VBD", "VBN", "VBG")
