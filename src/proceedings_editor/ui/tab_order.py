"""The order in which the Tab key goes through a panel whose parts come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def go_through_before(new: QWidget, mark: QWidget) -> None:
    """Let the Tab key go through a part just made before it comes to `mark`; Qt would put it at the very end."""
    layout = new.layout()
    stops = list(_stops(layout)) if layout else []
    for before, after in pairwise((_stop_before(mark), *stops)):
        QWidget.setTabOrder(before, after)


def come_last(window: QWidget, *stops: QWidget) -> None:
    """Let the Tab key come to these at the end of a window, whatever was put into it after them."""
    last = window
    while (last := last.previousInFocusChain() or window) is not window:
        if last not in stops and last.focusPolicy() & Qt.FocusPolicy.TabFocus:
            break
    for before, after in pairwise((last, *stops)):
        QWidget.setTabOrder(before, after)


def _stop_before(mark: QWidget) -> QWidget:
    widget = mark.previousInFocusChain() or mark
    while widget is not mark and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        widget = widget.previousInFocusChain() or mark  # Qt lets nothing stand behind what the key passes by
    return widget


def _stops(layout: QLayout) -> Iterator[QWidget]:
    """Yield what the Tab key stops at, as the layout is read."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget = item.widget()
        inner = widget.layout() if widget else item.layout()
        if widget and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif inner:
            yield from _stops(inner)
