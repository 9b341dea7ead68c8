"""Exporting from the window: what comes out, progress, and one sentence for every failure."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.model.edit import SetField
from proceedings_editor.model.fields import field_of
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.keyboard import Key, press
from tests.ui.message import with_next_dialog
from tests.ui.window import child, trigger

ENTRY = "tynaigan"
CHANGE = field_of("entry", "title").label


@pytest.fixture
def dialog(window: MainWindow, bench: Workbench, words: Words, qtbot: QtBot) -> QDialog:
    from proceedings_editor.ui.export_dialog import ExportDialog

    dialog = ExportDialog(bench.session, words, bench.jobs, [bench.entry_id], window)
    dialog.show()
    return dialog


def result_of(dialog: QDialog, qtbot: QtBot) -> str:
    label = child(dialog, QLabel, "exportResult")
    child(dialog, QPushButton, "startButton").click()
    qtbot.waitUntil(lambda: bool(label.text()), timeout=60_000)
    return label.text()


def test_an_entry_is_exported_as_a_draft(dialog: QDialog, tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "шығыс"
    child(dialog, QLineEdit, "folderLine").setText(str(out))
    assert "2 files" in result_of(dialog, qtbot)
    assert sorted(path.suffix for path in out.iterdir()) == [".docx", ".pdf"]
    assert all("_draft" in path.name for path in out.iterdir())
    assert child(dialog, QPushButton, "openFolderButton").isVisible()
    dialog.close()


def test_the_chosen_entries_are_exported_and_no_others(
    window: MainWindow, bench: Workbench, words: Words, tmp_path: Path, qtbot: QtBot
) -> None:
    from proceedings_editor.ui.export_dialog import ExportDialog

    view = child(bench.entries, QListView, "entryView")
    view.selectAll()
    index = view.model().index(0, 0)
    view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Deselect)
    chosen = bench.chosen_ids
    assert len(chosen) == len(bench.session.workspace.entries) - 1
    dialog = ExportDialog(bench.session, words, bench.jobs, chosen[:2], window)
    dialog.show()
    assert child(dialog, QRadioButton, "thisEntry").text() == "The chosen entries (2)"
    child(dialog, QLineEdit, "folderLine").setText(str(tmp_path / "out"))
    child(dialog, QCheckBox, "docx").setChecked(False)
    assert "2 files" in result_of(dialog, qtbot)
    dialog.close()


def test_a_final_export_with_errors_is_refused_and_says_why(
    dialog: QDialog, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    bench.session.apply(SetField(ENTRY, "authors", (), CHANGE))
    bench.session.apply(SetField(ENTRY, "section", "nowhere", CHANGE))
    out = tmp_path / "шығыс"
    child(dialog, QLineEdit, "folderLine").setText(str(out))
    child(dialog, QAbstractButton, "final").setChecked(True)
    assert "Nothing was exported" in result_of(dialog, qtbot)
    assert not out.exists()
    dialog.close()


def test_a_folder_that_cannot_be_written_is_a_sentence(dialog: QDialog, tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    child(dialog, QLineEdit, "folderLine").setText(str(blocked))
    child(dialog, QAbstractButton, "docx").setChecked(False)
    assert blocked.name in result_of(dialog, qtbot)
    assert blocked.read_bytes() == b""
    dialog.close()


@pytest.mark.parametrize(
    "close",
    [
        lambda dialog: child(dialog, QPushButton, "closeButton").click(),
        lambda dialog: press(dialog, Key.Key_Escape),
        QDialog.close,
    ],
)
def test_the_dialog_closes_by_its_button_by_escape_and_by_the_windows_cross(
    dialog: QDialog, close: Callable[[QDialog], object]
) -> None:
    dialog.open()
    close(dialog)
    assert not dialog.isVisible()


def test_nothing_chosen_cannot_be_exported(dialog: QDialog) -> None:
    for name in ("pdf", "docx"):
        child(dialog, QAbstractButton, name).setChecked(False)
    assert not child(dialog, QPushButton, "startButton").isEnabled()
    dialog.close()


def set_out(dialog: QDialog, out: Path) -> None:
    child(dialog, QLineEdit, "folderLine").setText(str(out))


def choose(dialog: QDialog, *names: str) -> None:
    for name in names:
        child(dialog, QAbstractButton, name).setChecked(True)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_one_kind_alone_is_exported_as_final(dialog: QDialog, tmp_path: Path, qtbot: QtBot, kind: str) -> None:
    set_out(dialog, tmp_path / "out")
    choose(dialog, "final")
    child(dialog, QAbstractButton, "docx" if kind == "pdf" else "pdf").setChecked(False)
    assert "1 file" in result_of(dialog, qtbot)
    (file,) = (tmp_path / "out").iterdir()
    assert file.suffix == f".{kind}"
    assert "draft" not in file.name
    dialog.close()


def test_all_entries_are_exported_and_the_bar_goes_up(dialog: QDialog, tmp_path: Path, qtbot: QtBot) -> None:
    set_out(dialog, tmp_path / "out")
    choose(dialog, "allEntries")
    bar, seen = child(dialog, QProgressBar, "exportProgress"), list[int]()
    bar.valueChanged.connect(seen.append)
    assert "8 files" in result_of(dialog, qtbot)
    assert len(list((tmp_path / "out").iterdir())) == 8
    steps = [value for value in seen if value > 0]
    assert steps == sorted(steps) and len(steps) > 1
    assert not bar.isVisible()
    dialog.close()


def test_what_is_not_saved_is_exported_too(
    dialog: QDialog, bench: Workbench, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = {path: path.read_bytes() for path in (folder / "entries").iterdir()}
    bench.session.apply(SetField(ENTRY, "number", 77, CHANGE))
    set_out(dialog, tmp_path / "out")
    assert "2 files" in result_of(dialog, qtbot)
    assert all(path.name.startswith("077") for path in (tmp_path / "out").iterdir())
    assert before == {path: path.read_bytes() for path in (folder / "entries").iterdir()}
    dialog.close()


def test_a_read_only_folder_is_a_sentence(dialog: QDialog, tmp_path: Path, qtbot: QtBot) -> None:
    out = Path("/proc/self") if os.geteuid() == 0 else tmp_path / "locked"  # the rights of files do not bind root
    if os.geteuid() != 0:
        out.mkdir(mode=0o555)
    set_out(dialog, out)
    said = result_of(dialog, qtbot)
    assert str(out) in said and "could not be written" in said
    dialog.close()


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond 3 kB, as on a disk that is full."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_full_disk_is_a_sentence_and_the_export_works_when_there_is_room(
    dialog: QDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "out"
    set_out(dialog, out)
    with full_disk():
        said = result_of(dialog, qtbot)
    assert ".pdf" in said or ".docx" in said
    assert "files are in" not in said
    assert not [path for path in out.iterdir() if path.stat().st_size]
    assert "2 files" in result_of(dialog, qtbot)
    assert len(list(out.iterdir())) == 2
    dialog.close()


def test_stopping_leaves_no_half_made_file(dialog: QDialog, tmp_path: Path, qtbot: QtBot) -> None:
    set_out(dialog, tmp_path / "out")
    choose(dialog, "allEntries")
    label, stop = child(dialog, QLabel, "exportResult"), child(dialog, QPushButton, "closeButton")
    child(dialog, QPushButton, "startButton").click()
    assert stop.text() == "Stop"
    stop.click()
    qtbot.waitUntil(lambda: bool(label.text()), timeout=60_000)
    assert "files are in" not in label.text()
    assert dialog.isVisible()
    left = list((tmp_path / "out").iterdir()) if (tmp_path / "out").is_dir() else []
    assert len(left) < 8 and all(path.suffix in (".pdf", ".docx") for path in left)
    assert stop.text() == "Close"
    dialog.close()


def test_the_dialog_of_the_menu_works_by_the_keyboard_alone(
    window: MainWindow, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []

    def use(dialog: QDialog) -> None:
        set_out(dialog, tmp_path / "out")
        press(dialog, Key.Key_Return)
        label = child(dialog, QLabel, "exportResult")
        qtbot.waitUntil(lambda: bool(label.text()), timeout=60_000)
        said.append(label.text())
        press(dialog, Key.Key_Escape)

    with_next_dialog(use)
    trigger(window, "export")
    assert "2 files" in said[0]
