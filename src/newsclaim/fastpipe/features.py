"""What each token adds to a parser's state, worked out for all tokens of a batch before the first step.

For 5,000 tokens that takes 20 MB, and much of the time goes into fresh pages. So the room is kept: nobody reads it any
more when the next batch comes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from thinc.model import Model

    Floats = NDArray[np.float32]

#: Room for so many tokens is kept at most (4 kB each).
_MOST_ROWS = 8_000


def in_kept_room(lower: Model[Any, Any]) -> Model[Any, Any]:
    """Return the layer with the same answers, written into room that the next batch's are written into as well.

    For prediction only. A layer of another kind is returned as it is.
    """
    from thinc.model import Model as Made

    if lower.name != "precomputable_affine":
        return lower
    dims: dict[str, int | None] = {name: lower.get_dim(name) for name in ("nO", "nI", "nF", "nP")}
    params: dict[str, Any] = {name: lower.get_param(name) for name in ("W", "b", "pad")}
    shape = tuple(lower.get_dim(name) for name in ("nF", "nO", "nP"))
    weights: Floats = np.asarray(params["W"]).reshape(-1, lower.get_dim("nI")).T
    padding: Floats = np.asarray(params["pad"]).reshape(-1)
    kept: Floats = np.empty((0, weights.shape[1]), dtype=np.float32)

    def forward(model: Any, tokens: Floats, is_train: bool) -> tuple[Floats, Callable[[Any], Any]]:  # noqa: ARG001 - thinc's
        nonlocal kept
        rows = len(tokens) + 1
        if len(kept) < rows <= _MOST_ROWS:
            kept = np.empty((rows, weights.shape[1]), dtype=np.float32)
        out = kept[:rows] if rows <= len(kept) else np.empty((rows, weights.shape[1]), dtype=np.float32)
        np.dot(tokens, weights, out=out[1:])
        out[0] = padding
        return out.reshape((rows, *shape)), lambda _: []

    return Made("kept_room", forward, dims=dims, params=params, ops=lower.ops)
