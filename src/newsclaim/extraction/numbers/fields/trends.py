"""Does a number tell of a rise or a fall, and is it the size of it: "rose 5%" (a step), "rose to 66" (a level)?"""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.changing import change_before
from newsclaim.extraction.numbers.classes import surface
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields.reached import is_by_so_much, reached
from newsclaim.extraction.numbers.fields.times.phrases import MONTH
from newsclaim.extraction.numbers.quantity import AMOUNTS, Change, Trend
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses

_AFTER = r"as\s+much\s+as|another|an?\s+(?:further|additional)|more\s+than|less\s+than|a|an|the|its|their|his|her"
_STEP = re.compile(rf"\s*(?:[a-z]+ly\s+)?(?:(?:by|of|in|{_AFTER}|value)\s+)*\s*")
_LEVEL = re.compile(rf"\s*(?:(?:to|at|for|{_AFTER}|record|new|high|low|just)\s+)*\s*")
_TOLL_LEVEL = re.compile(r"(?:\s+[\w’'-]+){0,6}\s+to\s+")
#: Between a verb of change and a percentage: what changes ("raised its dividend 10 percent") or the pace of it
#: ("expanded at an annual rate of"). "cut its forecast from" leads to the earlier value.
_OBJECT = re.compile(
    r"\s+(?:(?:its|their|the|his|her)\s+(?:[\w’'-]+\s+){1,4}?(?:by\s+)?"
    r"|at\s+an?\s+(?:[\w-]+\s+){0,3}?(?:(?:rate|pace)\s+of\s+)?)"
)
#: The same, to where it leads: "cut its forecast to $55 million".
_OBJECT_TO = re.compile(r"\s+(?:(?:its|their|the|his|her)\s+)?(?:[\w’'-]+\s+){1,5}?to\s+(?:an?\s+|the\s+)?")
_NO_STEP = re.compile(r"\b(?:from|to|of|and|in|at|with|on|for|but|which|that)\s", re.IGNORECASE)
#: Ways in which a level was found that rises and falls ("the toll rose to 66").
_LEVELS = frozenset({"toll", "number-of", "population", "total", "level-of"})
_UP = r"rise|increase|gain|jump|climb|surge|growth|advance|improvement|uptick|hike"
_DOWN = r"drop|fall|decline|decrease|loss|slide|slump|plunge|reduction|cut|dip|contraction|slowdown"
_FURTHER = (
    r"(?=\s+(?:in|from|on|for|to|over|last|this|since|after|compared|versus|between|during|that|which)\b|\s*[,.;])"
)
_NOUN_BEHIND = re.compile(
    rf"(?:\s+|-)(?:year(?:\s|-)(?:on|over)(?:\s|-)year\s+|(?:(?!to\s|and\s|or\s|for\s)\w+\s+){{0,2}}?)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b{_FURTHER}"
)
_THEN = (
    r"(?:(?:an?|one|last|the|it)\s|(?:in|at)\s+(?:the\s|(?:19|20)\d\d|[A-Z][a-z]+\b)|(?:19|20)\d\d"
    r"|\w+day\b|earlier|before|previously)"
)
_HIGHER = r"(?P<up>more|higher|greater|above|up|bigger|larger|warmer|better)"
_LOWER = r"(?P<down>less|fewer|lower|below|down|smaller|worse|cooler)"
_LATER = (
    rf"(?:\s+(?:than|on|from)\s+{_THEN}|(?<=above)\s+{_THEN}|(?<=below)\s+{_THEN}|\s*[,.;]|\s+at\s"
    r"|\s+by\s+(?:19|20)\d\d|\s*$)"
)
_THAN = re.compile(rf"(?:\s+points?)?\s+(?:{_HIGHER}|{_LOWER})(?:\s+\w+)?{_LATER}")
#: Behind a count and before the size of its change: "40 ships in May, ten up on April", "…, up ten on April".
_CHANGED = re.compile(r"[^,;:.]{0,40}(?:,|\s[(–—-])\s*(?:(?:(?P<up>up)|(?P<down>down))\s+(?:by\s+)?)?")
_COMPARED = re.compile(rf"\s+(?:{_HIGHER}|{_LOWER})\s+(?:than|on|from)\s+(?:(?:in|at|on)\s+)?")
_ON = re.compile(r"\s+(?:than|on|from)\s+(?:(?:in|at|on)\s+)?")
#: What a count was before, where it is no time phrase by itself: "on the year before", "than at the last vote".
_ONCE = re.compile(
    rf"{MONTH}\b|(?:the\s+)?(?:last|previous|same)\s+\w|(?:the|an?)\s+(?:day|week|month|quarter|year|decade|season)\b"
)
#: "85% more wildfires in Norland in 2019 than there were in 2018"
_MORE_THAN_THEN = re.compile(
    rf"\s+(?:{_HIGHER}|{_LOWER})\s+(?:[\w’'-]+\s+){{1,6}}?than\s+(?:there\s+(?:were|was)\s+)?(?:in\s+)?"
    r"(?:(?:19|20)\d\d|last\s+\w+|an?\s+(?:year|month|week)|the\s+(?:previous|same|year)|earlier|before)\b"
)
#: "41.3 points, or 0.6 percent": the same change said twice.
_OR = re.compile(r",?\s+or\s+|\s*\(")


