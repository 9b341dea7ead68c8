"""Taking over from a zip: compared entry by entry, ticked, one step to undo; the settings only on purpose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QListWidget, QMenu, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.bundle import unpack_bundle, write_bundle
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import SetField
from proceedings_editor.texts import text
from proceedings_editor.ui import file_dialog
from proceedings_editor.ui.entry_menu import EntryActs
from proceedings_editor.ui.merge_dialog import MergeDialog, merge_zip
from proceedings_editor.ui.start_page import StartPage
from proceedings_editor.ui.words import Words

ENTRY, OTHER = "tynaigan", "ozera"
LABEL = text("Change")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def back(session: Session, tmp_path: Path) -> Path:
    """A zip of two entries, one of them and the ISBN changed by the colleague."""
    entries = [one for one in session.workspace.entries if one.id in (ENTRY, OTHER)]
    write_bundle(session, entries, tmp_path / "out.zip")
    folder = unpack_bundle(tmp_path / "out.zip", tmp_path)
    theirs = Session(folder, open_collection(folder))
    theirs.apply(SetField(ENTRY, "title.en", "Another title", LABEL))
    theirs.apply(SetField("", "isbn", "978-601-04-1111-1", LABEL))
    write_bundle(theirs, theirs.workspace.entries, tmp_path / "back.zip")
    return tmp_path / "back.zip"


def answered(window: QWidget, act: Callable[[MergeDialog], object]) -> None:
    def answer() -> None:
        dialog = window.findChild(MergeDialog)
        assert dialog
        act(dialog)

    QTimer.singleShot(0, answer)


def click(dialog: MergeDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button
    button.click()


def test_the_changed_entry_is_ticked_and_the_settings_are_not(
    window: QWidget, session: Session, words: Words, back: Path
) -> None:
    before = session.workspace

    def look(dialog: MergeDialog) -> None:
        entries, table = dialog.findChild(QListWidget), dialog.findChild(QTableWidget)
        assert entries
        assert table
        assert entries.count() == 2
        assert dialog.ticked == {ENTRY}
        entries.setCurrentRow(1)
        shown = [table.item(row, 2).text() for row in range(table.rowCount())]
        assert shown == ["Another title"]
        click(dialog, "takeTicked")

    answered(window, look)
    said = merge_zip(window, words, session, back)
    assert str(said).startswith("What you ticked was taken over from back.zip.")
    entry = session.entry(ENTRY)
    assert entry
    assert entry.title.en == "Another title"
    assert session.workspace.collection == before.collection
    session.undo()
    assert session.workspace == before


def test_cancel_and_no_tick_change_nothing(window: QWidget, session: Session, words: Words, back: Path) -> None:
    before = session.workspace

    def untick(dialog: MergeDialog) -> None:
        entries, take = dialog.findChild(QListWidget), dialog.findChild(QPushButton, "takeTicked")
        assert entries
        assert take
        entries.item(1).setCheckState(Qt.CheckState.Unchecked)
        assert not take.isEnabled()
        click(dialog, "cancelMerge")

    answered(window, untick)
    assert str(merge_zip(window, words, session, back)) == "Nothing was taken over from back.zip."
    assert session.workspace is before


def test_a_zip_with_nothing_new_is_told_without_a_dialog(
    window: QWidget, session: Session, words: Words, tmp_path: Path
) -> None:
    write_bundle(session, session.workspace.entries, tmp_path / "same.zip")
    said = merge_zip(window, words, session, tmp_path / "same.zip")
    assert str(said) == "same.zip has nothing that is not here already."


def test_the_menu_of_an_entry_makes_a_zip_that_opens(
    window: QWidget, session: Session, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "away.zip"
    monkeypatch.setattr(file_dialog, "ask_new_file", lambda *_: path)
    acts = EntryActs(session, words, window)
    said: list[str] = []
    acts.said.connect(lambda sentence: said.append(str(sentence)))

    def choose() -> None:
        menu = window.findChild(QMenu, "entryMenu")
        assert menu
        next(one for one in menu.actions() if one.text() == "Zip for a colleague…").trigger()
        menu.close()

    QTimer.singleShot(0, choose)
    acts.show_menu([session.workspace.entries[0]], window.pos())
    assert said == [f"1 entry is in {path}."]
    opened = open_collection(unpack_bundle(path, tmp_path))
    assert [entry.id for entry in opened.workspace.entries] == [session.workspace.entries[0].id]


def test_a_zip_dropped_on_the_start_page_is_opened_itself(
    words: Words, qtbot: QtBot, back: Path, session: Session
) -> None:
    page = StartPage(words)
    qtbot.addWidget(page)

    def dropped(path: Path) -> Path:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
        with qtbot.waitSignal(page.folder_chosen) as chosen:
            page.dropEvent(event)
        return Path(chosen.args[0])

    assert dropped(back) == back
    assert dropped(session.folder) == session.folder
    assert dropped(session.folder / "collection.yaml") == session.folder
