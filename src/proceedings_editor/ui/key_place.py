"""Keys by their place: Ctrl+1 is the first key of the row of digits, whatever a layout has there.

A Kazakh layout has letters and signs where others have digits, and none but Cyrillic letters. Qt looks for another
layout of the same keyboard only where a key gives a letter, and finds none where Kazakh is the only one. So what no
shortcut took as it was typed is tried again as a Latin keyboard would have it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QMenu, QWidget

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_DIGITS: Final = "1234567890"

_PC: Final = {2: f"{_DIGITS}-=", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
"""Keys that lie beside each other by the number of the first; Windows and Linux count alike."""
_LINUX_SHIFT: Final = 8
"""X11, and Wayland after it, begin to count here."""
_MAC: Final = {
    0: "ASDFHGZXCV",
    11: "BQWERYT123465=97-80",
    31: "OU",
    34: "IP",
    37: "LJ",
    40: "K",
    45: "NM",
}
"""Apple's own numbers (`kVK_ANSI_…` of its header Events.h), none of which follows the place."""


def _numbered(rows: Mapping[int, str], shift: int = 0) -> Mapping[int, str]:
    return {first + index + shift: sign for first, row in rows.items() for index, sign in enumerate(row)}


_PLACES: Final = (
    _numbered(_MAC) if sys.platform == "darwin" else _numbered(_PC, _LINUX_SHIFT if sys.platform == "linux" else 0)
)


def place_key(event: QKeyEvent) -> Qt.Key | None:
    """Return what a Latin keyboard has at the place of a key; None where the layout gives that, or nobody means it."""
    if not event.modifiers() & (_CONTROL | _ALT) or _types(event):
        return None
    number = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    sign, typed = _PLACES.get(number, ""), event.key()
    is_foreign = 0x7F < typed < Qt.Key.Key_Escape and chr(typed).isalpha()
    is_sign = typed <= 0x7F and not chr(typed).isalnum()
    is_meant = is_foreign or (is_sign and (sign in _DIGITS or (sign, typed) == ("=", Qt.Key.Key_Plus)))
    return Qt.Key(ord(sign)) if sign and is_meant else None


def _types(event: QKeyEvent) -> bool:
    """AltGr, which writes further signs, is told as Ctrl+Alt by Windows."""
    both = _CONTROL | _ALT
    typed = event.text()
    return sys.platform == "win32" and event.modifiers() & both == both and typed.isprintable() and typed != ""


class KeyPlaces(QObject):
    """Tries keys again by their place, in every window of the program that has the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
            self._follow(application.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """A key comes here after the shortcuts and before any field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = place_key(event)
            if key is not None and _pressed(watched, key, event.modifiers()):
                return True
        return super().eventFilter(watched, event)

    def _follow(self, window: QWindow | None) -> None:
        if window:
            window.installEventFilter(self)


def _pressed(window: QObject, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Press another key: the field with the cursor may claim it, else it is a shortcut's; False if it is nobody's."""
    field = QApplication.focusWidget()
    claim = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    claim.ignore()
    if field:
        QApplication.sendEvent(field, claim)
    if field and claim.isAccepted():
        QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))
        return True
    sequence = QKeySequence(claim.keyCombination())
    for shortcut in _shortcuts(QApplication.activeWindow(), field):
        if shortcut.isEnabled() and sequence in _keys(shortcut):
            shortcut.trigger() if isinstance(shortcut, QAction) else shortcut.activated.emit()
            return True
    return False


def _keys(shortcut: QAction | QShortcut) -> list[QKeySequence]:
    return shortcut.shortcuts() if isinstance(shortcut, QAction) else shortcut.keys()


def _shortcuts(window: QWidget | None, field: QWidget | None) -> Iterator[QAction | QShortcut]:
    """Yield those of a window that hold where the cursor is; dialogs over it have their own."""
    if window is None:
        return
    found: list[QAction | QShortcut] = [*window.findChildren(QAction), *window.findChildren(QShortcut)]
    for one in found:
        owner: QObject | None = one.parent()
        while isinstance(owner, QMenu):
            owner = owner.parent()
        if isinstance(owner, QWidget) and owner.window() is window and _holds(one, owner, field):
            yield one


def _holds(one: QAction | QShortcut, owner: QWidget, field: QWidget | None) -> bool:
    context = one.shortcutContext() if isinstance(one, QAction) else one.context()
    if context == Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return field is not None and (owner is field or owner.isAncestorOf(field))
    return context != Qt.ShortcutContext.WidgetShortcut or owner is field
