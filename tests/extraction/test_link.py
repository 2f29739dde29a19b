"""Quotes, claims and actors joined: sources by containment, status by stance, mentions filled in."""

from __future__ import annotations

import pytest

from newsclaim.corpus import make_article
from newsclaim.extraction.actors import ActorFindings
from newsclaim.extraction.actors.found import Resolved
from newsclaim.extraction.link import link
from newsclaim.models import Cue, Mention, NumericClaim, Quote, Source
from newsclaim.text import span_of

TEXT = (
    "Radio Selin reported that the army said that 40 boats sank. It denied that 7 men died. Some 9 came back. "
    "It released a statement."
)
ARTICLE = make_article(TEXT, id="a")
NOBODY = ActorFindings(actors=(), roles={})


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


def mention(words, **fields):
    start, end = at(words)
    return Mention(start=start, end=end, text=words, **fields)


def cue(words, stance="says"):
    start, end = at(words)
    return Cue(start=start, end=end, text=words, lemma=words, stance=stance)


def quote(name, content, speakers=(), via=(), told=None):
    return Quote(
        id=name,
        kind="indirect",
        spans=(span_of(TEXT, *at(content)),),
        speakers=speakers,
        via=via,
        cue=told,
        rule="test",
    )


def claim(words, number, **fields):
    start, end = at(words)
    return NumericClaim(
        id=words, start=start, end=end, text=words, number=span_of(TEXT, *at(number)), value=1.0, rule="test", **fields
    )


OUTER = quote("outer", "the army said that 40 boats sank", (mention("Radio Selin"),), told=cue("reported"))
INNER = quote("inner", "40 boats sank", (mention("the army"),), told=cue("said"))
DENIED = quote("denied", "7 men died", (mention("It", how="pronoun"),), told=cue("denied", "denies"))


def test_sources_are_the_speakers_around_the_number_outermost_first():
    (found,) = link(ARTICLE, [INNER, OUTER], [claim("40 boats", "40")], NOBODY).claims
    assert [source.text for source in found.sources] == ["Radio Selin", "the army"]
    assert [source.cue.text for source in found.sources] == ["reported", "said"]
    assert found.quote == "inner"


def test_who_relays_stands_before_who_speaks():
    relayed = quote("q", "40 boats sank", (mention("the army"),), via=(mention("Radio Selin"),), told=cue("said"))
    (found,) = link(ARTICLE, [relayed], [claim("40 boats", "40")], NOBODY).claims
    assert [source.text for source in found.sources] == ["Radio Selin", "the army"]


def test_a_text_without_a_name_relays_nobody():
    relayed = quote("q", "40 boats sank", (mention("the army"),), via=(mention("a statement"),), told=cue("said"))
    (found,) = link(ARTICLE, [relayed], [claim("40 boats", "40")], NOBODY).claims
    assert [source.text for source in found.sources] == ["the army"]


def test_a_number_outside_all_quotes_has_the_articles_own_voice():
    (found,) = link(ARTICLE, [OUTER, INNER, DENIED], [claim("Some 9", "9")], NOBODY).claims
    assert (found.sources, found.quote) == ((), None)


def test_a_quote_without_speaker_gives_no_source():
    (found,) = link(ARTICLE, [quote("q", "40 boats sank")], [claim("40 boats", "40")], NOBODY).claims
    assert (found.sources, found.quote) == ((), "q")


@pytest.mark.parametrize(
    ("stance", "own", "status"),
    [
        ("denies", "asserted", "denied"),
        ("denies", "possible", "denied"),
        ("disputes", "asserted", "disputed"),
        ("predicts", "asserted", "projected"),
        ("predicts", "estimated", "estimated"),
        ("promises", "asserted", "planned"),
        ("says", "possible", "possible"),
        ("claims", "asserted", "asserted"),
    ],
)
def test_status_of_stance_and_own_words(stance, own, status):
    told = quote("q", "7 men died", (mention("It"),), told=cue("denied", stance))
    (found,) = link(ARTICLE, [told], [claim("7 men", "7", status=own)], NOBODY).claims
    assert found.status == status


