"""The past of the entry at hand: when it was saved, what was otherwise then, and taking a version back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.past import Past, changes_since, past_of, past_state, restored
from proceedings_editor.app.saving import SETTINGS
from proceedings_editor.app.session import Change, Session
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.storage.version import Version
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.difference_table import DifferenceTable
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_HEADS: Final = (text("Field"), text("At that time"), text("Now"))
_GAP: Final = 8
_NARROW: Final = 480
"""Pixels two values and their field need beside the versions."""
_ROLE: Final = Qt.ItemDataRole.UserRole


class HistoryPanel(QWidget):
    """Versions of the entry; `failed` tells a sentence. It reads files only while it is seen."""

    failed = Signal(object)
    is_of_settings = False

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsHistory" if self.is_of_settings else "historyPanel")
        self._session, self._words = session, words
        self._entry_id = SETTINGS
        self._past: Past | None = None
        self._list = QListWidget(self)
        self._state = QLabel(self)
        self._table = DifferenceTable(words, _HEADS, self)
        self._restore = QPushButton(self)
        self._lay_out()
        self._name()
        self._list.currentItemChanged.connect(self._choose)
        self._restore.clicked.connect(self._take_back)
        words.changed.connect(self._show_state)
        listen(self, session, self._changed)

    def show_entry(self, entry_id: str) -> None:
        """Show the past of this entry."""
        self._entry_id = entry_id
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: only now are the versions read."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: where there is little room, the versions stand above what was otherwise."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        way = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if way != self._parts.orientation():
            self._parts.setOrientation(way)
            self._parts.setSizes([100, 300] if is_narrow else [170, 430])
            self._column.setContentsMargins(*((0, _GAP, 0, 0) if is_narrow else (_GAP, 0, 0, 0)))

    # ------------------------------------------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = self._column = QVBoxLayout(right)
        column.setContentsMargins(_GAP, 0, 0, 0)
        bar = QHBoxLayout()
        bar.addWidget(self._state, 1)
        bar.addWidget(self._restore)
        column.addLayout(bar)
        column.addWidget(self._table, 1)
        self._state.setWordWrap(True)
        self._state.setObjectName("historyState")
        self._parts = QSplitter(self)
        self._parts.addWidget(self._list)
        self._parts.addWidget(right)
        self._parts.setSizes([170, 430])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_GAP, _GAP, _GAP, 0)
        layout.addWidget(self._parts)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.name(self._list, "versionList", text("Saved versions"))
        speaker.name(self._table, "versionTable", text("What was otherwise then"))
        speaker.name(self._restore, "restoreButton", text("Take this version back"))
        speaker.say(self._restore.setText, text("Take this version back"))

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        chosen = self._list.currentItem().data(_ROLE) if self._list.currentItem() else None
        knows = self.is_of_settings or self._entry_id != SETTINGS
        versions = past_of(self._session, self._entry_id) if knows else ()
        self._list.blockSignals(True)
        self._list.clear()
        for version in versions:
            item = QListWidgetItem(f"{version.saved.astimezone():%d.%m.%Y  %H:%M:%S}", self._list)
            item.setData(_ROLE, version)
        self._list.setCurrentRow(versions.index(chosen) if chosen in versions else 0 if versions else -1)
        self._list.blockSignals(False)
        self._choose()

    def _choose(self) -> None:
        item = self._list.currentItem()
        version: Version | None = item.data(_ROLE) if item is not None else None
        self._past = None
        if version is not None:
            try:
                self._past = past_state(version, self._entry_id)
            except ProceedingsError as error:
                self.failed.emit(error.sentence)
        self._table.show_differences(changes_since(self._session, self._past) if self._past else ())
        self._show_state()

    def _show_state(self) -> None:
        differs = self._table.rowCount() > 0
        self._restore.setEnabled(differs)
        self._state.setText(self._words(self._sentence(differs)))

    def _sentence(self, differs: bool) -> Text:
        if self._list.count() == 0:
            return text("There is no version yet; each save keeps one.")
        if differs:
            return text("Since this version:")
        if self.is_of_settings:
            return text("The facts of the collection are now as in this version.")
        return text("The entry is now as in this version.")

    def _take_back(self) -> None:
        if self._past is not None:
            self._session.close_step()
            self._session.apply(restored(self._past))

    def _changed(self, change: Change) -> None:
        if self.isVisible() and (change.step is None or change.step.entry in ("", self._entry_id)):
            self._refresh()


class SettingsHistory(HistoryPanel):
    """Versions of the collection's facts."""

    is_of_settings = True
