"""The list of entries with its filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.session import Change, Session
from proceedings_editor.model.finding import Severity
from proceedings_editor.texts import text
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.entry_model import ID_ROLE, LINES_ROLE, SEVERITY_ROLE, EntryFilter, EntryModel
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_MARGIN: Final = 6
_DOT: Final = 8
_NO_ENTRY: Final = text("There are no articles yet. Import one, or make a new entry.")
_NOTHING_FITS: Final = text("No entry has these words.")


class EntryList(QWidget):
    """Shows the entries; `entry_chosen` tells the id of the one a person went to."""

    entry_chosen = Signal(str)

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self.setObjectName("entryList")
        self._model = EntryModel(session.workspace, words, self)
        self._shown = EntryFilter(self._model, self)
        self._filter = QLineEdit(self)
        self._filter.setClearButtonEnabled(True)
        self._view = QListView(self)
        self._view.setModel(self._shown)
        self._view.setItemDelegate(EntryDelegate(self._view))
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
        listen(self, session, self._changed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._filter)
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
        words.changed.connect(self._say_empty)

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def current(self) -> str:
        """Id of the entry the list stands at, "" without one."""
        return self._view.currentIndex().data(ID_ROLE) or ""

    def go_to(self, entry_id: str) -> None:
        """Make an entry the current one; the filter gives way where it hides it."""
        row = self._model.row_of(entry_id)
        if row < 0 or entry_id == self.current:
            return
        index = self._shown.mapFromSource(self._model.index(row))
        if not index.isValid():
            self._filter.clear()
            index = self._shown.mapFromSource(self._model.index(row))
        self._view.setCurrentIndex(index)

    def step(self, rows: int) -> None:
        """Go `rows` down, or up, in what is shown."""
        index = self._shown.index(self._view.currentIndex().row() + rows, 0)
        if index.isValid():
            self._view.setCurrentIndex(index)

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


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry in three lines: number and author with a dot, title, section with pages."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """See Qt."""
        height = QFontMetrics(option.font).height()
        return QSize(120, 3 * height + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """See Qt."""
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        view.text = ""
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter)
        painter.save()
        chosen = bool(view.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = view.palette
        strong = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        faint = QColor(strong) if chosen else palette.color(QPalette.ColorRole.PlaceholderText)
        area: QRect = view.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._paint_lines(painter, area, view.font, index.data(LINES_ROLE), (strong, faint))
        if severity := index.data(SEVERITY_ROLE):
            _paint_dot(painter, area, severity_colour(severity, palette), strong if chosen else None)
        painter.restore()

    def _paint_lines(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        lines: tuple[str, str, str, str],
        colours: tuple[QColor, QColor],
    ) -> None:
        head, title, section, pages = lines
        metrics = QFontMetrics(font)
        line = QRect(area.left(), area.top(), area.width(), metrics.height())
        room = line.width() - _DOT - _MARGIN
        painter.setPen(colours[0])
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.drawText(line, 0, QFontMetrics(bold).elidedText(head, Qt.TextElideMode.ElideRight, room))
        painter.setFont(font)
        line.translate(0, metrics.height())
        painter.drawText(line, 0, metrics.elidedText(title, Qt.TextElideMode.ElideRight, line.width()))
        line.translate(0, metrics.height())
        painter.setPen(colours[1])
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, pages)
        room = line.width() - metrics.horizontalAdvance(pages) - _MARGIN
        painter.drawText(line, 0, metrics.elidedText(section, Qt.TextElideMode.ElideRight, room))


def _paint_dot(painter: QPainter, area: QRect, colour: QColor, ring: QColor | None) -> None:
    """Paint the dot of an entry with findings, in a ring where the ground is no quiet one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ring, 1.5) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(area.right() - _DOT / 2, area.top() + _DOT), _DOT / 2, _DOT / 2)
