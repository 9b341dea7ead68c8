"""Collections opened before: the start page offers them, the keyboard opens them, those that are gone are forgotten."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.message import read_message
from tests.ui.window import child, trigger


def offered(window: MainWindow) -> list[str]:
    rows = child(window, QListWidget, "recentList")
    return [rows.item(row).text().partition("\n")[0] for row in range(rows.count())]


def test_an_opened_collection_is_offered_by_the_next_window(
    bench: Workbench, folder: Path, words: Words, tmp_path: Path, qtbot: QtBot
) -> None:
    later = MainWindow(words, Memory(tmp_path / "preferences.json"), tmp_path / "cache")
    later.furnish()
    later.show_start()
    qtbot.addWidget(later)
    later.show()
    assert offered(later) == [folder.name]


def test_enter_opens_the_chosen_one(window: MainWindow, bench: Workbench, folder: Path, qtbot: QtBot) -> None:
    second = folder.parent / "екінші"
    shutil.copytree(folder, second)
    assert window.open_folder(second)
    trigger(window, "start")
    assert offered(window) == [second.name, folder.name]
    rows = child(window, QListWidget, "recentList")
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    rows.setCurrentRow(1)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert window.session and window.session.folder == folder
    assert window.bench and window.bench.isVisible()


def test_one_that_is_gone_is_told_and_offered_no_more(window: MainWindow, memory: Memory, tmp_path: Path) -> None:
    memory.note_folder(tmp_path / "жоқ")
    trigger(window, "start")
    rows = child(window, QListWidget, "recentList")
    assert offered(window) == ["жоқ"]
    said = read_message()
    rows.itemActivated.emit(rows.item(0))
    assert "жоқ" in said[0]
    assert offered(window) == []


def test_the_start_page_leads_back_to_the_open_collection(window: MainWindow, bench: Workbench) -> None:
    trigger(window, "start")
    assert not bench.isVisible()
    trigger(window, "start")
    assert bench.isVisible()
