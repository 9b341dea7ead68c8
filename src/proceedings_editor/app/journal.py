"""Keeps the journal of a session: what is not saved is written down every few seconds.

`due` is called in the thread that owns the session and costs nothing; the work it returns may run in any thread.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from proceedings_editor.app.session import Session
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken
from proceedings_editor.storage.alive import Presence
from proceedings_editor.storage.journal import JournalFile, Unsaved
from proceedings_editor.storage.preferences_file import cache_folder


class Journal:
    """The journal of one session."""

    def __init__(self, session: Session, cache: Path | None = None) -> None:
        """Begin a journal.

        Args:
            session: Whose unsaved changes are written down.
            cache: Another folder than this person's own for what may be lost.
        """
        self._session = session
        self._file = JournalFile(session.folder, cache or cache_folder())
        self._lock = Lock()
        self._turn = self._written_turn = 0
        self._written: Workspace | None = None

    @property
    def presence(self) -> Presence:
        """The session as other programs know it."""
        return self._file.presence

    def due(self) -> Callable[[CancelToken], None] | None:
        """Return the work of writing the journal as it must be now; None where it is so already."""
        workspace, saved = self._session.workspace, self._session.saved
        if workspace is self._written:
            return None
        self._written = workspace
        self._turn += 1
        turn = self._turn

        def work(_: CancelToken) -> None:
            self._put(turn, unsaved_of(workspace, saved))

        return work

    def write(self) -> None:
        """Write the journal now.

        Raises:
            WriteError: It could not be written anywhere.
        """
        self._written = None
        self._turn += 1
        self._put(self._turn, unsaved_of(self._session.workspace, self._session.saved))

    def forget(self) -> None:
        """Let the next `due` write again: the last writing failed."""
        self._written = None

    def clear(self) -> None:
        """Take the journal away, everything is saved; writing that is still under way is thrown away."""
        self._written = self._session.workspace
        self._turn += 1
        self._put(self._turn, Unsaved())

    def close(self) -> None:
        """End: the session was saved, or its changes given up knowingly."""
        self._turn += 1
        with self._lock:
            self._written_turn = self._turn
            self._file.close()

    def _put(self, turn: int, unsaved: Unsaved) -> None:
        """Write, unless something newer was written meanwhile by another thread."""
        with self._lock:
            if turn <= self._written_turn:
                return
            if unsaved:
                self._file.write(unsaved)
            else:
                self._file.clear()
            self._written_turn = turn


def unsaved_of(workspace: Workspace, saved: Workspace) -> Unsaved:
    """Return what `workspace` has that `saved` has not."""
    before = {entry.id: entry for entry in saved.entries}
    entries = tuple(entry for entry in workspace.entries if entry is not (old := before.get(entry.id)) and entry != old)
    same = workspace.collection is saved.collection or workspace.collection == saved.collection
    rules = workspace.template.rules
    return Unsaved(None if same else workspace.collection, entries, None if rules == saved.template.rules else rules)
