"""What a person does in the article editor, and what the entry's body is then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from proceedings_editor.model.body import (
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    LineBreak,
    ListBlock,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Span,
    Table,
    plain_text,
)
from proceedings_editor.model.body_edit.grid import columns_of
from proceedings_editor.model.body_edit.line import Caption
from proceedings_editor.model.body_edit.table import new_table
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.entry import Reference
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.body.citing_dialog import CitingDialog
from proceedings_editor.ui.body.clipboard import MOST_BLOCKS
from proceedings_editor.ui.body.command import COMMANDS, insert_table
from proceedings_editor.ui.body.figure_dialog import FigureDialog
from proceedings_editor.ui.body.formula_shelf import FormulaShelf
from proceedings_editor.ui.body.table_dialog import TableDialog
from proceedings_editor.ui.body.text_dialog import TextDialog
from proceedings_editor.ui.formula.asked import AskedFormula
from proceedings_editor.ui.formula.dialog import FormulaDialog
from tests.ui.body.bench import Bench
from tests.ui.body.sample import (
    BODY,
    NOTE,
    item,
    line_with,
    put_cursor,
    type_text,
    words,
)
from tests.ui.body.sample import (
    TABLE as SAMPLE_TABLE,
)
from tests.ui.message import read_message

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialogs(qtbot: QtBot) -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, TextDialog):
            widget.close()


# ------------------------------------------------------------------------------------------------------------- typing


def test_kazakh_letters_arrive(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    type_text(bench.editor, "Әғқң өұүһі")
    assert bench.body == (words("Әғқң өұүһі"),)


def test_words_are_steps(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    type_text(bench.editor, "бір екі  үш")
    seen = [bench.body]
    while bench.session.undo():
        seen.append(bench.body)
    assert seen == [(words("бір екі  үш"),), (words("бір екі  "),), (words("бір "),), ()]


def test_undo_and_redo_keys_are_the_sessions(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("бір"))
    bench.session.apply(SetField("dala", "title.kk", "Атау", text("Title")))
    put_cursor(bench.editor, 0, 3)
    type_text(bench.editor, "ы")
    bench.key(Qt.Key.Key_Z, CONTROL)
    assert bench.body == (words("бір"),)
    bench.key(Qt.Key.Key_Z, CONTROL)
    entry = bench.session.entry("dala")
    assert entry
    assert entry.title.kk == ""
    bench.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    bench.key(Qt.Key.Key_Y, CONTROL)
    assert bench.body == (words("біры"),)
    assert bench.editor.text.textCursor().position() == 4


def test_composing_makes_no_step_until_it_is_committed(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("қар"))
    put_cursor(bench.editor, 0, 3)
    QApplication.sendEvent(bench.editor.text, QInputMethodEvent("ды", []))
    assert bench.session.next_undo is None
    event = QInputMethodEvent("", [])
    event.setCommitString("ды")
    QApplication.sendEvent(bench.editor.text, event)
    assert bench.body == (words("қарды"),)


def test_typing_beside_an_object_gets_a_paragraph(qtbot: QtBot) -> None:
    bench = Bench(qtbot, PageBreak(), words("соңы"))
    put_cursor(bench.editor, 0, 1)
    type_text(bench.editor, "сөз")
    assert bench.body == (PageBreak(), words("сөз"), words("соңы"))


def test_what_is_typed_after_a_note_is_text(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Paragraph((Span("сөз"), NOTE)))
    put_cursor(bench.editor, 0, 4)
    type_text(bench.editor, "і")
    assert bench.body == (Paragraph((Span("сөз"), NOTE, Span("і"))),)


# --------------------------------------------------------------------------------------------------- keys of structure


def test_enter_in_an_item_makes_an_item_and_in_an_empty_one_leaves_the_list(qtbot: QtBot) -> None:
    bench = Bench(qtbot, ListBlock((item("бір"),), ordered=True, marker="1."))
    put_cursor(bench.editor, 0, 3)
    bench.key(Qt.Key.Key_Return)
    type_text(bench.editor, "екі")
    assert bench.body == (ListBlock((item("бір"), item("екі")), ordered=True, marker="1."),)
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Return)
    type_text(bench.editor, "сөз")
    assert bench.body == (ListBlock((item("бір"), item("екі")), ordered=True, marker="1."), words("сөз"))


def test_tab_moves_an_item_in_and_back(qtbot: QtBot) -> None:
    before = ListBlock((item("бір"), item("екі")))
    bench = Bench(qtbot, before)
    put_cursor(bench.editor, 1, 1)
    bench.key(Qt.Key.Key_Tab)
    assert bench.body == (ListBlock((item("бір", ListBlock((item("екі"),))),)),)
    bench.key(Qt.Key.Key_Backtab, SHIFT)
    assert bench.body == (before,)


def test_enter_at_a_headings_end_begins_a_paragraph(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Heading((Span("Кіріспе"),), 2))
    put_cursor(bench.editor, 0, 7)
    bench.key(Qt.Key.Key_Return)
    type_text(bench.editor, "мәтін")
    assert bench.body == (Heading((Span("Кіріспе"),), 2), words("мәтін"))


def test_backspace_at_an_edge_changes_the_kind_first(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("а"), ListBlock((item("б"),)), Heading((Span("в"),), 1))
    put_cursor(bench.editor, 1)
    bench.key(Qt.Key.Key_Backspace)
    put_cursor(bench.editor, 2)
    bench.key(Qt.Key.Key_Backspace)
    assert bench.body == (words("а"), words("б"), words("в"))
    bench.key(Qt.Key.Key_Backspace)
    assert bench.body == (words("а"), words("бв"))


def test_a_figure_is_not_joined_but_deleted_whole(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Figure("jer.png", (Span("Жер"),)), words("сөз"))
    put_cursor(bench.editor, 2)
    bench.key(Qt.Key.Key_Backspace)
    assert bench.body == (Figure("jer.png", (Span("Жер"),)), words("сөз"))
    put_cursor(bench.editor, 0, 1)
    bench.key(Qt.Key.Key_Backspace)
    assert bench.body == (words("сөз"),)


def test_a_caption_is_typed_below_its_figure_and_above_its_table(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Figure("jer.png"), Table(((Cell(),),)))
    put_cursor(bench.editor, 1)
    type_text(bench.editor, "Сурет")
    put_cursor(bench.editor, 2)
    type_text(bench.editor, "Кесте")
    assert bench.body == (Figure("jer.png", (Span("Сурет"),)), Table(((Cell(),),), caption=(Span("Кесте"),)))


def test_tab_goes_through_cells_and_adds_a_row(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Table(((Cell(), Cell()),)))
    put_cursor(bench.editor, 1)
    for cell in ("а", "ә", "б"):
        type_text(bench.editor, cell)
        bench.key(Qt.Key.Key_Tab)
    assert bench.body == (Table(((Cell((words("а"),)), Cell((words("ә"),))), (Cell((words("б"),)), Cell()))),)


def test_enter_in_program_text_is_a_new_line(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Listing("a"))
    put_cursor(bench.editor, 0, 1)
    bench.key(Qt.Key.Key_Return)
    type_text(bench.editor, "b")
    assert bench.body == (Listing("a\nb"),)


def test_shift_enter_forces_a_line_and_control_enter_a_page(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("аб"))
    put_cursor(bench.editor, 0, 1)
    bench.key(Qt.Key.Key_Return, SHIFT)
    assert bench.body == (Paragraph((Span("а"), LineBreak(), Span("б"))),)
    bench.key(Qt.Key.Key_Return, CONTROL)
    assert bench.body == (Paragraph((Span("а"), LineBreak())), PageBreak(), words("б"))


# ----------------------------------------------------------------------------------------------------------- commands


@pytest.mark.parametrize(
    ("key", "mark"), [(Qt.Key.Key_B, "bold"), (Qt.Key.Key_I, "italic"), (Qt.Key.Key_U, "underline")]
)
def test_marks_have_keys(qtbot: QtBot, key: Qt.Key, mark: str) -> None:
    bench = Bench(qtbot, words("дала"))
    bench.select(0, 0, 2)
    bench.key(key, CONTROL)
    assert bench.body == (Paragraph((Span("да", **{mark: True}), Span("ла"))),)
    assert bench.editor.text.textCursor().selectedText() == "да"
    bench.key(key, CONTROL)
    assert bench.body == (words("дала"),)


def test_a_mark_without_selection_holds_for_what_is_typed(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    type_text(bench.editor, "а ")
    bench.key(Qt.Key.Key_B, CONTROL)
    type_text(bench.editor, "ә")
    bench.key(Qt.Key.Key_B, CONTROL)
    type_text(bench.editor, " б")
    assert bench.body == (Paragraph((Span("а "), Span("ә", bold=True), Span(" б"))),)


def test_the_buttons_show_what_is_on(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("қалың", bold=True), words("жұқа"))
    bold = bench.editor.findChild(QToolButton, "boldBodyButton")
    for line, on in ((0, True), (1, False)):
        put_cursor(bench.editor, line, 2)
        bench.editor.toolbar.refresh()
        assert bold.isChecked() is on


def test_every_button_has_a_name(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    for command in COMMANDS:
        button = bench.editor.findChild(QToolButton, f"{command.id}BodyButton")
        assert button.accessibleName() == str(command.label)


def insert_table_of(bench: Bench, rows: int, columns: int) -> None:
    bench.run("insertTable")
    dialog = next(found for found in bench.editor.findChildren(TableDialog) if found.isVisible())
    for name, number in (("tableRows", rows), ("tableColumns", columns)):
        dialog.findChild(QSpinBox, name).setValue(number)
    QTest.keyClick(dialog.findChild(QSpinBox, "tableRows"), Qt.Key.Key_Return)


def test_a_table_has_the_size_that_was_asked_for(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    insert_table_of(bench, 5, 2)
    table = next(block for block in bench.body if isinstance(block, Table))
    assert (len(table.rows), columns_of(table), table.header_rows) == (5, 2, 1)


def test_table_commands_change_the_table_under_the_cursor(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("а"))
    put_cursor(bench.editor, 0, 1)
    insert_table_of(bench, 3, 3)
    put_cursor(bench.editor, 2)
    bench.run("rowBelow")
    bench.run("columnRight")
    table = bench.body[1]
    assert isinstance(table, Table)
    assert (len(table.rows), columns_of(table)) == (4, 4)
    bench.run("deleteTable")
    assert bench.body == (words("а"),)


@pytest.mark.parametrize("block", [words("аб"), words(""), ListBlock((item("аб"),), ordered=False)])
def test_a_new_table_takes_what_is_typed_into_its_first_cell_and_shows_where_its_caption_goes(
    qtbot: QtBot, block: object
) -> None:
    bench = Bench(qtbot, block)
    put_cursor(bench.editor, 0, 1)
    insert_table_of(bench, 3, 3)
    type_text(bench.editor, "х")
    (table,) = (one for one in bench.body if isinstance(one, Table))
    assert table.rows[0][0].blocks == (words("х"),)
    document = bench.editor.sync.document
    caption = next(n for n in range(document.blockCount()) if bench.editor.sync.line(n).leaf == Caption((), "table"))
    layout = document.documentLayout()
    above, below = (layout.blockBoundingRect(document.findBlockByNumber(n)) for n in (caption, caption + 1))
    assert above.height() >= 10
    assert above.bottom() <= below.top()


def test_rows_are_sorted_from_the_menu_and_undone(qtbot: QtBot) -> None:
    rows = tuple((Cell((words(number),)),) for number in ("10", "9", "2"))
    bench = Bench(qtbot, Table(rows))
    put_cursor(bench.editor, 1)
    bench.run("sortUp")
    assert bench.body == (Table(rows[::-1]),)
    bench.session.undo()
    assert bench.body == (Table(rows),)


def test_a_figure_gets_its_words_and_its_width_from_its_properties(qtbot: QtBot) -> None:
    figure = Figure("lake.png", (Span("Көл"),), width=7.123)
    bench = Bench(qtbot, figure)
    put_cursor(bench.editor, 0)
    bench.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = bench.editor.findChild(FigureDialog)
    dialog.findChild(QPlainTextEdit, "figureAlt").setPlainText(" Балқаш көлінің\nкартасы ")
    dialog.accept()
    assert bench.body == (replace(figure, alt="Балқаш көлінің картасы"),)
    bench.session.undo()
    bench.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = next(found for found in bench.editor.findChildren(FigureDialog) if found.isVisible())
    dialog.findChild(QDoubleSpinBox, "figureWidth").setValue(12.5)
    dialog.accept()
    assert bench.body == (replace(figure, width=12.5),)


def cited_bench(qtbot: QtBot, *body: object) -> Bench:
    bench = Bench(qtbot, *body)
    sources = ("Әуезов М. Абай жолы", "Smith J. Lakes of Asia", "Иванов И. Озёра")
    references = tuple(Reference((Span(source),)) for source in sources)
    bench.session.apply(SetField("dala", "references", references, text("Add references")))
    return bench


def test_a_source_found_by_its_words_is_cited_where_the_cursor_is(qtbot: QtBot) -> None:
    bench = cited_bench(qtbot, words("сөз ."))
    put_cursor(bench.editor, 0, 4)
    bench.key(Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.AltModifier)
    dialog = bench.editor.findChild(CitingDialog)
    field = dialog.findChild(QLineEdit)
    field.setText("озера иванов")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.body == (words("сөз [3]."),)
    type_text(bench.editor, "!")
    assert bench.body == (words("сөз [3]!."),)


def test_a_number_cites_its_source_although_others_have_it_in_their_words(qtbot: QtBot) -> None:
    bench = cited_bench(qtbot, words(""))
    references = (Reference((Span("Абай жолы. 2019."),)), Reference((Span("Lakes"),)))
    bench.session.apply(SetField("dala", "references", references, text("Add references")))
    bench.run("citation")
    field = bench.editor.findChild(CitingDialog).findChild(QLineEdit)
    field.setText("2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.body == (words("[2]"),)


def test_several_sources_are_cited_together_by_the_keyboard(qtbot: QtBot) -> None:
    bench = cited_bench(qtbot, words(""))
    bench.run("citation")
    field = bench.editor.findChild(CitingDialog).findChild(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert bench.body == (words("[1, 2]"),)


def test_a_citation_shows_its_source(qtbot: QtBot) -> None:
    bench = cited_bench(qtbot, words("сөз [2, 9] соңы"))
    assert bench.editor.text.tip_at(5) == "2. Smith J. Lakes of Asia"
    assert bench.editor.text.tip_at(12) == ""


def test_an_article_without_references_says_where_to_add_them(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("а"))
    said = read_message()
    bench.run("citation")
    assert said == ["There is nothing to cite yet; add the sources in References."]
    assert bench.body == (words("а"),)


def test_selected_cells_are_merged_and_split(qtbot: QtBot) -> None:
    cell = Cell((words("а"),))
    bench = Bench(qtbot, Table(((cell, cell), (cell, cell))))
    table = QTextCursor(bench.editor.sync.document.findBlockByNumber(1)).currentTable()
    cursor = table.cellAt(0, 0).firstCursorPosition()
    cursor.setPosition(table.cellAt(1, 1).lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    bench.editor.text.setTextCursor(cursor)
    bench.run("mergeCells")
    assert bench.body == (Table(((Cell((words("а"),) * 4, columns=2, rows=2),), ())),)
    put_cursor(bench.editor, 1)
    bench.run("splitCell")
    merged = bench.body[0]
    assert isinstance(merged, Table)
    assert [len(row) for row in merged.rows] == [2, 2]


def test_a_footnote_is_asked_for_and_edited(qtbot: QtBot, dialogs: None) -> None:
    bench = Bench(qtbot, words("сөз"))
    put_cursor(bench.editor, 0, 3)
    bench.run("note")
    answer(bench, "Ескерту")
    assert bench.body == (Paragraph((Span("сөз"), Note((words("Ескерту"),)))),)
    assert bench.editor.asker.open_at(4)
    answer(bench, "Басқа")
    assert bench.body == (Paragraph((Span("сөз"), Note((words("Басқа"),)))),)


def test_a_link_is_asked_for(qtbot: QtBot, dialogs: None) -> None:
    bench = Bench(qtbot, words("мұнда"))
    bench.select(0, 0, 5)
    bench.run("link")
    answer(bench, "https://example.kz")
    assert bench.body == (Paragraph((Span("мұнда", href="https://example.kz"),)),)


def answer(bench: Bench, words_typed: str) -> None:
    dialog = next(found for found in bench.editor.findChildren(TextDialog) if found.isVisible())
    field = dialog.findChild(QLineEdit) or dialog.findChild(QPlainTextEdit)
    field.setText(words_typed) if isinstance(field, QLineEdit) else field.setPlainText(words_typed)  # type: ignore[union-attr]
    dialog.accept()


# ---------------------------------------------------------------------------------------------------------- clipboard


def test_everything_copied_and_pasted_is_there_twice(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *BODY)
    bench.editor.text.selectAll()
    data = bench.editor.text.createMimeDataFromSelection()
    other = Bench(qtbot)
    other.editor.text.insertFromMimeData(data)
    found = [block for block in other.body if block != Paragraph()]
    assert found == [block for block in BODY if block != Paragraph()]


def test_plain_text_and_html_become_blocks(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    data = QMimeData()
    data.setText("бір\r\nекі")
    bench.editor.text.insertFromMimeData(data)
    assert bench.body == (words("бір"), words("екі"))
    data = QMimeData()
    data.setHtml("<h1>Тақырып</h1><p style='color:red'>Сөз <b>қалың</b><script>x</script></p><ol><li>а<li>ә</ol>")
    other = Bench(qtbot)
    other.editor.text.insertFromMimeData(data)
    assert other.body == (
        Heading((Span("Тақырып"),), 1),
        Paragraph((Span("Сөз "), Span("қалың", bold=True))),
        ListBlock((item("а"), item("ә")), ordered=True, marker="1."),
    )


LINE = "<p class=MsoNormal>Дала <b>өзені</b> тасиды.</p>"
LONG = LINE * 1000


def long_data(html: str = LONG) -> QMimeData:
    data = QMimeData()
    data.setHtml(html)
    return data


def test_a_long_page_is_read_by_a_worker_and_put_where_the_cursor_was(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("алды соңы"))
    put_cursor(bench.editor, 0, 5)
    bench.editor.text.insertFromMimeData(long_data())
    assert bench.body == (words("алды соңы"),)  # the window was free at once
    type_text(bench.editor, "!")
    qtbot.waitUntil(lambda: len(bench.body) >= 1000, timeout=20_000)
    first, last = (plain_text(bench.body[place].text) for place in (0, -1))  # type: ignore[union-attr]
    assert first == "алды Дала өзені тасиды." and last == "Дала өзені тасиды.!соңы"
    bench.session.undo()
    assert len(bench.body) == 1


def test_a_long_page_takes_the_place_of_what_is_chosen(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("бұрынғы"))
    bench.editor.text.selectAll()
    bench.editor.text.insertFromMimeData(long_data())
    qtbot.waitUntil(lambda: len(bench.body) >= 1000, timeout=20_000)
    assert bench.body[0] == Paragraph((Span("Дала "), Span("өзені", bold=True), Span(" тасиды.")))


def test_a_long_page_that_is_dropped_is_read_by_a_worker_too(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("алды соңы"))
    bench.editor.text.dropped(long_data(), 5, False)
    assert bench.body == (words("алды соңы"),)
    qtbot.waitUntil(lambda: len(bench.body) >= 1000, timeout=20_000)
    assert plain_text(bench.body[0].text) == "алды Дала өзені тасиды."  # type: ignore[union-attr]


def test_a_long_page_does_not_come_into_another_entry(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("сөз"))
    bench.editor.text.insertFromMimeData(long_data())
    said = read_message()
    bench.editor.show_entry("ozen")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0].startswith("Nothing was pasted, because another entry is shown")
    left = [bench.session.entry(one) for one in ("dala", "ozen")]
    assert [entry.body for entry in left if entry] == [(words("сөз"),), (words("Другая статья"),)]


def test_more_paragraphs_than_any_article_has_are_refused(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("сөз"))
    said = read_message()
    bench.editor.text.insertFromMimeData(long_data(LINE * (MOST_BLOCKS + 1)))
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert f"{MOST_BLOCKS + 1} paragraphs" in said[0] and bench.body == (words("сөз"),)


def test_damaged_data_of_ours_is_no_more_than_its_text(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    data = QMimeData()
    data.setData("application/x-proceedings-editor-body", b"\xff: [")
    data.setText("сөз")
    bench.editor.text.insertFromMimeData(data)
    assert bench.body == (words("сөз"),)


def test_pasting_plainly_takes_the_words_alone(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Paragraph((Span("а", bold=True),)))
    data = QMimeData()
    data.setHtml("<h1>Тақырып</h1>")
    data.setText("Тақырып")
    QGuiApplication.clipboard().setMimeData(data)
    put_cursor(bench.editor, 0, 1)
    bench.key(Qt.Key.Key_V, CONTROL | SHIFT)
    assert bench.body == (Paragraph((Span("а", bold=True), Span("Тақырып"))),)
    bench.session.undo()
    assert bench.body == (Paragraph((Span("а", bold=True),)),)


def test_what_cannot_be_pasted_is_told_in_one_sentence(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    data = QMimeData()
    data.setHtml("<p>сөз<img src='file:///C:/a.png'><img src='file:///C:/b.png'><math></math></p>")
    said = read_message()
    bench.editor.text.insertFromMimeData(data)
    assert bench.body == (words("сөз"),)
    assert said == ["Not pasted: 1 formula, 2 pictures. Insert what is missing with the buttons above the text."]


def test_a_dropped_file_that_is_no_picture_is_refused_with_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    bench = Bench(qtbot, words("сөз"))
    file = tmp_path / "data.xlsx"
    file.write_bytes(b"PK")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    said = read_message()
    bench.editor.text.dropped(data, 0, False)
    assert said == ["data.xlsx is no picture that can be printed; take a PNG, JPEG or SVG file."]
    assert bench.body == (words("сөз"),)


def test_cutting_and_pasting_moves(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("бір екі"))
    bench.select(0, 0, 4)
    bench.key(Qt.Key.Key_X, CONTROL)
    assert bench.body == (words("екі"),)
    put_cursor(bench.editor, 0, 3)
    bench.key(Qt.Key.Key_V, CONTROL)
    assert bench.body == (words("екібір "),)
    QGuiApplication.clipboard().clear()


def test_dragging_a_selection_moves_it(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("бір екі"), words("үш"))
    bench.select(0, 0, 4)
    edit = bench.editor.text
    data = edit.createMimeDataFromSelection()
    position = edit.document().findBlockByNumber(1).position() + 2
    edit.dropped(data, position, True)
    assert bench.body == (words("екі"), words("үшбір "))
    bench.session.undo()
    bench.session.undo()
    assert bench.body == (words("бір екі"), words("үш"))


# --------------------------------------------------------------------------------------------------- places, findings


def test_a_place_is_selected_and_the_cursors_place_is_told(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *BODY)
    told: list[Place] = []
    bench.editor.place_entered.connect(told.append)
    bench.editor.go_to(Place(block=(3, 0), start=0, end=3))
    assert bench.editor.text.textCursor().selectedText() == "бір"
    bench.editor.go_to(Place(block=(7,), start=0, end=3))
    assert bench.editor.text.textCursor().selectedText() == "Жер"
    bench.editor.go_to(Place(block=(2,), start=11, end=12))
    assert bench.editor.text.textCursor().selectedText() == "😀"
    assert [place.block for place in told] == [(3, 0), (7,), (2,)]


@pytest.mark.parametrize("block", [(4, 0), (12, 0, 1), (99,), (3, 9), (13, 0)])
def test_any_place_is_borne(qtbot: QtBot, block: tuple[int, ...]) -> None:
    bench = Bench(qtbot, *BODY)
    bench.editor.go_to(Place(block=block, start=2, end=400))


def test_undo_while_composing_takes_back_one_step(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("қар"))
    put_cursor(bench.editor, 0, 3)
    type_text(bench.editor, "лы")
    QApplication.sendEvent(bench.editor.text, QInputMethodEvent("да", []))
    bench.session.undo()
    assert bench.body == (words("қар"),)
    assert bench.editor.text.textCursor().block().layout().preeditAreaText() == ""


def test_findings_are_underlined_and_told(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("дала желі"))
    message = text("A test finding.")
    place = Place(block=(0,), start=5, end=9)
    bench.editor.show_findings([Finding("CHAR001", "warning", "dala", place, "желі", message)])
    (mark,) = bench.editor.text.extraSelections()
    assert mark.cursor.selectedText() == "желі"
    assert mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert bench.editor.text.tip_at(6) == "A test finding."
    assert bench.editor.text.tip_at(2) == ""


def test_two_findings_of_one_stretch_are_one_line_in_the_graver_colour_and_both_are_told(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("дала желі"))
    place = Place(block=(0,), start=5, end=9)
    grave, light = (
        Finding("CHAR001", severity, "dala", place, "желі", text(message))
        for severity, message in (("error", "A test finding."), ("information", "Another finding."))
    )
    found = []
    for findings in ([grave], [light], [light, grave]):
        bench.editor.show_findings(findings)
        (mark,) = bench.editor.text.extraSelections()
        found.append(mark.format.underlineColor().name())
    assert found[0] == found[2] != found[1]
    assert bench.editor.text.tip_at(6) == "A test finding.\nAnother finding."


def test_a_note_tells_its_text_at_the_pointer(qtbot: QtBot) -> None:
    bench = Bench(qtbot, Paragraph((Span("сөз"), NOTE)))
    assert bench.editor.text.tip_at(3) == "Бірінші ескерту"


# ------------------------------------------------------------------------------------------------------------- showing


def test_opening_an_entry_makes_no_step_and_keeps_its_objects(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *BODY)
    assert bench.session.next_undo is None
    assert all(shown is block for shown, block in zip(bench.editor.sync.body, BODY, strict=True))
    bench.editor.show_entry("ozen")
    bench.editor.show_entry("dala")
    assert bench.session.next_undo is None
    assert not bench.session.is_dirty


def test_an_edit_keeps_all_other_blocks(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *BODY)
    put_cursor(bench.editor, line_with(bench.editor, "бірдің жалғасы"))
    type_text(bench.editor, "ә")
    assert [a is b for a, b in zip(bench.editor.sync.body, BODY, strict=True)].count(False) == 1


def test_nothing_can_be_typed_without_an_entry(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("а"))
    bench.editor.show_entry("nobody")
    type_text(bench.editor, "ә")
    assert bench.session.next_undo is None


def test_another_palette_changes_looks_and_nothing_else(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *BODY)
    bench.editor.text.palette_changed.emit()
    assert bench.session.next_undo is None
    assert bench.body == BODY


def test_every_sign_is_painted(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *BODY)
    bench.editor.resize(700, 3000)
    shelf = bench.editor.findChild(FormulaShelf)
    assert shelf
    shelf.draw_all()
    picture = bench.editor.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 700, 7) for y in range(0, 3000, 7)}) > 5


def test_a_failing_reader_leads_to_a_full_walk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(qtbot, words("а"), words("ә"))
    put_cursor(bench.editor, 1, 1)

    def fail(*_args: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(bench.editor.sync, "_read_change", fail)
    type_text(bench.editor, "б")
    monkeypatch.undo()
    assert bench.body == (words("а"), words("әб"))


def test_a_table_in_a_quotation_stays_as_it_is(qtbot: QtBot) -> None:
    bench = Bench(qtbot, *BODY)
    quotation = BODY[12]
    put_cursor(bench.editor, 1, 1)
    type_text(bench.editor, "ә")
    assert bench.body[12] is quotation
    assert SAMPLE_TABLE in getattr(quotation, "blocks", ())


# ------------------------------------------------------------------------------------------------- lists, keys, blocks


def test_lines_with_typed_markers_become_a_list_and_the_cursor_stays_in_its_word(qtbot: QtBot) -> None:
    bench = Bench(qtbot, words("- су"), words("• жер"))
    bench.select(0, 3, 3, 1)
    bench.key(Qt.Key.Key_L, CONTROL | SHIFT)
    assert bench.body == (ListBlock((item("су"), item("жер"))),)
    type_text(bench.editor, "Ә")
    assert bench.body == (ListBlock((item("сӘер"),)),)


@pytest.mark.parametrize(("key", "level"), [(Qt.Key.Key_1, 1), (Qt.Key.Key_2, 2), (Qt.Key.Key_3, 3), (Qt.Key.Key_4, 4)])
def test_headings_have_keys_that_type_nothing(qtbot: QtBot, key: Qt.Key, level: int) -> None:
    bench = Bench(qtbot, words("Кіріспе"))
    bench.key(key, CONTROL | ALT)
    assert bench.body == (Heading((Span("Кіріспе"),), level),)
    bench.key(Qt.Key.Key_0, CONTROL | ALT)
    assert bench.body == (words("Кіріспе"),)


@pytest.mark.parametrize("offset", [0, 4, 11])
def test_a_table_tears_no_sentence(qtbot: QtBot, offset: int) -> None:
    bench = Bench(qtbot, words("Су мен жер."), words("Соңы."))
    bench.select(0, offset, offset)
    insert_table(bench.editor.desk, new_table(2, 2))
    kinds = [type(block) for block in bench.body]
    assert kinds == ([Paragraph, Table, Paragraph] if offset else [Table, Paragraph, Paragraph])
    assert words("Су мен жер.") in bench.body


@pytest.mark.parametrize("offset", [0, 4, 11])
def test_a_formula_on_its_own_line_tears_no_sentence(qtbot: QtBot, offset: int) -> None:
    bench = Bench(qtbot, words("Су мен жер."), words("Соңы."))
    bench.select(0, offset, offset)
    bench.run("formula")
    dialog = bench.editor.findChild(FormulaDialog)
    assert dialog
    dialog.formula_given.emit(AskedFormula(FormulaSource("a"), True))
    formula = DisplayFormula(FormulaSource("a"))
    whole = words("Су мен жер.")
    assert bench.body == ((whole, formula, words("Соңы.")) if offset else (formula, whole, words("Соңы.")))
    dialog.close()


@pytest.mark.parametrize(("ordered", "typed", "printed"), [(False, "•", "–"), (True, "a)", "1.")])
def test_a_list_is_marked_as_the_template_prints_it(qtbot: QtBot, ordered: bool, typed: str, printed: str) -> None:
    def picture(marker: str) -> QImage:
        bench = Bench(qtbot, ListBlock((item("бір"), item("екі")), ordered=ordered, marker=marker))
        assert getattr(bench.session.workspace.template, "ordered_marker" if ordered else "list_marker") == printed
        return bench.editor.text.grab().toImage()

    assert picture(typed) == picture(printed)
