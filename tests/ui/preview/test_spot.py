"""From points to places and back."""

from __future__ import annotations

from proceedings_editor.exporters.pdf.placed import Spot
from proceedings_editor.model.place import Place
from proceedings_editor.ui.preview.spot import SpotMap, nearest_spot


def line(y: float, source: Place, page: int = 0, x: float = 50, width: float = 400) -> Spot:
    return Spot("a", page, x, y, width, 12, source)


FIRST = line(700, Place(block=(0,), start=0, end=40))
SECOND = line(686, Place(block=(0,), start=40, end=70), width=200)
TITLE = line(760, Place(field="title.kk", start=0, end=9), x=200, width=100)
AUTHOR = line(740, Place(field="authors.0.line.kk", start=0, end=9))
CELL_LEFT = line(600, Place(block=(1, 0), start=0, end=5), x=50, width=150)
CELL_RIGHT = line(600, Place(block=(1, 1), start=0, end=5), x=250, width=150)
OVER = line(700, Place(block=(2,), start=0, end=40), page=1)
SPOTS = (TITLE, AUTHOR, FIRST, SECOND, CELL_LEFT, CELL_RIGHT, OVER)


def test_a_click_finds_the_line_under_it_or_the_nearest() -> None:
    assert nearest_spot(SPOTS, 0, 100, 705) is FIRST
    assert nearest_spot(SPOTS, 0, 440, 690) is SECOND  # right of a short last line
    assert nearest_spot(SPOTS, 0, 20, 765) is TITLE
    assert nearest_spot(SPOTS, 0, 300, 20) is CELL_RIGHT
    assert nearest_spot(SPOTS, 1, 300, 20) is OVER
    assert nearest_spot(SPOTS, 2, 300, 20) is None


def test_a_block_gives_all_its_lines_and_a_stretch_the_lines_it_touches() -> None:
    assert SpotMap(SPOTS).of(Place(block=(0,))) == (FIRST, SECOND)
    assert SpotMap(SPOTS).of(Place(block=(0,), start=50, end=55)) == (SECOND,)
    assert SpotMap(SPOTS).of(Place(block=(0,), start=39, end=41)) == (FIRST, SECOND)
    assert SpotMap(SPOTS).of(Place(block=(0,), start=40, end=40)) == (SECOND,)


def test_a_cursor_at_the_very_end_is_on_the_last_line() -> None:
    assert SpotMap(SPOTS).of(Place(block=(0,), start=70, end=70)) == (SECOND,)


def test_an_outer_block_gives_what_is_inside_and_an_inner_one_what_is_around() -> None:
    assert SpotMap(SPOTS).of(Place(block=(1,))) == (CELL_LEFT, CELL_RIGHT)
    assert SpotMap(SPOTS).of(Place(block=(2, 4, 1))) == (OVER,)


def test_a_field_that_is_not_printed_leads_to_what_is_printed_of_it() -> None:
    assert SpotMap(SPOTS).of(Place(field="authors.0.surname")) == (AUTHOR,)
    assert SpotMap(SPOTS).of(Place(field="title.en")) == (TITLE,)
    assert SpotMap(SPOTS).of(Place(field="doi")) == ()
    assert SpotMap(()).of(Place(block=(0,))) == ()
