"""How sure a clause is by its modal verbs, conditions and plans, and by the verbs and nouns above it."""

from __future__ import annotations

from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import PRESENT_OR_PAST, Tokens
from newsclaim.models import TimeRef

_SUBORDINATE = frozenset({"xcomp", "ccomp", "conj", "dep", "acomp"})


@cache
def group(name: str) -> dict[str, str]:
    """Return the words of a group of `data/numbers/status.toml`, each with the status that it gives."""
    return {word: status for status, words in lexicon.load("numbers/status")[name].items() for word in words}


def climb(w: Tokens, verb: int) -> str | None:
    """Follow the verbs above the number until one says how sure it is; a clause with a tense of its own ends the way.

    Modal verbs tell about the clause they stand in; what governs that clause tells by its own meaning only.
    """
    i, finite, governs = verb, False, False
    for _ in range(4):
        if (found := _of_clause(w, i, governs=governs, finite=finite)) is not None:
            return found
        if (named := _noun_says(w, i)) is not None:
            return named
        over = _above(w, i)
        if over < 0:
            return None
        finite = finite or _is_finite(w, i)
        if finite and w.dep[i] in ("advcl", "pcomp"):
            return None
        governs, i = w.dep[i] not in ("conj", "advcl"), over
    return None


def _is_finite(w: Tokens, i: int) -> bool:
    """Has a clause a tense of its own, unlike "would see its budget cut", "will allow it to cut 40", "let 40 go"?"""
    if w.dep[i] not in ("ccomp", "dep") or w.child(i, "nsubj", "nsubjpass") < 0:
        return False
    helping = [w.low[k] for k in w.lefts(i) if w.dep[k] in ("aux", "auxpass")]
    if "to" in helping:
        return False
    bare = w.tag[i] in ("VB", "VBG", "VBP", "VBN") and w.child(i, "aux", "auxpass", "mark") < 0
    return not (bare and w.dep[i] == "ccomp" and w.lemma[w.head[i]] in group("letting"))


def _above(w: Tokens, i: int) -> int:
    """Return the verb above whose certainty holds for this one too, -1 for none.

    "could end in losing 40 jobs", "would lose most, taking a hit of 30%"; not what was done before or beside it.
    """
    over = w.head[i]
    if w.dep[i] == "pcomp":
        leads = w.low[over] in _LEADING_ON or (w.low[over] == "with" and _PAST.isdisjoint(w.low[i : w.right[i] + 1]))
        return w.head[over] if leads and w.head[over] < over and w.tag[i] == "VBG" else -1
    if w.dep[i] == "advcl":
        return over if _is_foreseen(w, i) or _follows(w, i) else -1
    return over if _is_under(w, i) else -1


def _follows(w: Tokens, i: int) -> bool:
    """Is it a gerund for what comes of the verb above, which is to come (", closing 40 shops", ", soon closing 40")?"""
    comma = i - 2 if w.dep[i - 1] == "advmod" and w.head[i - 1] == i else i - 1
    if w.tag[i] != "VBG" or comma < 0 or w.text[comma] != "," or not any(w.tag[k] == "MD" for k in w.lefts(w.head[i])):
        return False
    return w.child(i, "aux", "mark", "nsubj") < 0 and w.lemma[i] not in group("aside")


def _is_foreseen(w: Tokens, i: int) -> bool:
    """Is it what the object of the verb above is to do ("had forecast output to fall by 20 percent")?"""
    return clauses.object_before_to(w, i) >= 0 and w.lemma[w.head[i]] in group("governors")


#: Prepositions whose gerund belongs to what the verb above tells.
_LEADING_ON = frozenset({"from", "by", "in", "into", "to", "at", "on", "for", "of"})
#: What stands "with" something to come may be of before itself ("with sales falling by 40 percent last year").
_PAST = frozenset({"last", "ago", "already", "earlier", "previous", "yesterday", "recently"})


