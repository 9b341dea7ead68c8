"""After a crash: what was not saved, beside what the files say, and the choice what to take."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.recovery import Difference, Recovery
from proceedings_editor.texts import text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.difference_table import DifferenceTable
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.wrapped_list import WrappedList

_COLUMNS: Final = (text("Field"), text("Saved in the file"), text("Not saved before the crash"))


class RecoveryDialog(Dialog):
    """Compares saved and recovered states entry by entry. Closing it decides nothing: it is asked again next time.

    Signals:
        settled: Ids of the differences to take over (a frozenset), once the person has decided.
    """

    settled = Signal(object)

    def __init__(self, recovery: Recovery, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recovery, self._words = recovery, words
        self._intro = QLabel(self)
        self._intro.setWordWrap(True)
        self._entries = WrappedList(self)
        self._table = DifferenceTable(words, _COLUMNS, self)
        self._all, self._ticked, self._none = QPushButton(self), QPushButton(self), QPushButton(self)
        self._lay_out()
        self._name()
        self._fill()
        self._connect()

    @property
    def ticked(self) -> frozenset[str]:
        """Ids of the entries that are ticked."""
        items = (self._entries.item(row) for row in range(self._entries.count()))
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        for button in (self._all, self._ticked, self._none):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(self._entries)
        middle.addWidget(self._table)
        middle.setSizes([260, 640])
        column = QVBoxLayout(self)
        column.addWidget(self._intro)
        column.addWidget(middle, 1)
        column.addWidget(buttons)
        resize_within_screen(self, 940, 560)
        self._all.setDefault(True)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        when = f"{self._recovery.written.astimezone():%d.%m.%Y %H:%M}"
        speaker.say(self.setWindowTitle, text("Unsaved changes were found"))
        speaker.say(
            self._intro.setText,
            text(
                "The program ended on {when} before these changes were saved. Tick the entries whose changes you want "
                "to have back; then look at them and save. What you do not take stays in the collection's trash.",
                when=when,
            ),
        )
        for button, name, label in (
            (self._all, "recoverAll", text("Take all")),
            (self._ticked, "recoverTicked", text("Take the ticked ones")),
            (self._none, "recoverNone", text("Take none")),
        ):
            speaker.say(button.setText, label)
            speaker.name(button, name, label)
        speaker.name(self._entries, "recoveredEntries", text("Entries with unsaved changes"))
        speaker.name(self._table, "recoveredFields", text("Saved and unsaved values"))

    def _fill(self) -> None:
        for difference in self._recovery.differences:
            item = QListWidgetItem(_title(difference, self._words))
            item.setData(Qt.ItemDataRole.UserRole, difference.entry)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            # Somebody worked on the file after the crash: their work is not to be overwritten by a mere Enter.
            state = Qt.CheckState.Unchecked if difference.is_file_newer else Qt.CheckState.Checked
            item.setCheckState(state)
            self._entries.addItem(item)
        if any(difference.is_file_newer for difference in self._recovery.differences):
            self._ticked.setDefault(True)

    def _connect(self) -> None:
        self._entries.currentRowChanged.connect(self._show)
        self._all.clicked.connect(lambda: self._settle(frozenset(one.entry for one in self._recovery.differences)))
        self._ticked.clicked.connect(lambda: self._settle(self.ticked))
        self._none.clicked.connect(lambda: self._settle(frozenset()))
        self._entries.setCurrentRow(0)
        self._entries.setFocus()

    def _show(self, row: int) -> None:
        self._table.show_differences(self._recovery.differences[row].fields if row >= 0 else ())

    def _settle(self, taken: frozenset[str]) -> None:
        self.settled.emit(taken)
        self.accept()


def _title(difference: Difference, words: Words) -> str:
    title = difference.title or words(text("Untitled article"))
    if not difference.entry:
        title = words(text("The collection: {name}", name=difference.title))
    if difference.is_file_newer:
        return words(text("{title} (the file was changed after the crash)", title=title))
    return words(text("{title} (new)", title=title)) if difference.is_new else title
