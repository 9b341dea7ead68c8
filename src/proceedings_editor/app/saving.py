"""Saving: what is not saved is written, each file whole or not at all, and none that somebody else changed meanwhile.

A `Saving` is made of values that do not change, so it may run in any thread while the person works on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from proceedings_editor.errors import FileChanged, WriteError
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.workspace import Workspace, in_order
from proceedings_editor.storage.file_state import FileState
from proceedings_editor.storage.folder import discard_entry, rename_entry, save_collection, write_entry
from proceedings_editor.storage.layout import COLLECTION, ENTRIES, TEMPLATE
from proceedings_editor.storage.template_file import save_template

SETTINGS = ""
"""Stands for the collection and its template where an entry is named by its id."""


@dataclass(frozen=True, slots=True)
class Disk:
    """The files of a collection as they were last read or written.

    Attributes:
        workspace: What they say.
        sources: Entry id -> name of its file below `entries/`.
        files: Name of each file, entries as "entries/x.yaml" -> its state.
    """

    workspace: Workspace
    sources: Mapping[str, str]
    files: Mapping[str, FileState]

    def state_of(self, entry_id: str) -> FileState | None:
        """Return the state of an entry's file, None where it has none."""
        return self.files.get(f"{ENTRIES}/{self.sources.get(entry_id, '')}")


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save.

    Attributes:
        disk: The files as they are now.
        changed: Ids of entries, or `SETTINGS`, whose files somebody else changed: they were left alone.
        error: What else went wrong, the first of it.
    """

    disk: Disk
    changed: frozenset[str] = frozenset()
    error: WriteError | None = None


class Saving:
    """One save of a workspace."""

    def __init__(self, folder: Path, disk: Disk, workspace: Workspace) -> None:
        self._folder, self._disk, self._wanted = folder, disk, workspace
        self._sources, self._files = dict(disk.sources), dict(disk.files)
        self._changed: set[str] = set()
        self._error: WriteError | None = None

    def run(self) -> Saved:
        """Write everything that can be written."""
        before = {entry.id: entry for entry in self._disk.workspace.entries}
        kept = [self._entry(before.get(entry.id), entry) for entry in self._wanted.entries]
        kept += [self._discarded(before[gone]) for gone in before.keys() - {entry.id for entry in self._wanted.entries}]
        workspace = self._settings()
        if self._error or self._changed:
            workspace = replace(workspace, entries=in_order(entry for entry in kept if entry))
        else:
            workspace = self._wanted
        return Saved(Disk(workspace, self._sources, self._files), frozenset(self._changed), self._error)

    def _settings(self) -> Workspace:
        """Write template and collection; return the workspace as far as they could be written."""
        done, wanted, folder, files = self._disk.workspace, self._wanted, self._folder, self._files
        try:
            if state := save_template(folder, done.template, wanted.template, files.get(TEMPLATE)):
                files[TEMPLATE] = state
            done = replace(done, template=wanted.template)
            if state := save_collection(folder, done.collection, wanted.collection, files.get(COLLECTION)):
                files[COLLECTION] = state
            return replace(done, collection=wanted.collection)
        except WriteError as error:
            self._note(SETTINGS, error)
            return done

    def _entry(self, before: Entry | None, entry: Entry) -> Entry | None:
        """Write one entry; return what its file says then."""
        file = self._sources.get(entry.id, "")
        if file and (before is entry or before == entry):
            return entry
        try:
            name, state = write_entry(self._folder, entry, file, self._disk.state_of(entry.id))
        except WriteError as error:
            self._note(entry.id, error)
            return before
        self._place(entry.id, name, state)
        if before and before.number != entry.number:
            self._rename(entry, name, state)
        return entry

    def _rename(self, entry: Entry, name: str, state: FileState) -> None:
        """Give a file the name its entry's number asks for; where that fails, what it says is saved all the same."""
        try:
            renamed = rename_entry(self._folder, entry, name)
        except WriteError as error:
            self._note(entry.id, error)
            return
        self._files.pop(f"{ENTRIES}/{name}")
        self._place(entry.id, renamed, state)

    def _place(self, entry_id: str, name: str, state: FileState) -> None:
        self._sources[entry_id] = name
        self._files[f"{ENTRIES}/{name}"] = state

    def _discarded(self, entry: Entry) -> Entry | None:
        file = self._sources[entry.id]
        try:
            discard_entry(self._folder, file)
        except WriteError as error:
            self._note(entry.id, error)
            return entry
        del self._sources[entry.id]
        self._files.pop(f"{ENTRIES}/{file}", None)
        return None

    def _note(self, owner: str, error: WriteError) -> None:
        if isinstance(error, FileChanged):
            self._changed.add(owner)
        else:
            self._error = self._error or error
