"""Paints the rows of the list of entries."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.entry_model import HEAD_ROLE, LINES_ROLE, SEVERITY_ROLE

_MARGIN: Final = 6
_WORTH: Final = 6
"""Signs that say something of what stands behind a dot: the dot, its spaces, two letters and the mark of the cut."""

_DOT: Final = 8


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry in three lines: number and author with a dot, title, section with pages."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """See Qt."""
        height = QFontMetrics(option.font).height()
        lines = 4 if index.data(HEAD_ROLE) else 3
        return QSize(120, lines * height + (lines - 1) * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """See Qt."""
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        view.text = ""
        if head := index.data(HEAD_ROLE):
            _paint_head(painter, view, head)
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter)
        painter.save()
        chosen = bool(view.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = view.palette
        strong = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        faint = QColor(strong) if chosen else palette.color(QPalette.ColorRole.PlaceholderText)
        area: QRect = view.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._paint_lines(painter, area, view.font, index.data(LINES_ROLE), (strong, faint))
        if severity := index.data(SEVERITY_ROLE):
            _paint_dot(painter, area, severity_colour(severity, palette), strong if chosen else None)
        painter.restore()

    def _paint_lines(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        lines: tuple[str, str, str, str],
        colours: tuple[QColor, QColor],
    ) -> None:
        head, title, section, pages = lines
        metrics = QFontMetrics(font)
        line = QRect(area.left(), area.top(), area.width(), metrics.height())
        room = line.width() - _DOT - _MARGIN
        painter.setPen(colours[0])
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.drawText(line, 0, QFontMetrics(bold).elidedText(head, Qt.TextElideMode.ElideRight, room))
        painter.setFont(font)
        line.translate(0, metrics.height())
        painter.drawText(line, 0, metrics.elidedText(title, Qt.TextElideMode.ElideRight, line.width()))
        line.translate(0, metrics.height())
        painter.setPen(colours[1])
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, pages)
        room = line.width() - metrics.horizontalAdvance(pages) - _MARGIN
        painter.drawText(line, 0, _cut(metrics, section, room))


def _cut(metrics: QFontMetrics, words: str, room: int) -> str:
    """Return the words or, where there is little room, their first part whole rather than its beginning."""
    first, cut = words.partition(" · ")[0], metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return first if len(cut) < len(first) + _WORTH and metrics.horizontalAdvance(first) <= room else cut


def _paint_dot(painter: QPainter, area: QRect, colour: QColor, ring: QColor | None) -> None:
    """Paint the dot of an entry with findings, in a ring where the ground is no quiet one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ring, 1.5) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(area.right() - _DOT / 2, area.top() + _DOT), _DOT / 2, _DOT / 2)


def _paint_head(painter: QPainter, view: QStyleOptionViewItem, head: str) -> None:
    """Paint a section's name above its first row, and leave the rest of the place to the row."""
    font = QFont(view.font)
    font.setItalic(True)
    metrics = QFontMetrics(font)
    line = QRect(view.rect.left() + _MARGIN, view.rect.top(), view.rect.width() - 2 * _MARGIN, metrics.height())
    painter.save()
    painter.setFont(font)
    palette: QPalette = view.palette
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(line, 0, metrics.elidedText(head, Qt.TextElideMode.ElideRight, line.width()))
    painter.restore()
    view.rect.setTop(line.bottom() + _MARGIN // 2)
