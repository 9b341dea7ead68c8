"""Formulas as painter paths, drawn one after the other when the window has nothing else to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainterPath

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.body import FormulaSource
from proceedings_editor.texts import Text

WAIT: Final = 150
"""Milliseconds until the first formula is drawn: the window is painted before."""


@dataclass(frozen=True, slots=True)
class DrawnFormula:
    """A formula at one pixel per em; y goes down from the baseline."""

    path: QPainterPath
    width: float
    height: float
    depth: float


class FormulaShelf(QObject):
    """Draws formulas in the background of the window's own thread; `drawn` follows when a heap of them is done."""

    drawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: dict[tuple[FormulaSource, bool], DrawnFormula | Text] = {}
        self._waiting: dict[tuple[FormulaSource, bool], None] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._draw_next)

    def formula(self, source: FormulaSource, *, display: bool) -> DrawnFormula | Text | None:
        """Return the formula; what is wrong with it; or None and draw it later."""
        key = (source, display)
        found = self._found.get(key)
        if found is None:
            self._waiting[key] = None
            if not self._timer.isActive():
                self._timer.start(WAIT)
        return found

    def draw_all(self) -> None:
        """Draw what is waiting now, as for a picture of the window."""
        while self._waiting:
            self._draw_next()

    def _draw_next(self) -> None:
        key = next(iter(self._waiting), None)
        if key is not None:
            del self._waiting[key]
            self._found[key] = draw_formula(key[0], display=key[1])
        self._timer.setInterval(0)
        if not self._waiting:
            self._timer.stop()
            self.drawn.emit()


def draw_formula(source: FormulaSource, *, display: bool) -> DrawnFormula | Text:
    """Return a formula's outlines, or what is wrong with it; any thread may ask."""
    # Imported here: the typesetting library takes longer to load than the window to appear.
    from proceedings_editor.exporters.formula.drawing import to_drawing

    try:
        drawing = to_drawing(source.notation, source.source, 1.0, display=display)
    except ProceedingsError as error:
        return error.sentence
    path = QPainterPath()
    for outline in drawing.paths:
        for sign, *values in outline.segments:
            _add(path, sign, [-value if index % 2 else value for index, value in enumerate(values)])
    return DrawnFormula(path, drawing.width, drawing.height, drawing.depth)


def _add(path: QPainterPath, sign: str, values: list[float]) -> None:
    match sign:
        case "M":
            path.moveTo(values[0], values[1])
        case "L":
            path.lineTo(values[0], values[1])
        case "C":
            path.cubicTo(*values)
        case _:
            path.closeSubpath()
