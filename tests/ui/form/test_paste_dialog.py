"""Pasting a person: shown before taken, one step to undo, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.ui.form.metadata_form import MetadataForm
from proceedings_editor.ui.form.paste_dialog import PasteDialog
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import Key, press, type_text

ENTRY = "tynaigan"
LINE = "Ким Анна Борисовна, Сарыдалинский университет, г. Костанай, a.kim@uni.kz"


@pytest.fixture
def form(session: Session, words: Words, qtbot: QtBot) -> MetadataForm:
    form = MetadataForm(session, words)
    qtbot.addWidget(form)
    form.resize(620, 600)
    form.show_entry(ENTRY)
    form.show()
    return form


def told(dialog: PasteDialog) -> list[str]:
    tree = dialog.findChild(QTreeWidget)
    assert tree
    heads = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [head.child(row).text(1) for head in heads if head for row in range(head.childCount())]


@pytest.mark.parametrize("key", ["authors", "supervisors"])
def test_a_line_from_the_clipboard_is_shown_and_taken_with_enter(
    form: MetadataForm, session: Session, key: str
) -> None:
    QApplication.clipboard().setText(LINE)
    before = session.workspace

    def answer() -> None:
        dialog = form.window().findChild(PasteDialog)
        assert dialog
        assert "Сарыдалинский университет" in told(dialog)
        assert session.workspace is before
        press(dialog, Key.Key_Return)

    QTimer.singleShot(0, answer)
    button = form.findChild(QPushButton, f"paste_{key}")
    assert button
    button.click()
    entry = session.entry(ENTRY)
    assert entry
    assert getattr(entry, key)[-1].full_name == "Ким Анна Борисовна"
    session.undo()
    assert session.workspace == before


def test_what_is_typed_is_taken_apart_at_once_and_nobody_cannot_be_taken(words: Words, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("A long report about nothing in particular")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PasteDialog(words, "authors", "kk", parent)
    dialog.show()
    lines, take = dialog.findChild(QPlainTextEdit), dialog.findChild(QPushButton, "takePeople")
    assert lines
    assert take
    assert lines.toPlainText() == ""
    assert not take.isEnabled()
    type_text(lines, "Цой В. Г., Алматы қаласы")
    assert "Алматы" in told(dialog)
    assert take.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
