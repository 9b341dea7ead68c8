from __future__ import annotations

import pytest

from proceedings_editor.exporters.composition.grid import Grid, header_of, repeated_rows, tiled, widths_of
from proceedings_editor.model.body import Cell, Figure
from tests.exporters.composition.sample import cell


def _drawn(grid: Grid) -> list[str]:
    """Draw the grid with the first letter of each cell in every place it covers, "." for one without words."""
    places = [["?"] * grid.columns for _ in grid.rows]
    for row, cells in enumerate(grid.rows):
        for one in cells:
            letter = one.cell.blocks[0].text[0].text[0] if one.cell.blocks else "."
            for below in range(row, row + one.rows):
                for column in range(one.column, one.column + one.columns):
                    places[below][column] = letter
    return ["".join(row) for row in places]


def test_cells_that_tile_stay_as_they_are() -> None:
    rows = ((cell("a", 2), cell("b", 1, 2)), (cell("c"), cell("d")))
    assert _drawn(tiled(rows)) == ["aab", "cdb"]


def test_short_rows_are_filled() -> None:
    assert _drawn(tiled(((cell("a"), cell("b"), cell("c")), (cell("d"),), ()))) == ["abc", "d..", "..."]


def test_a_cell_over_another_moves_or_becomes_narrower() -> None:
    assert _drawn(tiled(((cell("a"), cell("b", 1, 2)), (cell("c", 2), cell("d"))))) == ["ab.", "cbd"]


def test_a_cell_below_the_last_row_becomes_lower() -> None:
    assert _drawn(tiled(((cell("a", 1, 9), cell("b")), (cell("c"),)))) == ["ab", "ac"]


def test_a_cell_that_claims_everything_takes_the_columns_there_are() -> None:
    assert _drawn(tiled(((cell("a", 10**9),), (cell("b"), cell("c"))))) == ["aa", "bc"]
    assert _drawn(tiled(((cell("a", -3, 0),),))) == ["a"]


def test_blocks_keep_their_place_among_the_tables_children() -> None:
    grid = tiled(((cell("a"), cell("")), (cell("b"), cell("c"))))
    assert [[one.first_block for one in row] for row in grid.rows] == [[0, 1], [1, 2]]


@pytest.mark.parametrize(("wanted", "repeated"), [(0, 0), (1, 2), (2, 2), (3, 0), (9, 0), (-1, 0)])
def test_header_rows_reach_as_far_as_their_cells_and_never_over_the_whole_table(wanted: int, repeated: int) -> None:
    grid = tiled(((cell("a", 1, 2), cell("b")), (cell("c"),), (cell("d"), cell("e"))))
    assert repeated_rows(grid, wanted) == repeated


def test_every_table_has_a_header_cell() -> None:
    two, one = tiled(((cell("a"),), (cell("b"),))), tiled(((cell("a"), cell("b")),))
    assert header_of(two.rows[0][0], 0, two, 0) == "column"
    assert header_of(two.rows[1][0], 1, two, 0) == ""
    assert [header_of(place, 0, one, 0) for place in one.rows[0]] == ["row", ""]
    assert [header_of(place, 0, one, 1) for place in one.rows[0]] == ["column", "column"]


def test_given_widths_are_shares_of_the_columns() -> None:
    grid = tiled(((cell("a"), cell("b"), cell("c")),))
    assert widths_of((1, 2, 1), grid) == (0.25, 0.5, 0.25)
    joined = tiled(((cell("a", 2), cell("b")),))
    assert widths_of((1, 2, 1), joined) == (0.75, 0.25)


@pytest.mark.parametrize("given", [(), (1, 2), (1, 0, 1), (1, -1, 1), (1, float("nan"), 1), (1, float("inf"), 1)])
def test_widths_that_do_not_fit_are_found_from_the_contents(given: tuple[float, ...]) -> None:
    grid = tiled(((cell("a"), cell("жұлдыз жарығының қашықтығы"), cell("c")),))
    narrow, wide, other = widths_of(given, grid)
    assert narrow == other < wide
    assert abs(narrow + wide + other - 1) < 1e-9


def test_a_long_text_leaves_room_for_the_longest_word_beside_it() -> None:
    long = cell("ұзақ сөйлем " * 100)
    word, text = widths_of((), tiled(((cell("фотосинтездеуші"), long),)))
    assert 0.15 < word < text


def test_pictures_need_room_too() -> None:
    picture, text = widths_of((), tiled(((Cell((Figure("a.png"),)), cell("аз")),)))
    assert picture > text
