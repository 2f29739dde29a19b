"""Models as JSON in the rows: their form has a version, and what is in another form is told, never guessed at."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from newsclaim.errors import StoreError

#: The form of the models in the rows. Raise it when a field changes its meaning or its shape; articles that were stored
#: in another form count as changed, so that the next ingest makes them anew.
VERSION = 2
M = TypeVar("M", bound=BaseModel)


def read(model: type[M], payload: str | dict[str, Any], what: str) -> M:
    """Return the model in a row; `what` names it in the message when it cannot be read.

    Raises:
        StoreError: the row is no JSON of this model.
    """
    try:
        if isinstance(payload, str):
            return model.model_validate_json(payload)
        return model.model_validate(payload)
    except ValidationError as error:
        raise unreadable(what) from error


def read_json(payload: str, what: str) -> dict[str, Any]:
    """Return the fields of a model in a row, not checked.

    Raises:
        StoreError: the row is no JSON.
    """
    try:
        fields: dict[str, Any] = json.loads(payload)
    except ValueError as error:
        raise unreadable(what) from error
    return fields


def unreadable(what: str) -> StoreError:
    """Return the error for a row that this version of newsclaim cannot read."""
    return StoreError(
        f"{what} was stored in a form that this newsclaim does not know. Run newsclaim ingest again: it makes such "
        f"articles anew (with --again all of them)."
    )
