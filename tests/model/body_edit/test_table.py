"""Table edits leave cells that tile the grid and lose no text they were not asked to remove."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.model.body import Cell, Paragraph, Span, Table, plain_text
from proceedings_editor.model.body_edit.grid import columns_of, tiles
from proceedings_editor.model.body_edit.table import (
    merged,
    new_table,
    place_of,
    sorted_by,
    split,
    with_column,
    with_header,
    with_row,
    without_columns,
    without_rows,
)
from proceedings_editor.model.walk import text_of
from tests.model.body_edit.letters import letters_of

STEPS = st.lists(st.tuples(st.integers(0, 7), *[st.integers(0, 5)] * 4), max_size=25)


def numbered(rows: int, columns: int) -> Table:
    cells = [[Cell((Paragraph((Span(f"{row}/{column}"),)),)) for column in range(columns)] for row in range(rows)]
    return Table(tuple(map(tuple, cells)), widths=tuple(range(1, columns + 1)))


def edited(table: Table, step: tuple[int, int, int, int, int]) -> tuple[Table, bool]:
    """Return the table after one edit, and whether that may lose text."""
    kind, a, b, c, d = step
    height, width = len(table.rows), columns_of(table)
    row, column, low, far = a % height, b % width, c % height, d % width
    match kind:
        case 0:
            return with_row(table, a % (height + 1)), False
        case 1:
            return with_column(table, b % (width + 1)), False
        case 2 | 3:
            return merged(table, (min(row, low), min(column, far)), (max(row, low), max(column, far))), False
        case 4 | 5:
            return split(table, row, column), False
        case 6:
            return without_rows(table, row, row) or table, True
        case _:
            return without_columns(table, column, column) or table, True


@given(st.integers(1, 5), st.integers(1, 4), STEPS)
def test_cells_tile_the_grid_after_every_edit(
    rows: int, columns: int, steps: list[tuple[int, int, int, int, int]]
) -> None:
    table = numbered(rows, columns)
    for step in steps:
        before = letters_of((table,))
        table, may_lose = edited(table, step)
        assert tiles(table)
        assert len(table.widths) == columns_of(table)
        assert may_lose or letters_of((table,)) == before


def column_of(table: Table, column: int) -> list[str]:
    return [" ".join(plain_text(text_of(block)) for block in row[column].blocks) for row in table.rows]


def table_with(*words: str, header_rows: int = 0) -> Table:
    return Table(tuple((Cell((Paragraph((Span(word),)),)),) for word in words), header_rows)


def test_rows_are_sorted_by_value_then_by_the_kazakh_alphabet_and_the_header_stays() -> None:
    table = table_with("Баған", "ә", "10,5", "в", "", "1 200", "−3", "а", "9 %", header_rows=1)
    assert column_of(sorted_by(table, 0), 0) == ["Баған", "−3", "9 %", "10,5", "1 200", "а", "ә", "в", ""]
    falling = ["Баған", "в", "ә", "а", "1 200", "10,5", "9 %", "−3", ""]
    assert column_of(sorted_by(table, 0, descending=True), 0) == falling


def test_rows_that_a_cell_holds_together_are_sorted_together() -> None:
    table = merged(numbered(3, 2), (0, 0), (1, 0))
    turned = sorted_by(table, 1, descending=True)
    assert [len(row) for row in turned.rows] == [2, 2, 1]
    assert column_of(Table(turned.rows[:2]), 1) == ["2/1", "0/1"]


@given(st.integers(1, 5), st.integers(1, 4), STEPS, st.integers(0, 9), st.booleans())
def test_sorting_keeps_every_cell_and_the_grid(
    rows: int, columns: int, steps: list[tuple[int, int, int, int, int]], column: int, descending: bool
) -> None:
    table = numbered(rows, columns)
    for step in steps:
        table, _ = edited(table, step)
    turned = sorted_by(table, column % columns_of(table), descending=descending)
    assert tiles(turned)
    assert sorted(map(repr, turned.rows)) == sorted(map(repr, table.rows))
    assert sorted_by(turned, column % columns_of(table), descending=descending) == turned


def test_a_new_table_names_its_columns_in_the_first_row() -> None:
    table = new_table(3, 2)
    assert (len(table.rows), columns_of(table), table.header_rows) == (3, 2, 1)


def test_a_row_inserted_through_a_joined_cell_makes_it_higher() -> None:
    table = with_row(merged(numbered(2, 2), (0, 0), (1, 0)), 1)
    assert table.rows[0][0].rows == 3
    assert [len(row) for row in table.rows] == [2, 1, 1]


def test_a_row_above_the_header_belongs_to_it() -> None:
    table = with_header(numbered(3, 2), 1)
    assert with_row(table, 0).header_rows == 2
    assert with_row(table, 1).header_rows == 1
    shorter = without_rows(table, 0, 0)
    assert shorter is not None
    assert shorter.header_rows == 0


def test_the_last_row_and_the_last_column_stay() -> None:
    assert without_rows(numbered(2, 2), 0, 1) is None
    assert without_columns(numbered(2, 2), 0, 1) is None


def test_splitting_parts_what_merging_joined() -> None:
    joined = merged(numbered(2, 2), (0, 0), (1, 1))
    assert [cell.blocks for row in split(joined, 1, 1).rows for cell in row][1:] == [(), (), ()]
    assert place_of(numbered(2, 2), 3) == (1, 1)
