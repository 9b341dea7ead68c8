"""Fields beside each other, in as many lines as show each with its label and its usual value uncut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from proceedings_editor.ui.form.row import GAP, FieldRow
from proceedings_editor.ui.words import Words

_BELOW: Final = 10
"""Pixels between two lines."""


class FieldLine(QWidget):
    """Holds some fields; `shares` say how they divide the width."""

    def __init__(self, words: Words, rows: Sequence[FieldRow], shares: Sequence[int]) -> None:
        super().__init__()
        self._rows, self._shares = rows, shares
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(_BELOW)
        words.changed.connect(self._place)
        self._put(len(rows))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place()

    def _place(self) -> None:
        most = len(self._rows)
        self._put(next((columns for columns in range(most, 1, -1) if self._fits(columns)), 1))

    def _fits(self, columns: int) -> bool:
        room, shares = self.width() - GAP * (columns - 1), self._shares[:columns]
        return all(
            row.least_width() <= room * shares[index % columns] // sum(shares) for index, row in enumerate(self._rows)
        )

    def _put(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        for index, row in enumerate(self._rows):
            self._grid.addWidget(row, *divmod(index, columns))
        for column, share in enumerate(self._shares):
            self._grid.setColumnStretch(column, share if column < columns else 0)
