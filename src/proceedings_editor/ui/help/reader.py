"""A window to read pages in: contents, search, the page; for the guide and the rules' manuals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRegularExpression, QSize, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.help.page import Page
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_ID: Final = Qt.ItemDataRole.UserRole
_MARGIN: Final = 40
_ROOM: Final = 8
"""Between the rows of the contents, in pixels."""
_PAUSE_MS: Final = 80
_MOST_MARKS: Final = 500
_LEAST_STEM: Final = 4
_ENDING: Final = 2
"""Letters that other forms of a word may lack or change."""
_ANY_CASE: Final = QRegularExpression.PatternOption.CaseInsensitiveOption


class Reader(Dialog):
    """Shows pages and stays beside the window while a person works on.

    Args:
        words: The window's language; the pages are made again when it changes.
        name: Its object name.
        title: Its title.
        pages: Makes the pages.
        parent: The window it stands beside.
    """

    def __init__(
        self, words: Words, name: str, title: Text, pages: Callable[[Words], Sequence[Page]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._words, self._make = words, pages
        self._pages: dict[str, Page] = {}
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._shown = ""
        self._search, self._contents = QLineEdit(self), QTreeWidget(self)
        self._browser, self._state = QTextBrowser(self), QLabel(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        speaker = Speaker(words, self)
        speaker.say(self.setWindowTitle, title)
        speaker.name(self._search, f"{name}Search", text("Search the help"))
        speaker.say(self._search.setPlaceholderText, text("Search the help"))
        speaker.name(self._contents, f"{name}Contents", text("Contents"))
        speaker.name(self._browser, f"{name}Page", text("Page of the help"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self.find_next)
        self._contents.currentItemChanged.connect(self._choose)
        self._browser.anchorClicked.connect(QDesktopServices.openUrl)
        self._pause.timeout.connect(self._draw)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)
        words.changed.connect(self._fill)
        resize_within_screen(self, 980, 680)
        self._fill()

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def page_id(self) -> str:
        """Id of the page that is shown."""
        return self._shown

    def show_page(self, page_id: str = "") -> None:
        """Open at a page, or where the person was."""
        row = self._rows.get(page_id)
        if row is not None:
            self._search.clear()
            self._contents.setCurrentItem(row)
        self.show()
        self.raise_()
        self.activateWindow()

    def find_next(self) -> None:
        """Go to the next place on the page that has one of the words, after the last one to the first."""
        stems = beginnings(self._search.text())
        if not stems:
            return
        any_of = QRegularExpression("|".join(map(QRegularExpression.escape, stems)), _ANY_CASE)
        if not self._browser.find(any_of):
            self._browser.moveCursor(QTextCursor.MoveOperation.Start)
            self._browser.find(any_of)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: pictures are as wide as there is room."""
        super().resizeEvent(event)
        self._pause.start()

    # ------------------------------------------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        self._contents.setHeaderHidden(True)
        self._contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._state.hide()
        self._browser.setOpenLinks(False)
        self._browser.document().setDocumentMargin(_MARGIN // 2)
        self._state.setObjectName(f"{self.objectName()}State")
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._contents, self._state):
            column.addWidget(widget)
        parts = QSplitter(self)
        parts.addWidget(left)
        parts.addWidget(self._browser)
        parts.setStretchFactor(1, 1)
        parts.setSizes([300, 680])
        layout = QHBoxLayout(self)
        layout.addWidget(parts)

    def _fill(self) -> None:
        """Make the contents, and stay on the page that was shown."""
        pages = self._make(self._words)
        self._pages, shown = {page.id: page for page in pages}, self._shown
        self._contents.blockSignals(True)
        self._contents.clear()
        self._groups, self._rows = {}, {}
        for page in pages:
            if page.group and page.group not in self._groups:
                self._groups[page.group] = QTreeWidgetItem(self._contents, [page.group])
                self._groups[page.group].setFlags(Qt.ItemFlag.ItemIsEnabled)
            row = QTreeWidgetItem([page.title])
            row.setToolTip(0, page.title)
            row.setSizeHint(0, QSize(0, self.fontMetrics().height() + _ROOM))
            row.setData(0, _ID, page.id)
            if page.group:
                self._groups[page.group].addChild(row)
            else:
                self._contents.addTopLevelItem(row)
            self._rows[page.id] = row
        self._contents.setRootIsDecorated(bool(self._groups))
        self._contents.expandAll()
        self._contents.blockSignals(False)
        self._contents.setCurrentItem(self._rows[shown if shown in self._pages else pages[0].id])
        self._filter()

    def _choose(self, row: QTreeWidgetItem | None) -> None:
        if row is not None and row.data(0, _ID):
            self._shown = row.data(0, _ID)
            self._draw()
            self._browser.verticalScrollBar().setValue(0)

    def _draw(self) -> None:
        if self._shown:
            place = self._browser.verticalScrollBar().value()
            self._browser.setHtml(self._pages[self._shown].html(self._browser.viewport().width() - _MARGIN))
            self._browser.verticalScrollBar().setValue(place)
            self._mark()

    def _filter(self) -> None:
        """Keep only pages that have every word; go to the first where the shown one is none of them."""
        wanted = beginnings(self._search.text())
        kept = {page.id for page in self._pages.values() if all(word in page.words.casefold() for word in wanted)}
        for page_id, row in self._rows.items():
            row.setHidden(page_id not in kept)
        for group, row in self._groups.items():
            row.setHidden(not any(page.group == group for page_id, page in self._pages.items() if page_id in kept))
        found = plural("{count} page found", "{count} pages found", len(kept)) if kept else text("Nothing was found.")
        self._state.setText(self._words(found))
        self._state.setVisible(bool(wanted))
        if kept and self._shown not in kept:
            self._contents.setCurrentItem(next(row for page_id, row in self._rows.items() if page_id in kept))
        self._mark()

    def _mark(self) -> None:
        """Mark the words that are looked for."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in beginnings(self._search.text()):
            cursor = self._browser.document().find(word)
            while not cursor.isNull() and len(marks) < _MOST_MARKS:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(self.palette().highlight())
                mark.format.setForeground(self.palette().highlightedText())
                marks.append(mark)
                cursor = self._browser.document().find(word, cursor)
        self._browser.setExtraSelections(marks)
        if marks:
            self._browser.setTextCursor(_at(marks[0].cursor))


def beginnings(words: str) -> tuple[str, ...]:
    """Return what is looked for of each word: without its ending, so that “заголовок” finds “заголовки”.

    Codes such as FORM001 and short words are looked for whole.
    """
    whole = words.casefold().split()
    return tuple(word[: max(_LEAST_STEM, len(word) - _ENDING)] if word.isalpha() else word for word in whole)


def _at(cursor: QTextCursor) -> QTextCursor:
    """Return where a selection begins, without selecting anything: the view scrolls there."""
    place = QTextCursor(cursor)
    place.setPosition(cursor.selectionStart())
    return place
