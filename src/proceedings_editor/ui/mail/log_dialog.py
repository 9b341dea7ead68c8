"""What was prepared and what was sent: the log of the outbox."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.collection import largest_number
from proceedings_editor.app.mailing import KINDS
from proceedings_editor.app.session import Session
from proceedings_editor.errors import ReadError
from proceedings_editor.storage.layout import OUTBOX
from proceedings_editor.storage.outbox import LOG, Record, read_log
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.mail.table import heading
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_SIZE: Final = (900, 480)
_WHOLE: Final = QHeaderView.ResizeMode.ResizeToContents
_SHARE: Final = QHeaderView.ResizeMode.Stretch
_SHARED: Final = 4
"""The columns from here on share what the others leave."""
_HEADS: Final = (text("When"), text("State"), text("Article"), text("Letter"), text("To"), text("Subject"))
_DONE: Final = {"prepared": text("Prepared"), "sent": text("Sent")}
_LETTERS: Final = {kind.name: kind.label for kind in KINDS}


class MailLog(Dialog):
    """Shows the log, the newest line first."""

    def __init__(self, session: Session, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mailLog")
        self._session, self._words = session, words
        self._table, self._state = QTreeWidget(self), WrappedLabel(self)
        self._open, self._close = QPushButton(self), QPushButton(self)
        self._table.setRootIsDecorated(False)
        self._table.setUniformRowHeights(True)
        self._table.setColumnCount(len(_HEADS))
        for column in range(len(_HEADS)):
            self._table.header().setSectionResizeMode(column, _WHOLE if column < _SHARED else _SHARE)
        foot = QHBoxLayout()
        foot.addWidget(self._open)
        foot.addStretch(1)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self._state)
        layout.addWidget(self._table, 1)
        layout.addLayout(foot)
        self._name()
        self._open.clicked.connect(self._open_table)
        self._close.clicked.connect(self.reject)
        resize_within_screen(self, *_SIZE)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("What was sent"))
        speaker.name(self._table, "logTable", text("What was sent"))
        for button, name, label in (
            (self._open, "openLogButton", text("Open as a table")),
            (self._close, "closeLogButton", text("Close")),
        ):
            speaker.name(button, name, label)
            speaker.say(button.setText, label)
            button.setAutoDefault(False)
        self._state.setObjectName("logState")
        speaker.say(lambda _: self._fill(), _HEADS[0])

    def _fill(self) -> None:
        self._table.clear()
        self._table.setHeaderLabels([self._words(head) for head in _HEADS])
        try:
            records = read_log(self._session.folder)
            said = None if records else text("No mail has been prepared yet.")
        except ReadError as error:
            records, said = (), error.sentence
        for record in reversed(records):
            item = QTreeWidgetItem(self._cells(record))
            item.setToolTip(4, item.text(4))
            item.setToolTip(5, item.text(5))
            self._table.addTopLevelItem(item)
        self._state.setText(self._words(said) if said else "")
        self._state.setVisible(said is not None)
        self._open.setEnabled(bool(records))

    def _cells(self, record: Record) -> list[str]:
        entry = self._session.entry(record.entry)
        return [
            record.when.astimezone().strftime("%d.%m.%Y %H:%M"),
            self._words(_DONE[record.what]),
            heading(entry, largest_number(self._session.workspace.entries)) if entry else record.entry,
            self._words(_LETTERS.get(record.letter, Text(record.letter))),
            ", ".join(record.to),
            record.subject,
        ]

    def _open_table(self) -> None:
        path: Path = self._session.folder / OUTBOX / LOG
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._state.setText(self._words(text("No program opens tables here; the file is {file}.", file=path)))
            self._state.show()
