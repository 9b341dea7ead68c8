"""Cut, copy, paste and select all in the menu do what their keys do in the field with the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.ui.body.text_edit import BodyText
from proceedings_editor.ui.form.line import TextBox
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.window import child, trigger

NAMES = ("cut", "copy_words", "paste", "paste_plain", "select_all")


def put(window: MainWindow, field: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()


def of_use(window: MainWindow) -> set[str]:
    """Which of the actions can be chosen where the menu is opened now."""
    menu = window.menuBar().findChild(QMenu, "editMenu")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    found = {name for name in NAMES if (action := window.findChild(QAction, f"{name}Action")) and action.isEnabled()}
    menu.aboutToHide.emit()
    return found


def test_words_of_a_field_are_cut_and_pasted_by_menu(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    field = child(bench.form, TextBox, "field_title_ru")
    put(window, field, qtbot)
    words = field.words()
    for name in ("select_all", "cut"):
        trigger(window, name)
    entry = bench.session.entry(bench.entry_id)
    assert entry
    assert (field.words(), entry.title.ru) == ("", "")
    for name in ("paste", "paste_plain"):
        trigger(window, name)
    assert field.words() == words * 2


def test_the_article_pastes_as_it_does_by_key(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    bench.show_tab(1)
    text = child(bench.body, BodyText, "bodyText")
    put(window, text, qtbot)
    QGuiApplication.clipboard().setText("көлбеу")
    text.moveCursor(text.textCursor().MoveOperation.Start)
    trigger(window, "paste_plain")
    assert text.toPlainText().startswith("көлбеу")


def test_only_what_is_of_use_can_be_chosen(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    field = child(bench.form, TextBox, "field_title_ru")
    put(window, field, qtbot)
    QGuiApplication.clipboard().setText("сөз")
    assert of_use(window) == {"paste", "paste_plain", "select_all"}
    trigger(window, "select_all")
    assert of_use(window) == set(NAMES)
    field.setReadOnly(True)
    assert of_use(window) == {"copy_words", "select_all"}
    field.setReadOnly(False)
    child(bench.form, QWidget, "add_authors").setFocus()
    assert of_use(window) == set()


def test_the_plain_key_pastes_in_every_field(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    field = child(bench.form, QLineEdit, "field_doi")
    put(window, field, qtbot)
    field.selectAll()
    QGuiApplication.clipboard().setText("10.1/x")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_V, keys)
    assert field.text() == "10.1/x"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_paste_has_another_name_than_the_menu_of_what_can_be_inserted(
    window: MainWindow, words: Words, language: str
) -> None:
    words.set_language(language)  # type: ignore[arg-type]
    insert, action = window.menuBar().findChild(QMenu, "insertMenu"), window.findChild(QAction, "pasteAction")
    assert isinstance(insert, QMenu)
    assert action
    assert action.text() != insert.title().replace("&", "")
    assert action.shortcut() == QKeySequence("Ctrl+V")
