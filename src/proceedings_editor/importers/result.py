"""What an import gives: the facts, and what a person has to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.texts import Text

DoubtKind = Literal["disagreement", "doubt", "no_place", "collection"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing the importer could not settle by itself.

    Attributes:
        kind: "disagreement": two places of the source say different things about one field; "doubt": something
            was understood, but perhaps wrongly; "no_place": words that no field takes; "collection": a fixed
            text of the page differs from what the template prints.
        line: Line in the source, from 1; 0 for the file as a whole.
        field: Path of the field, as in a reading; "" where no field is meant.
    """

    kind: DoubtKind
    text: Text
    line: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture the source shows.

    Attributes:
        source: Where the source says it is: a path from the source's own folder, or an address of the web.
        file: Name of the figure's file in the entry.
        line: Line in the source.
    """

    source: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Imported:
    """A file taken apart.

    Attributes:
        collection: The facts of the conference that the file tells; empty where it tells none.
        entry: The article; its `section` is an id of `collection.sections`.
        doubts: In the order of the source.
        had_form: The file had the form of a conference page; otherwise all of it is in the body.
        pictures: Files that belong into the entry's folder of figures.
    """

    collection: Collection
    entry: Entry
    doubts: tuple[Doubt, ...]
    had_form: bool
    pictures: tuple[FoundPicture, ...] = ()
