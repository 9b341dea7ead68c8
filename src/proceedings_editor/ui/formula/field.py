"""The field in which LaTeX is typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from proceedings_editor.ui.formula.form import SLOT, Form, behind_structure, put

_LINES: Final = 4


class LatexField(QPlainTextEdit):
    """A field that takes forms; Tab leads from one place to be filled in to the next, behind each, and out."""

    def __init__(self, latex: str, parent: QWidget | None = None) -> None:
        super().__init__(latex, parent)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 12)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def put(self, form: Form) -> None:
        """Put a form at the cursor, in one step of undo; what is selected fills its first place."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        chosen = cursor.selectedText().replace("\u2029", "\n")
        made = put(form, self.toPlainText()[:start], "" if chosen == SLOT else chosen)
        cursor.insertText(made.latex)
        self._select(start + made.start, start + made.end)
        self.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  # Qt's name
        """See Qt; Tab goes to the next place, behind the structure the cursor is in, and only then out of the field."""
        place = self._onward() if forward else None
        if place is None:
            return super().focusNextPrevChild(forward)
        self._select(*place)
        return True

    def _onward(self) -> tuple[int, int] | None:
        """Return what Tab selects next, None where nothing is left."""
        latex, here = self.toPlainText(), self.textCursor().selectionEnd()
        slot = latex.find(SLOT, here)
        if slot >= 0:
            return slot, slot + len(SLOT)
        behind = behind_structure(latex, here)
        return None if behind is None else (behind, behind)

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
