"""Tables: whatever spans HTML gives, the cells of the table tile its grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from proceedings_editor.model.body import Alignment, Block, Cell, Paragraph, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDEST: Final = 200
_MOST: Final = 20_000
"""Places of a table; more is no table of an article."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, and whether it names the columns."""

    cells: tuple[Cell, ...]
    is_header: bool


def rows_in(table: _Element) -> Iterator[_Element]:
    """Yield the rows of a table itself, in the order they are shown."""
    for part in ("thead", "", "tbody", "tfoot"):
        for home in table.iterchildren(*((part,) if part else ("tr",))):
            yield from home.iterchildren("tr") if part else (home,)


def span_of(node: _Element, name: str) -> int:
    """Return a span an element gives; 1 for none that makes sense."""
    said = (node.get(name) or "").strip()
    return min(max(int(said), 1), _WIDEST) if said.isascii() and said.isdecimal() and len(said) < 6 else 1


def table_of(rows: Sequence[Row]) -> Table | None:
    """Return a table; spans that overlap or stick out are cut, missing cells are added. None for no cell."""
    placed: list[list[tuple[int, Cell]]] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        here: list[tuple[int, Cell]] = []
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            if column >= _WIDEST or len(taken) > _MOST:
                break
            fitted = _fitted(cell, number, column, len(rows), taken)
            taken |= {(number + r, column + c) for r in range(fitted.rows) for c in range(fitted.columns)}
            here.append((column, fitted))
            column += fitted.columns
        placed.append(here)
    width = max((column + 1 for _, column in taken), default=0)
    for number, here in enumerate(placed):
        here += [(column, Cell()) for column in range(width) if (number, column) not in taken]
    cells = tuple(tuple(cell for _, cell in sorted(here, key=lambda pair: pair[0])) for here in placed)
    header = next((n for n, row in enumerate(rows) if not row.is_header), len(rows))
    return Table(cells, header_rows=header if header < len(rows) else 0) if width else None


def _fitted(cell: Cell, row: int, column: int, height: int, taken: set[tuple[int, int]]) -> Cell:
    columns = 1
    while columns < cell.columns and column + columns < _WIDEST and (row, column + columns) not in taken:
        columns += 1
    rows = min(cell.rows, height - row, max(_MOST // columns, 1))
    while rows > 1 and any((row + r, column + c) in taken for r in range(rows) for c in range(columns)):
        rows -= 1
    return replace(cell, columns=columns, rows=rows)


def aligned(cell: Cell) -> Cell:
    """Return a cell that itself is aligned where all its paragraphs are."""
    found: set[Alignment] = {block.align for block in cell.blocks if isinstance(block, Paragraph)}
    if len(found) != 1 or "" in found:
        return cell
    plain: tuple[Block, ...] = tuple(
        replace(block, align="") if isinstance(block, Paragraph) else block for block in cell.blocks
    )
    return replace(cell, blocks=plain, align=found.pop())
