"""Findings on the pages: a wave under the words in the colour of their severity, a bar beside what is meant as a whole.

Where a finding's lines are is looked up when somebody asks for the first time after findings or pages changed; where
its words begin and end on a line only when that page is painted, because most are never looked at between two changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from proceedings_editor.model.finding import SEVERITIES, Finding
from proceedings_editor.model.place import Place
from proceedings_editor.ui.colour import paper_colour
from proceedings_editor.ui.preview.spot import SpotMap

if TYPE_CHECKING:
    from proceedings_editor.app.preview import Preview
    from proceedings_editor.exporters.pdf.placed import Spot

_BAR: Final = 2.0
"""Points: how wide a bar is, and how far it stands from its line."""
_WAVE: Final = 2.0
"""Points: half the length of a wave, and how deep it is."""
_NEAR: Final = 3.0
"""Points beside a mark that still belong to it."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """One finding on one line of a page, in points from the page's lower left corner."""

    finding: Finding
    rect: QRectF
    is_bar: bool


class FindingLayer:
    """The marks of one document."""

    def __init__(self) -> None:
        self.is_shown = True
        self._preview: Preview | None = None
        self._map = SpotMap(())
        self._findings: Sequence[Finding] = ()
        self._lines: dict[int, list[tuple[Finding, Spot]]] | None = {}
        self._marks: dict[int, list[PageMark]] = {}

    def show_preview(self, preview: Preview | None, spots: SpotMap) -> None:
        """Mark another document; `spots` says what stands where in it."""
        self._preview, self._map = preview, spots
        self._marks, self._lines = {}, None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark these findings instead of those before."""
        self._findings = findings
        self._marks, self._lines = {}, None

    def spots_of(self, place: Place) -> Sequence[Spot]:
        """Return the lines of the document that show a place."""
        return self._map.of(place)

    def marks_on(self, page: int) -> Sequence[PageMark]:
        """Return the marks of a page, the gravest last."""
        if not self.is_shown or self._preview is None:
            return ()
        if page not in self._marks:
            preview = self._preview
            self._marks[page] = [_mark(preview, *line) for line in self._looked_up().get(page, ())]
        return self._marks[page]

    def at(self, page: int, x: float, y: float) -> list[Finding]:
        """Return the findings at a point of a page, given in points from its lower left corner; the gravest first."""
        near = (mark for mark in reversed(self.marks_on(page)) if _reach(mark).contains(x, y))
        return list({id(mark.finding): mark.finding for mark in near}.values())

    def paint(self, painter: QPainter, page: int, corner: QPointF, high: float, scale: float) -> None:
        """Paint the marks of a page.

        Args:
            painter: On the view.
            page: Index of the page.
            corner: Of the page, in the view.
            high: Of the page in points.
            scale: Pixels per point.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.marks_on(page):
            rect = mark.rect
            left, below = corner.x() + rect.x() * scale, corner.y() + (high - rect.y()) * scale
            area = QRectF(left, below - rect.height() * scale, rect.width() * scale, rect.height() * scale)
            colour = paper_colour(mark.finding.severity)
            if mark.is_bar:
                painter.fillRect(area, colour)
            else:
                painter.setPen(QPen(colour, max(1.0, scale * 0.8)))
                painter.drawPolyline(_wave(area, _WAVE * scale))

    def _looked_up(self) -> Mapping[int, Sequence[tuple[Finding, Spot]]]:
        """Return the lines with findings of each page."""
        if self._lines is None:
            self._lines = {}
            for finding in sorted(self._findings, key=lambda found: -SEVERITIES.index(found.severity)):
                for spot in self._map.of(finding.place):
                    if _shows(spot.source, finding.place):
                        self._lines.setdefault(spot.page, []).append((finding, spot))
        return self._lines


def _shows(source: Place, place: Place) -> bool:
    """Say whether a line shows the place itself, its inside, or the person or item around it.

    A title in another language is not what is meant where one is missing.
    """
    if place.block or source.field == place.field or source.field.startswith(f"{place.field}."):
        return True
    field = place.field
    while field:
        if field.rpartition(".")[2].isdigit() and f"{source.field}.".startswith(f"{field}."):
            return True
        field = field.rpartition(".")[0]
    return False


def _mark(preview: Preview, finding: Finding, spot: Spot) -> PageMark:
    place, source = finding.place, spot.source
    is_stretch = place.end > place.start and (source.field, source.block) == (place.field, place.block)
    if is_stretch and source.end > source.start:
        x, width = preview.stretch(spot, place.start, place.end)
        return PageMark(finding, QRectF(x, spot.y, max(width, _WAVE), spot.height), is_bar=False)
    return PageMark(finding, QRectF(spot.x - 2 * _BAR, spot.y, _BAR, spot.height), is_bar=True)


def _reach(mark: PageMark) -> QRectF:
    """Return what belongs to a mark for the mouse, which is no needle."""
    beside = _NEAR if mark.is_bar else 0.0
    return mark.rect.adjusted(-beside, 0, beside, 0)


def _wave(area: QRectF, half: float) -> list[QPointF]:
    count = max(2, round(area.width() / half))
    step, below = area.width() / count, area.bottom()
    return [QPointF(area.left() + step * turn, below - (half if turn % 2 else 0)) for turn in range(count + 1)]