def _is_under(w: Tokens, verb: int) -> bool:
    """Does what is said of the verb above hold for this one: no clause of its own, joined without a subject?"""
    head, dep = w.head[verb], w.dep[verb]
    if dep not in _SUBORDINATE or head == verb or ";" in w.text[min(verb, head) : max(verb, head)]:
        return False
    if dep != "conj":
        return True
    told = w.tag[verb] == "VBD" and any(w.tag[k] == "MD" for k in w.lefts(head))  # "would go … and described it"
    return not told and w.child(verb, "nsubj", "nsubjpass", "aux") < 0


def _noun_says(w: Tokens, i: int) -> str | None:
    """Return what a noun above the verb says: "plans to send 3,000", "a target of cutting 40", "a deal to give"."""
    if w.dep[i] == "advcl":
        noun = clauses.object_of(w, w.head[i]) if w.low[i - 1] == "to" and w.head[i] < i else -1
    elif w.dep[i] == "acl":
        tells = w.child(i, "mark") < 0 and (w.tag[i] in PRESENT_OR_PAST or _is_in_force(w, i))
        noun = -1 if tells else w.head[i]  # "Good effort Norland doubled its"
    else:
        noun = w.head[w.head[i]] if w.dep[i] == "pcomp" else -1
    if noun < 0 or w.pos[noun] != "NOUN" or _is_carried_out(w, noun):
        return None
    return group("nouns").get(w.lemma[noun])


def _is_in_force(w: Tokens, i: int) -> bool:
    """Does a gerund tell what is so already, no plan's aim ("an order banning 40 firms", "plans averaging $3,000")?"""
    aim = w.lemma[w.head[i]] in ("plan", "proposal") and w.lemma[i] not in lexicon.words("numbers/measured", "levels")
    return w.tag[i] == "VBG" and not aim


def _is_carried_out(w: Tokens, noun: int) -> bool:
    """Is what a noun is for done already ("completed a deal to buy 40 ships")?"""
    verb = w.head[noun] if w.dep[noun] == "dobj" else -1
    return verb >= 0 and w.tag[verb] in ("VBD", "VBN") and w.lemma[verb] in group("carrying_out")


def _of_clause(w: Tokens, verb: int, *, governs: bool, finite: bool) -> str | None:
    own = _of_governor(w, verb) if governs else None
    if own is not None or finite:
        return own
    if _under_condition(w, verb) or _had_it(w, verb):
        return "hypothetical"
    if _is_to(w, verb):
        return "planned"
    return next((found for k in w.lefts(verb) if (found := _of_word(w, verb, k)) is not None), None)


def _of_governor(w: Tokens, verb: int) -> str | None:
    """Return what a verb says about the clause it governs; some do so in the passive only ("is thought to cost")."""
    if w.tag[verb] == "VBG" and (w.lemma[verb] == "go" or _is_weighed(w, verb)):
        return "planned"
    if w.lemma[verb] in group("liking") and w.child(verb, "xcomp") >= 0:
        return "planned" if any(w.low[k] in ("would", "'d") for k in w.lefts(verb)) else None
    passive = w.child(verb, "auxpass") >= 0 or (w.dep[verb] == "acl" and w.tag[verb] == "VBN")
    told = "denied" if doubts(w, verb) else group("passives").get(w.lemma[verb]) if passive else None
    return told or group("governors").get(w.lemma[verb])


def doubts(w: Tokens, i: int) -> bool:
    """Does it say that what it governs will not come ("unlikely", "not expected")?"""
    return w.lemma[i] in group("doubting") or (w.lemma[i] in group("awaiting") and w.child(i, "neg") >= 0)


def _is_weighed(w: Tokens, verb: int) -> bool:
    """Is it "is considering buying", "is looking to sell", not "considering that"?"""
    return w.lemma[verb] in group("weighing") and w.child(verb, "aux") >= 0


