"""Which event a claim shows: what happens to those counted, and what a share or a time is said of."""

from __future__ import annotations

from itertools import takewhile

from newsclaim.extraction.numbers.classes.words import event_class, is_person
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields import events, lasting
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import PRESENT_OR_PAST, Tokens
from newsclaim.lexicon import words
from newsclaim.models import Event


def event_of(view: View, made: Draft) -> Event | None:
    """Return the word for what happened, None for ages."""
    w, i = view.w, _word(view.w, made)
    return Event(start=w.start[i], end=w.end[i], text=w.text[i], lemma=w.lemma[i]) if i >= 0 else None


def _word(w: Tokens, made: Draft) -> int:
    """Return the word for what happened, of shares only that of their own verb; -1 for none.

    An amount said again in another unit has that of the first.
    """
    if made.kind in ("age", "duration"):
        return lasting.event_of(w, made.root) if made.kind == "duration" else -1
    told = _told(w, made)
    if told >= 0:
        return told
    return _told(w, made.twin) if made.twin is not None else _told_by_noun(w, made)


def _told(w: Tokens, made: Draft) -> int:
    """Return the word by which what happened is told, -1 for none."""
    i = events.shown(w, made.root, made.verb, made.event)
    if i < made.root and _is_set_apart(w, made) and not events.is_aboard(w, made.root):
        i = _done_behind(w, made)
    told = max(_told_in_phrase(w, made), _of_toll(w, made, i)) if event_class(w, i) is None else -1
    if told < 0 and not _is_shown(w, made, i):
        return -1
    return told if told >= 0 else _voted(w, made, i)


def _is_set_apart(w: Tokens, made: Draft) -> bool:
    """Does "with" set the number apart from the clause before ("the fair is open, with 28 firms on the list")?"""
    k = w.before(made.quantity.front) - 1
    return k > 0 and w.low[k] == "with" and (w.text[k - 1] in _APART)


_APART = frozenset({",", "-", "–", "—", ";"})
#: So many words behind a number a participle may stand that tells of it.
_FAR = 8


def _done_behind(w: Tokens, made: Draft) -> int:
    """Return the participle behind a number that tells of it alone ("with 40 boats built"), -1 for none."""
    first = w.before(made.quantity.end)
    near = takewhile(
        lambda k: w.pos[k] != "PUNCT" and w.tag[k] not in PRESENT_OR_PAST, range(first, min(first + _FAR, len(w)))
    )
    return next((k for k in near if w.tag[k] in ("VBN", "VBG") and w.dep[k] != "amod" and w.low[k] != "being"), -1)


def _of_toll(w: Tokens, made: Draft, verb: int) -> int:
    """Return what a toll counts, which only rises or falls ("the death toll climbed to 113"), -1 for none."""
    toll = w.child(verb, "nsubj", "nsubjpass", "dobj") if verb >= 0 and made.kind == "people-killed" else -1
    if toll < 0 or w.lemma[toll] != "toll":
        return -1
    return next((k for k in w.lefts(toll) if w.lemma[k] == "death"), toll)


def _told_by_noun(w: Tokens, made: Draft) -> int:
    """Return a participle on the noun that is counted ("162 destroyed homes"), or the noun itself ("12 attacks")."""
    noun = made.thing.token if made.thing is not None else -1
    if noun < 0 or w.pos[noun] != "NOUN" or made.kind == "share":
        return -1
    done = (k for k in w.lefts(noun) if w.dep[k] == "amod" and w.lemma[k] in words("numbers/places", "happening"))
    untold = made.verb < 0 or not events.tells(w, made.verb)
    happens = untold and w.lemma[noun] in words("numbers/events", "happenings")
    told = next(done, noun if happens else -1)
    if told >= 0 or made.quantity.measure is not None:
        return told
    return max(events.deed_over(w, made.root), _said_to_be(w, made))


