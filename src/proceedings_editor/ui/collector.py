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
from collections import deque
from collections.abc import Callable
from functools import partial
from operator import call
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
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
_LIVING: Final = "livingCollectors"
_BEFORE: Final = "pythonSearchedBefore"
"""Kept with the application, which all windows share."""
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
        application = QCoreApplication.instance()
        if application:
            self.destroyed.connect(partial(_leave, application))
            _count(application, 1)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
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
            _leave_out()
            self._grown = 0


def _leave_out() -> None:
    """Leave out for good what is still used, and nothing that is not.

    After any call of Python's another thread may have its turn, and what it lets go would be left out, too, and stay
    for ever: so what is new is searched again and the rest left out inside one call, which no thread interrupts.
    """
    steps: tuple[Callable[[], object], ...] = (partial(gc.collect, 0), gc.freeze)
    deque(map(call, steps), maxlen=0)


def _count(application: QCoreApplication, more: int) -> None:
    """Count the collectors that live; while there is one, Python does not search by itself."""
    living = (application.property(_LIVING) or 0) + more
    if living == 1 and more == 1:
        application.setProperty(_BEFORE, gc.isenabled() or bool(application.property(_BEFORE)))
        gc.disable()
    application.setProperty(_LIVING, living)


def _leave(application: QCoreApplication) -> None:
    """Let Python search again, but later.

    Qt is taking a window apart and holds a lock. A search now could meet another object of Qt that goes and needs the
    same lock (there are few of them for all objects), and would wait for itself for ever.
    """
    _count(application, -1)
    QTimer.singleShot(0, application, partial(_search_again, application))


def _search_again(application: QCoreApplication) -> None:
    if not application.property(_LIVING) and application.property(_BEFORE):
        application.setProperty(_BEFORE, False)
        gc.enable()  # what was left out stays so: to look again for widgets long gone has crashed