def test_sources_of_the_claims_own_words_come_last_and_once():
    own = (Source(**mention("army").model_dump()), Source(**mention("It").model_dump()))
    (found,) = link(ARTICLE, [OUTER, INNER], [claim("40 boats", "40", sources=own)], NOBODY).claims
    assert [source.text for source in found.sources] == ["Radio Selin", "the army", "It"]


def test_mentions_are_filled_in_and_a_continuation_stays_one():
    roles = {
        at("the army"): (Resolved("p1", "Army of Selin", "name"),),
        at("It"): (Resolved("p1", "Army of Selin", "pronoun"),),
    }
    continued = quote("q", "7 men died", (mention("It", how="continuation"),))
    owned = claim("40 boats", "40", whose=mention("the army"))
    found = link(ARTICLE, [INNER, continued], [owned], ActorFindings(actors=(), roles=roles))
    assert [(q.speakers[0].name, q.speakers[0].how) for q in found.quotes] == [
        ("Army of Selin", "name"),
        ("Army of Selin", "continuation"),
    ]
    assert found.claims[0].whose.actor == "p1"
    assert found.claims[0].sources[0].name == "Army of Selin"


def test_a_text_that_means_its_owner_relays_the_quote():
    said = quote("q", "40 boats sank", (mention("the army"),), told=cue("said"))
    owner = Resolved("owner", "Navy", "nominal")
    actors = ActorFindings(actors=(), roles={at("the army"): (owner,)}, texts=frozenset({at("the army")}))
    found = link(ARTICLE, [said], [claim("40 boats", "40")], actors)
    assert [(one.text, one.name) for one in found.quotes[0].speakers] == [("the army", "Navy")]
    assert [(one.text, one.name) for one in found.quotes[0].via] == [("the army", None)]
    assert [(one.text, one.name) for one in found.claims[0].sources] == [("the army", "Navy")]


def test_who_speaks_does_not_relay_himself():
    said = quote("q", "40 boats sank", (mention("the army"),), via=(mention("Radio Selin"),), told=cue("said"))
    same = (Resolved("one", "Navy", "name"),)
    actors = ActorFindings(actors=(), roles={at("the army"): same, at("Radio Selin"): same})
    (found,) = link(ARTICLE, [said], [], actors).quotes
    assert [(one.text, one.actor) for one in found.via] == [("Radio Selin", None)]


def test_the_same_actor_is_a_source_once():
    roles = {
        at("the army"): (Resolved("p1", "Army of Selin", "name"),),
        at("It"): (Resolved("p1", "Army of Selin", "pronoun"),),
    }
    own = (Source(**mention("It").model_dump()),)
    (found,) = link(ARTICLE, [INNER], [claim("40 boats", "40", sources=own)], ActorFindings((), roles)).claims
    assert [source.text for source in found.sources] == ["the army"]


def test_many_quotes_and_claims_are_joined_in_little_time():
    quotes = [quote(f"q{k}", "40 boats sank", (mention("the army"),)) for k in range(3)] + [DENIED] * 3000
    found = link(ARTICLE, quotes, [claim("40 boats", "40")] * 300, NOBODY)
    assert all(len(one.sources) == 1 for one in found.claims)


def test_an_outlet_that_was_told_claims_nothing():
    told = cue("said").model_copy(update={"lemma": "tell"})
    heard = quote("q", "40 boats sank", (mention("the army"),), via=(mention("It"),), told=told)
    (found,) = link(ARTICLE, [heard], [claim("40 boats", "40")], NOBODY).claims
    assert [source.text for source in found.sources] == ["the army"]


def test_what_is_promised_is_planned_even_with_will():
    told = quote("q", "7 men died", (mention("It"),), told=cue("denied", "promises"))
    (found,) = link(ARTICLE, [told], [claim("7 men", "7", status="projected")], NOBODY).claims
    assert found.status == "planned"
