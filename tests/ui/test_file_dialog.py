"""Qt's own dialog for folders says nothing in another language than the window's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.texts import text
from proceedings_editor.ui.application import QtWords
from proceedings_editor.ui.file_dialog import ask_file
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from tests.ui.message import with_next_dialog
from tests.ui.said import foreign, words_said
from tests.ui.window import trigger


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_dialog_speaks_the_windows_language(
    window: MainWindow, words: Words, language: str, tmp_path: Path, memory: Memory
) -> None:
    own = QtWords(words, window)
    trigger(window, f"language_{language}")
    (tmp_path / "бума").mkdir()
    memory.note_folder(tmp_path / "бума" / "жинақ")
    said: list[tuple[str, str]] = []

    def listen(dialog: QDialog) -> None:
        said.extend(words_said(dialog))
        dialog.reject()

    with_next_dialog(listen)
    trigger(window, "open")
    assert said
    assert not foreign(iter(said), str(tmp_path), "kk")
    words.set_language("en")
    own.deleteLater()


def test_the_table_of_files_shows_size_and_day_whole_and_no_english_kind(
    tmp_path: Path, words: Words, qtbot: QtBot
) -> None:
    (tmp_path / "бума").mkdir()
    (tmp_path / "сурет.png").write_bytes(bytes(18_000))
    parent = QWidget()
    qtbot.addWidget(parent)
    shown: list[str] = []
    narrow: list[int] = []

    def look(dialog: QDialog) -> None:
        (table,) = dialog.findChildren(QTreeView)
        model, root, head = table.model(), table.rootIndex(), table.header()
        qtbot.waitUntil(lambda: model.rowCount(root) == 2, timeout=20_000)
        for column in (one for one in range(model.columnCount(root)) if not table.isColumnHidden(one)):
            shown.extend(str(model.index(row, column, root).data()) for row in range(2))
            if column and head.sectionSize(column) < table.sizeHintForColumn(column):
                narrow.append(column)
        dialog.reject()

    with_next_dialog(look)
    assert ask_file(parent, words, text("Figure"), text("Pictures (*.png)"), tmp_path) is None
    assert "сурет.png" in shown and any("KiB" in one for one in shown)
    assert "Folder" not in shown and not narrow
