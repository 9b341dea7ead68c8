"""What is painted beside the text: markers of list items, the bar of a quotation, hints in empty captions.

Markers are drawn, not made by Qt's lists: so they are those the template prints, and a key in a long list costs no
more than one in a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QFontMetricsF, QPainter, QPalette, QTextBlock, QTextCursor

from proceedings_editor.exporters.composition.marker import item_label
from proceedings_editor.model.body_edit.line import Caption, CellStep, ItemStep, Line, QuoteStep
from proceedings_editor.model.template import Template
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.look import INDENT, Look
from proceedings_editor.ui.body.sync import BodySync
from proceedings_editor.ui.words import Words

HINTS: Final[dict[str, Text]] = {
    "table": text("Table caption"),
    "figure": text("Figure caption"),
    "listing": text("Listing caption"),
}
_GAP: Final = 7


class Decoration:
    """Paints beside the lines of one view.

    Attributes:
        template_of: Asked for the template, which says how lists are marked in print.
    """

    def __init__(self, sync: BodySync, look: Look, words: Words, template_of: Callable[[], Template]) -> None:
        self.look = look
        self.template_of = template_of
        self._sync = sync
        self._words = words

    def paint(self, painter: QPainter, first: QTextBlock, area: QRectF) -> None:
        """Paint for the blocks from `first` on that lie in `area`, both in coordinates of the document."""
        layout = self._sync.document.documentLayout()
        painter.setFont(self.look.font())
        for block, line in self._lines_from(first):
            has_something = _has_something(line)
            if _is_in_cell(line) and not has_something:
                continue
            box = layout.blockBoundingRect(block)
            if box.top() > area.bottom() and not _is_in_cell(line):
                return
            if has_something:
                self._paint_line(painter, block, line, box, layout)

    def _lines_from(self, first: QTextBlock) -> Iterator[tuple[QTextBlock, Line]]:
        index, inside = self._sync.unit_at(first.blockNumber())
        block = first
        for unit in self._sync.units[index:]:
            lines = unit.lines
            for number in range(inside, unit.count):
                if not block.isValid() or number >= len(lines):
                    return
                yield block, lines[number]
                block = block.next()
            inside = 0

    def _paint_line(
        self, painter: QPainter, block: QTextBlock, line: Line, box: QRectF, layout: QAbstractTextDocumentLayout
    ) -> None:
        text_line = block.layout().lineAt(0)
        baseline = box.top() + text_line.y() + text_line.ascent() if text_line.isValid() else box.bottom()
        depth = sum(not isinstance(step, CellStep) for step in line.steps)
        origin = block_origin(block, layout)
        skipped = len(line.steps) - depth
        numbers = dict(line.opens)
        for index, step in enumerate(line.steps):
            x = origin + INDENT * (index - skipped)
            if isinstance(step, QuoteStep):
                bar = QRectF(x + INDENT / 3, box.top() - 2, 3, box.height() + 4)
                painter.fillRect(bar, self.look.faint(0.3))
            elif isinstance(step, ItemStep) and index in numbers:
                marker = item_marker(step, numbers[index], self.template_of())
                width = QFontMetricsF(painter.font()).horizontalAdvance(marker)
                painter.setPen(self.look.palette.color(QPalette.ColorRole.Text))
                painter.drawText(QPointF(x + INDENT - _GAP - width, baseline), marker)
        if isinstance(line.leaf, Caption) and not line.leaf.text:
            painter.setPen(self.look.faint(0.4))
            painter.drawText(
                box, block.blockFormat().alignment() | Qt.AlignmentFlag.AlignVCenter, self._words(HINTS[line.leaf.of])
            )


def block_origin(block: QTextBlock, layout: QAbstractTextDocumentLayout) -> float:
    """Return where the text column (the page, the cell) of a block begins, without the block's own margin."""
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    margin = block.document().documentMargin()
    if table is None:
        return margin
    cell = table.cellAt(block.position())
    first = layout.blockBoundingRect(cell.firstCursorPosition().block())
    return first.left() - cell.firstCursorPosition().block().blockFormat().leftMargin()


def item_marker(step: ItemStep, number: int, template: Template) -> str:
    """Return the marker of an item as it is printed, whatever the author typed."""
    return item_label(template.ordered_marker, number) if step.ordered else template.list_marker


def _has_something(line: Line) -> bool:
    if isinstance(line.leaf, Caption):
        return not line.leaf.text or bool(line.steps)
    return bool(line.opens) or any(isinstance(step, QuoteStep) for step in line.steps)


def _is_in_cell(line: Line) -> bool:
    return bool(line.steps) and isinstance(line.steps[0], CellStep)
