from __future__ import annotations

import time

import pytest

from proceedings_editor.exporters.composition.element import CellElement, Element, TableElement, Words
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.exporters.pdf.layout.grid import BESIDE
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout, RuleMark
from proceedings_editor.model.place import Place
from tests.exporters.pdf.layout.sample import (
    A4,
    COLUMN,
    MARGIN,
    SENTENCE,
    artifacts,
    cell,
    composed,
    note,
    paragraph,
    role_of,
    table,
    texts,
)


def _rules(layout: Layout, page: int = 0) -> list[RuleMark]:
    return [mark for mark in layout.pages[page].marks if isinstance(mark, RuleMark)]


def _words(layout: Layout) -> list[str]:
    return "".join(f"{mark.text} " for mark in texts(layout)).split()


def _roles(layout: Layout) -> list[str]:
    return [node.role for node in layout.nodes]


# ------------------------------------------------------------------------------------------------ over pages


def test_a_table_of_two_hundred_rows_repeats_its_header_and_is_read_once() -> None:
    head = [cell("Бағана", header="column"), cell("Мән", header="column")]
    layout = lay_out(
        composed(table([head, *([cell(f"қатар{n}"), cell(str(n))] for n in range(200))], 2, header_rows=1))
    )
    assert len(layout.pages) > 3
    assert _words(layout).count("Бағана") == 1
    assert _words(layout) == ["Бағана", "Мән", *(word for n in range(200) for word in (f"қатар{n}", str(n)))]
    for page in range(1, len(layout.pages)):
        repeated = [mark for mark in artifacts(layout, page) if mark.text == "Бағана"]
        assert [mark.node for mark in repeated] == [ARTIFACT]
        assert repeated[0].y > texts(layout, page)[0].y
    assert _roles(layout).count("THead") == _roles(layout).count("TBody") == 1
    assert _roles(layout).count("TR") == 201


def test_a_head_as_high_as_the_page_is_not_repeated() -> None:
    head = [cell(SENTENCE * 60, header="column")]
    layout = lay_out(composed(table([head, *([cell("мән")] for _ in range(80))], 1, header_rows=1)))
    assert (
        sum(mark.text.startswith("Жазық") for page in range(len(layout.pages)) for mark in artifacts(layout, page)) == 0
    )


def test_a_row_taller_than_a_page_goes_over_pages() -> None:
    layout = lay_out(composed(table([[cell(SENTENCE * 200), cell("қысқа")]], 2)))
    assert len(layout.pages) >= 3
    assert "".join(m.text for m in texts(layout) if "қысқа" not in m.text).split() == (SENTENCE * 200).split()
    assert "қысқа" in {mark.text for mark in texts(layout, 0)}


def test_a_long_row_begins_where_the_page_has_room_for_it() -> None:
    layout = lay_out(composed(paragraph(SENTENCE * 45), table([[cell(SENTENCE * 30)]], 1)))
    assert any(role_of(layout, mark.node, "TD") >= 0 for mark in texts(layout, 0))
    assert any(role_of(layout, mark.node, "TD") >= 0 for mark in texts(layout, 1))


def test_rows_that_a_cell_holds_together_stay_together() -> None:
    before = paragraph(SENTENCE * 53)
    rows = [[cell("біріктірілген", rows=3), cell("бір")], [cell("екі")], [cell("үш")]]
    layout = lay_out(composed(before, table(rows, 2)))
    pages = {mark.text: page for page in range(len(layout.pages)) for mark in texts(layout, page)}
    assert pages["бір"] == pages["екі"] == pages["үш"] == pages["біріктірілген"]


def test_rows_held_together_beyond_a_page_are_cut_between_rows() -> None:
    rows = [[cell("біріктірілген", rows=120), cell("0")], *([cell(str(n))] for n in range(1, 120))]
    layout = lay_out(composed(table(rows, 2)))
    assert len(layout.pages) >= 3
    assert _words(layout) == ["біріктірілген", *map(str, range(120))]


def test_the_words_of_a_cell_over_many_rows_continue_beside_them() -> None:
    rows = [[cell(SENTENCE * 120, rows=4), cell("0")], *([cell(str(n))] for n in range(1, 4))]
    layout = lay_out(composed(table(rows, 2)))
    assert len(layout.pages) >= 2
    held = [m.text for m in texts(layout) if not m.text.strip().isdigit()]
    assert "".join(held).split() == (SENTENCE * 120).split()


def test_thousands_of_rows_end_quickly() -> None:
    begin = time.process_time()
    layout = lay_out(composed(table([[cell(str(n)), cell("мән")] for n in range(4_000)], 2)))
    assert time.process_time() - begin < 15
    assert [word for word in _words(layout) if word != "мән"] == [str(n) for n in range(4_000)]


def test_no_row_is_left_alone_on_the_last_page() -> None:
    for lines in range(30, 50):
        layout = lay_out(
            composed(*(paragraph("жол") for _ in range(lines)), table([[cell(f"қ{n}")] for n in range(5)], 1))
        )
        last = [mark for mark in texts(layout, len(layout.pages) - 1) if mark.text.startswith("қ")]
        assert len(last) != 1


def test_a_caption_stays_with_the_first_row() -> None:
    for lines in range(45, 54):
        captioned = table([[cell("мән")]] * 3, 1, caption=paragraph("1-кесте"))
        layout = lay_out(composed(*(paragraph("жол") for _ in range(lines)), captioned))
        pages = [{mark.text for mark in texts(layout, page)} for page in range(len(layout.pages))]
        assert any({"1-кесте", "мән"} <= found for found in pages)


# ------------------------------------------------------------------------------------------------- the grid