def _said_to_be(w: Tokens, made: Draft) -> int:
    """Return what people counted are ("40 people are unhurt", "15 girls were among the dead"), -1 for none."""
    i = clauses.first_joined(w, _number_of(w, made))
    verb = w.head[i]
    if w.dep[i] != "nsubj" or w.lemma[verb] != "be" or not _are_people(w, made):
        return -1
    whom = clauses.preposition_object(w, verb, ("among",))
    if whom >= 0:
        return whom if event_class(w, whom) is not None else -1
    said = w.child(verb, "acomp")
    return said if said >= 0 and w.pos[said] == "ADJ" else -1


def _is_shown(w: Tokens, made: Draft, i: int) -> bool:
    """Does the word tell of an event that is the number's own, outside its phrase?"""
    if i < 0 or not (events.tells(w, i) or _they_have(w, made, i)):
        return False
    if not _is_of(w, made, i) or _is_said(w, made, i):
        return False
    return w.pos[i] == "NOUN" or event_class(w, i) is not None or not _inside(w, made, i)


def _they_have(w: Tokens, made: Draft, verb: int) -> bool:
    """Do people counted have something or say so themselves ("40 people have no water", "half of the nurses said")?"""
    if w.lemma[verb] not in words("numbers/events", "theirs") or not _are_people(w, made):
        return False
    said = w.lemma[verb] in words("numbers/notclaims", "saying")
    return (said or clauses.object_of(w, verb) > verb) and _is_theirs(w, _number_of(w, made), verb)


def _are_people(w: Tokens, made: Draft) -> bool:
    return made.kind == "share" if made.thing is None else is_person(w, made.thing)


def _is_theirs(w: Tokens, i: int, verb: int) -> bool:
    """Is a word subject of a verb, or do they do it by a clause on it ("49 percent saying so", "two who had it")?"""
    on_it = w.dep[verb] in ("acl", "relcl") and w.head[verb] == i and w.tag[verb] != "VBN"
    doer = w.child(verb, "nsubj")
    return (on_it and (doer < 0 or w.low[doer] in ("who", "that"))) or (w.dep[i] == "nsubj" and w.head[i] == verb)


def _is_said(w: Tokens, made: Draft, i: int) -> bool:
    """Is the number only said, by another than those counted ("analysts predict 900 layoffs")?"""
    if w.lemma[i] in words("numbers/events", "amounting"):
        return True
    does = (made.thing is not None or made.kind == "share") and made.root < i
    does = does and (_is_argument(w, made.root, i) or _is_theirs(w, made.root, i))
    return w.lemma[i] in words("numbers/events", "telling") and not does


def _voted(w: Tokens, made: Draft, i: int) -> int:
    """Return the verb of a vote whose two sides are told behind what it was for.

    "voted to leave by 52% to 48%" · "rejected calls to protect the wall by 335 votes to 287"
    """
    if made.quantity.rival is None or i < 0:
        return i
    if w.dep[i] == "xcomp" and w.lemma[w.head[i]] == "vote":
        return w.head[i]
    over, votes = i, words("numbers/events", "voting")
    for _ in range(_DEEP):
        if over < 0 or w.lemma[over] in votes or w.tag[over] in PRESENT_OR_PAST:
            break
        over = clauses.governing_verb(w, w.head[over]) if w.head[over] != over else -1
    return over if over >= 0 and made.kind == "votes" else i


def _told_in_phrase(w: Tokens, made: Draft) -> int:
    """Return the word in which people are counted themselves ("a toll of 27 dead", "three injured girls")."""
    if not made.kind.startswith("people-"):
        return -1
    first = w.before(made.quantity.shown_end)
    near = range(first, min(first + 3, len(w)))
    told = (k for k in near if w.pos[k] in ("ADJ", "VERB") and event_class(w, k) == made.kind)
    return next((k for k in told if _tells_of(w, k, first)), -1)


def _tells_of(w: Tokens, k: int, first: int) -> bool:
    """Does it stand directly behind the number, or before the noun that is counted?"""
    return k == first or (w.dep[k] == "amod" and w.head[k] > k)


