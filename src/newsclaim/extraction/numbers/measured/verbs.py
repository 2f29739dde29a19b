"""What an amount tells about by its verb: the subject that rises, the object that is cut, whoever pays."""

from __future__ import annotations

from newsclaim.extraction.numbers.measured import antecedents
from newsclaim.extraction.numbers.measured.agents import is_agent, is_name, is_named_thing, is_owner_noun
from newsclaim.extraction.numbers.measured.beside import Found, behind, behind_bracket
from newsclaim.extraction.numbers.measured.climb import LISTS, Above, above, is_step, passes, root
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words


def level(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Read "the deficit reached 4.5 percent of output": a percentage that its subject is or reaches."""
    w = view.w
    i = root(view, quantity)
    head = w.head[i]
    led = w.dep[i] == "pobj" and w.low[head] in ("to", "at", "for")
    verb = w.head[head] if led else head
    if quantity.measure != "share" or not (led or w.dep[i] in ("attr", "dobj")) or verb >= i:
        return None
    if w.lemma[verb] not in words(LISTS, "levels"):
        return None
    subject = clauses.subject_of(w, verb)
    return None if subject < 0 or w.pos[subject] == "PRON" or is_agent(view, subject, quantity) else (subject, -1)


def makes_up(view: View, quantity: Quantity, _stop: int = -1) -> Found | None:
    """Read "exports make up a third of output", "accounting for 9% of the deaths": what so much of a whole is."""
    w = view.w
    verb, i = _equated(view, quantity)
    if verb < 0 or not view.text.startswith(" of ", quantity.end):
        return None
    subject = clauses.subject_of(w, verb)
    if not 0 <= subject < i:
        return None
    if w.low[subject] == "they":
        subject = antecedents.subject_before(view, subject)
    return (subject, -1) if subject >= 0 and w.pos[subject] == "NOUN" and not passes(w, subject, quantity) else None


def _equated(view: View, quantity: Quantity) -> tuple[int, int]:
    """Return the verb that says that something is so much, and the word of the amount that hangs on it; -1 for none."""
    w = view.w
    i = root(view, quantity)
    verb = w.head[i]
    if w.dep[i] == "pobj" and w.low[verb] in ("for", "to"):
        i, verb = verb, w.head[verb]
        told = "account" if w.low[i] == "for" else "amount"
        return (verb, i) if w.lemma[verb] == told else (-1, i)
    equal = w.dep[i] in ("attr", "dobj") and w.lemma[verb] in words(LISTS, "equating")
    return (verb, i) if equal else (-1, i)


def polled(view: View, quantity: Quantity, stop: int) -> Found | None:
    """Read "8% would back Ivo Renn", "49 percent of voters approve of her": the side is whose share it is."""
    w = view.w
    verb = clauses.governing_verb(w, root(view, quantity))
    polled = verb >= 0 and w.lemma[verb] in words("numbers/status", "polled")
    if quantity.measure != "share" or not polled or w.start[verb] < quantity.end:
        return None
    side = clauses.object_of(w, verb)
    side = side if side >= 0 else clauses.preposition_object(w, verb, ("for", "of"))
    if side < 0 or w.pos[side] not in ("PROPN", "PRON"):
        return None
    asked = behind(view, quantity, stop)
    return (asked[0] if asked else -1, side)


def by_verb(view: View, quantity: Quantity, _stop: int) -> Found | None:
    """Return what the verb above an amount, or above a step that it is the size of, tells about."""
    w = view.w
    found = above(view, quantity)
    for _ in range(3):
        if found is None:
            return None
        if found.is_verb:
            return _of_verb(view, quantity, found)
        if not is_step(w, found.head) and not _only_where(w, found.head, quantity):
            if (subject := _before_verb(w, found.head)) >= 0:
                return (subject, -1)
            named = w.ent[found.head] in ("GPE", "ORG", "PERSON") and is_name(view, found.head)
            owns = named and not is_named_thing(view, found.head)
            return (-1, found.head) if owns else (found.head, -1)
        found = above(view, quantity, found.head)
    return None


def _only_where(w: Tokens, i: int, quantity: Quantity) -> bool:
    """Does a noun only say where something of a size is ("a flat in Ellport, 45 square metres", "5 km north")?"""
    physical = quantity.measure in ("measure", "distance")
    place = w.ent[i] in ("GPE", "LOC", "FAC") and w.dep[i] == "pobj"
    return w.lemma[i] in words(LISTS, "no_topic") or (physical and place)


def _before_verb(w: Tokens, i: int) -> int:
    """Return the subject of a verb taken for a plural noun, as its singular article shows ("A flat costs €1,150")."""
    single = any(w.low[k] in ("a", "an", "each", "every", "one") for k in w.lefts(i))
    mistaken = single and w.tag[i] == "NNS" and w.low[i] in words(LISTS, "mistaken")
    return i - 1 if mistaken and w.head[i - 1] == i else -1


def _of_verb(view: View, quantity: Quantity, found: Above) -> Found | None:
    w, verb = view.w, found.head
    if (charged := _charged(view, quantity, found) or _totalled(w, found)) is not None:
        return charged
    if found.over == "with" or (w.dep[found.below] in ("nsubj", "nsubjpass") and not _holds(w, verb)):
        return _is_said_to_be(w, found)
    subject, thing = _subject(w, quantity, found), _object(w, quantity, found)
    agent = _agent(view, subject, quantity, verb)
    if (far := _far(view, quantity, verb, subject, thing)) is not None:
        return far
    if thing < 0 <= found.below and w.lemma[verb] in words(LISTS, "telling") and found.over:
        thing = _valued(w, verb, found)
    if thing >= 0 and (found.over or w.lemma[verb] in words(LISTS, "changers")):
        return (thing, -1 if w.lemma[verb] in words(LISTS, "telling") else agent)
    return _held(view, quantity, found, agent) or _of_subject(subject, thing, agent)


def _totalled(w: Tokens, found: Above) -> Found | None:
    """Read "imposed a fine on 11 carriers totaling $8m": what is so much, and on whom it is laid."""
    verb = found.head
    whom = w.head[verb] if w.low[verb] in ("totaling", "totalling") and w.dep[verb] == "acl" else -1
    laid = w.head[whom] if whom >= 0 and w.dep[whom] == "pobj" and w.low[w.head[whom]] in ("on", "against") else -1
    thing = w.head[laid] if laid >= 0 else -1
    thing = clauses.object_of(w, thing) if thing >= 0 and w.pos[thing] == "VERB" else thing
    return (thing, whom) if thing >= 0 and w.pos[thing] == "NOUN" and thing < laid else None


def _is_said_to_be(w: Tokens, found: Above) -> Found | None:
    """Read "$5m is the firm's target", "$8m is planned for the road": what an amount is said to be, or to be for."""
    if w.lemma[found.head] in words(LISTS, "setting_aside") and w.dep[found.below] == "nsubjpass":
        return (bought, -1) if (bought := _bought(w, found.head)) >= 0 else None
    told = w.child(found.head, "attr") if w.lemma[found.head] == "be" and not found.over else -1
    known = told > found.below and any(w.dep[k] == "poss" or w.low[k] == "the" for k in w.lefts(told))
    return (told, -1) if known and w.pos[told] == "NOUN" else None


def _of_subject(subject: int, thing: int, agent: int) -> Found | None:
    if subject >= 0:
        return (-1, subject) if agent >= 0 else (subject, -1)
    return (thing, -1) if thing >= 0 else None


def _valued(w: Tokens, verb: int, found: Above) -> int:
    """Return what "put the value of the coin at $4m" tells of, which is no step over to who puts it so."""
    thing = clauses.object_of(w, verb)
    return thing if verb < thing < found.below and w.pos[thing] == "NOUN" and not w.ent[thing] else -1


def _judges(w: Tokens, subject: int) -> bool:
    return w.lemma[subject] in words(LISTS, "arbiters")


def _charged(view: View, quantity: Quantity, found: Above) -> Found | None:
    """Read who pays, and for what: "fined the bank $2m", "cocoa cost Harlow £3m"."""
    w, verb = view.w, found.head
    if quantity.measure != "money" or found.over or w.lemma[verb] not in words(LISTS, "charging"):
        return None
    beside = (k for k in w.kids[verb] if w.dep[k] in ("dative", "dobj", "obj") and verb < k < found.below)
    who = next((k for k in beside if is_agent(view, k, quantity)), -1)
    if who < 0:
        return None
    subject = _subject(w, quantity, found)
    thing = subject >= 0 and w.pos[subject] == "NOUN" and not _judges(w, subject)
    thing = thing and (w.lemma[verb] == "cost" or not person(w, subject))  # "tourists cost the city £3m"
    return subject if thing else -1, who


def _agent(view: View, subject: int, quantity: Quantity, verb: int) -> int:
    """Return the subject if it may own the amount, or give so much away; a court sets what others pay."""
    judges = subject >= 0 and _judges(view.w, subject)
    if subject >= 0 and view.w.lemma[verb] in words(LISTS, "awarding") and is_owner_noun(view, subject):
        return -1 if judges else subject
    return subject if subject >= 0 and not judges and is_agent(view, subject, quantity) else -1


def _far(view: View, quantity: Quantity, verb: int, subject: int, thing: int) -> Found | None:
    """Read how far or fast somebody goes, and how far off something is placed."""
    w = view.w
    if quantity.measure not in ("distance", "measure"):
        return None
    if subject >= 0 and w.lemma[verb] in words(LISTS, "moving") and _moves(view, subject):
        return (-1, subject)
    if quantity.measure == "distance" and thing >= 0 and w.lemma[verb] in words(LISTS, "placing"):
        return (-1, thing) if is_name(view, thing) else (thing, -1)
    return None


def _moves(view: View, i: int) -> bool:
    """Is it somebody who moves so far or so fast, no thing that is measured ("Zapp flew at 100 mph")?"""
    w = view.w
    if w.pos[i] == "PRON":
        return w.low[i] in ("he", "she", "they", "we", "i", "you", "who")
    named = is_name(view, i) and not is_named_thing(view, i) and w.ent[i] not in ("LOC", "FAC", "EVENT", "PRODUCT")
    return named or is_owner_noun(view, i)


def _holds(w: Tokens, verb: int) -> bool:
    return w.lemma[verb] in words(LISTS, "holding")


def _subject(w: Tokens, quantity: Quantity, found: Above) -> int:
    """Return the subject of the verb, for a unit what it is of ("a litre of diesel costs")."""
    subject = clauses.subject_of(w, found.head)
    if subject == found.below:
        return -1
    if (thing := _foreseen(w, found.head)) >= 0:
        return thing
    if subject >= 0 and passes(w, subject, quantity):
        return clauses.preposition_object(w, subject, ("of",))
    return subject


def _foreseen(w: Tokens, verb: int) -> int:
    """Return what is foreseen to do it ("had forecast output to fall by 20 percent"), -1 for none."""
    thing = clauses.object_before_to(w, verb)
    foreseen = thing >= 0 and w.pos[thing] == "NOUN" and w.lemma[w.head[thing]] in words(LISTS, "foreseeing")
    return thing if foreseen else -1


def _held(view: View, quantity: Quantity, found: Above, agent: int) -> Found | None:
    """Read verbs of having, giving and getting: whose the amount is, and what it is for."""
    w, verb = view.w, found.head
    given = w.child(verb, "dative") if w.lemma[verb] in words(LISTS, "awarding") else -1
    if given >= 0:
        return (-1, given)
    if not _holds(w, verb):
        return None
    bought = _bought(w, verb) if w.dep[found.below] in ("dobj", "obj", "nsubjpass") else -1
    bought = bought if bought >= 0 or agent < 0 else behind_bracket(view, quantity)
    return (bought, agent) if agent >= 0 or bought >= 0 else None


def _object(w: Tokens, quantity: Quantity, found: Above) -> int:
    """Return the object of the verb that stands before the amount and is no part of it."""
    thing = clauses.object_of(w, found.head)
    if thing < 0 or thing == found.below or thing > found.below or found.over == "with" or passes(w, thing, quantity):
        return -1
    return thing


def _bought(w: Tokens, verb: int) -> int:
    """Return what is paid for, on or in; in cash is only how ("pay $14.50 in cash for each share")."""
    for prepositions in (("for", "on", "in"), ("for", "on")):
        found = clauses.preposition_object(w, verb, prepositions)
        if found < 0:
            return -1
        named = w.ent[found] in ("DATE", "TIME", "GPE", "PERSON")
        so_as = w.low[found] == "order" and w.low[found - 1] == "in"
        if not named and not so_as and w.lemma[found] not in words(LISTS, "means", "no_topic"):
            return found
    return -1
