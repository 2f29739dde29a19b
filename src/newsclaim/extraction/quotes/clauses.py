"""Whether what follows behind "and" or "but" still belongs to what is reported: tense, form and quoted words tell."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.people import amount
from newsclaim.extraction.page.tokens import FINITE, Tokens, past
from newsclaim.extraction.quotes.search import Search
from newsclaim.extraction.quotes.works import is_name
from newsclaim.lexicon import words

_SUBJECTS_OF = frozenset({"nsubj", "nsubjpass"})
#: What the form of a verb tells, by its tag.
_FORMS = {"VBZ": "singular", "VBP": "plural", "VBD": "past", "MD": "modal", "VB": "base"}
_SUBJECTS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "EX"})
#: The verb of a clause stands no farther from its beginning.
_REACH = 14
#: The noun of a share stands so near behind what joins its clause to another.
_NEAR = 6


def occasion_at(w: Tokens, k: int) -> int:
    """Return the noun of where something is said or told that begins here ("in a letter"), -1 where none does."""
    opens = w.low[k] in listed("occasion_prepositions") and w.low[k + 1] in listed("indefinite")
    noun = w.child(k, "pobj") if opens else -1
    return noun if noun >= 0 and w.lemma[noun] in listed("occasions") else -1


def goes_on(search: Search, f: Frame, a: int, b: int, stop: int) -> int:
    """Return where the content ends when a clause in the same voice follows it: "… would close, and they could …"."""
    w = search.w
    joiner = b + 1 if b < stop and w.text[b] == "," else b
    verb = _second(search.w, joiner, stop)
    if verb < 0 or any(i in search.frames for i in range(joiner, min(stop, verb + 4))):
        return b
    if w.tag[joiner + 1] in {"PRP", "EX"} and joiner == b and w.low[joiner] != "but":
        return stop
    first, second = _tense(w, _finite(w, a, b)), _tense(w, verb)
    shifted = w.tag[f.verb] == "VBD" and (second == "would" or first == second == "present")
    return stop if shifted else b


def parallel_verb(search: Search, f: Frame, a: int, b: int, stop: int) -> int:
    """Go on with a second verb of the content's own subject: said it puts limits on them | and checks them.

    Its form tells: it is that of a verb before, and not that of the cue ("said they came and | went home").
    """
    w = search.w
    joiner = max(_joiner(w, b, stop), _in_list(w, b, stop))
    verb = joiner + 1 + (joiner >= 0 and w.pos[min(joiner + 1, len(w) - 1)] == "ADV")
    if joiner < 0 or verb + 1 >= stop or verb in search.frames or _finite(w, a, b) < 0:
        return b
    whole = w.head[verb] if w.pos[verb] == "AUX" and verb < w.head[verb] < stop else verb
    same = w.pos[verb] == "AUX" and any(w.low[i] == w.low[verb] and w.pos[i] == "AUX" for i in range(a, b))
    if w.child(whole, "nsubj", "nsubjpass") < joiner:
        same = same or _in_form(w, f, range(a, b), verb)
    return w.right[whole] + 1 if same else b


def _in_list(w: Tokens, b: int, stop: int) -> int:
    """Return the comma behind the content before the second of three verbs: it wears us | , harms them and helps Y."""
    listed_on = b + 2 < stop and w.text[b] == "," and w.tag[b + 1] in {"VBZ", "VBP"}
    return b if listed_on and any(w.low[i] in listed("coordinators") for i in range(b + 2, stop)) else -1


def _in_form(w: Tokens, f: Frame, content: range, verb: int) -> bool:
    """Whether the form of the verb is one of the content's and not the cue's, or none that could follow the cue."""
    form, cue = _FORMS.get(w.tag[verb]), _form_of(w, f.verb)
    if cue is None or form is None or form == cue:
        return False
    return form == "modal" or (form, cue) == ("base", "past") or any(_FORMS.get(w.tag[i]) == form for i in content)


def _form_of(w: Tokens, verb: int) -> str | None:
    """Return the form of a cue, that of its first auxiliary; None for a participle alone."""
    return _FORMS.get(w.tag[next((k for k in w.kids[verb] if w.dep[k] in {"aux", "auxpass"}), verb)])


def quoted_half(search: Search, f: Frame, _a: int, b: int, stop: int) -> int:
    """Go on with a half whose quoted words nobody else says: … | , but it “raises doubts” · … | , which “is a lot”."""
    w = search.w
    joiner = _joiner(w, b, stop, "relatives")
    first = next((i for i in range(joiner + 1, stop) if w.quoted[i] >= 0), -1) if joiner >= 0 else -1
    if first < 0 or w.quoted[first] in search.credit or any(i in search.frames for i in range(joiner, first)):
        return b
    mark = search.marks[w.quoted[first]]
    close = w.at(mark.close)
    verb = _finite(w, joiner, first + 1)
    if verb < 0 or _is_deed(w, f, joiner, verb) or is_name(search.text, mark) or w.tag[joiner + 1] == "PRP$":
        return b
    return close if any(i in search.frames for i in range(close, stop)) else stop


def _is_deed(w: Tokens, f: Frame, joiner: int, verb: int) -> bool:
    """Whether a second verb tells what the speaker did next ("said so and left"): the cue's form right behind "and"."""
    if w.tag[joiner + 1] == "PRP":
        return False  # said it was late, but she was “ready”
    return verb - joiner <= 2 and w.pos[joiner] == "CCONJ" and _FORMS.get(w.tag[verb]) == _form_of(w, f.verb)


