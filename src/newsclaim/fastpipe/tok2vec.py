"""The network that turns tokens into vectors, for prediction only: each word's embedding is computed once.

spaCy's small models embed every token by hashed features of the word alone, mix them in one layer, and then look at the
neighbours in a few convolution layers. What comes before the convolution depends on nothing but the word, so its rows
are kept by (word, norm, space behind it); each convolution is one matrix product with maxout and layer norm in place.
Values differ from the plain network's in the last bits only, as they do between batches of other sizes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclaim.fastpipe.convolution import Layer

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from thinc.model import Model

    Floats = NDArray[np.float32]

#: So many words are kept (of 96 numbers each: 20 MB); then all are forgotten, since a corpus has no end of names.
_MOST_WORDS = 50_000
#: Between two documents of a batch stand as many empty rows as in the plain network.
_PAD = 4
#: A word, its norm and the space behind it as one number.
_MIXED = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


class FastTok2Vec:
    """A network with the same answers as spaCy's `HashEmbedCNN` models, for whole batches of documents."""

    def __init__(self, embed: Model[Any, Any], layers: Sequence[Layer]) -> None:
        self._columns = embed.layers[0].attrs["columns"]
        self._embed = embed.layers[2].predict
        self._mix = embed.layers[3].predict
        self._layers = layers
        self._numbers: dict[int, int] = {}
        self._bank: Floats = np.zeros((1024, layers[0].gain.shape[0]), dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return the vectors of each document's tokens."""
        if len(self._numbers) > _MOST_WORDS:
            self._numbers.clear()
        places = [self._places(doc) for doc in docs]
        ends = np.cumsum([len(place) + _PAD for place in places])
        spans = [slice(int(end) - len(place), int(end)) for place, end in zip(places, ends, strict=True)]
        size = sum(map(len, places)) + _PAD * (len(places) + 1)
        rows = np.zeros((size + size % 2, self._bank.shape[1]), dtype=np.float32)
        for place, span in zip(places, spans, strict=True):
            rows[span] = self._bank[place]
        rows = self._convolved(rows)
        return [rows[span] for span in spans]

    def _convolved(self, rows: Floats) -> Floats:
        rows = np.array((rows[::2], rows[1::2]))
        out = np.zeros_like(rows)
        for layer in self._layers:
            layer.apply(rows, out)
            rows, out = out, rows
        return rows.transpose(1, 0, 2).reshape(-1, rows.shape[2])

    def _places(self, doc: Doc) -> NDArray[np.intp]:
        """Return for each token the row of its word; new words are embedded first."""
        told: Any = doc.to_array(["ORTH", "NORM", "SPACY"])
        keys = (told @ _MIXED).tolist()
        try:
            return np.array(list(map(self._numbers.__getitem__, keys)), dtype=np.intp)
        except KeyError:
            new = {key: i for i, key in enumerate(keys) if key not in self._numbers}
            features: Any = doc.to_array(self._columns)
            self._learn(list(new), features[list(new.values())])
            return np.array(list(map(self._numbers.__getitem__, keys)), dtype=np.intp)

    def _learn(self, keys: Iterable[int], features: NDArray[np.uint64]) -> None:
        rows = self._mix(self._embed(np.ascontiguousarray(features)))
        first = len(self._numbers)
        while first + len(rows) > len(self._bank):
            self._bank = np.concatenate([self._bank, np.zeros_like(self._bank)])
        self._bank[first : first + len(rows)] = rows
        self._numbers.update((key, first + n) for n, key in enumerate(keys))


def fast_tok2vec(model: Model[Any, Any]) -> FastTok2Vec | None:
    """Return the fast form of a tok2vec network, None when it is not exactly of the known shape."""
    if len(model.layers) != 2:
        return None
    embed, encode = model.layers
    if [layer.name for layer in embed.layers[:2]] != ["extract_features", "list2ragged"] or len(embed.layers) != 5:
        return None
    if embed.layers[3].name != "with_array(maxout>>layernorm>>dropout)" or embed.layers[4].name != "ragged2list":
        return None
    if not embed.layers[2].name.startswith("with_array(ints-getitem>>hashembed|"):
        return None
    if encode.attrs.get("pad") != _PAD or not encode.name.startswith("with_array(residual(expand_window>>maxout>>"):
        return None
    layers = [_layer(residual) for residual in encode.layers[0].layers]
    return FastTok2Vec(embed, [layer for layer in layers if layer]) if all(layers) else None


def _layer(residual: Model[Any, Any]) -> Layer | None:
    if residual.name != "residual(expand_window>>maxout>>layernorm>>dropout)":
        return None
    expand, rest = residual.layers[0].layers
    if expand.attrs.get("window_size") != 1:
        return None
    maxout, norm = rest.layers[0].layers
    weights = np.asarray(maxout.get_param("W"), dtype=np.float32)
    width, pieces, inputs = weights.shape
    if inputs != 3 * width:
        return None
    window = weights.astype(np.float64).transpose(1, 0, 2).reshape(pieces * width, inputs).T
    bias = np.ascontiguousarray(np.asarray(maxout.get_param("b"), dtype=np.float32).T.reshape(-1))
    gain, shift = (np.asarray(norm.get_param(key), dtype=np.float32) for key in ("G", "b"))
    return Layer.of(window, pieces, bias, gain, shift)
