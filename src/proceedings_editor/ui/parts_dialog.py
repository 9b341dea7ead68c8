"""Parts of another entry beside those of the entry at hand, and the choice what to take over."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.checking import entry_name
from proceedings_editor.app.parts import copy_parts as copying
from proceedings_editor.app.parts import parts_of
from proceedings_editor.app.session import Session
from proceedings_editor.language.folding import fold
from proceedings_editor.model.entry import Entry
from proceedings_editor.texts import text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.wrapped_list import WrappedList

_KEY: Final = Qt.ItemDataRole.UserRole
_MOST_SHOWN: Final = 300
"""Characters of one value: enough to know it again."""
_TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MIDDLE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PartsDialog(Dialog):
    """Shows the other entries; `source` and `ticked` are what to take over once it is accepted."""

    def __init__(
        self, session: Session, words: Words, target: Entry, parent: QWidget, wanted: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(parent)
        self.setObjectName("partsDialog")
        self._session, self._words, self._target = session, words, target
        self._wanted: set[str] = set(wanted)
        self._entries = [entry for entry in session.workspace.entries if entry.id != target.id]
        self._intro, self._note = WrappedLabel(self), WrappedLabel(self)
        self._filter = QLineEdit(self)
        self._list, self._table = WrappedList(self), QTableWidget(0, 3, self)
        self._take, self._cancel = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._name()
        self._fill()
        self._filter.textChanged.connect(self._narrow)
        self._list.currentRowChanged.connect(self._show)
        self._table.itemChanged.connect(self._tick)
        self._take.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._narrow("")
        self._filter.setFocus()

    @property
    def source(self) -> Entry | None:
        """The entry that is chosen."""
        row = self._list.currentRow()
        return self._entries[row] if row >= 0 and not self._list.item(row).isHidden() else None

    @property
    def ticked(self) -> frozenset[str]:
        """Keys of the parts that are ticked."""
        items = (self._table.item(row, 0) for row in range(self._table.rowCount()))
        return frozenset(item.data(_KEY) for item in items if item and item.checkState() == Qt.CheckState.Checked)

    # ------------------------------------------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(left)
        middle.addWidget(self._table)
        middle.setSizes([300, 620])
        self._table.setWordWrap(True)
        self._table.setTabKeyNavigation(False)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._take.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(8)
        whole.addWidget(self._intro)
        whole.addWidget(middle, 1)
        whole.addWidget(self._note)
        whole.addWidget(buttons)
        resize_within_screen(self, 960, 560)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("Copy from another entry"))
        intro = text("Choose an entry and tick what this one shall take over from it. References come behind its own.")
        speaker.say(self._intro.setText, intro)
        speaker.say(self._filter.setPlaceholderText, text("Number, author or title"))
        speaker.name(self._filter, "partsFilter", text("Number, author or title"))
        speaker.name(self._list, "partsEntries", text("Entries"))
        speaker.name(self._table, "partsTable", text("Parts of the chosen entry"))
        for button, name, label in (
            (self._take, "takeParts", text("Take the ticked ones")),
            (self._cancel, "cancelParts", text("Cancel")),
        ):
            speaker.say(button.setText, label)
            speaker.name(button, name, label)
        heads = (text("Field"), text("In the chosen entry"), text("Here now"))
        speaker.say(lambda _: self._table.setHorizontalHeaderLabels([self._words(head) for head in heads]), heads[0])

    def _fill(self) -> None:
        for entry in self._entries:
            names = ", ".join(person.full_name for person in entry.authors)
            title = entry.title.best(self._words.language) or self._words(text("Untitled article"))
            number = entry_name(entry) if entry.number is not None else ""
            self._list.addItem(QListWidgetItem(" · ".join(filter(None, (number, names, title)))))

    def _narrow(self, typed: str) -> None:
        """Show the entries that hold every typed word, and choose the first where the chosen one is hidden."""
        wanted = fold(typed).split()
        rows = range(self._list.count())
        for row in rows:
            item = self._list.item(row)
            item.setHidden(not all(word in fold(item.text()) for word in wanted))
        shown = [row for row in rows if not self._list.item(row).isHidden()]
        if self._list.currentRow() not in shown:
            self._list.setCurrentRow(shown[0] if shown else -1)
        self._show()

    def _show(self) -> None:
        """Show the parts of the chosen entry; what was ticked for another entry stays ticked."""
        source, wanted = self.source, self._wanted
        parts = parts_of(source, self._target, self._session.workspace.collection) if source else {}
        self._table.blockSignals(True)
        self._table.setRowCount(len(parts))
        for row, (key, part) in enumerate(parts.items()):
            cells = [
                QTableWidgetItem(_shortened(words)) for words in (self._words(part.label), part.saved, part.recovered)
            ]
            for column, cell in enumerate(cells):
                cell.setTextAlignment(_TOP if column else _MIDDLE)  # where its tick is
                self._table.setItem(row, column, cell)
            cells[0].setData(_KEY, key)
            cells[0].setCheckState(Qt.CheckState.Checked if key in wanted else Qt.CheckState.Unchecked)
        self._table.blockSignals(False)
        self._table.setCurrentCell(0, 0)
        nothing = text("The chosen entry has nothing that this one lacks.")
        alone = text("No other entry has these words.")
        self._note.setText("" if parts else self._words(nothing if source else alone))
        self._take.setEnabled(bool(self.ticked))

    def _tick(self, item: QTableWidgetItem) -> None:
        change = self._wanted.add if item.checkState() == Qt.CheckState.Checked else self._wanted.discard
        change(item.data(_KEY))
        self._take.setEnabled(bool(self.ticked))


def copy_parts(
    session: Session, words: Words, target_id: str, window: QWidget, wanted: frozenset[str] = frozenset()
) -> None:
    """Ask for an entry and its parts, and take them over in one step; `wanted` are ticked from the start."""
    target = session.entry(target_id)
    if target is None:
        return
    dialog = PartsDialog(session, words, target, window, wanted)
    accepted, source, ticked = dialog.exec(), dialog.source, dialog.ticked
    dialog.deleteLater()
    if accepted and source and ticked:
        session.close_step()
        session.apply(copying(source, target, ticked))


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}…"
