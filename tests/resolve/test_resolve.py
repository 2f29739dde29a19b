"""Who is who across articles: what is joined, what is kept apart, and that neither order nor batches matter."""

import gc
import random

import pytest

from newsclaim.config import Corrections
from newsclaim.models import Actor
from newsclaim.resolve import LocalActors, renamed, resolve
from whoiswho import actor, corpus, names_together, together


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        # spellings, initials and short first names of one person
        (["Kim Ha-neul", "Kim Ha Neul"], [{"Kim Ha-neul", "Kim Ha Neul"}]),
        (["Sergei Malenkov", "Sergey Malenkov"], [{"Sergei Malenkov", "Sergey Malenkov"}]),
        (["Robert Tanberg", "Bob Tanberg"], [{"Bob Tanberg", "Robert Tanberg"}]),
        # equal surnames are not equal persons
        (["Kim Ha-neul", "Kim Ha-rin"], [{"Kim Ha-neul"}, {"Kim Ha-rin"}]),
        (["Jana Tanberg", "Robert Tanberg"], [{"Jana Tanberg"}, {"Robert Tanberg"}]),
        # a name between two different persons joins neither
        (
            ["Carl Ek", "Carl B. Ek", "Carl D. F. Ek"],
            [{"Carl B. Ek"}, {"Carl D. F. Ek"}, {"Carl Ek"}],
        ),
        # a lone surname joins the only bearer, and nobody where there are two
        (["Jana Tanberg", "Tanberg"], [{"Jana Tanberg", "Tanberg"}]),
        (["Jana Tanberg", "Robert Tanberg", "Tanberg"], [{"Jana Tanberg"}, {"Robert Tanberg"}, {"Tanberg"}]),
    ],
)
def test_persons(names, expected):
    assert together(*([actor(name)] for name in names)) == sorted(expected, key=sorted)


def test_a_surname_with_an_office_goes_to_who_holds_it():
    assert together(
        [actor("Jana Tanberg", roles=[("Prime Minister", "NO")], country="NO")],
        [actor("Robert Tanberg", roles=[("striker", None)])],
        [actor("Tanberg", roles=[("Prime Minister", "NO")], country="NO")],
    ) == [{"Jana Tanberg", "Tanberg"}, {"Robert Tanberg"}]


def test_lone_names_that_many_bear_stay_apart():
    assert len(resolve(corpus([actor("Kim")], [actor("Kim")]), Corrections()).actors) == 2


def test_governments_are_one_by_country():
    assert together(
        [actor("North Korea", "government", country="KP", aliases=("Pyongyang",))],
        [actor("North Korea", "government", country="KP", aliases=("DPRK",))],
    ) == [{"North Korea"}]


def test_bodies_need_their_country():
    assert together(
        [actor("Foreign Ministry", "organisation", country="NO")],
        [actor("Norwegian Foreign Ministry", "organisation")],
        [actor("Swedish Foreign Ministry", "organisation")],
    ) == [{"Foreign Ministry", "Norwegian Foreign Ministry"}, {"Swedish Foreign Ministry"}]


def test_abbreviations_join_the_long_name_that_an_article_gives_them():
    named = actor("Halden Peace Institute", "organisation", aliases=("Halden Peace Institute", "HPI"))
    other = actor("Holmen Paper Industry", "organisation")
    assert together([named], [other], [actor("HPI", "organisation")]) == [
        {"HPI", "Halden Peace Institute"},
        {"Holmen Paper Industry"},
    ]
    assert len(together([other], [actor("HPI", "organisation")])) == 2
    assert (
        len(together([actor("Halden Union of Salmon Traders", "organisation")], [actor("HUST", "organisation")])) == 1
    )


def test_a_lone_first_name_joins_nobody():
    assert together([actor("Seth John")], [actor("John")]) == [{"John"}, {"Seth John"}]


def test_a_body_joins_the_only_country_that_has_it_but_a_parliament_does_not():
    parties = ([actor("Norwegian Green Party", "organisation")], [actor("Green Party", "organisation")])
    assert len(together(*parties)) == 1
    assert len(together(*parties, [actor("Danish Green Party", "organisation")])) == 3
    assert len(together([actor("Norwegian Parliament", "organisation")], [actor("Parliament", "organisation")])) == 2


def test_a_government_without_a_name_in_the_article_is_still_the_country():
    nominal = Actor(id="a1", name="Norway", kind="government", country="NO")
    assert len(resolve(corpus([nominal], [actor("Norway", "government", country="NO")]), Corrections()).actors) == 1


