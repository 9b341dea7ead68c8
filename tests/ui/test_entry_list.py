"""The list of entries: what a row says, the filter, going to an entry."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QInputDialog,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.new_entry import new_entry
from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.workspace import in_order
from proceedings_editor.texts import text
from proceedings_editor.ui.entry_list import EntryList
from proceedings_editor.ui.entry_model import HEAD_ROLE, ID_ROLE
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import type_text
from tests.ui.message import answer, with_next_dialog

W = TypeVar("W", bound=QObject)


def child(widget: QObject, kind: type[W], name: str) -> W:
    found = widget.findChild(kind, name)
    assert found, name
    return found


@pytest.fixture
def panel(session: Session, words: Words, qtbot: QtBot) -> EntryList:
    panel = EntryList(session, words)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def rows(panel: EntryList) -> list[str]:
    view = panel.findChild(QListView, "entryView")
    assert view
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def seek(panel: EntryList, words: str) -> list[str]:
    line = panel.findChild(QLineEdit, "entryFilter")
    assert line
    line.clear()
    type_text(line, words)
    return rows(panel)


def test_a_row_says_number_author_title_section_and_pages(panel: EntryList) -> None:
    first = rows(panel)[0]
    for part in ("001", "Жолдыбекова І. С.", "Тыңайған жерлердегі", "Vegetation and biodiversity", "5–9"):
        assert part in first


def test_the_filter_finds_whatever_the_case_and_the_letters(panel: EntryList) -> None:
    assert len(rows(panel)) == 4
    assert len(seek(panel, "жолдыбекова")) == 1
    assert len(seek(panel, "тынайган")) == 1  # typed on a keyboard without Kazakh letters
    assert len(seek(panel, "002")) == 1
    assert not seek(panel, "жоқ мұндай")
    assert len(seek(panel, "")) == 4


def test_the_filter_finds_words_of_the_state_and_of_the_section(panel: EntryList, session: Session) -> None:
    session.apply(SetField("ozera", "state", "withdrawn", text("Change")))
    assert [row for row in seek(panel, "withdrawn") if "002" in row] == seek(panel, "withdrawn")
    assert len(seek(panel, "accepted")) == 3
    assert len(seek(panel, "vegetation")) == 1


def test_going_to_an_entry_hidden_by_the_filter_clears_it(panel: EntryList) -> None:
    seek(panel, "жолдыбекова")
    panel.go_to("ozera")
    assert panel.current == "ozera"
    assert len(rows(panel)) == 4


def test_an_entry_gone_to_while_ctrl_is_held_is_chosen_alone(panel: EntryList) -> None:
    panel.go_to("tynaigan")
    window = panel.window().windowHandle()
    QTest.keyPress(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    panel.go_to("ozera")
    panel.step(1)
    QTest.keyRelease(window, Qt.Key.Key_PageDown)
    assert [entry.id for entry in panel.chosen] == [panel.current]


def test_stepping_through_entries_tells_each(panel: EntryList, qtbot: QtBot) -> None:
    panel.go_to("tynaigan")
    with qtbot.waitSignal(panel.entry_chosen) as told:
        panel.step(1)
    assert told.args == ["ozera"]
    panel.step(-5)
    assert panel.current == "ozera"


def test_a_changed_title_and_a_new_entry_show_at_once(panel: EntryList, session: Session) -> None:
    panel.go_to("ozera")
    session.apply(SetField("tynaigan", "title.kk", "Қайың", text("Change")))
    assert "Қайың" in rows(panel)[0]
    session.apply(new_entry(session.workspace))
    assert len(rows(panel)) == 5
    assert panel.current == "ozera"
    session.undo()
    assert len(rows(panel)) == 4


def test_rows_follow_the_windows_language(panel: EntryList, words: Words) -> None:
    words.set_language("ru")
    assert "Растительный покров" in rows(panel)[0]


# ------------------------------------------------------------------------------------------------ acts on entries


def ids(panel: EntryList) -> list[str]:
    view = child(panel, QListView, "entryView")
    return [view.model().index(row, 0).data(ID_ROLE) for row in range(view.model().rowCount())]


def select(panel: EntryList, *wanted: str) -> None:
    view = child(panel, QListView, "entryView")
    view.clearSelection()
    for row, entry in enumerate(ids(panel)):
        if entry in wanted:
            view.selectionModel().select(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)


def test_the_list_stands_in_other_orders(panel: EntryList) -> None:
    order = child(panel, QComboBox, "entryOrder")
    by_number = ids(panel)
    order.setCurrentIndex(order.findData("author"))
    assert ids(panel) != by_number
    assert sorted(ids(panel)) == sorted(by_number)
    order.setCurrentIndex(order.findData("section"))
    view = child(panel, QListView, "entryView")
    heads = [view.model().index(row, 0).data(HEAD_ROLE) for row in range(4)]
    assert heads[0]
    assert len(list(filter(None, heads))) == len(set(filter(None, heads)))
    order.setCurrentIndex(0)
    assert ids(panel) == by_number


def test_the_chosen_entries_are_deleted_after_a_question_and_undo_brings_them_back(
    panel: EntryList, session: Session
) -> None:
    select(panel, "ozera", "beldeu")
    answer(QMessageBox.StandardButton.No)
    panel.remove()
    assert len(session.workspace.entries) == 4
    said = answer(QMessageBox.StandardButton.Yes)
    panel.remove()
    assert "2 entries" in said[0]
    assert ids(panel) == ["tynaigan", "sensors"]
    session.undo()
    assert len(ids(panel)) == 4


def test_a_copy_is_gone_to(panel: EntryList, session: Session) -> None:
    select(panel, "ozera")
    panel.duplicate()
    assert len(session.workspace.entries) == 5
    assert panel.current not in ("tynaigan", "ozera", "sensors", "beldeu")


def test_entries_are_numbered_in_the_order_of_the_list(panel: EntryList, session: Session) -> None:
    order = child(panel, QComboBox, "entryOrder")
    order.setCurrentIndex(order.findData("title"))
    shown = ids(panel)

    def give_first(dialog: QDialog) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setIntValue(11)
        dialog.accept()

    with_next_dialog(give_first)
    panel.renumber()
    assert [entry.id for entry in session.workspace.entries] == shown
    assert [entry.number for entry in session.workspace.entries] == [11, 12, 13, 14]


def test_the_menu_offers_states_and_sections(panel: EntryList, session: Session, qtbot: QtBot) -> None:
    select(panel, "ozera")
    seen: list[str] = []

    def press() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (states,) = (one.menu() for one in menu.actions() if one.text() == "State")
        assert isinstance(states, QMenu)
        seen.extend(one.text() for one in states.actions())
        states.actions()[3].trigger()
        menu.close()

    QTimer.singleShot(100, press)
    child(panel, QListView, "entryView").customContextMenuRequested.emit(QPoint(5, 5))
    assert seen[0] == "received"
    entry = session.entry("ozera")
    assert entry
    assert entry.state == "accepted"


def test_new_entries_stand_at_the_end_as_they_were_made(session: Session) -> None:
    before, made = [one.id for one in session.workspace.entries], []
    for _ in range(5):
        edit = new_entry(session.workspace)
        session.apply(edit)
        made.append(edit.entry)
    assert [one.id for one in in_order(session.workspace.entries)] == [*before, *made]
