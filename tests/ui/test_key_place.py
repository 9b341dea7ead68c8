"""Shortcuts are found by the place of their keys, on a keyboard that has only Cyrillic letters and signs too."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QTabWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.model.body import Heading, ListBlock, Paragraph, Span
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.key_place import place_key
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.navigator import ARTICLE, HISTORY, INFORMATION
from proceedings_editor.ui.workbench import Workbench
from tests.ui.window import child

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

MAC = {"1": 18, "6": 22, "7": 26, "=": 24, "A": 0, "C": 8, "M": 46, "S": 1, "Z": 6}
PC = {"1": 2, "6": 7, "7": 8, "=": 13, "A": 30, "C": 46, "M": 50, "S": 31, "Z": 44}


def pressed(place: str, typed: str, modifiers: Qt.KeyboardModifier = CONTROL) -> QKeyEvent:
    """Return the event of the key where a Latin keyboard has `place`, on a layout that has `typed` there."""
    number = MAC[place] if sys.platform == "darwin" else PC[place] + (8 if sys.platform == "linux" else 0)
    letter = "" if modifiers & ALT else typed
    return QKeyEvent(QEvent.Type.KeyPress, ord(typed.upper()), modifiers, number, number, 0, letter)


@pytest.fixture
def front(bench: Workbench, window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window that has the keyboard and an open collection."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    return window


def press(window: MainWindow, event: QKeyEvent) -> None:
    """Give the window a key that no shortcut took as it was typed."""
    QApplication.sendEvent(window.windowHandle(), event)


@pytest.mark.parametrize(
    ("place", "typed", "modifiers", "meant"),
    [
        ("1", '"', CONTROL, Qt.Key.Key_1),
        ("6", ",", CONTROL, Qt.Key.Key_6),
        ("7", ":", CONTROL | SHIFT, Qt.Key.Key_7),
        ("7", "&", CONTROL | SHIFT, Qt.Key.Key_7),
        ("=", "һ", ALT, Qt.Key.Key_Equal),
        ("=", "+", CONTROL | SHIFT, Qt.Key.Key_Equal),
        ("S", "ы", CONTROL, Qt.Key.Key_S),
        ("S", "Ы", CONTROL | SHIFT, Qt.Key.Key_S),
        ("1", "1", CONTROL, None),
        ("A", "q", CONTROL, None),
        ("M", ",", CONTROL, None),
        ("1", "&", Qt.KeyboardModifier.NoModifier, None),
    ],
)
def test_a_key_means_what_a_latin_keyboard_has_there_unless_its_own_letter_is_latin(
    place: str, typed: str, modifiers: Qt.KeyboardModifier, meant: Qt.Key | None
) -> None:
    assert place_key(pressed(place, typed, modifiers)) == meant


def test_the_tabs_are_reached_on_the_kazakh_row_of_digits(front: MainWindow, bench: Workbench) -> None:
    tabs = child(bench, QTabWidget, "entryTabs")
    tabs.setCurrentIndex(ARTICLE)
    press(front, pressed("1", '"'))
    assert tabs.currentIndex() == INFORMATION
    press(front, pressed("6", ","))
    assert tabs.currentIndex() == HISTORY


def test_a_list_is_made_by_the_key_of_the_editor(front: MainWindow, bench: Workbench) -> None:
    bench.add_entry()
    entry = bench.entry_id
    bench.show_tab(ARTICLE)
    bench.body.text.setFocus()
    bench.body.text.textCursor().insertText("Су деңгейі")
    press(front, pressed("7", ":", CONTROL | SHIFT))
    made = bench.session.entry(entry)
    assert made and isinstance(made.body[0], ListBlock) and made.body[0].ordered
    press(front, pressed("Z", "я"))
    undone = bench.session.entry(entry)
    assert undone and undone.body == (Paragraph((Span("Су деңгейі"),)),)


def test_a_heading_is_made_on_the_kazakh_row_of_digits(front: MainWindow, bench: Workbench) -> None:
    bench.add_entry()
    bench.show_tab(ARTICLE)
    bench.body.text.setFocus()
    bench.body.text.textCursor().insertText("Кіріспе")
    press(front, pressed("1", '"', CONTROL | ALT))
    made = bench.session.entry(bench.entry_id)
    assert made and made.body == (Heading((Span("Кіріспе"),)),)


def test_a_field_is_copied_and_the_window_saves_on_a_keyboard_without_latin_letters(
    front: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    field = child(bench.form, TextBox, "field_title_ru")
    field.setFocus()
    press(front, pressed("A", "ф"))
    press(front, pressed("C", "с"))
    assert QApplication.clipboard().text() == field.words() != ""
    udc = child(bench.form, Line, "field_udc")
    udc.setFocus()
    udc.clear()
    udc.insert("556.5")
    assert bench.session.is_dirty
    press(front, pressed("S", "ы"))
    qtbot.waitUntil(lambda: not bench.session.is_dirty, timeout=20_000)
