"""A small dialog that asks for one text: a footnote, a formula, an address."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from proceedings_editor.texts import Text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.plain_text import plain_text_of
from proceedings_editor.ui.words import Words


class TextDialog(Dialog):
    """Asks for one text and emits it; dies when closed."""

    text_given = Signal(str)

    def __init__(self, words: Words, question: Text, value: str, parent: QWidget, *, lines: int = 1) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("textDialog")
        self.setWindowTitle(words(question))
        label = QLabel(words(question))
        self._field: QLineEdit | QPlainTextEdit
        if lines > 1:
            self._field = QPlainTextEdit(value)
            self._field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
            self._field.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
            self._field.setTabChangesFocus(True)
            self._field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self._field = QLineEdit(value)
            self._field.selectAll()
        self._field.setObjectName("textDialogField")
        self._field.setAccessibleName(words(question))
        label.setBuddy(self._field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, self._field, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(420)
        self.accepted.connect(lambda: self.text_given.emit(self.value()))

    def value(self) -> str:
        """Return the text as it stands in the field."""
        return plain_text_of(self._field.document()) if isinstance(self._field, QPlainTextEdit) else self._field.text()
