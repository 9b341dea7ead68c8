"""Tables as the formats need them: cells that tile the grid, header cells, widths."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from proceedings_editor.model.body import Cell, DisplayFormula, Figure, Listing, plain_text
from proceedings_editor.model.walk import text_of, walk

MOST_COLUMNS: Final = 63
"""Word's limit for a table; a cell that claims more (to span "everything") gets this many at most."""

_LINE: Final = 84
"""Characters a full line of 12-point text holds, to judge whether columns fit beside each other unbroken."""
_LEAST_SHARE: Final = 1e-6
_MOST_SHARE: Final = 1e6
_PICTURE: Final = 24
"""Characters a picture or a formula is counted as."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its place in the grid.

    Attributes:
        first_block: Index of its first block among the table's `model.walk.children`.
    """

    cell: Cell
    first_block: int
    column: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of placed cells that together cover every place once.

    Attributes:
        starts: For each column, the column of the author's grid it begins at.
        typed: Columns of the author's grid; those in which no cell begins are joined to the one before.
    """

    rows: tuple[tuple[Placed, ...], ...]
    starts: tuple[int, ...]
    typed: int

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.starts)


def tiled(rows: Sequence[Sequence[Cell]]) -> Grid:
    """Return the cells so that they tile a grid; no cell is lost, holes are filled with empty ones.

    A cell that would lie over another moves to the next free place or becomes narrower, one that reaches below
    the last row becomes lower.

    Args:
        rows: The cells that begin in each row; at least one cell in all.
    """
    placed, typed = _dropped_in(rows)
    starts = tuple(sorted({cell.column for row in placed for cell in row}))
    joined = [[_rejoined(cell, starts) for cell in row] for row in placed]
    return Grid(_filled(joined, len(starts)), starts, typed)


def _dropped_in(rows: Sequence[Sequence[Cell]]) -> tuple[list[list[Placed]], int]:
    """Place the cells row by row; `busy` holds for each column how many rows from above it is taken."""
    busy: list[int] = []
    placed: list[list[Placed]] = []
    block = 0
    for index, row in enumerate(rows):
        busy = [max(left - 1, 0) for left in busy]
        placed.append([])
        column = 0
        for cell in row:
            while column < len(busy) and busy[column]:
                column += 1
            width = _free_run(busy, column, min(max(cell.columns, 1), MOST_COLUMNS))
            height = min(max(cell.rows, 1), len(rows) - index)
            busy += [0] * (column + width - len(busy))
            busy[column : column + width] = [height] * width
            placed[-1].append(Placed(cell, block, column, width, height))
            block += len(cell.blocks)
            column += width
    return placed, len(busy)


def _free_run(busy: Sequence[int], column: int, width: int) -> int:
    for reached in range(column + 1, min(column + width, len(busy))):
        if busy[reached]:
            return reached - column
    return width


def _rejoined(cell: Placed, starts: Sequence[int]) -> Placed:
    first, end = bisect_left(starts, cell.column), bisect_left(starts, cell.column + cell.columns)
    return replace(cell, column=first, columns=end - first)


def _filled(rows: Sequence[Sequence[Placed]], columns: int) -> tuple[tuple[Placed, ...], ...]:
    free = [[True] * columns for _ in rows]
    for index, row in enumerate(rows):
        for cell in row:
            for below in range(index, index + cell.rows):
                free[below][cell.column : cell.column + cell.columns] = [False] * cell.columns
    return tuple(
        tuple(
            sorted(
                (*row, *(Placed(Cell(), 0, column, 1, 1) for column in range(columns) if holes[column])),
                key=lambda cell: cell.column,
            )
        )
        for row, holes in zip(rows, free, strict=True)
    )


# ---------------------------------------------------------------------------------------------------- headers


def repeated_rows(grid: Grid, wanted: int) -> int:
    """Return how many first rows may be repeated on each page: the author's, and those their cells reach into.

    A table that is all header repeats nothing.
    """
    end = min(max(wanted, 0), len(grid.rows))
    index = 0
    while index < end:
        end = max(end, *(index + cell.rows for cell in grid.rows[index]), 0)
        index += 1
    return end if end < len(grid.rows) else 0


def header_of(cell: Placed, row: int, grid: Grid, wanted: int) -> Literal["", "row", "column"]:
    """Return what a cell names.

    Where the author gave no header row, the first row is taken for it, of a single row the first cell. PDF/UA-1
    (ISO 14289-1, 7.5) wants header cells in every table; only the structure changes, not the look.
    """
    if row < wanted or (wanted <= 0 and row == 0 and len(grid.rows) > 1):
        return "column"
    return "row" if len(grid.rows) == 1 and cell.column == 0 else ""


# ----------------------------------------------------------------------------------------------------- widths


def widths_of(given: Sequence[float], grid: Grid) -> tuple[float, ...]:
    """Return the columns' shares of the width, adding up to 1: as given, else from what the cells hold."""
    if len(given) == grid.typed and all(_LEAST_SHARE < share < _MOST_SHARE for share in given):
        weights = [sum(given[start:end]) for start, end in pairwise((*grid.starts, grid.typed))]
    else:
        weights = _weights(grid)
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def _weights(grid: Grid) -> list[float]:
    """Weigh columns by their longest lines; where these do not fit, by their longest words and a share of the rest."""
    least, most = [2.0] * grid.columns, [2.0] * grid.columns
    for row in grid.rows:
        for cell in row:
            if cell.columns == 1:
                word, line = _extent(cell.cell)
                least[cell.column] = max(least[cell.column], word)
                most[cell.column] = max(most[cell.column], line)
    left = _LINE - sum(least)
    wish = sum(most) - sum(least)
    if wish <= left:
        return most
    if left <= 0:
        return least
    return [small + left * (large - small) / wish for small, large in zip(least, most, strict=True)]


def _extent(cell: Cell) -> tuple[float, float]:
    """Return the characters of a cell's longest word and of its longest line, both with the cell's margins."""
    word = line = 0
    for _, block in walk(cell.blocks):
        text = block.text if isinstance(block, Listing) else plain_text(text_of(block))
        word = max(word, *map(len, text.split()), 0)
        line = max(line, *map(len, text.split("\n")))
        if isinstance(block, Figure | DisplayFormula):
            word, line = max(word, _PICTURE), max(line, _PICTURE)
    return min(word, _LINE) + 2.0, min(line, _LINE) + 2.0
