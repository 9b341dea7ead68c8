"""The grid of a table: which cell covers which place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from proceedings_editor.model.body import Cell, Table

_MOST: Final = 1_000_000
"""Places; beyond this a damaged table would take for ever."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cell with the place of its upper left corner and its index among the table's cells."""

    cell: Cell
    row: int
    column: int
    index: int


def anchors(table: Table) -> tuple[Anchor, ...] | None:
    """Return the cells with their places; None where they do not tile a grid."""
    height = len(table.rows)
    taken: set[tuple[int, int]] = set()
    found: list[Anchor] = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            if not _fits(cell, row, height) or len(taken) + cell.rows * cell.columns > _MOST:
                return None
            places = {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            if taken & places:
                return None
            taken |= places
            found.append(Anchor(cell, row, column, len(found)))
            column += cell.columns
    width = max((place[1] for place in taken), default=-1) + 1
    return tuple(found) if found and len(taken) == width * height else None


def tiles(table: Table) -> bool:
    """Say whether the cells tile a grid, which has at least one place."""
    return anchors(table) is not None


def columns_of(table: Table) -> int:
    """Return the number of columns of a table whose cells tile its grid."""
    return sum(cell.columns for cell in table.rows[0]) if table.rows else 0


def _fits(cell: Cell, row: int, height: int) -> bool:
    return cell.rows >= 1 and cell.columns >= 1 and row + cell.rows <= height
