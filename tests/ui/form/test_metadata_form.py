"""The form: every field of the table is there, shows its value, and what is typed is an edit that undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import fields_of
from proceedings_editor.model.finding import Finding, Fix
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.texts import text
from proceedings_editor.ui.form.arrangement import groups_of
from proceedings_editor.ui.form.field_line import FieldLine
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.form.metadata_form import CollectionForm, MetadataForm
from proceedings_editor.ui.form.row import FieldRow
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import CONTROL, Key, press, select_all, type_text

ENTRY = "tynaigan"
LABEL = text("Change")


@pytest.fixture
def form(session: Session, words: Words, qtbot: QtBot) -> MetadataForm:
    form = MetadataForm(session, words)
    qtbot.addWidget(form)
    form.resize(620, 600)
    form.show_entry(ENTRY)
    form.show()
    return form


def line(form: QWidget, path: str) -> Line:
    return form.findChild(Line, f"field_{path}") or combo(form, path).lineEdit()  # type: ignore[return-value]


def box(form: QWidget, path: str) -> TextBox:
    found = form.findChild(TextBox, f"field_{path}")
    assert found, path
    return found


def combo(form: QWidget, path: str) -> QComboBox:
    found = form.findChild(QComboBox, f"field_{path}")
    assert found, path
    return found


def button(form: QWidget, name: str) -> QWidget:
    found = form.findChild(QWidget, name)
    assert found, name
    return found


def retype(widget: Line | TextBox, words: str) -> None:
    select_all(widget)
    press(widget, Key.Key_Delete)
    type_text(widget, words)


# ------------------------------------------------------------------------------------------------------- what is there


@pytest.mark.parametrize("owner", ["entry", "collection", "author", "supervisor", "affiliation", "section"])
def test_every_field_of_the_table_has_its_place_once(owner: str) -> None:
    placed = [field for group in groups_of(owner) for one in group.lines for field in one]  # type: ignore[arg-type]
    assert sorted(field.key for field in placed) == sorted(field.key for field in fields_of(owner))  # type: ignore[arg-type]


def test_the_form_shows_the_values_of_an_entry(form: MetadataForm, entry: Callable[[], Entry]) -> None:
    assert box(form, "title_kk").words() == entry().title.kk
    assert box(form, "title_en").words() == entry().title.en
    assert line(form, "number").text() == "1"
    assert line(form, "udc").text() == "; ".join(entry().udc)
    assert line(form, "authors_0_surname").text() == "Жолдыбекова"
    assert box(form, "authors_0_affiliations_0_city_ru").words() == "Костанай"
    assert combo(form, "section").currentData() == "plants"


def test_another_entry_takes_the_place_of_the_first(form: MetadataForm, session: Session, qtbot: QtBot) -> None:
    for other in session.workspace.entries:
        form.show_entry(other.id)
        assert box(form, "title_ru").words() == other.title.ru
        qtbot.wait(1)
        boxes = form.findChildren(QWidget)
        shown = [one for one in boxes if one.objectName().startswith("item_authors_") and not one.isHidden()]
        assert len([one for one in shown if one.objectName().count("_") == 2]) == len(other.authors)


def test_required_fields_are_marked(session: Session, words: Words, qtbot: QtBot) -> None:
    form = MetadataForm(session, words)
    qtbot.addWidget(form)
    form.show_entry(ENTRY)
    form.show()
    required = session.workspace.template.required
    labels = [one.text() for one in form.findChildren(QLabel)]
    assert ("Article title *" in labels) == any(path.startswith("title") for path in required)
    assert "Position" in labels


# ------------------------------------------------------------------------------------------------------------- typing


def test_kazakh_words_typed_into_a_line_are_in_the_entry(form: MetadataForm, entry: Callable[[], Entry]) -> None:
    retype(line(form, "authors_0_given_name"), "Әйгерім")
    assert entry().authors[0].given_name == "Әйгерім"


def test_words_typed_without_a_pause_are_one_step_each(
    form: MetadataForm, session: Session, entry: Callable[[], Entry]
) -> None:
    before = session.workspace
    widget = box(form, "title_kk")
    select_all(widget)
    press(widget, Key.Key_Delete)
    type_text(widget, "Су мен жер")
    steps = 0
    while session.workspace is not before:
        assert session.undo()
        steps += 1
    assert steps == 3  # three words, the first with what it replaced
    assert widget.words() == entry().title.kk


def test_undo_shows_the_old_value_and_redo_the_new_one(form: MetadataForm, session: Session) -> None:
    widget = line(form, "doi")
    old = widget.text()
    type_text(widget, "x")
    assert widget.text() != old
    session.undo()
    assert widget.text() == old
    session.redo()
    assert widget.text() != old


def test_a_line_edit_leaves_undo_to_the_window(form: MetadataForm) -> None:
    widget = line(form, "doi")
    old = widget.text()
    type_text(widget, "x")
    typed = widget.text()
    press(widget, Key.Key_Z, "\x1a", CONTROL)
    assert widget.text() == typed != old


@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [
        ("number", "17", 17),
        ("first_page", "", None),
        ("udc", "51; 52.1", ("51", "52.1")),
        ("received", "7.04.2026", date(2026, 4, 7)),
        ("originality", "82,5", Decimal("82.5")),
        ("keywords_kk", "су, жер , ауа", ("су", "жер", "ауа")),
        ("keywords_ru", "вода, соль; снег", ("вода, соль", "снег")),
    ],
)
def test_what_is_typed_becomes_a_value(
    form: MetadataForm, entry: Callable[[], Entry], path: str, typed: str, value: object
) -> None:
    widget = form.findChild(QWidget, f"field_{path}")
    assert isinstance(widget, Line | TextBox)
    retype(widget, typed)
    key, _, version = path.partition("_") if path.startswith("keywords") else (path, "", "")
    found = getattr(entry(), key)
    assert (found[version] if version else found) == value


def test_words_that_are_no_date_say_so_and_change_nothing(
    form: MetadataForm, entry: Callable[[], Entry], qtbot: QtBot
) -> None:
    before = entry().received
    widget = line(form, "received")
    select_all(widget)
    type_text(widget, "ертең")
    assert entry().received == before
    qtbot.waitUntil(lambda: any("date" in one.text() for one in form.findChildren(QLabel, "note")))


@pytest.mark.parametrize("typed", ["14.05.27", "14.5.2027", "14/05/2027", "2027-05-14", "14 мая 2027"])
def test_a_date_is_written_as_all_dates_are_once_it_is_left(
    form: MetadataForm, entry: Callable[[], Entry], qtbot: QtBot, typed: str
) -> None:
    with qtbot.waitActive(form):
        form.activateWindow()
    widget = line(form, "received")
    widget.setFocus()
    retype(widget, typed)
    assert entry().received == date(2027, 5, 14)
    box(form, "title_kk").setFocus()
    qtbot.waitUntil(lambda: widget.text() == "14.05.2027")


def test_words_that_are_no_date_stay_with_their_note_until_they_are_mended(
    form: MetadataForm, session: Session, entry: Callable[[], Entry], qtbot: QtBot
) -> None:
    def faults() -> list[str]:
        notes = [one for one in form.findChildren(QLabel, "note") if one.isVisibleTo(form)]
        return [one.text() for one in notes if "Write a date" in one.text()]

    before = entry().received
    widget = line(form, "received")
    retype(widget, "ертең")
    retype(line(form, "doi"), "10.1/x")
    assert (widget.text(), entry().received) == ("ертең", None)
    qtbot.waitUntil(lambda: len(faults()) == 1)
    other = next(one.id for one in session.workspace.entries if one.id != ENTRY)
    form.show_entry(other)
    assert widget.text() != "ертең"
    assert not faults()
    form.show_entry(ENTRY)
    assert (widget.text(), len(faults())) == ("ертең", 1)
    retype(widget, "14.05.27")
    assert entry().received == date(2027, 5, 14)
    qtbot.waitUntil(lambda: not faults())
    assert before is not None


def test_the_tab_key_comes_to_a_date_and_then_to_its_calendar(form: MetadataForm, qtbot: QtBot) -> None:
    with qtbot.waitActive(form):
        form.activateWindow()
    widget = line(form, "received")
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert form.focusWidget().objectName() == "calendar_received"


def test_the_calendar_of_a_later_day_opens_at_the_earlier_one(
    form: MetadataForm, session: Session, qtbot: QtBot
) -> None:
    session.apply(SetField(ENTRY, "received", date(2031, 2, 3), LABEL))
    session.apply(SetField(ENTRY, "returned", None, LABEL))
    qtbot.mouseClick(button(form, "calendar_returned"), Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert popup
    calendar = popup.findChild(QCalendarWidget)
    assert calendar
    assert (calendar.yearShown(), calendar.monthShown()) == (2031, 2)
    popup.close()


def finding_at(field: str, words: str = "мұнда қате бар") -> Finding:
    return Finding("TITL002", "warning", ENTRY, Place(field=field), words, text("Entry"))


def height_of(form: MetadataForm, widget: QWidget) -> int:
    return widget.mapTo(form, QPoint()).y()


def test_what_is_written_in_stays_where_it_is_when_notes_come_and_go(form: MetadataForm, qtbot: QtBot) -> None:
    with qtbot.waitActive(form):
        form.activateWindow()
    form.go_to(Place(field="doi"))
    qtbot.wait(50)
    form.verticalScrollBar().setValue(form.verticalScrollBar().value() + 60)
    here = height_of(form, line(form, "doi"))
    for findings in ([finding_at("title.kk"), finding_at("udc")], [finding_at("udc")], []):
        form.show_findings(findings)
        qtbot.wait(50)
        assert height_of(form, line(form, "doi")) == here


def test_notes_wait_until_the_person_rests(form: MetadataForm, qtbot: QtBot) -> None:
    def notes() -> list[QLabel]:
        return [one for one in form.findChildren(QLabel, "note") if one.isVisibleTo(form)]

    type_text(box(form, "title_ru"), "ы")
    form.show_findings([finding_at("udc")])
    assert not notes()
    type_text(box(form, "title_ru"), "ы")
    assert not notes()
    qtbot.waitUntil(lambda: len(notes()) == 1)


def test_another_entry_does_not_wait_for_its_notes(form: MetadataForm, session: Session) -> None:
    type_text(box(form, "title_ru"), "ы")
    other = next(one.id for one in session.workspace.entries if one.id != ENTRY)
    form.show_entry(other)
    form.show_findings([replace(finding_at("udc"), entry=other)])
    assert [one for one in form.findChildren(QLabel, "note") if one.isVisibleTo(form) and "TITL002" in one.text()]


def test_pasted_lines_become_one_title(form: MetadataForm, entry: Callable[[], Entry]) -> None:
    widget = box(form, "title_ru")
    select_all(widget)
    data = QMimeData()
    data.setText("Первая строка\nвторая")
    widget.insertFromMimeData(data)
    assert entry().title.ru == "Первая строка вторая"


def test_enter_leaves_a_title_for_the_next_field(form: MetadataForm, entry: Callable[[], Entry]) -> None:
    before = entry()
    press(box(form, "title_ru"), Key.Key_Return, "\r")
    assert entry() is before


# ------------------------------------------------------------------------------------------------------------ choosing


def test_a_section_is_chosen_from_the_tree(form: MetadataForm, entry: Callable[[], Entry]) -> None:
    widget = combo(form, "section")
    row = widget.findData("snow")
    widget.setCurrentIndex(row)
    widget.activated.emit(row)
    assert entry().section == "snow"


def test_a_status_of_the_list_becomes_its_id_and_any_other_stays_as_typed(
    form: MetadataForm, entry: Callable[[], Entry]
) -> None:
    widget = line(form, "authors_0_status")
    retype(widget, "doctoral student")
    assert entry().authors[0].status == "doctoral_student"
    retype(widget, "ғылыми хатшы")
    assert entry().authors[0].status == "ғылыми хатшы"


def test_a_flag_is_set_by_a_click(form: MetadataForm, entry: Callable[[], Entry], qtbot: QtBot) -> None:
    before = entry().authors[0].corresponding
    box = form.findChild(QCheckBox, "field_authors_0_corresponding")
    assert box
    box.click()
    assert entry().authors[0].corresponding is not before


# -------------------------------------------------------------------------------------------------------------- people


def test_people_are_added_moved_and_removed(
    form: MetadataForm, entry: Callable[[], Entry], session: Session, qtbot: QtBot
) -> None:
    before = session.workspace
    button(form, "add_authors").click()  # type: ignore[attr-defined]
    retype(line(form, "authors_1_surname"), "Өтегенова")
    button(form, "up_authors_1").click()  # type: ignore[attr-defined]
    assert [author.surname for author in entry().authors] == ["Өтегенова", "Жолдыбекова"]
    assert line(form, "authors_0_surname").text() == "Өтегенова"
    button(form, "remove_authors_1").click()  # type: ignore[attr-defined]
    assert [author.surname for author in entry().authors] == ["Өтегенова"]
    while session.undo():
        pass
    assert session.workspace is before
    assert line(form, "authors_0_surname").text() == "Жолдыбекова"


def test_readings_follow_their_author_and_go_with_them(form: MetadataForm, session: Session) -> None:
    add_reading(session, Reading("authors.0.surname", "Жолдыбекова-Ким", "head", 3))
    button(form, "add_authors").click()  # type: ignore[attr-defined]
    button(form, "down_authors_0").click()  # type: ignore[attr-defined]
    assert [one.field for one in readings(session)] == ["authors.1.surname"]
    button(form, "remove_authors_1").click()  # type: ignore[attr-defined]
    assert not readings(session)


# ------------------------------------------------------------------------------------------------- findings, readings


def add_reading(session: Session, reading: Reading) -> None:
    session.apply(SetField(ENTRY, "readings", (reading,), LABEL))


def readings(session: Session) -> tuple[Reading, ...]:
    found = session.entry(ENTRY)
    assert found
    return found.readings


def test_a_reading_that_differs_can_be_taken(form: MetadataForm, session: Session, entry: Callable[[], Entry]) -> None:
    add_reading(session, Reading("authors.0.surname", "Жолдыбекава", "head", 3))
    button(form, "takeButton").click()  # type: ignore[attr-defined]
    assert entry().authors[0].surname == "Жолдыбекава"
    assert not entry().readings
    session.undo()
    assert entry().authors[0].surname == "Жолдыбекова"
    assert entry().readings


def test_a_reading_can_be_laid_aside(form: MetadataForm, session: Session, entry: Callable[[], Entry]) -> None:
    add_reading(session, Reading("number", "007", "table row 6", 12))
    button(form, "keepButton").click()  # type: ignore[attr-defined]
    assert entry().number == 1
    assert not entry().readings


def test_a_reading_that_says_the_same_is_not_shown(form: MetadataForm, session: Session) -> None:
    add_reading(session, Reading("authors.0.surname", "Жолдыбекова", "head", 3))
    assert not form.findChildren(QToolButton, "keepButton")


def test_a_finding_stands_under_its_field_and_its_button_fixes(
    form: MetadataForm, session: Session, entry: Callable[[], Entry]
) -> None:
    place = Place(field="doi")
    fix = Fix(SetField(ENTRY, "doi", "10.5555/right", LABEL), safe=True, before="a", after="b")
    form.show_findings([Finding("IDN009", "error", ENTRY, place, "a", text("Entry"), fix)])
    strip = line(form, "doi").parentWidget()
    assert strip
    notes = strip.findChildren(QLabel, "note")
    assert [one.text() for one in notes] == ["Entry (IDN009)"]
    button(strip, "fixButton").click()  # type: ignore[attr-defined]
    assert entry().doi == "10.5555/right"
    form.show_findings([])
    assert all(one.isHidden() or not one.isVisible() for one in strip.findChildren(QLabel, "note"))


def test_going_to_a_place_puts_the_cursor_there(form: MetadataForm, qtbot: QtBot) -> None:
    with qtbot.waitActive(form):
        form.activateWindow()
    form.go_to(Place(field="authors.0.email", start=2, end=5))
    widget = line(form, "authors_0_email")
    assert widget.hasFocus()
    assert (widget.selectionStart(), widget.selectionLength()) == (2, 3)
    form.go_to(Place(field="title.ru"))
    assert box(form, "title_ru").hasFocus()


# ----------------------------------------------------------------------------------------------------------- collection


@pytest.fixture
def settings(session: Session, words: Words, qtbot: QtBot) -> CollectionForm:
    form = CollectionForm(session, words)
    qtbot.addWidget(form)
    form.resize(620, 600)
    form.show()
    return form


def test_the_collections_facts_are_edited_in_the_same_way(settings: CollectionForm, session: Session) -> None:
    retype(line(settings, "isbn"), "978-1")
    retype(box(settings, "name_kk"), "Жаңа")
    assert session.workspace.collection.isbn == "978-1"
    assert session.workspace.collection.name.kk == "Жаңа"


def test_sections_and_editors_are_rows(settings: CollectionForm, session: Session) -> None:
    retype(box(settings, "editors_1_ru"), "Иванова И. И.")
    button(settings, "add_sections_0_sections").click()  # type: ignore[attr-defined]
    retype(box(settings, "sections_0_sections_2_name_kk"), "Жел")
    collection = session.workspace.collection
    assert collection.editors[1].ru == "Иванова И. И."
    assert collection.sections[0].sections[2].name.kk == "Жел"
    ids = [section.id for path in collection.section_paths() for section in path[-1:]]
    assert len(set(ids)) == len(ids)


def test_a_section_tells_how_many_entries_stand_in_it(settings: CollectionForm, session: Session) -> None:
    path = next(iter(session.workspace.collection.section_paths()))
    for entry in session.workspace.entries:
        session.apply(SetField(entry.id, "section", path[-1].id, LABEL))
    count = len(session.workspace.entries)
    assert any(label.text().endswith(f"{count} entries") for label in settings.findChildren(QLabel))


@pytest.mark.parametrize("accept", [True, False])
def test_removing_a_used_section_asks_where_its_entries_go(
    settings: CollectionForm, session: Session, accept: bool
) -> None:
    first, *others = session.workspace.collection.sections
    entry = session.workspace.entries[0].id
    session.apply(SetField(entry, "section", first.id, LABEL))
    before = session.workspace

    def answer() -> None:
        dialog = settings.window().findChild(QDialog, "heirDialog")
        assert dialog
        heirs = dialog.findChild(QComboBox)
        assert heirs
        heirs.setCurrentIndex(1)
        (dialog.accept if accept else dialog.reject)()

    QTimer.singleShot(0, answer)
    button(settings, "remove_sections_0").click()  # type: ignore[attr-defined]
    if not accept:
        assert session.workspace is before
        return
    assert session.workspace.collection.sections == tuple(others)
    found = session.entry(entry)
    assert found
    assert found.section == others[0].id
    session.undo()
    assert session.workspace == before


# ------------------------------------------------------------------------------------------------------------ manners


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_widget_a_person_reaches_has_a_name(
    form: MetadataForm, words: Words, language: str, qtbot: QtBot
) -> None:
    words.set_language(language)  # type: ignore[arg-type]
    for widget in form.findChildren(QWidget):
        reached = isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox | QCheckBox | QToolButton)
        if reached and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget.parent(), QComboBox):
            assert widget.accessibleName(), widget.objectName()
            assert widget.objectName(), widget.accessibleName()


@pytest.mark.parametrize("width", [380, 620, 900])
def test_nothing_is_wider_than_the_form(
    form: MetadataForm, session: Session, words: Words, width: int, qtbot: QtBot
) -> None:
    add_reading(session, Reading("section", "Секция IV. " + "ұзақ атау " * 20, "head", 3))
    words.set_language("kk")
    form.resize(width, 600)
    qtbot.wait(10)
    assert form.widget().width() <= form.viewport().width()


@pytest.mark.parametrize("width", [320, 380, 620, 900])
@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_beside_each_other_begin_at_one_height_and_show_what_usually_stands_in_them(
    form: MetadataForm, words: Words, language: Language, width: int, qtbot: QtBot
) -> None:
    words.set_language(language)
    form.resize(width, 600)
    qtbot.wait(20)
    for row in form.findChildren(FieldRow):
        tops = {(one.widget.x(), one.widget.y()) for one in row.editors.values()}
        assert len({x for x, _ in tops}) <= 1 or len({y for _, y in tops}) == 1, row.path
    for line in form.findChildren(FieldLine):
        rows = line.findChildren(FieldRow, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for first, second in pairwise(rows):
            one, other = (next(iter(row.editors.values())).widget.y() for row in (first, second))
            assert first.y() != second.y() or abs(one - other) <= 2, first.path
    for path in ("udc", "doi", "received", "authors_0_orcid", "authors_0_email", "authors_0_phone"):
        field = form.findChild(Line, f"field_{path}")
        assert field, path
        assert field.width() > field.fontMetrics().horizontalAdvance(field.text()) + 8, path


def test_a_hidden_form_is_not_kept_up_to_date_but_right_when_seen(
    form: MetadataForm, session: Session, qtbot: QtBot
) -> None:
    form.hide()
    session.apply(SetField(ENTRY, "doi", "10.5555/hidden", LABEL))
    form.show()
    assert line(form, "doi").text() == "10.5555/hidden"


def test_typing_keeps_spaces_that_must_not_break(form: MetadataForm, session: Session) -> None:
    session.apply(SetField(ENTRY, "abstract.kk", "№\u00a05 жинақ\nА.\u202fС. Серік", LABEL))
    widget = box(form, "abstract_kk")
    widget.moveCursor(QTextCursor.MoveOperation.End)
    type_text(widget, "!")
    entry = session.entry(ENTRY)
    assert entry and entry.abstract.kk == "№\u00a05 жинақ\nА.\u202fС. Серік!"


def test_a_choice_is_right_after_the_language_changed_while_nobody_saw_it(
    form: MetadataForm, session: Session, words: Words
) -> None:
    session.apply(SetField(ENTRY, "language", "kk", LABEL))
    session.apply(SetField("ozera", "language", "ru", LABEL))
    form.hide()
    form.show_entry("ozera")
    words.set_language("ru")
    form.show_entry(ENTRY)
    form.show()
    assert combo(form, "language").currentData() == "kk"


def test_going_to_a_field_shows_what_is_said_below_it(form: MetadataForm, qtbot: QtBot) -> None:
    form.resize(620, 260)
    place = Place(field="authors.0.surname", start=0, end=3)
    words = text("Make pictures smaller where the files are too large for an e-mail")
    form.show_findings([Finding("AUTH001", "error", ENTRY, place, "", words)])
    form.go_to(place)
    (note,), view = form.findChildren(QLabel, "note"), form.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(QRect(note.mapTo(view, QPoint()), note.size())))
    assert not line(form, "authors_0_surname").visibleRegion().isEmpty()
