"""Adding entries to the collection and taking them out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from proceedings_editor.model.edit.edit import EditError
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace, in_place
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class AddEntry:
    """Add an entry behind the others."""

    added: Entry
    label: Text

    @property
    def entry(self) -> str:
        """The new entry."""
        return self.added.id

    @property
    def place(self) -> Place:
        """Its title."""
        return Place(field=f"title.{self.added.language}")

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        if any(entry.id == self.added.id for entry in workspace.entries):
            raise EditError(f"entry {self.added.id} exists")
        return in_place(replace(workspace, entries=(*workspace.entries, self.added)))


@dataclass(frozen=True, slots=True)
class RemoveEntries:
    """Take entries out; saving puts their files into the trash."""

    removed: frozenset[str]
    label: Text

    @property
    def entry(self) -> str:
        """No entry: none is left to go to."""
        return ""

    @property
    def place(self) -> Place:
        """No place of the form."""
        return Place()

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        left = tuple(entry for entry in workspace.entries if entry.id not in self.removed)
        return workspace if len(left) == len(workspace.entries) else replace(workspace, entries=left)


@dataclass(frozen=True, slots=True)
class Renumber:
    """Give entries other publication numbers, id -> number, and put all into printed order."""

    numbers: Mapping[str, int | None]
    label: Text

    @property
    def entry(self) -> str:
        """The only entry, "" for several."""
        return next(iter(self.numbers)) if len(self.numbers) == 1 else ""

    @property
    def place(self) -> Place:
        """The number."""
        return Place(field="number") if self.entry else Place()

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        entries = tuple(
            replace(entry, number=self.numbers[entry.id])
            if entry.id in self.numbers and self.numbers[entry.id] != entry.number
            else entry
            for entry in workspace.entries
        )
        if all(new is old for new, old in zip(entries, workspace.entries, strict=True)):
            return workspace
        return in_place(replace(workspace, entries=entries))
