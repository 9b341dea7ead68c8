"""Python's search for unused objects: in the window's thread only, in small steps, and not while somebody types.

By itself Python searches in whichever thread has just made the next object. In a worker it then takes apart what is
left of widgets, which belong to the window's thread and which Qt lets no other touch. So as long as a window
lives Python does not search by itself, and a timer of the window does it.

A search takes half a microsecond for each object it looks at. With 300 entries and 44 000 findings all of them would
take a third of a second. So what is new is looked through when there is a little of it, and what is still used after
a while is left out for good. Little is lost by that: the model has no circles, so that nearly everything goes without
a search as soon as nobody holds it.
"""

from __future__ import annotations

import gc
import time
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_MS: Final = 50
_REST_SECONDS: Final = 0.15
"""So long after a key or the mouse somebody may be about to press the next."""
_LITTLE: Final = 700
"""New objects worth a search; Python's own number."""
_MANY: Final = 30_000
"""New objects that are looked through even while somebody types: some 10 ms, and a worker may make more of them."""
_GROWN: Final = 15_000
"""Objects after which all that came since the last time is looked through and then left out."""
_INPUT: Final = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    )
)


class Collector(QObject):
    """Searches as long as it lives; then Python does as before. No other thread searches meanwhile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._grown = 0
        self._last_input = -_REST_SECONDS
        self.destroyed.connect(partial(_leave, gc.isenabled()))
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
            self._follow(application.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Note when a key or the mouse was used last."""
        if event.type() in _INPUT:
            self._last_input = time.monotonic()
        return super().eventFilter(watched, event)

    def _follow(self, window: QWindow | None) -> None:
        """Keys go to the window that has the focus, and only few other events do: it costs nothing to see them all."""
        if window:
            window.installEventFilter(self)

    def _look(self) -> None:
        gc.disable()  # a window that was made before may be gone by now
        new = gc.get_count()[0]
        if new < (_MANY if time.monotonic() - self._last_input < _REST_SECONDS else _LITTLE):
            return
        self._grown += new
        if self._grown < _GROWN:
            gc.collect(0)
        else:
            gc.collect()
            gc.freeze()
            self._grown = 0


def _leave(was_enabled: bool) -> None:
    if was_enabled:  # what was left out stays so: to look again for widgets long gone has crashed
        gc.enable()
