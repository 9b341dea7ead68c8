"""A layout that begins another line where one is full, so that no button is ever cut or hidden."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Puts widgets side by side in as many lines as they need.

    Args:
        gap: Pixels between widgets and between lines.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 2) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        self._items.append(item)

    def count(self) -> int:
        """See Qt."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # Qt's name
        """See Qt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  # Qt's name
        """See Qt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  # Qt's name
        """See Qt."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        """See Qt."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  # Qt's name
        """See Qt."""
        if width not in self._heights:  # Qt asks many times for the same
            margins = self.contentsMargins()
            area = QRect(0, 0, width, 0).marginsRemoved(margins)
            lowest = max((place.bottom() + 1 for _, place in self._places(area)), default=0)
            self._heights[width] = lowest + margins.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """See Qt."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().setGeometry(area)
        for item, place in self._places(area.marginsRemoved(self.contentsMargins())):
            item.setGeometry(place)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """See Qt: all in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802  # Qt's name
        """See Qt: as wide as the widest."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _places(self, area: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Return where everything stands, in the middle of its line."""
        line: list[tuple[QLayoutItem, QPoint, QSize]] = []
        corner = area.topLeft()
        for item in self._shown():
            size = item.sizeHint()
            if line and corner.x() + size.width() > area.right() + 1:
                yield from _centred(line)
                high = max(size.height() for _, _, size in line)
                corner, line = QPoint(area.left(), corner.y() + high + self.spacing()), []
            line.append((item, corner, size))
            corner = corner + QPoint(size.width() + self.spacing(), 0)
        yield from _centred(line)


def _centred(line: list[tuple[QLayoutItem, QPoint, QSize]]) -> Iterator[tuple[QLayoutItem, QRect]]:
    high = max((size.height() for _, _, size in line), default=0)
    for item, corner, size in line:
        yield item, QRect(corner + QPoint(0, (high - size.height()) // 2), size)
