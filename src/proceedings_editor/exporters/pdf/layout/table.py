"""Tables: rows as slabs, header rows repeated, rows taller than a page cut between lines."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, Protocol

from proceedings_editor.exporters.composition.element import CellElement, Element, TableElement
from proceedings_editor.exporters.pdf.layout.page import without_tags
from proceedings_editor.exporters.pdf.layout.slab import Slab, moved, shifted, stacked
from proceedings_editor.exporters.pdf.layout.tree import Tree
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Mark, RuleMark

_PADDING: Final = 4.0
_ABOVE: Final = 1.5
_SPLIT_SHARE: Final = 0.4
"""Rows (and rows held together by a cell) taller than this share of a page may be cut."""


_SCOPES: Final[dict[str, Literal["", "Row", "Column"]]] = {"": "", "row": "Row", "column": "Column"}


class Galley(Protocol):
    """What a table asks of the column it stands in."""

    @property
    def tree(self) -> Tree:
        """The structure tree."""

    @property
    def height(self) -> float:
        """The most a picture or an uncut row may take, in points."""

    @property
    def width(self) -> float:
        """Width of the column in points."""

    def narrowed(self, width: float) -> Galley:
        """Return the same galley with another width."""

    def slabs(self, elements: Sequence[Element], node: int) -> list[Slab]:
        """Return the slabs of elements that belong to `node`."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell in its place: grid row and column where it begins, rows it covers, its slabs."""

    row: int
    rows: int
    left: float
    width: float
    slabs: tuple[Slab, ...]

    @property
    def height(self) -> float:
        return sum(slab.before + slab.height for slab in self.slabs) + 2 * _ABOVE


def table_slabs(element: TableElement, galley: Galley, node: int) -> list[Slab]:
    """Return the slabs of a table that belongs to the structure element `node`."""
    cells = _cells(element, galley, node)
    heights = _heights(cells, len(element.rows))
    header_rows = element.header_rows if element.header_rows < len(element.rows) else 0
    made: list[Slab] = []
    header: tuple[Slab, ...] = ()
    for first, last in _groups(cells, len(element.rows), header_rows):
        held = [cell for cell in cells if first <= cell.row < last]
        group = _group(held, heights, first, last, galley, ruled=element.ruled)
        if last <= header_rows:
            made += [replace(slab, breakable=index == 0) for index, slab in enumerate(group)]
            if last == header_rows and sum(slab.height for slab in made) < galley.height / 3:
                header = tuple(without_tags(slab) for slab in made)
            continue
        # The first row stays with its header.
        joined = bool(header_rows) and first == header_rows
        made += [
            replace(slab, header=header, breakable=not (joined and index == 0)) for index, slab in enumerate(group)
        ]
    return made


def _cells(element: TableElement, galley: Galley, node: int) -> list[_Cell]:
    edges = [0.0]
    for share in element.widths:
        edges.append(edges[-1] + share * galley.width)
    covered = [0] * len(element.widths)
    made: list[_Cell] = []
    for row, cells in enumerate(element.rows):
        own = galley.tree.add("TR", node)
        column = 0
        supply = iter(cells)
        while column < len(covered):
            if covered[column]:
                covered[column] -= 1
                column += 1
                continue
            cell = next(supply, None)
            if cell is None:
                column += 1
                continue
            columns = min(cell.columns, len(covered) - column)
            made.append(_cell(cell, row, edges[column], edges[column + columns], len(element.rows), galley, own))
            for place in range(column, column + columns):
                covered[place] = made[-1].rows - 1
            column += columns
    return made


def _cell(cell: CellElement, row: int, left: float, right: float, count: int, galley: Galley, node: int) -> _Cell:
    own = galley.tree.add(
        "TH" if cell.header else "TD",
        node,
        scope=_SCOPES[cell.header],
        columns=cell.columns,
        rows=cell.rows,
    )
    inside = galley.narrowed(max(right - left - 2 * _PADDING, 1.0))
    slabs = tuple(shifted(slab, left + _PADDING) for slab in inside.slabs(cell.elements, own))
    return _Cell(row, min(max(cell.rows, 1), count - row), left, right - left, slabs)