def change_of(view: View, made: Draft, before: Draft | None) -> Change | None:
    """Return what a number tells of a change, None where it tells of none.

    Args:
        view: the article.
        made: the claim in the making.
        before: the claim before it, whose change it may say again in another unit ("or 0.6 percent").
    """
    quantity = made.quantity
    if quantity.step:
        behind = _noun_behind(view, made) if quantity.trend is None else None
        return behind or Change(quantity.trend, step=True, rule="pair")
    found = _held_against(view, made, before) or _fewer(view, made) or _won_or_lost(view, made)
    if found is None and quantity.trend is None:
        found = _told(view, made, before)
    paired = Change(quantity.trend, step=False, rule="pair") if quantity.trend is not None else None
    return found or paired


def _told(view: View, made: Draft, before: Draft | None) -> Change | None:
    """Return the change that the words around a number tell."""
    toll = "toll" in view.text[max(0, made.quantity.start - 30) : made.quantity.start]
    levelled = made.thing is not None and (toll or made.thing.rule in _LEVELS)
    if not levelled and not _may_change(made):
        return reached(view, made)
    by_words = _than(view, made) or _noun_behind(view, made)
    return by_words or _by_verb(view, made, levelled=levelled) or _said_again(view, made, before)


def _fewer(view: View, made: Draft) -> Change | None:
    """Read "48 fewer candidates are standing than in May"."""
    fewer = made.quantity.measure is None and _FEWER.match(view.text, made.quantity.end) is not None
    return Change("down", step=True, rule="fewer") if fewer else None


_FEWER = re.compile(r"\s+fewer\s+(?!than\b)[a-z]")


def _won_or_lost(view: View, made: Draft) -> Change | None:
    """Read "the party gained 66 seats", "lost a net of 20 seats": by how many a side has grown or shrunk."""
    if made.verb < 0 or made.thing is None or made.thing.head not in _HELD or made.quantity.measure is not None:
        return None
    went = _WENT.get(view.w.lemma[made.verb])
    if went is None or made.quantity.start < view.w.start[made.verb]:
        return None
    return Change(went, step=True, rule="won-or-lost")


_WENT: dict[str, Trend] = {"gain": "up", "lose": "down"}
#: What sides of a vote hold more or less of than before.
_HELD = frozenset({"seat", "mandate"})


