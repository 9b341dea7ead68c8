"""Setting one metadata field."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings_editor.model.edit.edit import EditError, with_entry
from proceedings_editor.model.path import with_value
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace, in_place
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class SetField:
    """Set the value at a field path of an entry, or of the collection when `entry` is ""."""

    entry: str
    path: str
    value: object
    label: Text

    @property
    def place(self) -> Place:
        """The field itself."""
        return Place(field=self.path if self.entry else f"collection.{self.path}")

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        try:
            if self.entry:
                changed = with_entry(workspace, self.entry, lambda entry: with_value(entry, self.path, self.value))
                return in_place(changed) if self.path == "number" else changed
            collection = with_value(workspace.collection, self.path, self.value)
        except LookupError as error:
            raise EditError(f"no field {self.path}") from error
        return workspace if collection == workspace.collection else replace(workspace, collection=collection)
