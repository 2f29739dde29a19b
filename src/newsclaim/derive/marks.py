"""People's marks, put onto what was found: the file beside the database is what counts, the database holds a copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.derive.stage import Stage
from newsclaim.derive.state import MARKS_FILE, content_of_marks
from newsclaim.text import fold, sha256

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.models import Actor
    from newsclaim.models.mark import Mark
    from newsclaim.store import Store

#: So many marks that match nothing are named.
_MOST_NAMED = 5


def mark_findings(store: Store, settings: Settings) -> tuple[str, ...]:
    """Put the marks of the file onto the findings of the store, in place of those before; return notes.

    Raises:
        InputError: the file cannot be read, or says what cannot be.
    """
    from newsclaim.derive.statements import keep_wordings
    from newsclaim.marks.correct import corrected
    from newsclaim.marks.file import file_beside, marks_in

    content = content_of_marks(settings)
    before = store.marks()
    marks = before if content is None else marks_in(content, file_beside(settings.db))
    found, lost = _matched(store, marks)
    known, members, new = _people_in(store, found)
    put_back = {mark.article for mark in before if mark.kind == "quote" and mark.verdict == "wrong"}
    store.save_marks(found, members, lambda finding, mark: corrected(finding, mark, known), new)
    # A quote's wording went with it when it was marked wrong; likenesses are those of wordings, and stayed.
    keep_wordings(store, sorted(put_back))
    store.finish_stage(MARKS_FILE, sha256(content or ""))
    return (_told(lost, len(marks)),) if lost else ()


def _people_in(
    store: Store, found: Sequence[tuple[str, Mark]]
) -> tuple[dict[str, str], dict[tuple[str, str], str], list[Actor]]:
    """Return how people named in marks are called, which actors they are by article, and those of marks alone."""
    from newsclaim.marks.correct import is_nobody, local_id

    known: dict[str, str] = {}
    members: dict[tuple[str, str], str] = {}
    new: dict[str, Actor] = {}
    for _, mark in found:
        for name in {mark.fields.get(key, "").strip() for key in ("speaker", "source", "whose")}:
            if not is_nobody(name):
                actor = _actor_named(store, name, new)
                known[name] = actor.name
                members[mark.article, local_id(mark.article, name)] = actor.id
    return known, members, list(new.values())


def _actor_named(store: Store, name: str, new: dict[str, Actor]) -> Actor:
    """Return the actor of the corpus that a name in a mark means, else one of the marks alone, kept among the new."""
    from newsclaim.marks.correct import is_named_only_here, named_only_here
    from newsclaim.names.search import asked_for

    actors = [one for one in store.actors_named(asked_for(name)) if not is_named_only_here(one)]
    return actors[0] if actors else new.setdefault(fold(name), named_only_here(name))


def _told(lost: Sequence[Mark], size: int) -> str:
    """Return the note of marks that match nothing, of so many in all."""
    named = ", ".join(f"{mark.text[:40]!r} in {mark.article}" for mark in lost[:_MOST_NAMED])
    more = f" and {len(lost) - _MOST_NAMED} more" if len(lost) > _MOST_NAMED else ""
    return f"{len(lost)} of {size} marks match nothing that is found now: {named}{more}"


def _matched(store: Store, marks: Sequence[Mark]) -> tuple[list[tuple[str, Mark]], list[Mark]]:
    """Return the marks with the id of the finding each is about, and those that match none."""
    from newsclaim.marks.places import found_again

    found: dict[str, Mark] = {}
    lost: list[Mark] = []
    for mark in marks:
        finding = found_again(mark, store.findings_of(mark.kind, mark.article))
        if finding is None or finding.id in found:
            lost.append(mark)
        else:
            found[finding.id] = mark
    return list(found.items()), lost


def _basis(settings: Settings) -> str:
    return sha256(content_of_marks(settings) or "")


MARKS = Stage("marks", _basis, mark_findings, needs=("actors",))
