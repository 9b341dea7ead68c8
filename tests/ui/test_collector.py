"""Python's search for unused objects goes in small pieces while a window lives, and as before afterwards."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from proceedings_editor.ui.collector import Collector


class Circle:
    """Holds itself, so that only a search can find that nobody else does."""

    def __init__(self) -> None:
        self.me = self


def full_searches() -> int:
    return int(gc.get_stats()[2]["collections"])


def test_circles_go_while_the_window_lives(qtbot: QtBot) -> None:
    home = QObject()
    Collector(home)
    gone = weakref.ref(Circle())
    kept = [[number] for number in range(100_000)]
    qtbot.waitUntil(lambda: gone() is None, timeout=10_000)
    assert len(kept) == 100_000
    home.deleteLater()


def test_python_does_not_search_everything_by_itself(qtbot: QtBot) -> None:
    home = QObject()
    before = gc.get_threshold()
    Collector(home)
    count = full_searches()
    kept = [[[number]] for number in range(400_000)]
    assert full_searches() == count and kept
    with qtbot.waitSignal(home.destroyed):
        home.deleteLater()
    assert gc.get_threshold() == before
