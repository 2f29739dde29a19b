"""What `newsclaim.toml` may hold: the model, topics, and corrections of actors."""

from __future__ import annotations

from newsclaim.models import ActorKind, Model


class Corrections(Model):
    """Forced and forbidden merges, preferred names and kinds, written by people; read at every run.

    `same` lists groups of names that are one actor, `different` pairs that never are, `names` maps a name to the one
    to show, `kinds` a name to its kind.
    """

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    names: dict[str, str] = {}
    kinds: dict[str, ActorKind] = {}
