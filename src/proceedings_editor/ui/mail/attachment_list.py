"""The attachments of a draft, which can be dragged to a mail page or a folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from proceedings_editor.app.page_words import pages_in_words
from proceedings_editor.model.local import Language
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.mail.row import ShownFile, megabytes
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_ROLE: Final = Qt.ItemDataRole.UserRole
_LINES: Final = 2.6


class AttachmentList(QListWidget):
    """Names, pages and sizes; dragging gives the files themselves, all of them where none is chosen apart."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(round(_LINES * (self.fontMetrics().height() + 8)))
        Speaker(words, self).name(self, "attachmentList", text("Attachments"))

    def show_files(self, files: Sequence[ShownFile]) -> None:
        """Show files; those that lie nowhere yet cannot be dragged."""
        self.clear()
        for file in files:
            item = QListWidgetItem(self._words(_line(file, self._words.language)))
            item.setData(_ROLE, str(file.path) if file.path else "")
            if file.path is None:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
            self.addItem(item)
            item.setSelected(file.path is not None)
        ready = any(file.path for file in files)
        tip = text("Drag these files to the page of your mail service.") if ready else text("First prepare the mail.")
        self.setToolTip(self._words(tip))

    def mime_data(self) -> QMimeData:
        """Return what a drag carries: the chosen files."""
        paths = [path for item in self.selectedItems() if (path := item.data(_ROLE))]
        data = QMimeData()
        if paths:
            data.setUrls([QUrl.fromLocalFile(path) for path in paths])
        return data

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N802, N803  # Qt's names
        """See Qt; only copies are given away."""
        del supportedActions
        data = self.mime_data()
        if data.hasUrls():
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


def _line(file: ShownFile, language: Language) -> Text:
    size = megabytes(file.size, language)
    if not file.pages:
        return text("{name} – {size} MB", name=file.name, size=size)
    pages = pages_in_words(file.pages, file.article_pages)
    return text("{name} – {pages}, {size} MB", name=file.name, pages=pages, size=size)
