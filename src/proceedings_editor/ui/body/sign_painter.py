"""Draws what stands in the text as one sign: notes, formulas, pictures, page breaks, tables inside other blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from proceedings_editor.model.body import DisplayFormula, Figure, FormulaSource, InlineFormula, Note, PageBreak
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.fact import Fact
from proceedings_editor.ui.body.formula_shelf import DrawnFormula, FormulaShelf
from proceedings_editor.ui.body.look import POINTS, Look
from proceedings_editor.ui.body.picture_shelf import PictureShelf
from proceedings_editor.ui.body.store import Sign, ValueStore
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.words import Words

PIXELS: Final = POINTS * 96 / 72
"""Size of running text in pixels."""
_PAD: Final = 4.0


class SignPainter(QPyTextObject):
    """Draws the values of one store.

    Attributes:
        number_of: Asked for the number of the note or numbered formula at a position of the document.
        miniature: Asked for a document that shows a value which is neither of the known ones.
    """

    def __init__(
        self,
        store: ValueStore,
        look: Look,
        words: Words,
        formulas: FormulaShelf,
        pictures: PictureShelf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.number_of: Callable[[int], int] = lambda position: 0
        self.miniature: Callable[[object], QTextDocument] = lambda value: QTextDocument()
        self._store = store
        self._words = words
        self._formulas = formulas
        self._pictures = pictures
        self._miniatures: dict[int, QTextDocument] = {}
        self._sizes: dict[int, QSizeF] = {}

    def forget(self) -> None:
        """Forget what was drawn with other colours, or before its formulas were known."""
        self._miniatures.clear()
        self._sizes.clear()

    # ------------------------------------------------------------------------------------------------------------ sizes

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: N802, N803
        """See `QTextObjectInterface`; Qt asks for every formula of a paragraph at each key in it."""
        known = self._sizes.get(format.intProperty(Fact.VALUE))
        if known is not None:
            return known
        size = self._size(posInDocument, format)
        room = doc.textWidth() - 2 * doc.documentMargin()
        is_too_wide = isinstance(self._value(format), Figure | PageBreak) and 0 < room < size.width()
        return size * (room / size.width()) if is_too_wide else size

    def _size(self, position: int, form: QTextFormat) -> QSizeF:
        match self._value(form):
            case Note():
                return QSizeF(self._mark_metrics().horizontalAdvance(str(self.number_of(position))) + 1, PIXELS)
            case InlineFormula(formula):
                size = self._sizes[form.intProperty(Fact.VALUE)] = self._formula_size(formula, display=False)
                return size
            case DisplayFormula(formula, numbered):
                size = self._formula_size(formula, display=True)
                return QSizeF(size.width() + (2 * 4 * PIXELS if numbered else 0), size.height() + 4)
            case Figure(file, width=width):
                picture = self._pictures.picture(file, width)
                return QSizeF(320, 90) if picture is None else QSizeF(picture.size())
            case PageBreak():
                return QSizeF(420, 1.4 * PIXELS)
            case Sign(char):
                return QSizeF(self._small().horizontalAdvance(_code(char)) + 6, PIXELS)
            case _:
                return self._miniature(form).size() + QSizeF(2 * _PAD, 2 * _PAD)

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,
    ) -> None:
        """See `QTextObjectInterface`."""
        rect = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match self._value(format):
            case Note():
                self._draw_note(painter, rect, posInDocument)
            case InlineFormula(formula):
                self._draw_formula(painter, rect, formula, display=False)
            case DisplayFormula(formula, numbered):
                self._draw_display(painter, rect, formula, self.number_of(posInDocument) if numbered else 0)
            case Figure(file, width=width):
                self._draw_figure(painter, rect, file, width)
            case PageBreak():
                self._draw_page_break(painter, rect)
            case Sign(char):
                self._draw_box(painter, rect, _code(char))
            case _:
                self._draw_miniature(painter, rect, format)
        painter.restore()

    # --------------------------------------------------------------------------------------------------------- drawing

    def _value(self, form: QTextFormat) -> object:
        return self._store.value(form.intProperty(Fact.VALUE))

    def _draw_note(self, painter: QPainter, rect: QRectF, position: int) -> None:
        painter.setFont(self._mark_font())
        painter.setPen(severity_colour("information", self.look.palette))
        painter.drawText(rect.adjusted(0, -1, 4, 0), Qt.AlignmentFlag.AlignTop, str(self.number_of(position)))

    def _draw_formula(self, painter: QPainter, rect: QRectF, formula: FormulaSource, *, display: bool) -> None:
        found = self._formulas.formula(formula, display=display)
        if not isinstance(found, DrawnFormula):
            self._draw_source(painter, rect, formula, broken=isinstance(found, Text))
            return
        below = found.depth * PIXELS if display else self._descent()
        painter.translate(QPointF(rect.left() + 1, rect.bottom() - max(below, found.depth * PIXELS)))
        painter.scale(PIXELS, PIXELS)
        painter.fillPath(found.path, self._ink())

    def _draw_source(self, painter: QPainter, rect: QRectF, formula: FormulaSource, *, broken: bool) -> None:
        painter.setFont(self._small_font())
        painter.setPen(severity_colour("error", self.look.palette) if broken else self.look.faint(0.6))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, _shortened(formula.source))

    def _draw_display(self, painter: QPainter, rect: QRectF, formula: FormulaSource, number: int) -> None:
        margin = 4 * PIXELS if number else 0
        painter.save()
        self._draw_formula(painter, rect.adjusted(margin, 2, -margin, -2), formula, display=True)
        painter.restore()
        if number:
            painter.setFont(self.look.font())
            painter.setPen(self._ink())
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"({number})")

    def _draw_figure(self, painter: QPainter, rect: QRectF, file: str, width: float) -> None:
        picture = self._pictures.picture(file, width)
        if picture is not None:
            painter.drawPixmap(rect.toRect(), picture)
            return
        is_coming = self._pictures.is_coming(file, width)
        words = "" if is_coming else self._words(text("The picture “{file}” is missing or cannot be read.", file=file))
        self._draw_box(painter, rect.adjusted(0, 0, -1, -1), words)

    def _draw_page_break(self, painter: QPainter, rect: QRectF) -> None:
        words, small = self._words(text("Page break")), self._small()
        half = small.horizontalAdvance(words) / 2 + 8
        painter.setPen(QPen(self.look.faint(0.5), 1, Qt.PenStyle.DashLine))
        y, middle = rect.center().y(), rect.center().x()
        painter.drawLine(QPointF(rect.left(), y), QPointF(middle - half, y))
        painter.drawLine(QPointF(middle + half, y), QPointF(rect.right(), y))
        painter.setFont(self._small_font())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_box(self, painter: QPainter, rect: QRectF, words: str) -> None:
        painter.setPen(QPen(self.look.faint(0.5), 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(self._small_font())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect, flags, words)

    def _draw_miniature(self, painter: QPainter, rect: QRectF, form: QTextFormat) -> None:
        painter.setPen(QPen(self.look.faint(0.3), 1, Qt.PenStyle.DotLine))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.translate(rect.topLeft() + QPointF(_PAD, _PAD))
        self._miniature(form).drawContents(painter)

    # ----------------------------------------------------------------------------------------------------------- sizes

    def _formula_size(self, formula: FormulaSource, *, display: bool) -> QSizeF:
        found = self._formulas.formula(formula, display=display)
        if isinstance(found, DrawnFormula):
            below = found.depth * PIXELS if display else max(found.depth * PIXELS, self._descent())
            return QSizeF(found.width * PIXELS + 2, found.height * PIXELS + below + 1)
        return QSizeF(self._small().horizontalAdvance(_shortened(formula.source)) + 2, 1.2 * PIXELS)

    def _miniature(self, form: QTextFormat) -> QTextDocument:
        number = form.intProperty(Fact.VALUE)
        found = self._miniatures.get(number)
        if found is None:
            found = self._miniatures[number] = self.miniature(self._store.value(number))
        return found

    def _ink(self) -> QColor:
        return self.look.palette.text().color()

    def _mark_font(self) -> QFont:
        font = self.look.font()
        font.setPointSizeF(POINTS * 0.68)
        return font

    def _mark_metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._mark_font())

    def _small_font(self) -> QFont:
        font = QFont(self.look.font())
        font.setPointSizeF(POINTS * 0.75)
        return font

    def _small(self) -> QFontMetricsF:
        return QFontMetricsF(self._small_font())

    def _descent(self) -> float:
        return QFontMetricsF(self.look.font()).descent()


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"


def _shortened(source: str) -> str:
    line = " ".join(source.split())
    return line if len(line) <= 60 else line[:59] + "…"
