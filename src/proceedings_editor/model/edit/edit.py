"""What every edit has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text


class EditError(Exception):
    """The workspace no longer has the place an edit was made for; a mistake of the caller, never of the person."""


class Edit(Protocol):
    """A change of the workspace, a frozen value: applied again to the same workspace it gives the same result."""

    @property
    def label(self) -> Text:
        """What undo and redo call it."""

    @property
    def entry(self) -> str:
        """Id of the entry it touches, "" for the collection."""

    @property
    def place(self) -> Place:
        """The place it touches; undo and redo go there."""

    def apply(self, workspace: Workspace) -> Workspace:
        """Return the changed workspace; the same object where nothing changes.

        Raises:
            EditError: the workspace lacks the place.
        """


def entry_of(workspace: Workspace, entry_id: str) -> Entry:
    """Return the entry with this id.

    Raises:
        EditError: there is none.
    """
    for entry in workspace.entries:
        if entry.id == entry_id:
            return entry
    raise EditError(f"no entry {entry_id}")


def with_entry(workspace: Workspace, entry_id: str, change: Callable[[Entry], Entry]) -> Workspace:
    """Return the workspace with one entry changed; the same object where the change changes nothing."""
    before = entry_of(workspace, entry_id)
    after = change(before)
    if after == before:
        return workspace
    entries = tuple([after if entry is before else entry for entry in workspace.entries])
    return replace(workspace, entries=entries)
