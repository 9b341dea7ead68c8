"""The number of a reference: chosen by a click, dragged to another place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

_MARGINS: Final = 18
"""Pixels beside the number, so that every number has the same room."""


class NumberHandle(QToolButton):
    """Shows a number, faint where nobody cites it.

    Signals:
        dragged: The mouse is at this place of the screen with the handle held.
        dropped: It was let go there.
        left: The drag was given up.
        picked: It was chosen or no longer is; whether everything up to here is meant.
        gone: What is chosen shall go.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    left = Signal()
    picked = Signal(bool)
    gone = Signal()

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(f"{number}.")
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("000.") + _MARGINS)
        self._pressed: QPoint | None = None
        self._held = self._faint = False
        self.clicked.connect(self._pick)

    def show_faint(self, faint: bool) -> None:
        """Show that the item is not cited, or that it is."""
        self._faint = faint
        palette = QPalette(QApplication.palette())
        role = QPalette.ColorRole.PlaceholderText if faint else QPalette.ColorRole.ButtonText
        palette.setColor(QPalette.ColorRole.ButtonText, palette.color(role))
        self.setPalette(palette)
        font = self.font()
        font.setItalic(faint)
        self.setFont(font)

    # ------------------------------------------------------------------------------------------------------ inside

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: when the window turns dark, its style sheet is read again and forgets what is said here."""
        if event.type() == QEvent.Type.StyleChange:
            self.show_faint(self._faint)
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        here = event.globalPosition().toPoint()
        far = QApplication.startDragDistance()
        if self._pressed and not self._held and (here - self._pressed).manhattanLength() >= far:
            self._held = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.grabKeyboard()
        if self._held:
            self.dragged.emit(here)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; the end of a drag is no click."""
        held = self._held
        self._pressed = None
        if held:
            self._let_go()
            self.setDown(False)
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        if self._held:
            if event.key() == Qt.Key.Key_Escape:
                self._pressed = None
                self._let_go()
                self.setDown(False)
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.isEnabled():
            self.gone.emit()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        self._held = False
        self.releaseKeyboard()
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _pick(self) -> None:
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.picked.emit(bool(shift))
