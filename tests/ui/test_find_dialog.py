"""Find and replace in the window: what is listed is what changes, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Body, Paragraph, Span, plain_text
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.find_dialog import FindDialog
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench

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


def press_enter(dialog: FindDialog, qtbot: QtBot, line: str) -> list[object]:
    with qtbot.waitSignal(dialog.place_chosen, timeout=20_000) as told:
        qtbot.keyClick(child(dialog, QLineEdit, line), Qt.Key.Key_Return)
    return told.args


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
    qtbot.waitUntil(child(dialog, QPushButton, "replaceButton").isEnabled, timeout=20_000)
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


@pytest.mark.parametrize("line", ["findWords", "findReplacement"])
def test_enter_goes_from_place_to_place_and_never_changes_a_word(
    dialog: FindDialog, session: Session, qtbot: QtBot, line: str
) -> None:
    before = session.workspace
    child(dialog, QLineEdit, "findWords").setText("тоқымқас")
    starts = [press_enter(dialog, qtbot, line)[1].start for _ in range(3)]
    assert starts == [0, 18, 0]
    assert session.workspace is before


def test_a_place_chosen_in_the_list_is_what_enter_goes_on_from(dialog: FindDialog, qtbot: QtBot) -> None:
    look(dialog, qtbot, "тоқымқас", 2)
    tree = child(dialog, QTreeWidget, "findList")
    tree.setCurrentItem(rows(dialog)[0])
    assert press_enter(dialog, qtbot, "findWords")[1].start == 18


def test_replacing_by_nothing_is_called_deleting(dialog: FindDialog, qtbot: QtBot) -> None:
    button = child(dialog, QPushButton, "replaceButton")
    look(dialog, qtbot, "тоқымқас", 2)
    assert button.text() == button.accessibleName() == "Delete the ticked words"
    child(dialog, QLineEdit, "findReplacement").setText("Құлын")
    assert button.text() == button.accessibleName() == "Replace the ticked places"


def test_nothing_can_be_replaced_while_the_list_is_not_what_is_asked_for(dialog: FindDialog, qtbot: QtBot) -> None:
    look(dialog, qtbot, "тоқымқас", 2)
    button = child(dialog, QPushButton, "replaceButton")
    assert button.isEnabled()
    child(dialog, QLineEdit, "findWords").setText("екінші")
    assert not button.isEnabled()
    qtbot.waitUntil(button.isEnabled, timeout=20_000)
    assert len(rows(dialog)) == 1


def test_found_places_are_told_in_a_new_language_at_once(dialog: FindDialog, words: Words, qtbot: QtBot) -> None:
    look(dialog, qtbot, "Тоқымқас", 2)
    words.set_language("ru")
    qtbot.waitUntil(lambda: child(dialog, QLabel, "findState").text() == "2 места")
    assert [row.text(2) for row in rows(dialog)] == ["Абзац 1", "Абзац 1"]
    words.set_language("kk")


def test_undo_of_a_replacement_shows_the_article_it_was_in(bench: Workbench, qtbot: QtBot) -> None:
    session = bench.session
    session.apply(SetField(HERE, "body", BODY, text("Change")))
    bench.go_to(HERE, Place(field="title.kk"))
    bench.desk.find_words()
    dialog = bench.findChild(FindDialog, "findDialog")
    assert dialog
    look(dialog, qtbot, "тоқымқас", 2, put="Құлын")
    qtbot.waitUntil(child(dialog, QPushButton, "replaceButton").isEnabled, timeout=20_000)
    child(dialog, QPushButton, "replaceButton").click()
    assert said(session, HERE) == "Құлын бірінші. Құлын екінші."
    bench.undo()
    assert said(session, HERE) == "Тоқымқас бірінші. Тоқымқас екінші."
    tabs = bench.findChild(QTabWidget, "entryTabs")
    assert tabs
    assert tabs.currentWidget() is bench.body
    bench.show_tab(0)
    bench.redo()
    assert tabs.currentWidget() is bench.body
    dialog.close()


def test_undo_of_a_replacement_in_several_entries_stays_where_the_person_is(bench: Workbench, qtbot: QtBot) -> None:
    session = bench.session
    for entry in (HERE, OTHER):
        session.apply(SetField(entry, "body", BODY, text("Change")))
    bench.go_to(HERE, Place(block=(0,)))
    bench.desk.find_words()
    dialog = bench.findChild(FindDialog, "findDialog")
    assert dialog
    child(dialog, QComboBox, "findWhere").setCurrentIndex(1)
    look(dialog, qtbot, "тоқымқас", 4, put="Құлын")
    qtbot.waitUntil(child(dialog, QPushButton, "replaceButton").isEnabled, timeout=20_000)
    child(dialog, QPushButton, "replaceButton").click()
    bench.undo()
    assert said(session, OTHER) == "Тоқымқас бірінші. Тоқымқас екінші."
    assert bench.entry_id == HERE
    assert bench.body.isVisible()
    dialog.close()
