"""A session: one opened collection with its history, what is saved of it, and who wants to know of changes.

The window's panels hold a session and nothing of each other: each asks it for the workspace, hands it edits and is told
what changed. It knows no thread and no toolkit; `ui` brings calls back to its own thread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from operator import is_
from pathlib import Path

from proceedings_editor.app.history import NO_CARET, Caret, History, Step
from proceedings_editor.app.saving import SETTINGS, Disk, Saved, Saving
from proceedings_editor.errors import FileChanged
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.rest import keep_awake
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace, in_order
from proceedings_editor.storage.folder import Opened, Problem
from proceedings_editor.texts import text


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners are told.

    Attributes:
        before, after: The workspaces; what is the same object did not change.
        step: The step that was done or undone, None when only the saved state changed, or a file on the disk.
        origin: Who made the edit (the caret's widget), so that an editor can ignore its own typing.
        caret: Where the cursor should go (after undo and redo), `NO_CARET` to leave it.
        is_refusal: An edit was refused: what a person typed is to be shown no more.
    """

    before: Workspace
    after: Workspace
    step: Step | None = None
    origin: str = ""
    caret: Caret = NO_CARET
    is_undo: bool = False
    is_refusal: bool = False


Listener = Callable[[Change], None]
Guard = Callable[[frozenset[str]], bool]
"""Asked with ids of entries, or `SETTINGS`, whether they may be changed; it tells the person why not."""


class Session:
    """One opened collection."""

    def __init__(self, folder: Path, opened: Opened) -> None:
        self.folder = folder
        self.problems: tuple[Problem, ...] = opened.problems
        self.template_words = opened.template_words
        self._history = History(opened.workspace)
        self._disk = Disk(opened.workspace, opened.sources, opened.files)
        self._guard: Guard = lambda owners: True
        self._is_saving = False
        self._brought: dict[str, set[str]] = {}
        self._listeners: list[Listener] = []

    # ---------------------------------------------------------------------------------------------- what there is

    @property
    def workspace(self) -> Workspace:
        """The workspace as it is now: immutable, so a worker may keep it as long as it likes."""
        return self._history.workspace

    @property
    def saved(self) -> Workspace:
        """The workspace as the files have it."""
        return self._disk.workspace

    @property
    def disk(self) -> Disk:
        """The files as they were last read or written."""
        return self._disk

    @property
    def sources(self) -> Mapping[str, str]:
        """Entry id -> name of its file below `entries/`; absent for an entry that was never saved."""
        return self._disk.sources

    @property
    def is_dirty(self) -> bool:
        """True while something is not saved."""
        return self.workspace is not self.saved and self.workspace != self.saved

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
        return entry_in(self.workspace, entry_id)

    def work_on(self, entry_id: str) -> None:
        """Let an entry be whole in memory for good: somebody looks at it and is going to change it."""
        if entry := self.entry(entry_id):
            keep_awake(entry)

    # ------------------------------------------------------------------------------------------------- doing

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def guard_by(self, guard: Guard) -> None:
        """Ask `guard` before every change from now on."""
        self._guard = guard

    def apply(self, edit: Edit, *, merge: str = "", before: Caret = NO_CARET, after: Caret = NO_CARET) -> bool:
        """Carry out an edit and tell everybody; False where it changes nothing or the guard refuses.

        Args:
            edit: The edit.
            merge: Typing in one place gives the same key each time and becomes one step.
            before: The cursor before it.
            after: The cursor after it; its `widget` names who made the edit.

        Raises:
            EditError: The workspace lacks the edit's place.
        """
        old = self.workspace
        step = self._history.apply(edit, merge=merge, carets=(before, after), may=self._may)
        if step is None:
            return False
        self._tell(Change(old, self.workspace, step, origin=after.widget))
        return True

    def close_step(self) -> None:
        """Let the next edit begin a step of its own: after a pause, Enter, a change of place."""
        self._history.close()

    def undo(self) -> bool:
        """Take the last step back; False where there is none or the guard refuses."""
        old, last = self.workspace, self.next_undo
        if last is None or not self._may(old, last.before):
            return False
        step = self._history.undo()
        assert step
        self._tell(Change(old, self.workspace, step, caret=step.caret_before, is_undo=True))
        return True

    def redo(self) -> bool:
        """Do the last undone step again; False where there is none or the guard refuses."""
        old, last = self.workspace, self.next_redo
        if last is None or not self._may(old, last.after):
            return False
        step = self._history.redo()
        assert step
        self._tell(Change(old, self.workspace, step, caret=step.caret_after))
        return True

    def show_again(self) -> None:
        """Let every view show the model: an edit was refused."""
        self._tell(Change(self.workspace, self.workspace, is_refusal=True))

    def unsaved(self) -> frozenset[str]:
        """Return the ids of entries, and `SETTINGS`, that are not as the files have them."""
        return frozenset(owner for owner in touched(self.saved, self.workspace) if self._differs(owner))

    # ------------------------------------------------------------------------------------------------- the files

    @property
    def pictures_brought(self) -> Mapping[str, Set[str]]:
        """Entry id -> the files that this session put into the entry's figures, whether they are shown or not."""
        return self._brought

    def note_picture(self, entry_id: str, file: str) -> None:
        """Remember that this session put a file into an entry's figures."""
        self._brought.setdefault(entry_id, set()).add(file)

    @property
    def is_saving(self) -> bool:
        """True from `saving` to `note_saved`: what the files say now may be this session's own work."""
        return self._is_saving

    def saving(self) -> Saving:
        """Return the work of saving everything as it is now; it may run in any thread, then `note_saved` is due."""
        self._is_saving = True
        self._history.close()  # undo leads back to what was saved
        return Saving(self.folder, self._disk, self.workspace)

    def note_saved(self, saved: Saved) -> None:
        """Take over what became of a save."""
        self._is_saving = False
        self._disk = saved.disk
        self._tell(Change(self.workspace, self.workspace))

    def save(self) -> None:
        """Write what changed, each file whole or not at all.

        Raises:
            FileChanged: Somebody else changed a file; it was not written over, the rest was saved.
            WriteError: A file could not be written; it stays unsaved, the rest was saved.
        """
        saved = self.saving().run()
        self.note_saved(saved)
        if saved.error:
            raise saved.error
        if saved.changed:
            raise FileChanged(text("Somebody else changed what you want to save; compare it first."))

    def take_from_disk(self, patch: Patch, disk: Disk) -> None:
        """Take over what files say now, as if it had always been so: undo does not take it back.

        Args:
            patch: What they say otherwise than this session.
            disk: The files as they are now.
        """
        old = self.workspace
        self._disk = disk
        self.template_words = patch.template_words or self.template_words
        if patch:
            self._history.rebase(patch.apply)
        self._tell(Change(old, self.workspace))

    # ------------------------------------------------------------------------------------------------------ inside

    def _may(self, before: Workspace, after: Workspace) -> bool:
        return self._guard(touched(before, after))

    def _differs(self, owner: str) -> bool:
        now, saved = self.workspace, self.saved
        if owner == SETTINGS:
            return now.collection != saved.collection or now.template != saved.template
        return entry_in(now, owner) != entry_in(saved, owner)

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)


