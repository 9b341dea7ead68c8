"""Saves in a worker, and lets nothing stand still meanwhile."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal

from proceedings_editor.app.saving import Saved
from proceedings_editor.app.session import Session
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.ui.job import Jobs

_KIND: Final = "save"
_LONG_MS: Final = 100


class Saver(QObject):
    """Saves a session.

    Signals:
        saved: Everything that was unsaved when it began is saved.
        failed: The error; what could be saved is saved, the rest is still unsaved.
        refused: Somebody else changed files of this session (ids of their entries, "" for the settings).
    """

    saved = Signal()
    failed = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._again = False
        self._outcome: bool | None = None

    def start(self) -> None:
        """Save; what is changed while a save is under way is saved behind it."""
        if self._session.is_saving:
            self._again = True
            return
        work = self._session.saving()
        self._outcome = None
        self._jobs.start(_KIND, lambda _: work.run(), self._take, self._fail)

    def finish(self) -> bool:
        """Save and wait for it, without hearing keys and mouse; False where it failed."""
        self.start()
        while self._session.is_saving:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _LONG_MS)
        return bool(self._outcome)

    def _take(self, saved: Saved) -> None:
        self._session.note_saved(saved)
        self._outcome = saved.error is None and not saved.changed
        again, self._again = self._again, False
        if saved.error:
            self.failed.emit(saved.error)
        elif saved.changed:
            self.refused.emit(saved.changed)
        elif again:
            self.start()
        else:
            self.saved.emit()

    def _fail(self, error: ProceedingsError) -> None:
        self._session.note_saved(Saved(self._session.disk))
        self._outcome, self._again = False, False
        self.failed.emit(error)
