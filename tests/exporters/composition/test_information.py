from __future__ import annotations

from dataclasses import replace

from proceedings_editor.exporters.composition.element import TableElement, TextElement
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Author, Supervisor
from tests.exporters.composition.sample import AUTHOR, ENTRY, SECOND, composed, conference
from tests.exporters.composition.tree import only, part, said, styled


def _table(entry: Entry = ENTRY) -> TableElement:
    return only(part(composed(entry), "information"), TableElement)[0]


def _rows(entry: Entry = ENTRY) -> dict[str, list[str]]:
    return {said(label.elements[0]): [said(line) for line in value.elements] for label, value in _table(entry).rows}


def test_the_page_has_top_heading_heading_table_and_note() -> None:
    elements = part(composed(), "information")
    versions = conference().information.top_heading
    assert styled(elements, "top_heading") == [f"{versions.kk} / {versions.ru} / {versions.en}"]
    assert [type(one).__name__ for one in elements] == ["TextElement", "TextElement", "TableElement", "TextElement"]
    assert [one.level for one in only(elements, TextElement)] == [0, 1, 0]


def test_all_rows_stand_in_the_templates_order_with_their_facts() -> None:
    rows = _rows()
    assert len(rows) == len(conference().information.rows) == 13
    assert rows["Сборник"] == ["«Степь и звезда». Сборник материалов международной конференции молодых учёных"]
    assert rows["Өткізілген күні"] == ["3–4 қазан 2024, Көксеңгір"]
    assert rows["Жинақтағы жариялану №"] == ["007"]
    assert rows["Жинақтағы беттері"] == ["12–15"]
    assert rows["ӘОЖ/УДК/UDC"] == ["52-1; 523.4"]
    assert rows["Секция"] == ["IV.II. Жұлдызды аспан / Звёздное небо"]


def test_several_persons_stand_one_per_line() -> None:
    rows = _rows()
    assert rows["Автор(лар)"] == ["Төлегенова Ұлжан Ғабитқызы", "Қараев Ерлан Іңкәрұлы", "Әшім Һ."]
    assert rows["Мәртебесі"] == ["Студент", "Докторант", "Студент"]
    two = (*ENTRY.supervisors, Supervisor(surname="Қалиева", given_name="Ж."))
    assert len(_rows(replace(ENTRY, supervisors=two))["Ғылыми жетекші"]) == 2


def test_one_status_is_said_once_and_a_missing_one_keeps_the_lines_level() -> None:
    same = replace(ENTRY, authors=(AUTHOR, AUTHOR))
    assert _rows(same)["Мәртебесі"] == ["Студент"]
    gap = replace(ENTRY, authors=(Author(surname="Құс"), SECOND))
    assert _rows(gap)["Мәртебесі"] == ["–", "Докторант"]


def test_the_title_looks_as_in_the_article() -> None:
    assert _rows()["Мақала атауы"] == ["ДАЛАДА pH ЖӘНЕ ҚХА-НЫҢ mRNA ЖҰЛДЫЗЫ"]


def test_rows_of_unknown_facts_are_left_out() -> None:
    rows = _rows(Entry("e", title=LocalText(kk="Дала")))
    assert set(rows) == {
        "Конференция атауы",
        "Сборник",
        "Conference",
        "Өткізілген күні",
        "ISBN",
        "Мақала атауы",
    }


def test_labels_are_header_cells_and_foreign_words_have_their_language() -> None:
    table = _table()
    assert all((label.header, value.header) == ("row", "") for label, value in table.rows)
    second = table.rows[1]
    assert [cell.elements[0].inlines[0].language for cell in second] == ["ru", "ru"]
    assert abs(sum(table.widths) - 1) < 1e-9


def test_clicks_lead_to_the_field_of_the_row() -> None:
    fields = [value.elements[0].source.field for _, value in _table().rows]
    assert fields[:6] == [
        "collection.name.kk",
        "collection.name.ru",
        "collection.name.en",
        "collection.first_day",
        "collection.isbn",
        "number",
    ]
    assert fields[-1] == "title.kk"
