"""Work a person waits for: told when it takes long, never stopped halfway, its mistakes come back."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.errors import ReadError
from proceedings_editor.texts import text
from proceedings_editor.ui.progress_dialog import wait_for
from proceedings_editor.ui.words import Words

SENTENCE = text("Copying pictures…")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    return field


def test_short_work_gives_its_result_and_shows_nothing(parent: QWidget, words: Words) -> None:
    assert wait_for(parent, words, SENTENCE, lambda: threading.current_thread().name) != threading.main_thread().name
    assert parent.findChildren(QDialog) == [] or not parent.findChildren(QDialog)[0].isVisible()


def test_nothing_comes_after_short_work_while_a_question_is_open(parent: QWidget, words: Words) -> None:
    """A question asked right behind the work runs its own loop, in which nothing of the work may turn up."""
    seen: list[bool] = []

    def work_and_ask() -> None:
        wait_for(parent, words, SENTENCE, lambda: 1)
        question = QEventLoop()
        QTimer.singleShot(600, question.quit)
        question.exec()
        seen.extend(dialog.isVisible() for dialog in parent.findChildren(QDialog))
        outer.quit()

    outer = QEventLoop()
    QTimer.singleShot(0, work_and_ask)
    outer.exec()
    assert not any(seen)


def test_long_work_is_told_and_goes_on_when_somebody_wants_to_leave(parent: QWidget, words: Words) -> None:
    seen: list[str] = []
    go_on = threading.Event()

    def look() -> None:
        shown = [dialog for dialog in parent.findChildren(QDialog) if dialog.isVisible()]
        if not shown:
            QTimer.singleShot(20, look)
            return
        label = shown[0].findChild(QLabel)
        assert label
        seen.append(label.text())
        QTest.keyClick(shown[0], Qt.Key.Key_Escape)
        seen.append(str(shown[0].isVisible()))
        go_on.set()

    QTimer.singleShot(0, look)
    assert wait_for(parent, words, SENTENCE, lambda: go_on.wait(20))
    assert seen == ["Copying pictures…", "True"]


def test_a_mistake_comes_back(parent: QWidget, words: Words) -> None:
    def fail() -> None:
        raise ReadError(SENTENCE)

    with pytest.raises(ReadError, match="Copying"):
        wait_for(parent, words, SENTENCE, fail)
