"""Answering the questions a window asks: a modal dialog holds its test until somebody presses a button."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

_PATIENCE = 30
_WAITS = "progressDialog"
"""Says what is done and asks nothing; on a busy machine it may stand there for a moment."""


def with_next_dialog(do: Callable[[QDialog], object], besides: QDialog | None = None) -> None:
    """Call `do` with the next modal dialog of this test as soon as it is there; bars and `besides` are none of them."""
    end, test = time.monotonic() + _PATIENCE, _test()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if _test() != test:
            return  # it failed, and nobody else's dialog is to be answered
        is_asked = isinstance(dialog, QDialog) and dialog.objectName() != "progressDialog"
        if isinstance(dialog, QDialog) and is_asked and dialog.isVisible() and dialog is not besides:
            do(dialog)
        elif time.monotonic() < end:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def _test() -> str:
    return os.environ.get("PYTEST_CURRENT_TEST", "").partition(" ")[0]


def answer(button: QMessageBox.StandardButton) -> list[str]:
    """Press a button of the next message; return the list its words will be in."""
    said: list[str] = []

    def press(dialog: QDialog) -> None:
        found = dialog.button(button) if isinstance(dialog, QMessageBox) else None
        if found is None:
            dialog.reject()  # or the test would wait for ever
            raise AssertionError(f"{dialog.objectName()} has no such button")
        said.append(dialog.text())
        found.click()

    with_next_dialog(press)
    return said


def pressing(
    button: QMessageBox.StandardButton, before: Callable[[], object] = lambda: None
) -> Callable[[QDialog], None]:
    """Return what presses a button of a message, `before` done first; for `answer_each`."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        before()
        dialog.button(button).click()

    return act


def answer_each(*acts: Callable[[QDialog], object]) -> list[str]:
    """Deal with the next messages in turn; return the list their words will be in."""
    said: list[str] = []

    def deal(index: int, dialog: QDialog) -> None:
        said.append(dialog.text() if isinstance(dialog, QMessageBox) else dialog.objectName())
        if index + 1 < len(acts):
            with_next_dialog(lambda following: deal(index + 1, following), besides=dialog)
        acts[index](dialog)

    with_next_dialog(lambda dialog: deal(0, dialog))
    return said


def read_message() -> list[str]:
    """Close the next message; return the list its words will be in."""
    return answer(QMessageBox.StandardButton.Ok)
