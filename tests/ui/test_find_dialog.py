"""Find and replace in the window: what is listed is what changes, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Body, Paragraph, Span, plain_text
from proceedings_editor.model.edit import SetField
from proceedings_editor.texts import text
from proceedings_editor.ui.find_dialog import FindDialog
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.words import Words

W = TypeVar("W", bound=QObject)
HERE, OTHER = "beldeu", "ozera"
BODY: Body = (Paragraph((Span("Тоқымқас бірінші. Тоқымқас екінші."),)),)


def child(widget: QObject, kind: type[W], name: str) -> W:
    found = widget.findChild(kind, name)
    assert found, name
    return found


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


@pytest.fixture
def dialog(session: Session, words: Words, jobs: Jobs, qtbot: QtBot) -> FindDialog:
    for entry in (HERE, OTHER):
        session.apply(SetField(entry, "body", BODY, text("Change")))
    dialog = FindDialog(session, words, jobs, None)  # type: ignore[arg-type]  # no window around it here
    qtbot.addWidget(dialog)
    dialog.seek(HERE)
    return dialog


def rows(dialog: FindDialog) -> list[QTreeWidgetItem]:
    tree = child(dialog, QTreeWidget, "findList")
    groups = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return [row for group in groups if group for number in range(group.childCount()) if (row := group.child(number))]


def look(dialog: FindDialog, qtbot: QtBot, words: str, count: int, *, put: str = "") -> None:
    child(dialog, QLineEdit, "findReplacement").setText(put)
    child(dialog, QLineEdit, "findWords").setText(words)
    qtbot.waitUntil(lambda: len(rows(dialog)) == count, timeout=20_000)


def said(session: Session, entry_id: str) -> str:
    entry = session.entry(entry_id)
    assert entry
    return "".join(plain_text(block.text) for block in entry.body if isinstance(block, Paragraph))


def test_the_ticked_places_of_all_entries_change_in_one_step(
    dialog: FindDialog, session: Session, qtbot: QtBot
) -> None:
    look(dialog, qtbot, "тоқымқас", 2, put="Құлын")
    child(dialog, QComboBox, "findWhere").setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 4, timeout=20_000)
    rows(dialog)[0].setCheckState(0, Qt.CheckState.Unchecked)
    before = session.workspace
    child(dialog, QPushButton, "replaceButton").click()
    assert sorted((said(session, HERE), said(session, OTHER))) == sorted(
        ("Тоқымқас бірінші. Құлын екінші.", "Құлын бірінші. Құлын екінші.")
    )
    session.undo()
    assert session.workspace is before


def test_a_place_is_gone_to(dialog: FindDialog, qtbot: QtBot) -> None:
    look(dialog, qtbot, "екінші", 1)
    with qtbot.waitSignal(dialog.place_chosen) as told:
        child(dialog, QTreeWidget, "findList").itemClicked.emit(rows(dialog)[0], 0)
    entry, place = told.args
    assert (entry, place.block, place.start) == (HERE, (0,), 27)


def test_a_wrong_expression_is_told_and_nothing_can_be_replaced(dialog: FindDialog, qtbot: QtBot) -> None:
    look(dialog, qtbot, "тоқымқас", 2)
    child(dialog, QCheckBox, "findExpression").setChecked(True)
    child(dialog, QLineEdit, "findWords").setText("(")
    state = child(dialog, QLabel, "findState")
    qtbot.waitUntil(lambda: "regular expression" in state.text(), timeout=20_000)
    assert not child(dialog, QPushButton, "replaceButton").isEnabled()


def test_no_words_find_nothing(dialog: FindDialog, qtbot: QtBot) -> None:
    look(dialog, qtbot, "тоқымқас", 2)
    look(dialog, qtbot, "", 0)
    assert child(dialog, QLabel, "findState").text() == ""
