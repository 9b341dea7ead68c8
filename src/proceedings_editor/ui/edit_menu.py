"""Cut, copy, paste and select all in the menu, for whatever field the cursor stands in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from proceedings_editor.texts import Text, text
from proceedings_editor.ui.speaker import Speaker

Field = QLineEdit | QPlainTextEdit | QTextEdit


class EditRow(NamedTuple):
    """One action: `keys` are what the field itself knows it by."""

    id: str
    label: Text
    keys: str


ROWS: Final = (
    EditRow("cut", text("Cut"), "Ctrl+X"),
    EditRow("copy_words", text("Copy"), "Ctrl+C"),
    EditRow("paste", text("Paste"), "Ctrl+V"),
    EditRow("paste_plain", text("Paste as plain text"), "Ctrl+Shift+V"),
    EditRow("select_all", text("Select all"), "Ctrl+A"),
)


class EditMenu(QObject):
    """Puts the actions into a menu; each is done by pressing its keys in the field, which knows best what they mean.

    The keys are shown here and work in the field as ever, for only there a key means what the field makes of it. The
    article alone tells plain words from others, so that in other fields the window takes that key.
    """

    def __init__(self, window: QMainWindow, menu: QMenu, before: QAction, speaker: Speaker) -> None:
        super().__init__(window)
        self._window = window
        self._field: Field | None = None
        self._actions: Mapping[str, QAction] = {row.id: self._action(row, menu, before, speaker) for row in ROWS}
        menu.insertSeparator(before)
        menu.aboutToShow.connect(self._show_use)
        menu.aboutToHide.connect(self._allow_all)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _action(self, row: EditRow, menu: QMenu, before: QAction, speaker: Speaker) -> QAction:
        action = QAction(menu)
        action.setObjectName(f"{row.id}Action")
        speaker.say(action.setText, row.label)
        action.setShortcut(QKeySequence(row.keys))
        if row.id != "paste_plain":
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self._press, row))
        menu.insertAction(before, action)
        return action

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Remember the field; what opens a menu takes the keyboard only for a moment."""
        if new is not None and not isinstance(new, QMenuBar | QMenu):
            self._field = new if isinstance(new, Field) and new.window() is self._window else None

    def _here(self) -> Field | None:
        field = self._field
        return field if field is not None and isValid(field) and field.isVisible() and field.isEnabled() else None

    def _show_use(self) -> None:
        field = self._here()
        has_chosen, may_write = _has_chosen(field), field is not None and not field.isReadOnly()
        may_paste = may_write and _can_paste(field)
        of_use = {
            "cut": has_chosen and may_write,
            "copy_words": has_chosen,
            "paste": may_paste,
            "paste_plain": may_paste and bool(QGuiApplication.clipboard().text()),
            "select_all": field is not None,
        }
        for key, is_of_use in of_use.items():
            self._actions[key].setEnabled(is_of_use)

    def _allow_all(self) -> None:
        """A key that was of no use while the menu was open may be so now."""
        for action in self._actions.values():
            action.setEnabled(True)

    def _press(self, row: EditRow) -> None:
        field = self._here()
        if field is None:
            return
        is_rich = isinstance(field, QTextEdit)
        keys = QKeySequence("Ctrl+V" if row.id == "paste_plain" and not is_rich else row.keys)
        pressed = keys[0]  # type: ignore[index]  # the stubs lack it
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, pressed.key(), pressed.keyboardModifiers()))


def _can_paste(field: Field | None) -> bool:
    return (
        field.canPaste() if isinstance(field, QPlainTextEdit | QTextEdit) else bool(QGuiApplication.clipboard().text())
    )


def _has_chosen(field: Field | None) -> bool:
    if field is None:
        return False
    return field.hasSelectedText() if isinstance(field, QLineEdit) else field.textCursor().hasSelection()
