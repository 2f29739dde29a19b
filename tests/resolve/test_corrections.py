"""What people correct: actors joined, split, renamed and left out, and lines that match nobody told."""

from newsclaim.config import Corrections
from newsclaim.resolve import members_of, resolve
from newsclaim.resolve.corrections import bearing_on
from whoiswho import actor, corpus, names_together


def test_corrections_join_split_rename_and_are_reported_when_idle():
    articles = ([actor("Ada Holm")], [actor("Ada Brandt")], [actor("Kim Ha-neul")], [actor("Kim Ha Neul")])
    corrections = Corrections(
        same=(("Ada Holm", "Ada Brandt"), ("Ada Holm", "Nobody Known")),
        different=(("Kim Ha-neul", "Kim Ha Neul"), ("Foo Bar", "Bar Foo")),
        names={"Ada Brandt": "Ada Holm-Brandt", "Nemo": "Nobody"},
        kinds={"Kim Ha-neul": "group"},
    )
    local = corpus(*articles)
    resolution = resolve(local, corrections)
    assert names_together(resolution, local) == [{"Ada Brandt", "Ada Holm"}, {"Kim Ha Neul"}, {"Kim Ha-neul"}]
    shown = {one.name: one for one in resolution.actors}
    assert "Ada Holm-Brandt" in shown
    assert shown["Kim Ha-neul"].kind == "group"
    told = "\n".join(resolution.notes)
    assert "Nobody Known" in told
    assert "Foo Bar" in told
    assert "Nemo" in told


def test_a_name_or_kind_may_be_corrected_by_an_alias():
    local = corpus([actor("Jana Tanberg", aliases=("Jana Tanberg", "Tanberg"))])
    found = resolve(local, Corrections(names={"Tanberg": "Jana M. Tanberg"}, kinds={"Tanberg": "group"}))
    assert [(a.name, a.kind) for a in found.actors] == [("Jana M. Tanberg", "group")]
    assert found.notes == ()


def test_what_one_article_uses_for_one_actor_stays_one_and_is_told():
    local = corpus([actor("Jana Tanberg", aliases=("Jana Tanberg", "Tanberg"))])
    found = resolve(local, Corrections(different=(("Jana Tanberg", "Tanberg"),)))
    assert len(found.actors) == 1
    assert "they stay one" in found.notes[0]


def test_same_joins_all_actors_of_a_name_and_says_so():
    local = corpus([actor("witness", rule="noun-phrase")], [actor("witness", rule="noun-phrase")], [actor("Ada Holm")])
    resolution = resolve(local, Corrections(same=(("Ada Holm", "witness"),)))
    assert len(resolution.actors) == 1
    assert "newsclaim.toml: same: 3 actors are one now (1 of 'Ada Holm', 2 of 'witness')" in resolution.notes


def test_ignored_names_are_no_actors():
    local = corpus([actor("Ada Holm")], [actor("Old Mill")])
    resolution = resolve(local, Corrections(ignore=("Old Mill", "Nobody")))
    assert [one.name for one in resolution.actors] == ["Ada Holm"]
    assert len(resolution.members) == 1
    assert any("'Nobody'" in note for note in resolution.notes)


def test_lines_bear_on_those_that_they_name_in_any_form():
    members = members_of(corpus([actor("Ada Holm", aliases=("Holm",)), actor("Oslo", "government", country="NO")]))
    about = Corrections(
        same=(("Holm", "Bo Ek"),),
        different=(("Norway", "Sweden"),),
        names={"Nemo": "Ada Holm"},
        kinds={"Oslo": "place"},
        ignore=("holm",),
    )
    others = Corrections(
        same=(("Ann Lund", "Bo Ek"),),
        different=(("Sweden", "Denmark"),),
        names={"Nemo": "Nobody"},
        kinds={"Bergen": "place"},
        ignore=("Lund",),
    )
    assert bearing_on(members, about) == about
    assert bearing_on(members, others) == Corrections()