def _is_of(w: Tokens, made: Draft, event: int) -> bool:
    """Does the event belong to the number itself, and not to another noun that a share only describes?"""
    if made.thing is not None and made.thing.rule in ("bundle", "parent-of"):
        return made.thing.rule == "bundle" and _is_whole(w, made.root)
    counts = made.quantity.measure is None and made.quantity.number.form != "ratio" and made.thing is not None
    if counts and events.is_beside(w, made.root, event):
        return False
    if made.rule == "far-off":
        return w.lemma[event] in ("locate", "situate", "lie")
    if made.kind == "share":
        own = w.dep[event] == "acl" and w.head[event] == made.root  # "49 percent saying so"
        return own or w.pos[event] == "NOUN" or _do(w, made, event) or _is_argument(w, made.root, event)
    return True


def _is_whole(w: Tokens, i: int) -> bool:
    """Does what so many make up do it or suffer it ("a crew of 14 was saved"), not what is only from there?"""
    bundle = w.head[w.head[i]] if w.dep[i] == "pobj" else i
    return w.dep[bundle] != "pobj" or w.dep[w.head[bundle]] == "agent"


#: A number hangs on its verb by these, or by a preposition.
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "npadvmod", "attr", "oprd", "advmod", "dep", "nummod"})
#: Nouns in between hold a number by these ("a range of 4 percent", "an average rate of 146 percent").
_HOLDS = frozenset({"of", "by", "at"})
_DEEP = 4


def _is_argument(w: Tokens, i: int, event: int) -> bool:
    """Does a share stand as subject, object or measure of a verb ("fell by 4 percent", "spent 2% of its budget")?

    Not one that tells about a noun ("the 28% cut was felt"), nor one in a clause on another noun.
    """
    for _ in range(_DEEP):
        while w.dep[i] in ("conj", "appos") and not _leads_to(w, w.head[i], event):
            i = w.head[i]
        over = w.head[i]
        if w.dep[i] in _ARGUMENTS:
            return _leads_to(w, over, event)
        if w.dep[i] != "pobj":
            return False
        held = w.head[over]
        if _leads_to(w, held, event):
            return w.dep[over] in ("prep", "agent")
        if w.low[over] not in _HOLDS or w.pos[held] != "NOUN":
            return False
        i = held
    return False


def _leads_to(w: Tokens, verb: int, event: int) -> bool:
    """Is it the event, or a verb over it ("are expected to be built")?"""
    while event != verb and w.dep[event] in ("xcomp", "ccomp") and w.head[event] < event:
        event = w.head[event]
    return event == verb


def _do(w: Tokens, made: Draft, verb: int) -> bool:
    """Are people a share of whom do something or have it done to them ("one in 60 children were diagnosed")?"""
    if made.root < 0 or made.thing is None or not is_person(w, made.thing):
        return False
    i = _number_of(w, made)
    by = w.dep[i] == "pobj" and w.dep[w.head[i]] == "agent"
    return w.head[w.head[i] if by else i] == verb and (by or w.dep[i] in ("nsubj", "nsubjpass", "dobj"))


def _number_of(w: Tokens, made: Draft) -> int:
    """Return the word by which those counted hang on a verb: from them up to their number ("half | of the nurses")."""
    i = made.root
    for _ in range(_DEEP):
        if w.dep[i] in ("pobj", "prep") and made.quantity.start <= w.start[w.head[i]] < w.start[i]:
            i = w.head[i]
    return i


def _inside(w: Tokens, made: Draft, i: int) -> bool:
    """Does the word stand in the quantity's own phrase?"""
    quantity, thing = made.quantity, made.thing
    if quantity.start <= w.start[i] < quantity.end or thing is None:
        return quantity.start <= w.start[i] < quantity.end
    stop = thing.end if thing.end is not None else quantity.end
    return quantity.start <= w.start[i] < stop and thing.token != w.head[i]
