"""Tables: cells find their places in the grid, rows become slugs, the head is repeated on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

from proceedings_editor.exporters.composition.element import CellElement, TableElement
from proceedings_editor.exporters.pdf.layout.column import Column
from proceedings_editor.exporters.pdf.layout.grid import BESIDE, Cell, make_grid
from proceedings_editor.exporters.pdf.layout.sheet import Anchor
from proceedings_editor.exporters.pdf.layout.slug import TOGETHER, WHOLE, Blank, Slug, Stack, anchored

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.layout.flow import Flow

_GAP: Final = 6.0
"""Points between a table and what stands around it, where no caption's own space does."""
_HEAD_SHARE: Final = 0.4
"""Of a page: a higher head is not repeated."""
_PICTURE_SHARE: Final = 0.55
"""Of a page, that a picture in a cell takes at most: below a repeated head it still has room."""
_EMPTY_ROW: Final = 13.8
"""Points of a row without words, as high as a line of 12 points: it is there to be filled in, and Word shows it so."""
_NARROWEST: Final = 16.0
_COMPANY: Final = 2
_LOW: Final = 60.0
"""Points of a row that is rather moved than left alone."""
_PADDING_SHARE: Final = 0.2
"""Of a cell: padding takes no more on either side."""


class _Placed(NamedTuple):
    """A cell with its place and size in the grid."""

    cell: CellElement
    row: int
    column: int
    columns: int
    rows: int


def set_table(flow: Flow, element: TableElement, column: Column, node: int) -> list[Slug]:
    """Return the slugs of a table, its caption above it."""
    own = flow.tree.table(node, element.summary)
    caption = flow.caption(element.caption, column, own) if element.caption else []
    rows = _rows(flow, element, column, own)
    if rows:
        rows[0].before = 0.0 if caption else _GAP
        rows[-1].after = _GAP
    for slug in caption if rows else ():
        slug.tie = WHOLE
    return anchored([*caption, *rows], Anchor(element.bookmark))


def _rows(flow: Flow, element: TableElement, column: Column, node: int) -> list[Slug]:
    placed = list(_in_places(element))
    count = len(element.rows)
    blocks = list(_blocks(placed, count))
    cells = _cells(flow, element, placed, blocks, column, node)
    source = element.source if element.source.field or element.source.block else None
    made: list[Slug] = []
    for (first, stop), inside in zip(blocks, cells, strict=True):
        made.append(make_grid(inside, stop - first, ruled=element.ruled, source=source))
    head_rows = _head_rows(element)
    head = next((index for index, (_, stop) in enumerate(blocks) if stop > head_rows), len(blocks))
    _repeat_head(made[:head], made[head:], column.height * _HEAD_SHARE)
    _keep_company(made[head:])
    return made


def _head_rows(element: TableElement) -> int:
    return max(min(element.header_rows, len(element.rows) - 1), 0)


def _repeat_head(head: Sequence[Slug], rows: Sequence[Slug], most: float) -> None:
    """Keep the head with the first row below it and let the others repeat it, if it is no higher than `most`."""
    for slug in head:
        slug.tie = WHOLE
    if sum(slug.height for slug in head) <= most:
        for slug in rows:
            slug.header = tuple(head)


def _keep_company(rows: Sequence[Slug]) -> None:
    """Leave neither the first nor the last row alone on a page, if they are as low as most rows are."""
    if len(rows) > _COMPANY:
        for slug in (rows[0], rows[-2]):
            slug.tie = TOGETHER if slug.height <= _LOW else slug.tie


def _cells(
    flow: Flow,
    element: TableElement,
    placed: Sequence[_Placed],
    blocks: Sequence[tuple[int, int]],
    column: Column,
    node: int,
) -> list[list[Cell]]:
    """Lay the cells out, block by block, and add their structure elements."""
    edges = _edges(element.widths, max([one.column + one.columns for one in placed], default=0), column)
    groups: list[list[_Placed]] = [[] for _ in element.rows]
    for one in placed:
        groups[one.row].append(one)
    head_rows = _head_rows(element)
    above = flow.tree.add("THead", node) if head_rows else node
    made: list[list[Cell]] = []
    for first, stop in blocks:
        inside: list[Cell] = []
        for row in range(first, stop):
            if head_rows and row == head_rows:
                above = flow.tree.add("TBody", node)
            own = flow.tree.add("TR", above)
            is_empty = not any(one.cell.elements for one in groups[row])
            inside += [_cell(flow, one, first, edges, column, own, is_alone=is_empty) for one in groups[row]]
        made.append(inside)
    return made


def _cell(
    flow: Flow, placed: _Placed, first: int, edges: Sequence[float], column: Column, node: int, *, is_alone: bool
) -> Cell:
    own = flow.tree.cell(node, placed.cell, placed.columns, placed.rows)
    left, right = edges[placed.column], edges[placed.column + placed.columns]
    padding = min(BESIDE, (right - left) * _PADDING_SHARE)
    inside = Column(left + padding, right - padding, column.height * _PICTURE_SHARE)
    slugs = flow.slugs(placed.cell.elements, inside, own)
    if not slugs and is_alone:
        slugs = [Blank(height=_EMPTY_ROW)]
    return Cell(placed.row - first, placed.rows, left, right, Stack(slugs), 0, len(slugs))


def _in_places(element: TableElement) -> Iterator[_Placed]:
    """Put each cell into the first free column of its row, as HTML and Word do."""
    free_from: dict[int, int] = {}  # column -> first row it is free in
    for row, cells in enumerate(element.rows):
        column = 0
        for cell in cells:
            while free_from.get(column, 0) > row:
                column += 1
            columns = min(max(cell.columns, 1), max(len(element.widths) - column, 1))
            rows = min(max(cell.rows, 1), len(element.rows) - row)
            yield _Placed(cell, row, column, columns, rows)
            free_from |= dict.fromkeys(range(column, column + columns), row + rows)
            column += columns


def _blocks(placed: Sequence[_Placed], count: int) -> Iterator[tuple[int, int]]:
    """Yield first and last (exclusive) of the rows between which no cell reaches over."""
    ends = list(range(1, count + 1))
    for one in placed:
        ends[one.row] = max(ends[one.row], one.row + one.rows)
    first = stop = 0
    for row, end in enumerate(ends):
        stop = max(stop, end)
        if stop == row + 1:
            yield first, stop
            first = stop


def _edges(widths: Sequence[float], count: int, column: Column) -> list[float]:
    """Return the sides of the grid's columns; shares that say nothing become equal, a letter has room in each."""
    count = max(count, len(widths), 1)
    shares = [share if 0 < share < inf else 0.0 for share in (*widths, *repeat(0.0, count - len(widths)))]
    total = sum(shares)
    if not total or not all(shares):
        mean = total / count or 1.0
        shares = [share or mean for share in shares]
        total = sum(shares)
    least = min(_NARROWEST, column.width / count)
    room = column.width
    sizes = [share / total * room for share in shares]
    if min(sizes) < least:
        sizes = [least + share / total * (room - least * count) for share in shares]
    return list(accumulate(sizes, initial=column.left))
