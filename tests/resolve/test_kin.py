"""Which actors of articles can bear on one another, and which are resolved apart."""

from __future__ import annotations

import pytest

from newsclaim.config import Corrections
from newsclaim.models import Actor, Alias
from newsclaim.resolve import Keyring, LocalActors, kin_of, members_of

#: Each line: the kind and name of actors of as many articles that are one kin, tied by the key that is named.
ONE_KIN = {
    "family name": ["person:Ada Holm", "person:Bo Holm"],
    "family name without hyphens": ["person:Ada Holm-Ek", "person:Bo Holmek"],
    "family name in another spelling": ["person:Kim Ha-neul", "person:Gim Ha-neul"],
    "family name of another transliteration": ["person:Sergei Malenkov", "person:Oleg Malenkoff"],
    "lone family name": ["person:Ada Holm", "person:Holm"],
    "lone family name of another transliteration": ["person:Sergei Malenkov", "person:Malenkoff"],
    "lone first name": ["person:Mr John", "person:John"],
    "either order": ["person:Eiji Simon", "person:Simon Eiji"],
    "name of a person and of a body": ["person:Ada Holm", "organisation:Ada Holm"],
    "single word, most articles decide": ["person:Ada Halden", "organisation:Halden", "person:Halden"],
    "family name and a body of that name, many full names decide": ["person:Ada Halden", "organisation:Halden"],
    "words of a body": ["organisation:Halden Peace Institute", "organisation:the Halden Peace Institute"],
    "body of a state": ["organisation:Gaza health ministry", "organisation:Ministry of Health in Gaza"],
    "body without its country": ["organisation:Norwegian Green Party", "organisation:Green Party"],
    "initials": ["organisation:Halden Peace Institute", "organisation:HPI"],
    "government": ["government:Norway:NO", "government:Oslo:NO"],
    "government by its head": ["person:Ada Holm:NO", "government:Holm administration", "government:Norway:NO"],
    "government of no country": ["government:Norland", "government:norland"],
    "group with a name in it": ["group:Norwegian residents:NO", "group:Norwegian residents:NO"],
}
APART = {
    "two family names": ["person:Ada Holm", "person:Ada Ek"],
    "two first names": ["person:John Ek", "person:John"],
    "western names the other way round": ["person:Thomas James", "person:James Thomas"],
    "one body of two states": ["organisation:Gaza health ministry", "organisation:Lebanese health ministry"],
    "bodies that share only initials": ["organisation:Halden Peace Institute", "organisation:Holmen Paper Industry"],
    "parties of two countries": ["organisation:Norwegian Green Party", "organisation:Danish Green Party"],
    "a family name and a body that ends with it": ["person:Ada Halden", "organisation:Port Halden"],
    "letters that sound alike": ["organisation:VTA", "organisation:WTA"],
    "two governments": ["government:Norway:NO", "government:Sweden:SE"],
    "a government and a person of its country": ["person:Ada Holm:NO", "government:Norway:NO"],
    "phrases of two articles": ["document:the statement", "document:the statement"],
}


def local(names):
    found = []
    for k, line in enumerate(names):
        kind, name, country = [*line.split(":"), None][:3]
        rule = "noun-phrase" if kind in ("group", "document") else "name"
        one = Actor(id="a1", name=name, kind=kind, country=country, aliases=(Alias(text=name, rule=rule, count=1),))
        found.append(LocalActors(f"article{k}", None, (one,)))
    return found


def parts(names, corrections=None):
    kin, alone = kin_of(members_of(local(names)), Keyring(corrections or Corrections()))
    return len(kin) + len(alone)


@pytest.mark.parametrize("names", ONE_KIN.values(), ids=list(ONE_KIN))
def test_what_ties_actors(names):
    assert parts(names) == 1


@pytest.mark.parametrize("names", APART.values(), ids=list(APART))
def test_what_does_not(names):
    assert parts(names) == 2


@pytest.mark.parametrize(
    "corrections",
    [
        Corrections(same=(("Ada Holm", "Bo Ek"),)),
        Corrections(different=(("Ada Holm", "Bo Ek"),)),
        Corrections(same=(("Ada Holm", "Cy Dahl"), ("Bo Ek", "Cy Dahl"))),
        Corrections(names={"Ada Holm": "Bo Ek"}),
        Corrections(names={"Ada Holm": "Cy Dahl", "Bo Ek": "Cy Dahl"}),
    ],
    ids=["same", "different", "two lines of one name", "shown by the name of the other", "shown by one name"],
)
def test_lines_of_the_configuration_tie_all_they_name(corrections):
    assert parts(["person:Ada Holm", "person:Bo Ek"]) == 2
    assert parts(["person:Ada Holm", "person:Bo Ek"], corrections) == 1


def test_a_line_may_name_a_country_by_the_name_it_is_shown_by():
    corrections = Corrections(same=(("Ada Holm", "Norway"),))
    assert parts(["person:Ada Holm", "government:Oslo:NO"], corrections) == 1


def test_a_phrase_is_tied_to_what_its_article_calls_by_the_same_words():
    kim = [
        Actor(id=f"a{k}", name="Kim", kind=kind, aliases=(Alias(text="Kim", rule=rule, count=1),))
        for k, (kind, rule) in enumerate((("person", "name"), ("group", "noun-phrase")))
    ]
    (one,), alone = kin_of(members_of([LocalActors("x", None, tuple(kim))]), Keyring(Corrections()))
    assert len(one.members) == 2
    assert alone == []
