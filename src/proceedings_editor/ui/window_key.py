"""Keys that are the window's wherever the cursor stands.

Qt's text fields take some of them for themselves (on Linux Ctrl+E is "to the end of the line", Ctrl+D "delete"), and
then the action of the menu never hears of them.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from proceedings_editor.ui.action import ACTIONS


def is_window_key(event: QEvent) -> bool:
    """Whether a field is asked to claim a key that stands in the table of actions."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.keyCombination().toCombined() in _window_keys()


@cache
def _window_keys() -> frozenset[int]:
    sequences = (QKeySequence(row.shortcut) for row in ACTIONS if row.shortcut)
    return frozenset(sequence[0].toCombined() for sequence in sequences)  # type: ignore[index]  # the stubs lack it


class FilterLine(QLineEdit):
    """A line for words to look for, beside the window's panels."""

    def event(self, event: QEvent) -> bool:
        """See Qt; the window's keys are left to it."""
        if is_window_key(event) and not self._is_own(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_own(self, event: QEvent) -> bool:
        """Undo and redo of the words looked for are the line's own: the history knows nothing of them."""
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        return isinstance(event, QKeyEvent) and any(event.matches(key) for key in keys)