def test_a_single_word_is_what_most_articles_take_it_for():
    local = corpus([actor("Halden", "organisation")], [actor("Halden", "organisation")], [actor("Halden")])
    (one,) = resolve(local, Corrections()).actors
    assert one.kind == "organisation"


def test_unnamed_documents_and_speakers_of_two_articles_stay_two():
    local = corpus(
        [actor("statement", "document", rule="noun-phrase"), actor("spokesman", rule="noun-phrase")],
        [actor("statement", "document", rule="noun-phrase"), actor("spokesman", rule="noun-phrase")],
    )
    assert len(resolve(local, Corrections()).actors) == 4


def test_aliases_are_summed_with_their_rules():
    local = corpus([actor("Kim Ha-neul", aliases=("Kim Ha-neul", "Kim"))], [actor("Kim Ha Neul")])
    (one,) = resolve(local, Corrections()).actors
    assert {(a.text, a.count) for a in one.aliases} == {("Kim Ha-neul", 1), ("Kim", 1), ("Kim Ha Neul", 1)}
    assert all(alias.rule for alias in one.aliases)
    assert one.mentions == ()


NAMES = [
    "Jana Tanberg",
    "J. Tanberg",
    "Kim Ha-neul",
    "Kim Ha Neul",
    "Kim",
    "Tanberg",
    "Sergei Malenkov",
    "Sergey Malenkov",
]


@pytest.mark.parametrize("seed", range(5))
def test_order_of_articles_does_not_matter(seed):
    local = corpus(*([actor(name), actor("Norway", "government", country="NO")] for name in NAMES))
    shuffled = random.Random(seed).sample(local, len(local))  # noqa: S311 - an order, no secret
    one, two = resolve(local, Corrections()), resolve(shuffled, Corrections())
    assert one == two


def test_ids_are_unique_and_survive_new_articles():
    local = corpus(
        [actor("Jana Tanberg")], [actor("Kim Ha-neul")], [actor("Jordan"), actor("Jordan", "government", country="JO")]
    )
    before = resolve(local, Corrections())
    assert len({one.id for one in before.actors}) == len(before.actors)
    after = resolve([*local, LocalActors("new", None, (actor("Ada Holm"),))], Corrections())
    assert {one.id for one in before.actors} < {one.id for one in after.actors}


def test_one_office_held_by_two_is_worth_a_look():
    local = corpus(
        [actor("Ada Holm", roles=[("Prime Minister", "NO")])], [actor("Ivo Zeman", roles=[("prime minister", "NO")])]
    )
    assert any("Ada Holm and Ivo Zeman" in note for note in resolve(local, Corrections()).notes)
    former = corpus(
        [actor("Ada Holm", roles=[("Prime Minister", "NO")])],
        [actor("Ivo Zeman", roles=[("former prime minister", "NO")])],
    )
    assert resolve(former, Corrections()).notes == ()


def test_one_person_with_two_offices_is_worth_a_look():
    local = corpus(
        [actor("Ada Holm", roles=[("Prime Minister", "NO")])],
        [actor("Ada Holm", roles=[("Norwegian president", "NO")])],
    )
    assert any("Ada Holm is called" in note for note in resolve(local, Corrections()).notes)


def test_nothing_comes_of_nothing():
    assert resolve([], Corrections()).actors == ()
    assert resolve([LocalActors("a", None, ())], Corrections()).members == {}


def test_a_phrase_keeps_its_id_when_another_article_has_it_too():
    witness = actor("witness", rule="noun-phrase")
    before = resolve(corpus([witness]), Corrections())
    after = resolve(corpus([witness], [witness]), Corrections())
    assert before.actors[0].id in {one.id for one in after.actors}


def test_a_group_with_a_name_has_one_id_whatever_article_tells_of_it():
    group = [actor("Norwegian residents", "group", country="NO", rule="noun-phrase")]
    alone = [resolve([LocalActors(article, None, group)], Corrections()).actors[0].id for article in ("a", "b")]
    assert alone[0] == alone[1]


def test_the_kind_tells_namesakes_apart_whatever_article_comes_first():
    local = [
        LocalActors("b", None, (actor("Jordan"),)),
        LocalActors("c", None, (actor("Jordan", "government", country="JO"),)),
    ]
    earlier = LocalActors("a", None, (actor("Jordan"),))
    ids = {one.kind: one.id for one in resolve(local, Corrections()).actors}
    assert {one.kind: one.id for one in resolve([earlier, *local], Corrections()).actors} == ids


def test_the_collector_of_garbage_runs_on():
    assert gc.isenabled()
    resolve(corpus([actor("Ada Holm")]), Corrections())
    assert gc.isenabled()


