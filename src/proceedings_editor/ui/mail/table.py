"""The list of mails: which go out, and how each stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from proceedings_editor.model.entry import Entry
from proceedings_editor.templates.person_line import person_name
from proceedings_editor.templates.wording import printed_number
from proceedings_editor.texts import text
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.mail.row import COLOURS, MailRow
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_ROLE: Final = Qt.ItemDataRole.UserRole
_HEADS: Final = (text("Article"), text("State"))
_FIRST_COLUMN: Final = 170
_LEAST: Final = 260
"""Pixels that show an author and the beginning of how the mail stands."""
_ROOM: Final = 10
"""Between the rows, in pixels."""


class MailTable(QTreeWidget):
    """Rows with a tick each.

    Signals:
        row_chosen: Id of the entry a person went to, "" for none.
        ticked: Which rows go out has changed.
    """

    row_chosen = Signal(str)
    ticked = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setColumnCount(len(_HEADS))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.header().resizeSection(0, _FIRST_COLUMN)
        self.setMinimumWidth(_LEAST)
        speaker = Speaker(words, self)
        speaker.name(self, "mailTable", text("Mails"))
        speaker.say(lambda _: self.setHeaderLabels([words(head) for head in _HEADS]), _HEADS[0])
        self.currentItemChanged.connect(lambda item, _: self.row_chosen.emit(item.data(0, _ROLE) if item else ""))
        self.itemChanged.connect(partial(self._tell))

    @property
    def current(self) -> str:
        """Id of the entry the list stands at, "" without one."""
        item = self.currentItem()
        return str(item.data(0, _ROLE)) if item else ""

    @property
    def wanted(self) -> tuple[str, ...]:
        """Ids of the ticked entries."""
        return tuple(key for key, item in self._items.items() if item.checkState(0) == Qt.CheckState.Checked)

    def fill(self, rows: Mapping[str, MailRow], largest: int) -> None:
        """Show rows in their order, those that are wanted ticked.

        Args:
            rows: Entry id -> its mail.
            largest: The collection's largest number.
        """
        self.blockSignals(True)
        self.clear()
        self._items = {}
        for key, row in rows.items():
            item = QTreeWidgetItem([heading(row.mail.entry, largest), ""])
            item.setData(0, _ROLE, key)
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + _ROOM))
            item.setToolTip(0, row.mail.entry.title.best(row.mail.entry.language))
            self._items[key] = item
            self.addTopLevelItem(item)
            self._show(key, row, ticked=row.is_wanted)
        self.blockSignals(False)
        if self._items:
            self.setCurrentItem(next(iter(self._items.values())))
        else:
            self.row_chosen.emit("")
        self.ticked.emit()

    def show_row(self, key: str, row: MailRow, *, ticked: bool) -> None:
        """Show how a mail stands now."""
        self.blockSignals(True)
        self._show(key, row, ticked=ticked and row.may_go)
        self.blockSignals(False)
        self.ticked.emit()

    def is_ticked(self, key: str) -> bool:
        """Whether a mail goes out."""
        return key in self._items and self._items[key].checkState(0) == Qt.CheckState.Checked

    def _show(self, key: str, row: MailRow, *, ticked: bool) -> None:
        item = self._items[key]
        mark, sentence = row.state
        item.setText(1, self._words(sentence))
        item.setToolTip(1, self._words(sentence))
        severity = COLOURS[mark]
        item.setForeground(1, severity_colour(severity, self.palette()) if severity else QBrush())
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags if row.may_go else flags & ~Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _tell(self, _item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            self.ticked.emit()


def heading(entry: Entry, largest: int) -> str:
    """Return number and first author of an entry; `largest` is the collection's largest number."""
    author = person_name(entry.authors[0], "surname_initials", entry.language) if entry.authors else ""
    return " ".join(filter(None, (printed_number(entry.number, largest) or entry.id, author)))
