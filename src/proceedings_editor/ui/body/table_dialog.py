"""How large a new table is, and whether its first row names the columns."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from proceedings_editor.model.body import Table
from proceedings_editor.model.body_edit.table import new_table, with_header
from proceedings_editor.texts import text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.words import Words

_MOST_ROWS: Final = 200
_MOST_COLUMNS: Final = 20


class TableDialog(Dialog):
    """Asks for the size of a table and emits the table; dies when closed.

    Signals:
        table_given: An empty table.
    """

    table_given = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("tableDialog")
        self.setWindowTitle(words(text("Insert table")))
        self._columns = _number("tableColumns", _MOST_COLUMNS)
        self._rows = _number("tableRows", _MOST_ROWS)
        self._header = QCheckBox(words(text("Header row")))
        self._header.setObjectName("tableHeader")
        self._header.setChecked(True)
        form = QFormLayout()
        form.addRow(words(text("Columns")), self._columns)
        form.addRow(words(text("Rows")), self._rows)
        form.addRow(self._header)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._columns.selectAll()
        self.accepted.connect(lambda: self.table_given.emit(self.value()))

    def value(self) -> Table:
        """Return the table that is asked for."""
        return with_header(new_table(self._rows.value(), self._columns.value()), int(self._header.isChecked()))


def _number(name: str, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setRange(1, most)
    box.setValue(3)
    return box