def _of_word(w: Tokens, verb: int, k: int) -> str | None:
    """Return what one word on the left of a verb says: a conjunction, an adverb, a modal verb."""
    if w.dep[k] == "mark" and w.dep[verb] == "ccomp" and w.low[k] in ("if", "whether"):
        return "possible"  # "are to find out if he paid $3m"
    if w.dep[k] == "mark" and w.low[k] in group("marks"):
        return "hypothetical" if w.low[k + 1] != "not" else None
    if w.dep[k] == "advmod" and k == verb - 1:
        return group("adverbs").get(w.low[k])
    return _modal(w, verb, k) if w.dep[k] in ("aux", "auxpass") else None


def _under_condition(w: Tokens, verb: int) -> bool:
    """Does a clause with "if" or "unless" hang on the verb ("If the dam breaks, 30 villages would be flooded")?"""
    clauses = [k for k in w.kids[verb] if w.dep[k] == "advcl"]
    if any(_had_it(w, k) for k in clauses):
        return True
    marks = (x for k in clauses for x in w.lefts(k) if w.dep[x] == "mark" and w.low[x] in ("if", "unless"))
    return any(w.low[x + 1] not in ("not", "any", "only") and w.low[x - 1] != "even" for x in marks)


def _had_it(w: Tokens, verb: int) -> bool:
    """Does "had" before its subject make it a condition ("Had it come an hour earlier, …")?"""
    had = next((k for k in w.lefts(verb) if w.low[k] == "had" and w.dep[k] == "aux"), -1)
    return 0 <= had < w.child(verb, "nsubj", "nsubjpass") < verb and "?" not in w.text[verb : w.right[verb] + 2]


def _is_to(w: Tokens, verb: int) -> bool:
    """Is it to happen by somebody's plan: "is to cut 300 jobs", "to be performed", a headline's "Army to send 300"?"""
    if w.lemma[verb] == "be" and _is_to_be_done(w, verb):
        return True
    helping = [w.low[k] for k in w.lefts(verb) if w.dep[k] == "aux"]
    if "to" not in helping or "have" in helping:
        return False  # "those to have signed"
    if w.dep[verb] in ("acl", "relcl"):
        return w.child(verb, "auxpass") >= 0
    if w.dep[verb] == "ROOT":
        return w.child(verb, "nsubj", "nsubjpass") >= 0
    head = w.head[verb]
    governed = w.dep[verb] == "xcomp" and w.lemma[head] == "be" and head < verb and w.low[head] != "be"
    return governed and w.child(head, "acomp", "expl") < 0


def _is_to_be_done(w: Tokens, verb: int) -> bool:
    """Does something with the number as its subject lie ahead ("three dams are to be built", "40 staff are to go")?"""
    done = w.child(verb, "xcomp")
    if done >= 0 and w.lemma[done] == "blame":
        return False  # "two men are to blame"
    passive = done > verb and w.child(done, "auxpass") >= 0 and w.tag[done] == "VBN"
    subject = w.child(verb, "nsubj")
    ahead = passive or (done > verb and w.tag[done] == "VB" and _are_doers(w, subject))
    return ahead and w.child(verb, "acomp", "expl") < 0 and any(w.low[k] == "to" for k in w.lefts(done))


def _are_doers(w: Tokens, subject: int) -> bool:
    """Are they so many who may do something, not "two options are to wait and to leave"?"""
    return subject >= 0 and w.child(subject, "nummod") >= 0 and w.lemma[subject] not in group("choices")


def foreseen(w: Tokens, verb: int) -> str | None:
    """Return what is said of the verb's subject ("two chiefs are set to testify", "are due to appear")."""
    said = w.child(verb, "acomp") if w.lemma[verb] == "be" else verb
    if said < 0 or w.lemma[said] not in group("foreseen"):
        return None
    led = w.child(said, "xcomp")
    if led > said and w.lemma[led] == "be" and w.child(led, "attr", "acomp") >= 0:
        return "possible" if w.lemma[said] == "likely" else None  # "are likely to be foreigners": a guess about now
    ahead = led > said and (w.tag[led] == "VB" or (w.tag[led] == "VBN" and _has_base(w, led)))
    return group("foreseen")[w.lemma[said]] if ahead else None


