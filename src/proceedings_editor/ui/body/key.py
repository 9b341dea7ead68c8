"""Keys that mean structure: Enter, Backspace and Delete at the edge of a line, Tab in lists and tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from proceedings_editor.model.body import Heading, Listing, PageBreak, Paragraph, Span, plain_text
from proceedings_editor.model.body_edit.fragment import pasted
from proceedings_editor.model.body_edit.item import item_of, level_in, level_out, unlisted
from proceedings_editor.model.body_edit.line import Caption, CellStep, ItemStep, Line, QuoteStep, text_of_leaf
from proceedings_editor.model.body_edit.spot import Spot, on_lines
from proceedings_editor.model.body_edit.style import quoted, with_kind
from proceedings_editor.model.body_edit.table import with_row
from proceedings_editor.texts import text
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.look import look_of
from proceedings_editor.ui.body.reader import BREAK

NEW_PARAGRAPH: Final = text("New paragraph")
LIST_LEVEL: Final = text("List level")
NO_LIST: Final = text("No list")
DELETE_OBJECT: Final = text("Deleting an object")

_PLAIN: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


def press(desk: BodyDesk, event: QKeyEvent) -> bool:
    """Deal with a key that means structure; False for all others."""
    handler = _HANDLERS.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
    if handler is not None and handler(desk):
        return True
    types = bool(event.text()) and event.text().isprintable()
    return types and _make_room(desk)


def _make_room(desk: BodyDesk) -> bool:
    """Give typing a paragraph of its own beside an object; the key itself then goes its usual way."""
    line = desk.line()
    if desk.is_object(line) and not desk.edit.textCursor().hasSelection():
        _paragraph_beside(desk, behind=desk.spot().offset > 0)
    return False


def _paragraph_beside(desk: BodyDesk, *, behind: bool) -> None:
    """Insert an empty paragraph behind the line's block (and its caption) or before it, and go there."""
    number = desk.spot().line
    line = desk.sync.line(number)
    last = number
    if behind:
        following = desk.sync.line(number + 1) if number + 1 < desk.sync.document.blockCount() else None
        is_caption = following is not None and isinstance(following.leaf, Caption) and following.leaf.of != "table"
        last = number + 1 if is_caption and not isinstance(line.leaf, Caption) else number
    at = last + 1 if behind else number

    def edit(lines: list[Line], _ids: object) -> list[Line]:
        return [*lines[:at], Line(line.steps, Paragraph()), *lines[at:]]

    desk.change(on_lines(desk.sync.body, edit), NEW_PARAGRAPH, (Spot(at), Spot(at)))


def _enter(desk: BodyDesk) -> bool:
    if desk.edit.textCursor().hasSelection():
        desk.delete_selection()
    line = desk.line()
    match line.leaf:
        case Caption(of="table"):
            desk.edit.moveCursor(QTextCursor.MoveOperation.NextBlock)
        case Caption():
            _paragraph_beside(desk, behind=True)
        case Listing():
            desk.edit.textCursor().insertText(BREAK)
        case _ if desk.is_object(line):
            _paragraph_beside(desk, behind=desk.spot().offset > 0)
        case _ if not text_of_leaf(line.leaf) and _leave(desk, line):
            pass
        case _:
            _split(desk, line)
    desk.edit.ensureCursorVisible()
    return True


def _leave(desk: BodyDesk, line: Line) -> bool:
    """Leave the list level or the quotation from an empty line of it."""
    step = next((step for step in reversed(line.steps)), None)
    if isinstance(step, ItemStep) and line.opens:
        desk.on_lines(level_out, LIST_LEVEL)
        return True
    if isinstance(step, QuoteStep):
        desk.on_lines(quoted, text("Quotation"))
        return True
    return False


def _split(desk: BodyDesk, line: Line) -> None:
    """Part the line at the cursor: an item gives two items, a heading's end a paragraph."""
    spot = desk.spot()
    at_end = spot.offset >= len(plain_text(text_of_leaf(line.leaf) or ()))
    cursor = desk.edit.textCursor()
    steps = desk.sync.shown_steps(spot.line)  # with the document's numbers, not those of the model's line
    if steps and isinstance(steps[-1], ItemStep):
        steps = (*steps[:-1], replace(steps[-1], item=desk.sync.new_number(), own_marker=""))
    leaf = Paragraph() if isinstance(line.leaf, Heading) and at_end else line.leaf
    leaf = Paragraph(align=leaf.align) if isinstance(leaf, Paragraph) else leaf
    cursor.beginEditBlock()
    cursor.insertBlock()
    form = desk.sync.writer.look.line(Line(steps, leaf))
    cursor.setBlockFormat(form)
    if cursor.block().length() == 1:
        cursor.setBlockCharFormat(desk.sync.writer.look.text(Span(""), look_of(leaf)))
    cursor.endEditBlock()
    desk.edit.setTextCursor(cursor)