def _heights(cells: Sequence[_Cell], count: int) -> list[float]:
    """Row heights: of cells over one row first, then the last row of taller cells grows."""
    heights = [2 * _ABOVE] * count
    for cell in sorted(cells, key=lambda cell: cell.rows):
        missing = cell.height - sum(heights[cell.row : cell.row + cell.rows])
        if missing > 0:
            heights[cell.row + cell.rows - 1] += missing
    return heights


def _groups(cells: Sequence[_Cell], count: int, header_rows: int) -> list[tuple[int, int]]:
    """Cut the rows where no cell reaches over."""
    ends = set(range(1, count + 1))
    for cell in cells:
        ends -= set(range(cell.row + 1, cell.row + cell.rows))
    if header_rows:
        ends.add(header_rows)
    borders = [0, *sorted(ends)]
    return [(first, last) for first, last in itertools.pairwise(borders) if first < last]


def _group(
    cells: Sequence[_Cell], heights: Sequence[float], first: int, last: int, galley: Galley, *, ruled: bool
) -> list[Slab]:
    total = sum(heights[first:last])
    if total > galley.height * _SPLIT_SHARE:
        return _cut(cells, galley, ruled=ruled)
    marks: list[Mark] = []
    parts: list[Slab] = []
    for cell in cells:
        top = sum(heights[first : cell.row])
        height = sum(heights[cell.row : cell.row + cell.rows])
        parts.append(_lowered(stacked(cell.slabs), top + _ABOVE))
        if ruled:
            marks += _box(cell.left, -top, cell.width, height)
    return [_side_by_side(parts, total, marks)]


def _cut(cells: Sequence[_Cell], galley: Galley, *, ruled: bool) -> list[Slab]:
    """Cut a tall row: each piece holds as many lines of every cell as fit into a share of the page."""
    waiting = [list(cell.slabs) for cell in cells]
    limit = galley.height * _SPLIT_SHARE
    made: list[Slab] = []
    while any(waiting) or not made:
        parts: list[Slab] = []
        height = 2 * _ABOVE
        for slabs in waiting:
            taken: list[Slab] = []
            used = 0.0
            while slabs and (not taken or used + slabs[0].before + slabs[0].height <= limit):
                taken.append(slabs.pop(0))
                used += taken[-1].before + taken[-1].height
            parts.append(_lowered(stacked(taken), _ABOVE))
            height = max(height, used + 2 * _ABOVE)
        marks = [rule for cell in cells for rule in _box(cell.left, 0, cell.width, height)] if ruled else []
        made.append(_side_by_side(parts, height, marks))
    return made


def _side_by_side(parts: Sequence[Slab], height: float, rules: list[Mark]) -> Slab:
    return Slab(
        height,
        (*(mark for part in parts for mark in part.marks), *rules),
        notes=tuple(note for part in parts for note in part.notes),
        areas=tuple(area for part in parts for area in part.areas),
        bookmarks=tuple(name for part in parts for name in part.bookmarks),
        outline=tuple(item for part in parts for item in part.outline),
    )


def _lowered(slab: Slab, depth: float) -> Slab:
    return replace(
        slab,
        marks=tuple(moved(mark, 0, -depth) for mark in slab.marks),
        areas=tuple(replace(area, top=area.top + depth) for area in slab.areas),
    )


def _box(left: float, top: float, width: float, height: float) -> list[Mark]:
    right, bottom = left + width, top - height
    return [
        RuleMark(ARTIFACT, left, top, right, top),
        RuleMark(ARTIFACT, right, top, right, bottom),
        RuleMark(ARTIFACT, left, bottom, right, bottom),
        RuleMark(ARTIFACT, left, top, left, bottom),
    ]
