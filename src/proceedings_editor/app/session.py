"""A session: one opened collection with its history, what is saved of it, and who wants to know of changes.

The window's panels hold a session and nothing of each other: each asks it for the workspace, hands it edits and is told
what changed. It knows no thread and no toolkit; `ui` brings calls back to its own thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from proceedings_editor.app.history import NO_CARET, Caret, History, Step
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage.folder import Opened, Problem, discard_entry, rename_entry, save_collection, save_entry
from proceedings_editor.storage.template_file import save_template


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners are told.

    Attributes:
        before, after: The workspaces; what is the same object did not change.
        step: The step that was done or undone, None when only the saved state changed.
        origin: Who made the edit (the caret's widget), so that an editor can ignore its own typing.
        caret: Where the cursor should go (after undo and redo), `NO_CARET` to leave it.
    """

    before: Workspace
    after: Workspace
    step: Step | None = None
    origin: str = ""
    caret: Caret = NO_CARET
    is_undo: bool = False


Listener = Callable[[Change], None]


class Session:
    """One opened collection."""

    def __init__(self, folder: Path, opened: Opened) -> None:
        self.folder = folder
        self.problems: tuple[Problem, ...] = opened.problems
        self._sources = dict(opened.sources)
        self._history = History(opened.workspace)
        self._saved = opened.workspace
        self._listeners: list[Listener] = []

    # ---------------------------------------------------------------------------------------------- what there is

    @property
    def workspace(self) -> Workspace:
        """The workspace as it is now: immutable, so a worker may keep it as long as it likes."""
        return self._history.workspace

    @property
    def saved(self) -> Workspace:
        """The workspace as the files have it."""
        return self._saved

    @property
    def sources(self) -> Mapping[str, str]:
        """Entry id -> name of its file below `entries/`; absent for an entry that was never saved."""
        return self._sources

    @property
    def is_dirty(self) -> bool:
        """True while something is not saved."""
        return self.workspace is not self._saved and self.workspace != self._saved

    @property
    def next_undo(self) -> Step | None:
        """The step undo would take back."""
        return self._history.next_undo

    @property
    def next_redo(self) -> Step | None:
        """The step redo would do again."""
        return self._history.next_redo

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry with this id, None where it is gone."""
        return next((entry for entry in self.workspace.entries if entry.id == entry_id), None)

    # ------------------------------------------------------------------------------------------------- doing

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit, *, merge: str = "", before: Caret = NO_CARET, after: Caret = NO_CARET) -> bool:
        """Carry out an edit and tell everybody; False where it changes nothing.

        Args:
            edit: The edit.
            merge: Typing in one place gives the same key each time and becomes one step.
            before: The cursor before it.
            after: The cursor after it; its `widget` names who made the edit.

        Raises:
            EditError: The workspace lacks the edit's place.
        """
        old = self.workspace
        step = self._history.apply(edit, merge=merge, carets=(before, after))
        if step is None:
            return False
        self._tell(Change(old, self.workspace, step, origin=after.widget))
        return True

    def close_step(self) -> None:
        """Let the next edit begin a step of its own: after a pause, Enter, a change of place."""
        self._history.close()

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        old = self.workspace
        step = self._history.undo()
        if step is None:
            return False
        self._tell(Change(old, self.workspace, step, caret=step.caret_before, is_undo=True))
        return True

    def redo(self) -> bool:
        """Do the last undone step again; False where there is none."""
        old = self.workspace
        step = self._history.redo()
        if step is None:
            return False
        self._tell(Change(old, self.workspace, step, caret=step.caret_after))
        return True

    def save(self) -> None:
        """Write what changed, each file whole or not at all.

        Raises:
            WriteError: A file could not be written; what was written before it is saved, the rest stays unsaved.
        """
        workspace, saved = self.workspace, self._saved
        save_template(self.folder, saved.template, workspace.template)
        save_collection(self.folder, saved.collection, workspace.collection)
        before = {entry.id: entry for entry in saved.entries}
        for entry in workspace.entries:
            self._save_entry(before.get(entry.id), entry)
        for entry_id in before.keys() - {entry.id for entry in workspace.entries}:
            discard_entry(self.folder, self._sources.pop(entry_id))
        self._saved = workspace
        self._tell(Change(workspace, workspace))

    def _save_entry(self, before: Entry | None, entry: Entry) -> None:
        file = self._sources.get(entry.id, "")
        if before is entry and file:
            return
        name = save_entry(self.folder, before, entry, file)
        if before and before.number != entry.number:
            name = rename_entry(self.folder, entry, name)
        self._sources[entry.id] = name

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
