"""Memory of the window with a large collection open after a hundred visits, and what one visit takes.

The resident set of the process, as the system counts it, while rules and previews work behind as they do for a person.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from bench.bench_start import LARGE
from bench.crowd import write_crowd
from bench.subject import subject
from bench.timing import report
from proceedings_editor.ui.application import furnish, make_application
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words

VISITS = 100
REST_SECONDS = 0.3
"""How long each entry is looked at: its preview begins."""


def main() -> None:
    """Open, visit, measure and print."""
    application = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "collection"
        write_crowd(subject(), folder, LARGE)
        window = MainWindow(Words("kk"), Memory(Path(work) / "preferences.json"), Path(work))
        furnish(window)
        window.show()
        window.open_folder(folder)
        times = _visit(window)
        report(f"memory with {LARGE} entries open, {VISITS} visited", _resident(), "MB", 250)
        report("from one entry to the next, p95", sorted(times)[VISITS * 95 // 100], "ms", 100, _note(times))
        window.close()
    application.quit()


def _visit(window: MainWindow) -> list[float]:
    bench = window.bench
    assert bench
    times = []
    for entry in bench.session.workspace.entries[: VISITS + 1]:
        begin = time.perf_counter()
        bench.entries.go_to(entry.id)
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
        end = time.monotonic() + REST_SECONDS
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.005)
    return times[1:]


def _note(times: list[float]) -> str:
    return f"median {statistics.median(times):.1f}, longest {max(times):.1f}"


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
