"""Memory of the window with a large collection open after a hundred visits, and what one visit takes.

The resident set of the process, as the system counts it, while rules and previews work behind as they do for a person.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from bench.timing import LARGE, report
from proceedings_editor.ui.application import furnish, make_application
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench

VISITS = 100
REST_MS = 300
"""How long each entry is looked at: its preview begins."""


def main() -> None:
    """Open, visit, measure and print."""
    application = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "collection"
        subprocess.run([sys.executable, "-m", "bench.crowd", str(folder), str(LARGE)], check=True)
        window = MainWindow(Words("kk"), Memory(Path(work) / "preferences.json"), Path(work))
        furnish(window)
        window.show()
        empty = _resident()
        window.open_folder(folder)
        opened = _resident()
        times = _visit(window)
        visited = _resident()
        rest = _wait_for_check(window)
        note = f"a window alone {empty:.0f}, opened {opened:.0f}, visited {visited:.0f}, checked {rest:.0f} s later"
        report(f"memory with {LARGE} entries open and checked, {VISITS} visited", _resident(), "MB", 250, note)
        clock, processor = (sorted(column) for column in zip(*times, strict=True))
        note = f"median {statistics.median(clock):.0f}, longest {clock[-1]:.0f}; of the processor {_p95(processor):.0f}"
        report("from one entry to the next while all is checked, p95", _p95(clock), "ms", 100, note)
        window.close()
    application.quit()


def _visit(window: MainWindow) -> list[tuple[float, float]]:
    """Return what each visit took in milliseconds, on the clock and of the processor for the window's thread."""
    bench, times = _bench(window), []
    for entry in bench.session.workspace.entries[: VISITS + 1]:
        begin, spent = time.perf_counter(), time.thread_time()
        bench.entries.go_to(entry.id)
        QApplication.processEvents()
        times.append(((time.perf_counter() - begin) * 1000, (time.thread_time() - spent) * 1000))
        _rest()
    return times[1:]


def _wait_for_check(window: MainWindow) -> float:
    begin = time.monotonic()
    while not _bench(window).is_checked:
        _rest()
    return time.monotonic() - begin


def _bench(window: MainWindow) -> Workbench:
    assert window.bench
    return window.bench


def _rest() -> None:
    """Let the window live: only a loop of its own buries what is gone."""
    loop = QEventLoop()
    QTimer.singleShot(REST_MS, loop.quit)
    loop.exec()


def _p95(figures: list[float]) -> float:
    return figures[len(figures) * 95 // 100]


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
