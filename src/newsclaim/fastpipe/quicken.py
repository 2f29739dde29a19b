"""Applies what makes a pipeline fast, and checks that it still says the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from newsclaim.fastpipe.blas import use_numpy_product
from newsclaim.fastpipe.features import in_kept_room
from newsclaim.fastpipe.lemmas import TableOfLemmas, faster_exceptions, table_of_lemmas
from newsclaim.fastpipe.threads import one_thread
from newsclaim.fastpipe.tok2vec import fast_tok2vec

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.model import Model

#: Made-up sentences with much of what news holds; a pipeline that was changed must annotate them as before.
_PROBE = (
    "OLDPORT, Norland — Gen. Ada Brook’s troops weren't going to leave the U.S.-built harbour, she told Channel Nine "
    "on Monday, Oct. 21, 2024.\n\n“There were at least 3,000 soldiers there; let's be clear, they gotta go,” said Tom "
    "Reed, who'd flown in from Verra (pop. 1.2 million).  Shares of Sundvik & Sons PLC fell 4.5% to $12.30 from €11.\n"
    "THE DEAD INCLUDED TWO CHILDREN. What's next? “I ain't worried,” Brook said. http://example.org/a?b=1 #peace @port "
    "The ministry has been putting the toll at 1,500–2,000; others, such as the Harbour Union, say it's higher…"
)


def quickened(load: Callable[[], Language]) -> Language:
    """Return the pipeline that `load` gives, made fast where that changes nothing of what it says."""
    nlp = load()
    expected = _annotations(nlp(_PROBE))
    try:
        use_numpy_product(nlp)
        _replace_networks(nlp)
        _replace_lemmas(nlp)
        with one_thread():
            same = all(_annotations(nlp(_PROBE)) == expected for _ in range(2))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        same = False  # a model of another make
    return nlp if same else load()


def _annotations(doc: Doc) -> list[tuple[Any, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_, t.is_sent_start)
        for t in doc
    ]


def _replace_networks(nlp: Language) -> None:
    for name in nlp.pipe_names:
        component: Any = nlp.get_pipe(name)
        if name == "tok2vec":
            component.model = _replaced(component.model)
        elif hasattr(component, "moves"):  # parser and entity recogniser keep their network as the first layer
            layers = component.model.layers[0].layers
            layers[0] = _replaced(layers[0])
            component.model.layers[1] = in_kept_room(component.model.layers[1])


def _replaced(model: Model[Any, Any]) -> Model[Any, Any]:
    from thinc.model import Model as Made

    fast = fast_tok2vec(model)
    if fast is None:
        return model

    def forward(model: Any, docs: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:  # noqa: ARG001 - thinc's
        return fast(docs), lambda _: []

    return Made("fast_tok2vec", forward, dims={"nO": model.get_dim("nO")}, ops=model.ops)


def _replace_lemmas(nlp: Language) -> None:
    from spacy.language import Language as Pipeline

    if table_of_lemmas(nlp) is None:
        return
    faster_exceptions(nlp)
    names = nlp.pipe_names
    if names[names.index("attribute_ruler") + 1] != "lemmatizer":
        return

    @Pipeline.factory("newsclaim_lemmas")
    def _made(nlp: Language, name: str) -> TableOfLemmas | None:  # noqa: ARG001 - what spaCy calls a factory with
        return table_of_lemmas(nlp)  # of no pipeline that spaCy would then hold for good

    nlp.add_pipe("newsclaim_lemmas", before="attribute_ruler")
    nlp.disable_pipe("attribute_ruler")
    nlp.disable_pipe("lemmatizer")
