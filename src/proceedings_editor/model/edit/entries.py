"""Adding entries to the collection and taking them out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings_editor.model.edit.edit import EditError
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
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
        return replace(workspace, entries=(*workspace.entries, self.added))
