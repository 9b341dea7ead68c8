"""The pages themselves: painted, and clicked on.

The view draws nothing by itself: it shows pictures it was given and asks for those it lacks. A new document takes the
old one's place only when every page that will show has its picture, so that no frame is ever blank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from proceedings_editor.ui.preview.finding_layer import FindingLayer, PageMark
from proceedings_editor.ui.preview.flash import Flash
from proceedings_editor.ui.preview.picture import PageSize, PictureCache, sharp_scale
from proceedings_editor.ui.preview.sheet import GAP, START, ScrollPlace, Sheet, Sheets, top_of
from proceedings_editor.ui.preview.sheet_area import SheetArea, Sizes
from proceedings_editor.ui.preview.spot import SpotMap, nearest_spot

if TYPE_CHECKING:
    from proceedings_editor.app.preview import Preview
    from proceedings_editor.exporters.pdf.placed import Spot
    from proceedings_editor.model.finding import Finding
    from proceedings_editor.model.place import Place


class PageView(SheetArea):
    """Shows the pages of a preview below each other.

    Attributes:
        tip_of: Asked for the tooltip of the findings at the pointer.

    Signals:
        place_clicked: The place (`model.place.Place`) of what stands nearest to a click.
        finding_clicked: The finding whose mark was clicked on.
        pictures_wanted: A page shows that has no sharp picture; `wanted` says which.
        painted: The view was painted for the first time.
    """

    place_clicked = Signal(object)
    finding_clicked = Signal(object)
    pictures_wanted = Signal()
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._cache = PictureCache()
        self._hint = ""
        self._was_painted = False
        self._pressed: QPoint | None = None
        self._flash = Flash(self.viewport())
        self._layer = FindingLayer()
        self.tip_of: Callable[[Sequence[Finding]], str] = lambda findings: ""
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self.pictures_wanted)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    # ------------------------------------------------------------------------------------------------ what is shown

    @property
    def preview(self) -> Preview | None:
        """The document that is shown."""
        return self._preview

    @property
    def is_flashing(self) -> bool:
        """True while the lines the person was led to flash."""
        return self._flash.is_on

    @property
    def shows_findings(self) -> bool:
        """Whether findings are marked on the pages."""
        return self._layer.is_shown

    def set_shows_findings(self, is_shown: bool) -> None:
        """Mark findings on the pages, or leave the pages clean."""
        self._layer.is_shown = is_shown
        self.viewport().update()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark these findings of the shown document."""
        self._layer.show_findings(findings)
        self.viewport().update()

    def marks_on(self, page: int) -> Sequence[PageMark]:
        """Return the marks of a page; none while they are put away."""
        return self._layer.marks_on(page)

    def findings_at(self, point: QPoint) -> list[Finding]:
        """Return the findings marked at a point of the view, the gravest first."""
        spot = self._on_page(point.x() + self._left, point.y() + self._top)
        return self._layer.at(*spot) if spot else []

    def set_hint(self, hint: str) -> None:
        """Set what is written where no page is."""
        self._hint = hint
        self.viewport().update()

    def needed(self, preview: Preview, place: ScrollPlace) -> list[PageSize]:
        """Return which pages of `preview` would show at `place`, and how large they would have to be drawn."""
        sheets = self._spread(preview.sizes)
        top = top_of(sheets, place)
        showing = sheets.between(top, top + self.viewport().height())
        return [self._sharp(preview, sheets, sheet.page) for sheet in showing]

    def show_preview(
        self, preview: Preview, spots: SpotMap, pictures: Mapping[PageSize, QImage], place: ScrollPlace
    ) -> None:
        """Put a document in the place of the shown one.

        Args:
            preview: The document.
            spots: What stands where in it.
            pictures: Its pages that will show, sharp.
            place: What shall stand at the view's top.
        """
        self._preview = preview
        self._layer.show_preview(preview, spots)
        self._cache.clear()
        self._set_sizes(preview.sizes, place)
        self.add_pictures(preview, pictures)

    def clear(self) -> None:
        """Show no page."""
        self._preview = None
        self._layer.show_preview(None, SpotMap(()))
        self._cache.clear()
        self._set_sizes((), START)

    def wanted(self) -> list[PageSize]:
        """Return the pages to draw next: what shows, then one neighbour at a time while there is room."""
        if self._preview is None:
            return []
        preview, showing = self._preview, [sheet.page for sheet in self._showing()]
        lacking = [key for page in showing if not self._cache.has(key := self._sharp(preview, self._sheets, page))]
        if lacking or not showing:
            return lacking
        around = (page for page in (showing[-1] + 1, showing[0] - 1) if 0 <= page < self.page_count)
        keys = (self._sharp(preview, self._sheets, page) for page in around)
        keep = self._kept()
        return [key for key in keys if not self._cache.has(key) and self._cache.has_room(self._bytes(key), keep)][:1]

    def add_pictures(self, preview: Preview, pictures: Mapping[PageSize, QImage]) -> None:
        """Take pictures of pages; those of a document that is no longer shown are thrown away."""
        if preview is not self._preview:
            return
        for key, picture in pictures.items():
            self._cache.put(key, picture, self._kept())
        self.viewport().update()

    def go_to(self, place: Place) -> bool:
        """Scroll to a place unless it shows already, and let it flash; False where no page shows it."""
        spots = self._layer.spots_of(place)
        if not spots:
            return False
        # A long paragraph may begin and end on two pages: its first page is where it is.
        rects = [self.rect_of(spot) for spot in spots if spot.page == spots[0].page]
        # Nothing moves under the eyes of somebody who just clicked there, or sees a part of it already.
        if not any(self._is_visible(rect) for rect in rects):
            self.reveal(rects[0])
        self._flash.start(rects)
        return True

    def rect_of(self, spot: Spot) -> QRectF:
        """Return where a spot is, counted from the upper left corner of all pages."""
        sheet, scale = self._sheets.sheets[spot.page], self._sheets.scale
        y = sheet.y + (self._sizes[spot.page][1] - spot.y - spot.height) * scale
        return QRectF(sheet.x + spot.x * scale, y, spot.width * scale, spot.height * scale)

    # ------------------------------------------------------------------------------------------------ geometry

    def _set_sizes(self, sizes: Sizes, place: ScrollPlace) -> None:
        self._flash.stop()
        super()._set_sizes(sizes, place)

    def _sharp(self, preview: Preview, sheets: Sheets, page: int) -> PageSize:
        return page, sharp_scale(sheets.scale, self.devicePixelRatioF(), preview.sizes[page])

    def _kept(self) -> frozenset[PageSize]:
        """Return what must stay: the pages that show and their neighbours, sharp."""
        if self._preview is None:
            return frozenset()
        pages = [sheet.page for sheet in self._showing()]
        around = range(max(0, pages[0] - 1), min(self.page_count, pages[-1] + 2)) if pages else ()
        return frozenset(self._sharp(self._preview, self._sheets, page) for page in around)

    def _bytes(self, key: PageSize) -> int:
        width, height = self._sizes[key[0]]
        return int(4 * width * height * key[1] ** 2)

    def _is_visible(self, rect: QRectF) -> bool:
        return self._top <= rect.top() and rect.bottom() <= self._top + self.viewport().height()

    # ------------------------------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint the pages that show; see `QWidget`."""
        painter = QPainter(self.viewport())
        if self._preview is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            area = self.viewport().rect().adjusted(GAP, GAP, -GAP, -GAP)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
        else:
            for sheet in self._showing():
                self._paint_sheet(painter, self._preview, sheet)
            self._flash.paint(painter, QPointF(self._left, self._top))
        if self.wanted():
            self._ask.start()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _paint_sheet(self, painter: QPainter, preview: Preview, sheet: Sheet) -> None:
        ratio = self.devicePixelRatioF()
        # Whole pixels of the screen, or everything would be blurred.
        corner = QPointF(round((sheet.x - self._left) * ratio) / ratio, round((sheet.y - self._top) * ratio) / ratio)
        paper = QRectF(corner.x(), corner.y(), sheet.width, sheet.height)
        key = self._sharp(preview, self._sheets, sheet.page)
        picture, is_drawn = self._cache.get(key), self._cache.has(key)
        if picture is None:
            painter.fillRect(paper, QColor(Qt.GlobalColor.white))
        elif is_drawn and key[1] * 1.001 > self._sheets.scale * ratio:
            picture.setDevicePixelRatio(ratio)
            painter.drawImage(corner, picture)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, picture, QRectF(picture.rect()))
        self._layer.paint(painter, sheet.page, corner, self._sizes[sheet.page][1], self._sheets.scale)

    # ------------------------------------------------------------------------------------------------ keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Move and zoom by keys; Enter goes to what stands at the top of the view; see `QWidget`."""
        action = {
            Qt.Key.Key_Home: lambda: self.verticalScrollBar().setValue(0),
            Qt.Key.Key_End: lambda: self.verticalScrollBar().setValue(self.verticalScrollBar().maximum()),
            Qt.Key.Key_Plus: lambda: self.change_zoom(1),
            Qt.Key.Key_Equal: lambda: self.change_zoom(1),
            Qt.Key.Key_Minus: lambda: self.change_zoom(-1),
            Qt.Key.Key_0: lambda: self.set_fit("free"),
            Qt.Key.Key_Return: self._click_top,
            Qt.Key.Key_Enter: self._click_top,
        }.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)  # arrows, Page Up, Page Down
            return
        action()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Remember where; see `QWidget`."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Go to what stands there; see `QWidget`."""
        point, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        if pressed and (point - pressed).manhattanLength() < QApplication.startDragDistance():
            self._click(point.x() + self._left, point.y() + self._top)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Say what is wrong where a mark is; see `QAbstractScrollArea`."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_of(self.findings_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def _click_top(self) -> None:
        showing = self._showing()
        if showing:
            self._click(showing[0].x, max(showing[0].y, self._top + GAP))

    def _click(self, x: float, y: float) -> None:
        point = self._on_page(x, y)
        if point is None or self._preview is None:
            return
        spot, findings = nearest_spot(self._preview.spots, *point), self._layer.at(*point)
        if spot:
            self._flash.start([self.rect_of(spot)])
        if findings:
            self.finding_clicked.emit(findings[0])
        elif spot:
            self.place_clicked.emit(spot.source)

    def _on_page(self, x: float, y: float) -> tuple[int, float, float] | None:
        """Return the page under a point of all pages, and the point in points from that page's lower left corner."""
        sheet = self._sheets.at(x, y)
        if sheet is None:
            return None
        scale, high = self._sheets.scale, self._sizes[sheet.page][1]
        return sheet.page, (x - sheet.x) / scale, high - (y - sheet.y) / scale
