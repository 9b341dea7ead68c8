"""The History tab: each save is a version; one is taken back as an undoable step."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import SetField
from proceedings_editor.texts import text
from proceedings_editor.ui.history_panel import HistoryPanel
from proceedings_editor.ui.words import Words

W = TypeVar("W", bound=QObject)
ENTRY = "beldeu"


def child(widget: QObject, kind: type[W], name: str) -> W:
    found = widget.findChild(kind, name)
    assert found, name
    return found


def title(session: Session) -> str:
    entry = session.entry(ENTRY)
    assert entry
    return entry.title.kk


def rename(session: Session, words: str) -> None:
    session.apply(SetField(ENTRY, "title.kk", words, text("Change")))


@pytest.fixture
def panel(session: Session, words: Words, qtbot: QtBot) -> HistoryPanel:
    panel = HistoryPanel(session, words)
    qtbot.addWidget(panel)
    panel.show_entry(ENTRY)
    panel.show()
    return panel


def test_before_the_first_save_there_is_nothing_to_take_back(panel: HistoryPanel) -> None:
    assert child(panel, QListWidget, "versionList").count() == 0
    assert not child(panel, QPushButton, "restoreButton").isEnabled()
    assert "no version" in child(panel, QLabel, "historyState").text()


def test_a_version_is_compared_taken_back_and_that_is_undone(panel: HistoryPanel, session: Session) -> None:
    old = title(session)
    rename(session, "Бірінші")
    session.save()
    rename(session, "Екінші")
    session.save()
    versions = child(panel, QListWidget, "versionList")
    assert versions.count() == 3
    versions.setCurrentRow(2)
    table = child(panel, QTableWidget, "versionTable")
    cells = [item.text() if (item := table.item(0, column)) else "" for column in range(3)]
    assert cells[1:] == [old, "Екінші"]
    child(panel, QPushButton, "restoreButton").click()
    assert title(session) == old
    assert not child(panel, QPushButton, "restoreButton").isEnabled()
    session.undo()
    assert title(session) == "Екінші"


def test_a_damaged_version_is_told(panel: HistoryPanel, session: Session, qtbot: QtBot) -> None:
    rename(session, "Бірінші")
    session.save()
    for path in (session.folder / ".proceedings" / "versions" / ENTRY).iterdir():
        path.write_bytes(b"?")
    with qtbot.waitSignal(panel.failed) as told:
        child(panel, QListWidget, "versionList").setCurrentRow(1)
    assert "damaged" in str(told.args[0])
    assert not child(panel, QPushButton, "restoreButton").isEnabled()
