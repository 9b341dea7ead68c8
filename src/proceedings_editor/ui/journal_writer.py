"""Writes the journal of a session while the person works: two seconds after a change, in a worker."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from proceedings_editor.app.journal import Journal
from proceedings_editor.app.session import Change, Session
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.listening import listen

DELAY: Final = 2000
"""Milliseconds from a change to the journal that has it: with the writing less than the five seconds promised."""

_KIND: Final = "journal"


class JournalWriter(QObject):
    """Keeps a session's journal.

    Signals:
        failed: The error, once until writing works again: nothing protects unsaved work meanwhile.
    """

    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, cache: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._has_failed = False
        self.journal = Journal(session, cache)
        # It is not started anew by each change: whoever types without a pause is protected as well.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._write)
        listen(self, session, self._note)

    def close(self) -> None:
        """End: everything is saved, or the person gave the rest up."""
        self._timer.stop()
        self._jobs.cancel(_KIND)
        self.journal.close()

    def _note(self, change: Change) -> None:
        if not self._session.is_dirty:
            self._timer.stop()
            self.journal.clear()
        elif not self._timer.isActive():
            self._timer.start()

    def _write(self) -> None:
        work = self.journal.due()
        if work:
            self._jobs.start(_KIND, work, self._wrote, self._fail)

    def _wrote(self, _: object) -> None:
        self._has_failed = False

    def _fail(self, error: ProceedingsError) -> None:
        if isinstance(error, Cancelled):
            return
        self.journal.forget()
        self._timer.start()
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)
