"""Writes lines into the text document; always with formats that carry every fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from proceedings_editor.model.body import OBJECT, LineBreak, Listing, RichText, Span, Table
from proceedings_editor.model.body_edit.grid import anchors, columns_of
from proceedings_editor.model.body_edit.line import CellStep, Filler, Line, text_of_leaf
from proceedings_editor.model.body_edit.style import rich
from proceedings_editor.ui.body.look import Look, look_of
from proceedings_editor.ui.body.reader import BREAK
from proceedings_editor.ui.body.store import ValueStore

_AWKWARD: Final = re.compile(r"[\n\r\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff\x00]")
"""What Qt takes for structure, or cannot hold."""


class DocumentWriter:
    """Writes into one document. The caller opens and closes the edit block, and tells the reader to look away."""

    def __init__(self, document: QTextDocument, store: ValueStore, look: Look) -> None:
        self._document = document
        self._store = store
        self.look = look

    def write(self, cursor: QTextCursor, lines: Sequence[Line]) -> list[Line]:
        """Write lines, the first into the empty block at hand; neither the first nor the last stands in a cell.

        Returns:
            The lines with the numbers that the tables got.
        """
        written: list[Line] = []
        at_hand = True
        for table, group in groupby(lines, _table_number):
            found = list(group)
            if table is not None:
                written += self._write_table(cursor, found)
                at_hand = True
                continue
            for line in found:
                self._write_line(cursor, line, at_hand=at_hand)
                at_hand = False
            written += found
        return written

    def rewrite(self, block: QTextBlock, line: Line) -> None:
        """Write a line in the place of what a block says."""
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write_line(cursor, line, at_hand=True)

    def _write_line(self, cursor: QTextCursor, line: Line, *, at_hand: bool) -> None:
        form, look = self.look.line(line), look_of(line.leaf)
        if at_hand:
            cursor.setBlockFormat(form)
            if not any(isinstance(step, CellStep) for step in line.steps):  # a cell's span lives in that format
                cursor.setBlockCharFormat(self.look.text(Span(""), look))
        else:
            cursor.insertBlock(form, self.look.text(Span(""), look))
        if isinstance(line.leaf, Listing):
            self._write_text(cursor, rich(line.leaf.text), look)
            return
        text = text_of_leaf(line.leaf)
        if text is not None:
            self._write_text(cursor, text, look)
        elif not isinstance(line.leaf, Filler):
            number = self._store.number(line.leaf)  # type: ignore[arg-type]  # what has no text is a block
            cursor.insertText(OBJECT, self.look.value(number, look, whole=True))

    def _write_text(self, cursor: QTextCursor, text: RichText, look: str) -> None:
        for run in text:
            match run:
                case Span():
                    self._write_span(cursor, run, look)
                case LineBreak():
                    cursor.insertText(BREAK, self.look.text(Span(""), look))
                case _:
                    number = self._store.number(run)
                    cursor.insertText(OBJECT, self.look.value(number, look, whole=False))

    def _write_span(self, cursor: QTextCursor, span: Span, look: str) -> None:
        form = self.look.text(span, look)
        if not _AWKWARD.search(span.text):
            cursor.insertText(span.text, form)
            return
        at = 0
        for sign in _AWKWARD.finditer(span.text):
            cursor.insertText(span.text[at : sign.start()], form)
            value = self.look.value(self._store.sign(sign[0]), look, whole=False)
            value.merge(form)
            cursor.insertText(OBJECT, value)
            at = sign.end()
        cursor.insertText(span.text[at:], form)

    # ------------------------------------------------------------------------------------------------------- tables

    def _write_table(self, cursor: QTextCursor, lines: Sequence[Line]) -> list[Line]:
        step = lines[0].steps[0]
        assert isinstance(step, CellStep)
        facts = step.table
        grid = anchors(facts) or ()
        table = cursor.insertTable(
            len(facts.rows), columns_of(facts), self.look.table(facts, self._store.number(facts))
        )
        for anchor in grid:
            if anchor.cell.rows > 1 or anchor.cell.columns > 1:
                table.mergeCells(anchor.row, anchor.column, anchor.cell.rows, anchor.cell.columns)
        written: list[Line] = []
        for cell, group in groupby(lines, _cell_number):
            found = [_renumbered(line, table.objectIndex(), facts) for line in group]
            inside = table.cellAt(grid[cell].row, grid[cell].column).firstCursorPosition()
            for index, line in enumerate(found):
                self._write_line(inside, line, at_hand=index == 0)
            written += found
        cursor.setPosition(table.lastPosition() + 1)
        return written


def _table_number(line: Line) -> int | None:
    step = line.steps[0] if line.steps else None
    return step.id if isinstance(step, CellStep) else None


def _cell_number(line: Line) -> int:
    step = line.steps[0]
    return step.cell if isinstance(step, CellStep) else 0


def _renumbered(line: Line, number: int, facts: Table) -> Line:
    step = line.steps[0]
    assert isinstance(step, CellStep)
    new = CellStep(number, step.cell, facts)
    return Line((new, *line.steps[1:]), line.leaf, line.path, line.opens)
