"""Where the session, the text view and the cursor meet: every change of a body goes through here, both ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextTable

from proceedings_editor.app.history import Caret
from proceedings_editor.app.session import Change, Session
from proceedings_editor.model.body import Body, Span, Table
from proceedings_editor.model.body_edit.fragment import emptied, without_lines
from proceedings_editor.model.body_edit.line import CellStep, Line, text_of_leaf
from proceedings_editor.model.body_edit.spot import Result, Spot, Stretch
from proceedings_editor.model.edit import SetBody
from proceedings_editor.model.place import Place
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.look import look_of
from proceedings_editor.ui.body.position import place_at, position_of, spot_at
from proceedings_editor.ui.body.sync import BodySync
from proceedings_editor.ui.body.text_edit import BodyText

WIDGET: Final = "bodyEditor"
PAUSE: Final = 1000
"""Milliseconds without a key after which typing begins a new step."""

TYPING: Final = text("Typing")
DELETING: Final = text("Deleting text")


class BodyDesk(QObject):
    """One text view at work on one entry's body.

    Signals:
        shown: Another entry, or another state of it, is shown.
        moved: The cursor or the selection moved, or the text around it changed.
    """

    shown = Signal()
    moved = Signal()

    def __init__(self, session: Session, edit: BodyText, sync: BodySync) -> None:
        super().__init__(edit)
        self.session = session
        self.edit = edit
        self.sync = sync
        self.entry_id = ""
        self._read_only = False
        self._seen = Caret(WIDGET)
        self._before: Caret | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(session.close_step)
        sync.touched = self._on_touched
        sync.edited = self._on_edited
        sync.rested = self._on_rested
        sync.caret = self._caret_positions
        sync.place_caret = self.place_caret
        edit.cursorPositionChanged.connect(self._on_moved)
        edit.selectionChanged.connect(self._on_moved)
        stop = session.listen(self._on_change)
        self.destroyed.connect(lambda: stop())

    # ------------------------------------------------------------------------------------------------ what is shown

    def show_entry(self, entry_id: str) -> None:
        """Show the body of an entry; of none where there is no such entry."""
        self.edit.commit_input()
        entry = self.session.entry(entry_id)
        is_other, self.entry_id = entry_id != self.entry_id, entry_id if entry else ""
        self.edit.setReadOnly(entry is None or self._read_only)
        self.sync.show(entry.body if entry else ())
        if is_other:
            self.place_caret(0, 0)
            self.edit.verticalScrollBar().setValue(0)
        self.shown.emit()

    def set_read_only(self, read_only: bool) -> None:
        """Let the text only be read, or edited again."""
        self._read_only = read_only
        self.edit.setReadOnly(read_only or not self.entry_id)

    def _on_change(self, change: Change) -> None:
        entry = self.session.entry(self.entry_id)
        body = entry.body if entry else ()
        is_new = body is not self.sync.body
        if is_new:
            self.edit.drop_input()
            scrolled = self.edit.verticalScrollBar().value()
            here = self._caret_positions()
            self.sync.show(body)
            self.place_caret(*here)
            self.edit.verticalScrollBar().setValue(scrolled)
        if change.caret.widget == WIDGET and change.step and change.step.entry == self.entry_id:
            self.place_caret(change.caret.anchor, change.caret.position)
            self.edit.ensureCursorVisible()
        if is_new:
            self.shown.emit()

    # ------------------------------------------------------------------------------------------------------- the cursor

    def _caret_positions(self) -> tuple[int, int]:
        cursor = self.edit.textCursor()
        return cursor.anchor(), cursor.position()

    def place_caret(self, anchor: int, position: int) -> None:
        """Put anchor and cursor, as far as the text reaches."""
        most = self.sync.document.characterCount() - 1
        cursor = QTextCursor(self.sync.document)
        cursor.setPosition(min(anchor, most))
        cursor.setPosition(min(position, most), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        self._see()

    def _see(self) -> None:
        self._seen = Caret(WIDGET, *self._caret_positions())

    def _on_moved(self) -> None:
        if self.sync.is_writing:
            return
        if self._seen != Caret(WIDGET, *self._caret_positions()):
            self._see()
            self._set_typing_format()
            self.moved.emit()

    def _set_typing_format(self) -> None:
        """Let what is typed next have the line's look and no object's properties."""
        cursor = self.edit.textCursor()
        if cursor.hasSelection() or (cursor.block().length() > 1 and cursor.charFormat().objectType() == 0):
            return
        line = self.line()
        form = self.sync.writer.look.text(Span(""), look_of(line.leaf))
        self.edit.setCurrentCharFormat(form)

    def spot(self) -> Spot:
        """Return where the cursor is."""
        return spot_at(self.sync.document, self.edit.textCursor().position())

    def selection(self) -> tuple[Spot, Spot]:
        """Return where the selection begins and ends."""
        cursor = self.edit.textCursor()
        document = self.sync.document
        return spot_at(document, cursor.selectionStart()), spot_at(document, cursor.selectionEnd())

    def line(self) -> Line:
        """Return the line the cursor stands in."""
        return self.sync.line(self.edit.textCursor().blockNumber())

    def lines(self) -> list[int]:
        """Return the numbers of the lines that the selection touches."""
        cells = self._cells()
        if cells:
            return [number for first, last in cells for number in range(first, last + 1)]
        start, end = self.selection()
        last = end.line if end.offset or end.line == start.line else end.line - 1
        return list(range(start.line, last + 1))

    def stretches(self) -> list[Stretch]:
        """Return the selected parts of lines; none without a selection."""
        if not self.edit.textCursor().hasSelection():
            return []
        start, end = self.selection()
        whole = bool(self._cells())
        found: list[Stretch] = []
        for number in self.lines():
            length = len(self.sync.document.findBlockByNumber(number).text())
            first = 0 if whole or number != start.line else start.offset
            last = length if whole or number != end.line else end.offset
            found.append(Stretch(number, first, last))
        return found

    def _cells(self) -> list[tuple[int, int]]:
        """Return first and last line of each selected cell; none where no rectangle of cells is selected."""
        box = self.cell_box()
        if box is None:
            return []
        table, (top, left, bottom, right) = box
        found: dict[int, int] = {}
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                cell = table.cellAt(row, column)
                found[cell.firstCursorPosition().blockNumber()] = cell.lastCursorPosition().blockNumber()
        return sorted(found.items())

    def cell_box(self) -> tuple[QTextTable, tuple[int, int, int, int]] | None:
        """Return the table and top, left, bottom and right of the selected rectangle of cells, None without one."""
        cursor = self.edit.textCursor()
        table = cursor.currentTable()
        if table is None or not cursor.hasComplexSelection():
            return None
        # PySide returns four numbers; its stubs know nothing of them.
        row, rows, column, columns = cast(tuple[int, int, int, int], cursor.selectedTableCells())
        if row < 0:
            return None
        return table, (row, column, row + rows - 1, column + columns - 1)

    # ------------------------------------------------------------------------------------------------------- changing

    def change(self, body: Body, label: Text, spots: tuple[Spot, Spot] | None = None) -> bool:
        """Make a step of a body that a function of the model returned, and show it.

        Args:
            body: The new body.
            label: What undo calls the step.
            spots: Where anchor and cursor belong; None to leave them in their lines.
        """
        if not self.entry_id or self._read_only or body is self.sync.body:
            return False
        self.edit.commit_input()
        before = self._seen
        anchor, position = spots or self._anchor_and_cursor()
        scrolled = self.edit.verticalScrollBar().value()
        self.session.close_step()
        self.sync.show(body)
        document = self.sync.document
        self.place_caret(position_of(document, anchor), position_of(document, position))
        self.edit.verticalScrollBar().setValue(scrolled)
        self.edit.ensureCursorVisible()
        place = place_at(self.sync, position)
        done = self.session.apply(SetBody(self.entry_id, body, label, place), before=before, after=self._seen)
        self._set_typing_format()
        self.moved.emit()
        return done

    def take(self, result: Result, label: Text) -> bool:
        """Make a step of a result that says where the cursor belongs."""
        return self.change(result.body, label, (result.spot, result.spot))

    def _anchor_and_cursor(self) -> tuple[Spot, Spot]:
        anchor, position = self._caret_positions()
        document = self.sync.document
        return spot_at(document, anchor), spot_at(document, position)

    def _on_touched(self) -> None:
        """Remember the cursor as it was: Qt tells of its move before the change is over."""
        self._before = self._before or self._seen

    def _on_rested(self) -> None:
        self._before = None

    def _on_edited(self, body: Body) -> None:
        """Make a step of what a person typed or deleted in the text."""
        if not self.entry_id:
            return
        before, after = self._before or self._seen, Caret(WIDGET, *self._caret_positions())
        typed = after.position > before.position and before.anchor == before.position
        kind = "typing" if typed else "deleting"
        if not typed or self._begins_word(after.position):
            self.session.close_step()
        place = place_at(self.sync, spot_at(self.sync.document, after.position))
        merge = f"{WIDGET} {kind} {self.entry_id} {place.block}"
        self._seen = after
        label = TYPING if after.position > min(before.anchor, before.position) else DELETING
        edit = SetBody(self.entry_id, body, label, Place(block=place.block))
        self.session.apply(edit, merge=merge, before=before, after=after)
        self._pause.start()
        self.moved.emit()

    def _begins_word(self, position: int) -> bool:
        """Say whether the sign before a position begins a word after a space."""
        block = self.sync.document.findBlock(position)
        words = block.text()[: position - block.position()][-2:]
        return len(words) == 2 and words[0].isspace() and not words[1].isspace()

    def delete_selection(self, label: Text = DELETING) -> None:
        """Take out what is selected, through the document, so that Qt joins the lines."""
        if self._read_only:
            return
        self.edit.commit_input()
        self.edit.textCursor().removeSelectedText()

    def delete_line(self, number: int, label: Text) -> None:
        """Take out one line: an object with its caption."""
        body = without_lines(self.sync.body, [number])
        spot = Spot(max(number - 1, 0), 0 if number == 0 else 10**6)
        self.change(body, label, (spot, spot))

    def clear(self, stretches: Sequence[Stretch], label: Text) -> None:
        """Take stretches of lines out without joining the lines."""
        self.change(emptied(self.sync.body, stretches), label)

    def on_lines(self, edit: Callable[[Body, Sequence[int]], Body], label: Text) -> None:
        """Make an edit on the lines that the selection touches."""
        self.change(edit(self.sync.body, self.lines()), label)

    def table_here(self) -> tuple[int, Table, int] | None:
        """Return index, table and cell the cursor stands in; None outside of tables."""
        line = self.line()
        step = line.steps[0] if line.steps else None
        if not isinstance(step, CellStep) or not line.path:
            return None
        table = self.sync.body[line.path[0]]
        return (line.path[0], table, step.cell) if isinstance(table, Table) else None

    def is_object(self, line: Line) -> bool:
        """Say whether a line is one sign that no text can be typed into."""
        return text_of_leaf(line.leaf) is None and look_of(line.leaf) == "object"
