"""Typing as a person does: real key events, because pytest-qt's own aborts on letters outside Latin-1."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def type_text(widget: QWidget, words: str) -> None:
    """Type letter by letter."""
    for letter in words:
        press(widget, Key.Key_unknown, letter)


def press(
    widget: QWidget, key: Qt.Key, letter: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and release one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, letter))


def select_all(widget: QWidget) -> None:
    """Select everything in an editor."""
    widget.selectAll()  # type: ignore[attr-defined]
