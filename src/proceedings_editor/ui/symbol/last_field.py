"""Remembers which field a person was writing in before they turned to something else."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

PALETTE: Final = "symbolPalette"
"""Name of the window whose own fields do not count."""

Field = QLineEdit | QPlainTextEdit | QTextEdit


class LastField(QObject):
    """Follows the focus from one field to the next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: Field | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @property
    def field(self) -> Field | None:
        """The field that can still be written in, None for none."""
        field = self._field
        if field is None or not isValid(field):
            return None
        return field if field.isVisible() and field.isEnabled() and not field.isReadOnly() else None

    def write(self, char: str) -> bool:
        """Type a character into the field, as its own keyboard would; False where there is no field."""
        field = self.field
        if field is None:
            return False
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))
        return True

    def go_back(self) -> None:
        """Give the field the focus again."""
        if field := self.field:
            field.window().activateWindow()
            field.setFocus()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, Field) and new.window().objectName() != PALETTE:
            self._field = new