def _backspace(desk: BodyDesk) -> bool:
    cursor = desk.edit.textCursor()
    line, spot = desk.line(), desk.spot()
    if cursor.hasSelection():
        return False
    if desk.is_object(line):
        if spot.offset:
            desk.delete_line(spot.line, DELETE_OBJECT)
        return spot.offset > 0 or _stays(desk, spot.line - 1)
    if spot.offset:
        return False
    if isinstance(line.leaf, Caption):
        return _stays(desk, spot.line - 1)
    step = line.steps[-1] if line.steps else None
    if isinstance(step, ItemStep) and line.opens:
        desk.on_lines(level_out if len(_items(line)) > 1 else unlisted, NO_LIST)
    elif isinstance(step, QuoteStep):
        desk.on_lines(quoted, text("Quotation"))
    elif isinstance(line.leaf, Heading | Listing):
        desk.change(with_kind(desk.sync.body, [spot.line], "paragraph"), text("Style"))
    elif spot.line and not _joins(desk.sync.line(spot.line - 1), line):
        return _stays(desk, spot.line - 1)
    else:
        return False
    return True


def _delete(desk: BodyDesk) -> bool:
    cursor = desk.edit.textCursor()
    line, spot = desk.line(), desk.spot()
    if cursor.hasSelection():
        return False
    if desk.is_object(line):
        if not spot.offset:
            desk.delete_line(spot.line, DELETE_OBJECT)
        return True
    if not cursor.atBlockEnd() or spot.line + 1 >= desk.sync.document.blockCount():
        return False
    return not _joins(line, desk.sync.line(spot.line + 1))


def _stays(desk: BodyDesk, number: int) -> bool:
    """Move to the end of the line before instead of joining what cannot be joined."""
    if number >= 0:
        desk.edit.moveCursor(QTextCursor.MoveOperation.PreviousCharacter)
    return True


def _joins(above: Line, below: Line) -> bool:
    """Say whether two lines can become one: both are text, in the same cell, and no caption or program."""
    texts = all(text_of_leaf(line.leaf) is not None and not isinstance(line.leaf, Caption) for line in (above, below))
    return texts and _cell(above) == _cell(below)


def _cell(line: Line) -> int | None:
    step = line.steps[0] if line.steps else None
    return step.cell if isinstance(step, CellStep) else None


def _items(line: Line) -> list[ItemStep]:
    return [step for step in line.steps if isinstance(step, ItemStep)]


def _tab(desk: BodyDesk) -> bool:
    if item_of(desk.line()):
        desk.on_lines(level_in, LIST_LEVEL)
        return True
    if desk.table_here():
        _next_cell(desk, 1)
        return True
    return _leave_widget(desk, forward=True)


def _back_tab(desk: BodyDesk) -> bool:
    if item_of(desk.line()):
        desk.on_lines(level_out, LIST_LEVEL)
        return True
    if desk.table_here():
        _next_cell(desk, -1)
        return True
    return _leave_widget(desk, forward=False)


def _leave_widget(desk: BodyDesk, *, forward: bool) -> bool:
    target: QWidget = desk.edit
    for _ in range(1000):  # the chain is a ring
        following = target.nextInFocusChain() if forward else target.previousInFocusChain()
        if following is None:
            break
        target = following
        if target.focusPolicy() & Qt.FocusPolicy.TabFocus and target.isVisible() and target.isEnabled():
            target.setFocus(Qt.FocusReason.TabFocusReason)
            break
    return True


def _next_cell(desk: BodyDesk, by: int) -> None:
    here = desk.table_here()
    if here is None:
        return
    index, table, cell = here
    count = sum(len(row) for row in table.rows)
    if cell + by >= count:
        body = desk.sync.body
        new = (*body[:index], with_row(table, len(table.rows)), *body[index + 1 :])
        desk.change(new, text("Insert row"))
    target = desk.sync.first_line_of_cell(desk.spot().line, by)
    if target is not None:
        block = desk.sync.document.findBlockByNumber(target)
        desk.place_caret(block.position(), block.position())
        desk.edit.ensureCursorVisible()


def _page_break(desk: BodyDesk) -> bool:
    desk.take(pasted(desk.sync.body, desk.spot(), (PageBreak(),)), text("Page break"))
    return True


def _soft_break(desk: BodyDesk) -> bool:
    line = desk.line()
    if desk.is_object(line):
        return _enter(desk)
    cursor = desk.edit.textCursor()
    cursor.insertText(BREAK)
    return True


_Handler = Callable[[BodyDesk], bool]
_HANDLERS: Final[dict[tuple[Qt.Key, Qt.KeyboardModifier], _Handler]] = {
    (Qt.Key.Key_Return, _PLAIN): _enter,
    (Qt.Key.Key_Enter, _PLAIN): _enter,
    (Qt.Key.Key_Return, _SHIFT): _soft_break,
    (Qt.Key.Key_Enter, _SHIFT): _soft_break,
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier): _page_break,
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier): _page_break,
    (Qt.Key.Key_Backspace, _PLAIN): _backspace,
    (Qt.Key.Key_Backspace, _SHIFT): _backspace,
    (Qt.Key.Key_Delete, _PLAIN): _delete,
    (Qt.Key.Key_Tab, _PLAIN): _tab,
    (Qt.Key.Key_Backtab, _SHIFT): _back_tab,
}