def test_more_names_left_open_than_anybody_reads():
    families = ["Holm", "Tanberg", "Brandt", "Zeman", "Malenkov", "Halden", "Norn"]
    full = [[actor(f"{first} {family}")] for family in families for first in ("Ada", "Bo")]
    local = corpus(*full, *([actor(family)] for family in families for _ in range(2)), published=None)
    notes = resolve(local, Corrections()).notes
    assert len(notes) == 6
    assert "1 more names were left open in fewer articles" in notes


def test_new_names_are_told():
    first = corpus([actor("Sergei Malenkov")])
    before = resolve(first, Corrections())
    names = {one.id: one.name for one in before.actors}
    shown = {key: names[value] for key, value in before.members.items()}
    more = [LocalActors(f"new{k}", None, (actor("Sergey Malenkov"),)) for k in range(2)]
    after = resolve([*first, *more], Corrections())
    assert renamed(shown, after) == ("'Sergei Malenkov' is now shown as 'Sergey Malenkov' (1 article(s))",)
    assert renamed(shown, before) == ()


def test_one_body_of_a_state_is_one_row_however_it_is_called():
    forms = (
        "Gaza health ministry",
        "Hamas-run health ministry",
        "Ministry of Health in Gaza",
        "Gaza Ministry of Health",
    )
    local = corpus(*([actor(name, "organisation", rule="name")] for name in forms))
    assert names_together(resolve(local, Corrections()), local) == [set(forms)]
    lebanese = corpus(
        [actor("Gaza health ministry", "organisation")], [actor("Lebanese health ministry", "organisation")]
    )
    assert len(resolve(lebanese, Corrections()).actors) == 2


def test_a_ministry_of_the_country_of_its_article_is_that_of_the_country():
    local = corpus(
        [actor("Health Ministry", "organisation", country="LB")],
        [actor("Lebanese health ministry", "organisation", country="LB")],
        [actor("Health Ministry", "organisation")],
    )
    assert len(resolve(local, Corrections()).actors) == 2


def test_a_stray_namesake_and_rubbish_are_no_rivals():
    full = [[actor("Ada Holm")] for _ in range(11)]
    local = corpus(*full, [actor("Bo Holm")], [actor("CNN Holm")], [actor("Holm")])
    resolution = resolve(local, Corrections())
    shown = {one.name: {alias.text for alias in one.aliases} for one in resolution.actors}
    assert "Holm" in shown["Ada Holm"]


def test_two_bearers_of_weight_leave_the_surname_open_and_say_what_to_write():
    full = [[actor(name)] for name in ("Ada Holm", "Bo Holm") for _ in range(5)]
    local = corpus(*full, [actor("Holm")], [actor("Holm")], published=None)
    notes = resolve(local, Corrections()).notes
    assert any("'Holm' in 2 articles" in note and 'same = [["Holm", "Ada Holm"]]' in note for note in notes)


def test_the_story_tells_who_is_meant():
    near = LocalActors("a", "2024-05-01", (actor("Ada Holm"),))
    far = LocalActors("b", "2023-01-01", (actor("Bo Holm"),))
    lone = LocalActors("c", "2024-05-02", (actor("Holm"),))
    resolution = resolve([near, far, lone], Corrections())
    assert {alias.rule for one in resolution.actors for alias in one.aliases if alias.text == "Holm"} == {
        "surname-in-story"
    }


def test_the_surname_everybody_means():
    full = [[actor("Ada Holm")] for _ in range(8)]
    local = corpus(*full, [actor("Bo Holm")], [actor("Holm")], published=None)
    resolution = resolve(local, Corrections())
    assert {alias.rule for one in resolution.actors for alias in one.aliases if alias.text == "Holm"} == {
        "surname-everybody-means"
    }
    few = corpus(*full[:4], [actor("Bo Holm")], [actor("Holm")], published=None)
    assert "Holm" in {one.name for one in resolve(few, Corrections()).actors}


def test_an_administration_is_the_government_of_its_heads_country():
    local = corpus(
        [actor("Ada Holm", country="NO")],
        [actor("Holm administration", "government")],
        [actor("Norway", "government", country="NO")],
    )
    governments = [one for one in resolve(local, Corrections()).actors if one.kind == "government"]
    assert [one.country for one in governments] == ["NO"]


def test_a_state_that_speaks_is_a_place():
    local = corpus([actor("Wisconsin", "organisation")])
    assert [one.kind for one in resolve(local, Corrections()).actors] == ["place"]
