"""How the number of a question went."""

from __future__ import annotations

from facts import context, fact
from newsclaim.compare import compare
from newsclaim.compare.timeline import timeline_of
from newsclaim.models.topic import Topic
from newsclaim.render.timelines import column, lines

TOLD = [
    fact(9, id="n1", by="fire brigade", published="2024-09-17"),
    fact(14, id="n3", article="c", by="officials", published="2024-09-19"),
    fact(12, id="n2", article="b", by="hospital", published="2024-09-18"),
    fact(12, id="n4", article="d", by="police", published="2024-09-18"),
    fact(14, id="n5", article="e", by="mayor", published="2024-09-20", status="denied"),
]


def timeline(facts):
    topic = Topic(title="Deaths", classes=("people-killed",))
    answers = compare(facts, topic, {f.article: context(f.article) for f in facts}).answers
    return timeline_of("deaths", topic.title, answers, {}, len(answers))


def test_a_point_for_each_change_oldest_first():
    (question,) = timeline(TOLD).questions
    assert [(p.day, p.value, p.step, p.holders) for p in question.points] == [
        ("2024-09-17", 9, "first", ("fire brigade",)),
        ("2024-09-18", 12, "up", ("hospital", "police")),
        ("2024-09-19", 14, "up", ("officials",)),
        ("2024-09-20", 14, "denied", ("mayor",)),
    ]


def test_another_account_of_the_same_day_stands_beside():
    (question,) = timeline([fact(9, by="army"), fact(20, article="b", by="rebels")]).questions
    assert [p.step for p in question.points] == ["first", "beside"]


def test_a_smaller_number_of_a_later_day_goes_down():
    (question,) = timeline([fact(20, by="army"), fact(9, article="b", by="army", published="2024-10-23")]).questions
    assert [p.step for p in question.points] == ["first", "down"]


def test_a_lower_bound_of_a_later_day_is_no_fall():
    bounds = [fact(75, qualifier="at_least"), fact(70, qualifier="at_least", article="b", published="2024-10-23")]
    (question,) = timeline(bounds).questions
    assert [p.step for p in question.points] == ["first", "beside"]


REVISED = [
    fact(27, id="n1", position=300), fact(20, id="n2", position=10, from_="n1"), fact(14, id="n3", by="mayor"),
]  # fmt: skip


def test_what_an_article_says_has_given_way_stands_before_what_replaced_it():
    (question,) = timeline(REVISED).questions
    assert [(p.value, p.step) for p in question.points] == [(27, "first"), (20, "down"), (14, "beside")]


def test_a_number_that_is_told_again_later_has_not_given_way():
    contexts = {name: context(name) for name in "ab"}

    def given_way(*facts):
        (answer,) = compare(facts, Topic(classes=("people-killed",)), contexts).answers
        return [answer.held[n].fact.value for n in answer.superseded]

    assert given_way(*REVISED) == [27]
    assert given_way(*REVISED, fact(27, article="b", published="2024-10-22")) == []
    assert given_way(*REVISED, fact(27, article="b", published="2024-10-20")) == [27]


def test_a_line_for_each_point_drawn_to_scale():
    shown = [line.text for line in lines(timeline(TOLD))]
    assert shown[0] == "Deaths"
    assert shown[3].startswith("  2024-09-17  ")
    assert shown[5].count("█") == 16
    assert shown[3].count("█") == 10
    assert all(len(line) <= 80 for line in shown)


def test_columns():
    assert column(0, 10) == " " * 16
    assert column(10, 10) == "█" * 16
    assert column(5, 10).strip() == "█" * 8
    assert column(3, 0) == " " * 16