def second_share(search: Search, f: Frame, a: int, b: int, stop: int) -> int:
    """Go on with others whom a survey has asked: found 41 percent like it | , while 77 percent think it dear."""
    w = search.w
    joiner = b + 1 if b < stop and w.text[b] == "," else b
    share = share_behind(w, joiner, stop) if is_survey(w, f) and any(amount(w, i) for i in range(a, b)) else -1
    return min(stop, w.right[w.head[share]] + 1) if share >= 0 else b


def is_survey(w: Tokens, f: Frame) -> bool:
    """Whether it is a survey, a study or figures that tell it."""
    return f.head >= 0 and w.lemma[f.head] in words("nouns", "evidence")


def share_behind(w: Tokens, joiner: int, stop: int) -> int:
    """Return the share that is the subject of a clause behind a joining word: and | 77 percent | believe; else -1."""
    if joiner >= stop or w.low[joiner] not in listed("joining"):
        return -1
    near = range(joiner + 1, min(stop, joiner + _NEAR))
    share = next((i for i in near if w.dep[i] == "nsubj" and amount(w, i)), -1)
    return share if share >= 0 and w.head[share] > share else -1


def second_phrase(search: Search, _f: Frame, a: int, b: int, stop: int) -> int:
    """Go on with a second thing that something is described as: as “reckless” | , and a threat to the town."""
    w = search.w
    joiner = _joiner(w, b, stop)
    if joiner < 0 or "as" not in w.low[a:b] or joiner + 2 >= stop:
        return b
    first = joiner + 1
    noun = w.head[first] if w.low[first] in listed("articles") else first
    whole = w.tag[noun] in {"NN", "NNS"} if noun > first else w.tag[noun] == "JJ" and w.dep[noun] == "conj"
    return w.right[noun] + 1 if whole and w.dep[noun] not in _SUBJECTS_OF and noun < stop else b


def _joiner(w: Tokens, b: int, stop: int, *more: str) -> int:
    """Return the joining word behind the content and its comma or mark, -1 for none; also one of `more` lists."""
    i = past(b, stop, lambda i: w.pos[i] in {"PUNCT", "SPACE"})
    return i if i + 1 < stop and any(w.low[i] in listed(key) for key in ("before_verbs", *more)) else -1


def turns_away(search: Search, f: Frame, a: int, b: int) -> int:
    """Return where the content ends when a clause inside it is the article's: "… would not run | and N. has …"."""
    w = search.w
    if w.tag[f.verb] != "VBD":
        return b
    first = _tense(w, _finite(w, a, b))
    for joiner in range(a + 3, b - 2):
        comma = w.text[joiner - 1] == ","
        verb = _second(w, joiner, b) if w.low[joiner] in listed("coordinators") else -1
        second = _tense(w, verb)
        if (first in {"would", "past"} and second == "present") or (comma and first == "present" and second == "past"):
            return joiner - comma
    return b


def _second(w: Tokens, joiner: int, stop: int) -> int:
    """Return the verb of a clause with a subject of its own behind the joining word; -1 when there is none."""
    start = joiner + 1
    if joiner + 2 >= stop or w.low[joiner] not in listed("before_verbs") or w.tag[start] not in _SUBJECTS:
        return -1
    verb = _finite(w, start, min(stop, start + _REACH))
    return -1 if verb <= start or any(w.quoted[i] >= 0 or w.text[i] == "," for i in range(start, verb)) else verb


def _finite(w: Tokens, a: int, b: int) -> int:
    return next((i for i in range(a, b) if w.tag[i] in FINITE), -1)


def _tense(w: Tokens, verb: int) -> str:
    """Return "present", "past" or "would" for a finite verb or auxiliary."""
    if verb < 0:
        return ""
    if w.tag[verb] == "MD":
        return "would" if w.low[verb] in listed("shifted") else "present"
    return "past" if w.tag[verb] == "VBD" else "present"