def _has_base(w: Tokens, verb: int) -> bool:
    """Has a verb an auxiliary in its base form ("to be cut", "would have cut")?"""
    return any(w.tag[k] == "VB" for k in w.lefts(verb))


def _is_missed(w: Tokens, verb: int, modal: str) -> bool:
    """Does a modal verb with "have" tell of what did not happen ("would have cost", "we could have scored")?

    "could have been killed" and "the blast could have hurt" leave it open.
    """
    if modal in ("would", "'d", "should"):
        return True
    subject = w.child(verb, "nsubj")
    return modal == "could" and subject >= 0 and (w.pos[subject] == "PRON" or w.ent[subject] == "PERSON")


def _is_had(w: Tokens, verb: int, modal: str) -> bool:
    """Is it "had", written like "would" ("they'd lost 40 cows")?"""
    return modal in ("'d", "’d") and w.tag[verb] == "VBN" and not _has_base(w, verb)


def _sees_done(w: Tokens, verb: int) -> bool:
    """Does "see" tell what is done to somebody ("could see its staff cut"), not what a person looks at?"""
    subject = w.child(verb, "nsubj")
    looks = subject >= 0 and (w.low[subject] in ("he", "she", "i", "we", "you") or w.ent[subject] == "PERSON")
    return not looks and w.child(verb, "ccomp") >= 0


def _modal(w: Tokens, verb: int, aux: int) -> str | None:
    word = w.low[aux]
    if _is_had(w, verb, word):
        return None
    modals = lexicon.load("numbers/status")["modals"]
    perfect = any(w.low[k] in ("have", "'ve") and w.dep[k] == "aux" for k in w.kids[verb])
    if perfect and word in modals["possible_have"]:
        return "hypothetical" if _is_missed(w, verb, word) else "possible"
    if word in modals["projected"]:
        able = word in ("could", "would", "'d", "should")
        brings = w.lemma[verb] == "see" and (word == "would" or _sees_done(w, verb))
        polite = able and not brings and w.lemma[verb] in lexicon.words("numbers/status", "polite")
        return None if polite else "projected"
    return "possible" if word in modals["possible"] else None


def named(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "the goal is $40 million", "the proposed $40 million dam", "an expected 40 guests"."""
    w = view.w
    if made.quantity.measure in ("age", "duration"):
        return None
    before = max(0, view.at(made.quantity.start) - 1)
    called = group("called").get(w.low[before]) if w.tag[before] != "VBD" else None
    noun = _filled(w, made.root)
    if called is not None or noun < 0:
        return called if view.at(made.quantity.start) > 0 else None
    own = group("named").get(w.lemma[noun])
    return own or next((found for k in w.lefts(noun) if (found := group("called").get(w.low[k])) is not None), None)


def _filled(w: Tokens, root: int) -> int:
    """Return the noun whose measure or number this is, -1 for none.

    "a cost of 40" · "the cost is 40" · "40 is the target" · "set the target at 40"
    """
    if root < 0:
        return -1
    root = clauses.first_joined(w, root)
    above = w.head[root]
    if w.dep[root] == "pobj" and w.low[above] == "of" and w.pos[w.head[above]] == "NOUN":
        return w.head[above]
    if w.dep[root] == "pobj" and w.low[above] == "at" and w.lemma[w.head[above]] == "set":
        return max(clauses.object_of(w, w.head[above]), w.child(w.head[above], "nsubjpass"))
    if w.lemma[above] == "be" and w.dep[root] == "attr":
        return clauses.own_subject(w, above)
    return w.child(above, "attr") if w.lemma[above] == "be" and w.dep[root] == "nsubj" else -1
