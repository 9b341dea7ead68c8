"""The choice after a crash: everything is shown beside what is saved, and each button takes what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.journal import Journal
from proceedings_editor.app.recovery import Recovery, find_recoveries
from proceedings_editor.ui.recovery_dialog import RecoveryDialog
from proceedings_editor.ui.words import Words
from tests.app.sample import copied_sample, opened, set_title, write_paragraph


@pytest.fixture
def recovery(tmp_path: Path) -> Recovery:
    folder = copied_sample(tmp_path)
    session = opened(folder)
    journal = Journal(session, tmp_path / "cache")
    set_title(session, "ozera", "Қалпына келтірілген атау")
    write_paragraph(session, "beldeu", "Сақталмаған абзац")
    journal.write()
    journal.presence.close()
    (found,) = find_recoveries(opened(folder), tmp_path / "cache")
    return found


Show = Callable[[Recovery], RecoveryDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(recovery: Recovery) -> RecoveryDialog:
        dialog = RecoveryDialog(recovery, Words("kk"))
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return shown


def press(qtbot: QtBot, dialog: RecoveryDialog, name: str) -> frozenset[str]:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    with qtbot.waitSignal(dialog.settled) as settled:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return settled.args[0]  # type: ignore[no-any-return]


def test_saved_and_recovered_stand_side_by_side(qtbot: QtBot, show: Show, recovery: Recovery) -> None:
    dialog = show(recovery)
    entries = dialog.findChild(QListWidget, "recoveredEntries")
    table = dialog.findChild(QTableWidget, "recoveredFields")
    assert entries is not None and table is not None
    assert entries.count() == 2
    shown = set()
    for row in range(entries.count()):
        entries.setCurrentRow(row)
        for line in range(table.rowCount()):
            shown.add((table.item(line, 1).text(), table.item(line, 2).text()))
    expected = {(one.saved, one.recovered) for difference in recovery.differences for one in difference.fields}
    assert shown == expected
    dialog.close()


def test_each_button_takes_what_it_says(qtbot: QtBot, show: Show, recovery: Recovery) -> None:
    assert press(qtbot, show(recovery), "recoverAll") == {"ozera", "beldeu"}
    assert press(qtbot, show(recovery), "recoverNone") == frozenset()
    dialog = show(recovery)
    entries = dialog.findChild(QListWidget, "recoveredEntries")
    assert entries is not None
    unticked = entries.item(0).data(Qt.ItemDataRole.UserRole)
    qtbot.keyClick(entries, Qt.Key.Key_Space)
    assert press(qtbot, dialog, "recoverTicked") == {"ozera", "beldeu"} - {unticked}


def test_a_newer_file_is_not_ticked(qtbot: QtBot, show: Show, recovery: Recovery) -> None:
    first, second = recovery.differences
    dialog = show(replace(recovery, differences=(replace(first, is_file_newer=True), second)))
    assert dialog.ticked == {second.entry}
    dialog.close()


def test_escape_decides_nothing(qtbot: QtBot, show: Show, recovery: Recovery) -> None:
    dialog = show(recovery)
    settled: list[object] = []
    dialog.settled.connect(settled.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert settled == []
    assert recovery.left.path.is_file()


def test_it_dies_when_closed(qtbot: QtBot, show: Show, recovery: Recovery) -> None:
    press(qtbot, show(recovery), "recoverNone")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, RecoveryDialog)]


def test_its_words_are_not_cut_in_any_language(qtbot: QtBot, recovery: Recovery) -> None:
    words = Words("kk")
    dialog = RecoveryDialog(recovery, words)
    qtbot.addWidget(dialog)
    dialog.show()
    for language in ("kk", "ru", "en"):
        words.set_language(language)  # type: ignore[arg-type]
        QApplication.processEvents()
        for button in dialog.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width()
            assert button.accessibleName() and button.objectName()
