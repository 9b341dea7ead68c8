"""The words of one reference: typed in place, links opened, a whole list pasted."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from proceedings_editor.app.reference_pasting import references_in
from proceedings_editor.app.referencing import links_of
from proceedings_editor.language.web_address import find_addresses
from proceedings_editor.model.body import OBJECT, RichText, Span, plain_text
from proceedings_editor.texts import text
from proceedings_editor.ui.form.line import TextBox, without_history
from proceedings_editor.ui.words import Words

_MOST_HTML = 4_000_000


class ReferenceBox(TextBox):
    """Text of one reference.

    Signals:
        items_pasted: A pasted list, an item for each of its references.
        link_wanted: A web address to open.
        entered: Enter was pressed: on to the next one.
    """

    items_pasted = Signal(object)
    link_wanted = Signal(str)
    entered = Signal()

    _links: tuple[tuple[int, int, str], ...] = ()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(several=False, parent=parent)
        self._words = words

    def show_reference(self, rich: RichText) -> None:
        """Show the words and underline what leads somewhere."""
        self.show_text(plain_text(rich))
        self._links = stretches(rich)
        self._mark_links()

    def link_at_cursor(self) -> str:
        """Return the address the cursor stands on, else the first of the reference, "" without one."""
        here = self._link_at(self.textCursor())
        return here or next((address for _, _, address in self._links), "")

    # ------------------------------------------------------------------------------------------------------ inside

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: the window may turn dark."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._mark_links()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; the next widget is a button that moves the item, where a space typed on would press it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        """See Qt; what is one reference comes in where the cursor is."""
        html = source.html()[:_MOST_HTML] if source.hasHtml() else ""
        items = references_in(source.text(), html)
        if len(items) > 1:
            self.items_pasted.emit(items)
        elif items and (not self.words().strip() or "\n" in source.text().strip()):
            self.insertPlainText(plain_text(items[0]))
        else:
            super().insertFromMimeData(source)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; Ctrl and a click open a link."""
        link = self._link_under(event)
        if link:
            self.link_wanted.emit(link)
            event.accept()
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        menu = without_history(self.createStandardContextMenu())
        menu.setObjectName("referenceMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        clipboard = QGuiApplication.clipboard()
        copy_all = menu.addAction(self._words(text("Copy the whole reference")))
        copy_all.triggered.connect(lambda: clipboard.setText(self.words()))
        for address in dict.fromkeys(address for _, _, address in self._links):
            shown = _shortened(address).replace("&", "&&")
            opening = menu.addAction(self._words(text("Open {address}", address=shown)))
            opening.triggered.connect(lambda _=False, one=address: self.link_wanted.emit(one))
            copying = menu.addAction(self._words(text("Copy {address}", address=shown)))
            copying.triggered.connect(lambda _=False, one=address: clipboard.setText(one))
        menu.popup(event.globalPos())

    def _mark_links(self) -> None:
        marks = []
        form = QTextCharFormat()
        form.setForeground(QApplication.palette().color(QPalette.ColorRole.Link))
        form.setFontUnderline(True)
        for start, end, _ in self._links:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, form
            marks.append(mark)
        self.setExtraSelections(marks)

    def _link_under(self, event: QMouseEvent) -> str:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not held or event.button() != Qt.MouseButton.LeftButton:
            return ""
        return self._link_at(self.cursorForPosition(event.position().toPoint()))

    def _link_at(self, cursor: QTextCursor) -> str:
        place = cursor.position()
        return next((address for start, end, address in self._links if start <= place <= end), "")


def stretches(rich: RichText) -> tuple[tuple[int, int, str], ...]:
    """Return begin, end and address of what leads to a web page: links, and addresses that stand in the words."""
    found: list[tuple[int, int, str]] = []
    place = 0
    for href, group in groupby(rich, key=lambda run: run.href if isinstance(run, Span) else ""):
        shown = "".join(run.text if isinstance(run, Span) else OBJECT for run in group)
        if href and (address := links_of((Span("", href=href),))):
            found.append((place, place + len(shown), address[0]))
        place += len(shown)
    for one in find_addresses(plain_text(rich)):
        if not any(start < one.end and one.start < end for start, end, _ in found):
            found += [(one.start, one.end, address) for address in links_of((Span(one.wording),))]
    return tuple(sorted(found))


def _shortened(address: str) -> str:
    return address if len(address) <= 60 else f"{address[:59]}…"
