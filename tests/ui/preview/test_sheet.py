"""How pages lie in the view, whatever their sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.ui.preview.sheet import GAP, START, ZOOMS, Fit, next_zoom, scale_of, spread, top_of

LENGTH = st.floats(50, 3000)
SIZES = st.lists(st.tuples(LENGTH, LENGTH), min_size=1, max_size=12)
VIEW = st.tuples(st.integers(1, 3000), st.integers(1, 3000))


@given(SIZES, VIEW, st.floats(0.2, 6))
def test_pages_lie_below_each_other_in_the_middle(
    sizes: list[tuple[float, float]], view: tuple[int, int], scale: float
) -> None:
    sheets = spread(sizes, view, scale)
    assert [sheet.page for sheet in sheets.sheets] == list(range(len(sizes)))
    for before, after in zip(sheets.sheets, sheets.sheets[1:], strict=False):
        assert after.y - before.bottom == pytest.approx(GAP)
    for sheet in sheets.sheets:
        assert sheet.x + sheet.width / 2 == pytest.approx(sheets.width / 2)
        assert sheet.x >= GAP - 0.001
    assert sheets.height == pytest.approx(sheets.sheets[-1].bottom + GAP)


@given(SIZES, VIEW, st.floats(0.2, 6), st.floats(0, 1))
def test_a_scroll_place_leads_back_to_its_height(
    sizes: list[tuple[float, float]], view: tuple[int, int], scale: float, part: float
) -> None:
    sheets = spread(sizes, view, scale)
    for sheet in sheets.sheets:
        assert top_of(sheets, (sheet.page, part)) == round(sheet.y + part * sheet.height)
    assert top_of(sheets, START) == 0
    assert top_of(sheets, (len(sizes) + 5, 0)) == round(sheets.sheets[-1].y)


@given(SIZES, VIEW)
def test_fitted_pages_fit(sizes: list[tuple[float, float]], view: tuple[int, int]) -> None:
    fits: tuple[Fit, ...] = ("width", "page")
    for fit in fits:
        scale = scale_of(fit, 1, sizes, view, 1)
        assert ZOOMS[0] <= scale <= ZOOMS[-1]
        if scale > ZOOMS[0]:
            assert max(width for width, _ in sizes) * scale <= view[0] - 2 * GAP + 0.001
            assert fit == "width" or max(height for _, height in sizes) * scale <= view[1] - 2 * GAP + 0.001


@given(SIZES, VIEW, st.floats(0.2, 6), st.floats(0, 40_000), st.floats(1, 3000))
def test_what_shows_is_what_lies_between(
    sizes: list[tuple[float, float]], view: tuple[int, int], scale: float, top: float, height: float
) -> None:
    sheets = spread(sizes, view, scale)
    shown = sheets.between(top, top + height)
    for sheet in sheets.sheets:
        assert (sheet in shown) == (sheet.bottom > top and sheet.y < top + height)


def test_zoom_goes_up_and_down_the_ladder_and_stops_at_its_ends() -> None:
    zoom = ZOOMS[0]
    climbed = [zoom]
    while (zoom := next_zoom(zoom, 1)) != climbed[-1]:
        climbed.append(zoom)
    assert tuple(climbed) == ZOOMS
    assert next_zoom(0.6, 1) == 0.67 and next_zoom(0.6, -1) == 0.5
    assert next_zoom(1.0, 3) == 1.5 and next_zoom(1.0, -99) == ZOOMS[0] and next_zoom(99, 5) == ZOOMS[-1]


def test_without_pages_there_is_an_empty_view() -> None:
    sheets = spread((), (300, 400), 1)
    assert sheets.sheets == () and (sheets.width, sheets.height) == (300, 400)
    assert sheets.current(0, 400) == 0 and sheets.at(5, 5) is None
