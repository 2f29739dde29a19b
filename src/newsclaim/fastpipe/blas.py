"""Which library multiplies matrices: NumPy's own is 1.7 times as fast as the one that comes with spaCy.

Where the environment forces NumPy's library to the kernels of an old processor its product can crash; there it is tried
in a process of its own first.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_FORCED = "OPENBLAS_CORETYPE"
_PROBE = "import numpy as n; a = n.ones((301, 288), 'f'); assert (a @ a.T == 288).all()"


def use_numpy_product(nlp: Language) -> None:
    """Let all networks of a pipeline multiply with NumPy, where that is safe."""
    from thinc.api import Model, NumpyOps

    if not _is_safe():
        return
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            node.ops = ops


@cache
def _is_safe() -> bool:
    if _FORCED not in os.environ:
        return True
    try:
        done = subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, timeout=30, check=False)  # noqa: S603 - our own words
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
