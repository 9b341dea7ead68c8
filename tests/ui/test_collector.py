"""Python's search for unused objects: in the window's thread only, while nobody types, and as before afterwards."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from proceedings_editor.model.edit import SetField
from proceedings_editor.progress import CancelToken
from proceedings_editor.texts import text
from proceedings_editor.ui.collector import Collector
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.workbench import Workbench

PATIENCE = 20_000


class Circle:
    """Holds itself, so that only a search can find that nobody else does."""

    def __init__(self) -> None:
        self.me = self


class Searches:
    """Notes each search: where it went on, and when it began."""

    def __init__(self) -> None:
        self.threads: set[threading.Thread] = set()
        self.times: list[float] = []

    def note(self, phase: str, info: dict[str, int]) -> None:
        del info
        self.threads.add(threading.current_thread())
        if phase == "start":
            self.times.append(time.monotonic())


@pytest.fixture(autouse=True)
def collector() -> None:
    """Each test here makes its own."""


@pytest.fixture
def searches() -> Iterator[Searches]:
    noted = Searches()
    gc.callbacks.append(noted.note)
    yield noted
    gc.callbacks.remove(noted.note)


@pytest.fixture
def home(qtbot: QtBot) -> Iterator[QObject]:
    """What a collector lives in."""
    made = QObject()
    Collector(made)
    yield made
    with qtbot.waitSignal(made.destroyed):
        made.deleteLater()


def circles(number: int, gone: list[threading.Thread]) -> None:
    """Make rubbish; where each piece goes is noted."""
    for _ in range(number):
        weakref.finalize(Circle(), lambda: gone.append(threading.current_thread()))


def type_a_letter(window: MainWindow) -> None:
    """Press a key as the system does: it comes to the window, which finds out who gets it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.windowHandle(), key)


@pytest.fixture
def front(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window that has the focus."""
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    return window


def test_circles_go_while_the_window_lives(home: QObject, qtbot: QtBot) -> None:
    gone = weakref.ref(Circle())
    kept = [[number] for number in range(100_000)]
    qtbot.waitUntil(lambda: gone() is None, timeout=PATIENCE)
    assert len(kept) == 100_000


def test_what_a_worker_leaves_goes_in_the_thread_of_the_window(home: QObject, qtbot: QtBot, searches: Searches) -> None:
    """It leaves more until it has seen much of it go, however slow the machine is."""
    jobs, gone = Jobs(home), list[threading.Thread]()
    ended: list[None] = []

    def work(cancel: CancelToken) -> None:
        while len(gone) < 20_000 and not cancel.cancelled:
            circles(1_000, gone)
            time.sleep(0.001)

    jobs.start("rubbish", work, ended.append, lambda _: None)
    qtbot.waitUntil(lambda: len(ended) == 1, timeout=6 * PATIENCE)
    assert set(gone) == searches.threads == {threading.main_thread()}
    jobs.shut_down()


def test_what_is_let_go_while_the_rest_is_left_out_goes_too(home: QObject, qtbot: QtBot) -> None:
    """Another thread may have its turn between searching everything and leaving out what is still used."""
    gone: list[threading.Thread] = []
    made: list[None] = []

    def another_turn(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2 and not made:
            made.append(None)
            circles(100, gone)

    gc.callbacks.append(another_turn)
    kept = [[number] for number in range(100_000)]
    try:
        qtbot.waitUntil(lambda: len(gone) == 100, timeout=PATIENCE)
    finally:
        gc.callbacks.remove(another_turn)
    assert len(kept) == 100_000


def test_no_worker_of_a_collection_at_work_searches(bench: Workbench, qtbot: QtBot, searches: Searches) -> None:
    """Checks, previews and journals go on while a name is changed letter by letter."""
    name = bench.session.workspace.collection.name
    bench.preview.show()
    for number in range(40):
        bench.session.apply(SetField("", "name", replace(name, en=f"Steppe {number}"), text("Change")))
        qtbot.wait(25)
    qtbot.waitUntil(lambda: bench.is_checked, timeout=PATIENCE)
    kept: list[object] = []

    def has_searched() -> bool:
        kept.extend([number] for number in range(1_000))
        return len(searches.times) > 3

    qtbot.waitUntil(has_searched, timeout=PATIENCE)
    assert searches.threads == {threading.main_thread()}
    bench.session.save()


def test_nothing_is_searched_while_somebody_types(front: MainWindow, qtbot: QtBot, searches: Searches) -> None:
    qtbot.waitUntil(lambda: gc.get_count()[0] < 700, timeout=PATIENCE)  # what making the window left is no longer new
    type_a_letter(front)
    searches.times.clear()
    gone, keys = list[threading.Thread](), [time.monotonic()]
    circles(5_000, gone)
    for _ in range(40):
        keys.append(time.monotonic())
        type_a_letter(front)
        qtbot.wait(15)
    qtbot.waitUntil(lambda: len(gone) > 4_000, timeout=PATIENCE)
    for begun in searches.times:
        last = max(key for key in keys if key < begun)
        assert begun - last >= 0.15


def test_much_rubbish_goes_even_while_somebody_types(front: MainWindow, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    circles(120_000, gone)

    def typed_and_gone() -> bool:
        type_a_letter(front)
        return len(gone) > 100_000

    qtbot.waitUntil(typed_and_gone, timeout=PATIENCE)


def test_python_searches_by_itself_again_when_the_last_window_is_gone(qtbot: QtBot, searches: Searches) -> None:
    homes = QObject(), QObject()
    for one in homes:
        Collector(one)
    searches.times.clear()
    kept = [[[number]] for number in range(100_000)]
    assert searches.times == []
    for one in reversed(homes):
        with qtbot.waitSignal(one.destroyed):
            one.deleteLater()
    qtbot.waitUntil(gc.isenabled)
    searches.times.clear()
    kept += [[[number]] for number in range(100_000)]
    assert searches.times and kept