def _than(view: View, made: Draft) -> Change | None:
    """Read "8% higher", "five points lower than in 2022"; "12% lower than in private firms" compares no times."""
    if made.quantity.measure not in ("share", "measure") and (made.thing is None or made.thing.head != "point"):
        return None
    if made.verb >= 0 and view.w.lemma[made.verb] in _PAID and view.text.startswith(" down", made.quantity.end):
        return None  # "pay 70 percent down"
    than = _THAN.match(view.text, made.quantity.end) or _MORE_THAN_THEN.match(view.text, made.quantity.end)
    return Change("up" if than["up"] else "down", step=True, rule="than") if than else None


_PAID = frozenset({"pay", "put"})


def _held_against(view: View, made: Draft, before: Draft | None) -> Change | None:
    """Read how far a count is from an earlier one: "40 ships, ten up on April", "nine, three fewer than in 2019"."""
    if before is None or made.quantity.measure is not None or before.sentence.first != made.sentence.first:
        return None
    led = _CHANGED.fullmatch(view.text, before.quantity.end, made.quantity.start)
    if led is None:
        return None
    said = led if led["up"] or led["down"] else _COMPARED.match(view.text, made.quantity.end)
    held = _ON.match(view.text, made.quantity.end) if said is led else said
    if said is None or held is None or not _is_earlier(view, made, held.end()):
        return None
    return Change("up" if said["up"] else "down", step=True, rule="held-against")


def _is_earlier(view: View, made: Draft, at: int) -> bool:
    """Does a time stand here, not a place or somebody else ("three up on the roof", "ten fewer than Ellport")?"""
    return any(time.start <= at < time.end for time in made.sentence.times) or _ONCE.match(view.text, at) is not None


def _noun_behind(view: View, made: Draft) -> Change | None:
    """Read "a 6 percent drop in sales"."""
    if made.quantity.measure not in ("share", "money", "measure"):
        return None
    behind = _NOUN_BEHIND.match(view.text, made.quantity.end)
    sum_lost = made.quantity.measure == "money" and behind is not None and behind.group().endswith(("loss", "gain"))
    if behind is None or sum_lost:
        return None
    return Change("up" if behind["up"] else "down", step=True, rule="noun-behind")


def _may_change(made: Draft) -> bool:
    """Is it an amount or a measure, points of an index, or the bare level of one?"""
    if made.quantity.measure in AMOUNTS or made.kind == "share":
        return True
    points = made.thing is not None and made.thing.head == "point"
    return points or (made.thing is None and made.quantity.measure is None and made.about is not None)


def _by_verb(view: View, made: Draft, *, levelled: bool) -> Change | None:
    change = change_before(view.text, made.quantity.start)
    if change is None or _is_loss(view, made, change[1]):
        return None
    if _describes(view, made) or _goes_there(view, made, change[1]):
        return None
    trend, between = change[0], view.text[change[1] : made.quantity.start]
    found = _of_level(trend, between) if levelled else _of_amount(view, made, trend, between)
    if found is None and _LEVEL.fullmatch(between):
        found = Change(trend, step=False, rule="verb-to")
    return found or _over_object(made, trend, between)


def _of_level(trend: Trend | None, between: str) -> Change | None:
    """Read "the toll rose by 12" as a step, "the toll rose 66" and "has risen in Tarn to 66" as a level."""
    step = _STEP.fullmatch(between) is not None
    if not step and not _TOLL_LEVEL.fullmatch(between):
        return None
    by = step and re.search(r"\bby\s", between) is not None
    return Change(trend, step=by, rule="verb" if by else "verb-to")


def _of_amount(view: View, made: Draft, trend: Trend | None, between: str) -> Change | None:
    """Read "fell 5 percent" as a step, "fell below 5 percent" as a level."""
    if not _STEP.fullmatch(between) or _is_surge(view, made, between):
        return None
    reached = "by" not in between and _BEYOND.match(view.text, made.quantity.start) is not None
    return Change(trend, step=not reached, rule="verb-to" if reached else "verb")


def _describes(view: View, made: Draft) -> bool:
    """Does it say of what size a thing is ("dropped a 6,800-kilogram bomb")?"""
    opened = re.search(r"\ban?\s+$", view.text[max(0, made.quantity.start - 4) : made.quantity.start])
    sized = made.quantity.measure in ("distance", "measure")
    return opened is not None and sized and view.noun_follows(made.quantity.end)


