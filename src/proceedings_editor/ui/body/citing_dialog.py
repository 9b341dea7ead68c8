"""Choosing sources of the reference list to cite them: typing narrows the list, Enter cites."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.language.folding import fold
from proceedings_editor.texts import text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.wrapped_list import WrappedList

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CitingDialog(Dialog):
    """Shows the references with their numbers; dies when closed.

    Signals:
        numbers_given: The numbers of the chosen ones, in order (a tuple).
    """

    numbers_given = Signal(object)

    def __init__(self, words: Words, references: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("citingDialog")
        self.setWindowTitle(words(text("Citation")))
        self._filter = QLineEdit()
        self._filter.setObjectName("citingFilter")
        self._filter.setPlaceholderText(words(text("Number or words of the source")))
        self._filter.setAccessibleName(words(text("Number or words of the source")))
        self._filter.textChanged.connect(self._narrow)
        self._filter.installEventFilter(self)
        self._list = WrappedList()
        self._list.setObjectName("citingList")
        self._list.setAccessibleName(words(text("References")))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for number, reference in enumerate(references, 1):
            item = QListWidgetItem(f"{number}. {reference}")
            item.setData(Qt.ItemDataRole.UserRole, number)
            self._list.addItem(item)
        self._list.itemDoubleClicked.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._filter, self._list, buttons):
            layout.addWidget(widget)
        resize_within_screen(self, 560, 380)
        self._narrow("")
        self.accepted.connect(self._give)

    def _narrow(self, typed: str) -> None:
        """Show the references that hold every typed word, and choose the one of a typed number, else the first."""
        wanted = fold(typed).split()
        self._list.clearSelection()
        fitting = []
        for row in range(self._list.count()):
            item = self._list.item(row)
            fits = all(word in fold(item.text()) for word in wanted)
            item.setHidden(not fits)
            fitting += [row] if fits else []
        numbered = (row for row in fitting if typed.strip() == str(row + 1))
        self._list.setCurrentRow(next(numbered, next(iter(fitting), -1)))

    def _give(self) -> None:
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self._list.selectedItems() if not item.isHidden()]
        if chosen:
            self.numbers_given.emit(tuple(sorted(chosen)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See `QObject`; arrows move through the list while words are typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            QApplication.sendEvent(self._list, event)
            return True
        return super().eventFilter(watched, event)
