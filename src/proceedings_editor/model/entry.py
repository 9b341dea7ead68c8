"""An entry: one article of the proceedings with every fact about it, each stored once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Literal, get_args

from proceedings_editor.model.body import Body, RichText
from proceedings_editor.model.ignored import Ignored
from proceedings_editor.model.local import Language, LocalText, LocalWords
from proceedings_editor.model.person import Author, Supervisor
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.rest import Restful
from proceedings_editor.texts import Text, text

State = Literal["received", "in_check", "returned", "accepted", "published", "rejected", "withdrawn"]
STATES: Final[tuple[State, ...]] = get_args(State)
STATE_NAMES: Final[Mapping[State, Text]] = {
    "received": text("received"),
    "in_check": text("being checked"),
    "returned": text("returned for revision"),
    "accepted": text("accepted"),
    "published": text("published"),
    "rejected": text("rejected"),
    "withdrawn": text("withdrawn"),
}
"""What a person calls the states, in the order an article goes through them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of the reference list; its number is its position."""

    text: RichText


@dataclass(frozen=True, slots=True)
class ForcedExport:
    """A final export that went out although errors were open."""

    day: date
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry(Restful):
    """One article.

    Attributes:
        id: Short and permanent; names the figures folder and never changes.
        number: Publication number in the collection, None until given.
        first_page, last_page: Printed pages in the collection, None while unknown.
        section: Id of a section of the collection's tree, "" while unknown.
        udc, irsti, bbk: Classification codes without their labels.
        originality: Per cent found by the plagiarism check.
        manuscripts: Names of the author's files below `manuscripts/`.
        ignored: Findings that a person has decided to leave as they are.
        extra: Keys of other programs, kept untouched.
    """

    id: str
    language: Language = "kk"
    state: State = "received"
    number: int | None = None
    first_page: int | None = None
    last_page: int | None = None
    section: str = ""
    udc: tuple[str, ...] = ()
    irsti: tuple[str, ...] = ()
    bbk: tuple[str, ...] = ()
    doi: str = ""
    edn: str = ""
    title: LocalText = field(default_factory=LocalText)
    authors: tuple[Author, ...] = ()
    supervisors: tuple[Supervisor, ...] = ()
    abstract: LocalText = field(default_factory=LocalText)
    keywords: LocalWords = field(default_factory=LocalWords)
    received: date | None = None
    returned: date | None = None
    accepted: date | None = None
    originality: Decimal | None = None
    manuscripts: tuple[str, ...] = ()
    forced_exports: tuple[ForcedExport, ...] = ()
    body: Body = ()
    references: tuple[Reference, ...] = ()
    readings: tuple[Reading, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


LARGE_PARTS: Final = ("body", "references", "readings")
"""What rests in an entry nobody looks at: nineteen bytes of twenty."""
