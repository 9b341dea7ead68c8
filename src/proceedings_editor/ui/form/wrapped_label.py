"""A label that wraps and is exactly as high as its lines.

Qt's own wrapping labels tell their layout a height for a width, which scroll areas and nested layouts answer with
empty space; this one settles its height itself, as the text boxes of the form do.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_VERY_HIGH: Final = 100_000
_USUAL: Final = 500
"""Pixels of width until a layout says: a dialog that thinks it narrow would begin too high."""


class WrappedLabel(QLabel):
    """Plain words over as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.resize(_USUAL, self.height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        """See Qt: the height is settled here, not by a layout."""
        return False

    def setText(self, words: str) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().setText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """See Qt."""
        return QSize(80, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """See Qt."""
        return QSize(1, self.height())

    def line_width(self) -> int:
        """Return the pixels that show the words in one line."""
        return self.fontMetrics().horizontalAdvance(self.text())

    def _fit(self) -> None:
        """Qt's `heightForWidth` never gets smaller again, because it counts the least height set before."""
        room = self.contentsRect()
        area = QRect(0, 0, max(room.width(), 1), _VERY_HIGH)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextExpandTabs
        height = self.fontMetrics().boundingRect(area, flags, self.text()).height()
        height += self.height() - room.height()
        if height != self.height():
            self.setFixedHeight(height)
