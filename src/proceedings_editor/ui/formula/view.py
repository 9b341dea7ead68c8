"""Shows a formula as it will be printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from proceedings_editor.ui.body.formula_shelf import DrawnFormula

_PIXELS: Final = 24.0
"""Pixels of the formula's font, larger than in print so that every index can be seen."""
_MARGIN: Final = 12.0


class FormulaView(QFrame):
    """A formula in the middle of a sheet, smaller where it would not fit, and its number at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMinimumHeight(110)
        self._formula: DrawnFormula | None = None
        self._number = 0
        self._is_stale = False

    def show_formula(self, formula: DrawnFormula | None) -> None:
        """Show a formula; None for none."""
        self._formula, self._is_stale = formula, False
        self.update()

    def show_stale(self) -> None:
        """Show that the formula is the last one that could be read."""
        self._is_stale = True
        self.update()

    def show_number(self, number: int) -> None:
        """Show the number; 0 for none."""
        self._number = number
        self.update()

    @property
    def shows_formula(self) -> bool:
        """Whether the formula that is typed is shown."""
        return self._formula is not None and not self._is_stale

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """See Qt."""
        return QSize(480, 130)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.contentsRect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.fillRect(self.contentsRect(), self.palette().base())
        if self._is_stale:
            painter.setOpacity(0.35)
        if self._formula is not None:
            self._draw(painter, area, self._formula)
        painter.end()

    def _draw(self, painter: QPainter, area: QRectF, formula: DrawnFormula) -> None:
        number = f"({self._number})" if self._number else ""
        font = QFont("Tinos")
        font.setPixelSize(round(_PIXELS * 0.8))
        painter.setFont(font)
        beside = 2 * painter.fontMetrics().horizontalAdvance(number + " ") if number else 0
        scale = fitting(formula, area.width() - beside, area.height(), _PIXELS)
        x = area.center().x() - formula.width * scale / 2
        baseline = area.center().y() + (formula.height - formula.depth) * scale / 2
        if number:
            wide = painter.fontMetrics().horizontalAdvance(number)
            painter.setPen(self.palette().text().color())
            painter.drawText(QPointF(area.right() - wide, baseline), number)
        draw(painter, formula, QPointF(x, baseline), scale, self.palette().text().color())


def fitting(formula: DrawnFormula, width: float, height: float, most: float) -> float:
    """Return the pixels per em at which a formula fits, `most` at most."""
    wide = width / formula.width if formula.width else most
    high = height / (formula.height + formula.depth) if formula.height + formula.depth else most
    return max(1.0, min(most, wide, high))


def draw(painter: QPainter, formula: DrawnFormula, origin: QPointF, scale: float, ink: QColor) -> None:
    """Fill a formula's outlines; `origin` is the left end of its baseline."""
    painter.save()
    painter.translate(origin)
    painter.scale(scale, scale)
    painter.fillPath(formula.path, ink)
    painter.restore()
