"""Two people in one folder, seen from one window: banners, refusals, news from the disk, comparisons, lost folders."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QListView,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import SetField
from proceedings_editor.storage.lock import SETTINGS, SILENT_SECONDS, LockFolder
from proceedings_editor.texts import text
from proceedings_editor.ui.body.text_edit import BodyText
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.keyboard import select_all, type_text
from tests.ui.message import answer, answer_each, pressing, read_message, with_next_dialog

W = TypeVar("W", bound=QWidget)

ENTRY = "tynaigan"
PATIENCE = 20_000


@pytest.fixture
def window(words: Words, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(words, Memory(tmp_path / "preferences.json"), tmp_path / "cache")
    window.furnish()
    window.show_start()
    window.show()
    yield window
    if window.session and window.session.is_dirty:
        answer(QMessageBox.StandardButton.Discard)
    window.close()
    window.deleteLater()
    qtbot.waitUntil(lambda: not alive(), timeout=5000)


def alive() -> list[QWidget]:
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog | MainWindow)]


@pytest.fixture
def bench(window: MainWindow, folder: Path) -> Workbench:
    assert window.open_folder(folder)
    assert window.bench
    return window.bench


@pytest.fixture
def aigul(folder: Path, tmp_path: Path) -> LockFolder:
    return LockFolder(folder, tmp_path / "her cache", "a1", "Айгүл", "PC-2")


def child(widget: QWidget, kind: type[W], name: str) -> W:
    found = widget.findChild(kind, name)
    assert found, name
    return found


def edit_elsewhere(folder: Path, entry: str, words: str) -> None:
    """Let somebody else save another title."""
    other = Session(folder, open_collection(folder))
    other.apply(SetField(entry, "title.kk" if entry else "volume", words, text("Change")))
    other.save()


def see(bench: Workbench, qtbot: QtBot, what: Callable[[], bool]) -> None:
    bench.sharing.look()
    qtbot.waitUntil(what, timeout=PATIENCE)


def banner(window: MainWindow) -> str:
    label = child(window, QLabel, "bannerLabel")
    return label.text() if label.isVisible() else ""


def saved_title(folder: Path) -> str:
    return next(entry.title.kk for entry in open_collection(folder).workspace.entries if entry.id == ENTRY)


def test_what_somebody_else_edits_is_marked_and_only_read(
    window: MainWindow, bench: Workbench, aigul: LockFolder, qtbot: QtBot
) -> None:
    title = child(window, TextBox, "field_title_kk")
    assert not title.isReadOnly() and not banner(window)
    aigul.take(ENTRY)
    see(bench, qtbot, lambda: bool(banner(window)))
    assert banner(window).startswith("Айгүл (PC-2) is editing this entry since ")
    assert title.isReadOnly() and child(window, BodyText, "bodyText").isReadOnly()
    assert not child(window, QPushButton, "takeOverButton").isVisible()
    row = child(window, QListView, "entryView").model().index(0, 0)
    assert "✎ Айгүл (PC-2)" in row.data()
    bench.entries.step(1)
    assert not banner(window) and not child(window, TextBox, "field_title_kk").isReadOnly()
    bench.entries.step(-1)
    aigul.release(ENTRY)
    see(bench, qtbot, lambda: not banner(window))
    assert not title.isReadOnly() and not child(window, BodyText, "bodyText").isReadOnly()
    assert "✎" not in row.data()


def test_the_settings_have_a_lock_of_their_own(
    window: MainWindow, bench: Workbench, aigul: LockFolder, qtbot: QtBot
) -> None:
    aigul.take(SETTINGS)
    bench.navigator.show_collection()
    see(bench, qtbot, lambda: "settings of the collection" in banner(window))
    assert child(bench.collection, Line, "field_volume").isReadOnly()
    bench.show_tab(0)
    assert not banner(window)


def test_an_edit_that_comes_too_late_is_refused_with_one_sentence_and_shown_no_more(
    window: MainWindow, bench: Workbench, aigul: LockFolder, folder: Path, qtbot: QtBot
) -> None:
    title = child(window, TextBox, "field_title_kk")
    before = title.words()
    aigul.take(ENTRY)
    said = read_message()
    type_text(title, "Ұ")
    type_text(title, "Ү")
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert said[0].startswith("Nothing was changed, because Айгүл (PC-2) is editing “")
    qtbot.waitUntil(lambda: title.words() == before, timeout=PATIENCE)
    assert not bench.session.is_dirty and title.isReadOnly()


def test_typing_in_the_article_of_somebody_else_is_refused_too(
    window: MainWindow, bench: Workbench, aigul: LockFolder, qtbot: QtBot
) -> None:
    bench.show_tab(1)
    article = child(window, BodyText, "bodyText")
    before = article.toPlainText()
    aigul.take(ENTRY)
    said = read_message()
    type_text(article, "Ұ")
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    qtbot.waitUntil(lambda: article.toPlainText() == before, timeout=PATIENCE)
    assert not bench.session.is_dirty


def test_a_lock_without_sign_of_life_can_be_taken_over(
    window: MainWindow, bench: Workbench, aigul: LockFolder, folder: Path, qtbot: QtBot
) -> None:
    aigul.take(ENTRY)
    for path in (folder / ".proceedings" / "locks").iterdir():
        long_ago = time.time() - SILENT_SECONDS - 60
        os.utime(path, (long_ago, long_ago))
    see(bench, qtbot, lambda: "no sign of life" in banner(window))
    child(window, QPushButton, "takeOverButton").click()
    qtbot.waitUntil(lambda: not banner(window), timeout=PATIENCE)
    title = child(window, TextBox, "field_title_kk")
    type_text(title, "Ұ")
    assert bench.session.unsaved() == {ENTRY}


def test_my_lock_is_seen_by_others_until_i_have_saved(
    window: MainWindow, bench: Workbench, aigul: LockFolder, qtbot: QtBot
) -> None:
    type_text(child(window, TextBox, "field_title_kk"), "Ұ")
    qtbot.waitUntil(lambda: ENTRY in aigul.look().others, timeout=PATIENCE)
    window.save()
    qtbot.waitUntil(lambda: not aigul.look().others, timeout=PATIENCE)
    type_text(child(window, TextBox, "field_title_kk"), "Ұ")
    qtbot.waitUntil(lambda: ENTRY in aigul.look().others, timeout=PATIENCE)
    bench.undo()
    qtbot.waitUntil(lambda: not aigul.look().others, timeout=PATIENCE)


def test_news_from_the_disk_are_shown_at_once_and_told_in_the_status_line(
    window: MainWindow, bench: Workbench, folder: Path, qtbot: QtBot
) -> None:
    edit_elsewhere(folder, ENTRY, "Олардікі")
    title = child(window, TextBox, "field_title_kk")
    see(bench, qtbot, lambda: title.words() == "Олардікі")
    assert window.statusBar().currentMessage().startswith("Somebody else has changed “")
    assert not window.isWindowModified() and not bench.session.is_dirty


@pytest.fixture
def conflict(window: MainWindow, bench: Workbench, folder: Path) -> None:
    """Mine unsaved, theirs saved, and nobody has noticed."""
    title = child(window, TextBox, "field_title_kk")
    select_all(title)
    type_text(title, "Менікі")
    edit_elsewhere(folder, ENTRY, "Олардікі")


def choose(button: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        table = child(dialog, QTableWidget, "conflictFields")
        values = [table.item(0, column).text() for column in (1, 2)]  # type: ignore[union-attr]
        child(dialog, QPushButton, button).click()
        assert values == ["Олардікі", "Менікі"]

    return act


@pytest.mark.usefixtures("conflict")
def test_saving_asks_before_it_writes_over_what_somebody_else_saved(
    window: MainWindow, bench: Workbench, folder: Path, qtbot: QtBot
) -> None:
    with_next_dialog(choose("mineButton"))
    window.save()
    qtbot.waitUntil(lambda: not bench.session.is_dirty, timeout=PATIENCE)
    assert saved_title(folder) == "Менікі"


@pytest.mark.usefixtures("conflict")
def test_a_decision_put_off_leaves_both_as_they_are(
    window: MainWindow, bench: Workbench, folder: Path, qtbot: QtBot
) -> None:
    asked = answer_each(lambda dialog: dialog.reject())
    window.save()
    qtbot.waitUntil(lambda: bool(asked) and not bench.session.is_saving, timeout=PATIENCE)
    assert saved_title(folder) == "Олардікі" and bench.session.unsaved() == {ENTRY}
    qtbot.waitUntil(lambda: banner(window).startswith("Somebody else changed this as well."), timeout=PATIENCE)
    with_next_dialog(choose("bothButton"))
    child(window, QPushButton, "compareButton").click()
    assert not banner(window) and len(bench.session.workspace.entries) == 5


@pytest.mark.usefixtures("conflict")
def test_theirs_can_be_taken_and_mine_is_in_the_history(
    window: MainWindow, bench: Workbench, folder: Path, qtbot: QtBot
) -> None:
    see(bench, qtbot, lambda: bool(banner(window)))
    with_next_dialog(choose("theirsButton"))
    child(window, QPushButton, "compareButton").click()
    assert child(window, TextBox, "field_title_kk").words() == "Олардікі" and not bench.session.is_dirty
    bench.show_tab(3)
    assert child(bench.history, QListWidget, "versionList").count() == 4


def test_a_stick_pulled_out_is_told_and_saving_again_works_when_it_is_back(
    window: MainWindow, bench: Workbench, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    title = child(window, TextBox, "field_title_kk")
    select_all(title)
    type_text(title, "Менікі")
    away = tmp_path / "away"
    shutil.move(folder, away)
    said = answer_each(
        pressing(QMessageBox.StandardButton.Ok),
        pressing(QMessageBox.StandardButton.Retry, lambda: shutil.move(away, folder)),
    )
    see(bench, qtbot, lambda: bool(said))
    assert "is not there any more. Your work is still here" in said[0]
    window.save()
    qtbot.waitUntil(lambda: not bench.session.is_dirty, timeout=PATIENCE)
    assert saved_title(folder) == "Менікі"


def test_a_copy_can_be_saved_elsewhere_while_the_folder_is_gone(
    window: MainWindow, bench: Workbench, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    title = child(window, TextBox, "field_title_kk")
    select_all(title)
    type_text(title, "Менікі")
    shutil.move(folder, tmp_path / "away")
    other = tmp_path / "other place"
    other.mkdir()

    def pick(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(other))
        dialog.accept()

    said = answer_each(pressing(QMessageBox.StandardButton.SaveAll), pick, pressing(QMessageBox.StandardButton.Ok))
    bench.sharing.close()  # its own sentence about the folder is another test's
    window.save()
    qtbot.waitUntil(lambda: len(said) == 3, timeout=PATIENCE)
    assert "could not be written" in said[0] and "A copy with all texts is in" in said[2]
    copy = open_collection(other / folder.name)
    assert not copy.problems
    assert copy.workspace == bench.session.workspace


def test_the_history_of_the_settings_stands_beside_them(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    for volume in ("7", "8"):
        bench.session.apply(SetField(SETTINGS, "volume", volume, text("Change")))
        bench.session.save()
    bench.navigator.show_collection()
    bench.show_tab(3)
    versions = child(bench.settings_history, QListWidget, "versionList")
    assert versions.isVisible() and versions.count() == 3
    versions.setCurrentRow(1)
    child(bench.settings_history, QPushButton, "restoreButton").click()
    assert bench.session.workspace.collection.volume == "7"
