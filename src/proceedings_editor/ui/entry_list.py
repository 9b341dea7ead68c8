"""The list of entries with its filter and its order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QVBoxLayout, QWidget

from proceedings_editor.app.arranging import moved_to
from proceedings_editor.app.session import Change, Session
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Severity
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dropped import files_of
from proceedings_editor.ui.entry_delegate import EntryDelegate
from proceedings_editor.ui.entry_menu import EntryActs
from proceedings_editor.ui.entry_model import ID_ROLE, ORDER_NAMES, EntryFilter, EntryModel
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.window_key import FilterLine
from proceedings_editor.ui.words import Words

_NO_ENTRY: Final = text("There are no articles yet. Import one, or make a new entry.")
_NOTHING_FITS: Final = text("No entry has these words.")


class EntryList(QWidget):
    """Shows the entries; `entry_chosen` tells the id of the one a person went to.

    Signals:
        failed, said: A sentence: why an act was not carried out, or what it did.
        send_wanted: Entries that a letter shall go out about.
        check_wanted, report_wanted: Entries to be checked; that a report shall be written about.
        files_dropped: Files from another program, to be brought in.
    """

    entry_chosen = Signal(str)
    failed = Signal(object)
    said = Signal(object)
    send_wanted = Signal(object)
    check_wanted = Signal(object)
    report_wanted = Signal(object)
    files_dropped = Signal(object)

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self.setObjectName("entryList")
        self._model = EntryModel(session.workspace, words, self)
        self._shown = EntryFilter(self._model, self)
        self._filter = FilterLine(self)
        self._filter.setClearButtonEnabled(True)
        self._order = QComboBox(self)
        self._view = EntryView(self)
        self._view.setModel(self._shown)
        self._view.setItemDelegate(EntryDelegate(self._view))
        self._view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._acts = EntryActs(session, words, self)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._empty = QLabel(self._view)
        self._lay_out()
        self._name(words)
        self._say_empty()
        self._filter.textChanged.connect(self._shown.seek)
        for signal in (self._shown.rowsInserted, self._shown.rowsRemoved, self._shown.modelReset):
            signal.connect(self._say_empty)
        self._filter.returnPressed.connect(self._view.setFocus)
        self._view.selectionModel().currentChanged.connect(self._tell)
        self._view.clicked.connect(self._tell)  # the entry at hand, too, while something else is shown
        self._view.activated.connect(self._tell)
        self._view.customContextMenuRequested.connect(self._show_menu)
        self._view.dropped_before.connect(self._move_before)
        self._view.files_dropped.connect(self.files_dropped)
        self._order.currentIndexChanged.connect(self._sort)
        self._acts.done.connect(self.go_to)
        self._acts.failed.connect(self.failed)
        self._acts.said.connect(self.said)
        self._acts.send_wanted.connect(self.send_wanted)
        self._acts.check_wanted.connect(self.check_wanted)
        self._acts.report_wanted.connect(self.report_wanted)
        listen(self, session, self._changed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._filter)
        layout.addWidget(self._order)
        layout.addWidget(self._view)
        self._empty.setWordWrap(True)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QVBoxLayout(self._view)
        inner.addWidget(self._empty)
        inner.addStretch(1)

    def _name(self, words: Words) -> None:
        speaker = Speaker(words, self)
        speaker.name(self._filter, "entryFilter", text("Find an entry"))
        speaker.say(self._filter.setPlaceholderText, text("Find an entry"))
        speaker.name(self._view, "entryView", text("Entries"))
        speaker.name(self._order, "entryOrder", text("Order of the list"))
        for number, (order, label) in enumerate(ORDER_NAMES.items()):
            self._order.addItem("", order)
            speaker.say(partial(self._order.setItemText, number), label)
        words.changed.connect(self._say_empty)

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def current(self) -> str:
        """Id of the entry the list stands at, "" without one."""
        return self._view.currentIndex().data(ID_ROLE) or ""

    @property
    def chosen(self) -> list[Entry]:
        """The selected entries, in the order of the list."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        found = (self._session.entry(self._shown.index(row, 0).data(ID_ROLE)) for row in rows)
        return [entry for entry in found if entry is not None]

    def duplicate(self) -> None:
        """Add a copy of each chosen entry."""
        self._acts.duplicate(self.chosen)

    def remove(self) -> None:
        """Take the chosen entries out after a question."""
        self._acts.remove(self.chosen)

    def renumber(self) -> None:
        """Number the entries in the order of the list."""
        shown = self._shown.ids()
        hidden = [entry.id for entry in self._session.workspace.entries if entry.id not in frozenset(shown)]
        self._acts.renumber([*shown, *hidden])

    def write_list(self) -> None:
        """Write the list of all entries for a spreadsheet program."""
        self._acts.write_list(self._session.workspace.entries)

    def write_zip(self) -> None:
        """Write the chosen entries as a zip for a colleague."""
        self._acts.write_zip(self.chosen)

    def go_to(self, entry_id: str) -> None:
        """Make an entry the current one; the filter gives way where it hides it."""
        if entry_id == self.current or (row := self._model.row_of(entry_id)) < 0:
            return
        index = self._shown.mapFromSource(self._model.index(row))
        if not index.isValid():
            self._filter.clear()
            index = self._shown.mapFromSource(self._model.index(row))
        self._view.make_current(index)

    def step(self, rows: int) -> None:
        """Go `rows` down, or up, in what is shown."""
        index = self._shown.index(self._view.currentIndex().row() + rows, 0)
        if index.isValid():
            self._view.make_current(index)

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> None:
        """Put the cursor into the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def show_severities(self, severities: Mapping[str, Severity]) -> None:
        """Show which entries have findings."""
        self._model.show_severities(severities)

    def _show_menu(self, place: QPoint) -> None:
        self._acts.show_menu(self.chosen, self._view.viewport().mapToGlobal(place))

    def _sort(self) -> None:
        self._shown.sort_by(self._order.currentData())
        self._view.setDragEnabled(self._shown.is_whole)
        self._view.scheduleDelayedItemsLayout()

    def _move_before(self, entry_id: str) -> None:
        if not self._shown.is_whole:
            return
        edit = moved_to(self._session.workspace, [entry.id for entry in self.chosen], entry_id)
        if edit is not None:
            self._session.close_step()
            self._session.apply(edit)

    def show_holders(self, holders: Mapping[str, Text]) -> None:
        """Show who else edits which entries."""
        self._model.show_holders(holders)

    def _say_empty(self) -> None:
        """Say what to do where no entry shows."""
        sentence = _NOTHING_FITS if self._model.rowCount() else _NO_ENTRY
        self._empty.setText(self._words(sentence))
        self._empty.setVisible(self._shown.rowCount() == 0)

    def _changed(self, change: Change) -> None:
        if change.before is change.after:
            return
        current = self.current
        self._model.show_workspace(change.after)
        if current:
            self.go_to(current)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entry_chosen.emit(index.data(ID_ROLE))


class EntryView(QListView):
    """The rows; `dropped_before` tells the id of the row the chosen ones were dragged before, "" for the end.

    `files_dropped` tells files that come from another program.
    """

    dropped_before = Signal(str)
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)

    def make_current(self, index: QModelIndex) -> None:
        """Make a row the only chosen one; while Ctrl is held, as in Ctrl+N, Qt itself would choose it beside others."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: rows, or files from elsewhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: nothing is moved here, an edit does it."""
        if files := files_of(event.mimeData()):
            event.acceptProposedAction()
            self.files_dropped.emit(files)
            return
        index = self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() == QListView.DropIndicatorPosition.BelowItem
        target = index.siblingAtRow(index.row() + 1) if below and index.isValid() else index
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.dropped_before.emit(target.data(ID_ROLE) or "")
