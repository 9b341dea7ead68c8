"""The text widget: hands keys, pastes and paints to those who know the model; owns nothing itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from proceedings_editor.ui.body.clipboard import is_of_use
from proceedings_editor.ui.window_key import is_window_key


class BodyText(QTextEdit):
    """A QTextEdit that asks before it does anything structural.

    Attributes:
        key_pressed: Asked with each key; True where it was dealt with.
        is_own_key: Asked whether a key combination is the editor's own, before the window's shortcuts see it.
        copied: Asked for what to put on the clipboard.
        put_in: Handed what is pasted.
        dropped: Handed what is dropped, where, and whether it is the selection that moves.
        composed: Told that an input method is at work.
        decorated: Asked to paint beside the text.
        tip_at: Asked for the tooltip at a position of the document.
        menu_at: Asked to show the context menu at a point of the screen.
    """

    palette_changed = Signal()
    activated_at = Signal(int)
    followed_at = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFormatting(QTextEdit.AutoFormattingFlag.AutoNone)
        self.setAcceptRichText(False)
        self.key_pressed: Callable[[QKeyEvent], bool] = lambda event: False
        self.is_own_key: Callable[[QKeyEvent], bool] = lambda event: False
        self.copied: Callable[[], QMimeData] = QMimeData
        self.put_in: Callable[[QMimeData], None] = lambda source: None
        self.dropped: Callable[[QMimeData, int, bool], None] = lambda source, position, is_move: None
        self.decorated: Callable[[QPainter, QTextBlock, QRectF], None] = lambda painter, block, area: None
        self.tip_at: Callable[[int], str] = lambda position: ""
        self.menu_at: Callable[[QPoint], None] = lambda point: None
        self.composed: Callable[[], None] = lambda: None

    def event(self, event: QEvent) -> bool:
        """See `QWidget`; keys that are the editor's own are kept from the window, the window's are left to it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _is_history(event):
                self.commit_input()  # the window's undo takes over from here
                event.ignore()
                return False
            if self.is_own_key(event):
                event.accept()
                return True
            if is_window_key(event):
                event.ignore()
                return False
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(self.cursorForPosition(self._inside(event.pos())).position())
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def keyPressEvent(self, e: QKeyEvent) -> None:  # noqa: N802
        """See `QWidget`."""
        if not self.key_pressed(e):
            super().keyPressEvent(e)

    def inputMethodEvent(self, e: QInputMethodEvent) -> None:  # noqa: N802
        """See `QWidget`."""
        if e.commitString() or e.preeditString():
            self.composed()
        super().inputMethodEvent(e)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """See `QTextEdit`."""
        return self.copied()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """See `QTextEdit`."""
        return is_of_use(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """See `QTextEdit`."""
        self.put_in(source)

    def dropEvent(self, e: QDropEvent) -> None:  # noqa: N802
        """See `QWidget`; Qt's own would change the text twice inside one edit that nobody may read between."""
        super().dragLeaveEvent(QDragLeaveEvent())  # puts the drop cursor away
        source = e.source()
        is_move = source in (self, self.viewport()) and e.dropAction() == Qt.DropAction.MoveAction
        if not self.isReadOnly() and self.canInsertFromMimeData(e.mimeData()):
            self.dropped(e.mimeData(), self.cursorForPosition(e.position().toPoint()).position(), is_move)
            e.acceptProposedAction()

    def paintEvent(self, e: QPaintEvent) -> None:  # noqa: N802
        """See `QWidget`; decorations follow the text."""
        super().paintEvent(e)
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        area = QRectF(e.rect().translated(shift))
        cursor = self.cursorForPosition(QPoint(0, e.rect().top()))
        table = cursor.currentTable()
        block = self.document().findBlock(table.firstPosition()) if table else cursor.block()
        if block.previous().isValid():
            block = block.previous()
            inner = QTextCursor(block).currentTable()
            block = self.document().findBlock(inner.firstPosition()) if inner else block
        painter = QPainter(self.viewport())
        painter.translate(-shift)
        self.decorated(painter, block, area)
        painter.end()

    def changeEvent(self, e: QEvent) -> None:  # noqa: N802
        """See `QWidget`."""
        super().changeEvent(e)
        if e.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self.palette_changed.emit()

    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:  # noqa: N802
        """See `QWidget`."""
        super().mouseDoubleClickEvent(e)
        self.activated_at.emit(self.cursorForPosition(e.position().toPoint()).position())

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:  # noqa: N802
        """See `QWidget`; a click with Ctrl follows what is there."""
        super().mouseReleaseEvent(e)
        is_click = e.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        if is_click and e.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.followed_at.emit(self.cursorForPosition(e.position().toPoint()).position())

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:  # noqa: N802
        """See `QWidget`; Qt's own menu would undo behind the model's back."""
        self.menu_at(e.globalPos())

    def commit_input(self) -> None:
        """Finish what an input method is composing."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        layout = self.textCursor().block().layout()
        if layout is not None and layout.preeditAreaText():
            layout.setPreeditArea(-1, "")

    def drop_input(self) -> None:
        """Forget what an input method is composing: the text it was meant for is no longer there."""
        layout = self.textCursor().block().layout()
        if layout is not None and layout.preeditAreaText():
            QGuiApplication.inputMethod().reset()
            layout.setPreeditArea(-1, "")

    def _inside(self, point: QPoint) -> QPoint:
        return self.viewport().mapFrom(self, point)


_HISTORY = (
    (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
)


def _is_history(event: QKeyEvent) -> bool:
    return (event.key(), event.modifiers()) in _HISTORY
