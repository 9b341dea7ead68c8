"""Reads lines out of the text document: each of Qt's blocks says one line, or several where a block stands in text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from proceedings_editor.model.body import (
    OBJECT,
    Block,
    Cell,
    Heading,
    InlineFormula,
    LineBreak,
    Listing,
    Note,
    Paragraph,
    RichText,
    Run,
    Span,
    Table,
)
from proceedings_editor.model.body_edit.grid import anchors, columns_of
from proceedings_editor.model.body_edit.line import FILLER, Caption, CellStep, Leaf, Line, Steps
from proceedings_editor.model.splice import joined
from proceedings_editor.ui.body.fact import Fact, span_of, steps_from
from proceedings_editor.ui.body.look import look_of
from proceedings_editor.ui.body.store import Sign, ValueStore

BREAK: Final = "\u2028"
"""What Qt keeps for a forced new line inside a block."""

_PIECE: Final = re.compile(f"[{OBJECT}{BREAK}]|[^{OBJECT}{BREAK}]+")
_Piece = Run | Block
Read = tuple[Line, ...]
"""The lines of one of Qt's blocks; nearly always one."""


class DocumentReader:
    """Reads one document for life: formats are cached by their index, which is valid for this document only."""

    def __init__(self, document: QTextDocument, store: ValueStore) -> None:
        self._document = document
        self._store = store
        self._spans: dict[int, tuple[Span, int, str]] = {}

    def read(self, block: QTextBlock) -> Read:
        """Return the lines of one block."""
        form = block.blockFormat()
        steps = (*self._cell(block), *steps_from(form.stringProperty(Fact.STEPS)))
        pieces = self._pieces(block)
        kind = form.stringProperty(Fact.KIND)
        if kind in ("", "filler") and all(isinstance(piece, Run) for piece in pieces):
            runs = joined(tuple(piece for piece in pieces if isinstance(piece, Run)))
            align = form.stringProperty(Fact.ALIGN)
            if not runs and kind:
                return (Line(steps, FILLER),)
            return (Line(steps, Paragraph(runs, align)),)  # type: ignore[arg-type]  # written by us from the model
        return tuple(Line(steps, leaf) for leaf in _leaves(pieces, form.intProperty(Fact.LEVEL), kind))

    def has_stale_look(self, block: QTextBlock, read: Read) -> bool:
        """Say whether letters stand in a line whose look is not theirs, as after joining two lines."""
        wanted = look_of(read[0].leaf)
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if self._facts(fragment.charFormatIndex(), fragment.charFormat)[2] != wanted:
                return True
            iterator += 1
        return False

    def _pieces(self, block: QTextBlock) -> list[_Piece]:
        found: list[_Piece] = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            span, number, _ = self._facts(fragment.charFormatIndex(), fragment.charFormat)
            words = fragment.text()
            if OBJECT in words or BREAK in words:
                found += self._split(words, span, number)
            elif words:
                found.append(replace(span, text=words))
            iterator += 1
        return found

    def _facts(self, index: int, form: object) -> tuple[Span, int, str]:
        found = self._spans.get(index)
        if found is None:
            text: QTextCharFormat = form()  # type: ignore[operator]  # asked only where it is not known
            facts = (span_of(text), text.intProperty(Fact.VALUE), text.stringProperty(Fact.LOOK))
            found = self._spans[index] = facts
        return found

    def _split(self, words: str, span: Span, number: int) -> list[_Piece]:
        found: list[_Piece] = []
        for piece in _PIECE.findall(words):
            if piece == BREAK:
                found.append(LineBreak())
            elif piece != OBJECT:
                found.append(replace(span, text=piece))
            elif (value := self._store.value(number)) is not None:
                found.append(replace(span, text=value.char) if isinstance(value, Sign) else value)
        return found

    # ------------------------------------------------------------------------------------------------------- tables

    def _cell(self, block: QTextBlock) -> Steps:
        table = QTextCursor(block).currentTable()
        if table is None:
            return ()
        facts = self.facts_of(table)
        cell = table.cellAt(block.position())
        places = _places(_Grid(facts))
        return (CellStep(table.objectIndex(), places.get((cell.row(), cell.column()), 0), facts),)

    def facts_of(self, table: QTextTable) -> Table:
        """Return the facts of a table's grid: as written, or as Qt has them should it have changed the grid."""
        known = self._store.value(table.format().intProperty(Fact.TABLE))
        if isinstance(known, Table) and (len(known.rows), columns_of(known)) == (table.rows(), table.columns()):
            return known
        return _grid_of(table)


class _Grid:
    """A table as a key: by identity, because comparing its cells would read all their text."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Grid) and other.table is self.table


@lru_cache(maxsize=256)
def _places(grid: _Grid) -> dict[tuple[int, int], int]:
    """Return the index of the cell at each place where a cell begins."""
    return {(anchor.row, anchor.column): anchor.index for anchor in anchors(grid.table) or ()}


def _grid_of(table: QTextTable) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        starts = [cell for column, cell in enumerate(cells) if (cell.row(), cell.column()) == (row, column)]
        rows.append(tuple(Cell(columns=cell.columnSpan(), rows=cell.rowSpan()) for cell in starts))
    return Table(tuple(rows))


def _leaves(pieces: list[_Piece], level: int, kind: str) -> list[Leaf]:
    """Return the leaves of a line: its text in its kind, and before, between and behind it the blocks in it."""
    found: list[Leaf] = []
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, Run):
            runs.append(piece)
            continue
        if runs:
            found.append(_leaf(joined(tuple(runs)), level, kind))
            runs = []
        found.append(piece)
    if runs or not found:
        found.append(_leaf(joined(tuple(runs)), level, kind))
    return found


def _leaf(runs: RichText, level: int, kind: str) -> Leaf:
    match kind.split():
        case ["heading"]:
            return Heading(runs, level)
        case ["caption", of]:
            return Caption(runs, of)  # type: ignore[arg-type]  # written by us from the model
        case ["code"] if not any(isinstance(run, Note | InlineFormula) for run in runs):
            return Listing("".join(run.text if isinstance(run, Span) else "\n" for run in runs))
        case ["filler"] if not runs:
            return FILLER
        case _:
            return Paragraph(runs)
