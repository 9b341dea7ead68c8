"""The palette of symbols: stays open beside the window and writes into the field that was used last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.preferences import MOST_SYMBOLS
from proceedings_editor.language.folding import fold
from proceedings_editor.texts import text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.symbol.last_field import PALETTE, LastField
from proceedings_editor.ui.symbol.table import GROUPS, Symbol
from proceedings_editor.ui.words import Words

_CELL: Final = 40
_POINTS: Final = 16
_ASIDE: Final = 24
"""Pixels between the palette and the window's corner."""
_CHAR: Final = Qt.ItemDataRole.UserRole
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SymbolPalette(Dialog):
    """Shows one group of symbols, or what a search finds, and writes the chosen one.

    Signals:
        used: A character was written.
    """

    used = Signal(str)

    def __init__(self, words: Words, target: LastField, recent: Iterable[str], parent: QWidget) -> None:
        """Make the palette.

        Args:
            words: Its language.
            target: Where it writes.
            recent: Characters written before, the newest first.
            parent: The window it stays beside.
        """
        super().__init__(parent)
        self.setObjectName(PALETTE)
        self._words = words
        self._by_char = {symbol.char: symbol for group in reversed(GROUPS) for symbol in group.symbols}
        self._recent = [char for char in recent if char in self._by_char]
        self._target, self._beside = target, parent
        self._was_shown = False
        self._search, self._groups, self._grid = QLineEdit(self), QListWidget(self), QListWidget(self)
        self._name = QLabel(self)
        self._lay_out()
        self._connect()
        words.changed.connect(self._show_again)
        self._show_again()
        self._groups.setCurrentRow(1 if not self._recent else 0)

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def recent(self) -> tuple[str, ...]:
        """Characters written, the newest first."""
        return tuple(self._recent)

    def seek(self) -> None:
        """Show the palette, ready to search; the first time at the window's lower right, beside the text."""
        if not self._was_shown:
            self._was_shown = True
            window = self._beside.window().geometry()
            self.move(window.right() - self.width() - _ASIDE, window.bottom() - self.height() - 2 * _ASIDE)
        self.show()
        self.raise_()
        self.activateWindow()
        self._search.setFocus()
        self._search.selectAll()

    # ------------------------------------------------------------------------------------------------------ set-up

    def _lay_out(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("Symbols"))
        speaker.name(self._search, "symbolSearch", text("Search by name"))
        speaker.say(self._search.setPlaceholderText, text("Search by name"))
        self._search.setClearButtonEnabled(True)
        speaker.name(self._groups, "symbolGroups", text("Groups"))
        speaker.name(self._grid, "symbolGrid", text("Symbols"))
        self._name.setObjectName("symbolName")
        self._name.setWordWrap(True)
        self._name.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._grid.setViewMode(QListView.ViewMode.IconMode)
        self._grid.setMovement(QListView.Movement.Static)
        self._grid.setResizeMode(QListView.ResizeMode.Adjust)
        self._grid.setGridSize(QSize(_CELL, _CELL))
        self._grid.setUniformItemSizes(True)
        self._groups.setSpacing(2)
        middle = QHBoxLayout()
        middle.addWidget(self._groups)
        middle.addWidget(self._grid, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._search)
        layout.addLayout(middle, 1)
        layout.addWidget(self._name)
        resize_within_screen(self, 600, 360)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._show_symbols)
        self._groups.currentRowChanged.connect(self._choose_group)
        self._grid.itemClicked.connect(self._click)
        self._grid.currentItemChanged.connect(self._tell_name)
        self._search.installEventFilter(self)
        self._grid.installEventFilter(self)

    # ----------------------------------------------------------------------------------------------------- showing

    def _show_again(self) -> None:
        """Say everything in the window's language."""
        row = self._groups.currentRow()
        self._groups.clear()
        self._groups.addItem(self._words(text("Used last")))
        for group in GROUPS:
            self._groups.addItem(self._words(group.name))
        self._groups.setFixedWidth(self._groups.sizeHintForColumn(0) + 2 * self._groups.frameWidth() + 16)
        self._groups.setCurrentRow(row)

    def _choose_group(self) -> None:
        if self._search.text():
            self._search.clear()
        else:
            self._show_symbols()

    def _show_symbols(self) -> None:
        self._grid.clear()
        font = QFont(self.font())
        font.setPointSize(_POINTS)
        for symbol in self._shown():
            name = self._words(symbol.name)
            item = QListWidgetItem(symbol.shown or symbol.char, self._grid)
            item.setFont(font)
            item.setSizeHint(QSize(_CELL - 4, _CELL - 4))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setToolTip(f"{name} (U+{ord(symbol.char):04X})")
            item.setData(_CHAR, symbol.char)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        self._grid.setCurrentRow(0)
        if not self._grid.count():
            wanted = text("No symbol is called so.") if self._search.text() else text("Nothing was used yet.")
            self._name.setText(self._words(wanted))

    def _shown(self) -> Iterable[Symbol]:
        wanted = fold(self._search.text().strip())
        if wanted:
            return [one for one in self._by_char.values() if self._is_called(one, wanted)]
        row = self._groups.currentRow()
        return GROUPS[row - 1].symbols if row > 0 else [self._by_char[char] for char in self._recent]

    def _is_called(self, symbol: Symbol, wanted: str) -> bool:
        code = f"u+{ord(symbol.char):04x}"
        is_itself = symbol.char == self._search.text().strip()
        return is_itself or wanted in fold(self._words(symbol.name)) or wanted == code

    def _tell_name(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._name.setText(item.toolTip())

    # ----------------------------------------------------------------------------------------------------- writing

    def _click(self, item: QListWidgetItem) -> None:
        """Write what the mouse chose and let the person write on."""
        if self._write(item):
            self._target.go_back()

    def _write(self, item: QListWidgetItem | None) -> bool:
        if item is None:
            return False
        char = item.data(_CHAR)
        if not self._target.write(char):
            self._name.setText(self._words(text("Put the cursor into a field first; the symbol is written there.")))
            return False
        self._recent = [char, *(other for other in self._recent if other != char)][:MOST_SYMBOLS]
        self.used.emit(char)
        return True

    # ------------------------------------------------------------------------------------------------------- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """See Qt: Enter writes, arrows lead from the search to the symbols."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if watched is self._grid and key in _ENTER:
                self._write(self._grid.currentItem())
                return True
            if watched is self._search and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._write(self._grid.currentItem())
                return True
            if watched is self._search and key == Qt.Key.Key_Down:
                self._grid.setFocus()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; the field is written in again."""
        super().hideEvent(event)
        self._target.go_back()
