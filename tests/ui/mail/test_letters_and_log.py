"""The words of the letters are changed in the window, and the log of what went out is read there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.resources import shipped
from proceedings_editor.storage.outbox import Record, add_to_log
from proceedings_editor.ui.mail.letter_dialog import LetterDialog
from proceedings_editor.ui.mail.log_dialog import MailLog
from proceedings_editor.ui.words import Words
from tests.ui.mail.conftest import Opened
from tests.ui.message import answer

WORDS = "Тақырып {number}\n\nСәлем, {name}!"


@pytest.fixture
def letters(session: Session, words: Words, qtbot: QtBot) -> Iterator[LetterDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LetterDialog(session.folder, words, "returned", "kk", window)
    dialog.show()
    yield dialog
    area(dialog).document().setModified(False)
    dialog.close()


def area(dialog: QDialog) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit, "letterWords")
    assert found
    return found


def press(dialog: QDialog, name: str) -> None:
    found = dialog.findChild(QAbstractButton, name)
    assert found and found.isEnabled(), name
    found.click()


def choose(dialog: QDialog, name: str, value: str) -> None:
    box = dialog.findChild(QComboBox, name)
    assert box
    box.setCurrentIndex(box.findData(value))


def state(dialog: QDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found
    return found.text()


def file(session: Session, language: str, name: str) -> Path:
    return session.folder / "letters" / language / f"{name}.txt"


def test_what_is_saved_is_the_collections_own_letter(letters: LetterDialog, session: Session) -> None:
    area(letters).setPlainText(WORDS)
    area(letters).document().setModified(True)
    press(letters, "saveLetterButton")
    assert file(session, "kk", "returned").read_text(encoding="utf-8") == WORDS
    assert letters.has_saved


def test_each_letter_is_shown_in_each_language(letters: LetterDialog) -> None:
    choose(letters, "letterKind", "published")
    choose(letters, "letterLanguage", "ru")
    assert area(letters).toPlainText() == shipped("letters", "ru", "published.txt").read_text(encoding="utf-8")


def test_a_field_there_is_not_is_a_sentence_and_nothing_is_saved(letters: LetterDialog, session: Session) -> None:
    area(letters).setPlainText("Тақырып\n\n{surname}")
    area(letters).document().setModified(True)
    press(letters, "saveLetterButton")
    assert "{surname}" in state(letters, "letterState")
    assert not file(session, "kk", "returned").exists()
    assert not letters.has_saved


def test_going_to_another_letter_asks_about_unsaved_words(letters: LetterDialog, session: Session) -> None:
    area(letters).setPlainText(WORDS)
    area(letters).document().setModified(True)
    answer(QMessageBox.StandardButton.Cancel)
    choose(letters, "letterLanguage", "en")
    assert area(letters).toPlainText() == WORDS
    answer(QMessageBox.StandardButton.Save)
    choose(letters, "letterLanguage", "en")
    assert file(session, "kk", "returned").read_text(encoding="utf-8") == WORDS
    assert area(letters).toPlainText() == shipped("letters", "en", "returned.txt").read_text(encoding="utf-8")


def test_the_first_words_come_back(letters: LetterDialog, session: Session) -> None:
    area(letters).setPlainText(WORDS)
    press(letters, "firstWordsButton")
    press(letters, "saveLetterButton")
    saved = file(session, "kk", "returned").read_text(encoding="utf-8")
    assert saved == shipped("letters", "kk", "returned.txt").read_text(encoding="utf-8")


def test_the_log_tells_the_newest_first(session: Session, words: Words, qtbot: QtBot) -> None:
    first = Record(
        datetime(2026, 3, 1, 9, 0, tzinfo=UTC), "prepared", "ozera", "returned", ("a@example.kz",), "А", "x", "0"
    )
    later = Record(datetime(2026, 3, 2, 9, 0, tzinfo=UTC), "sent", "gone", "accepted", ("b@example.kz",), "Б", "y", "0")
    add_to_log(session.folder, (first, later))
    window = QWidget()
    qtbot.addWidget(window)
    log = MailLog(session, words, window)
    table = log.findChild(QTreeWidget, "logTable")
    assert table
    rows = [[table.topLevelItem(row).text(column) for column in (1, 2, 3, 4, 5)] for row in range(2)]  # type: ignore[union-attr]
    assert rows == [
        ["Sent", "gone", "Accepted", "b@example.kz", "Б"],
        ["Prepared", "002 Ветлугина С. И.", "Returned for revision", "a@example.kz", "А"],
    ]


def test_an_empty_log_says_so_and_a_damaged_one_too(session: Session, words: Words, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert state(MailLog(session, words, window), "logState") == "No mail has been prepared yet."
    (session.folder / "outbox").mkdir()
    (session.folder / "outbox" / "log.csv").write_text("when;what\nnonsense\n", encoding="utf-8")
    assert "outbox/log.csv" in state(MailLog(session, words, window), "logState")


def test_the_log_opens_as_a_table(session: Session, words: Words, qtbot: QtBot, opened: Opened) -> None:
    record = Record(
        datetime(2026, 3, 1, 9, 0, tzinfo=UTC), "sent", "ozera", "returned", ("a@example.kz",), "А", "x", "0"
    )
    add_to_log(session.folder, (record,))
    window = QWidget()
    qtbot.addWidget(window)
    press(MailLog(session, words, window), "openLogButton")
    assert opened.paths == [session.folder / "outbox" / "log.csv"]
