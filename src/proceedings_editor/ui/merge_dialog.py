"""A colleague's zip beside the collection: what is new, what was changed, and the choice what to take over."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.bundle import Bundle, Received, opened_bundle, take_bundle
from proceedings_editor.app.recovery import COLLECTION
from proceedings_editor.app.session import Session
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.difference_table import DifferenceTable
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.wrapped_list import WrappedList

_HEADS: Final = (text("Field"), text("In this collection"), text("In the zip"))


class MergeDialog(Dialog):
    """Compares entry by entry; `ticked` is what to take over once it is accepted."""

    def __init__(self, bundle: Bundle, name: str, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mergeDialog")
        self._words = words
        self._received = [one for one in bundle.received if one.news != "same"]
        self._intro = WrappedLabel(self)
        self._entries = WrappedList(self)
        self._table = DifferenceTable(words, _HEADS, self)
        self._take, self._cancel = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._name(name, len(bundle.received) - len(self._received))
        self._fill()
        self._entries.currentRowChanged.connect(self._show)
        self._entries.itemChanged.connect(lambda _: self._take.setEnabled(bool(self.ticked)))
        self._take.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._entries.setCurrentRow(0)
        self._entries.setFocus()

    @property
    def ticked(self) -> frozenset[str]:
        """Ids of what is ticked."""
        rows = range(self._entries.count())
        checked = (row for row in rows if self._entries.item(row).checkState() == Qt.CheckState.Checked)
        return frozenset(self._received[row].entry for row in checked)

    # ------------------------------------------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(self._entries)
        middle.addWidget(self._table)
        middle.setSizes([280, 620])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._intro)
        column.addWidget(middle, 1)
        column.addWidget(buttons)
        resize_within_screen(self, 940, 560)
        self._take.setDefault(True)

    def _name(self, name: str, same: int) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("Take over from a zip"))
        speaker.say(
            self._intro.setText,
            text(
                "Tick what you want to take over from {file}; undo takes it back. {same}",
                file=name,
                same=plural("{count} entry is the same here.", "{count} entries are the same here.", same),
            ),
        )
        for button, object_name, label in (
            (self._take, "takeTicked", text("Take the ticked ones")),
            (self._cancel, "cancelMerge", text("Cancel")),
        ):
            speaker.say(button.setText, label)
            speaker.name(button, object_name, label)
        speaker.name(self._entries, "receivedEntries", text("Entries of the zip"))
        speaker.name(self._table, "receivedFields", text("Values here and in the zip"))

    def _fill(self) -> None:
        for one in self._received:
            item = QListWidgetItem(self._words(_title(one, self._words)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            # A colleague was sent entries; the settings of the whole collection are taken only on purpose.
            ticked = one.entry != COLLECTION
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self._entries.addItem(item)
        self._take.setEnabled(bool(self.ticked))

    def _show(self, row: int) -> None:
        self._table.show_differences(self._received[row].fields if row >= 0 else ())


def merge_zip(window: QWidget, words: Words, session: Session, path: Path) -> Text:
    """Let a person take entries over from a zip; return what to tell them.

    Raises:
        ReadError: It is no zip of a collection.
        WriteError: It could not be unpacked, or a file of an entry could not be copied.
    """
    with opened_bundle(session, path) as bundle:
        if all(one.news == "same" for one in bundle.received):
            return text("{file} has nothing that is not here already.", file=path.name)
        dialog = MergeDialog(bundle, path.name, words, window)
        accepted, ticked = dialog.exec(), dialog.ticked
        dialog.deleteLater()
        if not accepted or not take_bundle(session, bundle, ticked):
            return text("Nothing was taken over from {file}.", file=path.name)
        return text("What you ticked was taken over from {file}. Save it when you have looked at it.", file=path.name)


def _title(one: Received, words: Words) -> Text:
    if one.entry == COLLECTION:
        return text("The collection: {name}", name=one.title)
    title = one.title or words(text("Untitled article"))
    return text("{title} (new)", title=title) if one.news == "new" else text("{title} (changed)", title=title)
