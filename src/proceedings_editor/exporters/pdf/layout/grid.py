"""Grids: rows of a table that no page end may part between, and how they are cut where a page is too short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from proceedings_editor.exporters.pdf.layout.sheet import Sheet
from proceedings_editor.exporters.pdf.layout.slug import FREE, SLACK, WHOLE, Slug, Stack, place_to_cut
from proceedings_editor.model.place import Place

BESIDE: Final = 4.0
"""Points between a cell's side and its words, as in the DOCX."""
ABOVE: Final = 1.0
"""Points between a cell's upper or lower side and its words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, or what of it stands on one page: `stack.slugs[first:stop]`.

    Attributes:
        row, rows: Row of the grid it begins in, and how many it covers.
        left, right: Its sides, from the left edge of the column the grid is drawn in.
    """

    row: int
    rows: int
    left: float
    right: float
    stack: Stack
    first: int
    stop: int

    @property
    def height(self) -> float:
        """What the cell needs, in points."""
        return self.stack.height(self.first, self.stop) + 2 * ABOVE

    def cut(self, room: float, *, force: bool) -> tuple[Cell, Cell]:
        """Cut it into what fits into `room` and the rest; either may be empty."""
        first, stop, stack = self.first, self.stop, self.stack
        inside = room - 2 * ABOVE
        reach = min(stack.reach(first, inside), stop)
        if reach == stop:
            return self, replace(self, first=stop)
        parts = self._split_slug(reach, inside, force=force and reach == first)
        if parts:
            above = Stack([*stack.slugs[first:reach], parts[0]])
            below = Stack([parts[1], *stack.slugs[reach + 1 : stop]])
            top = replace(self, stack=above, first=0, stop=len(above.slugs))
            return top, replace(self, stack=below, first=0, stop=len(below.slugs))
        place = place_to_cut(stack.slugs, first, reach, strongest=WHOLE if force else FREE)
        if force and place == first:
            place = first + 1
        return replace(self, stop=place), replace(self, first=place)

    def _split_slug(self, index: int, room: float, *, force: bool) -> tuple[Slug, Slug] | None:
        """Cut a grid inside the cell."""
        slug = self.stack.slugs[index]
        left = room - self.stack.height(self.first, index) - (slug.before if index > self.first else 0.0)
        return slug.split(left, force=force)


@dataclass(slots=True, kw_only=True)
class Grid(Slug):
    """Rows tied together by cells that cover several of them; mostly a single row.

    Attributes:
        cells: In reading order.
        heights: Of the rows.
        ruled: With lines around the cells.
        source: The table's place, None where it has none.
    """

    cells: Sequence[Cell]
    heights: Sequence[float]
    ruled: bool
    source: Place | None

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the cells in reading order."""
        if self.anchors:
            sheet.anchors(self.anchors, top)
        tops = list(accumulate(self.heights, initial=0.0))
        for cell in self.cells:
            upper, lower = top - tops[cell.row], top - tops[cell.row + cell.rows]
            cell.stack.draw(sheet, x, upper - ABOVE, cell.first, cell.stop)
            if self.ruled:
                sheet.level_rule(upper, x + cell.left, x + cell.right)
                sheet.level_rule(lower, x + cell.left, x + cell.right)
                sheet.upright_rule(x + cell.left, lower, upper)
                sheet.upright_rule(x + cell.right, lower, upper)
        if self.source is not None and self.cells:
            left, right = min(cell.left for cell in self.cells), max(cell.right for cell in self.cells)
            sheet.spot(x + left, top - self.height, right - left, self.height, self.source)

    def split(self, room: float, *, force: bool) -> tuple[Slug, Slug] | None:
        """Cut below the last row that fits, inside the first row where none does."""
        rows = 0
        used = 0.0
        while rows < len(self.heights) and used + self.heights[rows] <= room + SLACK:
            used += self.heights[rows]
            rows += 1
        if rows == len(self.heights):
            return None
        return self._cut_below(rows) if rows else self._cut_first_row(room, force=force)

    def _cut_below(self, rows: int) -> tuple[Slug, Slug]:
        top: list[Cell] = []
        rest: list[Cell] = []
        for cell in self.cells:
            if cell.row >= rows:
                rest.append(replace(cell, row=cell.row - rows))
            elif cell.row + cell.rows <= rows:
                top.append(cell)
            else:
                above, below = cell.cut(sum(self.heights[cell.row : rows]), force=False)
                top.append(replace(above, rows=rows - cell.row))
                rest.append(replace(below, row=0, rows=cell.row + cell.rows - rows))
        return self._part(top, self.heights[:rows]), self._rest(rest, len(self.heights) - rows)

    def _cut_first_row(self, room: float, *, force: bool) -> tuple[Slug, Slug] | None:
        top: list[Cell] = []
        rest: list[Cell] = []
        for cell in self.cells:
            if cell.row:
                rest.append(cell)
                continue
            above, below = cell.cut(room, force=force)
            if above.first == above.stop and cell.first < cell.stop:
                return None
            top.append(replace(above, rows=1))
            rest.append(below)
        if not any(cell.first < cell.stop for cell in top):
            return None
        return self._part(top, [max(cell.height for cell in top)]), self._rest(rest, len(self.heights))

    def _part(self, cells: Sequence[Cell], heights: Sequence[float]) -> Grid:
        return replace(self, cells=cells, heights=heights, height=sum(heights), tie=FREE, notes=_notes(cells))

    def _rest(self, cells: Sequence[Cell], rows: int) -> Grid:
        heights = row_heights(cells, rows)
        return replace(
            self, cells=cells, heights=heights, height=sum(heights), notes=_notes(cells), anchors=(), new_page=False
        )


def make_grid(cells: Sequence[Cell], rows: int, *, ruled: bool, source: Place | None) -> Grid:
    """Return cells as a grid of `rows` rows as high as they need."""
    heights = row_heights(cells, rows)
    return Grid(height=sum(heights), cells=cells, heights=heights, ruled=ruled, source=source, notes=_notes(cells))


def row_heights(cells: Sequence[Cell], rows: int) -> list[float]:
    """Return the heights of rows: what cells of one row need first, then the last row of higher cells grows."""
    heights = [2 * ABOVE] * rows
    for cell in sorted(cells, key=lambda cell: cell.rows) if rows > 1 else cells:
        missing = cell.height - sum(heights[cell.row : cell.row + cell.rows])
        if missing > 0:
            heights[cell.row + cell.rows - 1] += missing
    return heights


def _notes(cells: Sequence[Cell]) -> tuple[tuple[Slug, ...], ...]:
    return tuple(note for cell in cells for note in cell.stack.notes(cell.first, cell.stop))
