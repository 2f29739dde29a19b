"""What is English and what is not: texts written for newsclaim."""

import pytest

from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.language import foreign
from newsclaim.pipeline import extract_batch

ENGLISH = [
    "The mayor said on Monday that the bridge will not open before May, and that the town has no money for it.",
    "Bridge closed",
    # Results and lists of names have hardly a function word.
    "Results Monday: Harbour Park 3 Hill Town 1, Market Rovers 2 Dock United 2. Scorers: Ana Example, Ben Sample. Next: "
    * 3,
    "shares down 3%, oil up 2%, dollar flat, gold higher, wheat lower, bonds steady, copper up",
    "„Wir warten“, said the mayor of the town, and added in German: „Die Brücke bleibt zu.“ It will open in May.",
]
OTHERS = {
    "German": "Der Bürgermeister der Stadt sagte am Montag, dass die Brücke erst im Mai wieder geöffnet werden kann. Was in den "
    "letzten Wochen geschah, war so nicht geplant, und an der Brücke ist noch viel zu tun.",
    "Dutch": "De burgemeester van de stad zei maandag dat de brug pas in mei weer open gaat voor het verkeer. Wat er in de "
    "afgelopen weken is gebeurd was niet gepland, en er is nog veel te doen.",
    "French": "Le maire de la ville a déclaré lundi que le pont ne serait rouvert qu’en mai. Ce qui est arrivé ces dernières "
    "semaines n’était pas prévu, a-t-il dit.",
    "Spanish": "El alcalde de la ciudad dijo el lunes que el puente no se abrirá hasta mayo. Lo que ha pasado en las últimas "
    "semanas no estaba previsto, y queda mucho por hacer.",
    "Russian": "Мэр города сказал в понедельник, что мост откроют только в мае. То, что случилось в последние недели, не "
    "входило в планы, и сделать ещё нужно много.",
    "Chinese": "市长星期一表示，这座桥要到五月才会重新开放。他说，过去几周发生的事情并不在计划之中，还有很多事情要做。",
    "Arabic": "قال رئيس بلدية المدينة يوم الاثنين إن الجسر لن يفتح قبل مايو وإن ما حدث في الأسابيع الأخيرة لم يكن مخططا له وما زال هناك الكثير من العمل",
}  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read(text):
    assert foreign(make_article(text)) is None


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages_are_told(text):
    assert "not in English" in foreign(make_article(text))


def test_an_article_in_another_language_is_kept_and_not_analysed():
    articles = [make_article(text, id=str(n)) for n, text in enumerate([ENGLISH[0], OTHERS["German"], ENGLISH[0]])]
    batch = extract_batch(articles, DEFAULT_MODEL)
    assert [found.article for found in batch.found] == articles
    assert [bool(found.quotes) for found in batch.found] == [True, False, True]
    assert [len(found.problems) for found in batch.found] == [0, 1, 0]
