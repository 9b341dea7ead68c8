"""Scrolls to a widget with what belongs to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_BESIDE = 20


def reveal(area: QScrollArea, target: QWidget, around: QWidget | None = None) -> None:
    """Scroll so that a widget is seen, and what stands around it as far as there is room.

    Args:
        area: Shows `target` and `around`.
        target: Where the person goes.
        around: What belongs to it, such as the notes under a field.
    """
    _scroll(area, target, around)
    # What was added or has grown just now gets its place when Qt next lays out.
    QTimer.singleShot(0, target, partial(_scroll, area, target, around))


def _scroll(area: QScrollArea, target: QWidget, around: QWidget | None) -> None:
    if around is not None:
        area.ensureWidgetVisible(around, 0, _BESIDE)
    area.ensureWidgetVisible(target, 0, _BESIDE)
