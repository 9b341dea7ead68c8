"""Ctrl+C in the terminal the window was started from closes it as its own cross does: unsaved work is asked about."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget


class InterruptKey(QSocketNotifier):
    """Listens for the signal of Ctrl+C; Python alone would hear it only when Qt happens to call it."""

    def __init__(self, window: QWidget) -> None:
        self._ears, mouth = socket.socketpair()
        for end in (self._ears, mouth):
            end.setblocking(False)
        super().__init__(self._ears.fileno(), QSocketNotifier.Type.Read, window)
        self._mouth = mouth
        self.activated.connect(self._hear)
        self._window = window
        signal.signal(signal.SIGINT, lambda *_: None)  # instead of an exception in whatever is at work just then
        signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)

    def _hear(self) -> None:
        if signal.SIGINT in self._ears.recv(64):
            self._window.close()