def _goes_there(view: View, made: Draft, end: int) -> bool:
    """Is it how far somebody goes, how far off something is, or how much of a thing is let fall or added?

    "The tanks advanced to 500 metres", "smoke rising 150 metres away", "dropping 40 tonnes of water".
    """
    if made.quantity.measure not in ("distance", "measure"):
        return False
    if _GONE.search(view.text, max(0, end - 12), end) is not None or surface.is_away(view.text, made.quantity.end):
        return made.quantity.measure == "distance"
    return made.rule == "noun-behind" and _DROPPED.search(view.text, max(0, end - 10), end) is not None


_GONE = re.compile(r"\b(?:advanc(?:e|es|ed|ing)|retreat(?:s|ed|ing)?)\s*$")
_DROPPED = re.compile(r"\b(?:drop(?:s|ped|ping)?|add(?:s|ed|ing)?|shed(?:s|ding)?)\s*$")


def _is_loss(view: View, made: Draft, end: int) -> bool:
    """Is the amount what somebody lost or gained, not how much something fell or rose ("the firm lost $5 million")?"""
    moved = view.text[max(0, end - 8) : end].split()[-1:] in (["lost"], ["gained"], ["loses"], ["gains"])
    return made.quantity.measure == "money" and made.about is None and moved


def _over_object(made: Draft, trend: Trend | None, between: str) -> Change | None:
    """Read over what changes: "cut its forecast to $55 million", "raised its dividend 10 percent"."""
    if _OBJECT_TO.fullmatch(between) and not _NO_STEP.search(between.rpartition(" to ")[0] + " "):
        return Change(trend, step=False, rule="object-to")
    if is_by_so_much(between):
        return Change(trend, step=True, rule="object-by")
    share = made.quantity.measure == "share" or made.kind == "share"
    if not share or not _OBJECT.fullmatch(between):
        return None
    words = re.sub(r"^\s+at\s+an?\s|\s(?:rate|pace)\s+of\s", " ", between)
    return None if _NO_STEP.search(words) else Change(trend, step=True, rule="object")


#: A hedge that says which mark is passed ("fell below 5 percent").
_BEYOND = re.compile(r"(?:below|above|under|past|beyond|over)\b", re.IGNORECASE)


def _is_surge(view: View, made: Draft, between: str) -> bool:
    """Is the noun of a rise a thing of that size ("a surge of six feet")?"""
    sized = made.quantity.measure in ("distance", "measure") and between.strip() == "of"
    end = made.quantity.start - len(between)
    return sized and view.text[max(0, end - len("climb")) : end].lower().endswith(("surge", "jump", "leap", "climb"))


def _said_again(view: View, made: Draft, before: Draft | None) -> Change | None:
    """Read "gained 41.3 points, or 0.6 percent", "imports rose 4 percent and exports 1 percent", "cut by 2% and 1%"."""
    if before is None or before.sentence.first != made.sentence.first:
        return None
    if (made.rule == "gap" and before.change) or _is_joined(view, made, before.twin or before):
        return before.change
    if made.quantity.measure != "share" or not _may_change(before):
        return None
    between = re.sub(r"^\s+points?\b", "", view.text[before.quantity.end : made.quantity.start])
    if before.change is None or not before.change.step or len(between) >= 16 or not _OR.fullmatch(between):
        return None
    return Change(before.change.trend, step=True, rule="said-again")


def _is_joined(view: View, made: Draft, first: Draft) -> bool:
    """Is it the size of another change, joined to the first by the parse ("rose by $5 (10 percent) and $4 a ton")?"""
    if made.quantity.measure not in AMOUNTS or made.quantity.measure != first.quantity.measure or first.change is None:
        return False
    return first.change.step and made.root > first.root >= 0 and clauses.first_joined(view.w, made.root) == first.root
