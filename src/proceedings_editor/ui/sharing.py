"""Several people in one folder: locks, and what others do to the files, looked after while the window is open."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from proceedings_editor.app.locking import Locks, Refusal, banner_sentence, refusal_sentence, who
from proceedings_editor.app.outside import Choice, Conflict, Look, Outside
from proceedings_editor.app.session import Change, Session
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.progress import CancelToken
from proceedings_editor.storage.alive import Presence
from proceedings_editor.storage.lock import SETTINGS, LockFolder
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.listening import listen

CYCLE: Final = 3000
"""Milliseconds between two looks at the folder."""

_KIND: Final = "outside"
_TAKING_OVER: Final = "take over"
_LOOKS: Final = 2  # what is missing once may only be renamed


class State(NamedTuple):
    """How an entry or the settings stand with others.

    Attributes:
        sentence: What the person should know.
        is_locked: Somebody else edits it.
        may_take_over: That somebody shows no sign of life.
        has_conflict: Its file was changed as well.
    """

    sentence: Text
    is_locked: bool = False
    may_take_over: bool = False
    has_conflict: bool = False


class Sharing(QObject):
    """Keeps a session in step with what others do.

    Signals:
        changed: Who edits what, or what waits for a decision, is otherwise than before.
        noted: Something happened that needs no answer.
        warned: Something happened that must be read.
    """

    changed = Signal()
    noted = Signal(object)
    warned = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, presence: Presence, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._outside = Outside(session)
        self._locks = Locks(LockFolder(session.folder, presence.cache, presence.token))
        self._has_told_fault = self._is_closed = self._is_refusing = False
        self._shown: object = None
        self._timer = QTimer(self, interval=CYCLE)
        self._timer.timeout.connect(self.look)
        session.guard_by(self._may_edit)
        listen(self, session, self._note)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._wake)

    # ------------------------------------------------------------------------------------------------------- doors

    def start(self) -> None:
        """Look now and every few seconds."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look at locks and files, in a worker."""
        if self._is_closed or self._jobs.is_busy(_KIND):
            return
        self._locks.keep_only(self._session.unsaved())
        seeing = self._outside.looking()

        def work(_: CancelToken) -> tuple[frozenset[str], Look]:
            return self._locks.look(), seeing()

        self._jobs.start(_KIND, work, self._take, self._fail)

    def look_for_conflicts(self) -> bool:
        """Look at the files until it is known what became of them, at once; return whether something is to decide."""
        for _ in range(_LOOKS):
            self._say(self._outside.take(self._outside.looking()()))
        self._tell()
        return bool(self._outside.conflicts)

    def state(self, owner: str) -> State | None:
        """Return how an entry (by its id) or the settings (`SETTINGS`) stand with others, None where nothing is up."""
        conflict, held = self._outside.conflicts.get(owner), self._locks.others.get(owner)
        if held:
            return State(banner_sentence(owner, held), True, held.is_silent, conflict is not None)
        if conflict and conflict.fault:
            return State(
                text("{fault} Saving can write what is here over it.", fault=conflict.fault), has_conflict=True
            )
        if conflict:
            return State(text("Somebody else changed this as well. Compare both before you save."), has_conflict=True)
        return None

    def holders(self) -> dict[str, Text]:
        """Return who edits which entry, for the list."""
        return {owner: who(held.holder) for owner, held in self._locks.others.items() if owner != SETTINGS}

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What waits for a decision."""
        return tuple(self._outside.conflicts.values())

    @property
    def outside(self) -> Outside:
        """What others did to the files."""
        return self._outside

    def settle(self, owner: str, choice: Choice) -> None:
        """Decide a conflict; see `Outside.settle`."""
        try:
            self._outside.settle(owner, choice)
        except ProceedingsError as error:
            self.warned.emit(error.sentence)
        self._tell()

    def take_over(self, owner: str) -> None:
        """Take the lock of somebody who shows no sign of life, and what they saved last."""
        self._jobs.start(
            _TAKING_OVER, lambda _: self._locks.take_over(owner), partial(self._taken_over, owner), self._fail
        )

    def close(self) -> None:
        """Give all locks back; once is enough."""
        if self._is_closed:
            return
        self._is_closed = True
        self._timer.stop()
        self._jobs.cancel(_KIND)
        self._session.guard_by(lambda owners: True)
        self._locks.close()

    # ------------------------------------------------------------------------------------------------------ inside

    def _may_edit(self, owners: frozenset[str]) -> bool:
        refusal = self._locks.ask(owners)
        if refusal is None:
            self._tell_fault()
            return True
        if not self._is_refusing:  # somebody who types on is told once
            self._is_refusing = True
            QTimer.singleShot(0, self, partial(self._refuse, refusal))  # whoever makes the edit is not done with it
        return False

    def _refuse(self, refusal: Refusal) -> None:
        self._session.show_again()
        self._tell()
        entry = self._session.entry(refusal.owner)
        self.warned.emit(refusal_sentence(refusal, entry.title.best(entry.language) if entry else ""))
        self._session.show_again()  # with what was typed since
        self._is_refusing = False

    def _taken_over(self, owner: str, refusal: Refusal | None) -> None:
        if refusal:
            self._refuse(refusal)
        self._tell()

    def _take(self, seen: tuple[frozenset[str], Look]) -> None:
        if self._is_closed:
            return
        lost, files = seen
        self._say(self._outside.take(files))
        for owner in sorted(lost & self._session.unsaved()):
            held = self._locks.others.get(owner)
            if held:
                self.warned.emit(
                    text(
                        "{sentence} Your unsaved changes are still here; when you save, both are compared.",
                        sentence=banner_sentence(owner, held),
                    )
                )
        self._tell_fault()
        self._tell()

    def _say(self, sentences: tuple[Text, ...]) -> None:
        for sentence in sentences:
            (self.warned if self._outside.is_gone else self.noted).emit(sentence)

    def _tell_fault(self) -> None:
        if self._locks.fault is None or self._has_told_fault or self._outside.is_gone:
            return
        self._has_told_fault = True
        self.noted.emit(
            text(
                "This folder cannot be written, so nobody else sees what you are editing. {reason}",
                reason=self._locks.fault,
            )
        )

    def _tell(self) -> None:
        shown = self._locks.others, self._outside.conflicts
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _note(self, change: Change) -> None:
        if change.step is None or change.is_undo:
            self._locks.keep_only(self._session.unsaved())

    def _wake(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.look()

    def _fail(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            self.noted.emit(error.sentence)
