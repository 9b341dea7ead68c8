"""A new, empty entry."""

from __future__ import annotations

from proceedings_editor.model.edit import AddEntry
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage.identifier import new_id
from proceedings_editor.texts import text


def new_entry(workspace: Workspace) -> AddEntry:
    """Return the edit that adds an empty entry, in the language of the last one there is."""
    entries = workspace.entries
    language = entries[-1].language if entries else "kk"
    return AddEntry(Entry(new_id([entry.id for entry in entries]), language=language), text("New entry"))
