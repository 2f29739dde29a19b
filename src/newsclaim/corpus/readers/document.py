"""What a reader finds in a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclaim.corpus.fields import Header
from newsclaim.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    r"""An article as its format gives it: a text, and what is said of it.

    Attributes:
        text: the article, without its header.
        header: what the format says of it.
        id: the id that the article has wherever it stands; None lets the file (and `number`) give it one.
        number: what tells it from the other documents of its file: their own number or url; None when the file is the
            article.
        place: where in the file it stands, for messages ("line 7").
        exact: keep the text code point for code point; else line ends become `\n`, letters are composed (NFC), and a
            title that the text does not begin with is put before it.
    """

    text: str
    header: Header = field(default_factory=Header)
    id: str | None = None
    number: str | None = None
    place: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Bad:
    """A document that cannot be read as an article; the others of its file can. `reason` says what to do about it."""

    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Empty:
    """A row or object that is an article but for its text: there is nothing in it to read, and nothing to mend."""

    place: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a file or document that was read: an encoding that was guessed, a count that differs …."""

    text: str
    place: str = ""


class MissingExtraError(InputError):
    """A file whose reader needs a package that is not installed: skipped in a folder, refused when named."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} are read with an extra that is not installed: pip install "newsclaim[{extra}]"')


class UnknownFormatError(InputError):
    """A file that no reader is for."""


class NoArticlesError(InputError):
    """A sound file of this format that holds other things than articles: skipped in a folder, refused when named."""
