"""What a rule sees, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from proceedings_editor.model.body import RichText
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Fix, Severity
from proceedings_editor.model.local import Language
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Template
from proceedings_editor.rules.facts import Facts
from proceedings_editor.texts import Text

PassageKind = Literal["block", "reference", "field", "reading"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of an entry.

    Attributes:
        kind: What it is; rules about prose look at blocks, rules about codes at fields and readings.
        field: Path of the field for fields and readings ("udc.0"), "" for blocks.
        text: Its plain text; places count in it.
        rich: Its runs, () for a field of plain characters.
        language: Main language of the passage.
    """

    kind: PassageKind
    place: Place
    text: str
    language: Language
    field: str = ""
    rich: RichText = ()

    def at(self, start: int, end: int) -> Place:
        """Return the place of a stretch of this passage."""
        return Place(self.place.field, self.place.block, start, end)


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's answer about one place; the engine adds code, severity and entry and makes a `Finding` of it.

    Attributes:
        severity: Only where this case is graver or lighter than the rule's own severity.
        entry: Id of the entry, for rules of the collection.
        also: Ids of further entries concerned.
    """

    place: Place
    text: str
    message: Text
    fix: Fix | None = None
    severity: Severity | None = None
    entry: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageScope:
    """One passage with what surrounds it."""

    passage: Passage
    entry: Entry
    collection: Collection
    template: Template
    options: Any
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class EntryScope:
    """One entry with what surrounds it; `passages` are all its texts."""

    entry: Entry
    collection: Collection
    template: Template
    passages: tuple[Passage, ...]
    options: Any
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class CollectionScope:
    """The whole collection."""

    entries: tuple[Entry, ...]
    collection: Collection
    template: Template
    options: Any
    facts: Facts = field(default_factory=Facts)
