"""What the window's tests share: a copy of the sample collection, and proof that each test leaves nothing behind."""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.model.entry import Entry
from proceedings_editor.resources import shipped
from proceedings_editor.ui.collector import Collector
from proceedings_editor.ui.job import THREAD_NAME
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.message import answer

FAILED = pytest.StashKey[bool]()
PATIENCE = 10


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "жинақ"
    shutil.copytree(shipped("examples", "steppe-2026"), copy)
    return copy


@pytest.fixture
def session(folder: Path) -> Session:
    return Session(folder, open_collection(folder))


@pytest.fixture
def entry(session: Session) -> Callable[[], Entry]:
    """Tells how the sample's first entry is now."""

    def now() -> Entry:
        found = session.entry("tynaigan")
        assert found
        return found

    return now


@pytest.fixture
def words(qapp: QApplication) -> Words:
    return Words("en", qapp)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "preferences.json")


@pytest.fixture
def window(words: Words, memory: Memory, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window without a collection; it dies with all its dialogs."""
    window = MainWindow(words, memory, tmp_path / "cache")
    window.furnish()
    window.show_start()
    window.show()
    yield window
    if window.session and window.session.is_dirty:
        answer(QMessageBox.StandardButton.Discard)
    window.close()
    window.deleteLater()
    qtbot.waitUntil(lambda: not _alive(), timeout=5000)


@pytest.fixture
def bench(window: MainWindow, folder: Path, qtbot: QtBot) -> Workbench:
    """The window's panels with the sample open and checked."""
    assert window.open_folder(folder)
    assert window.bench
    qtbot.waitUntil(lambda: bool(window.bench and window.bench.is_checked), timeout=20_000)
    return window.bench


def _alive() -> list[QWidget]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog | MainWindow)]


@pytest.fixture(autouse=True)
def collector(qapp: QApplication) -> Iterator[None]:
    """Keep Python's search for unused objects out of workers, as the main window does, where a test has only a part."""
    home = QObject()
    Collector(home)
    yield
    delete(home)


@pytest.fixture(autouse=True)
def nothing_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test after which a window, a dialog or a thread still lives; clear away what a failed test left.

    What outlives its test disturbs the next ones, and work that outlives the process's last line ends it with a crash.
    """
    yield
    if QApplication.instance() is None:
        return
    # Without a screen Qt keeps what was copied until after Python's end, and then dies of deleting it.
    QApplication.clipboard().clear()
    widgets, threads = windows_left(), threads_left()
    for widget in widgets:
        if isValid(widget):
            delete(widget)
    if not request.node.stash.get(FAILED, False):
        assert not widgets, f"these still live: {widgets}"
        assert not threads, f"{threads} threads still work"


def windows_left() -> list[QWidget]:
    """Return the windows and dialogs that live although nobody holds them."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if QApplication.topLevelWidgets():
        gc.collect()
    return QApplication.topLevelWidgets()


def threads_left() -> int:
    """Count the threads of jobs and of file dialogs, once they had time to end; 0 where the system does not tell."""
    end = time.monotonic() + PATIENCE
    while (count := _threads()) and time.monotonic() < end:
        time.sleep(0.01)
    return count


def _threads() -> int:
    count = 0
    for task in Path("/proc/self/task").glob("*/comm"):
        try:
            count += task.read_text().startswith((THREAD_NAME, "QFileInfoGather"))
        except OSError:  # it ended meanwhile
            continue
    return count


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Note whether a test failed before its fixtures go."""
    report = yield
    if report.failed:  # type: ignore[attr-defined]
        item.stash[FAILED] = True
    return report
