"""The assistant for a new collection: what is typed in it is in the collection it makes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.collection import open_collection
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.new_collection_dialog import NewCollectionDialog
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import CONTROL, Key, press, type_text
from tests.ui.message import answer


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "жаңа жинақ"


@pytest.fixture
def dialog(place: Path, words: Words, qtbot: QtBot) -> Iterator[NewCollectionDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewCollectionDialog(words, place, parent)
    dialog.show()
    yield dialog
    assert parent


def line(dialog: QWidget, path: str) -> Line:
    found = dialog.findChild(Line, f"field_{path}")
    assert found, path
    return found


def box(dialog: QWidget, path: str) -> TextBox:
    found = dialog.findChild(TextBox, f"field_{path}")
    assert found, path
    return found


def click(qtbot: QtBot, dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QWidget, name)
    assert button, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_collection_has_every_fact_that_was_typed(dialog: NewCollectionDialog, place: Path, qtbot: QtBot) -> None:
    type_text(box(dialog, "name_kk"), "Жастар мен ғылым")
    type_text(box(dialog, "name_en"), "Youth and Science")
    type_text(box(dialog, "kind_ru"), "материалы конференции")
    type_text(line(dialog, "first_day"), "07.04.2026")
    type_text(box(dialog, "place_kk"), "Атырау")
    type_text(line(dialog, "isbn"), "978-601-04-1111-1")
    click(qtbot, dialog, "add_sections")
    type_text(box(dialog, "sections_0_name_kk"), "Жаратылыстану")
    click(qtbot, dialog, "add_sections")
    click(qtbot, dialog, "indent_sections_1")
    click(qtbot, dialog, "numberSections")
    click(qtbot, dialog, "makeButton")
    assert dialog.folder == place
    made = open_collection(place).workspace.collection
    assert (made.name.kk, made.name.en, made.kind.ru) == (
        "Жастар мен ғылым",
        "Youth and Science",
        "материалы конференции",
    )
    assert (made.first_day, made.place.kk, made.isbn) == (date(2026, 4, 7), "Атырау", "978-601-04-1111-1")
    (section,) = made.sections
    assert (section.number, section.name.kk, section.sections[0].number) == ("I", "Жаратылыстану", "I")


def test_a_wrong_isbn_is_told_while_it_is_typed_and_empty_facts_are_not(
    dialog: NewCollectionDialog, qtbot: QtBot
) -> None:
    def notes() -> list[str]:
        return [label.text() for label in dialog.findChildren(QLabel, "note") if label.isVisible()]

    type_text(line(dialog, "isbn"), "978-601-04-1111-2")
    qtbot.waitUntil(lambda: len(notes()) == 1)
    assert "978-601-04-1111-2" in notes()[0]
    press(line(dialog, "isbn"), Key.Key_Backspace)
    type_text(line(dialog, "isbn"), "1")
    qtbot.waitUntil(lambda: notes() == [])


def test_another_template_keeps_what_was_typed_and_is_described(
    dialog: NewCollectionDialog, place: Path, qtbot: QtBot
) -> None:
    type_text(box(dialog, "name_ru"), "Наука")
    template = dialog.findChild(QComboBox, "template")
    assert template
    template.setCurrentIndex(template.findData("kz-journal"))
    assert box(dialog, "name_ru").words() == "Наука"
    assert any("14 pt" in label.text() for label in dialog.findChildren(QLabel))
    click(qtbot, dialog, "makeButton")
    workspace = open_collection(place).workspace
    assert workspace.collection.name.ru == "Наука"
    assert workspace.template.origin.startswith("kz-journal")


def test_undo_takes_back_and_enter_makes_nothing_yet(dialog: NewCollectionDialog, qtbot: QtBot) -> None:
    type_text(line(dialog, "volume"), "2")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert line(dialog, "volume").words() == ""
    line(dialog, "volume").setFocus()
    press(line(dialog, "volume"), Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.folder is None


def test_a_folder_in_use_is_refused_with_a_sentence(dialog: NewCollectionDialog, place: Path, qtbot: QtBot) -> None:
    place.mkdir()
    (place / "a.txt").write_text("a", encoding="utf-8")
    click(qtbot, dialog, "makeButton")
    assert dialog.isVisible()
    fault = dialog.findChild(QLabel, "fault")
    assert fault
    assert "not empty" in fault.text()


def test_the_tab_key_reads_the_form_and_comes_to_the_buttons_last(dialog: NewCollectionDialog, qtbot: QtBot) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    for _ in range(2):  # another template makes the form anew
        stops = [dialog.focusWidget().objectName()]
        while stops[-1] != "cancelButton" and len(stops) < 60:
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            stops.append(dialog.focusWidget().objectName())
        assert stops[:4] == ["folderLine", "browseButton", "template", "field_name_kk"]
        assert stops[-2:] == ["makeButton", "cancelButton"]
        assert stops.index("field_first_day") + 1 == stops.index("calendar_first_day")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        template = dialog.findChild(QComboBox, "template")
        assert template
        template.setCurrentIndex(1)


@pytest.mark.parametrize("name", ["folderLine", "template", "field_volume"])
def test_enter_goes_on_and_makes_no_collection(dialog: NewCollectionDialog, qtbot: QtBot, name: str) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    widget = dialog.findChild(QWidget, name)
    assert widget
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is not widget


def test_ctrl_and_enter_make_the_collection_with_the_date_at_hand(
    dialog: NewCollectionDialog, place: Path, qtbot: QtBot
) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    first = line(dialog, "first_day")
    first.setFocus()
    type_text(first, "14.05.20")
    qtbot.keyClick(first, Qt.Key.Key_Return, CONTROL)
    assert dialog.folder == place
    assert open_collection(place).workspace.collection.first_day == date(2020, 5, 14)


def test_words_that_are_no_date_hold_the_collection_back(
    dialog: NewCollectionDialog, place: Path, qtbot: QtBot
) -> None:
    type_text(line(dialog, "first_day"), "ертең")
    type_text(line(dialog, "volume"), "2")
    click(qtbot, dialog, "makeButton")
    assert (dialog.isVisible(), line(dialog, "first_day").words(), place.exists()) == (True, "ертең", False)
    fault = dialog.findChild(QLabel, "fault")
    assert fault
    assert "cursor" in fault.text()
    assert dialog.focusWidget() is line(dialog, "first_day")


def test_a_new_section_is_scrolled_to(dialog: NewCollectionDialog, qtbot: QtBot) -> None:
    for number in range(3):
        click(qtbot, dialog, "add_sections")
        field = box(dialog, f"sections_{number}_name_kk")
        qtbot.waitUntil(lambda field=field: field.visibleRegion().boundingRect().height() == field.height())  # type: ignore[misc]


@pytest.mark.parametrize(("field", "typed"), [("volume", "2"), ("first_day", "17.14.2")])
def test_what_was_typed_goes_only_after_a_question(
    dialog: NewCollectionDialog, field: str, typed: str, qtbot: QtBot
) -> None:
    line(dialog, field).setFocus()
    type_text(line(dialog, field), typed)
    said = answer(QMessageBox.StandardButton.Cancel)
    press(dialog, Key.Key_Escape)
    assert len(said) == 1 and dialog.isVisible() and line(dialog, field).words() == typed
    answer(QMessageBox.StandardButton.Discard)
    click(qtbot, dialog, "cancelButton")
    assert not dialog.isVisible() and dialog.folder is None


def test_nothing_typed_asks_nothing(dialog: NewCollectionDialog, qtbot: QtBot) -> None:
    click(qtbot, dialog, "cancelButton")
    assert not dialog.isVisible()