@dataclass(frozen=True, slots=True)
class Patch:
    """Parts of a workspace that are to be others.

    Attributes:
        entries: Id -> the entry as it shall be, None where it is gone.
        collection: None to leave it.
        template: None to leave it; `template_words` is the text of its file.
    """

    entries: Mapping[str, Entry | None] = field(default_factory=dict)
    collection: Collection | None = None
    template: Template | None = None
    template_words: str = ""

    def __bool__(self) -> bool:
        return bool(self.entries) or self.collection is not None or self.template is not None

    def apply(self, workspace: Workspace) -> Workspace:
        """Return the workspace with these parts; the same object where it has them."""
        entries = self._of(workspace.entries)
        collection, template = self.collection or workspace.collection, self.template or workspace.template
        if collection is workspace.collection and template is workspace.template and _same(entries, workspace.entries):
            return workspace
        return Workspace(collection, template, entries)

    def _of(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return the entries with these; a long history has thousands of states, so what need not be done is not."""
        if not self.entries:
            return entries
        there = {entry.id: entry for entry in entries if entry.id in self.entries}
        if any(
            new is None or new.number != getattr(there.get(owner), "number", -1) for owner, new in self.entries.items()
        ):
            kept = [entry for entry in entries if entry.id not in there]
            return in_order((*kept, *filter(None, self.entries.values())))
        return tuple([self.entries.get(entry.id, entry) or entry for entry in entries])


def _same(entries: tuple[Entry, ...], others: tuple[Entry, ...]) -> bool:
    return len(entries) == len(others) and all(map(is_, entries, others))


def differing(before: Workspace, after: Workspace) -> list[tuple[Entry | None, Entry | None]]:
    """Return the entries that do not stand in the same place as the same objects; None where one has fewer."""
    return [pair for pair in zip_longest(before.entries, after.entries) if pair[0] is not pair[1]]


def touched(before: Workspace, after: Workspace) -> frozenset[str]:
    """Return the ids of entries that are not the same objects in two workspaces, and `SETTINGS`."""
    entries = [*filter(None, chain.from_iterable(differing(before, after)))]
    times = Counter(map(id, entries))  # what only moved is there twice
    found = {entry.id for entry in entries if times[id(entry)] == 1}
    if before.collection is not after.collection or before.template is not after.template:
        found.add(SETTINGS)
    return frozenset(found)


def entry_in(workspace: Workspace, entry_id: str) -> Entry | None:
    """Return the entry with this id, None where there is none."""
    return next((entry for entry in workspace.entries if entry.id == entry_id), None)


def draft_session(collection: Collection, template: Template) -> Session:
    """Return a session of a collection that has no folder yet, to fill in its facts; it is never saved."""
    return Session(Path(), Opened(Workspace(collection, template)))
