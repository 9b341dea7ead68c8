"""Work a person waits for: the window is painted and says what is done, but takes no keys until it is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.texts import Text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.words import Words

T = TypeVar("T")
_GRACE: Final = 200
"""Milliseconds that nobody takes for waiting."""


def wait_for(parent: QWidget, words: Words, sentence: Text, work: Callable[[], T]) -> T:
    """Do `work` in a thread; where it takes long, a small dialog says what is done. Return what it returned.

    Raises:
        ProceedingsError: What the work raised.
    """
    dialog, loop = _Waiting(parent, words(sentence)), QEventLoop()
    results: list[T] = []
    errors: list[ProceedingsError] = []

    def take(result: T) -> None:
        results.append(result)
        loop.quit()

    def fail(error: ProceedingsError) -> None:
        errors.append(error)
        loop.quit()

    jobs = Jobs(dialog)
    jobs.start("waiting", lambda _cancel: work(), take, fail)
    grace = QTimer(dialog, singleShot=True, interval=_GRACE)
    grace.timeout.connect(dialog.open)
    grace.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    grace.stop()
    jobs.shut_down()
    dialog.done(0)
    dialog.deleteLater()
    if errors:
        raise errors[0]
    return results[0]


class _Waiting(QDialog):
    """Says what is done; it closes when that is over and not before."""

    def __init__(self, parent: QWidget, sentence: str) -> None:
        without_cross = Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
        super().__init__(parent, Qt.WindowType.Dialog | without_cross)
        self.setObjectName("waitingDialog")
        self.setWindowTitle("proceedings-editor")
        label, bar = QLabel(sentence, self), QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(sentence)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(bar)
        self.setMinimumWidth(320)

    def reject(self) -> None:
        """See Qt; half a picture is of no use, so nothing stops it."""
