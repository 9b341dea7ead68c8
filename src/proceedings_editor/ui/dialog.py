"""What every dialog of the program does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton

from proceedings_editor.ui.screen_room import resize_within_screen

_TITLE: Final = 1.25
"""How much wider than the window's own words the system may write a title: larger, and bold."""
_SIGNS: Final = 150
"""Pixels beside the title for the system's icon and buttons."""


class Dialog(QDialog):
    """A dialog whose title is seen whole, and in which Ctrl+Enter presses the button that Enter would press.

    Where several lines are written Enter begins a line, so that the button could be reached with Tab or mouse only.
    """

    def event(self, event: QEvent) -> bool:
        """See Qt; the key is taken before a field can make something else of it.

        A shortcut of Qt's own would do, were it not that its end together with the dialog's ends the program at times.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_taking(event):
            event.accept()
            self._press_default()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: a system cuts the title of a window that is too narrow for it."""
        super().showEvent(event)
        needed = round(self.fontMetrics().horizontalAdvance(self.windowTitle()) * _TITLE) + _SIGNS
        if self.width() < needed:
            resize_within_screen(self, needed, self.height())

    def _press_default(self) -> None:
        button = next((one for one in self.findChildren(QPushButton) if one.isDefault()), None)
        if button:
            button.click()


def _is_taking(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enters and modifiers == Qt.KeyboardModifier.ControlModifier
