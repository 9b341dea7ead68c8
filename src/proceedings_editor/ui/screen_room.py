"""Keeps windows within the screen: at one and a half of its size a common one has room for 850 by 530 points."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

_FRAME: Final = (16, 48)
"""What the system puts around a window."""


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, less where its screen has no room for it.

    Args:
        window: The window or dialog.
        width: In points, as wanted.
        height: The same.
    """
    room = window.screen().availableSize()
    window.resize(min(width, room.width() - _FRAME[0]), min(height, room.height() - _FRAME[1]))
