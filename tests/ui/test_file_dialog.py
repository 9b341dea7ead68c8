"""Qt's own dialog for folders says nothing in another language than the window's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTreeView

from proceedings_editor.ui.application import QtWords
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from tests.ui.message import with_next_dialog
from tests.ui.said import foreign, words_said
from tests.ui.window import trigger


def told(table: QTreeView) -> Iterator[str]:
    """Return what stands in the columns of a table beside the names, which are people's own; all of it has room."""
    model, head = table.model(), table.header()
    for column in range(1, model.columnCount()):
        if not table.isColumnHidden(column):
            assert head.sectionSize(column) >= table.sizeHintForColumn(column)
            yield str(model.headerData(column, Qt.Orientation.Horizontal))
            rows = range(model.rowCount(table.rootIndex()))
            yield from (str(model.index(row, column, table.rootIndex()).data()) for row in rows)


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
        said.extend(("table", words) for table in dialog.findChildren(QTreeView) for words in told(table))
        dialog.reject()

    with_next_dialog(listen)
    trigger(window, "open")
    assert said
    assert not foreign(iter(said), str(tmp_path), "kk")
    words.set_language("en")
    own.deleteLater()
