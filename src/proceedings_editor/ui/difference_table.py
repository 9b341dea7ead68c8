"""Two states side by side: a row for each field that differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from proceedings_editor.app.comparison import GAP, FieldDifference
from proceedings_editor.texts import Text
from proceedings_editor.ui.form.choice import LANGUAGE_MARKS
from proceedings_editor.ui.words import Words

_MOST_SHOWN: Final = 4000
"""Characters of one value: enough to know it again."""

_GAP: Final = 8
"""Pixels below the words of a row."""


class DifferenceTable(QTableWidget):
    """Shows what differs; `heads` name the field, the older and the newer state."""

    def __init__(self, words: Words, heads: Sequence[Text], parent: QWidget) -> None:
        super().__init__(0, len(heads), parent)
        self._words, self._heads = words, heads
        self._differences: Sequence[FieldDifference] = ()
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        words.changed.connect(self._say)
        self._say()

    def show_differences(self, differences: Sequence[FieldDifference]) -> None:
        """Show these rows."""
        self._differences = differences
        self.setRowCount(len(differences))
        for row, field in enumerate(differences):
            for column, words in enumerate((self._label(field), field.saved, field.recovered)):
                item = QTableWidgetItem(_shortened(words))
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.setItem(row, column, item)

    def sizeHintForRow(self, row: int) -> int:  # noqa: N802  # Qt's name
        """See Qt; a gap keeps long texts of two fields apart."""
        return super().sizeHintForRow(row) + _GAP

    def _say(self) -> None:
        self.setHorizontalHeaderLabels([self._words(head) for head in self._heads])
        self.show_differences(self._differences)

    def _label(self, field: FieldDifference) -> str:
        label = self._words(field.label)
        mark = LANGUAGE_MARKS.get(field.language)
        return f"{label} ({mark})" if mark else label


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}\n{GAP}"
