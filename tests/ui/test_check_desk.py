"""Several entries are chosen in the list and checked together."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QListView, QMenu
from pytestqt.qtbot import QtBot

from proceedings_editor.app.report_words import entry_heading
from proceedings_editor.model.edit import SetField
from proceedings_editor.texts import text
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.workbench import Workbench
from tests.ui.message import with_next_dialog
from tests.ui.window import child, trigger

WRONG = "Ж\u0061ңа мақала"


@pytest.fixture
def wrong(bench: Workbench, qtbot: QtBot) -> Workbench:
    """The sample with the same mistake in every article, the first two chosen."""
    for entry in bench.session.workspace.entries:
        bench.session.apply(SetField(entry.id, "title.kk", f"{WRONG} {entry.id}", text("Change")))
    qtbot.waitUntil(lambda: bench.is_checked, timeout=20_000)
    choose(bench, 0, 1)
    return bench


def choose(bench: Workbench, *rows: int) -> None:
    view = child(bench.entries, QListView, "entryView")
    view.setCurrentIndex(view.model().index(rows[0], 0))
    for row in rows[1:]:
        view.selectionModel().select(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)


def shown_entries(bench: Workbench) -> set[str]:
    return {finding.entry for finding in bench.problems.shown}


def ids(bench: Workbench, *rows: int) -> set[str]:
    return {bench.session.workspace.entries[row].id for row in rows}


def check(qtbot: QtBot, window: MainWindow, bench: Workbench) -> str:
    with qtbot.waitSignal(bench.said, timeout=20_000) as said:
        trigger(window, "check_chosen")
    return str(said.args[0])


def test_their_problems_are_shown_together(qtbot: QtBot, window: MainWindow, wrong: Workbench) -> None:
    assert shown_entries(wrong) == ids(wrong, 0)
    said = check(qtbot, window, wrong)
    assert said.startswith("2 articles were checked: ") and "error" in said
    assert shown_entries(wrong) == ids(wrong, 0, 1)
    assert child(wrong.problems, QCheckBox, "onlyHere").text() == "Only these 2 chosen"


def test_going_from_one_to_the_next_keeps_them(qtbot: QtBot, window: MainWindow, wrong: Workbench) -> None:
    check(qtbot, window, wrong)
    seen = set()
    for _ in wrong.problems.shown:
        wrong.problems.go_next()
        seen.add(wrong.entry_id)
    assert seen == ids(wrong, 0, 1) == shown_entries(wrong)


def test_another_entry_ends_it(qtbot: QtBot, window: MainWindow, wrong: Workbench) -> None:
    check(qtbot, window, wrong)
    choose(wrong, 2)
    assert shown_entries(wrong) == ids(wrong, 2)
    assert child(wrong.problems, QCheckBox, "onlyHere").text() == "Only this entry"


def test_all_can_be_seen_beside_them(qtbot: QtBot, window: MainWindow, wrong: Workbench) -> None:
    check(qtbot, window, wrong)
    only = child(wrong.problems, QCheckBox, "onlyHere")
    only.click()
    assert shown_entries(wrong) == ids(wrong, 0, 1, 2, 3)
    only.click()
    assert shown_entries(wrong) == ids(wrong, 0, 1)


def test_hidden_problems_come_into_view(qtbot: QtBot, window: MainWindow, wrong: Workbench) -> None:
    wrong.problems.hide()
    check(qtbot, window, wrong)
    assert wrong.problems.isVisible()


def test_one_entry_is_checked_as_the_one_at_hand(qtbot: QtBot, window: MainWindow, wrong: Workbench) -> None:
    choose(wrong, 3)
    assert check(qtbot, window, wrong).startswith("1 article was checked: ")
    assert shown_entries(wrong) == ids(wrong, 3)


def test_the_report_is_written_where_the_person_says(
    qtbot: QtBot, window: MainWindow, wrong: Workbench, tmp_path: Path
) -> None:
    file = tmp_path / "есеп.html"

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(file.name)
        dialog.accept()

    with_next_dialog(answer)
    with qtbot.waitSignal(wrong.said, timeout=20_000) as said:
        trigger(window, "check_report")
    assert str(said.args[0]) == f"The report is in {file}."
    words = file.read_text(encoding="utf-8")
    workspace = wrong.session.workspace
    told = [escape(entry_heading(entry, workspace)) in words for entry in workspace.entries]
    assert told == [True, True, False, False]


def test_the_lists_own_menu_has_both(qtbot: QtBot, wrong: Workbench) -> None:
    view = child(wrong.entries, QListView, "entryView")
    seen: list[str] = []

    def read() -> None:
        menu = next(one for one in wrong.entries.findChildren(QMenu, "entryMenu"))
        seen.extend(action.text() for action in menu.actions())
        menu.close()

    QTimer.singleShot(200, read)
    view.customContextMenuRequested.emit(view.rect().center())
    assert {"Check", "Report of the check…"} <= set(seen)


def test_pages_without_marks_stay_so_until_the_next_start(window: MainWindow, bench: Workbench, folder: Path) -> None:
    trigger(window, "marks")
    assert not bench.preview.shows_findings
    assert window.open_folder(folder)
    assert window.bench and window.bench is not bench and not window.bench.preview.shows_findings
