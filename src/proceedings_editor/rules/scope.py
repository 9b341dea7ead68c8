"""What a rule sees, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from proceedings_editor.model.body import OBJECT, RichText, Span
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import Edit, ReplaceText, SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Fix, Severity
from proceedings_editor.model.local import Language
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Template
from proceedings_editor.rules.facts import Facts
from proceedings_editor.texts import Text

PassageKind = Literal["block", "note", "reference", "field", "reading"]

COLLECTION: Final = "collection."
"""What field paths of the collection's own facts begin with."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of an entry or of the collection.

    Attributes:
        kind: What it is. The words of a note have the place of the note's mark, because places end at blocks.
        key: What it tells: the path of its field without indexes ("authors.email", "title.kk", "collection.isbn"; a
            reading has the key of the field it was found for), "body" for blocks and notes, "references".
        text: Its plain text; places count in it.
        rich: Its runs, () for a field of plain characters.
        language: Main language of the passage.
        field: Path of the field a reading was found for ("udc", "authors.0.email"), else "".
    """

    kind: PassageKind
    place: Place
    key: str
    text: str
    language: Language
    rich: RichText = ()
    field: str = ""

    def at(self, start: int, end: int) -> Place:
        """Return the place of a stretch of this passage."""
        if self.kind == "note":
            return self.place
        return Place(self.place.field, self.place.block, start, end)

    def prose(self) -> str:
        """Return the text with program code and inline objects blanked out, every other character at its place."""
        if not any(isinstance(run, Span) and run.code for run in self.rich):
            return self.text
        return "".join(
            (OBJECT * len(run.text) if run.code else run.text) if isinstance(run, Span) else OBJECT for run in self.rich
        )


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
    """One passage with what surrounds it; `entry` is None for the collection's own texts."""

    passage: Passage
    entry: Entry | None
    collection: Collection
    template: Template
    options: Any
    facts: Facts = field(default_factory=Facts)

    def hit(self, start: int, end: int, message: Text, fix: Fix | None = None, severity: Severity | None = None) -> Hit:
        """Return a hit on a stretch of the passage."""
        return Hit(self.passage.at(start, end), self.passage.text[start:end], message, fix, severity)

    def fix(self, start: int, end: int, words: str, label: Text, *, safe: bool) -> Fix | None:
        """Return the fix that puts `words` in the place of a stretch.

        None for a reading, which must stay as it was found, and for the words of a note, which no edit reaches.
        """
        edit = self.edit(start, end, words, label)
        return None if edit is None else Fix(edit, safe, self.passage.text[start:end], words)

    def edit(self, start: int, end: int, words: str, label: Text) -> Edit | None:
        """Return the edit alone; see `fix`."""
        passage, path = self.passage, self.passage.place.field
        if passage.kind == "field":
            whole = passage.text[:start] + words + passage.text[end:]
            return SetField(self.entry.id if self.entry else "", path.removeprefix(COLLECTION), whole, label)
        if self.entry is None or passage.kind in ("reading", "note"):
            return None
        return ReplaceText(self.entry.id, passage.at(start, end), words, label)


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
    """The whole collection; `entries` are in printed order (see `Workspace`)."""

    entries: tuple[Entry, ...]
    collection: Collection
    template: Template
    options: Any
    facts: Facts = field(default_factory=Facts)
