"""What every dialog does: its title is seen whole, and Ctrl+Enter takes what was written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.model.body import Span
from proceedings_editor.texts import text
from proceedings_editor.ui.body.table_dialog import TableDialog
from proceedings_editor.ui.body.text_dialog import TextDialog
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.reference.paste_dialog import PasteListDialog
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import CONTROL


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def show(dialog: Dialog, qtbot: QtBot) -> None:
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_dialog_is_wide_enough_for_its_title(words: Words, parent: QWidget, qtbot: QtBot, language: str) -> None:
    words.set_language(language)  # type: ignore[arg-type]
    dialog = TableDialog(words, parent)
    show(dialog, qtbot)
    assert dialog.width() > dialog.fontMetrics().horizontalAdvance(dialog.windowTitle()) + 100


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_and_enter_take_a_text_of_several_lines(words: Words, parent: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    dialog = TextDialog(words, text("Footnote"), "Ескерту", parent, lines=4)
    show(dialog, qtbot)
    field = dialog.findChild(QPlainTextEdit)
    assert field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.text_given) as told:
        qtbot.keyClick(field, key, CONTROL)
    assert told.args == ["Ескерту\n"]


def test_ctrl_and_enter_do_nothing_where_the_button_cannot_be_pressed(
    words: Words, parent: QWidget, qtbot: QtBot
) -> None:
    dialog = Dialog(parent)
    field, buttons = QPlainTextEdit(dialog), QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(field)
    column.addWidget(buttons)
    buttons.accepted.connect(dialog.accept)
    show(dialog, qtbot)
    buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(True)
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()


def test_what_was_copied_is_chosen_so_that_pasting_again_takes_its_place(
    words: Words, parent: QWidget, qtbot: QtBot
) -> None:
    item = (Span("Сейтқали А. Су. – Алматы: Ғылым, 2020. – 96 б."),)
    dialog = PasteListDialog(words, (item,), parent)
    show(dialog, qtbot)
    edit = dialog.findChild(QTextEdit, "pastedReferences")
    assert edit
    edit.copy()
    edit.paste()
    assert dialog.items == (item,)
