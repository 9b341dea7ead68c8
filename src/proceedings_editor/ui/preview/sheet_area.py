"""A scroll area of sheets below each other: fitting, zooming and moving, without knowing what is on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from proceedings_editor.ui.preview.sheet import (
    GAP,
    START,
    Fit,
    ScrollPlace,
    Sheet,
    Sheets,
    next_zoom,
    scale_of,
    spread,
    top_of,
)

_POINTS_PER_INCH: Final = 72
_LINE: Final = 40
"""Pixels an arrow key scrolls."""

_NOTCH: Final = 120
"""What Qt reports for one notch of a wheel."""

_MARGIN: Final = 60
"""Pixels kept above and below what is brought into view."""

Sizes = Sequence[tuple[float, float]]


class SheetArea(QAbstractScrollArea):
    """Lays sheets out in its viewport.

    Signals:
        scrolled: Another page is the current one, or their number changed.
        zoomed: The way of fitting or the size changed.
    """

    scrolled = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: Sizes = ()
        self._sheets = Sheets(1, 0, 0, ())
        self._fit: Fit = "width"
        self._zoom = 1.0
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there: a bar that comes and goes would change the width the pages are fitted to, and so itself.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)

    @property
    def page_count(self) -> int:
        """Number of pages shown."""
        return len(self._sheets.sheets)

    @property
    def current_page(self) -> int:
        """Index of the page in the middle of the view."""
        return self._sheets.current(self._top, self.viewport().height())

    @property
    def fit(self) -> Fit:
        """How the size is chosen."""
        return self._fit

    @property
    def zoom(self) -> float:
        """The size; 1 is as large as on paper."""
        return self._sheets.scale / self._full_scale

    @property
    def scroll_place(self) -> ScrollPlace:
        """What stands at the view's top."""
        for sheet in self._sheets.sheets:
            if self._top and sheet.bottom > self._top:
                return sheet.page, (self._top - sheet.y) / sheet.height
        return START

    def set_fit(self, fit: Fit, zoom: float = 1.0) -> None:
        """Choose how the size is chosen, and the zoom where it is "free"; what is in the middle stays there."""
        self._change_size(fit, zoom, QPointF(self.viewport().rect().center()))

    def change_zoom(self, steps: int, around: QPointF | None = None) -> None:
        """Zoom in (out, when negative) by rungs of the ladder; the point `around` of the view stays where it is."""
        middle = QPointF(self.viewport().rect().center())
        self._change_size("free", next_zoom(self.zoom, steps), around or middle)

    def go_to_page(self, page: int) -> None:
        """Bring the top of a page to the top of the view."""
        if self._sheets.sheets:
            page = min(max(page, 0), self.page_count - 1)
            self.verticalScrollBar().setValue(round(self._sheets.sheets[page].y - GAP))

    def reveal(self, rect: QRectF) -> None:
        """Scroll as little as needed until a rectangle, counted from the corner of all sheets, shows."""
        high = self.viewport().height()
        margin = min(float(_MARGIN), max(0.0, (high - rect.height()) / 2))
        bar = self.verticalScrollBar()
        if rect.top() - margin < self._top:
            bar.setValue(round(rect.top() - margin))
        elif rect.bottom() + margin > self._top + high:
            # In the upper third: what follows is what one reads next.
            bar.setValue(round(rect.top() - min(high / 3, high - rect.height())))
        left, wide = self._left, self.viewport().width()
        if rect.left() - GAP < left or rect.right() + GAP > left + wide:
            self.horizontalScrollBar().setValue(round(rect.left() - GAP))

    # ------------------------------------------------------------------------------------------------ geometry

    @property
    def _top(self) -> int:
        return self.verticalScrollBar().value()

    @property
    def _left(self) -> int:
        return self.horizontalScrollBar().value()

    @property
    def _full_scale(self) -> float:
        return self.logicalDpiX() / _POINTS_PER_INCH

    def _spread(self, sizes: Sizes) -> Sheets:
        """Return how sheets of these sizes would lie."""
        view = (self.viewport().width(), self.viewport().height())
        return spread(sizes, view, scale_of(self._fit, self._zoom, sizes, view, self._full_scale))

    def _showing(self) -> tuple[Sheet, ...]:
        return self._sheets.between(self._top, self._top + self.viewport().height())

    def _set_sizes(self, sizes: Sizes, place: ScrollPlace) -> None:
        """Lay other sheets out, `place` at the view's top."""
        self._sizes = sizes
        wide, high = self.viewport().width(), self.viewport().height()
        across = (self._left + wide / 2) / max(self._sheets.width, 1)
        self._sheets = self._spread(sizes)
        for bar, length, view in (
            (self.horizontalScrollBar(), self._sheets.width, wide),
            (self.verticalScrollBar(), self._sheets.height, high),
        ):
            bar.setPageStep(view)
            bar.setSingleStep(_LINE)
            bar.setRange(0, max(0, round(length) - view))
            bar.setEnabled(bar.maximum() > 0)
        self.verticalScrollBar().setValue(top_of(self._sheets, place))
        self.horizontalScrollBar().setValue(round(across * self._sheets.width - wide / 2))
        self.viewport().update()
        self._current = -1
        self._tell_page()

    def _change_size(self, fit: Fit, zoom: float, around: QPointF) -> None:
        x, y, old = around.x() + self._left, around.y() + self._top, self._sheets
        sheet = next((sheet for sheet in old.sheets if sheet.bottom >= y), None)
        self._fit, self._zoom = fit, zoom
        self._set_sizes(self._sizes, self.scroll_place)
        if sheet:
            new, ratio = self._sheets.sheets[sheet.page], self._sheets.scale / old.scale
            self.verticalScrollBar().setValue(round(new.y + (y - sheet.y) * ratio - around.y()))
            self.horizontalScrollBar().setValue(round(new.x + (x - sheet.x) * ratio - around.x()))
        self.zoomed.emit()

    def _tell_page(self) -> None:
        page = self.current_page
        if page != self._current:
            self._current = page
            self.scrolled.emit()

    # ------------------------------------------------------------------------------------------------ events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Fit the pages anew; see `QWidget`."""
        super().resizeEvent(event)
        self._set_sizes(self._sizes, self.scroll_place)
        self.zoomed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  # Qt's name
        """Paint what came into the view; see `QAbstractScrollArea`."""
        self.viewport().update()
        self._tell_page()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """Zoom with Ctrl, else scroll; see `QWidget`."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y()
        if turned:
            self.change_zoom(round(turned / _NOTCH) or (1 if turned > 0 else -1), event.position())
        event.accept()
