"""The line that shows where dragged references will stand; the list scrolls when the mouse comes to its edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_THICK: Final = 3
_EDGE: Final = 28
"""Pixels at the list's upper and lower end that let it scroll."""
_STEP: Final = 14
_EVERY_MS: Final = 30


class DropLine(QFrame):
    """A line between two items of a list."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area.widget())
        self._area = area
        self._by = 0
        self.setObjectName("dropLine")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self.setFixedHeight(_THICK)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._scroll)
        self.hide()

    def show_before(self, index: int, items: Sequence[QWidget], place: QPoint) -> None:
        """Stand before the item at `index`; `place` of the screen is where the mouse is."""
        if not items:
            return
        above, below = items[max(index - 1, 0)], items[min(index, len(items) - 1)]
        middle = (above.geometry().bottom() + below.geometry().top()) // 2
        edge = items[-1].geometry().bottom() + _THICK if index >= len(items) else items[0].geometry().top() - _THICK
        y = middle if 0 < index < len(items) else edge
        self.setGeometry(above.x(), y - _THICK // 2, above.width(), _THICK)
        self.raise_()
        self.show()
        here = self._area.viewport().mapFromGlobal(place).y()
        self._by = -_STEP if here < _EDGE else _STEP if here > self._area.viewport().height() - _EDGE else 0
        if self._by and not self._timer.isActive():
            self._timer.start()
        elif not self._by:
            self._timer.stop()

    def stop(self) -> None:
        """Stand nowhere."""
        self._timer.stop()
        self.hide()

    def _scroll(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + self._by)