def test_cells_stand_in_their_columns_and_spans_cover_several() -> None:
    rows = [[cell("кең", columns=2), cell("в")], [cell("г"), cell("д"), cell("е")]]
    layout = lay_out(composed(TableElement(tuple(map(tuple, rows)), (0.2, 0.3, 0.5))))
    places = {mark.text: mark.x for mark in texts(layout)}
    assert places["кең"] == places["г"] == pytest.approx(MARGIN + BESIDE)
    assert places["д"] == pytest.approx(MARGIN + 0.2 * COLUMN + BESIDE)
    assert places["в"] == places["е"] == pytest.approx(MARGIN + 0.5 * COLUMN + BESIDE)


def test_lines_around_the_cells_are_drawn_once_and_mean_nothing() -> None:
    rules = _rules(lay_out(composed(table([[cell("а"), cell("б")], [cell("в"), cell("г")]], 2))))
    assert {rule.node for rule in rules} == {ARTIFACT}
    assert sorted((rule.y == rule.y2, round(rule.x)) for rule in rules) == [
        (False, round(MARGIN)),
        (False, round(A4[0] / 2)),
        (False, round(A4[0] - MARGIN)),
        *[(True, round(MARGIN))] * 3,
    ]


def test_a_table_without_rules_draws_none() -> None:
    assert _rules(lay_out(composed(table([[cell("а"), cell("б")]], 2, ruled=False)))) == []


def test_header_cells_name_their_row_or_column_and_spans_are_told() -> None:
    rows = [[cell("Б", header="column", columns=2)], [cell("Қ", header="row", rows=2), cell("1")], [cell("2")]]
    layout = lay_out(composed(table(rows, 2, header_rows=1, summary="Деңгейлер")))
    heads = [node for node in layout.nodes if node.role == "TH"]
    assert [(node.scope, node.columns, node.rows) for node in heads] == [("Column", 2, 1), ("Row", 1, 2)]
    assert next(node.summary for node in layout.nodes if node.role == "Table") == "Деңгейлер"


def test_a_table_without_head_has_rows_alone() -> None:
    layout = lay_out(composed(table([[cell("а")]], 1)))
    assert _roles(layout) == ["Document", "Sect", "Table", "TR", "TD", "P"]


@pytest.mark.parametrize("widths", [(), (0.0, 0.0), (float("nan"), 1.0), (1e-9, 1.0), (-1.0, 2.0), (1.0,)])
def test_widths_that_say_nothing_leave_every_cell_some_room(widths: tuple[float, ...]) -> None:
    layout = lay_out(composed(TableElement(((cell("сол"), cell("оң")),), widths)))
    marks = texts(layout)
    assert "".join(mark.text for mark in marks) == "солоң"
    assert all(MARGIN <= mark.x < A4[0] - MARGIN for mark in marks)


def test_more_columns_than_fit_stay_on_the_page() -> None:
    layout = lay_out(composed(table([[cell(f"{n}") for n in range(60)]], 60)))
    assert max(mark.x + mark.width for mark in texts(layout)) < A4[0]
    assert "".join(mark.text for mark in texts(layout)) == "".join(map(str, range(60)))


def test_tables_without_rows_or_cells_are_nothing() -> None:
    empty: tuple[Element, ...] = (TableElement((), ()), TableElement(((), ()), (0.5, 0.5)))
    layout = lay_out(composed(*empty, paragraph("соңы")))
    assert _words(layout) == ["соңы"]


def test_a_table_inside_a_cell_is_a_table() -> None:
    inner = CellElement((table([[cell("ішкі"), cell("тор")]], 2),))
    layout = lay_out(composed(table([[inner, cell("сыртқы")]], 2)))
    assert _roles(layout).count("Table") == 2
    assert _words(layout) == ["ішкі", "тор", "сыртқы"]


def test_a_table_inside_a_cell_is_cut_with_it() -> None:
    inner = CellElement((table([[cell(SENTENCE)] for _ in range(150)], 1),))
    layout = lay_out(composed(table([[inner]], 1)))
    assert len(layout.pages) > 3
    assert "".join(mark.text for mark in texts(layout)).split() == (SENTENCE * 150).replace(" Ж", "Ж").split()


def test_notes_in_cells_stand_at_the_foot_of_the_page_of_their_part() -> None:
    noted = CellElement((paragraph((Words(SENTENCE * 70), note(1, "ескерту мәтіні"))),))
    layout = lay_out(composed(table([[noted, cell("қысқа")]], 2)))
    page = next(page for page in range(len(layout.pages)) if any("ескерту" in m.text for m in texts(layout, page)))
    marks = [m for m in texts(layout, page) if role_of(layout, m.node, "Reference") >= 0]
    assert page > 0
    assert len(marks) == 1


def test_rows_are_spots_of_the_table() -> None:
    element = table([[cell("а")], [cell("б")]], 1, source=Place(block=(4,)))
    spots = [spot for spot in lay_out(composed(element)).spots if spot.source == Place(block=(4,))]
    assert len(spots) == 2
    assert spots[0].width == pytest.approx(COLUMN)
    assert spots[0].y == pytest.approx(spots[1].y + spots[1].height)


def test_a_row_without_words_is_as_high_as_a_line_so_that_it_can_be_filled_in() -> None:
    empty = CellElement(())
    layout = lay_out(composed(table([[cell("жоғары"), empty], [empty, empty], [cell("төмен"), empty]], 2)))
    above, below = (mark.y for mark in texts(layout))
    plain = lay_out(composed(table([[cell("жоғары"), empty], [cell("төмен"), empty]], 2)))
    first, second = (mark.y for mark in texts(plain))
    assert above - below >= 1.8 * (first - second)
