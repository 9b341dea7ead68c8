"""A short flash over the lines the person was led to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

_MILLISECONDS: Final = 1200
_STRENGTH: Final = 0.45
_MARGIN: Final = 2


class Flash:
    """Marks rectangles in the highlight colour, which fades away."""

    def __init__(self, canvas: QWidget) -> None:
        self._canvas = canvas
        self._rects: list[QRectF] = []
        self._fading = QVariantAnimation(canvas)
        self._fading.setDuration(_MILLISECONDS)
        self._fading.setStartValue(_STRENGTH)
        self._fading.setEndValue(0.0)
        self._fading.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fading.valueChanged.connect(canvas.update)

    @property
    def is_on(self) -> bool:
        """True while it shows."""
        return self._fading.state() == QAbstractAnimation.State.Running

    def start(self, rects: Iterable[QRectF]) -> None:
        """Flash these rectangles, counted from the upper left corner of all pages."""
        self._rects = list(rects)
        self._fading.stop()
        self._fading.start()

    def stop(self) -> None:
        """End at once: the rectangles no longer fit."""
        self._fading.stop()
        self._rects = []
        self._canvas.update()

    def paint(self, painter: QPainter, origin: QPointF) -> None:
        """Paint it; `origin` is the part of the pages that stands at the view's upper left corner."""
        if not self.is_on:
            return
        colour = self._canvas.palette().color(QPalette.ColorRole.Highlight)
        colour.setAlphaF(float(self._fading.currentValue()))
        for rect in self._rects:
            grown = rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            painter.fillRect(grown.translated(-origin), colour)
