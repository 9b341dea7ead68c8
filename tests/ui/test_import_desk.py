"""Manuscripts are chosen or dropped, one or many, with a collection open or without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from proceedings_editor.app.collection import open_collection
from proceedings_editor.ui.entry_list import EntryView
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.start_page import StartPage
from proceedings_editor.ui.workbench import Workbench
from tests.ui.message import answer_each, pressing, read_message, with_next_dialog
from tests.ui.window import child, trigger


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    home = tmp_path / "кіріс"
    home.mkdir()
    found = [home / f"{name}.md" for name in ("бір", "екі", "үш")]
    for file in found:
        file.write_text(f"# {file.stem}\n\nДалада көктем келді.\n", encoding="utf-8")
    return found


def drop(target: EntryView | StartPage, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none = Qt.KeyboardModifier.NoModifier
    place = QPointF(5, 5)
    target.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))


def choose_folder(folder: Path) -> None:
    def answer(dialog: QDialog) -> None:
        line = child(dialog, QLineEdit, "folderLine")
        line.setText(str(folder))
        dialog.accept()

    with_next_dialog(answer)


def test_files_dropped_on_the_list_come_in_as_one_step(qtbot: QtBot, bench: Workbench, files: list[Path]) -> None:
    drop(child(bench.entries, EntryView, "entryView"), files)
    qtbot.waitUntil(lambda: len(bench.session.workspace.entries) == 7, timeout=20_000)
    first = bench.session.entry(bench.entry_id)
    assert first and first.manuscripts == ("бір.md",)
    bench.undo()
    assert len(bench.session.workspace.entries) == 4


def test_what_did_not_come_in_is_told_by_file(qtbot: QtBot, bench: Workbench, files: list[Path]) -> None:
    files[1].write_bytes(b"")
    files[2].write_text("# Үш\n\n![Карта](карта.png)\n", encoding="utf-8")
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        told.extend(child(dialog, QPlainTextEdit, "importTold").toPlainText().split("\n\n"))
        dialog.accept()

    with_next_dialog(read)
    bench.desk.import_files(files)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert told[0].startswith("екі.md: ") and "is empty" in told[0]
    assert told[1].startswith("үш.md:3: ") and "карта.png" in told[1]
    assert len(bench.session.workspace.entries) == 6


def test_a_missing_picture_of_one_manuscript_is_one_sentence(qtbot: QtBot, bench: Workbench, files: list[Path]) -> None:
    files[0].write_text("# Бір\n\n![Карта](карта.png)\n", encoding="utf-8")
    said = read_message()
    bench.desk.import_files(files[:1])
    qtbot.waitUntil(lambda: len(said) == 1, timeout=20_000)
    assert said[0].startswith("There is no picture карта.png beside the manuscript")


def test_other_files_are_refused_with_what_can_be_imported_and_the_rest_comes_in(
    qtbot: QtBot, bench: Workbench, files: list[Path], tmp_path: Path
) -> None:
    said = read_message()
    bench.desk.import_files([tmp_path / "мақала.docx", files[0]])
    qtbot.waitUntil(lambda: len(bench.session.workspace.entries) == 5, timeout=20_000)
    assert said[0].startswith("Not imported: мақала.docx. Manuscripts come in from Markdown files (.md, .markdown)")


def test_files_dropped_on_the_start_page_begin_a_collection(
    qtbot: QtBot, window: MainWindow, files: list[Path], tmp_path: Path
) -> None:
    window.show_start()
    folder = tmp_path / "жаңа жинақ"
    folder.mkdir()
    choose_folder(folder)
    drop(child(window, StartPage, "startPage"), files)
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        told.append(child(dialog, QPlainTextEdit, "importTold").toPlainText())
        dialog.accept()

    with_next_dialog(read)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].startswith("жаңа жинақ: ") and "Collection settings" in told[0]
    assert window.session and window.session.folder == folder
    assert len(open_collection(folder).workspace.entries) == 3


def test_a_word_document_dropped_on_the_start_page_is_one_sentence(window: MainWindow, tmp_path: Path) -> None:
    window.show_start()
    said = read_message()
    drop(child(window, StartPage, "startPage"), [tmp_path / "мақала.docx"])
    assert len(said) == 1 and "Markdown" in said[0]
    assert window.session is None


def test_a_folder_with_other_things_is_refused(qtbot: QtBot, window: MainWindow, files: list[Path]) -> None:
    window.show_start()
    choose_folder(files[0].parent)
    said: list[str] = []
    drop(child(window, StartPage, "startPage"), files)
    said = read_message()
    qtbot.waitUntil(lambda: len(said) == 1, timeout=20_000)
    assert "is not empty" in said[0] and window.session is None


def test_several_files_are_chosen_at_once(
    qtbot: QtBot, window: MainWindow, bench: Workbench, files: list[Path]
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog) and dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
        dialog.setDirectory(str(files[0].parent))
        dialog.selectFile(str(files[0]))
        QDialog.done(dialog, QDialog.DialogCode.Accepted)

    with_next_dialog(answer)
    trigger(window, "import")
    qtbot.waitUntil(lambda: len(bench.session.workspace.entries) == 5, timeout=20_000)


def test_the_dialog_shows_word_documents_and_says_why_they_cannot_come_in(
    window: MainWindow, bench: Workbench, files: list[Path]
) -> None:
    word = files[0].with_suffix(".docx")
    word.write_bytes(b"PK")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog) and "*.docx" in dialog.nameFilters()[0]
        dialog.setDirectory(str(word.parent))
        dialog.selectFile(str(word))
        QDialog.done(dialog, QDialog.DialogCode.Accepted)

    said = answer_each(choose, pressing(QMessageBox.StandardButton.Ok))
    trigger(window, "import")
    assert "Not imported: бір.docx" in said[1]
    assert len(bench.session.workspace.entries) == 4
