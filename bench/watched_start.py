"""Starts the real window, or a bare one, and prints when its first picture stood and when it could be used.

    python -m bench.watched_start bare|start|open [FOLDER]

Prints nanoseconds of `time.monotonic_ns()`, one line each, and ends. Not a benchmark of its own: see `bench_start`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def main() -> None:
    """Do what the arguments say."""
    if sys.argv[1] == "bare":
        _bare()
    else:
        _real(Path(sys.argv[2]) if sys.argv[1] == "open" else None)


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
            super().paintEvent(event)
            QTimer.singleShot(0, _tell_and_end)

    application = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1280, 800)
    window.show()
    application.exec()


def _real(folder: Path | None) -> None:
    """Go the way of the program's own start; only the end of it is watched."""
    from proceedings_editor.__main__ import start

    _watch(folder)
    start(["--lang", "kk", *([str(folder)] if folder else [])])


def _watch(folder: Path | None) -> None:
    """Hook into Qt's own event loop: nothing of the program is imported before the program does it."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class FirstPicture(QObject):
        """Tells when the first picture stands, before the window goes on with what waited for it."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, _tell)
            return False

    run = QApplication.exec

    def watched() -> int:
        window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "mainWindow")
        filter_ = FirstPicture(window)
        window.installEventFilter(filter_)
        _Usable(window, has_collection=folder is not None).start()
        return run()

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign, assignment]


class _Usable:
    """Waits until the start page, or the entry list and the form, are filled and painted."""

    def __init__(self, window: object, *, has_collection: bool) -> None:
        from PySide6.QtCore import QTimer

        self._window = window
        self._is_there = self._has_form if has_collection else self._has_start_page
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look again and again, whenever Qt has nothing else to do."""
        self._timer.start(0)
        _KEPT.append(self)

    def _look(self) -> None:
        if self._is_there():
            self._timer.stop()
            self._window.repaint()  # type: ignore[attr-defined]
            _tell_and_end()

    def _has_start_page(self) -> bool:
        from PySide6.QtWidgets import QWidget

        page = self._window.findChild(QWidget, "startPage")  # type: ignore[attr-defined]
        return page is not None and page.isVisible()

    def _has_form(self) -> bool:
        from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

        bench = self._window.bench  # type: ignore[attr-defined]
        if bench is None:
            return False
        view = bench.entries.findChild(QAbstractItemView, "entryView")
        fields = [one for one in bench.form.findChildren(QWidget) if isinstance(one, QLineEdit) and one.isVisible()]
        return bool(view.isVisible() and view.model().rowCount() and any(field.text() for field in fields))


_KEPT: list[object] = []


def _tell() -> None:
    print(time.monotonic_ns(), flush=True)


def _tell_and_end() -> None:
    import os

    _tell()
    os._exit(0)  # what comes at the end of a session is not measured


if __name__ == "__main__":
    main()
