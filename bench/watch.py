"""Watches the steps of a window: how long its thread is away from its events, and what it does meanwhile."""

from __future__ import annotations

import gc
import sys
import threading
import time
from types import FrameType
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer

_LONG = 0.05
"""Seconds of a step after which what the thread does is written down."""
_LOOK = 0.01


class Step(NamedTuple):
    """A step: milliseconds of the thread's own work, on the clock, of these in Python's search for unused objects,
    and the innermost functions seen in it.
    """

    own: float
    clock: float
    search: float
    seen: tuple[str, ...]


class Watch:
    """Notes the steps of the thread it is made in, from `start` to `stop`."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._thread = threading.get_ident()
        self._own = self._clock = 0.0
        self._seen: list[str] = []
        self._search = self._search_begun = 0.0
        self._ended = threading.Event()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin."""
        self.steps = []
        self._own, self._clock = time.thread_time(), time.perf_counter()
        self._ended.clear()
        gc.callbacks.append(self._note_search)
        threading.Thread(target=self._look, daemon=True).start()
        self._timer.start()

    def stop(self) -> None:
        """End; the last step counts too."""
        self._beat()
        self._timer.stop()
        self._ended.set()
        gc.callbacks.remove(self._note_search)

    @property
    def longest(self) -> Step:
        """The step with most work of the thread's own."""
        return max(self.steps, default=Step(0, 0, 0, ()))

    @property
    def longest_on_the_clock(self) -> Step:
        """The step that took longest, whoever worked meanwhile."""
        return max(self.steps, key=lambda step: step.clock, default=Step(0, 0, 0, ()))

    def _note_search(self, phase: str, info: dict[str, int]) -> None:
        del info
        if phase == "start":
            self._search_begun = time.perf_counter()
        else:
            self._search += (time.perf_counter() - self._search_begun) * 1000

    def _beat(self) -> None:
        own, clock = time.thread_time(), time.perf_counter()
        self.steps.append(Step((own - self._own) * 1000, (clock - self._clock) * 1000, self._search, tuple(self._seen)))
        self._own, self._clock, self._search, self._seen = own, clock, 0.0, []

    def _look(self) -> None:
        while not self._ended.wait(_LOOK):
            if time.perf_counter() - self._clock > _LONG:
                self._seen.append(_innermost(sys._current_frames().get(self._thread)))


def _innermost(frame: FrameType | None, depth: int = 6) -> str:
    names = []
    while frame and len(names) < depth:
        names.append(f"{frame.f_code.co_qualname}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(names)
