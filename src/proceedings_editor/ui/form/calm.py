"""Lets notes wait until a person rests, and keeps what they are at in its place when the notes come or go.

A note that appears while somebody types or moves the mouse pushes the field away that they are about to click.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

_REST_MS: Final = 500
"""Longer than between two keys of a slow typist, and than a hand stands still on its way."""
_ROUNDS: Final = 5
"""How deep layouts lie in each other: each hears of a change from the one inside it."""


class Calm(QObject):
    """Knows whether somebody is at work in a scrolled form."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._waiting: dict[QWidget, Callable[[], None]] = {}
        self._pointer, self._is_by_mouse = QCursor.pos(), False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look)

    def note_key(self) -> None:
        """Tell that somebody has just typed."""
        self._pointer, self._is_by_mouse = QCursor.pos(), False
        self._rest.start()

    def ask(self, who: QWidget, do: Callable[[], None]) -> None:
        """Do what changes the height of `who`, at once where nobody is at work, else when they rest."""
        self._waiting[who] = do
        if not self._rest.isActive():
            self._look()

    def end(self) -> None:
        """Do what waits: something else is shown from now on."""
        self._rest.stop()
        self._pointer = QCursor.pos()
        self._do()

    def _look(self) -> None:
        pointer = QCursor.pos()
        if pointer != self._pointer and self._under(pointer):
            self._pointer, self._is_by_mouse = pointer, True
            self._rest.start()
        elif self._waiting:
            self._do_around(self._anchor())

    def _anchor(self) -> QWidget | None:
        """What shall not move: what is under the mouse where that was moved last, else what is written in."""
        field, holder = QApplication.focusWidget(), self._area.widget()
        is_here = field is not None and holder is not None and holder.isAncestorOf(field)
        return (self._under(self._pointer) if self._is_by_mouse else None) or (field if is_here else None)

    def _under(self, pointer: QPoint) -> QWidget | None:
        holder = self._area.widget()
        inside = self._area.viewport().rect().contains(self._area.viewport().mapFromGlobal(pointer))
        found = QApplication.widgetAt(pointer) if inside else None
        return found if found is not None and holder is not None and holder.isAncestorOf(found) else None

    def _do_around(self, anchor: QWidget | None) -> None:
        before = self._height_of(anchor)
        self._do()
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if anchor is not None and isValid(anchor) and anchor.isVisible():
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + self._height_of(anchor) - before)

    def _height_of(self, widget: QWidget | None) -> int:
        return widget.mapTo(self._area, QPoint()).y() if widget is not None else 0

    def _do(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for who, do in waiting.items():
            if isValid(who):
                do()
