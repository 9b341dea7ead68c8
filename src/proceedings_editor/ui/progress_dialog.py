"""Work that a person waits for: a worker does it under a bar that comes only when it takes long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.progress import CancelToken, Progress
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

T = TypeVar("T")
V = TypeVar("V")

_SHOWN_AFTER: Final = 400
"""Milliseconds: what is quicker needs no bar."""
_WITHOUT_CROSS: Final = Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint


class ProgressDialog(Dialog):
    """A bar, with a button that stops the work where it `can_stop`; `stopped` tells that it was pressed."""

    stopped = Signal()

    def __init__(self, words: Words, label: Text, parent: QWidget, *, can_stop: bool = True) -> None:
        super().__init__(parent, Qt.WindowType.Dialog if can_stop else _WITHOUT_CROSS)
        self.setObjectName("progressDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        said = QLabel(self)
        speaker = Speaker(words, self)
        speaker.say(self.setWindowTitle, label)
        speaker.say(said.setText, label)
        speaker.name(self._bar, "workProgress", text("Progress"))
        column = QVBoxLayout(self)
        for part in (said, self._bar):
            column.addWidget(part)
        if can_stop:
            stop = QPushButton(self)
            speaker.say(stop.setText, text("Stop"))
            speaker.name(stop, "stopButton", text("Stop"))
            stop.clicked.connect(self.reject)
            column.addWidget(stop, alignment=Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(360)
        self._wait = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._wait.timeout.connect(self.show)
        self._wait.start()

    def end(self) -> None:
        """Go: the work is done."""
        self._wait.stop()
        self.done(self.DialogCode.Accepted)
        self.deleteLater()

    def reject(self) -> None:
        """See Qt, which comes here from Escape and from the cross too; the dialog stays until the work has stopped."""
        self.stopped.emit()

    def show_step(self, done: int, total: int) -> None:
        """Show how much of how much is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)


def work_under_bar(
    parent: QWidget,
    words: Words,
    jobs: Jobs,
    kind: str,
    label: Text,
    work: Callable[[Progress, CancelToken], T],
    done: Callable[[T], None],
    failed: Callable[[ProceedingsError], None],
) -> None:
    """Do work in a worker, with a bar over the window when it takes long.

    Args:
        parent: What the bar stands over; nobody can use it meanwhile.
        words: Its language.
        jobs: Run the work.
        kind: See `Jobs.start`.
        label: What is being done.
        work: Gets what to tell its progress to, and its cancel token.
        done: As for `Jobs.start`.
        failed: The same.
    """
    dialog = ProgressDialog(words, label, parent)
    dialog.stopped.connect(partial(jobs.cancel, kind))

    jobs.start(
        kind, partial(work, jobs.steps(dialog.show_step)), partial(_end, dialog, done), partial(_end, dialog, failed)
    )


def wait_for(parent: QWidget, words: Words, label: Text, work: Callable[[], T]) -> T:
    """Do work that is of no use by halves, and return what it returned; the window takes no keys until then.

    Args:
        parent: What the bar stands over.
        words: Its language.
        label: What is being done.
        work: Called in a thread.

    Raises:
        ProceedingsError: What the work raised.
    """
    dialog, loop = ProgressDialog(words, label, parent, can_stop=False), QEventLoop()
    results: list[T] = []
    errors: list[ProceedingsError] = []
    jobs = Jobs(dialog)
    jobs.start("waiting", lambda _cancel: work(), partial(_leave, loop, results), partial(_leave, loop, errors))
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    jobs.shut_down()
    dialog.end()
    if errors:
        raise errors[0]
    return results[0]


def _leave(loop: QEventLoop, outcome: list[V], value: V) -> None:
    outcome.append(value)
    loop.quit()


def _end(dialog: ProgressDialog, receive: Callable[[V], None], value: V) -> None:
    if isValid(dialog):  # else the window has gone meanwhile
        dialog.end()
        receive(value)
