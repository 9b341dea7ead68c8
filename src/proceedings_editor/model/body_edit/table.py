"""Tables: rows and columns in and out, joining and parting cells, header rows.

All functions want a table whose cells tile a grid (`grid.tiles`) and return one. Rows and columns count from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from proceedings_editor.language.alphabet import SortKey, sort_key
from proceedings_editor.model.body import Cell, Table, plain_text
from proceedings_editor.model.body_edit.grid import Anchor, anchors, columns_of
from proceedings_editor.model.walk import text_of, walk

_NUMBER: Final = re.compile(r"([-\u2212\u2013]?)\s?([0-9]{1,15}(?:\s[0-9]{3}){0,5}(?:[.,][0-9]{1,15})?)\s?%?")
"""A whole or decimal number as tables have it; thousands may stand apart."""


def new_table(rows: int, columns: int) -> Table:
    """Return an empty table whose first row names the columns."""
    return Table(tuple(tuple(Cell() for _ in range(columns)) for _ in range(rows)), header_rows=1 if rows > 1 else 0)


def with_row(table: Table, at: int) -> Table:
    """Insert an empty row before row `at` (behind the last one where `at` is their number)."""
    width, height = columns_of(table), len(table.rows)
    grown = [_shifted(anchor, at, down=True) for anchor in _anchors(table)]
    covered = {c for a in grown if a.row < at < a.row + a.cell.rows for c in range(a.column, a.column + a.cell.columns)}
    new = [Anchor(Cell(), at, column, 0) for column in range(width) if column not in covered]
    header = table.header_rows + 1 if at < table.header_rows else table.header_rows
    return replace(table, rows=_rows([*grown, *new], height + 1), header_rows=header)


def with_column(table: Table, at: int) -> Table:
    """Insert an empty column before column `at` (behind the last one where `at` is their number)."""
    height = len(table.rows)
    grown = [_shifted(anchor, at, down=False) for anchor in _anchors(table)]
    covered = {r for a in grown if a.column < at < a.column + a.cell.columns for r in range(a.row, a.row + a.cell.rows)}
    new = [Anchor(Cell(), row, at, 0) for row in range(height) if row not in covered]
    widths = table.widths
    if widths:
        mean = sum(widths) / len(widths)
        widths = (*widths[:at], mean, *widths[at:])
    return replace(table, rows=_rows([*grown, *new], height), widths=widths)


def without_rows(table: Table, first: int, last: int) -> Table | None:
    """Remove rows with their text; cells that reach beyond them are kept. None where no row would be left."""
    height, gone = len(table.rows), range(first, last + 1)
    if len(gone) >= height:
        return None
    kept = [found for anchor in _anchors(table) if (found := _shrunk(anchor, gone, down=True))]
    header = table.header_rows - sum(row < table.header_rows for row in gone)
    return replace(table, rows=_rows(kept, height - len(gone)), header_rows=header)


def without_columns(table: Table, first: int, last: int) -> Table | None:
    """Remove columns with their text; cells that reach beyond them are kept. None where no column would be left."""
    gone = range(first, last + 1)
    if len(gone) >= columns_of(table):
        return None
    kept = [found for anchor in _anchors(table) if (found := _shrunk(anchor, gone, down=False))]
    widths = tuple(width for column, width in enumerate(table.widths) if column not in gone)
    return replace(table, rows=_rows(kept, len(table.rows)), widths=widths)


def merged(table: Table, first: tuple[int, int], last: tuple[int, int]) -> Table:
    """Join the cells of a rectangle, grown so that it cuts no cell; their texts stand one below the other."""
    found = _anchors(table)
    top, left, bottom, right = _whole(found, (*first, *last))
    inside = [a for a in found if top <= a.row <= bottom and left <= a.column <= right]
    if len(inside) < 2:
        return table
    blocks = tuple(block for anchor in inside for block in anchor.cell.blocks)
    corner = inside[0].cell
    joined = replace(corner, blocks=blocks, columns=right - left + 1, rows=bottom - top + 1)
    rest = [anchor for anchor in found if anchor not in inside]
    return replace(table, rows=_rows([*rest, Anchor(joined, top, left, 0)], len(table.rows)))


def split(table: Table, row: int, column: int) -> Table:
    """Part the joined cell at a place into single ones; its text stays in the first."""
    found = _anchors(table)
    chosen = next(a for a in found if _covers(a, row, column))
    if chosen.cell.rows == chosen.cell.columns == 1:
        return table
    places = [
        (chosen.row + down, chosen.column + right)
        for down in range(chosen.cell.rows)
        for right in range(chosen.cell.columns)
    ]
    single = replace(chosen.cell, rows=1, columns=1)
    parts = [Anchor(single if place == places[0] else Cell(align=single.align), *place, 0) for place in places]
    rest = [anchor for anchor in found if anchor is not chosen]
    return replace(table, rows=_rows([*rest, *parts], len(table.rows)))


def with_header(table: Table, rows: int) -> Table:
    """Let the first `rows` rows name the columns."""
    return replace(table, header_rows=min(max(rows, 0), len(table.rows)))


def sorted_by(table: Table, column: int, *, descending: bool = False) -> Table:
    """Sort the rows below the header by a column: numbers by value, then words; rows with nothing there come last.

    Rows that a joined cell holds together stay together.
    """
    groups = _row_groups(table)
    first = next((n for n, rows in enumerate(groups) if rows.start >= table.header_rows), len(groups))
    texts = {group: _text_at(table, group.start, column) for group in groups[first:]}
    filled = sorted((group for group in texts if texts[group]), key=lambda g: _rank(texts[g]), reverse=descending)
    order = [*groups[:first], *filled, *(group for group in texts if not texts[group])]
    return replace(table, rows=tuple(table.rows[row] for group in order for row in group))


def place_of(table: Table, cell: int) -> tuple[int, int]:
    """Return row and column of the cell with this index."""
    found = _anchors(table)[cell]
    return found.row, found.column


# ------------------------------------------------------------------------------------------------------------- pieces


def _anchors(table: Table) -> tuple[Anchor, ...]:
    found = anchors(table)
    if found is None:
        raise ValueError("the cells do not tile a grid")
    return found


def _row_groups(table: Table) -> list[range]:
    """Return the rows in the least groups that no cell reaches out of."""
    groups: list[range] = []
    start = end = 0
    for row, cells in enumerate(table.rows):
        end = max(end, *(row + cell.rows for cell in cells), row + 1)
        if end == row + 1:
            groups.append(range(start, end))
            start = end
    return groups


def _text_at(table: Table, row: int, column: int) -> str:
    cell = next(anchor.cell for anchor in _anchors(table) if _covers(anchor, row, column))
    return " ".join(plain_text(text_of(block)) for _, block in walk(cell.blocks)).strip()


def _rank(words: str) -> tuple[int, float, SortKey]:
    number = _NUMBER.fullmatch(words)
    if number is None:
        return 1, 0, sort_key(words)
    digits = re.sub(r"\s", "", number[2]).replace(",", ".")
    return 0, float(digits) * (-1 if number[1] else 1), sort_key("")


def _covers(anchor: Anchor, row: int, column: int) -> bool:
    cell = anchor.cell
    return anchor.row <= row < anchor.row + cell.rows and anchor.column <= column < anchor.column + cell.columns


def _shifted(anchor: Anchor, at: int, *, down: bool) -> Anchor:
    start, length = (anchor.row, anchor.cell.rows) if down else (anchor.column, anchor.cell.columns)
    if start >= at:
        return _placed(anchor, start + 1, length, down=down)
    return _placed(anchor, start, length + 1, down=down) if start + length > at else anchor


def _shrunk(anchor: Anchor, gone: range, *, down: bool) -> Anchor | None:
    start, length = (anchor.row, anchor.cell.rows) if down else (anchor.column, anchor.cell.columns)
    left = [place for place in range(start, start + length) if place not in gone]
    if not left:
        return None
    before = sum(place < left[0] for place in gone)
    return _placed(anchor, left[0] - before, len(left), down=down)


def _placed(anchor: Anchor, start: int, length: int, *, down: bool) -> Anchor:
    if down:
        return replace(anchor, row=start, cell=replace(anchor.cell, rows=length))
    return replace(anchor, column=start, cell=replace(anchor.cell, columns=length))


def _whole(found: Iterable[Anchor], box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Grow a rectangle (top, left, bottom, right) until it cuts no cell."""
    top, left, bottom, right = box
    while True:
        grown = (top, left, bottom, right)
        for a in found:
            low, far = a.row + a.cell.rows - 1, a.column + a.cell.columns - 1
            if a.row <= bottom and low >= top and a.column <= right and far >= left:
                top, left, bottom, right = min(top, a.row), min(left, a.column), max(bottom, low), max(right, far)
        if grown == (top, left, bottom, right):
            return grown


def _rows(found: Iterable[Anchor], height: int) -> tuple[tuple[Cell, ...], ...]:
    rows: list[list[Anchor]] = [[] for _ in range(height)]
    for anchor in found:
        rows[anchor.row].append(anchor)
    return tuple(tuple(a.cell for a in sorted(row, key=lambda a: a.column)) for row in rows)
