"""What the body editor relies on in Qt; a Qt upgrade that changes one of these must be noticed here."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

PROPERTY = 0x100000 + 77


class Watched:
    """A document without undo, and what it says of changes."""

    def __init__(self, text: str) -> None:
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.documentLayout()
        self.cursor = QTextCursor(self.document)
        self.cursor.insertText(text)
        self.changes: list[tuple[int, int, int]] = []
        self.document.contentsChange.connect(lambda *change: self.changes.append(change))

    def at(self, anchor: int, position: int | None = None) -> QTextCursor:
        self.cursor.setPosition(anchor)
        if position is not None:
            self.cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        return self.cursor


@pytest.fixture
def watched(qapp: object) -> Watched:
    return Watched("бір екі үш\nтөрт бес\nалты")


def test_a_key_is_one_change(watched: Watched) -> None:
    watched.at(4).insertText("ә")
    assert watched.changes == [(4, 0, 1)]


def test_joining_two_blocks_is_one_removed_sign(watched: Watched) -> None:
    watched.at(11).deletePreviousChar()
    assert watched.changes == [(10, 1, 0)]


def test_typing_over_a_selection_is_one_signal(watched: Watched) -> None:
    watched.at(0, 8).insertText("x")
    assert watched.changes == [(0, 8, 1)]


def test_a_mark_is_told_even_if_nothing_changes(watched: Watched) -> None:
    form = QTextCharFormat()
    form.setProperty(PROPERTY, True)
    for _ in range(2):
        watched.at(1, 3).mergeCharFormat(form)
    assert watched.changes == [(1, 2, 2), (1, 2, 2)]


def test_a_block_format_is_told_as_the_whole_block(watched: Watched) -> None:
    form = QTextBlockFormat()
    form.setIndent(1)
    watched.at(12).mergeBlockFormat(form)
    ((position, removed, added),) = watched.changes
    assert (position <= 11, removed == added, position + added >= 19) == (True, True, True)


def test_two_writes_in_one_edit_block_are_one_change_over_everything_between(watched: Watched) -> None:
    watched.cursor.beginEditBlock()
    watched.at(1).insertText("a")
    watched.at(15).insertText("b")
    watched.cursor.endEditBlock()
    ((position, removed, added),) = watched.changes
    assert (position, added - removed) == (1, 2)
    assert position + added >= 16


def test_a_table_needs_a_block_on_either_side(watched: Watched) -> None:
    table = watched.at(10).insertTable(2, 3)
    assert table.firstPosition() == 11
    assert watched.document.findBlock(table.firstPosition()).previous().text() == "бір екі үш"
    assert watched.document.findBlock(table.lastPosition() + 1).text() == ""
    assert watched.document.blockCount() == 3 + 6 + 1


def test_without_a_layout_a_document_tells_nothing(qapp: object) -> None:
    document = QTextDocument()
    changes: list[object] = []
    document.contentsChange.connect(lambda *change: changes.append(change))
    QTextCursor(document).insertText("x")
    assert not changes


def test_properties_survive_on_signs_that_stand_side_by_side(watched: Watched) -> None:
    form = QTextCharFormat()
    form.setObjectType(QTextCharFormat.ObjectTypes.UserObject.value + 1)
    form.setProperty(PROPERTY, 7)
    watched.at(3).insertText("\ufffc\ufffc", form)
    iterator = watched.document.begin().begin()
    iterator += 1
    fragment = iterator.fragment()
    assert (fragment.text(), fragment.charFormat().intProperty(PROPERTY)) == ("\ufffc\ufffc", 7)


def test_composing_is_in_no_text(watched: Watched) -> None:
    block = watched.document.begin()
    block.layout().setPreeditArea(2, "ОЙ")
    assert block.text() == "бір екі үш"


def test_a_cells_span_lives_in_the_format_of_its_first_block(watched: Watched) -> None:
    table = watched.at(10).insertTable(2, 2)
    table.mergeCells(0, 0, 2, 2)
    inside = table.cellAt(0, 0).firstCursorPosition()
    inside.setBlockFormat(QTextBlockFormat())
    inside.insertText("сөз", QTextCharFormat())
    assert (table.cellAt(0, 0).rowSpan(), table.cellAt(0, 0).columnSpan()) == (2, 2)
    inside.setPosition(table.cellAt(0, 0).firstPosition())
    inside.setBlockCharFormat(QTextCharFormat())
    assert table.cellAt(0, 0).columnSpan() == 1  # why the writer never sets it there


def test_a_forced_line_stays_in_its_block(watched: Watched) -> None:
    watched.at(3).insertText("\u2028")
    assert watched.document.begin().text() == "бір\u2028 екі үш"
