"""A list whose entries take as many lines as they need and stand apart from each other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_ROOM: Final = 8
"""Pixels between the words of two entries. Qt's own `spacing` is not counted when the lines are, and cuts the last."""


class WrappedList(QListWidget):
    """Long entries wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setItemDelegate(_Roomy(self))


class _Roomy(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return super().sizeHint(option, index) + QSize(0, _ROOM)
