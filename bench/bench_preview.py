"""From the last key to the new pages on the screen, for articles of about ten and forty pages, in the real panel."""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from bench.subject import Subject, subject
from bench.timing import report
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.edit import SetBody
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.preview.panel import PAUSE, PreviewPanel
from proceedings_editor.ui.words import Words

ROUNDS = 7
KEYS = 5
SIZES = ((10, 500), (40, 1000))
"""Pages, and the milliseconds they may take."""


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    measured = subject()
    for pages, limit in SIZES:
        _measure(measured, pages, limit)
    application.quit()


def _measure(measured: Subject, pages: int, limit: int) -> None:
    session = Session(measured.folder, open_collection(measured.folder))
    jobs = Jobs()
    panel = PreviewPanel(session, Words("kk"), jobs)
    panel.resize(600, 900)
    panel.show()
    panel.show_entry(measured.entry.id)
    _wait(panel)
    body = measured.entry.body
    while panel.pages.page_count < pages:
        # Every copy gets words of its own: nothing may be cheap because it was seen before.
        body = (*body, *(_with_word(block, len(body)) for block in measured.entry.body))
        body = body[: len(body) - (len(measured.entry.body) * 3 // 4 if pages < 20 else 0)]
        session.apply(SetBody(measured.entry.id, body, text("Change"), Place(block=(0,))))
        _wait(panel)
    panel.pages.go_to_page(panel.pages.page_count // 2)
    lag = Lag()
    begin = time.process_time()
    times = [_typed(session, panel, measured.entry.id, turn, lag) for turn in range(ROUNDS)]
    spent = (time.process_time() - begin) * 1000 / ROUNDS
    made = statistics.median(times)
    note = f"{PAUSE} ms are the pause; longest {max(times):.0f} ms; CPU of typing and making {spent:.0f} ms"
    report(f"last key to new pages, {pages} pages", made, "ms", limit, note)
    report(
        "  the window's own lag meanwhile, p95", lag.percentile(95), "ms", 8, f"longest {lag.percentile(100):.1f} ms"
    )
    jobs.shut_down()
    panel.close()


class Lag:
    """How late the window's thread comes to a timer of one millisecond, as it would to a key."""

    def __init__(self) -> None:
        self._late: list[float] = []
        self._before = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)

    def start(self) -> None:
        self._before = time.perf_counter()
        self._timer.start(1)

    def stop(self) -> None:
        self._timer.stop()

    def percentile(self, share: int) -> float:
        """Return the milliseconds that `share` per cent of the turns stayed below."""
        return sorted(self._late)[min(len(self._late) - 1, len(self._late) * share // 100)]

    def _note(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._before) * 1000 - 1))
        self._before = now


def _typed(session: Session, panel: PreviewPanel, entry_id: str, turn: int, lag: Lag) -> float:
    """Type a few letters into a paragraph in the middle and return the milliseconds from the last one."""
    for key in range(KEYS):
        entry = session.entry(entry_id)
        assert entry
        middle = len(entry.body) // 2
        body = tuple(
            _with_word(block, 10 * turn + key) if index == middle else block for index, block in enumerate(entry.body)
        )
        session.apply(SetBody(entry_id, body, text("Typing"), Place(block=(middle,))), merge="typing")
    begin = time.perf_counter()
    lag.start()
    _wait(panel)
    lag.stop()
    panel.pages.viewport().repaint()
    return (time.perf_counter() - begin) * 1000


def _with_word(block: object, number: int) -> object:
    if isinstance(block, Paragraph):
        return replace(block, text=(*block.text, Span(f" сөз{number}")))
    return block


def _wait(panel: PreviewPanel) -> None:
    loop = QEventLoop()
    panel.page_count_found.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
