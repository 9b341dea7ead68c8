"""What the window shows before a collection is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.resources import shipped
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.flow import FlowLayout
from proceedings_editor.ui.icon import SIZE, Icons
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_WIDTH: Final = 760
_PAD: Final = 8
_FOLDER: Final = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """Offers collections, a sample and the guide; takes dropped folders and manuscripts."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    guide_wanted = Signal()
    folder_chosen = Signal(object)
    files_dropped = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAcceptDrops(True)
        self._speaker, self._icons = Speaker(words, self), Icons(self)
        self._title, self._hint, self._recent_title = QLabel(self), QLabel(self), QLabel(self)
        self._buttons = [
            self._button("newButton", text("New collection…"), "folder-plus", self.new_wanted),
            self._button("openButton", text("Open collection…"), "folder-open", self.open_wanted),
            self._button("sampleButton", text("Try the sample…"), "flask-conical", self.sample_wanted),
            self._button("guideButton", text("Guide"), "book-marked", self.guide_wanted),
        ]
        self.setFocusProxy(self._buttons[0])
        self._recent = QListWidget(self)
        self._recent.setItemDelegate(RecentDelegate(self._recent))
        self._recent.itemActivated.connect(self._choose)
        self._recent.itemClicked.connect(self._choose)
        self._lay_out()
        self._name()

    def show_recent(self, folders: Sequence[Path]) -> None:
        """Show the folders opened before, the newest first."""
        self._recent.clear()
        for folder in folders:
            item = QListWidgetItem(f"{folder.name}\n{folder.parent}")
            item.setData(_FOLDER, str(folder))
            self._recent.addItem(item)
        height = sum(self._recent.sizeHintForRow(row) for row in range(len(folders)))
        self._recent.setMaximumHeight(height + 2 * self._recent.frameWidth())
        self._recent.setVisible(bool(folders))
        self._recent_title.setVisible(bool(folders))

    # ------------------------------------------------------------------------------------------------------ inside

    def _button(self, name: str, label: Text, icon: str, wanted: object) -> QPushButton:
        button = QPushButton(self)
        button.setIconSize(QSize(SIZE, SIZE))
        self._icons.give(button.setIcon, icon)
        self._speaker.say(lambda words: button.setText(f" {words}"), label)  # Qt leaves no room behind the icon
        self._speaker.name(button, name, label)
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        _enlarge(self._title, 1.6)
        _enlarge(self._recent_title, 1.1)
        self._title.setWordWrap(True)
        self._hint.setWordWrap(True)
        picture = QLabel(self)
        picture.setPixmap(QIcon(str(shipped("icons", "proceedings-editor-128.png"))).pixmap(64, 64))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture)
        head.addWidget(self._title, 1)
        buttons = FlowLayout(gap=10)
        for button in self._buttons:
            buttons.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        column.addSpacing(14)
        column.addWidget(self._recent_title)
        column.addWidget(self._recent, 1)
        column.addStretch(0)
        holder = QWidget(self)
        holder.setMaximumWidth(_WIDTH)
        holder.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 48, 24, 32)
        outer.addStretch(1)
        outer.addWidget(holder, 40)
        outer.addStretch(1)

    def _name(self) -> None:
        speaker = self._speaker
        speaker.say(self._title.setText, text("Conference proceedings"))
        speaker.say(
            self._hint.setText,
            text(
                "A collection is a folder with the conference's facts and all its articles. "
                "Drop one here to open it, or a zip from a colleague, or manuscripts to begin one."
            ),
        )
        speaker.say(self._recent_title.setText, text("Recent collections"))
        speaker.name(self._recent, "recentList", text("Recent collections"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: Enter does what the button with the keyboard says."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; a file of a collection opens its folder, a zip is opened itself, other files are brought in."""
        from proceedings_editor.app.bundle import is_bundle
        from proceedings_editor.app.collection import is_in_collection
        from proceedings_editor.ui.dropped import files_of

        files = files_of(event.mimeData())
        first = files[0] if files else None
        if first is None:
            return
        if first.is_dir() or is_bundle(first):
            self.folder_chosen.emit(first)
        elif is_in_collection(first):
            self.folder_chosen.emit(first.parent)
        else:
            self.files_dropped.emit(files)

    def _choose(self, item: QListWidgetItem) -> None:
        self.folder_chosen.emit(Path(item.data(_FOLDER)))


class RecentDelegate(QStyledItemDelegate):
    """Paints a folder in two lines: its name, and where it is."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """See Qt."""
        return QSize(120, 2 * option.fontMetrics.height() + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """See Qt."""
        name, _, place = str(index.data()).partition("\n")
        chosen = self._list.selectionModel().isSelected(index)  # what the option says costs Qt's longest list of names
        if chosen:
            painter.fillRect(option.rect, option.palette.highlight())
        line = option.rect.adjusted(_PAD + 2, _PAD, -_PAD, -_PAD)
        line.setHeight(option.fontMetrics.height())
        bold = QFont(option.font)
        bold.setBold(True)
        roles = QPalette.ColorRole
        rows = ((bold, name, roles.Text), (option.font, place, roles.PlaceholderText))
        for font, words, role in rows:
            painter.setFont(font)
            painter.setPen(option.palette.color(roles.HighlightedText if chosen else role))
            shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, 0, shown)
            line.translate(0, line.height())


def _enlarge(label: QLabel, times: float) -> None:
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * times)
    font.setBold(True)
    label.setFont(font)
