"""Scrolls to a widget with what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_BESIDE = 20
_ROUNDS = 5


def reveal(area: QScrollArea, target: QWidget, around: QWidget | None = None) -> None:
    """Scroll so that a widget is seen, and what stands around it as far as there is room.

    Args:
        area: Shows `target` and `around`.
        target: Where the person goes.
        around: What belongs to it, such as the notes under a field.
    """
    _scroll(area, target, around)
    _later(area, target, around, _ROUNDS)


def reveal_in_its_area(target: QWidget, around: QWidget) -> None:
    """As `reveal`, in the nearest area that scrolls; nothing where there is none."""
    area: QObject | None = target
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parent()
    if area is not None:
        reveal(area, target, around)


def _later(area: QScrollArea, target: QWidget, around: QWidget | None, rounds: int) -> None:
    """Scroll again: what was added or has grown gets its place when Qt next lays out, and what holds it after that."""

    def scroll() -> None:
        _scroll(area, target, around)
        if rounds > 1:
            _later(area, target, around, rounds - 1)

    QTimer.singleShot(0, target, scroll)


def _scroll(area: QScrollArea, target: QWidget, around: QWidget | None) -> None:
    if around is not None:
        area.ensureWidgetVisible(around, 0, _BESIDE)
    area.ensureWidgetVisible(target, 0, _BESIDE)
