"""What happens to what is counted: the verb or participle, and what whole phrases tell about people."""

from __future__ import annotations

import re
from typing import cast

from newsclaim import lexicon
from newsclaim.extraction.numbers.classes import classes
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import ClaimClass

_LISTS = "numbers/measured"
_LED = frozenset({"oprd", "xcomp", "acomp", "attr", "ccomp", "dep"})


def event_of(w: Tokens, root: int, verb: int) -> int:
    """Return the word that says what happened: a clause on the noun itself, what its verb leads to, or the verb."""
    own = clauses.own_clause(w, root)
    own = own if own >= 0 else verb
    led = _led_to(w, own)
    event = led if led >= 0 else own
    if event != verb and classes.event_class(w, event) is None and classes.event_class(w, verb) is not None:
        return verb
    return event


def tells(w: Tokens, event: int) -> bool:
    """Is the word an event of its own ("killed", "dead"), not an empty verb ("had", "included")?"""
    return w.pos[event] in ("VERB", "ADJ") and w.lemma[event] not in lexicon.words(_LISTS, "no_event")


def _led_to(w: Tokens, verb: int) -> int:
    """Return what a verb of telling or being leads to: "are confirmed killed", "were left homeless", "are dead"."""
    if verb < 0 or w.lemma[verb] not in lexicon.words(_LISTS, "leads"):
        return -1
    for k in w.rights(verb):
        if w.dep[k] in _LED and w.pos[k] in ("VERB", "ADJ") and classes.event_class(w, k) is not None:
            near = w.dep[k] not in ("ccomp", "dep") or k <= verb + 3
            return k if near else -1
    return -1


_HOMES = r"(?:homes?|houses?|villages?|dwellings?|shelters?|land)\b"
_UPROOTED = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|flee(?:ing)?|fled|abandon(?:ed|ing)?|lost|los(?:e|ing))"
    rf"\s+(?:their|its|the)?\s*(?:\w+\s+){{0,2}}{_HOMES}"
    rf"|\b(?:driven|forced|chased|pushed)(?:\s+\S+){{0,5}}?\s+(?:from|out\s+of)\s+(?:their|its)\s+{_HOMES}"
    r"|\b(?:sought|seek(?:ing)?|tak(?:e|en|ing)|took|found)\s+(?:refuge|shelter|sanctuary)\b"
    r"|\bwithout\s+(?:an?\s+|any\s+)?(?:shelter|homes?|roof|housing)\b"
    r"|\b(?:dr[oi]ve(?:n|s)?|driving|forc(?:ed|ing))\s+out\b(?!\s+of\s+(?:office|power|business))"
    r"|\bmoved\s+(?:to|into|from|out\s+of)\s+(?:the\s+|an?\s+)?"
    r"(?:higher\s+ground|safe\w*|slopes?|shelters?|camps?|tents|evacuation|temporary|low-lying|danger)"
    r"|\bleft\b[^.;]{0,60}?\bhomeless\b|\bnowhere\s+to\s+(?:live|go)\b"
    r"|\b(?:are|were|remain|remained)\s+(?:still\s+)?(?:in|inside)\s+(?:\S+\s+){0,3}(?:shelters|evacuation\s+cent(?:re|er)s)\b"
    r"|\bforc(?:ed|ing)(?:\s+\S+){0,8}?\s+to\s+(?:flee|leave|evacuate|move|abandon)\b"
    r"|\b(?:liv(?:e|ing)|stay(?:ing)?|hous(?:ed|ing)|shelter(?:ed|ing))\s+in\s+(?:\S+\s+){0,3}"
    r"(?:tents|camps?|shelters?|evacuation\s+cent(?:re|er)s?)\b",
    re.IGNORECASE,
)


def are_uprooted(text: str, low: int, high: int) -> bool:
    """Do people lose their homes by the words around ("forced 12,000 families to leave their homes")?"""
    return _UPROOTED.search(text, low, high) is not None


_AMONG = re.compile(
    r"[^.;]{0,70}?\b(?:was|were|is|are|be)\b[^.;]{0,50}?\bamong\s+(?:the|those)\s+"
    r"(?P<what>dead|killed|injured|wounded|missing|deceased|victims)\b"
)
_BY_WORD: dict[str, ClaimClass] = {
    "injured": "people-injured",
    "wounded": "people-injured",
    "missing": "people-missing",
}


def among(text: str, start: int, end: int) -> ClaimClass | None:
    """Return the class of those a number is said to be among ("One child was among the dead")."""
    match = _AMONG.match(text, start, end)
    return _BY_WORD.get(match["what"], "people-killed") if match else None


_BESIDE = re.compile(
    r"\s+(?:(?:are|were|remain|remained|have\s+been|had\s+been)\s+(?:still\s+)?)?(?:(?P<killed>killed|dead|died)|(?P<injured>injured|wounded|hurt|hospitali[sz]ed)|(?P<missing>missing|unaccounted)"
    r"|(?P<displaced>displaced|homeless|evacuated)|(?P<detained>arrested|detained|jailed)"
    r"|(?P<protesters>march|protest|rally|demonstrate)(?=\s|$)"
    r"|(?:have\s+|had\s+)?(?:join(?:ed)?|took\s+part\s+in|taken\s+part\s+in|attended|turned\s+out\s+for)\s+(?:the|an?)\s+(?:\w+\s+){0,2}?"
    r"(?P<marching>march|protest|rally|demonstration))\b"
)


def beside(text: str, end: int) -> ClaimClass | None:
    """Return the class that the word directly behind people gives ("over 200 people injured", "Thousands march")."""
    match = _BESIDE.match(text, end)
    if not match:
        return None
    return "protesters" if match["protesters"] or match["marching"] else cast("ClaimClass", f"people-{match.lastgroup}")
