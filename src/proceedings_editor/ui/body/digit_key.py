"""The digits above the letters, wherever a keyboard layout puts the signs: the Kazakh one has letters there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_FIRST_CODE: Final = {"xcb": 10, "wayland": 10, "windows": 2}
"""Qt's name of the window system -> scan code of the key 1; 2 to 9 and 0 follow it."""
_DIGITS: Final = "1234567890"


def combinations_of(event: QKeyEvent) -> list[QKeyCombination]:
    """Return what was pressed, and the same with the digit its key has on most layouts."""
    digit = digit_at(event.nativeScanCode(), QGuiApplication.platformName())
    pressed = [event.keyCombination()]
    if digit:
        pressed.append(QKeyCombination(event.modifiers(), Qt.Key(ord(digit))))
    return pressed


def digit_at(scan_code: int, platform: str) -> str:
    """Return the digit of a key, "" for keys that have none.

    Args:
        scan_code: The hardware's number of the key.
        platform: Qt's name of the window system.
    """
    place = scan_code - _FIRST_CODE.get(platform, scan_code + 1)
    return _DIGITS[place] if 0 <= place < len(_DIGITS) else ""
