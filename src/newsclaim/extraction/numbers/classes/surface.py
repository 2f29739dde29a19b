"""What whole phrases around a number tell about people, where no parse is needed."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from newsclaim.lexicon import either
from newsclaim.models import ClaimClass

_LISTS = "numbers/classes"
_HOMES = r"(?:homes?|houses?|villages?|dwellings?|shelters?|land)\b"
_UPROOTED = re.compile(
    r"(?i)\b(?:leav(?:e|es|ing)|left|flee(?:ing)?|fled|abandon(?:ed|ing)?|lost|los(?:e|ing))"
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
    r"|\b(?:told|ordered|asked|urged)\s+to\s+(?:flee|evacuate|leave\s+(?:their|the)\s+(?:\w+\s+)?(?:homes?|houses?|town|area|island))\b"
    r"|\b(?:liv(?:e|ing)|stay(?:ing)?|hous(?:ed|ing)|shelter(?:ed|ing))\s+in\s+(?:\S+\s+){0,3}"
    r"(?:tents|camps?|shelters?|evacuation\s+cent(?:re|er)s?)\b"
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
    r"\s+(?:(?:are|were|remain|remained|have\s+been|had\s+been)\s+(?:still\s+)?)?(?:(?:seriously|severely|slightly|critically|badly|fatally|lightly)\s+)?(?:(?P<killed>killed|dead|died)|(?P<injured>injured|wounded|hurt|hospitali[sz]ed)|(?P<missing>missing|unaccounted)"
    r"|(?P<displaced>displaced|homeless|evacuated|(?:have\s+|had\s+)?fled)|(?P<detained>arrested|detained|jailed|hostage|captive)"
    r"|(?P<protesters>march|protest|rally|demonstrate)(?=\s|$)"
    r"|(?:have\s+|had\s+)?(?:join(?:ed)?|took\s+part\s+in|taken\s+part\s+in|attended|turned\s+out\s+for)\s+(?:the|an?)\s+(?:\w+\s+){0,2}?"
    r"(?P<marching>march|protest|rally|demonstration))\b"
)


@cache
def _hurt() -> re.Pattern[str]:
    wounds, treated = either(_LISTS, "wounds"), either(_LISTS, "wounds", "treated_for")
    return re.compile(
        r"(?:,\s[^,.;]{1,40},)?\s+(?:(?:who\s+(?:had|have)|with|escap(?:ed|ing)\s+with|survived\s+with|suffering|suffered|sustained|treated\s+for|were\s+(?:being\s+)?treated\s+for)"
        rf"\s+(?:\w+\s+){{0,3}}(?:{wounds})\b"
        rf"|(?:are|were|is|was)\s+(?:still\s+)?(?:being\s+)?treated\s+for\s+(?:\w+\s+){{0,2}}(?:{treated})\b"
        r"|(?:were|was|being|had\s+been|have\s+been)\s+(?:taken|rushed|airlifted|admitted|brought)\s+to\s+(?:an?\s+|the\s+)?(?:\w+\s+|(?:[A-Z][\w’'.]+\s+){1,4})?[Hh]ospitals?\b"
        r"|(?:(?:are|were|was|is)\s+(?:understood|believed|thought|said|reported)\s+to\s+)?"
        r"(?:are|were|was|be|remain(?:ed)?|ended\s+up|are\s+(?:staying|recovering))\s+(?:still\s+|overnight\s+)?in\s+(?:hospital\b|(?:the\s+|(?:[A-Z]\w+\s+){1,3})[Hh]ospital\b(?!\s+(?:when|while|as|during)\b)))"
    )


def are_hurt(text: str, end: int) -> bool:
    """Are people hurt behind whom this stands ("with minor injuries", "were taken to hospital")?"""
    return _hurt().match(text, end) is not None


_TREATED = re.compile(
    r"\s+(?:are|were|is|was)\s+(?:still\s+)?(?:being\s+)?treated\s+(?:in|at)\s+(?:an?\s+|the\s+|local\s+)*hospitals?\b"
)


def are_treated(text: str, end: int) -> bool:
    """Are people in hospital behind whom this stands, for wounds or an illness ("are being treated in hospital")?"""
    return _TREATED.match(text, end) is not None


@cache
def _drawn() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{either(_LISTS, 'rallies')}|sit-in)\b[^.;]{{0,40}}\b(?:drew|draw(?:s|n|ing)?|attract\w*"
        r"|(?:attended|joined)\s+by|brought\s+together)\s+(?:some\s+|about\s+|around\s+)?$"
    )


def are_drawn(text: str, start: int) -> bool:
    """Do people before whom this stands protest ("the march drew", "protests attended by")?"""
    return _drawn().search(text, max(0, start - 100), start) is not None


_ABOARD = re.compile(r"\s+(?:aboard|on[\s-]?board)\b(?!\s+(?:games?|meetings?|members?)\b)")


def are_aboard(text: str, end: int) -> bool:
    """Are people counted by where they are ("a ferry with 160 aboard")?"""
    return _ABOARD.match(text, end) is not None


@cache
def _seen_by() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_LISTS, 'of_audiences')})\s+by\s+$")


def do_so(text: str, start: int) -> bool:
    """Do people before whom this stands do what only people do ("was watched by 5.6 million")?"""
    return _seen_by().search(text, max(0, start - 24), start) is not None


_CRITICAL = re.compile(
    r"\s+(?:are|were|is|was|remain(?:s|ed)?)\s+(?:still\s+)?in\s+(?:an?\s+)?(?:critical|serious|grave|stable)"
    r"(?:\s+but\s+stable)?\s+condition\b"
)


def are_critical(text: str, end: int) -> bool:
    """Are people behind whom this stands in the care of a hospital ("are in critical condition")?"""
    return _CRITICAL.match(text, end) is not None


def beside(text: str, end: int) -> ClaimClass | None:
    """Return the class that the word directly behind people gives ("over 200 people injured", "Thousands march")."""
    match = _BESIDE.match(text, end)
    if not match:
        return None
    return "protesters" if match["protesters"] or match["marching"] else cast("ClaimClass", f"people-{match.lastgroup}")


_BRACKETS = re.compile(r"\s*\([^)]*\)")


@cache
def _size() -> re.Pattern[str]:
    fallen, tall = either(_LISTS, "fallen"), either(_LISTS, "tall")
    return re.compile(
        r"[\s-](?:tall|high|wide|thick|long|deep|across|in\s+(?:height|length|width|diameter)"
        rf"|of\s+(?:{fallen})|{tall})\b"
    )


_AWAY = re.compile(r"\s+(?:away|off|apart|(?:north|south|east|west)\w*|from|outside|inland|offshore)\b")


def is_away(text: str, end: int) -> bool:
    """Does a length behind which this stands tell how far off something is?"""
    brackets = _BRACKETS.match(text, end)
    return _AWAY.match(text, brackets.end() if brackets else end) is not None


def is_size(text: str, end: int) -> bool:
    """Does a length behind which this stands tell how large something is ("tall", "of rain")?"""
    brackets = _BRACKETS.match(text, end)
    return _size().match(text, brackets.end() if brackets else end) is not None


@cache
def _streets() -> re.Pattern[str]:
    some, rallies = r"(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,4}", either(_LISTS, "rallies")
    a_rally = rf"{some}(?:{rallies})"
    return re.compile(
        r"[^.;]{0,50}?\b(?:(?:pour|flood|spill)(?:ed|ing)?\s+(?:into|onto|through)\s+the\s+streets\b"
        r"(?![^.;]{0,60}\b(?:celebrat|victor|party\b|win\b|quake|panic))|t(?:ook|ake[ns]?|aking)\s+to\s+the\s+streets"
        rf"|t(?:ook|aken|ake|aking)\s+part\s+in\s+{some}(?:{rallies}|strikes?|vigils?)"
        rf"|(?:turned|came)\s+out\s+(?:to\s+(?:protest|march|demonstrate|rally)|for\s+{a_rally})"
        rf"|(?:joined|attended|gathered\s+(?:for|at))\s+{a_rally})\b"
    )


@cache
def _at_rally() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:at|in|on)\s+(?:an?\s+|the\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{either(_LISTS, 'rallies')}|sit-ins?)\b"
    )


def are_marching(text: str, start: int, end: int) -> bool:
    """Do people behind whom this stands protest ("took to the streets", "took part in a march")?"""
    return _streets().match(text, start, end) is not None


def are_at_rally(text: str, start: int, end: int) -> bool:
    """Are people behind whom this stands at a protest ("at the rally"), as its police are too?"""
    return _at_rally().match(text, start, end) is not None
