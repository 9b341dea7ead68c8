"""Editors of plain characters that leave undo, redo and the window's other keys to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from proceedings_editor.app.history import Caret
from proceedings_editor.ui.plain_text import plain_text_of
from proceedings_editor.ui.window_key import is_window_key

_HISTORY: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MOST_LINES: Final = 12


def is_history_key(event: QEvent) -> bool:
    """Whether an event is the key of undo or redo, which the window's own actions take."""
    if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in _HISTORY)


def without_history(menu: QMenu) -> QMenu:
    """Take Qt's own undo and redo out of a context menu: they would not be the window's."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    return menu


class Line(QLineEdit):
    """One line of text. `typed` tells where the cursor was before and is after a change by a person."""

    typed = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caret = (0, 0)
        self.textEdited.connect(self._tell)
        self.cursorPositionChanged.connect(self._remember)
        self.selectionChanged.connect(self._remember)

    def event(self, event: QEvent) -> bool:
        """See Qt."""
        if is_history_key(event) or is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().focusOutEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        menu = without_history(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def show_text(self, words: str) -> None:
        """Show other words; the cursor stays where it can."""
        place = self.cursorPosition()
        self.setText(words)
        self.setCursorPosition(min(place, len(words)) if self.hasFocus() else 0)
        self._remember()

    def words(self) -> str:
        """What stands in it."""
        return self.text()

    def put_caret(self, caret: Caret) -> None:
        """Select as a caret says."""
        self.setCursorPosition(caret.position)
        if caret.anchor != caret.position:
            self.setSelection(caret.anchor, caret.position - caret.anchor)

    def _caret_now(self) -> tuple[int, int]:
        if not self.hasSelectedText():
            return self.cursorPosition(), self.cursorPosition()
        start, end = self.selectionStart(), self.selectionEnd()
        return (end, start) if self.cursorPosition() == start else (start, end)

    def _remember(self) -> None:
        self._caret = self._caret_now()

    def _tell(self) -> None:
        before, self._caret = self._caret, self._caret_now()
        self.typed.emit(before, self._caret)


class TextBox(QPlainTextEdit):
    """Text that wraps and is as high as it needs to be; one paragraph unless `several`.

    Attributes:
        menu_opened: Handed a menu that will stand above Qt's own, and the position that was clicked.
    """

    typed = Signal(object, object)
    left = Signal()

    def __init__(self, *, several: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_opened: Callable[[QMenu, int], None] = lambda menu, position: None
        self._several = several
        self._shown = ""
        self._caret = (0, 0)
        self._showing = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._remember)
        self.selectionChanged.connect(self._remember)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """See Qt."""
        if is_history_key(event) or is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; Enter goes on to the next field where there is one paragraph only."""
        if not self._several and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        """See Qt; only the characters come in, in one line where there is one paragraph only."""
        words = source.text()
        self.insertPlainText(words if self._several else " ".join(words.splitlines()))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().focusOutEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        menu = without_history(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = QMenu(menu)
        self.menu_opened(own, self.cursorForPosition(event.pos()).position())
        menu.insertActions(menu.actions()[0], own.actions())
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """See Qt."""
        return QSize(120, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """See Qt."""
        return QSize(60, self.height())

    def show_text(self, words: str) -> None:
        """Show other words; the cursor stays where it can."""
        if words == self._shown:
            return
        place = self.textCursor().position()
        self._showing = True
        self.setPlainText(words)
        self._showing = False
        self._shown = words
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._fit()
        self._remember()

    def words(self) -> str:
        """What stands in it."""
        return plain_text_of(self.document())

    def put_caret(self, caret: Caret) -> None:
        """Select as a caret says."""
        most = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(caret.anchor, most))
        cursor.setPosition(min(caret.position, most), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _remember(self) -> None:
        cursor = self.textCursor()
        if self.words() == self._shown:
            self._caret = (cursor.anchor(), cursor.position())

    def _tell(self) -> None:
        if self._showing or self.words() == self._shown:
            return
        self._shown = self.words()
        cursor = self.textCursor()
        before, self._caret = self._caret, (cursor.anchor(), cursor.position())
        self._fit()
        self.typed.emit(before, self._caret)

    def _fit(self) -> None:
        """As high as its lines, which are counted at its present width."""
        metrics = self.fontMetrics()
        lines = max(1, round(self.document().size().height()))  # a plain text document counts in lines
        frame = 2 * self.frameWidth() + 2 * round(self.document().documentMargin()) + 1
        height = min(lines, _MOST_LINES) * metrics.lineSpacing() + frame
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > _MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if height != self.height():
            self.setFixedHeight(height)
