"""Parts of another entry: chosen by typing, ticked, taken over in one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QPushButton, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.entry import Entry
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.parts_dialog import PartsDialog, copy_parts
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.keyboard import Key, press
from tests.ui.message import with_next_dialog
from tests.ui.window import child, trigger

ENTRY = "tynaigan"


@pytest.fixture
def others(session: Session) -> list[Entry]:
    return [one for one in session.workspace.entries if one.id != ENTRY]


def entry_of(session: Session) -> Entry:
    found = session.entry(ENTRY)
    assert found
    return found


def rows(dialog: QDialog) -> list[QTableWidgetItem]:
    table = child(dialog, QTableWidget, "partsTable")
    found = (table.item(row, 0) for row in range(table.rowCount()))
    return [item for item in found if item]


def tick(dialog: QDialog, *labels: str) -> None:
    for row in rows(dialog):
        if row.text() in labels:
            row.setCheckState(Qt.CheckState.Checked)


def take(dialog: QDialog) -> None:
    child(dialog, QPushButton, "takeParts").click()


def ask(session: Session, words: Words, qtbot: QtBot, act: Callable[[QDialog], object]) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    with_next_dialog(act)
    copy_parts(session, words, ENTRY, window)


def test_what_is_ticked_is_taken_over_in_one_step(
    session: Session, words: Words, qtbot: QtBot, others: list[Entry]
) -> None:
    before = session.workspace

    def act(dialog: QDialog) -> None:
        assert not child(dialog, QPushButton, "takeParts").isEnabled()
        tick(dialog, "Authors", "UDC")
        take(dialog)

    ask(session, words, qtbot, act)
    wanted = replace(
        next(one for one in before.entries if one.id == ENTRY), authors=others[0].authors, udc=others[0].udc
    )
    assert replace(entry_of(session), readings=()) == replace(wanted, readings=())
    session.undo()
    assert session.workspace is before


def test_typing_narrows_the_entries(session: Session, words: Words, qtbot: QtBot, others: list[Entry]) -> None:
    chosen: list[str] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, PartsDialog)
        line = child(dialog, QLineEdit, "partsFilter")
        line.setText(others[-1].authors[0].surname.upper())
        assert dialog.source
        chosen.append(dialog.source.id)
        tick(dialog, "Authors")
        line.setText("қққ")
        assert dialog.source is None and not rows(dialog)
        assert not child(dialog, QPushButton, "takeParts").isEnabled()
        line.setText("")
        dialog.reject()

    before = session.workspace
    ask(session, words, qtbot, act)
    assert chosen == [others[-1].id]
    assert session.workspace is before


def test_what_is_ticked_stays_so_for_the_next_entry(
    session: Session, words: Words, qtbot: QtBot, others: list[Entry]
) -> None:
    seen: list[frozenset[str]] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, PartsDialog)
        tick(dialog, "Authors")
        child(dialog, QListWidget, "partsEntries").setCurrentRow(1)
        seen.append(dialog.ticked)
        take(dialog)

    ask(session, words, qtbot, act)
    assert seen == [frozenset({"authors"})]
    assert entry_of(session).authors == others[1].authors


def test_the_menu_asks_for_the_entry_at_hand(window: MainWindow, bench: Workbench) -> None:
    bench.entries.go_to(ENTRY)
    titles: list[str] = []

    def act(dialog: QDialog) -> None:
        listed = child(dialog, QListWidget, "partsEntries")
        titles.extend(listed.item(row).text() for row in range(listed.count()))
        dialog.reject()

    with_next_dialog(act)
    trigger(window, "copy_parts")
    assert len(titles) == len(bench.session.workspace.entries) - 1


def test_a_list_of_people_asks_for_its_own(bench: Workbench) -> None:
    bench.entries.go_to(ENTRY)
    bench.show_tab(0)
    ticked: list[frozenset[str]] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, PartsDialog)
        ticked.append(dialog.ticked)
        take(dialog)

    with_next_dialog(act)
    child(bench.form, QPushButton, "copy_authors").click()
    assert ticked == [frozenset({"authors"})]
    others = [one for one in bench.session.workspace.entries if one.id != ENTRY]
    assert entry_of(bench.session).authors == others[0].authors


def test_the_space_key_ticks_a_part(session: Session, words: Words, qtbot: QtBot) -> None:
    ticked: list[frozenset[str]] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, PartsDialog)
        table = child(dialog, QTableWidget, "partsTable")
        table.setFocus()
        press(table, Key.Key_Down)
        press(table, Key.Key_Space, " ")
        ticked.append(dialog.ticked)
        dialog.reject()

    ask(session, words, qtbot, act)
    assert [len(one) for one in ticked] == [1]
