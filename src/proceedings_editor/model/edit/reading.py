"""Settling a reading: a person has decided which value of a field is right."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings_editor.model.edit.edit import Edit, with_entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class SettleReading:
    """Drop every reading of `field`, after making the change `take` where the person took one of them."""

    entry: str
    field: str
    label: Text
    take: Edit | None = None

    @property
    def place(self) -> Place:
        """The field."""
        return Place(field=self.field)

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        changed = self.take.apply(workspace) if self.take else workspace
        return with_entry(
            changed,
            self.entry,
            lambda entry: replace(entry, readings=tuple(r for r in entry.readings if r.field != self.field)),
        )


@dataclass(frozen=True, slots=True)
class DropReading:
    """Drop one reading, the field being right as it is; the other readings of the field stay."""

    entry: str
    reading: Reading
    label: Text

    @property
    def place(self) -> Place:
        """The field it was found for."""
        return Place(field=self.reading.field)

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        return with_entry(
            workspace,
            self.entry,
            lambda entry: replace(entry, readings=tuple(r for r in entry.readings if r != self.reading)),
        )
