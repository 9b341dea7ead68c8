"""What the window shows before a collection is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from proceedings_editor.resources import shipped
from proceedings_editor.texts import text
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words


class StartPage(QWidget):
    """Offers a new collection, opening one, the recent ones, and takes dropped folders."""

    new_wanted = Signal()
    open_wanted = Signal()
    folder_chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAcceptDrops(True)
        self._title, self._hint, self._recent_title = QLabel(self), QLabel(self), QLabel(self)
        self._new, self._open = QPushButton(self), QPushButton(self)
        self._recent = QListWidget(self)
        self._lay_out()
        self._name(words)
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._recent.itemActivated.connect(self._choose)

    def show_recent(self, folders: Sequence[Path]) -> None:
        """Show the folders opened before, the newest first."""
        self._recent.clear()
        for folder in folders:
            item = QListWidgetItem(f"{folder.name}\n{folder.parent}")
            item.setData(Qt.ItemDataRole.UserRole, str(folder))
            self._recent.addItem(item)
        self._recent.setVisible(bool(folders))
        self._recent_title.setVisible(bool(folders))

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self._title.setFont(font)
        self._title.setWordWrap(True)
        self._hint.setWordWrap(True)
        picture = QLabel(self)
        picture.setPixmap(QIcon(str(shipped("icons", "proceedings-editor-64.png"))).pixmap(64, 64))
        head = QHBoxLayout()
        head.addWidget(picture)
        head.addWidget(self._title, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._new)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        column = QWidget(self)
        column.setMaximumWidth(640)
        inner = QVBoxLayout(column)
        inner.setSpacing(14)
        inner.addLayout(head)
        inner.addWidget(self._hint)
        inner.addLayout(buttons)
        inner.addWidget(self._recent_title)
        inner.addWidget(self._recent, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 48, 24, 48)
        outer.addStretch(1)
        outer.addWidget(column, 8)
        outer.addStretch(1)
        self._column = inner
        inner.addStretch(0)

    def _name(self, words: Words) -> None:
        speaker = Speaker(words, self)
        speaker.say(self._title.setText, text("Conference proceedings"))
        speaker.say(
            self._hint.setText,
            text(
                "A collection is a folder with the conference's facts and all its articles. Drop one here to open it."
            ),
        )
        speaker.say(self._new.setText, text("New collection…"))
        speaker.name(self._new, "newButton", text("New collection…"))
        speaker.say(self._open.setText, text("Open collection…"))
        speaker.name(self._open, "openButton", text("Open collection…"))
        speaker.say(self._recent_title.setText, text("Recent collections"))
        speaker.name(self._recent, "recentList", text("Recent collections"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; a file of a collection opens its folder."""
        for url in event.mimeData().urls()[:1]:
            path = Path(url.toLocalFile())
            self.folder_chosen.emit(path if path.is_dir() else path.parent)

    def _choose(self, item: QListWidgetItem) -> None:
        self.folder_chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
